"""The header: damage is told from a wrong password, and the copy opens what the header cannot."""

from __future__ import annotations

import hashlib
import json
import resource
import subprocess
import sys
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.errors import DiskFailed, HeaderDamaged, HeaderForged, VaultDamaged, VaultTooNew
from storage import files, header, keys
from storage.header import COPY, NAME
from tests.house.tree import ROOT
from tests.vault.fixtures import PASSWORD, RECOVERY_TEXT

pytestmark = pytest.mark.promise(13)


def forged(place, change):
    """Rewrite both headers with `change` applied to the body and the checksum made right."""
    body = json.loads((place / NAME).read_bytes())["header"]
    change(body)
    plain = json.dumps(body, sort_keys=True, separators=(",", ":")).encode()
    checksum = hashlib.sha256(plain).hexdigest().encode()
    data = b'{"header":' + plain + b',"sha256":"' + checksum + b'"}\n'
    (place / NAME).write_bytes(data)
    (place / COPY).write_bytes(data)


def some_header(generation=1):
    slot = header.Slot("recovery", bytes(16), bytes(60))
    return header.Header(bytes(16), generation, (slot,))


def test_every_flipped_bit_falls_back_to_the_copy(place):
    good = (place / NAME).read_bytes()
    whole, from_copy = header.read(place)
    assert not from_copy
    for at in range(len(good)):
        for bit in (0x01, 0x80):
            bad = bytearray(good)
            bad[at] ^= bit
            (place / NAME).write_bytes(bad)
            found, from_copy = header.read(place)
            assert from_copy, at
            assert (found.vault_id, found.slots) == (whole.vault_id, whole.slots), at
            assert (place / NAME).read_bytes() == bad


def test_every_truncation_falls_back_to_the_copy(place):
    good = (place / NAME).read_bytes()
    for length in range(len(good)):
        (place / NAME).write_bytes(good[:length])
        assert header.read(place)[1], length
    (place / NAME).write_bytes(good + b"\n")
    assert header.read(place)[1]


@pytest.mark.parametrize("kind", ["absent", "empty", "folder", "huge"])
def test_a_vault_opens_by_the_copy_alone(place, door, kind):
    (place / NAME).unlink()
    if kind == "folder":
        (place / NAME).mkdir()
    elif kind != "absent":
        (place / NAME).write_bytes(b"" if kind == "empty" else b" " * 70_000)
    opened = door.open_with_recovery(place, RECOVERY_TEXT)
    opened.vault.close()
    assert opened.from_copy


def test_with_both_damaged_nothing_opens_and_nothing_is_touched(place, door):
    for name in (NAME, COPY):
        data = bytearray((place / name).read_bytes())
        data[100] ^= 1
        (place / name).write_bytes(data)
    before = {one.name: one.read_bytes() for one in place.iterdir() if one.is_file()}
    with pytest.raises(HeaderDamaged):
        door.open(place, PASSWORD)
    assert before == {one.name: one.read_bytes() for one in place.iterdir() if one.is_file()}


@given(st.one_of(st.binary(max_size=400), st.text(max_size=400).map(str.encode)))
@example(b"[" * 60_000)
@example(b'{"header":' * 5_000)
@example(b"null")
@example(b'{"header":null,"sha256":null}')
def test_whatever_stands_in_a_header_is_only_damage(data):
    with pytest.raises(HeaderDamaged):
        header.decode(data)


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)
KEYS = ["format", "version", "vault_id", "generation", "slots"]
SLOT_KEYS = ["kind", "salt", "wrapped", "argon2id"]


@given(st.sampled_from(KEYS), st.sampled_from([None, *SLOT_KEYS]), JSON)
@example("generation", None, float("inf"))
@example("slots", "argon2id", [float("inf"), 3, 4])
@example("slots", "argon2id", [10**5000, 3, 4])
@example("slots", "salt", "")
@example("slots", "salt", "AAAA")
@example("version", None, 2)
def test_a_forged_body_with_a_right_checksum_is_refused_or_read(prototype, key, in_slot, value):
    body = json.loads((prototype / NAME).read_bytes())["header"]
    if key == "slots" and in_slot:
        body["slots"][0][in_slot] = value
    else:
        body[key] = value
    try:
        plain = json.dumps(body, sort_keys=True, separators=(",", ":")).encode()
    except ValueError:  # an integer too long for text cannot stand in a file either
        return
    whole = {"header": body, "sha256": hashlib.sha256(plain).hexdigest()}
    try:
        found = header.decode(json.dumps(whole).encode())
    except HeaderDamaged:
        return
    except VaultTooNew:  # said of a later number of the format only, and of nothing else
        assert key == "version"
        assert value > header.VERSION
        return
    assert all(len(slot.salt) == keys.SALT_BYTES for slot in found.slots)


@pytest.mark.promise(21)
@pytest.mark.clause("044")
@pytest.mark.parametrize(
    "numbers",
    [
        [4 * 1024**3, 3, 4],
        [65536, 2**32, 4],
        [65536, 3, 0],
        [65535, 3, 4],
        [65536, 2, 4],
        [-1, -1, -1],
        [10**100, 3, 4],
    ],
)
def test_forged_parameters_cost_neither_time_nor_memory(place, door, numbers):
    forged(place, lambda body: body["slots"][0].update(argon2id=numbers))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.perf_counter()
    with pytest.raises(HeaderForged):
        door.open(place, PASSWORD)
    assert time.perf_counter() - started < 1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 32 * 1024


@pytest.mark.promise(21)
def test_a_forged_header_is_refused_within_little_memory(place):
    """In a process of its own that may take 1 GiB of addresses: 4 TiB would end it."""
    forged(place, lambda body: body["slots"][0].update(argon2id=[4 * 1024**3, 3, 4]))
    code = f"""
import resource
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
from pathlib import Path
from app.domain.errors import HeaderForged
from storage.clock import SystemClock
from storage.vault import FolderDoor
try:
    FolderDoor(SystemClock()).open(Path({str(place)!r}), "x" * 12)
except HeaderForged:
    print("refused")
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout == b"refused\n"


def test_parameters_within_bounds_but_changed_open_nothing(place, door, clock):
    """The tag of a slot binds its parameters: a changed number is a wrong key, not another one."""
    forged(place, lambda body: body["slots"][0].update(argon2id=[65536, 4, 4]))
    found, _ = header.read(place)
    assert header.open_slot(found, header.PASSWORD, PASSWORD) is None


def test_slots_and_vaults_cannot_be_mixed(place):
    found, _ = header.read(place)
    secret = bytes(range(20))
    assert header.open_slot(found, header.RECOVERY, secret) is not None
    other = header.Header(bytes(16), 1, found.slots)
    assert header.open_slot(other, header.RECOVERY, secret) is None


def test_a_slot_that_is_missing_or_without_parameters_is_damage(place):
    found, _ = header.read(place)
    none = header.Header(found.vault_id, 1, ())
    with pytest.raises(HeaderDamaged):
        header.open_slot(none, header.PASSWORD, "x")
    bare = header.Slot(header.PASSWORD, bytes(16), b"")
    with pytest.raises(HeaderDamaged):
        header.open_slot(header.Header(found.vault_id, 1, (bare,)), header.PASSWORD, "x")


def test_what_is_written_reads_back_and_the_one_before_stays_as_the_copy(tmp_path):
    header.write(tmp_path, some_header(1))
    assert header.read(tmp_path) == (some_header(1), False)
    assert (tmp_path / COPY).read_bytes() == header.encode(some_header(1))
    header.write(tmp_path, some_header(2))
    assert header.read(tmp_path) == (some_header(2), False)
    assert (tmp_path / COPY).read_bytes() == header.encode(some_header(1))


def test_a_damaged_header_never_becomes_the_copy(tmp_path):
    header.write(tmp_path, some_header(1))
    header.write(tmp_path, some_header(2))
    (tmp_path / NAME).write_bytes(b"damaged")
    header.write(tmp_path, some_header(3))
    assert header.read(tmp_path) == (some_header(3), False)
    assert (tmp_path / COPY).read_bytes() == header.encode(some_header(1))


@pytest.mark.promise(14)
@pytest.mark.parametrize("failing", [1, 2])
def test_a_write_that_fails_anywhere_leaves_a_header_that_opens(tmp_path, monkeypatch, failing):
    header.write(tmp_path, some_header(1))
    header.write(tmp_path, some_header(2))
    real, calls = files._write_synced, []

    def fail(path, data):
        calls.append(path)
        if len(calls) == failing:
            raise OSError(5, "the disk failed")
        real(path, data)

    monkeypatch.setattr(files, "_write_synced", fail)
    with pytest.raises(DiskFailed):
        header.write(tmp_path, some_header(3))
    monkeypatch.undo()
    assert header.read(tmp_path) == (some_header(2), False)
    header.decode((tmp_path / COPY).read_bytes())


def test_a_header_of_another_vault_opens_no_database(place, door, tmp_path):
    recovery = door.new_recovery_key()
    door.create(tmp_path / "other", "another password 7", recovery).vault.close()
    for name in (NAME, COPY):
        (place / name).write_bytes((tmp_path / "other" / name).read_bytes())
    with pytest.raises(VaultDamaged):
        door.open_with_recovery(place, "".join(recovery))

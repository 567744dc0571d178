"""The header: damage is told from a wrong password, and the copy opens what the header cannot."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.bench.memory import peak_kib
from app.domain.errors import (
    DiskFailed,
    HeaderDamaged,
    HeaderForged,
    KeyringFailed,
    TooManyTries,
    VaultDamaged,
    VaultTooNew,
    WrongPassword,
)
from app.services import vaults
from storage import files, header, keeper, keys, vault
from storage.header import COPY, NAME
from tests.house.tree import ROOT
from tests.modes import WINDOWS
from tests.vault.fixtures import PASSWORD, RECOVERY_TEXT, HandClock, floor

NO_LIMIT = "a process is given no limit of addresses there"

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
    before = peak_kib()
    started = time.perf_counter()
    with pytest.raises(HeaderForged):
        door.open(place, PASSWORD)
    assert time.perf_counter() - started < 1
    assert peak_kib() - before < 32 * 1024


@pytest.mark.promise(21)
@pytest.mark.skipif(WINDOWS, reason=NO_LIMIT)
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


@pytest.mark.promise(21)
@pytest.mark.skipif(WINDOWS, reason=NO_LIMIT)
def test_parameters_within_bounds_that_no_memory_is_left_for_are_a_refusal(place):
    """A forged header of nearly 2 GiB on a small computer: it says so, and counts no wrong try."""
    forged(place, lambda body: body["slots"][0].update(argon2id=[2 * 1024**2, 3, 4]))
    code = f"""
import resource
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
from pathlib import Path
from app.domain.errors import MemoryShort
from storage.clock import SystemClock
from storage.vault import FolderDoor
try:
    FolderDoor(SystemClock()).open(Path({str(place)!r}), "x" * 12)
except MemoryShort:
    print("refused")
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout == b"refused\n"
    assert not (place / "vault.tries").exists()


REFUSED = (HeaderDamaged, HeaderForged, VaultTooNew, VaultDamaged, WrongPassword, TooManyTries)


@pytest.mark.promise(21)
@settings(max_examples=60, deadline=2000, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_whatever_is_made_of_a_header_the_door_opens_or_refuses_in_no_time(prototype, data):
    """Bytes cut, changed and put in at random, and fields with a right checksum."""
    good = (prototype / NAME).read_bytes()
    if data.draw(st.booleans()):
        at, cut = data.draw(st.integers(0, len(good))), data.draw(st.integers(0, 40))
        bad = good[:at] + data.draw(st.binary(max_size=40)) + good[at + cut :]
    else:
        body = json.loads(good)["header"]
        slot = data.draw(st.sampled_from(body["slots"]))
        part, name = data.draw(
            st.sampled_from([(body, one) for one in KEYS] + [(slot, one) for one in SLOT_KEYS])
        )
        part[name] = data.draw(JSON)
        plain = json.dumps(body, sort_keys=True, separators=(",", ":")).encode()
        sum_ = hashlib.sha256(plain).hexdigest().encode()
        bad = b'{"header":' + plain + b',"sha256":"' + sum_ + b'"}\n'
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "v"
        shutil.copytree(prototype, place)
        for name in (NAME, COPY):
            (place / name).write_bytes(bad)
        door = vault.FolderDoor(HandClock(), floor)
        for opening in (
            lambda: door.open_with_recovery(place, RECOVERY_TEXT),
            lambda: door.open_with_keyring(place, bytes(32)),
        ):
            before = (place / NAME).read_bytes()  # an opening that went well is counted in it
            try:
                one = opening().vault
                one.ways.mend()
                one.close()
            except (*REFUSED, KeyringFailed):
                assert (place / NAME).read_bytes() == before
        assert door.keyring_name(place) in {"", bytes.hex(header.read(prototype)[0].vault_id)}


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


def test_what_is_written_reads_back_from_either(tmp_path):
    for generation in (1, 2):
        header.write(tmp_path, some_header(generation))
        assert header.read(tmp_path) == (some_header(generation), False)
        assert (tmp_path / COPY).read_bytes() == header.encode(some_header(generation))


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
    assert header.read(tmp_path) == (some_header(1 + failing), False)
    assert (tmp_path / COPY).read_bytes() == header.encode(some_header(2))


def test_an_earlier_header_that_was_put_back_does_not_go_before_a_later_copy(tmp_path):
    header.write(tmp_path, some_header(3))
    (tmp_path / NAME).write_bytes(header.encode(some_header(2)))
    assert header.read(tmp_path) == (some_header(3), True)
    other = header.Header(bytes(15) + b"x", 9, some_header().slots)
    (tmp_path / COPY).write_bytes(header.encode(other))
    assert header.read(tmp_path) == (some_header(2), False)


def newer():
    body = b'{"format":"xinxia-vault","version":2}'
    checksum = hashlib.sha256(body).hexdigest().encode()
    return b'{"header":' + body + b',"sha256":"' + checksum + b'"}'


def ways_of(found):
    """Return who may open, without the count of openings."""
    return replace(found, count=None, salt=b"")


def ways(path):
    return ways_of(header.decode(path.read_bytes()))


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        (name, damage)
        for name in (NAME, COPY)
        for damage in ("absent", "empty", "flipped", "cut", "earlier")
    ],
)
def test_whichever_is_left_opens_and_mends_the_other(place, door, clock, name, damage):
    """The one that opened is never written over: it is the same before and after."""
    good = (place / name).read_bytes()
    other = place / (COPY if name == NAME else NAME)
    found, _ = header.read(place)
    if damage == "earlier":
        later = header.Header(found.vault_id, found.generation + 1, found.slots)
        good = header.encode(later)
        other.write_bytes(good)
    elif damage == "absent":
        (place / name).unlink()
    else:
        flipped = bytes([good[100] ^ 1])
        spoilt = {"empty": b"", "flipped": good[:100] + flipped + good[101:], "cut": good[:-1]}
        (place / name).write_bytes(spoilt[damage])
    inode = other.stat().st_ino
    opened = vaults.unlock_with_recovery(door, clock, place, RECOVERY_TEXT)
    opened.vault.close()
    assert opened.from_copy is (name == NAME)
    assert ways(place / NAME) == ways(place / COPY) == ways_of(header.decode(good))
    if other.name == COPY:  # the header itself counts the openings
        assert other.stat().st_ino == inode


def test_a_wrong_password_mends_nothing(place, door, clock):
    (place / COPY).write_bytes(b"damaged")
    with pytest.raises(WrongPassword):
        vaults.unlock(door, clock, place, "wrong password")
    assert (place / COPY).read_bytes() == b"damaged"


def test_what_a_newer_program_wrote_is_not_mended_away(place, door, clock):
    (place / COPY).write_bytes(newer())
    vaults.unlock_with_recovery(door, clock, place, RECOVERY_TEXT).vault.close()
    assert (place / COPY).read_bytes() == newer()
    (place / NAME).write_bytes(newer())
    with pytest.raises(VaultTooNew):
        door.open_with_recovery(place, RECOVERY_TEXT)
    assert (place / NAME).read_bytes() == newer()


@pytest.mark.promise(4)
def test_a_full_disk_mends_nothing_and_keeps_nothing_shut(place, door, clock, monkeypatch):
    (place / NAME).unlink()

    def full(*_):
        raise OSError(28, "full")

    with monkeypatch.context() as patched:
        patched.setattr(files, "_write_synced", full)
        vaults.unlock_with_recovery(door, clock, place, RECOVERY_TEXT).vault.close()
    assert not (place / NAME).exists()
    assert (place / COPY).exists()


def test_the_copy_in_a_backup_opens_a_vault_that_lost_both(place, door, clock, tmp_path):
    one = door.open_with_recovery(place, RECOVERY_TEXT).vault
    keeper.FolderKeeper().back_up(one, tmp_path / "backup")
    one.close()
    for name in (NAME, COPY):
        (place / name).unlink()
    with pytest.raises(HeaderDamaged):
        door.open(place, PASSWORD)
    keeper.FolderKeeper().restore(tmp_path / "backup", tmp_path / "restored")
    (place / NAME).write_bytes((tmp_path / "restored" / NAME).read_bytes())
    opened = vaults.unlock_with_recovery(door, clock, place, RECOVERY_TEXT)
    opened.vault.close()
    assert ways(place / COPY) == ways(place / NAME)


def test_a_header_of_another_vault_opens_no_database(place, door, tmp_path):
    recovery = door.new_recovery_key()
    door.create(tmp_path / "other", "another password 7", recovery).vault.close()
    for name in (NAME, COPY):
        (place / name).write_bytes((tmp_path / "other" / name).read_bytes())
    with pytest.raises(VaultDamaged):
        door.open_with_recovery(place, "".join(recovery))

"""Making and opening vaults: each refusal is its own, and none changes a byte."""

from __future__ import annotations

import itertools
import os
import platform
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.domain import errors
from app.services import vaults
from storage import database, files, header, holding, keys, migrations, vault
from tests.house.tree import ROOT
from tests.modes import WINDOWS, mode
from tests.vault.fixtures import PASSWORD, RECOVERY, RECOVERY_TEXT, Desk, floor

HELD = ("vault.lock", "vault.tries")


def contents(place):
    """Return the bytes of every file in a vault, but for lock and counter of tries."""
    return {
        path.relative_to(place).as_posix(): path.read_bytes()
        for path in place.rglob("*")
        if path.is_file() and path.name not in HELD
    }


def tree(place):
    return sorted(path.relative_to(place).as_posix() for path in place.rglob("*"))


@contextmanager
def unchanged(place):
    before = contents(place)
    yield
    assert contents(place) == before


def some_work(place, door, clock, tools):
    one = door.open_with_recovery(place, RECOVERY_TEXT).vault
    desk = Desk(one, clock, tools)
    case = desk.case()
    desk.signed(case, "一篇很长的记录。" * 4000)
    desk.draft(case, "草稿")
    one.close()


# Making


@pytest.mark.clause("044", "050")
def test_a_new_vault_opens_with_password_and_recovery_key_each_alone(tmp_path, door):
    recovery = door.new_recovery_key()
    made = door.create(tmp_path / "新 vault", PASSWORD, recovery)
    assert made.vault.name == "新 vault"
    assert made.vault.folder == tmp_path / "新 vault"
    assert not made.from_copy
    made.vault.close()
    assert door.exists(tmp_path / "新 vault")
    door.open(tmp_path / "新 vault", PASSWORD).vault.close()
    door.open_with_recovery(tmp_path / "新 vault", " ".join(recovery).lower()).vault.close()


def test_every_file_is_private_whatever_the_umask(tmp_path, door, clock, tools):
    before = os.umask(0)
    try:
        made = door.create(tmp_path / "v", PASSWORD, RECOVERY).vault
        Desk(made, clock, tools).case()
        modes = {path.name: mode(path) for path in (tmp_path / "v", *(tmp_path / "v").rglob("*"))}
        made.close()
    finally:
        os.umask(before)
    assert {name: oct(mode) for name, mode in modes.items()} == {
        "v": "0o700",
        "media": "0o700",
        **dict.fromkeys(
            (header.NAME, header.COPY, "vault.db", "vault.db-wal", "vault.db-shm"), "0o600"
        ),
        **dict.fromkeys(("vault.lock", "vault.holder", "reserve"), "0o600"),
    }


def test_a_folder_with_something_in_it_is_refused_and_kept(tmp_path, door):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(errors.PlaceTaken):
        door.create(tmp_path, PASSWORD, RECOVERY)
    with pytest.raises(errors.PlaceTaken):
        door.create(tmp_path / "mine.txt", PASSWORD, RECOVERY)
    assert tree(tmp_path) == ["mine.txt"]


def test_a_second_vault_is_never_made_over_the_first(place, door):
    with unchanged(place), pytest.raises(errors.PlaceTaken):
        door.create(place, PASSWORD, RECOVERY)


def test_what_a_desktop_drops_into_a_folder_does_not_matter(tmp_path, door):
    (tmp_path / ".DS_Store").write_bytes(b"x")
    door.create(tmp_path, PASSWORD, RECOVERY).vault.close()
    assert (tmp_path / ".DS_Store").read_bytes() == b"x"


def test_places_that_cannot_be_written(tmp_path, door, monkeypatch):
    (tmp_path / "file").write_bytes(b"theirs")
    # A name that no file system takes; and a folder that only Linux has.
    beyond = () if WINDOWS else (Path("/proc/1/v"),)
    for place in (tmp_path / "file" / "v", tmp_path / ("长" * 300), *beyond):
        with pytest.raises(errors.NotWritable):
            door.create(place, PASSWORD, RECOVERY)
    (tmp_path / "empty").mkdir()
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(errors.NotWritable):
        door.create(tmp_path / "empty", PASSWORD, RECOVERY)
    assert tree(tmp_path) == ["empty", "file"]


@pytest.mark.parametrize(
    ("password", "recovery", "refusal"),
    [
        ("short", RECOVERY, errors.WeakPassword),
        (PASSWORD, (*RECOVERY[:7], "AAAAA"), errors.RecoveryKeyMistyped),
        (PASSWORD, (), errors.RecoveryKeyMistyped),
    ],
)
def test_bad_secrets_are_refused_before_anything_is_made(
    tmp_path, door, password, recovery, refusal
):
    with pytest.raises(refusal):
        door.create(tmp_path / "v", password, recovery)
    assert not (tmp_path / "v").exists()


def break_argon2(monkeypatch):
    def fail(*_):
        raise MemoryError

    monkeypatch.setattr(header, "password_slot", fail)
    return MemoryError


def break_schema(monkeypatch):
    monkeypatch.setattr(migrations, "available", lambda: [(1, "CREATE TABLE a (b);\nNONSENSE;")])
    return database.Error


def break_writes(after):
    def breaker(monkeypatch):
        real, calls = files._write_synced, itertools.count(1)

        def fail(path, data):
            if next(calls) > after:
                raise OSError(28, "full")
            real(path, data)

        monkeypatch.setattr(files, "_write_synced", fail)
        return errors.DiskFull

    return breaker


@pytest.mark.parametrize("there", [True, False], ids=["empty folder", "no folder"])
@pytest.mark.parametrize(
    "broken",
    [break_argon2, break_schema, break_writes(0), break_writes(1), break_writes(2)],
    ids=["argon2", "schema", "holder", "header", "copy"],
)
def test_a_creation_that_fails_leaves_nothing(tmp_path, door, monkeypatch, broken, there):
    place = tmp_path / "v"
    if there:
        place.mkdir()
    with monkeypatch.context() as patched:
        expected = broken(patched)
        with pytest.raises(expected):
            door.create(place, PASSWORD, RECOVERY)
    assert place.exists() is there
    assert not there or tree(place) == []
    door.create(place, PASSWORD, RECOVERY).vault.close()


# Opening


@pytest.mark.promise(12)
@pytest.mark.clause("044")
def test_three_troubles_are_three_refusals(place, door):
    with pytest.raises(errors.WrongPassword), unchanged(place):
        door.open(place, PASSWORD + " ")
    database_file = place / "vault.db"
    good = database_file.read_bytes()
    database_file.write_bytes(good[:5000] + bytes([good[5000] ^ 1]) + good[5001:100] + good[5001:])
    header_file = place / header.NAME
    kept = header_file.read_bytes()
    header_file.write_bytes(b"x")
    (place / header.COPY).write_bytes(b"x")
    with pytest.raises(errors.HeaderDamaged), unchanged(place):
        door.open(place, PASSWORD)
    header_file.write_bytes(kept)
    database_file.write_bytes(bytes(100) + good[100:])
    with pytest.raises(errors.VaultDamaged), unchanged(place):
        door.open(place, PASSWORD)


@pytest.mark.promise(12)
@pytest.mark.parametrize(
    "spoil",
    [
        lambda good: b"",
        lambda good: good[:1],
        lambda good: good[:4095],
        lambda good: bytes(len(good)),
        lambda good: good[::-1],
        lambda good: bytes([good[0] ^ 1]) + good[1:],
        lambda good: good[:4000] + bytes([good[4000] ^ 1]) + good[4001:],
        lambda good: good[4096:],
        lambda good: os.urandom(len(good)),
    ],
    ids=["empty", "1 byte", "cut", "zeros", "reversed", "salt", "tag", "shifted", "noise"],
)
def test_a_damaged_database_is_refused_and_not_touched(place, door, clock, tools, spoil):
    some_work(place, door, clock, tools)
    good = (place / "vault.db").read_bytes()
    (place / "vault.db").write_bytes(spoil(good))
    with unchanged(place), pytest.raises(errors.VaultDamaged):
        door.open_with_recovery(place, RECOVERY_TEXT)
    (place / "vault.db").write_bytes(good)
    door.open_with_recovery(place, RECOVERY_TEXT).vault.close()


@pytest.mark.promise(12)
def test_a_lost_database_is_not_replaced_by_an_empty_one(place, door):
    (place / "vault.db").unlink()
    with unchanged(place), pytest.raises(errors.VaultDamaged):
        door.open_with_recovery(place, RECOVERY_TEXT)
    assert not (place / "vault.db").exists()


@pytest.mark.promise(12)
def test_a_database_without_a_schema_is_a_loss_and_not_a_start(place, door):
    found, _ = header.read(place)
    key = header.open_slot(found, header.RECOVERY, bytes(range(20)))
    (place / "vault.db").unlink()
    database.connect(place / "vault.db", keys.subkey(key, keys.RAW_KEY)).close()
    with unchanged(place), pytest.raises(errors.VaultDamaged):
        door.open_with_recovery(place, RECOVERY_TEXT)


@pytest.mark.promise(8)
def test_a_damaged_page_is_met_as_a_refusal_and_never_repaired(place, door, clock, tools):
    """Every page is flipped once: the vault refuses to open, or opens to be read alone, or refuses
    to read, or the page held nothing that was asked for. No other error comes out, the damaged page
    stays as it is, and where the damage is met at opening no byte changes."""
    some_work(place, door, clock, tools)
    good = (place / "vault.db").read_bytes()
    kept = (place / header.NAME).read_bytes()
    refused = only_read = 0
    for page in range(len(good) // 4096):
        at = page * 4096 + 2000
        (place / header.NAME).write_bytes(kept)
        bad = good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :]
        (place / "vault.db").write_bytes(bad)
        try:
            one = door.open_with_recovery(place, RECOVERY_TEXT).vault
        except errors.VaultDamaged:
            refused += 1
            untouched = True
        else:
            untouched = one.condition().read_only
            only_read += untouched
            try:
                read_all(one)
            except errors.VaultDamaged:
                refused += 1
                assert one.condition().read_only
            finally:
                one.close()
        found = (place / "vault.db").read_bytes()
        assert found[page * 4096 : page * 4096 + 4096] == bad[page * 4096 : page * 4096 + 4096]
        assert found == bad or not untouched
    assert refused > len(good) // 4096 // 3
    assert only_read


def read_all(one):
    for case in one.cases.all():
        one.clients.of_case(case.id)
        one.sessions.of_case(case.id)
        one.consents.of_case(case.id)
        for note in one.notes.of_case(case.id):
            one.notes.amendments(note.id)
    one.audit.intact()
    one.search.find("记录")
    one.search.count("草稿")
    one.settings.practice()


def test_a_folder_without_a_vault_is_said(tmp_path, door):
    with pytest.raises(errors.NoVaultThere):
        door.open(tmp_path, PASSWORD)
    with pytest.raises(errors.NoVaultThere):
        door.open_with_recovery(tmp_path / "absent", RECOVERY_TEXT)
    assert not door.exists(tmp_path)
    assert tree(tmp_path) == []


def test_a_mistyped_recovery_key_costs_no_try(place, door):
    with pytest.raises(errors.RecoveryKeyMistyped):
        door.open_with_recovery(place, RECOVERY_TEXT[:-1] + "Z")
    assert door.wait_left(place) == 0
    other = "".join(door.new_recovery_key())
    with pytest.raises(errors.WrongPassword):
        door.open_with_recovery(place, other)


@pytest.mark.promise(15)
def test_a_vault_of_a_newer_version_is_refused_and_unchanged(place, door):
    one = door.open_with_recovery(place, RECOVERY_TEXT).vault
    known = migrations.version(one.connection)
    one.connection.execute(f"PRAGMA user_version = {known + 1}")
    one.close()
    with unchanged(place), pytest.raises(errors.VaultTooNew) as refused:
        door.open(place, PASSWORD)
    assert (refused.value.found, refused.value.known) == (known + 1, known)


@pytest.mark.promise(15)
def test_an_older_vault_is_backed_up_and_brought_up_to_date(place, door, clock, tools, monkeypatch):
    some_work(place, door, clock, tools)
    scripts = [*migrations.available(), (2, "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;")]
    monkeypatch.setattr(migrations, "available", lambda: scripts)
    one = door.open_with_recovery(place, RECOVERY_TEXT).vault
    assert migrations.version(one.connection) == 2
    kept = database.connect(place / "vault-before-0002.db", one.raw_key())
    assert migrations.version(kept) == 1
    assert kept.execute("SELECT count(*) FROM notes").fetchone() == (2,)
    kept.close()
    assert mode(place / "vault-before-0002.db") == 0o600
    one.close()


# Holding

HOLDER = """
import sys
from pathlib import Path
from storage.clock import SystemClock
from storage.vault import FolderDoor
opened = FolderDoor(SystemClock()).open_with_recovery(Path(sys.argv[1]), sys.argv[2])
print("open", flush=True)
sys.stdin.read()
"""


@contextmanager
def holder(place):
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(place), RECOVERY_TEXT],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        try:
            assert process.stdout.readline().strip() == b"open"
            yield process
        finally:
            process.kill()


@pytest.mark.promise(6)
def test_a_vault_belongs_to_one_process_and_a_killed_one_leaves_no_lock(place, door, tmp_path):
    (tmp_path / "link").symlink_to(place)
    with holder(place) as process:
        for path in (place, tmp_path / "link", place / ".." / "vault"):
            with pytest.raises(errors.VaultBusy) as refused:
                door.open_with_recovery(path, RECOVERY_TEXT)
            assert refused.value.holder == f"{platform.node()}, {process.pid}"
        process.send_signal(signal.SIGKILL)
        process.wait()
    door.open_with_recovery(place, RECOVERY_TEXT).vault.close()


@pytest.mark.promise(6)
@pytest.mark.parametrize(
    "written", [None, b"", b"{}", b"[]", b"\xff", b'{"computer":"x","process":"y"}']
)
def test_an_unknown_holder_is_still_a_holder(place, door, opened, written):
    (place / "vault.holder").unlink()
    if written is not None:
        (place / "vault.holder").write_bytes(written)
    with pytest.raises(errors.VaultBusy) as refused:
        door.open(place, PASSWORD)
    assert refused.value.holder == ""


def test_closing_lets_go_and_may_be_done_twice(place, door):
    one = door.open_with_recovery(place, RECOVERY_TEXT).vault
    one.close()
    one.close()
    assert not (place / "vault.holder").exists()
    assert not (place / "vault.db-wal").exists()
    door.open_with_recovery(place, RECOVERY_TEXT).vault.close()


def test_a_refused_opening_lets_go(place, door):
    with pytest.raises(errors.WrongPassword):
        door.open(place, "wrong password")
    assert not (place / "vault.holder").exists()
    door.open_with_recovery(place, RECOVERY_TEXT).vault.close()


def test_a_full_disk_leaves_only_the_holders_name_out(place, monkeypatch):
    with monkeypatch.context() as patched:
        break_writes(0)(patched)
        held = holding.Holding(place)
    with pytest.raises(errors.VaultBusy) as busy:
        holding.Holding(place)
    assert busy.value.holder == ""
    held.release()


def test_a_holder_that_cannot_write_its_name_lets_go(place, monkeypatch):
    def failing(*_):
        raise errors.DiskFailed

    with monkeypatch.context() as patched:
        patched.setattr(holding.files, "write_private", failing)
        with pytest.raises(errors.DiskFailed):
            holding.Holding(place)
    holding.Holding(place).release()


def test_windows_locks_the_first_byte(tmp_path, monkeypatch):
    taken = []

    class Msvcrt:
        LK_NBLCK = 2

        @staticmethod
        def locking(handle, mode, length):
            if taken:
                raise OSError(36, "locked")
            taken.append((mode, length))

    monkeypatch.setitem(sys.modules, "msvcrt", Msvcrt)
    monkeypatch.setattr(holding.os, "name", "nt")
    with (tmp_path / "lock").open("ab") as file:
        assert holding.take(file)
        assert not holding.take(file)
    assert taken == [(2, 1)]


@pytest.mark.clause("044")
def test_an_open_vault_asks_for_its_password_and_counts_the_wrong_ones(place, door, clock):
    one = vaults.unlock(door, clock, place, PASSWORD).vault
    try:
        one.check_password(PASSWORD)
        for _ in range(3):
            with pytest.raises(errors.WrongPassword) as refused:
                one.check_password("wrong password")
        assert refused.value.wait_seconds == 1
        with pytest.raises(errors.TooManyTries):
            one.check_password(PASSWORD)
        clock.pass_(1)
        one.check_password(PASSWORD)
        assert door.wait_left(place) == 0
    finally:
        one.close()


def test_keys_are_wiped_at_the_lock(opened, desk):
    case = desk.case()
    held = [
        opened._raw_key,
        opened._case_keys._wrapping,
        opened._case_keys._key(case),
        opened.audit._key,
    ]
    assert all(any(key) for key in held)
    opened.close()
    assert not any(any(key) for key in held)
    assert vault.FolderDoor(desk.clock, floor).exists(opened.folder)


@pytest.mark.promise(13)
def test_what_a_killed_program_left_of_a_header_goes_and_nothing_of_hers(place, door):
    ours, hers = place / f".{'0a' * 8}.part", (place / ".film.part", place / f"{'0a' * 8}.part")
    for one in (ours, *hers):
        one.write_bytes(b"half")
    door.open(place, PASSWORD, only_read=True).vault.close()
    assert ours.exists()
    door.open(place, PASSWORD).vault.close()
    assert not ours.exists()
    assert all(one.read_bytes() == b"half" for one in hers)

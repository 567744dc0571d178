"""Backups restore, and a forged or damaged one is refused before anything is written."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import json
import os
import subprocess
import sys
import tarfile
import tracemalloc

import pytest

from app.domain.complaint import Complaint, Fault
from app.domain.consent import ConsentState
from app.domain.differs import Differs
from app.domain.errors import (
    BackupDamaged,
    BackupInsideVault,
    FileTaken,
    NotWritable,
    PlaceTaken,
    VaultDamaged,
    VaultReadOnly,
)
from app.domain.ids import RecordingId
from storage import backup, backup_pack, backup_unpack, contents, database
from storage.keeper import MANIFEST, FolderKeeper
from storage.meter import nobody
from tests.house.tree import ROOT
from tests.modes import NO_LINKS, WINDOWS, mode
from tests.vault.fixtures import PASSWORD, RECOVERY_TEXT

pytestmark = pytest.mark.promise(16)
KEEPER = FolderKeeper()
SOUND = bytes(range(256)) * 1000


@pytest.fixture
def made(desk, opened, tmp_path):
    """A backup of a vault with something of everything, and a recording."""
    case = desk.case("斑马")
    desk.amend(desk.signed(case, "原文"), "补记")
    desk.consent(case, ConsentState.SIGNED)
    desk.recording(case, SOUND)
    rows = KEEPER.back_up(opened, tmp_path / "backup.tar")
    assert rows["notes"] == rows["amendments"] == 1
    return tmp_path / "backup.tar"


@pytest.mark.promise(18)
@pytest.mark.promise(19)
@pytest.mark.clause("091")
@pytest.mark.clause("132")
def test_a_restored_backup_opens_with_each_secret_alone_and_holds_everything(
    made, opened, door, tmp_path
):
    place = tmp_path / "new" / "vault"
    KEEPER.restore(made, place)
    assert mode(place) == 0o700
    modes = {path.name: mode(path) for path in place.rglob("*") if path.is_file()}
    (sound,) = opened.recordings.files()
    assert modes == {"vault.header": 0o600, "vault.db": 0o600, sound: 0o600}
    tables = backup.read(place / "vault.db", opened.raw_key())
    assert tables == contents.read(opened.connection)
    for secret in (door.open, PASSWORD), (door.open_with_recovery, RECOVERY_TEXT):
        again = secret[0](place, secret[1]).vault
        for table in tables:
            wanted = opened.connection.execute(f'SELECT * FROM "{table}"').fetchall()
            assert again.connection.execute(f'SELECT * FROM "{table}"').fetchall() == wanted
        assert again.search.find("补记").hits
        assert again.recordings.reader(RecordingId(1)).read_at(0, len(SOUND)) == SOUND
        assert KEEPER.verify(again) == []
        again.close()
    assert opened.cases.all()  # the old one stays as it was


ELSEWHERE = """
import sys
sys.modules["keyring"] = None  # a computer on which there is not even the package
from pathlib import Path
from storage.clock import SystemClock
from storage.keeper import FolderKeeper
from storage.vault import FolderDoor
source, place, way, secret = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4]
FolderKeeper().restore(source, place)
door = FolderDoor(SystemClock())
opened = (door.open_with_recovery if way == "paper" else door.open)(place, secret).vault
print(len(opened.cases.all()), FolderKeeper().verify(opened))
opened.close()
"""


@pytest.mark.promise(19)
@pytest.mark.parametrize(("way", "secret"), [("password", PASSWORD), ("paper", RECOVERY_TEXT)])
def test_another_computer_without_bus_keyring_or_anything_of_ours_needs_one_secret(
    made, tmp_path, way, secret
):
    (tmp_path / "home").mkdir()
    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, str(made), str(tmp_path / "there"), way, secret],
        cwd=ROOT,
        env={"HOME": str(tmp_path / "home"), "PATH": "/nowhere", "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout == "1 []\n"


def test_a_backup_is_private_and_tells_nothing_of_this_computer(made):
    assert mode(made) == 0o600
    assert b"\xe6\x96\x91\xe9\xa9\xac" not in made.read_bytes()
    assert [one.name for one in made.parent.iterdir() if one.name.startswith(".")] == []
    with tarfile.open(made) as archive:
        for one in archive.getmembers():
            assert (one.uid, one.gid, one.uname, one.gname, one.mtime) == (0, 0, "", "", 0)


def test_a_backup_goes_over_another_only_when_it_may(made, opened, desk):
    before = made.read_bytes()
    desk.case("B")
    with pytest.raises(FileTaken):
        KEEPER.back_up(opened, made)
    assert made.read_bytes() == before
    KEEPER.back_up(opened, made, replace=True)
    assert made.read_bytes() != before


@pytest.mark.skipif(WINDOWS, reason=NO_LINKS)
def test_a_backup_never_goes_into_the_vaults_own_folder(opened, place, tmp_path):
    before = {one: one.read_bytes() for one in place.rglob("*") if one.is_file()}
    (tmp_path / "way").symlink_to(place)
    for target in (place / "vault.db", place / "media" / "b.tar", tmp_path / "way" / "b.tar"):
        for replace in (False, True):
            with pytest.raises(BackupInsideVault):
                KEEPER.back_up(opened, target, replace=replace)
    assert {one: one.read_bytes() for one in place.rglob("*") if one.is_file()} == before


@pytest.mark.skipif(WINDOWS, reason="no file is called so there")
def test_a_name_with_signs_of_a_pattern_leaves_nothing_beside_the_backup(opened, tmp_path):
    (tmp_path / "out").mkdir()
    KEEPER.back_up(opened, tmp_path / "out" / "备份[1]*?.tar")
    assert [one.name for one in (tmp_path / "out").iterdir()] == ["备份[1]*?.tar"]


@pytest.mark.promise(17)
def test_a_backup_while_another_connection_writes_is_whole(opened, desk, tmp_path):
    case = desk.case()
    for number in range(30):
        desk.draft(case, "写" * 2000)
        if number % 10 == 0:
            other = database.connect(opened.folder / "vault.db", opened.raw_key())
            other.execute("INSERT INTO settings VALUES (?, ?)", (str(number), "x" * 5000))
            KEEPER.back_up(opened, tmp_path / "b.tar", replace=True)
            other.close()
    KEEPER.restore(tmp_path / "b.tar", tmp_path / "r")
    assert backup.check(tmp_path / "r" / "vault.db", opened.raw_key()) == []


def recorded(made):
    """Return the name of the recording in an archive, and where its entry begins."""
    with tarfile.open(made) as archive:
        (one,) = [one for one in archive.getmembers() if one.name.startswith("media/")]
    return one.name, one.offset


def test_every_flip_and_truncation_is_noticed(made, tmp_path):
    good, named = made.read_bytes(), 0
    sound, end = recorded(made)
    bad = tmp_path / "bad.tar"
    for at in [*range(0, 1700, 37), *range(1700, len(good) - 10240, 4999)]:
        bad.write_bytes(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :])
        try:
            hurt = KEEPER.restore(bad, tmp_path / "r")
        except BackupDamaged:
            assert not (tmp_path / "r").exists()
            assert at < end
            continue
        # only the padding of a tar's blocks and fields can change without a trace
        restored = {path.name: path.read_bytes() for path in (tmp_path / "r").rglob("*.db")}
        KEEPER.restore(made, tmp_path / "s")
        differing = [
            path.name
            for path in (tmp_path / "s").rglob("*.db")
            if restored[path.name] != path.read_bytes()
        ]
        assert hurt in {(), (Differs(1),)}
        if at >= end:  # a flip in the manifest may accuse a good one
            assert differing == ([sound.rpartition("/")[2]] if hurt else [])
            named += len(hurt)
        assert hurt or not differing
        for name in ("r", "s"):
            for path in sorted((tmp_path / name).rglob("*"), reverse=True):
                path.rmdir() if path.is_dir() else path.unlink()
            (tmp_path / name).rmdir()
    assert named > 20
    for length in (0, 1, 511, 512, 1024, 5000, end // 2, end - 600):
        bad.write_bytes(good[:length])
        with pytest.raises(BackupDamaged):
            KEEPER.restore(bad, tmp_path / "r")
    assert not (tmp_path / "r").exists()


def parts_of(made):
    with tarfile.open(made) as archive:
        return {one.name: archive.extractfile(one).read() for one in archive.getmembers()}


def whole(facts):
    return {"format": "xinxia-backup", "version": 1, "files": facts, "contents": "ab" * 32}


def pack(path, parts, listed=None, extra=(), manifest=None):
    """Write an archive as an attacker would: a right manifest for whatever parts he likes."""
    names = parts if listed is None else listed
    facts = {name: [len(parts[name]), hashlib.sha256(parts[name]).hexdigest()] for name in names}
    said = json.dumps(whole(facts)).encode() if manifest is None else manifest
    with tarfile.open(path, "w") as archive:
        for name, data in {MANIFEST: said, **parts}.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
        for entry, data in extra:
            archive.addfile(entry, io.BytesIO(data))


def entry_of(name, kind=tarfile.REGTYPE, target="", size=0):
    one = tarfile.TarInfo(name)
    one.type, one.linkname, one.size = kind, target, size
    return one


@pytest.fixture
def parts(made):
    found = parts_of(made)
    del found[MANIFEST]
    return found


def refused(source, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(BackupDamaged):
        KEEPER.restore(source, tmp_path / "r")
    assert sorted(tmp_path.rglob("*")) == before


NAMES = [
    "../evil.db",
    "media/../../evil.db",
    "media/../vault.db2",
    "/tmp/evil.db",
    "media/a/b.db",
    "evil.db",
    "media/evil.txt",
    "media/.db",
    "media/a b.db",
    "media/a\\b.db",
    "C:/evil.db",
    "vault.lock",
    "vault.tries",
    "",
    "media",
]


@pytest.mark.promise(39)
@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_is_not_ours_is_refused(parts, tmp_path, name):
    pack(tmp_path / "bad.tar", {**parts, name: b"evil"})
    refused(tmp_path / "bad.tar", tmp_path)


@pytest.mark.promise(39)
@pytest.mark.parametrize(
    "entry",
    [
        entry_of("../evil"),
        entry_of("/tmp/evil"),
        entry_of("media/8.db"),
        entry_of("link", tarfile.SYMTYPE, "/etc/passwd"),
        entry_of("hard", tarfile.LNKTYPE, "vault.db"),
        entry_of("folder", tarfile.DIRTYPE),
        entry_of("pipe", tarfile.FIFOTYPE),
        entry_of("vault.db"),
        entry_of(MANIFEST),
    ],
    ids=lambda entry: f"{entry.name}-{entry.type.decode()}",
)
def test_an_entry_that_the_manifest_does_not_list_is_refused(parts, tmp_path, entry):
    pack(tmp_path / "bad.tar", parts, extra=[(entry, b"")])
    refused(tmp_path / "bad.tar", tmp_path)


@pytest.mark.promise(39)
@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, tarfile.CHRTYPE]
)
def test_a_part_that_is_no_plain_file_is_refused(parts, tmp_path, kind):
    listed = {**parts, "media/7.db": b""}
    target = tmp_path / "bad.tar"
    rest = {name: data for name, data in parts.items() if name != "media/7.db"}
    facts = {name: [len(data), hashlib.sha256(data).hexdigest()] for name, data in listed.items()}
    said = json.dumps(whole(facts)).encode()
    pack(target, rest, manifest=said, extra=[(entry_of("media/7.db", kind, "vault.db"), b"")])
    refused(target, tmp_path)


@pytest.mark.promise(39)
@pytest.mark.parametrize("last", [False, True], ids=["first", "last"])
@pytest.mark.parametrize(
    "kind",
    [
        tarfile.GNUTYPE_LONGNAME,
        tarfile.GNUTYPE_LONGLINK,
        tarfile.GNUTYPE_SPARSE,
        tarfile.XHDTYPE,
        tarfile.XGLTYPE,
        tarfile.SOLARIS_XHDTYPE,
    ],
)
def test_an_entry_that_asks_for_memory_is_refused_before_it_gets_any(made, tmp_path, kind, last):
    whole = made.read_bytes()
    with tarfile.open(made) as archive:
        end = archive.getmembers()[-1]
        at = end.offset_data + -(-end.size // 512) * 512 if last else 0
    forged = entry_of("x", kind, size=3 * 1024**3).tobuf(tarfile.GNU_FORMAT)
    target = tmp_path / "bad.tar"
    target.write_bytes(whole[:at] + forged + whole[at:])
    tracemalloc.start()
    refused(target, tmp_path)
    assert tracemalloc.get_traced_memory()[1] < 64 * 1024 * 1024
    tracemalloc.stop()


@pytest.mark.promise(39)
def test_an_entry_of_less_than_nothing_is_refused(made, tmp_path):
    forged = entry_of("media/9.db", size=-512).tobuf(tarfile.GNU_FORMAT)
    (tmp_path / "bad.tar").write_bytes(forged + made.read_bytes())
    refused(tmp_path / "bad.tar", tmp_path)


@pytest.mark.promise(39)
def test_an_archive_of_more_entries_than_a_manifest_can_list_is_refused(
    parts, tmp_path, monkeypatch
):
    monkeypatch.setattr(backup_unpack, "_MOST_ENTRIES", 10)
    many = {f"media/{number}.db": b"" for number in range(20)}
    pack(tmp_path / "bad.tar", {**parts, **many})
    refused(tmp_path / "bad.tar", tmp_path)


def test_a_part_of_many_gigabytes_needs_no_entry_of_another_kind():
    large = entry_of("media/1.db", size=20 * 1024**3).tobuf(backup_pack.TAR_FORMAT)
    assert len(large) == tarfile.BLOCKSIZE
    assert backup_unpack.Entry.frombuf(large, "utf-8", "strict").size == 20 * 1024**3


@pytest.mark.promise(39)
@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff",
        b"[" * 100_000,
        b'{"format":"xinxia-backup","version":1,"files":[]}',
        b'{"format":"xinxia-backup","version":1,"files":{}}',
        b'{"format":"xinxia-backup","version":1,"files":["vault.header","vault.db"]}',
        b'{"format":"xinxia-backup","version":1,"files":{"vault.header":1,"vault.db":2}}',
        b'{"format":"xinxia-backup","version":2,"files":{}}',
        b'{"format":"other","version":1,"files":{}}',
        b" " * (16 * 1024 * 1024 + 1),
    ],
    ids=range(13),
)
def test_a_manifest_that_says_nothing_sensible_is_refused(parts, tmp_path, manifest):
    pack(tmp_path / "bad.tar", parts, manifest=manifest)
    refused(tmp_path / "bad.tar", tmp_path)


def test_an_archive_without_header_database_or_manifest_is_refused(parts, tmp_path):
    for missing in ("vault.header", "vault.db"):
        left = {name: data for name, data in parts.items() if name != missing}
        pack(tmp_path / "bad.tar", left)
        refused(tmp_path / "bad.tar", tmp_path)
    with tarfile.open(tmp_path / "bad.tar", "w"):
        pass
    refused(tmp_path / "bad.tar", tmp_path)
    (tmp_path / "bad.tar").write_bytes(b"no archive at all" * 1000)
    refused(tmp_path / "bad.tar", tmp_path)


def test_a_compressed_archive_is_not_ours(made, tmp_path):
    with tarfile.open(tmp_path / "bad.tar", "w:gz") as archive:
        archive.add(made, "vault.db")
    refused(tmp_path / "bad.tar", tmp_path)


@pytest.mark.promise(18)
def test_nothing_is_restored_over_something(made, place, tmp_path):
    before = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
    with pytest.raises(PlaceTaken):
        KEEPER.restore(made, place)
    assert before == {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
    (tmp_path / "file").write_bytes(b"theirs")
    with pytest.raises(NotWritable):
        KEEPER.restore(made, tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == b"theirs"


def test_an_empty_folder_will_do_and_an_absent_source_will_not(made, tmp_path):
    (tmp_path / "empty").mkdir()
    KEEPER.restore(made, tmp_path / "empty")
    assert (tmp_path / "empty" / "vault.header").exists()
    with pytest.raises(NotWritable):
        KEEPER.restore(tmp_path / "absent.tar", tmp_path / "r")


def test_only_a_vault_on_disk_is_backed_up(tmp_path):
    with pytest.raises(TypeError):
        KEEPER.back_up(object(), tmp_path / "b.tar")


def test_a_place_that_cannot_be_written_is_said(opened, tmp_path):
    with pytest.raises(NotWritable):
        KEEPER.back_up(opened, tmp_path / "absent" / "b.tar")
    (tmp_path / "folder.tar").mkdir()
    with pytest.raises(NotWritable):
        KEEPER.back_up(opened, tmp_path / "folder.tar")
    assert list((tmp_path / "folder.tar").iterdir()) == []


@pytest.mark.promise(8)
@pytest.mark.promise(9)
def test_the_health_check_sees_every_flipped_page_and_every_cut(desk, opened, tmp_path):
    case = desk.case()
    for _ in range(4):
        desk.signed(case, "一篇很长的记录。" * 2000)
    path, raw_key = opened.folder / "vault.db", opened.raw_key()
    opened.close()
    good = path.read_bytes()
    copy = tmp_path / "copy.db"
    pages = len(good) // 4096
    assert pages > 30
    for page in range(pages):
        at = page * 4096 + 77
        copy.write_bytes(good[:at] + bytes([good[at] ^ 16]) + good[at + 1 :])
        assert backup.check(copy, raw_key), page
    for kept in (pages - 1, pages // 2):
        copy.write_bytes(good[: kept * 4096])
        assert backup.check(copy, raw_key), kept
    swapped = (
        good[: 4096 * 5] + good[4096 * 6 : 4096 * 7] + good[4096 * 5 : 4096 * 6] + good[4096 * 7 :]
    )
    copy.write_bytes(swapped)
    assert backup.check(copy, raw_key)
    with pytest.raises(VaultDamaged):
        backup.read(copy, raw_key)
    copy.write_bytes(good)
    assert backup.check(copy, raw_key) == []
    assert backup.check(copy, bytes(32)) == [Complaint(Fault.UNREADABLE)]


@pytest.mark.promise(10)
def test_all_bad_pages_are_listed(desk, opened, tmp_path):
    case = desk.case()
    for _ in range(4):
        desk.signed(case, "一篇很长的记录。" * 2000)
    path, raw_key = opened.folder / "vault.db", opened.raw_key()
    opened.close()
    data = bytearray(path.read_bytes())
    for page in range(80, 80 + 13, 3):
        data[page * 4096 + 50] ^= 1
    path.write_bytes(data)
    said = backup.check(path, raw_key)
    pages = {one.number for one in said if one.fault is Fault.PAGE}
    assert pages == set(range(80 + 1, 80 + 14, 3)), said


class Slipping:
    """A source whose copy comes out a little different, as by a bug or a cosmic ray."""

    def __init__(self, connection, slip):
        self._connection, self._slip = connection, slip

    def __getattr__(self, name):
        return getattr(self._connection, name)

    def backup(self, copy, pages):
        self._connection.backup(copy, pages=pages)
        copy.execute(self._slip)


@pytest.mark.parametrize(
    "slip",
    [
        "DELETE FROM settings WHERE key = 'k'",
        "UPDATE settings SET value = 'w' WHERE key = 'k'",
        "UPDATE settings SET value = 'v ' WHERE key = 'k'",
        "UPDATE sessions SET minutes = 51",
        "UPDATE notes SET sealed = zeroblob(length(sealed))",
        "UPDATE notes SET sealed = CAST(sealed || x'00' AS BLOB)",
        "UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'audit'",
        "DROP TRIGGER signed_note_is_final",
        "DROP INDEX notes_of_case",
        "CREATE TABLE more (x)",
        "INSERT INTO words (rowid, body) VALUES (99, 'x')",
    ],
)
def test_a_copy_that_differs_in_one_row_is_not_kept(opened, desk, tmp_path, slip):
    desk.draft(desk.case(), "原文")
    opened.connection.execute("INSERT INTO settings VALUES ('k', 'v')")
    (tmp_path / "copy.db").write_bytes(b"the last good one")
    source = Slipping(opened.connection, slip)
    with pytest.raises(VaultDamaged):
        backup.copy_database(source, tmp_path / "copy.db", opened.raw_key())
    assert (tmp_path / "copy.db").read_bytes() == b"the last good one"
    assert [one.name for one in tmp_path.glob("copy.db*")] == ["copy.db"]
    assert not opened.connection.in_transaction
    same = Slipping(opened.connection, "SELECT 1")
    backup.copy_database(same, tmp_path / "copy.db", opened.raw_key())


def test_rows_that_only_slide_from_column_to_column_are_another_content(tmp_path):
    found = set()
    for number, row in enumerate(("'ab', 'c'", "'a', 'bc'", "x'6162', 'c'", "'abc', NULL")):
        connection = database.connect(tmp_path / f"{number}.db", bytes(32))
        connection.execute("CREATE TABLE t (a, b)")
        connection.execute(f"INSERT INTO t VALUES ({row})")
        found.add(contents.read(connection)["t"].digest)
        connection.close()
    assert len(found) == 4


def test_the_order_in_which_rows_came_is_no_difference(tmp_path):
    found = set()
    for number, order in enumerate(((1, 2, 3), (3, 1, 2))):
        connection = database.connect(tmp_path / f"{number}.db", bytes(32))
        connection.execute("CREATE TABLE t (a, b, PRIMARY KEY (b, a)) WITHOUT ROWID")
        connection.execute("CREATE TABLE u (a INTEGER PRIMARY KEY, b)")
        for one in order:
            connection.execute("INSERT INTO t VALUES (?, ?)", (one, -one))
            connection.execute("INSERT INTO u VALUES (?, ?)", (one, -one))
        found.add(contents.seal(contents.read(connection), bytes(32)))
        connection.close()
    assert len(found) == 1


# A restored backup is compared with what the vault held.


@pytest.fixture
def again(made, door, tmp_path):
    """The vault restored from the backup, open."""
    KEEPER.restore(made, tmp_path / "again")
    one = door.open_with_recovery(tmp_path / "again", RECOVERY_TEXT).vault
    yield one
    one.close()


def test_a_backup_is_verified_from_its_own_bytes(made, again):
    assert KEEPER.verify_backup(made, again) == []
    again.connection.execute("INSERT INTO settings VALUES ('k', 'v')")
    assert KEEPER.verify_backup(made, again) == []
    assert not list(again.folder.glob(".*"))


def test_a_backup_with_an_older_database_in_it_is_noticed(made, again, desk, opened, tmp_path):
    """Every part opens under the right key, the sums are right: only the contents tell."""
    desk.case("B")
    KEEPER.back_up(opened, tmp_path / "later.tar")
    older, later = parts_of(made), parts_of(tmp_path / "later.tar")
    said = json.loads(later.pop(MANIFEST))
    mixed = {**later, "vault.db": older["vault.db"]}
    data = mixed["vault.db"]
    said["files"]["vault.db"] = [len(data), hashlib.sha256(data).hexdigest()]
    pack(tmp_path / "mixed.tar", mixed, manifest=json.dumps(said).encode())
    KEEPER.restore(tmp_path / "mixed.tar", tmp_path / "r")
    assert KEEPER.verify_backup(tmp_path / "mixed.tar", again) == [Complaint(Fault.CONTENTS)]


def test_a_backup_with_a_flipped_page_and_right_sums_is_noticed(made, again, tmp_path):
    parts = parts_of(made)
    said = json.loads(parts.pop(MANIFEST))
    data = bytearray(parts["vault.db"])
    data[4096 * 7 + 50] ^= 1
    parts["vault.db"] = bytes(data)
    said["files"]["vault.db"] = [len(data), hashlib.sha256(data).hexdigest()]
    pack(tmp_path / "flipped.tar", parts, manifest=json.dumps(said).encode())
    found = KEEPER.verify_backup(tmp_path / "flipped.tar", again)
    assert (Fault.PAGE, 8) in {(one.fault, one.number) for one in found}


def test_what_is_written_beside_a_backup_confirms_no_guess(made, opened):
    with tarfile.open(made) as archive:
        said = json.loads(archive.extractfile(MANIFEST).read())
    assert set(said) == {"format", "version", "files", "contents"}
    tables = contents.read(opened.connection)
    assert said["contents"] == contents.seal(tables, opened.raw_key())
    assert said["contents"] != contents.seal(tables, bytes(32))


# What is restored lasts a power cut, and half of it never looks whole.


@pytest.mark.skipif(WINDOWS, reason="a folder is not synced there")
def test_everything_restored_is_synced_before_it_gets_its_name(made, tmp_path, monkeypatch):
    happened = []
    real_sync, real_rename = os.fsync, os.replace

    def sync(handle):
        happened.append(os.fstat(handle).st_ino)
        real_sync(handle)

    def rename(source, target):
        happened.append("rename")
        real_rename(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", sync)
        patched.setattr(os, "replace", rename)
        KEEPER.restore(made, tmp_path / "r")
    at = happened.index("rename")
    parts = {one.stat().st_ino for one in ((tmp_path / "r"), *(tmp_path / "r").rglob("*"))}
    assert len(parts) == 5
    assert parts <= set(happened[:at])
    assert tmp_path.stat().st_ino in happened[at:]


@pytest.mark.promise(18)
@pytest.mark.parametrize("after", [0, 1, 2])
def test_a_restore_that_is_killed_never_looks_like_a_vault(made, door, tmp_path, after):
    code = f"""
import os
from pathlib import Path
from storage import backup_unpack, keeper
real, calls = backup_unpack._unpack_part, []
def part(*words):
    if len(calls) == {after}:
        os._exit(9)
    calls.append(1)
    return real(*words)
backup_unpack._unpack_part = part
keeper.FolderKeeper().restore(Path({str(made)!r}), Path({str(tmp_path / "r")!r}))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)
    assert done.returncode == 9
    assert not (tmp_path / "r").exists()
    (left,) = tmp_path.glob(".*.part")
    assert (left / "room").is_dir()
    assert not any(door.exists(one) for one in tmp_path.rglob("*") if one.name != "vault")
    KEEPER.restore(made, tmp_path / "r")
    assert not left.exists()
    door.open_with_recovery(tmp_path / "r", RECOVERY_TEXT).vault.close()


def test_a_backup_that_changes_while_it_is_restored_is_refused(made, tmp_path, monkeypatch):
    real, source, end = backup_unpack._places, made, recorded(made)[1]

    def places(said, members):
        data = bytearray(source.read_bytes())
        data[end - 5000] ^= 1
        source.write_bytes(data)
        return real(said, members)

    monkeypatch.setattr(backup_unpack, "_places", places)
    refused(made, tmp_path)


def test_a_damaged_database_makes_no_backup(desk, opened, tmp_path):
    (tmp_path / "b.tar").write_bytes(b"the last good one")
    case = desk.case()
    desk.signed(case, "一篇很长的记录。" * 2000)
    opened.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    path = opened.folder / "vault.db"
    data = bytearray(path.read_bytes())
    for page in range(5, len(data) // 4096):
        data[page * 4096 + 50] ^= 1
    path.write_bytes(data)
    opened.connection.execute("PRAGMA shrink_memory").fetchone()
    lease = KEEPER.lease(opened)  # before anybody knows of the damage
    assert KEEPER.verify(opened) != []
    with pytest.raises(VaultDamaged):
        KEEPER.back_up_file(
            dataclasses.replace(lease, read_only=False), tmp_path / "b.tar", nobody, replace=True
        )
    with pytest.raises(VaultReadOnly):
        KEEPER.back_up(opened, tmp_path / "b.tar", replace=True)
    assert (tmp_path / "b.tar").read_bytes() == b"the last good one"

"""Everything comes out readable under one password, and a vault made of it is the same.

What is compared is every table and every file by its SHA-256; what is left out is said by name.
"""

from __future__ import annotations

import hashlib
import io
import json
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.appointment import Booking
from app.domain.audit import AuditKind
from app.domain.case import ServiceMode, shut_code
from app.domain.case_form import CaseForm
from app.domain.client import Profile
from app.domain.consent import ConsentState
from app.domain.consent_purpose import Purpose
from app.domain.errors import (
    BackupInsideVault,
    BackupStopped,
    DiskFull,
    ExportDamaged,
    ExportTooNew,
    NoRoom,
    PlaceTaken,
    VaultReadOnly,
    WeakPassword,
    WrongPassword,
)
from app.domain.readable import LETTERS, Order, check, spelled
from app.domain.recurrence import Rule
from app.ports import NewVault
from app.services import (
    appointments,
    case_locks,
    consent_proof,
    consents,
    notes,
    readable_exports,
)
from reports.readable import HtmlPages
from storage import aes_zip, database, readable_in, readable_rows, readable_tables
from storage.archivist import FolderArchivist
from storage.keeper import FolderKeeper
from storage.meter import nobody
from storage.readable_in import MANIFEST
from storage.readable_tables import LEFT_OUT, OF_THIS_VAULT, TABLES
from tests.modes import mode
from tests.small_disk import BALLAST, fill_up, mounted
from tests.vault.fixtures import FORM, PASSWORD, RECOVERY, RECOVERY_TEXT
from tests.vault.test_case_locks import WORD, give
from tests.vault.test_every_noun import CANARY, fill

SECRET = "tr4nsparent-mulberry-kite-9-lantern"
ALL = Order("en", reflections=True, recordings=True, password=SECRET)
VECTORS = Path(__file__).parent / "vectors"
SOUND = bytes(range(256)) * 1024


@pytest.fixture
def archivist(door, clock):
    """What writes and reads exports, with the pages that people read."""
    return FolderArchivist(door, clock, lambda lang, zone: HtmlPages(lang, zone, {}))


@pytest.fixture
def full(desk):
    """A vault in which every exported table has a row, and a case that was destroyed has none."""
    vault, clock, case = desk.vault, desk.clock, desk.case("A-01")
    note = desk.signed(case, "第一次 <script>alert(1)</script> \ud83d")
    desk.amend(note, "补一句")
    desk.amend(desk.signed(case, "第二次"), "再补一句")
    notes.save_amendment_draft(vault, clock, note, "还没有签的")
    desk.consent(case, ConsentState.SIGNED)
    desk.recording(case, SOUND, "第一段")
    weekly = Rule(weekdays=(clock.at.weekday(),))
    first = clock.at + timedelta(days=1)
    appointments.book(vault, clock, Booking(case, first, ServiceMode.ONLINE, rule=weekly))
    single = Booking(case, clock.at + timedelta(days=2), ServiceMode.ONLINE, remark="带伞")
    appointments.book(vault, clock, single)
    fill(desk)
    with vault.transaction():
        entry = vault.practice.all()[0]
        vault.practice.add_document(entry.id, "application/pdf", b"%PDF certificate", clock.at)
        (letter, *_) = vault.entries.of_case(case)
        vault.entries.add_document((case, letter.id), "application/pdf", b"%PDF court", clock.at)
        vault.case_form.keep(CaseForm("N-9", ServiceMode.ONLINE, Profile(name="新来的")), clock.at)
        vault.connection.execute(
            "INSERT INTO appointment_moves (case_id, from_at, to_at, at, following)"
            " VALUES (?, '2026-03-01', '2026-03-02', '2026-03-01', 0)",
            (case,),
        )
        vault.connection.execute(
            "INSERT INTO destruction_marks VALUES (?, '2026-03-01', '')", (case,)
        )
        vault.connection.execute(
            "INSERT INTO destructions (case_id, at, held) VALUES (99, '2026-03-01', ?)",
            ('{"notes": 2}',),
        )
    return case


def write(desk, archivist, target, order=ALL, told=nobody):
    """Write an export."""
    return readable_exports.begin(desk.vault, archivist, target, order)(told)


class Filling:
    """Fills a disk when it is told for the first time how far the work is."""

    def __init__(self, disk):
        self.disk = disk

    def __call__(self, done, total):
        if not (self.disk / BALLAST).exists():
            fill_up(self.disk)


def listed(path, password=SECRET):
    """Return every file of an archive."""
    with path.open("rb") as source:
        reader = aes_zip.Reader(source, password)
        return {name: reader.read(name, 10**8) for name in reader.files}


@contextmanager
def taken(archivist, door, source, place):
    """Give the vault that an archive makes, and what was said of it."""
    said = archivist.take_in(source, SECRET, NewVault(place, PASSWORD, RECOVERY), nobody)
    opened = door.open_with_recovery(place, RECOVERY_TEXT).vault
    try:
        yield opened, said
    finally:
        opened.close()


def logical(vault):
    """Return the SHA-256 of what each table says, and of every file, digests of its key apart."""
    lease = FolderKeeper().lease(vault)
    secrets, found = vault.readable_secrets(lease), {}
    with readable_rows.reading(vault.folder / "vault.db", secrets) as rows:
        for table in TABLES:
            said = [
                {key: value for key, value in row.items() if key not in {"digest", "previous"}}
                for row in rows.of(table)
            ]
            if table.name == "audit":
                made = (AuditKind.READABLE_TAKEN_IN.value, AuditKind.WRONG_TRIES.value)
                said = [row for row in said if row["kind"] not in made]
            found[table.name] = hashlib.sha256(repr(said).encode("utf-8", "replace")).hexdigest()
        for name in ("documents", "entry_documents", "practice_documents"):
            table = next(one for one in TABLES if one.name == name)
            for row, data in rows.bytes_of(table):
                found[row["file"]] = hashlib.sha256(data).hexdigest()
    for name, number in vault.recordings.files().items():
        del name
        reader = vault.recordings.reader(number)
        found[f"recording {number}"] = hashlib.sha256(reader.read_at(0, reader.size)).hexdigest()
        reader.close()
    secrets.end()
    return found


def test_every_table_and_column_is_exported_or_left_out_for_a_reason(opened):
    connection = opened.connection
    found = {
        row[0]
        for row in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table'"
            " AND name NOT LIKE 'sqlite_%' AND name NOT GLOB 'words_*'"
        )
    }
    assert found == {one.name for one in TABLES} | set(LEFT_OUT)
    for table in TABLES:
        columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table.name}")')]
        assert columns == [one.name for one in table.columns]


def test_a_vault_made_of_an_export_is_the_same(desk, door, archivist, full, tmp_path):
    before = logical(desk.vault)
    empty = hashlib.sha256(b"[]").hexdigest()
    assert [name for name, digest in before.items() if digest == empty] == []
    numbers = desk.vault.connection.execute("SELECT * FROM sqlite_sequence").fetchall()
    made = write(desk, archivist, tmp_path / "x.zip")
    assert made.left == ()
    assert made.cases == (full, full + 1)
    with taken(archivist, door, tmp_path / "x.zip", tmp_path / "new") as (copy, said):
        assert logical(copy) == before
        assert said.rows == made.rows
        assert (said.left, said.unlocked, said.unproven) == ((), (), ())
        assert copy.audit.intact()
        assert notes.signatures_are_right(copy, full)
        assert consent_proof.altered_cases(copy) == []
        assert copy.audit.entries()[0].kind is AuditKind.READABLE_TAKEN_IN
        kept = dict(copy.connection.execute("SELECT * FROM sqlite_sequence").fetchall())
        assert all(kept[name] >= seq for name, seq in numbers if name in made.rows)
        assert len(copy.search.find("补一句").hits) == 2
        assert FolderKeeper().verify(copy) == []
        # It is a vault like any other: what is signed is final there, and it takes new words.
        with pytest.raises(database.Error), copy.transaction():
            copy.connection.execute("UPDATE notes SET turn = 9 WHERE state = 'signed'")
        again = replace(desk, vault=copy)
        again.signed(full, "第三次")
        assert notes.signatures_are_right(copy, full)


@pytest.mark.promise(29)
def test_the_archive_is_read_without_the_program(desk, archivist, full, tmp_path):
    target = tmp_path / "x.zip"
    made = write(desk, archivist, target)
    raw = target.read_bytes()
    assert CANARY.encode() not in raw
    assert b"N-01" not in raw
    assert set(tmp_path.glob("*")) == {target, desk.vault.folder}
    assert mode(target) == 0o600
    files = listed(target)
    manifest = json.loads(files[MANIFEST])
    assert manifest["rows"] == made.rows
    assert set(manifest["files"]) | {MANIFEST} == set(files)
    for name, said in manifest["files"].items():
        assert hashlib.sha256(files[name]).hexdigest() == said["sha256"]
    assert files["files/recordings/000001.wav"] == SOUND
    page = files[f"cases/{full:06d}.html"].decode()
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert f"{CANARY} measure" in files[f"cases/{full + 1:06d}.html"].decode()
    assert 'href="../files/recordings/000001.wav"' in page
    entries = [json.loads(one) for one in files["data/entries.jsonl"].splitlines()]
    assert f"{CANARY} risk assessment" in {one["content"].get("said") for one in entries}
    schema = json.loads(files["schema.json"])
    for name, table in schema["tables"].items():
        for one in files[table["file"]].splitlines():
            known = {*table["columns"], "seal_is_right", "file"}
            assert set(json.loads(one)) <= known, name
    with pytest.raises(WrongPassword):
        listed(target, f"{SECRET}?")


def test_what_is_not_in_it_is_named(desk, door, archivist, full, tmp_path):
    """A shut case, reflections that were not chosen; an open case comes without its password."""
    shut, open_ = desk.case("S-1"), desk.case("O-1")
    for case in (shut, open_):
        desk.signed(case, "quokkafossa")
        give(desk, case)
    case_locks.shut(desk.vault, desk.clock, shut)
    case_locks.open_case(desk.vault, desk.clock, open_, WORD)
    target = tmp_path / "x.zip"
    made = write(desk, archivist, target, replace(ALL, reflections=False, recordings=False))
    said = {(one.what, one.number) for one in made.left}
    assert said == {("case", shut), ("reflections", 1), ("recordings", 1)}
    assert made.cases == (full, full + 1, open_)
    files = listed(target)
    assert b"S-1" not in b"".join(files.values())
    assert files["data/reflections.jsonl"] == files["data/recordings.jsonl"] == b""
    assert f"Case {shut_code(shut)} has a password" in files["index.html"].decode()
    with taken(archivist, door, target, tmp_path / "new") as (copy, arrived):
        assert {(one.what, one.number) for one in arrived.left} == said
        assert arrived.unlocked == (open_,)
        assert [one.id for one in copy.cases.all()] == [open_, full + 1, full]
        assert copy.notes.of_case(open_)[0].body.text() == "quokkafossa"


def test_a_recording_that_is_hurt_or_withdrawn_is_left_out_and_named(
    desk, archivist, full, tmp_path
):
    vault = desk.vault
    hurt, gone = (desk.recording(full, SOUND) for _ in range(2))
    files = {
        number: vault.folder / "media" / name for name, number in vault.recordings.files().items()
    }
    whole = bytearray(files[hurt].read_bytes())
    whole[len(whole) // 2] ^= 1
    files[hurt].write_bytes(whole)
    files[gone].unlink()
    made = write(desk, archivist, tmp_path / "x.zip")
    assert {(one.number, one.why) for one in made.left} == {(hurt, "damaged"), (gone, "gone")}
    assert sum(name.startswith("files/recordings") for name in listed(tmp_path / "x.zip")) == 1
    recorded = replace(FORM, key="audio.zh", purpose=Purpose.AUDIO, remote=False)
    agreed = consents.start(vault, desk.tools, full, recorded)
    facts = {"counselor": "陈", "fee": "五百"}
    consents.change(vault, desk.tools, agreed.id, replace(agreed.draft, facts=facts))
    for state in (ConsentState.PROVIDED, ConsentState.RECONFIRMED):
        consents.step(vault, desk.tools, agreed.id, state)
    consents.sign_on_screen(vault, desk.tools, agreed.id, desk.signatures())
    assert len(write(desk, archivist, tmp_path / "y.zip").left) == 2
    consents.step(vault, desk.tools, agreed.id, ConsentState.WITHDRAWN)
    made = write(desk, archivist, tmp_path / "y.zip")
    assert {one.why for one in made.left} == {"withdrawn"}


def test_what_stops_an_export_leaves_nothing(desk, archivist, full, tmp_path):
    def stop(done, total):
        if done > total // 4:
            raise BackupStopped

    with pytest.raises(BackupStopped):
        write(desk, archivist, tmp_path / "x.zip", told=stop)
    with pytest.raises(BackupInsideVault):
        write(desk, archivist, desk.vault.folder / "x.zip")
    for weak in ("short", "只用中文写的一长串密码也不行哦再长也不行", "horse battery"):
        with pytest.raises(WeakPassword):
            write(desk, archivist, tmp_path / "x.zip", replace(ALL, password=weak))
    assert list(tmp_path.glob("*")) == [desk.vault.folder]
    desk.vault.distrust()
    with pytest.raises(VaultReadOnly):
        write(desk, archivist, tmp_path / "x.zip")


@pytest.mark.promise(3)
def test_a_full_disk_is_said_and_nothing_half_stays_on_it(desk, archivist, full, tmp_path):
    desk.recording(full, SOUND * 20)
    with mounted(tmp_path / "disk", 3) as small:
        with pytest.raises(NoRoom):  # before a byte is written
            write(desk, archivist, small / "x.zip")
        with pytest.raises(DiskFull):  # somebody else fills it on the way
            write(desk, archivist, small / "x.zip", replace(ALL, recordings=False), Filling(small))
        assert [one.name for one in small.iterdir()] == [BALLAST]


def test_the_trail_says_what_left(desk, archivist, full, tmp_path):
    readable_exports.made(desk.vault, desk.clock, write(desk, archivist, tmp_path / "x.zip"))
    *held, exported = desk.vault.audit.entries()[:3]
    assert (exported.kind, exported.subject) == (AuditKind.READABLE_EXPORTED, 2)
    assert {one.kind for one in held} == {AuditKind.READABLE_HOLDS}
    assert [one.case_id for one in held] == [full + 1, full]


def changed(files, **new):
    """Return an archive of these files, some of them others, its manifest as they are."""
    files = {**files, **new}
    manifest = json.loads(files.pop(MANIFEST))
    manifest["files"] = {
        name: {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in files.items()
    }
    return packed({**files, MANIFEST: json.dumps(manifest).encode()})


def packed(files):
    """Return an archive."""
    out = io.BytesIO()
    writer = aes_zip.Writer(out, SECRET)
    for name, data in files.items():
        with writer.file(name, len(data)) as file:
            file.write(data)
    writer.finish()
    return out.getvalue()


@pytest.mark.promise(39)
def test_a_forged_archive_makes_no_vault(desk, archivist, full, tmp_path):
    """Rows that do not fit, settings that open doors, files that are not listed, a newer form."""
    target, place = tmp_path / "x.zip", tmp_path / "new"
    write(desk, archivist, target)
    files = listed(target)
    manifest = json.loads(files[MANIFEST])
    keyring = json.dumps({"key": "keyring", "value": ["00" * 32, True]}).encode()
    forged = {
        "orphan": changed(files, **{"data/cases.jsonl": b""}),
        "secret": changed(files, **{"data/settings.jsonl": keyring}),
        "twice": changed(files, **{"data/cases.jsonl": files["data/cases.jsonl"] * 2}),
        "no rows": changed(files, **{"data/notes.jsonl": b"[]\n"}),
        "no json": changed(files, **{"data/notes.jsonl": b"{"}),
        "elsewhere": packed({**files, "../../evil": b"x"}),
        "not listed": packed({one: files[one] for one in files if one != "data/notes.jsonl"}),
        "bomb": packed({**files, MANIFEST: files[MANIFEST].replace(b'"size": 2', b'"size": 1')}),
        "other": packed({**files, MANIFEST: json.dumps({**manifest, "format": "x"}).encode()}),
        "cut": target.read_bytes()[:-200],
        "none": b"PK",
    }
    for name, data in forged.items():
        target.write_bytes(data)
        with pytest.raises(ExportDamaged):
            archivist.take_in(target, SECRET, NewVault(place, PASSWORD, RECOVERY), nobody)
        assert not place.exists(), name
    target.write_bytes(packed({**files, MANIFEST: json.dumps({**manifest, "version": 2}).encode()}))
    with pytest.raises(ExportTooNew):
        archivist.take_in(target, SECRET, NewVault(place, PASSWORD, RECOVERY), nobody)
    place.mkdir()
    (place / "hers").touch()
    target.write_bytes(packed(files))
    with pytest.raises(PlaceTaken):
        archivist.take_in(target, SECRET, NewVault(place, PASSWORD, RECOVERY), nobody)
    assert sorted(tmp_path.glob("*")) == sorted([place, desk.vault.folder, target])


def test_a_signature_that_was_broken_stays_broken(desk, door, archivist, full, tmp_path):
    vault = desk.vault
    bad = desk.case("B-1")
    note = desk.signed(bad, "wahr")
    sealed = vault.case_keys.seal_json(
        "notes", bad, note, {"template": "free", "edition": "1", "parts": [["text", "T", "falsch"]]}
    )
    vault.connection.execute("DROP TRIGGER signed_note_is_final")
    vault.connection.execute("UPDATE notes SET sealed = ? WHERE id = ?", (sealed, note))
    write(desk, archivist, tmp_path / "x.zip")
    page = listed(tmp_path / "x.zip")[f"cases/{bad:06d}.html"].decode()
    assert "The signature does not match" in page
    with taken(archivist, door, tmp_path / "x.zip", tmp_path / "new") as (copy, said):
        assert said.unproven == (bad,)
        assert not notes.signatures_are_right(copy, bad)
        assert notes.signatures_are_right(copy, full)


# The archive itself.


def test_an_archive_of_seven_zip_is_read():
    """Made by 7-Zip 26.03, `7zz a -tzip -mem=AES256`: what we read is not our own writing alone."""
    with (VECTORS / "seven-zip.zip").open("rb") as source:
        reader = aes_zip.Reader(source, SECRET)
        assert reader.read("a.txt", 1000) == "七个字的一句话".encode() * 20
        assert reader.read("b.bin", 1000) == b"\0\1seven"


def test_an_archive_beyond_four_gigabytes_is_written_and_read(monkeypatch):
    """As one is written, without its bytes: every number beyond 10 where a large one stands."""
    monkeypatch.setattr(aes_zip, "_ALMOST", 10)
    monkeypatch.setattr(aes_zip, "_MANY", 2)
    data = packed({"a": b"first" * 9, "b": b""})
    assert b"PK\x06\x06" in data
    reader = aes_zip.Reader(io.BytesIO(data), SECRET)
    assert {name: reader.read(name, 100) for name in reader.files} == {"a": b"first" * 9, "b": b""}


@pytest.mark.promise(39)
@settings(max_examples=100)
@given(st.binary(max_size=300), st.integers(0, 10_000), st.integers(0, 255))
def test_whatever_is_changed_in_an_archive_is_refused_or_harmless(words, at, byte):
    """The MAC is over the bytes of a file; its name and packing are held by the list alone."""
    manifest = json.dumps({"format": "xinxia-readable", "version": 1}).encode()
    data = bytearray(changed({MANIFEST: manifest}, a=words, b=b"other"))
    data[at % len(data)] = byte
    try:
        archive = readable_in._opened(io.BytesIO(bytes(data)), SECRET, nobody)
        found = {name: b"".join(archive.pieces(name)) for name in archive.listed}
    except (ExportDamaged, WrongPassword):
        return
    assert found == {"a": words, "b": b"other"}


@pytest.mark.promise(39)
@settings(max_examples=50)
@given(st.binary(max_size=400))
def test_bytes_that_are_no_archive_are_refused(data):
    with pytest.raises(ExportDamaged):
        aes_zip.Reader(io.BytesIO(data), SECRET)


@pytest.mark.promise(39)
def test_a_bomb_ends_where_its_list_ends():
    data = packed({"big": bytes(3_000_000)})
    assert len(data) < 10_000
    with pytest.raises(ExportDamaged):
        aes_zip.Reader(io.BytesIO(data), SECRET).read("big", 2_000_000)
    with pytest.raises(ExportDamaged):
        list(aes_zip.Reader(io.BytesIO(data), SECRET).open("big", 3_000_000).lines(1000))


@pytest.mark.clause("044", "050")
def test_the_password_of_an_archive_is_strong_and_any_keyboard_writes_it():
    check(SECRET)
    check(spelled(bytes(range(20))))
    assert set(spelled(bytes(range(256)))) == {*LETTERS, "-"}
    for password, reason in (
        ("1234567", "short"),
        ("正确 horse 电池 staple 再加几个字", "letters"),
        ("tab\tbattery staple correct", "letters"),
        ("horse battery", "file"),
    ):
        with pytest.raises(WeakPassword) as refused:
            check(password)
        assert refused.value.reason == reason


def test_settings_of_this_vault_stay(desk, archivist, full, tmp_path):
    desk.vault.settings.remember_keyring("00" * 32, out=True)
    write(desk, archivist, tmp_path / "x.zip")
    said = listed(tmp_path / "x.zip")["data/settings.jsonl"].decode()
    assert not any(f'"key": "{key}"' in said for key in OF_THIS_VAULT)
    assert readable_in.MOST_LISTED
    assert readable_tables.file_name("documents", 7, "x/y") == "files/documents/000007.bin"

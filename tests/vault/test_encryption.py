"""The vault really is encrypted (promise 28), and a case's words lie under that case's own key."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from ctypes.util import find_library
from dataclasses import fields
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from app.domain.case import ServiceMode
from app.domain.client import EmergencyContact, Place, Profile, Relative
from app.domain.consent import ConsentState
from app.domain.entry import EntryKind
from app.domain.errors import EncryptionMissing
from app.domain.practice import Practice
from app.domain.session_sheet import SessionSheet
from app.services import cases, consents, notes
from storage import database
from tests.house.tree import ROOT
from tests.vault.fixtures import PASSWORD, RECOVERY, RECOVERY_TEXT, Desk

LATIN, HAN, RARE = "ZEBRAcanary", "斑马金丝雀", "䶮𬱖😀"
CANARY = f"{LATIN}{HAN}{RARE}"


SEALED = (
    *("cases", "clients", "notes", "amendments", "amendment_drafts", "case_drafts"),
    *("consents", "documents", "entries", "session_sheets", "recordings", "reflections"),
    "entry_documents",
)
"""Tables in which words of a case lie sealed."""


def plain_library():
    """Return the path of another libsqlite3, or None."""
    name = find_library("sqlite3")
    places = (
        [Path(folder) / name for folder in ("/usr/lib/x86_64-linux-gnu", "/usr/lib", "/lib64")]
        if name
        else []
    )
    return next((str(one) for one in places if one.exists()), None)


INTRUDER = """
import sys
from pathlib import Path
from sqlcipher3 import dbapi2
print("cipher", dbapi2.connect(":memory:").execute("PRAGMA cipher_version").fetchone())
from app.domain.errors import EncryptionMissing
from app.domain.recovery_key import to_groups
from storage import database
from storage.clock import SystemClock
from storage.vault import FolderDoor
door = FolderDoor(SystemClock())
work, place = Path(sys.argv[1]), Path(sys.argv[2])
for act in (
    lambda: door.create(work / "v", "correct horse battery", to_groups(bytes(20))),
    lambda: door.open_with_recovery(place, sys.argv[3]),
    lambda: database.connect(work / "x.db", bytes(32)),
):
    try:
        act()
    except EncryptionMissing:
        print("refused")
"""


@pytest.mark.promise(28)
@pytest.mark.clause("050", "132")
@pytest.mark.skipif(plain_library() is None, reason="no libsqlite3.so.0 on this computer")
def test_with_another_sqlite_in_its_place_nothing_is_written(tmp_path, place):
    (tmp_path / "work").mkdir()
    before = {one.name: one.read_bytes() for one in place.iterdir() if one.is_file()}
    done = subprocess.run(
        [sys.executable, "-c", INTRUDER, str(tmp_path / "work"), str(place), RECOVERY_TEXT],
        cwd=ROOT,
        env={**os.environ, "LD_PRELOAD": plain_library()},
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout.splitlines() == ["cipher None", "refused", "refused", "refused"]
    assert list((tmp_path / "work").iterdir()) == []
    assert before == {one.name: one.read_bytes() for one in place.iterdir() if one.is_file()}


@pytest.mark.promise(28)
@pytest.mark.parametrize("answer", [None, ("",), (None,)])
def test_no_answer_or_an_empty_one_is_no_encryption(tmp_path, door, monkeypatch, answer):
    class Silent(dbapi2.Connection):
        def execute(self, *statement):
            if "cipher_version" not in statement[0]:
                return super().execute(*statement)
            return (
                super().execute("SELECT 1 WHERE 0")
                if answer is None
                else super().execute("SELECT ?", answer)
            )

    real = dbapi2.connect
    monkeypatch.setattr(
        database.dbapi2, "connect", lambda *a, **k: real(*a, **{**k, "factory": Silent})
    )
    with pytest.raises(EncryptionMissing):
        door.create(tmp_path / "v", PASSWORD, RECOVERY)
    with pytest.raises(EncryptionMissing):
        database.connect(tmp_path / "x.db", bytes(32))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.promise(28)
def test_a_plain_database_in_its_place_is_refused_and_unchanged(place, door):
    (place / "vault.db").unlink()
    plain = dbapi2.connect(str(place / "vault.db"))
    plain.execute("CREATE TABLE notes (text)")
    plain.close()
    before = (place / "vault.db").read_bytes()
    assert before.startswith(b"SQLite format 3\0")
    with pytest.raises(EncryptionMissing):
        door.open_with_recovery(place, RECOVERY_TEXT)
    assert (place / "vault.db").read_bytes() == before
    assert not list(place.glob("vault.db-*"))


@pytest.mark.promise(28)
def test_the_file_shows_no_sign_of_sqlite(desk, opened):
    desk.signed(desk.case(), "x" * 20_000)
    opened.close()
    data = (opened.folder / "vault.db").read_bytes()
    assert b"SQLite format 3" not in data
    assert b"CREATE TABLE" not in data
    assert database.PLAIN_MAGIC not in data


def canary_profile():
    words = {one.name: CANARY for one in fields(Profile) if one.type == "str"}
    many = dict.fromkeys(("aliases", "places", "organisations"), (CANARY,))
    who = EmergencyContact(CANARY, CANARY, CANARY)
    near = Place(CANARY, "Asia/Shanghai")
    return Profile(
        **{**words, "email": f"{CANARY}@{CANARY}"},
        **many,
        place=near,
        counselor_place=near,
        emergency=who,
        people=(Relative(CANARY, CANARY, (CANARY,)),),
    )


def work_with_canaries(desk: Desk):
    """Put the canary into every field that a counselor can fill in."""
    vault, clock, tools = desk.vault, desk.clock, desk.tools
    vault.settings.change_practice(Practice(*([CANARY] * 8), place=Place(CANARY, "Asia/Shanghai")))
    case = cases.open_case(vault, clock, CANARY, ServiceMode.ONLINE, canary_profile())
    note = desk.signed(case.id, CANARY)
    desk.amend(note, CANARY)
    notes.save_amendment_draft(vault, clock, note, CANARY)
    notes.leave(vault, desk.draft(case.id, CANARY))
    file_of_canaries(vault, vault.notes.get(desk.draft(case.id, CANARY)).session_id, clock.at)
    desk.recording(case.id, CANARY.encode() * 900, CANARY)
    desk.consent(case.id, ConsentState.SIGNED)
    made = desk.consent(case.id, ConsentState.RECONFIRMED)
    draft = vault.consents.get(made).draft
    filled = {**draft.facts, "fee": CANARY, "counselor": CANARY}
    consents.change(
        vault, desk.tools, made, type(draft)(draft.template, draft.edition, filled, draft.access)
    )
    for state in list(ConsentState)[1:5]:
        consents.step(vault, tools, made, state)
    paper = consents.PaperEvidence(consents.SigningMethod.PHOTO, CANARY.encode(), CANARY)
    consents.sign_on_paper(vault, tools, made, paper)


def file_of_canaries(vault, session_id, at):
    """Put the canary into every word of a session sheet, and into entries of the case's file."""
    session = vault.sessions.get(session_id)
    words = {one.name: CANARY for one in fields(SessionSheet) if one.type == "str"}
    assert len(words) > 9
    sheet = SessionSheet(client_place=Place(CANARY), counselor_place=Place(CANARY), **words)
    vault.entries.save_sheet(session, sheet, at)
    vault.reflections.add(session.case_id, session.id, CANARY, at)
    for kind in (EntryKind.CONTACT, EntryKind.RELATION_CHECK, EntryKind.IDENTITY_TALK):
        vault.entries.add(session.case_id, kind, at, {CANARY: [CANARY]}, session.id)
        vault.cases.keep_draft(session.case_id, kind.value, {"said": CANARY}, at)
    about = (session.case_id, vault.entries.of_case(session.case_id)[-1].id)
    vault.entries.add_document(about, "image/png", CANARY.encode() * 90, at)


def encodings(word):
    """Return how a word may lie on a disk."""
    for codec in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "gb18030"):
        raw = word.encode(codec)
        yield raw
        yield raw.hex().encode()
        for shift in range(3):  # base64 depends on where in its three bytes a word begins
            yield base64.b64encode(b"\0" * shift + raw)[4 if shift else 0 : -4]
    yield "".join(f"\\u{ord(c):04x}" for c in word if ord(c) < 0x10000).encode()


def leaks(data):
    return [raw for word in (LATIN, HAN) for raw in encodings(word) if raw in data]


def test_the_search_for_leaks_finds_one():
    for coded in (
        CANARY.encode("utf-16-le"),
        base64.b64encode(b"abc" + CANARY.encode()),
        CANARY.encode(),
    ):
        assert leaks(b"before" + coded + b"after")


@pytest.mark.promise(29)
@pytest.mark.clause("113", "132", "050")
def test_no_file_of_the_folder_holds_a_word(desk, opened, home):
    work_with_canaries(desk)

    def scan():
        paths = [
            path for root in (opened.folder, home) for path in root.rglob("*") if path.is_file()
        ]
        return {path.name: found for path in paths if (found := leaks(path.read_bytes()))}

    assert scan() == {}  # while it is open, with its log and shared memory
    opened.close()
    assert scan() == {}


@pytest.mark.promise(26)
@pytest.mark.clause("113", "132")
def test_without_the_case_key_no_column_holds_a_word(desk, opened):
    """With the raw key but not the case's: no row of any table but the index holds its words."""
    work_with_canaries(desk)
    opened.connection.execute("DELETE FROM settings")  # the practice is the counselor's own word
    raw_key, path = opened.raw_key(), opened.folder / "vault.db"
    opened.close()
    connection = database.connect(path, raw_key)
    tables = [
        row[0]
        for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if row[0] != "words" and not row[0].startswith("words_")
    ]
    found, empty, seen = [], set(), 0
    for table in tables:
        rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()
        seen += len(rows)
        empty |= set() if rows else {table}
        for row in rows:
            data = b"\0".join(
                value if isinstance(value, bytes) else str(value).encode() for value in row
            )
            if leaks(data):
                found.append(table)
    connection.close()
    assert seen > 30
    assert not empty & {*SEALED}
    assert found == []


@pytest.mark.promise(26)
def test_a_destroyed_case_key_leaves_nothing_to_read(desk, opened):
    """The words hang by the wrapped key alone: put another in its place, and they are gone."""
    work_with_canaries(desk)
    case = opened.cases.all()[0].id
    fresh = opened._case_keys.new(case)
    opened.connection.execute("UPDATE cases SET wrapped_key = ?", (fresh,))
    for read in (
        opened.cases.get,
        opened.clients.of_case,
        opened.notes.of_case,
        opened.consents.of_case,
    ):
        with pytest.raises(database.VaultDamaged):
            read(case)

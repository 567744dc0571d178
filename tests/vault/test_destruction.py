"""Destroying a case leaves nothing of it: no row, no word of the index, no key, no recording."""

from __future__ import annotations

import os
import random
import shutil
import signal
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from cryptography.exceptions import InvalidTag

from app.domain.appointment import Booking
from app.domain.audit import AuditKind
from app.domain.case import ServiceMode
from app.domain.client import Profile
from app.domain.consent import ConsentState
from app.domain.destruction import BackupMade, Counted, Ground, Holding, Marked
from app.domain.entry import EntryKind
from app.domain.errors import (
    CodeNotRepeated,
    DestructionNotMarked,
    Refusal,
    TooManyTries,
    WrongPassword,
)
from app.domain.ids import CaseId
from app.domain.recurrence import Rule
from app.domain.session_sheet import SessionSheet
from app.services import appointments, backups, case_locks, destruction, health, notes
from app.services.case_entries import draft_kind
from storage import database, keys, media, times
from storage.keeper import FolderKeeper
from tests.modes import fork
from tests.vault.fixtures import EARLY, PASSWORD, RECOVERY_TEXT, START, Desk, make_tools
from tests.vault.pages import PageDamagedError, Pages

if TYPE_CHECKING:
    from pathlib import Path

KEEPER = FolderKeeper()
WORD = "zebraquagga"
"""One token of the index, of which no neighbour shares the beginning."""
CODE = f"{WORD}-7"
SOUND = random.Random(1).randbytes(200_000)


def fill(desk: Desk) -> CaseId:
    """Return a case that holds something of everything, each with the canary in it."""
    case = desk.case(CODE, Profile(name=WORD, phone="13800001234"))
    desk.consent(case, ConsentState.SIGNED)
    note = desk.signed(case, f"她说到 {WORD}。")
    desk.amend(note, f"补记 {WORD}")
    notes.save_amendment_draft(desk.vault, desk.clock, note, f"还没写完 {WORD}")
    desk.draft(case, f"草稿 {WORD}")
    notes.leave(desk.vault, note)
    desk.consent(case)
    mode = ServiceMode.ONLINE
    appointments.book(desk.vault, desk.clock, Booking(case, START, mode, remark=WORD))
    weekly = Booking(case, START, mode, rule=Rule(weekdays=(6,)))
    appointments.book(desk.vault, desk.clock, weekly)
    desk.vault.cases.keep_draft(case, "review", {"word": WORD}, START)
    desk.recording(case, SOUND, WORD)
    session = desk.vault.sessions.get(desk.vault.notes.get(note + 1).session_id)
    desk.vault.entries.save_sheet(session, SessionSheet(mood=WORD, work=WORD), START)
    desk.vault.reflections.add(case, session.id, WORD, START)
    for kind in EntryKind:
        if kind is not EntryKind.MODE_CHANGE:  # it is read where a note begins
            desk.vault.entries.add(case, kind, START, {"purpose": WORD}, session.id)
        desk.vault.cases.keep_draft(case, draft_kind(kind), {"purpose": WORD}, START)
    return case


@dataclass
class Traces:
    """What must not be found after a destruction."""

    words: bytes
    wrap: bytes
    blobs: list[bytes]

    @classmethod
    def of(cls, vault, case: CaseId) -> Traces:
        """Return the wrapped key of a case and everything sealed in it."""
        ask = vault.connection.execute
        (wrap,) = ask("SELECT wrapped_key FROM cases WHERE id = ?", (case,)).fetchone()
        tables = [
            row[0]
            for row in ask(
                "SELECT m.name FROM sqlite_schema m, pragma_table_info(m.name) c"
                " WHERE m.type = 'table' AND c.name = 'sealed'"
                " AND m.name NOT IN ('cases', 'case_form')"
            ).fetchall()
        ]
        blobs = [
            row[0]
            for table in tables
            for row in ask(f"SELECT sealed FROM {table} WHERE case_id = ?", (case,)).fetchall()
        ]
        rows = ask("SELECT wrapped_key FROM recordings WHERE case_id = ?", (case,)).fetchall()
        return cls(WORD[2:].encode(), wrap, blobs + [row[0] for row in rows])

    def found(self, pages) -> int:
        """Return how often any of them stands in pages in clear."""
        wanted = [self.words, self.wrap, *(blob[:48] for blob in self.blobs)]
        return sum(page.count(one) for page in pages for one in wanted)


def pages_of(vault) -> list[bytes]:
    """Return every page of the database and of its log, in clear."""
    pages = Pages(vault.folder / "vault.db", vault.raw_key())
    return [*pages.of_database(), *pages.of_log()]


def destroy(vault, clock, case, code=CODE):
    """Take both steps."""
    destruction.mark(vault, clock, case, EARLY)
    return destruction.destroy(vault, clock, case, (PASSWORD, code))


@pytest.fixture
def full(desk):
    """A case with something of everything beside another that stays."""
    other = desk.case("B-02", Profile(name="别人"))
    desk.signed(other, "别的个案里的话")
    desk.recording(other, SOUND)
    return fill(desk)


@pytest.mark.promise(43)
@pytest.mark.promise(44)
@pytest.mark.clause("155")
def test_after_a_destruction_no_page_holds_a_word_a_term_or_a_wrap(desk, opened, full):
    traces = Traces.of(opened, full)
    assert traces.found(pages_of(opened)) > len(traces.blobs) + 4
    files = set(opened.recordings.files())
    made = destroy(opened, desk.clock, full)
    assert traces.found(pages_of(opened)) == 0
    assert made.finished
    assert not (opened.folder / "vault.db-wal").stat().st_size
    assert opened.search.count(WORD) == 0
    assert len(files - {one.name for one in (opened.folder / "media").iterdir()}) == 1
    with pytest.raises(KeyError):
        opened.cases.get(full)
    kept = "SELECT count(*) FROM case_key_copies WHERE case_id = ?"
    assert opened.connection.execute(kept, (full,)).fetchone() == (0,)
    assert health.verify(opened, KEEPER) == []
    assert opened.audit.intact()
    assert opened.search.count("别的个案") == 1
    assert len(opened.recordings.files()) == 1


@pytest.mark.promise(43)
def test_without_the_checkpoint_the_log_would_still_hold_them(desk, opened, full, monkeypatch):
    """What the test above would see if the log were not emptied: it can fail."""
    traces = Traces.of(opened, full)
    monkeypatch.setattr(opened, "forget_deleted", lambda: None)
    monkeypatch.setattr(opened.destructions, "wipe", lambda: False)
    assert not destroy(opened, desk.clock, full).finished
    assert traces.found(pages_of(opened)) > 0


@pytest.mark.promise(44)
def test_an_older_log_and_copies_of_recordings_cannot_be_read_with_the_vaults_key(
    place, door, clock, tmp_path
):
    opened = door.open_with_recovery(place, RECOVERY_TEXT).vault
    desk = Desk(opened, clock, make_tools(clock))
    full = fill(desk)
    opened.close()  # the key lies in the database now, and no more in the log
    opened = door.open_with_recovery(place, RECOVERY_TEXT).vault
    desk = Desk(opened, clock, make_tools(clock))
    desk.draft(full, f"später {WORD}")
    (sound,) = opened.recordings.files()
    wrap = opened.connection.execute("SELECT wrapped_key FROM cases").fetchone()[0]
    sealed = [row[0] for row in opened.connection.execute("SELECT sealed FROM notes").fetchall()]
    facts = opened.connection.execute(
        "SELECT wrapped_key, size, chunks, digest, file_digest FROM recordings"
    ).fetchone()
    shutil.copytree(place, tmp_path / "copied")
    log = (place / "vault.db-wal").read_bytes()
    assert log
    destroy(opened, clock, full)
    # Everything that the vault's key opens, and an old log, hold no key of the case any more.
    pages = Pages(place / "vault.db", opened.raw_key())
    clear = [*pages.of_database(), *pages.of_log(log)]
    assert any(blob[:48] in page for blob in sealed for page in clear)  # the log holds sealed words
    assert not any(wrap in page for page in clear)
    wrapping = opened._case_keys._wrapping
    for blob in sealed:
        for key in (wrapping, opened.raw_key(), keys.subkey(opened.raw_key(), "xinxia 1")):
            with pytest.raises(InvalidTag):
                keys.unseal(key, blob, f"xinxia/1/notes/{full}/1".encode())
    with pytest.raises(InvalidTag):
        keys.unseal(wrapping, facts[0], f"xinxia/1/recordings.key/{full}/1".encode())
    for key in (bytes(wrapping), opened.raw_key()):
        with pytest.raises(Refusal):
            media.MediaReader(tmp_path / "copied" / "media" / sound, key, media.Facts(*facts[1:]))
        with pytest.raises(PageDamagedError):
            list(Pages(tmp_path / "copied" / "media" / sound, key, 65536).of_database())
    with pytest.raises(KeyError):
        opened.notes.of_case(full) or opened.cases.get(full)
    opened.close()


@pytest.mark.promise(44)
def test_the_certificate_counts_what_went_and_names_the_backups_that_hold_it(desk, opened, full):
    def backed_up(at, number, line=None):
        opened.connection.execute(
            "INSERT INTO audit (id, at, kind, subject, link) VALUES (?, ?, ?, ?, x'00')",
            (line, times.to_text(at), "backed up", number),
        )

    opened.connection.execute("UPDATE cases SET opened_at = ?", (times.to_text(START),))
    backed_up(START.replace(day=4), 1, 0)  # before the case was opened, whatever the clock said
    backed_up(START.replace(day=2), 2)
    backed_up(START.replace(day=3), None)
    desk.clock.at = START.replace(day=9)
    destruction.mark(opened, desk.clock, full, EARLY)
    seen = destruction.prospect(opened, desk.clock, full)
    assert seen.marked == Marked(desk.clock.at, Ground.REQUEST)
    assert (seen.case.code, seen.name) == (CODE, WORD)
    made = destruction.destroy(opened, desk.clock, full, (PASSWORD, CODE))
    backed_up(START.replace(day=20), 3)
    assert made.destruction.held == seen.held
    assert {one.kind: one.count for one in made.destruction.held} == {
        Holding.CLIENTS: 1,
        Holding.SESSIONS: 2,
        Holding.NOTES: 2,
        Holding.AMENDMENTS: 1,
        Holding.CONSENTS: 2,
        Holding.DOCUMENTS: 3,
        Holding.RECORDINGS: 1,
        Holding.APPOINTMENTS: 2,
        Holding.ENTRIES: len(EntryKind),
        Holding.UNFINISHED: 2 + len(EntryKind),
        Holding.REFLECTIONS: 1,
    }
    assert made.backups == seen.backups
    assert made.backups == (
        BackupMade(START.replace(day=2), 2),
        BackupMade(START.replace(day=3), None),
    )
    assert opened.destructions.all() == [made.destruction]
    assert destruction.certificate(opened, made.destruction) == made
    (last,) = opened.connection.execute(
        "SELECT kind FROM audit WHERE case_id = ? ORDER BY id DESC LIMIT 1", (full,)
    ).fetchone()
    assert last == AuditKind.CASE_DESTROYED.value


@pytest.mark.promise(44)
@pytest.mark.parametrize("wrong", [("opening",), ("backup",), ("destroying",), ()])
def test_a_clock_that_was_wrong_once_hides_no_backup(desk, opened, wrong):
    clock = desk.clock
    backups.backed_up(opened, clock.now(), 6)
    for number, (what, year) in enumerate([("opening", 1), ("backup", 1), ("destroying", -1)]):
        away = timedelta(days=365 * year) if what in wrong else timedelta()
        clock.at += away
        if number == 0:
            case = desk.case("A-01")
        elif number == 1:
            at = clock.now()
            backups.backed_up(opened, at, 7)
            assert [one.number for one in destruction.prospect(opened, clock, case).backups] == [7]
        else:
            destruction.mark(opened, clock, case, EARLY)
            running = clock.now()
            with desk.without_password():
                made = destruction.destroy(opened, clock, case, (PASSWORD, "A-01"))
        clock.at -= away
        clock.pass_(3600)
    assert made.backups == (BackupMade(at, 7),)
    backups.backed_up(opened, running, 8)  # it read while the case was destroyed
    backups.backed_up(opened, clock.now(), 9)
    again = destruction.certificate(opened, made.destruction).backups
    assert [one.number for one in again] == [7, 8]


@pytest.mark.promise(43)
def test_a_slip_destroys_nothing(desk, opened, full):
    clock = desk.clock
    with pytest.raises(DestructionNotMarked):
        destruction.destroy(opened, clock, full, (PASSWORD, CODE))
    destruction.mark(opened, clock, full, EARLY)
    destruction.mark(opened, clock, full, EARLY)
    for said, refusal in (
        ((PASSWORD, CODE[:-1]), CodeNotRepeated),
        ((PASSWORD + "x", CODE), WrongPassword),
    ):
        with pytest.raises(refusal):
            destruction.destroy(opened, clock, full, said)
    destruction.unmark(opened, clock, full)
    assert opened.destructions.marked(full) is None
    clock.pass_(60)
    with pytest.raises(DestructionNotMarked):
        destruction.destroy(opened, clock, full, (PASSWORD, CODE))
    assert health.verify(opened, KEEPER) == []
    with pytest.raises(KeyError):
        opened.destructions.destroy(CaseId(99), START)


def test_what_stands_in_the_way_is_asked_at_both_steps(desk, opened, full, monkeypatch):
    def hold(*_: object) -> None:
        raise TooManyTries(1.0)

    with monkeypatch.context() as patch:
        patch.setattr(destruction, "CHECKS", (hold,))
        with pytest.raises(TooManyTries):
            destruction.mark(opened, desk.clock, full, EARLY)
    destruction.mark(opened, desk.clock, full, EARLY)
    monkeypatch.setattr(destruction, "CHECKS", (hold,))
    with pytest.raises(TooManyTries):
        destruction.destroy(opened, desk.clock, full, (PASSWORD, CODE))
    assert opened.cases.get(full)


def test_an_open_note_of_the_case_is_not_opened_again(desk, opened, full):
    (draft,) = [one.id for one in opened.notes.drafts() if one.case_id == full]
    opened.settings.remember_open_note(draft)
    destroy(opened, desk.clock, full)
    assert opened.settings.open_note() is None
    other = opened.cases.all()[0]
    stays = desk.draft(other.id, "还在")
    opened.settings.remember_open_note(stays)
    again = desk.case("C")
    destroy(opened, desk.clock, again, "C ")
    assert opened.settings.open_note() == stays


def test_copies_from_before_an_update_go_too(desk, opened, full):
    copy = opened.folder / "vault-before-0002.db"
    copy.write_bytes(b"old")
    destroy(opened, desk.clock, full)
    assert not copy.exists()


def test_the_copies_of_wrap_and_lock_go_along(desk, opened, full):
    case_locks.set_password(opened, desk.clock, full, "另外一句 quite different", recovery=False)
    for table in ("case_key_copies", "case_lock_copies"):
        ask = f"SELECT count(*) FROM {table} WHERE case_id = {full}"
        assert opened.connection.execute(ask).fetchone() == (1,)
    destroy(opened, desk.clock, full)
    for table in ("case_key_copies", "case_lock_copies"):
        ask = f"SELECT count(*) FROM {table} WHERE case_id = {full}"
        assert opened.connection.execute(ask).fetchone() == (0,)


def test_no_table_that_names_a_case_is_forgotten(opened):
    """A new table must refer to `cases`, or be named here with the reason why it stays."""
    stays = {
        "audit": "the trail keeps the number",
        "destructions": "the record of it",
        "destruction": "empty but within a transaction",
        "case_key_copies": "a trigger takes the copy along",
        "case_lock_copies": "a trigger takes the copy along",
    }
    tables = opened.connection.execute(
        "SELECT one.name FROM sqlite_schema AS one, pragma_table_info(one.name) AS part"
        " WHERE one.type = 'table' AND part.name = 'case_id'"
    ).fetchall()
    reached = dict(opened.destructions._belonging())
    assert {name for (name,) in tables} - set(reached) == set(stays)
    assert "consent_steps" in reached  # it names a case by its consent


def test_a_table_that_is_not_known_is_counted_as_something_else(desk, opened, full):
    opened.connection.execute("CREATE TABLE later (case_id INTEGER REFERENCES cases (id))")
    opened.connection.execute("INSERT INTO later VALUES (?)", (full,))
    assert Counted(Holding.OTHER, 1) in opened.destructions.held(full)
    destroy(opened, desk.clock, full)
    assert opened.connection.execute("SELECT count(*) FROM later").fetchone() == (0,)


def test_a_log_that_cannot_be_emptied_now_is_said(desk, opened, full):
    reader = database.connect(opened.folder / "vault.db", opened.raw_key())
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM notes").fetchone()
    assert not destroy(opened, desk.clock, full).finished
    reader.close()
    assert opened.destructions.wipe()
    opened.close()
    assert not opened.destructions.wipe()


def whole_or_gone(place: Path, door, traces: Traces, case: CaseId) -> bool:
    """Open after a kill; return whether the case is there. Anything between fails the test."""
    opened = door.open_with_recovery(place, RECOVERY_TEXT).vault
    try:
        assert health.verify(opened, KEEPER) == []
        there = any(one.id == case for one in opened.cases.all())
        names = set(opened.recordings.files())
        assert {one.name for one in (place / "media").iterdir()} == names
        assert len(names) == 1 + there
        if there:
            assert len(opened.destructions.held(case)) == 11
        else:
            assert traces.found(pages_of(opened)) == 0
            assert [one.case_id for one in opened.destructions.all()] == [case]
        return there
    finally:
        opened.close()


@pytest.mark.promise(43)
@pytest.mark.promise(44)
def test_a_kill_in_the_middle_leaves_the_case_whole_or_gone(place, door, clock, tmp_path):
    opened = door.open_with_recovery(place, RECOVERY_TEXT).vault
    desk = Desk(opened, clock, make_tools(clock))
    other = desk.case("B-02")
    desk.recording(other, SOUND)
    full = fill(desk)
    traces = Traces.of(opened, full)
    destruction.mark(opened, clock, full, EARLY)
    opened.close()
    chance, seen = random.Random(44), []
    points = ["record", "forget_deleted", "wipe"]
    for turn in range(14):
        copy = shutil.copytree(place, tmp_path / f"copy{turn}")
        child = fork()
        if not child:
            try:
                one = door.open_with_recovery(copy, RECOVERY_TEXT).vault
                one.check_password = lambda _: None
                if turn < len(points):
                    point = points[turn]
                    owner = {"record": one.audit, "wipe": one.destructions}.get(point, one)
                    setattr(owner, point, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
                else:
                    signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
                    signal.setitimer(signal.ITIMER_REAL, chance.uniform(0.0005, 0.02))
                destruction.destroy(one, clock, full, ("", CODE))
                while True:
                    signal.pause()
            finally:
                os._exit(1)
        assert os.waitpid(child, 0)[1] == signal.SIGKILL
        seen.append(whole_or_gone(copy, door, traces, full))
    assert seen[: len(points)] == [True, False, False]

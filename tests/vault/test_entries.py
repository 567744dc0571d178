"""Entries are final when they are made; the sheet of a session is, when its note is signed."""

from __future__ import annotations

import pytest
from sqlcipher3 import dbapi2

from app.domain.case import ServiceMode
from app.domain.entry import FORMS, EntryKind
from app.domain.errors import NoteAlreadySigned
from app.domain.note_proposal import NoteFile, proposals
from app.domain.session_sheet import SessionSheet
from app.services import note_imports, notes
from storage.entries import read_value
from tests import admitted
from tests.vault.test_destruction import pages_of

VALUE = {"purpose": "改期 䶮 🌱", "minutes": 3}


def test_entries_come_back_in_order_and_by_kind(desk):
    case, other = desk.case(), desk.case("B-02")
    one = desk.vault.entries.add(case, EntryKind.CONTACT, desk.clock.at, VALUE)
    session = desk.vault.sessions.of_case(desk.vault.notes.get(desk.draft(case, "甲")).case_id)[0]
    two = desk.vault.entries.add(case, EntryKind.SCREEN, desk.clock.at, {"a": []}, session.id)
    desk.vault.entries.add(other, EntryKind.CONTACT, desk.clock.at, {})
    assert desk.vault.entries.of_case(case) == [one, two]
    assert desk.vault.entries.of_case(case, EntryKind.SCREEN) == [two]
    assert two.session_id == session.id


@pytest.mark.promise(43)
def test_an_old_note_that_was_taken_back_is_in_no_page_any_more(desk, opened):
    case = desk.case()
    (note,) = proposals(NoteFile("2024-03-05", text="灯塔亮了"), desk.clock.at.date())
    begun = note_imports.begin(opened, desk.clock)
    some = [note_imports.Chosen(note, note.day, None, case)]
    note_imports.take_in(opened, desk.clock, begun, some, ServiceMode.ONLINE)
    (sealed,) = opened.connection.execute("SELECT sealed FROM entries").fetchone()
    (mark,) = opened.connection.execute("SELECT mark FROM answer_marks").fetchone()
    traces = [sealed[:48], mark]
    assert all(any(one in page for page in pages_of(opened)) for one in traces)
    assert note_imports.undo(opened, desk.clock, 1) == 1
    assert not any(one in page for page in pages_of(opened) for one in traces)


def test_an_entry_keeps_the_edition_of_the_forms_and_an_older_one_reads_without(desk, monkeypatch):
    case = desk.case()
    made = desk.vault.entries.add(case, EntryKind.CONTACT, desk.clock.at, VALUE)
    assert (made.form, made.value) == (FORMS, VALUE)
    monkeypatch.setattr("storage.entries.FORMS", "2099-01")
    later = desk.vault.entries.add(case, EntryKind.CONTACT, desk.clock.at, VALUE)
    assert [one.form for one in desk.vault.entries.of_case(case)] == [FORMS, "2099-01"]
    assert later.value == VALUE
    assert read_value(VALUE) == (VALUE, "")


@pytest.mark.clause("132")
@pytest.mark.parametrize("act", ["UPDATE entries SET at = 'x'", "DELETE FROM entries"])
def test_an_entry_can_neither_be_changed_nor_taken_away(desk, act):
    desk.vault.entries.add(desk.case(), EntryKind.CONTACT, desk.clock.at, VALUE)
    with pytest.raises(dbapi2.IntegrityError, match="an entry"):
        desk.vault.connection.execute(act)


def test_entries_and_sheets_are_sealed_under_the_case_and_go_with_it(desk):
    case = desk.case()
    session = desk.vault.sessions.get(desk.vault.notes.get(desk.signed(case, "甲")).session_id)
    desk.vault.entries.add(case, EntryKind.CONTACT, desk.clock.at, VALUE)
    other = desk.case("B-02")
    draft = desk.vault.sessions.get(desk.vault.notes.get(desk.draft(other, "乙")).session_id)
    desk.vault.entries.save_sheet(draft, SessionSheet(mood="平静"), desk.clock.at)
    rows = desk.vault.connection.execute(
        "SELECT sealed FROM entries UNION SELECT sealed FROM session_sheets"
    )
    assert not any("改期".encode() in row[0] or "平静".encode() in row[0] for row in rows)
    assert session.case_id == case
    for one in (case, other):
        with desk.vault.transaction():
            desk.vault.destructions.destroy(one, desk.clock.at)
    for table in ("entries", "session_sheets"):
        assert desk.vault.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0


class TestSheet:
    def test_it_is_kept_in_place_of_the_last(self, desk):
        note = desk.vault.notes.get(desk.draft(desk.case(), "甲"))
        session = desk.vault.sessions.get(note.session_id)
        assert desk.vault.entries.sheet(session) == SessionSheet()
        for mood in ("低落", "平静"):
            desk.vault.entries.save_sheet(session, SessionSheet(mood=mood), desk.clock.at)
            assert desk.vault.entries.sheet(session).mood == mood

    @pytest.mark.clause("132")
    def test_a_signature_makes_it_final_and_covers_it(self, desk):
        note_id = desk.draft(desk.case(), "甲")
        session = desk.vault.sessions.get(desk.vault.notes.get(note_id).session_id)
        desk.vault.entries.save_sheet(session, SessionSheet(mood="平静"), desk.clock.at)
        note = admitted.sign(desk.vault, desk.clock, note_id, "陈咨询师")
        assert notes.seal_is_right(desk.vault, note)
        with pytest.raises(NoteAlreadySigned):
            desk.vault.entries.save_sheet(session, SessionSheet(), desk.clock.at)
        for act in ("UPDATE session_sheets SET updated_at = 'x'", "DELETE FROM session_sheets"):
            with pytest.raises(dbapi2.IntegrityError, match="the sheet of a signed note"):
                desk.vault.connection.execute(act)
        # Around the trigger: what was signed is no longer what stands there.
        desk.vault.connection.execute("DROP TRIGGER signed_sheet_stays")
        desk.vault.connection.execute("DELETE FROM session_sheets")
        assert not notes.seal_is_right(desk.vault, note)
        with pytest.raises(dbapi2.IntegrityError, match="the sheet of a signed note"):
            desk.vault.connection.execute(
                "INSERT INTO session_sheets VALUES (?, ?, 'x', x'00')",
                (session.id, session.case_id),
            )

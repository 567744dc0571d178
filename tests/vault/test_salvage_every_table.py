"""No table is forgotten by a salvage: entries, sheets, drafts, what the practice keeps."""

from __future__ import annotations

import random
import shutil

import pytest

from app.domain.case import ServiceMode
from app.domain.case_form import CaseForm
from app.domain.client import Profile
from app.domain.complaint import Complaint, Fault
from app.domain.consent import ConsentState
from app.domain.entry import EntryKind
from app.domain.practice_record import PracticeKind, Supervision
from app.domain.session_sheet import SessionSheet
from storage import btree, salvage, vault, wreck
from storage.keeper import backup
from storage.pages import Pages
from tests.vault.fixtures import (
    PASSWORD,
    RECOVERY,
    RECOVERY_TEXT,
    Desk,
    HandClock,
    floor,
    make_tools,
)
from tests.vault.test_appointments import single, weekly
from tests.vault.test_salvage import flip, raw_rows, roots, save
from ui.complaints import records

pytestmark = pytest.mark.promise(11)
CASES, EACH = 6, 12
ALONE = frozenset({"destructions", "destruction", "never", "destruction_marks", "loose_media"})
"""Tables that stay empty in a vault where nothing was destroyed, and where nothing is under way."""
LOCKED = frozenset({"case_locks", "case_lock_copies"})
"""What lies in them is proved in `test_locked_cases_elsewhere.py`."""
REMADE = frozenset({"audit", "settings"})
"""The new vault writes into these itself."""


def fill(desk):
    """Write something of everything, so much of it that most tables have branches."""
    chance = random.Random(4)
    vault_, at = desk.vault, desk.clock.now
    for number in range(CASES):
        case = desk.case(f"E-{number:02}", Profile(name=f"人{number}"))
        for turn in range(EACH):
            desk.clock.pass_(3600)
            note = desk.draft(case, f"第{turn}篇。")
            session = vault_.sessions.get(vault_.notes.get(note).session_id)
            words = "睡眠" * chance.randrange(300, 500)
            vault_.entries.save_sheet(session, SessionSheet(mood=words), at())
            kind = (EntryKind.CONTACT, EntryKind.CONSENT_TALK)[turn % 2]
            vault_.entries.add(case, kind, at(), {"said": words}, session.id)
            vault_.entries.add(case, kind, at(), {"said": words})
            vault_.reflections.add(case, session.id, words, at())
            vault_.answers.keep(case, f"{case} {turn}", words)
        for kind in ("review", "contact", "screen"):
            vault_.cases.keep_draft(case, kind, {"said": "未完" * 400}, at())
        vault_.notes.save_amendment_draft(desk.signed(case, "签了"), "补" * 400, at())
        desk.amend(desk.signed(case, "再签"), "补记")
        vault_.appointments.add(single(case, place="河边"))
        vault_.appointments.add_series(weekly(case, place="河边"))
        desk.recording(case, b"sound" * 100)
        about = vault_.entries.of_case(case)[-1].id
        vault_.entries.add_document((case, about), "image/jpeg", chance.randbytes(900), at())
    desk.consent(1, ConsentState.SIGNED)
    for number in range(EACH):
        entry = vault_.practice.add(Supervision(topics="督导" * 300, actions=str(number)), at())
        for _ in range(3):
            vault_.practice.add_document(entry.id, "image/jpeg", chance.randbytes(1500), at())
    with vault_.transaction():
        form = CaseForm("F-1", ServiceMode.ONLINE, Profile(name="还没有开"))
        vault_.case_form.keep(form, at())


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    """A closed vault with rows in every table that can have any."""
    place = tmp_path_factory.mktemp("every") / "vault"
    clock = HandClock()
    opened = vault.FolderDoor(clock, floor).create(place, PASSWORD, RECOVERY).vault
    with opened.transaction():
        fill(Desk(opened, clock, make_tools(clock)))
    opened.close()
    return place


@pytest.fixture
def hurt(practice, tmp_path):
    return shutil.copytree(practice, tmp_path / "hurt")


def filled(place, door):
    """Return the rows of every table of which a salvage brings the rows over, without our own."""
    rows = raw_rows(place, door)
    return {name: rows[name] for name in rows if name not in REMADE}


def inner(place, door):
    """Return every page that leads to others."""
    one = door.open_with_recovery(place, RECOVERY_TEXT).vault
    pages = Pages(place / "vault.db", one.raw_key())
    one.close()
    return [
        number
        for number in range(1, pages.count + 1)
        if btree.kind(pages.get(number), number) in {2, 5}
    ]


def test_the_practice_has_rows_in_every_table(practice, door):
    """A table that comes later is to be filled here, and so is tried below."""
    empty = {name for name, rows in filled(practice, door).items() if not rows}
    assert empty == ALONE | LOCKED | {"appointment_moves"}


def test_every_sealed_row_is_known_by_its_seal(practice, door):
    """Where no tree leads to it any more, that is all there is to know it by."""
    one = door.open_with_recovery(practice, RECOVERY_TEXT).vault
    work = salvage.Salvage(one.folder, one.folder / "nowhere", one.secrets(), one.clock)
    work.survey()
    one.close()
    unknown = {
        shape.name
        for shape in work._wreck.shapes
        if any(column.name == "sealed" for column in shape.columns)
        for row in work._wreck.tables[shape.name].rows.values()
        if not work._proves(shape.name, salvage.named(shape, row))
    }
    assert unknown == set()


def test_roots_and_branches_cost_nothing_of_any_table(practice, hurt, door, tmp_path):
    bad = inner(practice, door)
    found = roots(practice, door)
    branched = {"entries", "session_sheets", "case_drafts", "practice_documents"}
    assert {found[name] for name in branched} <= set(bad)
    flip(hurt, *bad)
    was = filled(practice, door)
    report = save(hurt, door, tmp_path / "new")
    now = filled(tmp_path / "new", door)
    assert {name for name in was if now[name] != was[name]} == set()
    assert (report.lost, report.stand_ins, report.unclaimed) == ((), (), 0)


def test_the_whole_schema_costs_nothing_of_any_table(practice, hurt, door, tmp_path):
    one = door.open_with_recovery(practice, RECOVERY_TEXT).vault
    pages = Pages(practice / "vault.db", one.raw_key())
    one.close()
    schema = [1, *btree.children(pages.get(1), 1)]
    flip(hurt, *schema)
    was = filled(practice, door)
    report = save(hurt, door, tmp_path / "new")
    now = filled(tmp_path / "new", door)
    assert {name for name in was if now[name] != was[name]} == set()
    assert report.stand_ins == ()  # rows of what is made anew are all that nobody claims


def first_leaf(place, door, table):
    one = door.open_with_recovery(place, RECOVERY_TEXT).vault
    pages = Pages(place / "vault.db", one.raw_key())
    one.close()
    root = roots(place, door)[table]
    below = btree.children(pages.get(root), root)
    return below[0] if below else root


def test_a_lost_record_of_the_practice_costs_none_of_its_scans(practice, hurt, door, tmp_path):
    flip(hurt, first_leaf(practice, door, "practice_entries"))
    was = filled(practice, door)
    report = save(hurt, door, tmp_path / "new")
    now = filled(tmp_path / "new", door)
    assert now["practice_documents"] == was["practice_documents"]
    gone = set(was["practice_entries"]) - {
        key for key, row in now["practice_entries"].items() if row == was["practice_entries"][key]
    }
    assert gone
    named = {one.number for one in report.lost if one.detail == "practice_entries"}
    assert named == gone
    assert {one.number for one in report.stand_ins} == gone
    again = door.open(tmp_path / "new", PASSWORD).vault
    stood = [one for one in again.practice.all() if one.id in gone]
    assert {(one.kind, one.record.title) for one in stood} == {
        (PracticeKind.POLICY, f"#{number}") for number in gone
    }
    again.close()


def test_papers_of_a_lost_consent_are_named_with_it(practice, hurt, door, tmp_path):
    """They are left in the old vault: nothing of the new one leads to them."""
    flip(hurt, first_leaf(practice, door, "consents"))
    was = filled(practice, door)
    report = save(hurt, door, tmp_path / "new")
    now = filled(tmp_path / "new", door)
    left = set(was["documents"]) - set(now["documents"])
    assert left
    assert {one.number for one in report.lost if one.detail == "documents"} == left
    assert {one.detail for one in report.lost} == {"consents", "documents", "consent_steps"}


@pytest.mark.parametrize("table", ["entries", "session_sheets", "sessions", "practice_documents"])
def test_a_lost_leaf_leaves_a_vault_that_is_whole(practice, hurt, door, tmp_path, table):
    flip(hurt, first_leaf(practice, door, table))
    report = save(hurt, door, tmp_path / "new")
    named = {(one.detail, one.number) for one in report.lost}
    assert {one for one, _ in named} == {table}
    was, now = filled(practice, door), filled(tmp_path / "new", door)
    for name, rows in was.items():
        for key, row in rows.items():
            assert now[name].get(key) == row or (name, key) in named, (name, key)
    again = door.open(tmp_path / "new", PASSWORD).vault
    assert backup.check(tmp_path / "new" / "vault.db", again.raw_key()) == []
    for case in again.cases.all():
        again.entries.of_case(case.id)
        for paper in again.entries.documents(case.id):
            assert len(again.entries.document_bytes(paper.id)) == paper.size
        for session in again.sessions.of_case(case.id):
            again.entries.sheet(session)
    again.close()


def test_of_a_draft_that_was_kept_anew_the_newest_comes_out(hurt, door, tmp_path, monkeypatch):
    """An old page that still stands in the log, say, holds the draft as it was before."""
    read = wreck.Wreck.read

    def with_an_old_page(one, told):
        read(one, told)
        for table, key in (("case_drafts", 1), ("recordings", 1)):
            rows = one.tables[table].rows
            fresh = max(rows) + 1
            rows[fresh], rows[key] = (fresh, *rows[key][1:]), (key, *rows[key][1:])
        rows = one.tables["case_drafts"].rows
        rows[1] = (*rows[1][:3], "1999", b"replaced long ago")

    monkeypatch.setattr(wreck.Wreck, "read", with_an_old_page)
    report = save(hurt, door, tmp_path / "new")
    assert [(one.detail, one.number) for one in report.lost] == [("recordings", CASES + 1)]
    again = door.open(tmp_path / "new", PASSWORD).vault
    assert again.cases.draft(1, "review") == {"said": "未完" * 400}
    again.close()


def test_every_table_whose_rows_can_be_lost_has_a_name_on_the_screen(practice, door, qapp):
    under_way = {"destruction", "never", "loose_media"}
    for table in {*raw_rows(practice, door)} - under_way:
        for number in (1, None):
            (said,) = records([Complaint(Fault.RECORD, number, table)])
            assert table not in said, table


def test_settings_that_may_be_lost_are_said_without_a_number(practice, hurt, door, tmp_path, qapp):
    flip(hurt, first_leaf(practice, door, "settings"))
    report = save(hurt, door, tmp_path / "new")
    assert report.lost == (Complaint(Fault.RECORD, None, "settings"),)
    assert records(report.lost) == ["设置和模板：可能不全，请看一遍。"]

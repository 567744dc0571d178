"""What lies beside damage is shown, and what cannot be read is named (promise 8)."""

from __future__ import annotations

import shutil
from datetime import timedelta
from functools import partial

import pytest

from app.domain.appointment import Booking
from app.domain.case import ServiceMode
from app.domain.complaint import Fault
from app.domain.due import DueKind
from app.domain.errors import VaultDamaged
from app.domain.recurrence import Rule
from app.domain.safeguard import Safeguard
from app.services import agenda, appointments, health, search, self_audit, today
from app.services.cases import known_cases, listing
from app.services.self_audit import UNREAD
from storage import btree
from storage.keeper import FolderKeeper
from storage.pages import Pages
from tests.vault.fixtures import PASSWORD, START
from ui import self_audit_words
from ui.today_words import brief

pytestmark = pytest.mark.promise(8)
PAGE = 4096


@pytest.fixture
def hurt(desk, door, tmp_path):
    """Return a way to open a copy of the vault in which leaves of the notes' table are bad."""
    first, other = desk.case("A-01"), desk.case("B-02")
    for number in range(12):
        desk.signed(first, f"正文 {number} " * 300)
    desk.signed(other, "正文 另一个")
    return partial(_spoiled, desk.vault, door, tmp_path / "hurt")


def _spoiled(vault, door, made, table, which):
    """Return a copy of a vault, opened, with a bad page of a table in it."""
    root = dict(vault.connection.execute("SELECT name, rootpage FROM sqlite_schema").fetchall())
    vault.forget_deleted()
    shutil.copytree(vault.folder, made, ignore=lambda *_: ["vault.lock", "vault.holder"])
    path = made / "vault.db"
    pages = Pages(path, vault.raw_key())
    below = list(btree.children(pages.get(root[table]) or b"", root[table])) or [root[table]]
    data = bytearray(path.read_bytes())
    data[(below[which] - 1) * PAGE + 2000] ^= 1
    with path.open("rb+") as file:  # in place: elsewhere it may not be cut while it is mapped
        file.write(data)
    (made / "vault.damaged").write_bytes(b"")
    return door.open(made, PASSWORD, only_read=True).vault


def test_search_finds_what_lies_beside_the_damage(hurt):
    opened = hurt("notes", 0)
    found = search.find(opened, "正文")
    assert found.found
    assert found.unread
    assert {one.hit.note_id for one in found.found}.isdisjoint(found.unread)
    assert {one.hit.note_id for one in found.found} | set(found.unread) == set(range(1, 14))
    assert search.count(opened, "正文")
    opened.close()


@pytest.mark.parametrize("table", ["words_data", "words_idx", "indexed"])
def test_search_reads_the_notes_where_the_index_is_damaged(hurt, table):
    opened = hurt(table, 0)
    assert len(search.find(opened, "正文").found) == 13
    assert search.count(opened, "正文") == 13
    opened.close()


def test_today_shows_the_other_rows_and_names_the_case(hurt, tools):
    opened = hurt("notes", 0)
    page = today.today(opened, tools)
    assert page.cases == 2
    assert {one.person.case_id for one in page.rows} == {1, 2}
    assert page.unread == (1,)
    opened.close()


TABLES = ["cases", "clients", "consents", "appointments", "sessions", "settings"]


@pytest.mark.parametrize("table", TABLES)
def test_today_shows_what_can_be_read_beside_a_damaged_table(hurt, desk, tools, table):
    desk.draft(1, "草稿")
    when = Booking(1, START + timedelta(hours=3), ServiceMode.ONLINE)
    appointments.book(desk.vault, desk.clock, when)
    opened = hurt(table, 0)
    page = today.today(opened, tools)
    assert page.unread or page.hidden
    booked = [one.person.case_id for one in page.rows if one.appointment]
    assert booked == ([] if table == "appointments" else [1])
    assert page.gaps is (table in {"appointments", "sessions", "settings"})
    if table != "sessions":
        assert [one.note_id for one in page.due if one.kind is DueKind.NOTE_UNSIGNED] == [14]
        assert len(page.rows) == 14 + len(booked)
    if table == "cases":
        assert page.unread == (1, 2)
        assert {one.person.code for one in page.rows} == {"#1", "#2"}
        assert not page.cases
    opened.close()


@pytest.mark.parametrize("which", [0, 1])
def test_a_damaged_page_of_appointments_hides_those_alone(desk, door, tools, tmp_path, which):
    case = desk.case("A-01")
    rule = Rule(weekdays=(6,), count=60)
    weekly = Booking(case, START + timedelta(hours=2), ServiceMode.ONLINE, rule=rule)
    appointments.book(desk.vault, desk.clock, weekly)
    for number in range(60):
        when = START + timedelta(hours=3 + number)
        appointments.book(desk.vault, desk.clock, Booking(case, when, ServiceMode.ONLINE))
    ends = START - timedelta(days=1), START + timedelta(days=3)
    whole = agenda.between(desk.vault, desk.clock, *ends)
    opened = _spoiled(desk.vault, door, tmp_path / "hurt", "appointments", which)
    found = agenda.shown_between(opened, desk.clock, *ends)
    assert found.hidden
    assert START + timedelta(hours=2) in {one.appointment.starts_at for one in found.lines}
    assert 1 < len(found.lines) < len(whole.lines)
    assert {one.appointment for one in found.lines} < {one.appointment for one in whole.lines}
    assert today.today(opened, tools).gaps
    with pytest.raises(VaultDamaged):
        agenda.between(opened, desk.clock, *ends)
    opened.close()


@pytest.mark.parametrize("count", [0, 2])
def test_a_day_in_which_something_is_hidden_is_never_called_empty(count):
    said = brief(count, 0, START if count else None, START, gaps=True)
    assert said.endswith("今天可能不止这些。")
    assert "没有咨询" not in said
    assert "可能" not in brief(count, 0, None, START)


def test_a_damaged_page_of_cases_hides_those_alone(desk, door, tools, tmp_path):
    made = {desk.case(f"A-{number:03}") for number in range(60)}
    opened = _spoiled(desk.vault, door, tmp_path / "hurt", "cases", 1)
    shown, unread = known_cases(opened)
    assert 0 < len(unread) < 60
    assert {one.id for one in shown} | set(unread) == made
    assert today.today(opened, tools).unread == tuple(sorted(unread))
    listed = listing(opened)
    assert {one.case.id for one in listed.lines} == {one.id for one in shown}
    assert listed.unread == tuple(sorted(unread))
    assert not any(one.unread for one in listed.lines)
    opened.close()


def test_a_list_says_of_no_case_that_it_had_no_session_where_that_is_hidden(desk, door, tmp_path):
    made = [desk.case(f"A-{number:03}") for number in range(60)]
    for case in made:
        for number in range(5):
            desk.signed(case, f"正文 {number}")
    whole = {one.case.id: one for one in listing(desk.vault).lines}
    opened = _spoiled(desk.vault, door, tmp_path / "hurt", "sessions", 0)
    found = listing(opened)
    assert len(found.lines) == len(made)
    assert not found.unread
    assert all(one.unread is (one.last_session is None) for one in found.lines)
    known = [one for one in found.lines if not one.unread]
    assert 0 < len(known) < len(made)
    assert all(one.last_session == whole[one.case.id].last_session for one in known)
    opened.close()


@pytest.mark.clause("135")
@pytest.mark.parametrize(
    ("table", "hidden"),
    [
        ("cases", {"locked"}),
        ("settings", {"safety", "backed_up", "drilled", "checked"}),
        ("audit", {"password", "recovery", "tried", "given_out", "wrong"}),
    ],
)
def test_the_self_audit_says_what_cannot_be_known(hurt, desk, table, hidden):
    opened = hurt(table, 0)
    found = self_audit.gather(opened, desk.clock)
    assert {one for one in vars(found) if getattr(found, one) is UNREAD} == hidden
    said = [value for part in self_audit_words.sheet(found, 5).parts for *_, value in part.rows]
    unknown = len(Safeguard) + 1 + 3 if table == "settings" else len(hidden)
    assert sum("无从知道" in one for one in said) == unknown
    opened.close()


@pytest.mark.promise(11)
@pytest.mark.parametrize(("table", "faults"), [("audit", [Fault.TRAIL]), ("consents", [])])
def test_a_check_in_pieces_goes_on_beside_damage(hurt, table, faults):
    """That signed consents cannot be read the pages say; they are not called changed."""
    opened = hurt(table, 0)
    pieces = health.begin(opened, FolderKeeper()).pieces
    found = [one.fault for piece in (pieces[0], pieces[-1]) for one in piece(opened)]
    assert found == faults
    opened.close()

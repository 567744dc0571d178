"""The figures of a year on a real vault: counted once each, told without a name (119, 134)."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.appointment import Booking
from app.domain.audit import AuditKind
from app.domain.case import CaseState, ServiceMode
from app.domain.client import Place, Profile
from app.domain.data_table import DataTable
from app.domain.entry import EntryKind
from app.domain.errors import VaultDamaged
from app.domain.intake import CaseType, Intake
from app.domain.practice import Practice
from app.domain.session_sheet import SessionSheet
from app.services import appointments, case_locks, cases, year_figures

SPRING = datetime(2026, 3, 2, 8, tzinfo=UTC)
CODES = "禾木竹石水火土金日月山川"


@pytest.fixture
def held(desk):
    """Return what holds sessions: of a case, in a mode, with a kind of problem on the sheet."""
    desk.vault.settings.change_practice(Practice(place=Place("上海", "Asia/Shanghai")))
    desk.clock.at = SPRING

    def hold(case_id, *problems, mode=ServiceMode.ONLINE, at=SPRING):
        for number, problem in enumerate(problems):
            session = desk.vault.sessions.add(case_id, at + timedelta(days=number), 50, mode)
            if problem:
                desk.vault.entries.save_sheet(session, SessionSheet(problem=problem), at)

    return hold


def told(desk, key, year=2026):
    found = year_figures.figures(desk.vault, desk.tools, year)
    (table,) = [one for one in found.tables if one.key == key]
    return {"+".join(keys): count for keys, count in table.groups if count != 0}, table.total


def born_in(year, kind=CaseType.INDIVIDUAL):
    return Profile(name=f"禾木{year}", birth_date=f"{year}-06-01", intake=Intake(kind=kind))


@pytest.mark.clause("119")
@pytest.mark.clause("134")
def test_every_case_counts_once_and_few_are_told_together(desk, held):
    problem, other = desk.tools.sheet_catalogues["zh"].problems[:2]
    for number in range(12):
        kind = CaseType.COUPLE if number > 5 else CaseType.INDIVIDUAL
        case_id = desk.case(CODES[number], born_in(2009 if number < 2 else 1996, kind))
        held(case_id, problem, problem if number < 6 else other)
    assert told(desk, "cases") == ({"new": 12}, 12)
    assert told(desk, "sessions") == ({"online": 24}, 24)
    assert told(desk, "formats") == ({"individual": 6, "couple": 6}, 12)
    assert told(desk, "ages") == ({"14-17+18-24+25-34": 12}, 12)
    assert told(desk, "problems") == ({problem: 6, other: 6}, 12)
    assert told(desk, "endings") == ({"going on": 12}, 12)
    assert told(desk, "cases", 2025) == ({}, 0)


@pytest.mark.clause("134")
def test_one_that_did_not_come_is_not_found_by_taking_one_table_from_another(desk, held):
    assert told(desk, "appointments") == ({}, 0)
    coming = []
    for number in range(6):
        case_id = desk.case(CODES[number])
        held(case_id, "")
        booking = Booking(case_id, SPRING + timedelta(days=number + 1), ServiceMode.ONLINE)
        coming.append(appointments.book(desk.vault, desk.clock, booking).which)
    desk.clock.at = SPRING + timedelta(days=30)
    appointments.miss(desk.vault, desk.clock, coming[0])
    assert told(desk, "sessions") == ({"online": 6}, 6)
    assert told(desk, "appointments") == ({"missed": None}, None)
    for which in coming[1:]:
        appointments.miss(desk.vault, desk.clock, which)
    assert told(desk, "appointments") == ({"missed": 6}, 6)


def test_a_year_begins_by_the_clock_of_the_practice(desk, held):
    eve = datetime(2025, 12, 31, 17, tzinfo=UTC)  # in Shanghai it is the new year
    desk.clock.at = eve - timedelta(days=40)
    for number in range(5):
        held(desk.case(CODES[number]), "", at=eve)
    desk.clock.at = SPRING
    assert told(desk, "cases") == ({"before": 5}, 5)
    assert year_figures.years(desk.vault, desk.tools) == (2026, 2025)


def test_an_empty_vault_offers_this_year(desk, held):
    assert year_figures.years(desk.vault, desk.tools) == (2026,)
    held(desk.case(), "", at=SPRING - timedelta(days=800))
    assert year_figures.years(desk.vault, desk.tools) == (2026, 2025, 2024, 2023)


def test_a_word_she_typed_herself_is_told_as_another_kind(desk, held):
    own = ("睡不着",)
    desk.vault.settings.change_problem_kinds(own)
    shipped = desk.tools.sheet_catalogues["en"].problems[0]
    for number in range(5):
        held(desk.case(f"a{number}"), "和周予安的事")
        held(desk.case(f"b{number}"), own[0])
        held(desk.case(f"c{number}"), shipped)
        held(desk.case(f"d{number}"), "")
    found, total = told(desk, "problems")
    assert found == {own[0]: 5, shipped: 5, "other": 5, "unknown": 5}
    assert total == 20


def test_of_a_case_with_a_password_only_what_lies_outside_its_words_is_counted(desk, held):
    for number in range(5):
        case_id = desk.case(CODES[number], born_in(1996))
        held(case_id, desk.tools.sheet_catalogues["zh"].problems[0])
        case_locks.set_password(
            desk.vault, desk.clock, case_id, "十二个字的密码够长了吧", recovery=False
        )
        desk.vault.case_locks.shut(case_id)
    assert told(desk, "ages") == ({"unknown": 5}, 5)
    assert told(desk, "formats") == ({"unknown": 5}, 5)
    assert told(desk, "problems") == ({"unknown": 5}, 5)
    assert told(desk, "sessions") == ({"online": 5}, 5)


ENDS = (
    ("closings", EntryKind.ENDING, {"kind": "dropped", "on": "2026-12-31"}),
    ("closings", EntryKind.ENDING, {"kind": "reached", "on": "2025-12-31"}),
    ("referrals", EntryKind.REFERRAL, {"answer": "spoken"}),
    ("follow-ups", EntryKind.FOLLOW_UP, {"reached": "no", "on": "2026-04-01"}),
    ("disclosures", EntryKind.DISCLOSURE, {"basis": "law"}),
)


@pytest.mark.clause("119")
@pytest.mark.clause("134")
def test_how_cases_ended_and_what_was_told_outside_is_counted_and_few_are_not_told(desk, held):
    made = [desk.case(CODES[number]) for number in range(7)]
    for case_id in made[:6]:
        for _, kind, value in ENDS:
            desk.vault.entries.add(case_id, kind, SPRING, value)
    assert told(desk, "closings") == ({"dropped": 6}, 6)
    assert told(desk, "referrals") == ({"goes": 6}, 6)
    assert told(desk, "follow-ups") == ({"no": 6}, 6)
    assert told(desk, "disclosures") == ({"law": 6}, 6)
    desk.vault.entries.add(made[6], EntryKind.REFERRAL, SPRING, {"answer": "declined"})
    desk.vault.entries.add(made[6], EntryKind.ENDING, SPRING, {"on": "2026-03-02"})
    assert told(desk, "referrals") == ({"goes+stays": 7}, 7)
    for case_id in made[:2]:
        case_locks.set_password(
            desk.vault, desk.clock, case_id, "十二个字的密码够长了吧", recovery=False
        )
        desk.vault.case_locks.shut(case_id)
    hidden = "dropped+referred+counselor+other+unknown"
    assert told(desk, "closings") == ({hidden: 9}, 9), "of what is shut it is known when it was"
    assert told(desk, "closings", 2025) == ({"reached": None}, None)
    assert told(desk, "disclosures", 2025) == ({}, 0)


def test_who_was_not_taken_on_is_told_apart(desk, held):
    for number in range(5):
        case_id = desk.case(CODES[number])
        desk.vault.entries.add(case_id, EntryKind.DECLINE, SPRING, {})
        desk.vault.cases.set_state(case_id, CaseState.CLOSED)
        if number:
            held(case_id, "")
    assert told(desk, "declined") == ({"declined": 5}, 5)
    assert told(desk, "endings") == ({"going on+closed": None}, None)


def test_damage_hides_what_it_hides_and_is_said(desk, held, monkeypatch):
    for number in range(6):
        held(desk.case(CODES[number], born_in(1996)), "")
    known = desk.vault.cases.all()

    def refuse(*_):
        raise VaultDamaged

    monkeypatch.setattr(desk.vault.cases, "all", refuse)
    monkeypatch.setattr(
        desk.vault.cases, "one_by_one", lambda: (known[1:], [known[0].id]), raising=True
    )
    found = year_figures.figures(desk.vault, desk.tools, 2026)
    assert found.unread
    tables = {one.key: one for one in found.tables}
    assert tables["cases"].groups[0] == (("new", "before", "unknown"), 6)
    assert tables["sessions"].total == 6


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_file_is_written_and_the_trail_says_so(desk, held, tmp_path, kind):
    table = DataTable("2026", ("什么", "数"), (("=HYPERLINK()", 7),))
    printer = getattr(desk.tools.papers, kind)
    path = tmp_path / f"a.{kind}"
    year_figures.export(desk.vault, desk.tools, path, table, printer)
    assert desk.vault.audit.entries(1)[0].kind is AuditKind.STATISTICS_PRINTED
    if kind == "csv":
        rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
        assert rows == [["什么", "数"], ["'=HYPERLINK()", "7"]]
    year_figures.given_out(desk.vault, desk.tools)
    assert [one.kind for one in desk.vault.audit.entries(2)] == [AuditKind.STATISTICS_PRINTED] * 2


def test_a_case_that_is_known_keeps_its_name_to_itself(desk, held):
    case_id = desk.case("禾-木", born_in(1996))
    held(case_id, "")
    assert cases.known_cases(desk.vault)[0][0].code == "禾-木"
    assert "禾" not in repr(year_figures.figures(desk.vault, desk.tools, 2026))

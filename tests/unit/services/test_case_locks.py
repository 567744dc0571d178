"""What lists across cases lives with one that is shut: it shows its number, and leaks nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.appointment import Booking
from app.domain.audit import AuditKind
from app.domain.calendar_paper import WeekWording
from app.domain.case import ServiceMode
from app.domain.client import EmergencyContact, Place, Profile
from app.domain.complaint import Complaint, Fault
from app.domain.consent import ConsentState
from app.domain.due import DueKind
from app.domain.errors import CaseLocked, NothingChosen
from app.domain.recurrence import Rule
from app.domain.session import SessionTime
from app.services import (
    agenda,
    appointments,
    calendar_exports,
    case_locks,
    cases,
    consent_proof,
    consents,
    health,
    notes,
    palette,
    reviews,
    search,
    today,
)
from storage import keeper, keys
from tests.vault.fixtures import TEMPLATE, Desk

WORD = "只有我 knows 这一句"
NAME, CODE, PLACE = "金丝雀", "CANARY-9", "三楼右手"
pytestmark = [pytest.mark.promise(26), pytest.mark.clause("044", "103")]
KNOWN = Profile(
    name=NAME,
    place=Place("伦敦", "Europe/London"),
    emergency=EmergencyContact("禾苗", "妹妹", "13900001111"),
)


@pytest.fixture
def locked(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    """Return a case full of words that is shut, beside one that is not."""
    monkeypatch.setattr(keys, "derive", lambda word, salt, _: keys.mac(salt, word.encode()))
    other = desk.case("B", Profile(name="别人", emergency=KNOWN.emergency))
    desk.signed(other, "别人的字")
    case = desk.case(CODE, KNOWN)
    note = desk.signed(case, f"谈到{NAME}")
    desk.amend(note, f"补 {NAME}")
    notes.leave(desk.vault, desk.draft(case, f"草稿 {NAME}"))
    desk.consent(case, ConsentState.SIGNED)
    desk.consent(case, ConsentState.PROVIDED)
    soon = desk.clock.at + timedelta(minutes=10)
    for at, rule in ((soon, None), (soon + timedelta(days=1), Rule())):
        booking = Booking(case, at, ServiceMode.ONLINE, rule=rule, place=PLACE, remark=NAME)
        appointments.book(desk.vault, desk.clock, booking)
    case_locks.set_password(desk.vault, desk.clock, case, WORD, recovery=False)
    case_locks.shut(desk.vault, desk.clock, case)
    return case


def said(value) -> str:
    """Return everything that a value holds, what its `repr` hides too."""
    if hasattr(value, "__dataclass_fields__"):
        return " ".join(said(getattr(value, name)) for name in value.__dataclass_fields__)
    if isinstance(value, (list, tuple, set, frozenset)):
        return " ".join(map(said, value))
    return str(value)


def test_every_list_shows_a_shut_case_by_its_number_and_says_no_word_of_it(desk, locked):
    vault, clock, tools = desk.vault, desk.clock, desk.tools
    begin, end = clock.at - timedelta(days=2), clock.at + timedelta(days=20)
    seen = {
        "list": cases.list_cases(vault),
        "palette": palette.entries(vault),
        "people": agenda.persons(vault),
        "calendar": agenda.between(vault, clock, begin, end),
        "coming": agenda.coming(vault, clock, timedelta(days=2)),
        "today": today.today(vault, tools),
        "search": search.find(vault, NAME),
    }
    for name, shown in seen.items():
        for word in (NAME, CODE, PLACE, "伦敦"):
            assert word not in said(shown), name
    line = next(one for one in seen["list"] if one.case.id == locked)
    assert (line.case.code, line.name, line.case.shut) == (f"№ {locked}", "", True)
    assert (line.notes, line.drafts) == (2, 1), "times, kinds and states stay"
    entry = next(one for one in seen["palette"] if one.case_id == locked)
    assert (entry.code, entry.name, entry.shut) == (f"№ {locked}", "", True)
    person = agenda.person(vault, locked)
    assert (person.code, person.name, person.there, person.shut) == (
        f"№ {locked}",
        "",
        Place(),
        True,
    )
    assert {one.person for one in seen["calendar"].lines} == {person}
    assert seen["search"].found == ()
    assert seen["search"].unsearched == 1


def test_the_day_knows_of_a_shut_case_what_needs_no_word_of_it(desk, locked):
    shown = today.today(desk.vault, desk.tools)
    row = shown.rows[shown.upcoming]
    assert row.person.case_id == locked
    ready = shown.ready
    assert ready.shut
    assert (ready.identity, ready.places, ready.contact, ready.plan) == (None, None, None, "")
    mine = [one for one in shown.due if one.person and one.person.case_id == locked]
    assert {one.kind for one in mine} == {DueKind.NOTE_UNSIGNED, DueKind.CONSENT_STEP}
    case_locks.open_case(desk.vault, desk.clock, locked, WORD)
    again = today.today(desk.vault, desk.tools)
    assert not again.ready.shut
    assert again.ready.contact is True


@pytest.mark.parametrize(
    "ask",
    [
        lambda d, c: cases.case_page(d.vault, d.clock, c),
        lambda d, c: notes.start(d.vault, d.clock, c, SessionTime(d.clock.at), TEMPLATE),
        lambda d, c: consents.start(d.vault, d.tools, c, d.tools.consent_templates["online.zh"]),
        lambda d, c: reviews.register_of(d.vault, c),
        lambda d, c: appointments.book(
            d.vault, d.clock, Booking(c, d.clock.at, ServiceMode.ONLINE)
        ),
        lambda d, c: appointments.cancel(
            d.vault, d.clock, d.vault.appointments.of_case(c)[0].which
        ),
        lambda d, c: cases.change_case(d.vault, d.clock, d.vault.cases.get(c), Profile()),
    ],
)
def test_what_needs_its_words_is_refused_and_changes_nothing(desk, locked, ask):
    before = desk.vault.audit.entries(1)
    with pytest.raises(CaseLocked) as refused:
        ask(desk, locked)
    assert refused.value.case_id == locked
    assert desk.vault.audit.entries(1) == before, "nothing was read, so nothing is in the trail"
    one = desk.vault.appointments.of_case(locked)[0]
    case_locks.open_case(desk.vault, desk.clock, locked, WORD)
    assert desk.vault.appointments.get(one.id).place == PLACE


def test_events_of_shut_cases_are_left_out_and_counted(desk, locked, tmp_path):
    vault, tools, path = desk.vault, desk.tools, tmp_path / "a.ics"
    begin, end = desk.clock.at - timedelta(days=1), desk.clock.at + timedelta(days=9)
    with pytest.raises(CaseLocked):
        calendar_exports.export_events(vault, tools, path, begin, end)
    assert not path.exists()
    with pytest.raises(NothingChosen):
        calendar_exports.export_events(vault, tools, path, begin, begin)
    other = vault.cases.all()[-1].id
    appointments.book(vault, desk.clock, Booking(other, desk.clock.at, ServiceMode.ONLINE))
    done = calendar_exports.export_events(vault, tools, path, begin, end)
    assert (done.written, done.left_out) == (1, 3)
    assert b"\xe2\x84\x96" not in path.read_bytes()
    wording = WeekWording("周", "", tuple("一二三四五六日"), {}, "{0}", "", "", "zh")
    sheet = calendar_exports.week_sheet(vault, tools, begin.date(), wording, names=True)
    assert CODE not in said(sheet)


@pytest.mark.promise(11)
def test_a_check_says_which_signatures_it_could_not_look_at(desk, locked):
    vault, keeping = desk.vault, keeper.FolderKeeper()
    assert health.verify(vault, keeping) == []
    assert health.unchecked(vault) == [locked]
    assert consent_proof.altered_cases(vault) == []
    case_locks.open_case(vault, desk.clock, locked, WORD)
    assert health.unchecked(vault) == []
    assert health.verify(vault, keeping) == []
    case_locks.shut(vault, desk.clock, locked)
    # A signed consent that is gone is missed even there: the trail names it.
    vault.connection.execute("PRAGMA foreign_keys = OFF")
    for trigger in ("signed_consent_stays", "consent_step_stays", "document_stays"):
        vault.connection.execute(f"DROP TRIGGER {trigger}")
    signed = "DELETE FROM consents WHERE state = 'signed' AND case_id = ?"
    vault.connection.execute(signed, (locked,))
    assert health.verify(vault, keeping) == [Complaint(Fault.CONSENT, locked)]


def test_shutting_is_in_the_trail_once(desk, locked):
    vault, clock = desk.vault, desk.clock
    for _ in range(2):
        case_locks.shut(vault, clock, locked)
    kinds = [one.kind for one in vault.audit.entries()]
    assert kinds.count(AuditKind.CASE_SHUT) == 1

"""The day on a real vault: who comes, what is ready, what waits, and the week."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.appointment import Booking
from app.domain.audit import AuditKind
from app.domain.case import ServiceMode
from app.domain.case_form import CaseForm
from app.domain.client import EmergencyContact, Place, Profile
from app.domain.consent import ConsentState
from app.domain.due import DueKind, Standing
from app.domain.intake import Intake, Triage, Urgency
from app.domain.note import NotePart, NoteTemplate, TemplatePart
from app.domain.practice import Practice
from app.domain.practice_profile import PracticeProfile
from app.domain.practice_record import Training, TrainingTopic
from app.domain.session import SessionTime
from app.services import appointments, case_forms, cases, consents, notes, today
from app.services.today import WeekDay, WrongTries
from tests import admitted
from tests.vault.fixtures import FORM, PASSWORD, TEMPLATE

NOON = datetime(2026, 5, 12, 4, tzinfo=UTC)  # Tuesday 12:00 in Shanghai
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
KNOWN = Profile(
    name="林",
    phone="13900000001",
    place=Place("伦敦", "Europe/London"),
    emergency=EmergencyContact("林母", "母亲", "13900000002"),
)
PLANNED = NoteTemplate("structured", "1", "结构化", (TemplatePart("plan", "约定"),))


@pytest.fixture
def at(desk):
    desk.clock.at = NOON
    known = PracticeProfile(supervisor="林老师")
    place = Place("上海", "Asia/Shanghai")
    desk.vault.settings.change_practice(Practice(place=place, profile=known))
    for topic in (TrainingTopic.CRISIS, TrainingTopic.ONLINE):
        desk.vault.practice.add(Training(topic, "培训", "2025-01-01", 8), NOON)
    return desk


def book(desk, case, at, **more):
    wanted = Booking(case, at, ServiceMode.ONLINE, zone="Asia/Shanghai", **more)
    return appointments.book(desk.vault, desk.clock, wanted).which


def seen(desk, tools):
    return today.today(desk.vault, tools)


def kinds(found):
    return [one.kind for one in found.due]


def test_a_new_practice_has_an_empty_day(at, tools):
    found = seen(at, tools)
    assert (found.rows, found.upcoming, found.ready, found.due, found.cases) == (
        (),
        None,
        None,
        (),
        0,
    )
    assert found.week == (WeekDay(),) * 7


def test_what_waits_reads_the_client_of_a_case_once(at, tools, monkeypatch):
    asked = Intake(triage=Triage(Urgency.URGENT, "等着"))
    case, read = at.case("L-07", Profile(name="林", intake=asked)), []
    clients = at.vault.clients
    of_case = clients.of_case

    def counted(case_id):
        read.append(case_id)
        return of_case(case_id)

    monkeypatch.setattr(clients, "of_case", counted)
    found = seen(at, tools)
    assert {DueKind.URGENT_REQUEST, DueKind.NO_CONTACT} <= set(kinds(found))
    assert {one.person.name for one in found.due if one.person} == {"林"}
    assert read == [case]


def test_the_day_is_that_of_the_counselor_and_tomorrow_follows(at, tools):
    case = at.case("L-07", KNOWN)
    late = book(at, case, NOON + 11 * HOUR)  # 23:00 in Shanghai, still Tuesday
    early = book(at, case, NOON - 11 * HOUR)  # 01:00 in Shanghai, Monday in UTC
    tomorrow = book(at, case, NOON + 13 * HOUR)
    appointments.cancel(at.vault, at.clock, book(at, case, NOON + 14 * HOUR))
    book(at, case, NOON + 37 * HOUR)
    found = seen(at, tools)
    assert [one.appointment.which for one in found.rows] == [early, late]
    assert found.upcoming == 1
    assert [one.appointment.which for one in found.tomorrow] == [tomorrow]
    assert found.week[:4] == (WeekDay(), WeekDay(0, 2), WeekDay(0, 1), WeekDay(0, 1))


def test_one_that_is_on_is_still_the_next_one_and_a_cancelled_one_never(at, tools):
    case = at.case("L-07", KNOWN)
    appointments.cancel(at.vault, at.clock, book(at, case, NOON + HOUR))
    now = book(at, case, NOON - 49 * timedelta(minutes=1))
    found = seen(at, tools)
    assert found.rows[found.upcoming].appointment.which == now
    at.clock.at += timedelta(minutes=1)
    assert seen(at, tools).upcoming is None


@pytest.mark.clause("104")
def test_the_next_card_says_what_is_ready(at, tools):
    case = at.case("L-07", KNOWN)
    book(at, case, NOON + HOUR)
    ready = seen(at, tools).ready
    assert (ready.number, ready.standing) == (1, Standing.NONE)
    assert (ready.identity, ready.places, ready.contact) == (True, True, True)
    assert (ready.last_signed, ready.last_note, ready.plan) == (None, None, "")


def test_face_to_face_needs_no_place(at, tools):
    near = ServiceMode.FACE_TO_FACE
    case = cases.open_case(at.vault, at.clock, "L-07", near, Profile()).id
    book(at, case, NOON + HOUR)
    found = seen(at, tools)
    assert (found.ready.identity, found.ready.places, found.ready.contact) == (None, None, None)
    assert kinds(found) == []


def test_what_was_agreed_on_last_time_is_shown_and_that_is_written_down(at, tools):
    case = at.case("L-07", KNOWN)
    book(at, case, NOON + HOUR)
    note = notes.start(at.vault, at.clock, case, SessionTime(NOON - 7 * DAY), PLANNED)
    seen(at, tools)
    body = replace(note.body, parts=(NotePart("plan", "约定", "睡前写下\n三件小事😀。"),))
    notes.save_draft(at.vault, at.clock, note.id, body)
    before = len(at.vault.audit.entries())
    found = seen(at, tools)
    assert found.ready.plan == "睡前写下 三件小事😀。"
    assert (found.ready.last_signed, found.ready.last_note) == (False, note.id)
    (line,) = at.vault.audit.entries()[: len(at.vault.audit.entries()) - before]
    assert (line.kind, line.case_id) == (AuditKind.NOTE_READ, case)
    assert "三件" not in repr(found)


@pytest.mark.clause("014")
def test_unsigned_notes_wait_the_oldest_first_until_they_are_signed(at, tools):
    case = at.case("L-07", KNOWN)
    second = notes.start(at.vault, at.clock, case, SessionTime(NOON - DAY), TEMPLATE)
    first = notes.start(at.vault, at.clock, case, SessionTime(NOON - 3 * DAY), TEMPLATE)
    found = seen(at, tools)
    assert [(one.kind, one.note_id, one.number) for one in found.due] == [
        (DueKind.NOTE_UNSIGNED, first.id, 2),
        (DueKind.NOTE_UNSIGNED, second.id, 1),
    ]
    assert found.due[0].at == NOON - 3 * DAY + timedelta(minutes=50)
    body = replace(first.body, parts=(NotePart("text", "全文", "睡得好。"),))
    notes.save_draft(at.vault, at.clock, first.id, body)
    admitted.sign(at.vault, at.clock, first.id, "沈", PASSWORD)
    assert [one.note_id for one in seen(at, tools).due] == [second.id]


@pytest.mark.clause("079")
def test_a_past_appointment_waits_for_its_result_and_a_note_is_one(at, tools):
    case = at.case("L-07", KNOWN)
    which = book(at, case, NOON - 2 * HOUR)
    missed = book(at, case, NOON - 4 * HOUR)
    appointments.miss(at.vault, at.clock, missed)
    found = seen(at, tools)
    assert [(one.kind, one.which) for one in found.due] == [(DueKind.NO_RESULT, which)]
    note = notes.start(at.vault, at.clock, case, SessionTime(NOON - 2 * HOUR), TEMPLATE)
    found = seen(at, tools)
    assert kinds(found) == [DueKind.NOTE_UNSIGNED]
    kept = next(one for one in found.rows if one.number)
    assert (kept.note_id, kept.signed, kept.number) == (note.id, False, 1)
    assert found.week[1] == WeekDay(1, 0)


def test_a_session_without_an_appointment_belongs_to_the_day(at, tools):
    case = at.case("L-07", KNOWN)
    note = notes.start(at.vault, at.clock, case, SessionTime(NOON - HOUR), TEMPLATE)
    at.vault.sessions.add(case, NOON - 2 * HOUR, 50, ServiceMode.ONLINE)
    found = seen(at, tools)
    assert [(one.appointment, one.note_id) for one in found.rows] == [
        (None, None),
        (None, note.id),
    ]
    assert found.week[1].done == 2


def test_a_session_that_is_on_is_not_done_though_its_note_was_begun(at, tools):
    case = at.case("L-07", KNOWN)
    which = book(at, case, NOON - HOUR / 4)
    notes.start(at.vault, at.clock, case, SessionTime(NOON - HOUR / 4), TEMPLATE)
    at.vault.sessions.add(case, NOON - HOUR / 2, 50, ServiceMode.ONLINE)
    found = seen(at, tools)
    assert [one.number > 0 for one in found.rows] == [True, True]
    assert found.rows[1].appointment.which == which
    assert found.week[1] == WeekDay(0, 2)


@pytest.mark.clause("042")
@pytest.mark.clause("030")
def test_consents_wait_for_blanks_then_for_a_step_and_an_end_is_told(at, tools):
    case = at.case("L-07", KNOWN)
    consent = consents.start(at.vault, tools, case, FORM)
    one = seen(at, tools).due[0]
    assert (one.kind, one.consent_id, one.blanks > 0) == (DueKind.CONSENT_BLANKS, consent.id, True)
    filled = replace(consent.draft, facts={"counselor": "沈", "fee": "五百元"})
    consents.change(at.vault, tools, consent.id, filled)
    consents.step(at.vault, tools, consent.id, ConsentState.PROVIDED)
    one = seen(at, tools).due[0]
    assert (one.kind, one.state) == (DueKind.CONSENT_STEP, ConsentState.PROVIDED)
    for state in (ConsentState.READ, ConsentState.DISCUSSED, ConsentState.RECONFIRMED):
        consents.step(at.vault, tools, consent.id, state)
    consents.sign_on_screen(at.vault, at.tools, consent.id, at.signatures())
    assert not seen(at, tools).due
    consents.step(at.vault, tools, consent.id, ConsentState.WITHDRAWN)
    one = seen(at, tools).due[0]
    assert (one.kind, one.state) == (DueKind.CONSENT_ENDED, ConsentState.WITHDRAWN)


@pytest.mark.clause("104")
def test_the_urgent_come_first_and_an_unfinished_form_last(at, tools):
    case = at.case("L-07")
    case_forms.keep(at.vault, at.clock, CaseForm(code="新"))
    notes.start(at.vault, at.clock, case, SessionTime(NOON - DAY), TEMPLATE)
    book(at, case, NOON - DAY + 5 * HOUR)
    assert kinds(seen(at, tools)) == [
        DueKind.NO_CONTACT,
        DueKind.NOTE_UNSIGNED,
        DueKind.NO_RESULT,
        DueKind.CASE_FORM,
    ]


def test_on_a_sunday_tomorrow_is_no_day_of_this_week(at, tools):
    at.clock.at = NOON + 5 * DAY
    book(at, at.case("L-07", KNOWN), NOON + 6 * DAY)
    found = seen(at, tools)
    assert len(found.tomorrow) == 1
    assert found.week == (WeekDay(),) * 7


def test_nothing_waits_in_a_closed_case(at, tools):
    case = at.case("L-07")
    consents.start(at.vault, tools, case, FORM)
    at.vault.connection.execute("UPDATE cases SET state = 'closed'")
    found = seen(at, tools)
    assert (found.due, found.cases) == ((), 0)


@pytest.mark.clause("135")
def test_wrong_passwords_before_this_opening_are_said_and_those_before_another_no_more(at, tools):
    assert seen(at, tools).wrong is None
    audit = at.vault.audit
    audit.record_or_hold(AuditKind.WRONG_TRIES, NOON - HOUR, subject=3)
    audit.record_or_hold(AuditKind.UNLOCKED_BY_KEYRING, NOON)
    audit.record_or_hold(AuditKind.LOCKED, NOON)
    assert seen(at, tools).wrong == WrongTries(3, NOON - HOUR)
    audit.record_or_hold(AuditKind.UNLOCKED, NOON)
    assert seen(at, tools).wrong is None

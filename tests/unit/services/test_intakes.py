"""What was asked at the door is stored, looked through, and waits on the day; declining closes."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta

import pytest

from app.domain.appointment import Booking
from app.domain.audit import AuditKind
from app.domain.case import Case, CaseState, ServiceMode
from app.domain.client import EmergencyContact, Profile
from app.domain.decline import Decline, DeclineReason
from app.domain.due import DueKind
from app.domain.entry import FORMS, EntryKind
from app.domain.errors import (
    CaseClosed,
    CaseLocked,
    DangerFromAfar,
    DeclineIncomplete,
    FieldInvalid,
    RelationCheckIncomplete,
)
from app.domain.intake import Intake, Member, Request, Tie, Ties, Triage, Urgency
from app.domain.recurrence import Rule
from app.domain.relation import RelationCheck
from app.domain.risk import RiskLevel
from app.domain.screen import Referral
from app.services import appointments, case_locks, cases, declines, intakes, reasons, today
from app.services.cases import CaseLine

URGENT = Intake(triage=Triage(Urgency.URGENT, "说不想活了 😀䶮𬱖ㄅ\u202e"))
WHOLE = Decline(DeclineReason.SCOPE, "", Referral("附近的面询机构", "给了三个电话"))
WEIGHED = RelationCheck("孩子同班", "家长群里会遇到", "转介")


def opened(desk, code="H-1", mode=ServiceMode.FACE_TO_FACE, profile=None):
    return cases.open_case(desk.vault, desk.clock, code, mode, profile or Profile(name="苏简"))


def kinds(desk):
    return [one.kind for one in desk.vault.audit.entries()]


def test_it_is_stored_alone_and_read_back(desk):
    case = opened(desk)
    intakes.change(desk.vault, desk.clock, case.id, URGENT)
    page = intakes.page(desk.vault, desk.clock, case.id)
    assert page.profile == Profile(name="苏简", intake=URGENT)
    assert "intake_care.unanswered" in [one.name for one in page.cares]
    assert kinds(desk)[:2] == [AuditKind.INTAKE_READ, AuditKind.INTAKE_CHANGED]


def test_the_edition_it_was_asked_in_is_kept_with_it(desk, monkeypatch):
    def kept(case):
        return desk.vault.clients.of_case(case.id).profile.intake

    case = opened(desk)
    assert kept(case).form == ""
    told = cases.open_case(
        desk.vault, desk.clock, "H-2", ServiceMode.FACE_TO_FACE, Profile(intake=URGENT)
    )
    assert kept(told).form == FORMS
    intakes.change(desk.vault, desk.clock, case.id, URGENT)
    assert kept(case).form == FORMS
    monkeypatch.setattr("app.domain.intake.FORMS", "2099-01")
    profile = desk.vault.clients.of_case(case.id).profile
    cases.change_case(desk.vault, desk.clock, case, replace(profile, name="苏简 2"))
    assert kept(case).form == FORMS
    newer = replace(URGENT, earlier="两年前谈过八次")
    intakes.change(desk.vault, desk.clock, case.id, newer)
    assert (kept(case), kept(case).form) == (newer, "2099-01")
    cases.change_case(desk.vault, desk.clock, told, replace(profile, intake=newer))
    assert kept(told).form == "2099-01"


@pytest.mark.clause("074")
def test_an_answer_before_the_request_is_not_stored(desk):
    case = opened(desk)
    now = desk.clock.now()
    wrong = replace(URGENT, request=Request(now, now - timedelta(minutes=1)))
    with pytest.raises(FieldInvalid):
        intakes.change(desk.vault, desk.clock, case.id, wrong)
    assert desk.vault.clients.of_case(case.id).profile.intake == Intake()


def test_what_was_asked_is_not_lost_where_the_rest_is_taken_back(desk):
    case = opened(desk)
    was = desk.vault.clients.of_case(case.id).profile
    changed = replace(was, phone="1")
    cases.change_case(desk.vault, desk.clock, case, changed)
    intakes.change(desk.vault, desk.clock, case.id, URGENT)
    form = cases.CaseForm
    cases.take_back(
        desk.vault,
        desk.clock,
        case.id,
        form(case.code, case.mode, was),
        form(case.code, case.mode, changed),
    )
    assert desk.vault.clients.of_case(case.id).profile == replace(was, intake=URGENT)


@pytest.mark.clause("006")
def test_family_among_her_clients_is_offered_but_never_of_a_shut_case(desk):
    case = opened(desk)
    other = opened(desk, "H-2", profile=Profile(name="陶乐", emergency=EmergencyContact("苏简")))
    opened(desk, "H-3", profile=Profile(name="顾言"))
    page = intakes.page(desk.vault, desk.clock, case.id)
    assert [one.code for one in page.others] == ["H-3", "H-2"]
    assert page.facts.near == (other.id,)
    assert "intake_care.perhaps_family" in [one.name for one in page.cares]
    tied = Intake(ties=Ties(known=False, others=(Tie(other.id, "丈夫"),)))
    intakes.change(desk.vault, desk.clock, case.id, tied)
    names = [one.name for one in intakes.page(desk.vault, desk.clock, case.id).cares]
    assert "intake_care.family" in names
    assert "intake_care.perhaps_family" not in names
    case_locks.set_password(desk.vault, desk.clock, other.id, "另一个密码很长的", recovery=False)
    case_locks.shut(desk.vault, desk.clock, other.id)
    page = intakes.page(desk.vault, desk.clock, case.id)
    assert [one.code for one in page.others] == ["H-3"]
    with pytest.raises(CaseLocked):
        intakes.page(desk.vault, desk.clock, other.id)


@pytest.mark.clause("005", "032")
def test_another_relation_is_weighed_before_its_warning_goes(desk):
    case = opened(desk)
    intakes.change(desk.vault, desk.clock, case.id, Intake(ties=Ties(known=True)))
    profile = desk.vault.clients.of_case(case.id).profile

    def waits():
        found = desk.vault.entries.of_case(case.id)
        waiting = intakes.waiting(case, profile, found, desk.clock.now().date())
        return [one.name for one in waiting]

    assert waits() == ["intake_care.relation"]
    with pytest.raises(RelationCheckIncomplete) as refused:
        reasons.record(desk.vault, desk.clock, case.id, replace(WEIGHED, decided=""))
    assert refused.value.missing == ("relation.decided",)
    entry = reasons.record(desk.vault, desk.clock, case.id, WEIGHED)
    assert entry.kind is EntryKind.RELATION_CHECK
    assert kinds(desk)[0] is AuditKind.RELATION_WEIGHED
    assert waits() == []
    closed = replace(case, state=CaseState.CLOSED)
    asked = replace(profile, intake=URGENT)
    assert intakes.waiting(closed, asked, (), desk.clock.now().date()) == ()


@pytest.mark.clause("074")
def test_urgent_cases_stand_above_the_others_and_the_oldest_first(desk):
    opened(desk, "A-1", profile=Profile(name="安"))
    now = desk.clock.now()
    asked = replace(URGENT, request=Request(now - timedelta(hours=5), now))
    late = opened(desk, "B-2", profile=Profile(name="白", intake=URGENT))
    early = opened(desk, "Z-3", profile=Profile(name="周", intake=asked))
    lines = cases.list_cases(desk.vault)
    assert [one.case.code for one in lines] == ["Z-3", "B-2", "A-1"]
    assert [one.urgent and one.urgent.case_id for one in lines] == [early.id, late.id, None]
    assert lines[0].urgent.at == now - timedelta(hours=5)
    assert lines[1].urgent.at == late.opened_at


def requests(desk, tools):
    found = today.today(desk.vault, tools).due
    return [one for one in found if one.kind is DueKind.URGENT_REQUEST]


@pytest.mark.clause("074")
def test_an_urgent_request_is_due_first_until_it_is_answered_and_has_a_time(desk, tools):
    case = opened(desk, mode=ServiceMode.ONLINE, profile=Profile(name="苏简", intake=URGENT))
    first = today.today(desk.vault, tools).due[0]
    assert (first.kind, first.person.case_id) == (DueKind.URGENT_REQUEST, case.id)
    assert (first.at, first.reasons, first.kind.clause) == (case.opened_at, (), "074")
    answered = replace(URGENT, request=Request(answered_at=desk.clock.now()))
    intakes.change(desk.vault, desk.clock, case.id, answered)
    assert [one.reasons for one in requests(desk, tools)] == [("answered",)]
    desk.draft(case.id, "谈过了")
    assert requests(desk, tools) == []
    intakes.change(desk.vault, desk.clock, case.id, URGENT)
    assert len(requests(desk, tools)) == 1
    calm = replace(URGENT, triage=Triage(Urgency.ORDINARY, "x"))
    intakes.change(desk.vault, desk.clock, case.id, calm)
    assert requests(desk, tools) == []


@pytest.mark.clause("002")
def test_declining_is_written_and_closes_the_case_which_can_be_opened_again(desk, tools):
    case = opened(desk, profile=Profile(name="苏简", intake=URGENT))
    with pytest.raises(DeclineIncomplete) as refused:
        declines.record(desk.vault, desk.clock, case.id, replace(WHOLE, referral=Referral()))
    assert refused.value.missing == ("decline.elsewhere", "decline.said")
    assert desk.vault.cases.get(case.id).state is CaseState.OPEN
    entry = declines.record(desk.vault, desk.clock, case.id, WHOLE)
    page = declines.page(desk.vault, desk.clock, case.id)
    assert (page.case.state, page.kept, page.unfinished) == (CaseState.CLOSED, (entry,), {})
    assert AuditKind.CASE_DECLINED in kinds(desk)
    assert requests(desk, tools) == []
    assert [one.urgent for one in cases.list_cases(desk.vault)] == [None]
    declines.take_up(desk.vault, desk.clock, case.id)
    assert desk.vault.cases.get(case.id).state is CaseState.OPEN
    assert kinds(desk)[0] is AuditKind.CASE_TAKEN_UP
    assert len(requests(desk, tools)) == 1


@pytest.mark.promise(26)
def test_who_was_declined_is_not_taken_up_again_while_the_case_is_shut(desk):
    case = opened(desk)
    declines.record(desk.vault, desk.clock, case.id, WHOLE)
    word = "另一只旧木箱在雨里"
    case_locks.set_password(desk.vault, desk.clock, case.id, word, recovery=False)
    case_locks.shut(desk.vault, desk.clock, case.id)
    with pytest.raises(CaseLocked):
        declines.take_up(desk.vault, desk.clock, case.id)
    assert desk.vault.cases.get(case.id).state is CaseState.CLOSED


@pytest.mark.promise(26)
def test_what_was_booked_stays_whole_while_the_case_is_shut(desk):
    case = opened(desk)
    when = desk.clock.at + timedelta(days=1)
    for rule in (None, Rule(weekdays=(when.weekday(),), count=5)):
        booking = Booking(case.id, when, ServiceMode.ONLINE, place="河边", rule=rule)
        appointments.book(desk.vault, desk.clock, booking)
    word = "另一只旧木箱在雨里"
    case_locks.set_password(desk.vault, desk.clock, case.id, word, recovery=False)
    case_locks.shut(desk.vault, desk.clock, case.id)
    booked, acts = declines.booked(desk.vault, desk.clock, case.id), kinds(desk)
    with pytest.raises(CaseLocked):
        declines.cancel_booked(desk.vault, desk.clock, case.id)
    assert declines.booked(desk.vault, desk.clock, case.id) == booked
    assert kinds(desk) == acts
    case_locks.open_case(desk.vault, desk.clock, case.id, word)
    before = declines.cancel_booked(desk.vault, desk.clock, case.id)
    assert declines.booked(desk.vault, desk.clock, case.id) == ()
    appointments.undo(desk.vault, desk.clock, before)
    found = declines.booked(desk.vault, desk.clock, case.id)
    assert [one.place for one in found] == ["河边"] * 6


@pytest.mark.clause("002")
def test_who_is_declined_is_not_declined_once_more_until_taken_up_again(desk):
    case = opened(desk, profile=Profile(name="苏简"))
    first = declines.record(desk.vault, desk.clock, case.id, WHOLE)
    acts = kinds(desk)
    with pytest.raises(CaseClosed):
        declines.record(desk.vault, desk.clock, case.id, WHOLE)
    assert desk.vault.entries.of_case(case.id, EntryKind.DECLINE) == [first]
    assert kinds(desk) == acts
    declines.take_up(desk.vault, desk.clock, case.id)
    again = declines.record(desk.vault, desk.clock, case.id, WHOLE)
    assert desk.vault.entries.of_case(case.id, EntryKind.DECLINE) == [first, again]
    assert desk.vault.cases.get(case.id).state is CaseState.CLOSED


@pytest.mark.clause("097")
@pytest.mark.parametrize("mode", [ServiceMode.ONLINE, ServiceMode.HOTLINE_REGULAR])
def test_who_is_in_danger_is_not_made_a_case_from_afar_either(desk, mode):
    danger = Intake(triage=Triage(Urgency.URGENT, "x", RiskLevel.HIGH, "急诊"))
    case = opened(desk, mode=ServiceMode.CRISIS, profile=Profile(intake=danger))
    with pytest.raises(DangerFromAfar):
        cases.change_case(desk.vault, desk.clock, replace(case, mode=mode), Profile(intake=danger))
    assert desk.vault.cases.get(case.id).mode is ServiceMode.CRISIS
    calm = Intake(triage=Triage(Urgency.COMPLEX, "x", RiskLevel.LOW))
    cases.change_case(desk.vault, desk.clock, replace(case, mode=mode), Profile(intake=calm))
    assert desk.vault.cases.get(case.id).mode is mode


@pytest.mark.clause("073")
def test_a_case_made_of_answers_waits_to_be_graded(desk):
    case = opened(desk)

    def waits():
        profile = desk.vault.clients.of_case(case.id).profile
        entries = desk.vault.entries.of_case(case.id)
        found = intakes.waiting(case, profile, entries, desk.clock.now().date())
        return [one.name for one in found]

    assert waits() == []
    with desk.vault.transaction():
        desk.vault.entries.add(case.id, EntryKind.QUESTIONNAIRE, desk.clock.now(), {})
    assert waits() == ["intake_care.ungraded"]
    graded = Intake(triage=Triage(Urgency.COMPLEX, "几件事一起"))
    intakes.change(desk.vault, desk.clock, case.id, graded)
    assert waits() == []


@pytest.mark.clause("108")
def test_members_wait_until_they_are_written_down(desk):
    case = opened(desk)
    several = replace(Intake(), members=(Member("陶乐", "丈夫", "13900000000"),))
    intakes.change(desk.vault, desk.clock, case.id, several)
    assert desk.vault.clients.of_case(case.id).profile.intake.members == several.members


@pytest.mark.clause("002")
def test_nothing_that_could_discriminate_is_in_what_a_list_is_sorted_or_filtered_by():
    """What a list knows of a client is listed here: faith, culture, age, health are not in it."""
    assert {one.name for one in fields(CaseLine)} == {
        *("case", "name", "notes", "drafts", "last_session", "here", "unread", "urgent"),
    }
    assert {one.name for one in fields(Case)} == {
        *("id", "code", "mode", "state", "opened_at", "lock"),
    }

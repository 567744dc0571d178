"""Referrals, closings and follow-ups on a real vault, and clients who do not come any more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app import bootstrap
from app.domain.appointment import Booking
from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.case import CaseState, ServiceMode
from app.domain.client import EmergencyContact, Place, Profile
from app.domain.contact import Began, Contact, Purpose
from app.domain.crisis_event import CrisisAct, CrisisStep
from app.domain.ending import Counted, EndingKind, Loose, Reopening
from app.domain.entry import EntryKind
from app.domain.errors import (
    CaseClosed,
    CaseNotClosed,
    EndingIncomplete,
    FieldInvalid,
    FollowUpIncomplete,
    ReferralIncomplete,
    ReferralUnreleased,
    ReferralUnsendable,
)
from app.domain.follow_up import FollowPlan, FollowUp, Reached
from app.domain.formulation import Formulation
from app.domain.practice import Practice
from app.domain.recurrence import Rule
from app.domain.referral import Passed
from app.domain.referral_course import ReferralAct
from app.domain.risk import RiskLevel
from app.domain.screen import Referral, Screen, Suitability
from app.services import (
    agenda,
    appointments,
    case_locks,
    dropouts,
    endings,
    endings_due,
    follow_ups,
    referrals,
    retention,
)
from tests import admitted
from tests.unit.domain.test_ending import TEXTS
from tests.unit.domain.test_ending import WHOLE as END
from tests.unit.domain.test_follow_up import FOUND, PLAN
from tests.unit.domain.test_referral import BARE, STEP
from tests.unit.domain.test_referral import WHOLE as REFERRED
from tests.unit.domain.test_risk_assessment import WHOLE as RISK

DAY = timedelta(days=1)
WORD = "竹林 2031 水声"
WHO = Profile(
    name="林晓禾",
    phone="13800000000",
    emergency=EmergencyContact("林母", "母亲", "13900000000"),
)


@pytest.fixture
def here(desk):
    desk.tools = replace(bootstrap.tools(), clock=desk.clock)
    desk.vault.settings.change_practice(
        Practice(counselor="沈知远", contact="021-0000 0001", place=Place("上海", "Asia/Shanghai"))
    )
    return desk


@pytest.fixture
def case(here):
    return here.case("H-017", WHO)


def kinds(here, many=1):
    return [one.kind for one in here.vault.audit.entries(many)]


def closed(here, case):
    return here.vault.cases.get(case).state is CaseState.CLOSED


class TestReferral:
    @pytest.mark.clause("126")
    def test_it_is_kept_with_its_steps_and_its_day_is_planned(self, here, case):
        follow_ups.plan(here.vault, here.tools, case, PLAN)
        referrals.record(here.vault, here.tools, case, BARE)
        assert kinds(here, 2) == [AuditKind.FOLLOW_UP_PLANNED, AuditKind.REFERRED]
        page = referrals.page(here.vault, here.tools, case, "zh")
        (course,) = page.kept
        assert course.form == BARE
        step = replace(STEP, referral=course.id)
        referrals.step(here.vault, here.tools, case, step)
        page = referrals.page(here.vault, here.tools, case, "zh")
        assert [one for _, one in page.kept[0].steps] == [step]
        planned = follow_ups.page(here.vault, here.tools, case)
        assert planned.left == tuple(sorted({*PLAN.days, BARE.ask_on}))

    @pytest.mark.clause("126")
    def test_one_that_lacks_something_is_not_kept(self, here, case):
        with pytest.raises(ReferralIncomplete) as refused:
            referrals.record(here.vault, here.tools, case, replace(BARE, reasons=()))
        assert refused.value.missing == ("referral.reason",)
        with pytest.raises(ReferralIncomplete):
            referrals.step(here.vault, here.tools, case, replace(STEP, on=""))
        with pytest.raises(KeyError):
            referrals.step(here.vault, here.tools, case, STEP)
        assert referrals.page(here.vault, here.tools, case, "zh").kept == ()

    def test_without_a_day_nothing_is_planned(self, here, case):
        referrals.record(here.vault, here.tools, case, replace(BARE, ask_on=""))
        assert follow_ups.page(here.vault, here.tools, case).kept == ()

    @pytest.mark.clause("143")
    @pytest.mark.clause("145")
    def test_a_letter_that_tells_something_needs_a_consent_that_holds(self, here, case):
        with pytest.raises(ReferralUnreleased):
            referrals.record(here.vault, here.tools, case, REFERRED)
        consent = admitted.release(here.vault, here.clock, case)
        made = replace(REFERRED, consent=consent)
        entry = referrals.record(here.vault, here.tools, case, made)
        page = referrals.page(here.vault, here.tools, case, "zh")
        assert [one.id for one in page.released] == [consent]
        letter = referrals.letter(here.vault, here.tools, case, entry.id, "zh")
        assert "林晓禾" in letter.words()
        referrals.printed(here.vault, here.tools, case, entry.id)
        assert kinds(here) == [AuditKind.REFERRAL_PRINTED]
        withdraw(here, consent)
        with pytest.raises(ReferralUnreleased):
            referrals.letter(here.vault, here.tools, case, entry.id, "zh")
        receipt = referrals.receipt(here.vault, here.tools, case, entry.id, "zh")
        assert "沈知远" in receipt.parts[-1].lines

    @pytest.mark.clause("126")
    @pytest.mark.parametrize("name", ["counselor", "contact"])
    def test_neither_letter_nor_receipt_is_made_from_nobody(self, here, case, name):
        entry = referrals.record(here.vault, here.tools, case, BARE)
        known = here.vault.settings.practice()
        here.vault.settings.change_practice(replace(known, **{name: " \u3000"}))
        for paper in (referrals.letter, referrals.receipt):
            with pytest.raises(ReferralUnsendable) as refused:
                paper(here.vault, here.tools, case, entry.id, "zh")
            assert refused.value.missing == (f"letter.{name}",)
        here.vault.settings.change_practice(known)
        assert referrals.letter(here.vault, here.tools, case, entry.id, "zh").title

    def test_a_series_is_one_thing_that_is_still_booked(self, here, case):
        first = here.clock.now() + DAY
        weekly = Rule(weekdays=(first.weekday(),))
        for at, rule in ((first, weekly), (first + DAY, None)):
            booking = Booking(case, at, ServiceMode.ONLINE, zone="Asia/Shanghai", rule=rule)
            appointments.book(here.vault, here.clock, booking)
        assert endings.loose(here.vault, here.tools, case, ()).booked == 2

    @pytest.mark.clause("151")
    def test_a_letter_that_tells_nothing_needs_none(self, here, case):
        entry = referrals.record(here.vault, here.tools, case, BARE)
        words = referrals.letter(here.vault, here.tools, case, entry.id, "en").words()
        assert "林晓禾" not in words

    @pytest.mark.clause("020")
    def test_what_is_known_and_what_the_screen_said_is_offered(self, here, case):
        page = referrals.page(here.vault, here.tools, case, "zh")
        assert set(page.known) == {Passed.NAME, Passed.REACH, Passed.EMERGENCY}
        assert page.screened is None
        assert page.resources
        other = Referral("精神卫生中心", "给了电话")
        screen = Screen("remote", "1", "zh", (), Suitability.UNSUITABLE, referral=other)
        here.vault.entries.add(case, EntryKind.SCREEN, here.clock.at, as_json(screen))
        assert referrals.page(here.vault, here.tools, case, "zh").screened == other


def withdraw(here, consent):
    from app.domain.consent import ConsentState  # noqa: PLC0415 - one test

    with here.vault.transaction():
        here.vault.consents.step(consent, ConsentState.WITHDRAWN, here.clock.at)


class TestEnding:
    @pytest.mark.clause("035")
    def test_a_case_is_closed_with_what_there_was_and_opened_again(self, here, case):
        here.signed(case, "第一次")
        page = endings.page(here.vault, here.tools, case)
        assert (page.open, page.day, page.kept, page.plan) == (True, None, (), None)
        assert page.closure.loose == Loose()
        endings.record(here.vault, here.tools, case, END, PLAN)
        assert closed(here, case)
        page = endings.page(here.vault, here.tools, case)
        assert (page.open, page.day, page.plan) == (False, date(2026, 5, 12), PLAN)
        kept = endings.ending_of(page.kept[0].value)
        assert kept.counted == page.counted
        assert kept.counted.sessions == 1
        with pytest.raises(CaseClosed):
            endings.record(here.vault, here.tools, case, END)
        paper = endings.summary(here.vault, here.tools, case, "zh")
        until = retention.term_of(here.vault, here.vault.cases.get(case)).until
        assert f"记录保存到\n{until.year}年{until.month}月{until.day}日" in "\n".join(paper.words())
        assert "H-017" in "".join(paper.words())
        assert "林晓禾" not in "".join(paper.words())
        assert (TEXTS["zh"].words["kept"], "2036年3月1日") in paper.parts[0].rows
        endings.printed(here.vault, here.tools, case)
        assert kinds(here) == [AuditKind.ENDING_PRINTED]
        with pytest.raises(EndingIncomplete):
            endings.reopen(here.vault, here.tools, case, Reopening(" "))
        endings.reopen(here.vault, here.tools, case, Reopening("又来了"))
        assert kinds(here) == [AuditKind.CASE_REOPENED]
        assert not closed(here, case)
        paper = endings.summary(here.vault, here.tools, case, "zh")
        assert "2036年" not in "".join(paper.words())
        with pytest.raises(CaseNotClosed):
            endings.reopen(here.vault, here.tools, case, Reopening("又来了"))
        assert endings.page(here.vault, here.tools, case).day is None

    @pytest.mark.clause("014")
    @pytest.mark.clause("119")
    def test_what_is_not_finished_is_named_before(self, here, case):
        here.draft(case, "还没签")
        follow_ups.plan(here.vault, here.tools, case, PLAN)
        referrals.record(here.vault, here.tools, case, BARE)
        book(here, case, here.clock.at + 2 * DAY)
        here.vault.cases.keep_draft(case, "entry: screen", {"a": 1}, here.clock.at)
        here.vault.cases.keep_draft(case, "entry: closing", {"a": 1}, here.clock.at)
        found = endings.page(here.vault, here.tools, case).closure
        assert found.loose == Loose(1, 1, 1, 1)
        assert found.referred
        with pytest.raises(EndingIncomplete) as refused:
            endings.record(here.vault, here.tools, case, END)
        assert refused.value.missing == ("ending.settled",)
        assert not closed(here, case)
        endings.record(here.vault, here.tools, case, replace(END, settled="今晚签"))
        (kept,) = here.vault.entries.of_case(case, EntryKind.ENDING)
        assert endings.ending_of(kept.value).loose == found.loose

    def test_a_plan_that_lacks_something_closes_nothing(self, here, case):
        with pytest.raises(FollowUpIncomplete):
            endings.record(here.vault, here.tools, case, END, FollowPlan(("2026-06-01",)))
        assert not closed(here, case)
        with pytest.raises(EndingIncomplete):
            endings.summary(here.vault, here.tools, case, "zh")

    @pytest.mark.clause("098")
    def test_a_crisis_that_goes_on_keeps_it_open(self, here, case):
        step = CrisisStep(CrisisAct.OPENED, words="电话里说", plan="不挂电话")
        here.vault.entries.add(case, EntryKind.CRISIS, here.clock.at, as_json(step))
        with pytest.raises(EndingIncomplete) as refused:
            endings.record(here.vault, here.tools, case, END)
        assert "ending.crisis" in refused.value.missing

    @pytest.mark.clause("072")
    def test_somebody_in_danger_is_sought_before_the_case_is_closed_as_dropped(self, here, case):
        here.signed(case, "第一次")
        risk = replace(RISK, level=RiskLevel.HIGH)
        here.vault.entries.add(case, EntryKind.RISK, here.clock.at, as_json(risk))
        page = endings.page(here.vault, here.tools, case)
        assert page.level is RiskLevel.HIGH
        assert page.closure.danger
        gone = replace(END, kind=EndingKind.DROPPED)
        with pytest.raises(EndingIncomplete) as refused:
            endings.record(here.vault, here.tools, case, gone)
        assert refused.value.missing == ("ending.sought",)
        here.clock.at += DAY
        contact(here, case, here.clock.at)
        endings.record(here.vault, here.tools, case, gone)
        assert closed(here, case)

    def test_the_goals_of_the_last_formulation_are_at_hand(self, here, case):
        made = Formulation("free", "1", "zh", "自由", (), goals="睡得着")
        here.vault.entries.add(case, EntryKind.FORMULATION, here.clock.at, as_json(made))
        assert endings.page(here.vault, here.tools, case).goals == "睡得着"
        assert endings.page(here.vault, here.tools, case).counted == Counted()


def book(here, case, at):
    made = Booking(case, at, ServiceMode.ONLINE)
    return appointments.book(here.vault, here.clock, made)


def contact(here, case, at, began=Began.COUNSELOR):
    made = Contact(at, "微信", Purpose.BOOKING, began)
    here.vault.entries.add(case, EntryKind.CONTACT, at, as_json(made))


class TestFollowUp:
    @pytest.mark.clause("126")
    def test_a_plan_waits_until_somebody_asked(self, here, case):
        follow_ups.plan(here.vault, here.tools, case, PLAN)
        page = follow_ups.page(here.vault, here.tools, case)
        assert (page.left, page.today) == (PLAN.days, date(2026, 3, 1))
        follow_ups.record(here.vault, here.tools, case, FOUND)
        assert kinds(here) == [AuditKind.FOLLOWED_UP]
        page = follow_ups.page(here.vault, here.tools, case)
        assert page.left == PLAN.days[1:]
        assert len(page.kept) == 2

    @pytest.mark.clause("126")
    def test_what_lacks_something_is_not_kept(self, here, case):
        with pytest.raises(FollowUpIncomplete):
            follow_ups.plan(here.vault, here.tools, case, FollowPlan())
        with pytest.raises(FollowUpIncomplete):
            follow_ups.record(here.vault, here.tools, case, FollowUp(reached=Reached.NO))


def gone(here, case):
    found = dropouts.of_case(here.vault, here.clock, here.vault.cases.get(case))
    return [] if found is None else [one.name for one in found.rules]


def missed(here, case, at):
    made = book(here, case, at)
    here.clock.at = max(here.clock.at, at + DAY)
    appointments.miss(here.vault, here.clock, made.which)


class TestDropouts:
    @pytest.mark.clause("072")
    @pytest.mark.clause("126")
    def test_weeks_without_a_word_are_noticed_and_an_attempt_gives_time(self, here, case):
        here.signed(case, "第一次")
        here.clock.at += 27 * DAY
        assert gone(here, case) == []
        here.clock.at += DAY
        assert gone(here, case) == ["dropped.silent"]
        contact(here, case, here.clock.at)
        assert gone(here, case) == []
        here.clock.at += 7 * DAY
        assert gone(here, case) == ["dropped.silent"]
        contact(here, case, here.clock.at, Began.CLIENT)
        here.clock.at += 20 * DAY
        assert gone(here, case) == []

    @pytest.mark.clause("072")
    def test_an_appointment_or_a_closed_case_waits_for_nobody(self, here, case):
        here.clock.at += 40 * DAY
        assert gone(here, case) == ["dropped.silent"]
        book(here, case, here.clock.at + 3 * DAY)
        assert gone(here, case) == []
        other = here.case("H-018")
        here.clock.at += 40 * DAY
        assert gone(here, other) == ["dropped.silent"]
        endings.record(here.vault, here.tools, other, END)
        assert gone(here, other) == []

    @pytest.mark.clause("072")
    def test_two_times_missed_are_noticed_one_is_not(self, here, case):
        missed(here, case, here.clock.at + DAY)
        assert gone(here, case) == []
        missed(here, case, here.clock.at + DAY)
        assert gone(here, case) == ["dropped.missed"]
        here.clock.at += DAY
        here.signed(case, "来了")
        assert gone(here, case) == []

    def test_a_client_who_wrote_after_the_times_missed_is_not_gone(self, here, case):
        missed(here, case, here.clock.at + DAY)
        missed(here, case, here.clock.at + DAY)
        contact(here, case, here.clock.at, Began.CLIENT)
        assert gone(here, case) == []

    def test_the_weeks_are_hers_to_set(self, here, case):
        for wrong in (-1, 53):
            with pytest.raises(FieldInvalid):
                dropouts.choose(here.vault, wrong)
        here.clock.at += 40 * DAY
        dropouts.choose(here.vault, 8)
        assert gone(here, case) == []
        dropouts.choose(here.vault, 0)
        here.clock.at += 400 * DAY
        assert gone(here, case) == []

    @pytest.mark.clause("126")
    def test_what_waits_in_all_cases(self, here, case):
        referrals.record(here.vault, here.tools, case, BARE)
        again = replace(BARE, ask_on="", back_by="")
        referrals.record(here.vault, here.tools, case, again)
        other, shut = here.case("H-018"), here.case("H-019")
        follow_ups.plan(here.vault, here.tools, shut, PLAN)
        with here.without_password():
            case_locks.set_password(here.vault, here.clock, shut, WORD, recovery=False)
        case_locks.shut(here.vault, here.clock, shut)
        assert endings_due.due(here.vault, here.tools) == ()
        here.clock.at += 110 * DAY
        found = {
            (one.rule, one.case_id): one.since for one in endings_due.due(here.vault, here.tools)
        }
        assert found == {
            ("referral_care.receipt_late", case): date(2026, 5, 26),
            ("follow_care.ask", case): date(2026, 6, 12),
            ("dropped.silent", case): date(2026, 3, 1),
            ("dropped.silent", other): date(2026, 3, 1),
        }
        entries = here.vault.entries.of_case(case)
        both = ("referral_care.receipt_late", "follow_care.ask")
        assert endings_due.late(entries, date(2026, 6, 19)) == both
        assert endings_due.late((), date(2026, 6, 19)) == ()
        course = referrals.page(here.vault, here.tools, case, "zh").kept[-1]
        step = replace(STEP, referral=course.id, act=ReferralAct.RECEIPT)
        referrals.step(here.vault, here.tools, case, step)
        rules = {(one.rule, one.case_id) for one in endings_due.due(here.vault, here.tools)}
        assert ("referral_care.receipt_late", case) not in rules

    def test_of_all_the_one_seen_longest_ago_comes_first(self, here, case):
        here.clock.at += DAY
        other = here.case("H-018")
        here.clock.at += 40 * DAY
        cases = here.vault.cases.all()
        found = dropouts.every(
            here.vault, here.clock, cases, agenda.next_times(here.vault, here.clock)
        )
        assert [one.case_id for one in found] == [case, other]

"""Risk, safety plan, crisis card and directory, as a person uses them on a hard day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLineEdit

from app.domain.audit import AuditKind
from app.domain.client import EmergencyContact, Place, Profile
from app.domain.contact import Began, Contact, Purpose
from app.domain.crisis_card import CARD
from app.domain.crisis_event import CLOSING, STEP, CrisisAct, CrisisItem, step_of
from app.domain.due import DueKind
from app.domain.entry import EntryKind
from app.domain.errors import (
    CaseLocked,
    CrisisIncomplete,
    DiskFull,
    RiskIncomplete,
    SafetyPlanIncomplete,
    VaultDamaged,
)
from app.domain.practice_record import Resource, ResourceSort
from app.domain.risk import RiskLevel
from app.domain.risk_assessment import RISK, RISK_CARE, RiskAssessment, Sign, risk_of
from app.domain.risk_course import DUTY
from app.domain.safety_plan import PLAN, STEPS, SafetyPlan, plan_of
from app.domain.session_sheet import SessionSheet
from app.services import (
    case_locks,
    contacts,
    crises,
    directory,
    practice,
    risks,
    safety_plans,
    today,
)
from storage.files import FileShelf
from storage.preferences import JsonPreferences
from tests.gui.helpers import FULL, NASTY, NOW, click, said
from tests.gui.test_entry_pages import entered, opened, press, put, record
from ui import danger_words
from ui.case_view import view_case
from ui.cases import CasesScreen
from ui.crisis_choice import CrisisChoice
from ui.crisis_page import CrisisScreen
from ui.entry_words import rule_words, worded
from ui.hotkey import LockKey
from ui.messages import message
from ui.page import (
    ToCaseForm,
    ToCases,
    ToCrisis,
    ToPractice,
    ToRisk,
    ToSafetyPlan,
    ToSearch,
    ToToday,
)
from ui.practice_page import PracticeScreen
from ui.risk_chart import RiskChart
from ui.risk_page import RiskScreen
from ui.safety_page import SafetyScreen
from ui.session_danger import SessionDanger
from ui.workspace import Workspace


class EndOfLine(QLineEdit):
    """Takes Ctrl+E for the end of the line, as every line does under X11 and not off screen."""

    def event(self, event):
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_E:
            event.accept()
            return True
        return super().event(event)


LOW, MIDDLE, HIGH = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)
NO, UNCLEAR, YES = LOW, MIDDLE, HIGH
STEP_WORDS = {
    "signs": "整夜睡不着",
    "coping": "出门走一圈",
    "distraction": "楼下的书店",
    "people": "妹妹 13900001111",
    "professionals": "12356",
    "surroundings": "药交给妹妹",
}
RISKY = RiskAssessment(
    Sign.YES,
    Sign.YES,
    Sign.NO,
    Sign.UNCLEAR,
    "妹妹",
    RiskLevel.HIGH,
    "有计划",
    NOW + timedelta(hours=9),
)


@pytest.fixture
def at(house):
    """A house whose tools write files."""
    house.tools = replace(house.tools, shelf=FileShelf())
    return house


def crisis(house, case):
    page = opened(house, CrisisScreen, case)
    house.qtbot.waitUntil(lambda: page._ready and (page.what.isVisible() or page.did.isVisible()))
    return page


def assess(house, case, risk=RISKY):
    return house.do(lambda vault: risks.record(vault, house.clock, case.id, risk))


def told(house, case):
    def work(vault):
        return [one.kind for one in vault.audit.entries(50) if one.case_id == case.id]

    return house.do(work)


def due(house):
    return house.do(lambda vault: today.today(vault, house.tools)).due


class TestRisk:
    @pytest.mark.clause("121")
    @pytest.mark.clause("124")
    @pytest.mark.clause("072")
    def test_it_is_answered_by_keys_and_leads_on_to_the_crisis_card(self, at):
        case = at.case()
        page = opened(at, RiskScreen, case)
        press(at, YES, NO, NO, UNCLEAR)
        page.level.choose("high")
        record(at, page)
        for rule in ("risk.protective", "risk.basis", "risk.next_contact"):
            assert rule_words(rule) in said(page)
        assert entered(at, case, EntryKind.RISK) == []
        put(page, "是什么在保护", "妹妹")
        put(page, "凭什么定这一级", NASTY)
        put(page, "下一次联系是什么时候（风险高，须在 24 小时以内）", "后天下午三点")
        record(at, page)
        assert rule_words("risk.within_a_day") in said(page)
        put(page, "下一次联系是什么时候（风险高，须在 24 小时以内）", "明天上午九点")
        record(at, page)
        (value,) = entered(at, case, EntryKind.RISK)
        kept = risk_of(value)
        assert kept.signs() == (Sign.YES, Sign.NO, Sign.NO, Sign.UNCLEAR)
        assert (kept.level, kept.basis) == (RiskLevel.HIGH, NASTY)
        assert kept.next_contact == NOW.replace(hour=1, minute=0) + timedelta(days=1)
        at.qtbot.waitUntil(lambda: page.went == [ToCrisis(case.id)])
        assert AuditKind.RISK_ASSESSED in told(at, case)

    @pytest.mark.clause("124")
    def test_how_it_went_is_drawn_and_said_and_what_the_level_asks_for_is_led_to(self, at):
        case = at.case()
        assess(at, case, replace(RISKY, level=RiskLevel.LOW, plan=Sign.NO))
        at.clock.time += timedelta(days=2)
        assess(at, case, replace(RISKY, level=RiskLevel.MIDDLE, next_contact=None))
        page = opened(at, RiskScreen, case)
        (chart,) = page.findChildren(RiskChart)
        assert chart.sentences() == ["2026年5月12日 评估为低", "2026年5月14日 评估为中"]
        assert all(one in chart.accessibleName() for one in chart.sentences())
        assert rule_words("duty.safety_plan") in said(page)
        click(at, page, f"去做：{rule_words('duty.safety_plan')}")
        assert page.went == [ToSafetyPlan(case.id)]

    @pytest.mark.clause("124")
    def test_a_low_level_that_does_not_fit_is_said_and_stops_nothing(self, at):
        case = at.case()
        page = opened(at, RiskScreen, case)
        press(at, YES, YES, NO, NO)
        page.level.choose("low")
        page.level.chosen.emit("low")
        at.qtbot.waitUntil(lambda: rule_words("risk_care.low_with_a_plan") in said(page))
        put(page, "是什么在保护", "无")
        put(page, "凭什么定这一级", "多年以前的计划")
        record(at, page)
        at.qtbot.waitUntil(lambda: "评估已记下。" in said(page))
        click(at, page, "回到个案")
        assert page.went == [ToCases(case.id)]

    def test_what_is_typed_is_kept_and_gone_on_with(self, at):
        case = at.case()
        page = opened(at, RiskScreen, case)
        press(at, YES)
        put(page, "凭什么定这一级", NASTY)
        assert page.begun()
        page.leave()
        at.idle()
        again = opened(at, RiskScreen, case)
        assert again.signs["ideation"].key() == "yes"
        assert again.basis.text() == NASTY

    def test_the_service_refuses_what_the_form_would(self, at):
        case = at.case()
        with pytest.raises(RiskIncomplete):
            assess(at, case, replace(RISKY, level=None))


class TestStandsTogether:
    @pytest.mark.clause("124")
    @pytest.mark.clause("122")
    def test_a_sheet_and_an_assessment_are_one_truth(self, at):
        case = at.case()
        note = at.note(case, signed=False)

        def sheet(vault):
            session = vault.sessions.get(note.session_id)
            kept = replace(vault.entries.sheet(session), risk=RiskLevel.LOW)
            vault.entries.save_sheet(session, kept, NOW)
            return session

        session = at.do(sheet)
        entry = assess(at, case)
        assert entry.session_id == session.id
        page = at.do(lambda vault: risks.page(vault, at.clock, case.id))
        assert page.standing.told.level is RiskLevel.LOW
        assert page.standing.level is RiskLevel.HIGH
        assert "duty.differs" in {one.name for one in page.duties}
        view = at.do(lambda vault: view_case(vault, at.tools, case.id))
        assert view.risk.level is RiskLevel.HIGH
        assert "duty.differs" in {one.name for one in view.duties}
        shown = at.show(CasesScreen(at.office, case.id))
        at.qtbot.waitUntil(lambda: rule_words("duty.differs") in said(shown))

    def test_an_assessment_long_after_a_session_is_of_none(self, at):
        case = at.case()
        at.note(case)
        at.clock.time += timedelta(hours=5)
        assert assess(at, case).session_id is None

    @pytest.mark.clause("122")
    def test_a_sheet_that_says_danger_opens_the_way_to_the_card(self, qtbot):
        asked = []
        panel = SessionDanger()
        qtbot.addWidget(panel)
        panel.wanted.connect(asked.append)
        panel.crisis.click()
        panel.risk.click()
        assert asked == [ToCrisis, ToRisk]


class TestToday:
    @pytest.mark.clause("072")
    @pytest.mark.clause("124")
    def test_what_danger_asks_for_waits_and_a_contact_overdue_stands_on_top(self, at):
        case, quiet = at.case(), at.case("H-018", replace(FULL, name="木子"))
        assess(at, case)
        assess(at, quiet, replace(RISKY, level=RiskLevel.MIDDLE, next_contact=None))
        kinds = {one.person.case_id: one.kind for one in due(at) if one.kind is DueKind.RISK_DUTIES}
        assert kinds == {case.id: DueKind.RISK_DUTIES, quiet.id: DueKind.RISK_DUTIES}
        at.clock.time += timedelta(hours=10)
        first = due(at)[0]
        assert (first.kind, first.person.case_id) == (DueKind.CONTACT_OVERDUE, case.id)
        assert first.at == RISKY.next_contact

        def call(vault):
            made = Contact(at.clock.time, "电话", Purpose.CRISIS, Began.COUNSELOR, "稳定")
            return contacts.record(vault, at.tools, case.id, made)

        at.do(call)
        assert DueKind.CONTACT_OVERDUE not in {one.kind for one in due(at)}

    @pytest.mark.clause("124")
    def test_a_sheet_alone_makes_it_wait(self, at):
        case = at.case()
        note = at.note(case)

        def sheet(vault):
            session = vault.sessions.get(note.session_id)
            kept = replace(vault.entries.sheet(session), risk=RiskLevel.MIDDLE)
            vault.entries.save_sheet(session, kept, NOW)

        assert DueKind.RISK_DUTIES not in {one.kind for one in due(at)}
        at.do(sheet)
        (one,) = [it for it in due(at) if it.kind is DueKind.RISK_DUTIES]
        assert set(one.reasons) == {"duty.assessment", "duty.safety_plan"}


class TestSafetyPlan:
    @pytest.mark.clause("124")
    def test_six_steps_make_a_version_and_the_client_gets_a_copy(self, at, tmp_path):
        case = at.case()
        page = opened(at, SafetyScreen, case)
        names = danger_words.step_names()
        for name in STEPS[:-1]:
            put(page, names[name], STEP_WORDS[name])
        record(at, page)
        assert rule_words("safety.surroundings") in said(page)
        assert entered(at, case, EntryKind.SAFETY_PLAN) == []
        put(page, names["surroundings"], NASTY)
        record(at, page)
        (value,) = entered(at, case, EntryKind.SAFETY_PLAN)
        assert plan_of(value) == SafetyPlan(**STEP_WORDS | {"surroundings": NASTY})
        at.qtbot.waitUntil(lambda: "给来访者的一份" in said(page))
        put(page, names["coping"], "洗热水澡")
        record(at, page)
        at.idle()
        kept = entered(at, case, EntryKind.SAFETY_PLAN)
        assert [plan_of(one).coping for one in kept] == ["出门走一圈", "洗热水澡"]
        assert AuditKind.SAFETY_PLANNED in told(at, case)

    @pytest.mark.clause("124")
    def test_a_copy_is_refused_while_there_is_none_or_a_step_is_empty(self, at):
        case = at.case()

        def copy(vault):
            return safety_plans.copy(vault, at.tools, case.id, "zh")

        with pytest.raises(SafetyPlanIncomplete):
            at.do(copy)
        with pytest.raises(SafetyPlanIncomplete):
            at.do(lambda vault: safety_plans.record(vault, at.clock, case.id, SafetyPlan("一")))

        def half(vault):
            with vault.transaction():
                raw = {"signs": "一", "coping": " "}
                vault.entries.add(case.id, EntryKind.SAFETY_PLAN, NOW, raw)

        at.do(half)
        with pytest.raises(SafetyPlanIncomplete) as refused:
            at.do(copy)
        assert "safety.coping" in refused.value.missing

    def test_a_number_of_the_directory_is_written_into_the_fifth_step(self, at):
        case = at.case()
        page = opened(at, SafetyScreen, case)
        click(at, page, "写进第五步：报警 110")
        click(at, page, "写进第五步：医疗急救 120")
        click(at, page, "写进第五步：报警 110")
        assert page.steps["professionals"].text() == "报警 110\n医疗急救 120"
        click(at, page, "资源目录")
        assert page.went == [ToPractice("resource")]

    def test_the_copy_of_somebody_abroad_has_room_for_the_local_numbers(self, at):
        plan = SafetyPlan(**STEP_WORDS)
        here, there = (Place("上海", "Asia/Shanghai"), Place("伦敦", "Europe/London"))
        for place, far in ((there, True), (here, False)):
            case = at.case(place.city, Profile(place=place))
            at.do(lambda v, one=case.id: safety_plans.record(v, at.clock, one, plan))
            sheet = at.do(lambda v, one=case.id: safety_plans.copy(v, at.tools, one, "zh"))
            assert any("先打当地的电话" in line for line in sheet.words()) == far

    def test_the_printed_copy_is_written_to_the_trail(self, at, tmp_path):
        case = at.case()
        at.do(lambda v: safety_plans.record(v, at.clock, case.id, SafetyPlan(**STEP_WORDS)))
        sheet = at.do(lambda vault: safety_plans.copy(vault, at.tools, case.id, "en"))
        assert at.tools.papers.sheet.render(sheet).startswith(b"%PDF")
        at.do(lambda vault: safety_plans.printed(vault, at.clock, case.id))
        assert AuditKind.SAFETY_PLAN_PRINTED in told(at, case)


BARE = Profile(name="", emergency=EmergencyContact())


class TestCrisis:
    @pytest.mark.clause("047")
    @pytest.mark.clause("122")
    def test_the_card_says_who_where_and_whom_to_call(self, at):
        case = at.case()
        at.note(case)
        page = crisis(at, case)
        shown = said(page)
        for words in ("禾木", "13800005678", "禾苗", "13900001111", "12356", "110", "120"):
            assert words in shown, words
        assert rule_words("card.agreed") in shown
        assert rule_words("card.place") in shown
        assert rule_words("card.identity") not in shown
        assert AuditKind.CRISIS_CARD_READ in told(at, case)

    @pytest.mark.clause("047")
    @pytest.mark.parametrize(
        ("rule", "place"),
        [
            ("card.identity", lambda one: ToCaseForm(one, "name")),
            ("card.reach", lambda one: ToCaseForm(one, "phone")),
            ("card.contact", lambda one: ToCaseForm(one, "contact_name")),
            ("card.agreed", ToSafetyPlan),
        ],
    )
    def test_what_is_missing_is_said_and_led_to(self, at, rule, place):
        case = at.case(profile=BARE)
        page = crisis(at, case)
        click(at, page, f"去填：{rule_words(rule)}")
        assert page.went == [place(case.id)]

    @pytest.mark.clause("122")
    def test_whether_the_contact_may_know_is_asked_only_where_there_is_one(self, at):
        unasked = replace(FULL, emergency=replace(FULL.emergency, may_know=None))
        page = crisis(at, at.case(profile=unasked))
        assert rule_words("card.may_know") in said(page)
        no = replace(FULL, emergency=replace(FULL.emergency, may_know=False))
        other = crisis(at, at.case("H-019", no))
        assert "来访者不愿意：没有立即的危险时不说" in said(other)

    @pytest.mark.clause("098")
    @pytest.mark.clause("124")
    @pytest.mark.clause("016")
    def test_an_event_is_logged_step_by_step_and_ends_when_the_five_are_settled(self, at):
        case = at.case()
        page = crisis(at, case)
        record(at, page)
        assert rule_words("crisis.what") in said(page)
        put(page, "发生了什么", NASTY)
        put(page, "打算怎样做（紧急预案）", "先确认在哪里")
        page.open.setFocus()
        record(at, page)
        at.qtbot.waitUntil(page.did.isVisible)
        at.qtbot.waitUntil(page.did.hasFocus)  # not the next part that happened to stand there
        put(page, "结果怎样", "写到一半")
        click(at, page, f"去填：{rule_words('card.place')}")
        record(at, page)
        assert rule_words("crisis.where") in said(page)
        put(page, "和谁、说了什么、在哪里", "城北路 3 号")
        record(at, page)
        at.qtbot.waitUntil(lambda: rule_words("card.place") not in said(page))
        assert page.outcome.text() == "写到一半"
        click(at, page, "结束这次危机")
        for name in ("referral", "assessment", "contact", "hotline", "in_person"):
            assert rule_words(f"closing.{name}") in said(page)
        assess(at, case)  # counts as the second of the five
        page._ask()
        at.idle()
        click(at, page, "没有做：转线下")
        assert rule_words("crisis.why_not") in said(page)
        put(page, "转线下：怎样做的，或为什么没有做", "妹妹已经到了")
        click(at, page, "没有做：转线下")
        at.idle()
        for name in ("转介", "紧急联系人", "告知热线"):
            click(at, page, f"做了：{name}")
            at.idle()
        assert page.outcome.text() == "写到一半"
        click(at, page, "结束这次危机")
        at.qtbot.waitUntil(lambda: page._event is None)
        steps = [step_of(one) for one in entered(at, case, EntryKind.CRISIS)]
        assert [one.act for one in steps] == [
            CrisisAct.OPENED,
            CrisisAct.PLACE,
            CrisisAct.NOT_DONE,
            CrisisAct.DONE,
            CrisisAct.DONE,
            CrisisAct.DONE,
            CrisisAct.CLOSED,
        ]
        assert (steps[0].words, steps[-1].words) == (NASTY, "写到一半")
        assert "以前的危机事件" in said(page)
        assert AuditKind.CRISIS_LOGGED in told(at, case)

    @pytest.mark.clause("098")
    def test_nothing_ends_or_joins_an_event_but_by_the_rules(self, at):
        case = at.case()

        def log(act, **more):
            step = crises.step_of({**BLANK, "act": act.value, **more})
            return at.do(lambda vault: crises.log(vault, at.tools, case.id, step))

        event = log(CrisisAct.OPENED, words="一", plan="二").id
        with pytest.raises(CrisisIncomplete) as refused:
            log(CrisisAct.CLOSED, event=event, words="好了")
        assert len(refused.value.missing) == len(CrisisItem)
        for item in CrisisItem:
            log(CrisisAct.DONE, event=event, item=item.value)
        log(CrisisAct.CLOSED, event=event, words="好了")
        page = at.do(lambda vault: crises.page(vault, at.tools, case.id, "zh"))
        assert page.events[0].closed_at is not None

        def late(vault):
            step = step_of({**BLANK, "act": "client reached", "event": event})
            with pytest.raises(KeyError):
                crises.log(vault, at.tools, case.id, step)

        at.do(late)

    def test_what_is_typed_is_kept_and_gone_on_with(self, at):
        case = at.case()
        page = crisis(at, case)
        put(page, "发生了什么", NASTY)
        page.leave()
        at.idle()
        assert crisis(at, case).what.text() == NASTY

    @pytest.mark.clause("098")
    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_card_and_summary_are_papers_of_their_own(self, at, language):
        case = at.case()
        assess(at, case)
        at.do(lambda v: safety_plans.record(v, at.clock, case.id, SafetyPlan(**STEP_WORDS)))
        opened_at = {**BLANK, "act": "opened", "words": "一", "plan": "二"}
        at.do(lambda v: crises.log(v, at.tools, case.id, step_of(opened_at)))
        page = at.do(lambda vault: crises.page(vault, at.tools, case.id, language))
        card = crises.card_paper(page, language)
        words = " ".join(card.words())
        for one in ("禾木", "13900001111", "12356", "药交给妹妹"):
            assert one in words
        pdf = at.tools.papers.sheet.render(card)
        assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") <= 1
        event = crises.event_paper(page.events[0], page, language)
        assert "禾木" not in " ".join(event.words())
        assert at.tools.papers.sheet.render(event).startswith(b"%PDF")
        at.do(lambda vault: crises.printed(vault, at.tools, case.id))
        assert AuditKind.CRISIS_PRINTED in told(at, case)


BLANK = {"act": "", "event": 0, "item": "", "words": "", "plan": "", "next_contact": ""}


class TestChoice:
    @pytest.mark.clause("122")
    def test_a_digit_chooses_the_case_those_in_danger_first(self, at):
        at.case("H-001", replace(FULL, name="木子"))
        risky = at.case("H-002", replace(FULL, name="林一"))
        assess(at, risky)
        page = CrisisChoice(at.office)
        went = []
        page.wanted.connect(went.append)
        page.findChildren(QShortcut)[0].activated.emit()  # before the list is there
        at.show(page)
        at.qtbot.waitUntil(lambda: went == [ToCrisis(risky.id)])
        again = CrisisChoice(at.office)
        again.wanted.connect(went.append)
        at.show(again)
        click(at, again, "危机卡：木子")
        assert went[-1] != ToCrisis(risky.id)
        assert "有风险" in said(again)

    @pytest.mark.clause("122")
    def test_two_keys_from_anywhere_and_one_where_a_case_is_open(self, at, tmp_path):
        case = at.case()
        store = JsonPreferences(tmp_path / "choices" / "preferences.json")
        at.office = replace(at.office, preferences=store)
        space = at.show(Workspace(at.office))
        try:
            space.go(ToToday())
            at.idle()
            at.qtbot.keyClick(space, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
            at.idle()
            assert isinstance(space.page, CrisisChoice)
            at.qtbot.keyClick(space.page, Qt.Key.Key_1)
            at.qtbot.waitUntil(lambda: isinstance(space.page, CrisisScreen))
            assert space.page.case_id == case.id
            space.go(ToCases(case.id))
            at.idle()
            at.qtbot.keyClick(space, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
            at.idle()
            assert isinstance(space.page, CrisisScreen)
            here = space.page
            at.qtbot.keyClick(space, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
            assert space.page is here
        finally:
            space.leave()
            at.idle()

    @pytest.mark.clause("122")
    def test_the_key_opens_the_card_from_a_line_that_wants_it_for_itself(self, at, qapp):
        space = at.show(Workspace(at.office))
        key = LockKey(space)
        qapp.installEventFilter(key)
        try:
            space.go(ToSearch(""))
            at.idle()
            greedy = EndOfLine(space.page)
            greedy.show()
            greedy.setFocus()
            at.qtbot.keyClick(greedy, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
            at.idle()
            assert isinstance(space.page, CrisisChoice)
        finally:
            qapp.removeEventFilter(key)
            space.leave()
            at.idle()

    def test_a_digit_without_a_case_does_nothing_and_esc_goes_back(self, at):
        at.case()
        page = CrisisChoice(at.office)
        went, back = [], []
        page.wanted.connect(went.append)
        page.back.connect(lambda: back.append(1))
        at.show(page)
        at.idle()
        page._choose(7)
        page.escape()
        assert (went, back) == ([], [1])
        assert [one.keys for one in CrisisChoice.keys(page)] == ["1 … 9", "Esc"]

    def test_a_case_with_a_password_is_led_to_by_its_door(self, at):
        case = at.case()
        at.do(
            lambda v: case_locks.set_password(
                v, at.clock, case.id, "河边的石狮子三只", recovery=True
            )
        )
        at.do(lambda vault: case_locks.shut(vault, at.clock, case.id))
        page = CrisisChoice(at.office)
        went = []
        page.wanted.connect(went.append)
        at.show(page)
        at.idle()
        page._choose(0)
        assert went == [ToCases(case.id, ToCrisis(case.id))]
        assert due(at) is not None
        with pytest.raises(CaseLocked):
            at.do(lambda vault: crises.page(vault, at.tools, case.id, "zh"))

    def test_without_a_case_it_says_how_it_is_opened(self, at):
        page = at.show(CrisisChoice(at.office))
        at.qtbot.waitUntil(lambda: "还没有个案" in said(page))


HIDDEN = "有的记录读不出来，这里说的可能不全。"


@pytest.mark.promise(8)
class TestBesideDamage:
    @pytest.fixture
    def case(self, at):
        """A case in danger by the sheet of its last session."""
        made = at.case()
        note = at.note(made, signed=False)

        def sheet(vault):
            session = vault.sessions.get(note.session_id)
            vault.entries.save_sheet(session, SessionSheet(risk=RiskLevel.HIGH), NOW)

        at.do(sheet)
        return made

    def spoil(self, at):
        """Let no sheet be read any more."""
        words = "UPDATE session_sheets SET sealed = zeroblob(length(sealed))"
        at.do(lambda vault: vault.connection.execute(words))

    @pytest.mark.clause("047")
    @pytest.mark.clause("122")
    def test_the_card_is_shown_and_says_that_something_of_it_is_hidden(self, at, case):
        at.do(lambda v: safety_plans.record(v, at.clock, case.id, SafetyPlan(**STEP_WORDS)))
        assert HIDDEN not in said(crisis(at, case))
        self.spoil(at)
        page = crisis(at, case)
        for words in ("禾木", "13800005678", "13900001111", "12356", "药交给妹妹", HIDDEN):
            assert words in said(page), words
        found = at.do(lambda vault: crises.page(vault, at.tools, case.id, "zh"))
        paper = crises.card_paper(found, "zh")
        assert at.tools.crisis_texts["zh"].words["hidden"] in paper.words()
        assert at.tools.papers.sheet.render(paper).startswith(b"%PDF")
        assert found.duties == ()

    @pytest.mark.clause("122")
    def test_the_card_is_shown_where_the_whole_file_is_hidden(self, at, case, monkeypatch):
        def hide(vault):
            monkeypatch.setattr(vault.entries, "of_case", broken)
            monkeypatch.setattr(vault.sessions, "of_case", broken)

        at.do(hide)
        page = crisis(at, case)
        assert "12356" in said(page)
        assert HIDDEN in said(page)
        assert rule_words("card.agreed") not in said(page)  # nobody knows if there is one
        assert said(page).count(HIDDEN) == 2  # above, and where the plan would stand

    @pytest.mark.clause("122")
    def test_whom_to_call_is_said_where_her_own_list_is_hidden(self, at, case, monkeypatch):
        def hide(vault):
            monkeypatch.setattr(vault.practice, "all", broken)
            monkeypatch.setattr(vault.settings, "practice", broken)
            monkeypatch.setattr(vault.cases, "draft", broken)

        at.do(hide)
        page = crisis(at, case)
        for words in ("13800005678", "12356", "110", "120"):
            assert words in said(page), words

    def hide_the_client(self, at):
        """Let nothing that is known of a client be read any more."""
        words = "UPDATE clients SET sealed = zeroblob(length(sealed))"
        at.do(lambda vault: vault.connection.execute(words))

    def test_the_card_of_somebody_abroad_says_that_the_mainland_numbers_may_not_work(self, at):
        here, there = (Place("上海", "Asia/Shanghai"), Place("伦敦", "Europe/London"))
        for place, told in ((there, True), (here, False)):
            page = crisis(at, at.case(place.city, Profile(place=place)))
            assert ("大陆的号码在那里可能打不通" in said(page)) == told

    @pytest.mark.clause("047")
    @pytest.mark.clause("122")
    def test_the_card_is_shown_where_the_client_is_hidden(self, at, case):
        at.do(lambda v: safety_plans.record(v, at.clock, case.id, SafetyPlan(**STEP_WORDS)))
        self.hide_the_client(at)
        page = crisis(at, case)
        for words in ("12356", "13900001111", "药交给妹妹", HIDDEN):
            assert words in said(page), words
        for rule in ("identity", "reach", "contact", "may_know"):
            assert rule_words(f"card.{rule}") not in said(page)  # nobody knows whether it is known
        found = at.do(lambda vault: crises.page(vault, at.tools, case.id, "zh"))
        assert found.card.unknown
        text = at.tools.crisis_texts["zh"]
        words = crises.card_paper(found, "zh").words()
        assert words.count(text.words["hidden"]) == 5
        assert text.words["may_know_unasked"] not in words

    @pytest.mark.clause("122")
    def test_the_card_is_shown_where_the_case_itself_is_hidden(self, at, case, monkeypatch):
        at.do(lambda vault: monkeypatch.setattr(vault.cases, "get", broken))
        found = at.do(lambda vault: crises.page(vault, at.tools, case.id, "zh"))
        assert found.card.code == f"#{case.id}"
        assert "12356" in [one.phone for one in found.card.resources]

    @pytest.mark.clause("122")
    def test_a_case_that_is_shut_stays_shut_where_it_is_hidden(self, at, case, monkeypatch):
        word = "这一例 自己的 密码"
        at.do(lambda vault: case_locks.set_password(vault, at.clock, case.id, word, recovery=False))
        at.do(lambda vault: case_locks.shut(vault, at.clock, case.id))
        at.do(lambda vault: monkeypatch.setattr(vault.cases, "get", broken))
        with pytest.raises(CaseLocked):
            at.do(lambda vault: crises.page(vault, at.tools, case.id, "zh"))

    @pytest.mark.clause("124")
    @pytest.mark.parametrize("kind", ["screen", "safety plan"])
    def test_the_plan_is_written_on_where_a_part_is_hidden(self, at, case, kind):
        at.do(lambda v: safety_plans.record(v, at.clock, case.id, SafetyPlan(**STEP_WORDS)))
        if kind == "screen":
            at.do(lambda v: v.entries.add(case.id, EntryKind.SCREEN, NOW, {"safety_plan": "有"}))
        self.hide_the_client(at)
        words = "UPDATE entries SET sealed = zeroblob(length(sealed)) WHERE kind = ?"
        at.do(lambda vault: vault.connection.execute("DROP TRIGGER entry_is_final"))
        at.do(lambda vault: vault.connection.execute(words, (kind,)))
        page = opened(at, SafetyScreen, case)
        at.qtbot.waitUntil(lambda: page._ready)
        assert HIDDEN in said(page)
        assert "12356" in said(page)
        assert ("药交给妹妹" in page.steps["surroundings"].text()) is (kind == "screen")

    @pytest.mark.clause("124")
    def test_how_it_went_is_shown_where_the_client_is_hidden(self, at, case):
        assess(at, case)
        self.hide_the_client(at)
        found = at.do(lambda vault: risks.page(vault, at.clock, case.id))
        assert len(found.kept) == 1

    def test_what_says_danger_is_read_once(self, at, case, monkeypatch):
        assess(at, case)
        asked = []

        def count(vault):
            for rows, name in ((vault.entries, "of_case"), (vault.sessions, "last")):
                monkeypatch.setattr(rows, name, counted(asked, name, getattr(rows, name)))

        at.do(count)
        at.do(lambda vault: crises.choices(vault, at.tools))
        assert asked.count("last") == 1
        view = at.do(lambda vault: view_case(vault, at.tools, case.id))
        assert view.risk.level is RiskLevel.HIGH
        asked.clear()
        at.do(lambda vault: view_case(vault, at.tools, case.id))
        every = len(asked)
        asked.clear()
        monkeypatch.setattr(risks, "of_case", lambda *_: None)
        at.do(lambda vault: view_case(vault, at.tools, case.id))
        assert len(asked) == every, "the danger was not read by itself"

    @pytest.mark.clause("124")
    def test_how_it_went_is_shown_beside_it(self, at, case):
        assess(at, case)
        page = opened(at, RiskScreen, case)
        at.qtbot.waitUntil(lambda: page._ready)
        assert HIDDEN not in said(page)
        self.spoil(at)
        again = opened(at, RiskScreen, case)
        at.qtbot.waitUntil(lambda: again._ready)
        assert HIDDEN in said(again)
        found = at.do(lambda vault: risks.page(vault, at.clock, case.id))
        assert [(one.level, one.number) for one in found.points] == [(RiskLevel.HIGH, 0)]

    def test_the_head_of_the_case_says_no_level_that_may_be_too_low(self, at, case):
        assess(at, case, replace(RISKY, level=RiskLevel.LOW))
        self.spoil(at)
        view = at.do(lambda vault: view_case(vault, at.tools, case.id))
        assert (view.risk, view.duties) == (None, ())

    @pytest.mark.clause("122")
    def test_the_cases_are_offered_where_their_sessions_are_hidden(self, at, case, monkeypatch):
        assess(at, case)
        at.do(lambda vault: monkeypatch.setattr(vault.sessions, "last", broken))
        (one,) = at.do(lambda vault: crises.choices(vault, at.tools))
        assert (one.person.case_id, one.grave) == (case.id, True)


def broken(*_args, **_more):
    raise VaultDamaged


def counted(asked, name, real):
    """Return what notes its name and does what `real` does."""

    def read(*wanted):
        asked.append(name)
        return real(*wanted)

    return read


def refused(*_args, **_more):
    raise DiskFull


class TestDirectory:
    @pytest.mark.clause("027")
    @pytest.mark.clause("130")
    @pytest.mark.clause("140")
    def test_what_the_program_knows_is_taken_over_changed_and_printed(self, at):
        page = PracticeScreen(at.office, "resource")
        at.desk.changed.connect(page.reload)
        at.show(page)
        at.qtbot.waitUntil(lambda: "程序带来的几条，还没有放进您的目录" in said(page))
        click(at, page, "放进目录")
        at.idle()
        kept = at.do(directory.kept)
        assert {"12356", "110", "120"} <= {one.phone for one in kept}
        assert {one.edition for one in kept} == {at.tools.crisis_texts["zh"].edition}
        assert "程序带来的几条，还没有放进您的目录" not in said(page)
        assert "practice.resource_stale" in at.do(lambda vault: practice.waits(vault, NOW))
        entry = at.do(lambda v: next(e for e in v.practice.all() if e.record.phone == "12356"))
        page.part._open(entry)
        put(page, "最后核对的那天", "今天")
        page.part.keep()
        at.idle()
        changed = at.do(lambda v: v.practice.get(entry.id)).record
        assert (changed.verified_on, changed.edition) == ("2026-05-12", entry.record.edition)
        sheet = at.do(lambda v: practice.paper(v, at.tools, "resources", "zh", hotline=False))
        assert "2026年5月12日 核对" in " ".join(sheet.words())
        assert at.tools.papers.sheet.render(sheet).startswith(b"%PDF")

    def test_a_list_that_is_not_taken_over_is_said_and_offered_again(self, at, monkeypatch):
        page = PracticeScreen(at.office, "resource")
        at.desk.changed.connect(page.reload)
        at.show(page)
        with monkeypatch.context() as full:
            full.setattr(directory, "adopt", refused)
            click(at, page, "放进目录")
            at.qtbot.waitUntil(lambda: message(DiskFull()).what in said(page))
        assert at.do(directory.kept) == ()
        click(at, page, "放进目录")
        at.idle()
        assert at.do(directory.kept)
        assert message(DiskFull()).what not in said(page)

    def test_her_own_list_takes_the_place_of_that_of_the_program(self, at):
        own = Resource(ResourceSort.HOSPITAL, "市精神卫生中心", "0571-1", verified_on="2026-05-01")
        assert len(at.do(lambda v: directory.shown(v, at.tools, "zh"))) > 1
        at.do(lambda vault: practice.keep(vault, at.tools, own))
        assert at.do(lambda v: directory.shown(v, at.tools, "zh")) == (own,)


def test_every_rule_has_a_sentence():
    names = {
        one
        for book in (RISK, RISK_CARE, PLAN, STEP, CLOSING, CARD, DUTY)
        for one in (rule.name for rule in book.rules.values())
    }
    assert names <= worded()

"""Referral, closing and follow-up, as a person does them at the end of the work."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.domain.audit import AuditKind
from app.domain.case import CaseState
from app.domain.contact import Began, Contact, Purpose
from app.domain.ending import EndingKind, Fees, ending_of
from app.domain.entry import EntryKind
from app.domain.follow_up import FollowPlan, FollowUp, Reached, follow_plan_of, follow_up_of
from app.domain.practice import Practice
from app.domain.referral import Answer, Haste, Passed, ReferralReason, referral_of
from app.domain.referral_course import ReferralAct, referral_step_of
from app.services import contacts, endings, follow_ups, referrals
from reports.protect import pdf_words
from storage.files import FileShelf
from tests import admitted
from tests.gui.helpers import NASTY, NOW, button, click, said, the_one
from tests.gui.test_cases import rows
from tests.gui.test_entry_pages import entered, opened, part, press, put, record, tick
from tests.unit.domain.test_ending import WHOLE as END
from tests.unit.domain.test_follow_up import PLAN
from tests.unit.domain.test_referral import BARE
from ui.cases import CasesScreen
from ui.ending_page import EndingScreen
from ui.entry_words import rule_words, worded
from ui.follow_page import FollowScreen
from ui.page import ToCases, ToConsents, ToContacts, ToEnding, ToFollowUp, ToReferral
from ui.referral_page import ReferralScreen
from ui.settings import SettingsScreen

DAY = timedelta(days=1)
KNOWN = Practice(counselor="沈知远", contact="021-0000 0001")


@pytest.fixture
def at(house):
    house.tools = replace(house.tools, shelf=FileShelf())
    return house


def state(at, case):
    return at.do(lambda vault: vault.cases.get(case.id).state)


def trail(at):
    return at.do(lambda vault: [one.kind for one in vault.audit.entries(5)])


class TestReferral:
    @pytest.mark.clause("126")
    @pytest.mark.clause("143")
    def test_a_spoken_yes_refers_and_its_letter_says_nothing_of_the_client(self, at, tmp_path):
        case = at.case()
        page = opened(at, ReferralScreen, case)
        record(at, page)
        assert rule_words("referral.reason") in said(page)
        tick(at, page, "疑似精神障碍")
        tick(at, page, "一周以内")
        click(at, page, "转到：全国统一心理援助热线 12356")
        put(page, "转到哪里", "精神卫生中心")
        put(page, "怎样向来访者说明的", NASTY)
        tick(at, page, "口头同意")
        put(page, "回执请在哪一天以前交回（可以空着）", "下周二")
        page.leave()
        at.qtbot.waitUntil(lambda: not page.unsaved())
        page = opened(at, ReferralScreen, case)
        assert page.parts.said.text() == NASTY
        record(at, page)
        (value,) = entered(at, case, EntryKind.REFERRAL)
        kept = referral_of(value)
        assert (kept.reasons, kept.haste) == ((ReferralReason.DISORDER,), Haste.SOON)
        assert (kept.receiver.to, kept.receiver.phone) == ("精神卫生中心", "12356")
        assert (kept.answer, kept.passed.empty, kept.back_by) == (Answer.SPOKEN, True, "2026-05-19")
        assert kept.edition
        at.qtbot.waitUntil(lambda: "转介已记下。转介信和回执在下面打印。" in said(page))
        assert button(page, "去结案").hasFocus()
        assert not any(page.unfinished().values())
        click(at, page, "转介信与回执")
        at.qtbot.waitUntil(lambda: "咨询师姓名、联系方式空着" in said(page))
        assert button(page, "去补上").isVisible()
        at.do(lambda vault: vault.settings.change_practice(KNOWN))
        click(at, page, "转介信与回执")
        at.idle()
        file = tmp_path / "信.pdf"
        save(at, page, "转介信：存为 PDF", file)
        words = "".join(pdf_words(file.read_bytes()))
        assert "禾木" not in words
        assert "精神卫生中心" in words
        assert AuditKind.REFERRAL_PRINTED in trail(at)

    @pytest.mark.clause("145")
    @pytest.mark.clause("151")
    def test_a_letter_begins_empty_and_asks_for_a_signed_consent(self, at):
        case = at.case()
        page = opened(at, ReferralScreen, case)
        tick(at, page, "超出胜任力")
        tick(at, page, "一般")
        put(page, "转到哪里", "精神卫生中心")
        put(page, "怎样向来访者说明的", "说过了")
        tick(at, page, "书面同意")
        record(at, page)
        assert rule_words("referral.consent") in said(page)
        click(at, page, "去签「信息披露」同意")
        assert page.went == [ToConsents(case.id)]
        page.leave()
        at.qtbot.waitUntil(lambda: not page.unsaved())
        consent = at.do(lambda vault: admitted.release(vault, at.clock, case.id))
        page = opened(at, ReferralScreen, case)
        assert page.parts.passed.keys() == []
        tick(at, page, "姓名")
        put(page, "简要情况", "睡不着")
        record(at, page)
        (value,) = entered(at, case, EntryKind.REFERRAL)
        kept = referral_of(value)
        assert kept.consent == consent
        assert kept.passed.person == ((Passed.NAME.value, "禾木"),)
        assert kept.passed.situation == "睡不着"

    @pytest.mark.clause("143")
    def test_words_for_a_letter_without_a_consent_stay_in_sight(self, at):
        case = at.case()
        page = opened(at, ReferralScreen, case)
        tick(at, page, "来访者的愿望")
        tick(at, page, "一般")
        put(page, "转到哪里", "医院")
        put(page, "怎样向来访者说明的", "说过了")
        tick(at, page, "书面同意")
        put(page, "简要情况", "睡不着")
        tick(at, page, "口头同意")
        record(at, page)
        assert rule_words("referral.unagreed") in said(page)
        assert part(page, "简要情况").isVisible()
        assert entered(at, case, EntryKind.REFERRAL) == []

    @pytest.mark.clause("126")
    def test_a_late_receipt_waits_on_the_case_until_it_is_back(self, at):
        case = at.case()
        late = replace(BARE, back_by=NOW.date().isoformat(), ask_on="")
        at.do(lambda vault: referrals.record(vault, at.tools, case.id, late))
        reminder = rule_words("referral_care.receipt_late")
        shown = at.show(CasesScreen(at.office, case.id))
        at.qtbot.waitUntil(lambda: reminder in said(shown))
        went = []
        shown.wanted.connect(went.append)
        click(at, shown, f"去看：{reminder}")
        assert went == [ToReferral(case.id)]
        page = opened(at, ReferralScreen, case)
        assert "回执还没有回来" in said(page)
        click(at, page, "记一步")
        record(at, page)
        assert rule_words("referral_step.act") in said(page)
        tick(at, page, "不再等回执")
        record(at, page)
        assert rule_words("referral_step.why") in said(page)
        put(page, "补充几句（可以空着）", "医院不回")
        page.leave()
        at.qtbot.waitUntil(lambda: not page.unsaved())
        page = opened(at, ReferralScreen, case)
        at.qtbot.waitUntil(lambda: page._box is not None)
        tick(at, page, "收到回执")
        record(at, page)
        (value,) = entered(at, case, EntryKind.REFERRAL_STEP)
        step = referral_step_of(value)
        assert (step.act, step.words) == (ReferralAct.RECEIPT, "医院不回")
        at.qtbot.waitUntil(lambda: "回执已收到" in said(page))
        shown = at.show(CasesScreen(at.office, case.id))
        at.qtbot.waitUntil(lambda: "转介：收到回执" in said(shown))
        assert reminder not in said(shown)


def save(at, page, name, file):
    """Save a paper by its button, where one says."""
    from PySide6.QtWidgets import QLineEdit  # noqa: PLC0415 - a helper

    click(at, page, name)
    place = the_one(
        lambda: [
            one
            for one in page.findChildren(QLineEdit)
            if one.isVisible() and one.text().endswith(".pdf")
        ]
    )
    place.setFocus()
    place.setText(str(file))
    press(at, Qt.Key.Key_Return)
    at.idle()
    at.qtbot.waitUntil(file.exists)


def fill(at, page):
    """Write what a closing needs."""
    put(page, "怎样和来访者谈结束的", "最后两次谈的")
    put(page, "来时的问题", "睡不着")
    put(page, "过程要点", NASTY)
    put(page, "对照目标的结果", "达成")
    put(page, "最后的风险", "无")
    tick(at, page, "已结清")


class TestEnding:
    @pytest.mark.clause("035")
    def test_a_case_is_closed_printed_and_opened_again(self, at, tmp_path):
        case = at.case()
        at.note(case, signed=True)
        page = opened(at, EndingScreen, case)
        record(at, page)
        assert rule_words("ending.kind") in said(page)
        tick(at, page, "目标达成")
        fill(at, page)
        click(at, page, "随访：3 个月后")
        put(page, "用什么方式问", "电话")
        page.leave()
        at.qtbot.waitUntil(lambda: not page.unsaved())
        page = opened(at, EndingScreen, case)
        assert part(page, "过程要点").text() == NASTY
        record(at, page)
        assert state(at, case) is CaseState.CLOSED
        (value,) = entered(at, case, EntryKind.ENDING)
        kept = ending_of(value)
        assert (kept.kind, kept.fees, kept.on) == (EndingKind.REACHED, Fees.PAID, "2026-05-12")
        assert (kept.counted.sessions, kept.course) == (1, NASTY)
        (plan,) = entered(at, case, EntryKind.FOLLOW_PLAN)
        assert follow_plan_of(plan) == FollowPlan(("2026-08-12",), "电话")
        at.qtbot.waitUntil(lambda: "2026年5月12日 结案" in said(page))
        assert button(page, "回到个案").hasFocus()
        assert "这份纸还不能印：咨询师姓名空着。" in said(page)
        assert button(page, "去补上").isVisible()
        at.do(lambda vault: vault.settings.change_practice(KNOWN))
        page = opened(at, EndingScreen, case)
        click(at, page, "存为 PDF")
        assert button(page, "重新打开个案")
        record(at, page)
        assert rule_words("reopening.reason") in said(page)
        put(page, "为什么重新打开", "又来了")
        record(at, page)
        assert state(at, case) is CaseState.OPEN
        shown = at.show(CasesScreen(at.office, case.id))
        at.qtbot.waitUntil(
            lambda: {"结案", "重新打开", "约好的随访"} <= set(said(shown).split("\n"))
        )

    @pytest.mark.clause("014")
    @pytest.mark.clause("119")
    def test_what_is_not_finished_is_named_and_settled(self, at):
        case = at.case()
        at.note(case)
        page = opened(at, EndingScreen, case)
        assert "还有没完的事：有 1 篇记录没有签署" in said(page)
        tick(at, page, "协商结束")
        fill(at, page)
        record(at, page)
        assert rule_words("ending.settled") in said(page)
        assert state(at, case) is CaseState.OPEN
        put(page, "没完的事怎么办", "今晚签")
        record(at, page)
        assert state(at, case) is CaseState.CLOSED

    def test_the_list_and_the_head_say_that_it_is_closed(self, at):
        case = at.case()
        at.do(lambda vault: endings.record(vault, at.tools, case.id, END))
        shown = at.show(CasesScreen(at.office, case.id))
        at.qtbot.waitUntil(lambda: "已结案 2026年5月12日" in said(shown))


class TestFollowUp:
    @pytest.mark.clause("126")
    def test_a_day_that_has_come_waits_on_the_case_until_somebody_asked(self, at):
        case = at.case()
        plan = replace(PLAN, days=(NOW.date().isoformat(), "2026-08-12"))
        at.do(lambda vault: endings.record(vault, at.tools, case.id, END, plan))
        reminder = rule_words("follow_care.ask")
        shown = at.show(CasesScreen(at.office, case.id))
        at.qtbot.waitUntil(lambda: reminder in said(shown))
        page = opened(at, FollowScreen, case)
        assert reminder in said(page)
        record(at, page)
        assert rule_words("follow_up.reached") in said(page)
        tick(at, page, "联系上了")
        put(page, "现在怎样", NASTY)
        page.leave()
        at.qtbot.waitUntil(lambda: not page.unsaved())
        page = opened(at, FollowScreen, case)
        record(at, page)
        (value,) = entered(at, case, EntryKind.FOLLOW_UP)
        day = NOW.date().isoformat()
        assert follow_up_of(value) == FollowUp(day, day, "", Reached.YES, NASTY)
        at.qtbot.waitUntil(lambda: "随访已记下。" in said(page))
        assert reminder not in said(page)
        click(at, page, "回到个案")
        assert page.went == [ToCases(case.id)]

    @pytest.mark.clause("126")
    def test_a_plan_of_days_or_that_nobody_is_to_ask(self, at):
        case = at.case()
        page = opened(at, FollowScreen, case)
        click(at, page, "记下这些日子")
        assert rule_words("follow_plan.days") in said(page)
        click(at, page, "随访：1 个月后")
        put(page, "第二次（可以空着）", "胡写")
        click(at, page, "记下这些日子")
        assert "没有读懂这一天" in said(page)
        put(page, "第二次（可以空着）", "")
        put(page, "用什么方式问", "电话")
        click(at, page, "记下这些日子")
        at.idle()
        (value,) = entered(at, case, EntryKind.FOLLOW_PLAN)
        assert follow_plan_of(value) == FollowPlan(("2026-06-12",), "电话")
        page.plan.declined.click()
        click(at, page, "记下这些日子")
        at.idle()
        assert follow_plan_of(entered(at, case, EntryKind.FOLLOW_PLAN)[1]).declined


class TestDropped:
    @pytest.mark.clause("072")
    @pytest.mark.clause("126")
    def test_a_client_who_is_gone_is_said_on_list_and_case_with_three_ways_on(self, at):
        case = at.case()
        at.note(case, starts_at=NOW - 40 * DAY, signed=True)
        shown = at.show(CasesScreen(at.office, case.id))
        at.qtbot.waitUntil(lambda: rule_words("dropped.silent") in said(shown))
        assert "可能脱落" in rows(shown)[0]
        went = []
        shown.wanted.connect(went.append)
        for name in ("记联系", "约随访", "按脱落结案"):
            click(at, shown, f"可能脱落：{name}")
        assert went == [
            ToContacts(case.id),
            ToFollowUp(case.id),
            ToEnding(case.id, dropped=True),
        ]
        page = at.show(EndingScreen(at.office, case.id, dropped=True))
        at.qtbot.waitUntil(lambda: page.parts.kind.key() == EndingKind.DROPPED.value)
        assert part(page, "怎样找过来访者")
        tried = Contact(NOW, "微信", Purpose.BOOKING, Began.COUNSELOR)
        at.do(lambda vault: contacts.record(vault, at.tools, case.id, tried))
        again = at.show(CasesScreen(at.office, case.id))
        at.idle()
        assert "微信" in said(again)
        assert rule_words("dropped.silent") not in said(again)

    def test_the_weeks_are_set_in_the_settings(self, at):
        page = at.show(SettingsScreen(at.office))
        name = "几周没有来也没有约，就提醒"
        at.qtbot.waitUntil(lambda: part(page, name).text() == "4")
        put(page, name, "60")
        assert "请写 0 到 52 之间的一个数。" in said(page)
        put(page, name, "8")
        at.idle()
        assert at.do(lambda vault: vault.settings.quiet_weeks()) == 8


def test_every_rule_of_these_books_has_a_sentence_with_its_clause(house):
    del house  # for the language
    books = ("referral.", "referral_step.", "referral_care.", "follow_", "ending.", "dropped.")
    names = [one for one in worded() if one.startswith(books)]
    assert len(names) > 30
    assert all("（" in rule_words(name) for name in names)


@pytest.mark.parametrize("screen", [ReferralScreen, EndingScreen, FollowScreen])
def test_a_page_that_was_only_looked_at_leaves_nothing_begun(at, screen):
    case = at.case()
    at.do(lambda vault: follow_ups.plan(vault, at.tools, case.id, PLAN))
    page = opened(at, screen, case)
    at.qtbot.waitUntil(lambda: page._ready)
    assert not any(page.unfinished().values())
    dropped = at.show(EndingScreen(at.office, case.id, dropped=True))
    at.qtbot.waitUntil(lambda: dropped._ready)
    assert not any(dropped.unfinished().values())

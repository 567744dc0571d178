"""How long records are kept, legal holds and the client's requests, on their pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app import bootstrap
from app.domain.case import CaseState
from app.domain.client_request import ANSWER, REQUEST, answer_of, request_of
from app.domain.destruction import PROPOSAL
from app.domain.entry import EntryKind
from app.domain.legal_hold import HOLD, LIFT, hold_of, lift_of
from app.domain.practice import Practice
from app.domain.retention import KEEPING, chosen, keeping_of
from app.services import holds, retention
from app.services.case_entries import draft_kind
from storage.files import FileShelf
from tests.gui.helpers import NASTY, button, click, said, the_one
from tests.gui.test_entry_pages import entered, opened, part, put, tick
from tests.unit.domain.test_legal_hold import WHOLE
from ui import privacy
from ui.case_keeping_page import CaseKeepingScreen
from ui.cases import CasesScreen
from ui.destroy_page import DestroyScreen
from ui.document_view import DocumentView
from ui.entry_papers import EntryPapers
from ui.entry_words import rule_words
from ui.hold_page import HoldScreen
from ui.keeping_page import KeepingScreen
from ui.page import ToCaseKeeping, ToCases, ToDestroy, ToHold, ToRecordCopy
from ui.paper_panel import PaperPanel
from ui.request_page import RequestScreen
from ui.widgets.banner import Banner

LONG = timedelta(days=366 * 12)


@pytest.fixture
def house(house):
    house.tools = replace(house.tools, keeping_texts=bootstrap.keeping_texts())
    return house


@pytest.mark.parametrize("book", [KEEPING, HOLD, LIFT, REQUEST, ANSWER, PROPOSAL])
def test_every_rule_has_a_sentence_with_its_clause(house, book):
    del house  # for the language
    for name in book.rules:
        assert "（" in rule_words(name)


class TestPractice:
    @pytest.mark.clause("015")
    def test_the_practice_chooses_and_what_is_typed_outlives_leaving(self, house):
        house.case()
        screen = house.show(KeepingScreen(house.office))
        house.qtbot.waitUntil(lambda: "通常：十年（10 年，未成年人成年后 3 年）" in said(screen))
        click(house, screen, "改变期限")
        house.qtbot.waitUntil(screen.form.choice.profile.isVisible)
        tick(house, screen, "自定")
        put(screen, "最后一次联系后几年", "十五")
        screen.form.keep.click()
        assert "请写 1 到 100 之间的数（热线 3.3）" in said(screen)
        put(screen, "最后一次联系后几年", "15")
        put(screen, "为什么这样定", NASTY)
        screen.leave()
        house.qtbot.waitUntil(lambda: not screen.unsaved())
        again = house.show(KeepingScreen(house.office))
        house.qtbot.waitUntil(lambda: again.form is not None)
        assert again.form.choice.why.text() == NASTY
        put(again, "未成年人：满十八岁后几年", "5")
        house.qtbot.keyClick(
            part(again, "最后一次联系后几年"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier
        )
        house.qtbot.waitUntil(lambda: "自定（15 年，未成年人成年后 5 年）" in said(again))
        kept = house.do(lambda vault: (vault.settings.keeping(), vault.settings.keeping_begun()))
        assert (kept[0].years, kept[0].why, kept[1]) == (15, NASTY, {})
        click(house, again, "改变期限")
        house.qtbot.waitUntil(again.form.choice.profile.isVisible)
        tick(house, again, "深圳：不少于十年")
        house.qtbot.waitUntil(lambda: "条例》第二十四条第四项" in said(again))
        click(house, again, "不改了")
        assert again.form is None

    @pytest.mark.clause("015")
    def test_what_is_due_is_said_and_led_to(self, house):
        due, held, ongoing = house.case("斑马-7"), house.case("斑马-8"), house.case("斑马-9")
        house.do(lambda vault: holds.place(vault, house.tools, held.id, WHOLE))

        def close(vault):
            with vault.transaction():
                vault.cases.set_state(due.id, CaseState.CLOSED)

        house.do(close)
        house.clock.time += LONG
        screen = house.show(KeepingScreen(house.office))
        house.qtbot.waitUntil(lambda: "有 1 个个案的保存期限已满。" in said(screen))
        went = []
        screen.wanted.connect(went.append)
        for row in range(3):
            screen.table.opened.emit(row)
        assert went == [ToDestroy(due.id), ToHold(held.id), ToCaseKeeping(ongoing.id)]
        screen.table.setFocus()
        screen.table.choose(0)
        house.qtbot.keyClick(screen.table, Qt.Key.Key_Return)
        assert went[-1] == ToDestroy(due.id)
        privacy.switch(to=True)
        try:
            screen.show_privacy()
            model = screen.table.model()
            assert model.index(0, 0).data() == "斑马-7"
        finally:
            privacy.switch(to=False)
        assert [one.keys for one in KeepingScreen.keys(screen)] == ["Enter", "Ctrl+S", "Esc"]


class TestCase:
    @pytest.mark.clause("015")
    @pytest.mark.clause("155")
    def test_a_case_is_kept_longer_and_never_shorter_than_the_law(self, house):
        case = house.case()
        text = bootstrap.keeping_texts()["zh"]
        law = chosen(text.profile("shenzhen"))
        house.do(lambda vault: retention.choose(vault, house.tools, law))
        page = opened(house, CaseKeepingScreen, case)
        assert "和整个执业一样" in said(page)
        assert "结案后起算" in said(page)
        click(house, page, "这个个案按这个期限")
        assert "请选一个保存期限（热线 3.3）" in said(page)
        tick(house, page, "自定")
        put(page, "最后一次联系后几年", "5")
        put(page, "未成年人：满十八岁后几年", "3")
        put(page, "为什么这样定", NASTY)
        click(house, page, "这个个案按这个期限")
        assert "请选不少于法定年数的期限" in said(page)
        put(page, "最后一次联系后几年", "20")
        page.leave()
        house.qtbot.waitUntil(lambda: not page.unsaved())
        again = opened(house, CaseKeepingScreen, case)
        assert part(again, "最后一次联系后几年").text() == "20"
        click(house, again, "这个个案按这个期限")
        house.qtbot.waitUntil(lambda: "已记下这个个案的保存期限。" in said(again))
        (value,) = entered(house, case, EntryKind.RETENTION)
        kept = keeping_of(value)
        assert (kept.years, kept.minor_years, kept.why) == (20, 3, NASTY)
        house.qtbot.waitUntil(lambda: "只为这个个案定的" in said(again))
        click(house, again, "法律保全")
        assert again.went == [ToHold(case.id)]
        shown = house.show(CasesScreen(house.office, case.id))
        house.qtbot.waitUntil(lambda: "保存期限：20 年" in said(shown))


class TestHold:
    @pytest.mark.clause("111")
    @pytest.mark.clause("147")
    def test_it_keeps_the_letter_and_what_was_unfinished(self, house, tmp_path):
        house.tools = replace(house.tools, papers=bootstrap.papers(), shelf=FileShelf())
        case = house.case()

        def begin(vault):
            with vault.transaction():
                kind = draft_kind(EntryKind.ETHICS)
                vault.cases.keep_draft(case.id, kind, {"facts": "两难"}, house.clock.now())

        house.do(begin)
        house.do(lambda vault: holds.place(vault, house.tools, case.id, WHOLE))
        again = opened(house, HoldScreen, case)
        Image.new("RGB", (30, 20), "white").save(tmp_path / "letter.png")
        (papers,) = again.findChildren(EntryPapers)
        papers.scans.wanted.emit(tmp_path / "letter.png")
        house.qtbot.waitUntil(lambda: "文件 1 · " in said(again))
        click(house, again, "看")
        house.qtbot.waitUntil(lambda: bool(papers.findChildren(DocumentView)))
        papers.scans.wanted.emit(tmp_path / "none.png")
        house.qtbot.waitUntil(lambda: bool(papers.findChildren(Banner)))
        assert "两难" not in said(again)
        click(house, again, "看保全开始时没写完的（1 处）")
        assert "伦理决策" in said(again)
        assert "两难" in said(again)

    @pytest.mark.clause("147")
    def test_it_is_placed_stands_in_the_way_and_is_lifted(self, house):
        case = house.case()
        page = opened(house, HoldScreen, case)
        click(house, page, "开始保全")
        assert "请写下哪个机关或哪一方要求（例外 3）" in said(page)
        put(page, "谁要求的", "浦东新区人民法院")
        put(page, "文号", "（2026）沪0115民初1号")
        put(page, "从哪一天起", "昨天")
        put(page, "为什么事", NASTY)
        page.leave()
        house.qtbot.waitUntil(lambda: not page.unsaved())
        again = opened(house, HoldScreen, case)
        assert again.reason.text() == NASTY
        part(again, "文号").setFocus()
        house.qtbot.keyClick(part(again, "文号"), Qt.Key.Key_Return)
        house.qtbot.waitUntil(lambda: "法律保全已开始。" in said(again))
        (value,) = entered(house, case, EntryKind.LEGAL_HOLD)
        assert hold_of(value).reason == NASTY
        gone = opened(house, DestroyScreen, case)
        house.qtbot.waitUntil(lambda: "这个个案在法律保全中，不能销毁" in said(gone))
        assert not button(gone, "标记为待销毁").isEnabled()
        click(house, gone, "看法律保全")
        assert gone.went == [ToHold(case.id)]
        click(house, again, "解除保全")
        assert "请写下哪一天解除（例外 3）" in said(again)
        put(again, "哪一天解除", "今天")
        put(again, "为什么可以解除", "判决已经生效")
        click(house, again, "解除保全")
        house.qtbot.waitUntil(lambda: "法律保全已解除。" in said(again))
        (value,) = entered(house, case, EntryKind.HOLD_LIFTED)
        assert lift_of(value).why == "判决已经生效"
        house.qtbot.waitUntil(lambda: "以前的保全" in said(again))
        shown = house.show(CasesScreen(house.office, case.id))
        house.qtbot.waitUntil(lambda: "法律保全开始" in said(shown))
        assert "法律保全解除" in said(shown)

    @pytest.mark.clause("147")
    def test_of_two_one_says_which_is_lifted(self, house):
        case = house.case()
        for who in ("法院", "伦理工作组"):
            made = replace(WHOLE, authority=who)
            house.do(lambda vault, one=made: holds.place(vault, house.tools, case.id, one))
        page = opened(house, HoldScreen, case)
        house.qtbot.waitUntil(lambda: page.which is not None)
        put(page, "哪一天解除", "今天")
        put(page, "为什么可以解除", "投诉已经撤回")
        click(house, page, "解除保全")
        assert "请选解除哪一个。" in said(page)
        tick(house, page, "伦理工作组")
        part(page, "哪一天解除").setFocus()
        page.submit()
        house.qtbot.waitUntil(lambda: bool(entered(house, case, EntryKind.HOLD_LIFTED)))
        (value,) = entered(house, case, EntryKind.HOLD_LIFTED)
        assert lift_of(value).hold == 2


class TestRequests:
    @pytest.mark.clause("133")
    def test_one_comes_is_answered_and_printed(self, house, tmp_path):
        house.tools = replace(house.tools, papers=bootstrap.papers(), shelf=FileShelf())
        house.do(lambda vault: vault.settings.change_practice(Practice(counselor="沈知远")))
        case = house.case()
        page = opened(house, RequestScreen, case)
        click(house, page, "记下请求")
        assert "请选来访者请求什么（规范二(四)b）" in said(page)
        tick(house, page, "更正记录")
        tick(house, page, "受托人")
        tick(house, page, "看过书面授权和证件")
        put(page, "哪一天收到的", "昨天")
        assert "5月26日" in part(page, "哪一天以前答复").text()
        put(page, "请求的内容（更正必填）", NASTY)
        click(house, page, "记下请求")
        assert "请写下提出人的姓名" in said(page)
        put(page, "提出人的姓名", "周律师")
        page.leave()
        house.qtbot.waitUntil(lambda: not page.unsaved())
        again = opened(house, RequestScreen, case)
        assert again.request.said.text() == NASTY
        part(again, "提出人的姓名").setFocus()
        again.submit()
        house.qtbot.waitUntil(lambda: "请求已记下。" in said(again))
        (value,) = entered(house, case, EntryKind.CLIENT_REQUEST)
        asked = request_of(value)
        assert (asked.called, asked.said, asked.due) == ("周律师", NASTY, "2026-05-26")
        house.idle()
        assert again.answer.isAncestorOf(QApplication.focusWidget()), "the answer is next"
        click(house, again, "记下答复")
        assert "请选怎样答复（规范二(四)b）" in said(again)
        tick(house, again, "部分同意")
        put(again, "哪一天办好的", "今天")
        put(again, "怎样办的（可以空着）", "已写补记")
        click(house, again, "记下答复")
        assert "请写下理由" in said(again)
        put(again, "为什么没有全部同意", "第 5 次没有写错")
        put(again, "依据哪一条", "个人信息保护法第四十六条")
        part(again, "依据哪一条").setFocus()
        again.submit()
        house.qtbot.waitUntil(lambda: "答复已记下。" in said(again))
        (value,) = entered(house, case, EntryKind.REQUEST_ANSWER)
        assert answer_of(value).law == "个人信息保护法第四十六条"
        house.qtbot.waitUntil(lambda: "答复过的请求" in said(again))
        click(house, again, "去写补记")
        assert again.went == [ToCases(case.id)]
        shown = house.show(CasesScreen(house.office, case.id))
        house.qtbot.waitUntil(lambda: "来访者的请求：更正记录" in said(shown))
        assert "答复来访者的请求" in said(shown)

    @pytest.mark.clause("133")
    @pytest.mark.clause("147")
    def test_one_that_is_late_is_said_and_a_hold_stands_in_the_way_of_deleting(
        self, house, tmp_path
    ):
        house.tools = replace(house.tools, papers=bootstrap.papers(), shelf=FileShelf())
        house.do(lambda vault: vault.settings.change_practice(Practice(counselor="沈知远")))
        case = house.case()
        page = opened(house, RequestScreen, case)
        tick(house, page, "删除记录")
        tick(house, page, "来访者本人")
        tick(house, page, "当面认得本人")
        put(page, "哪一天收到的", "今天")
        click(house, page, "记下请求")
        house.qtbot.waitUntil(lambda: "请求已记下。" in said(page))
        house.do(lambda vault: holds.place(vault, house.tools, case.id, WHOLE))
        house.clock.time += timedelta(days=20)
        again = opened(house, RequestScreen, case)
        assert "答复期限已经过了" in said(again)
        assert "个案在法律保全中，现在不能删除" in said(again)
        tick(house, again, "全部同意")
        put(again, "哪一天办好的", "今天")
        click(house, again, "记下答复")
        assert rule_words("answer.held") in said(again)
        tick(house, again, "不同意")
        put(again, "为什么没有全部同意", "在法律保全中")
        put(again, "依据哪一条", "个人信息保护法第四十七条")
        click(house, again, "记下答复")
        house.qtbot.waitUntil(lambda: "答复已记下。" in said(again))
        house.idle()
        done = the_one(
            lambda: [one for one in again.findChildren(Banner) if one.property("card") == "low"]
        )
        assert done.visibleRegion().boundingRect() == done.rect(), "what was said is in sight"
        again.resize(1280, 640)
        click(house, again, "存为 PDF")
        (panel,) = again.findChildren(PaperPanel)
        panel.secret.bare.setChecked(True)
        put(panel, "存为 PDF", str(tmp_path / "答复.pdf"))
        button(again, "存为文件").setFocus()
        click(house, again, "存为文件")
        house.qtbot.waitUntil(lambda: "已存成" in said(again))
        house.idle()
        assert not panel.said.visibleRegion().isEmpty(), "what came of it is in sight"
        click(house, again, "回到个案")
        click(house, again, "给出记录")
        assert again.went == [ToCases(case.id), ToRecordCopy(case.id)]

"""The page 个案报告, as a person drafts, writes and takes it along."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.domain.case_report import SECTIONS, Paper, report_of
from app.domain.client import Profile
from app.domain.entry import EntryKind
from app.domain.intake import Intake, Request
from tests.gui.helpers import NASTY, button, buttons, click, said
from tests.gui.test_entry_pages import entered, opened, press, put, record, tick
from ui.exports import ReviewScreen
from ui.page import ToExport, ToReport
from ui.report_page import ReportScreen

KEYS = Qt.KeyboardModifier.ControlModifier
PROFILE = Profile(intake=Intake(request=Request(source="朋友介绍", seeks="睡不着")))


def page_of(house, case):
    page = opened(house, ReportScreen, case)
    house.qtbot.waitUntil(lambda: page._ready)
    return page


def versions(house, case):
    return [report_of(one) for one in entered(house, case, EntryKind.CASE_REPORT)]


@pytest.mark.clause("118")
def test_empty_sections_are_drafted_and_hers_stay(house):
    case = house.case(profile=PROFILE)
    page = page_of(house, case)
    assert list(page.boxes) == list(SECTIONS)
    put(page, "4. 主诉", "她自己的话")
    click(house, page, "从记录起草空着的小节")
    house.idle()
    assert page.boxes["source"].text() == "来源：朋友介绍"
    assert page.boxes["complaint"].text() == "她自己的话"
    house.qtbot.waitUntil(lambda: "请逐节看过再改。" in said(page))
    click(house, page, "从记录起草空着的小节")
    house.qtbot.waitUntil(lambda: "没有空着的小节可以起草。" in said(page))


def test_a_version_is_entered_read_and_led_on_from(house):
    case = house.case()
    page = page_of(house, case)
    assert not button(page, "去标识化").isEnabled()
    record(house, page)
    house.qtbot.waitUntil(lambda: "个案报告还没有写字。" in said(page))
    put(page, "15. 困惑与希望督导的问题", NASTY)
    press(house, Qt.Key.Key_Return, mods=KEYS)
    house.qtbot.waitUntil(lambda: "这一版已记下。" in said(page))
    house.qtbot.waitUntil(lambda: page._ready)
    assert [one.texts for one in versions(house, case)] == [{"questions": NASTY.strip()}]
    assert "写了 1 节" in said(page)
    record(house, page)
    house.qtbot.waitUntil(lambda: "和上一版一样，没有新的可记。" in said(page))
    for one in buttons(page, "去标识化"):
        house.qtbot.mouseClick(one, Qt.MouseButton.LeftButton)
    assert set(page.went) == {ToExport(case.id, "report")}


@pytest.mark.clause("157")
def test_the_paper_is_chosen_and_its_sections_are_decided_on(house):
    case = house.case()
    page = page_of(house, case)
    put(page, "15. 困惑与希望督导的问题", "怎样和龚远谈？")
    put(page, "4. 主诉", "龚远说睡不着。")
    record(house, page)
    house.qtbot.waitUntil(lambda: "这一版已记下。" in said(page))
    review = house.show(ReviewScreen(house.office, case.id, paper="report"))
    house.qtbot.waitUntil(lambda: review._ready and review._choose.paper() is Paper.REPORT)
    assert len(review._choose.chosen()) == 2
    tick(house, review, "简短摘要")
    house.qtbot.waitUntil(lambda: "带 2 节" in said(review))
    house.qtbot.waitUntil(lambda: "个案概念化（还没写，不带）" in said(review))
    click(house, review, "开始去标识化")
    house.qtbot.waitUntil(lambda: review._decide.count() > 0)
    found = review._decide.review()
    assert [one.source for one in found.passages] == ["questions", "complaint"]
    assert not [one for one in found.passages if "龚远" in one.result()]
    review.leave()
    house.idle()
    again = opened(house, ReviewScreen, case)
    house.qtbot.waitUntil(lambda: again._decide.count() > 0)
    assert again._choose.paper() is Paper.BRIEF
    again.escape()
    review = again
    click(house, review, "写个案报告")
    assert review.went == [ToReport(case.id)]

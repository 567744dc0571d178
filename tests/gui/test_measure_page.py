"""The page 量表, as a person answers on it by hand, is alarmed, feeds back, compares and prints."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.entry import EntryKind
from app.domain.measure import (
    FOLLOW,
    MEASURE,
    MEASURE_CARE,
    FollowKind,
    Measure,
    Way,
    Who,
    measure_of,
)
from app.services import measures
from storage.files import FileShelf
from tests.gui.helpers import FULL, NASTY, NOW, click, said
from tests.gui.test_entry_pages import entered, opened, part, press, put, record, reds, tick
from ui import privacy
from ui.cases import CasesScreen
from ui.course_page import CourseScreen
from ui.entry_words import rule_words
from ui.file_seal import FileSeal
from ui.measure_chart import MeasureChart
from ui.measure_kept import KeptMeasureCard
from ui.measure_page import MeasureScreen
from ui.measure_past import ChartCard
from ui.page import ToCases, ToMeasures, ToRisk, ToScales
from ui.widgets.chip import ChoiceChip, StateChip

KEY = Qt.Key


def page_of(house, case):
    page = opened(house, MeasureScreen, case)
    house.qtbot.waitUntil(lambda: page._ready)
    return page


def answer(house, page, digits):
    """Answer from the first question on, each by its digit."""
    page.asked.rows[0].setFocus()
    press(house, *(KEY.Key_0 + int(one) for one in digits))


def kept(house, case):
    return [measure_of(one) for one in entered(house, case, EntryKind.MEASURE)]


def take(house, case, answers, on, key="phq9"):
    scale = next(one for one in house.tools.scales if (one.key, one.language) == (key, "zh"))
    made = Measure(scale, answers, Way.PAPER, Who.CLIENT, on)
    return house.do(lambda vault: measures.record(vault, house.tools, case.id, made))


def cards(page):
    return page.findChildren(KeptMeasureCard)


def test_every_rule_has_a_sentence():
    for book in (MEASURE, MEASURE_CARE, FOLLOW):
        assert all(rule_words(name) for name in book.rules)


@pytest.mark.clause("055")
def test_digits_answer_with_one_hand_and_the_score_is_said(house):
    case = house.case()
    page = page_of(house, case)
    tick(house, page, "从纸上录入")
    tick(house, page, "咨询师念，来访者答")
    answer(house, page, "111111110" + "2")
    assert page.remark.edit.hasFocus()
    assert "答了 9 题，共 9 题：8 分（满分 27）" in said(page)
    assert not reds(page)
    record(house, page)
    house.qtbot.waitUntil(lambda: "已记下：PHQ-9，8 分（满分 27）。" in said(page))
    (made,) = kept(house, case)
    assert (made.answers, made.closing) == ((1,) * 8 + (0,), 1)
    assert (made.way, made.who, made.on) == (Way.PAPER, Who.READ_OUT, "2026-05-12")
    assert "轻度" in said(page)
    click(house, page, "回到个案")
    assert page.went == [ToCases(case.id)]


def test_arrows_walk_and_backspace_leaves_open(house):
    page = page_of(house, house.case())
    answer(house, page, "23")
    assert page.asked.answers()[:3] == (2, 3, None)
    press(house, KEY.Key_Up)
    assert page.asked.rows[1].isAncestorOf(QApplication.focusWidget())
    press(house, KEY.Key_Backspace)
    assert page.asked.answers()[:3] == (2, None, None)
    press(house, KEY.Key_Down, KEY.Key_1, KEY.Key_9)
    assert page.asked.answers()[:4] == (2, None, 1, None)
    press(house, KEY.Key_Up, KEY.Key_Up, KEY.Key_Up, KEY.Key_Up)
    assert page.asked.rows[0].isAncestorOf(QApplication.focusWidget())
    press(house, KEY.Key_Right)
    assert page.asked.answers()[0] == 3


@pytest.mark.clause("055")
def test_what_is_missing_is_said_where_it_is_missing(house):
    case = house.case()
    page = page_of(house, case)
    record(house, page)
    for name in ("answered", "way", "who"):
        assert rule_words(f"measure.{name}") in said(page)
    put(page, "哪一天填的", "")
    record(house, page)
    assert rule_words("measure.day") in said(page)
    put(page, "哪一天填的", "不知道")
    record(house, page)
    assert "没有读懂这一天" in said(page)
    put(page, "哪一天填的", "2026年5月20日")
    record(house, page)
    assert "这一天还没有到。" in said(page)
    assert kept(house, case) == []


@pytest.mark.clause("055")
def test_open_answers_are_made_up_for_or_no_score_is_given(house):
    page = page_of(house, house.case())
    answer(house, page, "1111111")
    assert "有 2 题未答，按已答各题的平均数补上：Arrieta" in said(page)
    page.asked.rows[6].choose("")
    page._changed()
    assert "最多只能补 2 题" in said(page)
    tick(house, page, "GAD-7")
    answer(house, page, "1")
    assert "这份量表的来源没有说怎样补，所以不计分。" in said(page)


@pytest.mark.clause("055")
def test_self_harm_is_said_at_once_and_leads_to_where_risk_is_looked_at(house):
    case = house.case()
    page = page_of(house, case)
    answer(house, page, "00000000")
    assert not reds(page)
    press(house, KEY.Key_1)
    house.qtbot.waitUntil(lambda: any("自伤的一题有回应" in said(one) for one in reds(page)))
    (red,) = reds(page)
    click(house, red, "去看风险")
    assert page.went == [ToRisk(case.id)]
    page.asked.rows[8].setFocus()
    press(house, KEY.Key_0)
    house.idle()
    assert not [one for one in reds(page) if one.isVisible()]


@pytest.mark.clause("055")
def test_once_recorded_the_keyboard_stands_on_the_way_to_the_risk(house):
    case = house.case()
    page = page_of(house, case)
    tick(house, page, "在屏幕上填")
    tick(house, page, "来访者自己")
    answer(house, page, "000000001")
    record(house, page)
    house.qtbot.waitUntil(lambda: bool(kept(house, case)) and page._ready)
    house.idle()
    (red,) = (one for one in reds(page) if one.isVisible())
    assert red.action.hasFocus()
    assert red.height() <= red.sizeHint().height()  # no room between its words
    press(house, KEY.Key_Space)
    assert page.went == [ToRisk(case.id)]


@pytest.mark.clause("055")
def test_it_waits_on_the_case_until_risk_was_looked_at_after_it(house):
    case = house.case()
    take(house, case, (0,) * 8 + (1,), "2026-05-12")
    screen = CasesScreen(house.office, case.id)
    went = []
    screen.wanted.connect(went.append)
    house.show(screen)
    line = rule_words("measure_care.self_harm")
    house.qtbot.waitUntil(lambda: line in said(screen))
    assert "自伤一题有回应" in said(screen.sheet.timeline)
    click(house, screen.sheet.head, f"去看：{line}")
    assert went[-1] == ToMeasures(case.id)
    page = page_of(house, case)
    (red,) = reds(page)
    click(house, red, "去看风险")
    assert page.went == [ToRisk(case.id)]
    house.clock.time = NOW + timedelta(hours=1)
    house.do(lambda vault: vault.entries.add(case.id, EntryKind.SCREEN, house.clock.now(), {}))
    again = page_of(house, case)
    assert not reds(again)
    assert "自伤一题，已看过风险" in {one.text() for one in again.findChildren(StateChip)}


@pytest.mark.clause("055")
def test_risk_looked_at_feedback_and_out_of_count_are_written_down(house):
    case = house.case()
    take(house, case, (1,) * 9, "2026-05-12")
    page = page_of(house, case)
    (card,) = cards(page)
    click(house, card, "已看过风险：PHQ-9 2026年5月12日")
    house.qtbot.waitUntil(lambda: page.past.box is not None)
    click(house, page, "记下：已看过风险")
    house.qtbot.waitUntil(lambda: rule_words("measure_follow.how") in said(page))
    put(page, "怎样问的，评定为什么", NASTY)
    click(house, page, "记下：已看过风险")
    house.qtbot.waitUntil(lambda: page._ready and not reds(page))
    click(house, cards(page)[-1], "已当面反馈：PHQ-9 2026年5月12日")
    house.qtbot.waitUntil(lambda: page.past.box is not None and page.past.box.day.isVisible())
    put(page, "哪一天", "")
    click(house, page, "记下：已当面反馈")
    assert rule_words("measure_follow.when") in said(page)
    put(page, "哪一天", "2026年5月12日")
    click(house, page, "记下：已当面反馈")
    house.qtbot.waitUntil(lambda: "已当面反馈（2026年5月12日）" in said(page) and page._ready)
    click(house, cards(page)[-1], "不计入：PHQ-9 2026年5月12日")
    house.qtbot.waitUntil(lambda: page.past.box is not None and page.past.box.said.isVisible())
    put(page, "为什么不计入", "录错了")
    click(house, page, "记下：不计入")
    house.qtbot.waitUntil(lambda: "录错了" in said(page) and page._ready)
    values = entered(house, case, EntryKind.MEASURE_FOLLOW)
    assert [(one["kind"], one["said"]) for one in values] == [
        ("risk looked at", NASTY), ("fed back", ""), ("not counted", "录错了"),
    ]  # fmt: skip
    assert house.do(lambda vault: measures.page(vault, house.tools, case.id, "zh")).waits == ()


def test_what_is_begun_stays_for_each_scale_byte_for_byte(house):
    case = house.case()
    take(house, case, (1,) * 8 + (0,), "2026-05-12")
    page = page_of(house, case)
    assert page.asked.isHidden() or not page.asked.isVisible()
    page.resize(1280, 640)
    click(house, page, "再做一次")
    house.idle()
    assert not page.top.scale.visibleRegion().isEmpty(), "it begins at the top, not at the end"
    answer(house, page, "12")
    tick(house, page, "GAD-7")
    answer(house, page, "321")
    put(page, "附注（可以空着）", NASTY)
    card = cards(page)[0]
    card.wanted.emit(card, FollowKind.FED_BACK)
    house.qtbot.waitUntil(page.past.box.said.edit.isVisible)
    put(page, "怎样谈的（可以空着）", NASTY)
    page.leave()
    house.qtbot.waitUntil(lambda: not page.unsaved())
    again = page_of(house, case)
    assert again.asked.scale.key == "gad7"
    assert again.asked.answers()[:4] == (3, 2, 1, None)
    house.qtbot.waitUntil(
        lambda: again.past.box is not None and again.past.box.said.edit.isVisible()
    )
    assert part(again, "附注（可以空着）").text() == NASTY
    assert part(again, "怎样谈的（可以空着）").text() == NASTY
    tick(house, again, "PHQ-9")
    assert again.asked.answers()[:3] == (1, 2, None)
    tick(house, again, "GAD-7")
    tick(house, again, "在屏幕上填")
    tick(house, again, "来访者自己")
    record(house, again)
    house.qtbot.waitUntil(lambda: len(kept(house, case)) == 2)
    house.qtbot.waitUntil(lambda: again._ready and not again.unsaved())
    third = page_of(house, case)
    assert third._known["phq9"] == {"1": 1, "2": 2}


@pytest.mark.clause("055")
def test_the_client_sees_the_questions_alone(house):
    case = house.case()
    take(house, case, (2,) * 8 + (0,), "2026-05-12")
    page = page_of(house, case)
    click(house, page, "再做一次")
    click(house, page, "交给来访者填")
    words = said(page)
    for hidden in ("16 分", "中重度", "空白的量表", "Kroenke", "记下这一次", "以前的结果"):
        assert hidden not in words
    press(house, *[KEY.Key_0] * 8, KEY.Key_3)
    assert not reds(page)
    record(house, page)
    assert len(kept(house, case)) == 1
    page.asked.closing.setFocus()
    press(house, KEY.Key_1)
    house.qtbot.waitUntil(lambda: "填好了，谢谢您。请把电脑交还给咨询师。" in said(page))
    page.escape()
    assert not page.handed
    house.qtbot.waitUntil(lambda: bool(reds(page)))
    record(house, page)
    house.qtbot.waitUntil(lambda: len(kept(house, case)) == 2)
    made = kept(house, case)[1]
    assert (made.way, made.who, made.answers[8]) == (Way.SCREEN, Who.CLIENT, 3)


def test_the_course_is_drawn_said_and_walked_by_keyboard(house):
    case = house.case()
    house.note(case, starts_at=NOW - timedelta(days=20))
    for on, value in (("2026-04-01", 3), ("2026-04-20", 2), ("2026-05-12", 1)):
        take(house, case, (value,) * 8 + (0,), on)
    take(house, case, (1,) * 7, "2026-05-12", "gad7")
    page = page_of(house, case)
    (drawn,) = page.findChildren(MeasureChart)
    assert [one.total for one in drawn.plane().points] == [24, 16, 8]
    assert len(drawn.plane().marks) == 1
    assert "比上一次低 8 分，超出测量误差" in drawn.accessibleDescription()
    assert "比第一次低 16 分，超出测量误差" in said(page)
    drawn.setFocus()
    assert drawn.said().startswith("2026年5月12日")
    press(house, KEY.Key_Left)
    assert drawn.said().startswith("2026年4月20日")
    press(house, KEY.Key_Left, KEY.Key_Left)
    assert drawn.said().startswith("2026年4月1日")
    house.qtbot.mouseClick(drawn, Qt.MouseButton.LeftButton, pos=drawn.rect().center())
    assert drawn.said().startswith("2026年4月20日")
    assert not drawn.grab().isNull()


def test_results_and_course_are_printed_with_screening_on_them(house, tmp_path):
    house.tools = replace(house.tools, shelf=FileShelf())
    case = house.case()
    for on in ("2026-04-20", "2026-05-12"):
        take(house, case, (2,) * 8 + (1,), on)
    page = page_of(house, case)
    card = cards(page)[0]
    card.answers.click()
    house.qtbot.waitUntil(lambda: "怎样看这个分数（只给您看）" in said(card))
    card.paper.click()
    (course,) = page.findChildren(ChartCard)
    course.paper.click()
    found = {}
    for name, holder in (("result", card), ("course", course)):
        (place,) = [one for one in holder.findChildren(object) if type(one).__name__ == "SavePanel"]
        path = tmp_path / f"{name}.pdf"
        (secret,) = holder.findChildren(FileSeal)
        place.save.emit(path)
        house.idle()
        assert not path.exists(), "answers of a client leave with a password, or she says otherwise"
        secret.bare.setChecked(True)
        place.save.emit(path)
        house.qtbot.waitUntil(path.exists)
        house.idle()
        words = house.office.tools().papers.pdf_words(path.read_bytes())
        found[name] = "".join(" ".join(words).split())
    for words in found.values():
        assert "筛查非诊断" in words
        assert "H-017" in words
        assert FULL.name not in words
        assert "界值" not in words
    assert "中重度" not in found["result"]
    acts = house.do(lambda vault: [one.kind.value for one in vault.audit.entries()])
    assert acts.count("measure printed") == 2


def test_the_empty_form_leaves_and_the_trail_knows(house, tmp_path):
    house.tools = replace(house.tools, shelf=FileShelf())
    page = page_of(house, house.case())
    (place, *_) = [one for one in page.findChildren(object) if type(one).__name__ == "SavePanel"]
    path = tmp_path / "x.pdf"
    place.save.emit(path)
    house.qtbot.waitUntil(path.exists)
    house.idle()
    acts = house.do(lambda vault: [one.kind.value for one in vault.audit.entries()])
    assert "scale printed" in acts
    click(house, page, "所有量表，和我自己的")
    assert page.went == [ToScales()]


def test_the_review_is_one_step_from_the_course(house):
    case = house.case()
    page = opened(house, CourseScreen, case)
    house.qtbot.waitUntil(lambda: page._ready)
    click(house, page, "看量表")
    assert page.went == [ToMeasures(case.id)]


@pytest.fixture
def hidden():
    privacy.switch(to=True)
    yield
    privacy.switch(to=False)


def test_privacy_mode_blurs_scores_and_answers(house, hidden):
    case = house.case()
    for on in ("2026-04-20", "2026-05-12"):
        take(house, case, (2,) * 8 + (0,), on)
    page = page_of(house, case)
    page.anew.setFocus()
    (drawn,) = page.findChildren(MeasureChart)
    assert drawn.graphicsEffect() is not None
    assert len(page.findChildren(ChoiceChip)) > 9

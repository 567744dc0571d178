"""The page 个案概念化, as a person writes on it, compares and prints."""

from __future__ import annotations

from dataclasses import replace

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.domain.entry import EntryKind
from app.domain.formulation import FORMULATION, FORMULATION_CARE, formulation_of
from storage.files import FileShelf
from tests.gui.helpers import NASTY, button, click, said, the_one
from tests.gui.test_entry_pages import entered, opened, part, press, put, record, tick
from ui import privacy
from ui.cases import CasesScreen
from ui.entry_words import rule_words
from ui.formulation_kept import KeptFormulationCard
from ui.formulation_page import FormulationScreen
from ui.page import ToCases, ToFormulation, ToGenogram
from ui.paper_panel import PaperPanel

KEYS = Qt.KeyboardModifier.ControlModifier
SECRET = "旧木箱里的 lamp 7"


def page_of(house, case):
    page = opened(house, FormulationScreen, case)
    house.qtbot.waitUntil(lambda: page._ready)
    return page


def versions(house, case):
    return [formulation_of(one) for one in entered(house, case, EntryKind.FORMULATION)]


def cards(page):
    return page.findChildren(KeptFormulationCard)


def test_every_rule_has_a_sentence():
    for book in (FORMULATION, FORMULATION_CARE):
        assert all(rule_words(name) for name in book.rules)


@pytest.mark.clause("085")
def test_two_versions_are_written_read_and_compared(house):
    case = house.case()
    page = page_of(house, case)
    put(page, "怎样理解", "怕被否定。所以回避。")
    record(house, page)
    house.qtbot.waitUntil(lambda: "这一版已记下。" in said(page))
    assert "还没有写咨询目标（问 6(5)）。" in said(page)
    house.qtbot.waitUntil(lambda: page._ready)
    tick(house, page, "5P")
    put(page, "维持因素", NASTY)
    put(page, "怎样理解", "怕被否定。所以讨好。")
    put(page, "咨询目标", "能说不")
    put(page, "方法与计划", "行为实验")
    assert "还没有写" not in said(page.fields)
    record(house, page)
    house.qtbot.waitUntil(lambda: len(cards(page)) == 2)
    first, second = versions(house, case)
    assert (first.scheme, second.scheme) == ("free", "5p")
    assert second.texts()["5p.perpetuating"] == NASTY
    assert (second.goals, second.methods) == ("能说不", "行为实验")
    newest = cards(page)[0]
    newest.compare.click()
    house.qtbot.waitUntil(lambda: "相比" in said(newest))
    shown = said(newest)
    for words in ("加上：所以讨好。", "去掉：所以回避。", "加上：能说不"):
        assert words in shown
    assert "加上：怕被否定" not in shown
    newest.read.click()
    house.qtbot.waitUntil(lambda: "行为实验" in said(newest))
    assert "去掉：" not in said(newest)
    assert NASTY in [one.text() for one in newest.findChildren(QLabel)]
    assert cards(page)[1].compare.isHidden()
    click(house, page, "回到个案")
    assert page.went == [ToCases(case.id)]


def test_nothing_and_nothing_new_are_no_version(house):
    case = house.case()
    page = page_of(house, case)
    record(house, page)
    assert "这一版还没有写字。" in said(page)
    assert page.unfinished() == {"entry: formulation": {}}
    put(page, "咨询目标", "能说不")
    record(house, page)
    house.qtbot.waitUntil(lambda: page._ready and len(cards(page)) == 1)
    assert page.unfinished() == {"entry: formulation": {}}
    record(house, page)
    assert "和上一版一样，没有新的可记。" in said(page)
    assert len(versions(house, case)) == 1


def test_another_scheme_loses_no_word_and_what_is_unfinished_stays(house):
    case = house.case()
    page = page_of(house, case)
    tick(house, page, "认知行为")
    put(page, "核心信念", NASTY)
    tick(house, page, "心理动力学")
    assert "下面几栏是按别的方式写的" in said(page)
    assert part(page, "核心信念").text() == NASTY
    page.leave()
    house.qtbot.waitUntil(lambda: not page.unsaved())
    again = page_of(house, case)
    assert part(again, "核心信念").text() == NASTY
    assert again.fields.scheme.keys() == ["dynamic"]
    tick(house, again, "认知行为")
    assert "下面几栏是按别的方式写的" not in said(again)
    record(house, again)
    (kept,) = versions(house, case)
    assert kept.texts()["cbt.core"] == NASTY


def test_the_tab_key_goes_as_one_sees_it(house):
    case = house.case()
    page = page_of(house, case)
    tick(house, page, "5P")
    boxes = [one.edit for one in page.fields.boxes()]
    boxes[0].setFocus()
    for one in [*boxes[1:], page.fields.act]:
        press(house, Qt.Key.Key_Tab)
        assert one.hasFocus()


def test_a_version_is_printed_under_the_code_and_the_trail_knows(house, tmp_path):
    house.tools = replace(house.tools, shelf=FileShelf())
    case = house.case()
    page = page_of(house, case)
    put(page, "怎样理解", "怕被否定。")
    record(house, page)
    house.qtbot.waitUntil(lambda: len(cards(page)) == 1)
    (card,) = cards(page)
    card.paper.click()
    house.qtbot.waitUntil(lambda: "没有去标识化" in said(card))
    button(card, "存为 PDF").click()
    path = tmp_path / "x.pdf"
    place = the_one(
        lambda: [one for one in card.findChildren(object) if type(one).__name__ == "SavePanel"]
    )
    place.save.emit(path)
    house.idle()
    assert not path.exists(), "no file is bare by default"
    panel = card.findChild(PaperPanel)
    house.qtbot.keyClick(panel.secret.password.line, Qt.Key.Key_Escape)
    assert not panel.secret.isVisible()
    button(card, "存为 PDF").click()
    assert panel.secret.password.line.hasFocus()
    panel.secret.password.set_text(SECRET)
    place.save.emit(path)
    house.qtbot.waitUntil(path.exists)
    house.idle()
    assert not panel.secret.password.text()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)
    with pikepdf.open(path, password=SECRET) as pdf:
        pdf.save(tmp_path / "open.pdf", encryption=False)
    words = " ".join(house.office.tools().papers.pdf_words((tmp_path / "open.pdf").read_bytes()))
    assert "怕被否定" in words
    assert case.code in words
    acts = house.do(lambda vault: [one.kind.value for one in vault.audit.entries()])
    assert "formulation printed" in acts


def test_the_genogram_is_a_click_away_and_the_timeline_leads_back(house):
    case = house.case()
    page = page_of(house, case)
    click(house, page, "画家谱图")
    assert page.went == [ToGenogram(case.id)]
    put(page, "怎样理解", "怕被否定。")
    put(page, "咨询目标", "能说不")
    record(house, page)
    screen = CasesScreen(house.office, case.id)
    went = []
    screen.wanted.connect(went.append)
    house.show(screen)
    timeline = screen.sheet.timeline
    house.qtbot.waitUntil(lambda: "个案概念化：自由书写" in said(timeline))
    assert "目标或方法还空着" in said(timeline)
    (item,) = [one for key, one in timeline._items.items() if key[0] == "entry"]
    item.opened.emit()
    assert went[-1] == ToFormulation(case.id)
    assert "能说不" in said(screen.pane)
    click(house, screen.pane, "家谱图")
    assert went[-1] == ToGenogram(case.id)
    screen.sheet.head.formulation.emit()
    screen.sheet.head.genogram.emit()
    assert went[-2:] == [ToFormulation(case.id), ToGenogram(case.id)]


@pytest.fixture
def hidden():
    privacy.switch(to=True)
    yield
    privacy.switch(to=False)


def test_privacy_mode_blurs_what_was_written(house, hidden):
    page = page_of(house, house.case())
    page.fields.act.setFocus()
    assert all(box.edit.graphicsEffect() is not None for box in page.fields.boxes())

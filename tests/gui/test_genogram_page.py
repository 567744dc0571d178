"""The page 家谱图, as a person draws on it by keys and by the mouse."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from app.domain.entry import EntryKind
from app.domain.genogram import Came, Feeling, Sex, Tie, genogram_of
from app.services import genograms
from storage.files import FileShelf
from tests.gui.helpers import NASTY, click, said, the_one
from tests.gui.test_entry_pages import entered, opened, part, press, put, record, tick
from tests.screens.family import family as invented
from ui import privacy
from ui.cases import CasesScreen
from ui.consent_save import SavePanel
from ui.genogram_page import GenogramScreen
from ui.genogram_paper import GenogramPaperCard
from ui.page import ToCases, ToGenogram
from ui.widgets.banner import Banner

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NAME, NOTE = "名字或称呼（可以空着）", "备注（可以空着）"
KEY = Qt.Key


def page_of(house, case):
    page = opened(house, GenogramScreen, case)
    house.qtbot.waitUntil(lambda: page._ready)
    return page


def draw(house, page, *keys):
    page.view.setFocus()
    for key in keys:
        house.qtbot.keyClick(page.view, key)
    house.idle()
    return page


def told(house, shown):
    """What is said once what was put in is shown."""
    house.idle()
    return said(shown)


def versions(house, case):
    return [genogram_of(one) for one in entered(house, case, EntryKind.GENOGRAM)]


def filled(house):
    case = house.case()
    house.do(lambda vault: genograms.record(vault, house.tools, case.id, invented()))
    return case, page_of(house, case)


def test_a_family_is_drawn_by_keys_alone_and_saved(house):
    case = house.case()
    page = page_of(house, case)
    assert "从来访者开始" in told(house, page)
    assert page.view.hasFocus()
    press(house, KEY.Key_P)
    assert page.family().person(page.chosen()).sex is Sex.MAN
    press(house, KEY.Key_Return)
    assert QApplication.focusWidget() is part(page, NAME)
    put(page, NAME, NASTY)
    put(page, "年龄", "58")
    put(page, NOTE, "工程师")
    draw(house, page, KEY.Key_Right)
    tick(house, page, "离异")
    draw(house, page, KEY.Key_Down, KEY.Key_S)
    tick(house, page, "女")
    tick(house, page, "收养")
    record(house, page)
    house.qtbot.waitUntil(lambda: "这一版已记下。" in said(page))
    (kept,) = versions(house, case)
    father = next(one for one in kept.people if one.age == 58)
    assert (father.name, father.note) == (NASTY, "工程师")
    (couple,) = kept.couples
    assert couple.tie is Tie.DIVORCED
    assert [one.came for one in couple.children] == [Came.BORN, Came.ADOPTED]
    assert not any(page.unfinished().values())
    house.idle()
    record(house, page)
    assert "和上一版一样" in told(house, page)
    assert len(versions(house, case)) == 1
    click(house, page, "看这一版：第 1 版 · 2026年5月12日（周二）14:57")
    assert "只能看" in told(house, page)
    record(house, page)
    assert len(versions(house, case)) == 1
    click(house, page, "回到正在画的")
    assert page.person.isVisible()


def test_every_step_can_be_taken_back_and_a_word_is_one_step(house):
    page = page_of(house, house.case())
    draw(house, page, KEY.Key_C, KEY.Key_S)
    assert len(page.family().people) == 4
    put(page, NAME, "小宝")
    page.view.setFocus()
    press(house, KEY.Key_Z, mods=CTRL)
    assert page.family().person(page.chosen()).name == ""
    assert part(page, NAME).text() == ""
    press(house, KEY.Key_Z, mods=CTRL)
    press(house, KEY.Key_Z, mods=CTRL)
    assert len(page.family().people) == 1
    assert not page.undo.isEnabled()
    press(house, KEY.Key_Z, mods=CTRL | SHIFT)
    press(house, KEY.Key_Y, mods=CTRL)
    press(house, KEY.Key_Y, mods=CTRL)
    assert "小宝" in told(house, page.list)
    click(house, page, "撤销")
    assert "小宝" not in told(house, page.list)
    click(house, page, "重做")
    assert "小宝" in told(house, page.list)


def test_the_mouse_chooses_and_the_sentence_says_who(house):
    _case, page = filled(house)
    grandmother = next(one.id for one in page.family().people if one.age == 80)
    at = page.view.place_of(grandmother).toPoint()
    house.qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.chosen() == grandmother
    assert "外婆：女，80 岁" in page.view.accessibleDescription()
    house.qtbot.mouseDClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert part(page, NAME).hasFocus()
    (row,) = [one for one in page.list.rows() if one.accessibleName().startswith("姨妈")]
    row.setFocus()
    press(house, KEY.Key_Space)
    assert page.family().person(page.chosen()).age == 50
    assert row.hasFocus()
    house.qtbot.mouseClick(page.list.rows()[0], Qt.MouseButton.LeftButton)
    assert page.chosen() == 1


def test_the_arrows_walk_the_generations(house):
    _case, page = filled(house)
    ages = {one.id: one.age for one in page.family().people}
    page.view.setFocus()
    walked = []
    for key in (KEY.Key_Up, KEY.Key_Right, KEY.Key_Up, KEY.Key_Up, KEY.Key_Right, KEY.Key_Right,
                KEY.Key_Down, KEY.Key_Left):  # fmt: skip
        press(house, key)
        walked.append(ages[page.chosen()])
    assert walked[1:4] == [56, 71, 71]
    assert walked[4:] == [80, 80, 50, 56]


def test_everything_that_is_drawn_is_said(house):
    _case, page = filled(house)
    words_told = told(house, page.list)
    for words in (
        "林立诚（父亲）：男，58 岁，和 陈桂芳 离异，孩子 林晓禾、弟弟、妹妹",
        "外公：男，去世时 71 岁",
        "妹妹：女，22 岁，和前一个同胎，排行第 3",
        "同父或同母兄弟：男，9 岁",
        "林晓禾 和 林立诚 之间：断绝来往",
        "林立诚 和 陈桂芳 之间：冲突",
        "锯齿线冲突",
    ):
        assert words in words_told


def test_a_bond_is_chosen_changed_and_taken_away(house):
    page = page_of(house, house.case())
    draw(house, page, KEY.Key_M)
    tick(house, page, "男")
    page.view.setFocus()
    press(house, KEY.Key_B)
    menu = the_one(lambda: [one for one in page.findChildren(QMenu) if one.isVisible()])
    (action,) = menu.actions()
    action.trigger()
    menu.close()
    assert page.family().bonds[0].feeling is Feeling.CLOSE
    tick(house, page, "冲突")
    assert page.family().bonds[0].feeling is Feeling.CONFLICT
    assert "伴侣 和 来访者 之间：冲突" in told(
        house, page.list
    ) or "来访者 和 伴侣 之间：冲突" in told(house, page.list)
    click(house, page, "去掉关系：和 来访者 之间")
    assert page.family().bonds == ()


def test_an_age_that_is_none_is_said_and_not_drawn(house):
    page = page_of(house, house.case())
    put(page, "年龄", "30")
    for wrong in ("x", "131", "三十"):
        put(page, "年龄", wrong)
        assert "请写 0 到 130 之间的数。" in told(house, page)
        assert page.family().person(1).age in {30, None}
    put(page, "年龄", "")
    assert page.family().person(1).age is None


def test_siblings_are_moved_and_twins_told(house):
    page = page_of(house, house.case())
    draw(house, page, KEY.Key_S)
    new = page.chosen()
    click(house, page, "往前排")
    assert [one.person for one in page.family().parents(1).children] == [new, 1]
    draw(house, page, KEY.Key_Right)
    twin = the_one(lambda: [one for one in page.person.findChildren(type(page.person.died))
               if one.text() == "和前一个是同胎" and one.isVisible()])  # fmt: skip
    twin.click()
    assert page.family().parents(1).children[1].twin
    page.person.died.click()
    assert page.family().person(1).died


def test_a_removal_says_what_went_and_can_be_taken_back(house):
    _case, page = filled(house)
    page.view.setFocus()
    press(house, KEY.Key_Delete)
    assert "来访者总在图上，不能移去。" in told(house, page)
    before = page.family()
    father = next(one.id for one in before.people if one.name == "林立诚")
    page._choose(father)
    press(house, KEY.Key_Delete)
    assert "位置还留着" in told(house, page)
    assert page.family().person(father).blank
    press(house, KEY.Key_Delete)
    assert "移去了" in told(house, page)
    house.idle()
    next(one for one in page.findChildren(Banner) if one.isVisible()).action.click()
    page._back()
    assert page.family() == before


def test_an_older_version_is_looked_at_and_drawn_on_from(house):
    case, page = filled(house)
    old = page.family()
    draw(house, page, KEY.Key_C)
    record(house, page)
    house.qtbot.waitUntil(lambda: len(versions(house, case)) == 2)
    house.idle()
    house.qtbot.waitUntil(lambda: page._ready)
    page._look_at(1)
    assert page.family() == old
    assert not page.act.isEnabled()
    draw(house, page, KEY.Key_P)
    assert page.family() == old
    click(house, page, "从这一版接着画")
    assert any(page.unfinished().values())
    page.view.setFocus()
    press(house, KEY.Key_Z, mods=CTRL)
    assert page.family() == versions(house, case)[1]


@pytest.mark.parametrize("names", [False, True])
def test_the_paper_has_no_name_unless_asked_and_the_trail_knows(house, tmp_path, names):
    house.tools = replace(house.tools, shelf=FileShelf())
    case, page = filled(house)
    click(house, page, "打印或存为 PDF")
    (card,) = page.findChildren(GenogramPaperCard)
    if names:
        card.names.click()
    click(house, card, "存为 PDF")
    path = tmp_path / "x.pdf"
    (place,) = card.findChildren(SavePanel)
    card.panel.secret.bare.setChecked(True)  # she says so
    place.save.emit(path)
    house.qtbot.waitUntil(path.exists)
    house.idle()
    words = "".join(house.tools.papers.pdf_words(path.read_bytes()))
    assert ("林立诚" in words) is names
    assert ("工程师" in words) is names
    assert "父亲" in words
    assert case.code in words
    acts = house.do(lambda vault: [one.kind.value for one in vault.audit.entries()])
    assert "genogram printed" in acts


def test_the_timeline_counts_and_leads_back(house):
    case, page = filled(house)
    screen = CasesScreen(house.office, case.id)
    went = []
    screen.wanted.connect(went.append)
    house.show(screen)
    timeline = screen.sheet.timeline
    house.qtbot.waitUntil(lambda: "图上 11 人" in said(timeline))
    (item,) = [one for key, one in timeline._items.items() if key[0] == "entry"]
    item.opened.emit()
    assert went == [ToGenogram(case.id)]
    click(house, house.show(page), "看全图")


def test_it_is_made_larger_and_smaller_and_whole_again(house):
    _case, page = filled(house)
    whole = page.view.transform().m11()
    page.view.setFocus()
    press(house, KEY.Key_Plus, mods=CTRL)
    larger = page.view.transform().m11()
    press(house, KEY.Key_Minus, mods=CTRL)
    press(house, KEY.Key_Minus, mods=CTRL)
    assert page.view.transform().m11() < whole < larger
    press(house, KEY.Key_0, mods=CTRL)
    assert page.view.transform().m11() == whole


@pytest.fixture
def hidden():
    privacy.switch(to=True)
    yield
    privacy.switch(to=False)


def test_privacy_mode_shows_kinship_and_no_name(house, hidden):
    _case, page = filled(house)
    drawn = page.view._figure
    shown = " ".join([told(house, page.list), *(f"{one.name} {one.more}" for one in drawn.words)])
    assert "父亲" in shown
    for word in ("林立诚", "陈桂芳", "阿远", "工程师"):
        assert word not in shown
        assert word not in page.view.accessibleDescription()


@pytest.mark.promise(31)
def test_no_name_is_in_a_title_a_temp_file_or_the_back_of_the_vault(house, tmp_path):
    case = house.case()
    page = page_of(house, case)
    before = set(Path(tempfile.gettempdir()).iterdir())
    put(page, NAME, "斑马甲乙")
    page.leave()
    house.qtbot.waitUntil(lambda: not page.unsaved())
    house.idle()
    record(house, page)
    house.qtbot.waitUntil(lambda: len(versions(house, case)) == 1)
    titles = [one.windowTitle() for one in QApplication.topLevelWidgets()]
    assert not [one for one in titles if "斑马" in one]
    names = [one.objectName() for one in page.findChildren(object)]
    assert not [one for one in names if "斑马" in one]
    fresh = set(Path(tempfile.gettempdir()).iterdir()) - before
    assert not [one for one in fresh if one.is_file() and "斑马".encode() in one.read_bytes()]
    sealed = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert sealed
    assert not [one for one in sealed if "斑马".encode() in one.read_bytes()]
    click(house, page, "回到个案")
    assert page.went == [ToCases(case.id)]

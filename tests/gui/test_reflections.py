"""Private reflections on the screen: written, kept through a lock, hidden, found and deleted."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.domain.as_json import as_json
from app.domain.entry import EntryKind
from app.domain.genogram import Genogram, Person
from app.domain.legal_hold import LegalHold
from app.domain.session_sheet import SessionSheet
from app.services import case_locks, holds, reflections
from app.services.reflections import Writing
from tests.gui.helpers import NASTY, buttons, click, compose, said, write
from tests.gui.test_shell import furnished
from tests.gui.test_shell import house as shell_house
from tests.journeys.person import CTRL
from ui import privacy
from ui.cases import CasesScreen
from ui.notes import NoteScreen
from ui.page import ToCases, ToFormulation, ToGenogram, ToHold, ToNote, ToReflections
from ui.reflection_page import ReflectionScreen
from ui.search import SearchScreen
from ui.widgets.plain import PlainEdit
from ui.widgets.tick import Tick
from ui.widgets.topbar import TopBar

__all__ = ["furnished", "shell_house"]
KEY = Qt.Key
COURT = LegalHold("某区人民法院", "（2026）民初 1 号", "2026-03-01", "来访者的诉讼")
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def case(house):
    return house.case()


@pytest.fixture
def show(house):
    screens = []

    def open_(wanted):
        screen = ReflectionScreen(house.office, wanted, quiet_ms=20)
        screens.append(screen)
        house.show(screen)
        house.qtbot.waitUntil(lambda: screen._page is not None)
        house.idle()
        return screen

    yield open_
    privacy.switch(to=False)
    for screen in screens:
        screen.leave()
    house.idle()


def kept(house, case):
    found = house.do(lambda vault: vault.reflections.of_case(case.id))
    return [(one.session_id, one.text) for one in found]


def keep(house, case, text, session_id=None):
    clock = house.clock
    writing = Writing(case.id, session_id)
    house.do(lambda vault: reflections.keep(vault, clock, writing, text))
    return writing.id


def session_of(house, note):
    return house.do(lambda vault: vault.notes.get(note.id)).session_id


def titles(screen):
    return [one.section.edit.accessibleName() for one in screen.boxes]


def test_the_first_one_of_a_case_is_written_at_once_and_saves_itself(house, case, show):
    screen = show(ToReflections(case.id))
    assert titles(screen) == ["整个个案 · 新的一篇"]
    edit = screen.boxes[0].section.edit
    assert edit.hasFocus()
    assert "只给您自己看" in said(screen)
    assert not screen.begun()
    write(edit, NASTY)
    house.qtbot.waitUntil(lambda: screen.state.text() == "已存 14:57")
    assert kept(house, case) == [(None, NASTY)]
    assert screen.begun()
    assert not screen.unsaved()
    keys = screen.keys()
    assert [one.keys for one in keys] == ["Ctrl+S", "Esc"]


def test_the_last_words_are_kept_when_it_is_left_and_an_empty_one_goes(house, case, show):
    screen = show(ToReflections(case.id))
    screen._quiet_ms = 3_600_000
    compose(screen.boxes[0].section.edit, commit="停笔之前")
    screen.leave()
    house.idle()
    assert kept(house, case) == [(None, "停笔之前")]
    again = show(ToReflections(case.id))
    edit = again.boxes[0].section.edit
    edit.selectAll()
    compose(edit, commit="")
    edit.clear()
    again.leave()
    house.idle()
    assert kept(house, case) == []


def test_ctrl_s_saves_at_once_and_a_word_being_composed_is_waited_for(house, case, show):
    screen = show(ToReflections(case.id))
    edit = screen.boxes[0].section.edit
    compose(edit, commit="想")
    compose(edit, preedit="xiang")
    went = []
    screen.back.connect(lambda: went.append(True))
    screen.escape()
    assert not went
    screen.save_now()
    compose(edit, commit="法")
    house.qtbot.keyClick(edit, KEY.Key_S, CTRL)
    house.qtbot.waitUntil(lambda: kept(house, case) == [(None, "想法")])
    screen.escape()
    assert went


def test_those_of_a_session_come_from_its_note_by_a_key(house, case, show):
    note = house.note(case)
    session = session_of(house, note)
    page = house.show(NoteScreen(house.office, note.id, quiet_ms=20))
    went = []
    page.wanted.connect(went.append)
    house.qtbot.waitUntil(lambda: bool(page.findChildren(PlainEdit)))
    house.idle()
    house.qtbot.keyClick(page.findChildren(PlainEdit)[0], KEY.Key_J, CTRL | SHIFT)
    assert went == [ToReflections(case.id, session)]
    page.leave()
    page.close()
    keep(house, case, "整个个案的")
    screen = show(went[0])
    assert titles(screen)[0] == "第 1 次咨询 · 新的一篇"
    compose(screen.boxes[0].section.edit, commit="这一次")
    house.qtbot.waitUntil(lambda: (session, "这一次") in kept(house, case))
    again = show(went[0])
    assert again.boxes[0].section.edit.hasFocus()
    assert titles(again) == ["第 1 次咨询 · 2026年5月12日", "整个个案 · 2026年5月12日"]
    assert again.here() == went[0]


def test_another_one_is_begun_above_and_an_empty_one_is_taken_first(house, case, show):
    keep(house, case, "从前的")
    screen = show(ToReflections(case.id))
    click(house, screen, "写一篇札记")
    assert titles(screen)[0] == "整个个案 · 新的一篇"
    click(house, screen, "写一篇札记")
    assert len(screen.boxes) == 2
    compose(screen.boxes[0].section.edit, commit="现在的")
    house.qtbot.waitUntil(lambda: len(kept(house, case)) == 2)
    assert [text for _, text in kept(house, case)] == ["现在的", "从前的"]


def test_deleting_asks_first_and_says_what_stays_elsewhere(house, case, show):
    keep(house, case, "留下的")
    keep(house, case, NASTY)
    screen = show(ToReflections(case.id))
    box = screen.boxes[0]
    box.remove.click()
    house.qtbot.waitUntil(lambda: "以前做的备份里还有它" in said(screen))
    house.qtbot.waitUntil(buttons(screen, "留着")[0].hasFocus)
    screen.escape()
    assert not box.asking()
    box.remove.click()
    click(house, screen, "留着")
    assert len(kept(house, case)) == 2
    compose(box.section.edit, commit="还没存")
    box.remove.click()
    click(house, screen, "删除札记")
    house.qtbot.waitUntil(lambda: len(screen.boxes) == 1)
    house.idle()
    assert kept(house, case) == [(None, "留下的")]
    assert "札记删除了。" in said(screen)
    assert screen.boxes[0].section.edit.hasFocus()
    screen.boxes[0].remove.click()
    click(house, screen, "删除札记")
    house.qtbot.waitUntil(lambda: not screen.boxes)
    assert screen.more.hasFocus()
    click(house, screen, "写一篇札记")
    assert titles(screen) == ["整个个案 · 新的一篇"]


def full_disk(house, *, full):
    def work(vault):
        pages = vault.connection.execute("PRAGMA page_count").fetchone()[0]
        most = pages if full else 1_000_000
        vault.connection.execute(f"PRAGMA max_page_count = {most}").fetchone()

    house.do(work)


def test_a_full_disk_is_said_and_the_words_stay(house, case, show):
    screen = show(ToReflections(case.id))
    full_disk(house, full=True)
    words = "想" * 20_000
    compose(screen.boxes[0].section.edit, commit=words)
    house.qtbot.waitUntil(screen.unsaved)
    house.qtbot.waitUntil(lambda: screen.state.text() == "没有存上")
    assert screen.boxes[0].section.text() == words
    full_disk(house, full=False)
    screen.save_now()
    house.qtbot.waitUntil(lambda: kept(house, case) == [(None, words)])
    house.qtbot.waitUntil(lambda: not screen.unsaved())


def test_what_cannot_be_deleted_stays_and_can_be_written(house, case, show, monkeypatch):
    from app.domain.errors import DiskFull  # noqa: PLC0415 - one refusal

    keep(house, case, "还在")
    screen = show(ToReflections(case.id))

    def full(*_words):
        raise DiskFull

    monkeypatch.setattr(reflections, "remove", full)
    screen.boxes[0].remove.click()
    click(house, screen, "删除札记")
    click(house, screen, "知道了")
    assert not screen.boxes[0].section.edit.isReadOnly()
    assert kept(house, case) == [(None, "还在")]


def test_many_are_shown_a_page_at_a_time_and_a_found_one_is_landed_on(house, case, show):
    first = keep(house, case, "最早的")
    for number in range(31):
        house.clock.time += timedelta(minutes=1)
        keep(house, case, f"第 {number}")
    screen = show(ToReflections(case.id))
    assert len(screen.boxes) == 30
    click(house, screen, "更早的 2 篇")
    assert len(screen.boxes) == 32
    found = show(ToReflections(case.id, reflection_id=first))
    assert found.boxes[-1].section.edit.hasFocus()
    assert found.here() == ToReflections(case.id)


class TestPrivacy:
    """In privacy mode not one word of them is on the screen."""

    def test_they_are_not_shown_and_come_back(self, house, case, show):
        keep(house, case, NASTY)
        screen = show(ToReflections(case.id))
        assert screen.boxes[0].section.isVisible()
        privacy.switch(to=True)
        screen.show_privacy()
        assert not any(one.section.isVisible() or one.remove.isVisible() for one in screen.boxes)
        assert "禾木" not in said(screen)
        assert "札记不显示" in said(screen)
        assert screen.findChild(TopBar).back_button.hasFocus()
        assert not buttons(screen, "写一篇札记")
        privacy.switch(to=False)
        screen.show_privacy()
        assert screen.boxes[0].section.isVisible()

    def test_they_are_not_shown_from_the_first_moment(self, house, case, show):
        keep(house, case, "一句话")
        privacy.switch(to=True)
        screen = show(ToReflections(case.id))
        assert not screen.boxes[0].section.isVisible()
        assert not screen.boxes[0].section.edit.hasFocus()


class TestSearch:
    """Only who ticks it finds them."""

    def test_they_are_found_when_asked_for_and_led_to(self, house, case, find):
        house.note(case, "记录里的梦")
        number = keep(house, case, "我也做了一个梦")
        screen = house.show(SearchScreen(house.office, "梦"))
        house.qtbot.waitUntil(lambda: "找到 1 处" in said(screen))
        assert screen.hits.beside() == 0
        tick = find(screen, Tick, "也查咨询师札记")
        assert not tick.isChecked()
        tick.click()
        house.qtbot.waitUntil(lambda: "找到 2 处" in said(screen))
        assert (screen.hits.beside(), screen.hits.places()) == (1, 1)
        went = []
        screen.wanted.connect(went.append)
        first = screen.hits.model().index(0)
        assert "札记" in screen.hits.model().data(first)
        screen.hits._open(first)
        assert went == [ToReflections(case.id, reflection_id=number)]
        tick.click()
        house.qtbot.waitUntil(lambda: "找到 1 处" in said(screen))
        find(screen, QLineEdit, "查找记录").clear()
        tick.click()
        assert screen.hits.beside() == 0


class TestRecord:
    """What stands in the record beside the notes is found by whoever ticks it."""

    def test_sheets_formulations_and_genograms_are_led_to(self, house, case, find):
        note = house.note(case, "记录里的灯塔")
        drawn = as_json(Genogram((Person(1, name="灯塔看守人"),)))
        thought = {"scheme": "free", "parts": [], "goals": "灯塔亮着", "methods": ""}

        def keep_all(vault):
            session = vault.sessions.get(vault.notes.get(note.id).session_id)
            with vault.transaction():
                now = house.clock.now()
                vault.entries.save_sheet(session, SessionSheet(complaint="灯塔灭了"), now)
                vault.entries.add(case.id, EntryKind.FORMULATION, now, thought)
                vault.entries.add(case.id, EntryKind.GENOGRAM, now, drawn)

        house.do(keep_all)
        screen = house.show(SearchScreen(house.office, "灯塔"))
        house.qtbot.waitUntil(lambda: "找到 1 处" in said(screen))
        find(screen, Tick, "也查会谈单、概念化、家谱图、披露、转介、结案等").click()
        house.qtbot.waitUntil(lambda: "找到 4 处" in said(screen))
        went, model = [], screen.hits.model()
        screen.wanted.connect(went.append)
        for row, kind in enumerate(("家谱图", "个案概念化", "会谈单")):
            assert f"，{kind}，" in model.data(
                model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole
            )
            screen.hits._open(model.index(row, 0))
        assert went == [ToGenogram(case.id), ToFormulation(case.id), ToNote(note.id)]


def page_of(person):
    return person.window.workspace.page


@pytest.mark.promise(5)
def test_a_lock_keeps_the_last_word_to_the_byte_and_leads_back(shell_house):
    house = shell_house
    person = house.at(ToCases(house.case_id))
    person.wait(lambda: isinstance(page_of(person), CasesScreen))
    house.settle(person)
    person.press(KEY.Key_J, CTRL | SHIFT)
    person.wait(lambda: isinstance(page_of(person), ReflectionScreen))
    person.wait(lambda: bool(page_of(person).boxes))
    edit = page_of(person).boxes[0].section.edit
    edit.setFocus()
    compose(edit, commit=NASTY)
    assert page_of(person).boxes[0].saver.state == "saving"
    person.press(KEY.Key_L, CTRL)
    house.locked(person, "menu")
    house.restarts.clear()
    back = house.start()
    house.unlock(back)
    house.settle(back)
    back.wait(lambda: isinstance(page_of(back), ReflectionScreen))
    back.wait(lambda: bool(page_of(back).boxes))
    assert page_of(back).boxes[0].section.text() == NASTY
    back.press(KEY.Key_Escape)
    back.wait(lambda: isinstance(page_of(back), CasesScreen))


def test_a_case_that_is_shut_shows_none_and_says_why(house, case):
    keep(house, case, "一句话")
    clock = house.clock
    house.do(
        lambda vault: case_locks.set_password(
            vault, clock, case.id, "别的 password 77", recovery=False
        )
    )
    house.do(lambda vault: vault.case_locks.shut(case.id))
    screen = house.show(ReflectionScreen(house.office, ToReflections(case.id)))
    house.idle()
    assert not screen.boxes
    assert not screen.begun()
    screen._add()
    screen.show_privacy()
    screen.leave()


@pytest.mark.clause("147")
def test_what_a_legal_hold_found_is_read_and_another_one_is_written_beside_it(house, case, show):
    keep(house, case, "保全以前想的")
    house.do(lambda vault: holds.place(vault, house.tools, case.id, COURT))
    screen = show(ToReflections(case.id))
    house.qtbot.keyClicks(screen.boxes[0].section.edit, "x")
    house.qtbot.keyClick(screen.boxes[0].section.edit, KEY.Key_S, CTRL)
    assert "保全开始以前的札记不能改，也不能删（例外 3）。" in said(screen)
    assert not buttons(screen, "删除这篇札记")
    house.clock.time += timedelta(minutes=5)
    click(house, screen, "写一篇札记")
    write(screen.boxes[0].section.edit, "另一篇")
    screen.save_now()
    house.qtbot.waitUntil(lambda: len(kept(house, case)) == 2)
    assert kept(house, case) == [(None, "另一篇"), (None, "保全以前想的")]
    went = []
    screen.wanted.connect(went.append)
    click(house, screen, "看法律保全")
    assert went == [ToHold(case.id)]

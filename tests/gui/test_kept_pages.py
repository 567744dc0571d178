"""Pages that are kept while one is elsewhere: shown again at once, and as things are now."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.appointment import Booking
from app.domain.client import Place
from app.domain.practice import Practice
from app.services import appointments
from storage.preferences import JsonPreferences
from tests.gui.helpers import buttons
from ui.page import ToCalendar, ToCases, ToSettings
from ui.workspace import Workspace

# The clock of these tests stands at 14:57 on Tuesday 12 May 2026 in Shanghai.
AT = datetime(2026, 5, 13, 2, tzinfo=UTC)


def practice(name):
    def work(vault):
        with vault.transaction():
            vault.settings.change_practice(Practice(name, place=Place("上海", "Asia/Shanghai")))

    return work


@pytest.fixture
def at(house, tmp_path):
    """Show the workspace of a vault with one case, whose practice is 林间."""
    store = JsonPreferences(tmp_path / "choices" / "preferences.json")
    house.office = replace(house.office, preferences=store)
    house.do(practice("林间"))
    space = house.show(Workspace(house.office))
    space.case_id = house.case().id

    def show_page(to):
        space.go(to)
        house.idle()
        house.qtbot.waitUntil(lambda: space.page.isVisible() and inside(space))
        return space.page

    space.show_page = show_page
    yield space
    space.leave()
    house.idle()


def inside(space):
    """Return whether the keys go to the page that is shown."""
    focus = QApplication.focusWidget()
    return focus is not None and (focus is space.page or space.page.isAncestorOf(focus))


def book(house, space):
    wanted = Booking(space.case_id, AT, house.case("C-2").mode, 50, "Asia/Shanghai")
    return house.do(lambda vault: appointments.book(vault, house.clock, wanted).which)


def test_the_calendar_comes_back_with_what_was_booked_meanwhile(house, at):
    kept = at.show_page(ToCalendar("month"))
    assert not kept.grid.blocks
    at.show_page(ToCases())
    which = book(house, at)
    page = at.show_page(ToCalendar("week"))
    assert page is kept
    assert page.isEnabled()
    assert page.view == "week"
    assert [one.which for one in page.grid.blocks] == [which]
    assert page.grid.picked is None
    at.show_page(ToCases())
    page = at.show_page(ToCalendar("day", "2026-05-13", which=which))
    assert page is kept
    assert page.here() == ToCalendar("day", "2026-05-13", which=which)
    at.show_page(ToCases())
    page = at.show_page(ToCalendar())
    assert page is kept
    assert page.here() == ToCalendar("week", "2026-05-12"), "nothing is chosen any more"
    assert page.detail is None


def test_an_appointment_that_is_being_written_is_come_back_to(house, at):
    page = at.show_page(ToCalendar("week", case_id=at.case_id))
    assert page.pane.writing()
    page.pane.form.place.set_text("二楼🌱")
    there = page.here()
    at.show_page(ToCases())
    again = at.show_page(there)
    assert again is not page
    assert again.pane.form.place.text() == "二楼🌱"
    at.show_page(ToCases())
    at.show_page(ToCalendar("week"))
    assert not at.page.pane.writing(), "whoever asks for the week gets the week"


def test_a_calendar_that_was_left_at_once_does_not_take_the_keys_back(house, at):
    page = at.show_page(ToCalendar("week"))
    page.bar.new.click()  # the answer is on its way
    at.go(ToCases())
    house.idle()
    assert inside(at)
    again = at.show_page(ToCalendar("week"))
    assert not again.pane.writing()
    assert inside(at)


def test_the_settings_come_back_as_they_are_now_from_the_top(house, at):
    kept = at.show_page(ToSettings())
    bar = kept._area.verticalScrollBar()
    bar.setValue(bar.maximum())
    at.show_page(ToCases())
    house.do(practice("林下"))
    at._keep(lambda chosen: replace(chosen, idle_minutes=15, remind_minutes=0))
    house.idle()
    page = at.show_page(ToSettings())
    assert page is kept
    assert page.isEnabled()
    assert page._fields["name"].text() == "林下"
    assert page.theme.part().hasFocus()
    assert (page.idle.keys(), page.remind.keys()) == (["15"], ["0"])
    assert not page.unsaved()


def test_settings_with_words_on_their_way_are_not_kept_and_lose_none(house, at):
    page = at.show_page(ToSettings())
    page._fields["city"].set_text("杭州🌱")
    at.show_page(ToCases())
    again = at.show_page(ToSettings())
    assert again is not page
    assert again._fields["city"].text() == "杭州🌱"


def test_a_zone_nobody_knows_does_not_wait_in_kept_settings(house, at):
    page = at.show_page(ToSettings())
    page.zone.set_text("Nowhere/At all")
    at.show_page(ToCases())
    at.show_page(ToCases(at.case_id))
    again = at.show_page(ToSettings())
    assert again.zone.zone() == "Asia/Shanghai"
    assert not again.zone.error()


def test_kept_pages_go_when_names_are_hidden(house, at):
    page = at.show_page(ToCalendar("week"))
    at.show_page(ToSettings())
    at.toggle_privacy()
    house.idle()
    assert at.page.private.isChecked()
    assert at.show_page(ToCalendar("week")) is not page
    at.toggle_privacy()
    house.idle()
    assert not at.show_page(ToSettings()).private.isChecked()


def test_a_case_asked_for_is_shown_whatever_row_the_list_began_at(house, at):
    house.case("C-2")  # the newest stands first in the list
    at.show_page(ToCases())
    page = at.show_page(ToCases(at.case_id))
    house.idle()
    assert page.here() == ToCases(at.case_id)
    assert page.list.rows.current() == str(at.case_id)


def test_a_click_opens_the_row_on_which_the_focus_stood_unchosen(house, at):
    """The focus puts a frame on the first row; nobody chose it, and a click on it opens it."""
    at.go(ToCases())
    house.idle()
    rows = at.page.list.rows
    house.qtbot.waitUntil(lambda: rows.model().rowCount() > 0)
    QApplication.focusWidget().clearFocus()
    rows.setFocus()
    house.qtbot.waitUntil(rows.hasFocus)
    first = rows.model().index(0, 0)
    assert rows.currentIndex() == first
    assert not rows.selectionModel().isSelected(first), "it is framed, not filled"
    spot = rows.visualRect(first).center()
    house.qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    house.qtbot.waitUntil(lambda: bool(buttons(at.page, "写记录")))

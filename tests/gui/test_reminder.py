"""What the window says before an appointment: by code, once, and only as long as it matters."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.appointment import Booking
from app.domain.case import ServiceMode
from app.domain.preferences import Preferences
from app.services import appointments
from app.services.changes import Noun
from tests.gui.helpers import NASTY, NOW, click, said
from ui.reminder import Reminder

MINUTE = timedelta(minutes=1)
pytestmark = pytest.mark.clause("142")


class Choices:
    def __init__(self):
        self.kept = Preferences()

    def load(self):
        return self.kept


@pytest.fixture
def strip(house):
    house.office = replace(house.office, preferences=Choices())
    made = Reminder(house.office)
    house.qtbot.addWidget(made)
    made.show()
    house.idle()
    return made


def book(house, minutes, code="L-07"):
    """Agree on a time and let everybody hear of it."""
    case = house.case(code)
    wanted = Booking(case.id, NOW + minutes * MINUTE, ServiceMode.ONLINE, place=NASTY, remark=NASTY)
    made = []
    house.desk.do(
        house.desk,
        lambda vault: appointments.book(vault, house.clock, wanted).which,
        made.append,
        changes=(Noun.APPOINTMENTS,),
    )
    house.idle()
    return made[0]


def later(house, strip, minutes):
    house.clock.time = NOW + minutes * MINUTE
    strip.look()
    house.idle()


def test_it_is_said_by_code_in_time_and_counts_down(house, strip):
    book(house, 20)
    assert (strip.text(), strip.isVisible()) == ("", False)
    later(house, strip, 5)
    assert strip.text() == "15 分钟后：L-07 的咨询"
    assert strip.isVisible()
    later(house, strip, 17.5)
    assert strip.text() == "3 分钟后：L-07 的咨询"
    later(house, strip, 20)
    assert (strip.text(), strip.isVisible()) == ("", False)


@pytest.mark.clause("084")
def test_while_a_session_is_on_nothing_is_said(house, strip):
    book(house, 60, "M-01")
    book(house, 0)
    later(house, strip, 48)
    assert (strip.text(), strip.isVisible()) == ("", False)
    later(house, strip, 50)
    assert strip.text() == "10 分钟后：M-01 的咨询"


def test_no_word_of_the_client_is_in_it(house, strip):
    book(house, 10)
    house.qtbot.waitUntil(strip.isVisible)
    assert "禾木" not in said(strip)
    assert NASTY not in said(strip)
    assert (
        not QApplication.activeWindow() or "L-07" not in QApplication.activeWindow().windowTitle()
    )


def test_it_is_put_away_and_does_not_come_again(house, strip):
    book(house, 10)
    click(house, strip, "知道了")
    later(house, strip, 1)
    assert strip.text() == ""
    book(house, 8, "M-01")
    later(house, strip, 2)
    assert strip.text() == "6 分钟后：M-01 的咨询"


def test_it_leads_to_the_appointment(house, strip):
    which = book(house, 10)
    with house.qtbot.waitSignal(strip.asked) as went:
        click(house, strip, "看日程")
    assert went.args == [which]
    assert strip.text() == ""


@pytest.mark.parametrize(("minutes", "word"), [(0, ""), (5, ""), (30, "10 分钟后：L-07 的咨询")])
def test_how_long_before_is_her_choice(house, strip, minutes, word):
    strip._office.preferences.kept = Preferences(remind_minutes=minutes)
    book(house, 10)
    assert strip.text() == word


def test_what_is_moved_or_cancelled_is_not_said(house, strip):
    which = book(house, 10)
    assert strip.text()
    for act in (
        lambda vault: appointments.move(vault, house.clock, which, NOW + 300 * MINUTE, 50),
        lambda vault: appointments.cancel(vault, house.clock, which),
    ):
        house.desk.do(house.desk, act, changes=(Noun.APPOINTMENTS,))
        house.idle()
        assert strip.text() == ""


def test_the_hours_ahead_are_read_anew_in_time_and_after_a_sleep(house, strip):
    book(house, 13 * 60)
    later(house, strip, 13 * 60 - 10)
    assert strip.text() == "10 分钟后：L-07 的咨询"
    later(house, strip, 0)
    assert strip.text() == ""

"""The first appointment is written with the new case: read, kept, said back, booked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.appointment import Booking
from app.domain.case import ServiceMode
from app.domain.local_time import wall
from app.services import appointments, case_forms, cases
from tests.gui.helpers import NOW, said
from tests.gui.test_case_form import ENTER, grade, line_of, put
from ui.new_case import NewCase
from ui.page import ToCases
from ui.widgets.banner import Banner
from ui.workspace import Workspace

NAME = "第一次预约"


@pytest.fixture
def form(house):
    return house.show(NewCase(house.office, quiet_ms=1), height=900)


def booked(house):
    return house.do(
        lambda vault: [
            one for case in vault.cases.all() for one in vault.appointments.of_case(case.id)
        ]
    )


def opened(house, form):
    grade(house, form)
    with house.qtbot.waitSignal(form.wanted) as went:
        house.qtbot.keyClick(QApplication.focusWidget(), *ENTER)
    return went.args[0]


def test_what_is_agreed_on_the_telephone_stands_in_the_calendar(house, form):
    put(form, "代号", "H-031")
    put(form, NAME, "明天下午三点")
    to = opened(house, form)
    assert to == ToCases(to.case_id)
    assert to.fresh
    (made,) = booked(house)
    zone = house.do(lambda vault: vault.settings.practice()).place.time_zone
    here, today = wall(made.starts_at, zone), wall(NOW, zone)
    assert (here.date(), here.hour, here.minute) == ((today + timedelta(days=1)).date(), 15, 0)
    assert made.mode is ServiceMode.FACE_TO_FACE


def test_nothing_written_books_nothing(house, form):
    put(form, "代号", "H-031")
    opened(house, form)
    assert booked(house) == []


@pytest.mark.parametrize("words", ["下回", "明天", "13月40日 25:00"])
def test_what_cannot_be_read_or_says_no_hour_opens_no_case(house, form, words):
    put(form, "代号", "H-031")
    put(form, NAME, words)
    line_of(form, "姓名").setFocus()
    house.qtbot.keyClick(QApplication.focusWidget(), *ENTER)
    house.idle()
    assert "没有读懂这个时间" in said(form)
    assert line_of(form, NAME).hasFocus()
    assert line_of(form, NAME).text() == words
    assert house.do(cases.list_cases) == []


def test_it_is_kept_with_the_draft(house, form):
    put(form, NAME, "周三晚上八点")
    form.leave()
    assert house.do(case_forms.unfinished).first == "周三晚上八点"
    again = house.show(NewCase(house.office, quiet_ms=1), height=900)
    assert line_of(again, NAME).text() == "周三晚上八点"
    assert "20:00" in said(again), "it is said back in full"


def test_what_lies_at_that_time_already_is_said_and_may_be_booked_all_the_same(house, form):
    case = house.case("H-002")
    put(form, "代号", "H-031")
    put(form, NAME, "明天下午三点")
    at = form.first.starts_at() + timedelta(minutes=20)
    house.do(lambda vault: appointments.book(vault, house.clock, Booking(case.id, at, case.mode)))
    put(form, NAME, "明天下午 3:10")
    house.qtbot.waitUntil(lambda: bool(form.first.findChildren(Banner)))
    (warning,) = form.first.findChildren(Banner)
    assert "与 H-002 15:20 的预约重叠。" in warning.accessibleName()
    put(form, NAME, "明天上午九点")
    house.qtbot.waitUntil(lambda: not form.first.findChildren(Banner))
    put(form, NAME, "")
    put(form, NAME, "明天下午三点")
    opened(house, form)
    assert len(booked(house)) == 2


def test_the_keyboard_of_a_new_case_begins_at_what_it_lacks(house):
    space = house.show(Workspace(house.office))
    space.go(ToCases(house.case().id, fresh=True))
    house.qtbot.waitUntil(space.page.sheet.head.mend_button.hasFocus)

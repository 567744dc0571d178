"""The ceilings in the settings, and the word about them where something is booked."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from app.domain.caseload import Ceilings
from app.domain.practice_record import SelfCheck
from app.services import caseload
from tests.gui.helpers import SHANGHAI, click, said, write
from tests.gui.test_calendar import AT, book, show
from tests.gui.test_calendar import write as fill
from tests.gui.test_case_form import put
from tests.gui.test_practice_page import clinic, kept
from tests.gui.test_practice_page import put as put_down
from tests.gui.test_practice_page import show as practice_page
from ui.new_case import NewCase
from ui.settings_caseload import CaseloadSettings
from ui.today import TodayScreen

__all__ = ["clinic"]
pytestmark = pytest.mark.clause("021")


@pytest.fixture
def office(house):
    house.office_place = SHANGHAI
    house.do(lambda vault: caseload.choose(vault, Ceilings(1, 2)))
    return house


def ceilings(house):
    return house.do(lambda vault: vault.settings.ceilings())


def test_she_sets_them_herself_and_none_is_set_unless_she_does(house):
    page = TodayScreen(house.office)
    part = CaseloadSettings(page)
    house.show(part)
    house.idle()
    day, week = (one.line for one in (part.day, part.week))
    assert (day.text(), week.text(), ceilings(house)) == ("", "", Ceilings())
    write(day, "4")
    house.idle()
    assert ceilings(house) == Ceilings(4)
    write(week, "0")
    assert "请写 1 到 99 之间的一个数。" in said(part)
    week.selectAll()
    write(week, "20")
    house.idle()
    assert ceilings(house) == Ceilings(4, 20)
    again = CaseloadSettings(page)
    house.show(again)
    house.idle()
    assert (again.day.text(), again.week.text()) == ("4", "20")
    again.day.line.setFocus()
    again.day.line.selectAll()
    house.qtbot.keyClick(again.day.line, "\b")
    house.idle()
    assert ceilings(house) == Ceilings(0, 20)


def test_the_calendar_says_it_and_books_all_the_same(office, find):
    book(office, office.case())
    screen = show(office)
    click(office, screen, "新预约")
    office.qtbot.waitUntil(screen.pane.writing)
    fill(screen, find, case="禾木", when="5月13日 18:00")
    office.qtbot.waitUntil(lambda: "有 2 次，超过您定的每天 1 次（热线 4.3）" in said(screen.pane))
    assert "超过您定的每周" not in said(screen.pane)
    fill(screen, find, when="5月14日 18:00")
    office.qtbot.waitUntil(lambda: "超过您定的" not in said(screen.pane))
    fill(screen, find, when="5月13日 18:00")
    click(office, screen, "存")
    office.qtbot.waitUntil(lambda: len(screen.grid.blocks) == 2)


def test_one_that_comes_again_is_looked_at_for_weeks(office, find):
    book(office, office.case(), AT.replace(month=6, day=17))
    screen = show(office)
    click(office, screen, "新预约")
    office.qtbot.waitUntil(screen.pane.writing)
    fill(screen, find, case="禾木", when="5月13日 18:00")
    screen.pane.form.again.repeat.chip("week").click()
    office.qtbot.waitUntil(lambda: "每天 1 次（热线 4.3）" in said(screen.pane))
    assert "6月17日 周三 有 2 次" in said(screen.pane)


def test_the_first_appointment_of_a_new_case_says_it_too(office):
    book(office, office.case())
    form = office.show(NewCase(office.office, quiet_ms=1), height=900)
    put(form, "代号", "H-031")
    put(form, "第一次预约", "5月13日 18:00")
    office.qtbot.waitUntil(lambda: "超过您定的每天 1 次（热线 4.3）" in said(form))


def test_today_says_quietly_how_full_it_is(house):
    book(house, house.case())
    page = house.show(TodayScreen(house.office))
    house.idle()
    assert "上限" not in said(page)
    house.do(lambda vault: caseload.choose(vault, Ceilings(week=1)))
    for count, tint in ((1, "soft"), (2, "mid")):
        page = house.show(TodayScreen(house.office))
        house.qtbot.waitUntil(lambda page=page, count=count: f"这一周 {count} 次" in said(page))
        (line,) = [one for one in page.findChildren(QLabel) if "上限 每周 1 次" in one.text()]
        assert line.property("tint") == tint
        book(house, house.case(f"M-0{count}"), AT.replace(hour=4 + 3 * count))


def test_a_look_at_herself_is_kept_for_her_alone(clinic):
    page = practice_page(clinic, "self-check")
    assert "哪一份打印、导出和个案里都没有它" in said(page)
    click(clinic, page, "写一次")
    click(clinic, page, "存好")
    clinic.idle()
    assert "写一点再存：任意一格都可以（热线 4.3）。" in said(page)
    put_down(page, "身心状态", "这周睡得少，有点累。")
    put_down(page, "接下来怎样照顾自己", "周五不排个案。")
    click(clinic, page, "存好")
    clinic.idle()
    (one,) = kept(clinic)
    assert one.record == SelfCheck("2026-05-12", "这周睡得少，有点累。", "", "", "周五不排个案。")
    assert not [it for it in page.findChildren(QLineEdit) if it.text() == "周五不排个案。"]

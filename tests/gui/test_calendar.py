"""The calendar, used as a person does: keys, mouse, the form, the pane, and taking things back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QCompleter, QFileDialog, QLineEdit

from app.domain.appointment import AppointmentState, Booking
from app.domain.case import ServiceMode
from app.domain.client import Place, Profile
from app.domain.errors import DiskFull
from app.domain.practice import Practice
from app.domain.recurrence import Every, Rule
from app.services import agenda, appointments, case_locks
from app.services.changes import Changes, Noun
from storage.cases import CaseRows
from tests.gui.helpers import LONDON, NASTY, NOW, button, buttons, click, said, the_one
from tests.vault.fixtures import make_tools
from ui import privacy, translation
from ui.calendar_page import CalendarScreen
from ui.calendar_paint import broken
from ui.calendar_week import HOUR as HOUR_HIGH
from ui.calendar_week import WeekView
from ui.cases import CasesScreen
from ui.page import ToCalendar, ToCases, ToNote
from ui.theme import look, style
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.chip import ChoiceChip
from ui.widgets.plain import PlainEdit

# NOW is 14:57 on Tuesday 12 May 2026 in Shanghai.
AT = datetime(2026, 5, 13, 2, tzinfo=UTC)  # 10:00 on Wednesday in Shanghai, 03:00 in London
WEEK, HOUR = timedelta(weeks=1), timedelta(hours=1)
WORD = "只有我 knows 这一句"
HOME = Practice(place=Place("上海", "Asia/Shanghai"))


@pytest.fixture
def office(house):
    def work(vault):
        with vault.transaction():
            vault.settings.change_practice(HOME)

    house.do(work)
    return house


def book(house, case, at=AT, rule=None, **more):
    wanted = Booking(case.id, at, case.mode, 50, "Asia/Shanghai", rule, **more)
    return house.do(lambda vault: appointments.book(vault, house.clock, wanted).which)


def show(house, goal=None, width=1440):
    screen = CalendarScreen(house.office, goal)
    house.desk.changed.connect(screen.reload)
    house.show(screen, width)
    house.qtbot.waitUntil(lambda: bool(screen.bar.period.text()))
    return screen


def stored(house, which):
    return house.do(lambda vault: agenda.find(vault, which))


def all_of(house):
    begin = AT - 2 * WEEK
    return house.do(lambda vault: agenda.appointments_between(vault, begin, AT + 5 * WEEK))


def titles(screen):
    return [one.title for one in screen.grid.blocks]


def block(screen, title):
    return next(one for one in screen.grid.blocks if one.title == title)


def point(screen, title):
    """Click on an appointment."""
    area = screen.grid.area_of(block(screen, title))
    return area.center().toPoint()


def press(house, screen, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        house.qtbot.keyClick(screen.grid, key, modifier)
    house.idle()


def choose(house, screen, title):
    house.qtbot.mouseClick(screen.grid, Qt.MouseButton.LeftButton, pos=point(screen, title))
    house.qtbot.waitUntil(screen.pane.reading)
    house.idle()
    house.qtbot.waitUntil(lambda: title in said(screen.pane))


def write(screen, find, **fields):
    names = {
        "case": "个案",
        "when": "时间",
        "minutes": "分钟",
        "place": "地点或会议号",
        "count": "共几次",
    }
    for key, text in fields.items():
        find(screen, QLineEdit, names[key]).setText(text)


def chip(house, screen, word):
    found = the_one(
        lambda: [
            one
            for one in screen.pane.findChildren(ChoiceChip)
            if one.isVisible() and one.accessibleName() == word
        ]
    )
    house.qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def drag(house, screen, title, to):
    """Take an appointment by its middle and let go with its middle at `to`."""
    grid, start = screen.grid, point(screen, title)
    house.qtbot.mousePress(grid, Qt.MouseButton.LeftButton, pos=start)
    for part in (0.3, 0.6, 1):
        between = start + (to - start) * part
        house.qtbot.mouseMove(grid, between)
    house.qtbot.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=to)
    house.idle()


def test_an_empty_calendar_says_how_an_appointment_is_made(office):
    screen = show(office)
    assert "这里还没有预约" in said(screen.pane)
    assert "点一个空格，或按「新预约」，写下一次。" in said(screen.pane)
    assert "点一个预约" not in said(screen.pane)


@pytest.mark.clause("038")
def test_a_week_shows_both_times_and_the_pane_says_them_in_full(office):
    case = office.case()
    book(office, case, rule=Rule(), place="会议 812", remark="带日记")
    screen = show(office)
    assert screen.bar.period.text() == "2026年5月11日至17日"
    assert "还没有选预约" in said(screen.pane)
    found = block(screen, "禾木")
    assert (found.time, found.there[0]) == ("10:00–10:50", "伦敦 03:00")
    choose(office, screen, "禾木")
    words = said(screen.pane)
    for word in ("2026年5月13日 周三", "10:00–10:50，50 分钟", "当地 伦敦 03:00", "每周 周三",
                 "没有改过", "会议 812", "带日记", "H-017"):  # fmt: skip
        assert word in words
    assert "来访者当地改为 02:00" in words  # after October


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("name", ["个案", "时间", "分钟", "地点或会议号", "备注"])
def test_ctrl_enter_in_any_field_books_once(office, find, name, key):
    office.case()
    screen = show(office)
    screen.grid.setFocus()
    press(office, screen, Qt.Key.Key_N)
    write(screen, find, case="h-017", when="周六 8:30")
    kind = PlainEdit if name == "备注" else QLineEdit
    part = find(screen, kind, name)
    part.setFocus()
    office.qtbot.keyClick(part, key, Qt.KeyboardModifier.ControlModifier)
    office.qtbot.keyClick(part, key, Qt.KeyboardModifier.ControlModifier)
    office.qtbot.waitUntil(lambda: not screen.pane.writing())
    office.idle()
    assert len(all_of(office)) == 1


def test_enter_in_a_field_books_once_however_often_it_is_pressed(office, find):
    office.case()
    screen = show(office)
    screen.grid.setFocus()
    press(office, screen, Qt.Key.Key_N)
    write(screen, find, case="h-017", when="周六 8:30")
    part = find(screen, QLineEdit, "时间")
    part.setFocus()
    for _ in range(3):
        office.qtbot.keyClick(part, Qt.Key.Key_Return)
    office.idle()
    assert len(all_of(office)) == 1


@pytest.mark.clause("062")
def test_a_new_one_is_written_with_the_keyboard_alone(office, find):
    case = office.case()
    screen = show(office)
    screen.grid.setFocus()
    press(office, screen, Qt.Key.Key_N)
    line = find(screen, QLineEdit, "个案")
    office.qtbot.waitUntil(line.hasFocus)
    office.qtbot.keyClicks(line, "h-017")
    office.qtbot.keyClick(line, Qt.Key.Key_Tab)
    write(screen, find, when="下周三下午三点", minutes="80", place=NASTY)
    assert "2026年5月20日 周三 15:00" in said(screen.pane)
    assert "来访者当地 伦敦 08:00" in said(screen.pane)
    office.qtbot.keyClick(find(screen, QLineEdit, "时间"), Qt.Key.Key_Return)
    office.qtbot.waitUntil(lambda: screen.bar.period.text() == "2026年5月18日至24日")
    office.idle()
    (one,) = all_of(office)
    assert (one.case_id, one.starts_at, one.minutes, one.place) == (
        case.id, datetime(2026, 5, 20, 7, tzinfo=UTC), 80, NASTY,
    )  # fmt: skip
    assert titles(screen) == ["禾木"]
    assert "存好了" in screen.toaster.current().accessibleName()


@pytest.mark.clause("082")
@pytest.mark.parametrize(
    ("word", "more", "rule"),
    [
        ("每周", {}, Rule(weekdays=(2,))),
        ("每两周", {"count": "6"}, Rule(interval=2, weekdays=(2,), count=6)),
        ("每月", {}, "第二个周三"),
        ("自定", {}, Rule(interval=3, weekdays=(0, 2))),
    ],
)
def test_it_can_come_again(office, find, word, more, rule):
    office.case()
    screen = show(office)
    click(office, screen, "新预约")
    office.qtbot.waitUntil(screen.pane.writing)
    write(screen, find, case="禾木", when="5月13日 10:00")
    chip(office, screen, word)
    if word == "自定":
        chip(office, screen, "周一")
        chip(office, screen, "周三")
    write(screen, find, **more)
    click(office, screen, "存")
    office.idle()
    (series,) = office.do(lambda vault: vault.appointments.series_between(AT, AT + WEEK))
    if isinstance(rule, Rule):
        assert series.rule == rule
    assert series.starts_at == AT
    office.qtbot.waitUntil(lambda: titles(screen) == ["禾木"])
    choose(office, screen, "禾木")
    assert not isinstance(rule, str) or rule in said(screen.pane)


def test_a_series_can_keep_to_the_clients_clock(office, find):
    office.case()
    screen = show(office)
    click(office, screen, "新预约")
    office.qtbot.waitUntil(screen.pane.writing)
    write(screen, find, case="禾木", when="5月13日 06:00")  # still Tuesday in London
    chip(office, screen, "每周")
    chip(office, screen, "来访者的时钟")
    click(office, screen, "存")
    office.idle()
    (series,) = office.do(lambda vault: vault.appointments.series_between(AT - WEEK, AT + WEEK))
    assert (series.zone, series.rule) == ("Europe/London", Rule(weekdays=(1,)))
    assert series.starts_at == datetime(2026, 5, 12, 22, tzinfo=UTC)
    office.qtbot.waitUntil(lambda: titles(screen) == ["禾木"])
    choose(office, screen, "禾木")
    assert "您这里改为 07:00" in said(screen.pane)


def test_what_is_missing_or_cannot_be_read_is_said_in_place(office, find):
    office.case()
    screen = show(office)
    click(office, screen, "新预约")
    office.qtbot.waitUntil(screen.pane.writing)
    write(screen, find, case="没有的")
    click(office, screen, "存")
    assert "请从列表里选一个个案" in said(screen.pane)
    write(screen, find, case="禾木", when="改天再说")
    click(office, screen, "存")
    assert "没有读懂这个时间" in said(screen.pane)
    write(screen, find, when="明天 10:00", minutes="0")
    click(office, screen, "存")
    assert "请写 1 到 1440 之间的一个数。" in said(screen.pane)
    assert find(screen, QLineEdit, "时间").text() == "明天 10:00"
    assert all_of(office) == []
    write(screen, find, minutes="50")
    click(office, screen, "存")
    office.idle()
    assert len(all_of(office)) == 1


def test_the_case_is_offered_by_name_and_code(office, find):
    office.case()
    office.case("H-018", Profile(name="禾苗"))
    screen = show(office)
    click(office, screen, "新预约")
    office.qtbot.waitUntil(screen.pane.writing)
    completer = find(screen, QLineEdit, "个案").completer()
    assert isinstance(completer, QCompleter)
    assert screen.pane.form._names.stringList() == ["禾苗  H-018", "禾木  H-017"]
    for typed, code in (
        ("H-017", "H-017"),
        ("禾苗", "H-018"),
        ("018", "H-018"),
        ("禾木  H-017", "H-017"),
        ("hemiao", "H-018"),
        ("HMU", ""),
        ("hemu", "H-017"),
    ):
        write(screen, find, case=typed)
        chosen = screen.pane.form.person()
        assert (chosen.code if chosen else "") == code
    for typed, offered in (
        ("hm", ["禾苗  H-018", "禾木  H-017"]),
        ("hemu", ["禾木  H-017"]),
        ("苗", ["禾苗  H-018"]),
    ):
        completer.setCompletionPrefix(typed)
        found = completer.completionModel()
        assert [found.index(at, 0).data() for at in range(found.rowCount())] == offered
        assert completer.currentCompletion() == offered[0]
    for typed in ("禾", "H-01", "", " "):
        write(screen, find, case=typed)
        assert screen.pane.form.person() is None


def test_a_time_that_is_taken_is_told_while_one_writes(office, find):
    office.case()
    other = office.case("M-01", Profile())
    book(office, other)
    screen = show(office)
    click(office, screen, "新预约")
    office.qtbot.waitUntil(screen.pane.writing)
    write(screen, find, case="禾木", when="5月13日 10:30")
    office.qtbot.waitUntil(lambda: "与 M-01 10:00 的预约重叠" in said(screen.pane))
    write(screen, find, when="5月13日 10:50")
    office.qtbot.waitUntil(lambda: "重叠" not in said(screen.pane))
    write(screen, find, when="5月13日 10:30")
    click(office, screen, "存")
    office.qtbot.waitUntil(lambda: len(screen.grid.blocks) == 2)
    assert all(one.conflict for one in screen.grid.blocks)
    choose(office, screen, "禾木")
    assert "与 M-01 10:00 的预约重叠" in said(screen.pane)


@pytest.mark.clause("082")
def test_it_is_carried_with_the_mouse_and_put_back(office):
    which = book(office, office.case(), rule=Rule())
    screen = show(office)
    grid = screen.grid
    down = QPoint(round(grid.x_of(1) - grid.x_of(0)), 2 * look.px(HOUR_HIGH))
    drag(office, screen, "禾木", point(screen, "禾木") + down)
    one = stored(office, which)
    assert (one.starts_at, one.state, one.moves) == (
        AT + timedelta(days=1, hours=2), AppointmentState.MOVED, 1,
    )  # fmt: skip
    toast = screen.toaster.current()
    assert "移到 5月14日 周四 12:00" in toast.accessibleName()
    assert "改期" in said(screen.pane)
    click(office, toast, "撤销")
    office.idle()
    one = stored(office, which)
    assert (one.starts_at, one.moves, one.state) == (AT, 0, AppointmentState.BOOKED)
    assert office.do(lambda vault: vault.appointments.moves_of_case(one.case_id)) == []


@pytest.mark.parametrize("hand", ["mouse", "keys"])
def test_one_of_a_series_stays_chosen_when_it_is_moved_and_when_it_is_put_back(office, hand):
    book(office, office.case(), rule=Rule())
    screen = show(office)
    choose(office, screen, "禾木")
    if hand == "mouse":
        drag(office, screen, "禾木", point(screen, "禾木") + QPoint(0, 2 * look.px(HOUR_HIGH)))
    else:
        press(office, screen, *[Qt.Key.Key_Down] * 4, modifier=Qt.KeyboardModifier.ShiftModifier)
        press(office, screen, Qt.Key.Key_Return)
    office.qtbot.waitUntil(lambda: "这一次改过 1 次" in said(screen.pane))
    assert screen.pane.reading()
    assert screen.grid.picked is block(screen, "禾木")
    assert buttons(screen.pane, "以后都改到这时")
    assert "12:00–12:50" in said(screen.pane)
    press(office, screen, Qt.Key.Key_Return)
    assert not screen.pane.writing()
    click(office, screen.toaster.current(), "撤销")
    office.qtbot.waitUntil(lambda: "10:00–10:50" in said(screen.pane))
    assert screen.pane.reading()
    assert not buttons(screen.pane, "以后都改到这时")
    assert screen.grid.picked is block(screen, "禾木")


@pytest.mark.parametrize("word", ["取消这一次", "没有来", "取消这次和以后"])
def test_one_of_a_series_stays_chosen_when_it_is_settled(office, word):
    book(office, office.case(), rule=Rule())
    office.clock.time = AT
    screen = show(office)
    choose(office, screen, "禾木")
    click(office, screen.pane, word)
    office.qtbot.waitUntil(lambda: bool(buttons(screen.pane, "恢复为已约")))
    assert screen.pane.reading()
    assert screen.grid.picked is block(screen, "禾木")


def test_a_shaking_hand_or_esc_moves_nothing(office):
    which = book(office, office.case())
    screen = show(office)
    grid, start = screen.grid, point(screen, "禾木")
    drag(office, screen, "禾木", start + QPoint(2, 3))
    assert stored(office, which).moves == 0
    office.qtbot.mousePress(grid, Qt.MouseButton.LeftButton, pos=start)
    office.qtbot.mouseMove(grid, start + QPoint(0, 120))
    assert grid.carried is not None
    office.qtbot.keyClick(grid, Qt.Key.Key_Escape)
    office.qtbot.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=start + QPoint(0, 120))
    office.idle()
    assert stored(office, which).moves == 0


def test_what_is_settled_cannot_be_carried(office):
    which = book(office, office.case())
    office.do(lambda vault: appointments.cancel(vault, office.clock, which))
    screen = show(office)
    drag(office, screen, "禾木", point(screen, "禾木") + QPoint(0, 120))
    assert stored(office, which).starts_at == AT
    choose(office, screen, "禾木")
    click(office, screen, "恢复为已约")
    office.idle()
    assert stored(office, which).state is AppointmentState.BOOKED


def test_it_is_carried_with_the_keyboard(office):
    which = book(office, office.case())
    screen = show(office)
    screen.grid.setFocus()
    screen.grid.point(datetime(2026, 5, 13, 10))  # noqa: DTZ001 - wall time
    shift = Qt.KeyboardModifier.ShiftModifier
    press(office, screen, Qt.Key.Key_Right, Qt.Key.Key_Down, modifier=shift)
    assert screen.grid.ghost == datetime(2026, 5, 14, 10, 30)  # noqa: DTZ001
    press(office, screen, Qt.Key.Key_Escape)
    assert stored(office, which).moves == 0
    press(office, screen, Qt.Key.Key_Down, modifier=shift)
    press(office, screen, Qt.Key.Key_Return)
    assert stored(office, which).starts_at == AT + HOUR / 2


@pytest.mark.parametrize("hour", [0, 9, 14, 23])
@pytest.mark.parametrize("high", [560, 640, 800])
def test_the_figure_of_the_first_hour_in_sight_is_whole(office, hour, high):
    screen = show(office, ToCalendar("week"))
    screen.resize(1280, high)
    bar = screen.grid.parentWidget().parentWidget().verticalScrollBar()
    office.qtbot.waitUntil(lambda: bar.maximum() > 0)
    week = screen.findChildren(WeekView)[0]
    week.show_hour(datetime(2026, 5, 13, hour))  # noqa: DTZ001 - wall time
    office.qtbot.waitUntil(lambda: week._goal is None)
    figure = look.px(16) // 2  # what stands above and below its line
    above = bar.value() % look.px(HOUR_HIGH)
    assert bar.value() == 0 or figure <= look.px(HOUR_HIGH) - above <= look.px(HOUR_HIGH) - figure
    assert bar.value() <= hour * look.px(HOUR_HIGH) < bar.value() + bar.pageStep()


def test_tab_after_a_move_leaves_the_hours_where_they_are(office):
    book(office, office.case())
    screen = show(office, ToCalendar("week"))
    screen.resize(1280, 560)
    screen.grid.setFocus()
    screen.grid.point(datetime(2026, 5, 13, 19))  # noqa: DTZ001 - wall time
    press(office, screen, Qt.Key.Key_Down)
    port = screen.grid.parentWidget()
    bar = port.parentWidget().verticalScrollBar()
    office.qtbot.waitUntil(lambda: bar.value() > 0)
    before = bar.value()
    office.qtbot.keyClick(screen.grid, Qt.Key.Key_Tab)
    assert not screen.grid.hasFocus()
    assert bar.value() == before


def test_what_can_be_done_with_one_of_a_series_is_equally_wide_or_has_a_line(office):
    book(office, office.case(), rule=Rule())
    screen = show(office)
    choose(office, screen, "禾木")
    shown = [button(screen.pane, one) for one in ("改预约", "取消这一次", "取消这次和以后")]
    lines = {}
    for one in shown:
        lines.setdefault(one.y(), []).append(one)
    room = shown[0].parentWidget().width()
    for line in lines.values():
        if len(line) == 1:
            assert line[0].width() == room
        else:
            assert len({one.width() for one in line}) == 1


@pytest.mark.parametrize("view", ["day", "week", "month"])
def test_enter_on_arrival_opens_what_the_cursor_lies_on(office, view):
    book(office, office.case(), at=NOW + timedelta(minutes=13))  # 15:10, the cursor stands at 15:00
    screen = show(office, ToCalendar(view))
    office.idle()
    assert screen.grid.picked == block(screen, "禾木")
    screen.grid.setFocus()
    press(office, screen, Qt.Key.Key_Return)
    if view == "month":  # its day is opened first
        assert screen.view == "day"
        press(office, screen, Qt.Key.Key_Return)
    office.qtbot.waitUntil(lambda: button(screen.pane, "写记录").hasFocus())
    assert not screen.pane.writing()


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_T])
def test_a_page_that_was_turned_to_chooses_what_the_cursor_lies_on(office, key):
    later = NOW - timedelta(minutes=57) + (WEEK if key == Qt.Key.Key_PageDown else 0 * WEEK)
    book(office, office.case(), at=later)
    screen = show(office)
    screen.grid.setFocus()
    screen.grid.point(datetime(2026, 5, 12, 14))  # noqa: DTZ001
    if key == Qt.Key.Key_T:
        press(office, screen, Qt.Key.Key_PageUp)
        assert screen.grid.picked is None
    press(office, screen, key)
    assert screen.grid.picked == block(screen, "禾木")


def test_a_new_one_that_was_asked_for_is_new_though_the_cursor_lies_on_another(office, find):
    book(office, office.case(), at=NOW + timedelta(minutes=3))  # 15:00, where the cursor arrives
    other = office.case("H-018", Profile(name="河边的风"))
    screen = show(office, ToCalendar(case_id=other.id))
    office.qtbot.waitUntil(screen.pane.writing)
    write(screen, find, when="周六 9:00")
    click(office, screen, "存")
    office.qtbot.waitUntil(lambda: len(titles(screen)) == 2)


def test_n_right_behind_an_arrow_books_a_new_one_and_moves_none(office, find):
    which = book(office, office.case())
    screen = show(office)
    screen.grid.setFocus()
    screen.grid.point(datetime(2026, 5, 12, 10))  # noqa: DTZ001
    for key in (Qt.Key.Key_Right, Qt.Key.Key_N):  # the second before the first was answered
        office.qtbot.keyClick(screen.grid, key)
    office.qtbot.waitUntil(screen.pane.writing)
    write(screen, find, case="h-017", when="周六 9:00")
    click(office, screen, "存")
    office.qtbot.waitUntil(lambda: len(titles(screen)) == 2)
    assert stored(office, which).starts_at == AT


@pytest.mark.parametrize("view", ["day", "week", "month"])
def test_the_page_follows_what_is_carried_with_the_keyboard(office, view):
    which = book(office, office.case())
    screen = show(office, ToCalendar(view, "2026-05-13", which=which))
    grid, shift = screen.grid, Qt.KeyboardModifier.ShiftModifier
    grid.setFocus()
    office.idle()
    press(office, screen, *[Qt.Key.Key_Right] * 40, modifier=shift)
    there = datetime(2026, 6, 22, 10)  # noqa: DTZ001 - wall time
    assert grid.ghost == there
    assert there.date() in grid.days
    assert screen.day == there.date()
    press(office, screen, Qt.Key.Key_PageUp)
    assert grid.ghost == there - WEEK
    assert grid.ghost.date() in grid.days
    press(office, screen, Qt.Key.Key_Return)
    assert stored(office, which).starts_at == AT + timedelta(days=33)
    assert grid.picked == block(screen, "禾木")


def test_what_was_carried_to_another_week_is_taken_back_with_esc(office):
    which = book(office, office.case())
    screen = show(office, ToCalendar("week", "2026-05-13", which=which))
    grid = screen.grid
    grid.setFocus()
    press(office, screen, Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.ShiftModifier)
    press(office, screen, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    assert screen.bar.period.text() == "2026年5月25日至31日"
    assert screen.pane.reading(), "whose it is stays in sight"
    press(office, screen, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)
    assert grid.carried is block(screen, "禾木")
    assert not grid.clashes()
    press(office, screen, Qt.Key.Key_PageDown)
    press(office, screen, Qt.Key.Key_Escape)
    assert screen.bar.period.text() == "2026年5月11日至17日"
    assert (grid.carried, grid.picked) == (None, block(screen, "禾木"))
    office.qtbot.waitUntil(screen.pane.reading)
    assert stored(office, which).moves == 0


def test_what_is_carried_through_the_day_stays_in_sight(office):
    book(office, office.case())
    screen = show(office, ToCalendar("week", "2026-05-13"))
    grid = screen.grid
    grid.setFocus()
    grid.point(datetime(2026, 5, 13, 10))  # noqa: DTZ001
    for key, hour in ((Qt.Key.Key_Down, 23), (Qt.Key.Key_Up, 1)):
        while grid.ghost is None or grid.ghost.hour != hour:
            press(office, screen, key, modifier=Qt.KeyboardModifier.ShiftModifier)
        port = grid.parentWidget()
        top = grid.mapTo(port, QPoint(0, round(look.px(HOUR_HIGH) * hour))).y()
        assert 0 <= top < port.height() - look.px(HOUR_HIGH) * 5 // 6


def test_the_keys_of_the_calendar(office):
    book(office, office.case())
    screen = show(office)
    grid = screen.grid
    grid.setFocus()
    grid.point(datetime(2026, 5, 12, 10))  # noqa: DTZ001
    assert "没有预约" in grid.accessibleDescription()
    press(office, screen, Qt.Key.Key_Right)
    assert "5月13日 周三 10:00 禾木，10:00–10:50，伦敦 03:00，已约" in grid.accessibleDescription()
    press(office, screen, Qt.Key.Key_Return)
    office.qtbot.waitUntil(lambda: button(screen.pane, "改预约").hasFocus())
    office.qtbot.keyClick(button(screen.pane, "改预约"), Qt.Key.Key_Escape)
    assert grid.hasFocus()
    press(office, screen, Qt.Key.Key_Up, Qt.Key.Key_Home)
    assert grid.spot == datetime(2026, 5, 11, 9, 30)  # noqa: DTZ001
    press(office, screen, Qt.Key.Key_Left)
    assert screen.bar.period.text() == "2026年5月4日至10日"
    assert grid.spot.date() == date(2026, 5, 10)
    press(office, screen, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    assert screen.bar.period.text() == "2026年5月18日至24日"
    press(office, screen, Qt.Key.Key_End)
    assert grid.spot.date() == date(2026, 5, 24)
    press(office, screen, Qt.Key.Key_T)
    assert (screen.bar.period.text(), grid.spot.date()) == (
        "2026年5月11日至17日",
        date(2026, 5, 12),
    )
    press(office, screen, Qt.Key.Key_PageUp)
    assert screen.bar.period.text() == "2026年5月4日至10日"
    press(office, screen, Qt.Key.Key_D)
    assert screen.bar.period.text() == "2026年5月5日 周二"
    press(office, screen, Qt.Key.Key_M)
    assert screen.bar.period.text() == "2026年5月"
    assert screen.month.hasFocus()
    press(office, screen, Qt.Key.Key_PageDown)
    assert screen.bar.period.text() == "2026年6月"
    press(office, screen, Qt.Key.Key_PageUp, Qt.Key.Key_W)
    assert screen.bar.period.text() == "2026年4月27日至5月3日"
    press(office, screen, Qt.Key.Key_Return)
    office.qtbot.waitUntil(screen.pane.writing)


def test_a_month_opens_its_days_and_takes_a_carried_one(office):
    which = book(office, office.case())
    for minutes in range(6):
        book(office, office.case(f"M-{minutes}", Profile()), AT + 2 * HOUR + minutes * HOUR)
    screen = show(office, ToCalendar("month", "2026-05-12"))
    assert len(screen.grid.blocks) == 7
    drag(office, screen, "禾木", screen.month.cell(20).center().toPoint())
    assert stored(office, which).starts_at == AT + timedelta(days=4)
    office.qtbot.waitUntil(lambda: block(screen, "禾木").begin.day == 17)
    office.qtbot.mouseDClick(screen.month, Qt.MouseButton.LeftButton, pos=point(screen, "禾木"))
    office.qtbot.waitUntil(lambda: screen.bar.period.text() == "2026年5月17日 周日")
    part = the_one(
        lambda: [
            one for one in screen.bar.views.findChildren(QAbstractButton) if one.text() == "月"
        ]
    )
    office.qtbot.mouseClick(part, Qt.MouseButton.LeftButton)
    office.idle()
    screen.month.point(datetime(2026, 5, 12, 9))  # noqa: DTZ001
    screen.month.setFocus()
    press(office, screen, Qt.Key.Key_Down, Qt.Key.Key_Left)
    assert screen.month.spot.date() == date(2026, 5, 18)
    office.qtbot.mouseDClick(
        screen.month, Qt.MouseButton.LeftButton, pos=screen.month.cell(30).center().toPoint()
    )
    office.qtbot.waitUntil(screen.pane.writing)


@pytest.mark.clause("082")
def test_the_third_change_is_spoken_of(office):
    which = book(office, office.case(), rule=Rule())
    screen = show(office)
    for hours in (1, 2):
        office.do(
            lambda vault, to=AT + hours * HOUR: appointments.move(
                vault, office.clock, which, to, 50
            )
        )
    screen.reload(Changes.of(Noun.APPOINTMENTS))
    office.idle()
    choose(office, screen, "禾木")
    assert "这一次改过 2 次\n这个个案共改过 2 次，其中近三个月 2 次" in said(screen.pane)
    assert "5月20日" not in said(screen.pane)  # this one was moved; the series was not
    assert "改了 3 次" not in said(screen.pane)
    office.do(lambda vault: appointments.move(vault, office.clock, which, AT + 3 * HOUR, 50))
    screen.reload(Changes.of(Noun.APPOINTMENTS))
    office.qtbot.waitUntil(lambda: "近三个月改了 3 次时间" in said(screen.pane))
    assert "问6(2)" in said(screen.pane)
    click(office, screen, "以后都改到这时")
    office.idle()
    assert [one.starts_at for one in all_of(office)][:2] == [AT + 3 * HOUR, AT + WEEK + 3 * HOUR]


def test_one_or_all_later_ones_are_changed(office, find):
    book(office, office.case(), rule=Rule())
    screen = show(office, ToCalendar("week", "2026-05-20"))
    choose(office, screen, "禾木")
    click(office, screen, "改预约")
    assert find(screen, QLineEdit, "个案").isReadOnly()
    write(screen, find, when="5月21日 11:00")
    chip(office, screen, "这次和以后")
    click(office, screen, "存")
    office.idle()
    starts = [one.starts_at for one in all_of(office)]
    assert starts[:3] == [
        AT,
        AT + WEEK + timedelta(days=1, hours=1),
        AT + 2 * WEEK + timedelta(days=1, hours=1),
    ]
    office.qtbot.waitUntil(lambda: titles(screen) == ["禾木"])
    choose(office, screen, "禾木")
    click(office, screen, "改预约")
    write(screen, find, place="工作室")
    chip(office, screen, "面询")
    click(office, screen, "存")
    office.idle()
    assert [(one.place, one.mode) for one in all_of(office)][:3] == [
        ("", ServiceMode.ONLINE), ("工作室", ServiceMode.FACE_TO_FACE), ("", ServiceMode.ONLINE),
    ]  # fmt: skip


def test_the_form_is_left_with_esc_and_changes_nothing(office, find):
    which = book(office, office.case())
    screen = show(office)
    choose(office, screen, "禾木")
    click(office, screen, "改预约")
    write(screen, find, when="5月14日 10:00")
    office.qtbot.keyClick(find(screen, QLineEdit, "时间"), Qt.Key.Key_Escape)
    office.qtbot.waitUntil(screen.pane.reading)
    assert screen.grid.hasFocus()
    assert stored(office, which).starts_at == AT


@pytest.mark.parametrize(
    ("word", "state"),
    [("没有来", AppointmentState.MISSED), ("取消预约", AppointmentState.CANCELLED)],
)
def test_what_became_of_it_is_noted_and_taken_back(office, word, state):
    which = book(office, office.case())
    office.clock.time = AT
    screen = show(office)
    choose(office, screen, "禾木")
    button(screen.pane, word).setFocus()
    office.qtbot.keyClick(button(screen.pane, word), Qt.Key.Key_Return)
    office.idle()
    assert stored(office, which).state is state
    office.qtbot.waitUntil(lambda: bool(buttons(screen.pane, "恢复为已约")))
    assert button(screen.pane, "恢复为已约").hasFocus()
    click(office, screen.toaster.current(), "撤销")
    office.idle()
    assert stored(office, which).state is AppointmentState.BOOKED


def test_a_series_ends_here(office):
    book(office, office.case(), rule=Rule())
    screen = show(office)
    choose(office, screen, "禾木")
    click(office, screen, "取消这次和以后")
    office.idle()
    assert [one.state for one in all_of(office)] == [AppointmentState.CANCELLED]


@pytest.mark.clause("079")
def test_the_note_is_begun_from_the_appointment_and_found_there(office):
    case = office.case()
    which = book(office, case)
    office.clock.time = AT
    screen = show(office)
    choose(office, screen, "禾木")
    with office.qtbot.waitSignal(screen.wanted) as went:
        click(office, screen, "写记录")
    (goal,) = went.args
    assert isinstance(goal, ToNote)
    one = stored(office, which)
    note = office.do(lambda vault: vault.notes.get(goal.note_id))
    assert (one.state, one.session_id) == (AppointmentState.HELD, note.session_id)
    office.qtbot.waitUntil(lambda: bool(buttons(screen.pane, "打开记录")))
    with office.qtbot.waitSignal(screen.wanted) as went:
        click(office, screen, "打开记录")
    assert went.args == [ToNote(goal.note_id)]
    with office.qtbot.waitSignal(screen.wanted) as went:
        click(office, screen, "打开个案")
    assert went.args == [ToCases(case.id)]


@pytest.mark.clause("079")
def test_a_session_without_an_appointment_is_marked(office):
    case = office.case()
    note = office.note(case, starts_at=AT + 3 * HOUR)
    screen = show(office)
    found = block(screen, "禾木")
    assert (found.state, found.loose, found.which) == ("无预约", True, None)
    went = []
    screen.wanted.connect(went.append)
    office.qtbot.mouseClick(screen.grid, Qt.MouseButton.LeftButton, pos=point(screen, "禾木"))
    office.qtbot.waitUntil(lambda: "无预约" in said(screen.pane))
    for word in ("禾木", "H-017", "2026年5月13日 周三", "13:00", "没有对应的预约"):
        assert word in said(screen.pane)
    assert "还没有选预约" not in said(screen.pane)
    click(office, screen.pane, "打开记录")
    click(office, screen.pane, "打开个案")
    assert went == [ToNote(note.id), ToCases(case.id)]
    screen.reload(Changes.of(Noun.NOTES))
    office.idle()
    assert "无预约" in said(screen.pane)  # it stays chosen
    screen.grid.setFocus()
    press(office, screen, Qt.Key.Key_Return)
    assert went[2:] == [ToNote(note.id)]
    office.qtbot.mouseDClick(screen.grid, Qt.MouseButton.LeftButton, pos=point(screen, "禾木"))
    office.idle()
    assert went[3:] == [ToNote(note.id)]
    assert not screen.pane.writing()
    press(office, screen, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert "还没有选预约" in said(screen.pane)


def test_a_session_of_a_locked_case_leads_to_its_case(office):
    case = office.case()
    office.note(case, starts_at=AT + 3 * HOUR)
    screen = show(office)

    def lock(vault):
        case_locks.set_password(vault, office.clock, case.id, WORD, recovery=False)
        case_locks.shut(vault, office.clock, case.id)

    office.do(lock)
    screen.reload(Changes.of(Noun.CASES))
    office.idle()
    (found,) = screen.grid.blocks
    area = screen.grid.area_of(found).center().toPoint()
    office.qtbot.mouseClick(screen.grid, Qt.MouseButton.LeftButton, pos=area)
    office.qtbot.waitUntil(lambda: "无预约" in said(screen.pane))
    assert "禾木" not in said(screen.pane)
    assert not buttons(screen.pane, "打开记录")
    went = []
    screen.wanted.connect(went.append)
    press(office, screen, Qt.Key.Key_Return)
    assert went == []
    office.qtbot.waitUntil(button(screen.pane, "打开个案").hasFocus)
    office.qtbot.keyClick(button(screen.pane, "打开个案"), Qt.Key.Key_Space)
    assert went == [ToCases(case.id)]


def test_a_full_disk_is_said_and_nothing_is_lost(office, find, monkeypatch):
    office.case()
    screen = show(office)
    click(office, screen, "新预约")
    office.qtbot.waitUntil(screen.pane.writing)
    write(screen, find, case="禾木", when="5月13日 10:00")

    def full(*_args, **_more):
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(appointments, "book", full)
        click(office, screen, "存")
        office.qtbot.waitUntil(lambda: "磁盘满了" in said(screen.pane))
    assert find(screen, QLineEdit, "时间").text() == "5月13日 10:00"
    click(office, screen, "存")
    office.idle()
    assert len(all_of(office)) == 1
    office.qtbot.waitUntil(lambda: titles(screen) == ["禾木"])
    with monkeypatch.context() as patch:
        patch.setattr(appointments, "move", full)
        drag(office, screen, "禾木", point(screen, "禾木") + QPoint(0, 120))
        office.qtbot.waitUntil(lambda: bool(screen.findChildren(Banner)))
    office.idle()
    assert "磁盘满了" in said(screen)
    assert block(screen, "禾木").begin.hour == 10


def test_a_half_written_one_is_there_again(office, find):
    case = office.case()
    screen = show(office, ToCalendar(case_id=case.id))
    office.qtbot.waitUntil(screen.pane.writing)
    write(screen, find, when="5月20日 15:00", place=NASTY)
    screen.leave()
    office.idle()
    here = screen.here()
    assert here.case_id == case.id
    again = show(office, here)
    office.qtbot.waitUntil(again.pane.writing)
    assert find(again, QLineEdit, "时间").text() == "5月20日 15:00"
    assert find(again, QLineEdit, "地点或会议号").text() == NASTY
    click(office, again, "不约了")
    office.idle()
    assert office.do(lambda vault: vault.cases.draft(case.id, "appointment")) == {}


RULE = Rule(Every.WEEK, 1, (2,))


@pytest.mark.promise(1)
@pytest.mark.parametrize("rule", [None, RULE])
def test_a_half_written_change_is_there_again_after_a_lock(office, find, rule):
    which = book(office, office.case(), rule=rule)
    screen = show(office)
    choose(office, screen, "禾木")
    click(office, screen, "改预约")
    write(screen, find, when="5月20日 15:00", place=NASTY, minutes="80")
    chip(office, screen, "面询")
    if rule:
        chip(office, screen, "这次和以后")
    screen.leave()
    office.idle()
    assert not screen.unsaved()
    here = screen.here()
    # What a lock keeps of the place: view, day and case.
    again = show(office, ToCalendar(here.view, here.day, here.case_id))
    office.qtbot.waitUntil(again.pane.writing)
    assert find(again, QLineEdit, "时间").text() == "5月20日 15:00"
    assert find(again, QLineEdit, "地点或会议号").text() == NASTY
    click(office, again, "存")
    office.idle()
    assert office.do(lambda vault: vault.cases.draft(here.case_id, "appointment change")) == {}
    new = datetime(2026, 5, 20, 7, tzinfo=UTC)
    kept = next(one for one in all_of(office) if one.starts_at == new)
    assert (kept.place, kept.minutes, kept.mode) == (NASTY, 80, ServiceMode.FACE_TO_FACE)
    if rule:
        assert all_of(office)[1].starts_at == new + WEEK
    else:
        assert stored(office, which).starts_at == new


def test_a_change_that_is_put_away_or_never_begun_is_not_kept(office, find):
    case = office.case()
    book(office, case)
    screen = show(office)
    choose(office, screen, "禾木")
    click(office, screen, "改预约")
    screen.leave()
    office.idle()
    kept = partial(office.do, lambda vault: vault.cases.draft(case.id, "appointment change"))
    assert kept() == {}
    write(screen, find, place="工作室")
    office.qtbot.waitUntil(lambda: kept() != {})  # by itself, without leaving
    click(office, screen, "不改了")
    office.idle()
    assert kept() == {}
    click(office, screen, "改预约")
    assert find(screen, QLineEdit, "地点或会议号").text() == ""


@pytest.mark.promise(1)
def test_the_rule_of_a_half_written_one_is_there_again(office, find):
    case = office.case()
    screen = show(office, ToCalendar(case_id=case.id))
    office.qtbot.waitUntil(screen.pane.writing)
    write(screen, find, when="5月20日 15:00")
    chip(office, screen, "每周")
    write(screen, find, count="4")
    chip(office, screen, "面询")
    screen.leave()
    office.idle()
    again = show(office, screen.here())
    office.qtbot.waitUntil(again.pane.writing)
    click(office, again, "存")
    office.idle()
    assert len(all_of(office)) == 4
    assert all_of(office)[0].mode is ServiceMode.FACE_TO_FACE


@pytest.mark.promise(3)
@pytest.mark.promise(4)
@pytest.mark.parametrize("word", ["新预约", "改预约"])
def test_a_full_disk_at_leaving_keeps_the_page_until_its_words_are_kept(
    office, find, monkeypatch, word
):
    case = office.case()
    book(office, case)
    screen = show(office)
    if word == "改预约":
        choose(office, screen, "禾木")
    click(office, screen, word)
    office.qtbot.waitUntil(screen.pane.writing)

    def full(*_args):
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(CaseRows, "keep_draft", full)
        if word == "新预约":
            write(screen, find, case="禾木")
        write(screen, find, place=NASTY)
        assert not screen.unsaved()
        screen.leave()
        assert screen.unsaved()
        office.idle()
        assert screen.unsaved()
    assert screen.drafts.retry.isActive()
    screen.drafts.retry.start(1)
    office.qtbot.waitUntil(lambda: not screen.unsaved())
    kind = "appointment" if word == "新预约" else "appointment change"
    assert office.do(lambda vault: vault.cases.draft(case.id, kind))["place"] == NASTY


@pytest.mark.promise(4)
def test_what_is_being_stored_keeps_the_page_and_is_a_draft_where_it_is_refused(
    office, find, monkeypatch
):
    case = office.case()
    screen = show(office, ToCalendar(case_id=case.id))
    office.qtbot.waitUntil(screen.pane.writing)
    write(screen, find, when="5月20日 15:00", place=NASTY)

    def full(*_args, **_more):
        raise DiskFull

    monkeypatch.setattr(appointments, "book", full)
    click(office, screen, "存")
    screen.leave()
    assert screen.unsaved()
    office.qtbot.waitUntil(lambda: not screen.unsaved())
    assert office.do(lambda vault: vault.cases.draft(case.id, "appointment"))["place"] == NASTY


def test_the_clock_moves_the_line_of_now(office):
    screen = show(office)
    assert screen.grid.now.hour == 14
    office.clock.time = NOW + HOUR
    screen.minute.timeout.emit()
    assert screen.grid.now.hour == 15


@pytest.mark.clause("142")
def test_the_week_and_the_events_go_out_by_code(office, tmp_path):
    book(office, office.case(), remark="秘密", place="秘密")
    office.tools = replace(
        office.tools, papers=make_tools(office.clock).papers, shelf=make_tools(office.clock).shelf
    )
    screen = show(office)
    menu = screen.leaving.offer(screen.bar.out, date(2026, 5, 11))
    assert [one.text() for one in menu.actions() if one.text()] == [
        "打印这一周（只有代号）", "打印这一周（带称呼）", "导出到别的日历（.ics，只有代号和时间）",
    ]  # fmt: skip
    menu.close()
    screen.leaving.write_events(tmp_path / "a.ics")
    office.qtbot.waitUntil((tmp_path / "a.ics").exists)
    office.idle()
    data = (tmp_path / "a.ics").read_text("utf-8")
    assert "SUMMARY:H-017" in data
    assert "禾木" not in data
    assert "秘密" not in data
    assert "导出了 1 个预约" in screen.toaster.current().accessibleName()
    screen.leaving.write_week(tmp_path / "a.pdf", date(2026, 5, 11), names=False)
    office.idle()
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    screen.leaving.write_events(tmp_path / "no" / "a.ics")
    office.idle()
    assert screen.findChildren(Banner)


def test_a_case_says_when_it_is_next_and_leads_there(office):
    case = office.case(profile=Profile(name="禾木", place=LONDON, counselor_place=HOME.place))
    screen = office.show(CasesScreen(office.office, case.id))
    with office.qtbot.waitSignal(screen.wanted) as went:
        click(office, screen, "约下次")
    assert went.args == [ToCalendar(case_id=case.id)]
    which = book(office, case)
    screen.reload(Changes.of(Noun.APPOINTMENTS))
    words = "下次 5月13日 周三 10:00，来访者当地 伦敦 03:00"
    office.qtbot.waitUntil(lambda: screen.sheet.head._next._words.accessibleName() == words)
    with office.qtbot.waitSignal(screen.wanted) as went:
        click(office, screen, "日程")
    assert went.args[0].which == which


def test_in_privacy_mode_a_case_names_no_place_beside_its_next_hour(office):
    case = office.case(profile=Profile(name="禾木", place=LONDON, counselor_place=HOME.place))
    book(office, case)
    privacy.switch(to=True)
    try:
        screen = office.show(CasesScreen(office.office, case.id))
        words = screen.sheet.head._next._words
        office.qtbot.waitUntil(lambda: words.accessibleName() == "下次 5月13日 周三 10:00")
    finally:
        privacy.switch(to=False)


@pytest.mark.clause("079")
def test_a_note_from_the_case_is_about_the_hour_that_was_agreed_on(office):
    case = office.case()
    which = book(office, case, NOW - timedelta(minutes=57))
    screen = office.show(CasesScreen(office.office, case.id))
    with office.qtbot.waitSignal(screen.wanted):
        click(office, screen, "写记录")
    one = stored(office, which)
    session = office.do(lambda vault: vault.sessions.get(one.session_id))
    assert (one.state, session.starts_at) == (AppointmentState.HELD, one.starts_at)


def test_with_very_large_letters_grid_and_pane_take_turns(office, qapp):
    style.apply(qapp, "light", scale=2)
    book(office, office.case())
    screen = show(office, width=1168)
    assert screen.width() == 1168
    assert not screen.pane.isVisible()
    screen.grid.setFocus()
    screen.grid.point(datetime(2026, 5, 13, 10))  # noqa: DTZ001
    office.idle()
    press(office, screen, Qt.Key.Key_Return)
    office.qtbot.waitUntil(lambda: bool(buttons(screen.pane, "改预约")))
    assert not screen.grid.isVisible()
    office.qtbot.keyClick(button(screen.pane, "改预约"), Qt.Key.Key_Escape)
    office.qtbot.waitUntil(screen.grid.hasFocus)
    press(office, screen, Qt.Key.Key_N)
    office.qtbot.waitUntil(screen.pane.form.isVisible)
    click(office, screen, "不约了")
    assert screen.grid.isVisible()


@pytest.mark.parametrize("view", ["week", "month"])
def test_with_very_large_letters_one_click_shows_what_is_chosen(office, qapp, view):
    style.apply(qapp, "light", scale=2)
    book(office, office.case())
    screen = show(office, ToCalendar(view, "2026-05-13"), width=1168)
    screen.resize(1168, 740)
    office.idle()
    spot = point(screen, "禾木")
    office.qtbot.mouseClick(screen.grid, Qt.MouseButton.LeftButton, pos=spot)
    assert screen.grid.picked == block(screen, "禾木")
    assert not screen.pane.isVisible(), "a second click would land on one of its buttons"
    office.qtbot.waitUntil(lambda: bool(buttons(screen.pane, "改预约")))
    office.qtbot.waitUntil(lambda: "伦敦 03:00" in said(screen.pane))
    assert not screen.grid.isVisible()
    click(office, screen, "回到日程表")
    assert screen.grid.isVisible()
    assert screen.grid.picked == block(screen, "禾木")


def test_with_very_large_letters_one_click_shows_a_session_without_an_appointment(office, qapp):
    style.apply(qapp, "light", scale=2)
    office.note(office.case(), starts_at=AT + 3 * HOUR)
    screen = show(office, width=1168)
    office.qtbot.mouseClick(screen.grid, Qt.MouseButton.LeftButton, pos=point(screen, "禾木"))
    office.qtbot.waitUntil(lambda: bool(buttons(screen.pane, "打开记录")))


def test_with_very_large_letters_a_double_click_in_a_month_opens_its_day(office, qapp):
    style.apply(qapp, "light", scale=2)
    book(office, office.case())
    screen = show(office, ToCalendar("month", "2026-05-13"), width=1168)
    spot = point(screen, "禾木")
    office.qtbot.mouseClick(screen.grid, Qt.MouseButton.LeftButton, pos=spot)
    assert screen.click.isActive()
    office.qtbot.mouseDClick(screen.grid, Qt.MouseButton.LeftButton, pos=spot)
    assert not screen.click.isActive()
    assert screen.view == "day"


@pytest.mark.clause("142")
def test_where_to_is_asked_and_leaves_no_name(office, tmp_path):
    book(office, office.case())
    made = make_tools(office.clock)
    office.tools = replace(office.tools, papers=made.papers, shelf=made.shelf)
    screen = show(office)
    for number, name in (
        (0, "week-2026-05-11.pdf"),
        (1, "week-2026-05-11.pdf"),
        (3, "calendar.ics"),
    ):
        menu = screen.leaving.offer(screen.bar.out, date(2026, 5, 11))
        menu.actions()[number].trigger()
        menu.close()
        dialog = the_one(
            lambda: [one for one in screen.findChildren(QFileDialog) if one.isVisible()]
        )
        assert dialog.selectedFiles()[0].endswith(name)
        dialog.fileSelected.emit(str(tmp_path / f"{number}-{name}"))
        dialog.close()
        office.idle()
        office.qtbot.waitUntil(lambda: not screen.findChildren(QFileDialog))
    assert len(list(tmp_path.iterdir())) == 4  # and the vault
    assert "禾木" not in "".join(one.name for one in tmp_path.iterdir())


def test_a_second_click_is_not_taken_before_the_answer(office):
    which = book(office, office.case())
    office.clock.time = AT
    screen = show(office)
    choose(office, screen, "禾木")
    found = button(screen.pane, "没有来")
    found.click()
    found.click()
    office.idle()
    assert stored(office, which).state is AppointmentState.MISSED
    assert not screen.findChildren(Banner)


def test_the_keys_are_told_with_f1(office):
    screen = show(office)
    told = screen.keys()
    assert [one.keys for one in told][:3] == ["N", "←↑↓→", "Enter"]
    assert all(one.does for one in told)


@pytest.mark.clause("081")
def test_one_that_is_agreed_on_is_made_weekly_and_taken_back(office, find):
    case = office.case()
    which = book(office, case)
    screen = show(office)
    choose(office, screen, "禾木")
    click(office, screen.pane, "改预约")
    office.qtbot.waitUntil(screen.pane.writing)
    chip(office, screen, "每周")
    assert "每周 周三，从 5月13日 周三 起" in said(screen.pane)
    click(office, screen.pane, "存")
    office.qtbot.waitUntil(lambda: "每周 周三" in said(screen.pane))
    office.idle()
    assert [one.starts_at for one in all_of(office)] == [AT + at * WEEK for at in range(5)]
    click(office, screen, "撤销")
    office.idle()
    assert [one.starts_at for one in all_of(office)] == [AT]
    assert stored(office, which).series_id is None


@pytest.mark.clause("081")
def test_a_series_goes_on_every_other_week_from_one_on(office, find):
    case = office.case()
    book(office, case, rule=Rule())
    screen = show(office)
    choose(office, screen, "禾木")
    click(office, screen.pane, "改预约")
    office.qtbot.waitUntil(screen.pane.writing)
    shown = [
        one.accessibleName() for one in screen.pane.findChildren(ChoiceChip) if one.isVisible()
    ]
    assert "每周" not in shown  # only this one is changed
    chip(office, screen, "这次和以后")
    found = [one for one in screen.pane.findChildren(ChoiceChip) if one.isVisible()]
    assert "每周" in [one.accessibleName() for one in found if one.isChecked()]
    assert "不重复" not in [one.accessibleName() for one in found]
    chip(office, screen, "每两周")
    click(office, screen.pane, "存")
    office.qtbot.waitUntil(lambda: not screen.pane.writing())
    office.idle()
    assert [one.starts_at for one in all_of(office)] == [AT, AT + 2 * WEEK, AT + 4 * WEEK]


def test_what_was_changed_in_the_form_can_be_taken_back(office, find):
    case = office.case()
    which = book(office, case, remark="带日记")
    screen = show(office)
    choose(office, screen, "禾木")
    click(office, screen.pane, "改预约")
    office.qtbot.waitUntil(screen.pane.writing)
    write(screen, find, when="周四 16:00", minutes="80", place="三号房")
    click(office, screen.pane, "存")
    office.qtbot.waitUntil(lambda: "三号房" in said(screen.pane))
    assert stored(office, which).moves == 1
    click(office, screen, "撤销")
    office.idle()
    one = stored(office, which)
    assert (one.starts_at, one.minutes, one.place, one.remark) == (AT, 50, "", "带日记")
    assert (one.moves, one.state) == (0, AppointmentState.BOOKED)


def test_minutes_that_are_no_number_are_said_at_their_field(office, find):
    case = office.case()
    screen = show(office)
    screen.grid.setFocus()
    press(office, screen, Qt.Key.Key_N)
    write(screen, find, case="h-017", when="周六 8:30", minutes="abc")
    chips = {one.accessibleName(): one for one in screen.pane.findChildren(ChoiceChip)}
    assert not chips["50"].isChecked()
    assert "请写 1 到 1440 之间的一个数。" in said(screen.pane)
    click(office, screen.pane, "存")
    office.idle()
    assert screen.pane.writing()
    assert find(screen, QLineEdit, "分钟").hasFocus()
    assert [one for one in screen.findChildren(Banner) if one.isVisible()] == []
    write(screen, find, minutes="80")
    assert "请写 1 到 1440 之间的一个数。" not in said(screen.pane)
    chip(office, screen, "自定")
    find(screen, QLineEdit, "每几周").setText("一")
    click(office, screen.pane, "存")
    office.idle()
    assert "请写 1 到 52 之间的一个数。" in said(screen.pane)
    assert all_of(office) == []
    assert case.code == "H-017"


def in_sight(screen, title):
    """Return how far down in the visible hours an appointment begins and ends, 0 to 1."""
    area = screen.grid.area_of(block(screen, title))
    port = screen.grid.parentWidget()
    top = screen.grid.mapTo(port, area.topLeft().toPoint()).y()
    return top / port.height(), (top + area.height()) / port.height()


@pytest.mark.parametrize("view", ["day", "week"])
@pytest.mark.parametrize(("hour", "low"), [(6, 1 / 3), (9, 1 / 3), (14, 1 / 3), (19, 0.8)])
def test_the_calendar_opens_with_now_high_up(office, view, hour, low):
    """In the evening midnight is the lower edge, so that now stands further down."""
    midnight = datetime(2026, 5, 11, 16, tzinfo=UTC)  # in Shanghai
    office.clock.time = midnight + timedelta(hours=hour, minutes=57)
    book(office, office.case(), at=office.clock.time - timedelta(minutes=7))
    screen = show(office, ToCalendar(view), width=1280)
    office.qtbot.waitUntil(lambda: 0 <= in_sight(screen, "禾木")[0] < low, timeout=5000)


def test_the_calendar_opens_with_the_one_that_was_asked_for(office):
    which = book(office, office.case(), at=datetime(2026, 5, 13, 5, tzinfo=UTC))  # 13:00
    screen = show(office, ToCalendar("week", "2026-05-13", which=which), width=1280)
    office.qtbot.waitUntil(lambda: 0 < in_sight(screen, "禾木")[0] < 1 / 3, timeout=5000)


@pytest.mark.parametrize("hour", ["6:00", "19:00", "22:30"])
def test_what_was_saved_is_in_sight(office, find, hour):
    office.case()
    screen = show(office, width=1280)
    screen.grid.setFocus()
    press(office, screen, Qt.Key.Key_N)
    write(screen, find, case="h-017", when=f"周六 {hour}")
    click(office, screen, "存")
    office.qtbot.waitUntil(lambda: titles(screen) == ["禾木"])
    office.idle()
    office.qtbot.waitUntil(lambda: min(in_sight(screen, "禾木")) >= 0)
    assert max(in_sight(screen, "禾木")) <= 1


def test_the_line_of_now_does_not_run_through_a_name(office):
    book(office, office.case(), at=NOW - timedelta(minutes=7))  # 14:50
    screen = show(office)
    grid = screen.grid

    def picture(now):
        grid.now = now
        grid.update()
        area = grid.area_of(block(screen, "禾木")).toRect().adjusted(2, 1, -2, -1)
        return grid.grab(area).toImage()

    assert picture(datetime(2026, 5, 12, 14, 58)) == picture(datetime(2026, 5, 12, 4))  # noqa: DTZ001


@pytest.mark.parametrize("view", ["day", "week"])
def test_the_cursor_hides_no_word_of_what_lies_under_it(office, view):
    """A click right below an appointment puts it there, and chooses nothing."""
    book(office, office.case(), at=NOW - timedelta(minutes=57) + HOUR)  # 15:00
    screen = show(office, ToCalendar(view))
    grid = screen.grid
    office.qtbot.waitUntil(lambda: 0 <= in_sight(screen, "禾木")[0] < 1)
    below = grid.area_of(block(screen, "禾木")).bottomLeft().toPoint() + QPoint(20, 4)
    office.qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=below)
    office.qtbot.waitUntil(grid.hasFocus)
    assert grid.spot == datetime(2026, 5, 12, 15, 30)  # noqa: DTZ001
    assert grid.picked is None

    def inside():
        area = grid.area_of(block(screen, "禾木")).toRect()
        return grid.grab(area.adjusted(6, 4, -6, -4)).toImage()

    def outline():
        return grid.grab(grid.area_of(block(screen, "禾木")).toRect()).toImage()

    with_cursor, edge = inside(), outline()
    grid.spot = datetime(2026, 5, 12, 18)  # noqa: DTZ001
    grid.update()
    assert inside() == with_cursor
    assert outline() != edge  # where it is can be seen


def test_two_at_one_time_keep_their_names_beside_the_pane(office):
    for code, name in (("H-017", "秋天的树"), ("H-018", "河边的风")):
        book(office, office.case(code, Profile(name=name)))
    screen = show(office, width=1224)  # 1280 without the folded rail
    choose(office, screen, "秋天的树")
    for title in ("秋天的树", "河边的风"):
        area = screen.grid.area_of(block(screen, title))
        assert area.width() < 84
        lines = broken(look.font(12, 500), title, area.width() - look.px(11), 3)
        assert "".join(lines) == title
    assert broken(look.font(12, 500), "Autumn Tree by the river", 60, 2)[-1].endswith("…")
    assert broken(look.font(12, 500), NASTY, 20, 9)


def test_a_time_that_has_a_note_leads_to_it_from_the_calendar(office):
    case = office.case()
    note = office.note(case, starts_at=NOW - timedelta(minutes=80))
    book(office, case, at=NOW)
    screen = show(office)
    for block_ in screen.grid.blocks:
        if block_.which is not None:
            screen.grid.point(block_.begin)
    office.qtbot.waitUntil(screen.pane.reading)
    went = []
    screen.wanted.connect(went.append)
    office.do(lambda vault: _longer(vault, note.id))
    click(office, screen, "写记录")
    office.qtbot.waitUntil(lambda: "这个时间已经有一篇记录。" in said(screen))
    assert went == []
    office.idle()
    assert button(screen, "写记录").isEnabled()
    click(office, screen, "打开那一篇")
    assert went == [ToNote(note.id)]


def _longer(vault, note_id):
    """Let the session of a note last until after the next appointment has begun."""
    session = vault.sessions.get(vault.notes.get(note_id).session_id)
    with vault.transaction():
        vault.sessions.change(session.id, session.starts_at, 90)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_buttons_of_an_appointment_are_of_one_height_and_two_widths(office, qapp, language):
    book(office, office.case(), at=NOW - timedelta(minutes=7), rule=Rule())
    translation.install(qapp, language)
    try:
        screen = show(office, width=1224)
        choose(office, screen, "禾木")
        shown = [one for one in screen.pane.facts.findChildren(Button) if one.isVisible()]
        acts = [one for one in shown if one.property("kind") != "link"]
        assert len(acts) == 5
        assert len({one.height() for one in acts}) == 1
        halves = {one.width() for one in acts}
        assert len(halves) <= 2
        assert all(one.width() >= one.sizeHint().width() for one in acts)
    finally:
        translation.install(qapp, "zh")

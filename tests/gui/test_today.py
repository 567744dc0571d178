"""The page of the day, used as a person does: what stands there, and where its buttons go."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.appointment import AppointmentState, Booking
from app.domain.audit import AuditKind
from app.domain.case import ServiceMode
from app.domain.case_form import CaseForm
from app.domain.client import Place, Profile
from app.domain.errors import DiskFull
from app.domain.practice import Practice
from app.domain.practice_profile import PracticeProfile
from app.domain.practice_record import Training, TrainingTopic
from app.domain.session import SessionTime
from app.services import appointments, case_forms, notes
from app.services.changes import Changes, Noun
from tests.gui.helpers import FULL, LONDON, NASTY, NOW, button, buttons, click, said
from ui import translation
from ui.look_around import FirstPage
from ui.names import as_written
from ui.page import ToCalendar, ToCaseForm, ToCases, ToNewCase, ToNote, ToToday, ToTrail
from ui.today import TodayScreen
from ui.today_rows import DayRowView, NextCard, NowLine
from ui.today_words import brief
from ui.widgets.button import Button

HOUR, DAY, SOON = timedelta(hours=1), timedelta(days=1), timedelta(minutes=10)
HOME = Practice(place=Place("上海", "Asia/Shanghai"), profile=PracticeProfile(supervisor="林老师"))


@pytest.fixture
def day(house):
    """A vault whose practice is in Shanghai, where it is 14:57 on Tuesday."""

    def work(vault):
        with vault.transaction():
            vault.settings.change_practice(HOME)
            for topic in (TrainingTopic.CRISIS, TrainingTopic.ONLINE):
                vault.practice.add(Training(topic, "培训", "2025-01-01", 8), NOW)

    house.do(work)
    return house


def book(house, case, at, **more):
    wanted = Booking(case.id, at, case.mode, 50, "Asia/Shanghai", **more)
    return house.do(lambda vault: appointments.book(vault, house.clock, wanted).which)


def show(house, width=1440):
    screen = TodayScreen(house.office)
    house.desk.changed.connect(screen.reload)
    screen.went = []
    screen.wanted.connect(screen.went.append)
    house.show(screen, width)
    house.qtbot.waitUntil(lambda: settled(screen))
    return screen


def settled(screen):
    """Return whether everything that was read stands on the screen."""
    kinds = (DayRowView, NextCard, Button)
    parts = [one for kind in kinds for one in screen.findChildren(kind)]
    whole = screen.first.action.isVisible() or bool(screen.title.text())
    nobody = screen.findChild(FirstPage)
    page = (one for one in parts if not nobody.isAncestorOf(one))
    return whole and (screen.first.isVisible() or all(one.isVisible() for one in page))


def rows(screen):
    return [one.accessibleName() for one in screen.findChildren(DayRowView)]


def test_a_new_practice_is_shown_its_first_step(day):
    screen = show(day)
    assert "您的一天会在这里" in said(screen)
    day.qtbot.waitUntil(button(screen, "新建第一个个案").hasFocus)
    day.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert screen.went == [ToNewCase()]
    day.do(lambda vault: case_forms.keep(vault, day.clock, CaseForm(code="新")))
    screen.reload(Changes.of(Noun.CASES))
    day.qtbot.waitUntil(lambda: bool(buttons(screen, "接着填第一个个案")))


def test_the_day_shows_who_when_on_both_sides_and_what_comes_next(day):
    case = day.case()
    other = day.case("M-01", Profile(name="赵"), ServiceMode.FACE_TO_FACE)
    book(day, other, NOW - 4 * HOUR)
    book(day, case, NOW + HOUR)
    book(day, case, NOW + 9 * HOUR)
    book(day, other, NOW + DAY)
    screen = show(day)
    text = said(screen)
    for words in ("5月12日 星期二", "今天 3 次咨询。下一次在 1 小时后。", "15:57", "16:47",
                  "来访者当地 08:57，伦敦", "网络 · 第 1 次", "还没有同意书", "身份已登记",
                  "所在地已登记", "紧急联系人已登记", "明天", "赵"):  # fmt: skip
        assert words in text, words
    assert rows(screen)[0] == "10:57–11:47, 赵, 面询, 还没有记结果"
    (line,) = screen.findChildren(NowLine)
    assert line.accessibleName() == "现在 14:57"
    assert "周二 已完成 0 次，还有 3 次" in screen.pills.accessibleName()


def test_a_session_that_is_on_is_not_told_as_done(day):
    case = day.case()
    book(day, case, NOW - HOUR / 4)
    day.do(
        lambda vault: notes.start(
            vault, day.clock, case.id, SessionTime(NOW - HOUR / 4), day.tools.note_templates["free"]
        )
    )
    screen = show(day)
    assert screen.brief.text() == "今天 1 次咨询。14:42 开始的这一次正在进行。"
    assert "1 次，已完成 0 次" in said(screen)


def test_the_line_of_now_moves_and_the_day_is_read_anew_when_something_begins(day):
    case = day.case()
    book(day, case, NOW + HOUR)
    screen = show(day)
    day.clock.time += timedelta(minutes=20)
    screen.look()
    assert not day.desk.waiting, "nothing began: the vault is left alone"
    (line,) = screen.findChildren(NowLine)
    assert (line.accessibleName(), "40 分钟后" in said(screen)) == ("现在 15:17", True)
    assert not buttons(screen, "写记录")
    day.clock.time += timedelta(minutes=26)
    screen.look()
    day.qtbot.waitUntil(lambda: bool(buttons(screen, "写记录")))
    day.clock.time += timedelta(minutes=19)
    screen.look()
    day.qtbot.waitUntil(lambda: "开始的这一次正在进行。" in said(screen))
    day.clock.time += DAY
    screen.look()
    day.qtbot.waitUntil(lambda: "今天没有咨询。" in said(screen))


@pytest.mark.clause("079")
def test_the_note_of_the_next_one_is_written_from_its_card_by_keyboard(day):
    case = day.case()
    book(day, case, NOW + SOON)
    screen = show(day)
    day.qtbot.waitUntil(button(screen, "写记录").hasFocus)
    day.qtbot.keyClick(
        QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    day.qtbot.waitUntil(lambda: bool(screen.went))
    (goal,) = screen.went
    note = day.do(lambda vault: vault.notes.get(goal.note_id))
    session = day.do(lambda vault: vault.sessions.get(note.session_id))
    assert (note.case_id, session.starts_at) == (case.id, NOW + SOON)
    kept = day.do(lambda vault: vault.appointments.of_case(case.id))
    assert [one.session_id for one in kept] == [session.id]


def test_long_before_its_hour_no_note_is_offered_that_would_mark_it_as_held(day):
    case = day.case()
    book(day, case, NOW + 3 * HOUR)
    screen = show(day)
    day.qtbot.waitUntil(button(screen, "打开个案").hasFocus)
    day.qtbot.keyClick(
        QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    assert screen.went == [ToCases(case.id)]
    kept = day.do(lambda vault: vault.appointments.of_case(case.id))
    assert [one.state for one in kept] == [AppointmentState.BOOKED]


def test_a_refusal_is_said_above_the_day_and_the_button_works_again(day, monkeypatch):
    book(day, day.case(), NOW + SOON)
    screen = show(day)

    def full(*_):
        raise DiskFull

    monkeypatch.setattr(notes, "start", full)
    click(day, screen, "写记录")
    day.qtbot.waitUntil(lambda: "磁盘" in said(screen))
    assert button(screen, "写记录").isEnabled()


@pytest.mark.clause("014")
@pytest.mark.clause("104")
def test_what_is_due_says_why_and_its_button_goes_there(day):
    bare = day.case("N-03", Profile(name="南星", place=LONDON))
    note = day.note(bare, starts_at=NOW - 26 * HOUR)
    which = book(day, bare, NOW - 3 * DAY)
    day.do(lambda vault: case_forms.keep(vault, day.clock, CaseForm(code="新")))
    screen = show(day)
    text = said(screen)
    for words in ("该办的", "南星：没有紧急联系人", "远程工作须有可联系的人（附录 8.3）。",
                  "南星 第 1 次：记录未签署", "咨询已过 1 天，请尽快签署。",
                  "南星：预约过了，没有记结果", "有一个新个案没填完"):  # fmt: skip
        assert words in text, words
    for name in ("去填: 南星：没有紧急联系人", "去签署: 南星 第 1 次：记录未签署",
                 "记结果: 南星：预约过了，没有记结果", "接着填: 有一个新个案没填完"):  # fmt: skip
        (one,) = [part for part in buttons(screen, name) if part.accessibleName() == name]
        day.qtbot.mouseClick(one, Qt.MouseButton.LeftButton)
    assert screen.went == [
        ToCaseForm(bare.id),
        ToNote(note.id),
        ToCalendar("day", "2026-05-09", which=which),
        ToNewCase(),
    ]  # fmt: skip


@pytest.mark.clause("014")
@pytest.mark.parametrize(
    ("mode", "ago", "why"),
    [
        (ServiceMode.ONLINE, -HOUR, "这次咨询还没有结束。结束后 24 小时内签署就好。"),
        (ServiceMode.CRISIS, timedelta(), "这次咨询还没有结束。结束后 24 小时内签署就好。"),
        (ServiceMode.ONLINE, timedelta(minutes=50), "请在 24 小时内签署。"),
        (ServiceMode.FACE_TO_FACE, 24 * HOUR, "请在 1 小时内签署。"),
        (ServiceMode.HOTLINE_GENERAL, 2 * HOUR, "请在 23 小时内签署归档（热线 3.2）。"),
        (ServiceMode.CRISIS, 60 * HOUR, "咨询已过 2 天，请尽快签署归档（热线 3.2）。"),
        (ServiceMode.ONLINE, 60 * HOUR, "咨询已过 2 天，请尽快签署。"),
    ],
)
def test_the_hours_to_sign_count_from_the_end_and_name_the_clause_of_hotlines(day, mode, ago, why):
    case = day.case("N-03", Profile(name="南星"), mode)
    day.note(case, starts_at=NOW - ago)
    assert why in said(show(day))


@pytest.mark.parametrize(
    ("count", "done", "ahead", "words"),
    [
        (0, 0, None, "No sessions today."),
        (4, 3, 40, "4 sessions today, 3 done. The next one is in 40 minutes."),
        (1, 0, 1, "1 session today. The next one is in 1 minute."),
        (2, 0, 60, "2 sessions today. The next one is in 1 hour."),
        (2, 1, 135, "2 sessions today, 1 done. The next one is in 2 h 15 min."),
        (2, 2, None, "2 sessions today, 2 done."),
    ],
)
def test_the_day_is_told_in_whole_english_sentences(qapp, count, done, ahead, words):
    translation.install(qapp, "en")
    try:
        at = None if ahead is None else NOW + timedelta(minutes=ahead)
        assert brief(count, done, at, NOW) == words
    finally:
        translation.install(qapp, "zh")


def test_many_due_things_are_shown_a_few_at_first(day):
    case = day.case()
    for hours in range(8):
        day.note(case, starts_at=NOW - hours * HOUR)
    screen = show(day)
    assert len(buttons(screen, "去签署")) == 6
    click(day, screen, "还有 3 件")  # the eight, and the review after six
    day.qtbot.waitUntil(lambda: len(buttons(screen, "去签署")) == 8)
    assert "还有 2 件" not in said(screen)


def test_a_row_opens_its_note_its_appointment_or_its_case(day):
    case = day.case()
    note = day.note(case, starts_at=NOW - HOUR)
    which = book(day, case, NOW - 3 * HOUR)
    day.do(lambda vault: vault.sessions.add(case.id, NOW - 5 * HOUR, 50, case.mode))
    screen = show(day)
    for one in screen.findChildren(DayRowView):
        one.setFocus()
        day.qtbot.keyClick(one, Qt.Key.Key_Return)
    assert screen.went == [
        ToCases(case.id), ToCalendar("day", "2026-05-12", which=which), ToNote(note.id),
    ]  # fmt: skip
    day.qtbot.mouseClick(screen.findChildren(DayRowView)[2], Qt.MouseButton.LeftButton)
    assert screen.went[-1] == ToNote(note.id)
    assert screen.here() == ToToday()


@pytest.mark.parametrize(
    ("agreed", "shown"),
    [("记睡眠。", "上次约定：记睡眠。"), ("", "上次的计划：睡前写下三件小事。")],
)
def test_last_time_is_shown_and_opened_and_nasty_names_survive(day, agreed, shown):
    case = day.case(NASTY, replace(FULL, name=NASTY))

    def planned(vault):
        template = day.tools.note_templates["structured"]
        when = SessionTime(NOW - 7 * DAY)
        note = notes.start(vault, day.clock, case.id, when, template)
        wrote = {"homework": agreed, "plan": "睡前写下三件小事。"}
        parts = tuple(
            replace(part, text=wrote.get(part.key, part.text)) for part in note.body.parts
        )
        notes.save_draft(vault, day.clock, note.id, replace(note.body, parts=parts))
        return note.id

    note_id = day.do(planned)
    book(day, case, NOW + HOUR)
    screen = show(day)
    assert shown in said(screen)
    assert as_written(NASTY) in said(screen)
    click(day, screen, "看上次记录")
    click(day, screen, "打开个案")
    assert screen.went == [ToNote(note_id), ToCases(case.id)]


def test_a_change_keeps_the_focus_where_it_was(day):
    case = day.case()
    book(day, case, NOW + HOUR)
    screen = show(day)
    button(screen, "打开个案").setFocus()
    book(day, case, NOW + 3 * HOUR)
    screen.reload(Changes.of(Noun.APPOINTMENTS))
    day.idle()
    day.qtbot.waitUntil(lambda: settled(screen) and button(screen, "打开个案").hasFocus())
    assert len(rows(screen)) == 1


@pytest.mark.parametrize("width", [700, 960, 1280, 1920])
def test_nothing_is_cut_at_any_width(day, width):
    case = day.case()
    book(day, case, NOW + SOON)
    screen = show(day, width)
    card = button(screen, "写记录")
    assert card.mapTo(screen, card.rect().topRight()).x() < width
    side = screen.due
    assert side.mapTo(screen, side.rect().topRight()).x() <= width
    assert all(one.width() > 0 for one in screen.findChildren(QWidget) if one.isVisible())


@pytest.mark.parametrize(("width", "used"), [(1216, 1216), (1712, 1712), (2352, 1750)])
def test_the_width_of_a_large_screen_is_used_and_a_larger_one_has_even_sides(day, width, used):
    case = day.case()
    book(day, case, NOW + SOON)
    screen = show(day, width)
    left = screen.title.mapTo(screen, screen.title.rect().topLeft()).x()
    right = width - screen.due.mapTo(screen, screen.due.rect().topRight()).x()
    assert abs(left - right) < 20
    assert width - left - right > used - 140


def test_a_time_that_has_a_note_leads_to_it_and_another_is_begun_on_purpose(day):
    case = day.case()
    note = day.note(case, starts_at=NOW - timedelta(minutes=80), signed=True)
    which = book(day, case, NOW - timedelta(minutes=50))
    screen = show(day)
    day.clock.time -= timedelta(minutes=10)  # the appointment is on: its card offers a note
    screen.reload(Changes.of(Noun.NOTES))
    click(day, screen, "写记录")
    day.qtbot.waitUntil(lambda: "这个时间已经有一篇记录。" in said(screen))
    assert screen.went == []
    day.idle()
    assert button(screen, "写记录").isEnabled()
    click(day, screen, "打开那一篇")
    assert screen.went == [ToNote(note.id)]
    assert "这个时间已经有一篇记录。" not in said(screen)
    click(day, screen, "写记录")
    click(day, screen, "再写一篇")
    day.qtbot.waitUntil(lambda: len(screen.went) == 2)
    assert len(day.do(lambda vault: vault.notes.of_case(case.id))) == 2
    one = day.do(lambda vault: vault.appointments.get(vault.appointments.of_case(case.id)[0].id))
    assert (one.session_id, which.id) == (2, one.id)


@pytest.mark.clause("135")
@pytest.mark.promise(22)
def test_somebody_who_tried_passwords_is_said_in_a_line_that_leads_to_the_trail(day):
    day.case()

    def tried(vault):
        vault.audit.record_or_hold(AuditKind.WRONG_TRIES, NOW - DAY, subject=3)
        vault.audit.record_or_hold(AuditKind.UNLOCKED, NOW)

    assert "密码输错" not in said(show(day))
    day.do(tried)
    screen = show(day)
    words = "上次打开后有 3 次密码输错，最近一次是 5月11日 周一 14:57。"
    day.qtbot.waitUntil(lambda: words in said(screen))
    click(day, screen, "看留痕")
    assert screen.went == [ToTrail()]
    day.do(lambda vault: vault.audit.record_or_hold(AuditKind.UNLOCKED, NOW))
    screen.revisit(ToToday())
    day.qtbot.waitUntil(lambda: words not in said(screen))

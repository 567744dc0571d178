"""The timeline of a case as it is looked at: what is ahead, what was, and what left the vault."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from app.domain.appointment import Booking, Which
from app.domain.audit import AuditKind
from app.domain.case import ServiceMode
from app.domain.consent import DocumentKind
from app.domain.errors import CaseLocked, VaultDamaged
from app.domain.recurrence import Rule
from app.domain.session import SessionTime
from app.services import appointments, case_timeline, consents, notes
from app.services.changes import Changes, Noun
from tests.gui.helpers import NASTY, NOW, button, said
from ui.case_timeline import CaseTimeline, entries
from ui.case_view import view_case
from ui.cases import CasesScreen
from ui.page import (
    ToCalendar,
    ToConsent,
    ToCrisis,
    ToNote,
    ToSafetyPlan,
    ToScreen,
    ToTrail,
)
from ui.widgets.chip import ChoiceChip
from ui.widgets.timeline import TimelineItem

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


def opened(house, case):
    screen = house.show(CasesScreen(house.office, case.id))
    timeline = screen.sheet.timeline
    house.qtbot.waitUntil(lambda: timeline.built() in {30, len(timeline._left) + timeline.built()})
    return screen


def rows(screen):
    """What is read aloud of every row, from the top."""
    return [one.accessibleName() for one in screen.sheet.timeline.findChildren(TimelineItem)]


def choose(house, screen, text):
    chip = next(one for one in screen.findChildren(ChoiceChip) if one.text() == text)
    house.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    house.idle()


def calendar(house, case):
    """Agree on a time each week since a fortnight; miss the first, move the second."""

    def work(vault):
        start = NOW - 2 * WEEK
        wanted = Booking(
            case.id, start, ServiceMode.ONLINE, 50, "Asia/Shanghai", Rule(), remark=NASTY
        )
        house.clock.time = start - DAY
        first = appointments.book(vault, house.clock, wanted).which
        house.clock.time = NOW - DAY
        appointments.miss(vault, house.clock, first)
        second = Which(None, first.series_id, start + WEEK)
        appointments.move(vault, house.clock, second, start + WEEK + DAY, 50)
        house.clock.time = NOW + timedelta(minutes=51)
        return first

    return house.do(work)


@pytest.mark.clause("082")
def test_what_is_ahead_stands_above_and_what_was_below(house):
    case = house.case()
    first = calendar(house, case)
    house.do(lambda vault: appointments.hold(vault, house.clock, Which(None, first.series_id, NOW)))
    screen = opened(house, case)
    assert [one.partition(",")[0] for one in rows(screen)] == [
        "预约", "预约", "预约",  # ahead
        "预约", "改了预约时间", "预约", "预约", "建立个案",
    ]  # fmt: skip
    heads = [one.text() for one in screen.sheet.timeline.findChildren(QLabel)]
    assert heads.index("接下来") < heads.index("2026年5月") < heads.index("2026年4月")
    for word in ("已约", "未到", "还没有记结果", "已完成"):
        assert word in said(screen)
    assert NASTY in said(screen)
    went = []
    screen.wanted.connect(went.append)
    for item in screen.sheet.timeline.findChildren(TimelineItem)[3:5]:
        item.setFocus()
        house.qtbot.keyClick(item, Qt.Key.Key_Return)
    assert [type(one) for one in went] == [ToCalendar, ToCalendar]
    assert went[0].which is not None
    assert went[1] == ToCalendar("week", (NOW - WEEK + DAY).date().isoformat())


def test_the_nearest_of_what_is_ahead_comes_first(house):
    case = house.case()
    calendar(house, case)
    screen = opened(house, case)
    ahead = [one.at for one in entries(screen.sheet.timeline._view) if one.coming]
    assert len(ahead) == 3
    assert ahead == sorted(ahead)


def test_an_hour_that_is_over_without_a_result_says_so_and_leads_to_where_it_is_recorded(house):
    case = house.case()
    first = calendar(house, case)
    screen = opened(house, case)
    found = [one for one in screen.findChildren(QPushButton) if one.text() == "记结果"]
    # The move of the second, which nobody held, and the third: neither is called booked.
    assert len(found) == 2
    asked = [one for one in screen.sheet.timeline.findChildren(TimelineItem) if holds(one, found)]
    assert all("还没有记结果" in said(one) and "已约" not in said(one) for one in asked)
    assert found[0].accessibleName().startswith("记结果：")
    went = []
    screen.wanted.connect(went.append)
    found[0].setFocus()
    house.qtbot.keyClick(found[0], Qt.Key.Key_Space)
    assert went == [ToCalendar("week", NOW.date().isoformat(), which=went[0].which)]
    assert went[0].which == Which(None, first.series_id, NOW)


def holds(item, buttons):
    return any(item.isAncestorOf(one) for one in buttons)


@pytest.mark.clause("113")
def test_what_was_given_out_and_the_papers_open_where_they_are_read(house):
    case = house.case()

    def work(vault):
        one = consents.start_with(vault, house.tools, case.id, "online.zh")
        for kind in (DocumentKind.SCAN, DocumentKind.SIGNED_PDF):
            vault.consents.add_document(one.id, kind, "application/pdf", b"%PDF", NOW)
        for kind, subject in (
            (AuditKind.SUMMARY_EXPORTED, None),
            (AuditKind.SCREEN_PRINTED, None),
            (AuditKind.SAFETY_PLAN_PRINTED, None),
            (AuditKind.CRISIS_PRINTED, None),
            (AuditKind.CONSENT_PRINTED, one.id),
            (AuditKind.WEEK_HOLDS, None),
        ):
            vault.audit.record(kind, NOW, case.id, subject)
        return one

    consent = house.do(work)
    screen = opened(house, case)
    everything = [one.partition(",")[0] for one in rows(screen)]
    assert {"导出了督导摘要", "打印或导出了同意书", "扫描件"} <= set(everything)
    assert not {"签署的同意书", "印进了一周的日程"} & set(everything)
    choose(house, screen, "文件")
    papers = {
        one.accessibleName().partition(",")[0]: one
        for one in screen.sheet.timeline.findChildren(TimelineItem)
    }
    assert len(papers) == 8
    went = []
    screen.wanted.connect(went.append)
    ways = {
        "导出了督导摘要": ToTrail(case.id),
        "打印或导出了适宜性评估": ToScreen(case.id),
        "打印或导出了安全计划": ToSafetyPlan(case.id),
        "打印或导出了危机卡或小结": ToCrisis(case.id),
        "打印或导出了同意书": ToConsent(consent.id),
        "签署的同意书": ToConsent(consent.id),
    }
    for name in ways:
        house.qtbot.keyClick(papers[name], Qt.Key.Key_Return)
    assert went == list(ways.values())


@pytest.fixture
def many(house):
    """A case of 70 notes, newest last."""
    case = house.case()

    def work(vault):
        template = house.tools.note_templates["free"]
        for week in range(70):
            when = SessionTime(NOW - (70 - week) * WEEK)
            notes.start(vault, house.clock, case.id, when, template)

    house.do(work)
    return case


class TestWordsAreReadAsOneLooks:
    @pytest.fixture
    def reads(self, monkeypatch):
        """Every question for the words of notes further down."""
        asked, real = [], case_timeline.words_of

        def words_of(vault, ids):
            asked.append(len(ids))
            return real(vault, ids)

        monkeypatch.setattr(case_timeline, "words_of", words_of)
        return asked

    def test_a_screenful_and_then_as_far_as_one_scrolls(self, house, many, reads):
        screen = opened(house, many)
        timeline = screen.sheet.timeline
        assert (timeline.built(), reads) == (30, [])
        assert len(screen._view.page.further) == 40
        assert "70 次咨询" in said(screen)
        more = button(screen, "显示更早")
        more.click()
        more.click()  # before the answer came
        house.idle()
        assert (timeline.built(), reads) == (60, [30])
        more.click()
        house.idle()
        assert (timeline.built(), reads) == (71, [30, 10])
        assert rows(screen)[-2].startswith("第 1 次咨询")
        went = []
        screen.wanted.connect(went.append)
        timeline.findChildren(TimelineItem)[-2].opened.emit()
        assert isinstance(went[0], ToNote)

    def test_what_was_scrolled_to_stays_when_something_is_written(self, house, many, reads):
        screen = opened(house, many)
        timeline = screen.sheet.timeline
        button(screen, "显示更早").click()
        house.idle()
        house.note(many, "又一篇。")
        screen.reload(Changes.of(Noun.NOTES))
        house.idle()
        assert (timeline.built(), reads) == (60, [30])

    def test_a_filter_keeps_the_words_that_were_read(self, house, many, reads):
        screen = opened(house, many)
        button(screen, "显示更早").click()
        house.idle()
        choose(house, screen, "记录")
        button(screen, "显示更早").click()
        house.idle()
        assert (screen.sheet.timeline.built(), reads) == (60, [30])

    def test_a_late_answer_to_another_question_is_not_shown(self, house, many):
        timeline = opened(house, many).sheet.timeline
        timeline.take((1, 2), [])
        assert timeline.built() == 30

    def test_a_note_that_is_gone_meanwhile_leaves_no_row(self, house, many, monkeypatch):
        screen = opened(house, many)
        monkeypatch.setattr(case_timeline, "words_of", lambda _vault, _ids: [])
        button(screen, "显示更早").click()
        house.idle()
        assert screen.sheet.timeline.built() == 31
        assert rows(screen)[-1].startswith("建立个案")

    @pytest.mark.promise(11)
    def test_damage_further_down_is_looked_for_in_all(self, house, many, monkeypatch):
        screen = opened(house, many)

        def damaged(_vault, _ids):
            raise VaultDamaged

        monkeypatch.setattr(case_timeline, "words_of", damaged)
        button(screen, "显示更早").click()
        house.idle()
        assert screen._view.page.further == ()

    def test_a_case_that_was_shut_meanwhile_shows_no_more(self, house, many, monkeypatch):
        screen = opened(house, many)

        def shut(_vault, _ids):
            raise CaseLocked(many.id)

        monkeypatch.setattr(case_timeline, "words_of", shut)
        button(screen, "显示更早").click()
        house.idle()
        assert screen.sheet.timeline.built() == 30


def test_what_is_below_the_window_is_built_only_once_the_first_was_painted(house):
    """However long that takes: on a busy computer no clock may run out before it."""
    case = house.case()
    for number in range(40):
        house.note(case, f"第 {number} 次。", starts_at=NOW - number * WEEK, signed=True)
    view = house.do(lambda vault: view_case(vault, house.tools, case.id, 30))
    timeline = CaseTimeline()
    house.qtbot.addWidget(timeline)
    timeline.resize(700, 600)
    timeline.show_view(view)
    assert timeline.built() < 30
    assert not timeline._soon.isActive()
    timeline.show()
    house.qtbot.waitUntil(lambda: timeline.built() == 30)

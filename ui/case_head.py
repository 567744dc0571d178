"""The head of a case: code name, where and how often, what to do, what to see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from app.domain.case import CaseLock, CaseState
from app.domain.consent import ConsentState
from app.domain.consent_progress import under_way
from app.domain.consent_purpose import Purpose
from app.domain.gate_fields import profile_lacks
from app.domain.local_time import wall
from app.domain.prefill import hours_ahead
from app.domain.rule import Step
from ui import dates, privacy
from ui.calendar_words import away, day_words
from ui.case_head_lines import Fact, Line
from ui.case_list import (
    MODE_ICONS,
    hours_words,
    mode_word,
)
from ui.case_waits import CaseWaits
from ui.consent_menu import open_consent_menu
from ui.danger_words import level_chip
from ui.gate_ways import begin_with, way
from ui.gate_words import rule_words, things
from ui.names import as_written
from ui.note_template_menu import offer_templates
from ui.page import Destination, ToConsent
from ui.theme import look
from ui.widgets.button import Button, IconButton
from ui.widgets.card import column, row
from ui.widgets.chip import Choices, StateChip
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.menu import Menu
from ui.widgets.painted import ask_room
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.case_view import CaseView
    from ui.theme.roles import Tone

_GAP: Final = 16


class CaseHead(QWidget):
    """Who it is, how things stand, and what can be done: one filled button, three quiet ones."""

    write = Signal(str)  # the key of a template, or nothing for the usual one
    templates = Signal()
    consent = Signal(str)
    consents = Signal()
    summary = Signal()
    edit = Signal()
    kind = Signal(str)
    remove = Signal()
    destruction = Signal()
    calendar = Signal()
    password = Signal()
    shut = Signal()
    trail = Signal()
    contact = Signal()
    intake = Signal()
    reflections = Signal()
    copy = Signal()
    suitability = Signal()
    mode_change = Signal()
    course = Signal()
    tech = Signal()
    paper = Signal()
    formulation = Signal()
    report = Signal()
    supervision = Signal()
    genogram = Signal()
    measures = Signal()
    crisis = Signal()
    risk = Signal()
    safety = Signal()
    disclosure = Signal()
    ethics = Signal()
    requests = Signal()
    keeping = Signal()
    hold = Signal()
    recordings = Signal()
    mend = Signal(Destination)
    agreement = Signal()
    referral = Signal()
    follow = Signal()
    ending = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: CaseView | None = None
        self._name, self._code = Line(24, "ink", 500), Line(12, "faint")
        self._mode, self._consent = StateChip(""), StateChip("")
        self._lock = StateChip(self.tr("加锁 · 已打开"), "plain", "lock-open")
        self._risk, self._closed = StateChip(""), StateChip("")
        self._next, self._where, self._count = Fact("calendar"), Fact("map-pin"), Fact("repeat")
        self.waits = CaseWaits()
        self._next_room = QWidget()
        self._next_room.setLayout(row(self._next, self._book_button(), spacing=8))
        self._missing, self._missing_room = Label("", "soft", wrap=True), QWidget()
        self.mend_button = Button(self.tr("去补"), "link")
        self.mend_button.clicked.connect(self._mend)
        picture = Picture("circle-alert", "soft", 15)
        lacking = row(picture, self._missing, self.mend_button, spacing=6)
        lacking.setStretch(1, 1)
        self._missing_room.setLayout(lacking)
        self.write_button = Button(self.tr("写记录"), "primary", icon="pen-line")
        self.write_button.clicked.connect(lambda: self.write.emit(""))
        self.form_button = IconButton("chevron-down", self.tr("选择记录的格式"))
        self.form_button.clicked.connect(self._choose_form)
        self._kinds = Choices(
            (
                ("all", self.tr("全部")),
                ("note", self.tr("记录")),
                ("appointment", self.tr("预约")),
                ("consent", self.tr("同意")),
                ("contact", self.tr("联系")),
                ("paper", self.tr("文件")),
            ),
            name=self.tr("时间线上显示什么"),
        )
        self._kinds.choose("all")
        self._kinds.chosen.connect(lambda keys: self.kind.emit(keys[0]))
        self._lay_out()

    def show_view(self, view: CaseView) -> None:
        """Show a case."""
        self._view = view
        QTimer.singleShot(0, self, lambda: ask_room(self._name))  # as in SavedState: none is cut
        case, profile = view.page.case, view.page.client.profile
        self._name.say(as_written(privacy.title(profile.name, case.code)))
        self._code.say(as_written(privacy.beside(profile.name, case.code)))
        self._mode.say(mode_word(case.mode), "plain", MODE_ICONS[case.mode])
        self._consent.say(*self._consent_state(view))
        self._next.say(self._next_words(view))
        self.book.setText(self.tr("日程") if view.next else self.tr("约下次"))
        self._where.say("" if privacy.on() else self._place_words(view))
        self.waits.show_view(view)
        self._say_missing(view)
        locked = case.lock is not CaseLock.NONE
        self._lock.setVisible(locked)
        level = None if view.risk is None else view.risk.level
        self._risk.setVisible(level is not None)
        if level is not None:
            self._risk.say(*level_chip(level))
        self._closed.setVisible(case.state is CaseState.CLOSED)
        day = "" if view.closed is None else dates.plain_day(view.closed)
        self._closed.say(
            self.tr("已结案 {0}").format(day) if day else self.tr("已关闭"), "plain", "archive"
        )
        self.shut_button.setVisible(locked)
        self.password_button.setVisible(locked)
        self.lock_button.setVisible(not locked)
        sessions = view.page.sessions
        none = self.tr("有的咨询读不出来") if view.page.unread else self.tr("还没有咨询")
        self._count.say(self.tr("%n 次咨询", "", len(sessions)) if sessions else none)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put parts under each other where they do not fit side by side."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let name and chips, facts, filters and buttons share a line only where none is cut."""
        around = self.layout().contentsMargins()  # type: ignore[union-attr]
        room = self.width() - around.left() - around.right() - look.px(_GAP)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for line, parts, beside in (
            (self._who, (self._name, self._code, self._chips), self._act.width() + look.px(24)),
            (self._facts, (self._where, self._count), look.px(2)),
            (self._lower, (self._kinds, self._quiet), 0),
        ):
            needed = sum(one.sizeHint().width() for one in parts if not one.isHidden()) + beside
            line.setDirection(across if room >= needed else down)

    def _lay_out(self) -> None:
        """Put the parts into three lines."""
        self._act, self._chips = QWidget(), QWidget()
        self._act.setLayout(row(self.write_button, self.form_button, spacing=2))
        flow = Flow(self._chips, gap=8)
        flow.addWidget(self._mode)
        flow.addWidget(self._consent)
        flow.addWidget(self._lock)
        flow.addWidget(self._risk)
        flow.addWidget(self._closed)
        names = QWidget()
        names.setLayout(row(self._name, self._code, None, spacing=10))
        names.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._who = row(names, self._chips, spacing=10)
        self._who.setStretch(1, 1)
        self._who.setAlignment(self._chips, Qt.AlignmentFlag.AlignVCenter)
        top = row(self._who, self._act, spacing=10)
        top.setStretch(0, 1)
        top.setAlignment(self._act, Qt.AlignmentFlag.AlignTop)
        coming = row(self._next_room, None)
        self._facts = row(self._where, self._count, spacing=18)
        facts = row(self._facts, None)
        self._quiet = self._quiet_buttons()
        self._lower = row(self._kinds, self._quiet, spacing=8)
        self._lower.setStretch(0, 1)
        known = column(coming, 2, facts, 4, self.waits, self._missing_room)
        self.setLayout(column(top, 8, known, 10, self._lower, margins=(27, 23, 24, 12)))

    def _book_button(self) -> Button:
        """Return the way to the next appointment, or to a new one."""
        self.book = Button(self.tr("约下次"), "link")
        self.book.clicked.connect(self.calendar)
        return self.book

    def _say_missing(self, view: CaseView) -> None:
        """Say in one line what is missing before notes can be signed."""
        profile = profile_lacks(view.page.client.profile)
        lacks = things(tuple(one.name for one in view.missing), profile)
        self._missing_room.setVisible(bool(lacks))
        self._missing.setText(self.tr("签署记录之前还缺：{0}").format(lacks) if lacks else "")
        first = rule_words(begin_with(view.missing).name, profile).action if lacks else ""
        self.mend_button.setAccessibleName(first or self.mend_button.text())

    def next_button(self) -> Button:
        """Return what comes first in a case that was opened just now: what it lacks, or a note."""
        return self.write_button if self._missing_room.isHidden() else self.mend_button

    def _mend(self) -> None:
        """Lead to where the first thing that is missing is put right."""
        if self._view is None or not self._view.missing:
            return
        first, case = begin_with(self._view.missing), self._view.page.case
        if first.step is Step.GROUP:
            self.agreement.emit()
        elif first.step is not Step.CONSENT:
            self.mend.emit(way(first, case.id, profile_lacks(self._view.page.client.profile)))
        elif self._view.underway is not None:
            self.mend.emit(ToConsent(self._view.underway))
        else:
            self._open_consents(self.mend_button)

    def _next_words(self, view: CaseView) -> str:
        """Return when the next appointment is, on both sides."""
        one = view.next
        if one is None:
            return ""
        here = view.here
        at = wall(one.starts_at, here.time_zone)
        today = at.date() == wall(view.now, here.time_zone).date()
        day = self.tr("今天") if today else day_words(at.date())
        there = away(one.starts_at, here.time_zone, view.page.client.profile.place)
        said = self.tr("下次 {0} {1}").format(day, f"{at:%H:%M}")
        if not there or privacy.on():
            return said
        return self.tr("{0}，来访者当地 {1}").format(said, there)

    def _quiet_buttons(self) -> QWidget:
        """Return consent, summary, form and contacts, side by side where there is room."""
        holder = QWidget()
        flow = Flow(holder)
        self.consent_button = Button(self.tr("知情同意"), icon="file-pen-line", sz="s")
        self.consent_button.clicked.connect(self._choose_consent)
        summary = Button(self.tr("督导摘要"), icon="shield-check", sz="s")
        summary.clicked.connect(self.summary)
        edit = Button(self.tr("编辑资料"), icon="pencil", sz="s")
        edit.clicked.connect(self.edit)
        self.contact_button = IconButton("phone-call", self.tr("记联系"), framed=True)
        self.contact_button.setToolTip(self.tr("会谈以外的联系（Ctrl+J）"))
        self.contact_button.clicked.connect(self.contact)
        self.reflections_button = IconButton("book-open", self.tr("咨询师札记"))
        self.reflections_button.setToolTip(self.tr("只给您自己看的札记（Ctrl+Shift+J）"))
        self.reflections_button.clicked.connect(self.reflections)
        self.lock_button = Button(self.tr("加密码"), icon="lock", sz="s")
        self.lock_button.setToolTip(self.tr("为这个个案另设一个密码"))
        self.lock_button.clicked.connect(self.password)
        self.password_button = IconButton("key-round", self.tr("换密码或去掉密码"), framed=True)
        self.password_button.clicked.connect(self.password)
        self.shut_button = Button(self.tr("合上"), icon="lock", sz="s")
        self.shut_button.setToolTip(self.tr("合上这个个案：再看要先写它的密码"))
        self.shut_button.clicked.connect(self.shut)
        self.more_button = IconButton("ellipsis", self.tr("更多"), framed=True)
        self.more_button.clicked.connect(self._choose_more)
        for button in (
            self.consent_button,
            summary,
            edit,
            self.contact_button,
            self.reflections_button,
            self.lock_button,
            self.shut_button,
            self.password_button,
            self.more_button,
        ):
            flow.addWidget(button)
        return holder

    def _choose_form(self) -> None:
        """Offer the forms of a note."""
        if self._view is not None:
            titles = self._view.note_titles
            offer_templates(self.form_button, titles, "", self.write.emit, self.templates.emit)

    def _choose_consent(self) -> None:
        """Offer the consents under way, and the texts of a new one."""
        self._open_consents(self.consent_button)

    def _open_consents(self, button: Button) -> None:
        """Open the menu of consents below a button."""
        if self._view is None:
            return
        open_consent_menu(
            button,
            self._view.consent_offers,
            self._view.page.case.mode,
            self.consent.emit,
            self.consents.emit,
            begun=under_way(self._view.page.consents, Purpose.SERVICE),
            go_on=lambda one: self.mend.emit(ToConsent(one)),
        )

    def _choose_more(self) -> None:
        """Offer what is wanted now and then, and last what ends a case.

        A case opened by mistake is removed, any other destroyed.
        """
        if self._view is None:
            return
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("危机卡（Ctrl+E）"), self.crisis.emit)
        menu.addAction(self.tr("风险评估"), self.risk.emit)
        menu.addAction(self.tr("安全计划"), self.safety.emit)
        menu.addAction(self.tr("披露"), self.disclosure.emit)
        menu.addAction(self.tr("伦理决策"), self.ethics.emit)
        menu.addSeparator()
        menu.addAction(self.tr("接案"), self.intake.emit)
        menu.addAction(self.tr("个案概念化"), self.formulation.emit)
        menu.addAction(self.tr("个案报告"), self.report.emit)
        menu.addAction(self.tr("督导记录"), self.supervision.emit)
        menu.addAction(self.tr("家谱图"), self.genogram.emit)
        menu.addAction(self.tr("量表"), self.measures.emit)
        menu.addAction(self.tr("适宜性评估"), self.suitability.emit)
        menu.addAction(self.tr("技术准备"), self.tech.emit)
        menu.addAction(self.tr("约定与复核"), self.course.emit)
        menu.addAction(self.tr("改变服务方式"), self.mode_change.emit)
        menu.addAction(self.tr("预约登记表"), self.paper.emit)
        menu.addAction(self.tr("录音录像"), self.recordings.emit)
        menu.addAction(self.tr("给出记录"), self.copy.emit)
        menu.addAction(self.tr("来访者的请求"), self.requests.emit)
        menu.addSeparator()
        menu.addAction(self.tr("转介"), self.referral.emit)
        menu.addAction(self.tr("随访"), self.follow.emit)
        closed = self._view.page.case.state is CaseState.CLOSED
        menu.addAction(self.tr("结案与重新打开") if closed else self.tr("结案"), self.ending.emit)
        menu.addSeparator()
        menu.addAction(self.tr("保存期限"), self.keeping.emit)
        menu.addAction(self.tr("法律保全"), self.hold.emit)
        if self._view.page.only_form:
            menu.addAction(self.tr("移除这个空个案"), self.remove.emit)
        else:
            menu.addAction(self.tr("销毁个案"), self.destruction.emit)
        menu.addAction(self.tr("留痕"), self.trail.emit)
        menu.setAccessibleName(self.more_button.accessibleName())
        menu.popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height() + look.px(4))))

    def _consent_state(self, view: CaseView) -> tuple[str, Tone, str]:
        """Return how consent to the service stands, as word, tone and icon."""
        found = [one for one in view.page.consents if not one.purpose.separate]
        states = {one.state for one in found}
        if ConsentState.SIGNED in states and view.renewal:
            return self.tr("知情同意该再谈了"), "mid", "refresh-cw"
        if ConsentState.SIGNED in states:
            return self.tr("同意书已签署"), "low", "check"
        if any(not one.final for one in found):
            return self.tr("同意书进行中"), "mid", "clock"
        if states:
            return self.tr("同意书已不再有效"), "mid", "circle-alert"
        return self.tr("还没有同意书"), "mid", "circle-alert"

    def _place_words(self, view: CaseView) -> str:
        """Return both places and how far apart their clocks are."""
        profile = view.page.client.profile
        theirs = profile.place
        mine = view.here
        if not theirs.city and not theirs.time_zone:
            return ""
        parts = [self.tr("来访者在{0}").format(theirs.city or theirs.time_zone)]
        if mine.city:
            parts.append(self.tr("您在{0}").format(mine.city))
        parts.append(hours_words(hours_ahead(mine, theirs, view.now)))
        return self.tr("，").join(part for part in parts if part)

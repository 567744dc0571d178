"""What stands around a note: its head, its facts, and the two panels that ask something."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.domain.local_time import local
from app.domain.session import SessionTime
from app.services import note_templates, notes
from ui import dates
from ui.case_list import mode_word
from ui.messages import message
from ui.note_template_menu import offer_templates, template_titles
from ui.theme import look
from ui.widgets.button import Button, IconButton
from ui.widgets.card import Card, column, row, rule
from ui.widgets.field import Field
from ui.widgets.keyvalue import KeyValues
from ui.widgets.label import Label
from ui.widgets.painted import ask_room
from ui.widgets.password import PasswordField
from ui.widgets.picture import Picture
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from app.domain.client import Place, Profile
    from app.domain.errors import Refusal, TooManyTries, WrongPassword
    from app.domain.ids import NoteId
    from app.domain.note import NoteTemplate
    from app.domain.practice import Practice
    from app.domain.session import Session
    from app.ports import OpenVault
    from app.services.notes import NotePage
    from app.services.tools import Tools

_IN_TIME: Final = timedelta(hours=24)
_STRIP_LENGTH: Final = 90
_PANE: Final = 288
_DATE: Final = re.compile(r"\s*(\d{4})\D(\d{1,2})\D(\d{1,2})\D?\s*")
# 15:30, with a full-width colon, or 15 时 30 分.
_TIME: Final = re.compile(r"\s*(\d{1,2})\s*[:\uff1a\u65f6\u70b9]\s*(\d{1,2})\u5206?\s*")
_DIGITS: Final = 6


@dataclass(frozen=True)
class NoteView:
    """A note page with what the screen needs besides: the people's places, the form, the time."""

    page: NotePage = field(repr=False)
    profile: Profile = field(repr=False)
    practice: Practice = field(repr=False)
    template: NoteTemplate | None
    last: Session | None
    now: datetime
    titles: Mapping[str, str]
    ahead: SessionTime | None = None  # the next appointment, where the calendar holds one

    @property
    def here(self) -> Place:
        """Where the counselor is."""
        own = self.profile.counselor_place
        return own if own.time_zone else self.practice.place

    @property
    def due(self) -> datetime:
        """Until when the note should be signed."""
        session = self.page.session
        return session.starts_at + timedelta(minutes=session.minutes) + _IN_TIME


def view(vault: OpenVault, tools: Tools, note_id: NoteId) -> NoteView:
    """Return what the screen shows of a note."""
    page = notes.page(vault, tools.clock, note_id)
    templates = note_templates.every(vault, tools)
    return NoteView(
        page,
        vault.clients.of_case(page.case.id).profile,
        vault.settings.practice(),
        templates.get(page.note.body.template),
        vault.sessions.get(page.last.session_id) if page.last else None,
        tools.clock.now(),
        template_titles(templates),
    )


class SavedState(QWidget):
    """Says whether the vault holds what is on the screen. `again` asks to try once more."""

    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = Picture("check", "low", 16)
        self._word = Label("", "soft")
        self.retry = Button(self.tr("重试"), "link")
        self.retry.clicked.connect(self.again)
        self.retry.hide()
        self.setLayout(row(self._sign, self._word, self.retry, 4, spacing=8))

    def text(self) -> str:
        """Return the words shown."""
        return self._word.text()

    def show_saved(self, when: str) -> None:
        """Say that everything is kept, since `when`."""
        self._sign.show_icon("check", "low")
        self._say(self.tr("已存 {0}").format(when))

    def show_saving(self) -> None:
        """Say that something is on its way."""
        self._sign.show_icon("loader-circle", "faint")
        self._say(self.tr("正在存"))

    def show_failed(self) -> None:
        """Say that the words are on the screen only."""
        self._sign.show_icon("circle-alert", "mid")
        self._say(self.tr("没有存上"), failed=True)

    def show_signed(self) -> None:
        """Say that the note is final."""
        self._sign.show_icon("check", "low")
        self._say(self.tr("已签署"))

    def _say(self, text: str, *, failed: bool = False) -> None:
        self._word.setText(text)
        self._word.set_tint("mid" if failed else "")
        self.retry.setVisible(failed)
        # Once more when the page has come to rest: words that come while it is being shown for
        # the first time find no layout that listens, and stayed cut.
        QTimer.singleShot(0, self, lambda: ask_room(self._word))


class NoteHead(TopBar):
    """Whose note this is, which session and when; whether it is saved; what can be done."""

    time_asked = Signal()
    sign_asked = Signal()
    amend_asked = Signal()
    template_asked = Signal(str)
    templates_asked = Signal()
    alone_asked = Signal()
    lock_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", look_of_title="name", parent=parent)
        self._titles: Mapping[str, str] = {}
        self._key = ""
        self._number = Label("", "read")
        self._when = Label("", "soft")
        self.when = Button("", "ghost", icon="pencil")
        self.when.clicked.connect(self.time_asked)
        self._there = Label("", "soft", tint="faint")
        for fact in (self._number, self._when, self.when, self._there):
            self.add_fact(fact)
        self.count = Label("", "meta")
        self.state = SavedState()
        self.sign = Button(self.tr("签署"), "primary", icon="signature")
        self.sign.setToolTip(self.tr("签署（Ctrl+Enter）"))
        self.sign.clicked.connect(self.sign_asked)
        self.amend = Button(self.tr("写补记"), "quiet", icon="file-plus")
        self.amend.clicked.connect(self.amend_asked)
        self.template = Button(self.tr("模板"), "ghost", icon="layout-template")
        self.template.setToolTip(self.tr("换一个模板，写的字都留着"))
        self.template.clicked.connect(self._offer_templates)
        self.alone = IconButton("notebook-pen", self.tr("专心写（F11）"))
        self.alone.clicked.connect(self.alone_asked)
        self.lock = IconButton("lock", self.tr("锁定（Ctrl+L）"))
        self.lock.clicked.connect(self.lock_asked)
        actions = (
            self.count,
            self.state,
            self.lock,
            self.alone,
            self.template,
            self.sign,
            self.amend,
        )
        for action in actions:
            self.add_action(action)
        for unknown in (self._when, self.when, *actions):
            unknown.hide()

    def show_note(self, shown: NoteView) -> None:
        """Show the head of a note."""
        session, signed = shown.page.session, shown.page.note.seal is not None
        self.title.setText(shown.page.case.code)
        self._number.setText(self.tr("第 {0} 次咨询").format(session.number))
        start = local(session.starts_at, shown.here)
        end = start + timedelta(minutes=session.minutes)
        said = f"{dates.day_and_time(start)}–{dates.clock_time(end)}"
        self._when.setText(said)
        self.when.setText(said)
        self.when.setAccessibleName(self.tr("改时间，现在是 {0}").format(said))
        self.when.setToolTip(self.tr("改时间"))
        self._there.setText(self._away(start, shown.profile.place))
        self._when.setVisible(signed)
        self.when.setVisible(not signed)
        self.sign.setVisible(not signed)
        self.template.setVisible(not signed)
        self.alone.show()
        self.amend.setVisible(signed)
        self.state.show()
        self._titles, self._key = shown.titles, shown.page.note.body.template

    def show_alone(self, *, alone: bool) -> None:
        """Offer the lock and the count while the rail and the side, where they stand, are away."""
        self.lock.setVisible(alone)
        self.count.setVisible(alone)
        self.alone.set_name(self.tr("不再专心写（Esc）") if alone else self.tr("专心写（F11）"))

    def show_count(self, words: int) -> None:
        """Say how much is written."""
        self.count.setText(self.tr("%Ln 字", "", words))

    def _offer_templates(self) -> None:
        """Open the menu of templates; the one in use is ticked."""
        offer_templates(
            self.template,
            self._titles,
            self._key,
            self.template_asked.emit,
            self.templates_asked.emit,
        )

    def _away(self, start: datetime, place: Place) -> str:
        """Return when it was for the client, where the clocks differ."""
        if not place.time_zone:
            return ""
        there = local(start, place)
        if there.utcoffset() == start.utcoffset():
            return ""
        day = "" if there.date() == start.date() else f"{dates.weekday(there)} "
        return self.tr("来访者当地 {0}{1}").format(day, f"{there:%H:%M}")


class TimePanel(Card):
    """Changes when the session was. `asked` gives the new appointment."""

    asked = Signal(SessionTime)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("raised", margins=(18, 14, 18, 14), spacing=12, parent=parent)
        self.day = Field(self.tr("日期"), hint=self.tr("例如 2026-05-12"))
        self.start = Field(self.tr("开始"), hint=self.tr("您当地的时间，例如 14:00"))
        self.minutes = Field(self.tr("分钟"), hint=self.tr("例如 50"))
        self.cancel = Button(self.tr("取消"), "ghost")
        self.cancel.clicked.connect(self.closed)
        self.done = Button(self.tr("改好了"), "quiet")
        self.done.clicked.connect(self._ask)
        for one in self._fields():
            one.entered.connect(self._ask)
        self.body.addWidget(Label(self.tr("这次咨询的时间"), "name"))
        self.body.addLayout(row(*self._fields(), spacing=12))
        self.body.addLayout(row(None, self.cancel, self.done, spacing=8))
        self._place: Place | None = None

    def show_time(self, session: Session, place: Place) -> None:
        """Show when the session was, by the clock of `place`."""
        self._place = place
        at = local(session.starts_at, place)
        self.day.set_text(f"{at:%Y-%m-%d}")
        self.start.set_text(f"{at:%H:%M}")
        self.minutes.set_text(str(session.minutes))
        for one in self._fields():
            one.set_error("")

    def refuse(self, refusal: Refusal) -> None:
        """Say why the time was not taken."""
        words = message(refusal)
        self.minutes.set_error(words.line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc and change nothing."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _fields(self) -> tuple[Field, Field, Field]:
        return self.day, self.start, self.minutes

    def _ask(self) -> None:
        day, start = _numbers(_DATE, self.day.text()), _numbers(_TIME, self.start.text())
        minutes = self.minutes.text().strip()
        self.minutes.set_error("" if minutes.isdecimal() else self.tr("请写一个数，例如 50。"))
        at = _moment(day, start, self._place)
        self.start.set_error("" if start and (at or not day) else self.tr("请写成 14:00 这样。"))
        self.day.set_error("" if day and (at or not start) else self.tr("请写成 2026-05-12 这样。"))
        if at and minutes.isdecimal():
            self.asked.emit(SessionTime(at, int(minutes[:_DIGITS])))


def _numbers(pattern: re.Pattern[str], text: str) -> tuple[int, ...]:
    """Return the numbers that `pattern` finds in the whole of `text`, or none."""
    found = pattern.fullmatch(text)
    return tuple(int(number) for number in found.groups()) if found else ()


def _moment(day: Sequence[int], start: Sequence[int], place: Place | None) -> datetime | None:
    """Return the moment at `place`, or None where the calendar or the clock has no such one."""
    if not day or not start or place is None:
        return None
    try:
        wall = datetime(day[0], day[1], day[2], start[0], start[1])  # noqa: DTZ001 - zone below
    except ValueError:
        return None
    if not place.time_zone:
        return wall.astimezone()
    return wall.replace(tzinfo=ZoneInfo(place.time_zone))


class SignPanel(Card):
    """Asks for name and password, then for nothing more. `asked` gives both."""

    asked = Signal(str, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("raised", margins=(18, 14, 18, 14), spacing=10, parent=parent)
        self.signer = Field(self.tr("签署人"))
        self.password = PasswordField(self.tr("密码"))
        self._missing = Label("", "soft", tint="mid", wrap=True)
        self._early = Label("", "soft", tint="mid", wrap=True)
        self.cancel = Button(self.tr("取消"), "ghost")
        self.cancel.clicked.connect(self.closed)
        self.sign = Button(self.tr("签署这篇记录"), "primary", icon="signature")
        self.sign.clicked.connect(self._ask)
        self.signer.entered.connect(self.password.setFocus)
        self.password.entered.connect(self._ask)
        self.body.addWidget(Label(self.tr("签署"), "name"))
        told = self.tr("签署之后原文不再改动，只能补记。请再输入一次保险库的密码。")
        self.body.addWidget(Label(told, "soft", wrap=True))
        self.body.addWidget(self._early)
        self.body.addWidget(self._missing)
        fields = row(self.signer, self.password, spacing=12)
        fields.setAlignment(self.signer, Qt.AlignmentFlag.AlignTop)
        fields.setAlignment(self.password, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(fields)
        self.body.addLayout(row(None, self.cancel, self.sign, spacing=8))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._again)

    def begin(self, signer: str, missing: Sequence[str], over: str = "") -> None:
        """Show who signs, what is still empty, and when the session is over where it is not yet."""
        if not self.signer.text().strip():
            self.signer.set_text(signer)
        gaps = self.tr("、").join(missing)
        self._missing.setText(self.tr("还空着：{0}。没有也请写「无」。").format(gaps))
        self._missing.setVisible(bool(missing))
        self._early.setText(self.tr("这次咨询到 {0} 才结束。时间不对，请先改好再签。").format(over))
        self._early.setVisible(bool(over))
        self.show()
        # Always the password: what is typed blindly must never stand in the clear, as a name.
        self.password.setFocus()

    def end(self) -> None:
        """Forget the password and close."""
        self.password.clear()
        self.password.set_error("")
        self.hide()

    def rest(self, *, resting: bool) -> None:
        """Take nothing while the note is being signed, or while a pause lasts."""
        self.sign.setEnabled(not resting and not self._pause.isActive())

    def refuse(self, refusal: WrongPassword | TooManyTries) -> None:
        """Say that the password was wrong, and for how long nothing is taken."""
        words = message(refusal)
        if refusal.wait_seconds:
            self._pause.start(round(refusal.wait_seconds * 1000) + 50)
        self.rest(resting=False)
        self.password.set_error(words.line)
        self.password.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc and sign nothing."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        if not self.sign.isEnabled():
            return
        signer = self.signer.text().strip()
        self.signer.set_error("" if signer else self.tr("请写签署人的姓名。"))
        missing = self.tr("请写密码。") if not self.password.text() else ""
        self.password.set_error(missing)
        if signer and not missing:
            self.rest(resting=True)
            self.asked.emit(signer, self.password.take())
        else:
            (self.password if signer else self.signer).setFocus()

    def _again(self) -> None:
        self.password.set_error("")
        self.rest(resting=False)


@dataclass(frozen=True)
class LastWords:
    """The titles of the strip: what was agreed and what was planned on a day, and the next time."""

    agreed: str
    planned: str
    ahead: str


class LastStrip(Card):
    """What was agreed and planned last time, and when the next time is.

    It can be folded; `turned` says that it is now, or is not.
    """

    turned = Signal(bool)

    def __init__(
        self,
        cells: Sequence[tuple[str, str]],
        *,
        folded: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("sunken", margins=(18, 12, 10, 12), spacing=0, parent=parent)
        line = row(spacing=18)
        for number, (name, text) in enumerate(cells):
            if number:
                line.addWidget(rule(upright=True))
            line.addLayout(
                column(Label(name, "meta"), Label(text, "body", wrap=True), None, spacing=2), 1
            )
        self._cells = QWidget()
        self._cells.setLayout(line)
        self._name = Label(cells[0][0], "meta")
        self._name.hide()
        self.fold = IconButton("chevron-up", self.tr("收起上次的计划"))
        self.fold.clicked.connect(self._turn)
        whole = row(self._cells, self._name, column(self.fold, None), spacing=12)
        whole.setStretch(0, 1)
        whole.setStretch(1, 1)
        self.body.addLayout(whole)
        if folded:
            self._fold(folded=True)

    def _turn(self) -> None:
        """Fold the words away, or bring them back."""
        folded = not self._cells.isHidden()
        self._fold(folded=folded)
        self.turned.emit(folded)

    def _fold(self, *, folded: bool) -> None:
        self._cells.setVisible(not folded)
        self._name.setVisible(folded)
        self.fold.set_icon("chevron-down" if folded else "chevron-up")
        said = self.tr("展开上次的计划") if folded else self.tr("收起上次的计划")
        self.fold.set_name(said)


def last_cells(shown: NoteView, words: LastWords) -> list[tuple[str, str]]:
    """Return title and words of what the last note says for this session, then the next time."""
    note, session = shown.page.last, shown.last
    cells = []
    if note is not None and session is not None:
        day = dates.short_day(local(session.starts_at, shown.here))
        texts = {part.key: part.text.strip() for part in note.body.parts}
        cells = [
            (words.agreed.format(day), texts.get("homework", "")),
            (words.planned.format(day), texts.get("plan", "")),
        ]
    if shown.ahead is not None:
        cells.append((words.ahead, dates.day_and_time(local(shown.ahead.starts_at, shown.here))))
    return [(name, _short(text)) for name, text in cells if text]


def _short(text: str) -> str:
    """Return the beginning of a text in one line."""
    line = " ".join(text.split())
    return line if len(line) <= _STRIP_LENGTH else f"{line[:_STRIP_LENGTH]}…"


class SidePane(QWidget):
    """The facts of this session, what to remember, how much is written."""

    def __init__(self, shown: NoteView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("pane", "right")
        self.setFixedWidth(look.px(_PANE))
        self.count = Label("", "meta")
        self.setLayout(
            column(
                Label(self.tr("本次"), "name"),
                12,
                self._facts(shown),
                20,
                rule(),
                20,
                Label(self.tr("提醒"), "name"),
                12,
                self._reminder(shown),
                None,
                self.count,
                margins=(24, 24, 24, 24),
            )
        )

    def show_count(self, words: int) -> None:
        """Say how much is written."""
        self.count.setText(self.tr("写了 %Ln 字", "", words))

    def _facts(self, shown: NoteView) -> KeyValues:
        session, note = shown.page.session, shown.page.note
        facts = [
            (self.tr("次数"), self.tr("第 {0} 次").format(session.number)),
            (self.tr("时长"), self.tr("{0} 分钟").format(session.minutes)),
            (self.tr("方式"), mode_word(session.mode)),
            (self.tr("动笔"), _short_moment(note.created_at, shown.here)),
        ]
        if note.seal:
            facts.append((self.tr("签署"), _short_moment(note.seal.at, shown.here)))
        if shown.template:
            facts.insert(3, (self.tr("模板"), shown.template.title))
        return KeyValues(facts)

    def _reminder(self, shown: NoteView) -> QWidget:
        signed = shown.page.note.seal is not None
        late = not signed and shown.now > shown.due
        due = _short_moment(shown.due, shown.here)
        if signed:
            icon, said = "check", self.tr("已签署。要补充或更正，请写补记。")
        elif late:
            icon, said = "clock", self.tr("已过 24 小时（{0}），请尽快签署。").format(due)
        else:
            icon, said = "clock", self.tr("24 小时内签署：{0} 前就好。").format(due)
        sign = Picture(icon, "low" if signed else "mid" if late else "soft", 16)
        words = Label(said, "soft", wrap=True)
        if late:
            words.set_tint("mid")
        holder = QWidget()
        line = row(column(2, sign, None), words, spacing=10)
        line.setStretch(1, 1)
        holder.setLayout(line)
        return holder


def _short_moment(at: datetime, place: Place) -> str:
    """Return day and time by the clock of `place`, without the year."""
    there = local(at, place)
    return f"{dates.short_weekday(there)} {dates.clock_time(there)}"


def saved_at(at: datetime, shown: NoteView) -> str:
    """Return when something was saved: the time, and the day where it was before today."""
    there, today = local(at, shown.here), local(shown.now, shown.here)
    if there.date() < today.date():
        return _short_moment(at, shown.here)
    return f"{there:%H:%M}"

"""The cases: a list, the page of one with everything that happened, and what is known beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QMenu, QSizePolicy, QStackedLayout, QWidget

from app.domain.consent import Consent, ConsentState
from app.domain.ids import CaseId
from app.domain.prefill import hours_ahead
from app.domain.session import Appointment
from app.services import cases, consents, notes
from app.services.cases import TimelineNote
from app.services.changes import Noun
from ui.case_list import (
    MODE_ICONS,
    NARROW,
    WIDE,
    CaseList,
    clock_time,
    day,
    hours_words,
    mode_word,
    month,
)
from ui.messages import message
from ui.page import Page, ToCaseForm, ToCases, ToConsent, ToExport, ToNewCase, ToNote
from ui.theme import look
from ui.widgets.banner import Banner
from ui.widgets.button import Button, IconButton
from ui.widgets.card import column, row, rule, scroll
from ui.widgets.chip import Choices, StateChip
from ui.widgets.empty import Empty
from ui.widgets.flow import Flow
from ui.widgets.keyvalue import KeyValues
from ui.widgets.label import Label
from ui.widgets.painted import Painted, elided, smooth, text_width, words
from ui.widgets.picture import Picture
from ui.widgets.timeline import TimelineItem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from app.domain.client import EmergencyContact, Place, Profile
    from app.domain.errors import Refusal
    from app.domain.note import Note
    from app.ports import OpenVault
    from app.services.cases import CaseLine, CasePage
    from app.services.changes import Changes
    from app.services.tools import Tools
    from ui.office import Office
    from ui.theme.roles import Role, Tone

_AT_ONCE: Final = 30
_NEAR_END: Final = 240
_PAUSE_MS: Final = 120
_FOLD_BELOW: Final = 1300
_PANE_FROM: Final = 1000
_EXCERPT: Final = 76
_READING: Final = 800
_BESIDE: Final = 540
_PANE_WIDE, _PANE_NARROW = 316, 296
_KEYS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
_SHOWN_OF_ALL: Final = frozenset({Noun.CASES, Noun.NOTES, Noun.CONSENTS, Noun.PRACTICE})


@dataclass(frozen=True)
class CaseView:
    """A case page with what the screen needs besides: the practice's place, titles, the time."""

    page: CasePage = field(repr=False)
    practice: Place = field(repr=False)
    consent_titles: Mapping[str, str]
    note_titles: Mapping[str, str]
    now: datetime = field(compare=False)


def view_case(vault: OpenVault, tools: Tools, case_id: CaseId) -> CaseView:
    """Return everything that the page of a case shows; it runs on the vault's thread."""
    return CaseView(
        cases.case_page(vault, tools.clock, case_id),
        vault.settings.practice().place,
        {key: one.title for key, one in tools.consent_templates.items()},
        {key: one.title for key, one in tools.note_templates.items()},
        tools.clock.now(),
    )


def half_hour(at: datetime) -> datetime:
    """Return the last full or half hour on the counselor's clock."""
    local = at.astimezone()
    over = timedelta(minutes=local.minute % 30, seconds=local.second, microseconds=at.microsecond)
    return at - over


def excerpt(texts: Iterable[str]) -> str:
    """Return the first lines of what was written, on one line and not long."""
    lines = [line.strip() for text in texts for line in text.splitlines() if line.strip()]
    said = " ".join(lines[:3])
    return said if len(said) <= _EXCERPT else said[:_EXCERPT].rstrip() + "…"


@dataclass(frozen=True)
class Entry:
    """Something in the timeline: a note, a consent, or nothing but the opening of the case."""

    at: datetime
    subject: TimelineNote | Consent | None = field(repr=False)

    @property
    def key(self) -> tuple[str, int]:
        """Return what tells this entry from every other."""
        if isinstance(self.subject, TimelineNote):
            return ("note", self.subject.note.id)
        return ("consent", self.subject.id) if self.subject else ("opening", 0)


def entries(page: CasePage) -> list[Entry]:
    """Return everything that happened in a case, newest first."""
    found = [Entry(one.session.starts_at, one) for one in page.notes]
    found += [Entry(one.steps[-1][1], one) for one in page.consents if one.steps]
    found.sort(key=lambda one: one.at, reverse=True)
    return [*found, Entry(page.case.opened_at, None)]


class _Line(Painted):
    """One line of words that gives way where the room is short."""

    def __init__(self, size: float, role: Role, weight: int = 400) -> None:
        super().__init__()
        self._size, self._role, self._weight, self._text = size, role, weight, ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        """Show `text`."""
        self._text = text
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.dress()

    def sizeHint(self) -> QSize:
        """Return the room for all of it."""
        font = look.font(self._size, self._weight)
        return QSize(text_width(font, self._text) + 1, look.px(self._size * 1.5))

    def minimumSizeHint(self) -> QSize:
        """Need a few characters."""
        return QSize(min(self.sizeHint().width(), look.px(48)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words."""
        del event
        font = look.font(self._size, self._weight)
        said = elided(font, self._text, self.width())
        words(smooth(self), QRectF(self.rect()), said, (font, self._role))


class _Fact(QWidget):
    """An icon and a few words."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._words = _Line(13, "soft")
        self.setLayout(row(Picture(icon, "soft", 15), self._words, spacing=6))

    def say(self, text: str) -> None:
        """Show `text`, or nothing at all."""
        self._words.say(text)
        self.setVisible(bool(text))


class Masked(Button):
    """A number that is shown while held, or from one key press to the next (clause 129)."""

    def __init__(self, name: str, number: str) -> None:
        super().__init__("", "link")
        self._name, self._number = name, number
        self._show(shown=False)
        self.pressed.connect(lambda: self._show(shown=True))
        self.released.connect(lambda: self._show(shown=False))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show or hide with Enter or Space."""
        if event.key() in _KEYS:
            if not event.isAutoRepeat():
                self._show(shown=not self._shown)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Leave the number as the key press left it."""
        if event.key() not in _KEYS:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the number when the keyboard goes elsewhere."""
        super().focusOutEvent(event)
        self._show(shown=False)

    def _show(self, *, shown: bool) -> None:
        self._shown = shown
        hidden = self.tr("已登记，按住显示")
        said = self._number.replace("&", "&&") if shown else hidden
        self.setText(said)
        spoken = self._number if shown else hidden
        self.setAccessibleName(self.tr("{0}：{1}").format(self._name, spoken))


class CaseTimeline(QWidget):
    """Everything that happened, by month, newest first; built as far as one looks."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: CaseView | None = None
        self._kind, self._month, self._shown = "all", "", 0
        self._left: list[Entry] = []
        self._items: dict[tuple[str, int], TimelineItem] = {}
        self._last: tuple[TimelineItem, bool] | None = None
        self._area = scroll(QWidget(), "paper")
        self._area.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._lines, self._more = column(), Button("", "ghost")
        self.setLayout(column(self._area))

    def show_view(self, view: CaseView) -> None:
        """Show a case: the same one anew where one was, another from its top."""
        before, self._view = self._view, view
        same = before is not None and before.page.case.id == view.page.case.id
        self._rebuild(max(_AT_ONCE, self._shown) if same else _AT_ONCE, keep=same)

    def show_kind(self, kind: str) -> None:
        """Show all, only notes, or only consents."""
        self._kind = kind
        if self._view is not None:
            self._rebuild(_AT_ONCE, keep=False)

    def built(self) -> int:
        """Return how many entries are built."""
        return self._shown

    def _rebuild(self, count: int, *, keep: bool) -> None:
        """Build the first `count` entries; with `keep`, scroll and focus stay."""
        bar = self._area.verticalScrollBar()
        here = bar.value() if keep else 0
        focused = next((key for key, item in self._items.items() if item.hasFocus()), None)
        inside = QWidget()
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside.setProperty("ground", "paper")
        self._lines = column()
        self._more = Button(self.tr("显示更早"), "ghost", icon="chevron-down")
        self._more.clicked.connect(lambda: self._add(_AT_ONCE))
        later = row(34, self._more, None)
        reading = QWidget()
        reading.setMaximumWidth(look.px(_READING))
        reading.setLayout(column(self._lines, later, None, margins=(27, 0, 24, 24)))
        whole = row(reading, None)
        whole.setStretch(0, 100)
        inside.setLayout(whole)
        self._items, self._shown, self._month, self._last = {}, 0, "", None
        self._left = self._wanted()
        self._add(count)
        self._area.setWidget(inside)
        QTimer.singleShot(0, self, lambda: bar.setValue(here))
        if focused in self._items:
            self._items[focused].setFocus()

    def _wanted(self) -> list[Entry]:
        """Return the entries of the chosen kind."""
        every = entries(self._view.page) if self._view is not None else []
        return [one for one in every if self._kind in {"all", one.key[0]}]

    def _add(self, count: int) -> None:
        """Build `count` more entries."""
        coming, self._left = self._left[:count], self._left[count:]
        for entry in coming:
            self._put(entry)
        self._shown += len(coming)
        self._more.setVisible(bool(self._left))
        if not self._left:
            self._end_thread()

    def _put(self, entry: Entry) -> None:
        """Add an entry, under its month where a new one begins."""
        title = month(entry.at)
        first = title != self._month
        if first:
            self._end_thread()
            self._lines.addLayout(column(Label(title, "soft"), margins=(0, 8, 0, 12)))
        item = self._item(entry)
        item.set_ends(first=first)
        self._items[entry.key], self._last, self._month = item, (item, first), title
        self._lines.addWidget(item)

    def _end_thread(self) -> None:
        """Let the thread end at the entry built last."""
        if self._last is not None:
            self._last[0].set_ends(first=self._last[1], last=True)

    def _scrolled(self, value: int) -> None:
        """Build more when the end comes near."""
        if self._left and value >= self._area.verticalScrollBar().maximum() - look.px(_NEAR_END):
            self._add(_AT_ONCE)

    def _item(self, entry: Entry) -> TimelineItem:
        """Return an entry as a row."""
        if isinstance(entry.subject, TimelineNote):
            return self._note_item(entry.subject)
        if isinstance(entry.subject, Consent):
            return self._consent_item(entry.subject)
        meta = self._day(entry.at)
        return TimelineItem("folder-open", self.tr("建立个案"), meta=meta, opens=False)

    def _note_item(self, one: TimelineNote) -> TimelineItem:
        """Return a note with its first lines and what was added to it."""
        note, session = one.note, one.session
        when = f"{self._day(session.starts_at)} {clock_time(session.starts_at)}"
        said = excerpt(part.text for part in note.body.parts)
        item = TimelineItem(
            "check" if note.seal else "pen-line",
            self.tr("第 {0} 次咨询").format(session.number),
            tone="low" if note.seal else "mid",
            meta=self.tr("{0} · {1} 分钟").format(when, session.minutes),
            text=said or self.tr("还没有写字。"),
        )
        signed = StateChip(self.tr("已签署"), "low", "check")
        item.add_chip(signed if note.seal else StateChip(self.tr("草稿"), "mid", "pen-line"))
        for amendment in one.amendments:
            head = self.tr("补记 {0}").format(self._day(amendment.seal.at))
            added = Label(f"{head}  {excerpt([amendment.text])}", "soft", wrap=True)
            line = row(column(3, Picture("file-plus", "faint", 14), None), added, spacing=8)
            line.setStretch(1, 1)
            holder = QWidget()
            holder.setLayout(line)
            item.add(holder)
        item.opened.connect(partial(self.opened.emit, ToNote(note.id)))
        return item

    def _consent_item(self, consent: Consent) -> TimelineItem:
        """Return a consent with how far it has come."""
        titles = self._view.consent_titles if self._view is not None else {}
        word, tone, icon = self._state(consent.state)
        item = TimelineItem(
            "file-check" if consent.final else "file-pen-line",
            titles.get(consent.draft.template, self.tr("知情同意书")),
            tone=tone,
            meta=self._day(consent.steps[-1][1]),
        )
        item.add_chip(StateChip(word, tone, icon))
        item.opened.connect(partial(self.opened.emit, ToConsent(consent.id)))
        return item

    def _state(self, state: ConsentState) -> tuple[str, Tone, str]:
        """Return a state of a consent as word, tone and icon."""
        words_of: dict[ConsentState, tuple[str, Tone, str]] = {
            ConsentState.DRAFT: (self.tr("准备中"), "mid", "clock"),
            ConsentState.PROVIDED: (self.tr("已提供"), "mid", "clock"),
            ConsentState.READ: (self.tr("已阅读"), "mid", "clock"),
            ConsentState.DISCUSSED: (self.tr("已讨论"), "mid", "clock"),
            ConsentState.RECONFIRMED: (self.tr("已再次确认"), "mid", "clock"),
            ConsentState.SIGNED: (self.tr("已签署"), "low", "check"),
            ConsentState.WITHDRAWN: (self.tr("已撤回"), "plain", "undo-2"),
            ConsentState.EXPIRED: (self.tr("已失效"), "plain", "clock"),
        }
        return words_of[state]

    def _day(self, at: datetime) -> str:
        return day(at, self._view.now if self._view is not None else at)


class CaseHead(QWidget):
    """Who it is, how things stand, and what can be done: one filled button, three quiet ones."""

    write = Signal(str)
    consent = Signal(str)
    summary = Signal()
    edit = Signal()
    kind = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: CaseView | None = None
        self._name, self._code = _Line(24, "ink", 500), _Line(12, "faint")
        self._mode, self._consent = StateChip(""), StateChip("")
        self._where, self._count = _Fact("map-pin"), _Fact("repeat")
        self.write_button = Button(self.tr("写记录"), "primary", icon="pen-line")
        self.write_button.clicked.connect(lambda: self.write.emit("structured"))
        self.form_button = IconButton("chevron-down", self.tr("选择记录的格式"))
        self.form_button.clicked.connect(self._choose_form)
        self._kinds = Choices(
            (("all", self.tr("全部")), ("note", self.tr("记录")), ("consent", self.tr("同意"))),
            name=self.tr("时间线上显示什么"),
        )
        self._kinds.choose("all")
        self._kinds.chosen.connect(lambda keys: self.kind.emit(keys[0]))
        self._lay_out()

    def show_view(self, view: CaseView) -> None:
        """Show a case."""
        self._view = view
        case, profile = view.page.case, view.page.client.profile
        self._name.say(profile.name or case.code)
        self._code.say(case.code if profile.name else "")
        self._mode.say(mode_word(case.mode), "plain", MODE_ICONS[case.mode])
        self._consent.say(*self._consent_state(view.page.consents))
        self._where.say(self._place_words(view))
        sessions = {one.session.id for one in view.page.notes}
        self._count.say(
            self.tr("{0} 次咨询").format(len(sessions)) if sessions else self.tr("还没有咨询")
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put filters and buttons under each other where they do not fit side by side."""
        super().resizeEvent(event)
        beside = self.width() >= look.px(_BESIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._lower.setDirection(across if beside else down)

    def _lay_out(self) -> None:
        """Put the parts into three lines."""
        act = row(self.write_button, self.form_button, spacing=2)
        chips = QWidget()
        flow = Flow(chips, gap=8)
        flow.addWidget(self._mode)
        flow.addWidget(self._consent)
        top = row(self._name, self._code, 4, chips, act, spacing=10)
        top.setStretch(3, 1)
        top.setAlignment(chips, Qt.AlignmentFlag.AlignVCenter)
        facts = row(self._where, self._count, None, spacing=18)
        self._lower = row(self._kinds, self._quiet_buttons(), spacing=8)
        self._lower.setStretch(0, 1)
        self.setLayout(column(top, 8, facts, 16, self._lower, margins=(27, 23, 24, 12)))

    def _quiet_buttons(self) -> QWidget:
        """Return consent, summary and form, side by side where there is room."""
        holder = QWidget()
        flow = Flow(holder)
        self.consent_button = Button(self.tr("知情同意"), icon="file-pen-line", sz="s")
        self.consent_button.clicked.connect(self._choose_consent)
        summary = Button(self.tr("督导摘要"), icon="shield-check", sz="s")
        summary.clicked.connect(self.summary)
        edit = Button(self.tr("编辑资料"), icon="pencil", sz="s")
        edit.clicked.connect(self.edit)
        for button in (self.consent_button, summary, edit):
            flow.addWidget(button)
        return holder

    def _choose_form(self) -> None:
        """Offer the forms of a note."""
        if self._view is not None:
            self._offer(self.form_button, self._view.note_titles, self.write.emit)

    def _choose_consent(self) -> None:
        """Offer the texts of a consent."""
        if self._view is not None:
            self._offer(self.consent_button, self._view.consent_titles, self.consent.emit)

    def _offer(
        self, button: QWidget, titles: Mapping[str, str], take: Callable[[str], None]
    ) -> None:
        """Open a menu of titles under a button; `take` gets the key of the one chosen."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, title in titles.items():
            menu.addAction(title.replace("&", "&&"), partial(take, key))
        menu.setAccessibleName(button.accessibleName())
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + look.px(4))))

    def _consent_state(self, found: tuple[Consent, ...]) -> tuple[str, Tone, str]:
        """Return how consent stands, as word, tone and icon."""
        states = {one.state for one in found}
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
        mine = own_place(profile, view.practice)
        if not theirs.city and not theirs.time_zone:
            return ""
        parts = [self.tr("来访者在{0}").format(theirs.city or theirs.time_zone)]
        if mine.city:
            parts.append(self.tr("您在{0}").format(mine.city))
        parts.append(hours_words(hours_ahead(mine, theirs, view.now)))
        return self.tr("，").join(part for part in parts if part)


def own_place(profile: Profile, practice: Place) -> Place:
    """Return where the counselor is for this client: as the case says, else as the practice."""
    mine = profile.counselor_place
    return mine if mine.city or mine.time_zone else practice


class CasePane(QWidget):
    """What is known of the client: only what was filled in, numbers masked (clauses 129, 144)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("pane", "right")
        self._area = scroll(QWidget(), "raised")
        self.setLayout(column(self._area, margins=(1, 0, 0, 0)))

    def show_view(self, view: CaseView) -> None:
        """Show the client of a case."""
        profile = view.page.client.profile
        lines = column(margins=(20, 24, 20, 24), spacing=20)
        mine = own_place(profile, view.practice)
        apart = hours_words(hours_ahead(mine, profile.place, view.now))
        groups = (
            self._facts(profile, apart),
            self._emergency(profile.emergency),
            *self._circle(profile),
        )
        shown = [group for group in groups if group is not None]
        for group in shown:
            lines.addWidget(group)
        if not shown:
            lines.addWidget(self._nothing())
        lines.addStretch(1)
        inside = QWidget()
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside.setProperty("ground", "raised")
        inside.setLayout(lines)
        self._area.setWidget(inside)

    def _nothing(self) -> QWidget:
        """Return words for a client of whom nothing is written."""
        said = self.tr("还没有写资料。除了代号，都可以一直空着；要用到时点「编辑资料」。")
        return self._group(self.tr("资料"), Label(said, "soft", wrap=True))

    def _facts(self, profile: Profile, apart: str) -> QWidget | None:
        """Return the client's own facts; `apart` says how far both clocks are apart."""
        zone = self.tr("，").join(part for part in (profile.place.time_zone, apart) if part)
        plain = (
            (self.tr("姓名"), profile.name),
            (self.tr("小名"), self.tr("、").join(profile.aliases)),
            (self.tr("微信"), profile.wechat),
            (self.tr("邮箱"), profile.email),
            (self.tr("所在"), profile.place.city),
            (self.tr("时区"), zone),
            (self.tr("单位"), profile.employer),
            (self.tr("学校"), profile.school),
            (self.tr("生日"), profile.birth_date),
            (self.tr("住址"), profile.address),
        )
        hidden = (
            (self.tr("电话"), profile.phone),
            (self.tr("证件"), profile.id_number),
        )
        return self._rows(self.tr("资料"), plain, hidden)

    def _emergency(self, person: EmergencyContact) -> QWidget | None:
        """Return whom to call."""
        plain = ((self.tr("姓名"), person.name), (self.tr("关系"), person.relation))
        return self._rows(
            self.tr("紧急联系人"), plain, ((self.tr("电话"), person.phone),), self._may(person)
        )

    def _may(self, person: EmergencyContact) -> StateChip:
        """Return whether that person may know."""
        if person.may_know:
            return StateChip(self.tr("可告知咨询事实"), "low", "check")
        return StateChip(self.tr("不可告知咨询事实"), "mid", "ban")

    def _circle(self, profile: Profile) -> list[QWidget | None]:
        """Return the people, places and institutions of the client's life."""
        people = tuple(
            (one.relation, self.tr("、").join(name for name in (one.name, *one.aliases) if name))
            for one in profile.people
        )
        around = [(self.tr("地点"), one) for one in profile.places]
        around += [(self.tr("机构"), one) for one in profile.organisations]
        return [
            self._rows(self.tr("相关的人"), people),
            self._rows(self.tr("相关的地点和机构"), around),
        ]

    def _rows(
        self,
        title: str,
        plain: Iterable[tuple[str, str]],
        hidden: Iterable[tuple[str, str]] = (),
        chip: StateChip | None = None,
    ) -> QWidget | None:
        """Return a group of facts, or None when every one is empty."""
        facts = KeyValues()
        filled = [(key, value) for key, value in plain if value.strip()]
        for key, value in filled:
            facts.add(key, value)
        masked = [(key, value) for key, value in hidden if value.strip()]
        for key, value in masked:
            holder = QWidget()
            holder.setLayout(row(Masked(f"{title} {key}", value), None))
            facts.add(key, holder)
        return self._group(title, facts, chip) if filled or masked else None

    @staticmethod
    def _group(title: str, inside: QWidget, chip: StateChip | None = None) -> QWidget:
        """Return parts under a title."""
        head = row(Label(title, "strong"), None, spacing=8)
        if chip is not None:
            head.addWidget(chip)
        made = QWidget()
        made.setLayout(column(head, 8, inside))
        return made


class CaseSheet(QWidget):
    """The page of one case: refusals, head, timeline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head, self.timeline = CaseHead(), CaseTimeline()
        self._banners = column()
        self.head.kind.connect(self.timeline.show_kind)
        self.head.setMaximumWidth(look.px(_READING))
        top = row(self.head, None)
        top.setStretch(0, 100)
        lines = column(self._banners, top, rule(), self.timeline)
        lines.setStretch(3, 1)
        self.setLayout(lines)

    def show_view(self, view: CaseView) -> None:
        """Show a case."""
        self.head.show_view(view)
        self.timeline.show_view(view)

    def say(self, refusal: Refusal | None) -> None:
        """Show a refusal above the head, or take it away."""
        while item := self._banners.takeAt(0):
            if old := item.widget():
                old.deleteLater()
        if refusal is not None:
            said = message(refusal)
            self._banners.addWidget(Banner("refusal", said.what, text=said.why))


class CasesScreen(Page):
    """List, case and pane. Without a case, the list waits for one to be chosen."""

    def __init__(
        self, office: Office, case_id: CaseId | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, parent)
        self._case_id = case_id
        self._view: CaseView | None = None
        self.list, self.sheet, self.pane = CaseList(), CaseSheet(), CasePane()
        self._pick = QTimer(self)
        self._pick.setSingleShot(True)
        self._pick.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()
        self._ask_list()
        self._ask_case()

    def here(self) -> ToCases:
        """Return where one is: this list, with the case that is open."""
        return ToCases(self._case_id)

    def reload(self, changes: Changes) -> None:
        """Show cases, notes and consents anew; choice and scroll stay."""
        if changes.nouns & _SHOWN_OF_ALL:
            self._ask_list()
            self._ask_case()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give list and pane the width that the window allows."""
        super().resizeEvent(event)
        narrow = self.window().width() < _FOLD_BELOW
        most = max(NARROW, self.window().width() * 3 // 10)
        self.list.setFixedWidth(min(most, look.px(NARROW if narrow else WIDE)))
        self.pane.setFixedWidth(look.px(_PANE_NARROW if narrow else _PANE_WIDE))
        self._show_pane()

    def _lay_out(self) -> None:
        """Put the three side by side; behind them the page for a vault without cases."""
        choose = Empty(
            "users",
            self.tr("从左边选一个个案"),
            self.tr("它的记录、同意书和资料会在这里，按时间排好。"),
            boxed=False,
        )
        middle = QWidget()
        self._middle = QStackedLayout(middle)
        self._middle.addWidget(choose)
        self._middle.addWidget(self.sheet)
        working = QWidget()
        working.setLayout(row(self.list, middle, self.pane))
        working.layout().setStretch(1, 1)  # type: ignore[union-attr]
        self.empty = Empty(
            "users",
            self.tr("您的个案会在这里"),
            self.tr(
                "一个个案，是您和一位来访者、一对伴侣或一家人的一段工作。\n"
                "它的知情同意、每次的记录和督导摘要都收在一处，加密后只存在这台电脑上。\n"
                "建立时只需要一个代号，其余以后再说。"
            ),
            action=self.tr("新建第一个个案"),
            action_icon="plus",
            boxed=False,
        )
        blank = QWidget()
        self._whole = QStackedLayout(self)
        for part in (blank, working, self.empty):
            self._whole.addWidget(part)
        self.setFocusProxy(self.list.rows)
        self.pane.hide()

    def _connect(self) -> None:
        """Let the parts speak to each other."""
        new = partial(self.wanted.emit, ToNewCase())
        self.empty.acted.connect(new)
        self.list.new_case.connect(new)
        QShortcut(QKeySequence("Ctrl+N"), self, new)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._entered)
        self._pick.timeout.connect(self._ask_case)
        head = self.sheet.head
        head.write.connect(self._write)
        head.consent.connect(self._start_consent)
        head.summary.connect(lambda: self._go(ToExport))
        head.edit.connect(lambda: self._go(ToCaseForm))
        self.sheet.timeline.opened.connect(self.wanted)

    def _go(self, place: Callable[[CaseId], ToExport | ToCaseForm]) -> None:
        """Go to a page of the open case."""
        if self._case_id is not None:
            self.wanted.emit(place(self._case_id))

    def _ask_list(self) -> None:
        """Have the list read."""
        tools = self.office.tools
        self.office.desk.do(
            self, lambda vault: (cases.list_cases(vault), tools().clock.now()), self._show_list
        )

    def _show_list(self, found: tuple[list[CaseLine], datetime]) -> None:
        """Show the list, or the page for a vault without cases."""
        lines, now = found
        self.list.show_lines(lines, now)
        if self._case_id is not None:
            self.list.choose(self._case_id)
        first: QWidget = self.list.rows if lines else self.empty.action
        focused = self.hasFocus()
        self._whole.setCurrentIndex(1 if lines else 2)
        self.setFocusProxy(first)
        if focused or not lines:
            first.setFocus()

    def _chosen(self, number: int) -> None:
        """Open the case on which the arrows rest."""
        case_id = CaseId(number)
        if case_id != self._case_id:
            self._case_id = case_id
            self._pick.start()

    def _entered(self, number: int) -> None:
        """Open a case and go into it."""
        self._chosen(number)
        self.sheet.head.write_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _ask_case(self) -> None:
        """Have the chosen case read."""
        case_id, tools = self._case_id, self.office.tools
        if case_id is not None:
            self.office.desk.do(
                self, lambda vault: view_case(vault, tools(), case_id), self._show_case
            )

    def _show_case(self, view: CaseView) -> None:
        """Show a case, unless another was chosen meanwhile or nothing in it changed."""
        if view.page.case.id != self._case_id or view == self._view:
            return
        self._view = view
        self.sheet.say(None)
        self.sheet.show_view(view)
        self.pane.show_view(view)
        self._middle.setCurrentIndex(1)
        self._show_pane()

    def _show_pane(self) -> None:
        """Show the pane where there is a case, and room for it."""
        self.pane.setVisible(self._view is not None and self.width() >= look.px(_PANE_FROM))

    def _write(self, form: str) -> None:
        """Start a note of a session that began at the last half hour."""
        case_id, tools = self._case_id, self.office.tools
        if case_id is None:
            return

        def work(vault: OpenVault) -> Note:
            when = Appointment(half_hour(tools().clock.now()))
            return notes.start(vault, tools().clock, case_id, when, tools().note_templates[form])

        self._busy(busy=True)
        self.office.desk.do(
            self,
            work,
            lambda note: self.wanted.emit(ToNote(note.id)),
            self._explain,
            (Noun.NOTES,),
        )

    def _start_consent(self, key: str) -> None:
        """Start a consent in one of the texts."""
        case_id, tools = self._case_id, self.office.tools
        if case_id is None:
            return
        self._busy(busy=True)
        self.office.desk.do(
            self,
            lambda vault: consents.start(vault, tools(), case_id, tools().consent_templates[key]),
            lambda consent: self.wanted.emit(ToConsent(consent.id)),
            self._explain,
            (Noun.CONSENTS,),
        )

    def _explain(self, refusal: Refusal) -> None:
        """Say why something was not done."""
        self._busy(busy=False)
        self.sheet.say(refusal)

    def _busy(self, *, busy: bool) -> None:
        """Take no second click while the first is being answered."""
        for button in (
            self.sheet.head.write_button,
            self.sheet.head.form_button,
            self.sheet.head.consent_button,
        ):
            button.setEnabled(not busy)

"""What is to come in a case, the nearest first, and all that happened, newest first: one thread."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.appointment import Appointment
from app.domain.client import Place
from app.domain.consent import Consent, ConsentState
from app.domain.consent_progress import number
from app.domain.entry import CaseEntry, EntryKind
from app.domain.local_time import local
from app.services.case_timeline import NoteLine, TimelineNote
from ui import dates, privacy, timeline_entries, timeline_events
from ui.case_list import day
from ui.excerpt import excerpt
from ui.page import ToConsent, ToNote
from ui.tab_order import as_laid_out, first_stop, stop_before
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.card import column, row, scroll
from ui.widgets.chip import StateChip
from ui.widgets.label import Label
from ui.widgets.picture import Picture
from ui.widgets.timeline import TimelineItem

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping
    from datetime import datetime

    from PySide6.QtGui import QPaintEvent

    from app.domain.ids import CaseId, NoteId
    from ui.case_view import CaseView
    from ui.theme.roles import Tone
    from ui.timeline_events import Event


AT_ONCE: Final = 30
_FIRST: Final = 12  # as many rows as a tall window shows
_SOON_MS: Final = 30
_NEAR_END: Final = 240
READING: Final = 800


@dataclass(frozen=True)
class Entry:
    """Something in the timeline: a note, a consent, an entry, an event, or only its opening.

    `coming` says that it is an appointment still ahead.
    """

    at: datetime
    subject: TimelineNote | NoteLine | Consent | CaseEntry | Event | None = field(repr=False)
    coming: bool = False

    @property
    def key(self) -> tuple[str, object]:
        """Return the filter that shows it, and what tells this entry from every other."""
        one = self.subject
        if isinstance(one, TimelineNote):
            return ("note", one.note.id)
        if isinstance(one, NoteLine):
            return ("note", one.facts.id)
        if isinstance(one, CaseEntry):
            return ("contact" if one.kind is EntryKind.CONTACT else "entry", one.id)
        if isinstance(one, Consent):
            return ("consent", one.id)
        return timeline_events.key(one) if one is not None else ("opening", 0)

    def shown_in(self, kind: str) -> bool:
        """Return whether a filter shows it."""
        if kind != "all":
            return self.key[0] == kind
        one = self.subject
        return not (isinstance(one, timeline_events.Event) and timeline_events.quiet(one))


def entries(view: CaseView) -> list[Entry]:
    """Return what is ahead in a case, the nearest first; then what happened, newest first."""
    page = view.page
    found = [Entry(one.session.starts_at, one) for one in page.notes]
    found += [Entry(one.session.starts_at, one) for one in page.further]
    found += [Entry(one.steps[-1][1], one) for one in page.consents if one.steps]
    found += [
        Entry(timeline_entries.happened(one), one)
        for one in page.entries
        if timeline_entries.shown(one)
    ]
    coming = set(view.events.coming)
    found += [
        Entry(timeline_events.happened(one), one, one in coming)
        for one in timeline_events.events(view.events)
    ]
    ahead = sorted((one for one in found if one.coming), key=lambda one: one.at)
    was = sorted((one for one in found if not one.coming), key=lambda one: one.at, reverse=True)
    return [*ahead, *was, Entry(page.case.opened_at, None)]


class _Ground(QWidget):
    """What the entries stand on; says once that it was painted."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._told = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and tell of the first time."""
        super().paintEvent(event)
        if not self._told:
            self._told = True
            self.painted.emit()


class CaseTimeline(QWidget):
    """What is ahead, and everything that happened, by month; built as far as one looks.

    `asked` wants the words of notes further down, by their numbers; `take` shows them.
    """

    opened = Signal(object)
    asked = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: CaseView | None = None
        self._kind, self._month, self._shown = "all", "", 0
        self._left: list[Entry] = []
        self._read: dict[NoteId, TimelineNote] = {}
        self._waits: tuple[tuple[NoteId, ...], int] = ((), 0)
        self._items: dict[tuple[str, object], TimelineItem] = {}
        self._last: tuple[TimelineItem, bool] | None = None
        self._later = False
        # A timer of its own goes with it: a single shot would still reach for a bar that is gone.
        self._place = 0
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.timeout.connect(self._scroll_back)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._fill_up)
        self._area = scroll(QWidget(), "paper")
        self._area.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._lines, self._more = column(), Button("", "ghost")
        self._above: QWidget | None = None
        self.setLayout(column(self._area))

    def carry(self, above: QWidget) -> None:
        """Let something stand above the first entry, and scroll with it."""
        self._above = above
        self._rebuild(self._shown, keep=True)

    def show_view(self, view: CaseView) -> None:
        """Show a case: the same one anew where one was, another from its top."""
        before, self._view = self._view, view
        self._read.clear()
        same = before is not None and before.page.case.id == view.page.case.id
        self._rebuild(max(AT_ONCE, self._shown) if same else AT_ONCE, keep=same)

    def show_kind(self, kind: str) -> None:
        """Show all, or only what one of the filters of the head lets through."""
        self._kind = kind
        if self._view is not None:
            self._rebuild(AT_ONCE, keep=False)

    def reach(self, case_id: CaseId) -> int:
        """Return the words of how many notes of a case are shown, or are to be at first."""
        if self._view is None or self._view.page.case.id != case_id:
            return AT_ONCE
        return max(AT_ONCE, len(self._view.page.notes) + len(self._read))

    def take(self, asked: tuple[NoteId, ...], notes: Iterable[TimelineNote]) -> None:
        """Show notes whose words were `asked` for; of those one is missing it is gone."""
        waited, count = self._waits
        if asked != waited:
            return
        self._waits = ((), 0)
        found = {one.note.id: one for one in notes}
        self._read.update(found)
        wanted = set(asked)
        left = (_with_words(one, found, wanted) for one in self._left)
        self._left = [one for one in left if one is not None]
        self._add(count)

    def built(self) -> int:
        """Return how many entries are built."""
        return self._shown

    def _rebuild(self, count: int, *, keep: bool) -> None:
        """Build the first `count` entries; with `keep`, scroll and focus stay.

        Where nothing is kept only what fits into the window is built before it is painted.
        """
        self._soon.stop()
        bar = self._area.verticalScrollBar()
        here = bar.value() if keep else 0
        focused = next((key for key, item in self._items.items() if item.hasFocus()), None)
        inside = _Ground()
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside.setProperty("ground", "paper")
        self._lines = column()
        self._more = Button(self.tr("显示更早"), "ghost", icon="chevron-down")
        self._more.clicked.connect(self._add_more)
        later = row(34, self._more, None)
        reading = QWidget()
        reading.setMaximumWidth(look.px(READING))
        reading.setLayout(column(self._lines, later, None, margins=(27, 0, 24, 24)))
        whole = row(reading, None)
        whole.setStretch(0, 100)
        held = QApplication.focusWidget()
        inside.setLayout(column(self._above, whole) if self._above is not None else whole)
        self._items, self._shown, self._month, self._last = {}, 0, "", None
        self._waits = ((), 0)
        self._later = False
        self._left = self._wanted()
        self._add(count if keep else min(count, _FIRST))
        self._area.setWidget(inside)
        self._put_in_order(inside)
        self._later = True
        self._place = here
        self._settled.start()
        if focused in self._items:
            self._items[focused].setFocus()
        elif held is not None and self._above is not None and self._above.isAncestorOf(held):
            held.setFocus()  # it went to the new page with what is above
        if self._left and self._shown < count:
            # A clock alone would run out before the first paint on a computer that is busy.
            inside.painted.connect(self._soon.start)

    def _put_in_order(self, inside: QWidget) -> None:
        """Let the Tab key come to what is above, now on a new page, where it came to it before."""
        first = first_stop(inside)
        before = stop_before(self, without=inside)
        if self._above is not None and before is not None and first is not None:
            QWidget.setTabOrder(before, first)
            as_laid_out(inside)

    def _scroll_back(self) -> None:
        """Show the place that was shown before, once there is room for it."""
        self._area.verticalScrollBar().setValue(self._place)

    def _fill_up(self) -> None:
        """Build the rest of what is there at once, now that the first of it was painted."""
        if not self._waits[0]:
            self._add(max(0, AT_ONCE - self._shown))

    def _wanted(self) -> list[Entry]:
        """Return the entries of the chosen kind."""
        every = entries(self._view) if self._view is not None else []
        read = (_with_words(one, self._read, ()) for one in every if one.shown_in(self._kind))
        return [one for one in read if one is not None]

    def _add(self, count: int) -> None:
        """Build `count` more entries; where words of notes are wanted, ask for them first."""
        coming = self._left[:count]
        unread = [one.subject.facts.id for one in coming if isinstance(one.subject, NoteLine)]
        at_hand = next((at for at, one in enumerate(coming) if _unread(one)), len(coming))
        self._left = self._left[at_hand:]
        for entry in coming[:at_hand]:
            self._put(entry)
        self._shown += at_hand
        self._more.setVisible(bool(self._left))
        if unread:
            self._waits = (tuple(unread), count - at_hand)
            self.asked.emit(self._waits[0])
        if not self._left:
            self._end_thread()

    def _add_more(self) -> None:
        """Build the next entries, unless they are being fetched."""
        self._soon.stop()
        if not self._waits[0]:
            self._add(AT_ONCE + max(0, AT_ONCE - self._shown))

    def _put(self, entry: Entry) -> None:
        """Add an entry, under its month where a new one begins."""
        title = self.tr("接下来") if entry.coming else dates.month(self._local(entry.at))
        first = title != self._month
        if first:
            self._end_thread()
            self._lines.addLayout(column(Label(title, "soft"), margins=(0, 8, 0, 12)))
        item = self._item(entry)
        item.set_ends(first=first)
        before = self._last[0] if self._last is not None else None
        self._items[entry.key], self._last, self._month = item, (item, first), title
        self._lines.addWidget(item)
        if self._later and before is not None:  # else Tab would come to it after all other parts
            for one, other in pairwise((_stops(before)[-1], *_stops(item))):
                QWidget.setTabOrder(one, other)

    def _end_thread(self) -> None:
        """Let the thread end at the entry built last."""
        if self._last is not None:
            self._last[0].set_ends(first=self._last[1], last=True)

    def _scrolled(self, value: int) -> None:
        """Build more when the end comes near."""
        if self._left and value >= self._area.verticalScrollBar().maximum() - look.px(_NEAR_END):
            self._add_more()

    def _item(self, entry: Entry) -> TimelineItem:
        """Return an entry as a row."""
        if isinstance(entry.subject, TimelineNote):
            return self._note_item(entry.subject)
        if isinstance(entry.subject, Consent):
            return self._consent_item(entry.subject)
        if isinstance(entry.subject, CaseEntry):
            return self._entry_item(entry.subject)
        if isinstance(entry.subject, timeline_events.Event) and self._view is not None:
            return self._event_item(entry.subject, self._view)
        meta = self._day(entry.at)
        return TimelineItem("folder-open", self.tr("建立个案"), meta=meta, opens=False)

    def _note_item(self, one: TimelineNote) -> TimelineItem:
        """Return a note with its first lines and what was added to it."""
        note, session = one.note, one.session
        when = f"{self._day(session.starts_at)} {dates.clock_time(self._local(session.starts_at))}"
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
            item.add(_under("file-plus", f"{head}  {excerpt([amendment.text])}"))
        if one.unfinished.strip():
            left = f"{self.tr('补记没写完')}  {excerpt([one.unfinished])}"
            item.add(_under("pen-line", left))
            item.setAccessibleDescription(f"{item.accessibleDescription()}\n{left}".strip())
        item.opened.connect(partial(self.opened.emit, ToNote(note.id)))
        written = [part for part in item.findChildren(Label) if part.property("look") == "soft"]
        privacy.veil(*written, around=(item,))
        return item

    def _entry_item(self, one: CaseEntry) -> TimelineItem:
        """Return an entry of the file."""
        at = timeline_entries.happened(one)
        when = f"{self._day(at)} {dates.clock_time(self._local(at))}"
        item = timeline_entries.item(one, when)
        item.opened.connect(partial(self.opened.emit, timeline_entries.place(one)))
        written = [part for part in item.findChildren(Label) if part.property("look") == "soft"]
        privacy.veil(*written, around=(item,))
        return item

    def _event_item(self, one: Event, view: CaseView) -> TimelineItem:
        """Return what happened in the calendar or on paper."""
        item = timeline_events.item(one, view)
        item.opened.connect(partial(self.opened.emit, timeline_events.place(one, view)))
        if isinstance(one, Appointment):
            written = [part for part in item.findChildren(Label) if part.property("look") == "soft"]
            privacy.veil(*written, around=(item,))
        return item

    def _consent_item(self, consent: Consent) -> TimelineItem:
        """Return a consent with how far it has come."""
        titles = self._view.consent_titles if self._view is not None else {}
        word, tone, icon = self._state(consent.state)
        item = TimelineItem(
            "file-check" if consent.final else "file-pen-line",
            titles.get(consent.draft.template, self.tr("知情同意书")),
            tone=tone,
            meta=self._consent_meta(consent),
        )
        item.add_chip(StateChip(word, tone, icon))
        item.opened.connect(partial(self.opened.emit, ToConsent(consent.id)))
        return item

    def _consent_meta(self, consent: Consent) -> str:
        """Return when the last step was; of several consents each says its number too."""
        when = self._day(consent.steps[-1][1])
        several = self._view is not None and len(self._view.page.consents) > 1
        return f"{when} · {number(consent)}" if several else when

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
        return day(self._local(at), self._view.now if self._view is not None else at)

    def _local(self, at: datetime) -> datetime:
        """Return a time by the counselor's clock for this case."""
        return local(at, self._view.here if self._view is not None else Place())


def _unread(entry: Entry) -> bool:
    """Return whether an entry is a note whose words were not read."""
    return isinstance(entry.subject, NoteLine)


def _with_words(
    entry: Entry, read: Mapping[NoteId, TimelineNote], asked: Container[NoteId]
) -> Entry | None:
    """Return an entry with its words where they are `read`; None where `asked` for in vain."""
    if not isinstance(entry.subject, NoteLine):
        return entry
    note = entry.subject.facts.id
    if note in read:
        return replace(entry, subject=read[note])
    return None if note in asked else entry


def _under(icon: str, text: str) -> QWidget:
    """Return a quiet line below a note: something that was added to it."""
    words = Label(text, "soft", wrap=True)
    line = row(column(3, Picture(icon, "faint", 14), None), words, spacing=8)
    line.setStretch(1, 1)
    holder = QWidget()
    holder.setLayout(line)
    return holder


def _stops(item: TimelineItem) -> list[QWidget]:
    """Return where Tab stops in a row: at the row itself, then at what can be pressed in it."""
    inside = item.findChildren(QWidget)
    return [item, *(one for one in inside if one.focusPolicy() & Qt.FocusPolicy.TabFocus)]

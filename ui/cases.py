"""The cases: a list, the page of one with everything that happened, and what is known beside it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.domain.errors import CaseLocked, VaultDamaged
from app.domain.ids import CaseId
from app.domain.local_time import wall
from app.services import (
    agenda,
    case_forms,
    case_locks,
    case_removal,
    case_timeline,
    cases,
    consents,
    dropouts,
    group_agreements,
)
from app.services.beside import readable
from app.services.changes import Noun
from ui.case_fold import CaseFold
from ui.case_list import CaseList
from ui.case_pages import pages_of
from ui.case_pane import CasePane
from ui.case_read_only import ReadOnlyNotice
from ui.case_sheet import CaseSheet
from ui.case_shut import ShutCase
from ui.case_unread import UnreadCase
from ui.case_view import CaseView, view_case
from ui.look_around import FirstPage
from ui.note_begin import NoteBegin
from ui.note_template_menu import window_language
from ui.page import (
    Destination,
    Page,
    PageKey,
    ToCalendar,
    ToCases,
    ToConsent,
    ToContacts,
    ToDestroy,
    ToIntakePaper,
    ToNewCase,
    ToNoteImport,
    ToNoteTemplates,
    ToQuestionnaire,
    ToReflections,
)
from ui.widgets.card import column, scroll
from ui.widgets.empty import Empty
from ui.widgets.quiet_list import ROW

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from app.domain.errors import Refusal
    from app.domain.ids import NoteId
    from app.ports import OpenVault
    from app.services.case_locks import LockPage
    from app.services.case_removal import Removed
    from app.services.cases import CaseListing
    from app.services.changes import Changes
    from app.services.dropouts import Gone
    from ui.office import Office
    from ui.page import Destination

_PAUSE_MS: Final = 120
_SHOWN_OF_ALL: Final = frozenset(
    {Noun.CASES, Noun.NOTES, Noun.CONSENTS, Noun.PRACTICE, Noun.APPOINTMENTS}
)


@dataclass(frozen=True)
class _Listed:
    """What the list shows: the cases, whether the form of a new one waits, and who comes when."""

    cases: CaseListing
    unfinished: bool
    now: datetime
    coming: Mapping[CaseId, datetime]
    gone: frozenset[CaseId] = frozenset()


class _Middle(QWidget):
    """Holds the parts of which one is shown.

    Each of them scrolls by itself. A stack would take the height that a part would like to have
    at this width for the least it needs, and the page would scroll a second time around it.
    """

    def hasHeightForWidth(self) -> bool:
        """Say that its least height is the same at every width."""
        return False


class CasesScreen(Page):
    """List, case and pane. Without a case, the list waits for one to be chosen."""

    def __init__(
        self,
        office: Office,
        case_id: CaseId | None = None,
        parent: QWidget | None = None,
        *,
        then: Destination | None = None,
        fresh: bool = False,
    ) -> None:
        super().__init__(office, parent)
        self._case_id, self._then, self._fresh = case_id, then, fresh
        self._led = case_id is not None  # she asked for this case, not for the list
        self._view: CaseView | None = None
        self._said_unread = False
        self.list, self.sheet, self.pane = CaseList(), CaseSheet(), CasePane()
        self.unread, self.notice = UnreadCase(), ReadOnlyNotice(office)
        self.door, self._enter = ShutCase(office), False
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

    def revisit(self, destination: Destination) -> bool:
        """Show the list again, with another case or none open; never the one of before."""
        if not isinstance(destination, ToCases):
            return False
        self._pick.stop()
        self._case_id, self._then = destination.case_id, destination.then
        self._fresh = destination.fresh
        self._led = self._case_id is not None
        self._leave_door()
        if self._view is not None and self._view.page.case.id != self._case_id:
            self._view = None
            self._middle.setCurrentIndex(0)
            self._show_pane()
        self.sheet.say(None)
        self._busy(busy=False)
        self.list.narrowing.clear()
        self.fold.show_case(there=self._case_id is not None)
        if self._case_id is None:
            self.list.rows.setCurrentIndex(QModelIndex())
        self._ask_list()
        self._ask_case()
        return True

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the list and the case."""
        return (
            PageKey("↑ ↓", self.tr("上一个、下一个个案")),
            PageKey("Enter", self.tr("到这个个案")),
            PageKey("Ctrl+J", self.tr("记一次会谈以外的联系")),
            PageKey("Ctrl+Shift+J", self.tr("咨询师札记")),
        )

    def escape(self) -> None:
        """Go back to the list, where the case stands in its place."""
        if self.fold.in_case:
            self._to_list()

    def reload(self, changes: Changes) -> None:
        """Show cases, notes and consents anew; choice and scroll stay."""
        if changes.nouns & _SHOWN_OF_ALL:
            self._ask_list()
            self._ask_case()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give list and pane the width that the window allows."""
        super().resizeEvent(event)
        self.fold.fit(self)

    def _lay_out(self) -> None:
        """Put the three side by side; behind them the page for a vault without cases."""
        choose = Empty(
            "users",
            self.tr("从左边选一个个案"),
            self.tr("它的记录、同意书和资料会在这里，按时间排好。"),
            boxed=False,
        )
        middle, reading = _Middle(), QWidget()
        reading.setLayout(column(self.notice, self.sheet))
        reading.layout().setStretch(1, 1)  # type: ignore[union-attr]
        self._middle = QStackedLayout(middle)
        # The door needs more height than the other parts: so that they are not made as high.
        self._door = scroll(self.door)
        for part in (choose, reading, self.unread, self._door):
            self._middle.addWidget(part)
        self.fold = CaseFold(self.list, middle, self.pane)
        self.fold.show_case(there=self._case_id is not None)
        self.fold.left.connect(self._to_list)
        self.empty = Empty(
            "users",
            self.tr("您的个案会在这里"),
            self.tr(
                "一个个案，是您和一位来访者、一对伴侣或一家人的一段工作。\n"
                "它的知情同意、每次的记录和督导摘要都收在一处，加密后只存在这台电脑上。\n"
                "建立时写上代号和分级就行，其余以后再说。"
            ),
            action=self.tr("新建第一个个案"),
            action_icon="plus",
            kind="primary",
            boxed=False,
        )
        nobody = FirstPage(self.empty, offered=self.office.example is not None)
        nobody.wanted.connect(self.wanted)
        self.unfinished = Empty(
            "pen-line",
            self.tr("您的第一个个案还没填完"),
            self.tr("上次写的都替您留着，加密后只存在这台电脑上。"),
            action=self.tr("接着填"),
            boxed=False,
        )
        blank = QWidget()
        self._whole = QStackedLayout(self)
        for part in (blank, self.fold, nobody, self.unfinished):
            self._whole.addWidget(part)
        self.begin_at(self.list.rows)
        self.pane.hide()

    def _connect(self) -> None:
        """Let the parts speak to each other."""
        new = partial(self.wanted.emit, ToNewCase())
        self.empty.acted.connect(new)
        self.unfinished.acted.connect(new)
        self.list.new_case.connect(new)
        self.list.questionnaire.connect(lambda: self.wanted.emit(ToQuestionnaire()))
        self.list.old_notes.connect(lambda: self.wanted.emit(ToNoteImport()))
        self.list.paper.connect(lambda: self.wanted.emit(ToIntakePaper()))
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._entered)
        self.list.rows.clicked.connect(self._pressed)
        self._pick.timeout.connect(self._ask_case)
        self.unread.again.connect(self._ask_case)
        self.door.opened.connect(self._opened_door)
        self.door.destruction.connect(lambda: self._go(ToDestroy))
        head = self.sheet.head
        self._notes = NoteBegin(self.office, self, self.sheet.tell)
        self._notes.went.connect(self.wanted)
        self._notes.refused.connect(lambda _why: self._busy(busy=False))
        head.write.connect(self._write)
        head.templates.connect(lambda: self.wanted.emit(ToNoteTemplates()))
        head.consent.connect(self._start_consent)
        head.calendar.connect(self._to_calendar)
        head.remove.connect(self._remove)
        head.shut.connect(self._shut)
        for asked, place in pages_of(head):
            asked.connect(partial(self._go, place))
        head.waits.wanted.connect(self.wanted)
        self.pane.wanted.connect(self.wanted)
        QShortcut(QKeySequence("Ctrl+J"), self, lambda: self._go(ToContacts))
        QShortcut(QKeySequence("Ctrl+Shift+J"), self, lambda: self._go(ToReflections))
        head.mend.connect(self.wanted)
        head.agreement.connect(self._to_agreement)
        self.sheet.timeline.opened.connect(self.wanted)
        self.sheet.timeline.asked.connect(self._ask_notes)

    def _go(self, place: Callable[[CaseId], Destination]) -> None:
        """Go to a page of the open case."""
        if self._case_id is not None:
            self.wanted.emit(place(self._case_id))

    def _to_calendar(self) -> None:
        """Go to the next appointment of the case, or begin one."""
        if self._view is None:
            return
        case_id, coming = self._view.page.case.id, self._view.next
        if coming is None:
            self.wanted.emit(ToCalendar(case_id=case_id))
        else:
            day = wall(coming.starts_at, self._view.practice.time_zone).date().isoformat()
            self.wanted.emit(ToCalendar("week", day, which=coming.which))

    def _ask_list(self) -> None:
        """Have the list read."""
        tools = self.office.tools

        def work(vault: OpenVault) -> _Listed:
            waits = case_forms.unfinished(vault) is not None
            clock = tools().clock
            nothing: dict[CaseId, datetime] = {}
            coming = readable(lambda: agenda.next_times(vault, clock), nothing)
            known = cases.listing(vault)
            nobody: tuple[Gone, ...] = ()
            every = [one.case for one in known.lines]
            gone = readable(lambda: dropouts.every(vault, clock, every, coming), nobody)
            away = frozenset(one.case_id for one in gone)
            return _Listed(known, waits, clock.now(), coming, away)

        self.office.desk.do(self, work, self._show_list)

    def _show_list(self, found: _Listed) -> None:
        """Show the list, or the page for a vault without cases."""
        lines, blank = found.cases.lines, self.unfinished if found.unfinished else self.empty
        page = 1 if lines or found.cases.unread else 3 if found.unfinished else 2
        self.list.show_lines(lines, found.now, found.coming, found.gone)
        self.list.show_unfinished(waits=found.unfinished)
        self.list.show_unread(found.cases.unread)
        if self._case_id is not None:
            self.list.choose(self._case_id)
        first: QWidget = self.list.rows if page == 1 else blank.action
        focused = self.hasFocus()
        self._whole.setCurrentIndex(page)
        self.begin_at(first)
        if focused or page != 1:
            first.setFocus()

    def _chosen(self, number: int) -> None:
        """Open the case on which the arrows rest."""
        case_id = CaseId(number)
        if case_id != self._case_id:
            self._case_id, self._led = case_id, False
            self._pick.start()

    def _entered(self, number: int) -> None:
        """Open a case and go into it."""
        self._chosen(number)
        self.fold.show_case(there=True)
        if self._middle.currentWidget() is self._door:
            self.door.enter()
        else:
            self._enter_head()

    def _ask_case(self, *, whole: bool = False) -> None:
        """Have the chosen case read: as many of its notes as are shown, or the `whole` of it."""
        case_id, tools = self._case_id, self.office.tools
        if case_id is not None:
            most = None if whole else self.sheet.timeline.reach(case_id)
            self.office.desk.do(
                self,
                lambda vault: view_case(vault, tools(), case_id, most),
                self._show_case,
                lambda refusal: self._not_read(case_id, refusal),
            )

    def _ask_notes(self, ids: tuple[NoteId, ...]) -> None:
        """Have the words of notes further down read; damage among them is looked for in all."""
        case_id, timeline = self._case_id, self.sheet.timeline
        if case_id is None:
            return

        def refused(refusal: Refusal) -> None:
            if isinstance(refusal, VaultDamaged):
                self._ask_case(whole=True)
            else:
                self._not_read(case_id, refusal)

        self.office.desk.do(
            self,
            lambda vault: case_timeline.words_of(vault, ids),
            lambda notes: timeline.take(ids, notes),
            refused,
        )

    def _not_read(self, case_id: CaseId, refusal: Refusal) -> None:
        """Say why the chosen case is not shown; one that is shown already stays."""
        if case_id != self._case_id:
            return
        if isinstance(refusal, CaseLocked):
            self.office.desk.do(
                self, lambda vault: case_locks.page(vault, case_id), self._show_door
            )
            return
        if self._shows(case_id):
            self.sheet.say(refusal)
            self._said_unread = True
            return
        self._view = None
        self.unread.say(refusal)
        self._middle.setCurrentWidget(self.unread)
        self._show_pane()

    def _shows(self, case_id: CaseId) -> bool:
        """Say whether this is the case that is shown."""
        return self._view is not None and self._view.page.case.id == case_id

    def _show_door(self, page: LockPage) -> None:
        """Show the door of a case that is shut, unless another was chosen meanwhile."""
        if page.case.id != self._case_id or not page.case.shut:
            return
        self._view = None
        self.door.show_page(page)
        self._middle.setCurrentWidget(self._door)
        self._show_pane()
        in_list = self.list.rows.hasFocus() or self.list.narrowing.hasFocus()
        led, self._led = self._led, False
        if led or not in_list:
            self.door.enter()

    def _leave_door(self) -> None:
        """Let nothing that was typed at a door wait there."""
        self.door.wipe()
        if self._middle.currentWidget() is self._door:
            self._middle.setCurrentIndex(0)

    def _opened_door(self) -> None:
        """Go into the case that was opened, or on to the page that was asked for."""
        then, self._then = self._then, None
        if then is not None:
            self.wanted.emit(then)
        else:
            self._enter = True

    def _shut(self) -> None:
        """Shut the case: its words are on no page any more."""
        case_id, tools = self._case_id, self.office.tools
        if case_id is None:
            return
        self._busy(busy=True)

        def done(_none: None) -> None:
            self._busy(busy=False)
            self.shut.emit(case_id)

        self.office.desk.do(
            self,
            lambda vault: case_locks.shut(vault, tools().clock, case_id),
            done,
            self._explain,
            (Noun.CASES,),
        )

    def _show_case(self, view: CaseView | None) -> None:
        """Show a case, unless another was chosen meanwhile or nothing in it changed."""
        if view is None or view.page.case.id != self._case_id:
            return
        if self._enter or self._fresh:
            QTimer.singleShot(0, self, partial(self._enter_head, anew=self._fresh))
            self._enter = self._fresh = False
        self.notice.show_unread(view.page.unread)
        self.notice.show_behind(behind=view.behind)
        # What was refused to her stays until she goes on, however often the case is read anew.
        if self._said_unread or not self._shows(view.page.case.id):
            self.sheet.say(None)
            self._said_unread = False
        if view == self._view:
            return
        self._view = view
        self.sheet.show_view(view)
        self.pane.show_view(view)
        self._middle.setCurrentIndex(1)
        self._show_pane()

    def _pressed(self, index: QModelIndex) -> None:
        """Open the case that was clicked, where it stands in the place of the list."""
        if self.fold.alone and index.isValid():
            self.list.opened.emit(int(index.data(ROW).key))

    def _to_list(self) -> None:
        """Show the list in the place of the case."""
        self.fold.show_case(there=False)
        self.list.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter_head(self, *, anew: bool = False) -> None:
        """Put the focus on the first thing to do in the case: in a new one, on what it lacks."""
        head = self.sheet.head
        first = head.next_button() if anew else head.write_button
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_pane(self) -> None:
        """Show the pane where there is a case, and room for it."""
        self.fold.show_pane(known=self._view is not None)

    def _write(self, form: str) -> None:
        """Start a note of the session agreed on, else of one that began at the last half hour."""
        if self._case_id is not None:
            self._busy(busy=True)
            self._notes.begin(self._case_id, form=form)

    def _start_consent(self, key: str) -> None:
        """Start a consent in one of the texts."""
        case_id, tools = self._case_id, self.office.tools
        if case_id is None:
            return
        self._busy(busy=True)
        self.office.desk.do(
            self,
            lambda vault: consents.start_with(vault, tools(), case_id, key),
            lambda consent: self.wanted.emit(ToConsent(consent.id)),
            self._explain,
            (Noun.CONSENTS,),
        )

    def _to_agreement(self) -> None:
        """Open the agreement that those who come together are to sign (clause 108)."""
        case_id, tools, language = self._case_id, self.office.tools, window_language()
        if case_id is None:
            return
        self._busy(busy=True)
        self.office.desk.do(
            self,
            lambda vault: group_agreements.to_sign(vault, tools(), case_id, language),
            lambda one: self.wanted.emit(ToConsent(one)),
            self._explain,
            (Noun.CONSENTS,),
        )

    def _remove(self) -> None:
        """Remove the open case, which holds nothing but its form."""
        case_id, tools = self._case_id, self.office.tools
        if case_id is None:
            return
        self._busy(busy=True)
        self.office.desk.do(
            self,
            lambda vault: case_removal.remove(vault, tools().clock, case_id),
            self._removed,
            self._explain,
            (Noun.CASES,),
        )

    def _removed(self, removed: Removed) -> None:
        """Show no case any more, and offer to bring this one back."""
        self._busy(busy=False)
        self._case_id = self._view = None
        self._middle.setCurrentIndex(0)
        self._show_pane()
        self._to_list()
        self.gone.emit(removed.case.id)
        tools = self.office.tools

        def bring_back() -> None:
            self.office.desk.do(
                self,
                lambda vault: case_removal.bring_back(vault, tools().clock, removed),
                lambda case: self._chosen(case.id),
                changes=(Noun.CASES,),
            )

        self.undoable.emit(self.tr("空个案已移除。"), bring_back)

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
            self.sheet.head.more_button,
            self.sheet.head.shut_button,
        ):
            button.setEnabled(not busy)

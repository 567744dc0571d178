"""The open vault: the rail and one page at a time; built at unlock, gone at lock."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.ids import CaseId
from ui import choices, privacy
from ui.calendar_page import CalendarScreen
from ui.case_body import CaseBodies
from ui.case_record import CaseRecord
from ui.cases import CasesScreen
from ui.commands import Commander
from ui.consents import ConsentScreen
from ui.exports import ReviewScreen
from ui.messages import message
from ui.new_case import NewCase
from ui.notes import NoteScreen
from ui.page import (
    Destination,
    Page,
    PageKey,
    ToBackup,
    ToCalendar,
    ToCaseForm,
    ToCases,
    ToConsent,
    ToConsentBoard,
    ToConsentTexts,
    ToCrisis,
    ToDue,
    ToExample,
    ToExport,
    ToHealth,
    ToHelp,
    ToNewCase,
    ToNewPassword,
    ToNewRecovery,
    ToNote,
    ToNoteTemplates,
    ToPractice,
    ToReadable,
    ToRestore,
    ToSalvage,
    ToSamples,
    ToSearch,
    ToSecurity,
    ToSettings,
    ToStatistics,
    ToSuccession,
    ToToday,
    ToTrail,
    thing,
)
from ui.reminder import Reminder
from ui.search import SearchScreen
from ui.settings import SettingsScreen
from ui.theme import look
from ui.today import TodayScreen
from ui.trail import Trail
from ui.vault_notice import VaultNotice
from ui.widgets.banner import Banner
from ui.widgets.card import clear, put, scroll
from ui.widgets.painted import announce
from ui.widgets.rail import Place, Rail
from ui.widgets.toast import Toaster

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from app.domain.errors import Refusal
    from app.domain.ids import NoteId
    from app.domain.lock import WayChanging
    from app.domain.preferences import Preferences
    from app.ports import Example
    from app.services.changes import Changes
    from ui.keys_panel import KeysPanel
    from ui.office import Office
    from ui.tour import Tour

FOLD_BELOW: Final = 1300
_KEPT: Final[dict[type, type[Destination]]] = {
    TodayScreen: ToToday,
    CasesScreen: ToCases,
    CalendarScreen: ToCalendar,
    SettingsScreen: ToSettings,
}
_OF_SETTINGS: Final = (
    ToSettings
    | ToSuccession
    | ToHealth
    | ToSalvage
    | ToBackup
    | ToReadable
    | ToRestore
    | ToSecurity
    | ToPractice
    | ToTrail
    | ToSamples
    | ToStatistics
    | ToNewPassword
    | ToNewRecovery
    | ToNoteTemplates
    | ToConsentTexts
)
_IN_A_CASE: Final = (NoteScreen, ConsentScreen, ReviewScreen, CaseRecord)
_NAMED: Final = (TodayScreen, CasesScreen, CalendarScreen, SearchScreen)


class Workspace(QWidget):
    """Rail and page. `lock` is asked for by the rail; the shell does it.

    So it does with `example`, which opens the invented practice, and with what its strip asks for.
    `toured` tells that the first look around is over, `switched` asks for another vault,
    `case_shut` tells that words of a case must go.
    """

    lock = Signal()
    preferences_changed = Signal()
    example = Signal()
    example_left = Signal()
    example_removed = Signal(object)
    toured = Signal()
    switched = Signal(Path)
    case_shut = Signal()
    language = Signal(str)

    def __init__(
        self, office: Office, parent: QWidget | None = None, trail: Trail | None = None
    ) -> None:
        super().__init__(parent)
        self.office = office
        self._page: Page | None = None
        self._here: Destination | None = None
        self._strip_asked: dict[str, Callable[[], object]] = {}
        self.trail = trail or Trail()
        chosen = office.preferences.load()
        privacy.switch(to=chosen.privacy)
        self._rail_folded = chosen.rail_folded
        self._keys: KeysPanel | None = None
        self._before_keys: QWidget | None = None
        self._leaving: list[Page] = []
        self._kept: dict[type[Destination], Page] = {}
        self.bodies = CaseBodies(self)
        self._toaster = Toaster(self)
        self._tour: Tour | None = None
        self.rail = Rail(
            (
                Place("today", "sun", self.tr("今日")),
                Place("cases", "users", self.tr("个案")),
                Place("calendar", "calendar", self.tr("日程")),
                Place(
                    "consents",
                    "file-pen-line",
                    self.tr("知情同意"),
                    said=self.tr("知情同意：所有个案"),
                ),
                None,
                Place("settings", "sliders-horizontal", self.tr("设置")),
            ),
            search=Place("palette", "search", self.tr("查找或跳转"), "Ctrl K"),
            foot=(
                Place("privacy", "eye-off", self.tr("隐私模式")),
                Place("help", "circle-question-mark", self.tr("帮助"), "F1"),
                Place("lock", "lock", self.tr("锁定"), "Ctrl L"),
                Place("fold", "chevrons-left", self.tr("收起侧栏"), "Ctrl B"),
            ),
        )
        self.rail.went.connect(self._went)
        self._light_privacy()
        self.commander = Commander(office, self)
        self.commander.went.connect(self.go)
        self.commander.asked.connect(self._asked)
        self.commander.told.connect(self._put_banner)
        self.reminder = Reminder(office)
        self.reminder.asked.connect(lambda which: self.go(ToCalendar("day", which=which)))
        self.notice = VaultNotice(office)
        self.notice.wanted.connect(self.go)
        self._banner_room = QVBoxLayout()
        self._page_room = QVBoxLayout()
        self._lay_out()
        self._shortcuts()
        office.desk.changed.connect(self._changed)
        office.desk.idle.connect(self._sweep)
        office.desk.refused.connect(self.say)
        office.desk.met_shut.connect(self._to_door)

    def go(self, destination: Destination) -> None:
        """Leave the present page and show another; what was typed is lent to the desk first."""
        if isinstance(destination, ToExample):
            self.example.emit()
            return
        here = self._where()
        if here != destination:
            self.trail.leave(here)
        self._show(destination)

    def back(self) -> None:
        """Go where one came from, or to the day."""
        here = self._where()
        before = self.trail.back(here)
        if before is not None:
            self._show(before)
        elif not isinstance(here, ToToday):
            self._show(ToToday())

    def forward(self) -> None:
        """Go where one came back from, if one did."""
        after = self.trail.forward(self._where())
        if after is not None:
            self._show(after)

    def show_keys(self) -> None:
        """Show the keys of this page at the right, or take them away again."""
        if self._keys is not None:
            self._hide_keys()
            return
        self.commander.close()
        from ui.keys_panel import KeysPanel  # noqa: PLC0415 - most days nobody asks for it

        self._before_keys = self.window().focusWidget()
        here = self._page.keys() if self._page is not None else ()
        taken = {key for one in here for key in one.keys.split(" ")}
        # A key that the page has for itself does not do there what it does elsewhere.
        if self.rail.item("fold").isHidden():
            taken.add("Ctrl+B")  # where there is no room for the rail, there is no choice
        others = [one for one in self._keys_everywhere() if one.keys not in taken]
        self._keys = KeysPanel(here, others, self)
        self._keys.closed.connect(self._hide_keys)
        self._keys.asked.connect(self._help_here)
        self._place_keys()
        self._keys.show()
        self._keys.raise_()
        self._keys.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_palette(self) -> None:
        """Open the palette over the page, or close it."""
        self._hide_keys()
        self.commander.toggle(look.now().roles.name, self._case_here())

    def toggle_privacy(self) -> None:
        """Show codes in place of names, or names again; the page stays where it is."""
        to = not privacy.on()
        privacy.switch(to=to)
        self._light_privacy()
        self._keep(lambda chosen: replace(chosen, privacy=to))
        announce(self, self.tr("隐私模式已打开") if to else self.tr("隐私模式已关闭"))
        if isinstance(self._page, _NAMED):
            here = self._where()
            if here is not None:
                self._show(here, anew=True)
        elif self._page is not None:
            self._page.show_privacy()
        self._forget_kept()

    def unsaved(self) -> bool:
        """Return whether words of any page are still on their way; see `changing` for the rest."""
        pages = (*self._leaving, self._page)
        return any(one is not None and one.unsaved() and not one.changing for one in pages)

    def changing(self) -> WayChanging | None:
        """Return which way into the vault a page is changing now, if one is."""
        pages = (*self._leaving, self._page)
        return next((one.changing for one in pages if one is not None and one.changing), None)

    def where(self) -> Destination | None:
        """Return where one is."""
        return self._where()

    def held(self) -> str:
        """Return which choice of the settings has the keys, or nothing."""
        return self._page.held() if isinstance(self._page, SettingsScreen) else ""

    def hold(self, name: str) -> None:
        """Give the keys to a choice of the settings again, where one had them."""
        if name and isinstance(self._page, SettingsScreen):
            self._page.hold(name)

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._page

    def leave(self) -> None:
        """Lend everything typed to the desk; a page that fails keeps no other one from it.

        A check that runs by itself ends.
        """
        self.notice.rest()
        self.bodies.drop()
        with ExitStack() as every:
            for page in (*self._leaving, self._page):
                if page is not None:
                    every.callback(page.leave)

    def writing(self) -> NoteId | None:
        """Return the note that is being written, if one is."""
        return self._page.writing() if self._page is not None else None

    def calendar(self) -> tuple[str, str, CaseId | None] | None:
        """Return where in the calendar one is: view, day and case; None when elsewhere."""
        here = self._page.here() if self._page is not None else None
        return (here.view, here.day, here.case_id) if isinstance(here, ToCalendar) else None

    def begun(self) -> Destination | None:
        """Return the page that is shown, where something is unfinished on it."""
        return self._where() if self._page is not None and self._page.begun() else None

    def say(self, refusal: Refusal) -> None:
        """Show a refusal above the page."""
        words = message(refusal)
        self.tell(words.what, words.why)

    def tell(self, what: str, why: str) -> None:
        """Show a banner above the page, in place of the one before."""
        self._put_banner(Banner("refusal", what, text=why))

    def _put_banner(self, banner: Banner | None) -> None:
        """Show a banner above the page, in place of the one before, or take that one away."""
        put(self._banner_room, banner)

    def show_example(self, example: Example) -> None:
        """Say above every page that this is the example."""
        from ui.example_strip import ExampleStrip  # noqa: PLC0415 - only the example has one

        strip = ExampleStrip(self.office, example)
        strip.left.connect(self.example_left)
        strip.removed.connect(self.example_removed)
        self._column.insertWidget(0, strip)
        self.commander.in_example = True
        self._strip_asked = {"leave_example": strip.left.emit, "remove_example": strip.ask}

    def start_tour(self) -> None:
        """Show the window around; Enter goes on, Esc ends it."""
        from ui.tour import Tour  # noqa: PLC0415 - once in the life of a vault
        from ui.tour_stops import stops  # noqa: PLC0415

        self._end_tour()
        self._tour = Tour(stops(self.rail), self)
        self._tour.ended.connect(self._end_tour)
        self._tour.begin()

    def _end_tour(self) -> None:
        """Take the tour away, and give the focus back to the page if it had it."""
        tour, self._tour = self._tour, None
        if tour is None:
            return
        held = any(part.hasFocus() for part in tour.findChildren(QWidget))
        tour.away()
        self.toured.emit()
        if held and self._page is not None:
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the rail in a narrow window."""
        super().resizeEvent(event)
        self._fold_rail()
        self._place_keys()
        if self._tour is not None:
            QTimer.singleShot(0, self._tour, self._tour.place)
        if self.commander.palette is not None:
            self.commander.palette.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Esc to the page, once no part of it took the key; a tour ends first."""
        if event.key() == Qt.Key.Key_Escape and self._tour is not None:
            self._end_tour()
        elif event.key() == Qt.Key.Key_Escape and self._page is not None:
            self._page.escape()
        else:
            super().keyPressEvent(event)

    def _where(self) -> Destination | None:
        """Return where one is, to come back to."""
        return (self._page.here() if self._page is not None else None) or self._here

    def _place_keys(self) -> None:
        """Keep the keys at the right edge, as high as the window."""
        if self._keys is not None:
            wide = self._keys.width()
            self._keys.setGeometry(self.width() - wide, 0, wide, self.height())

    def _hide_keys(self) -> None:
        """Take the keys away and give the focus back."""
        if self._keys is None:
            return
        panel, self._keys = self._keys, None
        before, self._before_keys = self._before_keys, None
        held = any(part.hasFocus() for part in (panel, *panel.findChildren(QWidget)))
        panel.hide()
        panel.deleteLater()
        if held and before is not None and shiboken6.isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, destination: Destination, *, anew: bool = False) -> None:
        """Replace the page; `anew` takes none that was kept."""
        self._hide_keys()
        self.commander.close()
        old, self._page = self._page, None
        if old is not None:
            self._put_away(old, old.here() or self._here)
        kept = self._unsaved_of(destination) or (None if anew else self._kept_for(destination))
        page = kept or self._connected(self._made(destination))
        before = self._here
        self._page, self._here = page, destination
        page.came_from(self.trail.behind())
        self.commander.visited(getattr(destination, "case_id", None))
        holder = self._held(page)
        self._page_room.addWidget(holder, 1)
        # Not left to the layout, which shows it a moment later: an answer of the vault that is
        # quicker would find a page that cannot take the keys yet, and nobody would have them.
        page.show()
        holder.show()
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rail.set_current(_rail_key(destination))
        self._fold_rail()
        self._go_round(elsewhere=before not in {None, destination})
        self.bodies.rest(resting=type(page) in _KEPT)

    def _go_round(self, *, elsewhere: bool) -> None:
        """Keep the tour above a page built anew; whoever goes elsewhere has seen enough of it."""
        if self._tour is None:
            return
        if elsewhere:
            self._end_tour()
        else:
            self._tour.place()

    def _fold_rail(self) -> None:
        """Fold the rail in a narrow window, and beside two texts that are to be compared."""
        forced = isinstance(self._page, ReviewScreen) or self.width() < FOLD_BELOW
        folded = forced or self._rail_folded
        self.rail.fold(folded=folded)
        line = self.rail.item("fold")
        line.setVisible(not forced)  # where there is no room, there is no choice
        if folded:
            line.turn("chevrons-right", self.tr("展开侧栏"))
        else:
            line.turn("chevrons-left", self.tr("收起侧栏"))

    def turn_rail(self) -> None:
        """Fold the rail, or show its words again; that is remembered."""
        if self.rail.item("fold").isHidden():
            return
        to = self._rail_folded = not self._rail_folded
        self._fold_rail()
        self._keep(lambda chosen: replace(chosen, rail_folded=to))

    def _connected(self, page: Page) -> Page:
        """Listen to a new page."""
        page.wanted.connect(self.go)
        page.back.connect(self.back)
        page.undoable.connect(self._offer_undo)
        page.gone.connect(self._forget_case)
        page.shut.connect(self._case_shut)
        return page

    def _unsaved_of(self, destination: Destination) -> Page | None:
        """Return the page of the same thing that waits with words the vault has not taken."""
        for page in self._leaving:
            if thing(page.left_from) == thing(destination) and page.resume(destination):
                self._leaving.remove(page)
                page.setEnabled(True)
                return page
        return None

    def _kept_for(self, destination: Destination) -> Page | None:
        """Return the page that was kept for a destination: to build it anew costs a blink."""
        kept = self._kept.pop(type(destination), None)
        if kept is None:
            return None
        kept.setEnabled(True)
        if kept.revisit(destination):
            return kept
        kept.deleteLater()
        return None

    def _put_away(self, page: Page, left_from: Destination | None = None) -> None:
        """Leave a page; it lives on, unseen, until its last words are in the vault."""
        page.leave()
        self.rail.show()
        self._let_go(page)
        page.hide()
        # An answer that is still on its way must not let the page take the keys back, unseen.
        page.setEnabled(False)
        kind = _KEPT.get(type(page))
        if page.unsaved():
            page.left_from = left_from
            self._leaving.append(page)
        elif kind is not None and kind not in self._kept:
            self._kept[kind] = page
        else:
            page.deleteLater()
        if isinstance(page, SettingsScreen):
            # Its last choice may still be on its way, and the page no longer there to tell.
            desk = self.office.desk
            desk.outside(self, lambda: None, lambda _: self.preferences_changed.emit())

    @staticmethod
    def _held(page: Page) -> QWidget:
        """Return what holds a page: where letters are large, something that scrolls both ways."""
        return scroll(page) if look.large() else page

    def _let_go(self, page: Page) -> None:
        """Take a page out of the window; it stays a part of the workspace."""
        self._page_room.removeWidget(page)
        port = page.parentWidget()
        holder = port.parentWidget() if port is not None else None
        if isinstance(holder, QScrollArea):
            holder.takeWidget()
            page.setParent(self)
            holder.deleteLater()

    def _sweep(self) -> None:
        """Let go of the pages whose words are saved; say that others still try."""
        for page in [one for one in self._leaving if not one.unsaved()]:
            self._leaving.remove(page)
            page.deleteLater()
        if self._leaving:
            self.tell(
                self.tr("刚才那一页还没有存上，正在重试。"),
                self.tr("写的字还留着，之前存的都在。请检查磁盘是否已满或断开。"),
            )

    def _made(self, destination: Destination) -> Page:
        """Return the page of a destination."""
        match destination:
            case ToNote():
                page: Page = self._note(destination)
            case ToConsent(consent_id):
                page = ConsentScreen(self.office, consent_id, parent=self)
            case ToExport(case_id, paper):
                page = ReviewScreen(self.office, case_id, parent=self, paper=paper)
            case ToSearch(words):
                page = SearchScreen(self.office, words, parent=self)
            case ToCalendar():
                page = CalendarScreen(self.office, destination, parent=self)
            case ToSettings():
                page = self._settings()
            case _:
                page = self._case_page(destination)
        return page

    def _case_page(self, destination: Destination) -> Page:
        """Return the list of cases, or the form of one."""
        match destination:
            case ToCaseForm(case_id, field):
                body = self.bodies.take(asks=False)
                return CaseRecord(self.office, case_id, parent=self, field=field, body=body)
            case ToToday():
                return TodayScreen(self.office, parent=self)
            case ToNewCase():
                return NewCase(self.office, parent=self, body=self.bodies.take(asks=True))
            case ToCases(case_id, then, fresh):
                return CasesScreen(self.office, case_id, parent=self, then=then, fresh=fresh)
            case _:
                return self._rare_page(destination)

    def _rare_page(self, destination: Destination) -> Page:
        """Return a page that is loaded when it is first asked for."""
        if isinstance(destination, ToHelp):
            return self._help(destination)
        if isinstance(destination, ToHealth):
            return self._health()
        if isinstance(destination, ToRestore):
            return self._restore(destination)
        from ui.rare_pages import rare_page  # noqa: PLC0415 - rarely asked

        made = rare_page(self.office, destination, self)
        return made or CasesScreen(self.office, parent=self)

    def _health(self) -> Page:
        """Return the health check; what it finds stands above every page."""
        from ui.health_page import HealthScreen  # noqa: PLC0415 - rarely asked

        page = HealthScreen(self.office, parent=self)
        page.checked.connect(self.notice.look)
        return page

    def _note(self, to: ToNote) -> Page:
        """Return the page of a note; the rail goes while she wants to see nothing else."""
        page = NoteScreen(self.office, to.note_id, to.passage, parent=self)
        if to.signing:
            page.go_on_signing()
        page.alone.connect(self.rail.setHidden)
        page.lock_wanted.connect(self.lock)
        return page

    def _settings(self) -> Page:
        """Return the settings page."""
        page = SettingsScreen(self.office, parent=self)
        page.preferences_changed.connect(self.preferences_changed)
        page.language.connect(self.language)
        page.privacy.connect(self.toggle_privacy)
        return page

    def _restore(self, wanted: ToRestore) -> Page:
        """Return the restore of a backup."""
        from ui.restore_page import RestoreScreen  # noqa: PLC0415

        page = RestoreScreen(self.office, wanted, parent=self)
        page.switched.connect(self.switched)
        return page

    def _help(self, wanted: ToHelp) -> Page:
        """Return the help, which is loaded when it is first asked for."""
        from ui.help_page import HelpScreen  # noqa: PLC0415 - most days nobody asks for it

        page = HelpScreen(self.office, wanted, parent=self)
        page.tour.connect(self.start_tour)
        return page

    def _help_here(self) -> None:
        """Go to the help of the page that is shown."""
        from ui.help_topics import topic_of  # noqa: PLC0415 - see `_help`

        self.go(ToHelp(topic_of(self._where())))

    def _went(self, key: str) -> None:
        """Follow the rail."""
        if key in {"lock", "privacy", "palette", "fold"}:
            self._asked(key)
            return
        if key == "help":
            self._help_here()
            return
        places: dict[str, Destination] = {
            "today": ToToday(),
            "cases": ToCases(),
            "calendar": ToCalendar(),
            "consents": ToConsentBoard(),
            "settings": ToSettings(),
        }
        self.go(places[key])

    def _asked(self, key: str) -> None:
        """Do what the rail or the palette asks for, besides going somewhere."""
        word, _, choice = key.partition(" ")
        acts: dict[str, Callable[[], object]] = {
            "lock": self.lock.emit,
            "privacy": self.toggle_privacy,
            "palette": self.open_palette,
            "keys": self.show_keys,
            "fold": self.turn_rail,
            "tour": self.start_tour,
            "out": self._calendar_out,
            "help": self._help_here,
            "theme": lambda: self._choose_theme(choice),
            "language": lambda: self._choose_language(choice),
            **self._strip_asked,
        }
        acts[word]()

    def _calendar_out(self) -> None:
        """Offer what can leave the calendar: print it, or write it for another program."""
        self.go(ToCalendar())
        if isinstance(self._page, CalendarScreen):
            self._page.bar.out.click()

    def _choose_theme(self, theme: str) -> None:
        choices.dress(theme, self.office.preferences.load().language)
        self._keep(lambda chosen: replace(chosen, theme=theme))

    def _choose_language(self, language: str) -> None:
        self._keep(lambda chosen: replace(chosen, language=language))
        self.language.emit(language)

    def _keep(self, changed: Callable[[Preferences], Preferences]) -> None:
        choices.keep(self.office, self, changed, self._kept_choice)

    def _kept_choice(self) -> None:
        """Tell that a choice was kept; the settings, if they are open, show it as it is now."""
        if isinstance(self._page, SettingsScreen):
            self._page.show_choices()
        self.preferences_changed.emit()

    def _light_privacy(self) -> None:
        """Show in the rail whether names are hidden."""
        said = self.tr("隐私模式，已打开") if privacy.on() else self.tr("隐私模式")
        self.rail.item("privacy").set_lit(lit=privacy.on(), said=said)

    def _case_here(self) -> CaseId | None:
        """Return the case that the page shows, if it shows one."""
        found: CaseId | None = getattr(self._where(), "case_id", None)
        return found if found is not None or self._page is None else self._page.case_in_hand()

    def _offer_undo(self, text: str, undo: Callable[[], object]) -> None:
        """Say what was done, with a word that takes it back."""
        self._toaster.say(text, undo=undo)

    def _forget_case(self, case_id: CaseId) -> None:
        """Let nobody go back to a case that is gone, nor to a page that may have been of it.

        What waits to be stored in it never will be.
        """
        for page in list(self._leaving):
            if case_id in {page.case_in_hand(), getattr(page.left_from, "case_id", None)}:
                self._leaving.remove(page)
                page.deleteLater()
        self.trail.forget(
            lambda place: (
                isinstance(place, ToNote | ToConsent) or getattr(place, "case_id", None) == case_id
            )
        )
        self._forget_kept()

    def _case_shut(self) -> None:
        """Let nothing of a case that was shut be seen elsewhere."""
        self._forget_kept()
        self.notice.look()
        self.case_shut.emit()

    def _forget_kept(self) -> None:
        """Let go of the pages that were kept: they say the names as they were."""
        while self._kept:
            self._kept.popitem()[1].deleteLater()

    def _to_door(self, owner: QObject, case_id: int) -> None:
        """Stand before a case that is shut, and go on from there to the page that met it."""
        page = self._page
        if page is None or page is not owner:
            return
        in_case = isinstance(page, _IN_A_CASE) or page.of_case
        if in_case and not page.unsaved():
            clear(self._banner_room)  # the door says it
            self._show(ToCases(CaseId(case_id), self._here))

    def _changed(self, changes: Changes) -> None:
        """Tell the page what was altered."""
        if self._page is not None:
            self._page.reload(changes)

    def _lay_out(self) -> None:
        """Put rail, banners and page in their places."""
        self._column = column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.reminder)
        column.addWidget(self.notice)
        column.addLayout(self._banner_room)
        column.addLayout(self._page_room, 1)
        if self.office.keeper is not None:
            self._watch_backups(column)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)

    def _watch_backups(self, column: QVBoxLayout) -> None:
        """Have the backup of the day made, and show it under the page while it runs."""
        from ui.backup_runner import runner  # noqa: PLC0415 - not where nothing backs up
        from ui.backup_strip import BackupStrip  # noqa: PLC0415

        strip = BackupStrip(self.office)
        strip.wanted.connect(self.go)
        column.addWidget(strip)
        runner(self.office).watch()

    def _shortcuts(self) -> None:
        """Bind the keys that work on every page."""
        keys: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Ctrl+L", self.lock.emit),
            ("Ctrl+F", lambda: self.go(ToSearch(self.commander.typed()))),
            ("Ctrl+K", self.open_palette),
            ("Ctrl+N", self._new_case),
            ("Ctrl+Shift+P", self.toggle_privacy),
            ("Ctrl+B", self.turn_rail),
            ("Alt+Left", self.back),
            ("Alt+Right", self.forward),
            ("Ctrl+E", self._crisis),
            ("F1", self.show_keys),
        )
        for key, act in keys:
            QShortcut(QKeySequence(key), self, act)

    def _crisis(self) -> None:
        """Show the crisis card of the case that is open; from elsewhere a digit chooses it."""
        self.commander.close()
        if not isinstance(self._where(), ToCrisis):
            self.go(ToCrisis(self._case_here()))

    def _new_case(self) -> None:
        """Begin a new case from any page; where one is being written, go on with that one."""
        self.commander.close()
        if not isinstance(self._where(), ToNewCase):
            self.go(ToNewCase())

    def _keys_everywhere(self) -> tuple[PageKey, ...]:
        """Return the keys that work on every page."""
        return (
            PageKey("Ctrl+K", self.tr("查找或跳转")),
            PageKey("Ctrl+F", self.tr("查找记录")),
            PageKey("Ctrl+N", self.tr("新个案")),
            PageKey("Ctrl+E", self.tr("危机卡")),
            PageKey("Ctrl+Shift+P", self.tr("隐私模式")),
            PageKey("Ctrl+B", self.tr("收起或展开侧栏")),
            PageKey("Alt+←", self.tr("返回")),
            PageKey("Alt+→", self.tr("前进")),
            PageKey("Tab", self.tr("到下一处")),
            PageKey("F1", self.tr("按键")),
            PageKey("Ctrl+L", self.tr("锁定")),
        )


def _rail_key(destination: Destination) -> str:
    """Return which line of the rail a destination belongs to."""
    if isinstance(destination, ToToday | ToDue):
        return "today"
    if isinstance(destination, ToHelp):
        return "help"
    if isinstance(destination, _OF_SETTINGS):
        return "settings"
    if isinstance(destination, ToCalendar):
        return "calendar"
    if isinstance(destination, ToConsentBoard):
        return "consents"
    return "" if isinstance(destination, ToSearch) else "cases"

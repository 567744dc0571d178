"""The window: a locked door or an open workspace, never both."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTime, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from app.domain.errors import CaseLocked, Refusal
from app.domain.ids import CaseId
from app.domain.lock import UNSTORED, WayChanging, WhyLocked
from ui import translation
from ui.choices import FollowsSystem, dress
from ui.clipboard import ClipboardKeeper
from ui.guard import Guard
from ui.second_start import FirstWindow
from ui.window_place import WindowPlace, put_back

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from app.domain.ids import NoteId
    from app.ports import Doorbell, ExampleMark, Opened, OpenVault
    from ui.office import Office
    from ui.page import Destination
    from ui.practice_clock import PracticeClock
    from ui.unlock import DoorScreen
    from ui.workspace import Workspace

SMALLEST: Final = (960, 640)


class Shell(QMainWindow):
    """The one window. Its title is the program's name, never a client's."""

    def __init__(
        self,
        office: Office,
        reason: str = "",
        at: str = "",
        bell: Doorbell | None = None,
        *,
        missing: str = "",
    ) -> None:
        """`reason` and `at` say why and when it was locked; `bell` is the one that was taken.

        `missing` holds `UNSTORED` where the lock could not wait for the last words, and the
        word of a `WayChanging` where the password or recovery key was being changed.
        """
        super().__init__()
        self.office = office
        self._first = FirstWindow(bell, self) if bell is not None else None
        self._reason, self._at, self._stored = reason, at, UNSTORED not in missing.split()
        self._changing = WayChanging.among(missing)
        self._workspace: Workspace | None = None
        self._clock: PracticeClock | None = None
        self._guard = Guard(office, self)
        self._guard.wanted.connect(self._leave_alone)
        self._locking, self._listens = False, False
        self._clipboard = ClipboardKeeper(self)
        self._theme = FollowsSystem(office.preferences, self)
        self._newcomer = False
        self._forgotten = False
        self._entitle()
        self.setMinimumSize(*SMALLEST)
        put_back(self, office.preferences.load().window, hide=bool(reason))
        self.show_door()

    @property
    def workspace(self) -> Workspace | None:
        """The open workspace, if the vault is open."""
        return self._workspace

    def show_door(self) -> None:
        """Show the locked door, or the first start where no vault is known."""
        place = self.office.preferences.load().vault
        if place and self._to_be_made(Path(place)):
            self.show_example()
        elif place:
            self._show_locked(Path(place))
        else:
            self.show_first_start()

    def show_first_start(self) -> None:
        """Show how a vault is made."""
        from ui.new_vault import FirstStart  # noqa: PLC0415 - the door does not pay for it

        first = FirstStart(self.office)
        first.opened.connect(self._first_opened)
        first.elsewhere.connect(self._show_elsewhere)
        first.example.connect(self.show_example)
        first.succession.connect(self._show_succession)
        first.restore.connect(self._show_restore)
        first.help.connect(lambda: self._show_help("first-day", first))
        self._put(first)

    def show_example(self) -> None:
        """Make the example, or open it."""
        from ui.example_screen import ExampleScreen  # noqa: PLC0415 - few days need it

        if self.office.example is None:
            self.show_first_start()
            return
        screen = ExampleScreen(self.office, self.office.example())
        screen.opened.connect(self._example_opened)
        screen.left.connect(self._example_failed)
        self._put(screen)

    def _show_help(self, topic: str, waiting: QWidget | None = None) -> None:
        """Show the help in place of the door; it needs no vault, and leads back to the door.

        Or to what is `waiting`, which stays as it is: nothing typed there is lost.
        """
        from ui.help_page import HelpScreen  # noqa: PLC0415 - few days need it
        from ui.page import ToHelp  # noqa: PLC0415

        page = HelpScreen(self.office, ToHelp(topic))
        page.tour_button.hide()
        page.example_button.hide()
        page.back.connect(lambda: self._back_to(waiting))
        page.wanted.connect(lambda wanted: self._show_help(getattr(wanted, "topic", ""), waiting))
        if waiting is not None and self.centralWidget() is waiting:
            self.takeCentralWidget()
            waiting.setParent(self)
            waiting.hide()
        self._put(page)

    def _back_to(self, waiting: QWidget | None) -> None:
        """Go from the help back to what is waiting, or to the door."""
        if waiting is None:
            self.show_door()
            return
        self._put(waiting)
        waiting.show()
        waiting.setFocus()

    def _show_succession(self) -> None:
        """Show in place of the door where a colleague's package is opened; it needs no vault."""
        from ui.succession_open import SuccessionReader  # noqa: PLC0415 - few ever need it

        page = SuccessionReader(self.office)
        page.back.connect(self.show_door)
        self._put(page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the help before the door with Esc; an open workspace takes the key itself.

        Where what had the focus is gone (a form that was answered), the key comes here alone.
        """
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        from ui.page import Page  # noqa: PLC0415 - the door does not pay for it

        screen = self.centralWidget()
        if isinstance(screen, Page):
            screen.escape()
        elif self.workspace is not None:
            self.workspace.keyPressEvent(event)

    def _to_be_made(self, place: Path) -> bool:
        """Return whether `place` is where the example is wanted and is not yet."""
        from app.domain.example import named  # noqa: PLC0415

        wanted = self.office.example is not None and named(place.name)
        return wanted and not self.office.door().exists(place)

    def _example_opened(self, opened: Opened) -> None:
        """Remember the example, and where to go back to; then open it as every vault."""
        example = self.office.example
        if example is not None:
            language = translation.chosen(self.office.preferences.load().language)
            self._point_to(example().place(language))
        self._first_opened(opened)

    def _example_failed(self) -> None:
        """Go back to one's own vault, or to the first start."""
        self._point_home()
        self.show_door()

    def _point_to(self, place: Path) -> None:
        """Let the door stand before the example from now on, and remember one's own vault."""
        from app.domain.example import named  # noqa: PLC0415

        store = self.office.preferences
        chosen = store.load()
        own = chosen.own_vault if named(Path(chosen.vault).name) else chosen.vault
        with suppress(Refusal):
            store.save(replace(chosen, vault=str(place), own_vault=own))

    def _point_home(self) -> None:
        """Let the door stand before one's own vault again."""
        store = self.office.preferences
        chosen = store.load()
        with suppress(Refusal):
            store.save(replace(chosen, vault=chosen.own_vault, own_vault=""))

    def _first_opened(self, opened: Opened) -> None:
        """Open a vault that somebody sees for the first time."""
        self._newcomer = True
        self._opened(opened)

    def _go_to_example(self) -> None:
        """Lock the open vault and start anew before the example."""
        if self.office.example is None:
            return
        language = self.office.preferences.load().language
        place = self.office.example().place(translation.chosen(language))
        self._away(lambda: self._point_to(place))

    def _remove_example(self, mark: ExampleMark) -> None:
        """Close the example, delete it, and start anew before one's own vault."""
        example = self.office.example
        if example is None:
            return

        def last() -> None:
            with suppress(Refusal):
                example().remove(mark)
            self._point_home()

        self._away(last)

    def _switch(self, place: Path) -> None:
        """Lock this vault and start anew before the one that was restored; this one stays."""
        self._away(lambda: self._remember(place))

    def _remember(self, place: Path) -> None:
        """Let the door stand before a vault from now on."""
        store = self.office.preferences
        with suppress(Refusal):
            store.save(replace(store.load(), vault=str(place), own_vault=""))

    def _show_restore(self) -> None:
        """Show the restore before the door; it needs no vault, and leads to the restored one."""
        from ui.restore_page import DoorRestore  # noqa: PLC0415 - few days need it

        screen = DoorRestore(self.office)
        screen.left.connect(self._back_from_restore)
        screen.restored.connect(self._go_before)
        self._put(screen)

    def _back_from_restore(self) -> None:
        """Go back to the door; a restore that runs is stopped and leaves nothing."""
        from ui.backup_runner import runner  # noqa: PLC0415 - made by the restore

        runner(self.office).stop()
        self.show_door()

    def _go_before(self, place: Path) -> None:
        """Show the door of another vault, from now on."""
        self._forget_lock()
        self._remember(place)
        self.show_door()

    def _away(self, last: Callable[[], None]) -> None:
        """Save what is typed, close the vault, do the `last` thing, and start anew."""
        try:
            self._close_vault()
            self._step_away()
            last()
        finally:
            self._start_anew()

    def _show_elsewhere(self) -> None:
        """Show the door where it asks which vault to open."""
        door = self._show_locked(self.office.suggested_vault())
        door.ask_place()

    def _show_locked(self, place: Path) -> DoorScreen:
        """Show the door of a vault."""
        from ui.unlock import DoorScreen  # noqa: PLC0415 - the first start does not pay for it

        door = DoorScreen(
            self.office,
            place,
            self._reason,
            self._at,
            stored=self._stored,
            changing=self._changing,
        )
        door.opened.connect(self._opened)
        door.elsewhere.connect(self._forget_lock)
        door.elsewhere.connect(lambda: self._stand_before(door.place))
        door.create_new.connect(self.show_first_start)
        door.abandoned.connect(lambda: self.lock(WhyLocked.IDLE))
        door.salvage.connect(self._show_salvage)
        door.language.connect(self._change_language)
        door.help.connect(lambda: self._show_help("password"))
        door.succession.connect(self._show_succession)
        door.restore.connect(self._show_restore)
        self._put(door)
        self._stand_before(place)
        return door

    def _show_salvage(self, place: Path) -> None:
        """Show the salvage of a vault that does not open, in place of its door."""
        from ui.salvage_page import SalvageScreen  # noqa: PLC0415 - few need it, ever

        page = SalvageScreen(self.office, place)
        page.back.connect(self.show_door)
        self._put(page)

    def tell_second(self) -> None:
        """Say at the door that another window stands before this vault and did not come up."""
        from app.domain.errors import WindowElsewhere  # noqa: PLC0415 - the first start is no second
        from ui.unlock import DoorScreen  # noqa: PLC0415

        door = self.centralWidget()
        if isinstance(door, DoorScreen):
            door.say(WindowElsewhere())

    def _stand_before(self, place: Path) -> None:
        """Be the one window of a vault, so that a second start finds this one."""
        first, make = self._first, self.office.doorbell
        if make is None or (first is not None and first.stands and first.bell.place == place):
            return
        listens = self._listens
        self._step_away()
        self._first = FirstWindow(make(place), self)
        if listens:
            self._first.listen()

    def _step_away(self) -> None:
        """Be nobody's one window, as before the vault's files go."""
        if self._first is not None:
            self._first.leave()
            self._first = None

    def _opened(self, opened: Opened) -> None:
        """Build the workspace of an open vault and land where one was writing."""
        from ui.workspace import Workspace  # noqa: PLC0415 - the door does not pay for it

        space = self._furnish(Workspace(self.office))
        if opened.from_copy:
            self._tell_of_copy(space)
        self._forgotten = opened.by_recovery
        self._guard.begin()
        self._learn_clock()
        self._stand_before(Path(self.office.preferences.load().vault))
        self._settle_keyring(space)
        self.office.desk.do(self, _writing, self._land)

    def _learn_clock(self) -> None:
        """Know by which clock the practice goes, before a lock asks for it."""
        from ui.practice_clock import PracticeClock  # noqa: PLC0415 - the door does not pay for it

        if self._clock is not None:
            self._clock.deleteLater()
        self._clock = PracticeClock(self.office, self)

    def _tell_of_copy(self, space: Workspace) -> None:
        """Say that the header was damaged, and whether it could be mended."""

        def show(mended: bool) -> None:  # noqa: FBT001 - an answer of the desk
            if space is not self._workspace:
                return
            if mended:
                space.tell(
                    self.tr("保险库的钥匙文件坏了，这次用的是旁边的那一份，坏的已经照它修好。"),
                    self.tr("记录都在。请尽快做一次备份，再检查磁盘。"),
                )
            else:
                space.tell(
                    self.tr("保险库的钥匙文件坏了，这次用的是旁边的那一份，坏的还没有修。"),
                    self.tr("什么都没有改动。请先复制一份整个文件夹，再检查磁盘。"),
                )

        self.office.desk.do(space, lambda vault: vault.ways.mended(), show)

    def _settle_keyring(self, space: Workspace) -> None:
        """Leave nothing in the system's keyring while the vault is open: a lock must hold."""
        keychain, here = self.office.keychain, self.office.preferences.load().keyring
        if keychain is None or not here:
            return
        from app.services import keyring  # noqa: PLC0415 - few have switched it on

        clock = self.office.tools().clock

        def show(settled: bool) -> None:  # noqa: FBT001 - an answer of the desk
            if not settled and space is self._workspace:
                space.tell(
                    self.tr("系统钥匙串没有把钥匙交还，已经停用「用这台电脑的钥匙串打开」。"),
                    self.tr("密码照样能打开，记录都在。想再用，请到设置里重新打开它。"),
                )

        self.office.desk.do(
            space, lambda vault: keyring.settle(vault, keychain(), clock, here), show
        )

    def _mark_example(self, space: Workspace) -> None:
        """Have the window say so where the open vault is the example."""
        wanted = self.office.example
        if wanted is None:
            return
        example = wanted()

        def show(mark: ExampleMark | None) -> None:
            if mark is not None and space is self._workspace:
                space.show_example(example)

        self.office.desk.do(space, example.found, show)

    def _note_tour(self) -> None:
        """Remember that the window was shown around."""
        store = self.office.preferences
        self.office.desk.outside(
            self.office.desk, lambda: store.save(replace(store.load(), toured=True))
        )

    def _furnish(self, space: Workspace) -> Workspace:
        """Show a workspace, and do what it asks for."""
        space.lock.connect(lambda: self.lock(WhyLocked.HAND))
        space.preferences_changed.connect(self._guard.read_limit)
        space.language.connect(self._speak)
        space.example.connect(self._go_to_example)
        space.example_left.connect(lambda: self._away(self._point_home))
        space.example_removed.connect(self._remove_example)
        space.toured.connect(self._note_tour)
        space.switched.connect(self._switch)
        space.case_shut.connect(self._clipboard.clear)
        self._workspace = space
        self._put(space)
        self._mark_example(space)
        return space

    def _speak(self, language: str) -> None:
        """Speak another language at once: the workspace is built anew, the place is kept.

        The old one goes when its last words are in the vault; nothing is asked, nothing lost.
        """
        from ui.workspace import Workspace  # noqa: PLC0415

        old, application = self._workspace, QApplication.instance()
        if old is None or not isinstance(application, QApplication):
            return
        here, held = old.where(), old.held()
        old.leave()
        translation.install(application, translation.chosen(language))
        dress(self.office.preferences.load().theme, language)
        self.takeCentralWidget()
        space = self._furnish(Workspace(self.office, trail=old.trail))
        if here is not None:
            space.go(here)
        space.hold(held)
        self._retire(old)

    def _retire(self, old: Workspace) -> None:
        """Let go of a workspace once nothing of it is unsaved; unseen until then."""
        old.setParent(self)
        old.hide()
        old.setEnabled(False)

        def sweep() -> None:
            if not old.unsaved():
                self.office.desk.idle.disconnect(sweep)
                old.deleteLater()

        self.office.desk.idle.connect(sweep)
        self.office.desk.outside(self, lambda: None)

    def _land(self, note: tuple[CaseId, NoteId] | None) -> None:
        """Open the note that was being written, with its case behind it, or the day."""
        from ui.page import ToCases, ToNote, ToToday  # noqa: PLC0415 - the door does not pay for it

        if self._workspace is None:
            return
        self._workspace.go(ToToday())
        if self._newcomer and not self.office.preferences.load().toured:
            self._workspace.start_tour()
        self._newcomer = False
        if note is not None:
            case_id, note_id = note
            self._workspace.go(ToCases(case_id))
            self._workspace.go(ToNote(note_id))
        else:
            from ui.resume import left_at  # noqa: PLC0415 - the door does not pay for it

            self.office.desk.do(self, left_at, self._land_again)
        if self._forgotten:
            self._forgotten = False
            # Lent behind what finds the place: it comes last, and Esc leads back to there.
            self.office.desk.do(self, lambda _: None, lambda _: self._ask_new_password())

    def _ask_new_password(self) -> None:
        """Lead whoever came in by the recovery key to a new password."""
        from ui.page import ToNewPassword  # noqa: PLC0415 - few days need it

        if self._workspace is not None:
            self._workspace.go(ToNewPassword(forgotten=True))

    def _land_again(self, place: Destination | None) -> None:
        """Open the page on which the vault was locked, unless one has gone elsewhere meanwhile."""
        from ui.page import ToCases, ToToday  # noqa: PLC0415 - the door does not pay for it
        from ui.resume import case_of  # noqa: PLC0415

        if place is None or self._workspace is None or self._workspace.where() != ToToday():
            return
        if (case_id := case_of(place)) is not None:
            self._workspace.go(ToCases(case_id))
        self._workspace.go(place)

    def lock(self, reason: str) -> None:
        """Save what is typed, close the vault, clear the clipboard if it is ours, start anew.

        Nothing can veto it: no question is asked, and a dialog goes with the process. A second
        reason while it is under way, as when a screen locks because the computer sleeps, is none.
        """
        if self._locking:
            return
        self._locking, self._reason = True, reason
        space = self._workspace
        if space is not None:  # else the door goes on saying what it says of the lock before
            self._stored, self._changing = False, space.changing()
        try:
            stored = self._close_vault(hurry=True)
            self._stored = stored if space is not None else self._stored
            self._keep_place()
            self._clipboard.clear()
        finally:
            # Whatever went wrong while closing: a lock that waits for a repair is none.
            self._at = self._time()
            self.office.restart(self._locked_words())

    def _time(self) -> str:
        """Return when it is, by the clock of the practice where that is known."""
        if self._clock is None:
            return QTime.currentTime().toString("HH:mm")
        return self._clock.now()

    def _locked_words(self) -> list[str]:
        """Return what a fresh process is told of the lock; nothing where there was none."""
        if not self._reason:
            return []
        missing = [] if self._stored else [UNSTORED]
        missing += [self._changing.word()] if self._changing is not None else []
        return ["--locked", self._reason, self._at, *missing]

    def _forget_lock(self) -> None:
        """Say no more of a lock: it was of another vault than the one that is before us now."""
        self._reason, self._at, self._stored, self._changing = "", "", True, None

    def finish(self) -> None:
        """Save, lock and end the program because the system asks for it, whatever is open."""
        try:
            self.close()
        finally:
            QApplication.exit(0)

    def listen(self) -> None:
        """Hear the system, and a second start, from now on: also before the vault is open."""
        self._listens = True
        self._guard.listen()
        if self._first is not None:
            self._first.listen()

    def _leave_alone(self, why: WhyLocked) -> None:
        """Lock what is open; at the door, let no password wait that was typed and not used."""
        from ui.unlock import DoorScreen  # noqa: PLC0415 - the first start does not pay for it

        door = self.centralWidget()
        typed = isinstance(door, DoorScreen) and door.holds_secret()
        if typed or self._workspace is not None:
            self.lock(why.value)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save, lock and end the program when the window is closed."""
        try:
            self._close_vault(self._leave_ticket())
        finally:
            self.office.desk.end()
            self._step_away()
            self._keep_place()
            self._clipboard.clear()
            super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the program's name in the language that is spoken now."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._entitle()

    def _leave_ticket(self) -> Callable[[OpenVault], None] | None:
        """Return the work that lets the keyring open at the next start, where that is wanted."""
        keychain, here = self.office.keychain, self.office.preferences.load().keyring
        if keychain is None or not here:
            return None
        from app.services import keyring  # noqa: PLC0415 - few have switched it on

        clock = self.office.tools().clock
        return lambda vault: keyring.deposit(vault, keychain(), clock, here)

    def _close_vault(
        self, last: Callable[[OpenVault], None] | None = None, *, hurry: bool = False
    ) -> bool:
        """Lend the last words to the desk, close the vault behind them; say if all was stored.

        `last` is done before it is closed; never at a lock.
        """
        space, self._workspace = self._workspace, None
        self._guard.end()
        if space is None:
            return True
        if self._clock is not None:
            self._clock.rest()
        from ui import closing  # noqa: PLC0415 - the door does not pay for it

        self._stop_backup()
        return closing.close(space, self.office, last, hurry=hurry)

    def _stop_backup(self) -> None:
        """Stop a backup that runs: it holds the database, and leaves nothing half done."""
        from ui.backup_runner import running  # noqa: PLC0415 - loaded long before this

        made = running(self.office)
        if made is not None:
            made.close()

    def _change_language(self, _language: str) -> None:
        """Start anew in the other language; the door says there what it says here of the lock."""
        QTimer.singleShot(0, self, lambda: self._start_anew(self._locked_words()))

    def _start_anew(self, words: Sequence[str] = ()) -> None:
        self._keep_place()
        self._clipboard.clear()
        self.office.restart([*words])

    def _keep_place(self) -> None:
        """Remember where the window stands; a disk that takes no more does not hold a lock up."""
        store = self.office.preferences
        with suppress(Refusal):
            chosen = store.load()
            place = WindowPlace.of(self).text()
            if chosen.window != place:
                store.save(replace(chosen, window=place))

    def _entitle(self) -> None:
        """Name the window after the program."""
        self.setWindowTitle(self.tr("心匣"))

    def _put(self, screen: QWidget) -> None:
        """Show one screen in place of the one before, which is destroyed."""
        old = self.takeCentralWidget()
        self.setCentralWidget(screen)
        screen.setFocus()
        if old is not None:
            old.hide()
            old.deleteLater()


def _writing(vault: OpenVault) -> tuple[CaseId, NoteId] | None:
    """Return the note that was being written when the vault was locked, and its case."""
    note_id = vault.settings.open_note()
    if note_id is None:
        return None
    try:
        return vault.notes.get(note_id).case_id, note_id
    except CaseLocked as refusal:  # its page leads to the door of the case
        return CaseId(refusal.case_id), note_id

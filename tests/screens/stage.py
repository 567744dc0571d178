"""One window with one vault open in it, in one language, theme, size and scale of letters."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app import bootstrap
from app.domain.preferences import Preferences
from app.services.spoken_tools import SpokenTools
from storage.keychain import SystemKeychain
from storage.succession import SuccessionFile
from tests.screens import pseudo
from tests.screens.practice import NAMES, PASSWORD
from ui import translation
from ui.office import Office
from ui.shell import Shell
from ui.tasks import Desk
from ui.theme import style

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QTranslator

    from app.ports import Opened
    from tests.screens.practice import Practice
    from ui.page import Destination
    from ui.workspace import Workspace

# Where the pictures say that everything lies; nobody's.
HOME = Path("/home/shen")
PATIENCE_MS = 20_000
QUIET_MS = 90
_STEP_MS = 10
_QUIET_TURNS = 6


@dataclass
class Choices:
    """Choices that are kept nowhere."""

    kept: Preferences = field(default_factory=Preferences)

    def load(self) -> Preferences:
        """Return what is chosen."""
        return self.kept

    def save(self, preferences: Preferences) -> None:
        """Choose otherwise."""
        self.kept = preferences


class _PictureDoor:
    """The practice's door, whose fresh recovery key is the same every time.

    It finds the vaults where the pictures say that they are: in no folder of this computer.
    """

    def __init__(self, practice: Practice) -> None:
        self._door = practice.door
        self._real = {HOME / name: practice.folder / name for name in NAMES.values()}

    def __getattr__(self, name: str) -> Callable[..., object]:
        method = getattr(self._door, name)

        def there(*given: object, **more: object) -> object:
            return method(*(self._place(one) for one in given), **more)

        return there

    def _place(self, given: object) -> object:
        return self._real.get(given, given) if isinstance(given, Path) else given

    def new_recovery_key(self) -> tuple[str, ...]:
        return self._door.shown_key()


class Stage:
    """Where a screen is shown. `which` names the vault: "full" or "empty"."""

    def __init__(
        self,
        practice: Practice,
        *,
        language: str = "zh",
        theme: str = "light",
        size: tuple[int, int] = (1280, 800),
        scale: float = 1.0,
    ) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.app, self.practice = application, practice
        self.language, self.theme, self.scale = language, theme, scale
        self.size = size
        self.which = ""
        self._shell: Shell | None = None
        self._longer: QTranslator | None = None
        translation.install(application, "en" if language == "en" else "zh")
        style.apply(application, theme, scale=scale, language=language)
        application.setCursorFlashTime(0)
        style.deepen()

    @property
    def shell(self) -> Shell:
        """The window."""
        assert self._shell is not None
        return self._shell

    @property
    def workspace(self) -> Workspace:
        """The open vault."""
        assert self.shell.workspace is not None
        return self.shell.workspace

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        assert self.workspace.page is not None
        return self.workspace.page

    def lock(self) -> None:
        """Show the door of the full vault, as after some minutes with nobody there."""
        self.close()
        self._make("full")
        self.settle()

    def unlock(self, which: str) -> None:
        """Show an open vault; one that is open already stays so."""
        if self.which == which and self._shell is not None and self._shell.workspace is not None:
            return
        self.close()
        self._make(which)
        place, door = self.practice.place(which), self.practice.door
        self.shell.office.desk.open(
            self.shell, lambda: door.open(place, PASSWORD), self._opened, _fail
        )
        self.settle(lambda: self.shell.workspace is not None)

    def go(self, destination: Destination) -> QWidget:
        """Go to a page and return it when it has come to rest."""
        self.workspace.go(destination)
        self.settle()
        return self.page

    def settle(self, ready: Callable[[], bool] = lambda: True) -> None:
        """Let the window work until `ready`, and until nobody has asked for anything a while."""
        desk = self.shell.office.desk
        patience, quiet = QElapsedTimer(), QElapsedTimer()
        patience.start()
        quiet.start()
        turns = 0
        # Turns count, too: on a busy computer one of them may last longer than the whole pause.
        while quiet.elapsed() < QUIET_MS or turns < _QUIET_TURNS:
            _turn()
            turns += 1
            if desk.waiting or not ready():
                quiet.restart()
                turns = 0
            if patience.elapsed() > PATIENCE_MS:
                raise TimeoutError("the screen did not come to rest")

    def resize(self, size: tuple[int, int]) -> None:
        """Make the window another size."""
        self.size = size
        self.shell.resize(*size)
        self.settle()

    def speak_longer(self) -> None:
        """Speak the language of pseudo.py until the end."""
        self._longer = pseudo.install(self.app)

    def hide(self) -> None:
        """Leave no window open between two tests."""
        self.dismiss()
        if self._shell is not None:
            self._shell.hide()

    def show(self) -> None:
        """Show the window again."""
        if self._shell is not None and not self._shell.isVisible():
            # Without a screen Qt goes on calling a hidden window the active one, and does not
            # make it active again when it is shown, unless another was in between.
            other = QWidget()
            other.show()
            other.activateWindow()
            self._shell.show()
            self._shell.activateWindow()
            other.close()
            other.deleteLater()

    def dismiss(self) -> None:
        """Let every dialog and menu go."""
        for popup in self.app.topLevelWidgets():
            if popup is not self._shell and popup.isVisible():
                popup.close()

    def end(self) -> None:
        """Close everything and speak as before."""
        self.close()
        if self._longer is not None:
            self.app.removeTranslator(self._longer)

    def close(self) -> None:
        """Close window and vault."""
        self.dismiss()
        shell, self._shell, self.which = self._shell, None, ""
        if shell is None:
            return
        shell.close()
        shell.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _make(self, which: str) -> None:
        place = HOME / NAMES[which]
        choices = Choices(Preferences(language=self.language, vault=str(place), theme=self.theme))
        door, tools = _PictureDoor(self.practice), self.practice.tools
        office = Office(
            Desk(self.app),
            lambda: door,  # type: ignore[arg-type,return-value]
            SpokenTools(lambda: tools, translation.term),
            choices,
            lambda: HOME / "心匣",
            lambda _arguments: None,
            keychain=lambda: SystemKeychain(platform="none of ours"),
            succession=SuccessionFile,
            keeper=bootstrap.keeper,
        )
        shell = Shell(office, "idle", "14:32")
        shell.setGeometry(0, 0, *self.size)
        self._shell, self.which = shell, which
        shell.show()
        shell.activateWindow()

    def _opened(self, opened: Opened) -> None:
        self.shell._opened(opened)


def _turn() -> None:
    """Let the window do what has piled up, and what comes within a hundredth of a second."""
    loop = QEventLoop()
    QTimer.singleShot(_STEP_MS, loop.quit)
    loop.exec()


def _fail(refusal: object) -> None:
    raise AssertionError(refusal)


def seen(within: QWidget, kind: type[QWidget]) -> list[QWidget]:
    """Return the parts of a kind that one sees."""
    return [one for one in within.findChildren(kind) if shiboken6.isValid(one) and one.isVisible()]

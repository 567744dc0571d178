"""A program of its own, brought into a state in which one might fear that it does not lock.

    python -m tests.journeys.state_driver VAULT STATE

The password and what is written come as one JSON line. It says READY when everything is on the
screen, nothing of it saved yet; then a line says what somebody does: `idle` turns the clock that
counts sleep, `hotkey` presses Ctrl+L, `menu` clicks in the rail. Signs of the system reach it by
themselves. Starting anew is the real thing.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QMessageBox, QTextEdit

from app import bootstrap, diagnostics, restart
from app.domain.preferences import Preferences
from storage import keys
from storage.vault import FolderDoor
from tests.journeys.person import CTRL, Person, patiently
from ui import translation
from ui.endings import Endings
from ui.office import Office
from ui.page import ToCaseForm
from ui.pick import pick_open
from ui.printing import ask_printer
from ui.shell import Shell
from ui.signs_linux import LinuxSigns
from ui.tasks import Desk
from ui.theme.style import apply
from ui.tour import Tour
from ui.widgets.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


class Clock:
    """The clock of this computer, with a sleep in it that can be made longer."""

    def __init__(self) -> None:
        self.real, self.slept = bootstrap.clock(), 0.0

    def now(self) -> datetime:
        return self.real.now()

    def since_boot(self) -> tuple[str, float]:
        boot, seconds = self.real.since_boot()
        return boot, seconds + self.slept


def main(place: Path, state: str) -> int:
    """Open the vault, write, bring it into the state, do what is said."""
    diagnostics.keep_private()
    told = json.loads(sys.stdin.readline())
    application = QApplication(sys.argv[:1])
    translation.install(application, "zh")
    apply(application, "light", language="zh")
    clock = Clock()
    door = FolderDoor(clock, lambda: keys.FLOOR)
    tools = replace(bootstrap.tools(), clock=clock)
    store = bootstrap.preferences()
    store.save(Preferences(language="zh", vault=str(place), toured=True))
    office = Office(
        *(Desk(), lambda: door, lambda: tools, store, bootstrap.suggested_vault, restart.anew),
        signs=bootstrap.signs,
    )
    shell = Shell(office)
    Endings(application).asked.connect(shell.finish)
    person = Person(patiently, shell)
    person.sit_down(shell)
    person.write("密码", told["password"])
    person.press(Qt.Key.Key_Return)
    person.find(QTextEdit, "主诉")
    (signs,) = shell.findChildren(LinuxSigns)
    person.wait(lambda: signs.session is not None and signs.delayed)
    if state == "completer":
        shell.workspace.go(ToCaseForm(told["case"]))
        person.write("学校", told["words"])
    else:
        person.write_text("主诉", told["words"])
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: (notifier.setEnabled(False), act(person, clock)))
    # In the state's own loop, where it has one: what it opens may not return.
    QTimer.singleShot(0, shell, lambda: REACH[state](person))
    QTimer.singleShot(0, shell, lambda: until_reached(person, state))
    return application.exec()


def composing(person: Person) -> None:
    event = QInputMethodEvent("yu'ting'le", [])
    QCoreApplication.sendEvent(person.find(QTextEdit, "主诉"), event)


def completing(person: Person) -> None:
    line = person.find(QLineEdit, "来访者时区")
    line.setFocus()
    person.wait(lambda: line.completer() is not None)
    person.type("Asia", line)


def menu(person: Person) -> None:
    made = QMenu(person.window)
    made.addAction("复制")
    made.exec(person.window.rect().center())


def printing(person: Person) -> None:
    QPrinterInfo.availablePrinterNames = staticmethod(lambda: ["printer"])  # type: ignore[method-assign]
    ask_printer(person.window, "", lambda _printer: None)


REACH: dict[str, Callable[[Person], object]] = {
    "note": lambda _: None,
    "dialog": lambda person: Dialog("一问", "问", accept="是", parent=person.window).open(),
    "nested": lambda person: QMessageBox(person.window).exec(),
    "file": lambda person: pick_open(person.window, "选文件", "*", lambda _: None),
    "menu": menu,
    "print": printing,
    "preedit": composing,
    "completer": completing,
    "palette": lambda person: person.window.workspace.open_palette(),
    "tour": lambda person: person.window.workspace.start_tour(),
}


def reached(person: Person, state: str) -> bool:
    """Say whether what the state is called after is on the screen."""
    if state in {"dialog", "nested", "file", "print"}:
        return QApplication.activeModalWidget() is not None
    if state in {"menu", "completer"}:
        return QApplication.activePopupWidget() is not None
    if state == "palette":
        return person.window.workspace.commander.palette is not None
    if state == "tour":
        return bool(person.window.findChildren(Tour))
    return True


def until_reached(person: Person, state: str) -> None:
    try:
        person.wait(lambda: reached(person, state))
    except TimeoutError:
        sys.exit(f"{state} was not reached")
    sys.stdout.write("READY\n")
    sys.stdout.flush()


def act(person: Person, clock: Clock) -> None:
    """Do what the line of input says."""
    what = sys.stdin.readline().strip()
    if what == "idle":
        clock.slept += 301
    elif what == "hotkey":
        at = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        QTest.keyClick(at or QApplication.focusWidget() or person.window, Qt.Key.Key_L, CTRL)
    elif what == "menu":
        person.click("锁定")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))

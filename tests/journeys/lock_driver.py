"""A program of its own: the real window with somebody at it, who locks when told to.

    python -m tests.journeys.lock_driver VAULT

The password and the words of the note come as one JSON line on standard input, never as an
argument or in the environment, which would outlive the lock. It says READY with the key of the
database when everything is on the screen and in its memory. The line "copy" of input copies the
note and is answered by COPIED; any other line locks.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from app import bootstrap, diagnostics, restart
from app.domain.preferences import Preferences
from app.services import vaults
from storage import keys
from storage.vault import FolderDoor
from tests.journeys.person import CTRL, Person, patiently
from ui import translation
from ui.office import Office
from ui.shell import Shell
from ui.tasks import Desk
from ui.theme.style import apply

if TYPE_CHECKING:
    from ui.office import Office as Room


def main(place: Path) -> int:
    """Open the vault, write, wait for the word, lock."""
    diagnostics.keep_private()
    told = json.loads(sys.stdin.readline())
    application = QApplication(sys.argv[:1])
    translation.install(application, "zh")
    apply(application, "light", language="zh")
    office = _office(place, told["password"])
    shell = Shell(office)
    person = Person(patiently, shell)
    person.sit_down(shell)
    _write(person, told)
    key = _raw_key(office)
    held = _as_naive_programs_do(told, key)
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)

    def obey() -> None:
        if sys.stdin.readline().strip() == "copy":
            _copy(person)
            return
        notifier.setEnabled(False)
        person.press(Qt.Key.Key_L, CTRL)

    notifier.activated.connect(obey)
    sys.stdout.write(f"READY {key.hex()}\n")
    sys.stdout.flush()
    code = application.exec()
    del held
    return code


def _office(place: Path, password: str) -> Room:
    """Make a vault and give the window what the program gives it; restart is the real one."""
    door = FolderDoor(bootstrap.clock(), lambda: keys.FLOOR)
    made = vaults.create(door, bootstrap.clock(), place, password, door.new_recovery_key())
    made.vault.close()
    store = bootstrap.preferences()
    store.save(Preferences(language="zh", vault=str(place)))
    return Office(
        Desk(), lambda: door, bootstrap.tools, store, bootstrap.suggested_vault, restart.anew
    )


def _write(person: Person, told: dict[str, str]) -> None:
    """Open the door, add a case, write the note."""
    person.write("密码", told["password"])
    person.press(Qt.Key.Key_Return)
    person.click("新建第一个个案")
    person.write("代号", "H-001")
    person.click("一般")
    person.write_text("分级的理由", "睡得还好")
    person.click("建立个案")
    person.click("写记录")
    person.find(QTextEdit, "主诉")
    person.write_text("主诉", told["note"])
    person.wait_for("已存 ")


def _copy(person: Person) -> None:
    """Select the words of the note and copy them."""
    edit = person.find(QTextEdit, "主诉")
    edit.setFocus()
    for key in (Qt.Key.Key_A, Qt.Key.Key_C):
        QTest.keyClick(edit, key, CTRL)
    sys.stdout.write("COPIED\n")
    sys.stdout.flush()


def _raw_key(office: Room) -> bytes:
    """Ask the vault's thread for the key of the database."""
    answers: list[bytes] = []
    office.desk.do(office.desk, lambda vault: vault.raw_key(), answers.append)
    patiently(lambda: bool(answers))
    return answers[0]


def _as_naive_programs_do(told: dict[str, str], key: bytes) -> list[bytes]:
    """Hold everything secret in every encoding: what is searched for is there to be found."""
    words = [told["password"], told["note"], key.hex()]
    return [key, *(word.encode(one) for word in words for one in ("utf-8", "utf-16le", "utf-32le"))]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

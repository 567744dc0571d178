"""A program of its own: somebody fills in the form of a new case, and never comes to its end.

    python -m tests.journeys.form_driver VAULT

Says KEPT when the screen says that the draft is kept; it waits to be killed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app import diagnostics
from tests.journeys.lock_driver import _office
from tests.journeys.person import Person, patiently
from ui import translation
from ui.shell import Shell
from ui.theme.style import apply


def main(place: Path) -> int:
    """Open the vault, type, say so, wait."""
    diagnostics.keep_private()
    told = json.loads(sys.stdin.readline())
    application = QApplication(sys.argv[:1])
    translation.install(application, "zh")
    apply(application, "light", language="zh")
    shell = Shell(_office(place, told["password"]))
    person = Person(patiently, shell)
    person.sit_down(shell)
    person.write("密码", told["password"])
    person.press(Qt.Key.Key_Return)
    person.click("新建第一个个案")
    person.write("姓名", told["name"])
    person.write("代号", told["code"])
    person.wait_for("草稿已存 ")
    sys.stdout.write("KEPT\n")
    sys.stdout.flush()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

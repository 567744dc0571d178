"""A program of its own: somebody decides on one place of a summary, and never comes to its end.

    python -m tests.journeys.review_driver VAULT

Says KEPT when the page has nothing left to keep; it waits to be killed.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QCheckBox

from app import bootstrap, diagnostics
from app.domain.case import ServiceMode
from app.domain.client import Profile
from app.domain.note import NoteBody
from app.domain.preferences import Preferences
from app.domain.session import SessionTime
from app.services import cases, notes
from storage import keys
from storage.vault import FolderDoor
from tests.journeys.person import Person, patiently
from ui import translation
from ui.exports import ReviewScreen
from ui.office import Office
from ui.tasks import Desk
from ui.theme.style import apply


def main(place: Path) -> int:
    """Write a note, review it, decide, say so, wait."""
    diagnostics.keep_private()
    told = json.loads(sys.stdin.readline())
    application = QApplication(sys.argv[:1])
    translation.install(application, "zh")
    apply(application, "light", language="zh")
    clock, door = bootstrap.clock(), FolderDoor(bootstrap.clock(), lambda: keys.FLOOR)
    vault = door.create(place, told["password"], door.new_recovery_key()).vault
    profile = Profile(name=told["name"])
    case = cases.open_case(vault, clock, "H-1", ServiceMode.FACE_TO_FACE, profile)
    _write(vault, clock, case.id, told["text"])
    vault.close()
    store = bootstrap.preferences()
    store.save(Preferences(language="zh", vault=str(place)))
    office = Office(Desk(), lambda: door, bootstrap.tools, store, lambda: place, sys.exit)
    opened: list[object] = []
    office.desk.open(
        office.desk, lambda: door.open(place, told["password"]), opened.append, sys.exit
    )
    patiently(lambda: bool(opened))
    page = ReviewScreen(office, case.id)
    person = Person(patiently, page)
    person.sit_down(page)
    person.wait_for("已选 0 篇")
    (tick,) = [one for one in page.findChildren(QCheckBox) if "草稿" in one.text()]
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton)
    person.wait(lambda: person.can_click("开始去标识化"))
    person.click("开始去标识化")
    person.wait_for("隐去 1 处，保留 0 处")
    QTest.keyClick(person.find(QAbstractItemView, "逐处决定"), Qt.Key.Key_N)
    person.wait_for("隐去 0 处，保留 1 处")
    person.wait(lambda: not page.unsaved())
    sys.stdout.write("KEPT\n")
    sys.stdout.flush()
    return application.exec()


def _write(vault, clock, case_id, text) -> None:
    """Write and leave a draft of one section."""
    template = bootstrap.tools().note_templates["free"]
    note = notes.start(vault, clock, case_id, SessionTime(clock.now()), template)
    (part,) = note.body.parts
    body = NoteBody(template.key, template.edition, (replace(part, text=text),))
    notes.save_draft(vault, clock, note.id, body)
    notes.leave(vault, note.id)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

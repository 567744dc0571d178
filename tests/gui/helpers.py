"""What tests of the window share: an open vault, and hands and eyes for its screens."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent

from app import bootstrap
from app.domain.case import ServiceMode
from app.domain.client import EmergencyContact, Place, Profile, Relative
from app.domain.session import SessionTime
from app.services import cases, notes
from app.services.spoken_tools import SpokenTools
from app.services.tools import Tools
from storage import keys
from storage.answer_file import AnswerFile
from storage.note_file import NoteFiles
from storage.preferences import JsonPreferences
from storage.vault import FolderDoor
from tests import admitted
from tests.made import PASSWORD
from ui import translation
from ui.office import Office
from ui.tasks import Desk
from ui.widgets.button import Button
from ui.widgets.chip import StateChip
from ui.widgets.label import Label

__all__ = ["PASSWORD"]
NOW = datetime(2026, 5, 12, 6, 57, tzinfo=UTC)  # 14:57 in Hangzhou, 07:57 in London
LONDON, SHANGHAI = Place("伦敦", "Europe/London"), Place("上海", "Asia/Shanghai")
NASTY = "😀䶮𬱖ㄅ\u202e木\u202c\u00a0&<b>"
FULL = Profile(
    name="禾木",
    aliases=("小禾", "木木"),
    phone="13800005678",
    id_number="11010519491231002X",
    place=LONDON,
    counselor_place=SHANGHAI,
    emergency=EmergencyContact("禾苗", "妹妹", "13900001111", may_know=True),
    people=(Relative("周予安", "伴侣", ("安安",)),),
    places=("河边步道",),
    organisations=("读书会",),
)


_PATIENCE_MS = 30_000  # a paper is printed within, on a computer that does much else
_A_MOMENT_MS = 10_000


class Clock:
    """A clock that stands, and can be moved."""

    def __init__(self, time=NOW, uptime=1000.0):
        self.time, self.uptime = time, uptime

    def now(self):
        return self.time

    def since_boot(self):
        return "this boot", self.uptime


class House:
    """An open vault, and screens on it."""

    def __init__(self, qtbot, folder, made):
        self.qtbot, self.clock, self.desk, self.recovery = qtbot, Clock(), Desk(), made.recovery
        self.door = FolderDoor(self.clock, lambda: keys.FLOOR)
        self.tools = Tools(
            clock=self.clock,
            papers=bootstrap.papers(),
            shelf=None,
            answers=AnswerFile(),
            old_notes=NoteFiles(),
            consent_templates=bootstrap.consent_templates(),
            note_templates=bootstrap.note_templates(),
            deidentifier=bootstrap.deidentifier,
            sheet_catalogues=bootstrap.sheet_catalogues(),
            formulation_schemes=bootstrap.formulation_schemes(),
            summary_wordings=bootstrap.summary_wordings(),
            scales=bootstrap.scales(),
            scale_texts=bootstrap.scale_texts(),
            screens=bootstrap.screen_catalogues(),
            practice_papers=bootstrap.practice_papers(),
            intake_texts=bootstrap.intake_texts(),
            scope_words=bootstrap.scope_words(),
            crisis_texts=bootstrap.crisis_texts(),
            hour_rules=bootstrap.hour_rules(),
            disclosure_texts=bootstrap.disclosure_texts(),
            ending_texts=bootstrap.ending_texts(),
            sample_lists=bootstrap.sample_lists(),
        )
        self.office = Office(
            self.desk,
            lambda: self.door,
            SpokenTools(lambda: self.tools, translation.term),
            JsonPreferences(folder.parent / "choices" / "preferences.json"),
            lambda: folder,
            None,
        )
        opened = []
        self.desk.open(
            self.desk, lambda: made.open_copy(self.door, folder), opened.append, pytest.fail
        )
        qtbot.waitUntil(lambda: bool(opened))

    def do(self, work):
        """Run work on the vault's thread and return what it gives, or raise its refusal."""
        answers, refusals = [], []
        self.desk.do(self.desk, work, answers.append, refusals.append)
        self.qtbot.waitUntil(lambda: bool(answers or refusals))
        if refusals:
            raise refusals[0]
        return answers[0]

    def idle(self):
        """Wait until every answer is there, and what it brought is shown."""
        self.qtbot.waitUntil(self._rests, timeout=_PATIENCE_MS)

    def _rests(self):
        # What is put into a layout is shown by an event that follows the answer.
        if not self.desk.waiting:
            QCoreApplication.processEvents()
        return not self.desk.waiting

    def case(self, code="H-017", profile=FULL, mode=ServiceMode.ONLINE):
        return self.do(lambda vault: cases.open_case(vault, self.clock, code, mode, profile))

    def note(self, case, text="谈到睡眠。", *, starts_at=NOW, signed=False, amendment=""):
        def work(vault):
            template = self.tools.note_templates["free"]
            note = notes.start(vault, self.clock, case.id, SessionTime(starts_at), template)
            part = replace(note.body.parts[0], text=text)
            notes.save_draft(vault, self.clock, note.id, replace(note.body, parts=(part,)))
            notes.leave(vault, note.id)
            if signed:
                admitted.sign(vault, self.clock, note.id, "沈知远", PASSWORD)
            if amendment:
                notes.amend(vault, self.clock, note.id, amendment, "沈知远")
            return note

        return self.do(work)

    def show(self, screen, width=1440, height=860):
        self.qtbot.addWidget(screen)
        screen.resize(width, height)
        with self.qtbot.waitExposed(screen):
            screen.show()
        screen.activateWindow()
        screen.setFocus()
        self.idle()
        return screen

    def end(self):
        self.desk.close(lambda vault: vault.close())
        self.qtbot.waitUntil(lambda: not self.desk.waiting)
        self.desk.end()


def buttons(within, text):
    """Return the buttons that one sees, by their word or by what they are called aloud."""
    return [
        one
        for one in within.findChildren(Button)
        if one.isVisible() and text in {one.text(), one.accessibleName()}
    ]


def the_one(find):
    """Return the only one that `find` returns: a part of a page may be seen a moment later."""
    late = QDeadlineTimer(_A_MOMENT_MS)
    while len(find()) != 1 and not late.hasExpired():
        loop = QEventLoop()
        QTimer.singleShot(5, loop.quit)
        loop.exec()
    (found,) = find()
    return found


def button(within, text):
    return the_one(lambda: buttons(within, text))


def click(house, within, text):
    house.qtbot.mouseClick(button(within, text), Qt.MouseButton.LeftButton)


def compose(part, preedit="", commit=""):
    """Do what an input method does: show a word that is being composed, or put one in."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QCoreApplication.sendEvent(part, event)


def write(part, text):
    """Write with an input method: a word is composed, then put in."""
    compose(part, preedit="pin")
    compose(part, commit=text)


def said(within):
    """Return every word that stands on the screen."""
    parts = [one for kind in (Label, StateChip, Button) for one in within.findChildren(kind)]
    return "\n".join(one.text() for one in parts if one.isVisible())

"""A session that keeps no appointment: whose it is, what that means, and the way to its note."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.local_time import wall
from ui import privacy
from ui.calendar_words import day_words, who
from ui.names import as_written
from ui.page import ToCases, ToNote
from ui.widgets.button import Button
from ui.widgets.card import clear, column, row
from ui.widgets.chip import StateChip
from ui.widgets.keyvalue import KeyValues
from ui.widgets.label import Label

if TYPE_CHECKING:
    from app.services.agenda import LooseSession

_KEYS: Final = 52


class LooseFacts(QWidget):
    """One session without an appointment. `went` says where one wants to go from it."""

    went = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = column(spacing=12)
        self.setLayout(column(self._lines, None))
        self._shown: tuple[LooseSession, str] | None = None
        self._main: Button | None = None

    def show_session(self, found: LooseSession, zone: str) -> None:
        """Show a session by the clock of `zone`; the focus stays where it was."""
        if (found, zone) == self._shown:
            return
        self._shown = (found, zone)
        had = any(one.hasFocus() for one in self.findChildren(Button))
        clear(self._lines)
        person = found.person
        code = Label(as_written(privacy.beside(person.name, person.code)), "meta")
        self._lines.addLayout(row(Label(who(person), "heading", cut=True), code, None, spacing=8))
        chip = StateChip(self.tr("无预约"), "mid", "circle-alert")
        self._lines.addLayout(row(chip, None))
        self._lines.addWidget(self._values(found, zone))
        meaning = self.tr(
            "日程里没有对应的预约：可能是临时加的一次，或者时间改了，预约没有跟着改。"
        )
        self._lines.addWidget(Label(meaning, "soft", wrap=True))
        self._lines.addWidget(self._buttons(found))
        if had and self._main is not None:
            self._main.setFocus()

    def enter(self) -> None:
        """Put the focus on the first thing to do."""
        if self._main is not None:
            self._main.setFocus(Qt.FocusReason.TabFocusReason)

    def _values(self, found: LooseSession, zone: str) -> KeyValues:
        begin = wall(found.session.starts_at, zone)
        minutes = found.session.minutes
        rows = (
            (self.tr("日期"), day_words(begin.date(), year=True)),
            (self.tr("时间"), self.tr("{0}，%n 分钟", "", minutes).format(f"{begin:%H:%M}")),
        )
        return KeyValues(rows, key_width=_KEYS)

    def _buttons(self, found: LooseSession) -> QWidget:
        """Return the way to the note, where it can be read, and to the case."""
        holder = QWidget()
        lines = column(spacing=10)
        open_case = Button(self.tr("打开个案"), "link")
        open_case.clicked.connect(lambda: self.went.emit(ToCases(found.person.case_id)))
        self._main = open_case
        note = note_of(found)
        if note is not None:
            self._main = Button(self.tr("打开记录"), "primary", icon="file-text", sz="s")
            self._main.clicked.connect(lambda: self.went.emit(note))
            lines.addWidget(self._main)
        lines.addWidget(open_case)
        holder.setLayout(lines)
        return holder


def note_of(found: LooseSession) -> ToNote | None:
    """Return the way to the note of a session; None where it has none, or its case is locked."""
    if found.note_id is None or found.person.shut:
        return None
    return ToNote(found.note_id)

"""What was talked about before a consent: the points, the client's questions, her own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.blank import is_blank
from app.domain.consent_talk import Discussion
from ui.consent_form import section
from ui.widgets.card import bring_into_sight, column, row
from ui.widgets.label import Label
from ui.widgets.picture import Picture
from ui.widgets.textbox import TextBox
from ui.widgets.tick import Tick

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from app.domain.consent_talk import TalkPoint

_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _Point(Tick):
    """A point that was talked about: Space ticks it, Enter ticks it and goes on to the next."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Enter and go on; a key that is held down ticks one point, not all of them."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.setChecked(True)
            self.focusNextChild()


class TalkPanel(QWidget):
    """The checklist of a discussion (081, 088), and how the client says it herself (159).

    `changed` follows every tick and every word.
    """

    changed = Signal()

    def __init__(
        self, points: tuple[TalkPoint, ...], talk: Discussion, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ticks = {one.key: _Point(one.text) for one in points}
        self.questions = TextBox(
            self.tr("来访者提的问题"),
            placeholder=self.tr("没有就写「没有」"),
            rows=2,
        )
        self.own_words = TextBox(
            self.tr("来访者用自己的话复述"),
            placeholder=self.tr("请来访者说说哪些话会保密、什么时候不能保密，照原话记下"),
            rows=3,
        )
        stack = column(spacing=10)
        for teaching, title, note in (
            (True, self.tr("咨询前的说明"), self.tr("依据 问6(1)")),
            (False, self.tr("讨论"), self.tr("依据 问7")),
        ):
            found = [self._ticks[one.key] for one in points if one.teaching is teaching]
            if found:
                stack.addWidget(section(title, note=note))
                stack.addLayout(column(*found, spacing=8))
        stack.addWidget(self.questions)
        stack.addWidget(self.own_words)
        self.setLayout(stack)
        self.show_talk(talk)
        for tick in self._ticks.values():
            tick.toggled.connect(self.changed)
        for box in (self.questions, self.own_words):
            box.changed.connect(self.changed)

    def talk(self) -> Discussion:
        """Return what is ticked and written, byte for byte."""
        points = tuple(key for key, tick in self._ticks.items() if tick.isChecked())
        return Discussion(points, self.questions.text(), self.own_words.text())

    def show_talk(self, talk: Discussion) -> None:
        """Show what was discussed, in place of what stands here; nothing is said of it."""
        for key, tick in self._ticks.items():
            tick.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            tick.setChecked(key in talk.points)
            tick.blockSignals(False)  # noqa: FBT003
            tick.update()
        for box, text in ((self.questions, talk.questions), (self.own_words, talk.own_words)):
            if box.text() != text:
                box.set_text(text)

    def forget_ticks(self) -> None:
        """Take the ticks away: the words that were talked about have changed."""
        said = self.talk()
        self.show_talk(Discussion((), said.questions, said.own_words))

    def set_fixed(self, *, fixed: bool) -> None:
        """Let nothing be changed: the step is recorded."""
        for tick in self._ticks.values():
            tick.setEnabled(not fixed)
        for box in (self.questions, self.own_words):
            box.edit.setReadOnly(fixed)

    def show_beginning(self) -> None:
        """Bring the first of the points into sight."""
        bring_into_sight(next(iter(self._ticks.values()), self.questions))

    def go_to_open(self) -> None:
        """Put the focus on the first that is missing, with what else was to be discussed."""
        part = self._first_open()
        if part is not None:
            part.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_sight(self)
            bring_into_sight(part)

    def _first_open(self) -> QWidget | None:
        for tick in self._ticks.values():
            if not tick.isChecked():
                return tick
        for box in (self.questions, self.own_words):
            if is_blank(box.text()):
                return box
        return None


def spoken_points(points: tuple[TalkPoint, ...], talk: Discussion) -> QWidget:
    """Return what was discussed as lines to read, each with its sign."""
    holder = QWidget()
    lines = column(spacing=4)
    for one in points:
        done = one.key in talk.points
        sign = Picture("check", "low", 14) if done else Picture("minus", "soft", 14)
        line = row(sign, Label(one.text, "soft", wrap=True), spacing=8)
        line.setStretch(1, 1)
        lines.addLayout(line)
    holder.setLayout(lines)
    return holder

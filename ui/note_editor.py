"""Where the words of a draft are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from app.domain.note import NoteBody, NotePart
from ui.note_marks import mark, stretches
from ui.widgets.card import column
from ui.widgets.plain import PlainEdit
from ui.widgets.writing import WritingSection

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ui.note_sections import Progress
    from ui.page import Passage

_RETURN: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class DraftEditor(QWidget):
    """The sections of a draft, one below the other. `edited` follows every change."""

    edited = Signal()
    moved = Signal()

    def __init__(
        self, body: NoteBody, hints: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._body, self._here = body, 0
        rows = 12 if len(body.parts) == 1 else 1
        self.sections = tuple(
            WritingSection(part.title, hint=hints.get(part.key, ""), rows=rows)
            for part in body.parts
        )
        self.setLayout(column(*self.sections, spacing=4))
        for number, (section, part) in enumerate(zip(self.sections, body.parts, strict=True)):
            section.set_text(part.text)
            section.edit.installEventFilter(self)
            section.edited.connect(self._edited)
            section.focused.connect(lambda held, here=number: self._moved(here, held=held))

    def body(self) -> NoteBody:
        """Return what is written now."""
        parts = tuple(
            NotePart(part.key, part.title, section.text())
            for part, section in zip(self._body.parts, self.sections, strict=True)
        )
        return NoteBody(self._body.template, self._body.edition, parts)

    def is_composing(self) -> bool:
        """Say whether an input method is still composing a word."""
        return any(section.edit.is_composing() for section in self.sections)

    def texts(self) -> list[PlainEdit]:
        """Return everything that can be read here, from top to bottom."""
        return [section.edit for section in self.sections]

    def progress(self) -> list[tuple[str, Progress]]:
        """Return title and progress of each section."""
        return [(section.edit.accessibleName(), self._progress(n)) for n, section in
                enumerate(self.sections)]  # fmt: skip

    def set_read_only(self, *, read_only: bool) -> None:
        """Keep the words as they are while they are being signed."""
        for section in self.sections:
            section.set_read_only(read_only=read_only)

    def go_to(self, number: int) -> QTextEdit:
        """Write on in section `number`."""
        edit = self.sections[number].edit
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return edit

    def go_to_open(self, keys: Iterable[str]) -> QTextEdit:
        """Write in the first section of these keys that is empty, or where the focus was last."""
        wanted = set(keys)
        found = [
            n
            for n, part in enumerate(self._body.parts)
            if part.key in wanted and not self.sections[n].text().strip()
        ]
        return self.go_to(found[0] if found else self._here)

    def go_on(self) -> None:
        """Write on where the words end, or begin at the top."""
        filled = [n for n, part in enumerate(self._body.parts) if part.text]
        self._here = filled[-1] if filled else 0
        self.sections[self._here].edit.moveCursor(QTextCursor.MoveOperation.End)
        self.go_to(self._here)

    def go_back(self) -> None:
        """Write on in the section where the focus was last."""
        self.go_to(self._here)

    def mark(self, passage: Passage) -> QTextEdit | None:
        """Mark a passage of the note's text; return the section in which it begins."""
        found = stretches(self._body, passage.start, passage.end)
        for one in reversed(found):
            text = self._body.parts[one.part].text
            mark(self.sections[one.part].edit, text, one.start, one.end)
        return self.sections[found[0].part].edit if found else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Shift+Enter end a line as Enter does, not with a sign of its own (U+2028)."""
        if (
            isinstance(watched, PlainEdit)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _RETURN
            and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
            and not watched.isReadOnly()
        ):
            watched.textCursor().insertBlock()
            watched.ensureCursorVisible()
            return True
        return super().eventFilter(watched, event)

    def _progress(self, number: int) -> Progress:
        if number == self._here and self.sections[number].edit.hasFocus():
            return "now"
        return "open" if self.sections[number].edit.document().isEmpty() else "written"

    def _edited(self) -> None:
        for section in self.sections:
            if section.edit.extraSelections():
                section.edit.setExtraSelections([])
        self.edited.emit()

    def _moved(self, number: int, *, held: bool) -> None:
        if held:
            self._here = number
        self.moved.emit()

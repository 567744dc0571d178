"""A line to write in, with its label, hint, error and count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from ui import clipboard
from ui.theme import look
from ui.widgets.labelled import Labelled
from ui.widgets.painted import Dressed, hide_unless
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from PySide6.QtCore import QStringListModel
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

Size = Literal["s", "m", "l"]
_GAP = 8
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_COMES_BACK = {
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
}
_BREAKS = "\n\r\t\v\f\x85\u2028\u2029"


class Line(Dressed, QLineEdit):
    """A line edit that keeps its selection to itself and can hold one part at its end."""

    def __init__(self, sz: Size = "m", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._end: QWidget | None = None
        self.setProperty("sz", sz)
        self.setDragEnabled(False)
        self.textChanged.connect(self._keep_to_one_line)

    def _keep_to_one_line(self, text: str) -> None:
        """Make a pasted line break a space: one line is what this field is for."""
        if any(char in _BREAKS for char in text):
            at = self.cursorPosition()
            self.setText("".join(" " if char in _BREAKS else char for char in text))
            self.setCursorPosition(at)

    def put_at_end(self, part: QWidget | None) -> None:
        """Show `part` inside the line, at its right end."""
        if self._end is not None and self._end is not part:
            self._end.deleteLater()
        self._end = part
        if part is not None:
            part.setParent(self)
            part.show()
        self._place()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go on writing at the end where the program leads here."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.OtherFocusReason and not self.hasSelectedText():
            self.end(False)  # noqa: FBT003 - Qt's own signature

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the beginning of words that are longer than the line, unless one comes back."""
        super().focusOutEvent(event)
        if event.reason() not in _COMES_BACK:
            self.home(False)  # noqa: FBT003 - Qt's own signature

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the part at the end."""
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; what is copied or cut is marked as nobody's history. Enter is said once.

        A line edit lets the key go on to whatever is around it, and a form that listens there too
        would do the same thing twice. A key that is held down asks for nothing again.
        """
        if event.key() in _ENTER:
            self._enter(event)
            return
        keys = QKeySequence.StandardKey
        cuts = event.matches(keys.Cut) and not self.isReadOnly()
        if self.hasSelectedText() and (cuts or event.matches(keys.Copy)):
            clipboard.put(self.selectedText())
            if cuts:
                self.insert("")
            event.accept()
        else:
            super().keyPressEvent(event)

    def _enter(self, event: QKeyEvent) -> None:
        """Say that Enter was pressed, and keep the key; the list of a completer needs it."""
        if not event.isAutoRepeat():
            super().keyPressEvent(event)
        completer: QCompleter | None = self.completer()
        popup = completer.popup() if completer is not None else None
        if popup is None or not popup.isVisible():
            event.accept()

    def _place(self) -> None:
        end = self._end
        if end is None:
            self.setTextMargins(0, 0, 0, 0)
            return
        size = end.sizeHint()
        self.setTextMargins(0, 0, size.width() - look.px(2), 0)
        end.setGeometry(
            self.width() - size.width() - look.px(_GAP),
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )


class Field(Labelled):
    """A labelled line. `limit` shows a count and stops the typing there."""

    entered = Signal()

    def __init__(  # noqa: PLR0913 - all but the label by keyword
        self,
        label: str,
        *,
        hint: str = "",
        placeholder: str = "",
        limit: int = 0,
        sz: Size = "m",
        show_label: bool = True,
        line: Line | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.line = line or Line(sz)
        super().__init__(
            label, self.line, hint=hint, placeholder=placeholder, limit=limit, parent=parent
        )
        hide_unless(show_label, self.label)
        if limit:
            self.line.setMaxLength(limit)
        self.line.textChanged.connect(self._typed)
        self.line.returnPressed.connect(self.entered)
        self._show_foot()

    def text(self) -> str:
        """Return what is written."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Write `text`; nothing remains to undo. Of a long one the beginning is seen."""
        self.line.setText(text)
        if not self.line.hasFocus():
            self.line.home(False)  # noqa: FBT003 - Qt's own signature

    def clear(self) -> None:
        """Empty the line; nothing remains to undo."""
        self.line.setText("")

    def complete_from(self, names: QStringListModel) -> QCompleter:
        """Offer the names in which what is typed occurs, while one types."""
        from ui.widgets.offers import (  # noqa: PLC0415 - no line of the door offers any
            Offers,
            dress_offers,
        )

        made = Offers(names, self)
        dress_offers(made, self.label.text())
        self.line.setCompleter(made)
        return made

    def set_valid(self, valid: bool) -> None:  # noqa: FBT001 - reads as a setter
        """Show a small tick in the line while what is written is right."""
        tick = Picture("check", "soft", 16, spoken=self.tr("正确")) if valid else None
        self.line.put_at_end(tick)

"""A labelled text of several lines, with hint, error and count."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.theme.style import repolish
from ui.widgets.card import column, row
from ui.widgets.label import Label
from ui.widgets.painted import RIGHT, announce
from ui.widgets.plain import PlainEdit


class TextBox(QWidget):
    """Several lines in a frame. Past `limit` the count turns red and nothing is cut."""

    changed = Signal(str)

    def __init__(  # noqa: PLR0913 - all but the label by keyword
        self,
        label: str,
        *,
        hint: str = "",
        placeholder: str = "",
        limit: int = 0,
        rows: int = 3,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hint, self._error, self._limit = hint, "", limit
        self.label = Label(label, "strong")
        self.edit = PlainEdit(size=13, leading=21, rows=rows)
        self.edit.setProperty("frame", "field")
        self.edit.setAccessibleName(label)
        self.edit.setPlaceholderText(placeholder)
        self.label.setBuddy(self.edit)
        self.setFocusProxy(self.edit)
        self._foot, self._count = Label("", "meta", wrap=True), Label("", "meta")
        self._count.setAlignment(RIGHT)
        foot = row(self._foot, self._count, spacing=6)
        foot.setStretch(0, 1)
        self.setLayout(column(self.label, self.edit, foot, spacing=6))
        self.edit.edited.connect(self._typed)
        self._show_foot()

    def text(self) -> str:
        """Return what is written."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Write `text`; nothing remains to undo."""
        self.edit.set_text(text)
        self._show_foot()

    def set_error(self, error: str) -> None:
        """Say what is wrong, in place of the hint; "" takes it back."""
        self._error = error
        self.edit.setProperty("state", "error" if error else "")
        repolish(self.edit)
        self._show_foot()
        if error:
            announce(self.edit, error)

    def error(self) -> str:
        """Return the error that is shown, or nothing."""
        return self._error

    def _typed(self, text: str) -> None:
        self._show_foot()
        self.changed.emit(text)

    def _show_foot(self) -> None:
        said, long = self._error or self._hint, len(self.text())
        self._foot.setText(said)
        self._foot.set_tint("high" if self._error else "")
        self._foot.setVisible(bool(said))
        self._count.setText(f"{long} / {self._limit}")
        self._count.set_tint("high" if long > self._limit else "")
        self._count.setVisible(bool(self._limit))
        self.edit.setAccessibleDescription(said)

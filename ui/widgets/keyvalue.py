"""Facts in two columns: what it is, and how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import look
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterable


class KeyValues(QWidget):
    """Rows of key (soft) and value (ink); the value may be any part."""

    def __init__(
        self,
        rows: Iterable[tuple[str, str]] = (),
        *,
        key_width: int = 26,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(12))
        self._grid.setVerticalSpacing(look.px(7))
        self._grid.setColumnMinimumWidth(0, look.px(key_width))
        self._grid.setColumnStretch(1, 1)
        for key, value in rows:
            self.add(key, value)

    def add(self, key: str, value: str | QWidget) -> QWidget:
        """Add a row; return the part that shows the value."""
        line = self._grid.rowCount()
        shown = _words(key, value) if isinstance(value, str) else value
        name = Label(key, "soft", leaded=True)
        self._grid.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(shown, line, 1)
        return shown


def _words(key: str, value: str) -> Label:
    """Return a value in words; it begins on the line of its key, however much room there is."""
    made = Label(value, "body", wrap=True)
    made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    made.setAccessibleName(f"{key}: {value}")
    return made

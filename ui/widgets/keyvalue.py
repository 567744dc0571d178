"""Facts in two columns: what it is, and how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import look
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONG_KEY: Final = 96


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
        self._keys: list[Label] = []
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
        self._keys.append(name)
        return shown

    def key_width(self) -> int:
        """Return how wide the longest key is, in pixels."""
        return max((one.sizeHint().width() for one in self._keys), default=0)

    def set_key_width(self, width: int) -> None:
        """Let the values begin `width` pixels from the left, or behind the longest key."""
        self._grid.setColumnMinimumWidth(0, width)


def level(parts: Iterable[KeyValues]) -> None:
    """Let the values of all `parts` begin below each other; a very long key moves its own alone."""
    every, most = list(parts), look.px(_LONG_KEY)
    width = max((min(one.key_width(), most) for one in every), default=0)
    for one in every:
        one.set_key_width(width)


def _words(key: str, value: str) -> Label:
    """Return a value in words; it begins on the line of its key, however much room there is."""
    made = Label(value, "body", wrap=True)
    made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    made.setAccessibleName(f"{key}: {value}")
    return made

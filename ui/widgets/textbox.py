"""A labelled text of several lines, with hint, error and count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.labelled import Labelled
from ui.widgets.plain import PlainEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class TextBox(Labelled):
    """Several lines in a frame. Past `limit` the count turns red and nothing is cut."""

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
        self.edit = PlainEdit(size=13, leading=21, rows=rows)
        self.edit.setProperty("frame", "field")
        super().__init__(
            label, self.edit, hint=hint, placeholder=placeholder, limit=limit, parent=parent
        )
        self.edit.edited.connect(self._typed)
        self._show_foot()

    def text(self) -> str:
        """Return what is written."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Write `text`; nothing remains to undo."""
        self.edit.set_text(text)
        self._show_foot()

"""The agreed number of sessions: how many from here, and what was said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.agreement import Agreement
from ui.entry_page import pair
from ui.widgets.button import Button
from ui.widgets.card import column, row
from ui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.course import Course


class AgreementForm(QWidget):
    """Asks for a number; `submitted` tells that it is to be entered."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._after = 0
        self.count = Field(self.tr("约定几次"), placeholder=self.tr("如 8"))
        self.said = Field(self.tr("怎样说定的（可以空着）"))
        self.act = Button(self.tr("记下约定"), "quiet", icon="check")
        self.act.clicked.connect(self.submitted)
        line = pair(self.count, self.said, (1, 2))
        self.setLayout(column(line, row(self.act, None), spacing=12))
        for part in (self.count, self.said):
            part.changed.connect(self._typed)
            part.entered.connect(self.submitted)

    def show_course(self, course: Course) -> None:
        """Count from the last session."""
        self._after = course.sessions
        self._typed()

    def agreement(self) -> Agreement:
        """Return what is written; what is no number counts as none."""
        text = self.count.text().strip()
        count = int(text) if text.isdecimal() and len(text) < 5 else 0  # noqa: PLR2004 - digits
        return Agreement(count, self._after, self.said.text())

    def words(self) -> dict[str, Any]:
        """Return what is written, as typed."""
        found = {"count": self.count.text(), "said": self.said.text()}
        return {key: one for key, one in found.items() if one}

    def show_words(self, kept: Mapping[str, Any]) -> None:
        """Show what was written."""
        self.count.set_text(kept.get("count", ""))
        self.said.set_text(kept.get("said", ""))

    def _typed(self, *_text: object) -> None:
        """Say until which session it reaches."""
        made = self.agreement()
        self.count.set_error("")
        begins = made.after + 1
        hint = (
            self.tr("第 {0} 次到第 {1} 次").format(begins, made.limit)
            if made.count
            else self.tr("从第 {0} 次算起").format(begins)
        )
        self.count.set_hint(hint)
        self.changed.emit()

"""A day, written as people write it, and said back in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate

from ui import translation
from ui.widgets.when import WhenField

if TYPE_CHECKING:
    from datetime import date, datetime

    from PySide6.QtWidgets import QWidget


class DayField(WhenField):
    """Takes 明天, 12/5 or next Tue; an hour that is written with it is not asked for."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent=parent)
        self.line.setPlaceholderText(self.tr("如 今天、下周二、12/5"))

    def day(self) -> date | None:
        """Return the day that is written; None where there is none, or it cannot be read."""
        at = self.moment() if self.text().strip() else None
        return at.date() if at is not None else None

    def written(self, at: datetime) -> str:
        """Return a day as this field writes it, readable again."""
        pattern = self.tr("yyyy年M月d日 ddd")
        return translation.locale().toString(QDate(at.year, at.month, at.day), pattern)

    def refuse(self) -> None:
        """Say that what is written cannot be read."""
        self.set_error(self.tr("没有读懂这一天。可以写 5月20日，或 下周二。"))

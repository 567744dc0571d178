"""A day and a time, written as people write them, and said back in full."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from app.domain.when import read
from ui import translation
from ui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.domain.when import Said


class WhenField(Field):
    """Takes 明天下午三点, 12/5 15:00 or next Tue 3pm; shows what it understood below.

    `base` is a wall time: a day or an hour that is not written is taken from it. `today` is the
    day from which 明天 counts. `more` adds a line to what was understood.
    """

    def __init__(
        self,
        label: str,
        *,
        more: Callable[[datetime], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, parent=parent)
        self.line.setPlaceholderText(self.tr("明天下午三点，或 12/5 15:00"))
        self._today, self._base = date.min, datetime.min  # noqa: DTZ901 - wall times
        self._more = more
        self.changed.connect(self._understand)

    def count_from(self, at: datetime) -> None:
        """Count 明天 and 下周二 from a wall time; the field stays empty."""
        self._base, self._today = at, at.date()

    def start(self, at: datetime, today: date) -> None:
        """Show a wall time, and count from `today`."""
        self._base, self._today = at, today
        self.set_text(self.written(at))
        self._understand()

    def moment(self) -> datetime | None:
        """Return the wall time that is written, or None when it cannot be read."""
        said = self.said()
        return said.on(self._base) if said else None

    def said(self) -> Said | None:
        """Return what of a moment is written, as far as that can be read."""
        english = translation.locale().language() == QLocale.Language.English
        return read(self.text(), self._today, day_first=english)

    def unread(self) -> bool:
        """Return whether something is written that cannot be read."""
        return bool(self.text().strip()) and self.moment() is None

    def written(self, at: datetime) -> str:
        """Return a wall time as this field writes it, readable again."""
        day = QDate(at.year, at.month, at.day)
        pattern = self.tr("yyyy年M月d日 ddd")
        return f"{translation.locale().toString(day, pattern)} {at:%H:%M}"

    def refuse(self) -> None:
        """Say that what is written cannot be read."""
        self.set_error(self.tr("没有读懂这个时间。可以写 5月20日 15:00，或 下周二下午三点。"))

    def _understand(self) -> None:
        """Say below what was understood."""
        self.set_error("")
        at = self.moment()
        if at is None:
            self.set_hint("")
            return
        more = self._more(at) if self._more else ""
        said = [] if self.text() == self.written(at) else [self.written(at)]
        self.set_hint("\n".join([*said, *([more] if more else [])]))

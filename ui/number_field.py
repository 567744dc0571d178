"""A line that takes a number."""

from __future__ import annotations

from typing import Final

from ui.widgets.field import Field

_MOST: Final = 100_000


class NumberField(Field):
    """Takes hours or minutes: 6, 1.5, １２."""

    def value(self) -> float | None:
        """Return the number that is written; None where there is none, or it cannot be read."""
        try:
            found = float(self.text().strip())
        except ValueError:
            return None
        return found if 0 <= found < _MOST else None

    def refuse(self) -> None:
        """Say that what is written is no number."""
        self.set_error(self.tr("请写一个数，例如 6 或 1.5。"))

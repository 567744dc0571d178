"""What is said of a measure before its questions: which scale, how, by whom and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.measure import Way, Who
from ui.day_field import DayField
from ui.measure_words import way_words, who_words
from ui.question import Question
from ui.widgets.card import column

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from app.domain.scale import Scale


class MeasureTop(QWidget):
    """`scale_chosen` tells that another scale was chosen; only the day is preset, to today."""

    changed = Signal()
    scale_chosen = Signal(str)

    def __init__(
        self, scales: Sequence[Scale], today: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.scale = Question(self.tr("哪一份量表"), [(one.key, one.name) for one in scales])
        self.way = Question(
            self.tr("怎样填"), [(one.value, said) for one, said in way_words().items()]
        )
        self.who = Question(
            self.tr("谁来答"), [(one.value, said) for one, said in who_words().items()]
        )
        self.day = DayField(self.tr("哪一天填的"))
        self.day.start(today, today.date())
        self._today, self._now = self.day.text(), today.date()
        self.setLayout(column(self.scale, self.way, self.who, self.day, spacing=16))
        self.scale.choose(scales[0].key)
        self.scale.chosen.connect(self.scale_chosen)
        for one in (self.way, self.who):
            one.chosen.connect(lambda _key: self.changed.emit())
        self.day.changed.connect(lambda _text: self.changed.emit())

    def chosen_way(self) -> Way | None:
        """Return how it is filled in."""
        return Way(self.way.key()) if self.way.key() else None

    def chosen_who(self) -> Who | None:
        """Return who answers."""
        return Who(self.who.key()) if self.who.key() else None

    def on(self) -> str:
        """Return the ISO day that is written."""
        day = self.day.day()
        return day.isoformat() if day else ""

    def ahead(self) -> bool:
        """Return whether the day is still to come, and then say so: it was mistyped."""
        day = self.day.day()
        if day is None or day <= self._now:
            return False
        self.day.set_error(self.tr("这一天还没有到。"))
        self.day.setFocus()
        return True

    def words(self) -> dict[str, Any]:
        """Return what is chosen and written, as typed; a day that was preset is none of it."""
        day = "" if self.day.text() == self._today else self.day.text()
        found = {"way": self.way.key(), "who": self.who.key(), "on": day}
        return {key: one for key, one in found.items() if one}

    def show_words(self, kept: Mapping[str, Any]) -> None:
        """Show what was chosen and written."""
        self.way.choose(kept.get("way", ""))
        self.who.choose(kept.get("who", ""))
        self.day.set_text(kept.get("on", self._today))

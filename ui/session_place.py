"""A place on the sheet of a session: the city, and its time zone."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.client import Place
from ui.widgets.card import row
from ui.widgets.field import Field
from ui.widgets.zone import ZoneLine, zone_of_city


class PlaceLine(QWidget):
    """City and time zone beside each other; a city that everybody knows brings its zone."""

    changed = Signal()

    def __init__(self, city: str, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.city = Field(city, sz="s", show_label=False, placeholder=self.tr("城市"))
        self.zone = Field(
            zone, sz="s", show_label=False, placeholder=self.tr("时区"), line=ZoneLine("s")
        )
        line = row(self.city, self.zone, spacing=8)
        for number, field in enumerate((self.city, self.zone)):
            line.setStretch(number, 1)
            line.setAlignment(field, Qt.AlignmentFlag.AlignTop)
            field.changed.connect(lambda _text: self.changed.emit())
            field.entered.connect(self.focusNextChild)
        self.city.line.editingFinished.connect(self._suggest)
        self.setLayout(line)

    def place(self) -> Place:
        """Return what is written."""
        return Place(self.city.text(), self.zone.text())

    def show_place(self, place: Place) -> None:
        """Write a place."""
        self.city.set_text(place.city)
        self.zone.set_text(place.time_zone)

    def _suggest(self) -> None:
        """Follow the city with its zone: a zone that was left of another city would be wrong."""
        known = zone_of_city(self.city.text())
        if known and self.city.line.isModified():
            self.zone.set_text(known)
            self.city.line.setModified(False)

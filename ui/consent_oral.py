"""A consent by word of mouth: who read the text aloud, when, and where it can be heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.domain.blank import is_blank
from app.domain.consent_evidence import Oral
from app.domain.recurrence import instant
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.when import WhenField

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget


class OralPart(Card):
    """The three answers of a spoken consent (clauses 012, 089); the recording itself stays away."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("flat", margins=(14, 12, 14, 12), spacing=10, parent=parent)
        self._zone = ""
        about = self.tr("镜头前读完全文并口头同意，再一起讨论细节（问7）。只用于网络和热线咨询。")
        self.reader = Field(self.tr("谁朗读"), placeholder=self.tr("例如：来访者本人；咨询师"))
        self.when = WhenField(self.tr("口头同意的时间"))
        self.recording = Field(
            self.tr("录音存放在哪里"),
            placeholder=self.tr("例如：会议软件的录音，已转存到加密硬盘"),
        )
        self.body.addWidget(Label(about, "meta", wrap=True))
        for part in (self.reader, self.when, self.recording):
            self.body.addWidget(part)
            part.changed.connect(self._typed)

    def start(self, at: datetime, zone: str) -> None:
        """Begin at a wall time of `zone`."""
        self._zone = zone
        if not self.when.text():
            self.when.start(at.replace(tzinfo=None), at.date())

    def oral(self) -> Oral:
        """Return what is written; the time is an instant."""
        at = self.when.moment()
        said = None if at is None else instant(at, self._zone)
        return Oral(self.reader.text(), said, self.recording.text())

    def first_missing(self) -> Field | None:
        """Mark what is empty and return the first of it."""
        said = self.tr("热线规范 2.5、问7：这一项要写明。")
        empty = [part for part in (self.reader, self.recording) if is_blank(part.text())]
        for part in empty:
            part.set_error(said)
        if self.when.moment() is None:
            self.when.refuse()
            empty.append(self.when)
        return empty[0] if empty else None

    def _typed(self) -> None:
        for part in (self.reader, self.recording):
            if part.error() and not is_blank(part.text()):
                part.set_error("")
        self.changed.emit()

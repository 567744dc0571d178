"""Knows by which clock the practice keeps its times, while the vault is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.services import practice
from app.services.changes import Noun
from ui import clock_words
from ui.widgets.zone import is_zone

if TYPE_CHECKING:
    from app.services.changes import Changes
    from ui.office import Office


class PracticeClock(QObject):
    """Asks the vault once, and again whenever the practice was changed.

    A lock must wait for nobody, so what it says of the time is known before.
    """

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office, self._zone, self._rests = office, "", False
        office.desk.changed.connect(self._changed)
        self._ask()

    def now(self) -> str:
        """Return the time as a fresh process is told it; see `clock_words.word`."""
        return clock_words.word(self._office.tools().clock.now(), self._zone)

    def rest(self) -> None:
        """Ask no more: the vault is being closed. What is known of it stays."""
        self._rests = True

    def _ask(self) -> None:
        self._office.desk.do(
            self,
            practice.zone,
            self._keep,
        )

    def _keep(self, zone: str) -> None:
        self._zone = zone if is_zone(zone) else ""

    def _changed(self, changes: Changes) -> None:
        if Noun.PRACTICE in changes.nouns and not self._rests:
            self._ask()

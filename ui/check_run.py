"""Runs a check of the whole vault beside the work: pages and recordings on threads of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from app.services import health
from app.services.changes import Noun
from ui.aside import Aside
from ui.thousandths import Thousandths

if TYPE_CHECKING:
    from app.domain.complaint import Complaint
    from app.domain.errors import Refusal
    from app.ports import Keeper
    from ui.office import Office


_BESIDE: Final = 2
"""The pages and the recordings: what is read beside the vault's thread."""


class CheckRun(QObject):
    """`stepped` says how many pieces are done, of how many; `ended` what is wrong.

    `reading` says how many thousandths of the recordings are read, `refused` why the check could
    not be done. A run that was cancelled says nothing more.
    """

    stepped = Signal(int, int)
    reading = Signal(int)
    ended = Signal(object)
    refused = Signal(object)

    def __init__(self, office: Office, keeper: Keeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office, self._keeper = office, keeper
        self._whole: health.Checkup | None = None
        self._found: list[Complaint] = []
        self._cancelled = False
        self._aside = Aside(self)
        self._aside.done.connect(self._pages_done)
        self._aside.refused.connect(self._pages_refused)
        self._beside = Aside(self)
        self._beside.told.connect(lambda done, _: self.reading.emit(done))
        self._beside.done.connect(self._recordings_done)
        self._beside.refused.connect(self._pages_refused)

    def start(self) -> None:
        """Begin."""
        keeper = self._keeper
        self._office.desk.do(
            self, lambda vault: health.begin(vault, keeper), self._begun, self.refused.emit
        )

    def cancel(self) -> None:
        """Stop as soon as may be; nothing is remembered of what was found."""
        self._cancelled = True
        if self._whole is not None:
            self._whole.pages.stop()
            self._whole.recordings.stop()

    def _begun(self, whole: health.Checkup) -> None:
        """Let the pages be looked at, away from the vault's thread."""
        self._whole = whole
        if not self._cancelled:
            self.stepped.emit(0, len(whole.pieces) + _BESIDE)
            self._aside.run(lambda _: whole.pages.run())

    def _pages_done(self, found: list[Complaint]) -> None:
        """Take what was found in the pages, then have the recordings read elsewhere, too."""
        whole = self._whole
        if whole is not None and not self._cancelled:
            self._found = list(found)
            self.stepped.emit(1, len(whole.pieces) + _BESIDE)
            self._beside.run(lambda told: whole.recordings.run(Thousandths(told)))

    def _recordings_done(self, found: list[Complaint]) -> None:
        """Take what was found in the recordings, then go on piece by piece."""
        if not self._cancelled:
            self._found += found
            self._go_on(0)

    def _pages_refused(self, refusal: Refusal) -> None:
        if not self._cancelled:
            self.refused.emit(refusal)

    def _go_on(self, done: int) -> None:
        """Lend the next piece to the vault's thread, or the end."""
        whole = self._whole
        if whole is None or self._cancelled:
            return
        self.stepped.emit(done + _BESIDE, len(whole.pieces) + _BESIDE)
        if done == len(whole.pieces):
            self._finish()
            return

        def taken(found: list[Complaint]) -> None:
            self._found += found
            self._go_on(done + 1)

        self._office.desk.do(self, whole.pieces[done], taken, self.refused.emit)

    def _finish(self) -> None:
        """Have the day remembered, and say what was found."""
        keeper, clock, found = self._keeper, self._office.tools().clock, self._found
        self._office.desk.do(
            self,
            lambda vault: health.finish(vault, keeper, clock, found),
            self.ended.emit,
            self.refused.emit,
            (Noun.CHECKS,),
        )

"""What keeps the words of a page: some time after the last key, and again where it failed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, Literal, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import DiskFailed, DiskFull, NotWritable, Refusal
from app.services.changes import Noun

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from app.ports import OpenVault
    from ui.tasks import Desk

T = TypeVar("T")
SaveState = Literal["saved", "saving", "failed"]
RETRY_MS: Final = 10_000
_DISK: Final = (DiskFull, DiskFailed, NotWritable)


class Saver(QObject, Generic[T]):
    """Saves what is written a moment after the last key.

    One save is on its way at a time and the newest words always win. While an input method
    composes, nothing is saved. After a refusal the words stay where they are and are tried again.
    """

    changed = Signal()
    refused = Signal(Refusal)

    def __init__(  # noqa: PLR0913 - by keyword
        self,
        desk: Desk,
        *,
        read: Callable[[], T],
        write: Callable[[OpenVault, T], datetime],
        composing: Callable[[], bool],
        quiet_ms: int,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._read, self._write, self._composing = desk, read, write, composing
        self._kept = read()
        self._flying, self._wanted, self._ever = False, False, False
        self._after: list[Callable[[], None]] = []
        self.refusal: Refusal | None = None
        self.at: datetime | None = None
        self._quiet = self._timer(quiet_ms)
        self._retry = self._timer(RETRY_MS)

    @property
    def state(self) -> SaveState:
        """Whether the vault holds what is on the screen."""
        if self.refusal is not None and not self._flying:
            return "failed"
        return "saving" if self._flying or self._quiet.isActive() else "saved"

    def touch(self) -> None:
        """Save when the keys have rested; a save that was awaited already is no news."""
        awaited = self.state == "saving"
        self._quiet.start()
        if not awaited:
            self.changed.emit()

    def now(self, then: Callable[[], None] | None = None) -> None:
        """Save at once; `then` runs when the vault holds what is on the screen."""
        if then is not None:
            self._after.append(then)
        self._rested()

    def forget(self) -> None:
        """Take what is on the screen as kept: it became something else."""
        self._rest()
        self._kept = self._read()
        self.refusal = None

    def last(self, also: Callable[[OpenVault], None]) -> None:
        """Lend what is not yet saved and `also`, without waiting: the page is being left."""
        self._rest()
        value = self._read()
        if value == self._kept and not self._flying:
            changes = (Noun.NOTES,) if self._ever else ()
            self._desk.do(self, also, changes=changes)
            return

        def work(vault: OpenVault) -> datetime:
            at = self._write(vault, value)
            also(vault)
            return at

        self._desk.do(
            self,
            work,
            then=lambda at: self._saved(value, at),
            refused=self._failed,
            changes=(Noun.NOTES,),
        )

    def _timer(self, milliseconds: int) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(milliseconds)
        made.timeout.connect(self._rested)
        return made

    def _rest(self) -> None:
        self._quiet.stop()
        self._retry.stop()
        self._after.clear()

    def _rested(self) -> None:
        """Save now, or wait on while a word is being composed."""
        if self._composing():
            self._quiet.start()
            return
        self._quiet.stop()
        self._retry.stop()
        self._send()

    def _send(self) -> None:
        if self._flying:
            self._wanted = True
            return
        value = self._read()
        if value == self._kept:
            self._settled()
            return
        self._flying, self._wanted = True, False
        write = self._write
        self._desk.do(
            self,
            lambda vault: write(vault, value),
            then=lambda at: self._saved(value, at),
            refused=self._failed,
        )
        self.changed.emit()

    def _saved(self, value: T, at: datetime) -> None:
        self._flying, self._ever = False, True
        self._kept, self.at = value, at
        if self._wanted:
            self._wanted = False
            self._send()
        else:
            self._settled()

    def _settled(self) -> None:
        self.refusal = None
        waiting, self._after = self._after, []
        self.changed.emit()
        for then in waiting:
            then()

    def _failed(self, refusal: Refusal) -> None:
        self._flying, self._wanted = False, False
        self._after.clear()
        self.refusal = refusal
        if isinstance(refusal, _DISK):
            self._retry.start()
        self.changed.emit()
        self.refused.emit(refusal)

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
OF_THE_DISK: Final = (DiskFull, DiskFailed, NotWritable)
"""What may be taken at the next try."""


class Saver(QObject, Generic[T]):
    """Saves what is written a moment after the last key.

    One save is on its way at a time and the newest words always win. While an input method
    composes, nothing is saved. After a refusal the words stay where they are and are tried again,
    also once their page was left: the page lives until then (`unsaved`).
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
        self._parting = 0
        self._also: Callable[[OpenVault], None] | None = None
        self._after: list[Callable[[], None]] = []
        self.refusal: Refusal | None = None
        self.at: datetime | None = None
        self._quiet = self._timer(quiet_ms)
        self._retry = self._timer(RETRY_MS)

    @property
    def state(self) -> SaveState:
        """Whether the vault holds what is on the screen."""
        flying = self._flying or bool(self._parting)
        if self.refusal is not None and not flying:
            return "failed"
        return "saving" if flying or self._quiet.isActive() else "saved"

    @property
    def unsaved(self) -> bool:
        """Whether words are still to be kept: then whoever holds them must live on."""
        return self.state != "saved"

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
        self._also = None
        self._kept = self._read()
        self.refusal = None

    def last(self, also: Callable[[OpenVault], None]) -> None:
        """Lend what is not yet saved and `also`, without waiting: the page is being left.

        Where the disk takes nothing, both are tried again. Any other refusal is the desk's to say:
        no page is kept for words that will never be taken.
        """
        self._rest()
        value = self._read()
        if value == self._kept and not self._flying:
            changes = (Noun.NOTES,) if self._ever else ()
            self._desk.do(self, also, changes=changes)
            return
        self._parting += 1
        self._also = also
        self._lend(value, self._parted, self._not_parted, (Noun.NOTES,))

    def go_on(self) -> None:
        """Take note that the page was come back to: what was to be done behind it waits."""
        self._also = None

    def _lend(
        self,
        value: T,
        then: Callable[[T, datetime], None],
        refused: Callable[[Refusal], None],
        changes: tuple[Noun, ...] = (),
    ) -> None:
        """Lend a value, and what is to be done behind it where the page was left."""
        write, also = self._write, self._also

        def work(vault: OpenVault) -> datetime:
            at = write(vault, value)
            if also is not None:
                also(vault)
            return at

        self._desk.do(self, work, lambda at: then(value, at), refused, changes)

    def _parted(self, value: T, at: datetime) -> None:
        self._parting -= 1
        self._also = None
        self._saved(value, at)

    def _not_parted(self, refusal: Refusal) -> None:
        self._parting -= 1
        self._failed(refusal)

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
        self._lend(value, self._saved, self._failed, (Noun.NOTES,) if self._also else ())
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
        disk = isinstance(refusal, OF_THE_DISK)
        if disk:
            self._retry.start()
        self.changed.emit()
        self.refused.emit(refusal)
        if self._also is not None and not disk:
            self.refusal = self._also = None
            self._desk.refused.emit(refusal)

"""Keeps a record of the practice that still lacks something, until it is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from app.services import practice
from app.services.changes import Noun

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.domain.errors import Refusal
    from app.domain.ids import PracticeEntryId
    from app.domain.practice_record import PracticeKind, PracticeRecord
    from app.ports import OpenVault
    from ui.office import Office

_KEEP_AFTER_MS: Final = 1000
_RETRY_MS: Final = 10_000


class PracticeDrafts(QObject):
    """Lends to the desk what is typed in a record: after a pause, and at every leaving.

    `known` is what is kept, by its `draft_key`. What is refused, as by a full disk, is tried again;
    until then it is `unsaved`.
    """

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self.known: dict[str, Mapping[str, str]] = {}
        self._waiting: list[tuple[str, Callable[[OpenVault], None]]] = []
        self._typed: Callable[[], None] | None = None
        self._pause, self.retry = QTimer(self), QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_KEEP_AFTER_MS)
        self._pause.timeout.connect(self._paused)
        self.retry.setSingleShot(True)
        self.retry.setInterval(_RETRY_MS)
        self.retry.timeout.connect(self._again)

    def touched(self, keep: Callable[[], None]) -> None:
        """Do `keep` after a pause."""
        self._typed = keep
        self._pause.start()

    def rest(self) -> None:
        """Keep nothing more by itself of what was typed until now."""
        self._pause.stop()
        self._typed = None

    def keep(self, key: str, words: Mapping[str, str]) -> None:
        """Keep a record as typed, in place of the last words of it; no words keep nothing."""
        self.rest()
        self._take(key, words)
        # Words that were refused before are older than these.
        self._waiting = [one for one in self._waiting if one[0] != key]
        self._send(key, lambda vault: practice.keep_draft(vault, key, words))

    def keep_or_wait(
        self,
        about: tuple[PracticeKind, PracticeEntryId | None],
        record: PracticeRecord | None,
        words: Mapping[str, str],
    ) -> None:
        """Store a record that is left where it is whole, else keep it as typed."""
        self.rest()
        key, tools = practice.draft_key(*about), self._office.tools
        self._take(key, {} if practice.whole(record) else words)
        self._send("", lambda vault: practice.keep_or_wait(vault, tools(), record, about, words))

    def unsaved(self) -> bool:
        """Return whether anything is on its way into the vault, or was refused."""
        return bool(self._waiting)

    def give_back(self) -> bool:
        """Try no longer to keep what was refused, to go on with it; False: it is on its way."""
        if not self.retry.isActive() or len(self._waiting) != 1:
            return False
        self.retry.stop()
        self._waiting.clear()
        return True

    def _take(self, key: str, words: Mapping[str, str]) -> None:
        self.known.pop(key, None)
        if words:
            self.known[key] = words

    def _paused(self) -> None:
        if self._typed is not None:
            self._typed()

    def _send(self, key: str, work: Callable[[OpenVault], None]) -> None:
        self._waiting.append((key, work))
        self._lend(work)

    def _again(self) -> None:
        for _, work in self._waiting:
            self._lend(work)

    def _lend(self, work: Callable[[OpenVault], None]) -> None:
        self._office.desk.do(
            self, work, lambda _: self._done(work), self._refused, (Noun.PRACTICE,)
        )

    def _done(self, work: Callable[[OpenVault], None]) -> None:
        self._waiting = [one for one in self._waiting if one[1] is not work]

    def _refused(self, _refusal: Refusal) -> None:
        if self._waiting:
            self.retry.start()

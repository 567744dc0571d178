"""Keeps half-written appointments, sealed under the key of their case."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.appointment import Which
from app.domain.errors import Refusal
from app.domain.ids import AppointmentId, SeriesId

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.ids import CaseId
    from app.ports import OpenVault
    from ui.office import Office

NEW: Final = "appointment"
CHANGE: Final = "appointment change"
_RETRY_MS: Final = 10_000


class AppointmentDrafts(QObject):
    """Lends drafts to the desk, of each kind the last; what is refused is tried again.

    `refused` says why a draft was not kept.
    """

    refused = Signal(Refusal)

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._waiting: dict[tuple[CaseId, str], Mapping[str, Any]] = {}
        self.retry = QTimer(self)
        self.retry.setSingleShot(True)
        self.retry.setInterval(_RETRY_MS)
        self.retry.timeout.connect(self._again)

    def keep(self, case_id: CaseId, kind: str, words: Mapping[str, Any]) -> None:
        """Keep what is being written for a case; no words take it away."""
        self._waiting[case_id, kind] = words
        self._send((case_id, kind), words)

    def forget(self, case_id: CaseId, kind: str) -> None:
        """Try no longer to keep what was stored meanwhile."""
        self._waiting.pop((case_id, kind), None)

    def unsaved(self) -> bool:
        """Return whether a draft is on its way, or was refused."""
        return bool(self._waiting)

    def _again(self) -> None:
        for key, words in self._waiting.items():
            self._send(key, words)

    def _send(self, key: tuple[CaseId, str], words: Mapping[str, Any]) -> None:
        tools = self._office.tools

        def work(vault: OpenVault) -> None:
            with vault.transaction():
                vault.cases.keep_draft(*key, words, tools().clock.now())

        self._office.desk.do(self, work, partial(self._kept, key, words), self._not_kept)

    def _kept(self, key: tuple[CaseId, str], words: Mapping[str, Any], _none: None) -> None:
        if self._waiting.get(key) is words:
            del self._waiting[key]

    def _not_kept(self, refusal: Refusal) -> None:
        if self._waiting:
            self.retry.start()
            self.refused.emit(refusal)


def which_words(which: Which) -> dict[str, Any]:
    """Return what says later which appointment a kept change is of."""
    slot = which.slot.isoformat() if which.slot is not None else None
    return {"id": which.id, "series": which.series_id, "slot": slot}


def which_of(kept: Mapping[str, Any]) -> Which:
    """Return which appointment a kept change is of."""
    said = kept["which"]
    return Which(
        AppointmentId(said["id"]) if said["id"] is not None else None,
        SeriesId(said["series"]) if said["series"] is not None else None,
        datetime.fromisoformat(said["slot"]) if said["slot"] is not None else None,
    )

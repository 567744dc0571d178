"""Checks every page of a vault's database beside its work, and can be stopped at any moment."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from app.domain.errors import Refusal, VaultDamaged
from storage import backup, database

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.complaint import Complaint, Fault
    from storage.salvage import Salvage

_INSTRUCTIONS = 10_000


class PageCheck:
    """The `PageCheck` of a vault."""

    def __init__(self, path: Path, raw_key: bytes, survey: Salvage, *, alone: bool) -> None:
        """`survey` names the lost records; `alone` says that nobody writes to the database."""
        self._path = path
        self._raw_key = raw_key
        self._survey = survey
        self._open = database.connect_read_only if alone else database.connect
        self._stop = threading.Event()

    def run(self) -> list[Complaint]:
        """Return what is wrong, with the records that are lost by it; nothing once stopped.

        What is found is looked at twice: a page that was being written just then is not damaged.
        """
        found = self._check()
        if found and not self._stop.is_set():
            again = {_fact(one) for one in self._check()}
            found = [one for one in found if _fact(one) in again]
        if found and not self._stop.is_set():
            found += self._lost()
        return [] if self._stop.is_set() else found

    def stop(self) -> None:
        """End a run as soon as may be."""
        self._stop.set()

    def stopped(self) -> bool:
        """Return whether it was stopped."""
        return self._stop.is_set()

    def _check(self) -> list[Complaint]:
        """Return what both checks find."""
        try:
            return backup.check(self._path, self._raw_key, connect=self._connect)
        except (database.Error, Refusal):
            if self._stop.is_set():
                return []
            raise

    def _connect(self, path: Path, raw_key: bytes) -> Any:  # noqa: ANN401 - sqlcipher3 has no types
        """Return a connection whose work ends when the check is stopped."""
        connection = self._open(path, raw_key)
        connection.set_progress_handler(lambda: int(self._stop.is_set()), _INSTRUCTIONS)
        return connection

    def _lost(self) -> list[Complaint]:
        """Return the lost records; nothing where not even one table can be found."""
        try:
            return self._survey.survey()
        except VaultDamaged:
            return []


def _fact(complaint: Complaint) -> tuple[Fault, int | None]:
    """Return what stays the same from one look to the next."""
    return complaint.fault, complaint.number

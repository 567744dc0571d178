"""Compares the file of every recording with its digest, beside the vault's work."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from app.domain.errors import BackupStopped, VaultDamaged
from storage import database, recording_list, regular
from storage.meter import Meter

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.complaint import Complaint
    from app.ports import Told
    from storage.recording_list import Listed


class RecordingCheck:
    """The `RecordingCheck` of a vault; it needs no key of a case."""

    def __init__(self, database_file: Path, folder: Path, raw_key: bytes, *, alone: bool) -> None:
        """`folder` holds the files; `alone` says that nobody writes to the database."""
        self._path, self._folder, self._raw_key = database_file, folder, raw_key
        self._connect = database.connect_read_only if alone else database.connect
        self._stop = threading.Event()

    def run(self, told: Told) -> list[Complaint]:
        """Return what is wrong with any file; nothing once stopped.

        A recording that is erased meanwhile is not missed.
        """
        listed = self._listed()
        meter = Meter(lambda done, total: self._hear(told, done, total))
        meter.expect(sum(_size(one, self._folder) for one in listed))
        try:
            found = [said for one in listed for said in self._look(one, meter)]
        except BackupStopped:
            return []
        there = {one.id for one in self._listed()} if found else set()
        return [one for one in found if one.number in there]

    def stop(self) -> None:
        """End a run as soon as may be."""
        self._stop.set()

    def stopped(self) -> bool:
        """Return whether it was stopped."""
        return self._stop.is_set()

    def _hear(self, told: Told, done: int, total: int) -> None:
        if self._stop.is_set():
            raise BackupStopped
        told(done, total)

    def _look(self, one: Listed, meter: Meter) -> list[Complaint]:
        """Return what is wrong with one file; every byte of it is read, a block at a time."""
        meter.beat()
        try:
            same = regular.digest(one.source(self._folder), meter, counts=True) == one.digest
        except regular.Unread as error:
            return [recording_list.complaint(one, gone=error.gone)]
        return [] if same else [recording_list.complaint(one, gone=False)]

    def _listed(self) -> list[Listed]:
        """Return every recording; none where the table cannot be read: the pages say it."""
        try:
            return recording_list.of(self._path, self._raw_key, self._connect)
        except VaultDamaged:
            return []


def _size(one: Listed, folder: Path) -> int:
    """Return how many bytes there are to be read of a recording."""
    try:
        return regular.size_of(one.source(folder))
    except regular.Unread:
        return 0

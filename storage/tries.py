"""Remembers wrong passwords beside the vault, so that the pause survives a restart."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from app.domain import pause
from app.domain.errors import DiskFailed, DiskFull, NotWritable, TooManyTries, WrongPassword
from storage import beside, files, times

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from app.domain.ids import CaseId
    from app.ports import Clock

T = TypeVar("T")
NAME = "vault.tries"
CASE_NAMES = "case-*.tries"
_MOST = 1_000_000  # the file bears no seal: no number from it is taken as it stands


@dataclass(frozen=True)
class _Count:
    """Wrong ones in a row; `boot` and `since` of the last, by which the pause is measured.

    `unsaid` are those that no line of the trail tells of yet, `last` is when the last of them was.
    """

    failures: int = 0
    boot: str = ""
    since: float = 0.0
    unsaid: int = 0
    last: datetime | None = None


# What a disk did not take, by file: each asker makes a `Tries` of its own, and all must wait.
_UNWRITTEN: dict[Path, _Count] = {}


class Tries:
    """Counts failures and measures the pause by time since boot, which nobody can set.

    After a restart of the computer the pause starts anew: that errs on the long side, and it is
    at most a quarter of an hour. Where the disk takes nothing, the count lives as long as the
    program: a wrong password is said to be one, and costs the same wait.

    Who can write the folder can delete the count, as he can copy the folder: then each guess costs
    the key derivation alone. The pause is for whoever stands before the window (promise 22).
    """

    def __init__(self, folder: Path, clock: Clock, name: str = NAME) -> None:
        self._path = Path(folder).resolve() / name
        self._clock = clock

    @classmethod
    def of_case(cls, folder: Path, clock: Clock, case_id: CaseId) -> Tries:
        """Return the count for the password of one case: a pause of its own."""
        return cls(folder, clock, CASE_NAMES.replace("*", f"{case_id:d}"))

    def wait_left(self) -> float:
        """Return the seconds until the next try is allowed."""
        count = self._read()
        if not count.failures:
            return 0.0
        now_boot, now = self._clock.since_boot()
        if count.boot != now_boot or not count.since <= now:
            self._write(count.failures)
            return pause.left(count.failures, 0.0)
        return pause.left(count.failures, now - count.since)

    def check(self) -> None:
        """Raise `TooManyTries` while the pause lasts."""
        waiting = self.wait_left()
        if waiting > 0:
            raise TooManyTries(waiting)

    def failed(self) -> float:
        """Count a failure; return the pause that follows, in seconds.

        A try is counted before it is made: who kills the program in its midst hides nothing.
        """
        count = self._read()
        failures = count.failures + 1
        self._write(failures, replace(count, unsaid=count.unsaid + 1))
        return pause.pause_after(failures)

    def begin_pause(self) -> float:
        """Let the pause of the try that was counted begin now; return it, in seconds."""
        count = self._read()
        self._write(count.failures, replace(count, last=self._clock.now()))
        return pause.pause_after(count.failures)

    def of(self, attempt: Callable[[], T | None]) -> T:
        """Return what an attempt gives, or raise `WrongPassword` where it gives None.

        A pause comes before it, and it is counted before it is made: who kills the program in the
        midst of it saves nothing. Raises `TooManyTries`.
        """
        self.check()
        self.failed()
        try:
            found = attempt()
        except BaseException:
            self.withdraw()
            raise
        if found is None:
            raise WrongPassword(self.begin_pause())
        self.succeeded()
        return found

    def withdraw(self) -> None:
        """Count one less: a try came to no answer at all."""
        count = self._read()
        if count.failures > 1:
            self._write(count.failures - 1, _one_less(count))
        else:
            self.succeeded()

    def succeeded(self) -> None:
        """Forget the failures, but for how many no line of the trail tells of: see `unsaid`."""
        count = _one_less(self._read())
        if count.unsaid and self._path.name == NAME:
            self._write(0, count)
            if self._path not in _UNWRITTEN:
                return
        # On a disk that takes no file the pause goes first: the right one was given.
        self.forget()

    def unsaid(self) -> tuple[int, datetime | None]:
        """Return how many wrong ones the trail does not tell of yet, and when the last was."""
        count = self._read()
        return count.unsaid, count.last

    def told(self) -> None:
        """Forget what the trail tells of now; a pause that lasts goes on as it is."""
        count = self._read()
        if count.failures:  # a keyring opened: no password was right
            self._store(replace(count, unsaid=0, last=None))
        else:
            self.forget()

    def forget(self) -> None:
        """Forget everything."""
        _UNWRITTEN.pop(self._path, None)
        if self._path.exists():
            with files.refusing():
                self._path.unlink(missing_ok=True)

    def _read(self) -> _Count:
        """Return what is counted; a damaged file counts as none."""
        if self._path in _UNWRITTEN:
            return _UNWRITTEN[self._path]
        try:
            raw = beside.json_of(self._path)
            failures = int(raw["failures"])
            unsaid = min(max(int(raw.get("unsaid", failures)), 0), _MOST)
            since = float(raw["since"])
            return _Count(failures, str(raw["boot"]), since, unsaid, _moment(raw.get("last")))
        except beside.UNSAID:
            return _Count()

    def _write(self, failures: int, told: _Count | None = None) -> None:
        """Store the failures with the present time.

        `told` says what the trail is still to be told, where that changes.
        """
        boot, since = self._clock.since_boot()
        self._store(replace(told or self._read(), failures=failures, boot=boot, since=since))

    def _store(self, count: _Count) -> None:
        """Store a count, in memory where the disk takes nothing."""
        last = None if count.last is None else times.to_text(count.last)
        raw = {"failures": count.failures, "boot": count.boot, "since": count.since}
        raw |= {"unsaid": count.unsaid, "last": last}
        _UNWRITTEN[self._path] = count
        with suppress(DiskFull, DiskFailed, NotWritable):
            files.write_private(self._path, json.dumps(raw).encode())
            del _UNWRITTEN[self._path]


def _one_less(count: _Count) -> _Count:
    """Return a count without the try that was counted before it was made."""
    return replace(count, unsaid=max(count.unsaid - 1, 0))


def _moment(text: object) -> datetime | None:
    """Return a time, or None for what is none; raise ValueError for text that says none."""
    if not isinstance(text, str):
        return None
    with suppress(OverflowError):
        at = times.from_text(text)
        return times.of_anybody(text) if at.tzinfo is not None else None
    return None

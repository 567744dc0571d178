"""Remembers wrong passwords beside the vault, so that the pause survives a restart."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain import pause
from app.domain.errors import DiskFailed, DiskFull, NotWritable, TooManyTries
from storage import files

if TYPE_CHECKING:
    from app.domain.ids import CaseId
    from app.ports import Clock

NAME = "vault.tries"
CASE_NAMES = "case-*.tries"
# What a disk did not take, by file: each asker makes a `Tries` of its own, and all must wait.
_UNWRITTEN: dict[Path, tuple[int, str, float]] = {}


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
        failures, boot, since = self._read()
        if not failures:
            return 0.0
        now_boot, now = self._clock.since_boot()
        if boot != now_boot or not since <= now:
            self._write(failures)
            return pause.left(failures, 0.0)
        return pause.left(failures, now - since)

    def check(self) -> None:
        """Raise `TooManyTries` while the pause lasts."""
        waiting = self.wait_left()
        if waiting > 0:
            raise TooManyTries(waiting)

    def failed(self) -> float:
        """Count a failure; return the pause that follows, in seconds.

        A try is counted before it is made: who kills the program in its midst hides nothing.
        """
        failures = self._read()[0] + 1
        self._write(failures)
        return pause.pause_after(failures)

    def begin_pause(self) -> float:
        """Let the pause of the try that was counted begin now; return it, in seconds."""
        failures = self._read()[0]
        self._write(failures)
        return pause.pause_after(failures)

    def withdraw(self) -> None:
        """Count one less: a try came to no answer at all."""
        failures = self._read()[0] - 1
        if failures > 0:
            self._write(failures)
        else:
            self.succeeded()

    def succeeded(self) -> None:
        """Forget the failures."""
        _UNWRITTEN.pop(self._path, None)
        if self._path.exists():
            with files.refusing():
                self._path.unlink(missing_ok=True)

    def _read(self) -> tuple[int, str, float]:
        """Return failures, boot and time of the last one; a damaged file counts as none."""
        if self._path in _UNWRITTEN:
            return _UNWRITTEN[self._path]
        try:
            raw = json.loads(self._path.read_bytes())
            return int(raw["failures"]), str(raw["boot"]), float(raw["since"])
        except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
            return 0, "", 0.0

    def _write(self, failures: int) -> None:
        """Store the failures with the present time, in memory where the disk takes nothing."""
        boot, since = self._clock.since_boot()
        raw = {"failures": failures, "boot": boot, "since": since}
        _UNWRITTEN[self._path] = (failures, boot, since)
        with suppress(DiskFull, DiskFailed, NotWritable):
            files.write_private(self._path, json.dumps(raw).encode())
            del _UNWRITTEN[self._path]

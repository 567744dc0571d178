"""Backups: what the counselor settled on, when one is due, and which generations are kept."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Final

from app.domain.local_time import wall

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.differs import Differs

DAYS: Final = 7
WEEKS: Final = 4
MONTHS: Final = 12
REMIND_DAYS: Final = 7
FIRST_WITHIN: Final = timedelta(days=3)
"""How long after the first record a practice without any backup is reminded of it."""
_DAY: Final = timedelta(days=1)


class Every(Enum):
    """When a backup is made without being asked for."""

    DAY = "day"
    NEVER = "never"


@dataclass(frozen=True)
class BackupPlan:
    """Where backups go, when, and how the last ones went; kept inside the vault.

    `folder` is the backup folder, "" before one was chosen. `last` is when the last backup was
    made in it that was read back and compared, `elsewhere` when the last one was that is not there:
    one file, or another folder. `drilled` is when one was last restored for practice.
    `parted` is when the folder was last found to go on from another copy of this vault; it is None
    again once she has chosen where this one goes on. `differs` are the recordings that the last
    backup found gone from the vault or not as they were stored.
    """

    folder: str = field(default="", repr=False)
    every: Every = Every.DAY
    remind_days: int = REMIND_DAYS
    last: datetime | None = None
    drilled: datetime | None = None
    parted: datetime | None = None
    differs: tuple[Differs, ...] = ()
    elsewhere: datetime | None = None

    @property
    def latest(self) -> datetime | None:
        """Return when the last backup was made, wherever it lies."""
        return max((one for one in (self.last, self.elsewhere) if one is not None), default=None)

    @property
    def counted(self) -> datetime | None:
        """Return when the last backup was made that counts: in the folder, once one is chosen.

        What lies elsewhere may lie on the disk that fails, or be carried away.
        """
        return self.last if self.folder else self.latest

    def into(self, folder: str) -> BackupPlan:
        """Return the plan once a folder is chosen; in another one than before there is none yet."""
        plan = replace(self, folder=folder, parted=None)
        if folder == self.folder:
            return plan
        return replace(plan, last=None, elsewhere=self.latest)

    def wants_one(self, now: datetime, begun: datetime) -> bool:
        """Return whether one is to be made by itself: none was today, and a folder is chosen.

        `begun` is when the local day began. A clock that was once ahead does not stop backups: a
        last one that lies in the future counts as none. Where the folder is another copy's, it is
        looked at once a day.
        """
        if not self.folder or self.every is Every.NEVER:
            return False
        if self.parted is not None and begun <= self.parted <= now:
            return False
        return self.last is None or not begun <= self.last <= now

    def overdue(self, now: datetime, first_record: datetime | None) -> bool:
        """Return whether she is to be reminded: the last one is too old, or there was never one.

        `first_record` is when the first case was opened; an empty vault needs no backup.
        """
        if first_record is None:
            return False
        if self.counted is None:
            return now - first_record > FIRST_WITHIN
        return abs(now - self.counted) > self.remind_days * _DAY


@dataclass(frozen=True)
class Generation:
    """One snapshot in a backup folder.

    `whole` says that its list can be read, and that header and database are there: it can be
    restored. `missing` counts the recordings whose copies are gone or of another size, `lost` are
    their numbers, 0 for one that the list does not name.
    """

    number: int
    made_at: datetime
    size: int
    recordings: int = 0
    whole: bool = True
    missing: int = 0
    lost: tuple[int, ...] = ()


def to_keep(generations: Iterable[Generation], zone: str) -> frozenset[int]:
    """Return the numbers of the generations that stay: 7 daily, 4 weekly, 12 monthly.

    Days are those of `zone`, or of this computer where none is named: see `local_time.wall`.

    Of each day, week and month the newest stays. The newest of all stays whatever its date says:
    order is that of the numbers, so that a clock that goes backwards deletes nothing new.
    """
    newest_first = sorted(generations, key=lambda one: -one.number)
    kept = {one.number for one in newest_first[:1]}
    for limit, period in ((DAYS, "%Y-%m-%d"), (WEEKS, "%G-%V"), (MONTHS, "%Y-%m")):
        seen: dict[str, int] = {}
        for one in newest_first:
            seen.setdefault(wall(one.made_at, zone).strftime(period), one.number)
        kept |= set(list(seen.values())[:limit])
    return frozenset(kept)


@dataclass(frozen=True)
class BackedUp:
    """What a backup came to: its generation, the rows of each table, and the recordings.

    `copied` recordings were new, `unfinished` ones were still being written and are left to the
    next backup, `damaged` older copies did not hold any more what they once held. `differs` are
    recordings whose files in the vault are gone or not as they were stored.
    """

    generation: Generation
    rows: dict[str, int]
    copied: int = 0
    unfinished: int = 0
    damaged: int = 0
    differs: tuple[Differs, ...] = ()


@dataclass(frozen=True)
class Packed:
    """What a portable backup came to: the rows of each table, and the recordings that it lacks."""

    rows: dict[str, int]
    differs: tuple[Differs, ...] = ()


class Unchecked(Enum):
    """What a check could not look into; it is said, never passed over."""

    RECORDING_CONTENT = "the sound of recordings"
    UNFINISHED_RECORDING = "recordings that were being written"

"""A time agreed on (预约): once, or again and again by a rule; what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Final

from app.domain import recurrence
from app.domain.errors import FieldInvalid
from app.domain.local_time import wall
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.domain.case import ServiceMode
    from app.domain.ids import AppointmentId, CaseId, SeriesId, SessionId
    from app.domain.recurrence import Rule

LONGEST_MINUTES = 24 * 60
LONGEST_WORDS = 500
WARN_AFTER = 3  # changes, clause 082
LATELY = timedelta(days=90)
NEAR = timedelta(minutes=60)


BEFORE_ITS_HOUR = timedelta(minutes=15)
"""From when on the note of an appointment may be begun: a note written keeps its appointment."""


def near(starts_at: datetime, now: datetime) -> bool:
    """Return whether what begins then begins within a quarter of an hour, or began."""
    return starts_at <= now + BEFORE_ITS_HOUR


class AppointmentState(Enum):
    """How an appointment stands: 已约, 改期, 已完成, 未到, 取消."""

    BOOKED = "booked"
    MOVED = "moved"
    HELD = "held"
    MISSED = "missed"
    CANCELLED = "cancelled"

    @property
    def standing(self) -> bool:
        """Whether it is still to come about: agreed on, or agreed on anew."""
        return self in {AppointmentState.BOOKED, AppointmentState.MOVED}


@dataclass(frozen=True)
class Which:
    """Says which appointment: a stored one by `id`, else the `slot` (UTC) of a series."""

    id: AppointmentId | None = None
    series_id: SeriesId | None = None
    slot: datetime | None = None


@dataclass(frozen=True)
class Booking:
    """What is agreed on: `starts_at` aware, `minutes` long, by the clock of `zone`.

    `zone` is an IANA name, or nothing for the clock of this computer. Without a `rule` it is once.
    """

    case_id: CaseId
    starts_at: datetime
    mode: ServiceMode
    minutes: int = 50
    zone: str = ""
    rule: Rule | None = None
    place: str = field(default="", repr=False)
    remark: str = field(default="", repr=False)

    def check(self) -> None:
        """Raise `FieldInvalid` for a time, a length, a rule or words that cannot be meant."""
        if self.starts_at.tzinfo is None:
            raise FieldInvalid("starts_at")
        if not 1 <= self.minutes <= LONGEST_MINUTES:
            raise FieldInvalid("minutes")
        if self.rule is not None and not self.rule.sensible():
            raise FieldInvalid("rule")
        if max(len(self.place), len(self.remark)) > LONGEST_WORDS:
            raise FieldInvalid("words")


@dataclass(frozen=True)
class Appointment:
    """One time agreed on; `id` is None while it is only a slot of its series.

    `slot` is where the series put it, `moves` how often it was moved away from there, `session_id`
    the session it became (clause 079).
    """

    case_id: CaseId
    starts_at: datetime
    minutes: int
    zone: str
    mode: ServiceMode
    state: AppointmentState = AppointmentState.BOOKED
    id: AppointmentId | None = None
    series_id: SeriesId | None = None
    slot: datetime | None = None
    moves: int = 0
    session_id: SessionId | None = None
    place: str = field(default="", repr=False)
    remark: str = field(default="", repr=False)

    @property
    def which(self) -> Which:
        """What it is called by."""
        if self.id is not None:
            return Which(self.id)
        return Which(None, self.series_id, self.slot)

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.starts_at + timedelta(minutes=self.minutes)

    def overlaps(self, begin: datetime, end: datetime) -> bool:
        """Return whether any of it lies between `begin` and `end`."""
        return self.starts_at < end and self.ends_at > begin


@dataclass(frozen=True)
class Series:
    """An appointment that comes again by a rule."""

    id: SeriesId
    case_id: CaseId
    starts_at: datetime
    minutes: int
    zone: str
    mode: ServiceMode
    rule: Rule
    place: str = field(default="", repr=False)
    remark: str = field(default="", repr=False)

    def slots(self, begin: datetime, end: datetime) -> Iterator[datetime]:
        """Yield the times of the series, in UTC, from `begin` to before `end`."""
        return recurrence.slots(self.starts_at, self.zone, self.rule, begin, end)

    def ends_at(self) -> datetime | None:
        """Return its last time; None when it goes on."""
        return recurrence.last_slot(self.starts_at, self.zone, self.rule)

    def at(self, slot: datetime) -> Appointment:
        """Return the appointment of a slot to which nothing has happened yet."""
        return Appointment(
            self.case_id,
            slot,
            self.minutes,
            self.zone,
            self.mode,
            series_id=self.id,
            slot=slot,
            place=self.place,
            remark=self.remark,
        )

    def until_before(self, slot: datetime) -> Series:
        """Return the series ended before the day of `slot`, in its own wall time."""
        day = wall(slot, self.zone).date() - timedelta(days=1)
        return replace(self, rule=replace(self.rule, count=0, until=day))

    def moved(self, slot: datetime, starts_at: datetime, minutes: int) -> Series:
        """Return the series as it goes on from `slot`, moved to `starts_at`.

        What is left of a count is counted on; another weekday moves the weekdays with it.
        """
        before = wall(slot, self.zone).date()
        after = wall(starts_at, self.zone).date()
        days = (after - before).days
        rule = self.rule
        if rule.count:
            gone = sum(1 for _ in self.slots(self.starts_at, slot))
            rule = replace(rule, count=max(1, rule.count - gone))
        if rule.nth:
            rule = replace(
                recurrence.monthly(after, rule.interval), count=rule.count, until=rule.until
            )
        elif rule.weekdays:
            rule = replace(
                rule, weekdays=tuple(sorted({(one + days) % 7 for one in rule.weekdays}))
            )
        if rule.until:
            rule = replace(rule, until=max(after, rule.until + timedelta(days=days)))
        return replace(self, starts_at=starts_at, minutes=minutes, rule=rule)


@dataclass(frozen=True)
class Move:
    """A change of time that was made `at`: from one time to another; `following`: all later too."""

    case_id: CaseId
    from_at: datetime
    to_at: datetime
    at: datetime
    following: bool = False


MOVED: Final[Book[int]] = Book("moved")
"""What is worth a word about how many changes of time a case had `lately`."""


def lately(moves: Iterable[Move], now: datetime) -> int:
    """Return how many changes a case had in the last three months (clause 082)."""
    return sum(1 for one in moves if now - one.at < LATELY)


@MOVED.rule("082", step=Step.APPOINTMENT)
def often(changes: int) -> bool:
    """Whether a case changed its time so often of late that it is worth a word in the session."""
    return changes >= WARN_AFTER


def conflicts(appointments: Iterable[Appointment]) -> frozenset[Which]:
    """Return which standing appointments lie on top of another one."""
    found: set[Which] = set()
    open_: list[Appointment] = []
    standing = (one for one in appointments if one.state.standing)
    for one in sorted(standing, key=lambda each: each.starts_at):
        open_ = [other for other in open_ if other.ends_at > one.starts_at]
        if open_:
            found.add(one.which)
            found.update(other.which for other in open_)
        open_.append(one)
    return frozenset(found)


def meant(appointments: Iterable[Appointment], starts_at: datetime) -> Appointment | None:
    """Return the standing appointment that a session at `starts_at` keeps, or None.

    It is the nearest that began, or will begin, within an hour (clause 079).
    """
    near = [
        one for one in appointments if one.state.standing and abs(one.starts_at - starts_at) <= NEAR
    ]
    return min(near, key=lambda one: abs(one.starts_at - starts_at), default=None)

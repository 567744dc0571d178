"""Rules by which an appointment comes again (RFC 5545), in the wall time of one place.

A rule speaks of the clock on somebody's wall: Tuesdays at eight stay at eight when summer time
begins there. python-dateutil does the counting, `zoneinfo` says what each wall time is in UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from app.domain.local_time import wall

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MOST_TIMES = 500
LONGEST_INTERVAL = 52
_WEEK = 7
_LAST = -1
_FIFTH = 5
_DAY_END = time(23, 59, 59)


class Every(Enum):
    """What a rule counts in."""

    WEEK = "WEEKLY"
    MONTH = "MONTHLY"


@dataclass(frozen=True)
class Rule:
    """How often: `count` times, or `until` a day, or for ever.

    Every `interval` weeks on `weekdays` (0 is Monday), or every `interval` months on the `nth`
    such weekday (1 to 4, or -1 for the last).
    """

    every: Every = Every.WEEK
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    nth: int = 0
    count: int = 0
    until: date | None = None

    def sensible(self) -> bool:
        """Return whether the numbers can be meant."""
        return (
            1 <= self.interval <= LONGEST_INTERVAL
            and 0 <= self.count <= MOST_TIMES
            and not (self.count and self.until)
            and all(0 <= one < _WEEK for one in self.weekdays)
        )

    def text(self) -> str:
        """Return the rule as RFC 5545 writes it; UNTIL is wall time, as the start is."""
        parts = [f"FREQ={self.every.value}"]
        if self.interval > 1:
            parts.append(f"INTERVAL={self.interval}")
        if self.weekdays:
            number = str(self.nth) if self.nth else ""
            parts.append("BYDAY=" + ",".join(number + DAYS[one] for one in self.weekdays))
        if self.count:
            parts.append(f"COUNT={self.count}")
        if self.until:
            parts.append(f"UNTIL={datetime.combine(self.until, _DAY_END):%Y%m%dT%H%M%S}")
        return ";".join(parts)


def monthly(first: date, interval: int = 1) -> Rule:
    """Return the rule for the same weekday of the month: the second Tuesday, or the last one."""
    nth = (first.day - 1) // _WEEK + 1
    nth = _LAST if nth == _FIFTH else nth
    return Rule(Every.MONTH, interval, (first.weekday(),), nth)


def rule_from_text(text: str) -> Rule:
    """Return the rule that `Rule.text` wrote; raise ValueError or KeyError for anything else."""
    parts = dict(one.split("=", 1) for one in text.split(";"))
    days = [one for one in parts.get("BYDAY", "").split(",") if one]
    until = parts.get("UNTIL")
    return Rule(
        Every(parts["FREQ"]),
        int(parts.get("INTERVAL", "1")),
        tuple(DAYS.index(one[-2:]) for one in days),
        int(days[0][:-2] or "0") if days else 0,
        int(parts.get("COUNT", "0")),
        datetime.fromisoformat(until).date() if until else None,
    )


def instant(local: datetime, zone: str) -> datetime:
    """Return a wall time as an aware time in UTC.

    An hour that summer time leaves out is read by the clock before it, so it comes an hour later;
    one that comes twice is the first of the two.
    """
    plain = local.replace(tzinfo=None, fold=0)
    return (plain.replace(tzinfo=ZoneInfo(zone)) if zone else plain).astimezone(UTC)


def slots(
    first: datetime, zone: str, rule: Rule, begin: datetime, end: datetime
) -> Iterator[datetime]:
    """Yield the times of a rule, in UTC, from `begin` to before `end`, in order."""
    for plain in _wall_times(first, zone, rule, wall(begin, zone).replace(tzinfo=None)):
        at = instant(plain, zone)
        if at >= end:
            return
        if at >= begin:
            yield at


def last_slot(first: datetime, zone: str, rule: Rule) -> datetime | None:
    """Return the last time of a rule; None when it goes on, the first when it has no time."""
    if not rule.count and not rule.until:
        return None
    times = list(_counted(rule, wall(first, zone).replace(tzinfo=None)))
    return instant(times[-1], zone) if times else first


def _wall_times(first: datetime, zone: str, rule: Rule, begin: datetime) -> Iterator[datetime]:
    """Yield wall times of a rule from a day before `begin`, or from the start of it.

    A weekly rule without a count is entered near `begin`: its phase repeats with its interval.
    """
    plain = wall(first, zone).replace(tzinfo=None)
    if rule.every is Every.WEEK and not rule.count:
        step = timedelta(weeks=rule.interval)
        ahead = (begin - plain) // step - 1
        # From a Monday on, so that the days of the week before the first one are not lost.
        if ahead > 0:
            plain += ahead * step - timedelta(days=plain.weekday())
    day_before = begin - timedelta(days=1)
    for one in _counted(_with_days(rule, wall(first, zone)), plain):
        if one >= day_before:
            yield one


def _counted(rule: Rule, start: datetime) -> Iterable[datetime]:
    """Return the wall times of a rule that begins at `start`."""
    from dateutil.rrule import rrulestr  # noqa: PLC0415 - unlocking does not pay for it

    found: Iterable[datetime] = rrulestr(rule.text(), dtstart=start)
    return found


def _with_days(rule: Rule, first: datetime) -> Rule:
    """Return the rule with its weekday said, so that it can be entered on another day."""
    if rule.weekdays or rule.every is Every.MONTH:
        return rule
    return Rule(rule.every, rule.interval, (first.weekday(),), 0, rule.count, rule.until)

"""What leaves the calendar: a week on paper, and events for another calendar; codes only."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.ids import CaseId


@dataclass(frozen=True)
class WeekEntry:
    """A line of a day: when, who by code (or name, where she chose so), and how it stands."""

    time: str
    who: str = field(repr=False)
    more: str = ""


@dataclass(frozen=True)
class WeekDay:
    """A day of the week sheet."""

    heading: str
    entries: tuple[WeekEntry, ...]


@dataclass(frozen=True)
class WeekSheet:
    """A week to be printed. It has no field for a remark, a place or a reason.

    `cases` are those in it, for the trail; they are not printed.
    """

    title: str
    subtitle: str
    days: tuple[WeekDay, ...]
    empty: str
    foot: str
    language: str
    cases: tuple[CaseId, ...] = ()

    def words(self) -> list[str]:
        """Return everything that is printed."""
        lines = [self.title, self.subtitle, self.empty, self.foot]
        for day in self.days:
            lines.append(day.heading)
            for one in day.entries:
                lines += [one.time, one.who, one.more]
        return lines


@dataclass(frozen=True)
class CalendarEvent:
    """An event for another calendar: a time and a code. It has no field for anything else.

    `sequence` grows with each change, so that an imported calendar is brought up to date.
    """

    uid: str
    starts_at: datetime
    minutes: int
    code: str = field(repr=False)
    sequence: int = 0
    cancelled: bool = False


@dataclass(frozen=True)
class WeekWording:
    """The words of a week sheet in the screen's language.

    `days` are the seven headings, `modes` the words of the service modes by their value, `there`
    says the client's local time in place of {0}.
    """

    title: str
    subtitle: str
    days: tuple[str, ...]
    modes: Mapping[str, str]
    there: str
    empty: str
    foot: str
    language: str

"""Scores over time with what happened meanwhile, laid out in a plane: window and paper draw it.

The plane begins at its upper left corner; its unit is a pixel at 100 %.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.ids import EntryId
    from app.domain.measure import KeptMeasure
    from app.domain.scale import Scale

LEFT: Final = 34
RIGHT: Final = 92
TOP: Final = 42
BOTTOM: Final = 46
_INSET: Final = 24
_DAY_ROOM: Final = 78
_WORD_ROOM: Final = 84
_LINES: Final = 2
_BEFORE: Final = timedelta(days=28)
_LEAST_DAYS: Final = 6


class EventKind(Enum):
    """What happened meanwhile."""

    SESSION = "session"
    MODE = "mode"
    RISK = "risk"


@dataclass(frozen=True)
class Event:
    """Something on a day, with its word."""

    on: date
    kind: EventKind
    word: str = ""


@dataclass(frozen=True)
class Point:
    """A score; `total` None is a measure without one, which stands on the ground line."""

    measure: EntryId
    on: date
    x: float
    y: float
    total: int | None
    made_up: bool = False
    alarming: bool = False


@dataclass(frozen=True)
class Strip:
    """The scores that a source calls by one word, from `top` down to `bottom`."""

    top: float
    bottom: float
    text: str


@dataclass(frozen=True)
class Mark:
    """Something that happened, at its place along the days.

    `line` is the line above the scores that has room for its word, from 0; None: none has, and the
    sentences alone say it.
    """

    x: float
    kind: EventKind
    word: str
    on: date
    line: int | None = None


@dataclass(frozen=True)
class Chart:
    """All that is drawn; `days` are the words below, each with its place."""

    width: float
    height: float
    points: tuple[Point, ...]
    marks: tuple[Mark, ...]
    strips: tuple[Strip, ...]
    levels: tuple[tuple[float, int], ...]
    days: tuple[tuple[float, date], ...]

    @property
    def ground(self) -> float:
        """Where the lowest score stands."""
        return self.height - BOTTOM

    @property
    def end(self) -> float:
        """Where the last day stands."""
        return self.width - RIGHT


def chart(
    scale: Scale,
    kept: Sequence[KeptMeasure],
    events: Sequence[Event],
    width: float,
    height: float,
) -> Chart:
    """Return the plane of the measures of one scale, which are by day and at least one.

    What happened more than four weeks before the first of them is left out.
    """
    days = [date.fromisoformat(one.made.on) for one in kept]
    shown = [one for one in events if days[0] - _BEFORE <= one.on]
    every = [*days, *(one.on for one in shown)]
    first, last = min(every), max(every)
    lacking = max(0, _LEAST_DAYS - (last - first).days)
    first -= timedelta(days=(lacking + 1) // 2)
    last += timedelta(days=lacking // 2)
    span = (last - first).days

    def across(on: date) -> float:
        return LEFT + _INSET + (on - first).days / span * (width - LEFT - RIGHT - 2 * _INSET)

    def down(total: int) -> float:
        share = (total - scale.least) / (scale.most - scale.least)
        return height - BOTTOM - share * (height - TOP - BOTTOM)

    points = tuple(
        Point(
            one.id,
            on,
            across(on),
            down(one.made.score.total if one.made.score.total is not None else scale.least),
            one.made.score.total,
            one.made.score.made_up,
            one.made.alarming,
        )
        for one, on in zip(kept, days, strict=True)
    )
    return Chart(
        width,
        height,
        points,
        tuple(_placed([Mark(across(one.on), one.kind, one.word, one.on) for one in shown])),
        tuple(_strips(scale, down)),
        tuple((down(one), one) for one in _levels(scale)),
        tuple(_spaced([(one.x, one.on) for one in points])),
    )


def _strips(scale: Scale, down: Callable[[int], float]) -> list[Strip]:
    """Return the bands, which meet half-way between two scores."""
    half = (down(scale.least) - down(scale.least + 1)) / 2
    found = []
    for one in scale.bands:
        top = down(one.most) - (half if one.most < scale.most else 0)
        bottom = down(one.least) + (half if one.least > scale.least else 0)
        found.append(Strip(top, bottom, one.text))
    return found


def _placed(marks: list[Mark]) -> list[Mark]:
    """Return the marks along the days, each word on a line where it covers no other."""
    ends = [float("-inf")] * _LINES
    found = []
    for one in sorted(marks, key=lambda mark: mark.x):
        free = [at for at in range(_LINES) if one.x - ends[at] >= _WORD_ROOM]
        line = free[0] if free and one.kind is not EventKind.SESSION else None
        if line is not None:
            ends[line] = one.x
        found.append(replace(one, line=line))
    return found


def _levels(scale: Scale) -> list[int]:
    """Return the scores that are written at the left: where bands begin, and both ends."""
    begin = [one.least for one in scale.bands if one.least > scale.least]
    return [scale.least, *begin, scale.most]


def _spaced(days: list[tuple[float, date]]) -> list[tuple[float, date]]:
    """Return the days that have room for their words, the last of them always."""
    found: list[tuple[float, date]] = []
    for one in reversed(days):
        if not found or found[-1][0] - one[0] >= _DAY_ROOM:
            found.append(one)
    return found[::-1]

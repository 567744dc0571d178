"""The line of a bond between two people: a bow from sign to sign, drawn as its kind asks."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from app.domain.genogram import Feeling

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Point = tuple[float, float]
_STEPS: Final = 32
_NEAR: Final = 27.0  # where a line begins, from the middle of a sign
_BOW: Final = 26.0
_MOST: Final = 60.0
_GAP: Final = 2.4
_TOOTH: Final = 5.0
_BAR: Final = 7.0


class Ink(Enum):
    """What a line is about; the pen has a colour for it, and never that alone."""

    FAMILY = "family"
    CLOSE = "close"
    FAR = "far"
    CONFLICT = "conflict"


@dataclass(frozen=True)
class Stroke:
    """A line through its points; `dash` is "", "dash" or "dot"."""

    points: tuple[Point, ...]
    ink: Ink = Ink.FAMILY
    dash: str = ""


def bond_strokes(feeling: Feeling, start: Point, end: Point) -> Iterator[Stroke]:
    """Yield the lines of a bond between the middles of two signs.

    Close: two lines; enmeshed: three; distant: dots; conflict: a zigzag; cut off: broken by two
    bars.
    """
    bow = _bow(start, end)
    if feeling is Feeling.CLOSE:
        yield from (Stroke(_aside(bow, by), Ink.CLOSE) for by in (-_GAP, _GAP))
    elif feeling is Feeling.ENMESHED:
        yield from (Stroke(_aside(bow, by), Ink.CLOSE) for by in (-2 * _GAP, 0.0, 2 * _GAP))
    elif feeling is Feeling.DISTANT:
        yield Stroke(tuple(bow), Ink.FAR, "dot")
    elif feeling is Feeling.CONFLICT:
        yield Stroke(_zigzag(bow), Ink.CONFLICT)
    else:
        yield from _broken(bow)


def _bow(start: Point, end: Point) -> list[Point]:
    """Return a bow between two signs: above the row for those who stand in one, else aside."""
    (ax, ay), (bx, by) = sorted((start, end))
    length = math.hypot(bx - ax, by - ay)
    height = min(_MOST, _BOW + length * 0.04)
    lift = (0.0, -1.0) if ay == by else ((by - ay) / length, (ax - bx) / length)
    top = ((ax + bx) / 2 + 2 * height * lift[0], (ay + by) / 2 + 2 * height * lift[1])
    whole = [_bezier((ax, ay), top, (bx, by), step / _STEPS) for step in range(_STEPS + 1)]
    return [
        one
        for one in whole
        if math.dist(one, (ax, ay)) > _NEAR and math.dist(one, (bx, by)) > _NEAR
    ]


def _bezier(start: Point, top: Point, end: Point, at: float) -> Point:
    rest = 1 - at
    return (
        rest * rest * start[0] + 2 * rest * at * top[0] + at * at * end[0],
        rest * rest * start[1] + 2 * rest * at * top[1] + at * at * end[1],
    )


def _normals(line: Sequence[Point]) -> list[Point]:
    """Return at each point the direction across the line, of length 1."""
    found = []
    for place in range(len(line)):
        (ax, ay), (bx, by) = line[max(0, place - 1)], line[min(len(line) - 1, place + 1)]
        length = math.hypot(bx - ax, by - ay)
        found.append(((ay - by) / length, (bx - ax) / length))
    return found


def _aside(line: Sequence[Point], by: float) -> tuple[Point, ...]:
    """Return a line that runs beside another."""
    sides = zip(line, _normals(line), strict=True)
    return tuple((x + by * nx, y + by * ny) for (x, y), (nx, ny) in sides)


def _zigzag(line: Sequence[Point]) -> tuple[Point, ...]:
    """Return a line with teeth."""
    sides = zip(line, _normals(line), strict=True)
    last = len(line) - 1
    return tuple(
        (x, y) if place in (0, last) else (x + _tooth(place) * nx, y + _tooth(place) * ny)
        for place, ((x, y), (nx, ny)) in enumerate(sides)
    )


def _tooth(place: int) -> float:
    return _TOOTH if place % 2 else -_TOOTH


def _broken(line: Sequence[Point]) -> Iterator[Stroke]:
    """Yield a line in two, with a bar at each side of the break."""
    middle = len(line) // 2
    sides = _normals(line)
    for half, at in ((line[: middle - 1], middle - 2), (line[middle + 1 :], middle + 1)):
        yield Stroke(tuple(half), Ink.FAR)
        (x, y), (nx, ny) = line[at], sides[at]
        bar = ((x - _BAR * nx, y - _BAR * ny), (x + _BAR * nx, y + _BAR * ny))
        yield Stroke(bar, Ink.FAR)

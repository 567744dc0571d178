"""A genogram as lines, signs and words in a plane, for the screen and for paper alike.

Lengths are pixels at 100 % on the screen and points on paper. Partners are joined at the height of
their signs, or below them where somebody stands between; children hang from a line of their own.
No two lines that run across share a height where they would lie upon each other.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from app.domain.bond_line import Point, Stroke, bond_strokes
from app.domain.genogram import Came, Sex, Tie
from app.domain.genogram_layout import lay_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from app.domain.genogram import Child, Couple, Genogram

CELL: Final = 124.0
"""How far apart two people in a row stand at least."""
SIGN: Final = 42.0
"""The side of a square, the width of a circle."""
WORDS: Final = 48.0
"""The room for the words under a sign."""
_EDGE: Final = 16.0
_ABOVE: Final = 40.0
_LANE: Final = 13.0
_SLASH: Final = 7.0
_STEP: Final = 6.0
_NEAR: Final = 0.4  # lines that end nearer than this, in widths of a person, run apart


@dataclass(frozen=True)
class Sign:
    """The sign of a person, its middle at `at`; `age` stands in it, a cross over who died."""

    person: int
    at: Point
    sex: Sex
    age: str = field(default="", repr=False)
    died: bool = False
    index: bool = False


@dataclass(frozen=True)
class Words:
    """Words under a sign: a line or two in the middle of `at`, which is the middle of their top."""

    person: int
    at: Point
    name: str = field(repr=False)
    more: str = field(default="", repr=False)


@dataclass(frozen=True)
class Figure:
    """Everything that is drawn, from (0, 0) to `width` and `height`."""

    width: float
    height: float
    strokes: tuple[Stroke, ...]
    signs: tuple[Sign, ...]
    words: tuple[Words, ...] = field(repr=False)


class _Level(Enum):
    """What a line that runs across is for: couples run above the lines of children."""

    COUPLE = 0
    CHILDREN = 1


@dataclass(frozen=True)
class _Run:
    """A line that runs across under a row, from `left` to `right`."""

    couple: int
    level: _Level
    left: float
    right: float


def figure(family: Genogram, labels: Mapping[int, tuple[str, str]]) -> Figure:
    """Return the drawing of a family; `labels` are the two lines of words under each sign."""
    return _Draughtsman(family, labels).figure()


class _Draughtsman:
    """Knows where everybody stands and at which height each line runs."""

    def __init__(self, family: Genogram, labels: Mapping[int, tuple[str, str]]) -> None:
        self._family, self._labels = family, labels
        self._spots = lay_out(family)
        self._rows = range(max(one.down for one in self._spots.values()) + 1)
        self._lanes = self._give_lanes()
        self._tops = self._give_heights()

    def figure(self) -> Figure:
        """Return everything that is drawn."""
        right = max(one.across for one in self._spots.values()) + 1
        last = self._rows[-1]
        height = self._tops[last] + _ABOVE + SIGN + WORDS + self._lane_room(last) + _EDGE
        strokes = [
            *(stroke for one in self._family.couples for stroke in self._couple(one)),
            *(
                stroke
                for one in self._family.bonds
                for stroke in bond_strokes(one.feeling, self._at(one.one), self._at(one.other))
            ),
        ]
        return Figure(
            right * CELL + 2 * _EDGE,
            height,
            tuple(strokes),
            tuple(self._signs()),
            tuple(self._words()),
        )

    def _at(self, number: int) -> Point:
        """Return the middle of somebody's sign."""
        spot = self._spots[number]
        return (
            _EDGE + (spot.across + 0.5) * CELL,
            self._tops[spot.down] + _ABOVE + SIGN / 2,
        )

    def _signs(self) -> Iterator[Sign]:
        for one in self._family.people:
            age = "" if one.age is None else str(one.age)
            index = one.id == self._family.index
            yield Sign(one.id, self._at(one.id), one.sex, age, one.died, index)

    def _words(self) -> Iterator[Words]:
        for one in self._family.people:
            across, down = self._at(one.id)
            name, more = self._labels.get(one.id, ("", ""))
            if name or more:
                yield Words(one.id, (across, down + SIGN / 2 + 6), name, more)

    def _between(self, couple: Couple) -> bool:
        """Return whether somebody stands between the two."""
        ends = (self._spots[couple.one], self._spots[couple.other])
        left, right = sorted(one.across for one in ends)
        row = (one for one in self._spots.values() if one.down == ends[0].down)
        return any(left < one.across < right for one in row)

    def _runs(self, row: int) -> list[_Run]:
        """Return the lines that run across under a row, those of couples first."""
        here = [one for one in self._family.couples if self._spots[one.one].down == row]
        found = []
        for one in here:
            left, right = self._legs(one)
            if self._between(one):
                found.append(_Run(one.id, _Level.COUPLE, left, right))
            if one.children:
                places = [self._spots[it.person].across for it in one.children]
                middle = (left + right) / 2
                ends = (min(middle, *places), max(middle, *places))
                found.append(_Run(one.id, _Level.CHILDREN, *ends))
        return sorted(found, key=lambda one: (one.level.value, one.left, one.couple))

    def _legs(self, couple: Couple) -> tuple[float, float]:
        """Return where the line of a couple begins and ends, in widths of a person.

        Where somebody stands between, it goes down in the gaps beside them.
        """
        left, right = sorted(self._spots[one].across for one in (couple.one, couple.other))
        return (left + 0.5, right - 0.5) if self._between(couple) else (left, right)

    def _give_lanes(self) -> dict[tuple[int, _Level], int]:
        """Return how far down each line under a row runs: those that would meet run apart."""
        found: dict[tuple[int, _Level], int] = {}
        for row in self._rows:
            taken: list[tuple[int, _Run]] = []
            for run in self._runs(row):
                lane = self._first_lane(run, taken)
                taken.append((lane, run))
                found[run.couple, run.level] = lane
        return found

    def _first_lane(self, run: _Run, taken: Sequence[tuple[int, _Run]]) -> int:
        """Return the highest lane that is free, and below every line of a couple for children."""
        meet = {
            lane
            for lane, one in taken
            if one.left <= run.right + _NEAR and run.left <= one.right + _NEAR
        }
        couples = [lane for lane, one in taken if one.level is _Level.COUPLE]
        first = max(couples, default=-1) + 1 if run.level is _Level.CHILDREN else 0
        return next(lane for lane in range(first, first + len(taken) + 1) if lane not in meet)

    def _lane_room(self, row: int) -> float:
        """Return the room that the lines under a row take."""
        here = {one.id for one in self._family.couples if self._spots[one.one].down == row}
        used = [lane for (couple, _), lane in self._lanes.items() if couple in here]
        return (max(used) + 1) * _LANE if used else 0.0

    def _give_heights(self) -> list[float]:
        """Return where each row begins."""
        tops, here = [], _EDGE - _ABOVE / 2
        for row in self._rows:
            tops.append(here)
            here += _ABOVE + SIGN + WORDS + self._lane_room(row)
        return tops

    def _lane_height(self, couple: Couple, level: _Level) -> float:
        _, down = self._at(couple.one)
        return down + SIGN / 2 + WORDS + self._lanes[couple.id, level] * _LANE + _LANE / 2

    def _couple(self, couple: Couple) -> Iterator[Stroke]:
        """Yield the line of two partners, how they stand, and the lines of their children."""
        line = self._around(couple) if self._between(couple) else self._straight(couple)
        left, right = line[len(line) // 2 - 1], line[len(line) // 2]
        across = (left[0], right[0], left[1])
        dash = "dash" if couple.tie is Tie.TOGETHER else ""
        yield Stroke(line, dash=dash)
        yield from _slashes(couple.tie, across)
        if couple.children:
            yield from self._descent(couple, ((across[0] + across[1]) / 2, across[2]))

    def _ends(self, couple: Couple) -> list[int]:
        """Return the two of a couple, the left one first."""
        return sorted((couple.one, couple.other), key=lambda one: self._spots[one].across)

    def _straight(self, couple: Couple) -> tuple[Point, ...]:
        """Return the line between two who stand beside each other."""
        (left, level), (right, _) = (self._at(one) for one in self._ends(couple))
        return ((left + SIGN / 2, level), (right - SIGN / 2, level))

    def _around(self, couple: Couple) -> tuple[Point, ...]:
        """Return the line that goes under those who stand between.

        Where several leave one sign at one side, each has a height and a way down of its own.
        """
        low = self._lane_height(couple, _Level.COUPLE)
        left, right = (
            self._leg(couple, one, side)
            for one, side in zip(self._ends(couple), (1, -1), strict=True)
        )
        return (
            left[0],
            left[1],
            (left[1][0], low),
            (right[1][0], low),
            right[1],
            right[0],
        )

    def _leg(self, couple: Couple, number: int, side: int) -> tuple[Point, Point]:
        """Return where a line leaves a sign at its right (1) or left (-1), and where it turns."""
        same = [
            one.id
            for one in self._family.couples_of(number)
            if self._between(one) and self._ends(one)[0 if side > 0 else 1] == number
        ]
        step = min(_STEP, (SIGN / 2 - 3) / len(same)) * (same.index(couple.id) + 1)
        across, down = self._at(number)
        edge = _half_width(self._family.person(number).sex, step)
        return (
            (across + side * edge, down + step),
            (across + side * (CELL / 2 - step - 1), down + step),
        )

    def _descent(self, couple: Couple, start: Point) -> Iterator[Stroke]:
        """Yield the line down from a couple, the one across, and one down to each child."""
        low = self._lane_height(couple, _Level.CHILDREN)
        yield Stroke((start, (start[0], low)))
        hung = list(self._hung(couple.children))
        places = [across for across, _ in hung]
        ends = (min(start[0], *places), max(start[0], *places))
        if ends[0] < ends[1]:
            yield Stroke(((ends[0], low), (ends[1], low)))
        for across, child in hung:
            to = self._at(child.person)
            dash = {Came.ADOPTED: "dash", Came.FOSTERED: "dot"}.get(child.came, "")
            yield Stroke(((across, low), (to[0], to[1] - SIGN / 2)), dash=dash)

    def _hung(self, children: Sequence[Child]) -> Iterator[tuple[float, Child]]:
        """Yield where each child's line leaves the line across: twins leave at one point."""
        births: list[list[Child]] = []
        for child in children:
            if child.twin and births:
                births[-1].append(child)
            else:
                births.append([child])
        for birth in births:
            places = [self._at(one.person)[0] for one in birth]
            middle = (places[0] + places[-1]) / 2
            yield from ((middle, one) for one in birth)


def _half_width(sex: Sex, below: float) -> float:
    """Return how far a sign reaches from its middle at a height below that."""
    half = SIGN / 2
    if sex is Sex.MAN:
        return half
    if sex is Sex.WOMAN:
        return math.sqrt(half * half - below * below)
    return half - below


def _slashes(tie: Tie, across: tuple[float, float, float]) -> Iterator[Stroke]:
    """Yield one stroke through the line of a couple that is separated, two where divorced."""
    left, right, level = across
    place = left + (right - left) * 0.28
    count = {Tie.SEPARATED: 1, Tie.DIVORCED: 2}.get(tie, 0)
    for number in range(count):
        middle = place + number * 6
        yield Stroke(((middle - 4, level + _SLASH), (middle + 4, level - _SLASH)))

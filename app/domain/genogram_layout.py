"""Where everybody stands in a genogram: a row for each generation, nobody upon anybody.

The same family gives the same places. Siblings stand in the order of their birth, but whoever has
a partner from another family stands at the end of them, beside the partner; children stand in the
row below their parents, near their middle.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.domain.genogram import Sex, groups

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.genogram import Couple, Genogram

APART: Final = 1.0
"""The least distance of two people in a row, between their middles."""
_ROUNDS: Final = 24
_DIGITS: Final = 4


@dataclass(frozen=True)
class Spot:
    """The middle of somebody's sign: `across` in widths of a person, `down` in generations."""

    across: float
    down: int


def lay_out(family: Genogram) -> dict[int, Spot]:
    """Return where each person stands; the leftmost at 0, the oldest generation at 0."""
    rows = _Rows(family)
    order = rows.order()
    across = _spread(family, order)
    top, left = min(order), min(across.values())
    return {
        number: Spot(round(across[number] - left, _DIGITS), depth - top)
        for depth, row in order.items()
        for number in row
    }


class _Rows:
    """Walks a family once and puts everybody into the row of their generation, left to right."""

    def __init__(self, family: Genogram) -> None:
        self._family = family
        self._rows: dict[int, list[int]] = {}
        self._walked: set[int] = set()
        self._outer: dict[int, int] = {}

    def order(self) -> Mapping[int, Sequence[int]]:
        """Return the people of each generation in their order; the client's is number 0."""
        for group in groups(self._family):
            start = self._family.index if self._family.index in group else min(group)
            self._family_of(start, 0)
        return dict(sorted(self._rows.items()))

    def _family_of(self, number: int, depth: int) -> None:
        """Place somebody amid their siblings, and their parents above."""
        parents = self._family.parents(number)
        if parents is None or parents.id in self._walked:
            self._with_partners(number, depth)
        else:
            self._couple(parents, depth, number)

    def _couple(self, couple: Couple, depth: int, number: int) -> None:
        """Place the parents, who bring their own families, left one first, then the children.

        `depth` is the generation of the children, `number` the child one came from.
        """
        self._walked.add(couple.id)
        left, right = self._sides(couple)
        self._outer |= {left: -1, right: 1}
        self._family_of(left, depth - 1)
        self._family_of(right, depth - 1)
        for child in self._row_of(couple, number):
            self._with_partners(child, depth)

    def _row_of(self, couple: Couple, number: int) -> list[int]:
        """Return the children from left to right: by birth, one with a partner beside them last.

        Whoever stands left of a partner stands right of the siblings, and the other way round, so
        that no sibling stands between the two. Twins go together.
        """
        outer = self._outer.get(number, 0)
        born: list[list[int]] = []
        for child in couple.children:
            if child.twin and born:
                born[-1].append(child.person)
            else:
                born.append([child.person])
        if outer:
            for birth in born:
                birth.sort(key=lambda one: (one == number) == (outer < 0))
            born.sort(key=lambda birth: (number in birth) == (outer < 0))
        return [one for birth in born for one in birth]

    def _with_partners(self, number: int, depth: int) -> None:
        """Place somebody between their partners, and below the children of each couple."""
        below = [one for one in self._family.couples_of(number) if one.id not in self._walked]
        self._walked |= {one.id for one in below}
        before = self._before(number, below)
        after = [one for one in below if one not in before]
        self._outer |= {one.beside(number): -1 for one in before}
        self._outer |= {one.beside(number): 1 for one in after}
        for one in before:
            self._family_of(one.beside(number), depth)
        self._rows.setdefault(depth, []).append(number)
        for one in after:
            self._family_of(one.beside(number), depth)
        for one in (*before, *after):
            for child in one.children:
                self._with_partners(child.person, depth + 1)

    def _before(self, number: int, below: list[Couple]) -> list[Couple]:
        """Return the couples whose partner stands left, the outermost first.

        Of two parents each has other partners at the outer side, so that nobody stands between.
        """
        outer = self._outer.get(number, 0)
        if outer:
            return below[::-1] if outer < 0 else []
        return [one for one in below if self._sides(one)[1] == number][:1]

    def _sides(self, couple: Couple) -> tuple[int, int]:
        """Return who stands left and who right: a man left of a woman, else as they were added."""
        one = self._family.person(couple.one)
        other = self._family.person(couple.other)
        turned = one.sex is Sex.WOMAN and other.sex is Sex.MAN
        return (other.id, one.id) if turned else (one.id, other.id)


def _spread(family: Genogram, order: Mapping[int, Sequence[int]]) -> dict[int, float]:
    """Return how far right everybody stands: near whom they belong to, never too near another."""
    across = {number: place * APART for row in order.values() for place, number in enumerate(row)}
    depths = list(order)
    for turn in range(_ROUNDS):
        for depth in depths if turn % 2 else reversed(depths):
            row = order[depth]
            wanted = [_wish(family, number, across) for number in row]
            across.update(zip(row, _apart(wanted), strict=True))
    return across


def _wish(family: Genogram, number: int, across: Mapping[int, float]) -> float:
    """Return where somebody would stand: as a child under the parents, as a parent over children.

    Those who belong together are moved by the same length, so that they stay beside each other.
    """
    here = across[number]
    wishes = []
    parents = family.parents(number)
    if parents is not None:
        wishes.append(
            here + _middle_of_parents(parents, across) - _middle_of_children(parents, across)
        )
        wishes += _beside_siblings(parents, number, across)
    for couple in family.couples_of(number):
        beside = across[couple.beside(number)]
        wishes.append(beside + (APART if here > beside else -APART))
        if couple.children:
            wishes.append(
                here + _middle_of_children(couple, across) - _middle_of_parents(couple, across)
            )
    return sum(wishes) / len(wishes) if wishes else here


def _beside_siblings(parents: Couple, number: int, across: Mapping[int, float]) -> list[float]:
    """Return where a child would stand to be next to the siblings at the left and at the right."""
    order = sorted((one.person for one in parents.children), key=across.__getitem__)
    at = order.index(number)
    return [
        *([across[order[at - 1]] + APART] if at else []),
        *([across[order[at + 1]] - APART] if at + 1 < len(order) else []),
    ]


def _middle_of_parents(couple: Couple, across: Mapping[int, float]) -> float:
    return (across[couple.one] + across[couple.other]) / 2


def _middle_of_children(couple: Couple, across: Mapping[int, float]) -> float:
    places = [across[one.person] for one in couple.children]
    return (min(places) + max(places)) / 2


def _apart(wanted: Sequence[float]) -> list[float]:
    """Return the places nearest to those wanted, in their order, each `APART` from the next.

    Pool-adjacent-violators: what would stand too near is put together around its common middle.
    """
    pools: list[tuple[float, int]] = []  # sum of the wishes less their due distance, how many
    for place, wish in enumerate(wanted):
        total, count = wish - place * APART, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            before, many = pools.pop()
            total, count = total + before, count + many
        pools.append((total, count))
    found = [total / count for total, count in pools for _ in range(count)]
    return [base + place * APART for place, base in enumerate(found)]

"""Which answers of one file are likely of one person, so that they do not become two cases (062).

Two people may share a telephone, as a mother and her son do, and two may share a name: of such
answers it is only said. Name and number, or name and day of birth, are taken for one person.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from app.domain.age import born
from app.domain.near import digits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from app.domain.client import Profile

_ALONE: Final = 2  # what is told by one word: its kind and the word


@dataclass(frozen=True)
class Beside:
    """The first row before an answer that may be of the same person; `sure` where much agrees."""

    row: int = 0
    sure: bool = False


@dataclass
class Seen:
    """The people of the rows that were read, each under what tells them."""

    _rows: dict[tuple[str, ...], tuple[int, Profile]] = field(default_factory=dict, repr=False)

    def meet(self, who: Profile, row: int) -> Beside:
        """Return whom the answer of a row is likely of, and keep it for the rows that follow.

        The first row with the same words counts. What contradicts it makes it unsure: another day
        of birth, another number.
        """
        marks = list(_marks(who))
        found = [(self._rows[mark], len(mark) > _ALONE) for mark in marks if mark in self._rows]
        for mark in marks:
            self._rows.setdefault(mark, (row, who))
        sure = [at for (at, other), much in found if much and not _differ(who, other)]
        if sure:
            return Beside(min(sure), sure=True)
        return Beside(min((at for (at, _), _ in found), default=0))


def folded(name: str) -> str:
    """Return a name as two are compared: without the size of letters and the width of gaps."""
    return " ".join(name.casefold().split())


def _marks(who: Profile) -> Iterator[tuple[str, ...]]:
    """Yield what tells somebody: a name or a number alone, or a name with something else."""
    given = _given(who)
    name = folded(who.name)
    if name:
        yield ("name", name)
        for kind, word in given.items():
            yield ("name", name, kind, word)
    if "phone" in given:
        yield ("phone", given["phone"])


def _given(who: Profile) -> Mapping[str, str]:
    """Return the number and the day of birth of somebody, where they are given."""
    day = born(who.birth_date)
    both = {"phone": digits(who.phone), "birth": day.isoformat() if day else ""}
    return {kind: word for kind, word in both.items() if word}


def _differ(one: Profile, other: Profile) -> bool:
    """Return whether two gave different words for the same thing."""
    mine, theirs = _given(one), _given(other)
    return any(theirs.get(kind, word) != word for kind, word in mine.items())

"""What somebody in a genogram is to the client: a path of steps, for others to put into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.domain.genogram import Genogram, Sex


@dataclass(frozen=True)
class Kin:
    """The way from the client to somebody, a letter a step.

    `p` a parent, `s` a partner, `c` a child, `b` a sibling, `h` a child of one parent alone. `via`
    is the sex of whom the first step led to. `elder`: of siblings, whether born before the one
    they are siblings of.
    """

    path: str
    via: Sex | None = None
    elder: bool = False


def kinship(family: Genogram) -> dict[int, Kin]:
    """Return what each person is to the client, by the shortest way."""
    found = {family.index: Kin("")}
    waiting = [family.index]
    while waiting:
        at = waiting.pop(0)
        here = found[at]
        for step, number, elder in _steps(family, at):
            if number in found:
                continue
            via = here.via or family.person(number).sex
            found[number] = Kin(here.path + step, via, elder)
            waiting.append(number)
    return found


def _steps(family: Genogram, at: int) -> Iterator[tuple[str, int, bool]]:
    """Yield who is one step from somebody: parents, siblings, partners, children."""
    parents = family.parents(at)
    if parents is not None:
        yield from (("p", number, False) for number in (parents.one, parents.other))
        order = [one.person for one in parents.children]
        yield from (("b", number, place < order.index(at)) for place, number in enumerate(order))
        for parent in (parents.one, parents.other):
            for couple in family.couples_of(parent):
                yield from (("h", one.person, False) for one in couple.children)
    for couple in family.couples_of(at):
        yield "s", couple.beside(at), False
    for couple in family.couples_of(at):
        yield from (("c", one.person, False) for one in couple.children)

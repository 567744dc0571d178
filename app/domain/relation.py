"""What is written down where counselor and client know each other already (clauses 005, 032)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from app.domain.rule import Book, Step


@dataclass(frozen=True)
class RelationCheck:
    """Which bond there is, what it may do to the work, and what was decided about it."""

    bond: str = field(default="", repr=False)
    weighed: str = field(default="", repr=False)
    decided: str = field(default="", repr=False)


RELATION: Final[Book[RelationCheck]] = Book("relation")
"""What the weighing of another relation lacks before it stands in the file."""


@RELATION.rule("005", "032", step=Step.INTAKE)
def bond(made: RelationCheck) -> bool:
    """Whether it is not said how the two know each other."""
    return not made.bond.strip()


@RELATION.rule("005", "032", step=Step.INTAKE)
def weighed(made: RelationCheck) -> bool:
    """Whether it is not said what that may do to the work."""
    return not made.weighed.strip()


@RELATION.rule("005", "032", step=Step.INTAKE)
def decided(made: RelationCheck) -> bool:
    """Whether it is not said what was decided."""
    return not made.decided.strip()

"""The rules of a practice: each a function of its own that bears its clauses.

A book holds the rules about one thing, such as the signing of a session note. What is not as the
guidance asks is the rule itself: it knows its clauses and where it is put right, and the screen has
a sentence for its name. So every rule can be taken out alone, and a test must notice.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

F = TypeVar("F")


class Step(Enum):
    """Where something is put right; the screen leads there."""

    CONSENT = "consent"
    GROUP = "group"
    PROFILE = "profile"
    INTAKE = "intake"
    SCREEN = "screen"
    SHEET = "sheet"
    NOTE = "note"
    PRACTICE = "practice"
    APPOINTMENT = "appointment"
    COURSE = "course"
    TECH = "tech"
    RISK = "risk"
    SAFETY = "safety"
    CRISIS = "crisis"
    DISCLOSURE = "disclosure"
    ETHICS = "ethics"
    REFERRAL = "referral"
    ENDING = "ending"
    FOLLOW = "follow-up"
    KEEPING = "keeping"
    HOLD = "legal hold"
    REQUEST = "client request"
    DESTRUCTION = "destruction"


@dataclass(frozen=True)
class Rule(Generic[F]):
    """One rule: `broken` says of the facts whether they are not as the clauses ask.

    `name` is that of its book and of its function, with a dot between.
    """

    name: str
    clauses: tuple[str, ...]
    step: Step
    broken: Callable[[F], bool]


_CLAUSES: Final[dict[str, tuple[str, ...]]] = {}


def clauses_of(names: Iterable[str]) -> tuple[str, ...]:
    """Return the clauses that rules bear, by the names of the rules, each clause once."""
    return tuple(dict.fromkeys(one for name in names for one in _CLAUSES[name]))


class Book(Generic[F]):
    """The rules about one thing, in the order in which they are shown."""

    def __init__(self, name: str) -> None:
        self.name: Final = name
        self.rules: dict[str, Rule[F]] = {}

    def rule(self, *clauses: str, step: Step) -> Callable[[Callable[[F], bool]], Rule[F]]:
        """Return a decorator that puts a function into the book as a rule of these clauses."""

        def put(broken: Callable[[F], bool]) -> Rule[F]:
            made = Rule(f"{self.name}.{broken.__name__}", clauses, step, broken)
            self.rules[made.name] = made
            _CLAUSES[made.name] = clauses
            return made

        return put

    def broken(self, facts: F) -> tuple[Rule[F], ...]:
        """Return the rules that the facts do not meet, in their order."""
        return tuple(one for one in self.rules.values() if one.broken(facts))

    def lacks(self, facts: F) -> tuple[str, ...]:
        """Return the names of the rules that the facts do not meet, in their order."""
        return tuple(one.name for one in self.broken(facts))

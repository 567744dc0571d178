"""Asking how somebody fares after the work has ended, or after a referral (随访).

A plan has its days; a newer one takes its place. What was found when one asked is final, and is of
the planned day that it names. Nobody is asked who does not want to be (clause 126).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from app.domain.blank import is_blank
from app.domain.entry import EntryKind
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.domain.entry import CaseEntry

MOST_DAYS: Final = 12
"""How many days a plan has at most."""


class Reached(Enum):
    """Whether the client was reached."""

    YES = "yes"
    NO = "no"
    DECLINED = "declined"


@dataclass(frozen=True)
class FollowPlan:
    """On which ISO days one asks, and how; `declined` is what the client wants instead."""

    days: tuple[str, ...] = ()
    way: str = field(default="", repr=False)
    declined: bool = False


@dataclass(frozen=True)
class FollowUp:
    """What was found: `on` is the day, `due` the planned day it is of, "" where it is of none.

    `onward` is what follows from it: nothing, a new appointment, a referral.
    """

    due: str = ""
    on: str = ""
    way: str = field(default="", repr=False)
    reached: Reached | None = None
    found: str = field(default="", repr=False)
    onward: str = field(default="", repr=False)


FOLLOW_PLAN: Final[Book[FollowPlan]] = Book("follow_plan")
"""What a plan lacks before it stands in the file."""
FOLLOW_UP: Final[Book[FollowUp]] = Book("follow_up")
"""What is missing of what was found."""
FOLLOW_CARE: Final[Book[tuple[tuple[str, ...], date]]] = Book("follow_care")
"""What is reminded of, by the planned days that are open and today."""


def follow_plan_of(raw: Mapping[str, Any]) -> FollowPlan:
    """Return the plan that an entry holds, or that is begun."""
    days = tuple(str(one) for one in raw.get("days", ()))
    return FollowPlan(days, str(raw.get("way", "")), bool(raw.get("declined", False)))


def follow_up_of(raw: Mapping[str, Any]) -> FollowUp:
    """Return what an entry holds, or what is begun."""
    reached = raw.get("reached")
    plain = ("due", "on", "way", "found", "onward")
    return FollowUp(
        reached=Reached(reached) if reached else None,
        **{name: str(raw.get(name, "")) for name in plain},
    )


@FOLLOW_PLAN.rule("126", step=Step.FOLLOW)
def days(plan: FollowPlan) -> bool:
    """Whether there is no day, and the client has not declined."""
    return not plan.days and not plan.declined


@FOLLOW_PLAN.rule("126", step=Step.FOLLOW)
def wish(plan: FollowPlan) -> bool:
    """Whether somebody is to be asked who does not want to be."""
    return bool(plan.days) and plan.declined


@FOLLOW_PLAN.rule("126", step=Step.FOLLOW)
def way(plan: FollowPlan) -> bool:
    """Whether it is not agreed on how one asks."""
    return bool(plan.days) and is_blank(plan.way)


@FOLLOW_UP.rule("126", step=Step.FOLLOW)
def on(made: FollowUp) -> bool:
    """Whether it is not known when it was."""
    return not made.on


@FOLLOW_UP.rule("126", step=Step.FOLLOW)
def reached(made: FollowUp) -> bool:
    """Whether it is open if the client was reached."""
    return made.reached is None


@FOLLOW_UP.rule("126", step=Step.FOLLOW)
def found(made: FollowUp) -> bool:
    """Whether the client was reached, and nobody says how they fare."""
    return made.reached is Reached.YES and is_blank(made.found)


def open_days(entries: Iterable[CaseEntry]) -> tuple[str, ...]:
    """Return the planned days that nobody has asked on, the first one first.

    Entries come in the order they were made. A client who declines is not asked again.
    """
    left: tuple[str, ...] = ()
    for one in entries:
        if one.kind is EntryKind.FOLLOW_PLAN:
            left = tuple(sorted(set(follow_plan_of(one.value).days)))
        elif one.kind is EntryKind.FOLLOW_UP:
            made = follow_up_of(one.value)
            left = () if made.reached is Reached.DECLINED else _without(left, made.due)
    return left


def _without(days_left: tuple[str, ...], due: str) -> tuple[str, ...]:
    return tuple(one for one in days_left if one != due)


@FOLLOW_CARE.rule("126", step=Step.FOLLOW)
def ask(facts: tuple[tuple[str, ...], date]) -> bool:
    """Whether a planned day has come, and nobody has asked."""
    left, today = facts
    return any(date.fromisoformat(one) <= today for one in left)

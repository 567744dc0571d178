"""A safety plan in six steps, written together: what to do when it gets bad, one after the other.

The steps are those of Stanley and Brown (2012), in our own words. It is no promise not to die: it
says what can be done. Each version stays as it was; the client's copy is printed from one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from app.domain.blank import is_blank
from app.domain.rule import Book, Step
from app.domain.sheet import Sheet, SheetPart

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.crisis_text import CrisisText

STEPS: Final = ("signs", "coping", "distraction", "people", "professionals", "surroundings")
"""The six steps in their order: the names of their fields, and of their words on paper."""


@dataclass(frozen=True)
class SafetyPlan:
    """The six steps, each in the client's words."""

    signs: str = field(default="", repr=False)
    coping: str = field(default="", repr=False)
    distraction: str = field(default="", repr=False)
    people: str = field(default="", repr=False)
    professionals: str = field(default="", repr=False)
    surroundings: str = field(default="", repr=False)

    def lines(self) -> tuple[tuple[str, str], ...]:
        """Return the steps in their order, each with its name."""
        return tuple((name, getattr(self, name)) for name in STEPS)


PLAN: Final[Book[SafetyPlan]] = Book("safety")
"""What a safety plan lacks before it can stand in the file, or be given to the client."""


def plan_of(raw: Mapping[str, Any]) -> SafetyPlan:
    """Return the plan that an entry holds, or that is begun; what is missing is empty."""
    return SafetyPlan(**{name: str(raw.get(name, "")) for name in STEPS})


@PLAN.rule("124", step=Step.SAFETY)
def signs(plan: SafetyPlan) -> bool:
    """Whether nobody can tell by what it is noticed."""
    return is_blank(plan.signs)


@PLAN.rule("124", step=Step.SAFETY)
def coping(plan: SafetyPlan) -> bool:
    """Whether there is nothing that the client can do alone."""
    return is_blank(plan.coping)


@PLAN.rule("124", step=Step.SAFETY)
def distraction(plan: SafetyPlan) -> bool:
    """Whether no people and places are named that distract."""
    return is_blank(plan.distraction)


@PLAN.rule("124", step=Step.SAFETY)
def people(plan: SafetyPlan) -> bool:
    """Whether nobody is named who can be asked for help."""
    return is_blank(plan.people)


@PLAN.rule("124", step=Step.SAFETY)
def professionals(plan: SafetyPlan) -> bool:
    """Whether no professional and no agency is named."""
    return is_blank(plan.professionals)


@PLAN.rule("124", step=Step.SAFETY)
def surroundings(plan: SafetyPlan) -> bool:
    """Whether it is open how the surroundings become safer."""
    return is_blank(plan.surroundings)


def client_copy(
    plan: SafetyPlan,
    text: CrisisText,
    version: tuple[int, str],
    reach: str,
    *,
    abroad: bool = False,
) -> Sheet:
    """Return the client's copy, in large print.

    It bears neither name nor code: what lies on a table tells nobody whose it is. `version` is the
    number of the plan and its day, `reach` how to reach the counselor. Who is `abroad` finds lines
    for the local numbers before those of the mainland, which may not be reached from there.
    """
    words = text.words
    number, day = version
    parts = [SheetPart(words[name], lines=tuple(said.splitlines())) for name, said in plan.lines()]
    there = words["plan_abroad"].splitlines() if abroad else []
    now = [*there, words["plan_now_about"]]
    if not is_blank(reach):
        now.append(words["plan_reach"].format(reach))
    return Sheet(
        words["plan"],
        words["plan_about"],
        (*parts, SheetPart(words["plan_now"], lines=tuple(now))),
        words["plan_version"].format(number, day),
        text.language,
        large=True,
    )

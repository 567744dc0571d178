"""An assessment of danger (风险评估): four questions, what protects, a level, and what it rests on.

A level has consequences: high asks for the next contact within a day (clauses 072, 121, 124).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from app.domain.blank import is_blank
from app.domain.risk import RiskLevel
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Mapping

WITHIN: Final = timedelta(hours=24)
"""How soon there must be a contact after a high risk (clause 124)."""


class Sign(Enum):
    """What was found of one of the four: it is there, it is not, or that is not clear yet."""

    NO = "no"
    UNCLEAR = "unclear"
    YES = "yes"


@dataclass(frozen=True)
class RiskAssessment:
    """What was found, and the level with what it rests on.

    `ideation`, `plan`, `means` and `intent` are of harming oneself or somebody else; `protective`
    is what speaks against it (无 is an answer). `next_contact` is aware, None where none is
    arranged; `consulted` says with whom it was talked over.
    """

    ideation: Sign | None = None
    plan: Sign | None = None
    means: Sign | None = None
    intent: Sign | None = None
    protective: str = field(default="", repr=False)
    level: RiskLevel | None = None
    basis: str = field(default="", repr=False)
    next_contact: datetime | None = None
    consulted: str = field(default="", repr=False)

    def signs(self) -> tuple[Sign | None, ...]:
        """Return the answers to the four questions, in their order."""
        return (self.ideation, self.plan, self.means, self.intent)


@dataclass(frozen=True)
class Assessed:
    """An assessment as it is made `now`."""

    risk: RiskAssessment = field(repr=False)
    now: datetime


RISK: Final[Book[Assessed]] = Book("risk")
"""What an assessment lacks before it can stand in the file."""
RISK_CARE: Final[Book[RiskAssessment]] = Book("risk_care")
"""What is to be looked at in an assessment; it stops nothing."""


def risk_of(raw: Mapping[str, Any]) -> RiskAssessment:
    """Return the assessment that an entry holds."""
    signs = {
        name: Sign(raw[name]) if raw[name] else None
        for name in ("ideation", "plan", "means", "intent")
    }
    at = raw["next_contact"]
    return RiskAssessment(
        **signs,
        protective=raw["protective"],
        level=RiskLevel(raw["level"]) if raw["level"] else None,
        basis=raw["basis"],
        next_contact=datetime.fromisoformat(at) if at else None,
        consulted=raw["consulted"],
    )


@RISK.rule("121", "124", step=Step.RISK)
def ideation(one: Assessed) -> bool:
    """Whether it is open if there are thoughts of death or harm."""
    return one.risk.ideation is None


@RISK.rule("121", "124", step=Step.RISK)
def plan(one: Assessed) -> bool:
    """Whether it is open if there is a plan."""
    return one.risk.plan is None


@RISK.rule("121", "124", step=Step.RISK)
def means(one: Assessed) -> bool:
    """Whether it is open if the means are at hand."""
    return one.risk.means is None


@RISK.rule("121", "124", step=Step.RISK)
def intent(one: Assessed) -> bool:
    """Whether it is open if it is meant to be done."""
    return one.risk.intent is None


@RISK.rule("124", step=Step.RISK)
def protective(one: Assessed) -> bool:
    """Whether nothing is said of what protects; 无 is an answer."""
    return is_blank(one.risk.protective)


@RISK.rule("121", "124", step=Step.RISK)
def level(one: Assessed) -> bool:
    """Whether there is no level."""
    return one.risk.level is None


@RISK.rule("124", step=Step.RISK)
def basis(one: Assessed) -> bool:
    """Whether the level rests on nothing."""
    return is_blank(one.risk.basis)


@RISK.rule("072", "124", step=Step.RISK)
def next_contact(one: Assessed) -> bool:
    """Whether the risk is high and no next contact is arranged."""
    return one.risk.level is RiskLevel.HIGH and one.risk.next_contact is None


@RISK.rule("124", step=Step.RISK)
def within_a_day(one: Assessed) -> bool:
    """Whether the risk is high and the next contact further away than a day."""
    at = one.risk.next_contact
    return one.risk.level is RiskLevel.HIGH and at is not None and at - one.now > WITHIN


@RISK.rule("072", step=Step.RISK)
def still_to_come(one: Assessed) -> bool:
    """Whether the next contact lies behind her."""
    return one.risk.next_contact is not None and one.risk.next_contact <= one.now


@RISK_CARE.rule("124", step=Step.RISK)
def low_with_a_plan(risk: RiskAssessment) -> bool:
    """Whether a plan or an intent is called a low risk."""
    meant = Sign.YES in {risk.plan, risk.intent}
    return risk.level is RiskLevel.LOW and meant


@RISK_CARE.rule("124", step=Step.RISK)
def low_and_unclear(risk: RiskAssessment) -> bool:
    """Whether the risk is called low while something is not clear."""
    return risk.level is RiskLevel.LOW and Sign.UNCLEAR in risk.signs()

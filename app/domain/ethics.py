"""An ethical decision (伦理决策记录): what is known, whom it touches, what was weighed, and why.

Where the duty is unclear the decision is made with care and with others, and can be followed later
(clause 161).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from app.domain.blank import is_blank
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Mapping

PARTS: Final = ("facts", "people", "clauses", "options", "consulted", "decision", "review")
"""The parts in their order: 事实, 相关人, 条款, 选项, 咨询谁, 决定, 复核."""


@dataclass(frozen=True)
class EthicalDecision:
    """Each part in the counselor's words; `review` says when and how it is looked at again."""

    facts: str = field(default="", repr=False)
    people: str = field(default="", repr=False)
    clauses: str = field(default="", repr=False)
    options: str = field(default="", repr=False)
    consulted: str = field(default="", repr=False)
    decision: str = field(default="", repr=False)
    review: str = field(default="", repr=False)

    def lines(self) -> tuple[tuple[str, str], ...]:
        """Return the parts in their order, each with its name."""
        return tuple((name, getattr(self, name)) for name in PARTS)


ETHICS: Final[Book[EthicalDecision]] = Book("ethics")
"""What a record of an ethical decision lacks."""


def ethics_of(raw: Mapping[str, Any]) -> EthicalDecision:
    """Return the decision that an entry holds, or that is begun; what is missing is empty."""
    return EthicalDecision(**{name: str(raw.get(name, "")) for name in PARTS})


@ETHICS.rule("161", step=Step.ETHICS)
def facts(made: EthicalDecision) -> bool:
    """Whether it is not said what is known."""
    return is_blank(made.facts)


@ETHICS.rule("161", step=Step.ETHICS)
def people(made: EthicalDecision) -> bool:
    """Whether it is not said whom it touches."""
    return is_blank(made.people)


@ETHICS.rule("161", step=Step.ETHICS)
def clauses(made: EthicalDecision) -> bool:
    """Whether no clause and no law was looked at."""
    return is_blank(made.clauses)


@ETHICS.rule("161", step=Step.ETHICS)
def options(made: EthicalDecision) -> bool:
    """Whether nothing was weighed."""
    return is_blank(made.options)


@ETHICS.rule("161", step=Step.ETHICS)
def consulted(made: EthicalDecision) -> bool:
    """Whether it is not said who was asked and when; 无 is an answer."""
    return is_blank(made.consulted)


@ETHICS.rule("161", step=Step.ETHICS)
def decision(made: EthicalDecision) -> bool:
    """Whether nothing was decided."""
    return is_blank(made.decision)

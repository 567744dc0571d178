"""The case report for supervision (个案报告): sixteen sections, and the papers made of them.

Each save is a version of its own and final, so that it can be told later what was brought. A
supervisor complained of twenty sessions read aloud: the short papers begin with the questions and
the formulation.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from app.domain.as_json import known_in
from app.domain.blank import is_blank

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

SECTIONS: Final = (
    *("setting", "client", "source", "complaint", "impression", "growth", "family", "history"),
    *("assessment", "formulation", "goals", "process", "relationship", "ethics", "questions"),
    "feedback",
)
"""The keys of the sections in the order of the report."""


class Paper(Enum):
    """What is made for supervision; the values are the keys of the titles."""

    NOTES = "notes"
    REPORT = "report"
    BRIEF = "brief"
    HANDOUT = "handout"


HOLDS: Final[dict[Paper, tuple[str, ...]]] = {
    Paper.NOTES: (),
    Paper.REPORT: SECTIONS,
    Paper.BRIEF: ("questions", "formulation", "client", "complaint", "assessment", "goals"),
    Paper.HANDOUT: ("client", "complaint", "assessment", "formulation", "process", "questions"),
}
"""Which sections each paper holds, in its order; one of notes holds none."""

_LIFE: Final = frozenset({"growth", "family", "process"})


@dataclass(frozen=True)
class CaseReport:
    """One version: what is written in each section that holds words, by key."""

    texts: Mapping[str, str] = field(default_factory=dict, repr=False)
    language: str = "zh"


def is_empty(made: CaseReport) -> bool:
    """Return whether nothing is written at all."""
    return all(is_blank(text) for text in made.texts.values())


def report_of(raw: Mapping[str, Any]) -> CaseReport:
    """Return the report that an entry holds; keys that are not known are ignored."""
    return CaseReport(**known_in(raw, CaseReport))


def report_words(made: CaseReport) -> str:
    """Return every word of a report in the order of its sections."""
    return "\n".join(made.texts[key] for key in SECTIONS if made.texts.get(key, "").strip())


def is_complete(sections: Collection[str]) -> bool:
    """Return whether sections tell a whole life with the whole work: the complete case (115)."""
    return _LIFE.issubset(sections)

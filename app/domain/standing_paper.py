"""The paper on supervision, records and emergencies of somebody who works alone (clause 058).

What an institution settles by its staff, she settles by naming people: who supervises her, and who
is called when. What is empty is never printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.blank import is_blank
from app.domain.rule import Book, Step
from app.domain.sheet import Sheet, SheetPart

if TYPE_CHECKING:
    from app.domain.practice_paper import PaperText, ServiceFacts

STANDING_PAPER: Final = "standing"
_ROWS: Final = (
    "practice",
    "affiliation",
    "counselor",
    "code",
    "supervisor",
    "supervisor_contact",
    "escalation",
)
STANDING: Final[Book[ServiceFacts]] = Book("standing")
"""What the paper on supervision, records and emergencies lacks before it can be printed."""


@STANDING.rule("058", step=Step.PRACTICE)
def supervisor(facts: ServiceFacts) -> bool:
    """Whether nobody is named who supervises her."""
    return is_blank(facts.profile.supervisor)


@STANDING.rule("058", step=Step.PRACTICE)
def supervisor_contact(facts: ServiceFacts) -> bool:
    """Whether it is not said how to reach that person."""
    return is_blank(facts.profile.supervisor_contact)


@STANDING.rule("058", step=Step.PRACTICE)
def escalation(facts: ServiceFacts) -> bool:
    """Whether it is not said who is called first in an emergency, and when."""
    return is_blank(facts.profile.escalation)


def standing_sheet(text: PaperText, facts: ServiceFacts) -> Sheet:
    """Return the paper; of a hotline it bears her number and not her name (005)."""
    about = facts.profile
    words = {
        "practice": facts.practice.name,
        "affiliation": about.affiliation,
        "counselor": "" if facts.hotline else facts.practice.counselor,
        "code": about.code if facts.hotline else "",
        "supervisor": about.supervisor,
        "supervisor_contact": about.supervisor_contact,
        "escalation": about.escalation,
    }
    rows = tuple((text.labels[key], words[key]) for key in _ROWS if not is_blank(words[key]))
    parts = (SheetPart(heading, lines=lines) for heading, lines in text.parts)
    return Sheet(
        text.title, text.subtitle, (SheetPart(rows=rows), *parts), text.edition, text.language
    )

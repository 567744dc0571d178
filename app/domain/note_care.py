"""What is worth a word while a note is written, and stops nothing (clause 137).

A counselor neither diagnoses nor advises on medication; what is beyond her she refers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from app.domain.rule import Book, Step
from app.domain.scope_words import DIAGNOSIS, MEDICINE, ScopeWords, own_words

if TYPE_CHECKING:
    from app.domain.note import NoteBody
    from app.domain.session_sheet import SessionSheet

CLIENTS: Final = frozenset({"complaint", "subjective"})
"""The keys of the sections that are written in the client's words."""


@dataclass(frozen=True)
class CareFacts:
    """What the counselor wrote in her own words, and the words that are looked for in it."""

    texts: tuple[str, ...] = field(repr=False)
    words: tuple[ScopeWords, ...] = field(repr=False)

    def said(self, name: str) -> str:
        """Return the phrase by which a rule of this book is not met, or nothing."""
        return own_words(self.texts, _KINDS[name], self.words)


NOTE_CARE: Final[Book[CareFacts]] = Book("care")
"""What is worth a word while a note is written."""
_KINDS: Final = {"care.diagnosis": DIAGNOSIS, "care.medicine": MEDICINE}


@NOTE_CARE.rule("137", step=Step.NOTE)
def diagnosis(facts: CareFacts) -> bool:
    """Say whether she writes a diagnosis of her own."""
    return bool(facts.said("care.diagnosis"))


@NOTE_CARE.rule("137", step=Step.NOTE)
def medicine(facts: CareFacts) -> bool:
    """Say whether she advises on medication."""
    return bool(facts.said("care.medicine"))


def care_facts(
    body: NoteBody, sheet: SessionSheet | None, words: tuple[ScopeWords, ...]
) -> CareFacts:
    """Return what is looked at of a note and its sheet: what is not in the client's words."""
    texts = [part.text for part in body.parts if part.key not in CLIENTS]
    answers = (sheet.danger, sheet.work, sheet.referral) if sheet is not None else ()
    return CareFacts((*texts, *answers), words)

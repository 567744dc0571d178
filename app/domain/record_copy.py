"""A copy of the record that leaves the vault with names in it: to whom, for what, on what ground.

What is not de-identified leaves only by the client's own wish or written consent, or because a
document of the law demands it; nothing is chosen beforehand, and what was given is on record.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from app.domain.blank import is_blank
from app.domain.ids import NoteId
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Mapping


class Ground(Enum):
    """On what ground a copy is given."""

    CLIENT = "client"
    CONSENT = "consent"
    LAW = "law"
    ARCHIVE = "archive"


@dataclass(frozen=True)
class RecordCopy:
    """What is given, and why: signed notes, each with how many amendments it had by then.

    `reference` is the number of the document that demands it (clause 146). With `technical` the
    technical sheets of the case go with the notes (clause 051), with `earlier` the notes from
    before the program.
    """

    notes: tuple[tuple[NoteId, int], ...] = ()
    ground: Ground | None = None
    recipient: str = field(default="", repr=False)
    purpose: str = field(default="", repr=False)
    reference: str = field(default="", repr=False)
    technical: bool = False
    earlier: bool = False


@dataclass(frozen=True)
class CopyFacts:
    """A copy that is to be given; `released`: a consent to disclosure is in force."""

    copy: RecordCopy
    released: bool = False

    def to_others(self) -> bool:
        """Return whether it goes to somebody else than the client and the counselor herself."""
        return self.copy.ground in {Ground.CONSENT, Ground.LAW}


RECORD_COPY: Final[Book[CopyFacts]] = Book("copy")
"""What a copy of the record lacks before it can be given."""


@RECORD_COPY.rule("151", step=Step.NOTE)
def chosen(facts: CopyFacts) -> bool:
    """Whether no note was chosen: nothing is given that was not."""
    return not (facts.copy.notes or facts.copy.earlier)


@RECORD_COPY.rule("013", "143", step=Step.NOTE)
def ground(facts: CopyFacts) -> bool:
    """Whether it is not known on what ground it is given."""
    return facts.copy.ground is None


@RECORD_COPY.rule("143", "145", step=Step.CONSENT)
def released(facts: CopyFacts) -> bool:
    """Whether it goes to others by the client's consent, and none to disclosure is in force."""
    return facts.copy.ground is Ground.CONSENT and not facts.released


@RECORD_COPY.rule("146", step=Step.NOTE)
def reference(facts: CopyFacts) -> bool:
    """Whether the law is said to demand it, and no document is named."""
    return facts.copy.ground is Ground.LAW and is_blank(facts.copy.reference)


@RECORD_COPY.rule("013", step=Step.NOTE)
def recipient(facts: CopyFacts) -> bool:
    """Whether it goes to others, and nobody says to whom."""
    return facts.to_others() and is_blank(facts.copy.recipient)


@RECORD_COPY.rule("013", step=Step.NOTE)
def purpose(facts: CopyFacts) -> bool:
    """Whether it goes to others, and nobody says what for."""
    return facts.to_others() and is_blank(facts.copy.purpose)


def copy_of(raw: Mapping[str, Any]) -> RecordCopy:
    """Return the copy that an entry holds."""
    return RecordCopy(
        tuple((NoteId(note), count) for note, count in raw["notes"]),
        Ground(raw["ground"]) if raw["ground"] else None,
        raw["recipient"],
        raw["purpose"],
        raw["reference"],
        bool(raw.get("technical")),
        bool(raw.get("earlier")),
    )

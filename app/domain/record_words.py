"""The words of the record beside the notes, as a search reads them: each in its order."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.domain.formulation import Formulation
    from app.domain.genogram import Genogram
    from app.domain.session_sheet import SessionSheet


class RecordPart(Enum):
    """What of the record is not a note and holds words of its own."""

    SHEET = "sheet"
    FORMULATION = "formulation"
    GENOGRAM = "genogram"
    IMPORTED = "imported note"


_SHEET: Final = (
    *("mood", "problem", "complaint", "danger", "work", "referral"),
    *("third_person_who", "identity_how", "channel", "handling", "remedy", "absence"),
)


def sheet_words(sheet: SessionSheet) -> str:
    """Return what was written on the sheet of a session, and who came and who did not."""
    words = (*(getattr(sheet, name) for name in _SHEET), *sheet.came, *sheet.absent)
    return _lines(*words)


def formulation_words(made: Formulation) -> str:
    """Return what stands in the sections of a formulation."""
    return _lines(*made.texts().values())


def genogram_words(family: Genogram) -> str:
    """Return the names in a genogram, and what is noted of its people."""
    return _lines(*(word for one in family.people for word in (one.name, one.note)))


def _lines(*words: str) -> str:
    return "\n".join(one for one in words if one.strip())

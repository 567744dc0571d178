"""What the form of a session's sheet knows of the session, its note and its people."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.domain.sheet_answers import gaps, has_section

if TYPE_CHECKING:
    from app.domain.note import NoteBody
    from app.domain.session import Session
    from app.domain.session_sheet import SessionSheet
    from app.domain.sheet_catalogue import SheetCatalogue
    from app.services.sheets import SheetPage


@dataclass(frozen=True)
class SheetFacts:
    """What the form knows: the session, the words of its note, the sheet, and what to choose."""

    session: Session
    body: NoteBody = field(repr=False)
    page: SheetPage = field(repr=False)
    catalogue: SheetCatalogue = field(repr=False)

    def missing(self, sheet: SessionSheet) -> tuple[str, ...]:
        """Return the fields that a signature waits for, but for those that the note asks."""
        found = gaps(self.session.mode, self.body, sheet, self.page.people)
        return tuple(name for name in found if not has_section(self.body, name))

    def asked(self, name: str) -> bool:
        """Return whether the form asks for what the note may ask, or holds it already."""
        return not has_section(self.body, name) or bool(getattr(self.page.sheet, name))

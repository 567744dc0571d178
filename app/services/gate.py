"""What stands between a session note and its signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.errors import SessionNotFormal
from app.domain.gate import GATE, GateFacts
from app.services import sheets

if TYPE_CHECKING:
    from app.domain.ids import NoteId
    from app.domain.rule import Rule
    from app.ports import OpenVault


def missing(vault: OpenVault, note_id: NoteId) -> tuple[Rule[GateFacts], ...]:
    """Return the rules that a note does not meet yet, in the order of the book (clause 030)."""
    return GATE.broken(facts(vault, note_id))


def check(vault: OpenVault, note_id: NoteId) -> None:
    """Raise `SessionNotFormal` while anything is missing (clause 030)."""
    found = missing(vault, note_id)
    if found:
        raise SessionNotFormal(tuple(one.name for one in found))


def facts(vault: OpenVault, note_id: NoteId) -> GateFacts:
    """Return what is known of a note's session."""
    note = vault.notes.get(note_id)
    session = vault.sessions.get(note.session_id)
    return GateFacts(
        session=session,
        note=note,
        profile=vault.clients.of_case(note.case_id).profile,
        sheet=sheets.current(vault, session),
        consents=tuple(one.state for one in vault.consents.of_case(note.case_id)),
        entries=tuple(vault.entries.of_case(note.case_id)),
    )

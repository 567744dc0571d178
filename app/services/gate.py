"""What stands between a session note and its signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain import gate_admission
from app.domain.errors import SessionNotFormal
from app.domain.gate import GATE, GateFacts, agreed
from app.domain.local_time import counselor_place
from app.services import sheets

if TYPE_CHECKING:
    from app.domain.gate import Agreed
    from app.domain.ids import CaseId, NoteId
    from app.domain.rule import Rule
    from app.ports import OpenVault

RULES = (gate_admission,)
"""The modules whose rules stand in the book, in the order in which they are shown."""


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
    profile = vault.clients.of_case(note.case_id).profile
    return GateFacts(
        session=session,
        note=note,
        profile=profile,
        sheet=sheets.current(vault, session),
        agreed=_agreed(vault, note.case_id),
        entries=tuple(vault.entries.of_case(note.case_id)),
        here=counselor_place(profile, vault.settings.practice().place),
    )


def _agreed(vault: OpenVault, case_id: CaseId) -> tuple[Agreed, ...]:
    """Return the consents of a case that were signed, and until when each holds."""
    signed = [one for one in vault.consents.of_case(case_id) if one.final]
    found = [agreed(one, vault.consents.wording(one.id)) for one in signed]
    return tuple(one for one in found if one is not None)

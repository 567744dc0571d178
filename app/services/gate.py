"""What stands between a session note and its signature."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain import gate_admission, gate_group, gate_screen, gate_sheet
from app.domain.case import ServiceMode
from app.domain.consent_progress import under_way
from app.domain.consent_purpose import Purpose
from app.domain.errors import SessionNotFormal
from app.domain.gate import GATE, GateFacts, agreed, agreed_together
from app.domain.ids import NoteId, SessionId
from app.domain.local_time import counselor_place
from app.domain.note import Note, NoteBody
from app.domain.rule import Step
from app.domain.session import Session
from app.domain.session_sheet import SessionSheet
from app.services import sheets

if TYPE_CHECKING:
    from app.domain.consent import Consent
    from app.domain.gate import Agreed, Together
    from app.domain.ids import CaseId, ConsentId
    from app.domain.rule import Rule
    from app.ports import Clock, OpenVault

RULES = (gate_admission, gate_group, gate_screen, gate_sheet)
"""The modules whose rules stand in the book, in the order in which they are shown."""
_OF_A_SESSION = frozenset({Step.SHEET, Step.NOTE, Step.APPOINTMENT})


def missing(vault: OpenVault, note_id: NoteId) -> tuple[Rule[GateFacts], ...]:
    """Return the rules that a note does not meet yet, in the order of the book (clause 030)."""
    return GATE.broken(facts(vault, note_id))


def ahead(vault: OpenVault, clock: Clock, case_id: CaseId) -> tuple[Rule[GateFacts], ...]:
    """Return what a case lacks before a note of a session held now could be signed.

    What belongs to one session and to its note is not asked for yet.
    """
    case, now = vault.cases.get(case_id), clock.now()
    return _of_the_case(vault, Session(SessionId(0), case_id, 0, now, 1, case.mode))


def admitted(vault: OpenVault, session: Session) -> bool:
    """Return whether the case of a session is one whose remote sessions would be formal ones."""
    return not _of_the_case(vault, replace(session, mode=ServiceMode.ONLINE))


def _of_the_case(vault: OpenVault, session: Session) -> tuple[Rule[GateFacts], ...]:
    """Return what a case lacks at a session, without what belongs to the session and its note."""
    at = session.starts_at
    note = Note(NoteId(0), session.case_id, session.id, NoteBody("", "", ()), at, at)
    found = GATE.broken(_facts(vault, session, note, SessionSheet()))
    return tuple(one for one in found if one.step not in _OF_A_SESSION)


def check(vault: OpenVault, note_id: NoteId) -> None:
    """Raise `SessionNotFormal` while anything is missing (clause 030)."""
    found = GATE.lacks(facts(vault, note_id))
    if found:
        raise SessionNotFormal(found)


def facts(vault: OpenVault, note_id: NoteId) -> GateFacts:
    """Return what is known of a note's session."""
    note = vault.notes.get(note_id)
    session = vault.sessions.get(note.session_id)
    return _facts(vault, session, note, sheets.current(vault, session))


def _facts(vault: OpenVault, session: Session, note: Note, sheet: SessionSheet) -> GateFacts:
    """Return what is known of a session with its note and its sheet."""
    profile, practice = vault.clients.of_case(note.case_id).profile, vault.settings.practice()
    signed = [one for one in vault.consents.of_case(note.case_id) if one.final]
    return GateFacts(
        session=session,
        note=note,
        profile=profile,
        sheet=sheet,
        agreed=_agreed(vault, signed),
        entries=tuple(vault.entries.of_case(note.case_id)),
        here=counselor_place(profile, practice.place),
        together=_together(vault, signed),
        competence=practice.profile.competence,
    )


def underway(vault: OpenVault, case_id: CaseId, mode: ServiceMode) -> ConsentId | None:
    """Return the consent of a case on its way to the signature that fits a way of service.

    Of several it is the one that has come furthest: nobody begins to read a second time.
    """
    begun = under_way(vault.consents.of_case(case_id), Purpose.SERVICE)
    return next((one.id for one in begun if vault.consents.wording(one.id).fits(mode)), None)


def _agreed(vault: OpenVault, signed: list[Consent]) -> tuple[Agreed, ...]:
    """Return the signed consents to the service, and until when each holds."""
    asked = [one for one in signed if not one.purpose.separate]
    found = [agreed(one, vault.consents.wording(one.id)) for one in asked]
    return tuple(one for one in found if one is not None)


def _together(vault: OpenVault, signed: list[Consent]) -> tuple[Together, ...]:
    """Return the signed group agreements, and until when each holds."""
    asked = [one for one in signed if one.purpose is Purpose.GROUP]
    found = [agreed_together(one, vault.consents.wording(one.id)) for one in asked]
    return tuple(one for one in found if one is not None)

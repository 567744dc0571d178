"""Write, sign and amend notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.audit import AuditKind
from app.domain.errors import NoteAlreadySigned, NoteNotSigned, SlotHasNote
from app.domain.local_time import counselor_place, half_hour
from app.domain.note import (
    Amendment,
    Note,
    Seal,
    amendment_bytes,
    empty_body,
    signed_bytes,
)
from app.domain.note_template import fitted, template_of
from app.domain.session import SessionTime
from app.services import agenda, appointments, gate, mode_changes, note_templates, sheets

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.case import Case
    from app.domain.ids import CaseId, NoteId
    from app.domain.note import NoteBody, NoteTemplate
    from app.domain.session import Session
    from app.domain.session_sheet import SessionSheet
    from app.ports import Clock, OpenVault
    from app.services.sheets import SheetPage
    from app.services.tools import Tools


@dataclass(frozen=True)
class NotePage:
    """Everything that the page of a note shows; `last` is the session note before it."""

    case: Case
    session: Session
    note: Note
    amendments: tuple[Amendment, ...]
    last: Note | None = field(repr=False)
    amendment_draft: str = field(repr=False)
    sheet: SheetPage = field(repr=False)


def begin(  # noqa: PLR0913 - what a page knows of a note that is to be
    vault: OpenVault,
    tools: Tools,
    case_id: CaseId,
    language: str,
    *,
    form: str = "",
    when: SessionTime | None = None,
    again: bool = False,
) -> Note:
    """Start a note as every page does: in the template `form`, else in the one she usually takes.

    Without `when` it is about the appointment at hand, else about the last half hour. Raises
    `SlotHasNote` where the case has a note for that time, unless one is wanted `again`.
    """
    template = note_templates.every(vault, tools).get(form)
    template = template or note_templates.usual(vault, tools, language)
    about = when or _about_now(vault, tools, case_id)
    there = None if again else _at_that_time(vault, case_id, about)
    if there is not None:
        raise SlotHasNote(there)
    return start(vault, tools.clock, case_id, about, template)


def _at_that_time(vault: OpenVault, case_id: CaseId, when: SessionTime) -> NoteId | None:
    """Return the latest note of a case whose session shares time with `when`, or None."""
    end = when.starts_at + timedelta(minutes=when.minutes)
    busy = {
        one.id
        for one in vault.sessions.of_case(case_id)
        if one.starts_at < end and one.starts_at + timedelta(minutes=one.minutes) > when.starts_at
    }
    found = [one.id for one in vault.notes.facts_of_case(case_id) if one.session_id in busy]
    return found[-1] if found else None


def _about_now(vault: OpenVault, tools: Tools, case_id: CaseId) -> SessionTime:
    """Return when the session was that a note begun now is about."""
    agreed = agenda.at_hand(vault, tools.clock, case_id)
    if agreed is not None:
        return SessionTime(agreed.starts_at, agreed.minutes)
    profile = vault.clients.of_case(case_id).profile
    here = counselor_place(profile, vault.settings.practice().place)
    return SessionTime(half_hour(tools.clock.now(), here))


def start(
    vault: OpenVault,
    clock: Clock,
    case_id: CaseId,
    when: SessionTime,
    template: NoteTemplate,
) -> Note:
    """Record a session and start its note; raise `FieldInvalid` for impossible times.

    The session keeps the appointment that was agreed on for this hour, if there is one (079).
    """
    when.check()
    now = clock.now()
    with vault.transaction():
        case = vault.cases.get(case_id)
        mode = mode_changes.mode_of_session(vault, case, when.starts_at)
        session = vault.sessions.add(case_id, when.starts_at, when.minutes, mode)
        appointments.keep(vault, session, now)
        note = vault.notes.add(case_id, session.id, empty_body(template), now)
        vault.audit.record(AuditKind.NOTE_STARTED, now, case_id, note.id)
    return note


def page(vault: OpenVault, clock: Clock, note_id: NoteId, *, again: bool = False) -> NotePage:
    """Return what the page of a note shows; write that it was read, unless it is shown `again`.

    The note before it stands beside it in full, and has a line of its own.

    Reading works on a full disk: the line of the trail is then written later (promise 4).
    """
    note = vault.notes.get(note_id)
    sessions = {one.id: one for one in vault.sessions.of_case(note.case_id)}
    mine = sessions[note.session_id]
    before = [
        one
        for one in vault.notes.facts_of_case(note.case_id)
        if sessions[one.session_id].number < mine.number
    ]
    shown = vault.notes.get(before[-1].id) if before else None
    if not again:
        for one in (note,) if shown is None else (shown, note):
            vault.audit.record_or_hold(AuditKind.NOTE_READ, clock.now(), note.case_id, one.id)
    return NotePage(
        vault.cases.get(note.case_id),
        mine,
        note,
        tuple(vault.notes.amendments(note_id)),
        shown,
        vault.notes.amendment_draft(note_id),
        sheets.page(vault, mine),
    )


def save_draft(
    vault: OpenVault,
    clock: Clock,
    note_id: NoteId,
    body: NoteBody,
    sheet: SessionSheet | None = None,
) -> datetime:
    """Store the words of a draft and return when; raise `NoteAlreadySigned`.

    With them the sheet of the session, where anything of it was filled in.
    """
    now = clock.now()
    with vault.transaction():
        vault.notes.save_draft(note_id, body, now)
        if sheet is not None:
            session = vault.sessions.get(vault.notes.get(note_id).session_id)
            sheets.keep(vault, session, sheet, now)
        _changed(vault, now, note_id)
    return now


def _changed(vault: OpenVault, now: datetime, note_id: NoteId) -> None:
    """Write that a draft was changed, once since it was opened: it saves itself all the time."""
    acts = (AuditKind.NOTE_READ, AuditKind.NOTE_STARTED, AuditKind.NOTE_CHANGED)
    if vault.audit.latest(note_id, acts) is not AuditKind.NOTE_CHANGED:
        case_id = vault.notes.get(note_id).case_id
        vault.audit.record(AuditKind.NOTE_CHANGED, now, case_id, note_id)


def leave(vault: OpenVault, note_id: NoteId) -> None:
    """Bring the index up to date when the editor of a draft is left."""
    with vault.transaction():
        vault.search.settle(note_id)


def change_session(vault: OpenVault, clock: Clock, note_id: NoteId, when: SessionTime) -> Session:
    """Change when the session of a draft was; raise `NoteAlreadySigned` or `FieldInvalid`."""
    when.check()
    note = vault.notes.get(note_id)
    if note.seal:
        raise NoteAlreadySigned
    with vault.transaction():
        vault.sessions.change(note.session_id, when.starts_at, when.minutes)
        _changed(vault, clock.now(), note_id)
    return vault.sessions.get(note.session_id)


def change_template(
    vault: OpenVault, clock: Clock, note_id: NoteId, template: NoteTemplate
) -> tuple[NoteBody, NoteBody]:
    """Put a draft into another template; return its words as they were and as they are now.

    No word is lost (`app.domain.note_template.fitted`). Raises `NoteAlreadySigned`.
    """
    now = clock.now()
    with vault.transaction():
        before = vault.notes.get(note_id).body
        after = fitted(before, template)
        vault.notes.save_draft(note_id, after, now)
        _changed(vault, now, note_id)
    return before, after


def undo_template(
    vault: OpenVault, clock: Clock, note_id: NoteId, before: NoteBody, after: NoteBody
) -> None:
    """Put a draft back into the template it had; what was written since comes along.

    Raises `NoteAlreadySigned`.
    """
    now = clock.now()
    with vault.transaction():
        written = vault.notes.get(note_id).body
        body = before if written == after else fitted(written, template_of(before))
        vault.notes.save_draft(note_id, body, now)
        _changed(vault, now, note_id)


def sign(vault: OpenVault, clock: Clock, note_id: NoteId, signer: str, password: str) -> Note:
    """Sign a note for good, with the password asked at that moment.

    Raises `WrongPassword`, `TooManyTries`, `NoteAlreadySigned`, `NoteEmpty`, and
    `SessionNotFormal` while the session is not a formal one (clause 030).
    """
    vault.check_password(password)
    now = clock.now()
    with vault.transaction():
        note = vault.notes.get(note_id)
        if note.seal:
            raise NoteAlreadySigned
        gate.check(vault, note_id)
        session = vault.sessions.get(note.session_id)
        previous = vault.notes.last_digest(note.case_id)
        about = (session, sheets.settle(vault, session, now))
        covered = signed_bytes(note.body, about, signer, now, previous)
        digest = vault.notes.mac(note.case_id, covered)
        vault.notes.sign(note_id, Seal(signer, now, digest, previous))
        vault.audit.record(AuditKind.NOTE_SIGNED, now, note.case_id, note_id)
    return vault.notes.get(note_id)


def amend(vault: OpenVault, clock: Clock, note_id: NoteId, text: str, signer: str) -> Amendment:
    """Add to a signed note; raise `NoteNotSigned` for a draft, `NoteEmpty` for nothing."""
    now = clock.now()
    with vault.transaction():
        note = vault.notes.get(note_id)
        if note.seal is None:
            raise NoteNotSigned
        previous = vault.notes.last_digest(note.case_id)
        covered = amendment_bytes(text, note_id, signer, now, previous)
        digest = vault.notes.mac(note.case_id, covered)
        added = vault.notes.amend(note_id, text, Seal(signer, now, digest, previous))
        vault.audit.record(AuditKind.NOTE_AMENDED, now, note.case_id, note_id)
    return added


def save_amendment_draft(vault: OpenVault, clock: Clock, note_id: NoteId, text: str) -> datetime:
    """Keep what is being written under a signed note and return when."""
    now = clock.now()
    with vault.transaction():
        vault.notes.save_amendment_draft(note_id, text, now)
    return now


def seal_is_right(vault: OpenVault, note: Note) -> bool:
    """Return whether a signed note, and when its session was, are still as they were signed."""
    if note.seal is None:
        raise NoteNotSigned
    session = vault.sessions.get(note.session_id)
    about, seal = (session, vault.entries.sheet(session)), note.seal
    covered = signed_bytes(note.body, about, seal.signer, seal.at, seal.previous)
    return vault.notes.mac(note.case_id, covered) == note.seal.digest


def amendment_is_right(vault: OpenVault, one: Amendment) -> bool:
    """Return whether an amendment still holds the words that were signed."""
    covered = amendment_bytes(
        one.text, one.note_id, one.seal.signer, one.seal.at, one.seal.previous
    )
    return vault.notes.mac(one.case_id, covered) == one.seal.digest


def signatures_are_right(vault: OpenVault, case_id: CaseId) -> bool:
    """Return whether every signature of a case holds, and each follows the one before it.

    The digests make one chain from the first signature to the last: a signed note that is gone,
    or that was put in, breaks it.
    """
    signed: dict[bytes, bytes] = {}
    for note in vault.notes.of_case(case_id):
        if note.seal is None:
            continue
        seals = [note.seal, *(one.seal for one in vault.notes.amendments(note.id))]
        whole = all(amendment_is_right(vault, one) for one in vault.notes.amendments(note.id))
        if not whole or not seal_is_right(vault, note):
            return False
        for seal in seals:
            signed[seal.previous] = seal.digest
    last, steps = b"", 0
    while steps < len(signed) and last in signed:
        last = signed[last]
        steps += 1
    return steps == len(signed) and last == vault.notes.last_digest(case_id)

"""Give a copy of the record: put on record first, then made into paper; reflections stay out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.consent_purpose import Purpose
from app.domain.entry import EntryKind
from app.domain.errors import RecordCopyIncomplete
from app.domain.intake import CaseType
from app.domain.local_time import counselor_place
from app.domain.record_copy import RECORD_COPY, CopyFacts, Ground, RecordCopy, copy_of
from app.services import case_entries, consent_renewals, note_imports, tech_sheets

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.case import Case
    from app.domain.client import Place
    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId, NoteId
    from app.domain.imported_note import ImportedNote
    from app.domain.note import Amendment, Note
    from app.domain.practice import Practice
    from app.domain.session import Session
    from app.domain.session_sheet import SessionSheet
    from app.domain.tech_sheet import TechSheet
    from app.ports import OpenVault
    from app.services.tools import Tools


@dataclass(frozen=True)
class GivenNote:
    """A signed note as it goes on paper, with its session, its sheet and what was added.

    `named`: those who come together are named in it. A copy that leaves the practice names nobody
    of a group: each of them has a right of their own to that (clause 108).
    """

    note: Note = field(repr=False)
    session: Session
    sheet: SessionSheet = field(repr=False)
    amendments: tuple[Amendment, ...] = field(repr=False)
    named: bool = True


@dataclass(frozen=True)
class CopyPage:
    """What the page shows: the signed notes to choose from, oldest first, and what was given.

    `technical` are the technical sheets, `earlier` the notes from before the program, both oldest
    first.
    `drafts` are left out until they are signed; `released`: a consent to disclosure is in force.
    """

    case: Case
    here: Place = field(repr=False)
    practice: Practice = field(repr=False)
    notes: tuple[tuple[NoteId, Session], ...]
    drafts: int
    kept: tuple[tuple[datetime, RecordCopy], ...] = field(repr=False)
    unfinished: Mapping[str, Any] = field(repr=False)
    released: bool
    technical: tuple[tuple[datetime, TechSheet], ...] = field(default=(), repr=False)
    earlier: tuple[tuple[datetime, ImportedNote], ...] = field(default=(), repr=False)


def page(vault: OpenVault, tools: Tools, case_id: CaseId) -> CopyPage:
    """Return what the page shows; raise `CaseLocked` where the case is shut."""
    case = case_entries.open_case(vault, case_id)
    practice = vault.settings.practice()
    sessions = {one.id: one for one in vault.sessions.of_case(case_id)}
    facts = vault.notes.facts_of_case(case_id)
    entries = vault.entries.of_case(case_id, EntryKind.RECORD_COPY)
    sheets = vault.entries.of_case(case_id, EntryKind.TECH_SHEET)
    case_entries.was_read(vault, tools.clock, case_id, AuditKind.RECORD_COPIES_READ, entries)
    return CopyPage(
        case,
        counselor_place(vault.clients.of_case(case_id).profile, practice.place),
        practice,
        tuple((one.id, sessions[one.session_id]) for one in facts if one.signed),
        sum(not one.signed for one in facts),
        tuple((one.at, copy_of(one.value)) for one in reversed(entries)),
        case_entries.unfinished(vault, case_id, EntryKind.RECORD_COPY),
        _released(vault, tools, case_id),
        tech_sheets.kept(sheets)[::-1],
        note_imports.oldest_first(vault.entries.of_case(case_id, EntryKind.IMPORTED)),
    )


def record(vault: OpenVault, tools: Tools, case_id: CaseId, copy: RecordCopy) -> CaseEntry:
    """Put on record that a copy is given; raise `RecordCopyIncomplete` where a rule is not met.

    The clauses are 013, 143, 145, 146 and 151.
    """
    missing = RECORD_COPY.lacks(CopyFacts(copy, _released(vault, tools, case_id)))
    if missing:
        raise RecordCopyIncomplete(missing)
    what = (EntryKind.RECORD_COPY, AuditKind.RECORD_COPIED)
    return case_entries.enter(vault, tools.clock, case_id, what, as_json(copy))


def given(vault: OpenVault, case_id: CaseId, copy: RecordCopy) -> tuple[GivenNote, ...]:
    """Return the words of a copy, as many amendments of each note as it was put on record with.

    Only signed notes of this case are given, whatever numbers a copy names.
    """
    found = []
    kind = vault.clients.of_case(case_id).profile.intake.kind
    named = kind is not CaseType.GROUP or copy.ground is Ground.ARCHIVE
    for note_id, count in copy.notes:
        note = vault.notes.get(note_id)
        if note.seal is None or note.case_id != case_id:
            continue
        session = vault.sessions.get(note.session_id)
        added = tuple(vault.notes.amendments(note_id)[:count])
        found.append(GivenNote(note, session, vault.entries.sheet(session), added, named))
    return tuple(found)


def counted(vault: OpenVault, notes: tuple[NoteId, ...]) -> tuple[tuple[NoteId, int], ...]:
    """Return notes, each with how many amendments it has now."""
    return tuple((one, len(vault.notes.amendments(one))) for one in notes)


def printed(vault: OpenVault, tools: Tools, case_id: CaseId, entry: CaseEntry) -> None:
    """Write that a copy was printed or saved as a file: its `entry`, and each note (clause 113)."""
    now = tools.clock.now()
    vault.audit.record_or_hold(AuditKind.RECORD_PRINTED, now, case_id, entry.id)
    for note_id, _ in copy_of(entry.value).notes:
        vault.audit.record_or_hold(AuditKind.RECORD_HOLDS, now, case_id, note_id)


def _released(vault: OpenVault, tools: Tools, case_id: CaseId) -> bool:
    return bool(consent_renewals.in_force(vault, tools.clock, case_id, Purpose.RELEASE))

"""The notes of a case along its timeline: the words of those that are looked at, no others."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.domain.errors import VaultDamaged

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.ids import CaseId, NoteId
    from app.domain.note import Amendment, Note
    from app.domain.session import Session
    from app.ports import NoteFacts, OpenVault


@dataclass(frozen=True)
class TimelineNote:
    """A note in the timeline with its session and what was added to it.

    `unfinished` is the amendment that is still being written, or nothing.
    """

    note: Note
    session: Session
    amendments: tuple[Amendment, ...]
    unfinished: str = field(default="", repr=False)


@dataclass(frozen=True)
class NoteLine:
    """A note further down the timeline, of which no word was read yet."""

    facts: NoteFacts
    session: Session


@dataclass(frozen=True)
class NoteLines:
    """The notes of a case: those that were `read`, those that were not, newest session first.

    `unread` are the numbers of those that cannot be read.
    """

    read: tuple[TimelineNote, ...]
    further: tuple[NoteLine, ...] = ()
    unread: tuple[NoteId, ...] = ()


def note_lines(vault: OpenVault, case_id: CaseId, most: int | None = None) -> NoteLines:
    """Return the notes of a case; of the latest `most` the words as well, or of all of them.

    Where anything is damaged every note is tried, so that it is known which cannot be read.
    """
    try:
        return _whole(vault, case_id) if most is None else _latest(vault, case_id, most)
    except VaultDamaged:
        return _one_by_one(vault, case_id)


def words_of(vault: OpenVault, ids: Iterable[NoteId]) -> list[TimelineNote]:
    """Return these notes with their words; one that is no longer there is left out.

    Raises `VaultDamaged`, or `CaseLocked` where the case was shut meanwhile.
    """
    found = []
    for note_id in ids:
        with suppress(KeyError):
            note = vault.notes.get(note_id)
            found.append(_with_words(vault, note, vault.sessions.get(note.session_id)))
    return found


def _whole(vault: OpenVault, case_id: CaseId) -> NoteLines:
    """Return every note with its words."""
    sessions = {one.id: one for one in vault.sessions.of_case(case_id)}
    notes = vault.notes.of_case(case_id)
    read = [_with_words(vault, one, sessions[one.session_id]) for one in notes]
    return NoteLines(tuple(reversed(read)))


def _latest(vault: OpenVault, case_id: CaseId, most: int) -> NoteLines:
    """Return the notes of the latest sessions with their words, the others without."""
    sessions = {one.id: one for one in vault.sessions.of_case(case_id)}
    lines = [NoteLine(one, sessions[one.session_id]) for one in vault.notes.facts_of_case(case_id)]
    lines.sort(key=lambda one: (one.session.starts_at, one.facts.id), reverse=True)
    read = [_with_words(vault, vault.notes.get(one.facts.id), one.session) for one in lines[:most]]
    return NoteLines(tuple(read), tuple(lines[most:]))


def _one_by_one(vault: OpenVault, case_id: CaseId) -> NoteLines:
    """Return what lies beside the damage."""
    found, unread = vault.notes.one_by_one(case_id)
    shown = []
    for note in found:
        try:
            shown.append(_with_words(vault, note, vault.sessions.get(note.session_id)))
        except (VaultDamaged, KeyError):
            unread.append(note.id)
    shown.sort(key=lambda one: (one.session.number, one.note.id), reverse=True)
    return NoteLines(tuple(shown), unread=tuple(sorted(unread)))


def _with_words(vault: OpenVault, note: Note, session: Session) -> TimelineNote:
    """Return a note with what was added to it; only under a signed one can there be anything."""
    if note.seal is None:
        return TimelineNote(note, session, ())
    added = tuple(vault.notes.amendments(note.id))
    return TimelineNote(note, session, added, vault.notes.amendment_draft(note.id))

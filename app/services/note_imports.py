"""Bring notes from before the program into the vault, and take an import back as one step."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from app.domain.answer_person import folded
from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.client import Profile
from app.domain.entry import EntryKind
from app.domain.errors import CaseOnHold, ImportBuiltUpon
from app.domain.imported_note import ImportedNote, NoteImport, imported_of, moment
from app.domain.note_proposal import proposals
from app.services import cases, holds, trail
from app.services.beside import readable
from app.services.case_entries import here, open_case, was_read
from app.services.room import with_room

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime, time
    from pathlib import Path

    from app.domain.case import Case, ServiceMode
    from app.domain.client import Place
    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.domain.note_proposal import NoteFile, Proposed
    from app.ports import Clock, NoteReader, OpenVault
    from app.services.agenda import Person

STEM: Final = "R-"
"""How the code names of cases begin that an import opens for people without one."""
_CODE: Final = re.compile(r"[A-Za-z]{0,4}[-_ ]?[0-9]{1,6}[A-Za-z]?")


@dataclass(frozen=True)
class NoteLine:
    """A note as the list before the import shows it.

    `known` is the case it was brought into before, `twin` whether the same stands further up;
    `case_id` is the case whose code or client is called as the file says.
    """

    note: Proposed = field(repr=False)
    known: CaseId | None = None
    twin: bool = False
    case_id: CaseId | None = None

    @property
    def plain(self) -> bool:
        """Whether it may come in unless she says otherwise."""
        return not (self.note.unread or self.known or self.twin)


@dataclass(frozen=True)
class Offer:
    """Everything before the import; `today` is the counselor's."""

    lines: tuple[NoteLine, ...]
    persons: tuple[Person, ...] = field(repr=False)
    today: date


@dataclass(frozen=True)
class Chosen:
    """A note with its day and where it goes: a case that is there, or a new one for `person`."""

    note: Proposed = field(repr=False)
    day: date
    at: time | None = None
    case_id: CaseId | None = None
    person: str = field(default="", repr=False)


@dataclass(frozen=True)
class Progressed:
    """How far an import is; `opened` are the cases it opened, by the person folded."""

    batch: NoteImport
    opened: Mapping[str, CaseId] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class ImportedPage:
    """The imported notes of a case as they are read, the latest first."""

    case: Case
    here: Place = field(repr=False)
    notes: tuple[tuple[datetime, ImportedNote], ...] = field(repr=False)


def read(reader: NoteReader, paths: Sequence[Path], root: Path | None) -> tuple[NoteFile, ...]:
    """Return what files hold, each whole or with why it is not read."""
    return tuple(reader.read(path, root) for path in paths)


def offer(vault: OpenVault, clock: Clock, files: Iterable[NoteFile]) -> Offer:
    """Return a line for every note, and for every file that gives none."""
    today = _today(vault, clock)
    notes = [note for file in files for note in proposals(file, today)]
    known = vault.answers.known([(_mark(one), "") for one in notes])
    called = _called(vault)
    seen: set[str] = set()
    found = []
    for note, before in zip(notes, known, strict=True):
        twin = note.unread is None and _mark(note) in seen
        seen.add(_mark(note))
        found.append(
            NoteLine(
                note,
                before.case_id if before is not None and note.unread is None else None,
                twin,
                called.get(folded(note.person)) if note.person else None,
            )
        )
    return Offer(tuple(found), tuple(trail.persons(vault)), today)


def begin(vault: OpenVault, clock: Clock) -> Progressed:
    """Return an import that holds nothing yet, under a number that no other has."""
    number = max((one.number for one in vault.settings.note_imports()), default=0) + 1
    return Progressed(NoteImport(number, clock.now()))


def take_in(
    vault: OpenVault, clock: Clock, so_far: Progressed, some: Iterable[Chosen], mode: ServiceMode
) -> Progressed:
    """Bring some notes in, all or none of them, and write what the import holds by then.

    Raises as `cases.open_case` does, and `CaseLocked`.
    """
    batch, opened = so_far.batch, dict(so_far.opened)
    zone = vault.settings.practice().place.time_zone
    with vault.transaction():
        for one in some:
            case_id = one.case_id or opened.get(folded(one.person))
            if case_id is None:
                case_id = _new_case(vault, clock, one.person, mode)
                opened[folded(one.person)] = case_id
                batch = replace(batch, cases=(*batch.cases, case_id))
            open_case(vault, case_id)
            now = clock.now()
            at = moment(one.day, one.at, zone, now.astimezone().tzinfo)
            kept = as_json(_kept(one, now))
            entry = vault.entries.add(case_id, EntryKind.IMPORTED, at, kept)
            mark = vault.answers.keep(case_id, _mark(one.note), "")
            vault.audit.record(AuditKind.NOTE_IMPORTED, now, case_id, entry.id)
            batch = replace(batch, entries=(*batch.entries, entry.id), marks=(*batch.marks, mark))
        others = [one for one in vault.settings.note_imports() if one.number != batch.number]
        vault.settings.change_note_imports([*others, batch])
    return Progressed(batch, opened)


def imports(vault: OpenVault) -> tuple[NoteImport, ...]:
    """Return the imports that can be taken back, the newest first."""
    return tuple(reversed(vault.settings.note_imports()))


def undo(vault: OpenVault, clock: Clock, number: int) -> int:
    """Take an import back as one step: its notes, and the cases that it opened.

    Returns how many notes went. Raises `ImportBuiltUpon` where a case that it opened holds
    something else by now, `CaseOnHold` where a case is held and `CaseLocked` where one is shut:
    then nothing is taken back. It works on a full disk.
    """
    gone = with_room(vault, partial(_undo, vault, clock, number))
    vault.forget_deleted()
    return gone


def page(vault: OpenVault, clock: Clock, case_id: CaseId) -> ImportedPage:
    """Return the imported notes of a case, and write that they were read; raise `CaseLocked`."""
    case = open_case(vault, case_id)
    entries = vault.entries.of_case(case_id, EntryKind.IMPORTED)
    was_read(vault, clock, case_id, AuditKind.IMPORTED_NOTES_READ, entries)
    return ImportedPage(case, here(vault, case_id), oldest_first(entries)[::-1])


def oldest_first(entries: Iterable[CaseEntry]) -> tuple[tuple[datetime, ImportedNote], ...]:
    """Return the notes that entries hold, in the order of their days."""
    found = sorted(entries, key=lambda one: (one.at, one.id))
    return tuple((one.at, imported_of(one.value)) for one in found)


def _undo(vault: OpenVault, clock: Clock, number: int) -> int:
    every = vault.settings.note_imports()
    batch = next(one for one in every if one.number == number)
    now = clock.now()
    with vault.transaction():
        touched = vault.entries.take_back(batch.entries)
        if holds.standing(vault).keys() & {*touched, *batch.cases}:
            raise CaseOnHold
        for case_id in sorted(touched):
            open_case(vault, case_id)  # its password guards what is written in it from going, too
        vault.answers.drop(batch.marks)
        new = [one for one in batch.cases if _there(vault, one)]
        if built := tuple(one for one in new if not _untouched(vault, one)):
            raise ImportBuiltUpon(built)
        for case_id in new:
            vault.clients.remove_of_case(case_id)
            vault.cases.remove(case_id)
            vault.audit.record(AuditKind.CASE_REMOVED, now, case_id)
        for case_id in sorted({*touched} - {*new}):
            vault.audit.record(AuditKind.IMPORT_UNDONE, now, case_id, number)
        vault.settings.change_note_imports([one for one in every if one.number != number])
    return len(batch.entries)


def _there(vault: OpenVault, case_id: CaseId) -> bool:
    """Return whether a case was not destroyed since."""
    try:
        vault.cases.get(case_id)
    except KeyError:
        return False
    return True


def _untouched(vault: OpenVault, case_id: CaseId) -> bool:
    """Return whether a case is as the import opened it: nothing but a name is known there."""
    if not vault.cases.only_form(case_id):
        return False
    profile = vault.clients.of_case(case_id).profile
    return replace(profile, name="") == Profile()


def _new_case(vault: OpenVault, clock: Clock, person: str, mode: ServiceMode) -> CaseId:
    """Open a case: what is a code becomes its code name, any other word the client's name."""
    taken = {one.code for one in cases.known_cases(vault)[0]}
    if _CODE.fullmatch(person) and person not in taken:
        return cases.open_case(vault, clock, person, mode, Profile()).id
    number = 1
    while f"{STEM}{number:03d}" in taken:
        number += 1
    code = f"{STEM}{number:03d}"
    return cases.open_case(vault, clock, code, mode, Profile(name=person)).id


def _kept(one: Chosen, now: datetime) -> ImportedNote:
    """Return what the file of the case keeps of a note."""
    return ImportedNote(
        one.note.text,
        one.day.isoformat(),
        one.at.isoformat("minutes") if one.at is not None else "",
        one.note.turn,
        one.note.source,
        now.isoformat(),
        tuple(left.value for left in one.note.left),
    )


def _mark(note: Proposed) -> str:
    """Return by what a note is known again: its words and its days, of a table its person, too."""
    days = ",".join(day.isoformat() for day in note.days)
    return "\n".join(("imported note", days, note.person if note.row else "", note.text.strip()))


def _called(vault: OpenVault) -> dict[str, CaseId]:
    """Return the cases that can be read by code and by the client's name; no name of two."""
    found: dict[str, set[CaseId]] = {}
    for case in cases.known_cases(vault)[0]:
        if case.shut:
            continue
        who = readable(partial(cases.known_profile, vault, case), Profile())
        for word in (case.code, who.name):
            if word.strip():
                found.setdefault(folded(word), set()).add(case.id)
    return {word: next(iter(ids)) for word, ids in found.items() if len(ids) == 1}


def _today(vault: OpenVault, clock: Clock) -> date:
    zone = vault.settings.practice().place.time_zone
    return clock.now().astimezone(ZoneInfo(zone) if zone else None).date()

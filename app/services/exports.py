"""Take a de-identified summary, reviewed place by place, out of the vault."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.blank import is_blank
from app.domain.case_report import Paper, is_complete
from app.domain.entry import EntryKind
from app.domain.errors import (
    ExportUnexplained,
    FileTaken,
    NothingChosen,
    Refusal,
    SummaryRefused,
    WeakPassword,
)
from app.domain.length import Length, length
from app.domain.local_time import counselor_place, local
from app.domain.password import SHORTEST
from app.domain.practice_record import Colleague
from app.domain.summary import DeidentifiedSummary, SummaryPassage
from app.domain.summary_use import (
    SUMMARY,
    Audience,
    Detail,
    SummaryFacts,
    SummaryGiven,
    promised_names,
)
from app.services.leaks import LeakCheck
from app.services.reviews import register_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from app.domain.ids import CaseId, NoteId
    from app.domain.review import Review
    from app.domain.summary import SummaryWording
    from app.ports import OpenVault
    from app.services.tools import Tools

PDF = "pdf"
DOCX = "docx"
_MOST_TAKEN = 1000
"""How many numbers of one day are tried before the folder is given up."""


@dataclass(frozen=True)
class Choice:
    """A note that may be chosen for a summary: which session, how long, signed or not.

    The day is the one by the clock that the counselor reads.
    """

    note_id: NoteId
    number: int
    on: date
    signed: bool
    length: Length


@dataclass(frozen=True)
class Request:
    """What is to be written, for whom and why; no password only if she said so.

    `looked_at` are the kinds of detail that a person looked at after the review (clause 157).
    """

    purpose: str
    recipient: str
    made_on: str
    formats: tuple[str, ...]
    folder: Path = field(repr=False)
    password: str = field(default="", repr=False)
    unprotected: bool = False
    audience: Audience = Audience.INDIVIDUAL
    looked_at: frozenset[Detail] = frozenset()
    paper: Paper = Paper.NOTES


@dataclass(frozen=True)
class Written:
    """The files that were written and what was hidden in them, by kind."""

    paths: tuple[Path, ...] = field(repr=False)
    hidden: Mapping[str, int]


def choices(vault: OpenVault, case_id: CaseId) -> list[Choice]:
    """Return the notes of a case that may be chosen, oldest first."""
    sessions = {one.id: one for one in vault.sessions.of_case(case_id)}
    profile = vault.clients.of_case(case_id).profile
    place = counselor_place(profile, vault.settings.practice().place)
    return [
        Choice(
            note.id,
            sessions[note.session_id].number,
            local(sessions[note.session_id].starts_at, place).date(),
            note.seal is not None,
            length(
                (
                    *(part.text for part in note.body.parts),
                    *(one.text for one in vault.notes.amendments(note.id)),
                )
            ),
        )
        for note in vault.notes.of_case(case_id)
    ]


def finish(
    vault: OpenVault,
    tools: Tools,
    case_id: CaseId,
    review: Review,
    order: tuple[SummaryWording, Request],
) -> Written:
    """Write the summary's files, once every place is decided and the bytes hold no known name.

    Raises `ExportUnexplained` without a purpose or a recipient (clause 013), `SummaryRefused` where
    who is to read it may not, or the four kinds of detail were not looked at, `SpansUndecided` and
    `LeakFound` (clause 157), `WeakPassword` for a short or absent
    password, `GlyphsMissing`, `DiskFull`, `NotWritable`, `FileTaken`. Nothing is written unless
    all files pass.
    """
    request = order[1]
    if is_blank(request.purpose) or is_blank(request.recipient):
        raise ExportUnexplained
    review.check_decided()
    missing = lacking(vault, tools, case_id, review, request)
    if missing:
        raise SummaryRefused(missing)
    if not request.unprotected and len(request.password) < SHORTEST:
        raise WeakPassword("short")
    check = LeakCheck(register_of(vault, case_id), tools.deidentifier().lexicon)
    paths = _written(vault, tools, case_id, review, order, check)
    return Written(paths, review.hidden())


def lacking(
    vault: OpenVault, tools: Tools, case_id: CaseId, review: Review, request: Request
) -> tuple[str, ...]:
    """Return the rules that stand in the way of a summary's leaving, by name."""
    chosen = {one.source for one in review.passages}
    people = [
        (one.record.name, one.record.promised_on)
        for one in vault.practice.all()
        if isinstance(one.record, Colleague)
    ]
    return SUMMARY.lacks(
        SummaryFacts(
            request.audience,
            request.looked_at,
            tuple(vault.consents.of_case(case_id)),
            tools.clock.now(),
            request.recipient,
            promised_names(people),
            _is_whole(vault, case_id, chosen),
        )
    )


def _is_whole(vault: OpenVault, case_id: CaseId, chosen: set[NoteId | str]) -> bool:
    """Return whether every note is in it, or the sections that tell the whole case."""
    sections = {one for one in chosen if isinstance(one, str)}
    notes = chosen - sections
    every = {one.id for one in vault.notes.of_case(case_id)}
    return is_complete(sections) or (bool(notes) and notes.issuperset(every))


def _written(  # noqa: PLR0913, PLR0917 - what a summary is made of
    vault: OpenVault,
    tools: Tools,
    case_id: CaseId,
    review: Review,
    order: tuple[SummaryWording, Request],
    check: LeakCheck,
) -> tuple[Path, ...]:
    """Write all files under the next free number and return where they are.

    That they left stands in the case's file and on the trail before a byte is written outside.

    Numbers count per vault, and two vaults may share a folder: a number that is taken there, be
    it between the look and the writing, is passed over. No file is ever written over.
    """
    wording, request = order
    for number in _numbers(vault, request):
        summary = _summary(review, wording, request, number)
        kept = check.words(review, summary)
        made = _made(tools, summary, request.formats)
        for name, (_, words) in made.items():
            check.file(name, words, summary, kept)
        files = {
            request.folder / name: _protected(tools, name, data, request)
            for name, (data, _) in made.items()
        }
        given = _given(review, summary, request, tuple(files.values()))
        now = tools.clock.now()
        made_here: tuple[Path, ...] = ()
        try:
            with vault.transaction():
                entry = vault.entries.add(case_id, EntryKind.SUMMARY, now, as_json(given))
                vault.audit.record(AuditKind.SUMMARY_EXPORTED, now, case_id, entry.id)
                tools.shelf.write_new(files)
                made_here = tuple(files)
        except FileTaken:
            continue
        except Refusal:
            # What does not stand on record has not left.
            tools.shelf.take_back(made_here)
            raise
        return made_here
    raise FileTaken


def _given(
    review: Review, summary: DeidentifiedSummary, request: Request, files: tuple[bytes, ...]
) -> SummaryGiven:
    """Return what stands on record of a summary: no word of what it says."""
    return SummaryGiven(
        summary.number,
        request.audience,
        request.purpose.strip(),
        request.recipient.strip(),
        request.made_on,
        request.paper.value,
        request.formats,
        tuple(hashlib.sha256(data).hexdigest() for data in files),
        review.hidden(),
        not request.unprotected,
    )


def _numbers(vault: OpenVault, request: Request) -> Iterator[str]:
    """Yield the numbers that are free in the folder: the day, and a count. No name, no code.

    The count begins behind the summaries that this vault has given out.
    """
    before = sum(
        entry.kind is AuditKind.SUMMARY_EXPORTED for entry in vault.audit.entries(limit=100_000)
    )
    day = request.made_on.replace("-", "")
    for count in range(before + 1, before + _MOST_TAKEN):
        number = f"{day}-{count:03d}"
        names = (file_name(number, ending) for ending in (PDF, DOCX))
        if not any(os.path.lexists(request.folder / name) for name in names):
            yield number


def file_name(number: str, ending: str) -> str:
    """Return the name of a summary's file."""
    return f"summary-{number}.{ending}"


def _summary(
    review: Review, wording: SummaryWording, request: Request, number: str
) -> DeidentifiedSummary:
    """Return the value that is printed."""
    return DeidentifiedSummary(
        number=number,
        language=wording.language,
        title=wording.papers[request.paper.value],
        purpose=request.purpose,
        recipient=request.recipient,
        made_on=request.made_on,
        passages=tuple(
            SummaryPassage(one.heading, tuple(one.result().split("\n"))) for one in review.passages
        ),
        hidden=review.hidden(),
        labels=wording.labels,
    )


def _made(
    tools: Tools, summary: DeidentifiedSummary, formats: tuple[str, ...]
) -> dict[str, tuple[bytes, list[str]]]:
    """Return each file's bytes and every word that can be read out of them, by file name."""
    made: dict[str, tuple[bytes, list[str]]] = {}
    if PDF in formats:
        data = tools.papers.summary_pdf.render(summary)
        made[file_name(summary.number, PDF)] = (data, tools.papers.pdf_words(data))
    if DOCX in formats:
        data = tools.papers.summary_docx.render(summary)
        made[file_name(summary.number, DOCX)] = (data, tools.papers.docx_words(data))
    if not made:
        raise NothingChosen
    return made


def _protected(tools: Tools, name: str, data: bytes, request: Request) -> bytes:
    """Return a file's bytes under the password, unless she chose none."""
    if request.unprotected:
        return data
    if name.endswith(DOCX):
        return tools.papers.protect_docx(data, request.password)
    return tools.papers.protect_pdf(data, request.password)

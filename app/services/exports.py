"""Take a de-identified summary out of the vault."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from app.domain.audit import AuditKind
from app.domain.errors import LeakFound, NothingChosen, WeakPassword
from app.domain.password import SHORTEST
from app.domain.review import (
    Decision,
    MarkedSpan,
    Passage,
    Review,
    from_mapping,
    to_mapping,
)
from app.domain.summary import DeidentifiedSummary, SummaryPassage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from app.deid.leakcheck import RegisterHit
    from app.deid.register import Register
    from app.deid.span import Span
    from app.domain.client import Profile
    from app.domain.ids import CaseId, NoteId
    from app.domain.note import Note
    from app.domain.summary import SummaryWording
    from app.ports import OpenVault
    from app.services.tools import Tools

PDF = "pdf"
_REVIEW = "review"
DOCX = "docx"


@dataclass(frozen=True)
class Choice:
    """A note that may be chosen for a summary: which session, how long, signed or not."""

    note_id: NoteId
    number: int
    on: date
    signed: bool
    characters: int


@dataclass(frozen=True)
class Request:
    """What is to be written, for whom and why; no password only if she said so."""

    purpose: str
    recipient: str
    made_on: str
    formats: tuple[str, ...]
    folder: Path = field(repr=False)
    password: str = field(default="", repr=False)
    unprotected: bool = False


@dataclass(frozen=True)
class Written:
    """The files that were written and what was hidden in them, by kind."""

    paths: tuple[Path, ...] = field(repr=False)
    hidden: Mapping[str, int]


def choices(vault: OpenVault, case_id: CaseId) -> list[Choice]:
    """Return the notes of a case that may be chosen, oldest first."""
    sessions = {one.id: one for one in vault.sessions.of_case(case_id)}
    return [
        Choice(
            note.id,
            sessions[note.session_id].number,
            sessions[note.session_id].starts_at.date(),
            note.seal is not None,
            len(note.body.text()),
        )
        for note in vault.notes.of_case(case_id)
    ]


def prepare(
    vault: OpenVault,
    tools: Tools,
    case_id: CaseId,
    notes: Sequence[NoteId],
    wording: SummaryWording,
) -> Review:
    """Find what may say who somebody is in the chosen notes.

    Loads the name-finding model at the first call. Raises `NothingChosen`, `ModelMissing`.
    """
    if not notes:
        raise NothingChosen
    register = register_of(vault, case_id)
    sessions = {one.id: one for one in vault.sessions.of_case(case_id)}
    chosen = [note for note in vault.notes.of_case(case_id) if note.id in set(notes)]
    texts = [_whole_text(vault, note) for note in chosen]
    reference = min(one.starts_at.date() for one in sessions.values())
    found = _marked(tools, texts, register, reference)
    return Review(
        tuple(
            Passage(
                note.id,
                wording.passage.replace("{number}", str(sessions[note.session_id].number)),
                text,
                tuple(
                    MarkedSpan(
                        span.start,
                        span.end,
                        str(span.type),
                        str(span.layer),
                        span.confidence,
                        span.replacement,
                        Decision.HIDE,
                    )
                    for span in spans
                ),
            )
            for note, text, spans in zip(chosen, texts, found, strict=True)
        )
    )


def _marked(
    tools: Tools, texts: list[str], register: Register, reference: date
) -> list[list[Span]]:
    """Return the spans of each text with the replacements of one export's own table."""
    from app.deid.pseudonym import (  # noqa: PLC0415 - start-up does not pay for it
        PseudonymTable,
        with_roles,
    )

    worker = tools.deidentifier()
    table = PseudonymTable(worker.lexicon, secrets.SystemRandom().shuffle, reference)
    found = worker.find(texts, register)
    return [
        with_roles(text, table.assign(text, spans))
        for text, spans in zip(texts, found, strict=True)
    ]


def finish(
    vault: OpenVault,
    tools: Tools,
    case_id: CaseId,
    review: Review,
    order: tuple[SummaryWording, Request],
) -> Written:
    """Write the summary's files, once every place is decided and the bytes hold no known name.

    Raises `SpansUndecided` and `LeakFound` (clause 157), `WeakPassword` for a short or absent
    password, `GlyphsMissing`, `DiskFull`, `NotWritable`. Nothing is written unless all files pass.
    """
    wording, request = order
    review.check_decided()
    if not request.unprotected and len(request.password) < SHORTEST:
        raise WeakPassword("short")
    number = _number(vault, request)
    summary = _summary(review, wording, request, number)
    made = _made(tools, summary, request.formats)
    _check_leaks(tools, register_of(vault, case_id), review, (request.recipient, made))
    protected = {name: _protected(tools, name, data, request) for name, (data, _) in made.items()}
    paths = tuple(request.folder / name for name in protected)
    for path, data in zip(paths, protected.values(), strict=True):
        tools.shelf.write(path, data)
    with vault.transaction():
        vault.audit.record(AuditKind.SUMMARY_EXPORTED, tools.clock.now(), case_id)
    return Written(paths, review.hidden())


@dataclass(frozen=True)
class KeptReview:
    """A review that was not finished, and what was written about its files."""

    review: Review
    fields: Mapping[str, str] = field(repr=False)


def keep_review(
    vault: OpenVault, tools: Tools, case_id: CaseId, review: Review, fields: Mapping[str, str]
) -> None:
    """Keep an unfinished review, sealed under the case's key: a lock must not throw it away."""
    value = {**to_mapping(review), "fields": dict(fields)}
    with vault.transaction():
        vault.cases.keep_draft(case_id, _REVIEW, value, tools.clock.now())


def forget_review(vault: OpenVault, tools: Tools, case_id: CaseId) -> None:
    """Keep no unfinished review any more."""
    with vault.transaction():
        vault.cases.keep_draft(case_id, _REVIEW, {}, tools.clock.now())


def kept_review(vault: OpenVault, case_id: CaseId) -> KeptReview | None:
    """Return the unfinished review, unless a note of it has changed since."""
    kept = vault.cases.draft(case_id, _REVIEW)
    if not kept:
        return None
    review = from_mapping(kept)
    texts = {note.id: _whole_text(vault, note) for note in vault.notes.of_case(case_id)}
    if any(texts.get(one.note_id) != one.original for one in review.passages):
        return None
    return KeptReview(review, kept["fields"])


def register_of(vault: OpenVault, case_id: CaseId) -> Register:
    """Return who and what is known of a case, as the de-identifier reads it."""
    from app.deid.register import Register as Found  # noqa: PLC0415 - start-up does not pay for it

    return Found.from_profile(_known(vault.clients.of_case(case_id).profile))


def _known(profile: Profile) -> dict[str, object]:
    """Return a profile in the shape that a register is read from."""
    flat = asdict(profile)
    people = [dict(one) for one in flat["people"]]
    emergency = flat["emergency"]
    if emergency["name"]:
        people.append({"name": emergency["name"], "relation": emergency["relation"], "aliases": []})
    cities = [flat["place"]["city"], flat["counselor_place"]["city"]]
    return {
        "client": {**flat, "aliases": list(profile.aliases)},
        "people": people,
        "places": [*profile.places, *(city for city in cities if city)],
        "organisations": list(profile.organisations),
    }


def _whole_text(vault: OpenVault, note: Note) -> str:
    """Return the words of a note and of what was added to it."""
    added = [one.text for one in vault.notes.amendments(note.id)]
    return "\n\n".join([note.body.text(), *added])


def _number(vault: OpenVault, request: Request) -> str:
    """Return the number of a summary: the day, and how many went out before. No name, no code."""
    before = sum(
        entry.kind is AuditKind.SUMMARY_EXPORTED for entry in vault.audit.entries(limit=100_000)
    )
    return f"{request.made_on.replace('-', '')}-{before + 1:03d}"


def _summary(
    review: Review, wording: SummaryWording, request: Request, number: str
) -> DeidentifiedSummary:
    """Return the value that is printed."""
    return DeidentifiedSummary(
        number=number,
        language=wording.language,
        title=wording.title,
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
        made[f"summary-{summary.number}.pdf"] = (data, tools.papers.pdf_words(data))
    if DOCX in formats:
        data = tools.papers.summary_docx.render(summary)
        made[f"summary-{summary.number}.docx"] = (data, tools.papers.docx_words(data))
    if not made:
        raise NothingChosen
    return made


def _check_leaks(
    tools: Tools,
    register: Register,
    review: Review,
    files: tuple[str, Mapping[str, tuple[bytes, list[str]]]],
) -> None:
    """Raise `LeakFound` when a file holds a word of the register that nobody chose to keep.

    The recipient's own name, often the supervisor who stands in the register too, is no leak.
    """
    from app.deid.leakcheck import register_hits  # noqa: PLC0415 - start-up does not pay for it

    recipient, made = files
    kept = {
        one.original[mark.start : mark.end]
        for one in review.passages
        for mark in one.spans
        if mark.decision is Decision.KEEP
    }
    left = 0
    for name, (_, words) in made.items():
        lines = [line.replace(recipient, "") if recipient else line for line in (name, *words)]
        hits = register_hits(lines, register, tools.deidentifier().lexicon)
        left = max(left, len({hit.surface for hit in hits if _leaks(hit, kept)}))
    if left:
        raise LeakFound(left)


def _leaks(hit: RegisterHit, kept: set[str]) -> bool:
    """Return whether a hit blocks: not where she chose to keep it, nor for an ordinary word."""
    return not hit.check and not any(hit.surface in one or one in hit.surface for one in kept)


def _protected(tools: Tools, name: str, data: bytes, request: Request) -> bytes:
    """Return a file's bytes under the password, unless she chose none."""
    if request.unprotected:
        return data
    if name.endswith(DOCX):
        return tools.papers.protect_docx(data, request.password)
    return tools.papers.protect_pdf(data, request.password)

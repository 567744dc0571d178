"""The review before a summary: what is found in the notes, kept while the counselor decides.

A review is found with the register as it is that day. She is told to register what was missed, so
the register changes while a review waits, and a note may: it is then found anew, and her decisions
go along.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.carry import LEFT_OUT, carry
from app.domain.errors import NothingChosen
from app.domain.review import Decision, MarkedSpan, Passage, Review, from_mapping, to_mapping
from app.services import case_reports

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from app.deid.register import Register
    from app.deid.span import Span
    from app.domain.ids import CaseId, NoteId
    from app.domain.note import Note
    from app.domain.summary import SummaryWording
    from app.ports import OpenVault
    from app.services.tools import Tools

_REVIEW = "summary"  # apart from the review of a case's course, an `EntryKind`


@dataclass(frozen=True)
class KeptReview:
    """A review that was not finished, and what was written about its files.

    `renewed` says that the register or a note changed since and everything was found anew; `fresh`
    counts the places that are hidden now and were not before: she has not decided on these. In the
    `changed` notes nothing is decided.
    """

    review: Review
    fields: Mapping[str, str] = field(repr=False)
    renewed: bool = False
    fresh: int = 0
    changed: int = 0


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
    sessions = {one.id: one for one in vault.sessions.of_case(case_id)}
    chosen = [note for note in vault.notes.of_case(case_id) if note.id in set(notes)]
    _prepared(vault, tools, case_id)
    bare = tuple(
        Passage(
            note.id,
            wording.passage.replace("{number}", str(sessions[note.session_id].number)),
            whole_text(vault, note),
            (),
        )
        for note in chosen
    )
    return _found(vault, tools, case_id, bare)


def prepare_report(
    vault: OpenVault, tools: Tools, case_id: CaseId, keys: Sequence[str], wording: SummaryWording
) -> Review:
    """Find what may say who somebody is in sections of the last case report, in their order.

    A section in which nothing is written is left out. Raises `NothingChosen`, `ModelMissing`.
    """
    texts = report_texts(vault, case_id)
    chosen = [key for key in keys if key in texts]
    if not chosen:
        raise NothingChosen
    _prepared(vault, tools, case_id)
    bare = tuple(Passage(key, wording.section(key), texts[key], ()) for key in chosen)
    return _found(vault, tools, case_id, bare)


def report_texts(vault: OpenVault, case_id: CaseId) -> dict[str, str]:
    """Return the sections of the last case report that hold words, by key."""
    written = case_reports.latest(vault, case_id).texts
    return {key: text.strip() for key, text in written.items() if text.strip()}


def _prepared(vault: OpenVault, tools: Tools, case_id: CaseId) -> None:
    """Write that notes of a case were laid out for a summary: their words are read there."""
    vault.audit.record_or_hold(AuditKind.SUMMARY_PREPARED, tools.clock.now(), case_id)


def keep(
    vault: OpenVault, tools: Tools, case_id: CaseId, review: Review, fields: Mapping[str, str]
) -> datetime:
    """Keep an unfinished review, sealed under the case's key, and return when.

    Neither a lock nor a crash throws her decisions away. Raises `DiskFull`, `DiskFailed`.
    """
    value = {**to_mapping(review), "fields": dict(fields)}
    now = tools.clock.now()
    with vault.transaction():
        vault.cases.keep_draft(case_id, _REVIEW, value, now)
    return now


def forget(vault: OpenVault, tools: Tools, case_id: CaseId) -> None:
    """Keep no unfinished review any more."""
    with vault.transaction():
        vault.cases.keep_draft(case_id, _REVIEW, {}, tools.clock.now())


def kept(vault: OpenVault, tools: Tools, case_id: CaseId) -> KeptReview | None:
    """Return the unfinished review; None if there is none, or if none of its notes is left.

    If the register or a note has changed since, all places are found anew and her decisions are
    carried over where the words are the same. Raises `ModelMissing` then.
    """
    raw = vault.cases.draft(case_id, _REVIEW)
    if not raw:
        return None
    _prepared(vault, tools, case_id)
    review = from_mapping(raw)
    texts: dict[NoteId | str, str] = {}
    texts.update({note.id: whole_text(vault, note) for note in vault.notes.of_case(case_id)})
    texts.update(report_texts(vault, case_id))
    left = [one for one in review.passages if one.source in texts]
    now = [replace(one, original=texts[one.source]) for one in left]
    if not now:
        return None
    known = digest(register_of(vault, case_id))
    if review.known == known and tuple(now) == review.passages:
        return KeptReview(review, raw["fields"])
    carried = carry(review, _found(vault, tools, case_id, now))
    changed = sum(before != after for before, after in zip(left, now, strict=True))
    return KeptReview(
        carried.review, raw["fields"], renewed=True, fresh=carried.fresh, changed=changed
    )


def register_of(vault: OpenVault, case_id: CaseId) -> Register:
    """Return who and what is known of a case, as the de-identifier reads it."""
    from app.deid.register import Register as Found  # noqa: PLC0415 - start-up does not pay for it

    return Found.of(vault.clients.of_case(case_id).profile)


def digest(register: Register) -> str:
    """Return a short sign of all that a register holds: another register has another sign.

    It is kept with the review alone, sealed: in the open it would confirm a guess.
    """
    held = json.dumps(as_json(register), ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(held.encode("ascii")).hexdigest()


def whole_text(vault: OpenVault, note: Note) -> str:
    """Return the words of a note and of what was added to it."""
    added = [one.text for one in vault.notes.amendments(note.id)]
    return "\n\n".join([note.body.text(), *added])


def _found(vault: OpenVault, tools: Tools, case_id: CaseId, passages: Sequence[Passage]) -> Review:
    """Return the passages with every place that is found in them today, all of them hidden."""
    register = register_of(vault, case_id)
    today = tools.clock.now().date()
    held = (one.starts_at.date() for one in vault.sessions.of_case(case_id))
    reference = min(held, default=today)
    found = _marked(tools, [one.original for one in passages], register, reference)
    return Review(
        tuple(
            Passage(one.source, one.heading, one.original, _marks(tools, one.original, spans))
            for one, spans in zip(passages, found, strict=True)
        ),
        digest(register),
    )


def _marks(tools: Tools, text: str, spans: list[Span]) -> tuple[MarkedSpan, ...]:
    """Return what was found, and between it the details that she is asked about (clause 157)."""
    asked = [
        replace(_mark(span), replacement=LEFT_OUT, decision=Decision.OPEN)
        for span in tools.deidentifier().point(text, spans)
    ]
    return tuple(sorted([*map(_mark, spans), *asked], key=lambda mark: mark.start))


def _mark(span: Span) -> MarkedSpan:
    """Return a found span as the review shows it: hidden until she says otherwise."""
    return MarkedSpan(
        span.start,
        span.end,
        str(span.type),
        str(span.layer),
        span.confidence,
        span.replacement,
        Decision.HIDE,
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
    shuffle = secrets.SystemRandom().shuffle
    table = PseudonymTable(worker.lexicon, shuffle, reference, tools.client)
    found = worker.find(texts, register)
    return [
        with_roles(text, table.assign(text, spans))
        for text, spans in zip(texts, found, strict=True)
    ]

"""What is unfinished in a case as a legal hold begins: kept as it stands (147).

Signed notes, amendments and entries never change. Drafts do, so a hold takes down their words. A
counselor's reflections are no part of the record and are not copied, so that what she deletes after
the hold is gone: while it stands none is deleted, and those that it found are not changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.blank import is_blank
from app.domain.consent import fill_so_far
from app.domain.consent_text import worn
from app.domain.entry import EntryKind
from app.domain.legal_hold import DraftPart, Stood
from app.domain.record_words import READ, VERSIONS, sheet_words
from app.domain.session_sheet import SessionSheet, sheet_to_mapping
from app.services import unfinished
from app.services.case_entries import draft_kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from app.domain.consent import Consent, ConsentForm
    from app.domain.consent_text import AccessRow, ConsentTemplate
    from app.domain.ids import CaseId, SessionId
    from app.domain.note import Note
    from app.domain.session import Session
    from app.ports import OpenVault

_OWN: Final = frozenset({EntryKind.LEGAL_HOLD, EntryKind.HOLD_LIFTED})


def standing(vault: OpenVault, case_id: CaseId) -> tuple[Stood, ...]:
    """Return the drafts of a case as they stand; raise `CaseLocked` where it is shut."""
    sessions = {one.id: one for one in vault.sessions.of_case(case_id)}
    notes = vault.notes.of_case(case_id)
    of_notes = (kept for one in notes for kept in _of_note(vault, one, sessions[one.session_id]))
    return (*of_notes, *_begun(vault, case_id, sessions), *_consents(vault, case_id))


def words(one: Stood) -> str:
    """Return what was written in a draft; of a form whose choices cannot be told apart, all."""
    if one.part is not DraftPart.ENTRY:
        return str(one.raw["text"])
    part, read = READ.get(EntryKind(one.kind), (None, None))
    if read is not None and part not in VERSIONS:
        return read({"referral": 0, **one.raw})
    return "\n".join(text for text in _texts(one.raw) if not is_blank(text))


def _of_note(vault: OpenVault, note: Note, session: Session) -> Iterator[Stood]:
    """Yield what is written of a note that is not signed, or below one that is."""
    if note.seal is not None:
        below = vault.notes.amendment_draft(note.id)
        if not is_blank(below):
            yield Stood(DraftPart.AMENDMENT, session.number, raw={"text": below})
        return
    if not is_blank(note.body.text()):
        yield Stood(DraftPart.NOTE, session.number, raw={"text": note.body.text()})
    sheet = vault.entries.sheet(session)
    if sheet != SessionSheet():
        raw = {"text": sheet_words(sheet), "sheet": sheet_to_mapping(sheet)}
        yield Stood(DraftPart.SHEET, session.number, raw=raw)


def _begun(
    vault: OpenVault, case_id: CaseId, sessions: Mapping[SessionId, Session]
) -> Iterator[Stood]:
    """Yield the entries that are begun; the form of the hold itself is none of them."""
    for one in unfinished.of_case(vault, case_id):
        if one.kind not in _OWN:
            raw = vault.cases.draft(case_id, draft_kind(one.kind, one.session_id))
            number = 0 if one.session_id is None else sessions[one.session_id].number
            yield Stood(DraftPart.ENTRY, number, one.kind.value, raw)


def _consents(vault: OpenVault, case_id: CaseId) -> Iterator[Stood]:
    """Yield the consents that are not signed: what is filled in, what was said, the whole form."""
    for one in reversed(vault.consents.of_case(case_id)):
        if not one.final:
            text = vault.consents.wording(one.id)
            form = fill_so_far(text, one.draft, number="", subtitle="")
            raw = {
                "text": _lines(_filled(text, one)),
                "state": one.state.value,
                "form": _lines(_printed(form)),
            }
            yield Stood(DraftPart.CONSENT, kind=one.purpose.value, raw=raw)


def _filled(text: ConsentTemplate, one: Consent) -> Iterator[str]:
    """Yield what was filled into a consent, by what each is called, and what was talked about."""
    yield text.title
    text = worn(text, one.draft)
    colon = "：" if text.language == "zh" else ": "
    for key, said in one.draft.facts.items():
        yield "" if is_blank(said) else f"{text.label_of(key)}{colon}{said}"
    for row in one.draft.access:
        yield _row(row)
    yield from (point.text for point in text.talk if point.key in one.talk.points)
    yield from (*one.draft.members, one.talk.questions, one.talk.own_words, one.talk.process)


def _printed(form: ConsentForm) -> Iterator[str]:
    """Yield every word of a form as it would have been printed."""
    yield from (form.title, *form.opening)
    for part in form.sections:
        yield from (part.heading, *part.paragraphs)
    yield from (*(_row(row) for row in form.access), *form.closing)


def _row(row: AccessRow) -> str:
    return " · ".join(one for one in (row.role, row.records, row.recordings) if not is_blank(one))


def _lines(said: Iterable[str]) -> str:
    return "\n".join(one for one in said if not is_blank(one))


def _texts(raw: object) -> Iterator[str]:
    """Yield the texts in what was kept of a draft, however deep they lie."""
    if isinstance(raw, str):
        yield raw
    elif isinstance(raw, list | tuple):
        for one in raw:
            yield from _texts(one)
    elif isinstance(raw, dict):
        for one in raw.values():
            yield from _texts(one)

"""Notes are drafted, signed, then only added to; here lies what a signature covers."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC
from enum import Enum
from typing import TYPE_CHECKING

from app.domain.errors import NoteEmpty
from app.domain.length import Length, length
from app.domain.session_sheet import sheet_to_mapping

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.ids import AmendmentId, CaseId, NoteId, SessionId
    from app.domain.session import Session
    from app.domain.session_sheet import SessionSheet


@dataclass(frozen=True)
class TemplatePart:
    """One section of a note template: its key, title and the hint beside it."""

    key: str
    title: str
    hint: str = ""


@dataclass(frozen=True)
class NoteTemplate:
    """A form for notes, shipped as data or made by the counselor.

    `edition` is kept with each note, and so are the titles of the sections, in `language`.
    """

    key: str
    edition: str
    title: str
    parts: tuple[TemplatePart, ...]
    language: str = "zh"


@dataclass(frozen=True)
class NotePart:
    """A written section of a note."""

    key: str
    title: str
    text: str = field(repr=False)


@dataclass(frozen=True)
class NoteBody:
    """What a note says; `template` and `edition` name the form it was written in."""

    template: str
    edition: str
    parts: tuple[NotePart, ...] = field(repr=False)

    def text(self) -> str:
        """Return all sections that hold words, titles above them, as one text."""
        if len(self.parts) == 1:
            return self.parts[0].text
        return "\n\n".join(f"{part.title}\n{part.text}" for part in self.parts if part.text)

    def length(self) -> Length:
        """Return how much was written. Titles do not count, they are not hers."""
        return length(part.text for part in self.parts)

    @property
    def empty(self) -> bool:
        """Whether nothing but white space was written."""
        return not any(part.text.strip() for part in self.parts)


class NoteState(Enum):
    """A note is a draft until it is signed."""

    DRAFT = "draft"
    SIGNED = "signed"


@dataclass(frozen=True)
class Seal:
    """What a signature left: who, when, the digest, and the digest signed before it."""

    signer: str = field(repr=False)
    at: datetime
    digest: bytes
    previous: bytes


@dataclass(frozen=True)
class Note:
    """A session note (咨询记录) of a case."""

    id: NoteId
    case_id: CaseId
    session_id: SessionId
    body: NoteBody = field(repr=False)
    created_at: datetime
    updated_at: datetime
    seal: Seal | None = None

    @property
    def state(self) -> NoteState:
        """Draft or signed."""
        return NoteState.SIGNED if self.seal else NoteState.DRAFT


@dataclass(frozen=True)
class Amendment:
    """What was added to a signed note (补记); it stands under the original."""

    id: AmendmentId
    case_id: CaseId
    note_id: NoteId
    text: str = field(repr=False)
    seal: Seal


def empty_body(template: NoteTemplate) -> NoteBody:
    """Return the unwritten body of a note in `template`."""
    parts = tuple(NotePart(part.key, part.title, "") for part in template.parts)
    return NoteBody(template.key, template.edition, parts)


def signed_bytes(
    body: NoteBody,
    about: tuple[Session, SessionSheet],
    signer: str,
    at: datetime,
    previous: bytes,
) -> bytes:
    """Return the canonical bytes that a note's signature covers.

    Of the session it covers the number, when it was, its length in minutes and its mode: a record
    says when the session took place as much as what was said (clause 132). Its sheet is covered
    where it holds anything. Raises `NoteEmpty`
    when nothing was written. Canonical JSON (sorted keys, UTF-8, no spaces), so
    that the same words give the same bytes on every machine; lone surrogates, which no keyboard
    makes but a paste can, are kept as escapes.
    """
    if body.empty:
        raise NoteEmpty
    session, sheet = about
    return _canonical(
        {
            **({} if sheet.empty else {"sheet": sheet_to_mapping(sheet)}),
            "kind": "note",
            "template": body.template,
            "edition": body.edition,
            "parts": [[part.key, part.title, part.text] for part in body.parts],
            "session": session.number,
            "starts_at": session.starts_at.astimezone(UTC).isoformat(),
            "minutes": session.minutes,
            "mode": session.mode.value,
            "signer": signer,
            "at": at.astimezone(UTC).isoformat(),
            "previous": previous.hex(),
        }
    )


def amendment_bytes(text: str, note: int, signer: str, at: datetime, previous: bytes) -> bytes:
    """Return the canonical bytes that an amendment's signature covers; `NoteEmpty` if blank."""
    if not text.strip():
        raise NoteEmpty
    return _canonical(
        {
            "kind": "amendment",
            "text": text,
            "note": note,
            "signer": signer,
            "at": at.astimezone(UTC).isoformat(),
            "previous": previous.hex(),
        }
    )


def _canonical(value: dict[str, object]) -> bytes:
    """Return `value` as canonical JSON bytes."""
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")

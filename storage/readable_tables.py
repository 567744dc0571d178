"""What of each table goes into a readable export, and in which form.

Every table and column of the schema stands here, or is left out for a reason that is said: a test
compares this with the schema, so nothing that is added later is forgotten. `docs/export-format.md`
describes what comes of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


class How(Enum):
    """What a column holds in the vault, and so what becomes of it."""

    PLAIN = "plain"
    JSON = "json"
    HEX = "hex"
    SEALED_JSON = "sealed json"
    SEALED_TEXT = "sealed text"
    SEALED_FILE = "sealed file"
    FILE = "file"
    KEY = "key"
    """Of the vault alone: it is not exported, and whoever takes the export in makes another."""


@dataclass(frozen=True)
class Column:
    """A column: what it holds, what it is called outside, and what its words are sealed for."""

    name: str
    how: How = How.PLAIN
    called: str = ""
    sealed_for: str = ""

    @property
    def title(self) -> str:
        """What it is called in the export."""
        return self.called or self.name


@dataclass(frozen=True)
class Table:
    """A table: its columns in the order of the schema, and what binds its sealed words to a row.

    `bound` is the column whose number the words are sealed under. `owner` is the column that names
    the case, "" for what belongs to no case.
    """

    name: str
    columns: tuple[Column, ...]
    bound: str = "id"
    owner: str = "case_id"
    order: str = field(default="id")


def _plain(*names: str) -> tuple[Column, ...]:
    return tuple(Column(one) for one in names)


def _sealed(table: str, how: How = How.SEALED_JSON, called: str = "content") -> Column:
    return Column("sealed", how, called, table)


SETTINGS: Final = "settings"
CASES: Final = "cases"
DRAFTS: Final = "case_drafts"
FORM: Final = "case_form"
STEPS: Final = "consent_steps"
RECORDINGS: Final = "recordings"
AUDIT: Final = "audit"
REFLECTIONS: Final = "reflections"

TABLES: Final[tuple[Table, ...]] = (
    Table(SETTINGS, (Column("key"), Column("value", How.JSON)), "", "", "key"),
    Table(
        CASES,
        (
            *_plain("id", "mode", "state", "opened_at"),
            *(Column("wrapped_key", How.KEY), Column("key_kind", How.KEY)),
            _sealed(CASES),
        ),
        owner="id",
    ),
    Table("clients", (*_plain("id", "case_id"), _sealed("clients"))),
    Table("sessions", _plain("id", "case_id", "number", "starts_at", "minutes", "mode")),
    Table(
        "notes",
        (
            *_plain("id", "case_id", "session_id", "state", "created_at", "updated_at"),
            *_plain("signed_at", "turn"),
            *(Column("digest", How.HEX), Column("previous", How.HEX)),
            Column("signer", How.SEALED_TEXT, sealed_for="notes.signer"),
            _sealed("notes"),
        ),
    ),
    Table(
        "amendments",
        (
            *_plain("id", "case_id", "note_id", "signed_at", "turn"),
            *(Column("digest", How.HEX), Column("previous", How.HEX)),
            Column("signer", How.SEALED_TEXT, sealed_for="amendments.signer"),
            _sealed("amendments", How.SEALED_TEXT),
        ),
    ),
    Table(
        "amendment_drafts",
        (
            *_plain("note_id", "case_id", "updated_at"),
            _sealed("amendment_drafts", How.SEALED_TEXT),
        ),
        "note_id",
        order="note_id",
    ),
    Table(
        "consents",
        (
            *_plain("id", "case_id", "purpose", "template", "edition", "state", "method", "mode"),
            *(Column("ends_at"), Column("digest", How.HEX)),
            Column("wording", How.SEALED_JSON, sealed_for="consents.wording"),
            _sealed("consents"),
        ),
    ),
    Table(STEPS, _plain("id", "consent_id", "state", "at"), owner=""),
    Table(
        "documents",
        (
            *_plain("id", "case_id", "consent_id", "kind", "media_type", "size", "at"),
            _sealed("documents", How.SEALED_FILE, "file"),
        ),
    ),
    Table(
        DRAFTS,
        (*_plain("id", "case_id", "kind", "updated_at"), _sealed(DRAFTS)),
        "case_id",
    ),
    Table(
        FORM,
        (*_plain("id", "updated_at"), Column("wrapped_key", How.KEY), _sealed(FORM)),
        owner="",
    ),
    Table(
        "destructions",
        (*_plain("id", "case_id", "at", "opened_at"), Column("held", How.JSON), Column("ground")),
        owner="",
    ),
    Table(
        AUDIT,
        (*_plain("id", "at", "kind", "case_id", "subject"), Column("link", How.KEY)),
        owner="",
    ),
    Table(
        "appointment_series",
        (
            *_plain("id", "case_id", "starts_at", "ends_at", "minutes", "zone", "mode", "rule"),
            _sealed("appointment_series"),
        ),
    ),
    Table(
        "appointments",
        (
            *_plain("id", "case_id", "series_id", "slot", "starts_at", "minutes", "zone", "mode"),
            *_plain("state", "moves", "session_id"),
            _sealed("appointments"),
        ),
    ),
    Table("appointment_moves", _plain("id", "case_id", "from_at", "to_at", "at", "following")),
    Table(
        RECORDINGS,
        (
            *_plain("id", "case_id", "session_id"),
            Column("name", How.KEY),
            *_plain("kind", "media_type", "made_at", "stored_at", "size"),
            *(Column("chunks", How.KEY), Column("digest", How.KEY)),
            *(Column("file_digest", How.KEY), Column("wrapped_key", How.KEY)),
            _sealed(RECORDINGS),
        ),
    ),
    Table("destruction_marks", _plain("case_id", "at", "ground"), order="case_id"),
    Table(
        "entries",
        (*_plain("id", "case_id", "session_id", "kind", "at"), _sealed("entries")),
    ),
    Table(
        "entry_documents",
        (
            *_plain("id", "case_id", "entry_id", "media_type", "size", "at"),
            _sealed("entry_documents", How.SEALED_FILE, "file"),
        ),
    ),
    Table(
        "session_sheets",
        (*_plain("session_id", "case_id", "updated_at"), _sealed("session_sheets")),
        "session_id",
        order="session_id",
    ),
    Table(
        "practice_entries",
        (*_plain("id", "kind", "updated_at"), Column("value", How.JSON)),
        owner="",
    ),
    Table(
        "practice_documents",
        (
            *_plain("id", "entry_id", "media_type", "size", "at"),
            Column("data", How.FILE, "file"),
        ),
        owner="",
    ),
    Table(
        REFLECTIONS,
        (
            *_plain("id", "case_id", "session_id", "created_at", "updated_at"),
            _sealed(REFLECTIONS, How.SEALED_TEXT),
        ),
    ),
)
"""In an order in which no row comes before one that it names."""

LEFT_OUT: Final[Mapping[str, str]] = {
    "indexed": "made anew from the notes",
    "words": "made anew from the notes",
    "loose_media": "files of this vault on this disk",
    "never": "always empty",
    "destruction": "empty but within one act",
    "case_key_copies": "keys of this vault",
    "case_locks": "keys of this vault",
    "case_lock_copies": "keys of this vault",
    "recovery_half": "keys of this vault",
    "answer_marks": "hashes under a key of this vault; the answers themselves are entries",
}
"""Tables that are not exported, and why."""

OF_THIS_VAULT: Final[Mapping[str, str]] = {
    "keyring": "a secret that opens this vault",
    "example": "the mark that this vault may be deleted with a click",
    "backup plan": "where the backups of this vault lie",
    "computer safety": "what was seen of this computer",
    "checked at": "when this vault was checked",
    "check findings": "what that found",
    "came hurt": "in what state this vault arrived",
    "open note": "what was open in the window",
    "open page": "what was open in the window",
    "calendar place": "what was open in the window",
}
"""Settings that speak of this vault and this computer alone, and why they stay."""
ENDINGS: Final[Mapping[str, str]] = {
    "application/pdf": "pdf",
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/webp": "webp",
    "text/plain": "txt",
    "text/markdown": "md",
    "audio/wav": "wav",
    "audio/x-wav": "wav",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "audio/aac": "aac",
    "audio/flac": "flac",
    "audio/ogg": "ogg",
    "video/mp4": "mp4",
    "video/quicktime": "mov",
    "video/x-matroska": "mkv",
    "video/webm": "webm",
}


def file_name(table: str, number: int, media_type: str) -> str:
    """Return where a file lies in the archive: by its number, which tells nothing of anybody."""
    return f"files/{table}/{number:06d}.{ENDINGS.get(media_type, 'bin')}"


def data_name(table: str) -> str:
    """Return where the rows of a table lie in the archive."""
    return f"data/{table}.jsonl"

"""Note templates as data: a TOML text becomes a `NoteTemplate`."""

from __future__ import annotations

import tomllib
from typing import Any

from app.domain.note import NoteTemplate, TemplatePart


def load_note_template(text: str) -> NoteTemplate:
    """Return the template that `text` describes.

    A template has `key`, `edition`, `title` and one or more `[[parts]]` with `key`, `title` and
    perhaps `hint`. Raises ValueError when something is missing, empty or said twice: such a file
    would lose words when a note is written in it.
    """
    raw = tomllib.loads(text)
    parts = tuple(
        TemplatePart(_word(part, "key"), _word(part, "title"), part.get("hint", ""))
        for part in raw.get("parts", ())
    )
    if not parts:
        raise ValueError("a note template has no parts")
    if len({part.key for part in parts}) < len(parts):
        raise ValueError("two parts of a note template have the same key")
    return NoteTemplate(_word(raw, "key"), _word(raw, "edition"), _word(raw, "title"), parts)


def _word(raw: dict[str, Any], name: str) -> str:
    """Return the word under `name`; raise ValueError unless there is one."""
    word = raw.get(name)
    if not isinstance(word, str) or not word.strip():
        raise ValueError(f"a note template lacks: {name}")
    return word

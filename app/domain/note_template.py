"""Note templates: read from data, made by the counselor, and changed under a begun note."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import partial
from typing import Final

from app.domain.data_word import data_word
from app.domain.errors import FieldInvalid
from app.domain.note import NoteBody, NotePart, NoteTemplate, TemplatePart

OTHER: Final = "other"
FREE: Final = "text"
_OTHER_TITLES: Final = {"zh": "其他", "en": "Other"}
_word: Final = partial(data_word, "a note template")


def load_note_template(text: str) -> NoteTemplate:
    """Return the template that `text` describes.

    A template has `key`, `edition`, `title`, perhaps `language` (zh where it says none), and one
    or more `[[parts]]` with `key`, `title` and perhaps `hint`. Raises ValueError when something is
    missing, empty or said twice: such a file would lose words when a note is written in it.
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
    title, language = _word(raw, "title"), raw.get("language", "zh")
    return NoteTemplate(_word(raw, "key"), _word(raw, "edition"), title, parts, language)


def checked(template: NoteTemplate) -> NoteTemplate:
    """Return a template of the counselor's without white space around its words.

    Raises `FieldInvalid`: "template title" without a title, "template parts" without sections or
    with one that has no title.
    """
    title = template.title.strip()
    parts = tuple(
        TemplatePart(part.key, part.title.strip(), part.hint.strip()) for part in template.parts
    )
    if not title:
        raise FieldInvalid("template title")
    if not parts or not all(part.title for part in parts):
        raise FieldInvalid("template parts")
    return replace(template, title=title, parts=parts)


def fitted(body: NoteBody, template: NoteTemplate) -> NoteBody:
    """Return `body` in the sections of `template`; every word written is in it.

    What stands under a key that both have stays there. The rest goes under its old titles into
    the one section of free writing, or else into a section 其他 at the end.
    """
    keys = {part.key for part in template.parts}
    texts = {part.key: part.text for part in body.parts if part.key in keys}
    rest = [part for part in body.parts if part.key not in keys and part.text]
    parts = [NotePart(part.key, part.title, texts.get(part.key, "")) for part in template.parts]
    if rest and len(parts) == 1 and parts[0].key == FREE:
        parts = [replace(parts[0], text=_joined(parts[0].text, rest))]
    elif rest:
        title = _OTHER_TITLES.get(template.language, _OTHER_TITLES["zh"])
        parts.append(NotePart(OTHER, title, _joined("", rest)))
    return NoteBody(template.key, template.edition, tuple(parts))


def template_of(body: NoteBody) -> NoteTemplate:
    """Return the form in which a note was written, as far as the note itself tells."""
    parts = tuple(TemplatePart(part.key, part.title) for part in body.parts)
    return NoteTemplate(body.template, body.edition, body.template, parts)


def _joined(text: str, rest: list[NotePart]) -> str:
    """Return `text` with the other sections below it, titles above them where they say something.

    What was itself 其他, or free writing, needs no title: its words come as they are.
    """
    blocks = [text] if text else []
    blocks += [
        part.text if part.key in {OTHER, FREE} else f"{part.title}\n{part.text}" for part in rest
    ]
    return "\n\n".join(blocks)

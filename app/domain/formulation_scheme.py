"""The schemes of a case formulation, read from data."""

from __future__ import annotations

import tomllib
from functools import partial
from typing import TYPE_CHECKING, Final

from app.domain.data_word import data_word
from app.domain.formulation import GOALS, METHODS, Scheme, SchemePart

if TYPE_CHECKING:
    from collections.abc import Iterable

_word: Final = partial(data_word, "a scheme of formulation")
_ORDER: Final = ("free", "5p", "cbt", "dynamic", "family")


def load_scheme(text: str) -> Scheme:
    """Return the scheme that `text` describes.

    It has `key`, `edition`, `language`, `title`, `about` and one or more `[[parts]]` with `key`,
    `title` and `hint`. Raises ValueError when something is missing, empty or said twice, or where
    a section would take the place of goals or methods: words would be lost when it is written in.
    """
    raw = tomllib.loads(text)
    parts = tuple(
        SchemePart(_word(one, "key"), _word(one, "title"), _word(one, "hint"))
        for one in raw.get("parts", ())
    )
    if not parts:
        raise ValueError("a scheme of formulation has no parts")
    if len({one.key for one in parts} - {GOALS, METHODS}) < len(parts):
        raise ValueError("two parts of a scheme of formulation have the same key")
    key, edition, language, title, about = (
        _word(raw, name) for name in ("key", "edition", "language", "title", "about")
    )
    return Scheme(key, edition, language, title, about, parts)


def schemes_in(every: Iterable[Scheme], language: str) -> tuple[Scheme, ...]:
    """Return the schemes of a language: free writing first, unknown ones last."""
    found = (one for one in every if one.language == language)
    place = {key: number for number, key in enumerate(_ORDER)}
    return tuple(sorted(found, key=lambda one: (place.get(one.key, len(place)), one.key)))

"""The words that can be chosen on the sheet of a session, read from a data file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from app.domain.blank import is_blank
from app.domain.data_word import data_word

if TYPE_CHECKING:
    from collections.abc import Iterable

_word: Final = partial(data_word, "a catalogue")


@dataclass(frozen=True)
class SheetCatalogue:
    """Moods, kinds of problem and remedies in one language; `edition` is kept with each sheet."""

    edition: str
    language: str
    moods: tuple[str, ...]
    problems: tuple[str, ...]
    remedies: tuple[str, ...]


def load_catalogue(text: str) -> SheetCatalogue:
    """Return the catalogue that a TOML text describes; raise ValueError where something lacks."""
    raw = tomllib.loads(text)
    lists = (_words(raw, name) for name in ("moods", "problems", "remedies"))
    return SheetCatalogue(_word(raw, "edition"), _word(raw, "language"), *lists)


def with_own(shipped: SheetCatalogue, own: Iterable[str]) -> SheetCatalogue:
    """Return a catalogue with the counselor's own kinds of problem, where she made a list."""
    mine = clean_list(own)
    return replace(shipped, problems=mine) if mine else shipped


def clean_list(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words without outer white space, each once and none that is blank."""
    return tuple(dict.fromkeys(one.strip() for one in words if not is_blank(one)))


def _words(raw: dict[str, Any], name: str) -> tuple[str, ...]:
    words = raw.get(name)
    if not isinstance(words, list) or not words or clean_list(words) != tuple(words):
        raise ValueError(f"a catalogue lacks: {name}")
    return tuple(words)

"""The items of the suitability screen, read from data."""

from __future__ import annotations

import tomllib
from functools import partial
from typing import Any, Final

from app.domain.data_word import data_word
from app.domain.screen import ScreenCatalogue, ScreenItem

_word: Final = partial(data_word, "a screen")


def load_screen_catalogue(text: str) -> ScreenCatalogue:
    """Return the catalogue that `text` describes.

    It has `key`, `edition`, `language`, `yes`, `no`, `answered` (where {0} is the item and {1} the
    answer), `suits` (a list of sentences) and one or more `[[items]]` with `key`, `text`,
    `source`, `clauses` and perhaps `risk`. Raises ValueError when something is missing, empty or
    said twice: an item that is lost is a danger nobody asks about.
    """
    raw = tomllib.loads(text)
    items = tuple(_item(one) for one in raw.get("items", ()))
    if not items or not raw.get("suits"):
        raise ValueError("a screen lacks items, or whom it suits")
    if len({one.key for one in items}) < len(items):
        raise ValueError("two items of a screen have the same key")
    return ScreenCatalogue(
        _word(raw, "key"),
        _word(raw, "edition"),
        _word(raw, "language"),
        items,
        tuple(raw["suits"]),
        _word(raw, "yes"),
        _word(raw, "no"),
        _word(raw, "answered"),
    )


def _item(raw: dict[str, Any]) -> ScreenItem:
    """Return one item."""
    clauses = tuple(raw.get("clauses", ()))
    if not clauses:
        raise ValueError("an item of a screen names no clause")
    return ScreenItem(
        _word(raw, "key"),
        _word(raw, "text"),
        _word(raw, "source"),
        clauses,
        bool(raw.get("risk", False)),
    )

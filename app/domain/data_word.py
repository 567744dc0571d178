"""A word that a data file of the program must have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def data_word(what: str, raw: Mapping[str, Any], name: str) -> str:
    """Return the word under `name` of the file of `what`; raise ValueError unless there is one."""
    word = raw.get(name)
    if not isinstance(word, str) or not word.strip():
        raise ValueError(f"{what} lacks: {name}")
    return word

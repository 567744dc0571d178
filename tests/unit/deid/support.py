"""Helpers shared by the tests of de-identification."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from app.deid.lexicon import Lexicon, load_lexicon
from app.deid.tagging import Tagged, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

LISTS = Path(__file__).parents[3] / "resources" / "deid"


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    return load_lexicon(LISTS)


class SilentTagger:
    """Finds no names: every character is a word of its own."""

    def tag(self, sentences: Sequence[str]) -> list[Tagged]:
        return [
            Tagged(
                tuple(Token(i, i + 1, "n") for i in range(len(s))),
                (0.0,) * len(s), (0.0,) * len(s), (0.0,) * len(s),
            )
            for s in sentences
        ]  # fmt: skip

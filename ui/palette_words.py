"""What counselors call a page besides its title, for the palette: a data file, both languages."""

from __future__ import annotations

import tomllib
from functools import cache

from resources import resource


@cache
def every() -> dict[str, tuple[str, ...]]:
    """Return the words of each command of the palette, by its key; read once."""
    raw = tomllib.loads(resource("palette/words.toml").read_text("utf-8"))
    return {key: tuple(found) for key, found in raw.items()}


def called(key: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what else a command is called: in Chinese, and in Latin letters, word by word.

    Letters of a command fit no better than those of a client's pinyin, so they stand apart.
    """
    found = every().get(key, ())
    letters = [word for one in found if one.isascii() for word in one.split()]
    return tuple(one for one in found if not one.isascii()), tuple(letters)

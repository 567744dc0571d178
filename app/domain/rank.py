"""How well what was typed fits a name or an action: exact first, then the looser ways."""

from __future__ import annotations

from dataclasses import dataclass, field

WORST = 9


_AS_TYPED = str.maketrans({"ü": "v", ":": " ", "：": " "})


@dataclass(frozen=True)
class Spelt:
    """The ways a thing can be typed: its words, its pinyin in full, and the initials of that."""

    words: tuple[str, ...] = field(repr=False)
    full: tuple[str, ...] = field(default=(), repr=False)
    initials: tuple[str, ...] = field(default=(), repr=False)


def typed_words(typed: str) -> list[str]:
    """Return the words typed, as they are compared: a colon parts them as a space does."""
    return typed.casefold().translate(_AS_TYPED).split()


def rank(typed: str, spelt: Spelt) -> int | None:
    """Return how well `typed` fits, 0 best; None where it does not.

    Several words must all fit; the worst of them counts. Without words everything fits. A colon
    parts words: what can be done with a case is shown as 写记录：禾木.
    """
    found = [_rank(part, spelt) for part in typed_words(typed)]
    known = [one for one in found if one is not None]
    if len(known) < len(found):
        return None
    return max(known, default=0)


def _rank(part: str, spelt: Spelt) -> int | None:
    """Return how well one typed word fits."""
    words = [one.casefold() for one in spelt.words]
    tests = (
        any(part == one for one in words),
        any(one.startswith(part) for one in words),
        part in spelt.initials,
        part in spelt.full,
        any(part in one for one in words),
        any(one.startswith(part) for one in spelt.initials),
        any(one.startswith(part) for one in spelt.full),
        len(part) > 1 and any(part in one for one in (*spelt.full, *spelt.initials)),
        len(part) > 1 and any(_scattered(part, one) for one in (*words, *spelt.full)),
    )
    return next((at for at, fits in enumerate(tests) if fits), None)


def _scattered(part: str, text: str) -> bool:
    """Return whether the letters of `part` stand in `text` in their order, from its first on."""
    letters = iter(text)
    return text[:1] == part[:1] and all(one in letters for one in part)

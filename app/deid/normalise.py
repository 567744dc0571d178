"""Text made comparable, with a map back: every position here knows its place in the original."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from opencc import OpenCC

DIGITS = str.maketrans("〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖○", "0012345678911234567890")
"""Chinese numerals said digit by digit; one character stays one character."""

_DASHES = dict.fromkeys("‐‑‒–—―−﹣－", "-")
_EXTRA = {**_DASHES, "・": "·", "•": "·", "‧": "·", "∙": "·", "⋅": "·", "´": "'", "’": "'"}
_PARTING = frozenset("-_·.~*/|+^=")
_LAST_PLAIN = "\u02ff"
_FOLD_LIMIT = 4
"""NFKC turns some ligatures into whole phrases; those stay as they are."""


@dataclass(frozen=True)
class Normalised:
    """`text` with, for each character, where it begins and ends in the original."""

    text: str = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)
    ends: tuple[int, ...] = field(repr=False)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the original of `start` to `end` of this text."""
        if start >= end:
            return (0, 0)
        return self.starts[start], self.ends[end - 1]


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    return OpenCC("t2s")


@lru_cache(maxsize=65536)
def simplified(char: str) -> str:
    """Return the simplified form of one character, always one character."""
    if not "㐀" <= char <= "\U0003ffff":
        return char
    changed = str(_converter().convert(char))
    return changed if len(changed) == 1 else char


@lru_cache(maxsize=65536)
def _fold(cluster: str) -> str:
    """Return a base character with its marks in its plainest form, or nothing if invisible."""
    if (
        len(cluster) == 1
        and unicodedata.category(cluster) in ("Cf", "Cc")
        and cluster not in "\n\t"
    ):
        return " " if cluster == "\r" else ""
    folded = unicodedata.normalize("NFKC", cluster)
    if len(folded) > _FOLD_LIMIT or not folded:
        folded = cluster
    return "".join(simplified(_EXTRA.get(c, c)) for c in _bare(folded))


def _bare(text: str) -> str:
    """Return Latin letters without their marks: ouyáng is ouyang; others stay as they are."""
    if (
        text.isascii()
        or not text[0].isalpha()
        or not unicodedata.name(text[0], "").startswith("LATIN")
    ):
        return text
    apart = unicodedata.normalize("NFD", text)
    kept = "".join(char for char in apart if unicodedata.category(char) != "Mn")
    return unicodedata.normalize("NFC", kept) or text


def _clusters(text: str) -> list[tuple[int, int]]:
    """Split into a character and the marks that follow it."""
    places: list[tuple[int, int]] = []
    for at, char in enumerate(text):
        if places and char > _LAST_PLAIN and unicodedata.category(char) in ("Mn", "Me"):
            places[-1] = (places[-1][0], at + 1)
        else:
            places.append((at, at + 1))
    return places


def normalise(text: str) -> Normalised:
    """Return `text` in NFKC, simplified, without invisible characters."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        folded = _fold(text[start:end])
        out.append(folded)
        starts.extend([start] * len(folded))
        ends.extend([end] * len(folded))
    return Normalised("".join(out), tuple(starts), tuple(ends))


def plain(text: str) -> str:
    """Return the normalised characters alone."""
    return normalise(text).text


def _only_parts(chars: list[str], at: int) -> bool:
    """Return whether a mark stands alone between two Chinese characters."""
    if chars[at] not in _PARTING or not 0 < at < len(chars) - 1:
        return False
    return all("\u4e00" <= char <= "\u9fff" for char in (chars[at - 1], chars[at + 1]))


def compact(source: Normalised) -> Normalised:
    """Return `source` without white space, so that a name broken over lines is whole.

    A single dash, dot or the like between two Chinese characters goes too: 欧-阳-静-宜, 王 · 芳.
    """
    solid = [at for at, char in enumerate(source.text) if not char.isspace()]
    chars = [source.text[at] for at in solid]
    kept = [place for at, place in enumerate(solid) if not _only_parts(chars, at)]
    return Normalised(
        "".join(source.text[i] for i in kept),
        tuple(source.starts[i] for i in kept),
        tuple(source.ends[i] for i in kept),
    )

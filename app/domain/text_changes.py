"""What changed between two texts, sentence by sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_SENTENCE: Final = re.compile(
    r"[^。！？!?；;\n]*[。！？!?；;]+[”’」』）)]*\n?|[^。！？!?；;\n]*\n|.+", re.S
)


class Change(Enum):
    """What became of a passage."""

    KEPT = "kept"
    GONE = "gone"
    ADDED = "added"


@dataclass(frozen=True)
class Piece:
    """A passage of either text, with its white space."""

    change: Change
    text: str = field(repr=False)


@dataclass(frozen=True)
class SectionChange:
    """What changed in one section; `title` is that of the later text where it has one."""

    title: str
    pieces: tuple[Piece, ...]


def sentences(text: str) -> list[str]:
    """Return a text in sentences and lines; put together they are the text."""
    return _SENTENCE.findall(text)


def changes(before: str, after: str) -> tuple[Piece, ...]:
    """Return both texts in one: without what was added it is `before`, without the gone `after`."""
    old, new = sentences(before), sentences(after)
    found: list[Piece] = []
    for name, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if name == "equal":
            found.append(Piece(Change.KEPT, "".join(old[a:b])))
            continue
        if b > a:
            found.append(Piece(Change.GONE, "".join(old[a:b])))
        if d > c:
            found.append(Piece(Change.ADDED, "".join(new[c:d])))
    return tuple(found)


def section_changes(
    before: Mapping[str, tuple[str, str]], after: Mapping[str, tuple[str, str]]
) -> tuple[SectionChange, ...]:
    """Return what changed in sections of title and text by key; the same ones are left out.

    They come as in the later text, those that it has no more at the end.
    """
    return tuple(_changed(before, after))


def _changed(
    before: Mapping[str, tuple[str, str]], after: Mapping[str, tuple[str, str]]
) -> Iterator[SectionChange]:
    keys: Sequence[str] = [*after, *(key for key in before if key not in after)]
    for key in keys:
        old, new = before.get(key, ("", "")), after.get(key, ("", ""))
        if old[1] != new[1]:
            yield SectionChange(new[0] or old[0], changes(old[1], new[1]))

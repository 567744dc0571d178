"""Markdown-light: which signs of a note are marks (headings, bold, emphasis, lists)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADING: Final = re.compile(r"(#{1,3} +)(\S.*)")
ITEM: Final = re.compile(r"([ \t\u3000]*)(?:([-*•·])( +)|(\d{1,3})([.)] +|、))")
BOLD: Final = re.compile(r"(\*\*)(?=\S)([^*]+?)(?<=\S)(\*\*)")
EMPHASIS: Final = re.compile(
    r"(?<![*A-Za-z0-9])(\*)(?=[^\s*])([^*]+?)(?<=[^\s*])(\*)(?![*A-Za-z0-9])"
)


def bare(line: str) -> str:
    """Return a line as it is read aloud or printed: without marks, items behind a dot."""
    return _bare(line, ())[0]


def bare_text(text: str, places: Sequence[int]) -> tuple[str, tuple[int, ...]]:
    """Return lines without their marks, and where the `places` of the text are in them."""
    said, moved, at = "", list(places), 0
    for whole in text.splitlines(keepends=True):
        line = whole.splitlines()[0]
        here = [n for n, place in enumerate(places) if at <= place <= at + len(whole)]
        read, found = _bare(line, [min(places[n] - at, len(line)) for n in here])
        for n, place in zip(here, found, strict=True):
            moved[n] = len(said) + place + max(0, places[n] - at - len(line))
        said, at = said + read + whole[len(line) :], at + len(whole)
    return said, tuple(moved)


def _bare(line: str, places: Sequence[int]) -> tuple[str, list[int]]:
    """Return a line without marks, and where its `places` are then."""
    said, moved = line, list(places)
    if heading := HEADING.fullmatch(said):
        said, moved = _without(said, [(0, heading.end(1), "")], moved)
    item = ITEM.match(said)
    if item and item[2]:
        said, moved = _without(said, [(item.end(1), item.end(), "· ")], moved)
    for mark in (BOLD, EMPHASIS):
        signs = [(*one.span(n), "") for one in mark.finditer(said) for n in (1, 3)]
        said, moved = _without(said, signs, moved)
    return said, moved


def _without(
    said: str, signs: Sequence[tuple[int, int, str]], places: list[int]
) -> tuple[str, list[int]]:
    """Return a line with other words for its signs, from first to last, and its places."""
    for start, end, instead in reversed(signs):
        said = said[:start] + instead + said[end:]
        less = end - start - len(instead)
        first = start + len(instead)
        places = [at if at <= start else max(first, at - less) for at in places]
    return said, places

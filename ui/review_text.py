"""The review as two texts side by side: what is hers to see, and what will leave.

Values: the screen shows them, tests read them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from app.domain.review import Decision
from ui.widgets.spans import Head

if TYPE_CHECKING:
    from app.domain.review import MarkedSpan, Review


_LONGEST_HEADING: Final = 24
_STOPS: Final = "。！？；，、：…”」.!?;,:"


@dataclass(frozen=True)
class Place:
    """A marked place of the review: which passage, which span, and where it stands on screen."""

    passage: int
    span: int
    left: tuple[int, int]
    right: tuple[int, int]
    mark: MarkedSpan = field(repr=False)
    surface: str = field(repr=False)


@dataclass(frozen=True)
class Sides:
    """Both texts with the places in them, in reading order."""

    original: str = field(repr=False)
    result: str = field(repr=False)
    places: tuple[Place, ...] = field(repr=False)
    heads: tuple[Head, ...] = field(default=(), repr=False)
    result_heads: tuple[Head, ...] = field(default=(), repr=False)


def lay_out(review: Review) -> Sides:
    """Return both texts of all passages, headings above them, and every place in them."""
    left: list[str] = []
    right: list[str] = []
    places: list[Place] = []
    at_left = at_right = 0
    for number, passage in enumerate(review.passages):
        head = f"{passage.heading}\n"
        at_left += len(head)
        at_right += len(head)
        result = passage.result()
        shift = 0
        for index, mark in enumerate(passage.spans):
            size = mark.end - mark.start
            shown = size if mark.decision is Decision.KEEP else len(mark.replacement)
            start = mark.start + shift
            places.append(
                Place(
                    number,
                    index,
                    (at_left + mark.start, at_left + mark.end),
                    (at_right + start, at_right + start + shown),
                    mark,
                    passage.original[mark.start : mark.end],
                )
            )
            shift += shown - size
        left.append(head + passage.original)
        right.append(head + result)
        at_left += len(passage.original) + 1
        at_right += len(result) + 1
    original, shown_text = "\n".join(left), "\n".join(right)
    titles = {passage.heading for passage in review.passages}
    return Sides(
        original,
        shown_text,
        tuple(places),
        headings(original, titles),
        headings(shown_text, titles),
    )


def headings(text: str, titles: set[str]) -> tuple[Head, ...]:
    """Return where headings begin and end: `titles`, and short lines that begin a section.

    A section of a note is its title, a line break and its words (`NoteBody.text`). What only looks
    like one is a short first line without a stop: it is set like one, and nothing else.
    """
    lines = text.split("\n")
    found = []
    at = 0
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else ""
        after = lines[number + 1] if number + 1 < len(lines) else ""
        begins = (not before or before in titles) and bool(after)
        short = 0 < len(line) <= _LONGEST_HEADING and line[-1] not in _STOPS
        if line in titles or (begins and short):
            found.append(Head(at, at + len(line), line in titles))
        at += len(line) + 1
    return tuple(found)

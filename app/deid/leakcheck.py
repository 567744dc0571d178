"""The leak check's register half: what of the register still stands in a finished file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.deid.identifiers import IdentifierFinder
from app.deid.matcher import RegisterMatcher
from app.deid.normalise import normalise
from app.deid.span import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.deid.lexicon import Lexicon
    from app.deid.register import Register
    from app.deid.span import Span


@dataclass(frozen=True, slots=True)
class RegisterHit:
    """A word of the register in line `line` of what leaves (0 is the first)."""

    line: int
    surface: str = field(repr=False)
    kind: Kind
    check: bool = False
    """True for a name that is an ordinary word as well: it blocks until somebody decided on it."""
    start: int = 0
    end: int = 0
    """Where it stands in its line; in all lines joined by line ends if it is cut by one."""


_DATED = frozenset({Kind.AGE_BIRTH})


def register_hits(words: Iterable[str], register: Register, lexicon: Lexicon) -> list[RegisterHit]:
    """Return every direct identifier of `register` that stands in `words`.

    Give it the lines of text, the file's name and its metadata. Numbers are found in any
    spacing. Misspellings and loose forms are left to the reader: they would block an innocent page.
    """
    lines = list(words)
    matcher = RegisterMatcher(register, lexicon)
    births = IdentifierFinder(lexicon, register.birth_date)
    whole = "\n".join(lines)
    return [
        *_hits(lines, matcher),
        *_across(whole, lines, matcher),
        *(_births(lines, births) if register.birth_date else ()),
    ]


def _hits(lines: list[str], matcher: RegisterMatcher) -> Iterator[RegisterHit]:
    for number, line in enumerate(lines):
        for span in matcher.find_direct(normalise(line)):
            yield _hit(number, line, span, check=span.confidence < 1)


def _across(whole: str, lines: list[str], matcher: RegisterMatcher) -> Iterator[RegisterHit]:
    """Yield what a line break cuts in two."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    for span in matcher.find_direct(normalise(whole)):
        if "\n" in whole[span.start : span.end]:
            number = sum(start <= span.start for start in starts) - 1
            yield _hit(number, whole, span, check=span.confidence < 1)


def _births(lines: list[str], finder: IdentifierFinder) -> Iterator[RegisterHit]:
    for number, line in enumerate(lines):
        for span in finder.find(normalise(line)):
            if span.type in _DATED and any(
                char.isnumeric() for char in line[span.start : span.end]
            ):
                yield _hit(number, line, span, check=False)


def _hit(number: int, text: str, span: Span, *, check: bool) -> RegisterHit:
    surface = text[span.start : span.end]
    return RegisterHit(number, surface, span.type, check, span.start, span.end)

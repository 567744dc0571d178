"""Finds the register's surfaces in a text, whatever their spacing, case, script or spelling."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.deid.apart import apart_patterns
from app.deid.home import Home
from app.deid.latin import latin_patterns
from app.deid.normalise import DIGITS, Normalised, compact
from app.deid.pinyin import alike
from app.deid.span import Kind, Layer, Span
from app.deid.surface import HAN, Surface, numbers, surfaces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.deid.lexicon import Lexicon
    from app.deid.register import Register

_HAN = re.compile(f"[{HAN}]")
_NOT_LATIN = (r"(?<![A-Za-z0-9])", r"(?![A-Za-z0-9])")
_CHECK_CONFIDENCE = 0.5
_LOOSE_CONFIDENCE = 0.8
_SHORTEST_MISSPELT = 3
_PAIR = 2
_SHORTEST_ACCOUNT = 5
_HANDLE = 24
"""How far the name of an account may go on around the name of a person."""
_ENDING = re.compile(
    "(?:尾号|尾数|(?:最?后|末尾?|尾)[3-8]位)(?:数字?|号码?)?[是为:\\s]*([0-9](?:[\\s-]?[0-9]){1,6}[\\s-]?[0-9Xx])"
    "(?![0-9A-Za-z])"
)
"""How the end of a number is said where the rest is taken as known; numerals are digits here."""
_FUNCTION = frozenset("的了吗呢吧和与跟也又就都在是有没不把被让给对向到着过个这那")
_LATIN = re.compile("[A-Za-z]")
_HAN_WORD = re.compile(f"[{HAN}]+")


def _guarded(text: str) -> str:
    """Return a pattern for `text` that does not begin or end inside a Latin word."""
    before = _NOT_LATIN[0] if text[0].isascii() and text[0].isalnum() else ""
    after = _NOT_LATIN[1] if text[-1].isascii() and text[-1].isalnum() else ""
    return before + re.escape(text) + after


def _letters(surface: Surface) -> str:
    """Return a surface's characters; what parts an account's name is said in many ways."""
    bare = re.sub(r"[\s·._\-]", "", surface.text)
    return bare if surface.kind is Kind.ACCOUNT and len(bare) >= _SHORTEST_ACCOUNT else surface.text


def _alternatives(patterns: Iterable[str]) -> re.Pattern[str] | None:
    ordered = sorted(patterns, key=lambda p: (-len(p), p))
    # A look-ahead with a group finds overlapping places too: no name hides behind another.
    return re.compile(f"(?=({'|'.join(ordered)}))", re.IGNORECASE) if ordered else None


def _handle(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the account's name that a name in Latin letters is part of: minzhi-z90.

    Without a digit in it, what is joined by a dash may be a word of its own.
    """
    first = re.search(r"[A-Za-z0-9._\-]*$", text[max(0, start - _HANDLE) : start])
    last = re.match(r"[A-Za-z0-9._\-]*[A-Za-z0-9]", text[end : end + _HANDLE])
    before = start - len(first[0]) if first else start
    after = end + len(last[0]) if last else end
    joined = text[before:start] + text[end:after]
    return (before, after) if re.search("[0-9]", joined) else (start, end)


class RegisterMatcher:
    """The register of one case, compiled."""

    def __init__(self, register: Register, lexicon: Lexicon) -> None:
        """Compile every surface of `register`."""
        self._lexicon = lexicon
        known = surfaces(register, lexicon)
        self._surfaces = {surface.text: surface for surface in known}
        self._han = _alternatives(_guarded(t) for t in self._surfaces if _HAN.search(t))
        self._latin = self._compile_latin()
        self._sounding = [
            (re.compile(pattern, re.IGNORECASE), surface)
            for pattern, surface in latin_patterns(register, lexicon, known)
        ]
        self._homes = [
            (re.compile(pattern), direct)
            for pattern, direct in Home.of(register.address).patterns()
        ]
        self._apart = list(apart_patterns(known, lexicon))
        self._misspelt = list(self._compile_misspelt())
        self._numbers = [
            (re.compile(r"(?<![0-9])" + r"[^0-9A-Za-z\n]{0,3}".join(digits), re.IGNORECASE), kind)
            for digits, kind in numbers(register)
        ]
        self._endings = numbers(register)

    def _compile_latin(self) -> re.Pattern[str] | None:
        gap = r"[\s·._\-]{0,2}"
        return _alternatives(
            gap.join(re.escape(c) for c in _letters(surface)).join(_NOT_LATIN)
            for text, surface in self._surfaces.items()
            if not _HAN.search(text)
        )

    def _compile_misspelt(self) -> Iterator[tuple[re.Pattern[str], Surface]]:
        for text, surface in self._surfaces.items():
            if not (surface.proper and _HAN_WORD.fullmatch(text)):
                continue
            if len(text) >= _SHORTEST_MISSPELT and self._lexicon.is_name_shaped(text):
                yield re.compile("".join(f"[{alike(c)}]" for c in text)), surface
            elif len(text) == _PAIR and not surface.check:
                # The look-ahead lets a second pair begin inside a first that is a word.
                yield (
                    re.compile(f"(?=({text[0]}[{alike(text[1])}]|[{alike(text[0])}]{text[1]}))"),
                    surface,
                )

    def find(self, source: Normalised) -> list[Span]:
        """Return every span, loose forms and misspellings among them; they may overlap."""
        close = compact(source)
        spans = [*self._exact(close, source), *self._by_sound(source)]
        spans.extend(self._by_misspelling(close))
        spans.extend(self._by_parts(close))
        spans.extend(self._by_home(close))
        spans.extend(self._by_number(source))
        return spans

    def find_direct(self, source: Normalised) -> list[Span]:
        """Return the spans that identify by themselves: what must not stand in a finished file.

        A whole name that is an ordinary word as well comes with a confidence below 1.
        """
        close = compact(source)
        spans = [*self._exact(close, source, direct=True), *self._by_number(source)]
        spans += [s for s in self._by_sound(source) if s.confidence == 1]
        spans += [s for s in self._by_home(close) if s.confidence == 1]
        spans += [s for s in self._by_parts(close) if s.confidence == 1]
        return spans

    def _exact(
        self, close: Normalised, source: Normalised, *, direct: bool = False
    ) -> Iterator[Span]:
        for pattern, view in ((self._han, close), (self._latin, source)):
            for match in pattern.finditer(view.text) if pattern else ():
                key = re.sub(r"[\s]+", "", match[1]).casefold()
                surface = self._surfaces.get(key) or self._loosely(key)
                if surface is None or (direct and not surface.direct):
                    continue
                if self._stands_alone(surface, view.text, match.start()):
                    yield self._span(view, match.start(1), match.end(1), surface)

    def _loosely(self, key: str) -> Surface | None:
        """Return the surface whose letters are those of `key`."""
        bare = re.sub(r"[·._\-]", "", key)
        for text, surface in self._surfaces.items():
            if re.sub(r"[\s·._\-]", "", text) == bare:
                return surface
        return None

    def _stands_alone(self, surface: Surface, text: str, at: int) -> bool:
        """Return whether a surface of one character is not part of a longer word."""
        if len(surface.text) > 1:
            return True
        around = (text[at - 1 : at + 1], text[at : at + 2])
        return not any(len(w) > 1 and self._lexicon.commonness(w) > 1 for w in around)

    def _by_sound(self, source: Normalised) -> Iterator[Span]:
        for pattern, surface in self._sounding:
            for match in pattern.finditer(source.text):
                known = self._lexicon.keep_latin
                if _LATIN.search(match[0]) and match[0].casefold().strip(".") not in known:
                    start, end = _handle(source.text, match.start(), match.end())
                    yield self._span(source, start, end, surface)

    def _by_misspelling(self, close: Normalised) -> Iterator[Span]:
        for pattern, surface in self._misspelt:
            for match in pattern.finditer(close.text):
                first, last = match.span(match.lastindex or 0)
                found = close.text[first:last]
                same = sum(a == b for a, b in zip(found, surface.text, strict=True))
                pair = len(found) == _PAIR
                if 0 < same < len(found) and not (pair and self._is_language(close.text, first)):
                    start, end = close.original(first, last)
                    yield Span(
                        start, end, surface.kind, Layer.REGISTER_CHECK, _LOOSE_CONFIDENCE, "",
                        surface.entity, surface.role,
                    )  # fmt: skip

    def _is_language(self, text: str, at: int) -> bool:
        """Return whether the two characters at `at` belong to a word: 小和, 里安(静)."""
        pair = text[at : at + _PAIR]
        if (
            self._lexicon.commonness(pair)
            or self._lexicon.is_kept(pair)
            or _FUNCTION.intersection(pair)
        ):
            return True
        around = (text[max(0, at - 1) : at + 1], text[at + 1 : at + 3])
        return any(len(w) == _PAIR and self._lexicon.commonness(w) > 1 for w in around)

    def _by_parts(self, close: Normalised) -> Iterator[Span]:
        for pattern, surface, sure in self._apart:
            for match in pattern.finditer(close.text):
                start, end = close.original(match.start(), match.end())
                layer = Layer.REGISTER if sure else Layer.REGISTER_CHECK
                confidence = 1.0 if sure else _LOOSE_CONFIDENCE
                yield Span(
                    start, end, surface.kind, layer, confidence, "", surface.entity, surface.role
                )

    def _by_home(self, close: Normalised) -> Iterator[Span]:
        for pattern, direct in self._homes:
            for match in pattern.finditer(close.text):
                start, end = close.original(match.start(), match.end())
                layer = Layer.REGISTER if direct else Layer.REGISTER_CHECK
                confidence = 1.0 if direct else _CHECK_CONFIDENCE
                yield Span(start, end, Kind.ADDRESS, layer, confidence, "", "", "")

    def _by_number(self, source: Normalised) -> Iterator[Span]:
        digits = source.text.translate(DIGITS)
        for pattern, kind in self._numbers:
            for match in pattern.finditer(digits):
                start, end = source.original(match.start(), match.end())
                yield Span(start, end, kind, Layer.REGISTER, 1.0, "", "", "")
        for match in _ENDING.finditer(digits):
            said = re.sub(r"[\s-]", "", match[1]).casefold()
            for whole, kind in self._endings:
                if whole.endswith(said):
                    start, end = source.original(*match.span(1))
                    yield Span(start, end, kind, Layer.REGISTER, 1.0, "", "", "")
                    break

    def _span(self, view: Normalised, start: int, end: int, surface: Surface) -> Span:
        layer = Layer.REGISTER_CHECK if surface.check else Layer.REGISTER
        confidence = _CHECK_CONFIDENCE if surface.check else 1.0
        if not surface.direct and not surface.check:
            confidence = _LOOSE_CONFIDENCE
        first, last = view.original(start, end)
        return Span(first, last, surface.kind, layer, confidence, "", surface.entity, surface.role)

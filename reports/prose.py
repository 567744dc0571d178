"""Sets Chinese text: lines that break where GB/T 15834 allows it, and fill the measure.

reportlab's own paragraph lets a comma begin a line and cannot squeeze marks, so lines are broken
here. A line is a list of runs; a run is text of one font with one letter spacing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.platypus import Flowable

from reports.counting import Counting
from reports.fonts import font, font_for, printable, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfgen.canvas import Canvas

_NOT_FIRST: Final = frozenset("，。、；：？！）》〉」』】〕”’…—·～％,.;:?!)]}%")
_NOT_LAST: Final = frozenset("（《〈「『【〔“‘([{￥$")
# Full-width marks with white in their right or left half, which another mark may take up.
_CLOSING: Final = frozenset("，。、；：）》〉」』】〕”’")
_OPENING: Final = frozenset("（《〈「『【〔“‘")
_MARKS: Final = _CLOSING | _OPENING
_HALF: Final = 0.5
# Quotation marks are as wide as a Chinese character in every font; how wide they are in other text.
_QUOTES: Final = {"‘": 0.32, "’": 0.32, "“": 0.5, "”": 0.5}
_LAST_WESTERN: Final = "\u0370"
# Words of other scripts stay whole; a link may break after its marks.
_ATOM: Final = re.compile(r"[0-9A-Za-z\u00c0-\u024f'’.,:%+#&=?@/_~-]+|\n| +|.", re.DOTALL)
_LATIN: Final = re.compile(r"[0-9A-Za-z\u00c0-\u024f'’.,:%+#&=?@/_~-]")
_LINK_PART: Final = re.compile(r".+?(?:[/?&=_.@-]+|$)")
_LONG_WORD: Final = 16
_LEAST_LINES: Final = 2
_NO_MEASURE: Final = 1e6
_MOST_SPREAD: Final = 0.14


class Glyph(NamedTuple):
    """A character, the font that holds it, the room it takes, whether it is part of a word."""

    char: str
    font: str
    width: float
    latin: bool


class Run(NamedTuple):
    """Text of one font with one letter spacing."""

    text: str
    font: str
    spacing: float


@dataclass(frozen=True)
class Line:
    """A line as broken: its glyphs, how far it is indented, whether a paragraph ends with it."""

    glyphs: tuple[Glyph, ...]
    indent: float
    last: bool

    def wide(self) -> float:
        """Return its width; a closing mark at its end hangs half into the margin."""
        return sum(_advances(self.glyphs))


def _advances(glyphs: Sequence[Glyph]) -> list[float]:
    """Return how far to go on after each glyph: half, where a mark's white half is not needed."""
    chars = ["", *(one.char for one in glyphs), ""]
    found: list[float] = []
    for glyph, (before, _, after) in zip(
        glyphs, zip(chars, chars[1:], chars[2:], strict=False), strict=False
    ):
        western = glyph.char in _QUOTES and _is_western(before) and _is_western(after)
        if western and glyph.char in _OPENING and found:
            found[-1] -= glyph.width * (1 - _QUOTES[glyph.char])
        if western and glyph.char in _CLOSING:
            found.append(glyph.width * _QUOTES[glyph.char])
        else:
            found.append(_mark(glyph, after) if glyph.char in _MARKS else glyph.width)
    return found


def _is_western(char: str) -> bool:
    """Return whether a character, or none, is one beside which a quotation mark is narrow."""
    return char < _LAST_WESTERN or char in _QUOTES


def _mark(glyph: Glyph, after: str) -> float:
    """Return how far to go on after a mark that another character, or nothing, follows."""
    closes = glyph.char in _CLOSING and (not after or after in _MARKS)
    opens = glyph.char in _OPENING and after in _OPENING
    return glyph.width * _HALF if closes or opens else glyph.width


@cache
def _glyph(char: str, name: str, size: float) -> Glyph:
    """Return a character as it is set; one that no font holds was refused before."""
    used = font_for(char, name) or name
    return Glyph(char, used, width(char, used, size), bool(_LATIN.match(char)))


def glyphs_of(text: str, name: str, size: float) -> tuple[Glyph, ...]:
    """Return one line of text as glyphs."""
    return tuple([_glyph(char, name, size) for char in printable(text).replace("\n", " ")])


def fitted(text: str, name: str, size: float, most: float) -> Line:
    """Return a text in one line that is at most so wide; what does not fit is cut with a mark."""
    line = Line(glyphs_of(text, name, size), 0.0, last=True)
    while line.wide() > most and len(text) > 1:
        text = text.removesuffix("…")[:-1] + "…"
        line = Line(glyphs_of(text, name, size), 0.0, last=True)
    return line


def _atoms(text: str) -> list[str]:
    """Return the parts of a text between which a line may break, kinsoku aside."""
    atoms: list[str] = []
    for part in _ATOM.findall(printable(text)):
        atoms += _LINK_PART.findall(part) if len(part) > _LONG_WORD else [part]
    return atoms


class _Breaker:
    """Breaks the atoms of one paragraph into lines."""

    def __init__(self, style: ParagraphStyle, measure: float) -> None:
        self._name, self._size = style.fontName, style.fontSize
        self._measure = measure
        self._indent = float(style.firstLineIndent)
        self._atoms: list[tuple[Glyph, ...]] = []
        # How wide they are before any mark gives up its white half: what fits like that fits.
        self._most = 0.0
        self.lines: list[Line] = []

    def take(self, atom: str) -> None:
        """Add an atom of printable text; break before it when it does not fit."""
        if atom == "\n":
            self.end()
            return
        glyphs = tuple([_glyph(char, self._name, self._size) for char in atom])
        self._atoms.append(glyphs)
        self._most += _full(glyphs)
        while self._most > self._room() and self._too_wide(self._atoms):
            if sum(map(len, self._atoms)) == 1:
                return
            at = self._break_before()
            rest = self._atoms[at:]
            self._flush(self._atoms[:at], last=False)
            first = _from_first_word(rest[0])
            self._atoms = [first, *rest[1:]] if first else rest[1:]
            self._most = sum(map(_full, self._atoms))

    def end(self) -> None:
        """End the paragraph, or the part of it before a line's end that was typed."""
        self._flush(self._atoms, last=True)
        self._atoms, self._most = [], 0.0

    def _room(self) -> float:
        return self._measure - self._indent + 0.01

    def _too_wide(self, atoms: list[tuple[Glyph, ...]]) -> bool:
        return self._line(atoms, last=False).wide() > self._room()

    def _line(self, atoms: list[tuple[Glyph, ...]], *, last: bool) -> Line:
        glyphs = [one for atom in atoms for one in atom]
        while glyphs and glyphs[-1].char == " ":
            glyphs.pop()
        return Line(tuple(glyphs), self._indent, last)

    def _break_before(self) -> int:
        """Return the last place where the line may break and fits; splits a word if it must."""
        for at in range(len(self._atoms) - 1, 0, -1):
            before, after = self._atoms[at - 1], self._atoms[at]
            allowed = after[0].char not in _NOT_FIRST and before[-1].char not in _NOT_LAST
            if allowed and not self._too_wide(self._atoms[:at]):
                return at
        self._atoms = [(one,) for atom in self._atoms for one in atom]
        for at in range(len(self._atoms) - 1, 1, -1):
            if not self._too_wide(self._atoms[:at]):
                return at
        return 1

    def _flush(self, atoms: list[tuple[Glyph, ...]], *, last: bool) -> None:
        self.lines.append(self._line(atoms, last=last))
        self._indent = 0.0


def _full(glyphs: tuple[Glyph, ...]) -> float:
    """Return how wide glyphs are where no mark gives up its white half."""
    return sum([one.width for one in glyphs])


def _from_first_word(glyphs: tuple[Glyph, ...]) -> tuple[Glyph, ...]:
    """Return glyphs without the spaces that they begin with."""
    start = next((at for at, one in enumerate(glyphs) if one.char != " "), len(glyphs))
    return glyphs[start:]


def break_lines(text: str, style: ParagraphStyle, measure: float) -> list[Line]:
    """Return the lines of a text set to a measure."""
    breaker = _Breaker(style, measure)
    for atom in _atoms(text):
        breaker.take(atom)
    breaker.end()
    return breaker.lines


def widest(text: str, style: ParagraphStyle) -> float:
    """Return how wide a text is that no measure breaks."""
    return max((one.wide() for one in break_lines(text, style, _NO_MEASURE)), default=0.0)


def _stretches(glyphs: Sequence[Glyph]) -> list[bool]:
    """Return where room may be added after a glyph: anywhere but inside a Latin word."""
    inside = [one.latin and after.latin for one, after in pairwise(glyphs)]
    return [*(not one for one in inside), False] if glyphs else []


def runs_of(line: Line, spread: float = 0.0, tracking: float = 0.0) -> list[Run]:
    """Return the runs of a line; `spread` is added where it may stretch, `tracking` everywhere."""
    glyphs = line.glyphs
    spaced = [
        (glyph.font, advance - glyph.width + tracking + (spread if stretches else 0.0))
        for glyph, advance, stretches in zip(
            glyphs, _advances(glyphs), _stretches(glyphs), strict=True
        )
    ]
    runs: list[Run] = []
    start = 0
    for at in range(1, len(glyphs) + 1):
        if at == len(glyphs) or spaced[at] != spaced[start]:
            runs.append(Run("".join([one.char for one in glyphs[start:at]]), *spaced[start]))
            start = at
    return runs


def draw_runs(canvas: Canvas, place: tuple[float, float], size: float, runs: Sequence[Run]) -> None:
    """Draw runs side by side from a place on the base line."""
    text = canvas.beginText(*place)
    for run in runs:
        font(run.font)
        text.setFont(run.font, size)
        text.setCharSpace(run.spacing)
        text.textOut(run.text)
    text.setCharSpace(0)
    canvas.drawText(text)


class Prose(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A paragraph of plain text in one style."""

    def __init__(
        self, text: str, style: ParagraphStyle, lines: Sequence[Line] | None = None
    ) -> None:
        super().__init__()
        self.style = style
        self._text = text
        self._lines = list(lines) if lines is not None else None
        self._broken: list[Line] = []
        self._measure = -1.0
        self.width = self.height = 0.0

    def wrap(self, room: float, _height: float) -> tuple[float, float]:
        """Break the text into lines and return the size they take."""
        if self._lines is not None:
            self._broken = self._lines
        elif room != self._measure:
            # A table asks three times for the height of what stands in it.
            self._broken = break_lines(self._text, self.style, room)
        self._measure = self.width = room
        self.height = len(self._broken) * self.style.leading
        return self.width, self.height

    def least(self, room: float) -> float:
        """Return how high the part of it is that no page's end cuts, with the space before it."""
        self.wrap(room, 0)
        lines = len(self._broken)
        if lines >= 2 * _LEAST_LINES:
            lines = _LEAST_LINES
        return float(self.style.spaceBefore + lines * self.style.leading)

    def split(self, room: float, height: float) -> list[Flowable]:
        """Return the part that fits and the rest; never a line alone on either page."""
        self.wrap(room, height)
        total = len(self._broken)
        fits = int((height + 0.01) / self.style.leading)
        if fits >= total:
            return [self]
        fits = min(fits, total - _LEAST_LINES)
        if fits < _LEAST_LINES:
            return []
        head, tail = self._broken[:fits], self._broken[fits:]
        return [
            Prose("", _without(self.style, "spaceAfter"), head),
            Prose("", _without(self.style, "spaceBefore"), tail),
        ]

    def draw(self) -> None:
        """Draw the lines from the top; nothing where pages are only counted."""
        if isinstance(self.canv, Counting):
            return
        canvas, style = self.canv, self.style
        canvas.setFillColor(style.textColor)
        down = self.height - (style.leading + style.fontSize * 0.74) / 2
        for line in self._broken:
            room = self.width - line.indent
            start, spread = _placed(line, style, room)
            runs = runs_of(line, spread, getattr(style, "tracking", 0.0))
            draw_runs(canvas, (line.indent + start, down), style.fontSize, runs)
            down -= style.leading


def _placed(line: Line, style: ParagraphStyle, room: float) -> tuple[float, float]:
    """Return where a line starts and what is added where it may stretch."""
    slack = room - line.wide() - getattr(style, "tracking", 0.0) * (len(line.glyphs) - 1)
    if style.alignment == TA_CENTER:
        return slack / 2, 0.0
    if style.alignment == TA_RIGHT:
        return slack, 0.0
    gaps = sum(_stretches(line.glyphs))
    if style.alignment != TA_JUSTIFY or line.last or gaps < 1:
        return 0.0, 0.0
    spread = slack / gaps
    return 0.0, round(spread, 4) if spread <= _MOST_SPREAD * style.fontSize else 0.0


def _without(style: ParagraphStyle, name: str) -> ParagraphStyle:
    """Return a style without the space before or after."""
    return style.clone(f"{style.name} part", **{name: 0})

"""A genogram on paper: lines and signs as vectors, words as text, and below them the sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Spacer

from app.domain.bond_line import Ink
from app.domain.genogram import Sex
from app.domain.genogram_figure import CELL, SIGN
from reports import style
from reports.fonts import SANS, SANS_MEDIUM, check_glyphs
from reports.prose import draw_runs, fitted, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.pdfgen.canvas import Canvas

    from app.domain.bond_line import Stroke
    from app.domain.genogram_figure import Figure, Sign, Words
    from app.domain.genogram_sheet import GenogramSheet

_ROOM: Final = style.PAGE_HEIGHT - style.TOP - style.BOTTOM - 42 * mm
_LEAST: Final = 0.62
_SMALLER: Final = 0.75  # of the usual size, where that spares a page for a few lines
_GREYS: Final = {Ink.FAMILY: 0.1, Ink.CLOSE: 0.3, Ink.FAR: 0.45, Ink.CONFLICT: 0.0}
_DASHES: Final[dict[str, tuple[float, ...]]] = {"": (), "dash": (5, 3), "dot": (1.2, 2.8)}
_WIDE: Final = CELL - 14
_NAME, _MORE, _AGE = 11.0, 8.5, 11.0


class GenogramPaper:
    """The `GenogramPrinter` on A4."""

    def render(self, sheet: GenogramSheet) -> bytes:
        """Return the PDF; raise `GlyphsMissing` rather than print a box."""
        check_glyphs(sheet.words())
        return style.build(
            lambda: list(_story(sheet)),
            sheet.title,
            style.numbered(sheet.foot),
            sheet.language,
            closer=[lambda: list(_story(sheet, _SMALLER))],
        )


def _story(sheet: GenogramSheet, size: float = 1.0) -> Iterator[Flowable]:
    """Yield title, drawing in so much of its usual size, what the signs mean, and the sentences."""
    kinds = style.styles()
    yield style.paragraph(sheet.title, kinds["sans title"])
    yield style.paragraph(sheet.subtitle, kinds["sans label"])
    yield Spacer(0, 4 * mm)
    drawing = _Drawing(sheet.figure, size)
    yield drawing
    if drawing.turned:
        yield PageBreak()
    yield Spacer(0, 4 * mm)
    yield from style.told(sheet.key, sheet.heading, sheet.lines)


class _Drawing(Flowable):  # type: ignore[misc]
    """The figure, as large as it fits; a wide one is turned and has a page for itself."""

    def __init__(self, figure: Figure, size: float) -> None:
        super().__init__()
        self._figure = figure
        upright = min(1.0, style.BODY_WIDTH / figure.width, _ROOM / figure.height)
        across = min(1.0, style.BODY_WIDTH / figure.height, _ROOM / figure.width)
        self.turned = upright < _LEAST and across > upright
        self._scale = across if self.turned else max(upright * size, min(upright, _LEAST))

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the room that it takes."""
        sides = (self._figure.width * self._scale, self._figure.height * self._scale)
        return (style.BODY_WIDTH, sides[0] if self.turned else sides[1])

    def draw(self) -> None:
        """Draw it; the plane of the figure has its beginning above."""
        canvas: Canvas = self.canv
        wide, high = self._figure.width * self._scale, self._figure.height * self._scale
        canvas.saveState()
        if self.turned:
            canvas.translate((style.BODY_WIDTH + high) / 2, 0)
            canvas.rotate(90)
        else:
            canvas.translate((style.BODY_WIDTH - wide) / 2, 0)
        canvas.scale(self._scale, self._scale)
        for stroke in self._figure.strokes:
            self._stroke(canvas, stroke)
        for sign in self._figure.signs:
            self._sign(canvas, sign)
        for words in self._figure.words:
            self._words(canvas, words)
        canvas.restoreState()

    def _up(self, down: float) -> float:
        return self._figure.height - down

    def _stroke(self, canvas: Canvas, stroke: Stroke) -> None:
        canvas.setStrokeGray(_GREYS[stroke.ink])
        canvas.setLineWidth(1.4 if stroke.ink is Ink.CONFLICT else 1.1)
        canvas.setDash(list(_DASHES[stroke.dash]))
        path = canvas.beginPath()
        for place, (x, y) in enumerate(stroke.points):
            (path.lineTo if place else path.moveTo)(x, self._up(y))
        canvas.drawPath(path)
        canvas.setDash([])

    def _sign(self, canvas: Canvas, sign: Sign) -> None:
        canvas.setStrokeGray(_GREYS[Ink.FAMILY])
        canvas.setFillGray(1)
        canvas.setLineWidth(1.3)
        across, up = sign.at[0], self._up(sign.at[1])
        for half in (SIGN / 2, SIGN / 2 - 4) if sign.index else (SIGN / 2,):
            _outline(canvas, sign.sex, across, up, half)
        if sign.died:
            reach = SIGN / 2 if sign.sex is Sex.MAN else SIGN * 0.35
            canvas.line(across - reach, up - reach, across + reach, up + reach)
            canvas.line(across - reach, up + reach, across + reach, up - reach)
        if sign.age:
            _say(canvas, sign.age, (across, up - 4), _AGE, SANS_MEDIUM)

    def _words(self, canvas: Canvas, words: Words) -> None:
        across, top = words.at[0], self._up(words.at[1])
        if words.name:
            _say(canvas, words.name, (across, top - 11), _NAME, SANS_MEDIUM)
        if words.more:
            _say(canvas, words.more, (across, top - 23), _MORE, SANS)


def _outline(canvas: Canvas, sex: Sex, across: float, up: float, half: float) -> None:
    """Draw a square, a circle or a diamond."""
    if sex is Sex.MAN:
        canvas.rect(across - half, up - half, 2 * half, 2 * half, fill=1)
    elif sex is Sex.WOMAN:
        canvas.circle(across, up, half, fill=1)
    else:
        path = canvas.beginPath()
        path.moveTo(across, up + half)
        for x, y in ((half, 0), (0, -half), (-half, 0)):
            path.lineTo(across + x, up + y)
        path.close()
        canvas.drawPath(path, fill=1)


def _say(canvas: Canvas, text: str, at: tuple[float, float], size: float, font: str) -> None:
    """Write one line in the middle of a place; a long one is cut: the sentences have all of it."""
    line = fitted(text, font, size, _WIDE)
    wide = line.wide()
    canvas.setFillGray(1)  # lines that pass behind the words do not cut through them
    canvas.rect(at[0] - wide / 2, at[1] - size * 0.25, wide, size * 1.15, stroke=0, fill=1)
    canvas.setFillGray(0.05)
    draw_runs(canvas, (at[0] - wide / 2, at[1]), size, runs_of(line))

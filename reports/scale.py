"""A scale on paper: a line for each question, a box for each answer; empty or as answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer, Table, TableStyle

from reports import style
from reports.fonts import check_glyphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.domain.scale_sheet import ScaleSheet

_RULE: Final = colors.Color(0.62, 0.62, 0.62)
_LARGE: Final = 1.7
_MANY: Final = 7
_ASKED: Final = 0.48
_GAP: Final = "\u3000"


class ScalePaper:
    """The `ScalePrinter` on A4; large print is 16 points and more."""

    def render(self, sheet: ScaleSheet) -> bytes:
        """Return the PDF; raise `GlyphsMissing` rather than print a box."""
        check_glyphs(sheet.words())
        return style.build(
            lambda: list(_story(sheet)),
            sheet.scale.title,
            style.numbered(sheet.foot),
            sheet.scale.language,
        )


class _Box(Flowable):  # type: ignore[misc]
    """A box to mark, with its value beside it; filled where that answer was chosen."""

    def __init__(self, size: float, *, chosen: bool) -> None:
        super().__init__()
        self._size, self._chosen = size, chosen
        self.hAlign = "CENTER"

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the room that it takes."""
        return self._size, self._size

    def draw(self) -> None:
        """Draw it, with a cross where it was chosen: that is seen on a bad copy, too."""
        canvas, side = self.canv, self._size
        canvas.setStrokeGray(0.25)
        canvas.setLineWidth(0.9)
        canvas.rect(0, 0, side, side)
        if self._chosen:
            canvas.setStrokeGray(0)
            canvas.setLineWidth(1.7)
            inset = side * 0.18
            canvas.line(inset, inset, side - inset, side - inset)
            canvas.line(inset, side - inset, side - inset, inset)


def _kind(name: str, parent: str, size: float, scale: float, **more: object) -> ParagraphStyle:
    known = style.styles()[parent]
    return ParagraphStyle(
        f"scale {name} {scale}", parent=known, fontSize=size * scale, leading=size * 1.42 * scale,
        **more,
    )  # fmt: skip


def _story(sheet: ScaleSheet) -> Iterator[Flowable]:
    """Yield title, the places above, the questions, what it came to, and whose scale it is."""
    size = _LARGE if sheet.large else 1.0
    lead = _kind("lead", "sans small", 10, size)
    strong = _kind("strong", "sans part", 10, size)
    screening = _kind("screening", "sans small", 9, min(size, 1.35))
    label = _kind("label", "sans label", 7.6, min(size, 1.25))
    yield style.paragraph(sheet.scale.title, _kind("title", "sans title", 18, min(size, 1.2)))
    yield Spacer(0, 2 * mm)
    yield _heads(sheet, lead)
    yield Spacer(0, 3 * mm)
    yield style.paragraph(sheet.text.screening, screening)
    yield Spacer(0, 3 * mm)
    if sheet.scale.instruction:
        yield style.paragraph(sheet.scale.instruction, strong)
    yield style.paragraph(sheet.text.mark, lead)
    yield Spacer(0, 2 * mm)
    yield _questions(sheet, size)
    if sheet.scale.closing:
        yield KeepTogether(list(_closing(sheet, lead, strong)))
    if sheet.after:
        yield Spacer(0, 4 * mm)
        for at, line in enumerate(sheet.after):
            yield style.paragraph(line, strong if at == 0 else lead)
    yield Spacer(0, 4 * mm)
    for line in (sheet.scale.licence, sheet.scale.source):
        if line:
            yield style.paragraph(line, label)


def _heads(sheet: ScaleSheet, kind: ParagraphStyle) -> Table:
    """Return the places for code and day beside each other, with a line to write on."""
    cells: list[object] = []
    rules: list[tuple[object, ...]] = []
    for at, (word, said) in enumerate(sheet.heads):
        cells += [style.paragraph(word, kind), style.paragraph(said or " ", kind)]
        rules.append(("LINEBELOW", (2 * at + 1, 0), (2 * at + 1, 0), 0.5, _RULE))
    aside = 18 * mm if not sheet.large else 26 * mm
    wide = style.BODY_WIDTH / len(sheet.heads) - aside
    table = Table([cells], colWidths=[aside, wide] * len(sheet.heads), hAlign="LEFT")
    table.setStyle(
        TableStyle([("LEFTPADDING", (0, 0), (-1, -1), 0), ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
                    ("BOTTOMPADDING", (0, 0), (-1, -1), 3), *rules])
    )  # fmt: skip
    return table


def _questions(sheet: ScaleSheet, size: float) -> Table:
    """Return the questions with their boxes; the answers stand above, again on every page."""
    asked = _kind("asked", "sans small", 9.6, size)
    head = _kind("head", "sans small", 7.6 if len(sheet.scale.options) < _MANY else 6.8,
                 min(size, 1.6), alignment=TA_CENTER)  # fmt: skip
    value = _kind("value", "sans label", 7.5, min(size, 1.5), alignment=TA_CENTER)
    first = [style.paragraph(sheet.text.question, _kind("word", "sans label", 8.4, size))]
    rows: list[list[object]] = [
        [first, *([style.paragraph(one.text, head)] for one in sheet.scale.options)]
    ]
    for at, (item, chosen) in enumerate(zip(sheet.scale.items, sheet.chosen, strict=True), 1):
        boxes = [
            [_Box(9 * size, chosen=one.value == chosen), style.paragraph(str(one.value), value)]
            for one in sheet.scale.options
        ]
        rows.append([[style.paragraph(f"{at}. {item.text}", asked)], *boxes])
    share = _ASKED if not sheet.large else 0.44
    each = style.BODY_WIDTH * (1 - share) / len(sheet.scale.options)
    widths = [style.BODY_WIDTH * share, *[each] * len(sheet.scale.options)]
    table = Table(rows, colWidths=widths, hAlign="LEFT", repeatRows=1)
    table.setStyle(
        TableStyle(
            [
                ("LINEBELOW", (0, 0), (-1, -1), 0.4, _RULE),
                ("LINEABOVE", (0, 0), (-1, 0), 0.8, colors.black),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("ALIGN", (1, 0), (-1, -1), "CENTER"),
                ("LEFTPADDING", (0, 0), (0, -1), 0),
                ("LEFTPADDING", (1, 0), (-1, -1), 2),
                ("RIGHTPADDING", (1, 0), (-1, -1), 2),
                ("TOPPADDING", (0, 0), (-1, -1), 4 * size),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3 * size),
            ]
        )
    )
    return table


def _closing(sheet: ScaleSheet, kind: ParagraphStyle, strong: ParagraphStyle) -> Iterator[Flowable]:
    """Yield the question that is not counted, with its answers."""
    yield Spacer(0, 4 * mm)
    yield style.paragraph(sheet.scale.closing, strong)
    marks = [
        f"{'■' if at == sheet.closing else '□'} {word}"
        for at, word in enumerate(sheet.scale.closing_options)
    ]
    for line in marks if sheet.large else [(_GAP * 2).join(marks)]:
        yield style.paragraph(line, kind)

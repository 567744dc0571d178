"""A plain sheet: a certificate, a list of whom to call, a safety plan in large print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Spacer, Table, TableStyle

from reports import style
from reports.fonts import check_glyphs
from reports.recovery import key_tiles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.platypus import Flowable

    from app.domain.sheet import Sheet, SheetPart

_FIRST: Final = 44 * mm
_LEAST: Final = 24 * mm
_LARGE: Final = 1.4
_CLOSE: Final = 0.4  # of the usual room between rows


class PlainSheet:
    """The `SheetPrinter` on A4."""

    def render(self, sheet: Sheet) -> bytes:
        """Return the PDF; raise `GlyphsMissing` rather than print a box."""
        check_glyphs(sheet.words())
        return style.build(
            lambda: list(_story(sheet, 1)),
            sheet.title,
            style.numbered(sheet.foot),
            sheet.language,
            closer=lambda: list(_story(sheet, _CLOSE)),
        )


def _story(sheet: Sheet, room: float) -> Iterator[Flowable]:
    """Yield title and parts, with so much of the usual `room` between rows."""
    kinds = _kinds(large=sheet.large)
    yield style.paragraph(sheet.title, kinds["sans title"])
    if sheet.subtitle:
        yield style.paragraph(sheet.subtitle, kinds["sans" if sheet.large else "sans label"])
    yield Spacer(0, 3 * mm)
    for part in sheet.parts:
        yield CondPageBreak(_LEAST)
        yield from _part(part, kinds, room)


def _kinds(*, large: bool) -> dict[str, ParagraphStyle]:
    """Return the styles of a sheet; letters of a large one are two fifths larger."""
    kinds = style.styles()
    if not large:
        return kinds
    return {
        name: ParagraphStyle(
            f"large {name}",
            parent=one,
            fontSize=one.fontSize * _LARGE,
            leading=one.leading * _LARGE,
        )
        for name, one in kinds.items()
    }


def _part(part: SheetPart, kinds: dict[str, ParagraphStyle], room: float) -> Iterator[Flowable]:
    """Yield heading, rows, key and sentences of one part."""
    if part.heading:
        yield style.paragraph(part.heading, kinds["sans heading"])
    if part.rows:
        yield _table(part.rows, kinds, room)
        yield Spacer(0, 3 * mm * room)
    if part.keys:
        yield key_tiles(part.keys)
        yield Spacer(0, 4 * mm)
    for line in part.lines:
        yield style.paragraph(line, kinds["sans"])


def _table(
    rows: tuple[tuple[str, ...], ...], kinds: dict[str, ParagraphStyle], room: float
) -> Table:
    """Return rows as a table: what it is in grey, then how it stands."""
    cells = [
        [
            style.paragraph(cell, kinds["sans small" if at else "sans label"])
            for at, cell in enumerate(row)
        ]
        for row in rows
    ]
    rest = (style.BODY_WIDTH - _FIRST) / max(1, len(rows[0]) - 1)
    widths = [_FIRST, *[rest] * (len(rows[0]) - 1)]
    table = Table(cells, colWidths=widths, hAlign="LEFT")
    table.setStyle(
        TableStyle(
            [
                ("LINEBELOW", (0, 0), (-1, -1), 0.3, colors.lightgrey),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (0, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 3 * room),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4 * room),
            ]
        )
    )
    return table

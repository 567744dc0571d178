"""A plain sheet: the certificate of a destruction, the succession key, the list of a succession."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.lib import colors
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


class PlainSheet:
    """The `SheetPrinter` on A4."""

    def render(self, sheet: Sheet) -> bytes:
        """Return the PDF; raise `GlyphsMissing` rather than print a box."""
        check_glyphs(sheet.words())
        return style.build(
            lambda: list(_story(sheet)),
            sheet.title,
            lambda canvas, page, pages: style.foot_line(canvas, sheet.foot, f"{page} / {pages}"),
            sheet.language,
        )


def _story(sheet: Sheet) -> Iterator[Flowable]:
    """Yield title and parts."""
    kinds = style.styles()
    yield style.paragraph(sheet.title, kinds["sans title"])
    if sheet.subtitle:
        yield style.paragraph(sheet.subtitle, kinds["sans label"])
    yield Spacer(0, 3 * mm)
    for part in sheet.parts:
        yield CondPageBreak(_LEAST)
        yield from _part(part)


def _part(part: SheetPart) -> Iterator[Flowable]:
    """Yield heading, rows, key and sentences of one part."""
    kinds = style.styles()
    if part.heading:
        yield style.paragraph(part.heading, kinds["sans heading"])
    if part.rows:
        yield _table(part.rows)
        yield Spacer(0, 3 * mm)
    if part.keys:
        yield key_tiles(part.keys)
        yield Spacer(0, 4 * mm)
    for line in part.lines:
        yield style.paragraph(line, kinds["sans"])


def _table(rows: tuple[tuple[str, ...], ...]) -> Table:
    """Return rows as a table: what it is in grey, then how it stands."""
    kinds = style.styles()
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
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
            ]
        )
    )
    return table

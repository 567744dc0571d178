"""A week of the calendar on one sheet: days, times and codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.lib import colors
from reportlab.lib.units import mm
from reportlab.platypus import KeepTogether, Spacer, Table, TableStyle

from reports import style
from reports.fonts import check_glyphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.platypus import Flowable

    from app.domain.calendar_paper import WeekDay, WeekSheet

_TIME_WIDTH: Final = 32 * mm
_WHO_WIDTH: Final = 44 * mm


class WeekPaper:
    """The `WeekPrinter` on A4."""

    def render(self, sheet: WeekSheet) -> bytes:
        """Return the PDF; raise `GlyphsMissing` rather than print a box."""
        check_glyphs(sheet.words())
        return style.build(
            lambda: list(_story(sheet)),
            sheet.title,
            style.numbered(sheet.foot),
            sheet.language,
        )


def _story(sheet: WeekSheet) -> Iterator[Flowable]:
    """Yield title, the week, and a table a day."""
    kinds = style.styles()
    yield style.paragraph(sheet.title, kinds["sans title"])
    yield style.paragraph(sheet.subtitle, kinds["sans label"])
    yield Spacer(0, 4 * mm)
    for day in sheet.days:
        yield KeepTogether(
            [style.paragraph(day.heading, kinds["sans heading"]), _table(day, sheet.empty)]
        )


def _table(day: WeekDay, empty: str) -> Flowable:
    """Return the lines of a day, or the word for none."""
    kinds = style.styles()
    if not day.entries:
        return style.paragraph(empty, kinds["sans label"])
    rows = [
        [
            style.paragraph(one.time, kinds["sans small"]),
            style.paragraph(one.who, kinds["sans small"]),
            style.paragraph(one.more, kinds["sans label"]),
        ]
        for one in day.entries
    ]
    rest = style.BODY_WIDTH - _TIME_WIDTH - _WHO_WIDTH
    table = Table(rows, colWidths=[_TIME_WIDTH, _WHO_WIDTH, rest], hAlign="LEFT")
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

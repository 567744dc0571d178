"""A plain sheet: a certificate, a list of whom to call, a safety plan in large print."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from reportlab.lib import colors
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Spacer, Table, TableStyle

from reports import style
from reports.fonts import check_glyphs
from reports.prose import Prose, widest
from reports.recovery import key_tiles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.platypus import Flowable

    from app.domain.sheet import Sheet, SheetPart

_FIRST: Final = 44 * mm
_WHOLE: Final = 60 * mm  # a table up to this height is not cut by a page's end
_TALL: Final = 120 * mm  # a row above this height may be
_LARGE: Final = 1.4
_CLOSER: Final = (0.7, 0.3)  # of the usual room between rows and above headings
_CLOSE_LINES: Final = 0.9  # of the usual room for a line, where it is closest
_WRITTEN: Final = "____"  # where somebody writes by hand
_HAND: Final = 12.0  # room above that
_GAP: Final = 12.0  # between the words of two columns


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
            closer=[partial(_closer, sheet, room) for room in _CLOSER],
        )


def _closer(sheet: Sheet, room: float) -> list[Flowable]:
    return list(_story(sheet, room))


def _story(sheet: Sheet, room: float) -> Iterator[Flowable]:
    """Yield title and parts, with so much of the usual `room` between rows."""
    kinds = _kinds(sheet, room)
    yield style.paragraph(sheet.title, kinds["sans title"])
    if sheet.subtitle:
        yield style.paragraph(sheet.subtitle, kinds["sans" if sheet.large else "sans label"])
    yield Spacer(0, 3 * mm)
    widths = _widths(sheet.parts, kinds)
    for at, part in enumerate(sheet.parts):
        if at and not part.heading:
            yield Spacer(0, 4 * mm * room)
        shown = list(_part(part, kinds, widths, room))
        if part.heading:
            begins = _least(shown[0]) if shown else 0.0
            yield from style.heading(part.heading, kinds["sans heading"], begins)
        elif shown:
            yield CondPageBreak(_least(shown[0]))
        yield from shown


def _least(first: Flowable) -> float:
    """Return how high the beginning of a part is that no page's end may cut."""
    if isinstance(first, Prose):
        return first.least(style.BODY_WIDTH)
    high = float(first.wrap(style.BODY_WIDTH, style.PAGE_HEIGHT)[1])
    if isinstance(first, Table) and high > _WHOLE:
        high = min(float(sum(first._rowHeights[:2])), _TALL)  # noqa: SLF001 - no other way to know
    return high


def _kinds(sheet: Sheet, room: float) -> dict[str, ParagraphStyle]:
    """Return the styles of a sheet; letters of a large one are two fifths larger.

    Chinese fills its lines; English is set ragged.
    """
    size = _LARGE if sheet.large else 1.0
    high = size * _CLOSE_LINES if room == _CLOSER[-1] else size
    kinds = {
        name: ParagraphStyle(
            f"{name} {size} {room}",
            parent=one,
            fontSize=one.fontSize * size,
            leading=one.leading * high,
            spaceBefore=one.spaceBefore * room,
            spaceAfter=one.spaceAfter * room,
            alignment=TA_LEFT if sheet.language == "en" else one.alignment,
        )
        for name, one in style.styles().items()
    }
    by_hand = ParagraphStyle(f"by hand {size} {room}", parent=kinds["sans"], spaceBefore=_HAND)
    return {**kinds, _WRITTEN: by_hand}


def _part(
    part: SheetPart, kinds: dict[str, ParagraphStyle], widths: dict[int, list[float]], room: float
) -> Iterator[Flowable]:
    """Yield rows, key and sentences of one part."""
    if part.rows:
        yield _table(part.rows, kinds, widths[len(part.rows[0])], room)
        yield Spacer(0, 3 * mm * room)
    if part.keys:
        yield key_tiles(part.keys)
        yield Spacer(0, 4 * mm)
    for line in part.lines:
        yield style.paragraph(line, kinds[_WRITTEN if _WRITTEN in line else "sans"])


def _table(
    rows: tuple[tuple[str, ...], ...],
    kinds: dict[str, ParagraphStyle],
    widths: list[float],
    room: float,
) -> Table:
    """Return rows as a table: what it is in grey, then how it stands."""
    cells = [
        [style.paragraph(cell, _cell_kind(kinds, at)) for at, cell in enumerate(row)]
        for row in rows
    ]
    table = Table(cells, colWidths=widths, hAlign="LEFT")
    table.setStyle(
        TableStyle(
            [
                ("LINEBELOW", (0, 0), (-1, -1), 0.3, colors.lightgrey),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (0, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 3 * room),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4 * room),
                *(
                    ("TOPPADDING", (0, at), (-1, at), _HAND)
                    for at, row in enumerate(rows)
                    if any(_WRITTEN in cell for cell in row)
                ),
            ]
        )
    )
    table.wrap(style.BODY_WIDTH, style.PAGE_HEIGHT)
    if max(table._rowHeights) > _TALL:  # noqa: SLF001 - no other way to know
        table.splitInRow = 1
    return table


def _cell_kind(kinds: dict[str, ParagraphStyle], at: int) -> ParagraphStyle:
    return kinds["sans small" if at else "sans label"]


def _widths(
    parts: tuple[SheetPart, ...], kinds: dict[str, ParagraphStyle]
) -> dict[int, list[float]]:
    """Return the widths of columns by their number, the same in every table of a sheet.

    Of two, the first is the same on most papers, and wider only where the second needs no room.
    Of more, each has what its words want, as long as there is room; what is wider than an equal
    share of the rest breaks into lines.
    """
    widths = {}
    rows = [row for part in parts for row in part.rows]
    for count in {len(row) for row in rows}:
        wanted = [
            max(_GAP + widest(row[at], _cell_kind(kinds, at)) for row in rows if len(row) == count)
            for at in range(count)
        ]
        widths[count] = _two(*wanted) if count == 2 else _shared(wanted)  # noqa: PLR2004
    return widths


def _two(first: float, second: float) -> list[float]:
    """Return the widths of a column of labels and of what they name."""
    label = max(_FIRST, min(first, style.BODY_WIDTH - second, style.BODY_WIDTH / 2))
    return [label, style.BODY_WIDTH - label]


def _shared(wanted: list[float]) -> list[float]:
    """Return widths that fill the page together."""
    spare = style.BODY_WIDTH - sum(wanted)
    if spare >= 0:
        return [one + spare / len(wanted) for one in wanted]
    left, number = style.BODY_WIDTH, len(wanted)
    for one in sorted(wanted):
        if one > left / number:
            break
        left, number = left - one, number - 1
    return [min(one, left / number) for one in wanted]

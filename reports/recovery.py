"""The recovery key on one page, big enough to copy by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Spacer, Table, TableStyle

from reports import style
from reports.fonts import SANS_MEDIUM, check_glyphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reportlab.platypus import Flowable

_COLUMNS: Final = 2
_CHECKED: Final = 4
_NUMBER_WIDTH: Final = 12 * mm
_ROW_HEIGHT: Final = 19 * mm
# So that VV is not read as W by whoever copies it.
_TRACKING: Final = 2.4


class RecoveryPaper:
    """The `RecoveryPrinter` on A4."""

    def render(
        self, groups: Sequence[str], vault_name: str, made_on: str, labels: Mapping[str, str]
    ) -> bytes:
        """Return the PDF.

        `labels` has title, warning (what this paper opens), vault, made, keep and number, in the
        language of the screen; it may have language and colon. Raises `GlyphsMissing`.
        """
        check_glyphs([vault_name, made_on, *groups, *labels.values()])
        facts = ((labels["vault"], vault_name), (labels["made"], made_on))
        return style.build(
            lambda: list(_story(groups, facts, labels)),
            labels["title"],
            lambda _canvas, _page, _pages: None,
            labels.get("language", "zh"),
        )


def _story(
    groups: Sequence[str], facts: Sequence[tuple[str, str]], labels: Mapping[str, str]
) -> Iterator[Flowable]:
    """Yield the page from title to advice."""
    kinds = style.styles()
    plain = ParagraphStyle("recovery plain", parent=kinds["sans"], alignment=TA_LEFT)
    yield style.paragraph(labels["title"], kinds["sans title"])
    yield style.paragraph(labels["warning"], kinds["sans heading"])
    yield Spacer(0, 4 * mm)
    for name, text in facts:
        yield style.paragraph(f"{name}{labels.get('colon', '：')}{text}", plain)
    yield Spacer(0, 6 * mm)
    yield key_tiles(groups)
    yield Spacer(0, 8 * mm)
    for text in labels["keep"].split("\n"):
        yield style.paragraph(text, plain)


def key_tiles(groups: Sequence[str]) -> Table:
    """Return the groups, numbered, two a row, four characters and the check character apart."""
    kinds = style.styles()
    big = ParagraphStyle(
        "key",
        parent=kinds["sans"],
        fontName=SANS_MEDIUM,
        fontSize=24,
        leading=30,
        alignment=TA_CENTER,
        spaceAfter=0,
        tracking=_TRACKING,
    )
    small = ParagraphStyle(
        "key number", parent=kinds["sans label"], fontSize=11, leading=16, alignment=TA_CENTER
    )
    cells = [
        [style.paragraph(str(at), small), style.paragraph(_spaced(group), big)]
        for at, group in enumerate(groups, start=1)
    ]
    rows = [
        [cell for pair in cells[start : start + _COLUMNS] for cell in pair]
        for start in range(0, len(cells), _COLUMNS)
    ]
    half = style.BODY_WIDTH / _COLUMNS
    table = Table(
        rows,
        colWidths=[_NUMBER_WIDTH, half - _NUMBER_WIDTH] * _COLUMNS,
        rowHeights=_ROW_HEIGHT,
    )
    table.setStyle(
        TableStyle(
            [
                ("BOX", (0, 0), (-1, -1), 0.6, colors.black),
                ("LINEBELOW", (0, 0), (-1, -2), 0.3, colors.grey),
                ("LINEAFTER", (1, 0), (1, -1), 0.3, colors.grey),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ]
        )
    )
    return table


def _spaced(group: str) -> str:
    """Return a group with its check character apart."""
    return f"{group[:_CHECKED]} {group[_CHECKED:]}".strip()

"""The recovery key on one page, big enough to copy by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Spacer, Table, TableStyle

from reports import style

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportlab.platypus import Flowable

_COLUMNS = 2


class RecoveryPaper:
    """The `RecoveryPrinter` on A4."""

    def render(
        self, groups: Sequence[str], vault_name: str, made_on: str, labels: Mapping[str, str]
    ) -> bytes:
        """Return the PDF.

        `labels` has title, warning (what this paper opens), vault, made, keep and number, in the
        language of the screen. Raises `GlyphsMissing`.
        """
        style.check_glyphs([vault_name, made_on, *groups, *labels.values()])

        def story() -> list[Flowable]:
            kinds = style.styles()
            return [
                style.paragraph(labels["title"], kinds["title"]),
                style.paragraph(labels["warning"], kinds["subtitle"]),
                style.paragraph(f"{labels['vault']}：{vault_name}", kinds["plain"]),
                style.paragraph(f"{labels['made']}：{made_on}", kinds["plain"]),
                Spacer(0, 8 * mm),
                _tiles(groups),
                Spacer(0, 8 * mm),
                style.paragraph(labels["keep"], kinds["body"]),
            ]

        return style.build(
            story, labels["title"], lambda canvas, _page, _pages: style.foot_line(canvas, "", "")
        )


def _tiles(groups: Sequence[str]) -> Table:
    """Return the groups, numbered, two a row, four characters and the check character apart."""
    big = ParagraphStyle(
        "key", parent=style.styles()["sans"], fontSize=20, leading=28, alignment=TA_CENTER
    )
    small = style.styles()["small"]
    rows = []
    for start in range(0, len(groups), _COLUMNS):
        row = []
        for at in range(start, min(start + _COLUMNS, len(groups))):
            group = groups[at]
            row += [
                style.paragraph(str(at + 1), small),
                style.paragraph(f"{group[:4]} {group[4:]}", big),
            ]
        rows.append(row)
    half = style.BODY_WIDTH / _COLUMNS
    table = Table(rows, colWidths=[10 * mm, half - 10 * mm] * _COLUMNS, rowHeights=16 * mm)
    table.setStyle(
        TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.4, colors.grey),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ]
        )
    )
    return table

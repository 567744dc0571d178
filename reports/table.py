"""Rows as a table for another program: a workbook, or CSV that Excel opens as it is."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


class TableFile:
    """The `TableWriter`; what looks like a formula is text (CWE-1236)."""

    def render(self, rows: Sequence[Sequence[str | float]], suffix: str) -> bytes:
        """Return a workbook where `suffix` is ".xlsx", else CSV in UTF-8 with its mark."""
        return _workbook(rows) if suffix == ".xlsx" else _csv(rows)


def _csv(rows: Sequence[Sequence[str | float]]) -> bytes:
    """Return CSV (RFC 4180); a quote before what a program would take for a formula."""
    made = io.StringIO(newline="")
    csv.writer(made).writerows([[_harmless(cell) for cell in row] for row in rows])
    return made.getvalue().encode("utf-8-sig")


def _harmless(cell: str | float) -> str | float:
    looks = isinstance(cell, str) and cell.lstrip(" ").startswith(_FORMULA)
    return f"'{cell}" if looks else cell


def _workbook(rows: Sequence[Sequence[str | float]]) -> bytes:
    """Return a workbook of one sheet; words are text cells, whatever they begin with."""
    from openpyxl import Workbook  # noqa: PLC0415 - only who exports pays for it
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet)
            if isinstance(value, str):
                cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
                cell.data_type = "s"
            else:
                cell.value = value
            cells.append(cell)
        sheet.append(cells)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()

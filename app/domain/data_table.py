"""A table that leaves the program as a file for another program: heads, then rows of cells.

A spreadsheet runs a cell that begins like a formula. So every word that could be taken for one is
written behind an apostrophe, as OWASP advises, whoever typed it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

DataCell = str | int | float
_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True)
class DataTable:
    """What is written: a title for the sheet, the heads, the rows. Numbers stay numbers."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[DataCell, ...], ...] = field(repr=False)

    def lines(self) -> list[tuple[DataCell, ...]]:
        """Return heads and rows as they may be written: no cell of them is a formula."""
        return [tuple(harmless(cell) for cell in row) for row in (self.heads, *self.rows)]


def harmless(cell: DataCell) -> DataCell:
    """Return a cell that no spreadsheet takes for a formula; a number is none."""
    if isinstance(cell, str) and cell.lstrip(" \u3000\u00a0").startswith(_STARTS):
        return f"'{cell}"
    return cell

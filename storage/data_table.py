"""A table as a file for other programs: CSV (RFC 4180, UTF-8 with a mark) or XLSX.

The mark is for spreadsheets that take a CSV without one for the system's own encoding.
"""

from __future__ import annotations

import csv
import io
import re
from datetime import datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.domain.data_table import DataTable

_FIXED: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - XLSX takes no zone; when it was made is not told
_BARRED: Final = re.compile(r"[\[\]:*?/\\]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LONGEST_TITLE: Final = 31
_WIDEST, _NARROWEST = 60, 8


class CsvTable:
    """The `TablePrinter` of CSV."""

    def render(self, table: DataTable) -> bytes:
        """Return the file's bytes."""
        lines = io.StringIO(newline="")
        csv.writer(lines).writerows(table.lines())
        return b"\xef\xbb\xbf" + lines.getvalue().encode()


class XlsxTable:
    """The `TablePrinter` of XLSX."""

    def render(self, table: DataTable) -> bytes:
        """Return the file's bytes; every word is stored as a word, never as a formula."""
        from openpyxl import Workbook  # noqa: PLC0415 - loaded when it first writes
        from openpyxl.styles import Font  # noqa: PLC0415

        book = Workbook()
        book.properties.creator = ""
        book.properties.created = book.properties.modified = _FIXED
        sheet = book.worksheets[0]
        sheet.title = _BARRED.sub(" ", table.title)[:_LONGEST_TITLE].strip() or "1"
        for at, line in enumerate(table.lines(), start=1):
            for place, value in enumerate(line, start=1):
                cell = sheet.cell(at, place)
                cell.value = _CONTROL.sub("", value) if isinstance(value, str) else value
                if isinstance(value, str):
                    cell.data_type = "s"
                if at == 1:
                    cell.font = Font(bold=True)
        for column in sheet.columns:
            wide = max(_room(str(cell.value or "")) for cell in column)
            letter = column[0].column_letter
            sheet.column_dimensions[letter].width = min(max(wide + 2, _NARROWEST), _WIDEST)
        sheet.freeze_panes = "A2"
        made = io.BytesIO()
        book.save(made)
        return made.getvalue()


def _room(words: str) -> int:
    """Return how many letters wide words are; a Chinese character takes two."""
    return sum(1 if ord(one) < 0x2E80 else 2 for one in words)  # noqa: PLR2004 - where CJK begins

"""Reads the first sheet of a workbook (XLSX) as values; no formula is run, no link is followed.

A workbook is a zip of XML from a stranger. Before openpyxl sees it, what it would unpack to is
weighed, and one that declares entities is refused: they can grow without end, or name other files.
"""

from __future__ import annotations

import io
import lzma
import struct
import warnings
import zipfile
import zlib
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from app.domain.answer_table import MOST_COLUMNS, MOST_ROWS, AnswerTable, table_of
from app.domain.errors import AnswersUnreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

UNPACKED: Final = 100_000_000
"""The most bytes that the parts of a workbook may unpack to."""
MOST_TAGS: Final = 4_000_000
"""The most tags of all parts: as parts of a tree each takes hundreds of times what it packs to."""
_MOST_PARTS: Final = 2_000
_ENTRY: Final = b"PK\x01\x02"
_PIECE: Final = 1_000_000
_DECLARED: Final = tuple(
    word.encode(code) for word in ("<!DOCTYPE", "<!ENTITY") for code in ("ascii", "utf-16-le",
    "utf-16-be")
)  # fmt: skip
BROKEN: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    InvalidFileException,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    lzma.LZMAError,
    struct.error,
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
)
"""What openpyxl, the XML and the zip modules raise on a file that is not as it should be."""
_WHOLE: Final = 1e15
"""Below it every whole number that a cell holds is exact: a telephone number stays what it is."""


def book_of(data: bytes) -> AnswerTable:
    """Return the answers on the first sheet that is not hidden; raise `AnswersUnreadable`.

    A cell whose formula was never worked out gives the formula itself, as text.
    """
    try:
        weigh(data).close()
        with _opened(data, values=True) as book:
            sheet = _first(book)
            others = [one for one in book.sheetnames if one != sheet.title]
            lines = list(_lines(sheet))
        if _has_formula(data):
            with _opened(data, values=False) as book:
                _fill_in(lines, list(_lines(_first(book))))
    except BROKEN as error:
        raise AnswersUnreadable("damaged") from error
    return table_of(lines, others)


def weigh(data: bytes) -> zipfile.ZipFile:
    """Return an office file as an archive that may be read, to be closed.

    Raises `AnswersUnreadable` for what would unpack to too much or holds too many tags, and what
    declares entities; one of `BROKEN` for what is no archive. Python's zip module gives out no more
    of a part than its entry declares.
    """
    if data.count(_ENTRY) > _MOST_PARTS:  # before the list of them takes a kilobyte each
        raise AnswersUnreadable("large")
    archive = zipfile.ZipFile(io.BytesIO(data))
    parts = archive.infolist()
    if sum(one.file_size for one in parts) > UNPACKED:
        raise AnswersUnreadable("large")
    tags = 0
    for one in parts:  # of every name: what is read as XML is named by the file itself
        tags += _tags(archive, one, left=MOST_TAGS - tags)
    return archive


def _tags(archive: zipfile.ZipFile, part: zipfile.ZipInfo, *, left: int) -> int:
    """Return how many tags a part may hold at most.

    Raises `AnswersUnreadable` where they are more than are `left`, or where XML declares a document
    type or an entity.
    """
    tail, tags = b"", 0
    text = part.filename.casefold().endswith((".xml", ".rels"))
    with archive.open(part) as source:
        while piece := source.read(_PIECE):
            tags += piece.count(b"<")
            if tags > left:
                raise AnswersUnreadable("large")
            held = tail + piece
            if text and any(one in held for one in _DECLARED):
                raise AnswersUnreadable("damaged")
            tail = held[-32:]
    return tags


@contextmanager
def _opened(data: bytes, *, values: bool) -> Iterator[Any]:
    """Give the workbook, read as it goes; what openpyxl warns of changes no value."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=values, keep_links=False)
        try:
            yield book
        finally:
            book.close()


def _first(book: Any) -> Any:  # noqa: ANN401 - openpyxl is not typed
    """Return the first sheet of cells that is not hidden."""
    sheets = [one for one in book.worksheets if hasattr(one, "iter_rows")]
    if not sheets:
        raise AnswersUnreadable("empty")
    return next((one for one in sheets if one.sheet_state == "visible"), sheets[0])


def _lines(sheet: Any) -> Iterator[list[str]]:  # noqa: ANN401 - openpyxl is not typed
    """Yield the rows as texts. What the sheet says of its own size is not believed."""
    sheet.reset_dimensions()
    for number, cells in enumerate(sheet.iter_rows(min_row=1, min_col=1, values_only=True), 1):
        if number > MOST_ROWS:
            raise AnswersUnreadable("rows")
        end = len(cells)
        while end and cells[end - 1] is None:
            end -= 1
        if end > MOST_COLUMNS:
            raise AnswersUnreadable("columns", number)
        yield [_text(one) for one in cells[:end]]


def _text(value: object) -> str:
    """Return a value as it is read: whole numbers without a point, times without empty parts."""
    if value is None:
        return ""
    value = getattr(value, "text", value)  # of a formula over several cells
    if isinstance(value, datetime):
        whole = value.time() == time()
        return value.date().isoformat() if whole else value.isoformat(" ", "seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < _WHOLE:
        return str(int(value))
    return str(value)


def _has_formula(data: bytes) -> bool:
    """Return whether any sheet holds a formula."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for one in archive.infolist():
            if "worksheets/" in one.filename.casefold():
                part = archive.read(one)
                if b"<f>" in part or b"<f " in part or b":f>" in part or b":f " in part:
                    return True
    return False


def _fill_in(lines: list[list[str]], written: list[list[str]]) -> None:
    """Put a formula where no value of it is kept."""
    for line, formulas in zip(lines, written, strict=True):
        line.extend([""] * (len(formulas) - len(line)))
        for at, formula in enumerate(formulas):
            if not line[at] and formula.startswith("="):
                line[at] = formula

"""Reads the answers of an online questionnaire: a workbook, or text with separators (062).

The file is a stranger's: what it weighs and holds is bounded before and while it is read, nothing
in it is run, and no other file is touched.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from app.domain.answer_table import AnswerTable, table_of
from app.domain.errors import AnswersUnreadable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST: Final = 20_000_000
"""The most bytes of a file that are read."""
_ZIP: Final = b"PK\x03\x04"
_OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKED: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SEPARATORS: Final = (",", "\t", ";")
_SAMPLE: Final = 40
_WIDEST_CELL: Final = 200_000
_END: Final = "\x00end"
_NOT_TEXT: Final = frozenset(map(chr, {*range(28)} - {*range(9, 14)}))


class AnswerFile:
    """The `AnswerReader` of the real disk."""

    def read(self, path: Path) -> AnswerTable:
        """Return the answers of a file; raise `AnswersUnreadable`.

        Only a file is read: a pipe would never answer.
        """
        try:
            if not path.is_file():
                raise AnswersUnreadable("unread")
            with path.open("rb") as file:
                data = file.read(LARGEST + 1)
        except OSError as error:
            raise AnswersUnreadable("unread") from error
        return read_answers(data)


def read_answers(data: bytes) -> AnswerTable:
    """Return the answers that the bytes of a file hold; raise `AnswersUnreadable`."""
    if len(data) > LARGEST:
        raise AnswersUnreadable("large")
    if data.startswith(_OLD):
        raise AnswersUnreadable("old")
    if data.startswith(_ZIP):
        from storage.answer_book import book_of  # noqa: PLC0415 - openpyxl, for who has a workbook

        return book_of(data)
    text = decoded(data)
    if text.lstrip()[:15].casefold().startswith(("<!doctype", "<html", "<table", "<?xml", "<meta")):
        raise AnswersUnreadable("page")
    return table_of(_lines(text))


def decoded(data: bytes) -> str:
    """Return the bytes as text: as they say, else UTF-8, UTF-16 without a mark, or GB 18030."""
    for mark, code in _MARKED:
        if data.startswith(mark):
            return _as_text(data, code)
    for code in ("utf-8", *_unmarked(data), "gb18030"):
        try:
            return _as_text(data, code)
        except AnswersUnreadable:
            continue
    raise AnswersUnreadable("code")


def _unmarked(data: bytes) -> tuple[str, ...]:
    """Return UTF-16 of the order that puts the many zeros of digits and commas behind, or none."""
    zeros = data[0::2].count(0), data[1::2].count(0)
    if not any(zeros):
        return ()
    return ("utf-16-be",) if zeros[0] > zeros[1] else ("utf-16-le",)


def _as_text(data: bytes, code: str) -> str:
    """Return the text; raise `AnswersUnreadable` where it is none in this code."""
    try:
        text = data.decode(code)
    except UnicodeDecodeError as error:
        raise AnswersUnreadable("code") from error
    if not _NOT_TEXT.isdisjoint(text):
        raise AnswersUnreadable("code")
    return text


def _lines(text: str) -> Iterator[list[str]]:
    """Yield the rows of a text; an export may say its separator in its first line."""
    first, _, rest = text.partition("\n")
    told = first.strip().strip('"').casefold()
    if told.startswith("sep=") and len(told) == len("sep=") + 1:
        return _parsed(rest, told[-1])
    if told == "sep=":
        return _parsed(rest, "\t")
    return _parsed(text, _separator(text))


def _separator(text: str) -> str:
    """Return what stands between the cells: what parts the rows into most, as the first of them.

    A comma in an answer parts one row and not the others; a title above the heads has none.
    """

    def even(one: str) -> tuple[int, int]:
        wide = []
        try:
            for cells in _parsed(text, one):
                wide += [len(cells)] if cells else []
                if len(wide) == _SAMPLE:
                    break
        except AnswersUnreadable:
            return 0, 0
        parted = {size: count * (size - 1) for size, count in _counted(wide)}
        return parted[wide[0]] if wide else 0, max(parted.values(), default=0)

    return max(_SEPARATORS, key=even)


def _counted(sizes: list[int]) -> list[tuple[int, int]]:
    return [(size, sizes.count(size)) for size in set(sizes)]


def _parsed(text: str, separator: str) -> Iterator[list[str]]:
    """Yield the cells of each row; raise `AnswersUnreadable` where a quotation mark stays open.

    A last line of our own shows that: an open mark swallows it.
    """
    csv.field_size_limit(_WIDEST_CELL)
    source = io.StringIO(f"{text.removesuffix(chr(10))}\n{_END}\n", newline="")
    rows = csv.reader(source, delimiter=separator)
    number = 0
    try:
        for number, cells in enumerate(rows, 1):
            if any(_END in cell for cell in cells):
                if cells != [_END]:
                    raise AnswersUnreadable("quote", number)
                return
            yield cells
    except csv.Error as error:
        raise AnswersUnreadable("quote", number + 1) from error

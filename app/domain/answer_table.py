"""A table of answers as it was read from a file: one row an answer, named by its row there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from app.domain.blank import is_blank
from app.domain.errors import AnswersUnreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MOST_ROWS: Final = 20_000
"""The most rows of a table that are read, its head among them."""
MOST_COLUMNS: Final = 256
"""The most columns: as many as a spreadsheet had for twenty years."""
MOST_LETTERS: Final = 20_000_000
"""The most characters of all cells together."""
_HEAD_WITHIN: Final = 20


@dataclass(frozen=True)
class AnswerRow:
    """One answer. `number` is its row in the file, counted from 1 as a spreadsheet does.

    There is a cell for every head of the table.
    """

    number: int
    cells: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True)
class AnswerTable:
    """Heads, each another one, and the answers under them.

    `above` are the rows over the heads, such as a title; `others` the names of further sheets of
    the file, of which nothing was read.
    """

    heads: tuple[str, ...] = field(repr=False)
    rows: tuple[AnswerRow, ...] = field(repr=False)
    above: int = 0
    others: tuple[str, ...] = field(default=(), repr=False)


def table_of(lines: Iterable[Sequence[str]], others: Sequence[str] = ()) -> AnswerTable:
    """Return the table that these lines of cells make; empty rows are left out.

    The first row that is as wide as the answers, nearly, holds the heads. Raises
    `AnswersUnreadable` where there is no answer, or more than can be taken: rows, columns, letters.
    """
    kept = list(_bounded(lines))
    at = _head_at(kept)
    if at is None:
        raise AnswersUnreadable("empty")
    wide = max(len(cells) for _, cells in kept[at:])
    heads = _heads(kept[at][1], wide)
    rows = tuple(
        AnswerRow(number, (*cells, *("",) * (wide - len(cells))))
        for number, cells in kept[at + 1 :]
    )
    return AnswerTable(heads, rows, at, tuple(others))


def column_name(at: int) -> str:
    """Return what a spreadsheet calls the column `at`, counted from 0: A, B, … Z, AA."""
    name, rest = "", at + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def _bounded(lines: Iterable[Sequence[str]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the rows that hold anything, without empty cells behind; refuse what is too much."""
    letters = 0
    for number, line in enumerate(lines, 1):
        if number > MOST_ROWS:
            raise AnswersUnreadable("rows")
        cells = _without_tail(line)
        letters += sum(map(len, cells))
        if len(cells) > MOST_COLUMNS:
            raise AnswersUnreadable("columns", number)
        if letters > MOST_LETTERS:
            raise AnswersUnreadable("letters", number)
        if cells:
            yield number, cells


def _without_tail(line: Sequence[str]) -> tuple[str, ...]:
    """Return the cells up to the last in which anything can be seen."""
    end = len(line)
    while end and is_blank(line[end - 1]):
        end -= 1
    return tuple(line[:end])


def _head_at(kept: Sequence[tuple[int, tuple[str, ...]]]) -> int | None:
    """Return which of the rows holds the heads; None where no answer stands under any.

    A title over the table fills a cell or two, heads stand over every answer. So it is the first
    row that fills half as many cells as the fullest near the beginning.
    """
    near = [sum(not is_blank(cell) for cell in cells) for _, cells in kept[:_HEAD_WITHIN]]
    if len(kept) < 2:  # noqa: PLR2004 - heads and an answer
        return None
    found = next(at for at, filled in enumerate(near) if 2 * filled >= max(near))
    return found if found + 1 < len(kept) else None


def _heads(cells: Sequence[str], wide: int) -> tuple[str, ...]:
    """Return a name for each column: its own, its letter where it has none, and none twice."""
    found: dict[str, None] = {}
    for at in range(wide):
        own = " ".join(cells[at].split()) if at < len(cells) else ""
        name = column_name(at) if is_blank(own) else own
        found[f"{name} ({column_name(at)})" if name in found else name] = None
        while len(found) <= at:
            name += f" ({column_name(at)})"
            found[name] = None
    return tuple(found)

"""Finds the rows of each table in a damaged database, also where no way leads to them any more.

A tree of pages leads from the root of a table to its rows. Where root or branches are bad, the
leaves are still there: every good leaf is looked at, and one that no tree claims is known by the
shape of its rows and by the seal of their words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from storage import btree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from storage.btree import Values
    from storage.pages import Pages

_SCHEMA_COLUMNS: Final = 5
_KINDS: Final = {"INTEGER": int, "TEXT": str, "BLOB": bytes}
Row = tuple[Any, ...]


@dataclass(frozen=True)
class Column:
    """A column: its name and type, whether it must be filled, and what it is by default."""

    name: str
    type: str
    must: bool
    default: Any = None


@dataclass(frozen=True)
class Shape:
    """A table as the schema makes it; `key` is the column that stands for the row number."""

    name: str
    columns: tuple[Column, ...]
    key: str | None
    rowless: bool = False

    def row(self, cell: btree.Cell) -> Row | None:
        """Return the row that a cell holds, or None where it is none of this table."""
        values = cell.values
        if (
            values is None
            or len(values) > len(self.columns)
            or self.rowless == (cell.rowid is not None)
        ):
            return None
        filled = [*values, *(one.default for one in self.columns[len(values) :])]
        if self.key is not None:
            place = [one.name for one in self.columns].index(self.key)
            if filled[place] is not None:
                return None
            filled[place] = cell.rowid
        return tuple(filled) if all(map(_fits, self.columns, filled)) else None


@dataclass
class Found:
    """What was found of one table: rows by their key, and rows that are known to be lost."""

    rows: dict[Any, Row] = field(default_factory=dict)
    lost: set[int] = field(default_factory=set)
    broken: bool = False
    """Whether a page of its tree is bad, so that rows may be missing."""


@dataclass
class Wreck:
    """A damaged database, read page by page.

    `proves` says whether the words of a row are sealed for the table that it might be of.
    """

    pages: Pages
    shapes: tuple[Shape, ...]
    proves: Callable[[str, Mapping[str, Any]], bool]
    tables: dict[str, Found] = field(default_factory=dict)
    unclaimed: int = 0
    _indexes: list[tuple[str, int]] = field(default_factory=list)
    _all_roots: dict[str, int] = field(default_factory=dict)

    def read(self, told: Callable[[int, int], None]) -> None:
        """Read everything; `told` hears how many pages are done, of how many."""
        self.tables = {shape.name: Found() for shape in self.shapes}
        claimed: set[int] = set()
        roots = self._roots()
        total = self.pages.count
        for done, shape in enumerate(self.shapes):
            told(done, total + len(self.shapes))
            claimed |= self._walk(shape, roots.get(shape.name))
        known = {one for ones in (self._claimed_by_indexes(roots)) for one in ones}
        stray = {*range(1, total + 1)} - claimed - known
        for number in range(1, total + 1):
            told(len(self.shapes) + number, total + len(self.shapes))
            if number in stray:
                self._stray(number)
        # The key of a case may have come to light behind its words: the second look knows it.
        self.unclaimed = 0
        for number in sorted(stray):
            self._stray(number)

    def indexed(self) -> dict[str, set[int]]:
        """Return the row numbers that good pages of the indexes name, by table."""
        named: dict[str, set[int]] = {}
        for table, root in self._indexes:
            for number in self._tree(root)[0]:
                for cell in self._cells(number):
                    if cell.values and isinstance(cell.values[-1], int):
                        named.setdefault(table, set()).add(cell.values[-1])
        return named

    def numbers(self) -> dict[str, int]:
        """Return the last number that each table gave, as far as that can be read."""
        told: dict[str, int] = {}
        root = self._all_roots.get("sqlite_sequence")
        for number in self._tree(root)[0] if root else ():
            for cell in self._cells(number):
                if cell.values and len(cell.values) == len(("name", "seq")):
                    told[str(cell.values[0])] = int(cell.values[1])
        return {name: seq for name, seq in told.items() if name in self.tables}

    def _roots(self) -> dict[str, int]:
        """Return the root of each table, by what is left of the schema."""
        entries = [cell.values for cell in self._schema_cells() if cell.values]
        self._indexes = [
            (str(one[2]), int(one[3])) for one in entries if one[0] == "index" and one[3]
        ]
        tables = [one for one in entries if one[0] == "table" and one[3]]
        self._all_roots = {str(one[1]): int(one[3]) for one in tables}
        return self._all_roots

    def _schema_cells(self) -> Iterator[btree.Cell]:
        """Yield the entries of the schema, from wherever they lie."""
        numbers, broken = self._tree(1)
        wanted = range(1, self.pages.count + 1) if broken else numbers
        for number in wanted:
            for cell in self._cells(number):
                if _is_schema(cell.values):
                    yield cell

    def _tree(self, root: int) -> tuple[list[int], bool]:
        """Return every good page of a tree, and whether one is bad."""
        seen: dict[int, None] = {}
        waiting, broken = [root], False
        while waiting:
            number = waiting.pop()
            page = self.pages.get(number) if 0 < number <= self.pages.count else None
            if page is None:
                broken = True
            elif number not in seen:
                seen[number] = None
                waiting += btree.children(page, number)
        return list(seen), broken

    def _cells(self, number: int) -> list[btree.Cell]:
        """Return the rows on a page, if it is one that holds any."""
        page = self.pages.get(number)
        return [] if page is None else list(btree.cells(page, number, self.pages.get))

    def _walk(self, shape: Shape, root: int | None) -> set[int]:
        """Take the rows that the tree of a table leads to; return its pages."""
        found = self.tables[shape.name]
        if root is None:
            found.broken = True
            return set()
        numbers, found.broken = self._tree(root)
        for number in sorted(numbers, key=self.pages.rank):
            for cell in self._cells(number):
                self._take(shape, found, cell)
        return set(numbers)

    def _take(self, shape: Shape, found: Found, cell: btree.Cell) -> None:
        """Take a row, or note that it is lost."""
        row = shape.row(cell)
        if row is not None:
            found.rows[_key_of(shape, row)] = row
        elif cell.rowid is not None:
            found.lost.add(cell.rowid)
            found.broken = True

    def _claimed_by_indexes(self, roots: Mapping[str, int]) -> Iterator[set[int]]:
        """Yield the pages of the indexes, and of tables that are made anew."""
        names = {shape.name for shape in self.shapes}
        for _, root in self._indexes:
            yield set(self._tree(root)[0])
        for name, root in roots.items():
            if name not in names:
                yield set(self._tree(root)[0])

    def _stray(self, number: int) -> None:
        """Take the rows of a page that no tree leads to, where it is clear whose they are."""
        page = self.pages.get(number)
        if page is None or btree.kind(page, number) == btree.INTERIOR_TABLE:
            return
        for cell in btree.cells(page, number, self.pages.get):
            if cell.values is None or _is_schema(cell.values):
                continue
            shape = self._owner(cell)
            if shape is None:
                self.unclaimed += cell.rowid is not None
                continue
            row = shape.row(cell)
            if row is not None:
                self.tables[shape.name].rows.setdefault(_key_of(shape, row), row)

    def _owner(self, cell: btree.Cell) -> Shape | None:
        """Return the one table that a stray row can be of: its words are sealed for it."""
        able = [
            one for one in self.shapes if self.tables[one.name].broken and one.row(cell) is not None
        ]
        sealed = [one for one in able if any(column.name == "sealed" for column in one.columns)]
        for shape in sealed:
            if self.proves(shape.name, named(shape, shape.row(cell) or ())):
                return shape
        plain = [one for one in able if one not in sealed]
        # A row is shorter than its table only where columns were added to that later.
        exact = [one for one in plain if len(one.columns) == len(cell.values or ())]
        return next((ones[0] for ones in (exact, plain) if len(ones) == 1), None)


def named(shape: Shape, row: Row) -> dict[str, Any]:
    """Return a row with the names of its columns."""
    return dict(zip((one.name for one in shape.columns), row, strict=True))


def _fits(column: Column, value: Any) -> bool:  # noqa: ANN401
    """Return whether a value can stand in a column."""
    if value is None:
        return not column.must
    return type(value) is _KINDS.get(column.type)


def _key_of(shape: Shape, row: Row) -> Any:  # noqa: ANN401
    """Return what tells a row from every other of its table."""
    if shape.key is None:
        return row
    return row[[one.name for one in shape.columns].index(shape.key)]


def _is_schema(values: Values | None) -> bool:
    """Return whether values are an entry of a schema."""
    return (
        values is not None
        and len(values) == _SCHEMA_COLUMNS
        and values[0] in {"table", "index", "trigger", "view"}
        and isinstance(values[3], int)
    )

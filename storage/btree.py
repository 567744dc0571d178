"""Reads rows out of single pages (https://www.sqlite.org/fileformat.html, sections 1.6 and 2)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from storage.pages import USABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

INTERIOR_INDEX: Final = 0x02
INTERIOR_TABLE: Final = 0x05
LEAF_INDEX: Final = 0x0A
LEAF_TABLE: Final = 0x0D
_FIRST_HEADER: Final = 100
_WIDTHS: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_FLOAT, _ZERO, _ONE, _FIRST_LENGTH = 7, 8, 9, 12
_VARINT: Final = 9
Values = tuple[Any, ...]


@dataclass(frozen=True)
class Cell:
    """A row of a table (`rowid` and `values`) or of an index; None where it cannot be read.

    `child` is the page below it, on an inner page.
    """

    rowid: int | None
    values: Values | None
    child: int = 0


class MalformedError(ValueError):
    """Bytes that are no page, cell or record."""


def kind(page: bytes, number: int) -> int:
    """Return of which kind a page is."""
    return page[_start(number)]


def children(page: bytes, number: int) -> list[int]:
    """Return the pages below an inner page, in order."""
    if kind(page, number) not in {INTERIOR_INDEX, INTERIOR_TABLE}:
        return []
    start = _start(number)
    below = [struct.unpack_from(">I", page, at)[0] for at in _places(page, number)]
    return [*below, struct.unpack_from(">I", page, start + 8)[0]]


def cells(page: bytes, number: int, fetch: Callable[[int], bytes | None]) -> Iterator[Cell]:
    """Yield the rows on a page; `fetch` gives the pages where long ones go on.

    An inner page of a table holds none; one of an index does.
    """
    what = kind(page, number)
    if what not in {INTERIOR_INDEX, LEAF_INDEX, LEAF_TABLE}:
        return
    for at in _places(page, number):
        yield _cell(page, at, what, fetch)


def _start(number: int) -> int:
    """Return where the header of a page begins: the first page holds the file's before it."""
    return _FIRST_HEADER if number == 1 else 0


def _places(page: bytes, number: int) -> list[int]:
    """Return where the cells of a page begin."""
    start = _start(number)
    (count,) = struct.unpack_from(">H", page, start + 3)
    inner = kind(page, number) in {INTERIOR_INDEX, INTERIOR_TABLE}
    first = start + (12 if inner else 8)
    if first + 2 * count > USABLE:
        return []
    return list(struct.unpack_from(f">{count}H", page, first))


def _cell(page: bytes, at: int, what: int, fetch: Callable[[int], bytes | None]) -> Cell:
    """Return the cell that begins at a place."""
    rowid, child = None, 0
    try:
        if what == INTERIOR_INDEX:
            (child,) = struct.unpack_from(">I", page, at)
            at += 4
        size, at = _varint(page, at)
        if what == LEAF_TABLE:
            rowid, at = _varint(page, at)
            rowid = _signed(rowid)
        payload = _payload(page, at, size, fetch, table=what == LEAF_TABLE)
        return Cell(rowid, _record(payload), child)
    except (MalformedError, IndexError, struct.error, UnicodeDecodeError):
        return Cell(rowid, None, child)


def _payload(
    page: bytes, at: int, size: int, fetch: Callable[[int], bytes | None], *, table: bool
) -> bytes:
    """Return the bytes of a row, with those that lie on other pages."""
    most = USABLE - 35 if table else (USABLE - 12) * 64 // 255 - 23
    if size <= most:
        return page[at : at + size]
    least = (USABLE - 12) * 32 // 255 - 23
    here = least + (size - least) % (USABLE - 4)
    here = here if here <= most else least
    (following,) = struct.unpack_from(">I", page, at + here)
    parts, left = [page[at : at + here]], size - here
    while left > 0:
        more = fetch(following) if following else None
        if more is None:
            raise MalformedError
        (following,) = struct.unpack_from(">I", more, 0)
        parts.append(more[4 : 4 + min(left, USABLE - 4)])
        left -= USABLE - 4
    return b"".join(parts)


def _record(payload: bytes) -> Values:
    """Return the values of a record."""
    length, at = _varint(payload, 0)
    kinds = []
    while at < length:
        one, at = _varint(payload, at)
        kinds.append(one)
    if at != length:
        raise MalformedError
    values = []
    for one in kinds:
        value, at = _value(payload, at, one)
        values.append(value)
    if at != len(payload):
        raise MalformedError
    return tuple(values)


def _value(payload: bytes, at: int, one: int) -> tuple[Any, int]:
    """Return a value and where the next begins."""
    if one in _WIDTHS:
        end = at + _WIDTHS[one]
        return int.from_bytes(payload[at:end], "big", signed=True), end
    if one == _FLOAT:
        return struct.unpack_from(">d", payload, at)[0], at + 8
    if one >= _FIRST_LENGTH:
        end = at + (one - _FIRST_LENGTH) // 2
        raw = payload[at:end]
        return (raw.decode("utf-8") if one % 2 else raw), end
    if one in {0, _ZERO, _ONE}:
        return {0: None, _ZERO: 0, _ONE: 1}[one], at
    raise MalformedError


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a number of one to nine bytes and where it ends."""
    value = 0
    for step in range(_VARINT - 1):
        byte = data[at + step]
        value = value << 7 | byte & 0x7F
        if not byte & 0x80:
            return value, at + step + 1
    return value << 8 | data[at + _VARINT - 1], at + _VARINT


def _signed(value: int) -> int:
    """Return a row number as SQLite means it."""
    return value - (1 << 64) if value >> 63 else value

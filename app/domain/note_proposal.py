"""What becomes of the files of an import before anything is decided: one line for each note."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, Final

from app.domain.blank import is_blank
from app.domain.imported_note import LONGEST, Unread
from app.domain.note_date import dates_in
from app.domain.note_split import person_in, pieces, turn_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, time

    from app.domain.answer_table import AnswerTable
    from app.domain.imported_note import Left
    from app.domain.note_date import Dated


MOST_LETTERS: Final = 5_000_000
"""The most letters of a document: what is longer is not cut up."""
MOST_NOTES: Final = 20_000
"""The most notes of a document, as many as a table has rows."""
_TOP: Final = 200


@dataclass(frozen=True)
class NoteFile:
    """A file as it was read: its name without its ending, and the folder it lies in.

    `folder` is "" where that is the one that was chosen or the files were chosen one by one.
    """

    name: str = field(repr=False)
    folder: str = field(default="", repr=False)
    text: str = field(default="", repr=False)
    table: AnswerTable | None = field(default=None, repr=False)
    left: tuple[Left, ...] = ()
    unread: Unread | None = None


@dataclass(frozen=True)
class Proposed:
    """A note as it is proposed: `days` are its readings, one where it is certain.

    `row` is its row in a table, counted from 1, or 0; `part` of how many `parts` of its file.
    """

    source: str = field(repr=False)
    person: str = field(repr=False)
    text: str = field(repr=False)
    days: tuple[date, ...] = ()
    at: time | None = None
    turn: str = field(default="", repr=False)
    left: tuple[Left, ...] = ()
    unread: Unread | None = None
    row: int = 0
    part: int = 1
    parts: int = 1
    unsure: bool = False

    @property
    def day(self) -> date | None:
        """The day where it is certain."""
        return self.days[0] if len(self.days) == 1 and not self.unsure else None


class Head(Enum):
    """What a column of a table is."""

    DAY = "day"
    PERSON = "person"
    TEXT = "text"


_HEADS: Final = (
    (Head.DAY, re.compile(r"日期|时间|date|day|when", re.I)),
    (Head.PERSON, re.compile(r"来访者|求助者|客户|姓名|称呼|代号|编号|client|name|code|who", re.I)),
    (Head.TEXT, re.compile(r"内容|记录|正文|笔记|摘要|text|note|content|body|summary", re.I)),
)


def proposals(file: NoteFile, latest: date) -> tuple[Proposed, ...]:
    """Return the notes of a file; one that gives none is a line, too, with why.

    A day after `latest`, which is today, is no day of an old note.
    """
    if file.unread is not None:
        return (Proposed(file.name, _person(file), "", unread=file.unread, left=file.left),)
    if file.table is not None:
        return tuple(_rows(file, file.table, latest))
    if is_blank(file.text):
        return (Proposed(file.name, _person(file), "", unread=Unread.EMPTY, left=file.left),)
    found = pieces(file.text) if len(file.text) <= MOST_LETTERS else ()
    if not 0 < len(found) <= MOST_NOTES:
        return (Proposed(file.name, _person(file), "", unread=Unread.LARGE, left=file.left),)
    named = _past(dates_in(file.name), latest)
    made = []
    for number, one in enumerate(found, 1):
        dated = _past((one.dated,) if one.dated else (), latest)
        if len(found) == 1 and named is not None and (named.day or dated is None):
            hour = dated.at if dated is not None and dated.day == named.day else None
            dated = replace(named, at=named.at or hour)
        turn = turn_in(one.text[:_TOP]) or (turn_in(file.name) if len(found) == 1 else "")
        proposed = Proposed(file.name, _person(file), one.text, turn=turn, left=file.left)
        unread = Unread.LARGE if len(one.text) > LONGEST else None
        proposed = replace(proposed, unread=unread, part=number, parts=len(found))
        made.append(_dated(proposed, dated))
    return tuple(made)


def columns_of(heads: tuple[str, ...]) -> dict[Head, int]:
    """Return which column of a table is which, as their heads sound; the first of each counts."""
    found: dict[Head, int] = {}
    for kind, pattern in _HEADS:
        at = next((at for at, head in enumerate(heads)
                   if pattern.search(head) and at not in found.values()), None)  # fmt: skip
        if at is not None:
            found[kind] = at
    return found


def _rows(file: NoteFile, table: AnswerTable, latest: date) -> Iterator[Proposed]:
    """Yield the notes of a table, a row each; what is no column of ours stays in the text."""
    columns = columns_of(table.heads)
    if Head.TEXT not in columns:
        yield Proposed(file.name, _person(file), "", unread=Unread.TABLE)
        return
    for line in table.rows:
        own = {kind: line.cells[at] for kind, at in columns.items()}
        rest = [
            f"{head}：{cell}"
            for at, (head, cell) in enumerate(zip(table.heads, line.cells, strict=True))
            if at not in columns.values() and not is_blank(cell)
        ]
        text = own[Head.TEXT]
        # Only the top: a cell of a stranger's table may be as long as the whole file.
        dated = next(iter(dates_in(own.get(Head.DAY, "")[:_TOP])), None)
        person = own.get(Head.PERSON, "").strip() or _person(file)
        whole = "\n".join([text, *rest])
        unread = Unread.EMPTY if is_blank(text) and not rest else None
        unread = Unread.LARGE if len(whole) > LONGEST else unread
        made = Proposed(file.name, person, whole, unread=unread, row=line.number)
        yield _dated(made, _past((dated,) if dated else (), latest))


def _person(file: NoteFile) -> str:
    """Return whose a file may be: the folder tells it better than the name of the file."""
    return person_in(file.folder) or person_in(file.name)


def _past(found: tuple[Dated, ...], latest: date) -> Dated | None:
    """Return the first day that is not ahead, with its readings that are not."""
    for one in found:
        days = tuple(day for day in one.days if day <= latest)
        if days:
            return replace(one, days=days)
    return None


def _dated(made: Proposed, dated: Dated | None) -> Proposed:
    """Return a note with the day that was found for it."""
    if dated is None:
        return made
    return replace(made, days=dated.days, at=dated.at, unsure=dated.unsure)

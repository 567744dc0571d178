"""One long document with many dated notes: where each begins. Not a letter of it gets lost."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from app.domain.blank import is_blank
from app.domain.note_date import dates_in

if TYPE_CHECKING:
    from app.domain.note_date import Dated

_LONG: Final = 60
_BEFORE: Final = 16
_BEHIND: Final = 24
_NO_HEAD: Final = re.compile(
    r"[。；;！!？?]|出生|生日|生于|born|birth|下次|next|截止|打印|print", re.I
)
_TURN: Final = re.compile(
    r"第\s*([0-9]{1,3}|[一二三四五六七八九十百]{1,4})\s*[次回]|session\s*#?\s*([0-9]{1,3})", re.I
)


@dataclass(frozen=True)
class Piece:
    """A note as it was cut out of a document; `dated` is the day at its head."""

    text: str = field(repr=False)
    dated: Dated | None = None


def heading(line: str) -> Dated | None:
    """Return the day of a line that begins a note; None for a line of text.

    It is short, the day stands near its beginning, and it is no day of birth or of the next time.
    """
    words = line.strip().strip("#*=－-—【】[] \t")
    if not words or len(words) > _LONG or _NO_HEAD.search(words):
        return None
    found = dates_in(words)
    if len(found) != 1 or found[0].start > _BEFORE or len(words) - found[0].end > _BEHIND:
        return None
    return found[0]


def pieces(text: str) -> tuple[Piece, ...]:
    """Return the notes of a document; together they are its text again, letter by letter.

    What stands before the first heading belongs to it, such as a title.
    """
    heads: list[tuple[int, Dated]] = []
    at = 0
    for line in text.splitlines(keepends=True):
        dated = heading(line)
        if dated is not None:
            heads.append((at, dated))
        at += len(line)
    if not heads:
        return (Piece(text),)
    starts = [0, *(start for start, _ in heads[1:]), len(text)]
    return tuple(
        Piece(text[starts[turn] : starts[turn + 1]], dated) for turn, (_, dated) in enumerate(heads)
    )


def turn_in(text: str) -> str:
    """Return which session a name or the first line says, as written there; "" for none."""
    found = _TURN.search(text)
    return "" if found is None else found[0].strip()


def person_in(name: str) -> str:
    """Return who a file's name may speak of: what is left without day, turn and usual words.

    >>> person_in("小林20240305")
    '小林'
    """
    rest = _TURN.sub(" ", name)
    for one in reversed(dates_in(rest)):
        rest = rest[: one.start] + " " + rest[one.end :]
    rest = _USUAL.sub(" ", rest)
    words = " ".join(rest.strip(_MARKS).split())
    return "" if is_blank(words) or words.isdigit() else words.strip(_MARKS)


_MARKS: Final = " \t_-—－·.,，、()（）[]【】#"
_USUAL: Final = re.compile(
    r"咨询记录|会谈记录|个案记录|心理咨询|咨询|会谈|个案|记录|笔记|逐字稿|"
    r"\b(?:session|notes?|case|record|progress)\b|[_]", re.I
)  # fmt: skip

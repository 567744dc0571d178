"""A readable export of the whole vault: what other programs, or people without any, can open.

It is the way out of this program: pages to read, tables as JSON, the files as they came. It leaves
under a password of its own, since who holds it holds everything (clauses 044, 050).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from app.domain import password as passwords
from app.domain.errors import WeakPassword

FORMAT: Final = "xinxia-readable"
VERSION: Final = 1
"""Raised when a reader of the one before would misread an archive."""
FLOOR: Final = 3
"""The lowest level of strength (`password.Strength`) of the password of an archive.

The format that every program opens derives its key in a thousand rounds, and nobody slows down who
tries on a copy: a password that is good enough for a vault is not for such a file.
"""
GROUPS: Final = 5
LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"
"""None of them is taken for another."""


@dataclass(frozen=True)
class Order:
    """What is exported beside the record: `reflections` are hers alone and left out of themselves.

    `language` is that of the pages; `password` is that of the archive.
    """

    language: str = "zh"
    reflections: bool = False
    recordings: bool = True
    password: str = field(default="", repr=False)


@dataclass(frozen=True)
class Left:
    """What an archive does not hold: `what`, a number, and why.

    `what` is "case" (shut, `number` is its own), "recording" (withdrawn, gone or damaged, `number`
    is its own), "reflections" or "recordings" (not chosen, `number` says how many).
    """

    what: str
    number: int
    why: str


@dataclass(frozen=True)
class Exported:
    """What an archive holds: cases by their numbers, rows by table, how many files, what is not."""

    cases: tuple[int, ...]
    rows: dict[str, int]
    files: int
    size: int
    left: tuple[Left, ...] = ()


@dataclass(frozen=True)
class TakenIn:
    """What came of an archive: rows by table, what the archive left out, what is to be seen to.

    `unlocked` are the cases that had a password of their own and have none now; `unproven` those
    in which a signature was not right when the archive was made.
    """

    rows: dict[str, int]
    left: tuple[Left, ...] = ()
    unlocked: tuple[int, ...] = ()
    unproven: tuple[int, ...] = ()


def check(password: str) -> None:
    """Raise `WeakPassword` unless a password is good enough for a file that anybody may try at.

    `letters` is the reason for one that not every keyboard and every program writes alike.
    """
    passwords.check(password)
    if not (password.isascii() and password.isprintable()):
        raise WeakPassword("letters")
    if level(password) < FLOOR:
        raise WeakPassword("file")


def level(password: str) -> int:
    """Return the strength of a password for such a file, 0 to 4; below `FLOOR` it is refused."""
    return passwords.estimate(password).level if password.isascii() else 0


def spelled(numbers: bytes) -> str:
    """Return a password of so many random bytes: a letter or digit each, in groups."""
    letters = "".join(LETTERS[one % len(LETTERS)] for one in numbers)
    return "-".join(letters[at : at + GROUPS] for at in range(0, len(letters), GROUPS))

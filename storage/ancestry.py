"""Tells whether a database goes on from what a generation holds: by the chain of the trail.

Each link of the trail is a keyed digest of all lines before it. A generation says in its list how
far the trail had come; a database whose trail has that link knows what was in the generation, and
one that was put back from before has it not, however often it was opened since.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Final

from storage import database

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

START: Final = "start"
"""Stands for the link of a trail that has no line yet: every trail goes on from there."""


def head(path: Path, raw_key: bytes) -> str:
    """Return the last link of the trail in a copy that nobody writes, in hex, or `START`."""
    with closing(database.connect_read_only(path, raw_key)) as copy:
        row = copy.execute("SELECT link FROM audit ORDER BY id DESC LIMIT 1").fetchone()
    return bytes(row[0]).hex() if row else START


def within(path: Path, raw_key: bytes, heads: Iterable[str]) -> frozenset[str]:
    """Return which of these links the trail of an open vault's database has.

    Raises `VaultDamaged` where the trail cannot be read.
    """
    wanted = frozenset(heads)
    links = [bytes.fromhex(one) for one in wanted - {START}]
    marks = ", ".join("?" * len(links))
    with closing(database.connect(path, raw_key)) as live:
        found = live.execute(f"SELECT link FROM audit WHERE link IN ({marks})", links).fetchall()  # noqa: S608 - marks
    return wanted & {START, *(bytes(one).hex() for (one,) in found)}

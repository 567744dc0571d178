"""Says how each table of a schema is built, so that a row can be known by its looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from storage import migrations
from storage.wreck import Column, Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

REMADE = ("indexed",)
"""Tables that are made anew from others, as is the index of words with its own tables."""


def shapes(scripts: Sequence[tuple[int, str]]) -> tuple[Shape, ...]:
    """Return the tables that these migrations make and that a salvage takes rows from."""
    fresh = dbapi2.connect(":memory:", isolation_level=None)
    try:
        migrations.migrate(fresh, lambda _: None, list(scripts))
        rows = fresh.execute(
            "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
            " AND name NOT LIKE 'sqlite_%' ORDER BY name"
        ).fetchall()
        return tuple(
            _shape(fresh, name, rowless=bool(rowless))
            for name, rowless in rows
            if name not in REMADE
        )
    finally:
        fresh.close()


def _shape(fresh: Any, name: str, *, rowless: bool) -> Shape:  # noqa: ANN401
    """Return how one table is built."""
    infos = fresh.execute(f'PRAGMA table_info("{name}")').fetchall()
    keys = [one[1] for one in infos if one[5]]
    alone = len(keys) == 1 and not rowless
    integer = alone and next(one[2] for one in infos if one[5]) == "INTEGER"
    columns = tuple(
        Column(
            one[1],
            one[2],
            bool(one[3]) or (rowless and bool(one[5])),
            None if one[4] is None else fresh.execute(f"SELECT {one[4]}").fetchone()[0],
        )
        for one in infos
    )
    return Shape(name, columns, keys[0] if integer else None, rowless=rowless)

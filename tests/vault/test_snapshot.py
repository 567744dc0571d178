"""A copy of a database is proven page by page, with free pages in it and without."""

from __future__ import annotations

import random

import pytest

from app.domain.errors import VaultDamaged
from storage import database, snapshot
from storage.meter import Meter, nobody

KEY = bytes(range(32))


@pytest.fixture(params=["no page is free", "pages are free"])
def copy(request, tmp_path):
    """Return a closed database with an index, long rows and short ones, and free pages or none."""
    path = tmp_path / "copy.db"
    connection = database.connect(path, KEY)
    with database.speaking():
        connection.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, code TEXT, sealed BLOB)")
        connection.execute("CREATE INDEX by_code ON notes (code)")
        row = "INSERT INTO notes (code, sealed) VALUES (?, ?)"
        for number in range(160):
            size = 30_000 if number % 40 == 7 else 200
            connection.execute(row, (f"H-{number:03d}" * 9, bytes([number]) * size))
        connection.commit()
        if request.param == "pages are free":
            connection.execute("DELETE FROM notes WHERE id % 40 = 8")
            connection.commit()
        ((free,),) = connection.execute("PRAGMA freelist_count").fetchall()
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    connection.close()
    assert bool(free) == (request.param == "pages are free")
    return path


@pytest.mark.promise(8)
@pytest.mark.promise(16)
def test_a_flipped_bit_in_any_page_of_a_copy_is_seen(copy):
    """Also in a free page, which no row and no check of the structure ever reads."""
    whole = copy.read_bytes()
    assert snapshot.proven(copy, KEY, Meter(nobody))["notes"].rows
    rng = random.Random(8)
    pages = len(whole) // database.PAGE_BYTES
    assert pages > 40
    unseen = []
    for page in range(pages):
        hurt = bytearray(whole)
        hurt[page * database.PAGE_BYTES + rng.randrange(database.PAGE_BYTES)] ^= 1 << rng.randrange(
            8
        )
        copy.write_bytes(hurt)
        try:
            snapshot.proven(copy, KEY, Meter(nobody))
            unseen.append(page + 1)
        except VaultDamaged:
            pass
    assert unseen == []


@pytest.mark.promise(9)
def test_a_copy_cut_at_a_page_or_in_it_is_seen(copy):
    whole = copy.read_bytes()
    for less in (1, database.PAGE_BYTES, 3 * database.PAGE_BYTES + 5):
        copy.write_bytes(whole[:-less])
        with pytest.raises(VaultDamaged):
            snapshot.proven(copy, KEY, Meter(nobody))


@pytest.mark.promise(9)
def test_two_pages_that_changed_places_are_seen(copy):
    whole, size = copy.read_bytes(), database.PAGE_BYTES
    pages = [whole[at : at + size] for at in range(0, len(whole), size)]
    pages[5], pages[9] = pages[9], pages[5]
    copy.write_bytes(b"".join(pages))
    with pytest.raises(VaultDamaged):
        snapshot.proven(copy, KEY, Meter(nobody))

"""A power cut while the log is written back tears pages; the log holds them whole (promise 2)."""

from __future__ import annotations

import shutil

import pytest

from app.domain.complaint import Fault
from storage import backup, database, keeper
from storage.database import PAGE_BYTES
from tests.vault.fixtures import PASSWORD, RECOVERY_TEXT, body

pytestmark = [pytest.mark.promise(2), pytest.mark.promise(8)]
LOG_HEADER, FRAME_HEADER = 32, 24


def in_log(log):
    """Return the numbers of the pages that the log holds."""
    data = log.read_bytes()
    starts = range(LOG_HEADER, len(data), FRAME_HEADER + PAGE_BYTES)
    return {int.from_bytes(data[at : at + 4], "big") for at in starts}


def tear(path, page):
    """Write the first 512 bytes of a page anew, and not the rest."""
    with path.open("rb+") as file:
        file.seek((page - 1) * PAGE_BYTES)
        file.write(bytes(range(256)) * 2)


@pytest.fixture
def cut(place, door, desk, tmp_path):
    """A vault whose power went while notes were written: the log is full, nothing was closed."""
    desk.vault.forget_deleted()
    note = desk.draft(desk.case(), "断电以前保存的")
    shutil.copytree(desk.vault.folder, tmp_path / "cut")
    return tmp_path / "cut", note


def test_a_page_torn_on_its_way_out_of_the_log_is_no_damage(cut, door):
    place, note = cut
    pages = place.joinpath("vault.db").stat().st_size // PAGE_BYTES
    torn = sorted(page for page in in_log(place / "vault.db-wal") if 1 < page <= pages)
    assert len(torn) > 3
    for page in torn:
        tear(place / "vault.db", page)
    opened = door.open_with_recovery(place, RECOVERY_TEXT).vault
    assert keeper.FolderKeeper().verify(opened) == []
    assert opened.notes.get(note).body == body("断电以前保存的")
    opened.close()


def test_a_page_torn_that_no_log_holds_is_damage_all_the_same(cut, door, desk):
    place, _ = cut
    # Of a table: where a page of the schema is torn, nothing opens.
    roots = desk.vault.connection.execute("SELECT rootpage FROM sqlite_schema").fetchall()
    page = max({root for (root,) in roots if root} - in_log(place / "vault.db-wal"))
    tear(place / "vault.db", page)
    opened = door.open_with_recovery(place, RECOVERY_TEXT).vault
    found = backup.check(place / "vault.db", opened.raw_key())
    assert (Fault.PAGE, page) in [(one.fault, one.number) for one in found]
    opened.close()


@pytest.mark.promise(8)
def test_a_page_torn_that_the_log_holds_is_no_damage_where_nothing_may_be_written(cut, door):
    """Then the log is not written back, and the page is read from it all the same."""
    place, _ = cut
    page = max(in_log(place / "vault.db-wal"))
    tear(place / "vault.db", page)
    opened = door.open(place, PASSWORD, only_read=True).vault
    before = (place / "vault.db-wal").read_bytes()
    path, raw_key = place / "vault.db", opened.raw_key()
    assert backup.check(path, raw_key, connect=database.connect_read_only) == []
    assert (place / "vault.db-wal").read_bytes() == before
    opened.close()


@pytest.mark.promise(2)
def test_a_file_that_ends_within_a_page_which_the_log_holds_is_whole(cut, door):
    """So it lies there when the power goes while the log is written back, and the file grows."""
    place, _ = cut
    path = place / "vault.db"
    with path.open("ab") as file:
        file.write(bytes(512))
    opened = door.open_with_recovery(place, RECOVERY_TEXT).vault
    assert opened.condition().complaints == ()
    assert keeper.FolderKeeper().verify(opened) == []
    opened.close()

"""A vault of yesterday's program: copied and proved first, then brought up to date whole or not."""

from __future__ import annotations

import os
import random
import select
import shutil
import signal

import pytest

from app.domain.errors import DiskFull, VaultTooNew
from storage import backup, database, files, migrations
from tests.modes import fork
from tests.small_disk import fill_up, mounted
from tests.vault.fixtures import RECOVERY_TEXT
from tests.vault.test_opening import contents, some_work

pytestmark = pytest.mark.promise(15)
# Long enough to be killed in the middle of.
LATER = (
    "CREATE TABLE later (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;\n"
    "INSERT INTO later WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
    " WHERE i < 60000) SELECT i, hex(randomblob(40)) FROM n;\n"
    "ALTER TABLE notes ADD COLUMN mood TEXT;\n"
)


@pytest.fixture
def yesterday(place, door, clock, tools):
    """A closed vault with some work in it, of the schema before `LATER`."""
    some_work(place, door, clock, tools)
    return place


@pytest.fixture
def newer(monkeypatch):
    """A program that knows one migration more."""
    scripts = [*migrations.available(), (2, LATER)]
    monkeypatch.setattr(migrations, "available", lambda: scripts)


def rows(vault):
    return vault.connection.execute("SELECT id, sealed, digest FROM notes ORDER BY id").fetchall()


def test_a_kill_at_any_moment_of_a_migration_leaves_the_old_or_the_new(
    yesterday, door, newer, tmp_path
):
    kept = shutil.copytree(yesterday, tmp_path / "kept")
    chance = random.Random(15)
    versions = []
    for turn in range(8):
        place = shutil.copytree(kept, tmp_path / f"turn {turn}")
        read_end, write_end = os.pipe()
        child = fork()
        if not child:  # the child never comes back into pytest
            try:
                os.write(write_end, b".")
                door.open_with_recovery(place, RECOVERY_TEXT)
                os.write(write_end, b"!")
                select.select([], [], [], 30)
            finally:
                os._exit(1)
        os.close(write_end)
        os.read(read_end, 1)
        select.select([read_end], [], [], chance.uniform(0.01, 0.5))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(read_end)
        at_last = database.connect(place / "vault.db", raw_key(kept, door))
        versions.append(migrations.version(at_last))
        later = at_last.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'later'")
        assert later.fetchone()[0] == versions[-1] - 1
        at_last.close()
        opened = door.open_with_recovery(place, RECOVERY_TEXT).vault
        assert migrations.version(opened.connection) == 2
        assert opened.connection.execute("SELECT count(*) FROM later").fetchone() == (60000,)
        assert [note.id for note in opened.notes.of_case(1)] == [1, 2]
        assert opened.condition().behind == 0
        if versions[-1] == 1:  # the copy of the second try stands; the first was never used
            assert backup.check(place / "vault-before-0002.db", opened.raw_key()) == []
        opened.close()
    assert 1 in versions


def raw_key(place, door, known={}):  # noqa: B006 - one vault, one key
    if place not in known:
        there = migrations.available
        migrations.available = lambda: there()[:1]
        try:
            one = door.open(place, "正确 horse 电池 staple", only_read=True).vault
        finally:
            migrations.available = there
        known[place] = one.raw_key()
        one.close()
    return known[place]


def test_the_copy_before_holds_every_row_as_it_was(yesterday, door, newer):
    key = raw_key(yesterday, door)
    before = database.connect_read_only(yesterday / "vault.db", key)
    was = before.execute("SELECT id, sealed, digest FROM notes ORDER BY id").fetchall()
    before.close()
    opened = door.open_with_recovery(yesterday, RECOVERY_TEXT).vault
    copy = database.connect_read_only(yesterday / "vault-before-0002.db", key)
    assert copy.execute("SELECT id, sealed, digest FROM notes ORDER BY id").fetchall() == was
    assert rows(opened) == was
    assert migrations.version(copy) == 1
    copy.close()
    opened.close()


def test_without_room_for_the_copy_nothing_is_migrated(yesterday, door, newer, tmp_path):
    with mounted(tmp_path / "disk", 4) as disk:
        place = shutil.copytree(yesterday, disk / "vault")
        fill_up(disk)
        before = contents(place)
        with pytest.raises(DiskFull):
            door.open_with_recovery(place, RECOVERY_TEXT)
        after = contents(place)
        assert {name: after[name] for name in before} == before
        assert "vault-before-0002.db" not in after


def test_a_copy_that_is_not_right_stops_the_migration(yesterday, door, newer, monkeypatch):
    def wrong(*_):
        raise backup.VaultDamaged

    monkeypatch.setattr(backup, "_compare", wrong)
    before = contents(yesterday)
    with pytest.raises(backup.VaultDamaged):
        door.open_with_recovery(yesterday, RECOVERY_TEXT)
    assert contents(yesterday)["vault.db"] == before["vault.db"]
    assert not list(yesterday.glob("*before*"))


@pytest.mark.parametrize("only_read", [False, True])
def test_a_vault_of_tomorrow_is_refused_and_not_a_byte_changes(yesterday, door, only_read):
    one = door.open_with_recovery(yesterday, RECOVERY_TEXT).vault
    one.connection.execute("CREATE TABLE tomorrow (a)")
    one.connection.execute("PRAGMA user_version = 7")
    one.close()
    before = contents(yesterday)
    with pytest.raises(VaultTooNew) as refused:
        door.open(yesterday, "正确 horse 电池 staple", only_read=only_read)
    assert refused.value.found == 7
    assert contents(yesterday) == before
    assert files.os.name

"""A damaged log of a killed program is said, and nothing behind the damage is written over.

The other direction counts as much: what a kill or a cut of the power leaves is no damage.
"""

from __future__ import annotations

import random
import shutil
import struct

import pytest

from app.domain.complaint import Fault
from app.services import health, vaults
from storage import database, keeper, write_log
from storage.database import PAGE_BYTES
from tests.vault.fixtures import PASSWORD, RECOVERY_TEXT, Desk, make_tools

pytestmark = [pytest.mark.promise(1), pytest.mark.promise(8)]
HEAD, FRAME, SECTOR, KEY = 32, 24 + PAGE_BYTES, 512, bytes(32)
NOTES = 4


def flip(path, bit):
    """Turn one bit of a file over."""
    data = bytearray(path.read_bytes())
    data[bit // 8] ^= 1 << bit % 8
    path.write_bytes(data)


def ends(data):
    """Return the frames of the newest round of a log that end a transaction."""
    heads = [
        struct.unpack(">II8s", data[at : at + 16])
        for at in range(HEAD, len(data) - FRAME + 1, FRAME)
    ]
    return [at for at, (_, size, salt) in enumerate(heads) if size and salt == data[16:24]]


@pytest.fixture
def killed(place, door, clock, tmp_path):
    """A vault that was killed: all but one of its notes stand in the log alone."""
    opened = door.open_with_recovery(place, RECOVERY_TEXT).vault
    desk = Desk(opened, clock, make_tools(clock))
    case = desk.case()
    desk.signed(case, "早的")
    opened.forget_deleted()
    for number in range(NOTES):
        desk.signed(case, f"只在日志里 {number}")
    shutil.copytree(place, tmp_path / "killed")
    opened.close()
    return tmp_path / "killed"


def test_damage_in_the_log_is_said_and_nothing_behind_it_is_lost(killed, door, clock, tmp_path):
    log = killed / "vault.db-wal"
    flip(log, (HEAD + 24 + 500) * 8)
    before = {one.name: one.read_bytes() for one in (log, killed / "vault.db")}
    opened = vaults.unlock(door, clock, killed, PASSWORD).vault
    condition = opened.condition()
    assert condition.read_only
    assert Fault.LOG in {one.fault for one in condition.complaints}
    assert Fault.LOG in {one.fault for one in health.verify(opened, keeper.FolderKeeper())}
    vaults.lock(opened, clock, None)
    assert {name: (killed / name).read_bytes() for name in before} == before
    made = door.salvage(killed, PASSWORD, tmp_path / "made")
    assert made.rows["notes"] == NOTES + 1


def test_a_log_whose_head_names_another_salt_is_salvaged(killed, door, tmp_path):
    flip(killed / "vault.db-wal", 16 * 8)
    made = door.salvage(killed, PASSWORD, tmp_path / "made")
    assert made.rows["notes"] == NOTES + 1


def test_verify_alone_says_it_too(killed, door):
    flip(killed / "vault.db-wal", (HEAD + 24 + 500) * 8)
    opened = door.open(killed, PASSWORD, only_read=True).vault
    assert Fault.LOG in {one.fault for one in health.verify(opened, keeper.FolderKeeper())}
    opened.close()


def test_a_whole_log_of_a_killed_program_is_no_damage(killed, door):
    assert not write_log.hurt(killed / "vault.db")
    opened = door.open_with_recovery(killed, RECOVERY_TEXT).vault
    assert not opened.condition().read_only
    assert opened.condition().complaints == ()
    assert len(opened.search.find("只在日志里").hits) == NOTES
    opened.close()


def test_a_bit_anywhere_before_the_last_transaction_is_seen(killed):
    log, chance = killed / "vault.db-wal", random.Random(3)
    *_, before, _ = ends(log.read_bytes())
    for at in range(before + 1):
        bit = (HEAD + at * FRAME) * 8 + chance.randrange(FRAME * 8)
        flip(log, bit)
        assert write_log.hurt(killed / "vault.db"), (at, bit)
        flip(log, bit)
    for bit in range(HEAD * 8):
        flip(log, bit)
        assert write_log.hurt(killed / "vault.db"), bit
        flip(log, bit)


def test_a_log_that_is_not_there_or_empty_is_whole(tmp_path):
    assert not write_log.hurt(tmp_path / "vault.db")
    (tmp_path / "vault.db-wal").write_bytes(b"")
    assert not write_log.hurt(tmp_path / "vault.db")
    (tmp_path / "vault.db-wal").write_bytes(b"x" * HEAD)
    assert not write_log.hurt(tmp_path / "vault.db")


def test_a_log_that_cannot_be_read_is_left_to_sqlite(tmp_path, monkeypatch):
    log = tmp_path / "vault.db-wal"
    log.write_bytes(b"x" * HEAD)

    def fails(_):
        raise OSError(5, "input/output error")

    monkeypatch.setattr(type(log), "read_bytes", fails)
    assert not write_log.hurt(tmp_path / "vault.db")


def store(tmp_path):
    """Return a database whose log has a round before this one, and leaves of a rollback."""
    path = tmp_path / "one.db"
    connection = database.connect(path, KEY)
    connection.execute("CREATE TABLE t (x BLOB)")
    for _ in range(30):
        put(connection, 3)
    connection.execute("PRAGMA wal_checkpoint(RESTART)")
    return path, connection


def put(connection, pages):
    """Write a transaction of some pages."""
    connection.execute("BEGIN IMMEDIATE")
    for _ in range(pages):
        connection.execute("INSERT INTO t VALUES (randomblob(3500))")
    connection.execute("COMMIT")


def spill(connection):
    """Write a transaction that is too large for the memory, and roll it back."""
    connection.execute("PRAGMA cache_size = 5")
    connection.execute("BEGIN IMMEDIATE")
    for _ in range(40):
        connection.execute("INSERT INTO t VALUES (randomblob(3500))")
    connection.execute("ROLLBACK")


@pytest.mark.parametrize("rolled_back", [False, True])
def test_a_last_transaction_that_is_there_in_pieces_is_no_damage(tmp_path, rolled_back):
    path, connection = store(tmp_path)
    log, chance = path.with_name("one.db-wal"), random.Random(11)
    put(connection, 2)
    if rolled_back:
        spill(connection)
    before = log.read_bytes()
    put(connection, 6)
    after = log.read_bytes()
    old = before + bytes(len(after) - len(before))
    changed = [
        at
        for at in range(0, len(after), SECTOR)
        if after[at : at + SECTOR] != old[at : at + SECTOR]
    ]
    assert len(changed) > 20
    for share in (0.05, 0.5, 0.95):
        for _ in range(60):
            torn = bytearray(old)
            for at in changed:
                if chance.random() < share:
                    torn[at : at + SECTOR] = after[at : at + SECTOR]
            log.write_bytes(torn)
            assert not write_log.hurt(path)
    for cut in sorted(chance.sample(range(changed[0], len(after)), 60)):
        log.write_bytes(after[:cut] + old[cut:])
        assert not write_log.hurt(path)
        log.write_bytes(after[:cut])
        assert not write_log.hurt(path)
    log.write_bytes(after)
    put(connection, 1)
    flip(log, (HEAD + 600) * 8)
    assert write_log.hurt(path), "and real damage is still seen"
    connection.close()

"""The first look at a vault: whose schema it is, whether it holds together, what was set."""

from __future__ import annotations

import shutil

import pytest

from app.domain.complaint import Complaint, Fault
from app.domain.errors import DiskFull, EncryptionMissing, SchemaForeign, VaultReadOnly
from app.services import vaults
from storage import database, header, schema_check, start_check
from tests.vault.fixtures import PASSWORD, RECOVERY_TEXT, Desk
from tests.vault.test_opening import contents, some_work


def enter(place, door):
    return door.open_with_recovery(place, RECOVERY_TEXT).vault


def change(place, door, *statements):
    """Do to a vault what only one who has its password can do."""
    one = enter(place, door)
    for statement in statements:
        one.connection.execute(statement)
    one.close()


@pytest.mark.promise(41)
@pytest.mark.parametrize(
    "statements",
    [
        ["DROP TRIGGER signed_note_is_final"],
        ["CREATE TABLE theirs (a)"],
        ["CREATE VIEW theirs AS SELECT * FROM notes"],
        ["CREATE TRIGGER theirs AFTER INSERT ON notes BEGIN DELETE FROM audit; END"],
        ["ALTER TABLE clients RENAME TO people", "CREATE VIEW clients AS SELECT * FROM people"],
        ["CREATE INDEX theirs ON notes (state)"],
        ["ALTER TABLE settings ADD COLUMN theirs TEXT"],
        [
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_schema SET sql = sql || ' ' WHERE rowid = 2",
        ],
    ],
)
def test_a_foreign_or_altered_schema_is_refused_and_nothing_is_touched(place, door, statements):
    change(place, door, *statements)
    before = contents(place)
    for way in (
        lambda: enter(place, door),
        lambda: door.open(place, PASSWORD, only_read=True),
    ):
        with pytest.raises(SchemaForeign):
            way()
    assert contents(place) == before


@pytest.mark.promise(41)
def test_no_connection_believes_a_schema_or_loads_code(opened):
    asked = ("trusted_schema", "cell_size_check", "secure_delete", "synchronous", "foreign_keys")
    found = [opened.connection.execute(f"PRAGMA {one}").fetchone()[0] for one in asked]
    assert found == [0, 1, 1, 2, 1]
    with pytest.raises(database.Error, match="not authorized"):
        opened.connection.execute("SELECT load_extension('x')").fetchone()


@pytest.mark.promise(28)
@pytest.mark.parametrize("name", list(database._PROVED))
def test_a_library_that_ignores_what_is_asked_of_it_is_refused(place, door, monkeypatch, name):
    kept = tuple(one for one in database._SAFE if f" {name} " not in one)
    undone = {1: 0, 0: 1, 2: 1}[database._PROVED[name]]
    monkeypatch.setattr(database, "_SAFE", (*kept, f"PRAGMA {name} = {undone}"))
    with pytest.raises(EncryptionMissing):
        enter(place, door)


def test_the_schema_of_each_number_is_known(opened):
    schema_check.check(opened.connection)
    assert len(schema_check.expected(tuple(schema_check.migrations.available()))) > 30


def complaints(place, door):
    one = enter(place, door)
    one.close()
    return one.condition().complaints


@pytest.mark.promise(13)
@pytest.mark.parametrize("spoilt", [b"", b"x" * 900])
def test_a_copy_of_the_header_that_cannot_help_is_said(place, door, spoilt):
    (place / header.COPY).write_bytes(spoilt)
    assert complaints(place, door) == (Complaint(Fault.COPY),)
    assert (place / header.COPY).read_bytes() == spoilt


@pytest.mark.promise(13)
def test_the_copy_of_another_vault_is_said(place, door, tmp_path):
    door.create(tmp_path / "other", PASSWORD, door.new_recovery_key()).vault.close()
    shutil.copy(tmp_path / "other" / header.COPY, place / header.COPY)
    assert complaints(place, door) == (Complaint(Fault.COPY),)


@pytest.mark.promise(13)
def test_a_missing_copy_is_made_again(place, door):
    (place / header.COPY).unlink()
    assert complaints(place, door) == ()
    assert header.read_copy(place).vault_id == header.read(place)[0].vault_id


@pytest.mark.promise(9)
@pytest.mark.parametrize("more", [1, 100, 4096, 5 * 4096])
def test_a_file_that_is_longer_than_it_says_is_said(place, door, more):
    with (place / "vault.db").open("ab") as file:
        file.write(bytes(more))
    assert complaints(place, door) == (Complaint(Fault.STRUCTURE),)


def test_a_log_that_a_killed_program_left_is_no_complaint(place, door, clock, tools):
    one = enter(place, door)
    Desk(one, clock, tools).case()
    for name in ("vault.db", "vault.db-wal"):
        shutil.copy(place / name, place / f"{name}.kept")
    one.close()
    for name in ("vault.db", "vault.db-wal"):
        (place / f"{name}.kept").replace(place / name)
    again = enter(place, door)
    assert [one.fault for one in again.condition().complaints] == [Fault.OLDER]
    assert len(again.cases.all()) == 1
    again.close()


def test_an_end_of_the_trail_that_was_cut_is_said(place, door, clock, tools):
    some_work(place, door, clock, tools)
    one = enter(place, door)
    sql = one.connection.execute(
        "SELECT sql FROM sqlite_schema WHERE name = 'audit_stays'"
    ).fetchone()[0]
    one.connection.execute("DROP TRIGGER audit_stays")
    one.connection.execute("DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)")
    one.connection.execute(sql)
    one.close()
    assert complaints(place, door) == (Complaint(Fault.TRAIL),)


def test_a_long_trail_is_looked_at_from_its_end(opened, desk, clock):
    desk.case()
    for _ in range(70):
        vaults.record_opening(opened, clock, vaults.AuditKind.UNLOCKED)
    assert opened.audit.end_intact()
    sql = opened.connection.execute(
        "SELECT sql FROM sqlite_schema WHERE name = 'audit_is_final'"
    ).fetchone()[0]
    opened.connection.execute("DROP TRIGGER audit_is_final")
    opened.connection.execute("UPDATE audit SET subject = 9 WHERE id = 60")
    opened.connection.execute(sql)
    assert not opened.audit.end_intact()


# Damage


def spoil(place, *pages):
    """Flip a bit in some pages of a closed vault; 0 is the first."""
    data = bytearray((place / "vault.db").read_bytes())
    for page in pages:
        data[page * 4096 + 2000] ^= 1
    (place / "vault.db").write_bytes(data)


def root(place, door, table):
    """Return the page, from 0, of the root of a table."""
    one = enter(place, door)
    page = one.connection.execute(
        "SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)
    ).fetchone()[0]
    one.close()
    return page - 1


@pytest.mark.promise(11)
@pytest.mark.parametrize("table", ["notes", "audit", "settings", "words_data", "appointments"])
def test_a_damaged_table_opens_to_be_read_and_not_a_byte_changes(place, door, clock, tools, table):
    some_work(place, door, clock, tools)
    spoil(place, root(place, door, table))
    before = contents(place)
    opened = vaults.unlock(door, clock, place, PASSWORD).vault
    assert opened.condition().read_only
    assert [one.code for one in opened.cases.all()] == ["A-01"]
    desk = Desk(opened, clock, tools)
    with pytest.raises(VaultReadOnly):
        desk.case()
    opened.make_room()
    opened.forget_deleted()
    assert not opened.audit.behind()
    vaults.lock(opened, clock, None)
    assert contents(place) == before


@pytest.mark.promise(11)
def test_with_a_log_left_behind_not_a_byte_changes_either(place, door, clock, tools):
    some_work(place, door, clock, tools)
    page = root(place, door, "appointments")
    one = enter(place, door)
    Desk(one, clock, tools).draft(one.cases.all()[0].id, "只在日志里")
    for name in ("vault.db", "vault.db-wal"):
        shutil.copy(place / name, place / f"{name}.kept")
    one.close()
    for name in ("vault.db", "vault.db-wal"):
        (place / f"{name}.kept").replace(place / name)
    spoil(place, page)
    before = contents(place)
    assert before["vault.db-wal"]
    opened = enter(place, door)
    assert opened.condition().read_only
    assert [one.body.parts[0].text for one in opened.notes.of_case(1)][-1] == "只在日志里"
    opened.close()
    assert contents(place) == before


@pytest.mark.promise(10)
@pytest.mark.promise(11)
def test_damage_that_the_full_check_found_is_remembered_until_it_is_gone(place, door, clock, tools):
    some_work(place, door, clock, tools)
    good = (place / "vault.db").read_bytes()
    spoil(place, len(good) // 4096 - 1)
    one = enter(place, door)
    assert not one.condition().read_only  # nothing that the first look reads
    start_check.remember_damage(place)
    one.close()
    one = enter(place, door)
    assert one.condition().read_only
    one.close()
    (place / "vault.db").write_bytes(good)
    one = enter(place, door)
    assert not one.condition().read_only
    assert not (place / start_check.DAMAGED).exists()
    one.close()


def test_a_full_disk_that_cannot_be_looked_at_first_is_opened_as_ever(place, door, monkeypatch):
    def full(*_):
        raise DiskFull

    monkeypatch.setattr(start_check, "sound", full)
    enter(place, door).close()

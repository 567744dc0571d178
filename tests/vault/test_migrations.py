"""Migrations: one schema, whole steps, and no way back that loses something."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from app.domain.errors import VaultTooNew
from storage import migrations
from tests.house.tree import ROOT
from tests.vault import dump

KEPT = Path(__file__).parent
pytestmark = pytest.mark.promise(15)


@pytest.fixture
def connection():
    one = dbapi2.connect(":memory:", isolation_level=None)
    yield one
    one.close()


def never(number):
    raise AssertionError(number)


def test_a_fresh_vault_has_the_schema_that_is_kept():
    assert dump.fresh() == (KEPT / "schema.sql").read_text("utf-8"), (
        "python -m tests.vault.dump > tests/vault/schema.sql"
    )


def test_an_opened_vault_has_it_too(opened):
    assert dump.schema(opened.connection) == (KEPT / "schema.sql").read_text("utf-8")


def test_no_migration_changed_since_it_was_listed():
    listed = dict(
        reversed(line.split("  ")) for line in (KEPT / "migrations.sha256").read_text().splitlines()
    )
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (ROOT / "storage" / "migrations").glob("*.sql")
    }
    assert found == listed


def test_numbers_begin_at_one_and_have_no_gap():
    numbers = [number for number, _ in migrations.available()]
    assert numbers == list(range(1, len(numbers) + 1))


FIRST = "CREATE TABLE a (b);\nINSERT INTO a VALUES (1);\n"


@pytest.mark.parametrize(
    "failing",
    [
        "CREATE TABLE c (d);\nDELETE FROM a;\nCREATE TABLE c (d);\n",
        "DELETE FROM a;\nSELECT nonsense FROM nowhere;\n",
        "DELETE FROM a;\nCREATE TABLE half (d\n",
        "ALTER TABLE a ADD COLUMN e;\nINSERT INTO never_made VALUES (1);\n",
        "DELETE FROM a;\nINSERT OR ROLLBACK INTO a SELECT 1 FROM nowhere;\n",
        (
            "CREATE TABLE u (x UNIQUE);\nINSERT INTO u VALUES (1);\n"
            "INSERT OR ROLLBACK INTO u VALUES (1);\n"
        ),
    ],
)
def test_one_that_fails_half_way_leaves_everything_as_before(connection, failing):
    migrations.migrate(connection, never, [(1, FIRST)])
    before = dump.schema(connection)
    said = []
    with pytest.raises((dbapi2.Error, ValueError)):
        migrations.migrate(connection, said.append, [(1, FIRST), (2, failing)])
    assert said == [1]
    assert dump.schema(connection) == before
    assert connection.execute("SELECT * FROM a").fetchall() == [(1,)]
    assert not connection.in_transaction
    migrations.migrate(connection, said.append, [(1, FIRST), (2, "CREATE TABLE c (d);\n")])
    assert migrations.version(connection) == 2


def test_one_whose_end_is_refused_leaves_everything_as_before(connection):
    """A deferred reference is checked only at the end."""
    connection.execute("PRAGMA foreign_keys = ON")
    broken = (
        "CREATE TABLE p (id INTEGER PRIMARY KEY);\n"
        "CREATE TABLE q (p REFERENCES p (id) DEFERRABLE INITIALLY DEFERRED);\n"
        "INSERT INTO q VALUES (7);\n"
    )
    with pytest.raises(dbapi2.IntegrityError):
        migrations.migrate(connection, never, [(1, broken)])
    assert dump.schema(connection) == "PRAGMA user_version = 0;\n"
    assert not connection.in_transaction


def test_the_earlier_ones_stay_when_a_later_one_fails(connection):
    with pytest.raises(dbapi2.Error):
        migrations.migrate(connection, never, [(1, FIRST), (2, "NONSENSE;\n")])
    assert migrations.version(connection) == 1


def test_a_backup_that_fails_stops_the_migration(connection):
    migrations.migrate(connection, never, [(1, FIRST)])
    with pytest.raises(AssertionError):
        migrations.migrate(connection, never, [(1, FIRST), (2, "DROP TABLE a;\n")])
    assert migrations.version(connection) == 1
    assert connection.execute("SELECT * FROM a").fetchall() == [(1,)]


def test_up_to_date_means_nothing_to_do(connection):
    migrations.migrate(connection, never)
    before = connection.total_changes
    migrations.migrate(connection, never)
    assert connection.total_changes == before


def test_a_newer_schema_is_refused_unchanged(connection):
    migrations.migrate(connection, never)
    connection.execute("PRAGMA user_version = 99")
    before = dump.schema(connection)
    with pytest.raises(VaultTooNew) as refused:
        migrations.migrate(connection, never)
    assert (refused.value.found, refused.value.known) == (99, migrations.available()[-1][0])
    assert dump.schema(connection) == before


def test_a_trigger_is_one_statement_and_a_comment_at_the_end_is_none(connection):
    script = (
        "-- what for\nCREATE TABLE a (b);\n\nCREATE TRIGGER t AFTER INSERT ON a\n"
        "BEGIN SELECT 1; SELECT 2;\nEND;\n-- the end\n"
    )
    assert len(list(migrations._statements(script))) == 2
    migrations.migrate(connection, never, [(1, script)])

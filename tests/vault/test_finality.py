"""Signed is final in the schema itself: no statement of ours or of anybody changes it."""

from __future__ import annotations

import pytest

from app.domain.consent import ConsentState
from app.domain.entry import EntryKind
from app.services import consents
from storage import database

pytestmark = pytest.mark.clause("132")
FINAL = (
    *("notes", "amendments", "consents", "consent_steps", "documents", "audit", "destructions"),
    *("entries", "entry_documents"),
)


@pytest.fixture
def full(desk):
    """A vault with one signed row of everything, and the record of an older destruction."""
    case = desk.case()
    desk.amend(desk.signed(case, "原文"), "补记")
    desk.consent(case, ConsentState.SIGNED)
    about = desk.vault.entries.add(case, EntryKind.DISCLOSURE, desk.clock.at, {})
    desk.vault.entries.add_document((case, about.id), "image/png", b"scan", desk.clock.at)
    desk.vault.connection.execute("INSERT INTO destructions (case_id, at) VALUES (77, 'then')")
    return desk.vault


def columns(connection, table):
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def dumped(connection):
    return {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in FINAL}


def refused(connection, statement, *values):
    before = dumped(connection)
    with pytest.raises(database.Error):
        connection.execute(statement, values)
    assert dumped(connection) == before


@pytest.mark.parametrize("table", FINAL)
def test_no_column_of_a_final_row_changes(full, table):
    for name in columns(full.connection, table):
        for value in ("1", "x", None, b"x", 12345):
            refused(full.connection, f"UPDATE {table} SET {name} = ?", value)
        refused(full.connection, f"UPDATE OR REPLACE {table} SET {name} = 1, id = 99")


@pytest.mark.parametrize("table", FINAL)
def test_no_final_row_is_deleted(full, table):
    refused(full.connection, f"DELETE FROM {table}")
    refused(full.connection, f"DELETE FROM {table} WHERE id = 1")


@pytest.mark.parametrize("table", FINAL)
def test_no_final_row_is_replaced(full, table):
    """REPLACE deletes without a trigger unless the connection asks for recursive ones."""
    names = columns(full.connection, table)
    row = full.connection.execute(f"SELECT * FROM {table}").fetchone()
    places = ", ".join("?" * len(names))
    refused(full.connection, f"INSERT OR REPLACE INTO {table} VALUES ({places})", *row)
    refused(full.connection, f"REPLACE INTO {table} VALUES ({places})", *row)
    with pytest.raises(database.Error):
        full.connection.execute(
            f"INSERT INTO {table} VALUES ({places}) ON CONFLICT DO UPDATE SET id = 5", row
        )


def test_a_draft_cannot_take_the_place_of_a_signed_note(full, desk):
    desk.draft(full.cases.all()[0].id, "草稿")
    refused(full.connection, "UPDATE OR REPLACE notes SET id = 1 WHERE state = 'draft'")


def test_a_note_without_digest_time_and_turn_is_not_signed(full, desk):
    desk.draft(full.cases.all()[0].id, "草稿")
    for change in (
        "state = 'signed'",
        "digest = x'00'",
        "signed_at = 'x', digest = x'00', turn = 1",
    ):
        if change.startswith("digest"):
            continue
        refused(full.connection, f"UPDATE notes SET {change} WHERE state = 'draft'")


def test_a_signed_notes_session_is_final(full):
    refused_sessions = full.connection.execute("SELECT * FROM sessions").fetchall()
    with pytest.raises(database.Error):
        full.connection.execute("UPDATE sessions SET minutes = 1")
    with pytest.raises(database.Error):
        full.connection.execute("DELETE FROM sessions")
    assert full.connection.execute("SELECT * FROM sessions").fetchall() == refused_sessions


@pytest.mark.clause("042")
@pytest.mark.parametrize("end", [ConsentState.WITHDRAWN, ConsentState.EXPIRED])
def test_a_signed_consent_ends_once_and_never_comes_back(full, desk, end):
    consents.step(full, desk.tools, full.consents.of_case(1)[0].id, end)
    for state in ("draft", "provided", "signed", "withdrawn", "expired", "x"):
        refused(full.connection, "UPDATE consents SET state = ?", state)
    refused(full.connection, "DELETE FROM consents")


@pytest.mark.clause("042")
@pytest.mark.parametrize("end", [None, ConsentState.WITHDRAWN, ConsentState.EXPIRED])
def test_nothing_is_put_into_a_signed_consent(full, desk, end):
    if end is not None:
        consents.step(full, desk.tools, 1, end)
    for kind in ("signed_pdf", "form_pdf", "scan", "photo", "signature"):
        refused(
            full.connection,
            "INSERT INTO documents (case_id, consent_id, kind, media_type, size, at, sealed)"
            " VALUES (1, 1, ?, 'application/pdf', 1, 'now', x'00')",
            kind,
        )
    allowed = {"withdrawn", "expired"} if end is None else set()
    for state in {one.value for one in ConsentState} - allowed:
        refused(
            full.connection,
            "INSERT INTO consent_steps (consent_id, state, at) VALUES (1, ?, 'now')",
            state,
        )


@pytest.mark.clause("042")
def test_a_consent_begins_as_a_draft_and_keeps_the_words_it_is_made_of(full, desk):
    row = "(case_id, template, edition, state, method, wording, digest, sealed)"
    for state in ("signed", "withdrawn", "reconfirmed", "x"):
        refused(
            full.connection,
            f"INSERT INTO consents {row} VALUES (1, 'a', '1', ?, 'photo', x'00', x'00', x'00')",
            state,
        )
    made = desk.consent(1, ConsentState.READ)
    for column in ("wording", "template", "edition", "case_id"):
        refused(full.connection, f"UPDATE consents SET {column} = x'01' WHERE id = ?", made)
    refused(full.connection, "UPDATE consents SET state = 'signed' WHERE id = ?", made)


def destroy(connection):
    """Delete a whole case as the program will, in one transaction."""
    connection.execute("INSERT INTO destructions (case_id, at) VALUES (1, 'now')")
    connection.execute("INSERT INTO destruction (case_id) VALUES (1)")
    connection.execute("DELETE FROM indexed WHERE case_id = 1")
    for table in ("documents", "entry_documents"):
        connection.execute(f"DELETE FROM {table} WHERE case_id = 1")
    connection.execute(
        "DELETE FROM consent_steps WHERE consent_id IN (SELECT id FROM consents WHERE case_id = 1)"
    )
    held = ("consents", "entries", "session_sheets", "amendment_drafts", "amendments", "notes")
    for table in (*held, "sessions", "clients"):
        connection.execute(f"DELETE FROM {table} WHERE case_id = 1")
    connection.execute("DELETE FROM cases WHERE id = 1")


@pytest.mark.promise(43)
def test_a_case_is_deleted_only_in_a_transaction_that_names_it(full, desk):
    other = desk.case("B")
    desk.signed(other, "别的个案")
    with full.transaction():
        destroy(full.connection)
        refused(full.connection, "DELETE FROM notes WHERE case_id = 2")
        refused(full.connection, "UPDATE notes SET digest = x'00'")
        refused(full.connection, "DELETE FROM audit")
        full.connection.execute("DELETE FROM destruction")
    assert [case.id for case in full.cases.all()] == [other]
    refused(full.connection, "DELETE FROM notes")
    assert full.audit.intact()


@pytest.mark.promise(43)
def test_an_open_door_for_deletion_cannot_outlive_its_transaction(full):
    before = dumped(full.connection)
    with pytest.raises(database.Error, match="FOREIGN KEY"), full.transaction():
        destroy(full.connection)
    assert dumped(full.connection) == before
    assert full.connection.execute("SELECT count(*) FROM destruction").fetchone() == (0,)
    assert len(full.cases.all()) == 1


@pytest.mark.promise(43)
def test_the_door_opens_only_after_it_was_written_down(full):
    with full.transaction():
        refused(full.connection, "INSERT INTO destruction (case_id) VALUES (1)")
    for statement in (
        "INSERT INTO destruction (case_id) VALUES (77)",
        "INSERT INTO destruction (case_id, gone) VALUES (77, NULL)",
        "INSERT INTO never DEFAULT VALUES",
        "INSERT INTO never (id) VALUES (1)",
        "INSERT INTO never (id) VALUES (NULL)",
        "INSERT OR REPLACE INTO never (rowid) VALUES (1)",
    ):
        refused(full.connection, statement)

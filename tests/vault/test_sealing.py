"""What is sealed is bound to its place: moved or changed, it opens no more."""

from __future__ import annotations

import pytest

from app.domain.appointment import Booking
from app.domain.case import ServiceMode
from app.domain.consent import ConsentState
from app.domain.entry import EntryKind
from app.domain.errors import VaultDamaged
from app.domain.recurrence import Rule
from app.domain.session_sheet import SessionSheet
from app.services import appointments

TRIGGERS = "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
pytestmark = [pytest.mark.promise(26), pytest.mark.clause("132")]


@pytest.fixture
def two(desk):
    """Two cases with the same words in every table; the triggers are gone."""
    for name in ("A", "B"):
        case = desk.case(name)
        for text in ("一样的字", "一样的字"):
            note = desk.signed(case, text)
            desk.amend(note, "一样的字")
            desk.vault.notes.save_amendment_draft(note, "一样的字", desk.clock.at)
        desk.consent(case, ConsentState.SIGNED)
        desk.consent(case, ConsentState.SIGNED)
        for rule in (None, None, Rule(), Rule()):
            booking = Booking(case, desk.clock.at, ServiceMode.ONLINE, rule=rule, remark="一样的字")
            appointments.book(desk.vault, desk.clock, booking)
        _beside_the_notes(desk, case)
    desk.vault.connection.execute("PRAGMA foreign_keys = OFF")
    for (name,) in desk.vault.connection.execute(TRIGGERS).fetchall():
        desk.vault.connection.execute(f"DROP TRIGGER {name}")
    return desk.vault


def _beside_the_notes(desk, case):
    """What the file of a case holds beside its notes: two of each, with the same words."""
    vault, at = desk.vault, desk.clock.at
    vault.cases.keep_draft(case, "entry: formulation", {"text": "一样的字"}, at)
    for note in vault.notes.of_case(case):
        vault.entries.add(case, EntryKind.CONTACT, at, {"purpose": "一样的字"})
        vault.reflections.add(case, None, "一样的字", at)
        started = desk.draft(case, "另一篇")
        session = vault.sessions.get(vault.notes.get(started).session_id)
        assert session.id != note.session_id
        vault.entries.save_sheet(session, SessionSheet(mood="一样的字"), at)


def _sheet(vault, session_id):
    return vault.entries.sheet(vault.sessions.get(session_id))


READ = {
    ("cases", "sealed"): lambda v, row: v.cases.get(row),
    ("cases", "wrapped_key"): lambda v, row: (v._case_keys._open.clear(), v.cases.get(row)),
    ("clients", "sealed"): lambda v, row: v.clients.of_case(row),
    ("notes", "sealed"): lambda v, row: v.notes.get(row),
    ("notes", "signer"): lambda v, row: v.notes.get(row),
    ("amendments", "sealed"): lambda v, row: v.notes.amendment(row),
    ("amendments", "signer"): lambda v, row: v.notes.amendment(row),
    ("amendment_drafts", "sealed"): lambda v, row: v.notes.amendment_draft(row),
    ("consents", "sealed"): lambda v, row: v.consents.get(row),
    ("consents", "wording"): lambda v, row: v.consents.wording(row),
    ("documents", "sealed"): lambda v, row: v.consents.document_bytes(row),
    ("entries", "sealed"): lambda v, row: v.entries.of_case(1),
    ("reflections", "sealed"): lambda v, row: v.reflections.get(row),
    ("session_sheets", "sealed"): _sheet,
    ("case_drafts", "sealed"): lambda v, row: v.cases.draft(row, "entry: formulation"),
    ("appointment_series", "sealed"): lambda v, row: v.appointments.series(row),
    ("appointments", "sealed"): lambda v, row: v.appointments.get(row),
}


KEYS = {"amendment_drafts": "note_id", "session_sheets": "session_id"}


@pytest.mark.parametrize(("table", "column"), READ, ids=[".".join(one) for one in READ])
def test_nothing_opens_in_another_place_or_with_a_changed_byte(two, table, column):
    read, key = READ[table, column], KEYS.get(table, "id")
    good = dict(two.connection.execute(f"SELECT {key}, {column} FROM {table}").fetchall())
    first = min(good)
    read(two, first)

    def refuses(data):
        two.connection.execute(f"UPDATE {table} SET {column} = ? WHERE {key} = ?", (data, first))
        with pytest.raises(VaultDamaged):
            read(two, first)
        # A vault that met damage is written to no more; this one is to meet more of it.
        access = two.connection
        access._told = access._inner.read_only = access._inner.damaged = False

    for row, sealed in good.items():
        if row != first and sealed is not None:
            refuses(sealed)
    for other, name in READ:
        for (sealed,) in two.connection.execute(f"SELECT {name} FROM {other}").fetchall():
            if (other, name) != (table, column) and sealed is not None:
                refuses(sealed)
    for at in (0, 11, 12, len(good[first]) // 2, len(good[first]) - 1):
        refuses(good[first][:at] + bytes([good[first][at] ^ 1]) + good[first][at + 1 :])
    refuses(good[first][:-1])
    two.connection.execute(f"UPDATE {table} SET {column} = ? WHERE {key} = ?", (good[first], first))
    read(two, first)


@pytest.mark.parametrize(
    "table",
    [
        "clients",
        "notes",
        "amendments",
        "consents",
        "documents",
        "entries",
        "reflections",
        "appointment_series",
        "appointments",
    ],
)
def test_a_row_cannot_be_given_to_another_case(two, table):
    row = two.connection.execute(f"SELECT id FROM {table} WHERE case_id = 1").fetchone()[0]
    two.connection.execute(f"UPDATE {table} SET case_id = 2 WHERE id = ?", (row,))
    two.connection.execute("DELETE FROM clients WHERE case_id = 2 AND id = 2")
    read = READ[table, "sealed"]
    if table == "entries":
        read = lambda v, _: v.entries.of_case(2)  # noqa: E731 - it is asked for with its case
    with pytest.raises(VaultDamaged):
        read(two, 2 if table == "clients" else row)


def test_the_key_of_a_case_that_is_not_there(opened):
    with pytest.raises(KeyError):
        opened._case_keys.seal("notes", 99, 1, b"x")


def test_a_digest_is_bound_to_its_case(two):
    assert two.notes.mac(1, b"x") == two.notes.mac(1, b"x")
    assert two.notes.mac(1, b"x") != two.notes.mac(2, b"x")


@pytest.mark.promise(27)
def test_saving_the_same_words_seals_them_anew(desk):
    note = desk.draft(desk.case(), "一样")
    seen = set()
    for _ in range(50):
        desk.save(note, "一样")
        seen.add(desk.vault.connection.execute("SELECT sealed FROM notes").fetchone()[0])
    assert len(seen) == 50


@pytest.mark.parametrize("table", ["notes", "consents", "documents", "amendments"])
def test_nothing_is_no_word(two, table):
    """Only of a case and its client does nothing stand for what a salvage could not read."""
    two.connection.execute(f"UPDATE {table} SET sealed = ? WHERE id = 1", (b"",))
    with pytest.raises(VaultDamaged):
        READ[table, "sealed"](two, 1)

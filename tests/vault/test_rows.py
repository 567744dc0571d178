"""Rows: what is stored comes back exactly, in its order, and what is not there is a KeyError."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain import errors
from app.domain.case import CaseState, ServiceMode
from app.domain.client import Place, Profile
from app.domain.consent import ConsentState, DocumentKind
from app.domain.errors import ConsentFinal
from app.domain.note import NotePart, Seal
from app.domain.practice import Practice
from app.domain.preferences import Preferences
from storage import clock as clocks
from storage import database, places, times
from storage.preferences import JsonPreferences
from tests.vault.fixtures import START, body

STRANGE = [
    "😀👨\u200d👩\u200d👧",
    "䶮𬱖ㄅ",
    "\u202e倒着\u202c",
    "一\r\n二\r三\n",
    "\0",
    "a\0b",
    "\ud800",
    "\udc00\ud800",
    "e\u0301 é",
    "\ufeff\ufffe\uffff",
    "'; DROP TABLE notes; --",
    '"\\{}[]',
    " 前后 ",
    "\u2028\u2029\x85\x0b\x1c",
]


@pytest.mark.parametrize("text", STRANGE, ids=ascii)
def test_strange_words_come_back_exactly_from_every_field(desk, text):
    vault = desk.vault
    case = desk.case("x" + text, Profile(name=text, aliases=(text,), place=Place(text)))
    assert vault.cases.get(case).code == ("x" + text).strip()
    assert vault.clients.of_case(case).profile == Profile(
        name=text, aliases=(text,), place=Place(text)
    )
    note = desk.draft(case, text)
    assert vault.notes.get(note).body == body(text)
    desk.save(note, "x" + text)
    seal = Seal(text, desk.clock.at, b"d", b"p")
    vault.notes.sign(note, seal)
    assert vault.notes.get(note).seal == seal
    assert vault.notes.get(note).body == body("x" + text)
    vault.notes.save_amendment_draft(note, text, desk.clock.at)
    assert vault.notes.amendment_draft(note) == text
    added = vault.notes.amend(note, text, seal)
    assert vault.notes.amendments(note) == [added] == [vault.notes.amendment(added.id)]
    assert vault.notes.amendment_draft(note) == ""
    vault.settings.change_practice(Practice(name=text, place=Place(text)))
    assert vault.settings.practice() == Practice(name=text, place=Place(text))


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.text(st.characters(codec=None), max_size=200), min_size=1, max_size=4))
def test_any_draft_comes_back_exactly(desk, texts):
    case = desk.vault.cases.all() or [desk.vault.cases.get(desk.case())]
    note = desk.draft(case[0].id, "")
    parts = tuple(NotePart(f"k{at}", "题", text) for at, text in enumerate(texts))
    whole = type(body(""))("t", "1", parts)
    desk.vault.notes.save_draft(note, whole, desk.clock.at)
    assert desk.vault.notes.get(note).body == whole


def test_a_note_goes_through_its_life(desk):
    vault, case = desk.vault, desk.case()
    first, second = desk.draft(case, "一"), desk.draft(case, "二")
    assert [note.id for note in vault.notes.of_case(case)] == [first, second]
    with pytest.raises(errors.NoteNotSigned):
        vault.notes.amend(first, "x", Seal("x", START, b"", b""))
    vault.notes.sign(first, Seal("陈", START, b"d", b""))
    with pytest.raises(errors.NoteAlreadySigned):
        vault.notes.sign(first, Seal("陈", START, b"d", b""))
    with pytest.raises(errors.NoteAlreadySigned):
        vault.notes.save_draft(first, body("x"), START)
    facts = vault.notes.facts_of_case(case)
    assert [(one.id, one.signed, one.signed_at) for one in facts] == [
        (first, True, START),
        (second, False, None),
    ]
    vault.notes.save_amendment_draft(first, "写", START)
    vault.notes.save_amendment_draft(first, "写着", START)
    assert vault.notes.amendment_draft(first) == "写着"
    vault.notes.save_amendment_draft(first, "", START)
    assert vault.notes.amendment_draft(first) == ""


def test_what_is_not_there(desk):
    vault = desk.vault
    for missing in (
        lambda: vault.cases.get(9),
        lambda: vault.clients.of_case(9),
        lambda: vault.sessions.get(9),
        lambda: vault.notes.get(9),
        lambda: vault.notes.save_draft(9, body("x"), START),
        lambda: vault.notes.amendment(9),
        lambda: vault.consents.get(9),
        lambda: vault.consents.wording(9),
        lambda: vault.consents.document_bytes(9),
        lambda: vault.consents.consent_of_document(9),
    ):
        with pytest.raises(KeyError):
            missing()
    assert vault.notes.last_digest(9) == b""
    assert vault.settings.open_note() is None


def test_cases_come_newest_first_and_change(desk):
    vault = desk.vault
    one, two = desk.case("A"), desk.case("B")
    assert [case.id for case in vault.cases.all()] == [two, one]
    vault.cases.change(one, "新", ServiceMode.CRISIS)
    changed = vault.cases.get(one)
    assert (changed.code, changed.mode, changed.state) == ("新", ServiceMode.CRISIS, CaseState.OPEN)
    assert vault.cases.get(two).code == "B"


def test_an_id_is_never_used_twice(desk):
    vault = desk.vault
    desk.draft(desk.case(), "x")
    vault.connection.execute("DELETE FROM notes")
    case = vault.cases.all()[0].id
    assert desk.draft(case, "y") == 2


def test_sessions_are_numbered_in_each_case(desk):
    vault = desk.vault
    one, two = desk.case("A"), desk.case("B")
    numbers = [vault.sessions.add(c, START, 50, ServiceMode.ONLINE).number for c in (one, one, two)]
    assert numbers == [1, 2, 1]
    assert [one.number for one in vault.sessions.of_case(one)] == [1, 2]
    vault.sessions.change(1, START + timedelta(days=1), 30)
    assert vault.sessions.get(1).starts_at == START + timedelta(days=1)
    assert vault.sessions.get(1).minutes == 30


def test_documents_come_back_byte_by_byte(desk):
    consent = desk.consent(desk.case())
    data = bytes(range(256)) * 4000
    made = desk.vault.consents.add_document(consent, DocumentKind.SCAN, "image/png", data, START)
    empty = desk.vault.consents.add_document(consent, DocumentKind.PHOTO, "image/png", b"", START)
    assert desk.vault.consents.documents(consent) == [made, empty]
    assert made.size == len(data)
    assert desk.vault.consents.document_bytes(made.id) == data
    assert desk.vault.consents.document_bytes(empty.id) == b""


@pytest.mark.clause("042")
def test_a_signed_row_takes_no_other_words(desk):
    consent = desk.consent(desk.case(), ConsentState.SIGNED)
    before = desk.vault.consents.get(consent)
    with pytest.raises(ConsentFinal):
        desk.vault.consents.change(consent, replace(before.draft, facts={}))
    assert desk.vault.consents.get(consent) == before


def test_the_open_note_is_remembered(opened):
    opened.settings.remember_open_note(7)
    assert opened.settings.open_note() == 7
    opened.settings.remember_open_note(None)
    assert opened.settings.open_note() is None


# Transactions and refusals


def test_all_or_nothing_and_one_inside_another_joins(desk):
    vault = desk.vault
    case = desk.case()

    def two_then_fail():
        with vault.transaction():
            vault.cases.change(case, "一", ServiceMode.CRISIS)
            with vault.transaction():
                vault.cases.change(case, "二", ServiceMode.CRISIS)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        two_then_fail()
    assert vault.cases.get(case).code == "A-01"
    assert not vault.connection.in_transaction


def test_a_case_whose_opening_failed_leaves_no_key_behind(desk):
    vault = desk.vault

    def fail():
        with vault.transaction():
            vault.cases.add("失败", ServiceMode.ONLINE, START)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    case = desk.case("成功")
    vault._case_keys._open.clear()
    assert vault.cases.get(case).code == "成功"


def test_another_writer_is_waited_for_and_then_named(desk, monkeypatch):
    other = database.connect(desk.vault.folder / "vault.db", desk.vault.raw_key())
    desk.vault.connection.execute("PRAGMA busy_timeout = 50")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(errors.VaultBusy):
        desk.case()
    other.execute("ROLLBACK")
    other.close()
    desk.case()


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ("database or disk is full", errors.DiskFull),
        ("attempt to write a readonly database", errors.NotWritable),
        ("unable to open database file", errors.NotWritable),
        ("disk I/O error", errors.DiskFailed),
        ("file is not a database", errors.VaultDamaged),
        ("database disk image is malformed", errors.VaultDamaged),
        ("hmac check failed", errors.VaultDamaged),
        ("vtable constructor failed: words", errors.VaultDamaged),
        ("database is locked", errors.VaultBusy),
        ("no such table: x", database.Error),
    ],
)
def test_what_sqlite_says_becomes_a_refusal(said, refusal):
    with pytest.raises(refusal), database.speaking():
        raise database.dbapi2.OperationalError(said)


def test_a_cursor_speaks_too(opened):
    cursor = opened.connection.execute("SELECT 1 UNION ALL SELECT 2")
    assert list(cursor) == [(1,), (2,)]
    with pytest.raises(database.Error):
        opened.connection.execute("NONSENSE")


def test_notes_are_counted_without_reading_what_is_written_in_them(desk):
    vault = desk.vault
    case, other = desk.case("甲"), desk.case("乙")
    for number in range(3):
        vault.notes.sign(desk.draft(case, "雨"), Seal("林", desk.clock.at, b"%d" % number, b"p"))
    desk.draft(case, "雪")
    asked: list[str] = []
    connection = vault.notes._connection
    connection.set_trace_callback(asked.append)
    counts = vault.notes.counts()
    connection.set_trace_callback(None)
    assert (counts[case].notes, counts[case].drafts) == (4, 1)
    assert other not in counts
    plans = [
        row[3]
        for question in asked
        for row in connection.execute(f"EXPLAIN QUERY PLAN {question}")
        if "notes" in row[3]
    ]
    assert len(plans) == 2
    # A scan of all notes fills the memory with their pages, and takes a quarter of a second.
    assert all("COVERING INDEX" in plan or "INDEX drafts" in plan for plan in plans), plans


def test_the_settings_of_the_connection(opened):
    wanted = {
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
        "synchronous": 2,
        "temp_store": 2,
        "journal_mode": "wal",
    }
    found = {name: opened.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}
    assert found == wanted


# Beside the vault


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (b"", Preferences()),
        (b"\xff", Preferences()),
        (b"[]", Preferences()),
        (b"{}", Preferences()),
        (b'{"idle_minutes": "x", "theme": "dark", "new": 1}', Preferences(theme="dark")),
        (b'{"idle_minutes": true}', Preferences()),
    ],
)
def test_a_damaged_file_of_choices_counts_as_none(tmp_path, written, kept):
    (tmp_path / "p.json").write_bytes(written)
    assert JsonPreferences(tmp_path / "p.json").load() == kept


def test_choices_come_back(tmp_path):
    store = JsonPreferences(tmp_path / "a" / "p.json")
    assert store.load() == Preferences()
    chosen = Preferences("zh", "/心匣", 10, "dark")
    store.save(chosen)
    assert store.load() == chosen
    assert json.loads((tmp_path / "a" / "p.json").read_text())["vault"] == "/心匣"


def test_places_lie_in_the_home(home):
    for place in (places.preferences_file(), places.log_folder(), places.suggested_vault()):
        assert home in place.parents
        assert not place.exists()


def test_times_are_kept_to_the_microsecond_and_sort_as_text():
    later = datetime(2026, 3, 1, 9, 30, 0, 1, tzinfo=UTC)
    assert times.from_text(times.to_text(later)) == later
    assert times.to_text(START) < times.to_text(later)
    east = later.astimezone(timezone(timedelta(hours=8)))
    assert times.to_text(east) == times.to_text(later)
    with pytest.raises(ValueError, match="zone"):
        times.to_text(later.replace(tzinfo=None))


@pytest.mark.promise(7)
def test_the_systems_clock(monkeypatch):
    clock = clocks.SystemClock()
    assert clock.now().tzinfo is UTC
    boot, since = clock.since_boot()
    assert clock.since_boot()[0] == boot
    assert clock.since_boot()[1] >= since
    monkeypatch.setattr(clocks, "_BOOT_ID", Path("/nowhere"))
    elsewhere, running = clock.since_boot()
    assert elsewhere.startswith("since ")
    assert running >= 0

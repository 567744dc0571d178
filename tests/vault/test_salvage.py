"""Salvage: every undamaged record comes out, the lost ones are named, the old vault stays."""

from __future__ import annotations

import random
import shutil

import pytest

from app.domain.client import Profile
from app.domain.complaint import Complaint, Fault
from app.domain.consent import ConsentState
from app.domain.errors import PlaceTaken, VaultDamaged
from app.services import health, notes
from storage import btree, contents, keeper, keys, salvage, vault
from storage import wreck as wrecks
from storage.pages import SIZE, Pages
from tests.vault.fixtures import (
    PASSWORD,
    RECOVERY,
    RECOVERY_TEXT,
    Desk,
    HandClock,
    floor,
    make_tools,
)
from tests.vault.test_opening import contents as files_of

pytestmark = pytest.mark.promise(11)
CASES, NOTES = 12, 60


@pytest.fixture(scope="session")
def practice(tmp_path_factory):
    """A closed vault with cases, notes long and short, amendments, consents and a draft."""
    place = tmp_path_factory.mktemp("practice") / "vault"
    clock = HandClock()
    door = vault.FolderDoor(clock, floor)
    opened = door.create(place, PASSWORD, RECOVERY).vault
    desk = Desk(opened, clock, make_tools(clock))
    cases = [desk.case(f"S-{number:02}", Profile(name=f"人{number}")) for number in range(CASES)]
    for number in range(NOTES):
        text = f"第{number}篇。" + "睡眠" * (number % 7) * 300
        clock.pass_(3600)
        if number % 5:
            note = desk.signed(cases[number % CASES], text)
            if number % 6 == 1:
                desk.amend(note, f"补记{number}")
        else:
            desk.draft(cases[number % CASES], text)
    desk.consent(cases[0], ConsentState.SIGNED)
    desk.consent(cases[1])
    (place / "media" / "5.db").write_bytes(b"sealed" * 1000)
    opened.close()
    return place


@pytest.fixture
def hurt(practice, tmp_path):
    """A copy of it, to be damaged."""
    return shutil.copytree(practice, tmp_path / "hurt")


def raw_rows(place, door):
    """Return every row of every table of a whole vault, by table and key."""
    one = door.open_with_recovery(place, RECOVERY_TEXT).vault
    try:
        found = {}
        for shape in salvage.shapes(salvage.migrations.available()):
            rows = one.connection.execute(f'SELECT * FROM "{shape.name}"').fetchall()
            found[shape.name] = {row[0]: row for row in rows}
        return found
    finally:
        one.close()


def flip(place, *pages):
    """Flip a bit in pages; 1 is the first."""
    data = bytearray((place / "vault.db").read_bytes())
    for page in pages:
        data[(page - 1) * SIZE + 2000] ^= 1
    (place / "vault.db").write_bytes(data)


def save(place, door, target):
    """Salvage a vault, and see that nothing of it changed."""
    before = files_of(place)
    report = door.salvage(place, PASSWORD, target)
    assert files_of(place) == before
    return report


def touched(place, door, bad):
    """Return the keys of the rows that lie on these pages, or go on there, by table."""
    one = door.open_with_recovery(place, RECOVERY_TEXT).vault
    key = one.raw_key()
    one.close()
    pages = Pages(place / "vault.db", key)
    wreck = salvage.Wreck(pages, salvage.shapes(salvage.migrations.available()), lambda *_: False)
    wreck.read(lambda *_: None)
    whole = {name: set(found.rows) for name, found in wreck.tables.items()}
    fetched = pages.get
    pages.get = lambda number: None if number in bad else fetched(number)
    pages.bad = set()
    # Only leaves and what goes on behind them cost rows: a root or a branch costs none.
    left = {name: set() for name in whole}
    pages.get = fetched
    for shape in wreck.shapes:
        root = wreck._all_roots[shape.name]
        for number in wreck._tree(root)[0]:
            if number in bad:
                continue
            page = fetched(number)
            get = lambda more: None if more in bad else fetched(more)  # noqa: E731
            for cell in btree.cells(page, number, get):
                row = shape.row(cell)
                if row is not None:
                    left[shape.name].add(wrecks._key_of(shape, row))
    return {name: whole[name] - left[name] for name in whole}


def test_a_whole_vault_comes_over_byte_by_byte(practice, hurt, door, tmp_path):
    report = save(hurt, door, tmp_path / "new")
    assert (report.lost, report.stand_ins, report.bad_pages, report.unclaimed) == ((), (), (), 0)
    was, now = raw_rows(practice, door), raw_rows(tmp_path / "new", door)
    for table, rows in was.items():
        if table not in {"audit", "settings"}:
            assert now[table] == rows, table
    assert now["audit"].items() >= was["audit"].items()
    again = door.open(tmp_path / "new", PASSWORD).vault
    assert health.verify(again, keeper.FolderKeeper()) == []
    assert len(again.search.find("补记1").hits) >= 1
    assert again.search.count("睡眠") == sum(
        "睡眠" in note.body.text()
        for case in again.cases.all()
        for note in again.notes.of_case(case.id)
    )
    assert (tmp_path / "new" / "media" / "5.db").read_bytes() == b"sealed" * 1000
    again.close()


@pytest.mark.parametrize("seed", range(6))
def test_whatever_pages_are_bad_all_other_records_come_out(practice, hurt, door, tmp_path, seed):
    chance = random.Random(seed)
    count = (hurt / "vault.db").stat().st_size // SIZE
    bad = set(chance.sample(range(1, count + 1), [1, 2, 5, 12, 25, 40][seed]))
    was, gone = raw_rows(practice, door), touched(practice, door, bad)
    flip(hurt, *bad)
    report = save(hurt, door, tmp_path / "new")
    now = raw_rows(tmp_path / "new", door)
    named = {(one.detail, one.number) for one in report.lost}
    for table in ("cases", "sessions", "notes", "amendments", "clients", "consents", "audit"):
        for key, row in was[table].items():
            if key not in gone[table]:
                assert now[table].get(key) == row or (table, key) in named, (table, key)
    kept = {key for key in now["notes"] if now["notes"][key] == was["notes"].get(key)}
    assert len(kept) >= NOTES - len(gone["notes"])
    assert {("notes", key) for key in gone["notes"]} <= named
    again = door.open(tmp_path / "new", PASSWORD).vault
    readable = [note.id for case in again.cases.all() for note in again.notes.of_case(case.id)]
    assert kept <= set(readable)
    for case in again.cases.all():
        again.clients.of_case(case.id)
        notes.signatures_are_right(again, case.id)
    assert keeper.backup.check(tmp_path / "new" / "vault.db", again.raw_key()) == []
    again.close()


def roots(place, door):
    one = door.open_with_recovery(place, RECOVERY_TEXT).vault
    found = dict(
        one.connection.execute("SELECT name, rootpage FROM sqlite_schema WHERE rootpage").fetchall()
    )
    one.close()
    return found


def test_the_first_page_and_every_root_cost_not_one_note(practice, hurt, door, tmp_path):
    """Also where schema, roots and branches are all bad at once."""
    found = roots(practice, door)
    one = door.open_with_recovery(practice, RECOVERY_TEXT).vault
    key = one.raw_key()
    one.close()
    pages = Pages(practice / "vault.db", key)
    inner = [
        number
        for number in range(1, pages.count + 1)
        if btree.kind(pages.get(number), number) in {2, 5}
    ]
    assert found["notes"] in inner
    flip(hurt, *inner)
    with pytest.raises(VaultDamaged):
        door.open(hurt, PASSWORD)
    was = raw_rows(practice, door)
    report = save(hurt, door, tmp_path / "new")
    now = raw_rows(tmp_path / "new", door)
    assert set(report.bad_pages) >= set(inner)
    for table in ("notes", "amendments", "consents", "documents", "cases", "clients", "sessions"):
        assert now[table] == was[table], table
    door.open(tmp_path / "new", PASSWORD).vault.close()


def test_the_first_bytes_of_the_file_cost_nothing(practice, hurt, door, tmp_path):
    """They are the salt of every page's check; the header knows them."""
    data = bytearray((hurt / "vault.db").read_bytes())
    data[:16] = bytes(16)
    (hurt / "vault.db").write_bytes(data)
    report = save(hurt, door, tmp_path / "new")
    assert raw_rows(tmp_path / "new", door)["notes"] == raw_rows(practice, door)["notes"]
    assert set(report.bad_pages) <= {1}


def test_a_lost_page_of_cases_costs_their_names_and_not_their_notes(practice, hurt, door, tmp_path):
    flip(hurt, roots(practice, door)["cases"])
    was = raw_rows(practice, door)
    report = save(hurt, door, tmp_path / "new")
    lost = [one.number for one in report.lost if one.detail == "cases"]
    assert lost == sorted(was["cases"])
    assert raw_rows(tmp_path / "new", door)["notes"] == was["notes"]
    again = door.open(tmp_path / "new", PASSWORD).vault
    assert sorted(one.code for one in again.cases.all()) == sorted(f"#{one}" for one in lost)
    assert again.clients.of_case(lost[0]).profile.name == "人0"
    assert sum(len(again.notes.of_case(one)) for one in lost) == NOTES
    again.close()


def test_without_a_case_and_its_key_its_rows_are_named_and_the_rest_comes(
    practice, hurt, door, tmp_path
):
    found = roots(practice, door)
    flip(hurt, found["cases"], found["case_key_copies"])
    report = save(hurt, door, tmp_path / "new")
    assert {one.number for one in report.lost if one.detail == "cases"} == set(range(1, CASES + 1))
    again = door.open(tmp_path / "new", PASSWORD).vault
    assert again.cases.all() == []
    assert again.settings.practice() is not None
    again.close()


@pytest.mark.parametrize("table", ["sessions", "notes", "clients", "consents", "audit", "settings"])
def test_a_lost_first_leaf_of_any_table_leaves_a_vault_that_works(
    practice, hurt, door, tmp_path, table
):
    one = door.open_with_recovery(practice, RECOVERY_TEXT).vault
    pages = Pages(practice / "vault.db", one.raw_key())
    one.close()
    root = roots(practice, door)[table]
    below = btree.children(pages.get(root), root)
    flip(hurt, below[0] if below else root)
    report = save(hurt, door, tmp_path / "new")
    if table not in {"settings"}:
        assert {one.detail for one in report.lost} >= {table}
    again = door.open(tmp_path / "new", PASSWORD).vault
    desk = Desk(again, door._clock, make_tools(door._clock))
    fresh = desk.draft(desk.case("Z-1"), "继续写")
    assert fresh > NOTES
    assert again.search.find("继续写").hits
    for case in again.cases.all():
        again.clients.of_case(case.id)
        again.notes.of_case(case.id)
        again.consents.of_case(case.id)
    again.close()


# The log


@pytest.fixture
def logged(hurt, door, clock):
    """A vault whose program was killed: three saved notes stand in the log alone."""
    one = door.open_with_recovery(hurt, RECOVERY_TEXT).vault
    desk = Desk(one, clock, make_tools(clock))
    made = [desk.draft(1, f"只在日志里 {number}") for number in range(3)]
    for name in ("vault.db", "vault.db-wal"):
        shutil.copy(hurt / name, hurt / f"{name}.kept")
    one.close()
    for name in ("vault.db", "vault.db-wal"):
        (hurt / f"{name}.kept").replace(hurt / name)
    return hurt, made


def test_what_stands_in_the_log_alone_comes_out(logged, door, tmp_path):
    place, made = logged
    save(place, door, tmp_path / "new")
    assert set(made) <= set(raw_rows(tmp_path / "new", door)["notes"])


def test_behind_a_bad_frame_of_the_log_the_rest_comes_out_too(logged, door, tmp_path):
    """SQLite ends at the first bad frame; what was saved behind it is there all the same."""
    place, made = logged
    log = bytearray((place / "vault.db-wal").read_bytes())
    log[32 + 24 + 2000] ^= 1
    (place / "vault.db-wal").write_bytes(log)
    save(place, door, tmp_path / "new")
    found = set(raw_rows(tmp_path / "new", door)["notes"])
    assert made[-1] in found
    assert len(found) >= NOTES + 2


# What is refused


def test_it_goes_into_no_folder_that_holds_something(hurt, door, tmp_path):
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "mine").write_bytes(b"mine")
    with pytest.raises(PlaceTaken):
        door.salvage(hurt, PASSWORD, tmp_path / "new")
    assert [one.name for one in (tmp_path / "new").iterdir()] == ["mine"]


def test_where_nothing_is_left_nothing_is_made(hurt, door, tmp_path):
    size = (hurt / "vault.db").stat().st_size
    (hurt / "vault.db").write_bytes(bytes(size))
    with pytest.raises(VaultDamaged):
        door.salvage(hurt, PASSWORD, tmp_path / "new")
    assert not (tmp_path / "new").exists()
    assert not list(tmp_path.glob(".*.part"))


@pytest.mark.promise(10)
def test_a_survey_names_the_lost_records_and_writes_nothing(practice, hurt, door):
    gone = touched(practice, door, {(hurt / "vault.db").stat().st_size // SIZE})
    flip(hurt, (hurt / "vault.db").stat().st_size // SIZE)
    before = files_of(hurt)
    one = door.open(hurt, PASSWORD, only_read=True).vault
    found = salvage.Salvage(one.folder, one.folder / "nowhere", one.secrets(), one.clock).survey()
    one.close()
    assert files_of(hurt) == before
    wanted = {(table, key) for table, ones in gone.items() for key in ones}
    assert {(one.detail, one.number) for one in found} >= {
        one for one in wanted if isinstance(one[1], int) and one[0] != "words_data"
    }
    assert all(one.fault is Fault.RECORD for one in found)
    assert found == sorted(found, key=lambda one: (one.detail, one.number))


def test_complaints_of_a_salvage_hold_no_words():
    assert Complaint(Fault.RECORD, 3, "notes").detail == "notes"
    assert keys.KEY_BYTES == 32
    assert contents.SCHEMA == "sqlite_schema"

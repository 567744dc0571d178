"""A case with a password of its own where others work on it: new keys, destruction, salvage."""

from __future__ import annotations

import pytest

from app.domain.case import CaseLock
from app.domain.client import Profile
from app.domain.complaint import Complaint, Fault
from app.domain.destruction import Holding
from app.domain.errors import (
    CaseLocked,
    CodeNotRepeated,
    DiskFull,
    RecordingMissing,
    WrongPassword,
)
from app.domain.proof import Proof
from app.domain.recovery_key import to_groups
from app.services import case_locks, cases, destruction, health, notes, succession, ways_in
from storage import keeper, keys
from storage.case_locks import CaseLockRows
from storage.migrations import available
from storage.pages import SIZE, Pages
from storage.salvage import Wreck, shapes
from tests.vault.fixtures import EARLY, PASSWORD, RECOVERY_TEXT
from tests.vault.pages import plain_pages
from tests.vault.test_case_locks import OTHER, WORD, give, wrapped

NEW_KEY = to_groups(bytes(range(40, 60)))
NEW_TEXT = "".join(NEW_KEY)
NEXT = "另一句 够长的 密码"
PAPER = Proof(RECOVERY_TEXT, recovery=True)
KEEPER = keeper.FolderKeeper()
pytestmark = [pytest.mark.promise(26), pytest.mark.clause("044", "050")]


@pytest.fixture
def quick(monkeypatch):
    """Spare the passwords of cases the price of Argon2id; the vault's own pays it."""
    real = keys.derive

    def derive(word, salt, parameters):
        if word in {WORD, OTHER}:
            return keys.mac(salt, word.encode())
        return real(word, salt, parameters)

    monkeypatch.setattr(keys, "derive", derive)


def by_key(vault, clock, case, typed):
    """Return whether a recovery key opens a case that is shut, and leave it shut."""
    case_locks.shut(vault, clock, case)
    clock.pass_(3600)
    try:
        case_locks.open_with_recovery(vault, clock, case, typed)
    except WrongPassword:
        clock.pass_(3600)
        return False
    case_locks.shut(vault, clock, case)
    return True


@pytest.mark.usefixtures("quick")
@pytest.mark.promise(14, 25)
def test_the_old_recovery_key_as_proof_takes_every_case_along(desk, opened, clock):
    mine = [desk.case(code) for code in "ABC"]
    for case in mine[:2]:
        give(desk, case, recovery=True)
    give(desk, mine[2], recovery=False)
    for case in mine:
        case_locks.shut(opened, clock, case)
    before = [wrapped(opened, case) for case in mine]
    assert ways_in.renew_recovery(opened, clock, PAPER, NEW_KEY) == []
    assert [wrapped(opened, case) for case in mine] == before, "their passwords are untouched"
    for case in mine[:2]:
        assert not by_key(opened, clock, case, RECOVERY_TEXT)
        assert by_key(opened, clock, case, NEW_TEXT)
    assert not case_locks.page(opened, mine[2]).recovery


@pytest.mark.usefixtures("quick")
@pytest.mark.promise(14, 25)
def test_with_the_password_as_proof_the_shut_cases_are_named_and_follow_when_opened(
    desk, opened, clock
):
    mine = [desk.case(code) for code in "ABC"]
    for case in mine:
        give(desk, case, recovery=True)
    for case in mine[1:]:
        case_locks.shut(opened, clock, case)
    assert ways_in.renew_recovery(opened, clock, Proof(PASSWORD), NEW_KEY) == mine[1:]
    assert by_key(opened, clock, mine[0], NEW_TEXT)
    assert not by_key(opened, clock, mine[0], RECOVERY_TEXT)
    assert not by_key(opened, clock, mine[1], NEW_TEXT)
    # By its password, or by the old paper that still knows it: either seals it to the new key.
    case_locks.open_case(opened, clock, mine[1], WORD)
    assert by_key(opened, clock, mine[1], NEW_TEXT)
    assert by_key(opened, clock, mine[2], RECOVERY_TEXT)
    assert not by_key(opened, clock, mine[2], RECOVERY_TEXT)
    assert by_key(opened, clock, mine[2], NEW_TEXT)
    assert opened.case_locks.stale() == []


@pytest.mark.usefixtures("quick")
@pytest.mark.promise(14)
def test_a_disk_that_fills_behind_the_header_leaves_the_cases_for_later(
    desk, opened, clock, monkeypatch
):
    case = desk.case()
    give(desk, case, recovery=True)

    def full(*_):
        raise DiskFull

    with monkeypatch.context() as now:
        now.setattr(CaseLockRows, "renew_recovery", full)
        assert ways_in.renew_recovery(opened, clock, PAPER, NEW_KEY) == [case]
    opened.ways.check_recovery(NEW_TEXT)
    assert by_key(opened, clock, case, RECOVERY_TEXT), "it is not lost meanwhile"
    opened.case_locks.learn_recovery(bytes(range(40, 60)))  # as the next opening with it does
    case_locks.open_case(opened, clock, case, WORD)
    assert by_key(opened, clock, case, NEW_TEXT)


@pytest.mark.usefixtures("quick")
@pytest.mark.promise(14, 25)
@pytest.mark.parametrize("typed", ["tried before", "tried while open", "proof"])
def test_after_an_interrupted_change_the_new_paper_typed_once_lets_the_cases_follow(
    desk, opened, clock, monkeypatch, typed
):
    case = desk.case()
    give(desk, case, recovery=True)

    def full(*_):
        raise DiskFull

    with monkeypatch.context() as now:
        now.setattr(CaseLockRows, "renew_recovery", full)
        assert ways_in.renew_recovery(opened, clock, PAPER, NEW_KEY) == [case]
        assert ways_in.try_recovery(opened, clock, NEW_TEXT) == [case], "the key is right"
    case_locks.shut(opened, clock, case)
    case_locks.open_case(opened, clock, case, WORD)
    page = case_locks.page(opened, case)
    assert (page.stale, page.recovery_known) == (True, False)
    if typed != "tried while open":
        case_locks.shut(opened, clock, case)
    if typed == "proof":
        ways_in.change_password(opened, clock, Proof(NEW_TEXT, recovery=True), NEXT)
    else:
        ways_in.try_recovery(opened, clock, NEW_TEXT)
    assert opened.case_locks.stale() == ([] if typed == "tried while open" else [case])
    if typed != "tried while open":
        case_locks.open_case(opened, clock, case, WORD)
    assert opened.case_locks.stale() == []
    assert by_key(opened, clock, case, NEW_TEXT)


@pytest.mark.promise(25)
def test_the_secret_of_a_keyring_is_never_taken_for_the_recovery_key(desk, door, place):
    """It opens the vault, as the recovery key does; a lock sealed to it would open for nobody."""
    secret = bytes(range(100, 132))
    desk.vault.ways.switch_keyring_on(PAPER, secret)
    before = desk.vault.connection.execute("SELECT * FROM recovery_half").fetchall()
    desk.vault.close()
    vault = door.open_with_keyring(place, secret).vault
    assert vault.connection.execute("SELECT * FROM recovery_half").fetchall() == before
    assert vault.case_locks.recovery_known()
    vault.close()


def test_a_changed_vault_password_leaves_the_password_of_a_case_alone(desk, door, place, clock):
    case = desk.case()
    desk.signed(case, "只有她知道")
    give(desk, case)
    before = wrapped(desk.vault, case)
    ways_in.change_password(desk.vault, clock, Proof(PASSWORD), NEXT)
    desk.vault.close()
    vault = door.open(place, NEXT).vault
    assert wrapped(vault, case) == before
    assert vault.cases.get(case).lock is CaseLock.SHUT
    with pytest.raises(WrongPassword):
        case_locks.open_case(vault, clock, case, NEXT)
    clock.pass_(3600)
    case_locks.open_case(vault, clock, case, WORD)
    assert vault.notes.of_case(case)[0].body.text() == "只有她知道"
    vault.close()


@pytest.mark.usefixtures("quick")
@pytest.mark.promise(43, 44)
@pytest.mark.parametrize("shut", [True, False])
def test_a_locked_case_is_destroyed_without_being_read(desk, opened, clock, shut):
    """A password that nobody has any more keeps nothing that has to go."""
    case, other = desk.case("斑马-7", Profile(name="zebraquagga")), desk.case("B")
    desk.signed(other, "别的个案")
    note = desk.draft(case, "zebraquagga")
    sound = desk.recording(case, bytes(200_000))
    give(desk, case)
    (opened.folder / f"case-{case}.tries").write_bytes(b"{}")
    (opened.folder / f"case-{other}.tries").write_bytes(b"{}")
    old = wrapped(opened, case)
    if shut:
        case_locks.shut(opened, clock, case)
    seen = destruction.prospect(opened, clock, case)
    assert seen.name == ("" if shut else "zebraquagga")
    assert {one.kind for one in seen.held} >= {Holding.NOTES, Holding.RECORDINGS}
    destruction.mark(opened, clock, case, EARLY)
    with pytest.raises(CodeNotRepeated):
        destruction.destroy(opened, clock, case, (PASSWORD, "斑马-7" if shut else str(case)))
    said = destruction.to_copy(seen.case)
    assert said == (str(case) if shut else "斑马-7")
    assert destruction.destroy(opened, clock, case, (PASSWORD, f" {said}")).finished
    for table in ("cases", "case_locks", "case_lock_copies", "case_key_copies", "notes"):
        column = "id" if table == "cases" else "case_id"
        found = opened.connection.execute(
            f"SELECT count(*) FROM {table} WHERE {column} = ?", (case,)
        ).fetchone()[0]
        assert found == 0, table
    assert old not in plain_pages(opened.folder / "vault.db", opened.raw_key())
    assert list(opened.folder.glob("case-*.tries")) == [opened.folder / f"case-{other}.tries"]
    assert not list((opened.folder / "media").iterdir())
    for gone in (lambda: opened.notes.get(note), lambda: opened.recordings.get(sound)):
        with pytest.raises(KeyError):
            gone()
    assert health.verify(opened, KEEPER) == []


@pytest.mark.usefixtures("quick")
@pytest.mark.promise(43)
def test_destroying_one_case_forgets_no_open_note_of_another_that_is_shut(desk, opened, clock):
    mine, other = desk.case("A"), desk.case("B")
    note = desk.draft(other, "还在写")
    opened.settings.remember_open_note(note)
    give(desk, other)
    case_locks.shut(opened, clock, other)
    destruction.mark(opened, clock, mine, EARLY)
    destruction.destroy(opened, clock, mine, (PASSWORD, "A"))
    assert opened.settings.open_note() == note


@pytest.mark.usefixtures("quick")
@pytest.mark.promise(42)
def test_shutting_a_case_lets_go_of_its_recordings(desk, opened, clock):
    case, other = desk.case("A"), desk.case("B")
    sound, theirs = desk.recording(case, b"a" * 90_000), desk.recording(other, b"b" * 90_000)
    give(desk, case)
    reader, kept = opened.recordings.reader(sound), opened.recordings.reader(theirs)
    assert reader.read_at(0, 3) == b"aaa"
    case_locks.shut(opened, clock, case)
    with pytest.raises(RecordingMissing):
        reader.read_at(0, 3)
    assert kept.read_at(0, 3) == b"bbb"
    for ask in (opened.recordings.reader, opened.recordings.get):
        with pytest.raises(CaseLocked):
            ask(sound)
    case_locks.open_case(opened, clock, case, WORD)
    assert opened.recordings.reader(sound).read_at(0, 3) == b"aaa"


@pytest.mark.usefixtures("quick")
@pytest.mark.clause("044")
def test_a_check_in_pieces_calls_no_shut_case_damaged(desk, opened, clock):
    case = desk.case()
    desk.signed(case, "签过的")
    give(desk, case)
    whole = health.begin(opened, KEEPER)
    case_locks.shut(opened, clock, case)
    found = [one for piece in whole.pieces for one in piece(opened)]
    assert (found, health.unchecked(opened)) == ([], [case])
    assert health.verify(opened, KEEPER) == []
    case_locks.open_case(opened, clock, case, WORD)
    assert health.unchecked(opened) == []


@pytest.fixture
def closed(desk, place, clock):
    """A closed vault with a case behind a password, which the recovery key opens too."""
    case, other = desk.case("S-01", Profile(name="禾木")), desk.case("S-02", Profile(name="别人"))
    for text in ("第一篇", "第二篇" * 500):
        desk.amend(desk.signed(case, text), "补记")
    desk.signed(other, "别的")
    give(desk, case, recovery=True)
    desk.vault.close()
    return place, case


def pages_of_table(place, raw_key, *tables):
    """Return the leaves of tables."""
    pages = Pages(place / "vault.db", raw_key)
    wreck = Wreck(pages, shapes(available()), lambda *_: False)
    wreck.read(lambda *_: None)
    return {one for table in tables for one in wreck._tree(wreck._all_roots[table])[0]}


def spoil(place, raw_key, *tables):
    """Break every page of tables."""
    bad = pages_of_table(place, raw_key, *tables)
    data = bytearray((place / "vault.db").read_bytes())
    for number in bad:
        data[(number - 1) * SIZE + 2000] ^= 1
    (place / "vault.db").write_bytes(data)


def key_of(door, place):
    """Return the raw key of a vault."""
    one = door.open(place, PASSWORD).vault
    key = one.raw_key()
    one.close()
    return key


@pytest.mark.usefixtures("quick")
@pytest.mark.promise(11)
@pytest.mark.parametrize("tables", [(), ("case_locks",), ("cases",), ("clients",)])
def test_a_salvage_carries_a_locked_case_over_sealed(closed, door, clock, tmp_path, tables):
    place, case = closed
    key = key_of(door, place)
    spoil(place, key, *tables)
    report = door.salvage(place, PASSWORD, tmp_path / "new")
    lost = {one.detail for one in report.lost}
    assert lost <= {*tables, "case_locks"}
    pages = plain_pages(tmp_path / "new" / "vault.db", key)
    assert "补记".encode() not in pages
    vault = door.open(tmp_path / "new", PASSWORD).vault
    assert vault.cases.get(case).lock is CaseLock.SHUT
    with pytest.raises(CaseLocked):
        vault.notes.of_case(case)
    assert vault.search.find("补记").unsearched == 1
    assert vault.search.count("补记") == 0
    case_locks.open_case(vault, clock, case, WORD)
    page = cases.case_page(vault, clock, case)
    texts = [one.note.body.text() for one in page.notes]
    assert sorted(texts) == sorted(["第一篇", "第二篇" * 500])
    assert notes.signatures_are_right(vault, case)
    assert page.case.code == (f"#{case}" if tables == ("cases",) else "S-01")
    assert page.client.profile.name == ("" if tables == ("clients",) else "禾木")
    case_locks.shut(vault, clock, case)
    case_locks.open_with_recovery(vault, clock, case, RECOVERY_TEXT)
    case_locks.change_password(vault, clock, case, "", OTHER, recovery=False)
    case_locks.remove_password(vault, clock, case, "")
    assert vault.search.count("补记") == 2
    vault.close()


@pytest.mark.usefixtures("quick")
@pytest.mark.promise(11)
def test_without_both_copies_of_the_salt_the_case_is_named_as_lost(closed, door, tmp_path):
    place, case = closed
    spoil(place, key_of(door, place), "case_locks", "case_lock_copies")
    report = door.salvage(place, PASSWORD, tmp_path / "new")
    assert Complaint(Fault.RECORD, case, "cases") in report.lost
    vault = door.open(tmp_path / "new", PASSWORD).vault
    assert case not in {one.id for one in vault.cases.all()}
    assert len(vault.cases.all()) == 1
    vault.close()


@pytest.mark.usefixtures("quick")
def test_no_second_copy_keeps_an_old_wrap_or_an_old_seal(desk, opened, clock):
    case = desk.case()

    def rows(first, second):
        return [
            opened.connection.execute(f"SELECT * FROM {one} ORDER BY 1").fetchall()
            for one in (first, second)
        ]

    def wraps():
        first = opened.connection.execute("SELECT id, wrapped_key, key_kind FROM cases").fetchall()
        copies = opened.connection.execute("SELECT * FROM case_key_copies").fetchall()
        assert first == copies
        locks, lock_copies = rows("case_locks", "case_lock_copies")
        assert locks == lock_copies
        return [
            value
            for row in (*first, *locks)
            for value in row
            if isinstance(value, bytes) and len(value) > keys.SALT_BYTES
        ]

    known = wraps()
    steps = (
        lambda: give(desk, case, recovery=True),
        lambda: ways_in.renew_recovery(opened, clock, PAPER, NEW_KEY),
        lambda: case_locks.change_password(opened, clock, case, WORD, OTHER, recovery=False),
        lambda: case_locks.remove_password(opened, clock, case, OTHER),
    )
    for step in steps:
        step()
        opened.forget_deleted()
        now = wraps()
        pages = plain_pages(opened.folder / "vault.db", opened.raw_key())
        assert [one for one in known if one in pages and one not in now] == []
        assert all(one in pages for one in now), "the reader does not read"
        known += now


@pytest.mark.usefixtures("quick")
@pytest.mark.clause("155")
def test_a_succession_package_knows_a_locked_case_only_while_it_is_open(desk, opened, clock):
    case = desk.case("A", Profile(name="禾木", phone="13800001234"))
    give(desk, case)
    seen = succession.prospect(opened, clock)
    assert ([one.case_id for one in seen.people], seen.shut) == ([case], 0)
    case_locks.shut(opened, clock, case)
    seen = succession.prospect(opened, clock)
    assert (seen.people, seen.shut) == ((), 1)


@pytest.mark.usefixtures("quick")
@pytest.mark.promise(10)
def test_where_the_locks_themselves_cannot_be_read_the_check_still_says_what_it_found(closed, door):
    place, _ = closed
    spoil(place, key_of(door, place), "case_locks")
    vault = door.open(place, PASSWORD).vault
    assert health.unchecked(vault) == []
    assert health.verify(vault, KEEPER) != []
    vault.close()

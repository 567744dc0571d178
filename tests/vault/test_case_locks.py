"""A case with a password of its own: without it nothing of the case can be read (promise 26)."""

from __future__ import annotations

import os
import random
import signal
import string
from dataclasses import replace

import pytest
from cryptography.exceptions import InvalidTag

from app.domain.appointment import Booking
from app.domain.audit import AuditKind
from app.domain.case import CaseLock, ServiceMode, shut_code
from app.domain.client import Profile
from app.domain.consent import ConsentState
from app.domain.entry import EntryKind
from app.domain.errors import (
    CaseLocked,
    CaseLockedAlready,
    CaseLockMissing,
    HeaderForged,
    RecoveryKeyMistyped,
    RecoveryNotChosen,
    RecoveryUnknown,
    TooManyTries,
    VaultDamaged,
    WeakPassword,
    WrongPassword,
)
from app.domain.password import normalise
from app.domain.proof import Proof
from app.domain.recovery_key import to_groups
from app.domain.recurrence import Rule
from app.services import appointments, case_locks, destruction, notes, ways_in
from app.services.case_entries import draft_kind
from storage import contents, database, files, header, keeper, keys, tries
from storage.case_keys import key_context, locked_context
from storage.case_locks import CaseLockRows
from storage.notes import NoteRows
from tests.modes import fork
from tests.vault.fixtures import EARLY, PASSWORD, RECOVERY_TEXT, Desk, body, make_tools
from tests.vault.pages import plain_pages
from tests.vault.test_encryption import CANARY, LATIN, SEALED, leaks, work_with_canaries

WORD, OTHER = "只有我 knows 这一句", "另外一句 quite different"
INDEXED = LATIN.casefold().encode()  # as the index has it
TABLES = (*SEALED[1:], "consent_steps", "appointments", "appointment_series")
pytestmark = [pytest.mark.promise(26), pytest.mark.clause("044", "050", "103")]


@pytest.fixture
def quick(monkeypatch):
    """Derive keys without the price of Argon2id, where that is not what the test is about."""

    def derive(word, salt, parameters):
        parameters.check()
        return keys.mac(salt, normalise(word).encode())

    monkeypatch.setattr(keys, "derive", derive)


def give(desk, case_id, word=WORD, *, recovery=False):
    """Give a case a password."""
    return case_locks.set_password(desk.vault, desk.clock, case_id, word, recovery=recovery)


def full_case(desk):
    """Fill a case with canaries in every table that holds words, and return it."""
    vault, clock = desk.vault, desk.clock
    work_with_canaries(desk)
    case = vault.cases.all()[0].id
    vault.cases.keep_draft(case, "review", {"text": CANARY}, clock.at)
    for kind in EntryKind:
        if kind is not EntryKind.MODE_CHANGE:  # it is read where a note begins
            vault.entries.add(case, kind, clock.at, {"text": CANARY})
        vault.cases.keep_draft(case, draft_kind(kind), {"text": CANARY}, clock.at)
    vault.reflections.add(case, None, CANARY, clock.at)
    for rule in (None, Rule()):
        booking = Booking(case, clock.at, ServiceMode.ONLINE, rule=rule, place=CANARY)
        appointments.book(vault, clock, replace(booking, remark=CANARY))
    vault.connection.execute("DELETE FROM settings")  # the practice is the counselor's own word
    vault.forget_deleted()
    return case


def wrapped(vault, case_id):
    """Return the wrap of a case's key as it is stored."""
    found = vault.connection.execute("SELECT wrapped_key FROM cases WHERE id = ?", (case_id,))
    return bytes(found.fetchone()[0])


def indexed(vault):
    """Return every word that the index holds."""
    vault.connection.execute("CREATE VIRTUAL TABLE temp.said USING fts5vocab(main, words, row)")
    found = vault.connection.execute("SELECT term FROM temp.said").fetchall()
    vault.connection.execute("DROP TABLE temp.said")
    return found


def sealed_values(vault):
    """Yield table and every blob of every row that belongs to a case."""
    tables = vault.connection.execute(
        "SELECT DISTINCT m.name FROM sqlite_schema m, pragma_table_info(m.name) c"
        " WHERE m.type = 'table' AND c.name IN ('sealed', 'wording', 'signer')"
    ).fetchall()
    assert len(tables) >= 9
    for (table,) in tables:
        for row in vault.connection.execute(f'SELECT * FROM "{table}"').fetchall():
            yield from ((table, value) for value in row if isinstance(value, bytes))


@pytest.mark.promise(43)
@pytest.mark.clause("113")
def test_with_the_vaults_password_alone_nothing_of_a_locked_case_is_read(desk, door, place):
    """Every page of database and log, every sealed row, the old wrap: as an attacker would."""
    case, vault = full_case(desk), desk.vault
    old, raw_key = wrapped(vault, case), vault.raw_key()
    pages = plain_pages(place / "vault.db", raw_key)
    assert old in pages, "the reader does not read"
    assert INDEXED in pages, "there is nothing to find"
    assert indexed(vault)
    assert give(desk, case, recovery=True) is True
    assert (place / "vault.db-wal").stat().st_size == 0
    case_locks.shut(vault, desk.clock, case)
    vault.audit.record(AuditKind.NOTE_READ, desk.clock.at, case)  # something is in the log again
    for _ in ("while it is open", "after it was opened with the password"):
        pages = plain_pages(place / "vault.db", raw_key)
        assert leaks(pages) == []
        assert INDEXED not in pages
        assert old not in pages
        assert indexed(vault) == []
        vault.close()
        vault = door.open(place, PASSWORD).vault
    wrapping = bytes(vault._case_keys._wrapping)
    for context in (key_context(case), locked_context(case)):
        for key in (wrapping, keys.subkey(wrapping, f"xinxia case password 1/{case}")):
            with pytest.raises(InvalidTag):
                keys.unseal(key, wrapped(vault, case), context)
    values = list(sealed_values(vault))
    assert len(values) > 15
    for table, value in values:
        for key in (wrapping, raw_key):
            with pytest.raises(InvalidTag):
                keys.unseal(key, value, f"xinxia/1/{table}/{case}/1".encode())
    for read in (
        vault.clients.of_case,
        vault.notes.of_case,
        vault.consents.of_case,
        lambda one: vault.cases.draft(one, "review"),
        lambda one: vault.notes.mac(one, b""),
        lambda _: vault.notes.amendment_draft(1),
        lambda _: vault.consents.wording(1),
        lambda _: vault.consents.document_bytes(1),
        vault.entries.of_case,
        lambda one: vault.entries.sheet(vault.sessions.of_case(one)[-1]),
        vault.recordings.of_case,
        vault.reflections.of_case,
        lambda _: vault.recordings.reader(1),
    ):
        with pytest.raises(CaseLocked):
            read(case)
    shown = vault.cases.get(case)
    assert (shown.code, shown.lock) == (shut_code(case), CaseLock.SHUT)
    assert vault.search.find(LATIN).hits == ()
    assert {one.place + one.remark for one in vault.appointments.of_case(case)} == {""}
    assert {one.place + one.remark for one in vault.appointments.series_of_case(case)} == {""}
    vault.close()


@pytest.mark.usefixtures("quick")
def test_no_beginning_of_a_word_stays_in_the_branches_of_the_index(desk, opened):
    """FTS5 keeps there how the first word of a leaf began, even when that word is gone."""
    chance = random.Random(7)

    def words(count):
        return ["".join(chance.choices(string.ascii_lowercase, k=16)) for _ in range(count)]

    mine, theirs, secret = desk.case("A"), desk.case("B"), []
    for _ in range(2):
        secret += (said := words(900))
        desk.signed(mine, " ".join(said))
        desk.signed(theirs, " ".join(words(900)))

    def branches():
        rows = opened.connection.execute("SELECT term FROM words_idx").fetchall()
        return [bytes(row[0])[1:].decode() for row in rows]

    def hits():
        return [one for one in branches() if one and any(w.startswith(one) for w in secret)]

    assert hits(), "none of its words stands first on a leaf"
    give(desk, mine)
    assert hits() == []
    pages = plain_pages(opened.folder / "vault.db", opened.raw_key())
    assert [one for one in secret if one[:10].encode() in pages] == []
    opened.connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    kept = [one.body.text() for one in opened.notes.of_case(theirs)]
    for word in kept[0].split()[::7]:
        assert opened.search.count(word) == 1, word


@pytest.mark.promise(16)
def test_a_backup_made_while_it_is_shut_holds_nothing_readable_either(desk, door, place, tmp_path):
    case, vault = full_case(desk), desk.vault
    old, raw_key = wrapped(vault, case), vault.raw_key()
    give(desk, case)
    case_locks.shut(vault, desk.clock, case)
    keeping, file = keeper.FolderKeeper(), tmp_path / "b.xinxia"
    assert keeping.back_up(vault, file)["case_locks"] == 1
    keeping.restore(file, tmp_path / "again")
    restored = door.open(tmp_path / "again", PASSWORD).vault
    assert keeping.verify_backup(file, restored) == []
    for path in (file, *(tmp_path / "again").rglob("*")):
        assert path.is_dir() or not leaks(path.read_bytes())
    pages = plain_pages(tmp_path / "again" / "vault.db", raw_key)
    assert leaks(pages) == []
    assert old not in pages
    assert restored.cases.get(case).shut
    case_locks.open_case(restored, desk.clock, case, WORD)
    assert restored.notes.of_case(case)[0].body.text() == CANARY
    restored.close()


@pytest.mark.usefixtures("quick")
def test_nothing_is_written_anew_but_the_wrap(desk, opened):
    case = full_case(desk)
    before = {name: contents.read(opened.connection)[name] for name in TABLES}
    key = opened._case_keys.reveal(case)

    def same():
        now = contents.read(opened.connection)
        assert {name: now[name] for name in before} == before
        assert opened._case_keys.reveal(case) == key

    wraps = {wrapped(opened, case)}
    give(desk, case, recovery=True)
    same()
    wraps.add(wrapped(opened, case))
    case_locks.change_password(opened, desk.clock, case, WORD, OTHER, recovery=False)
    same()
    wraps.add(wrapped(opened, case))
    pages = plain_pages(opened.folder / "vault.db", opened.raw_key())
    assert sum(one in pages for one in wraps) == 1, "an old wrap is still there"
    case_locks.remove_password(opened, desk.clock, case, OTHER)
    same()
    opened._case_keys.drop(case)
    assert opened.notes.of_case(case)[0].body.text() == CANARY
    told = [one.kind for one in opened.audit.entries(3)]
    assert told == [
        AuditKind.CASE_LOCK_REMOVED,
        AuditKind.CASE_LOCK_CHANGED,
        AuditKind.CASE_LOCK_SET,
    ]


@pytest.mark.usefixtures("quick")
@pytest.mark.promise(5)
@pytest.mark.parametrize("text", ["䶮𬱖ㄅ\u202e😀 \x00\ud800", " 先\n\t后 "])
def test_drafts_come_back_byte_by_byte_whatever_the_lock_does(desk, opened, text):
    case = desk.case()
    note, signed = desk.draft(case, text), desk.signed(case, "签了")
    notes.save_amendment_draft(opened, desk.clock, signed, text)
    opened.cases.keep_draft(case, "review", {"t": text}, desk.clock.at)

    def same():
        assert opened.notes.get(note).body == body(text)
        assert opened.notes.amendment_draft(signed) == text
        assert opened.cases.draft(case, "review") == {"t": text}

    give(desk, case)
    same()
    case_locks.shut(opened, desk.clock, case)
    with pytest.raises(CaseLocked):
        opened.notes.get(note)
    with pytest.raises(CaseLocked):
        desk.save(note, "不该写进去")
    case_locks.open_case(opened, desk.clock, case, WORD)
    same()
    desk.save(note, text * 2)
    desk.save(note, text)
    case_locks.remove_password(opened, desk.clock, case, WORD)
    same()


@pytest.mark.usefixtures("quick")
@pytest.mark.promise(1, 14)
@pytest.mark.parametrize(
    "moment", ["leave_index", "_rewrap", "_seal_to_recovery", "forget_deleted"]
)
def test_killed_at_any_step_it_is_locked_whole_or_not_at_all(desk, door, place, clock, moment):
    case = desk.case()
    for text in ("斑马 zebra", "条纹 stripes"):
        desk.signed(case, text)
    old, raw_key = wrapped(desk.vault, case), desk.vault.raw_key()
    desk.vault.close()
    child = fork()
    if not child:  # the child never comes back into pytest
        try:
            die_in(door.open_with_recovery(place, RECOVERY_TEXT).vault, clock, case, moment)
        finally:
            os._exit(1)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
    vault = door.open_with_recovery(place, RECOVERY_TEXT).vault
    vault.connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    rows = vault.connection.execute("SELECT count(*) FROM case_locks").fetchone()[0]
    if moment == "forget_deleted":  # it was committed
        assert (vault.cases.get(case).lock, rows) == (CaseLock.SHUT, 1)
        assert vault.search.find("zebra").hits == ()
        vault.forget_deleted()
        pages = plain_pages(place / "vault.db", raw_key)
        assert b"zebra" not in pages
        assert old not in pages
        case_locks.open_case(vault, clock, case, WORD)
    else:
        assert (vault.cases.get(case).lock, rows) == (CaseLock.NONE, 0)
        assert len(vault.search.find("zebra").hits) == 1
        assert vault.search.count("条纹") == 1
    assert [one.body.text() for one in vault.notes.of_case(case)] == ["斑马 zebra", "条纹 stripes"]
    assert keeper.FolderKeeper().verify(vault) == []
    vault.close()


def die_in(vault, clock, case, moment):
    """In the child: give the case a password and be killed after one step of it."""
    owner = next(one for one in (CaseLockRows, NoteRows, type(vault)) if moment in one.__dict__)
    real = getattr(owner, moment)

    def last(*given, **named):
        if moment != "forget_deleted":
            real(*given, **named)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(owner, moment, last)
    case_locks.set_password(vault, clock, case, WORD, recovery=True)


@pytest.mark.usefixtures("quick")
@pytest.mark.promise(22)
def test_wrong_passwords_wait_longer_and_longer_and_the_right_one_always_opens(
    desk, door, place, clock
):
    case, other = desk.case("A"), desk.case("B")
    give(desk, case)
    give(desk, other, OTHER)
    for one in (case, other):
        case_locks.shut(desk.vault, clock, one)
    waits = []
    for _ in range(5):
        clock.pass_(desk.vault.case_locks.wait_left(case))
        with pytest.raises(WrongPassword) as refused:
            case_locks.open_case(desk.vault, clock, case, "不是这一句 either")
        waits.append(refused.value.wait_seconds)
    assert waits == [0.0, 0.0, 1.0, 3.0, 10.0]
    with pytest.raises(TooManyTries):
        case_locks.open_case(desk.vault, clock, case, WORD)
    case_locks.open_case(desk.vault, clock, other, OTHER)  # each case waits for itself
    assert case_locks.page(desk.vault, case).wait == pytest.approx(10.0)
    desk.vault.close()
    vault = door.open_with_recovery(place, RECOVERY_TEXT).vault  # a new start ends no wait
    with pytest.raises(TooManyTries) as refused:
        case_locks.open_case(vault, clock, case, WORD)
    assert refused.value.wait_seconds == pytest.approx(10.0)
    clock.pass_(10)
    case_locks.open_case(vault, clock, case, WORD)
    assert vault.cases.get(case).lock is CaseLock.OPEN
    assert not list(place.glob(tries.CASE_NAMES))
    vault.close()


@pytest.mark.promise(23)
def test_a_password_in_another_normal_form_is_the_same(desk, opened):
    case = desk.case()
    give(desk, case, "e\u0301tude 与 o\u0308dland")
    case_locks.shut(opened, desk.clock, case)
    case_locks.open_case(opened, desk.clock, case, "\u00e9tude 与 \u00f6dland")
    assert opened.cases.get(case).lock is CaseLock.OPEN


def test_weak_passwords_and_the_vaults_own_are_refused(desk, opened):
    case = desk.case()
    for word, reason in (("short", "short"), ("12345678", "common"), (PASSWORD, "vault")):
        with pytest.raises(WeakPassword) as refused:
            give(desk, case, word)
        assert refused.value.reason == reason
    assert opened.cases.get(case).lock is CaseLock.NONE
    give(desk, case)
    with pytest.raises(CaseLockedAlready):
        give(desk, case, OTHER)
    with pytest.raises(WeakPassword):
        case_locks.change_password(opened, desk.clock, case, WORD, "short", recovery=False)
    free = desk.case("B")
    for refused_act in (
        lambda: case_locks.open_case(opened, desk.clock, free, WORD),
        lambda: case_locks.remove_password(opened, desk.clock, free, WORD),
    ):
        with pytest.raises(CaseLockMissing):
            refused_act()
    case_locks.shut(opened, desk.clock, free)
    assert opened.cases.get(free).lock is CaseLock.NONE
    with pytest.raises(KeyError):
        opened.case_locks.stands(99)


@pytest.mark.usefixtures("quick")
def test_it_is_changed_and_removed_only_with_the_present_password(desk, opened):
    case = desk.case()
    give(desk, case)
    for act in (
        lambda word: case_locks.change_password(
            opened, desk.clock, case, word, OTHER, recovery=False
        ),
        lambda word: case_locks.remove_password(opened, desk.clock, case, word),
    ):
        with pytest.raises(WrongPassword):
            act("不是这一句 either")
        case_locks.shut(opened, desk.clock, case)
        with pytest.raises(CaseLocked):
            act(WORD)
        case_locks.open_case(opened, desk.clock, case, WORD)
    case_locks.change_password(opened, desk.clock, case, WORD, OTHER, recovery=False)
    case_locks.shut(opened, desk.clock, case)
    with pytest.raises(WrongPassword):
        case_locks.open_case(opened, desk.clock, case, WORD)
    case_locks.open_case(opened, desk.clock, case, OTHER)
    refused = opened.audit.page(9, case_id=case, kinds=(AuditKind.CASE_REFUSED,))
    assert len(refused) == 3  # to change it, to remove it, to open it (clause 135)


@pytest.mark.usefixtures("quick")
@pytest.mark.promise(25)
def test_the_recovery_key_opens_it_only_if_that_was_chosen(desk, opened):
    with_it, without = desk.case("A"), desk.case("B")
    give(desk, with_it, recovery=True)
    give(desk, without, OTHER)
    for case in (with_it, without):
        case_locks.shut(opened, desk.clock, case)
    with pytest.raises(RecoveryNotChosen):
        case_locks.open_with_recovery(opened, desk.clock, without, RECOVERY_TEXT)
    with pytest.raises(RecoveryKeyMistyped):
        case_locks.open_with_recovery(opened, desk.clock, with_it, "ABC")
    with pytest.raises(WrongPassword):
        case_locks.open_with_recovery(
            opened, desk.clock, with_it, "".join(to_groups(bytes(range(1, 21))))
        )
    case_locks.open_with_recovery(opened, desk.clock, with_it, RECOVERY_TEXT)
    assert opened.cases.get(with_it).code == "A"
    shown = case_locks.page(opened, with_it)
    assert (shown.recovery, shown.asks) == (True, False)
    assert case_locks.page(opened, without).asks
    # She forgot the old one: it is not asked for.
    case_locks.change_password(opened, desk.clock, with_it, "", OTHER, recovery=True)
    case_locks.shut(opened, desk.clock, with_it)
    assert case_locks.page(opened, with_it).asks
    case_locks.open_case(opened, desk.clock, with_it, OTHER)
    assert AuditKind.CASE_UNLOCKED_BY_RECOVERY in {one.kind for one in opened.audit.entries()}


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("by_key", [False, True])
def test_the_present_password_of_a_case_is_no_new_one(desk, opened, by_key):
    """But it may be kept where the recovery key is to open the case from now on, or no more."""
    case = desk.case()
    give(desk, case, recovery=True)
    old, before = WORD, wrapped(opened, case)
    if by_key:
        old = ""
        case_locks.shut(opened, desk.clock, case)
        case_locks.open_with_recovery(opened, desk.clock, case, RECOVERY_TEXT)
    with pytest.raises(WeakPassword) as refused:
        case_locks.change_password(opened, desk.clock, case, old, WORD, recovery=True)
    assert refused.value.reason == "same"
    assert wrapped(opened, case) == before
    case_locks.change_password(opened, desk.clock, case, old, WORD, recovery=False)
    assert not case_locks.page(opened, case).recovery


def another_key(vault, secret):
    """Put a new recovery key into the header, as a change of it does."""
    found, _ = header.read(vault.folder)
    slot = header.random_slot(found.vault_id, keys.random_key(), header.RECOVERY, secret)
    header.put(vault.folder, found.with_slot(slot))


@pytest.mark.usefixtures("quick")
@pytest.mark.promise(25)
def test_a_new_recovery_key_takes_the_place_of_the_old_one(desk, opened, clock):
    """With the old key at hand all follow; without it, each when its password is next given."""
    cases = [desk.case(code) for code in "ABC"]
    for case in cases:
        give(desk, case, recovery=True)
    give(desk, plain := desk.case("D"), recovery=False)
    for case in cases[1:]:
        case_locks.shut(opened, clock, case)
    second, third = bytes(range(40, 60)), bytes(range(60, 80))
    another_key(opened, second)
    assert not case_locks.page(opened, cases[0]).recovery_known
    with pytest.raises(RecoveryUnknown):
        give(desk, desk.case("E"), recovery=True)
    with opened.transaction():
        opened.case_locks.renew_recovery(second)
    assert opened.case_locks.stale() == cases[1:], "the open one is sealed anew, the shut are not"
    assert case_locks.page(opened, cases[1]).stale
    assert not case_locks.page(opened, plain).stale
    case_locks.open_case(opened, clock, cases[1], WORD)
    assert opened.case_locks.stale() == cases[2:]
    with opened.transaction():
        opened.case_locks.renew_recovery(second, bytes(range(20)))
    assert opened.case_locks.stale() == []
    another_key(opened, third)
    with opened.transaction():
        opened.case_locks.renew_recovery(third, second)
    for case in cases:
        case_locks.shut(opened, clock, case)
        with pytest.raises(WrongPassword):
            case_locks.open_with_recovery(opened, clock, case, RECOVERY_TEXT)
        case_locks.open_with_recovery(opened, clock, case, "".join(to_groups(third)))


@pytest.mark.promise(25)
@pytest.mark.parametrize("by_key", [True, False])
def test_a_changed_recovery_key_opens_the_locked_cases_too(desk, opened, by_key):
    case = desk.case()
    give(desk, case, recovery=True)
    if by_key:
        case_locks.shut(opened, desk.clock, case)
    proof = Proof(RECOVERY_TEXT, recovery=True) if by_key else Proof(PASSWORD)
    groups = to_groups(bytes(range(50, 70)))
    ways_in.renew_recovery(opened, desk.clock, proof, groups)
    assert opened.case_locks.stale() == []
    case_locks.shut(opened, desk.clock, case)
    case_locks.open_with_recovery(opened, desk.clock, case, "".join(groups))
    assert opened.cases.get(case).code == "A-01"


def test_without_the_half_that_locks_the_recovery_key_is_not_offered_until_it_was_used(
    desk, door, place
):
    case = desk.case()
    desk.vault.connection.execute("DELETE FROM recovery_half")
    assert not case_locks.page(desk.vault, case).recovery_known
    with pytest.raises(RecoveryUnknown):
        give(desk, case, recovery=True)
    assert desk.vault.cases.get(case).lock is CaseLock.NONE
    desk.vault.close()
    with_password = door.open(place, PASSWORD).vault
    assert not case_locks.page(with_password, case).recovery_known
    with_password.close()
    with_key = door.open_with_recovery(place, RECOVERY_TEXT).vault
    assert case_locks.page(with_key, case).recovery_known
    with_key.close()


@pytest.mark.usefixtures("quick")
def test_a_planted_half_is_put_right_when_the_recovery_key_opens_the_vault(desk, door, place):
    """Somebody with the vault's password put his own half there before."""
    case = desk.case()
    desk.vault.connection.execute("UPDATE recovery_half SET public = randomblob(32)")
    desk.vault.close()
    vault = door.open_with_recovery(place, RECOVERY_TEXT).vault
    case_locks.set_password(vault, desk.clock, case, WORD, recovery=True)
    case_locks.shut(vault, desk.clock, case)
    case_locks.open_with_recovery(vault, desk.clock, case, RECOVERY_TEXT)
    assert vault.cases.get(case).code == "A-01"
    vault.close()


@pytest.mark.usefixtures("quick")
def test_forged_parameters_and_a_lost_row_are_refused(desk, opened):
    case = desk.case()
    give(desk, case)
    case_locks.shut(opened, desk.clock, case)
    opened.connection.execute("UPDATE case_locks SET memory_kib = 8")
    with pytest.raises(HeaderForged):
        case_locks.open_case(opened, desk.clock, case, WORD)
    opened.connection.execute("DELETE FROM case_locks")
    with pytest.raises(VaultDamaged):
        case_locks.open_case(opened, desk.clock, case, WORD)


@pytest.mark.usefixtures("quick")
def test_a_log_that_cannot_be_emptied_is_said_to_hold_something(desk, opened):
    """Another reader, such as a backup that runs, holds the log back."""
    case = desk.case()
    desk.signed(case, "斑马 zebra")
    reader = database.connect(opened.folder / "vault.db", opened.raw_key())
    opened.connection.execute("PRAGMA busy_timeout = 1")
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM notes").fetchone()
    assert give(desk, case) is False
    reader.close()
    assert opened.forget_deleted() is True
    assert b"zebra" not in plain_pages(opened.folder / "vault.db", opened.raw_key())


@pytest.mark.usefixtures("quick")
@pytest.mark.promise(4)
def test_a_full_disk_keeps_no_case_shut(desk, opened, monkeypatch):
    """The count of wrong passwords and a new seal for the recovery key can wait; she cannot."""
    case = desk.case()
    give(desk, case, recovery=True)
    another_key(opened, bytes(range(40, 60)))
    opened.case_locks.learn_recovery(bytes(range(40, 60)))
    case_locks.shut(opened, desk.clock, case)

    def full(*_):
        raise files.DiskFull

    monkeypatch.setattr(CaseLockRows, "_seal_to_recovery", full)
    case_locks.open_case(opened, desk.clock, case, WORD)
    assert opened.case_locks.stale() == [case]
    assert opened.cases.get(case).code == "A-01"


@pytest.mark.usefixtures("quick")
@pytest.mark.promise(13)
def test_a_lost_header_keeps_no_case_shut(desk, opened):
    case = desk.case()
    give(desk, case, recovery=True)
    case_locks.shut(opened, desk.clock, case)
    for name in (header.NAME, header.COPY):
        (opened.folder / name).unlink()
    shown = case_locks.page(opened, case)
    assert (shown.recovery, shown.recovery_known, shown.stale) == (True, False, False)
    case_locks.open_with_recovery(opened, desk.clock, case, RECOVERY_TEXT)
    case_locks.shut(opened, desk.clock, case)
    case_locks.open_case(opened, desk.clock, case, WORD)
    assert opened.cases.get(case).code == "A-01"


@pytest.mark.usefixtures("quick")
@pytest.mark.clause("132")
def test_search_reads_an_open_locked_case_and_counts_a_shut_one(desk, opened, clock):
    mine, theirs = desk.case("A"), desk.case("B", Profile(name="禾木"))
    note = desk.signed(mine, "焦虑 之一")
    desk.amend(note, "焦虑 补充")
    notes.save_amendment_draft(opened, clock, note, "焦虑 没写完")
    desk.draft(mine, "焦虑 草稿")
    desk.signed(theirs, "焦虑 别人")
    found = opened.search.find("焦虑")
    assert (len(found.hits), found.unsearched, opened.search.count("焦虑")) == (5, 0, 5)
    give(desk, mine)
    assert opened.connection.execute("SELECT count(*) FROM indexed").fetchone()[0] == 1
    draft = desk.draft(mine, "焦虑 又一篇")
    notes.leave(opened, draft)
    fresh = desk.signed(mine, "焦虑 加锁以后签的")
    assert opened.connection.execute("SELECT count(*) FROM indexed").fetchone()[0] == 1
    found = opened.search.find("焦虑")
    assert (len(found.hits), found.unsearched, opened.search.count("焦虑")) == (7, 0, 7)
    assert found.hits[0].note_id == fresh
    assert [one.unfinished for one in found.hits].count(True) == 1
    page = opened.search.find("焦虑", 3, 3)
    assert page.hits == found.hits[3:6]
    assert page.more
    case_locks.shut(opened, clock, mine)
    notes_left = opened.search.find("焦虑")
    assert [one.case_id for one in notes_left.hits] == [theirs]
    assert (notes_left.unsearched, opened.search.count("焦虑")) == (1, 1)
    opened.search.settle(draft)  # as at a lock: of a shut case no word is asked for
    case_locks.open_case(opened, clock, mine, WORD)
    case_locks.remove_password(opened, clock, mine, WORD)
    found = opened.search.find("焦虑")
    assert (len(found.hits), found.unsearched, opened.search.count("焦虑")) == (7, 0, 7)
    opened.connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")


@pytest.mark.usefixtures("quick")
def test_the_consent_of_a_locked_case_stays_final(desk, opened):
    case = desk.case()
    desk.consent(case, ConsentState.SIGNED)
    give(desk, case)
    with pytest.raises(database.Error):
        opened.connection.execute("UPDATE consents SET sealed = zeroblob(9)")
    assert Desk(opened, desk.clock, make_tools(desk.clock)).vault.consents.of_case(case)[0].final


@pytest.mark.usefixtures("quick")
@pytest.mark.promise(44)
def test_a_case_whose_password_is_lost_can_still_be_destroyed(desk, opened):
    """It is named by its number: nobody can know its code any more."""
    case = full_case(desk)
    give(desk, case)
    case_locks.shut(opened, desk.clock, case)
    wrap = wrapped(opened, case)
    seen = destruction.prospect(opened, desk.clock, case)
    assert (seen.case.code, seen.name) == (shut_code(case), "")
    destruction.mark(opened, desk.clock, case, EARLY)
    with desk.without_password():
        destruction.destroy(opened, desk.clock, case, ("", shut_code(case)))
    assert opened.cases.all() == []
    rows = opened.connection.execute("SELECT count(*) FROM case_locks").fetchone()
    assert rows == (0,)
    assert wrap not in plain_pages(opened.folder / "vault.db", opened.raw_key())

"""Private reflections are sealed, deleted by themselves, destroyed, backed up and salvaged."""

from __future__ import annotations

import pytest

from app.domain.audit import AuditKind
from app.domain.case import ServiceMode
from app.domain.client import Profile
from app.domain.destruction import Counted, Holding
from app.domain.errors import CaseLocked
from app.domain.ids import ReflectionId
from app.services import case_locks, cases, reflections
from app.services.reflections import Writing
from storage.keeper import FolderKeeper
from storage.meter import nobody
from tests.vault.fixtures import RECOVERY_TEXT
from tests.vault.test_destruction import CODE, WORD, Traces, destroy, fill, pages_of

KEEPER = FolderKeeper()
ODD = "😀䶮𬱖ㄅ\u202e反移情\u202c\u00a0\ud800\n"


@pytest.fixture
def case(desk):
    return desk.case(CODE)


def write(desk, case, text, session_id=None):
    writing = Writing(case, session_id)
    reflections.keep(desk.vault, desk.clock, writing, text)
    return writing


def session_of(desk, note_id):
    return desk.vault.notes.get(note_id).session_id


def rows(vault):
    return vault.connection.execute("SELECT count(*) FROM reflections").fetchone()[0]


def test_every_character_comes_back_the_newest_first(desk, case):
    session = session_of(desk, desk.draft(case, "谈到睡眠"))
    one, two = write(desk, case, ODD, session), write(desk, case, "整个个案")
    write(desk, desk.case("B-02"), "别的")
    kept = desk.vault.reflections.of_case(case)
    assert [(r.id, r.session_id, r.text) for r in kept] == [
        (two.id, None, "整个个案"),
        (one.id, session, ODD),
    ]
    desk.clock.pass_(60)
    reflections.keep(desk.vault, desk.clock, one, "改过")
    again = desk.vault.reflections.get(one.id)
    assert (again.text, again.updated_at > again.created_at) == ("改过", True)


def test_one_that_is_not_there_is_neither_read_nor_changed(desk):
    for work in (desk.vault.reflections.get, lambda i: desk.vault.reflections.change(i, "", None)):
        with pytest.raises(KeyError):
            work(ReflectionId(7))
    desk.vault.reflections.remove(ReflectionId(7))


@pytest.mark.promise(43)
def test_a_deleted_one_is_in_no_page_any_more_and_the_trail_says_so(desk, opened, case):
    writing = write(desk, case, f"我觉得 {WORD}")
    note = desk.signed(case, "记录")
    sealed = opened.connection.execute("SELECT sealed FROM reflections").fetchone()[0]
    assert WORD.encode() not in sealed

    def traces():
        return sum(page.count(sealed[:48]) for page in pages_of(opened))

    assert traces()
    number = writing.id
    assert reflections.remove(opened, desk.clock, writing)
    assert (rows(opened), traces(), writing.id) == (0, 0, None)
    newest = opened.audit.entries()[0]
    assert (newest.kind, newest.case_id, newest.subject) == (
        AuditKind.REFLECTION_REMOVED,
        case,
        number,
    )
    assert opened.notes.get(note).seal is not None
    assert reflections.remove(opened, desk.clock, writing)


@pytest.mark.promise(43)
@pytest.mark.promise(44)
def test_it_is_destroyed_with_its_case_and_counted(desk, opened):
    case = fill(desk)
    session = opened.sessions.of_case(case)[0].id
    write(desk, case, f"札记 {WORD}", session)
    write(desk, case, f"札记 {WORD}")
    assert Counted(Holding.REFLECTIONS, 3) in opened.destructions.held(case)  # one was there
    traces = Traces.of(opened, case)
    blobs = opened.connection.execute("SELECT sealed FROM reflections").fetchall()
    traces.blobs += [row[0] for row in blobs]
    assert all(any(blob[:48] in page for page in pages_of(opened)) for (blob,) in blobs)
    made = destroy(opened, desk.clock, case)
    assert Counted(Holding.REFLECTIONS, 3) in made.destruction.held
    assert (rows(opened), traces.found(pages_of(opened))) == (0, 0)


def test_a_case_with_one_is_not_empty(desk):
    case = cases.open_case(desk.vault, desk.clock, "空", ServiceMode.ONLINE, Profile()).id
    assert desk.vault.cases.only_form(case)
    write(desk, case, "第一印象")
    assert not desk.vault.cases.only_form(case)


def test_it_comes_back_out_of_a_backup(desk, opened, door, tmp_path, case):
    write(desk, case, ODD)
    target, place = tmp_path / "practice.xinxia", tmp_path / "again"
    KEEPER.back_up(opened, target)
    KEEPER.restore(target, place)
    again = door.open_with_recovery(place, RECOVERY_TEXT).vault
    try:
        assert [one.text for one in again.reflections.of_case(case)] == [ODD]
    finally:
        again.close()


@pytest.mark.promise(11)
def test_a_salvage_brings_it_out_and_makes_its_lost_session_again(desk, opened, door, tmp_path):
    case = desk.case(CODE)
    session = session_of(desk, desk.draft(case, "谈到睡眠"))
    write(desk, case, ODD, session)
    opened.connection.execute("PRAGMA foreign_keys = OFF")
    opened.connection.execute("DELETE FROM notes")
    opened.connection.execute("DELETE FROM sessions")
    target = tmp_path / "salvaged"
    opened.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    KEEPER.salvaging(opened, target)(nobody)
    again = door.open_with_recovery(target, RECOVERY_TEXT).vault
    try:
        (kept,) = again.reflections.of_case(case)
        assert (kept.text, kept.session_id) == (ODD, session)
        assert again.sessions.get(session).case_id == case
    finally:
        again.close()


class TestLocked:
    """A case with a password of its own keeps its reflections shut, too."""

    @pytest.fixture
    def shut(self, desk, case):
        write(desk, case, f"札记 {WORD}")
        case_locks.set_password(desk.vault, desk.clock, case, "另一把钥匙 27 号", recovery=False)
        desk.vault.case_locks.shut(case)
        return case

    def test_nothing_of_it_can_be_read_or_found(self, desk, shut):
        with pytest.raises(CaseLocked):
            reflections.page(desk.vault, desk.clock, shut)
        with pytest.raises(CaseLocked):
            desk.vault.reflections.of_case(shut)
        assert reflections.find(desk.vault, WORD) == ()

    def test_it_is_found_once_the_case_is_open(self, desk, shut):
        desk.vault.case_locks.open(shut, "另一把钥匙 27 号")
        assert len(reflections.find(desk.vault, WORD)) == 1

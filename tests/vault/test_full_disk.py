"""A full disk: what was saved stays, what was not is said, and the old file is never lost."""

from __future__ import annotations

import json
import os
import tarfile
import zlib
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain import pause
from app.domain.appointment import Booking
from app.domain.audit import AuditKind
from app.domain.case import ServiceMode
from app.domain.consent import ConsentState
from app.domain.errors import DiskFull, TooManyTries, WrongPassword
from app.domain.note import NotePart, NoteTemplate, TemplatePart
from app.domain.proof import Proof
from app.domain.session import SessionTime
from app.ports import Space
from app.services import (
    appointments,
    backups,
    case_locks,
    case_removal,
    cases,
    consents,
    crises,
    destruction,
    measures,
    notes,
    safety_plans,
    scales,
    today,
    vaults,
    ways_in,
)
from storage import backup, files, keeper, reserve, tries, vault
from storage.meter import nobody
from tests.small_disk import BALLAST, fill_up, mounted, write_until_full
from tests.vault.fixtures import (
    EARLY,
    PASSWORD,
    RECOVERY,
    RECOVERY_TEXT,
    Desk,
    body,
    floor,
    make_tools,
)

pytestmark = [pytest.mark.promise(3), pytest.mark.promise(4)]
MIB = 1024 * 1024


@pytest.fixture
def small(tmp_path):
    """A disk of 3 MiB."""
    with mounted(tmp_path / "disk", 3) as folder:
        yield folder


def test_saving_on_a_full_disk_is_refused_and_nothing_saved_is_lost(small, door, clock, tools):
    opened = door.create(small / "vault", PASSWORD, RECOVERY).vault
    desk = Desk(opened, clock, tools)
    note = desk.draft(desk.case(), "最后保存的")
    ballast = fill_up(small)
    refused = 0
    for _ in range(40):
        try:
            desk.save(note, "写不下 " * 20_000)
        except DiskFull:
            refused += 1
    assert refused
    kept = opened.notes.get(note).body
    assert kept in (body("最后保存的"), body("写不下 " * 20_000))
    vaults.lock(opened, clock, note)
    ballast.unlink()
    again = door.open_with_recovery(small / "vault", RECOVERY_TEXT).vault
    assert again.notes.get(note).body == kept
    assert keeper.FolderKeeper().verify(again) == []
    notes.save_draft(again, clock, note, body("又能写了"))
    assert again.notes.get(note).body == body("又能写了")
    again.close()


def test_a_file_on_a_full_disk_stays_as_it_was(small):
    files.write_private(small / "a", b"old" * 1000)
    fill_up(small)
    with pytest.raises(DiskFull):
        files.write_private(small / "a", b"new" * 100_000)
    assert (small / "a").read_bytes() == b"old" * 1000
    assert {one.name for one in small.iterdir()} == {"a", "ballast"}


def test_a_vault_is_not_made_on_a_full_disk(small, door):
    (small / "v").mkdir()
    ballast = fill_up(small)
    with pytest.raises(DiskFull):
        door.create(small / "v", PASSWORD, RECOVERY)
    assert list((small / "v").iterdir()) == []
    ballast.unlink()
    door.create(small / "v", PASSWORD, RECOVERY).vault.close()


@pytest.mark.promise(16)
def test_a_backup_onto_a_full_disk_leaves_the_last_one(small, desk, opened):
    guard = keeper.FolderKeeper()
    desk.draft(desk.case(), "第一次")
    guard.back_up(opened, small / "b.tar")
    good = (small / "b.tar").read_bytes()
    fill_up(small)
    with pytest.raises(DiskFull):
        guard.back_up(opened, small / "b.tar", replace=True)
    assert (small / "b.tar").read_bytes() == good
    assert {one.name for one in small.iterdir()} == {"b.tar", "ballast"}


@pytest.mark.promise(16)
def test_a_copy_that_fits_into_its_log_and_not_into_its_file_is_refused(small, desk, opened):
    """It could be read through its log and passed every check; then the log was left behind."""
    desk.draft(desk.case(), "每一个字 " * 90_000)
    opened.forget_deleted()
    room = 3 * MIB - (opened.folder / vault.DATABASE).stat().st_size
    with (small / "ballast").open("wb") as file:
        file.write(bytes(room // 2))
    with pytest.raises(DiskFull):
        backup.copy_database(opened.connection, small / "copy.db", opened.raw_key())
    assert {one.name for one in small.iterdir()} == {"ballast"}


def test_a_lock_closes_the_vault_even_when_the_disk_takes_nothing(small, door, clock):
    opened = vaults.create(door, clock, small / "v", PASSWORD, RECOVERY).vault
    fill_up(small)
    write_until_full(opened)
    vaults.lock(opened, clock, None)
    with pytest.raises(vault.database.Error):
        opened.cases.all()
    assert not (small / "v" / "vault.holder").exists()


@pytest.fixture
def full(small, door, clock, tools):
    """A counselor at work whose disk takes nothing any more, with a case and a signed note."""
    opened = door.create(small / "vault", PASSWORD, RECOVERY).vault
    at_work = Desk(opened, clock, tools)
    case = at_work.case()
    note = at_work.signed(case, "签过的")
    fill_up(small)
    write_until_full(opened)
    yield at_work, case, note
    (small / "ballast").unlink(missing_ok=True)
    opened.close()


def happened(at_work, since):
    """Return what the trail holds after line `since`, oldest first."""
    lines = [one for one in at_work.vault.audit.entries() if one.id > since]
    return [(one.kind, one.at, one.case_id, one.subject) for one in reversed(lines)]


def test_on_a_full_disk_everything_saved_can_be_read(full, clock):
    at_work, case, note = full
    assert notes.page(at_work.vault, clock, note).note.body == body("签过的")
    page = cases.case_page(at_work.vault, clock, case)
    assert [one.note.body for one in page.notes] == [body("签过的")]
    assert at_work.vault.audit.behind()


@pytest.mark.clause("113", "132")
def test_what_was_read_on_a_full_disk_is_in_the_trail_once_there_is_room(full, small, clock):
    at_work, case, note = full
    before = at_work.vault.audit.entries()[0].id
    read_at = clock.at
    notes.page(at_work.vault, clock, note)
    clock.pass_(60)
    cases.case_page(at_work.vault, clock, case)
    assert happened(at_work, before) == []
    (small / "ballast").unlink()
    clock.pass_(600)
    at_work.draft(case, "又能写了")
    late = [
        (AuditKind.NOTE_READ, read_at, case, note),
        (AuditKind.NOTE_READ, read_at + timedelta(seconds=60), case, None),
        (AuditKind.WRITTEN_LATER, clock.at, None, 2),
    ]
    assert happened(at_work, before)[1:-1] == late  # between two lines of the new draft
    assert not at_work.vault.audit.behind()
    assert at_work.vault.audit.intact()


@pytest.mark.clause("113")
def test_a_paper_that_left_on_a_full_disk_is_in_the_trail_once_there_is_room(full, small, clock):
    at_work, case, _ = full
    before = at_work.vault.audit.entries()[0].id
    measures.printed(at_work.vault, at_work.tools, case, None)
    scales.printed(at_work.vault, at_work.tools)
    safety_plans.printed(at_work.vault, clock, case)
    crises.printed(at_work.vault, at_work.tools, case)
    assert happened(at_work, before) == []
    (small / "ballast").unlink()
    assert at_work.vault.audit.catch_up()
    kinds = [kind for kind, *_ in happened(at_work, before)]
    assert kinds == [
        AuditKind.MEASURE_PRINTED,
        AuditKind.SCALE_PRINTED,
        AuditKind.SAFETY_PLAN_PRINTED,
        AuditKind.CRISIS_PRINTED,
        AuditKind.WRITTEN_LATER,
    ]


@pytest.mark.clause("113", "132")
def test_what_was_agreed_on_is_shown_on_a_full_disk_and_written_down_later(small, door, clock):
    opened, tools = door.create(small / "vault", PASSWORD, RECOVERY).vault, make_tools(clock)
    at_work = Desk(opened, clock, tools)
    case = at_work.case()
    plan = NoteTemplate("structured", "1", "结构化", (TemplatePart("plan", "约定"),))
    note = notes.start(opened, clock, case, SessionTime(clock.at - timedelta(days=7)), plan)
    said = replace(note.body, parts=(NotePart("plan", "约定", "睡前写下三件小事。"),))
    notes.save_draft(opened, clock, note.id, said)
    soon = Booking(case, clock.at + timedelta(minutes=5), ServiceMode.ONLINE, zone="Asia/Shanghai")
    appointments.book(opened, clock, soon)
    fill_up(small)
    write_until_full(opened)
    before = opened.audit.entries()[0].id
    assert today.today(opened, tools).ready.plan == "睡前写下三件小事。"
    assert happened(at_work, before) == []
    (small / "ballast").unlink()
    cases.case_page(opened, clock, case)
    kinds = [(kind, subject) for kind, _, _, subject in happened(at_work, before)]
    read, later = AuditKind.NOTE_READ, AuditKind.WRITTEN_LATER
    assert kinds == [(read, note.id), (later, 1), (read, None)]
    opened.close()


@pytest.mark.clause("113", "132")
def test_the_next_reading_writes_what_was_held_before_itself(full, small, clock):
    at_work, case, note = full
    before = at_work.vault.audit.entries()[0].id
    notes.page(at_work.vault, clock, note)
    (small / "ballast").unlink()
    cases.case_page(at_work.vault, clock, case)
    kinds = [(kind, subject) for kind, _, _, subject in happened(at_work, before)]
    read, later = AuditKind.NOTE_READ, AuditKind.WRITTEN_LATER
    assert kinds == [(read, note), (later, 1), (read, None)]


@pytest.mark.clause("113", "132")
def test_what_is_held_is_written_at_the_end_and_once(full, small, clock, door):
    at_work, _, note = full
    before = at_work.vault.audit.entries()[0].id
    notes.page(at_work.vault, clock, note)
    (small / "ballast").unlink()
    at_work.vault.close()
    again = Desk(door.open_with_recovery(small / "vault", RECOVERY_TEXT).vault, clock, None)
    kinds = [kind for kind, _, _, _ in happened(again, before)]
    assert kinds == [AuditKind.NOTE_READ, AuditKind.WRITTEN_LATER]
    assert again.vault.audit.intact()
    again.vault.close()


def test_a_signed_paper_is_read_on_a_full_disk(small, door, clock, tools):
    opened = door.create(small / "vault", PASSWORD, RECOVERY).vault
    at_work = Desk(opened, clock, tools)
    consent = at_work.consent(at_work.case(), ConsentState.SIGNED)
    (paper, *_) = opened.consents.documents(consent)
    fill_up(small)
    write_until_full(opened)
    assert consents.read_document(opened, tools, paper.id)
    assert opened.audit.behind()
    opened.close()


@pytest.mark.clause("113", "132")
def test_opening_on_a_full_disk_is_told_later(small, door, clock):
    vaults.create(door, clock, small / "vault", PASSWORD, RECOVERY).vault.close()
    fill_up(small)
    opened = vaults.unlock(door, clock, small / "vault", PASSWORD).vault
    assert opened.audit.behind()
    at = clock.at
    (small / "ballast").unlink()
    clock.pass_(5)
    assert opened.audit.catch_up()
    kinds = [(one.kind, one.at) for one in opened.audit.entries(limit=2)]
    assert kinds == [(AuditKind.WRITTEN_LATER, clock.at), (AuditKind.UNLOCKED, at)]
    opened.close()


@pytest.fixture
def shut(small, door):
    """A closed vault on a full disk."""
    door.create(small / "vault", PASSWORD, RECOVERY).vault.close()
    fill_up(small)
    return small / "vault"


@pytest.mark.promise(22)
def test_a_wrong_password_on_a_full_disk_is_a_wrong_password_and_counts(shut, door, clock):
    waits = []
    for _ in range(6):
        with pytest.raises(WrongPassword) as refused:
            door.open(shut, "wrong password")
        waits.append(refused.value.wait_seconds)
        assert door.wait_left(shut) == waits[-1]
        if waits[-1]:
            with pytest.raises(TooManyTries):
                door.open(shut, PASSWORD)
        clock.pass_(waits[-1])
    assert waits == [pause.pause_after(count) for count in range(1, 7)]
    assert waits[-1] > 0
    door.open(shut, PASSWORD).vault.close()
    assert door.wait_left(shut) == 0
    with pytest.raises(WrongPassword) as first:
        door.open(shut, "wrong password")
    assert first.value.wait_seconds == 0


@pytest.mark.promise(22)
def test_a_count_from_before_goes_on_where_the_disk_is_full(small, door, clock):
    place = small / "vault"
    door.create(place, PASSWORD, RECOVERY).vault.close()
    tries.Tries(place, clock)._write(8)
    ballast = fill_up(small)
    clock.boot = "another boot"  # the pause starts anew, and cannot be written down
    assert door.wait_left(place) == pause.pause_after(8)
    clock.pass_(pause.pause_after(8))
    assert door.wait_left(place) == 0
    with pytest.raises(WrongPassword) as refused:
        door.open(place, "wrong password")
    assert refused.value.wait_seconds == pause.pause_after(9)
    ballast.unlink()
    clock.pass_(pause.pause_after(9))
    with pytest.raises(WrongPassword) as refused:
        door.open(place, "wrong password")
    assert refused.value.wait_seconds == pause.pause_after(10)
    assert json.loads((place / tries.NAME).read_bytes())["failures"] == 10


@pytest.mark.promise(22)
def test_a_wrong_password_at_signing_is_said_on_a_full_disk(full):
    at_work, *_ = full
    with pytest.raises(WrongPassword):
        at_work.vault.check_password("wrong password")
    at_work.vault.check_password(PASSWORD)


# The reserve


def test_what_is_set_aside_is_really_there_and_no_more_than_a_sixteenth_of_the_disk(small, door):
    opened = door.create(small / "vault", PASSWORD, RECOVERY).vault
    kept = small / "vault" / reserve.NAME
    space = opened.space()
    assert space.reserve == kept.stat().st_size == 3 * 64 * 1024
    assert kept.stat().st_blocks * 512 >= space.reserve
    assert not space.full
    opened.close()
    assert reserve.Reserve(small).size() == 3 * 64 * 1024


def test_on_a_full_disk_a_case_can_still_be_deleted(full, small, clock):
    at_work, *_ = full
    kept = small / "vault" / reserve.NAME
    assert kept.exists()
    mistake = at_work_case(at_work, small)
    case_removal.remove(at_work.vault, clock, mistake)
    assert not kept.exists()
    assert mistake not in [one.id for one in at_work.vault.cases.all()]
    (small / BALLAST).unlink()
    assert at_work.vault.space().reserve == 3 * 64 * 1024
    assert kept.exists()


def at_work_case(at_work, small):
    """Open a case by mistake while there is a little room, then fill the disk again."""
    ballast = small / BALLAST
    with ballast.open("rb+") as file:
        file.truncate(ballast.stat().st_size - 128 * 1024)
    case = at_work.case("B-02")
    fill_up(small)
    write_until_full(at_work.vault)
    return case


def test_without_a_reserve_the_same_deletion_is_refused(full, small, clock, monkeypatch):
    """This is what the reserve is for: SQLite itself cannot delete on a full disk."""
    at_work, *_ = full
    mistake = at_work_case(at_work, small)
    monkeypatch.setattr(reserve.Reserve, "give_up", lambda _: False)
    with pytest.raises(DiskFull):
        case_removal.remove(at_work.vault, clock, mistake)


def test_a_lock_on_a_full_disk_keeps_what_was_being_written(full, small, door, clock):
    at_work, _, _ = full
    at_work.vault.make_room()
    draft = at_work.draft(at_work.case("L-01"), "锁定前的最后一句")
    vaults.lock(at_work.vault, clock, draft)
    again = door.open_with_recovery(small / "vault", RECOVERY_TEXT).vault
    assert again.settings.open_note() == draft
    assert again.notes.get(draft).body == body("锁定前的最后一句")
    again.close()


def test_the_reserve_comes_back_at_the_next_opening_and_is_in_no_backup(small, door, tmp_path):
    door.create(small / "vault", PASSWORD, RECOVERY).vault.close()
    (small / "vault" / reserve.NAME).unlink()
    (small / "vault" / ".reserve.part").write_bytes(b"half")
    opened = door.open_with_recovery(small / "vault", RECOVERY_TEXT).vault
    assert (small / "vault" / reserve.NAME).exists()
    assert not (small / "vault" / ".reserve.part").exists()
    keeper.FolderKeeper().back_up(opened, tmp_path / "b.tar")
    opened.close()
    with tarfile.open(tmp_path / "b.tar") as archive:
        assert reserve.NAME not in [Path(name).name for name in archive.getnames()]


def test_no_room_beside_it_means_no_reserve_and_no_refusal(small, door):
    (small / "much").write_bytes(bytes(3 * MIB - 500 * 1024))
    kept = reserve.Reserve(small)
    assert kept.keep()
    kept.path.unlink()
    fill_up(small)
    assert not kept.keep()
    assert not kept.give_up()
    assert kept.space() == Space(0, 0, low=True, full=True)
    assert sorted(one.name for one in small.iterdir()) == ["ballast", "much"]


def test_a_disk_that_refuses_half_way_leaves_no_half_reserve(small, monkeypatch):
    def refuse(*_):
        raise OSError(28, "full")

    monkeypatch.setattr(reserve, "_fill", refuse)
    assert not reserve.Reserve(small).keep()
    assert list(small.iterdir()) == []


def test_a_system_without_allocation_writes_what_no_file_system_can_squeeze(small, monkeypatch):
    monkeypatch.delattr(os, "posix_fallocate")
    assert reserve.Reserve(small).keep()
    data = (small / reserve.NAME).read_bytes()
    assert len(data) == 3 * 64 * 1024
    assert len(zlib.compress(data[: 64 * 1024])) > 64 * 1024


def test_a_folder_that_is_gone_takes_no_reserve_and_stops_nothing(tmp_path):
    gone = reserve.Reserve(tmp_path / "gone")
    assert not gone.is_full()
    assert not gone.keep()
    assert not gone.give_up()
    assert gone.held() == 0


@pytest.mark.promise(16)
@pytest.mark.parametrize("reserved", [True, False])
def test_a_full_vault_is_backed_up_to_another_disk(small, full, door, tmp_path, reserved):
    at_work, _, _ = full
    opened = at_work.vault
    if not reserved:
        (small / "vault" / reserve.NAME).unlink(missing_ok=True)
        fill_up(small)
        write_until_full(opened)
    guard = keeper.FolderKeeper()
    lease = backups.lease(opened, guard)
    folder = guard.adopt(lease, tmp_path / "drive")
    made = guard.back_up_folder(lease, folder, at_work.clock.now(), nobody)
    assert guard.back_up_file(lease, tmp_path / "b.tar", nobody).rows == made.rows
    lease.end()
    guard.restore_from(folder, tmp_path / "r", nobody)
    again = door.open_with_recovery(tmp_path / "r", RECOVERY_TEXT).vault
    assert guard.verify(again) == []
    again.close()


# What must not fail for want of room


@pytest.fixture
def crowded(tmp_path, clock, tools):
    """A disk of 20 MiB that is full, a vault with two cases on it, its log long, the reserve kept.

    The first case holds sixty long notes.
    """
    with mounted(tmp_path / "disk", 20) as folder:
        way = vault.FolderDoor(clock, floor, reserve.BYTES)
        opened = way.create(folder / "vault", PASSWORD, RECOVERY).vault
        at_work = Desk(opened, clock, tools)
        long, short = at_work.case("A-01"), at_work.case("B-01")
        for number in range(60):
            at_work.signed(long, "正文" * 2000 + str(number))
        at_work.signed(short, "短的一篇")
        fill_up(folder)
        with suppress(DiskFull):
            while True:
                at_work.signed(long, "正文" * 500)
        assert (folder / "vault" / reserve.NAME).exists()
        yield at_work, long, short
        opened.close()


@pytest.mark.promise(43)
@pytest.mark.promise(44)
def test_on_a_full_disk_a_long_case_is_marked_and_destroyed(crowded, clock):
    at_work, long, short = crowded
    destruction.mark(at_work.vault, clock, long, EARLY)
    done = destruction.destroy(at_work.vault, clock, long, (PASSWORD, "A-01"))
    assert done.finished
    assert [one.id for one in at_work.vault.cases.all()] == [short]
    assert (at_work.vault.folder / "vault.db-wal").stat().st_size == 0
    assert not at_work.vault.space().full
    assert keeper.FolderKeeper().verify(at_work.vault) == []


@pytest.mark.promise(26)
def test_on_a_full_disk_a_case_gets_changes_and_loses_its_password(crowded, clock):
    at_work, long, _ = crowded
    one, word, other = at_work.vault, "只有我 knows 这一句", "另外一句 quite different"
    case_locks.set_password(one, clock, long, word, recovery=False)
    case_locks.change_password(one, clock, long, word, other, recovery=False)
    case_locks.shut(one, clock, long)
    case_locks.open_case(one, clock, long, other)
    case_locks.remove_password(one, clock, long, other)
    assert one.notes.of_case(long)


@pytest.mark.promise(14)
def test_on_a_full_disk_the_password_can_be_changed(crowded, clock):
    at_work, *_ = crowded
    paper = Proof(RECOVERY_TEXT, recovery=True)
    ways_in.change_password(at_work.vault, clock, paper, "新的 一句 够长的话")
    at_work.vault.check_password("新的 一句 够长的话")

"""An older database under a newer header is noticed, and no crash is ever taken for one."""

from __future__ import annotations

import os
import signal
from dataclasses import replace

import pytest

from app.domain.audit import AuditKind
from app.domain.complaint import Complaint, Fault
from app.domain.errors import DiskFull
from storage import database, files, header, keeper
from storage.counter import Counter
from tests.modes import fork
from tests.vault.fixtures import RECOVERY_TEXT, Desk

pytestmark = pytest.mark.promise(9)


def enter(place, door):
    return door.open_with_recovery(place, RECOVERY_TEXT).vault


def session(place, door):
    """Open and close once, as on any day."""
    enter(place, door).close()


def older(place, door):
    """Put yesterday's database in the place of today's."""
    session(place, door)
    yesterday = (place / "vault.db").read_bytes()
    session(place, door)
    (place / "vault.db").write_bytes(yesterday)


def test_day_after_day_nothing_is_said(place, door):
    for _ in range(4):
        one = enter(place, door)
        assert one.condition().behind == 0
        assert one.condition().complaints == ()
        one.close()
    count = header.read(place)[0].count
    assert count is not None
    assert count.number == 9  # four times opened and closed, and closed once when it was made


def test_an_older_database_is_noticed_said_and_written_down(place, door):
    older(place, door)
    one = enter(place, door)
    assert one.condition().behind == 2
    assert one.condition().complaints == (Complaint(Fault.OLDER, 2),)
    assert not one.condition().read_only
    line = one.audit.entries(limit=1)[0]
    assert (line.kind, line.subject) == (AuditKind.OLDER_FOUND, 2)
    one.close()


def test_it_is_noticed_again_until_she_goes_on_with_it(place, door):
    older(place, door)
    session(place, door)
    one = enter(place, door)
    assert one.condition().behind == 2
    one.accept_older()
    assert one.condition().behind == 0
    assert one.condition().complaints == ()
    line = one.audit.entries(limit=1)[0]
    assert (line.kind, line.subject) == (AuditKind.OLDER_ACCEPTED, 2)
    one.close()
    again = enter(place, door)
    assert again.condition().behind == 0
    again.close()


def test_a_database_from_the_middle_of_the_last_session_is_older_too(place, door, clock, tools):
    one = enter(place, door)
    one.forget_deleted()
    middle = (place / "vault.db").read_bytes()
    Desk(one, clock, tools).case()
    one.close()
    (place / "vault.db").write_bytes(middle)
    again = enter(place, door)
    assert again.condition().behind == 1
    again.close()


def test_a_backup_is_no_older_than_its_header(place, door, tmp_path):
    session(place, door)
    one = enter(place, door)
    keeper.FolderKeeper().back_up(one, tmp_path / "b.tar")
    one.close()
    keeper.FolderKeeper().restore(tmp_path / "b.tar", tmp_path / "new")
    restored = enter(tmp_path / "new", door)
    assert restored.condition().behind == 0
    restored.close()


def test_an_older_header_or_its_copy_is_no_alarm(place, door):
    before = (place / header.NAME).read_bytes()
    session(place, door)
    (place / header.NAME).write_bytes(before)
    session(place, door)
    (place / header.NAME).write_bytes(b"damaged")
    opened = door.open_with_recovery(place, RECOVERY_TEXT)
    assert opened.from_copy
    assert opened.vault.condition().behind == 0
    opened.vault.close()


@pytest.mark.parametrize("number", [0, 2, 10**6])
def test_a_count_that_is_not_ours_is_said_and_left_alone(place, door, number):
    session(place, door)
    found, _ = header.read(place)
    forged = replace(found, count=header.Count(number, found.count.mac))
    header.rewrite(place, forged)
    one = enter(place, door)
    assert one.condition().complaints == (Complaint(Fault.COUNT),)
    one.close()
    assert header.read(place)[0] == forged
    one = enter(place, door)
    one.accept_older()
    one.close()
    one = enter(place, door)
    assert one.condition().complaints == ()
    one.close()


@pytest.mark.parametrize("raw", [[1], [-1, ""], [True, ""], [2**31, ""], ["1", ""], None, [1, "%"]])
def test_a_count_of_another_shape_is_a_damaged_header(place, raw):
    import json  # noqa: PLC0415
    from hashlib import sha256  # noqa: PLC0415

    body = json.loads((place / header.NAME).read_bytes())["header"]
    body["count"] = raw
    plain = json.dumps(body, sort_keys=True, separators=(",", ":")).encode()
    whole = {"header": body, "sha256": sha256(plain).hexdigest()}
    with pytest.raises(header.HeaderDamaged):
        header.decode(json.dumps(whole).encode())


# Every moment at which it can end: before the commit, behind it, at each write of the header.


class Cut(BaseException):
    """The power is cut."""


def cuts(monkeypatch, moment):
    """Cut the power at a moment of counting."""
    real = {"begin": database.transaction, "write": files._write_synced, "sync": files.sync_folder}

    def cut(*_):
        raise Cut

    def written_then_cut(path, data):
        real["write"](path, data)
        raise Cut

    where = {
        "before the commit": (database, "transaction", cut),
        "before the header": (header, "rewrite", cut),
        "before its bytes": (files, "_write_synced", cut),
        "before its name": (files, "_write_synced", written_then_cut),
        "before the folder": (files, "sync_folder", cut),
    }[moment]
    monkeypatch.setattr(*where)


@pytest.mark.parametrize(
    "moment",
    [
        "before the commit",
        "before the header",
        "before its bytes",
        "before its name",
        "before the folder",
    ],
)
def test_a_crash_at_any_moment_is_no_alarm(place, door, monkeypatch, moment):
    session(place, door)
    one = enter(place, door)
    with monkeypatch.context() as patched:
        cuts(patched, moment)
        with pytest.raises(Cut):
            one._counter.advance()
    one._connection.close()
    one._holding.release()
    again = enter(place, door)
    assert again.condition().behind == 0
    assert again.condition().complaints == ()
    again.close()
    session(place, door)
    last = enter(place, door)
    assert last.condition().behind == 0
    last.close()


def test_kills_at_random_moments_are_no_alarm(place, door):
    for turn in range(6):
        read_end, write_end = os.pipe()
        child = fork()
        if not child:  # the child never comes back into pytest
            try:
                while True:
                    session(place, door)
                    os.write(write_end, b".")
            finally:
                os._exit(1)
        os.close(write_end)
        for _ in range(turn % 3 + 1):
            os.read(read_end, 1)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(read_end)
        one = enter(place, door)
        assert one.condition().behind == 0
        one.close()


def test_the_header_would_raise_an_alarm_if_it_led(place, door, monkeypatch):
    """The order matters: written first and then killed, the header leads, and this is noticed."""
    session(place, door)
    one = enter(place, door)
    number = header.read(place)[0].count.number + 1
    found, _ = header.read(place)
    header.rewrite(
        place, replace(found, count=header.Count(number, one._counter._mac(found.vault_id, number)))
    )
    one._connection.close()
    one._holding.release()
    again = enter(place, door)
    assert again.condition().behind == 1
    again.close()


def test_a_full_disk_leaves_the_count_and_stops_nothing(place, door, monkeypatch):
    session(place, door)
    before = (place / header.NAME).read_bytes()

    def full(*_):
        raise DiskFull

    with monkeypatch.context() as patched:
        patched.setattr(header, "rewrite", full)
        session(place, door)
    assert (place / header.NAME).read_bytes() == before
    one = enter(place, door)
    assert one.condition().behind == 0
    one.close()


def test_the_key_of_the_count_is_wiped(opened):
    assert any(opened._counter.key)
    opened.close()
    assert not any(opened._counter.key)
    assert isinstance(opened._counter, Counter)

"""Wrong passwords: the pause grows, no clock shortens it, and the right one works after it."""

from __future__ import annotations

import json
import os
import signal

import pytest

from app.domain.errors import DiskFull, TooManyTries, WrongPassword
from storage import files, keys
from storage.tries import NAME, Tries
from tests.modes import fork
from tests.vault import guessing
from tests.vault.fixtures import PASSWORD, RECOVERY_TEXT

pytestmark = [pytest.mark.promise(22), pytest.mark.clause("044")]


@pytest.fixture
def tries(tmp_path, clock):
    return lambda: Tries(tmp_path, clock)  # a new object each time, as after a restart


def test_ten_thousand_wrong_ones_take_a_hundred_days_and_the_right_one_then_works(
    tries, clock, monkeypatch
):
    monkeypatch.setattr(files.os, "fsync", lambda _: None)  # 20,000 syncs are the disk's test
    began = clock.running
    for _ in range(10_000):
        tries().failed()
        waiting = tries().wait_left()
        if waiting:
            with pytest.raises(TooManyTries) as refused:
                tries().check()
            assert refused.value.wait_seconds == waiting
            clock.pass_(waiting - 0.01)
            with pytest.raises(TooManyTries):
                tries().check()
            clock.pass_(0.01 + 1e-6)
        tries().check()
    assert clock.running - began > 100 * 86_400
    tries().succeeded()
    assert tries().wait_left() == 0
    assert tries().failed() == 0


def fail(tries, times):
    for _ in range(times):
        left = tries().failed()
    return left


@pytest.mark.promise(7)
@pytest.mark.parametrize("days", [-3650, -1, 1, 3650])
def test_a_set_clock_changes_nothing(tries, clock, days):
    assert fail(tries, 10) == 900
    clock.at = clock.at.replace(year=clock.at.year + days // 365)
    assert tries().wait_left() == 900


@pytest.mark.promise(7)
def test_a_reboot_starts_the_pause_anew_and_never_shortens_it(tries, clock):
    fail(tries, 10)
    clock.pass_(600)
    assert tries().wait_left() == 300
    for number in range(3):
        clock.boot, clock.running = f"boot {number}", 1e7 * number
        assert tries().wait_left() == 900
        clock.pass_(100)
        assert tries().wait_left() == 800
    clock.pass_(800)
    assert tries().wait_left() == 0


def test_uptime_that_went_backwards_is_another_boot(tries, clock):
    fail(tries, 10)
    clock.running -= 500
    assert tries().wait_left() == 900


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"failures": "x", "boot": "b", "since": 0}',
        b'{"failures": 1e999, "boot": "b", "since": 0}',
        b'{"failures": Infinity, "boot": "b", "since": 0}',
        b'{"failures": null, "boot": "b", "since": 0}',
    ],
)
def test_a_damaged_count_is_none_and_no_crash(tmp_path, tries, written):
    (tmp_path / NAME).write_bytes(written)
    assert tries().wait_left() == 0
    tries().check()
    tries().failed()


@pytest.mark.parametrize("since", [b"NaN", b"Infinity", b"1e300"])
def test_an_impossible_time_starts_the_pause_anew(tmp_path, tries, clock, since):
    (tmp_path / NAME).write_bytes(
        b'{"failures": 10, "boot": "first boot", "since": ' + since + b"}"
    )
    assert tries().wait_left() == 900
    clock.pass_(900)
    assert tries().wait_left() == 0


def test_the_right_password_opens_after_the_wait_and_nothing_was_wiped(place, door, clock):
    before = {name: (place / name).read_bytes() for name in ("vault.header", "vault.db")}
    for _ in range(3):
        with pytest.raises(WrongPassword):
            door.open(place, "wrong password")
    Tries(place, clock)._write(500)  # 497 more
    with pytest.raises(TooManyTries) as refused:
        door.open(place, PASSWORD)
    assert refused.value.wait_seconds == 900 == door.wait_left(place)
    with pytest.raises(TooManyTries):
        door.open_with_recovery(place, RECOVERY_TEXT)
    clock.pass_(900)
    assert {name: (place / name).read_bytes() for name in before} == before
    door.open(place, PASSWORD).vault.close()
    assert door.wait_left(place) == 0


def test_a_wrong_password_during_the_pause_is_not_even_tried(place, door, clock, monkeypatch):
    Tries(place, clock)._write(10)
    monkeypatch.setattr("storage.keys.derive", lambda *_: pytest.fail("Argon2 ran"))
    with pytest.raises(TooManyTries):
        door.open(place, "wrong password")


def test_guessing_at_the_door_is_slowed_and_the_right_password_opens_after_it(place):
    said = guessing.guess(place, 12)
    assert said == {"promise": 22, "tries": 12, "failures": 0, "waited_seconds": 3224}


def killed_while(place, clock, work):
    """Do the work in a child that is killed in the midst of the derivation."""
    child = fork()
    if not child:  # the child never comes back into pytest
        try:
            keys.derive = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
            work()
        finally:
            os._exit(1)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1])


def test_a_program_killed_in_the_midst_of_a_try_has_counted_it(place, door, clock):
    for number in range(1, 5):
        killed_while(place, clock, lambda: door.open(place, "wrong password"))
        assert door.wait_left(place) == (0, 0, 1, 3)[number - 1]
        clock.pass_(3)
    door.open(place, PASSWORD).vault.close()
    assert door.wait_left(place) == 0


def test_a_try_without_an_answer_is_not_counted(place, door, monkeypatch):
    def broken(*_):
        raise MemoryError

    with pytest.raises(WrongPassword):
        door.open(place, "wrong password")
    with monkeypatch.context() as patched:
        patched.setattr(keys, "derive", broken)
        for _ in range(5):
            with pytest.raises(MemoryError):
                door.open(place, PASSWORD)
    with pytest.raises(WrongPassword):
        door.open(place, "wrong password")
    assert door.wait_left(place) == 0
    door.open(place, PASSWORD).vault.close()
    with monkeypatch.context() as patched:
        patched.setattr(keys, "derive", broken)
        with pytest.raises(MemoryError):
            door.open(place, PASSWORD)
    # No pause is left; the two wrong ones are kept until the trail tells of them.
    assert door.wait_left(place) == 0
    assert json.loads((place / NAME).read_bytes())["failures"] == 0
    assert Tries(place, door._clock).unsaid()[0] == 2


@pytest.mark.clause("135")
@pytest.mark.parametrize(
    ("more", "told"),
    [
        (b"", 3),  # of an earlier program
        (b', "unsaid": -5', 0),
        (b', "unsaid": 99999999999999999999', 1_000_000),
        (b', "unsaid": "x"', 0),
        (b', "unsaid": 2, "last": "yesterday"', 0),
        (b', "unsaid": 2, "last": 7', 2),
        (b', "unsaid": 2, "last": "2026-03-01T09:00:00"', 2),
    ],
)
def test_no_number_of_the_file_is_taken_as_it_stands(tmp_path, tries, more, told):
    (tmp_path / NAME).write_bytes(b'{"failures": 3, "boot": "b", "since": 0' + more + b"}")
    assert tries().unsaid() == (told, None)


def test_a_right_one_ends_the_pause_where_the_disk_takes_no_file(
    tmp_path, tries, clock, monkeypatch
):
    def full(*_):
        raise DiskFull

    fail(tries, 10)
    clock.pass_(900)
    monkeypatch.setattr(files, "write_private", full)
    tries().succeeded()
    assert not (tmp_path / NAME).exists()
    assert tries().wait_left() == 0


def test_the_limit_a_deleted_count_costs_each_guess_its_derivation_alone(place, door, monkeypatch):
    """Documented in docs/security.md: who can delete the file could as well copy the folder."""
    for _ in range(4):
        Tries(place, door._clock).failed()
    (place / NAME).unlink()
    derived = []
    real = keys.derive
    monkeypatch.setattr(keys, "derive", lambda *given: derived.append(1) or real(*given))
    with pytest.raises(WrongPassword):
        door.open(place, "wrong password")
    assert derived

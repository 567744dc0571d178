"""Whatever is open, and whatever the reason: it locks in time, and what was typed is there again.

Each is a program of its own on a desktop of its own, and the end of the process is the real one.
"""

from __future__ import annotations

import json
import shutil
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest

from app import bootstrap
from app.domain.case import ServiceMode
from app.domain.client import Profile
from app.domain.session import SessionTime
from app.services import cases, notes, vaults
from storage import keys
from storage.vault import FolderDoor
from tests.journeys import processes
from tests.journeys.desktop import desktop
from tests.journeys.driven import driven

PASSWORD = "晴天下的一只旧木箱"
ODD = "😀䶮𬱖㐂ㄅ\u202e倒着\u202c\u00a0好 end "
DEADLINE = 2.0

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the signs of Linux, and its /proc"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A vault that was locked while a note was being written; every test takes a copy."""
    clock = bootstrap.clock()
    door = FolderDoor(clock, lambda: keys.FLOOR)
    place = tmp_path_factory.mktemp("made") / "vault"
    vault = vaults.create(door, clock, place, PASSWORD, door.new_recovery_key()).vault
    case = cases.open_case(vault, clock, "H-1", ServiceMode.ONLINE, Profile(name="许清岚"))
    template = bootstrap.tools().note_templates["structured"]
    note = notes.start(vault, clock, case.id, SessionTime(clock.now()), template)
    vaults.lock(vault, clock, note.id)
    return place, case.id, note.id


@pytest.fixture(scope="module")
def table():
    """The desktop; its path is short, as that of a socket must be."""
    with tempfile.TemporaryDirectory(prefix="bus") as name, desktop(Path(name)) as one:
        yield one


@pytest.fixture
def program(made, table, tmp_path):
    """Start the program in a state; return it and where its vault lies."""
    place = tmp_path / "vault"
    shutil.copytree(made[0], place)
    running = []

    def start(state):
        one = driven(
            "state_driver",
            place,
            state,
            DBUS_SYSTEM_BUS_ADDRESS=table.address,
            DBUS_SESSION_BUS_ADDRESS=table.address,
            XDG_SESSION_ID="",
        )
        process = one.__enter__()
        running.append(one)
        late = threading.Timer(90, process.kill)
        late.start()
        say(process, json.dumps({"password": PASSWORD, "words": ODD, "case": made[1]}))
        assert process.stdout.readline() == "READY\n", process.stderr.read()
        late.cancel()
        return process

    yield start
    for one in running:
        one.__exit__(None, None, None)


def say(process, line):
    process.stdin.write(line + "\n")
    process.stdin.flush()


def kept(place, work):
    """Open the vault from outside and look into it."""
    vault = FolderDoor(bootstrap.clock(), lambda: keys.FLOOR).open(Path(place), PASSWORD).vault
    try:
        return work(vault)
    finally:
        vault.close()


def words_of(made, state, place):
    """Return the words that the state had on the screen, as the vault has them now."""
    _, case, note = made
    if state == "completer":
        return kept(place, lambda vault: vault.clients.of_case(case).profile.school)
    parts = kept(place, lambda vault: vault.notes.get(note)).body.parts
    return next(part.text for part in parts if part.key == "complaint")


@pytest.mark.promise(5)
@pytest.mark.promise(37)
@pytest.mark.clause("044")
@pytest.mark.parametrize(
    "told",
    [
        ("dialog", "hotkey", "menu"),
        ("nested", "shutdown", "shutdown"),
        ("file", "saver gnome", "screen"),
        ("menu", "switch", "switch"),
        ("print", "lock", "screen"),
        ("preedit", "sleep", "sleep"),
        ("completer", "idle", "idle"),
        ("palette", "saver freedesktop", "screen"),
        ("tour", "idle", "idle"),
    ],
    ids=" ".join,
)
def test_nothing_that_is_open_keeps_it_from_locking(made, table, program, told):
    state, way, reason = told
    process, before = program(state), table.heard().count("RELEASED")
    began = time.monotonic()
    if way in {"idle", "hotkey"}:
        say(process, way)
    else:
        table.send(way)
    ended = lambda: "--locked" in processes.arguments(process.pid)  # noqa: E731
    processes.until(lambda: ended() or process.poll() is not None)
    took = time.monotonic() - began
    assert processes.arguments(process.pid)[1:5] == ["-m", "app", "--locked", reason]
    assert took < DEADLINE
    processes.until(lambda: table.heard().count("RELEASED") == before + 1)
    process.kill()
    process.wait()
    assert words_of(made, state, process.args[3]) == ODD


@pytest.mark.promise(5)
def test_a_system_that_ends_the_program_ends_it_politely(made, program):
    process = program("nested")
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0
    assert not (Path(process.args[3]) / "vault.holder").exists()
    assert words_of(made, "nested", process.args[3]) == ODD

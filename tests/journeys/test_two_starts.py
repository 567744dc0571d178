"""Two real starts of the program for one vault: one window, whichever way it is reached."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app import bootstrap
from app.domain.preferences import Preferences
from storage import header, keys
from storage.doorbell import WINDOW, FolderDoorbell
from storage.vault import FolderDoor
from tests.house.tree import ROOT
from tests.journeys import processes

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="looks at processes through /proc"
)


@pytest.fixture
def place(tmp_path):
    """A vault, and the choice that leads to it."""
    door = FolderDoor(bootstrap.clock(), lambda: keys.FLOOR)
    place = tmp_path / "vault"
    door.create(place, "晴天下的一只旧木箱", door.new_recovery_key()).vault.close()
    bootstrap.preferences().save(Preferences(language="zh", vault=str(place)))
    return place


@pytest.fixture
def start(place):
    """Start the program as a person does; whatever still runs at the end is killed."""
    with contextlib.ExitStack() as stack:

        def starting():
            process = subprocess.Popen(
                [sys.executable, "-m", "app"],
                cwd=ROOT,
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            )

            def end():
                process.kill()
                process.communicate()

            stack.callback(end)
            return process

        yield starting


def stands(process, place):
    """Say whether a program holds the lock of the one window."""
    links = Path(f"/proc/{process.pid}/fd")
    return str(place / WINDOW) in map(_link, links.glob("*"))


def _link(file):
    """Return what an open file of a program is called; it may be closed meanwhile."""
    try:
        return str(file.readlink())
    except FileNotFoundError:
        return ""


def hears(place):
    """Ring as a second start does, and wait until somebody answers."""
    bell = FolderDoorbell(place)
    bell.ring("")
    processes.until(lambda: bell.answered() is not None)


@pytest.mark.promise(6)
def test_a_second_start_brings_up_the_first_and_goes(place, start, tmp_path):
    first = start()
    processes.until(lambda: stands(first, place))
    link = tmp_path / "link"
    link.symlink_to(place)
    bootstrap.preferences().save(Preferences(language="zh", vault=str(link)))
    second = start()
    assert second.wait(20) == 0
    assert FolderDoorbell(place).call.read_bytes().count(b'"shown": true') == 1
    assert first.poll() is None
    first.send_signal(signal.SIGKILL)
    first.wait()
    third = start()
    processes.until(lambda: stands(third, place))
    hears(place)
    third.send_signal(signal.SIGTERM)
    assert third.wait(20) == 0
    assert (place / header.NAME).is_file()

"""After a lock, nothing secret is left in the memory of the process (promise 36)."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.journeys import processes
from tests.journeys.driven import driven

ROOT = Path(__file__).parents[2]
PASSWORD = "斑马7391 口令 passphrase canary"
NOTE = "斑马7391 写在记录里的话 note canary"
ENCODINGS = ("utf-8", "utf-16le", "utf-32le")

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="reads /proc/PID/mem, which Linux alone has"
)


def needles(key: str) -> dict[str, bytes]:
    """Return what is searched for, by what it is."""
    words = {"password": PASSWORD, "note": NOTE, "key in hex": key, "KEY IN HEX": key.upper()}
    every = {
        f"{name}, {one}": word.encode(one) for name, word in words.items() for one in ENCODINGS
    }
    return {**every, "key": bytes.fromhex(key)}


@pytest.fixture
def program(tmp_path):
    """The driver, and at the end whatever became of it is killed."""
    with driven("lock_driver", tmp_path / "vault") as running:
        yield running


@pytest.mark.promise(36)
@pytest.mark.promise(5)
def test_a_lock_leaves_neither_password_nor_key_nor_note_in_memory(program):
    program.stdin.write(json.dumps({"password": PASSWORD, "note": NOTE}) + "\n")
    program.stdin.flush()
    said = program.stdout.readline().split()
    assert said[:1] == ["READY"], program.stderr.read()
    wanted, pid = needles(said[1]), program.pid
    if not processes.readable(pid):
        pytest.skip("the memory of another process cannot be read here: not root")
    before = processes.hits(pid, wanted)
    missed = [name for name, count in before.items() if not count and "KEY" not in name]
    assert not missed, "the scanner does not see what certainly is there"

    program.stdin.write("lock\n")
    program.stdin.flush()
    processes.until(lambda: "--locked" in processes.arguments(pid) or program.poll() is not None)
    assert program.poll() is None, "the process ended instead of running the program anew"
    words = processes.arguments(pid)
    assert words[1:5] == ["-m", "app", "--locked", "menu"]
    at_once = processes.hits(pid, wanted)
    # The door has asked how long a pause lasts: whatever an opening needs is loaded.
    processes.until(lambda: processes.loaded(pid, "sqlcipher"))
    later = processes.hits(pid, wanted)
    assert program.poll() is None
    assert {name: count for name, count in at_once.items() if count} == {}
    assert {name: count for name, count in later.items() if count} == {}

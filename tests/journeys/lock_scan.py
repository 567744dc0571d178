"""Scans the memory of the program before and after a lock: promise 36, once or as often as asked.

`scan(vault)` starts the real window with somebody at it, looks for what is secret, locks, looks
again; the laboratory calls it twenty times.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.journeys import processes
from tests.journeys.driven import driven

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

PASSWORD = "斑马7391 口令 passphrase canary"
NOTE = "斑马7391 写在记录里的话 note canary"
ENCODINGS = ("utf-8", "utf-16le", "utf-32le")


@dataclass(frozen=True)
class Scan:
    """How often each secret was found: before the lock, right after it, and at the ready door.

    `missed` are those that were not found before, though they are certainly there: with any of
    them the scan proves nothing. `words` are those that the program was started anew with.
    """

    before: dict[str, int]
    at_once: dict[str, int]
    later: dict[str, int]
    words: list[str]

    @property
    def missed(self) -> list[str]:
        """What the scan cannot see."""
        return [name for name, count in self.before.items() if not count and "KEY" not in name]

    @property
    def left(self) -> list[str]:
        """What a lock left in memory."""
        return [name for name in self.before if self.at_once[name] or self.later[name]]


def needles(key: str) -> dict[str, bytes]:
    """Return what is searched for, by what it is."""
    words = {"password": PASSWORD, "note": NOTE, "key in hex": key, "KEY IN HEX": key.upper()}
    every = {
        f"{name}, {one}": word.encode(one) for name, word in words.items() for one in ENCODINGS
    }
    return {**every, "key": bytes.fromhex(key)}


def scan(vault: Path) -> Scan | None:
    """Make a vault at `vault`, write, lock, and say what is left; None where it cannot be read."""
    with driven("lock_driver", vault) as program:
        key = _told(program, json.dumps({"password": PASSWORD, "note": NOTE}))
        wanted, pid = needles(key), program.pid
        if not processes.readable(pid):
            return None
        before = processes.hits(pid, wanted)
        _say(program, "lock")
        processes.until(
            lambda: "--locked" in processes.arguments(pid) or program.poll() is not None
        )
        assert program.poll() is None, "the process ended instead of running the program anew"
        words, at_once = processes.arguments(pid), processes.hits(pid, wanted)
        # The door has asked how long a pause lasts: whatever an opening needs is loaded.
        processes.until(lambda: processes.loaded(pid, "sqlcipher"))
        later = processes.hits(pid, wanted)
        assert program.poll() is None
        return Scan(before, at_once, later, words)


def _say(program: subprocess.Popen[str], line: str) -> None:
    assert program.stdin is not None
    program.stdin.write(line + "\n")
    program.stdin.flush()


def _told(program: subprocess.Popen[str], line: str) -> str:
    """Tell the program what to write; return the key that it then says."""
    _say(program, line)
    assert program.stdout is not None
    assert program.stderr is not None
    said = program.stdout.readline().split()
    assert said[:1] == ["READY"], program.stderr.read()
    return said[1]

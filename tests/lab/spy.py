"""Records what a program asks of the disk, and lets the disk refuse: by strace.

A recorder in C would need a compiler where the laboratory runs, and a layer inside SQLite cannot be
reached from Python; see docs/decisions/strace.md.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.house.tree import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

STRACE = shutil.which("strace")
MISSING = "strace is not installed, or this computer lets nobody trace"
_CALLS = (
    "openat,open,creat,pwrite64,write,writev,lseek,fsync,fdatasync,ftruncate,"
    "rename,renameat,renameat2,unlink,unlinkat,mkdir"
)
WHOLE = 8_000_000
_LINE = re.compile(r"^(?:(\d+) +)?(\w+)\((.*)\) += (-?\d+)(.*)$")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_HANDLE = re.compile(r"^(\d+)<((?:\\x[0-9a-f]{2})*)>")


@dataclass(frozen=True)
class Call:
    """A call that came back: who made it, what it was, on which file, with what.

    `at` is where a write begins, the size of a truncation, or nothing; `to` the other name of a
    renaming. A refused one was refused by the laboratory.
    """

    who: int
    kind: str
    path: str = ""
    data: bytes = b""
    at: int = 0
    to: str = ""
    refused: bool = False


def able() -> bool:
    """Return whether a program can be traced here."""
    if not STRACE:
        return False
    tried = subprocess.run([STRACE, "-qq", "-o", os.devnull, "true"], check=False)
    return tried.returncode == 0


def traced(
    arguments: list[str], trace: Path, *inject: str, longest: int = WHOLE, seconds: float = 900
) -> subprocess.CompletedProcess[bytes]:
    """Run a module under strace and write what it asked for to `trace`.

    Of what is written the first `longest` bytes of each call are kept.
    """
    assert STRACE
    spy = [STRACE, "-f", "-qq", "-y", "-xx", "-s", str(longest), "-o", str(trace)]
    spy += ["--seccomp-bpf", "-e", "signal=none", "-e", f"trace={_CALLS}"]
    for one in inject:
        spy += ["-e", f"inject={one}"]
    return subprocess.run(
        [*spy, sys.executable, "-P", "-m", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        timeout=seconds,
        check=False,
    )


def calls(trace: Path) -> Iterator[Call]:
    """Yield the calls of a trace in order; what failed by itself is left out."""
    reader = _Reader()
    with trace.open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            found = _LINE.match(line)
            if not found:
                continue
            who, kind, said, answer, rest = found.groups()
            refused = "INJECTED" in rest
            if answer.startswith("-") and not refused:
                continue
            yield from reader.read(int(who or 0), kind, said, int(answer), rest, refused=refused)


class _Reader:
    """Knows where each open file stands, which a plain `write` does not say."""

    def __init__(self) -> None:
        self._at: dict[tuple[int, int], int] = {}

    def read(
        self, who: int, kind: str, said: str, answer: int, rest: str, *, refused: bool
    ) -> Iterator[Call]:
        texts = [_decoded(one) for one in _TEXT.findall(said)]
        names = [one.decode("utf-8", "surrogateescape") for one in texts]
        handle = _HANDLE.match(said)
        path = _decoded(handle[2]).decode("utf-8", "surrogateescape") if handle else ""
        match kind:
            case "openat" | "open" | "creat":
                yield from self._opened(who, said, answer, rest, kind)
            case "pwrite64":
                at = int(said.rsplit(",", 1)[1])
                yield Call(who, "write", path, texts[0], at, refused=refused)
            case "write" | "writev" if handle:
                key = (who, int(handle[1]))
                kind = "said" if int(handle[1]) == 1 else "write"
                data = b"".join(texts)
                yield Call(who, kind, path, data, self._at.get(key, 0), refused=refused)
                if not refused:
                    self._at[key] = self._at.get(key, 0) + len(data)
            case "lseek" if handle:
                self._at[who, int(handle[1])] = answer
            case "fsync" | "fdatasync":
                yield Call(who, "sync", path, refused=refused)
            case "ftruncate":
                at = int(said.rsplit(",", 1)[1])
                yield Call(who, "truncate", path, b"", at, refused=refused)
            case "rename" | "renameat" | "renameat2":
                yield Call(who, "rename", names[0], to=names[1], refused=refused)
            case "unlink" | "unlinkat":
                yield Call(who, "unlink", names[0], refused=refused)
            case _:
                pass

    def _opened(self, who: int, said: str, answer: int, rest: str, kind: str) -> Iterator[Call]:
        found = re.match(r"<((?:\\x[0-9a-f]{2})*)>", rest)
        if not found:
            return
        path = _decoded(found[1]).decode("utf-8", "surrogateescape")
        self._at[who, answer] = 0
        if "O_CREAT" in said or kind == "creat":
            yield Call(who, "create", path)
        if "O_TRUNC" in said or kind == "creat":
            yield Call(who, "truncate", path, b"", 0)


def _decoded(hexed: str) -> bytes:
    return bytes.fromhex(hexed.replace("\\x", ""))


def remove(folder: Path) -> None:
    """Take away what an experiment left."""
    shutil.rmtree(folder, ignore_errors=True)

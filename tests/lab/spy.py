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
from typing import TYPE_CHECKING

from tests.house.tree import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

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
_BEGUN = re.compile(r"^(?:(\d+) +)?(.*) <unfinished \.\.\.>$", re.DOTALL)
_ENDED = re.compile(r"^(?:(\d+) +)?<\.\.\. \w+ resumed>(.*)$", re.DOTALL)


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
        for line in _whole(lines):
            found = _LINE.match(line)
            if not found:
                continue
            one = _Line(*found.groups())
            if one.answer >= 0 or one.refused:
                yield from reader.read(one)


def _whole(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines of a trace, those put together that another thread's call broke in two.

    Such a call counts from when it came back: before that nobody may trust in it.
    """
    begun: dict[str | None, str] = {}
    for line in map(str.rstrip, lines):
        if found := _BEGUN.match(line):
            begun[found[1]] = line.removesuffix(" <unfinished ...>")
        elif (found := _ENDED.match(line)) and found[1] in begun:
            yield begun.pop(found[1]) + found[2]
        else:
            yield line


class _Line:
    """A line of a trace, taken apart."""

    def __init__(self, who: str | None, kind: str, said: str, answer: str, rest: str) -> None:
        self.who, self.kind, self.said = int(who or 0), kind, said
        self.answer, self.rest, self.refused = int(answer), rest, "INJECTED" in rest
        found = _HANDLE.match(said)
        self.handle = int(found[1]) if found else -1
        self.path = _name(found[2]) if found else ""
        self.texts = [_decoded(one) for one in _TEXT.findall(said)]

    @property
    def names(self) -> list[str]:
        """The paths that it names."""
        return [one.decode("utf-8", "surrogateescape") for one in self.texts]

    @property
    def last(self) -> int:
        """Its last number."""
        return int(self.said.rsplit(",", 1)[1])


class _Reader:
    """Knows where each open file stands, which a plain `write` does not say.

    The threads of a program share its files.
    """

    def __init__(self) -> None:
        self._at: dict[tuple[str, int], int] = {}

    def read(self, line: _Line) -> Iterator[Call]:
        """Yield what a line says that matters to a disk."""
        kind, who, refused = line.kind, line.who, line.refused
        match kind:
            case "openat" | "open" | "creat":
                yield from self._opened(line)
            case "write" | "writev" | "pwrite64":
                yield from self._written(line)
            case "lseek":
                self._at[line.path, line.handle] = line.answer
            case "fsync" | "fdatasync":
                yield Call(who, "sync", line.path, refused=refused)
            case "ftruncate":
                yield Call(who, "truncate", line.path, b"", line.last, refused=refused)
            case "rename" | "renameat" | "renameat2":
                yield Call(who, "rename", line.names[0], to=line.names[1], refused=refused)
            case "unlink" | "unlinkat":
                yield Call(who, "unlink", line.names[0], refused=refused)
            case _:
                pass

    def _written(self, line: _Line) -> Iterator[Call]:
        data = b"".join(line.texts)
        if line.kind == "pwrite64":
            yield Call(line.who, "write", line.path, data, line.last, refused=line.refused)
            return
        key = (line.path, line.handle)
        kind = "said" if line.handle == 1 else "write"
        yield Call(line.who, kind, line.path, data, self._at.get(key, 0), refused=line.refused)
        if not line.refused:
            self._at[key] = self._at.get(key, 0) + len(data)

    def _opened(self, line: _Line) -> Iterator[Call]:
        found = re.match(r"<((?:\\x[0-9a-f]{2})*)>", line.rest)
        if not found:
            return
        path = _name(found[1])
        self._at[path, line.answer] = 0
        if "O_CREAT" in line.said or line.kind == "creat":
            yield Call(line.who, "create", path)
        if "O_TRUNC" in line.said or line.kind == "creat":
            yield Call(line.who, "truncate", path, b"", 0)


def _name(hexed: str) -> str:
    return _decoded(hexed).decode("utf-8", "surrogateescape")


def _decoded(hexed: str) -> bytes:
    return bytes.fromhex(hexed.replace("\\x", ""))


def remove(folder: Path) -> None:
    """Take away what an experiment left."""
    shutil.rmtree(folder, ignore_errors=True)

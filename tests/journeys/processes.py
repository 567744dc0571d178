"""Looks at another process from outside: what it runs, and what lies in its memory."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_CHUNK = 16 * 1024 * 1024
_NAP = 0.02


def until(check: Callable[[], object], seconds: float = 30.0) -> None:
    """Look again and again until `check` holds; fail when it does not in time."""
    import threading  # noqa: PLC0415 - an Event that nobody sets is a nap with a name

    end, nap = time.monotonic() + seconds, threading.Event()
    while not check():
        assert time.monotonic() < end, f"not within {seconds} s"
        nap.wait(_NAP)


def arguments(pid: int) -> list[str]:
    """Return with which words a process was started."""
    raw = Path(f"/proc/{pid}/cmdline").read_bytes()
    return [word.decode("utf-8", "replace") for word in raw.split(b"\0") if word]


def loaded(pid: int, library: str) -> bool:
    """Say whether a process has loaded a library whose path holds this."""
    return library in Path(f"/proc/{pid}/maps").read_text("utf-8", "replace")


def mapped(pid: int) -> set[str]:
    """Return the files that a process has mapped: its program and every library."""
    lines = Path(f"/proc/{pid}/maps").read_text("utf-8", "replace").splitlines()
    return {line[line.index("/") :] for line in lines if "/" in line}


def readable(pid: int) -> bool:
    """Say whether the memory of a process may be read by this one."""
    try:
        next(_regions(pid))
        with Path(f"/proc/{pid}/mem").open("rb") as memory:
            first = next(_regions(pid))
            memory.seek(first[0])
            return bool(memory.read(1))
    except OSError:
        return False


def hits(pid: int, needles: dict[str, bytes]) -> dict[str, int]:
    """Count every needle in everything that the process can write to."""
    found = dict.fromkeys(needles, 0)
    longest = max(len(one) for one in needles.values())
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for start, end in _regions(pid):
            for piece in _pieces(memory, start, end, longest - 1):
                for name, needle in needles.items():
                    found[name] += piece.count(needle)
    return found


def _regions(pid: int) -> Iterator[tuple[int, int]]:
    for line in Path(f"/proc/{pid}/maps").read_text("utf-8", "replace").splitlines():
        place, rights, *_ = line.split()
        if rights.startswith("rw") and "[vvar]" not in line:
            start, end = (int(one, 16) for one in place.split("-"))
            yield start, end


def _pieces(memory: object, start: int, end: int, overlap: int) -> Iterator[bytes]:
    """Read a region piece by piece; the end of each stands again before the next."""
    before, at = b"", start
    while at < end:
        piece = b""
        with contextlib.suppress(OSError):  # a region may go while it is being read
            memory.seek(at)  # type: ignore[attr-defined]
            piece = memory.read(min(_CHUNK, end - at))  # type: ignore[attr-defined]
        if not piece:
            return
        yield before + piece
        before, at = piece[-overlap:], at + len(piece)

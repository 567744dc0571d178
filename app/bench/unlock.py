"""Unlocking a vault of 10,000 notes until the list of cases stands, above the key derivation.

What the derivation took is taken off within the same opening: it is five to forty times the rest,
and from one to the next it differs by more than the rest on a machine that does other work, too.
Closing the vault again is no part of it.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

from app.bench import corpus, timing
from app.services import cases
from storage import header, keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from storage.vault import FolderDoor

NOTES = 10_000
LENGTH = 1500


def lines(arguments: list[str]) -> Iterator[dict[str, Any]]:
    """Yield one line; the first argument is the number of notes."""
    count = int(arguments[0]) if arguments else NOTES
    with tempfile.TemporaryDirectory() as base:
        place = Path(base) / "vault"
        door, vault = corpus.vault(place, count, LENGTH)
        vault.close()
        argon2 = header.read(place)[0].slot(header.PASSWORD).argon2
        if argon2 is None:
            raise ValueError("a password slot has parameters")
        _once(door, place)  # one warm-up
        found = [_once(door, place) for _ in range(timing.ROUNDS)]
        yield {
            "notes": count,
            "unlock with case list ms": _middle(whole for whole, _ in found),
            "key derivation ms": _middle(derived for _, derived in found),
            "above derivation ms": _middle(whole - derived for whole, derived in found),
            "argon2id": [argon2.memory_kib, argon2.iterations, argon2.lanes],
        }


def _once(door: FolderDoor, place: Path) -> tuple[float, float]:
    """Return how long an opening takes, and how long of it the derivation of its key."""
    real, taken = keys.derive, 0.0

    def derive(*means: Any) -> bytes:  # noqa: ANN401 - as `keys.derive`
        nonlocal taken
        began = time.perf_counter()
        try:
            return real(*means)
        finally:
            taken += time.perf_counter() - began

    began = time.perf_counter()
    with mock.patch.object(keys, "derive", derive):
        opened = door.open(place, corpus.PASSWORD).vault
        cases.list_cases(opened)
    whole = time.perf_counter() - began
    opened.close()
    return whole, taken


def _middle(times: Iterable[float]) -> float:
    """Return the median in milliseconds."""
    return timing.milliseconds(statistics.median(times))

"""Unlocking a vault of 10,000 notes, beside the key derivation alone."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.bench import corpus, timing
from app.services import cases
from storage import header, keys

if TYPE_CHECKING:
    from collections.abc import Iterator

NOTES = 10_000
LENGTH = 1500


def lines(arguments: list[str]) -> Iterator[dict[str, Any]]:
    """Yield one line; the first argument is the number of notes."""
    count = int(arguments[0]) if arguments else NOTES
    with tempfile.TemporaryDirectory() as base:
        place = Path(base) / "vault"
        door, vault = corpus.vault(place, count, LENGTH)
        vault.close()
        slot = header.read(place)[0].slot(header.PASSWORD)
        if slot.argon2 is None:
            raise ValueError("a password slot has parameters")
        argon2 = slot.argon2

        def unlock() -> None:
            opened = door.open(place, corpus.PASSWORD).vault
            cases.list_cases(opened)
            opened.close()

        def derive() -> None:
            keys.derive(corpus.PASSWORD, slot.salt, argon2)

        ours, yardstick = timing.paired(unlock, derive)
        yield {
            "notes": count,
            "unlock with case list ms": timing.milliseconds(ours),
            "key derivation ms": timing.milliseconds(yardstick),
            "above derivation ms": timing.milliseconds(ours - yardstick),
            "argon2id": [argon2.memory_kib, argon2.iterations, argon2.lanes],
        }

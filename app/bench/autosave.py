"""Saving a draft of 1,500 characters in a vault of 10,000 notes, beside a bare synced commit."""

from __future__ import annotations

import os
import random
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.bench import corpus, timing
from app.domain.case import ServiceMode
from app.domain.note import NoteBody, NotePart
from app.services import notes
from storage.clock import SystemClock

if TYPE_CHECKING:
    from collections.abc import Iterator

NOTES = 10_000
LENGTH = 1500
SAVES = 400


def lines(arguments: list[str]) -> Iterator[dict[str, Any]]:
    """Yield one line; the first argument is the number of notes."""
    count = int(arguments[0]) if arguments else NOTES
    clock = SystemClock()
    rng = random.Random(11)  # noqa: S311 - invented text, no secret
    with tempfile.TemporaryDirectory() as base:
        _, vault = corpus.vault(Path(base) / "vault", count, LENGTH)
        case = vault.cases.all()[0]
        session = vault.sessions.add(case.id, clock.now(), 50, ServiceMode.ONLINE)
        body = NoteBody("free", "1", (NotePart("text", "正文", ""),))
        note = vault.notes.add(case.id, session.id, body, clock.now())
        notes.leave(vault, note.id)
        probe = os.open(Path(base) / "probe", os.O_WRONLY | os.O_CREAT, 0o600)
        saves: list[float] = []
        syncs: list[float] = []
        for _ in range(SAVES):
            words = corpus.text(rng, LENGTH)
            body = NoteBody("free", "1", (NotePart("text", "正文", words),))
            saves.append(timing.seconds(partial(notes.save_draft, vault, clock, note.id, body)))
            syncs.append(timing.seconds(partial(_write_and_sync, probe)))
        os.close(probe)
        vault.close()
    yield {
        "notes": count,
        "saves": SAVES,
        "save p50 ms": timing.milliseconds(timing.percentile(saves, 0.5)),
        "save p95 ms": timing.milliseconds(timing.percentile(saves, 0.95)),
        "4 KiB write and fsync p50 ms": timing.milliseconds(timing.percentile(syncs, 0.5)),
        "4 KiB write and fsync p95 ms": timing.milliseconds(timing.percentile(syncs, 0.95)),
    }


def _write_and_sync(handle: int) -> None:
    """Write 4 KiB over the same place and sync."""
    os.pwrite(handle, b"x" * 4096, 0)
    os.fsync(handle)

"""Storing a recording and reading it at random, beside a plain file with fsync."""

from __future__ import annotations

import os
import random
import statistics
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.bench import corpus, timing
from app.domain.recording import NewRecording, RecordingKind
from storage.clock import SystemClock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.domain.ids import CaseId
    from app.domain.recording import Recording
    from storage.vault import Vault

MEBIBYTES = 64
READS = 1000
READ_BYTES = 64 * 1024
_PIECE = 1024 * 1024


def lines(arguments: list[str]) -> Iterator[dict[str, Any]]:
    """Yield one line; the first argument is how many MiB the recording has."""
    mebibytes = int(arguments[0]) if arguments else MEBIBYTES
    with tempfile.TemporaryDirectory() as base:
        _, vault = corpus.vault(Path(base) / "vault", 1, 100)
        plain = Path(base) / "plain"
        # Fresh bytes, so that nothing on the way can make them smaller.
        pieces = [os.urandom(_PIECE) for _ in range(min(mebibytes, 16))]
        case = vault.cases.all()[0].id
        ours: list[float] = []
        yardstick: list[float] = []
        recording = _store(vault, case, pieces, mebibytes)
        for _ in range(timing.ROUNDS):
            ours.append(timing.seconds(lambda: _store(vault, case, pieces, mebibytes)))
            yardstick.append(timing.seconds(lambda: _write(plain, pieces, mebibytes)))
        yield {
            "MiB": mebibytes,
            "store MiB/s": round(mebibytes / statistics.median(ours), 1),
            "plain file and fsync MiB/s": round(mebibytes / statistics.median(yardstick), 1),
            **_reads(vault, recording, plain),
        }
        vault.close()


def _store(vault: Vault, case: CaseId, pieces: list[bytes], mebibytes: int) -> Recording:
    """Store a recording: every byte synced, the digests taken, the row committed."""
    now = SystemClock().now()
    writer = vault.recordings.begin(now)
    for at in range(mebibytes):
        writer.write(pieces[at % len(pieces)])
    writer.finish()
    new = NewRecording(case, RecordingKind.AUDIO, "audio/wav", now)
    return vault.recordings.keep(writer, new, now)


def _write(path: Path, pieces: list[bytes], mebibytes: int) -> None:
    """Write the same bytes to a plain file and sync it once."""
    with path.open("wb") as file:
        for at in range(mebibytes):
            file.write(pieces[at % len(pieces)])
        file.flush()
        os.fsync(file.fileno())


def _reads(vault: Vault, recording: Recording, plain: Path) -> dict[str, float]:
    """Return how long reads at random take, one of ours and one of the plain file in turn."""
    chance = random.Random(29)  # noqa: S311 - places to read, no secret
    reader = vault.recordings.reader(recording.id)
    handle = os.open(plain, os.O_RDONLY)
    ours: list[float] = []
    yardstick: list[float] = []
    for _ in range(READS):
        at = chance.randrange(reader.size - READ_BYTES)
        ours.append(timing.seconds(lambda at=at: reader.read_at(at, READ_BYTES)))  # type: ignore[misc]
        yardstick.append(timing.seconds(lambda at=at: os.pread(handle, READ_BYTES, at)))  # type: ignore[misc]
    os.close(handle)
    reader.close()
    return {
        f"{name} p{share} ms": timing.milliseconds(timing.percentile(times, share / 100))
        for name, times in (("read 64 KiB", ours), ("plain pread", yardstick))
        for share in (50, 99)
    }

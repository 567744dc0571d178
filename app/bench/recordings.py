"""Storing and importing a recording and reading it at random, beside plain files with fsync."""

from __future__ import annotations

import os
import random
import shutil
import statistics
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.bench import corpus, timing
from app.domain.recording import NewRecording, RecordingKind
from app.services.recordings import Arrival, carry
from storage.clock import SystemClock
from storage.media_file import DiskMedia

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.domain.ids import CaseId
    from app.domain.recording import Recording
    from storage.vault import Vault

MEBIBYTES = 64
READS = 1000
READ_BYTES = 64 * 1024
_PIECE = 1024 * 1024
_WAVE = b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0\1\0\1\0"


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
        taken: list[float] = []
        copied: list[float] = []
        source, copy = Path(base) / "source.wav", Path(base) / "copy.wav"
        _write(source, [_WAVE + pieces[0][len(_WAVE) :], *pieces[1:]], mebibytes)
        recording = _store(vault, case, pieces, mebibytes)
        for _ in range(timing.ROUNDS):
            ours.append(timing.seconds(lambda: _store(vault, case, pieces, mebibytes)))
            yardstick.append(timing.seconds(lambda: _write(plain, pieces, mebibytes)))
            taken.append(timing.seconds(lambda: _take_in(vault, case, source)))
            copied.append(timing.seconds(lambda: _copy(source, copy)))
        yield {
            "MiB": mebibytes,
            "store MiB/s": round(mebibytes / statistics.median(ours), 1),
            "plain file and fsync MiB/s": round(mebibytes / statistics.median(yardstick), 1),
            "import MiB/s": round(mebibytes / statistics.median(taken), 1),
            "cp and fsync MiB/s": round(mebibytes / statistics.median(copied), 1),
            "import over cp": round(statistics.median(taken) / statistics.median(copied), 2),
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


def _take_in(vault: Vault, case: CaseId, source: Path) -> None:
    """Take a file in as the page does, but for the consent, which reads no byte."""
    now = SystemClock().now()
    writer = vault.recordings.begin(now)
    arrival = Arrival(case, RecordingKind.AUDIO, now, None, writer)
    if carry(arrival, DiskMedia(), source, lambda _done, _whole: True):
        new = NewRecording(case, arrival.kind, arrival.media_type, now)
        vault.recordings.keep(writer, new, now)


def _copy(source: Path, to: Path) -> None:
    """Copy a file as `cp` does, and sync it."""
    shutil.copyfile(source, to)
    with to.open("rb+") as file:
        os.fsync(file.fileno())


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

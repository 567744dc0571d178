"""Plays bent sound and video in a process of its own: `python decoding_child.py WAV [SEED]`.

Prints how many were tried, how many would play, and how many seconds the slowest took to say so.
"""

from __future__ import annotations

import random
import sys
import time
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtMultimedia import QMediaPlayer
from PySide6.QtWidgets import QApplication

from app.domain.media_kind import HEAD_BYTES, media_kind
from app.domain.recording import RecordingKind
from ui.player import Player
from ui.theme import held

TRIES = 120
PATIENCE_MS = 5_000
HEADS = (
    b"fLaC\0\0\0\x22\x10\0\x10\0",
    b"OggS\0\x02" + bytes(20) + b"\x01\x1e\x01vorbis",
    b"ID3\x04\0\0\0\0\0\x0a",
    b"\xff\xfb\x90\x64",
    b"\xff\xf1\x50\x80",
    b"\0\0\0\x20ftypM4A \0\0\0\0M4A mp42\0\0\x10\0moov",
    b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2\xff\xff\xff\xffmoov",
    b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm",
    b"RIFF\xff\xff\xff\xffAVI LIST\xff\xff\xff\xffhdrl",
    b"#!AMR\n",
)
ENDED = {
    QMediaPlayer.MediaStatus.LoadedMedia,
    QMediaPlayer.MediaStatus.BufferedMedia,
    QMediaPlayer.MediaStatus.EndOfMedia,
    QMediaPlayer.MediaStatus.InvalidMedia,
}


class Plain:
    """A reader over bytes in memory."""

    def __init__(self, data: bytes) -> None:
        self.data, self.size = data, len(data)

    def read_at(self, at: int, size: int) -> bytes:
        """Return what lies there."""
        return self.data[at : at + size]

    def close(self) -> None:
        """Let go."""


def bent(wave: bytes, chance: random.Random) -> bytes:
    """Return a recording that is not as it should be."""
    if chance.random() < 0.5:
        return chance.choice(HEADS) + chance.randbytes(chance.randrange(1, 60_000))
    data = bytearray(wave[: chance.randrange(13, len(wave))])
    for _ in range(chance.randrange(1, 9)):
        data[chance.randrange(min(len(data), 60))] = chance.randrange(256)
    return bytes(data)


def wait(milliseconds: int) -> None:
    """Let Qt work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def play(data: bytes, kind: RecordingKind) -> tuple[bool, float]:
    """Return whether something played, and how long it took until that was known."""
    player, failed = Player(Plain(data), kind), []
    player.failed.connect(failed.append)
    began = time.monotonic()
    while not failed and player.media.mediaStatus() not in ENDED:
        if time.monotonic() - began > PATIENCE_MS / 1000:
            break
        wait(5)
    player.toggle()
    wait(20)
    player.stop()
    took = time.monotonic() - began
    player.deleteLater()
    return not failed, took


def main() -> None:
    """Try them all."""
    held.hold_constants()
    application = QApplication([])
    seed = int(sys.argv[2]) if sys.argv[2:] else 40
    chance, wave = random.Random(seed), Path(sys.argv[1]).read_bytes()
    kinds = (RecordingKind.AUDIO, RecordingKind.VIDEO)
    # What an import would not take is never played.
    made = (bent(wave, chance) for _ in iter(int, 1))
    taken = (one for one in made if media_kind(one[:HEAD_BYTES]) is not None)
    tried = [play(one, kinds[at % 2]) for at, one in enumerate(islice(taken, TRIES))]
    wait(50)
    del application
    slowest = max(took for _, took in tried)
    sys.stdout.write(f"{len(tried)} {sum(played for played, _ in tried)} {slowest}\n")


if __name__ == "__main__":
    main()

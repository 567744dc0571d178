"""Import of 1,000 DOCX notes in one folder a client: read, looked at, brought in, taken back.

Beside it the yardstick: the same files only opened and their words unpacked, nothing read of them.
"""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.bench import corpus, timing
from app.domain.case import ServiceMode
from app.services import note_imports
from app.services.note_imports import Chosen
from storage.clock import SystemClock
from storage.note_file import NoteFiles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from storage.vault import Vault

NOTES: Final = 1_000
_LENGTH: Final = 1_500
_CLIENTS: Final = 40
_AT_ONCE: Final = 25


def lines(arguments: list[str]) -> Iterator[dict[str, Any]]:
    """Yield one line; an argument: how many notes."""
    count = int(arguments[0]) if arguments else NOTES
    with tempfile.TemporaryDirectory() as base:
        folder = Path(base) / "notes"
        _written(folder, count)
        _, vault = corpus.vault(Path(base) / "vault", 1, _LENGTH)
        paths = NoteFiles().listed(folder)
        bare = timing.seconds(lambda: [_unpacked(path) for path in paths])
        taken: list[int] = []
        whole = timing.seconds(lambda: taken.append(_taken_in(vault, folder)))
        back = timing.seconds(lambda: note_imports.undo(vault, SystemClock(), taken[0]))
        yield {
            "notes": len(paths),
            "notes a second": round(len(paths) / whole, 1),
            "taken back ms": timing.milliseconds(back),
            "yardstick: files unpacked a second": round(len(paths) / bare, 1),
        }
        vault.close()


def _taken_in(vault: Vault, folder: Path) -> int:
    """Import a folder as the screen does; return the number of the import."""
    clock, reader = SystemClock(), NoteFiles()
    files = note_imports.read(reader, reader.listed(folder), folder)
    offer = note_imports.offer(vault, clock, files)
    ready = [
        Chosen(one.note, one.note.day, one.note.at, one.case_id, one.note.person)
        for one in offer.lines
        if one.plain and one.note.day is not None
    ]
    done = note_imports.begin(vault, clock)
    for at in range(0, len(ready), _AT_ONCE):
        some = ready[at : at + _AT_ONCE]
        done = note_imports.take_in(vault, clock, done, some, ServiceMode.ONLINE)
    if len(done.batch.entries) != len(files):
        raise RuntimeError("not every note came in")
    return done.batch.number


def _written(folder: Path, count: int) -> None:
    """Write the notes as Word would: one file a session, 25 a client."""
    from docx import Document  # noqa: PLC0415 - the bench alone writes them

    for number, words in enumerate(corpus.texts(count, _LENGTH)):
        session, client = divmod(number, _CLIENTS)
        place = folder / f"来访者{client:02d}"
        place.mkdir(parents=True, exist_ok=True)
        made = Document()
        for line in words.splitlines():
            made.add_paragraph(line)
        day = f"20{10 + session // 200:02d}-{1 + session % 12:02d}-{1 + session % 28:02d}"
        made.save(str(place / f"{day} 第{session + 1}次.docx"))


def _unpacked(path: Path) -> int:
    """Return how many bytes of words a file holds."""
    with zipfile.ZipFile(path) as archive:
        return len(archive.read("word/document.xml"))

"""Reads the notes that a counselor wrote before: DOCX, text, Markdown and tables.

The files are bounded before and while they are read; nothing in them is run, no link is followed,
no copy of them is written. What a document holds beside words is counted, so that it can be said.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as Xml

from app.domain.errors import AnswersUnreadable
from app.domain.imported_note import Left, Unread
from app.domain.note_proposal import NoteFile
from storage.answer_book import BROKEN, weigh
from storage.answer_file import LARGEST, decoded, read_answers

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

MOST_FILES: Final = 20_000
"""The most files of a folder that are listed."""
MOST_WORDS: Final = 30_000_000
"""The most bytes of the words of a document; as parts of a tree they take several times that."""
_PIECE: Final = 65_536
_TEXTS: Final = (".txt", ".md", ".markdown")
_TABLES: Final = (".csv", ".tsv", ".xlsx")
KINDS: Final = (".docx", ".doc", *_TEXTS, *_TABLES)
"""The endings of what is read; an old .doc is listed, so that it can be said that it is not."""
_OLD: Final = b"\xd0\xcf\x11\xe0"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_SKIPPED: Final = frozenset({"del", "moveFrom", "txbxContent", "Fallback", "instrText"})
_LEFT: Final = {
    "drawing": Left.PICTURE,
    "pict": Left.PICTURE,
    "object": Left.PICTURE,
    "txbxContent": Left.BOX,
    "footnoteReference": Left.NOTE,
    "endnoteReference": Left.NOTE,
    "commentReference": Left.COMMENT,
}
_WHY: Final = {
    "large": Unread.LARGE,
    "rows": Unread.LARGE,
    "columns": Unread.LARGE,
    "letters": Unread.LARGE,
    "old": Unread.OLD,
    "code": Unread.CODE,
    "empty": Unread.EMPTY,
    "unread": Unread.GONE,
}


class NoteFiles:
    """The `NoteReader` of the real disk."""

    def listed(self, folder: Path) -> tuple[Path, ...]:
        """Return the files below a folder that may hold notes, in the order of their names.

        Hidden ones and those that Word keeps beside an open document are none; no link is followed.
        """
        found: list[Path] = []
        for place, folders, names in os.walk(folder, followlinks=False):
            folders[:] = sorted(one for one in folders if not one.startswith("."))
            found += [
                Path(place) / name
                for name in sorted(names)
                if name.casefold().endswith(KINDS)
                and not name.startswith((".", "~$"))
                and not (Path(place) / name).is_symlink()
            ]
            if len(found) >= MOST_FILES:
                break
        return tuple(found[:MOST_FILES])

    def read(self, path: Path, root: Path | None = None) -> NoteFile:
        """Return what a file holds, or why it gives no note; of `root` no name is told."""
        folder = "" if root is None or path.parent == root else path.parent.name
        try:
            if not path.is_file():
                return NoteFile(path.stem, folder, unread=Unread.GONE)
            with path.open("rb") as file:
                data = file.read(LARGEST + 1)
        except OSError:
            return NoteFile(path.stem, folder, unread=Unread.GONE)
        return read_note(path.stem, path.suffix.casefold(), data, folder)


def read_note(name: str, ending: str, data: bytes, folder: str = "") -> NoteFile:
    """Return what the bytes of a file hold; `ending` says what it is, such as ".docx"."""
    if len(data) > LARGEST:
        return NoteFile(name, folder, unread=Unread.LARGE)
    try:
        if data.startswith(_OLD):
            why = Unread.LOCKED if _LOCKED in data else Unread.OLD
            return NoteFile(name, folder, unread=why)
        if ending in _TABLES:
            return NoteFile(name, folder, table=read_answers(data))
        if ending in _TEXTS:
            return NoteFile(name, folder, decoded(data).removeprefix("\ufeff"))
        text, left = _document(data)
    except AnswersUnreadable as refusal:
        return NoteFile(name, folder, unread=_WHY.get(refusal.reason, Unread.DAMAGED))
    return NoteFile(name, folder, text, left=left)


def _document(data: bytes) -> tuple[str, tuple[Left, ...]]:
    """Return the words of a DOCX and what of it they leave behind; raise `AnswersUnreadable`."""
    try:
        with weigh(data) as archive:
            return _words(archive)
    except BROKEN as error:
        raise AnswersUnreadable("damaged") from error


def _words(archive: zipfile.ZipFile) -> tuple[str, tuple[Left, ...]]:
    """Return the paragraphs, each a line; a row of a table is a line with tabs."""
    if archive.getinfo("word/document.xml").file_size > MOST_WORDS:
        raise AnswersUnreadable("large")
    # Entities and document types were refused before; nothing is fetched from anywhere.
    parser = Xml.XMLParser()  # noqa: S314
    with archive.open("word/document.xml") as source:
        while piece := source.read(_PIECE):  # in pieces: between two of them a lock has its turn
            parser.feed(piece)
    body = next((one for one in parser.close() if _name(one) == "body"), None)
    if body is None:
        raise AnswersUnreadable("damaged")
    left = {_LEFT[name] for one in body.iter() if (name := _name(one)) in _LEFT}
    return "\n".join(_lines(body)), tuple(one for one in Left if one in left)


def _lines(parent: Xml.Element) -> Iterator[str]:
    """Yield the lines below a body, a cell or what wraps some of them, in their order.

    It goes down by itself and not by calls: a stranger's file may nest without end.
    """
    waiting = [parent]
    while waiting:
        one = waiting.pop()
        name = _name(one)
        if name == "p":
            yield "".join(_runs(one))
        elif name == "tr":
            cells = (_paragraphs(cell) for cell in one if _name(cell) in ("tc", "sdt"))
            yield "\t".join(" ".join("".join(_runs(p)) for p in cell) for cell in cells)
        elif name not in _SKIPPED:
            waiting.extend(reversed(one))


def _paragraphs(cell: Xml.Element) -> Iterator[Xml.Element]:
    """Yield the paragraphs of a cell, of a table in it, too; none that lies in another again."""
    waiting = list(reversed(cell))
    while waiting:
        one = waiting.pop()
        name = _name(one)
        if name == "p":
            yield one
        elif name not in _SKIPPED:
            waiting.extend(reversed(one))


def _runs(paragraph: Xml.Element) -> Iterator[str]:
    """Yield what is written in a paragraph; what was struck out as a tracked change is not."""
    waiting = list(reversed(paragraph))
    while waiting:
        one = waiting.pop()
        name = _name(one)
        if name == "t":
            yield one.text or ""
        elif name in ("tab", "ptab"):
            yield "\t"
        elif name in ("br", "cr"):
            yield "\n"
        elif name == "noBreakHyphen":
            yield "-"
        elif name not in _SKIPPED and name != "pPr":
            waiting.extend(reversed(one))


def _name(one: Xml.Element) -> str:
    """Return what a part of a document is called, by Word's own names and the standard's."""
    return str(one.tag).rpartition("}")[2]

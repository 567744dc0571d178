"""Where a passage of a note stands in its sections, and how it is marked there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from ui.theme import look

if TYPE_CHECKING:
    from app.domain.note import NoteBody


@dataclass(frozen=True)
class Stretch:
    """Characters `start` to `end` of section number `part`."""

    part: int
    start: int
    end: int


def stretches(body: NoteBody, start: int, end: int) -> tuple[Stretch, ...]:
    """Return where characters `start` to `end` of `body.text()` stand, section by section.

    What falls on a title points at the beginning of its section, without length.
    """
    if len(body.parts) == 1:
        return (Stretch(0, start, end),)
    found: list[Stretch] = []
    at = 0
    for number, part in enumerate(body.parts):
        if not part.text:
            continue
        begin = at + len(part.title) + 1
        finish = begin + len(part.text)
        if start < finish and end > at:
            found.append(Stretch(number, max(start - begin, 0), max(min(end, finish) - begin, 0)))
        at = finish + 2
    return tuple(found)


def _units(text: str, offset: int) -> int:
    """Return the place in Qt's document of the character at `offset`: Qt counts UTF-16 units."""
    before = text[:offset].replace("\r\n", "\n")
    return len(before.encode("utf-16-le", "surrogatepass")) // 2


def mark(edit: QTextEdit, text: str, start: int, end: int) -> None:
    """Colour characters `start` to `end` of `text`, which `edit` shows, and go there.

    They are not selected: a key pressed now would replace them.
    """
    spot = edit.textCursor()
    spot.setPosition(_units(text, start))
    edit.setTextCursor(spot)
    patch = QTextEdit.ExtraSelection()
    patch.cursor = QTextCursor(spot)
    patch.cursor.setPosition(_units(text, end), QTextCursor.MoveMode.KeepAnchor)
    patch.format.setBackground(look.colour("mark"))
    patch.format.setForeground(look.colour("ink"))
    edit.setExtraSelections([patch])

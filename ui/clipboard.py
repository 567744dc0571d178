"""What is copied here: no program's history keeps it, and it is gone after half a minute.

The words on a clipboard are the words of a client. Each platform has a sign by which programs ask
that a copy be left out of histories and clouds; all of them are set, since a sign that means
nothing to a desktop harms nothing there. (Qt wraps the names for the pasteboard of macOS, so that
the sign may not be understood there.)
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCryptographicHash, QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray

KEPT_MS: Final = 30_000
OWN: Final = "application/x-xinxia"
_NOT: Final = bytes(4)  # a DWORD of zero, as Windows reads it
MARKS: Final = {
    OWN: b"1",
    "x-kde-passwordManagerHint": b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": b"1",
    "CanIncludeInClipboardHistory": _NOT,
    "CanUploadToCloudClipboard": _NOT,
    "org.nspasteboard.ConcealedType": b"1",
}


def mark(data: QMimeData) -> QMimeData:
    """Add the signs that ask every program to keep no copy of `data`, and return it."""
    for name, value in MARKS.items():
        data.setData(name, value)
    return data


def put(text: str) -> None:
    """Copy a text, marked."""
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(mark(data))


class ClipboardKeeper(QObject):
    """Watches what is copied here, marks what is not marked, and clears it after `kept_ms`.

    It clears only what is still ours: what lies there by our own hand, bears our mark, or reads
    the same, as when a clipboard program took it over. Of the text itself only a digest is kept.
    Nothing goes to the selection that X11 pastes with the middle button.
    """

    def __init__(self, parent: QObject | None = None, *, kept_ms: int = KEPT_MS) -> None:
        super().__init__(parent)
        self._board = QGuiApplication.clipboard()
        self._kept_ms = kept_ms
        self._salt, self._copied = os.urandom(16), b""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self._board.dataChanged.connect(self._changed)
        self._board.selectionChanged.connect(self._selected)

    def clear(self) -> None:
        """Empty the clipboard if what lies there was copied here."""
        self._timer.stop()
        if self._is_ours():
            self._board.clear()
        self._copied = b""
        self._selected()

    def _changed(self) -> None:
        """Mark what was copied here and begin to count."""
        data = _lying(self._board)
        if data is None or not data.hasText():
            return
        if data.hasFormat(OWN):
            self._copied = self._digest(data.text())
            self._timer.start(self._kept_ms)
        elif self._board.ownsClipboard():
            # Copied by a part of Qt's own, as from the menu of a line: comes back here, marked.
            put(data.text())

    def _selected(self) -> None:
        """Leave nothing on the selection clipboard of the desktop."""
        if self._board.supportsSelection() and self._board.ownsSelection():
            self._board.clear(QClipboard.Mode.Selection)

    def _is_ours(self) -> bool:
        """Return whether what lies there was copied here.

        Another program is asked for its text only after something was copied here: it may be slow.
        """
        if self._board.ownsClipboard():
            return True
        data = _lying(self._board) if self._copied else None
        if data is None:
            return False
        return data.hasFormat(OWN) or self._digest(data.text()) == self._copied

    def _digest(self, text: str) -> bytes:
        told = self._salt + text.encode("utf-8", "surrogatepass")
        found: QByteArray = QCryptographicHash.hash(told, QCryptographicHash.Algorithm.Sha256)
        return bytes(found.data())


def _lying(board: QClipboard) -> QMimeData | None:
    """Return what lies on the clipboard; Qt's own annotation forgets that it may be nothing."""
    return board.mimeData()

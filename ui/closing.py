"""Closes the vault behind an open workspace: the last words first, and nothing waits for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.services import vaults
from ui.resume import remembered

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ports import OpenVault
    from ui.office import Office
    from ui.workspace import Workspace

_SEEN_S: Final = 0.3
"""After so many seconds of closing, a lock takes the words from the screen."""
_NO_WORDS_S: Final = 1.2
_WORDS_S: Final = 4.0
"""How long a lock then waits; a computer that goes to sleep gives five seconds in all."""


def close(
    space: Workspace,
    office: Office,
    last: Callable[[OpenVault], None] | None = None,
    *,
    hurry: bool,
) -> bool:
    """Lend the last words to the desk, close the vault behind them; say whether all was stored.

    `last` is done before it is closed. In a `hurry`, work that takes long is not waited for: it
    ends with the process, as it would if the power failed. Words that are on their way get more
    time than anything else.
    """
    before = office.desk.waiting
    # Before the last words: on a full disk they need the room that was kept for them.
    office.desk.do(space, lambda vault: vault.make_room())
    lent = office.desk.waiting
    try:
        # What an input method shows and has not put in yet belongs to the words, too.
        QGuiApplication.inputMethod().commit()
        space.leave()
    except BaseException:
        _shut(space, office, last, _WORDS_S if hurry else None)
        raise
    # A single piece of work that was there before is no words, unless a page says so.
    # Nor is a way into the vault that is being changed: it is waited for, and the door says of it
    # which one holds.
    changing = space.changing() is not None
    words = before - changing > 1 or office.desk.waiting > lent or space.unsaved()
    patience = _WORDS_S if words or changing else _NO_WORDS_S
    return _shut(space, office, last, patience if hurry else None) or not words


def _shut(
    space: Workspace,
    office: Office,
    last: Callable[[OpenVault], None] | None,
    patience: float | None,
) -> bool:
    """Close the vault behind what a workspace has lent; say whether that was done in time."""
    writing, calendar, clock = space.writing(), space.calendar(), office.tools().clock
    page = remembered(space.begun())

    def shut(vault: OpenVault) -> None:
        try:
            if last is not None:
                last(vault)
        finally:
            vaults.lock(vault, clock, writing, calendar, page)

    closed = office.desk.closing(shut)
    try:
        if patience is None or closed(_SEEN_S):
            return closed(None)
        vanish()
        return closed(patience)
    finally:
        space.hide()
        space.deleteLater()


def vanish() -> None:
    """Take everything from the screen while the last words are on their way."""
    for window in QApplication.topLevelWindows():
        window.hide()
    QGuiApplication.sync()

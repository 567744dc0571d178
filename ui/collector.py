"""Collects what nobody holds any more on the window's thread, and on no other.

Python collects on whichever thread happens to allocate. Where that is the vault's thread, a part of
the window that lies in a ring of references dies there, and Qt does not survive that.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000


class Collector(QObject):
    """Takes collecting away from Python's own clockwork while its parent lives.

    What is there when it is made is left out from then on: it stays to the end anyway, and need
    not be looked through each time.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(sweep)
        self._timer.start()


def sweep() -> None:
    """Collect the oldest generation that is due, if any is; call it on the window's thread."""
    due = zip(gc.get_count(), gc.get_threshold(), strict=True)
    for generation, (count, limit) in reversed(list(enumerate(due))):
        if limit and count > limit:
            gc.collect(generation)
            return

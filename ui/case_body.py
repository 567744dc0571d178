"""The form of a case in its column of reading width, and a store of one that is built ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtWidgets import QWidget

from ui.case_sections import ProfileForm
from ui.theme import look
from ui.widgets.card import column, row, scroll

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollArea, QVBoxLayout

    from ui.theme.look import Look

REST_MS: Final = 700
"""So long she has been where nothing is typed when a form is built for the next time."""
_WIDE: Final = 640


class CaseBody:
    """What stands below the bar of the form of a case: `above` is room over the `form`.

    A new one `asks` how the request is graded as well.
    """

    def __init__(self, *, asks: bool) -> None:
        # From the outside to the inside: whatever is put into another part is styled anew with
        # all that it holds.
        inside = QWidget()
        self.area: QScrollArea = scroll(inside, "paper")
        reading = QWidget(inside)
        reading.setMaximumWidth(look.px(_WIDE))
        self.form = ProfileForm(reading)
        self.above: QVBoxLayout = column()
        reading.setLayout(column(self.above, self.form))
        middle = row(None, reading, None, margins=(32, 28, 32, 48))
        middle.setStretch(1, 100)
        inside.setLayout(column(middle, None))
        if asks:
            self.form.ask_request()


class CaseBodies(QObject):
    """Gives out the bodies of forms; one of each kind is built while she rests.

    To build and lay out so many fields takes longer than a page may take to be seen. What is built
    ahead is empty and was never anybody's: no word of one client can come into the form of another.
    """

    def __init__(self, room: QWidget) -> None:
        """`room` is where the bodies will be seen: they are laid out in its size."""
        super().__init__(room)
        self._room = room
        self._ready: dict[bool, tuple[Look, CaseBody]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._build)

    def rest(self, *, resting: bool) -> None:
        """Begin to count anew: she came to a page, and rests there or is about to write."""
        self._timer.stop()
        if resting:
            self._timer.start()

    def at_rest(self) -> bool:
        """Return whether nothing will be built: both are there, or she is where one writes."""
        return not self._timer.isActive()

    def take(self, *, asks: bool) -> CaseBody:
        """Return a body; it is no longer here."""
        seen, body = self._ready.pop(asks, (None, None))
        if body is not None and seen is look.now():
            return body
        _end(body)
        return CaseBody(asks=asks)

    def drop(self) -> None:
        """Let go of what was built."""
        self._timer.stop()
        while self._ready:
            _end(self._ready.popitem()[1][1])

    def _build(self) -> None:
        """Build one that lacks, and go on later with the next."""
        lacking = [asks for asks in (True, False) if asks not in self._ready]
        for asks in lacking[:1]:
            body = CaseBody(asks=asks)
            body.area.resize(self._room.size().expandedTo(QSize(1, 1)))
            body.area.grab()  # so it is styled and laid out, as when it is seen
            self._ready[asks] = (look.now(), body)
        if len(lacking) > 1:
            self._timer.start()


def _end(body: CaseBody | None) -> None:
    """Let the window's thread do away with a body."""
    if body is not None:
        body.area.deleteLater()

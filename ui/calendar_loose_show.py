"""What the calendar does with a session that keeps no appointment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.services import agenda
from ui.calendar_loose import note_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.ids import SessionId
    from app.ports import OpenVault
    from app.services.agenda import LooseSession
    from ui.calendar_board import CalendarBoard


class LooseSessions(QObject):
    """Looks up the session that is chosen, shows it beside the grid, and opens its note."""

    def __init__(self, screen: CalendarBoard) -> None:
        super().__init__(screen)
        self._screen = screen
        screen.pane.loose.went.connect(screen.wanted)

    def show(self, session_id: SessionId) -> None:
        """Show a session, unless another is chosen meanwhile or a form is being written."""
        self._ask(session_id, lambda _found: None)

    def open(self, session_id: SessionId) -> None:
        """Open the note of a session; where there is none to open, go to its buttons."""
        self._ask(session_id, self._read)

    def enter(self, session_id: SessionId) -> None:
        """Go to the buttons of a session."""
        self._ask(session_id, self._enter)

    def _ask(self, session_id: SessionId, then: Callable[[LooseSession], None]) -> None:
        screen = self._screen

        def work(vault: OpenVault) -> LooseSession | None:
            try:
                return agenda.loose_session(vault, session_id)
            except KeyError:  # it went while the page still showed it
                return None

        def show(found: LooseSession | None) -> None:
            picked = screen.grid.picked
            if found is None or screen.pane.writing() or picked is None:
                return
            if picked.session_id != session_id:
                return
            screen.pane.loose.show_session(found, screen.zone)
            screen.pane.show_loose()
            then(found)

        screen.office.desk.do(self, work, show)

    def _read(self, found: LooseSession) -> None:
        note = note_of(found)
        if note is not None:
            self._screen.wanted.emit(note)
        else:
            self._enter(found)

    def _enter(self, _found: LooseSession) -> None:
        self._screen.go_inside(inside=True)
        self._screen.pane.loose.enter()

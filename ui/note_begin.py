"""Begins a note from any page; where its time has one already, says so there and lets choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.domain.errors import Refusal, SlotHasNote
from app.services import notes
from app.services.changes import Noun
from ui.clause_link import refusal_banner
from ui.messages import message
from ui.note_template_menu import window_language
from ui.page import ToNote
from ui.widgets.banner import Banner
from ui.widgets.painted import announce

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.domain.ids import CaseId
    from app.domain.note import Note
    from app.domain.session import SessionTime
    from app.ports import OpenVault
    from ui.office import Office


class NoteBegin(QObject):
    """Begins notes for `owner`, which shows what is said with `show` (None takes it away).

    `went` leads to a note, the new one or the one that was there; `refused` tells every refusal,
    after which the owner lets one ask again.
    """

    went = Signal(object)
    refused = Signal(Refusal)

    def __init__(
        self, office: Office, owner: QWidget, show: Callable[[Banner | None], None]
    ) -> None:
        super().__init__(owner)
        self._office, self._owner, self._show = office, owner, show

    def begin(
        self,
        case_id: CaseId,
        *,
        form: str = "",
        when: SessionTime | None = None,
        again: bool = False,
    ) -> None:
        """Begin a note; `again` where its time has one already."""
        tools, language = self._office.tools, window_language()

        def work(vault: OpenVault) -> Note:
            return notes.begin(vault, tools(), case_id, language, form=form, when=when, again=again)

        def then(note: Note) -> None:
            self._show(None)
            self.went.emit(ToNote(note.id))

        def refused(refusal: Refusal) -> None:
            self.refused.emit(refusal)
            self._show(
                self._said(refusal, lambda: self.begin(case_id, form=form, when=when, again=True))
            )

        nouns = (Noun.NOTES, Noun.APPOINTMENTS)
        self._office.desk.do(self._owner, work, then, refused, nouns)

    def _said(self, refusal: Refusal, again: Callable[[], None]) -> Banner:
        """Return what a refusal says, with both ways on where the time has a note."""
        said = message(refusal)
        announce(self._owner, f"{said.what} {said.why}")
        if not isinstance(refusal, SlotHasNote):
            return refusal_banner(refusal)
        note_id = refusal.note_id
        made = Banner(
            "warning",
            said.what,
            text=said.why,
            icon="file-text",
            clause=self.tr("再写一篇"),
            action=self.tr("打开那一篇"),
        )

        # Once it is shown: the button that was pressed may have been the last to have the keys.
        QTimer.singleShot(
            0, made.action, lambda: made.action.setFocus(Qt.FocusReason.OtherFocusReason)
        )

        def open_it() -> None:
            self._show(None)
            self.went.emit(ToNote(note_id))

        made.acted.connect(open_it)
        made.clause_asked.connect(again)
        return made

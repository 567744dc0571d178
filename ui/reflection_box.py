"""One private reflection: when it was begun, its words, and what deletes it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from app.services import reflections
from ui.messages import message
from ui.saver import Saver
from ui.tab_order import follow, stop_before
from ui.widgets.banner import Banner
from ui.widgets.button import IconButton
from ui.widgets.card import bring_into_sight, column, put, row
from ui.widgets.writing import WritingSection

if TYPE_CHECKING:
    from app.domain.errors import Refusal
    from app.domain.ids import ReflectionId, SessionId
    from app.services.reflections import Writing
    from ui.office import Office

_ROWS: Final = 4
_LEAST: Final = 2


class ReflectionBox(QWidget):
    """A reflection that saves itself. `changed` follows its state, `gone` says it was deleted."""

    changed = Signal()
    gone = Signal(bool)

    def __init__(  # noqa: PLR0913 - what it is and where it is kept
        self,
        office: Office,
        writing: Writing,
        title: str,
        text: str = "",
        *,
        quiet_ms: int,
        frozen: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`frozen` says that a legal hold keeps it as it is: it is read, not written."""
        super().__init__(parent)
        self._office, self._writing = office, writing
        self.reflection_id: ReflectionId | None = writing.id
        self.session_id: SessionId | None = writing.session_id
        self.touched = False
        self._going, self.frozen = False, frozen
        self._asked = column()
        self.section = WritingSection(title, rows=_ROWS if writing.id is None else _LEAST)
        self.section.set_text(text)
        self.section.set_read_only(read_only=frozen)
        self.remove = IconButton("trash-2", self.tr("删除这篇札记"))
        self.remove.setAccessibleDescription(title)
        self.remove.clicked.connect(self._ask)
        line = row(self.section, column(10, self.remove, None), spacing=4)
        line.setStretch(0, 1)
        self.setLayout(column(self._asked, line, spacing=6))
        self.saver = self._keeper(quiet_ms)
        self.section.edited.connect(self._edited)
        self._show_remove()

    def write_on(self) -> None:
        """Write on where the words end."""
        self.section.edit.moveCursor(QTextCursor.MoveOperation.End)
        self.section.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(self)

    def leave(self) -> None:
        """Lend what is not kept yet to the desk; one without a word goes."""
        if not self.touched or self._going:
            return
        tools, writing = self._office.tools, self._writing
        self.saver.last(lambda vault: reflections.tidy(vault, tools().clock, writing))

    def is_composing(self) -> bool:
        """Say whether an input method is still composing a word."""
        return self.section.edit.is_composing()

    def asking(self) -> bool:
        """Return whether it asks if it is to be deleted."""
        return self._asked.count() > 0

    def stay(self) -> None:
        """Take the question away."""
        put(self._asked, None)
        self.remove.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keeper(self, quiet_ms: int) -> Saver[str]:
        """Return what keeps its words a moment after the last key."""
        tools, writing = self._office.tools, self._writing
        made = Saver(
            self._office.desk,
            read=self.section.text,
            write=lambda vault, text: reflections.keep(vault, tools().clock, writing, text),
            composing=self.is_composing,
            quiet_ms=quiet_ms,
            parent=self,
        )
        made.changed.connect(self.changed)
        return made

    def _edited(self) -> None:
        self.touched = True
        self._show_remove()
        self.saver.touch()

    def _show_remove(self) -> None:
        """Offer to delete what is there: a word at least, or what was kept before."""
        there = self.reflection_id is not None or bool(self.section.text())
        self.remove.setVisible(there and not self.frozen)

    def _ask(self) -> None:
        """Ask whether it is to be deleted; the words stay in sight below the question."""
        banner = Banner(
            "warning",
            self.tr("删除这篇札记？"),
            text=self.tr("删了就找不回来。以前做的备份里还有它，直到那些备份也删掉。"),
            icon="trash-2",
            clause=self.tr("留着"),
            action=self.tr("删除札记"),
        )
        banner.acted.connect(self._remove)
        banner.clause_asked.connect(self.stay)
        before = stop_before(self.section.edit)
        put(self._asked, banner)
        if before is not None:
            follow(before, banner)
        banner.clause.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(banner)

    def _remove(self) -> None:
        """Delete it, behind what is on its way."""
        self._going = True
        self.saver.forget()
        self.section.set_read_only(read_only=True)
        tools, writing = self._office.tools, self._writing
        self._office.desk.do(
            self,
            lambda vault: reflections.remove(vault, tools().clock, writing),
            self.gone.emit,
            self._stays,
        )

    def _stays(self, refusal: Refusal) -> None:
        """Say that it could not be deleted, and let it be written."""
        self._going = False
        self.section.set_read_only(read_only=False)
        said = message(refusal)
        banner = Banner("refusal", said.what, text=said.why, action=self.tr("知道了"))
        banner.acted.connect(partial(put, self._asked, None))
        put(self._asked, banner)

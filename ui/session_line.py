"""A row of the sheet of a session: what it is called, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLayout, QWidget

from ui.theme import look
from ui.widgets.card import column, row
from ui.widgets.label import Label
from ui.widgets.painted import hide_unless
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from PySide6.QtWidgets import QBoxLayout

_LABEL: Final = 112
_SIGN: Final = 14


class SheetLine(QWidget):
    """A name at the left, a part at the right, and a mark while a signature waits for it."""

    def __init__(self, name: str, part: QLayout | QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Label(name, "soft", wrap=True)
        self._label.setFixedWidth(look.px(_LABEL))
        self._sign = Picture(
            "circle-alert",
            "mid",
            _SIGN,
            spoken=QCoreApplication.translate("SessionSheet", "还没填：{0}").format(name),
        )
        hide_unless(False, self._sign)  # noqa: FBT003 - shown by `mark`
        # The mark has its room whether it is shown or not: nothing moves.
        room = QWidget()
        room.setFixedWidth(look.px(_SIGN))
        room.setLayout(column(6, self._sign, None))
        line: QBoxLayout = row(room, column(4, self._label, None), spacing=8)
        if isinstance(part, QWidget):
            line.addWidget(part, 1)
        else:
            line.addLayout(part, 1)
        self.setLayout(line)

    @property
    def marked(self) -> bool:
        """Whether the row is marked as wanted."""
        return not self._sign.isHidden()

    def mark(self, *, wanted: bool) -> None:
        """Mark the row as one that a signature waits for, or take the mark away."""
        if wanted == self.marked:
            return
        self._sign.setVisible(wanted)
        self._label.set_tint("mid" if wanted else "")

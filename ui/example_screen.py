"""Lays out the example, an invented practice, and opens it; says how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui import translation
from ui.messages import message
from ui.theme import look, style
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import column, row
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.picture import Mark
from ui.widgets.progress import Progress

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from app.domain.errors import Refusal
    from app.ports import Example
    from ui.office import Office

_WIDTH: Final = 440


class ExampleScreen(QWidget):
    """Begins at once; `opened` hands over the open example, `left` asks to go back."""

    opened = Signal(object)
    left = Signal()
    _told = Signal(int, int)

    def __init__(self, office: Office, example: Example, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office, self._example = office, example
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self._title = Label(self.tr("正在布置示例"), "title")
        said = self.tr(
            "一间虚构的咨询室：几位编出来的来访者，有记录、同意书和这一周的日程。\n"
            "它有自己的保险库，和您的分开。要十几秒。"
        )
        self._progress = Progress(self.tr("写下第一个个案"), can_cancel=False)
        self._back = Button(self.tr("返回"), "quiet", icon="arrow-left")
        self._back.clicked.connect(self.left)
        self._back.hide()
        self._room = column()
        middle = QWidget()
        middle.setFixedWidth(look.px(_WIDTH))
        words = Label(said, "read", tint="soft", wrap=True)
        middle.setLayout(
            column(Mark(56), 24, self._title, 10, words, 28, self._progress, self._room,
                   row(self._back, None))
        )  # fmt: skip
        page = column(row(None, middle, None))
        page.insertStretch(0, 2)
        page.addStretch(3)
        self.setLayout(page)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(said)
        self._told.connect(self._show_step, Qt.ConnectionType.QueuedConnection)
        style.deepen()
        self._begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc once it did not work; before, there is nothing to stop safely."""
        if event.key() == Qt.Key.Key_Escape and self._back.isVisible():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _begin(self) -> None:
        language = translation.chosen(self.office.preferences.load().language)
        example = self._example
        self.office.desk.open(
            self, lambda: example.open(language, self._tell), self.opened.emit, self._refused
        )

    def _tell(self, done: int, total: int) -> None:
        """Say how far it is, from the vault's thread."""
        if shiboken6.isValid(self):
            self._told.emit(done, total)

    def _show_step(self, done: int, total: int) -> None:
        said = (
            self.tr("写下第一个个案")
            if not done
            else self.tr("个案 {0}，共 {1}").format(min(done, total - 1), total - 1)
        )
        self._progress.set_step(done, total, said)

    def _refused(self, refusal: Refusal) -> None:
        """Say why there is no example, and lead back."""
        said = message(refusal)
        self._progress.hide()
        self._room.addWidget(Banner("refusal", said.what, text=said.why))
        self._room.addSpacing(look.px(16))
        self._back.show()
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{said.what} {said.why}")

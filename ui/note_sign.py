"""The panel in which a note is signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal

from ui.messages import message
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, row
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.password import PasswordField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from app.domain.errors import TooManyTries, WrongPassword


class SignPanel(Card):
    """Asks for name and password, then for nothing more. `asked` gives both."""

    asked = Signal(str, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("raised", margins=(18, 14, 18, 14), spacing=10, parent=parent)
        self.signer = Field(self.tr("签署人"))
        self.password = PasswordField(self.tr("密码"))
        self._before = Banner("warning", self.tr("可以签，先看一眼："), icon="circle-alert")
        self.cancel = Button(self.tr("取消"), "ghost")
        self.cancel.clicked.connect(self.closed)
        self.sign = Button(self.tr("签署这篇记录"), "primary", icon="signature")
        self.sign.clicked.connect(self.ask)
        self.signer.entered.connect(self.password.setFocus)
        self.signer.changed.connect(lambda: self.signer.set_error(""))
        self.password.entered.connect(self.ask)
        self.body.addWidget(Label(self.tr("签署"), "name"))
        told = self.tr("签署之后原文不再改动，只能补记。请再输入一次保险库的密码。")
        self.body.addWidget(Label(told, "soft", wrap=True))
        self.body.addWidget(self._before)
        fields = row(self.signer, self.password, spacing=12)
        fields.setAlignment(self.signer, Qt.AlignmentFlag.AlignTop)
        fields.setAlignment(self.password, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(fields)
        self.body.addLayout(row(None, self.cancel, self.sign, spacing=8))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._again)

    def begin(
        self, signer: str, missing: Sequence[str], over: str = "", cautions: Sequence[str] = ()
    ) -> None:
        """Show who signs, what is still empty, and when the session is over where it is not yet.

        `cautions` are sentences that are worth a thought and stop nothing.
        """
        if not self.signer.text().strip():
            self.signer.set_text(signer)
        told = list(cautions)
        if missing:
            gaps = self.tr("、").join(missing)
            told.insert(0, self.tr("还空着：{0}。没有也请写「无」。").format(gaps))
        if over:
            told.insert(
                0, self.tr("这次咨询要到 {0} 才结束；时间写错了的话，先改好再签。").format(over)
            )
        self._before.say(self.tr("可以签，先看一眼："), "\n".join(told))
        self._before.setVisible(bool(told))
        self.show()
        (self.password if self.signer.text().strip() else self.signer).setFocus()

    def end(self) -> None:
        """Forget the password and close."""
        self.password.clear()
        self.password.set_error("")
        self.hide()

    def rest(self, *, resting: bool) -> None:
        """Take nothing while the note is being signed, or while a pause lasts."""
        self.sign.setEnabled(not resting and not self._pause.isActive())

    def refuse(self, refusal: WrongPassword | TooManyTries) -> None:
        """Say that the password was wrong, and for how long nothing is taken."""
        words = message(refusal)
        if refusal.wait_seconds:
            self._pause.start(round(refusal.wait_seconds * 1000) + 50)
        self.rest(resting=False)
        self.password.set_error(words.line)
        self.password.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc and sign nothing."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def ask(self) -> None:
        """Ask for the signature once, or say what is missing."""
        if not self.sign.isEnabled():
            return
        signer = self.signer.text().strip()
        if signer and signer == self.password.text():
            # Typed blindly it went into both: it must never stand in the clear, under a note.
            self.signer.clear()
            signer = ""
        self.signer.set_error("" if signer else self.tr("请写签署人的姓名。"))
        missing = self.tr("请写密码。") if not self.password.text() else ""
        self.password.set_error(missing)
        if signer and not missing:
            self.rest(resting=True)
            self.asked.emit(signer, self.password.take())
        else:
            (self.password if signer else self.signer).setFocus()

    def _again(self) -> None:
        self.password.set_error("")
        self.rest(resting=False)

"""Asks who is there before a way in is changed: the present password, or the recovery key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import RecoveryKeyMistyped, TooManyTries, WrongPassword
from app.domain.proof import Proof
from ui.begin import Begins
from ui.messages import message
from ui.recovery_box import RecoveryBox
from ui.widgets.button import Button
from ui.widgets.card import column, row
from ui.widgets.password import PasswordField

if TYPE_CHECKING:
    from app.domain.errors import Refusal


class ProofBox(Begins, QWidget):
    """The password that opens the vault now; a link asks for the recovery key instead."""

    changed = Signal()
    entered = Signal()

    def __init__(self, *, recovery: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recovery = recovery
        self.password = PasswordField(self.tr("现在的密码"))
        self.key = RecoveryBox(
            self.tr("恢复密钥"), hint=self.tr("八组，每组五个字符。空格、横线和大小写都随意。")
        )
        self.other = Button("", "link")
        self.other.clicked.connect(self._turn)
        for field in (self.password, self.key):
            field.changed.connect(lambda _: self._typed())
            field.entered.connect(self.entered)
        self.setLayout(column(self.password, self.key, 6, row(self.other, None)))
        self._show_form()

    def empty(self) -> bool:
        """Return whether nothing is written."""
        return not self._text()

    def proof(self) -> Proof:
        """Return what is written."""
        return Proof(self._text(), recovery=self._recovery)

    def refuse(self, refusal: Refusal) -> bool:
        """Say under the field what is wrong with the proof; False where that is not the matter.

        A wrong password goes, as at the door; a recovery key stays, to be compared with the paper.
        """
        if not isinstance(refusal, WrongPassword | TooManyTries | RecoveryKeyMistyped):
            return False
        said = message(refusal).line
        if self._recovery:
            if isinstance(refusal, WrongPassword):
                said = self.tr("这不是这个保险库的恢复密钥。请核对纸上写的保险库名字和日期。")
            self.key.set_error(said)
        else:
            self.password.clear()
            self.password.set_error(said)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def wipe(self) -> None:
        """Leave nothing of it on the screen."""
        self.password.clear()
        self.key.wipe()

    def _text(self) -> str:
        return self.key.text() if self._recovery else self.password.text()

    def _turn(self) -> None:
        """Ask for the other of the two; what was written of the one goes."""
        self.wipe()
        self.password.set_error("")
        self._recovery = not self._recovery
        self._show_form()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _show_form(self) -> None:
        self.password.setVisible(not self._recovery)
        self.key.setVisible(self._recovery)
        self.other.setText(self.tr("改用密码") if self._recovery else self.tr("改用恢复密钥"))
        self.begin_at(self.key if self._recovery else self.password)

    def _typed(self) -> None:
        if self.password.text() and self.password.error():
            self.password.set_error("")
        self.changed.emit()

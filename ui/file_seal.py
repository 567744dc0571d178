"""The password of a file that leaves the vault with words of a client in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from ui.file_password import tie
from ui.widgets.button import Button
from ui.widgets.card import column, row
from ui.widgets.password import PasswordField
from ui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.office import Office

SHORTEST: Final = 8


class FileSeal(QWidget):
    """A password, one thought of for her, or the choice of none: no file is bare by default."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self.password = PasswordField(
            self.tr("文件密码"), hint=self.tr("至少 8 个字符。请用另外的途径告诉对方。")
        )
        self.suggest = Button(self.tr("替我想一个"), "quiet", sz="s")
        self.bare = Tick(self.tr("不设密码（拿到文件的人都能读）"))
        tie(self.password, self.suggest, self.bare)
        self.setLayout(column(self.password, 6, row(self.suggest, self.bare, None, spacing=16)))

    def seal(self) -> Callable[[bytes], bytes] | None:
        """Return what puts the password on the file; None, and why, where there is none yet."""
        if self.bare.isChecked():
            return bytes
        password, tools = self.password.text(), self._office.tools
        if len(password) < SHORTEST:
            self.password.set_error(self.tr("至少 8 个字符；或者勾上不设密码。"))
            self.password.setFocus()
            return None
        self.password.set_error("")
        return lambda pdf: tools().papers.protect_pdf(pdf, password)

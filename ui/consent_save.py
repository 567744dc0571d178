"""Where a file that leaves the vault is to be written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from ui import pick
from ui.widgets.button import Button
from ui.widgets.card import Card, bring_into_sight, row
from ui.widgets.field import Field

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget


class SavePanel(Card):
    """Where a file is to be written, with the warning that it leaves the vault.

    It is a PDF, unless `label` and `hint` say of another what it is and how it is kept.
    """

    save = Signal(Path)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, label: str = "", hint: str = "") -> None:
        super().__init__("raised", margins=(16, 14, 16, 14), spacing=10, parent=parent)
        self._confirmed = ""
        self._label = label or self.tr("存为 PDF")
        self.path = Field(
            self._label,
            hint=hint
            or self.tr(
                "文件离开保险库后不再加密。请放在只有您能打开的地方，用完删除；文件名里不写姓名。"
            ),
        )
        self.path.changed.connect(lambda _text: self.path.set_error(""))
        self.path.entered.connect(self._save)
        choose = Button(self.tr("选择位置"), "quiet", icon="folder-open")
        choose.clicked.connect(self._pick)
        close = Button(self.tr("取消"), "ghost")
        close.clicked.connect(self.closed)
        save = Button(self.tr("存为文件"), "primary", icon="download")
        save.clicked.connect(self._save)
        self.body.addWidget(self.path)
        self.body.addLayout(row(choose, None, close, save, spacing=8))

    def propose(self, name: str) -> None:
        """Propose a file of this name among the documents, and come into sight.

        It opens below what asks for it, on many a page below the fold.
        """
        self._confirmed = ""
        self.path.set_text(str(pick.documents() / name))
        self.path.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def refuse(self, words: str) -> None:
        """Say why nothing was written."""
        self.path.set_error(words)

    def _pick(self) -> None:
        name = Path(self.path.text()).name
        pick.pick_save(self, self._label, name, self._picked)

    def _picked(self, path: Path) -> None:
        self.path.set_text(str(path))
        self._confirmed = str(path)  # the dialog has asked already
        self._save()

    def _save(self) -> None:
        words = self.path.text()
        if not words.strip():
            self.refuse(self.tr("请写明存到哪里。"))
        elif Path(words).exists() and words != self._confirmed:
            self._confirmed = words
            self.refuse(self.tr("那里已有同名文件。再按一次就替换它。"))
        else:
            self.save.emit(Path(words))

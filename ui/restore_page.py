"""The restore in the open workspace, and before the door of a computer that has no vault yet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.begin import Begins
from ui.page import Page, PageKey
from ui.restore_panel import RestorePanel, width
from ui.widgets.button import Button
from ui.widgets.card import column, row, scroll, under_head
from ui.widgets.label import Label
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.office import Office
    from ui.page import ToRestore


class RestoreScreen(Page):
    """The page. `switched` gives the restored vault that is to be opened in place of this one."""

    switched = Signal(Path)

    def __init__(self, office: Office, wanted: ToRestore, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        now = office.preferences.load().vault
        beside = Path(now) if now else office.suggested_vault()
        self.panel = RestorePanel(office, beside, wanted.source, wanted.number)
        self.panel.opened.connect(self.switched)
        self.panel.setMaximumWidth(width())
        head = TopBar(self.tr("从备份恢复"))
        head.back.connect(self.back)
        about = self.tr(
            "恢复好以后，这个保险库会锁上，换到恢复的那一个；它留在原处，随时能再打开。"
        )
        words = [Label(about, "soft", wrap=True)]
        if now:
            words.append(Label(self.tr("现在的保险库：{0}").format(now), "meta", wrap=True))
        self.setLayout(under_head(head, width(), column(*words, 20, self.panel, None)))
        self.begin_at(self.panel)
        office.desk.do(
            self.panel,
            lambda vault: vault.settings.practice().place.time_zone,
            self.panel.tell_times_of,
        )

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of this page."""
        return (PageKey("Esc", self.tr("返回")),)

    def escape(self) -> None:
        """Go back; what runs goes on."""
        self.back.emit()


class DoorRestore(Begins, QWidget):
    """Before the door. `restored` gives the vault to stand before, `left` goes back."""

    restored = Signal(Path)
    left = Signal()

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self.panel = RestorePanel(office, office.suggested_vault())
        self.panel.opened.connect(self.restored)
        back = Button(self.tr("返回"), "ghost", icon="arrow-left")
        back.clicked.connect(self.left)
        about = self.tr("有备份文件夹或便携备份，再加上密码或恢复密钥，记录就能回来。")
        middle = QWidget()
        middle.setMaximumWidth(width())
        middle.setLayout(
            column(
                row(back, None),
                12,
                Label(self.tr("从备份恢复"), "title"),
                4,
                Label(about, "soft", wrap=True),
                24,
                self.panel,
                None,
            )
        )
        inside = QWidget()
        across = row(middle, margins=(40, 48, 40, 40))
        inside.setLayout(across)
        self.setLayout(column(scroll(inside, "paper")))
        self.begin_at(self.panel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the door."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

"""What stands above the pages of a consent: that its words changed, or that its text has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.consent import short_edition
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class VoidNotice(Banner):
    """Says that the words changed after a step, and what follows from it (clause 042)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("warning", "", icon="undo-2", parent=parent)
        self.say(
            self.tr("内容改过了，先前记下的步骤不再算数。"),
            self.tr("请把改过的同意书重新提供给来访者，再阅读、讨论、确认。"),
        )
        self.hide()


class EditionNotice(Banner):
    """Says that a newer edition of the text has come, and that this consent keeps its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("info", "", parent=parent)
        self.hide()

    def show_editions(self, mine: str, newer: str) -> None:
        """Name both editions, or go when `newer` is none."""
        self.setVisible(bool(newer))
        if newer:
            self.say(
                self.tr("这份同意书用的是{0}，文本已有{1}。").format(
                    short_edition(mine), short_edition(newer)
                ),
                self.tr("这份的文字不会自己变。要用新的文本，请另做一份。"),
            )

"""After how many quiet weeks a client counts as gone, on the page of settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.domain.dropped import MOST_WEEKS
from app.services import dropouts
from app.services.changes import Noun
from ui.widgets.card import column
from ui.widgets.field import Field
from ui.widgets.label import Label

if TYPE_CHECKING:
    from ui.page import Page


class QuietSettings(QWidget):
    """One number; what can be meant is kept at once, 0 is never."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._shown: int | None = None
        self.weeks = Field(self.tr("几周没有来也没有约，就提醒"))
        self.weeks.line.setMaxLength(len(str(MOST_WEEKS)))
        why = self.tr(
            "个案页和个案列表上说「可能脱落」；连着两次没有来也会说。写 0 就不看周数（问 4·1(2)）。"
        )
        words = column(Label(self.tr("脱落"), "read"), Label(why, "soft", wrap=True))
        self.setLayout(column(words, 10, self.weeks))
        self.weeks.changed.connect(self._typed)
        self._page.office.desk.do(self, lambda vault: vault.settings.quiet_weeks(), self._show)

    def _show(self, weeks: int) -> None:
        """Show what is set, unless something was typed meanwhile."""
        if self._shown is None and not self.weeks.text():
            self._shown = weeks
            self.weeks.set_text(str(weeks))

    def _typed(self, text: str) -> None:
        """Keep the number, or say that it cannot be meant."""
        typed = text.strip()
        weeks = int(typed) if typed.isdecimal() else -1
        wrong = not 0 <= weeks <= MOST_WEEKS
        self.weeks.set_error(
            self.tr("请写 0 到 {0} 之间的一个数。").format(MOST_WEEKS) if wrong else ""
        )
        if wrong or weeks == self._shown:
            return
        self._shown = weeks
        self._page.office.desk.do(
            self,
            lambda vault: dropouts.choose(vault, weeks),
            lambda _: None,
            changes=(Noun.CASES,),
        )

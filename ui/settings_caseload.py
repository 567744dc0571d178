"""How many sessions a day and a week are to hold, on the page of settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.domain.caseload import MOST, Ceilings
from app.services import caseload
from app.services.changes import Noun
from ui.entry_page import pair
from ui.widgets.card import column
from ui.widgets.field import Field
from ui.widgets.label import Label

if TYPE_CHECKING:
    from ui.page import Page


class CaseloadSettings(QWidget):
    """Two numbers; an empty one is no ceiling. What can be meant is kept at once."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page, self._shown = page, Ceilings()
        none = self.tr("空着就不提醒")
        self.day = Field(self.tr("每天最多几次"), placeholder=none)
        self.week = Field(self.tr("每周最多几次"), placeholder=none)
        why = self.tr("约得超过了会说一句，不拦（热线 4.3）。咨询和生活要平衡，数目由您自己定。")
        words = column(Label(self.tr("咨询量"), "read"), Label(why, "soft", wrap=True))
        self.setLayout(column(words, 10, pair(self.day, self.week)))
        for one in (self.day, self.week):
            one.line.setMaxLength(len(str(MOST)))
            one.changed.connect(self._typed)
        self._page.office.desk.do(self, lambda vault: vault.settings.ceilings(), self._show)

    def _show(self, found: Ceilings) -> None:
        """Show what is set, unless something was typed meanwhile."""
        if self.day.text() or self.week.text():
            return
        self._shown = found
        self.day.set_text(str(found.day or ""))
        self.week.set_text(str(found.week or ""))

    def _typed(self, *_text: str) -> None:
        """Keep the numbers, or say at each which cannot be meant."""
        numbers = [_number(one) for one in (self.day, self.week)]
        for one, number in zip((self.day, self.week), numbers, strict=True):
            wrong = self.tr("请写 1 到 {0} 之间的一个数。").format(MOST)
            one.set_error(wrong if number is None else "")
        day, week = numbers
        if day is None or week is None or Ceilings(day, week) == self._shown:
            return
        wanted = self._shown = Ceilings(day, week)
        self._page.office.desk.do(
            self,
            lambda vault: caseload.choose(vault, wanted),
            lambda _: None,
            changes=(Noun.PRACTICE,),
        )


def _number(field: Field) -> int | None:
    """Return a number that is typed, 0 for nothing; None where it cannot be meant."""
    typed = field.text().strip()
    if not typed:
        return 0
    number = int(typed) if typed.isdecimal() else 0
    return number if 1 <= number <= MOST else None

"""The part of 电脑安全 that puts everything on paper: the self-audit report (clause 135)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.services import self_audit
from ui import self_audit_words
from ui.paper_panel import PaperPanel
from ui.widgets.card import Card, column
from ui.widgets.label import Label

if TYPE_CHECKING:
    from app.domain.sheet import Sheet
    from app.services.self_audit import SelfAudit
    from ui.office import Office

_MINUTE = 60


class SelfAuditPart(QWidget):
    """Prints or saves what stands on this page, and how locks and backups stand.

    It is read anew by `refresh`, so that the paper says what the page does.
    """

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._sheet: Sheet | None = None
        self.panel = PaperPanel(office, self.tr("信息安全自查报告"), self._render)
        self.panel.setEnabled(False)
        said = self.tr(
            "把上面各项和锁定、备份、检查的日期写成一页纸，供督导或自己存档。"
            "里面没有姓名、代号和记录。"
        )
        card = Card(margins=(20, 18, 20, 18), spacing=10)
        card.body.addWidget(Label(self.tr("自查报告"), "strong"))
        card.body.addWidget(Label(said, "soft", wrap=True))
        card.body.addWidget(self.panel)
        self.setLayout(column(card))

    def refresh(self) -> None:
        """Read how everything stands now."""
        clock = self._office.tools().clock
        self._office.desk.do(self, lambda vault: self_audit.gather(vault, clock), self._take)

    def _take(self, found: SelfAudit) -> None:
        minutes = round(self._office.preferences.load().idle_seconds() / _MINUTE)
        self._sheet = self_audit_words.sheet(found, minutes)
        self.panel.setEnabled(True)

    def _render(self) -> bytes:
        """Return the PDF; the buttons wait until there is something to print."""
        if self._sheet is None:
            raise RuntimeError("nothing was gathered yet")
        return self._office.tools().papers.sheet.render(self._sheet)

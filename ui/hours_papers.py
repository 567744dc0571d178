"""What leaves of the hours: a proof on paper, and a table for another program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.domain.hour_goals import progress
from app.domain.hours import in_year
from app.services import hours
from ui.consent_save import SavePanel
from ui.hours_words import proof, table_of
from ui.messages import message
from ui.paper_panel import PaperPanel
from ui.widgets.button import Button
from ui.widgets.card import Card, column, put, row
from ui.widgets.chip import Choices
from ui.widgets.label import Label
from ui.widgets.painted import announce

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.errors import Refusal
    from app.domain.hour_goals import RuleSet
    from app.services.hours import HoursPage
    from ui.office import Office

_ALL: Final = "-"


class HoursPapers(QWidget):
    """Prints and exports what `show_page` was given last."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._page: HoursPage | None = None
        self._year = 0
        self._rules: RuleSet | None = None
        self._with = column()
        self._whom: Choices | None = None
        self.panel = PaperPanel(office, self.tr("时数证明"), self._render)
        self.panel.write_down(lambda vault: hours.printed(vault, office.tools()))
        self.table = Button(self.tr("导出为表格"), "quiet", icon="download")
        self.table.clicked.connect(self._ask_place)
        self._place = SavePanel(
            label=self.tr("导出为表格"),
            hint=self.tr(
                "写 .xlsx 或 .csv。表里有个案代号、日期和督导师的名字，没有来访者的姓名；"
                "文件离开保险库后不再加密。"
            ),
        )
        self._place.hide()
        self._place.closed.connect(self._close_place)
        self._place.save.connect(self._export)
        self.said = Label("", "soft", wrap=True)
        self.said.hide()
        about = self.tr("证明里只有合计和目标，选一位督导师就列出每一次督导，留出签名的地方。")
        card = Card(margins=(20, 18, 20, 18), spacing=10)
        card.body.addWidget(Label(self.tr("证明与导出"), "strong"))
        card.body.addWidget(Label(about, "soft", wrap=True))
        card.body.addLayout(self._with)
        card.body.addWidget(self.panel)
        card.body.addLayout(row(self.table, None))
        card.body.addWidget(self._place)
        card.body.addWidget(self.said)
        self.setLayout(column(card))

    def show_page(self, page: HoursPage, year: int, rules: RuleSet | None) -> None:
        """Print these hours from now on."""
        known = self._page.supervisors if self._page is not None else None
        self._page, self._year, self._rules = page, year, rules
        if page.supervisors != known:
            self._offer(page.supervisors)

    def _offer(self, supervisors: tuple[str, ...]) -> None:
        """Let her choose a supervisor, where there is one."""
        self._whom = None
        if supervisors:
            every = [(_ALL, self.tr("全部时数"))]
            self._whom = Choices(
                [*every, *((one, one) for one in supervisors)], name=self.tr("证明什么")
            )
            self._whom.choose(_ALL)
        put(self._with, self._whom)

    def _render(self) -> bytes:
        """Return the PDF of the proof."""
        page, tools = self._page, self._office.tools()
        if page is None:
            raise RuntimeError("nothing was read yet")
        chosen = _ALL if self._whom is None else next(iter(self._whom.keys()), _ALL)
        supervisor = "" if chosen == _ALL else chosen
        towards = progress(self._rules, page.lines, page.today) if self._rules else ()
        return hours.render(tools, proof(page, self._year, supervisor, self._rules, towards))

    def _ask_place(self) -> None:
        self._say("")
        self._place.show()
        self._place.propose(self.tr("时数") + ".xlsx")

    def _close_place(self) -> None:
        self._place.hide()
        self.table.setFocus()

    def _export(self, path: Path) -> None:
        """Write the table where she said."""
        page, tools = self._page, self._office.tools
        if page is None:
            return
        if path.suffix.casefold() not in {".xlsx", ".csv"}:
            self._place.refuse(self.tr("请让文件名以 .xlsx 或 .csv 结尾。"))
            return
        lines = in_year(page.lines, self._year)
        table = table_of(lines)
        cases = [one.case_id for one in lines if one.case_id is not None]
        said = self.tr("已存成 {0}").format(path)

        def written(_: None) -> None:
            self._close_place()
            self._say(said)

        self._office.desk.do(
            self,
            lambda vault: hours.export(vault, tools(), path, table, cases),
            written,
            self._refused,
        )

    def _refused(self, refusal: Refusal) -> None:
        self._place.refuse(message(refusal).line)

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        if words:
            announce(self.said, words)

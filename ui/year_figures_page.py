"""年度统计: what was done in a year, without names and without small numbers (119, 134)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.local_time import wall
from app.services import practice, year_figures
from ui import dates, year_figures_words
from ui.clause_link import refusal_banner
from ui.note_template_menu import window_language
from ui.page import Page, PageKey, ToStatistics
from ui.paper_panel import PaperPanel
from ui.pick import pick_save
from ui.tab_order import as_laid_out
from ui.theme import look
from ui.widgets.banner import Banner, stand_above
from ui.widgets.bars import Bars
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, column, put, row, under_head
from ui.widgets.chip import Choices
from ui.widgets.columns import Columns
from ui.widgets.empty import Empty
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.domain.errors import Refusal
    from app.domain.year_figures import ShownTally, YearFigures
    from app.ports import OpenVault
    from ui.office import Office

_WIDE: Final = 1000
_MOST_YEARS: Final = 8


class StatisticsScreen(Page):
    """Counts a year when it is chosen; what is shown is what is printed and written."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self._found: YearFigures | None = None
        self._made = ""
        self._asked = 0
        self._lay_out()
        office.desk.do(
            self,
            lambda vault: year_figures.years(vault, office.tools()),
            self._offer,
            self._refused,
        )

    def here(self) -> ToStatistics:
        """Return where one is."""
        return ToStatistics()

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of this page."""
        return (PageKey("← →", self.tr("别的年份")), PageKey("Esc", self.tr("返回")))

    def escape(self) -> None:
        """Go back."""
        self.back.emit()

    def _lay_out(self) -> None:
        head = TopBar(self.tr("年度统计"))
        head.back.connect(self.back)
        self._years, self._banner_room, self._room = column(), column(spacing=8), column()
        said = self.tr("一年里做了多少，给督导、机构或自己看。没有姓名，没有代号。")
        self.panel = PaperPanel(self.office, self.tr("年度统计"), self._render)
        self.panel.write_down(lambda vault: year_figures.given_out(vault, self.office.tools()))
        self.csv = Button(self.tr("存为 CSV"), "quiet", icon="download")
        self.csv.clicked.connect(lambda: self._ask_place("csv"))
        self.xlsx = Button(self.tr("存为 XLSX"), "quiet", icon="download")
        self.xlsx.clicked.connect(lambda: self._ask_place("xlsx"))
        self.told = Label("", "soft", wrap=True)
        self.told.hide()
        self._out = QWidget()
        self._out.setLayout(
            column(self.panel, 8, row(self.csv, self.xlsx, None, spacing=8), self.told)
        )
        self._out.hide()
        lines = column(
            Label(said, "soft", wrap=True),
            14,
            self._years,
            18,
            self._banner_room,
            self._room,
            24,
            self._out,
            None,
        )
        self.setLayout(under_head(head, look.px(_WIDE), lines))
        self.begin_at(head.back_button)

    def _offer(self, years: Sequence[int]) -> None:
        """Offer the years, and count the newest."""
        shown = years[:_MOST_YEARS]
        self.years = Choices([(str(one), str(one)) for one in shown], name=self.tr("哪一年"))
        self.years.choose(str(shown[0]))
        self.years.chosen.connect(lambda keys: self._ask(int(keys[0])))
        self._years.addWidget(self.years)
        self.begin_at(self.years.chip(str(shown[0])))
        self._ask(shown[0])

    def _ask(self, year: int) -> None:
        """Count a year; an answer that was overtaken is not shown."""
        self._asked += 1
        asked, tools, language = self._asked, self.office.tools, window_language()

        def work(vault: OpenVault) -> tuple[YearFigures, str]:
            found = year_figures.figures(vault, tools(), year, language)
            at = wall(tools().clock.now(), practice.zone(vault))
            return found, dates.plain_day(at.date())

        self.office.desk.do(
            self,
            work,
            lambda made: self._show(*made) if asked == self._asked else None,
            self._refused,
        )

    def _show(self, found: YearFigures, day: str) -> None:
        self._found = found
        self._made = self.tr("统计于 {0}").format(day)
        self.told.hide()
        self.panel.say("")
        shown = [one for one in found.tables if one.total != 0]
        self._out.setVisible(bool(shown))
        clear(self._banner_room)
        if (notice := self._notice(found)) is not None:
            stand_above(self._banner_room, notice)
        put(self._room, self._cards(shown) if shown else self._nothing())
        as_laid_out(self)

    def _notice(self, found: YearFigures) -> Banner | None:
        """Return what is to be known of the numbers, or None."""
        if found.unread:
            return Banner("blocked", year_figures_words.unread())
        if any(one.hides for one in found.tables):
            return Banner("info", self.tr("有的格合成一个数"), text=year_figures_words.why_merged())
        return None

    def _cards(self, shown: Sequence[ShownTally]) -> QWidget:
        return Columns(*(_card(one) for one in shown), least=380, gap=16)

    def _nothing(self) -> Empty:
        return Empty(
            "chart-no-axes-column",
            self.tr("这一年还没有咨询"),
            self.tr("有了会谈，这里会按服务方式、年龄、问题类型和结果数出来。"),
            boxed=False,
        )

    # What leaves.

    def _render(self) -> bytes:
        """Return the PDF; the buttons show once there is something to print."""
        if self._found is None:
            raise RuntimeError("nothing was counted yet")
        sheet = year_figures_words.sheet(self._found, self._made)
        return self.office.tools().papers.sheet.render(sheet)

    def _ask_place(self, kind: str) -> None:
        if self._found is not None:
            title = self.tr("存为 CSV") if kind == "csv" else self.tr("存为 XLSX")
            name = f"statistics-{self._found.year}.{kind}"
            pick_save(self, title, name, lambda path: self.write(path, kind))

    def write(self, path: Path, kind: str) -> None:
        """Write what is shown as a file of a kind: csv or xlsx."""
        if self._found is None:
            return
        table, tools = year_figures_words.table(self._found), self.office.tools

        def work(vault: OpenVault) -> None:
            papers = tools().papers
            printer = papers.csv if kind == "csv" else papers.xlsx
            year_figures.export(vault, tools(), path, table, printer)

        self.office.desk.do(
            self, work, lambda _: self._say(self.tr("已存成 {0}").format(path)), self._refused
        )

    def _say(self, words: str) -> None:
        self.told.setText(words)
        self.told.show()
        announce(self.told, words)

    def _refused(self, refusal: Refusal) -> None:
        put(self._banner_room, refusal_banner(refusal))


def _card(one: ShownTally) -> QWidget:
    """Return a table as a card, with room below it in its column."""
    most = max((count or 0 for _, count in one.groups), default=0)
    rows = [
        (name, year_figures_words.number(count), (count or 0) / most if most else 0.0)
        for name, count in year_figures_words.names(one)
    ]
    card = Card(margins=(20, 18, 20, 20), spacing=14)
    number = year_figures_words.number(one.total)
    unit = "" if one.total is None else f" {year_figures_words.unit(one.key)}"
    total = Label(f"{number}{unit}", "soft")
    head = row(Label(year_figures_words.title(one.key), "strong", wrap=True), total, spacing=12)
    head.setStretch(0, 1)
    card.body.addLayout(head)
    card.body.addWidget(Bars(rows))
    holder = QWidget()
    holder.setLayout(column(card, 16, None))
    return holder

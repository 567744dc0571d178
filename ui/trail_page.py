"""The trail (留痕): who opened, read, wrote and gave out what, page by page, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from app.domain.trail import Act, ChainMark
from app.services import trail
from ui import trail_words
from ui.messages import message
from ui.names import as_written
from ui.page import Page, PageKey, ToHealth, ToTrail
from ui.theme import look
from ui.theme.focus import RING
from ui.trail_case import TrailCase
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import beside, column, put, row, under_head
from ui.widgets.chip import Choices, StateChip
from ui.widgets.label import Label
from ui.widgets.table import Cell, Column, Table
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.errors import Refusal
    from app.domain.ids import CaseId
    from app.services.agenda import Person
    from app.services.trail import TrailPage
    from ui.office import Office

_WIDE: Final = 1000
_ALL: Final = "all"


class TrailScreen(Page):
    """Never more than a page of it is in memory; that somebody looked is a line of it, too."""

    def __init__(
        self, office: Office, case_id: CaseId | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self._case_id, self._act = case_id, _ALL
        self._begins: list[int | None] = [None]
        self._shown: TrailPage | None = None
        self._persons: Sequence[Person] = ()
        self._asked = 0
        self._lay_out()
        self.begin_at(self.table)
        office.desk.do(self, trail.persons, self._show_persons, self._refused)
        self._open()
        self._follow(ChainMark())

    def here(self) -> ToTrail:
        """Return the trail of the case that is looked at."""
        return ToTrail(self._case_id)

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of this page."""
        return (PageKey("Esc", self.tr("返回")),)

    def escape(self) -> None:
        """Go back."""
        self.back.emit()

    def show_privacy(self) -> None:
        """Call the cases by code or by name."""
        super().show_privacy()
        self.case.show_persons(self._persons)
        self._fill()

    def _lay_out(self) -> None:
        head = TopBar(self.tr("留痕"))
        head.back.connect(self.back)
        self.chain = StateChip("")
        self.case = TrailCase(self._case_id)
        self.case.chosen.connect(self._choose_case)
        words = [(_ALL, self.tr("全部"))] + [(one.value, trail_words.act_word(one)) for one in Act]
        self.acts = Choices(words, name=self.tr("看哪一类"))
        self.acts.choose(_ALL)
        self.acts.chosen.connect(lambda keys: self._choose_act(keys[0]))
        self._banner_room = column()
        self._count = Label("", "soft")
        self.newer = Button(self.tr("较新的"), "quiet", icon="chevron-left")
        self.newer.clicked.connect(lambda: self._turn(-1))
        self.older = Button(self.tr("较早的"), "quiet", icon="chevron-right")
        self.older.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow after the word
        self.older.clicked.connect(lambda: self._turn(1))
        said = self.tr(
            "只写时间、哪一类事、哪个个案和编号，不写内容。只能往后加，不能改，也不能删。"
        )
        top = beside(Label(said, "soft", wrap=True), self.chain)
        foot = row(self._count, None, self.newer, self.older, spacing=8)
        self._make_table()
        # Side by side with the rest: of columns in columns Qt takes the least height too small, and
        # the table would lie over the line below it where the page is low.
        upper = (top, 14, self.case, 12, self.acts, 14, self._banner_room)
        lines = column(*upper, self.table, 10, foot)
        lines.setStretch(lines.indexOf(self.table), 1)
        self.setLayout(under_head(head, look.px(_WIDE), lines, margins=(40, 24, 40, 24)))
        self._say_chain(ChainMark())

    def _make_table(self) -> None:
        """Make the table; it scrolls itself, so that the arrow keys lose no row from sight."""
        heads = (self.tr("时间"), self.tr("做了什么"), self.tr("哪个个案"), self.tr("哪一份"))
        self.table = Table([Column(one) for one in heads], name=self.tr("留痕"))
        self.table.setMinimumHeight(look.px(240))
        self.table.setProperty(RING, True)  # noqa: FBT003 - Qt's own signature

    # The lines.

    def _open(self) -> None:
        """Write that somebody looks, then show the newest lines, this one among them."""
        clock, case_id = self.office.tools().clock, self._case_id
        self.office.desk.do(
            self, lambda vault: trail.opened(vault, clock, case_id), refused=self._refused
        )
        self._ask()

    def _ask(self) -> None:
        """Read the page that is to be seen; an answer that was overtaken is not shown."""
        self._asked += 1
        asked, case_id, before = self._asked, self._case_id, self._begins[-1]
        act = None if self._act == _ALL else Act(self._act)
        self.office.desk.do(
            self,
            lambda vault: trail.page(vault, case_id, act, before),
            lambda found: self._show(found) if asked == self._asked else None,
            self._refused,
        )

    def _choose_case(self, case_id: CaseId | None) -> None:
        self._case_id, self._begins = case_id, [None]
        self._open()

    def _choose_act(self, act: str) -> None:
        self._act, self._begins = act, [None]
        self._ask()

    def _turn(self, by: int) -> None:
        """Turn a page back or on."""
        if by < 0 and len(self._begins) > 1:
            self._begins.pop()
        elif by > 0 and self._shown is not None and self._shown.older:
            self._begins.append(self._shown.lines[-1].entry.id)
        self._ask()

    def _show(self, found: TrailPage) -> None:
        self._shown = found
        self._fill()
        self.older.setEnabled(found.older)
        self.newer.setEnabled(len(self._begins) > 1)
        count = self.tr("这一页 %n 行", "", len(found.lines))
        self._count.setText(count if found.lines else self.tr("没有这样的留痕。"))

    def _fill(self) -> None:
        """Put the lines into the table; names follow privacy mode."""
        if self._shown is None:
            return
        zone, said = self._shown.zone, trail_words.acts()
        self.table.set_rows(
            [
                (
                    Cell(trail_words.when(one.entry, zone), one.entry.id),
                    Cell(trail_words.what(one.entry, said)),
                    Cell(as_written(trail_words.case_word(one))),
                    Cell(trail_words.which(one.entry), one.entry.subject),
                )
                for one in self._shown.lines
            ]
        )
        self.table.scrollToTop()

    def _show_persons(self, persons: Sequence[Person]) -> None:
        self._persons = persons
        self.case.show_persons(persons)

    # The chain.

    def _follow(self, mark: ChainMark) -> None:
        """Follow the chain in steps: other work gets its turn between them."""
        self.office.desk.do(
            self, lambda vault: trail.follow(vault, mark), self._followed, self._refused
        )

    def _followed(self, mark: ChainMark) -> None:
        self._say_chain(mark)
        if not mark.ended:
            self._follow(mark)

    def _say_chain(self, mark: ChainMark) -> None:
        """Say whether the lines follow from each other; where not, lead to the health check."""
        if not mark.ended:
            self.chain.say(self.tr("正在核对"), "plain", "clock")
        elif mark.whole:
            self.chain.say(self.tr("完整"), "low", "check")
        else:
            self.chain.say(self.tr("对不上"), "mid", "circle-alert")
            why = self.tr("第 {0} 行之后有一行少了，或者被改过。请做一次健康检查。")
            banner = Banner(
                "refusal",
                self.tr("留痕对不上。"),
                text=why.format(mark.number),
                action=self.tr("健康检查"),
            )
            banner.acted.connect(lambda: self.wanted.emit(ToHealth()))
            put(self._banner_room, banner)

    def _refused(self, refusal: Refusal) -> None:
        words = message(refusal)
        put(self._banner_room, Banner("refusal", words.what, text=words.why))

"""完整性报告: what the record of each case lacks, with the way to it, and the paper (119)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from app.domain.local_time import wall
from app.services import completeness
from app.services.changes import Noun
from ui import completeness_words, dates, privacy
from ui.case_lock_words import called
from ui.clause_link import refusal_banner
from ui.names import as_written
from ui.page import Page, PageKey, ToCompleteness
from ui.paper_panel import PaperPanel
from ui.tab_order import as_laid_out
from ui.theme import look
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, column, put, row, rule, under_head
from ui.widgets.chip import Choices, StateChip
from ui.widgets.empty import Empty
from ui.widgets.label import Label
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QHBoxLayout, QWidget

    from app.domain.completeness import Lack
    from app.domain.errors import Refusal
    from app.domain.ids import CaseId
    from app.services.changes import Changes
    from app.services.completeness import CaseRecord, Completeness
    from ui.office import Office
    from ui.page import Destination

_WIDE: Final = 820
_MOST: Final = 40
_LACKING, _OPEN, _ALL = "lacking", "open", "all"
_SHOWN: Final = frozenset(Noun)


class CompletenessScreen(Page):
    """Looks at all records, or at one; each line leads to where the thing is put right."""

    def __init__(
        self, office: Office, case_id: CaseId | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self.case_id = case_id
        self._found: Completeness | None = None
        self._most = _MOST
        self._lay_out()
        self.begin_at(self.which.chip(_LACKING) if case_id is None else self.bar.back_button)
        self._ask()

    def here(self) -> ToCompleteness:
        """Return whose record is looked at."""
        return ToCompleteness(self.case_id)

    def case_in_hand(self) -> CaseId | None:
        """Return the case, where it is one."""
        return self.case_id

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of this page."""
        return (PageKey("Tab", self.tr("到下一件缺的")), PageKey("Esc", self.tr("返回")))

    def escape(self) -> None:
        """Go back."""
        self.back.emit()

    def revisit(self, destination: Destination) -> bool:
        """Look again."""
        self._ask()
        return destination == self.here()

    def reload(self, changes: Changes) -> None:
        """Look again after a change."""
        if changes.nouns & _SHOWN:
            self._ask()

    def show_privacy(self) -> None:
        """Call the cases by name or by code."""
        super().show_privacy()
        self._fill()

    def _lay_out(self) -> None:
        self.bar = head = TopBar(self.tr("完整性报告"))
        head.back.connect(self.back)
        self._count = Label("", "soft")
        head.add_fact(self._count)
        said = self.tr("指引要求的每一样，记录里有没有（规范一(四)）。写得好不好，这里看不出来。")
        words = (
            (_LACKING, self.tr("有缺的")),
            (_OPEN, self.tr("进行中的")),
            (_ALL, self.tr("全部")),
        )
        self.which = Choices(words, name=self.tr("看哪些个案"))
        self.which.choose(_LACKING)
        self.which.chosen.connect(lambda _keys: self._begin_anew())
        self.which.setVisible(self.case_id is None)
        self.panel = PaperPanel(self.office, completeness_words.heading(), self._render)
        self.panel.write_down(
            lambda vault: completeness.printed(vault, self.office.tools(), self.case_id)
        )
        self.panel.hide()
        self._banner_room, self._room = column(spacing=8), column(spacing=12)
        lines = column(
            Label(said, "soft", wrap=True),
            14,
            self.which,
            16,
            self._banner_room,
            self.panel,
            16,
            self._room,
            None,
        )
        self.setLayout(under_head(head, look.px(_WIDE), lines))

    def _ask(self) -> None:
        tools, case_id = self.office.tools, self.case_id
        self.office.desk.do(
            self,
            lambda vault: completeness.report(vault, tools(), case_id),
            self._show,
            self._refused,
        )

    def _refused(self, refusal: Refusal) -> None:
        put(self._banner_room, refusal_banner(refusal))

    def _show(self, found: Completeness) -> None:
        changed = self._found is None or found.records != self._found.records
        self._found = found
        damage = Banner("blocked", self.tr("保险库坏了一部分，这里可能不全。"))
        put(self._banner_room, damage if found.hidden else None)
        self.panel.setVisible(bool(found.records))
        if changed:
            self._fill()

    def _begin_anew(self) -> None:
        self._most = _MOST
        self._fill()

    def _chosen(self) -> Sequence[CaseRecord]:
        """Return the records that the filter lets through; of one case always that one."""
        if self._found is None:
            return ()
        kind = _ALL if self.case_id is not None else self.which.keys()[0]
        return [
            one
            for one in self._found.records
            if kind == _ALL or (kind == _OPEN and one.open) or (kind == _LACKING and one.lacks)
        ]

    def _fill(self) -> None:
        if self._found is None:
            return
        clear(self._room)
        lacking = sum(bool(one.lacks) for one in self._found.records)
        whole = len(self._found.records) - lacking
        self._count.setText(
            self.tr("{0} 个齐全，{1} 个有缺").format(whole, lacking) if self.case_id is None else ""
        )
        chosen = self._chosen()
        for one in chosen[: self._most]:
            self._room.addWidget(self._card(one))
        if len(chosen) > self._most:
            more = Button(self.tr("还有 {0} 个").format(len(chosen) - self._most), "link")
            more.clicked.connect(self._show_more)
            self._room.addLayout(row(more, None))
        if not chosen:
            self._room.addWidget(self._nothing())
        as_laid_out(self)

    def _show_more(self) -> None:
        at = self._most
        self._most += _MOST
        self._fill()
        item = self._room.itemAt(at)
        shown = item.widget() if item is not None else None
        button = None if shown is None else next(iter(shown.findChildren(Button)), None)
        if button is not None:
            button.setFocus(Qt.FocusReason.TabFocusReason)

    def _nothing(self) -> Empty:
        if self._found is not None and self._found.records:
            return Empty(
                "circle-check",
                self.tr("都齐全"),
                self.tr("指引要求的，每个个案的记录里都有。"),
                boxed=False,
            )
        return Empty(
            "clipboard-check",
            self.tr("还没有个案"),
            self.tr("有了个案，这里会说每一份记录还缺什么，在哪里补。"),
            boxed=False,
        )

    def _card(self, one: CaseRecord) -> Card:
        """Return a case with what it lacks, each with the way there."""
        card = Card(margins=(20, 14, 20, 14), spacing=0)
        code = "" if one.person.shut else privacy.beside(one.person.name, one.person.code)
        tone, icon = ("mid", "circle-alert") if one.lacks else ("low", "check")
        chip = StateChip(completeness_words.short_of(one), tone, icon)  # type: ignore[arg-type]
        name = Label(as_written(called(one.person)), "strong", cut=True)
        head = row(name, Label(as_written(code), "soft"), None, chip, spacing=10)
        card.body.addLayout(head)
        if part := completeness_words.only_part(one):
            card.body.addSpacing(look.px(4))
            card.body.addWidget(Label(part, "soft", wrap=True))
        for lack in one.lacks:
            card.body.addSpacing(look.px(8))
            card.body.addWidget(rule())
            card.body.addSpacing(look.px(8))
            card.body.addLayout(self._line(one, lack))
        return card

    def _line(self, one: CaseRecord, lack: Lack) -> QHBoxLayout:
        said = completeness_words.lack_words(lack)
        go = Button(self.tr("去补"), sz="s")
        go.setAccessibleName(self.tr("去补：{0} {1}").format(as_written(called(one.person)), said))
        go.clicked.connect(partial(self._go, lack, one))
        line = row(Label(said, wrap=True), go, spacing=12)
        line.setStretch(0, 1)
        return line

    def _go(self, lack: Lack, one: CaseRecord) -> None:
        self.wanted.emit(completeness_words.lack_place(lack, one))

    def _render(self) -> bytes:
        """Return the PDF of every record that was looked at, whatever the filter shows."""
        found = self._found
        if found is None:
            raise RuntimeError("nothing was looked at yet")
        day = dates.plain_day(wall(found.at, found.zone).date())
        made = self.tr("查于 {0}").format(day)
        return self.office.tools().papers.sheet.render(completeness_words.sheet(found, made))

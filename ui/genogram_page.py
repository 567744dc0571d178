"""The page 家谱图 of a case: the drawing, and beside it everything in words."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain import genogram as families
from app.domain.as_json import as_json
from app.domain.entry import EntryKind
from app.domain.genogram import MOST, begun
from app.domain.genogram_figure import figure
from app.domain.local_time import wall
from app.domain.steps import Steps
from app.services import genograms
from app.services.case_entries import draft_kind
from ui import dates, privacy
from ui.entry_page import EntryPage
from ui.genogram_list import GenogramList
from ui.genogram_paper import GenogramPaperCard
from ui.genogram_person import PersonPanel
from ui.genogram_view import GenogramView
from ui.genogram_words import labels, sentences, title
from ui.page import PageKey, ToCases
from ui.theme import look
from ui.widgets.banner import Banner
from ui.widgets.button import Button, IconButton
from ui.widgets.card import column, put, row, scroll
from ui.widgets.painted import announce

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from app.domain.entry import CaseEntry
    from app.domain.genogram import Genogram
    from app.domain.ids import CaseId
    from app.services.genograms import GenogramPage
    from ui.office import Office

_PANEL: Final = 372
_NARROW: Final = 900


class GenogramScreen(EntryPage):
    """The last version stands in the drawing, to be drawn on; each save is one of its own."""

    def __init__(self, office: Office, case_id: CaseId, parent: QWidget | None = None) -> None:
        self._steps: Steps[Genogram] = Steps(begun())
        self._at = 1
        self._page: GenogramPage | None = None
        self._looked: Genogram | None = None
        self._looked_at: datetime | None = None
        super().__init__(office, case_id, "", parent)
        self.bar.title.setText(title())
        self._connect()
        self._ask()

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the page."""
        first, *_, last = super().keys()
        return (
            PageKey("↑ ↓ ← →", self.tr("在图上走到下一个人")),
            PageKey("Enter", self.tr("写选中的人")),
            PageKey("P M C S", self.tr("加父母 / 伴侣 / 孩子 / 兄弟姐妹")),
            PageKey("B", self.tr("加一条关系")),
            PageKey("Delete", self.tr("从图上移去")),
            PageKey("Ctrl+Z Ctrl+Y", self.tr("撤销 / 重做")),
            PageKey("Ctrl++ Ctrl+- Ctrl+0", self.tr("放大 / 缩小 / 看全图")),
            first,
            last,
        )

    def unfinished(self) -> dict[str, Mapping[str, Any]]:
        """Return what is drawn and differs from the last version."""
        same = self._steps.now == self._last()
        return {draft_kind(EntryKind.GENOGRAM): {} if same else as_json(self._steps.now)}

    def submit(self) -> None:
        """Save the drawing as a version."""
        if not self._ready or self._looked is not None:
            return
        if not any(self.unfinished().values()):
            self.say(Banner("info", self.tr("和上一版一样，没有新的可记。")))
            return
        tools, case_id, family = self.office.tools, self.case_id, self._steps.now
        self.enter(lambda vault: genograms.record(vault, tools(), case_id, family), self._entered)

    def say(self, banner: Banner | None) -> None:
        """Show a banner above the drawing, or take it away."""
        super().say(banner)
        self._walk()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words under the drawing where the room is short."""
        super().resizeEvent(event)
        wide = self.width() >= look.px(_NARROW)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(across if wide else down)
        self._area.setMaximumWidth(look.px(_PANEL) if wide else 16777215)

    def chosen(self) -> int:
        """Return who is chosen."""
        return self._at

    def family(self) -> Genogram:
        """Return what is drawn."""
        return self._looked or self._steps.now

    def _last(self) -> Genogram:
        """Return the last version; the client alone where there is none."""
        return self._page.kept[0][1] if self._page and self._page.kept else begun()

    def _ask(self) -> None:
        tools, case_id = self.office.tools, self.case_id
        self.office.desk.do(
            self, lambda vault: genograms.page(vault, tools(), case_id), self._show, self.refuse
        )

    def _show(self, page: GenogramPage) -> None:
        """Show what is unfinished, or else the last version."""
        if self._page is None:
            self.bar.add_fact(page.case.code)
        self._page = page
        draft = page.unfinished
        if self._steps.now != (draft or self._last()):
            self._steps = Steps(draft or self._last())
        zone = page.practice.place.time_zone
        self.list.show_versions([dates.day_and_time(wall(at, zone)) for at, _ in page.kept])
        self._choose(self._at)
        kept = as_json(draft) if draft else {}
        self.begin(self.view, {draft_kind(EntryKind.GENOGRAM): kept})
        if not page.kept and len(self._steps.now.people) == 1:
            self.say(
                Banner("info", self.tr("从来访者开始：写年龄和性别，再加父母、兄弟姐妹、伴侣。"))
            )

    def _choose(self, number: int) -> None:
        """Choose somebody, and show what is known of them."""
        known = {one.id for one in self.family().people}
        self._at = number if number in known else self.family().index
        self._draw()
        if self._looked is None:
            self.person.show_person(self._steps.now, self._at)
        self._walk()
        said = dict(self._said()).get(self._at, "")
        self.view.say(said)
        announce(self.view, said)

    def _walk(self) -> None:
        """Let the Tab key go as one sees it: tools, banner, drawing, person, sentences."""
        tools = (self.undo, self.redo, self.smaller, self.larger, self.all, self.paper, self.act)
        item = self._banners.itemAt(0)
        banner = item.widget() if item is not None else None
        told = [banner.clause, banner.action] if isinstance(banner, Banner) else []
        ring = [*tools, *told, self.view, *self.person.stops(), *self.list.stops()]
        for before, after in pairwise(ring):
            QWidget.setTabOrder(before, after)

    def _draw(self) -> None:
        """Draw it as it stands, and say it in sentences."""
        family = self.family()
        self.view.show_figure(figure(family, labels(family, names=not privacy.on())), self._at)
        self.list.show_sentences(self._said(), self._at)
        self.undo.setEnabled(bool(self._steps.past) and self._looked is None)
        self.redo.setEnabled(bool(self._steps.ahead) and self._looked is None)

    def _said(self) -> list[tuple[int, str]]:
        return sentences(self.family(), names=not privacy.on())

    def _edited(self, family: Genogram, about: str) -> None:
        """Take a step; where it was typed, the panel stays as it is."""
        self._step(self._steps.done(family, about), typed=bool(about))

    def _step(self, steps: Steps[Genogram], *, typed: bool = False) -> None:
        self._steps = steps
        put(self._paper, None)
        if typed:
            self.person.update_family(steps.now)
            self._draw()
        else:
            self._choose(self._at)
        self.touched()

    def _back(self) -> None:
        self._step(self._steps.undone())

    def _again(self) -> None:
        self._step(self._steps.redone())

    def _act(self, word: str) -> None:
        """Do what a key or a button asks for with who is chosen."""
        if self._looked is not None or not self._ready:
            return
        if word == "edit":
            self.person.name.line.setFocus()
        elif word == "bond":
            self.person.choose_bond()
        elif word == "remove":
            self._remove()
        else:
            self._add(word)

    def _add(self, word: str) -> None:
        """Tie somebody new to who is chosen, and choose them."""
        now = self._steps.now
        if len(now.people) >= MOST:
            self.say(Banner("refusal", self.tr("一张图最多 {0} 人。").format(MOST)))
            return
        ways: dict[str, Callable[[Genogram, int], tuple[Genogram, int]]] = {
            "parents": families.add_parents,
            "partner": families.add_partner,
            "child": families.add_child,
            "sibling": families.add_sibling,
        }
        self.say(None)
        family, new = ways[word](now, self._at)
        self._at = new
        self._step(self._steps.done(family))

    def _remove(self) -> None:
        """Take who is chosen away, and say what went; it can be taken back."""
        now = self._steps.now
        if self._at == now.index:
            self.say(Banner("info", self.tr("来访者总在图上，不能移去。")))
            return
        family = families.remove(now, self._at)
        gone = len(now.people) - len(family.people)
        self._step(self._steps.done(family))
        if not gone:
            said = self.tr(
                "名字和关系已去掉，位置还留着：孩子连在这里。再按一次，连同那一支一起移去。"
            )
        else:
            said = self.tr("移去了 %n 人。", "", gone)
        banner = Banner("info", said, action=self.tr("撤销"))
        banner.acted.connect(self._back)
        banner.acted.connect(lambda: self.say(None))
        self.say(banner)

    def _look_at(self, place: int) -> None:
        """Show a version that was saved, to read."""
        if self._page is None:
            return
        at, family = self._page.kept[place]
        self._looked, self._looked_at = family, at
        self.person.hide()
        self.act.setEnabled(False)
        day = dates.day_and_time(wall(at, self._page.practice.place.time_zone))
        banner = Banner(
            "info",
            self.tr("这是 {0} 记下的一版，只能看。").format(day),
            clause=self.tr("从这一版接着画"),
            action=self.tr("回到正在画的"),
        )
        banner.acted.connect(self._look_away)
        banner.clause_asked.connect(lambda: self._go_on_from(family))
        put(self._paper, None)
        self.say(banner)
        self._choose(self._at)

    def _look_away(self) -> None:
        self._looked = self._looked_at = None
        self.say(None)
        put(self._paper, None)
        self.person.show()
        self.act.setEnabled(True)
        self._choose(self._at)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on_from(self, family: Genogram) -> None:
        """Draw on from an older version; what was drawn is one step back."""
        self._look_away()
        self._step(self._steps.done(family))

    def _print(self) -> None:
        """Offer printer and file."""
        if self._page is None:
            return
        at = self._looked_at or self.office.tools().clock.now()
        day = dates.plain_day(wall(at, self._page.practice.place.time_zone))
        about = (self._page.case.code, day)
        card = GenogramPaperCard(self.office, self.case_id, self.family(), about)
        put(self._paper, card)
        QWidget.setTabOrder(self.view, card.names)
        QWidget.setTabOrder(card.names, card.panel.paper)
        QWidget.setTabOrder(card.panel.paper, card.panel.file)
        card.show()
        card.names.setFocus()

    def _entered(self, _entry: CaseEntry) -> None:
        banner = Banner("done", self.tr("这一版已记下。"), action=self.tr("回到个案"))
        banner.acted.connect(lambda: self.wanted.emit(ToCases(self.case_id)))
        self.say(banner)
        self._ask()

    def _lay_out(self) -> None:
        """Put the drawing at the left and the words at the right, each scrolling by itself."""
        self._inside, self._side = QWidget(), QWidget(self)
        self._side.setLayout(self.aside)
        self.view, self.person, self.list = GenogramView(), PersonPanel(), GenogramList()
        self._make_tools()
        self._paper = column()
        inside = column(self._paper, self.person, 8, self.list, None, margins=(20, 16, 20, 32))
        self._inside.setLayout(inside)
        self._area = scroll(self._inside, "paper")
        self._area.setMinimumWidth(look.px(_PANEL))
        steps = row(self.undo, self.redo, 8, self.smaller, self.larger, self.all, spacing=6)
        tools = row(steps, None, self.paper, self.act, spacing=6, margins=(16, 10, 16, 8))
        banners = column(self._banners, margins=(16, 0, 16, 0))
        left = column(tools, banners, self.view)
        left.setStretch(2, 1)
        self._sides = row(left, self._area)
        self._sides.setStretch(0, 1)
        lines = column(self.bar, self._sides)
        lines.setStretch(1, 1)
        self.setLayout(lines)

    def _make_tools(self) -> None:
        """Make the buttons above the drawing."""
        self.undo = IconButton("undo-2", self.tr("撤销"))
        self.redo = IconButton("redo-2", self.tr("重做"))
        self.smaller = IconButton("minus", self.tr("缩小"))
        self.larger = IconButton("plus", self.tr("放大"))
        self.all = Button(self.tr("看全图"), sz="s")
        self.paper = Button(self.tr("打印或存为 PDF"), icon="printer", sz="s")
        self.act = Button(self.tr("记下这一版"), "primary", icon="check", sz="s")

    def _connect(self) -> None:
        self.view.chosen.connect(self._choose)
        self.view.pressed.connect(self._act)
        self.person.edited.connect(self._edited)
        self.person.asked.connect(self._act)
        self.list.chosen.connect(self._choose)
        self.list.version.connect(self._look_at)
        for button, work in (
            (self.undo, self._back),
            (self.redo, self._again),
            (self.smaller, partial(self.view.larger, -1)),
            (self.larger, partial(self.view.larger, 1)),
            (self.all, self.view.fit),
            (self.paper, self._print),
            (self.act, self.submit),
        ):
            button.clicked.connect(lambda _checked=False, work=work: work())
        for keys, work in (
            ("Ctrl+Z", self._back),
            ("Ctrl+Shift+Z", self._again),
            ("Ctrl+Y", self._again),
        ):
            QShortcut(QKeySequence(keys), self, work)

"""待办: everything that waits over the whole practice, in groups, and what was put off."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from app.domain.due import DueGroup
from app.services import due_things
from app.services.changes import Noun
from ui import dates
from ui.clause_link import refusal_banner
from ui.page import Page, PageKey, ToCompleteness, ToDue, ToSamples, ToStatistics
from ui.theme import look
from ui.theme.roles import TONE_INK
from ui.today_places import due_place
from ui.today_words import due_words, group_word
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, column, put, row, rule, under_head
from ui.widgets.empty import Empty
from ui.widgets.label import Label
from ui.widgets.menu import Menu
from ui.widgets.picture import Picture
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QHBoxLayout

    from app.domain.errors import Refusal
    from app.services.changes import Changes
    from app.services.due_things import Due, DueBoard, PutOff
    from ui.office import Office
    from ui.page import Destination

_WIDE: Final = 820
_MOST: Final = 12
_DAYS: Final = (1, 3, 7, 30)
_SHOWN: Final = frozenset(Noun)


class DueScreen(Page):
    """A card a group, the most urgent first; each line leads to where it is done, or waits."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self._board: DueBoard | None = None
        self._whole: set[DueGroup] = set()
        head = TopBar(self.tr("待办"))
        head.back.connect(self.back)
        self._count = Label("", "soft")
        head.add_fact(self._count)
        for words, place in (
            (self.tr("完整性报告"), ToCompleteness()),
            (self.tr("记录抽查"), ToSamples()),
            (self.tr("年度统计"), ToStatistics()),
        ):
            head.add_action(self._way(words, place))
        self._banner_room, self._room = column(spacing=8), column(spacing=16)
        self._inside = QWidget()
        self._inside.setLayout(self._room)
        lines = column(self._banner_room, self._inside, None)
        self.setLayout(under_head(head, look.px(_WIDE), lines))
        self.begin_at(head.back_button)
        self._ask()

    def here(self) -> ToDue:
        """Return where one is."""
        return ToDue()

    def revisit(self, destination: Destination) -> bool:
        """Look again."""
        self._ask()
        return isinstance(destination, ToDue)

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of this page."""
        return (PageKey("Tab", self.tr("到下一件")), PageKey("Esc", self.tr("返回")))

    def escape(self) -> None:
        """Go back."""
        self.back.emit()

    def reload(self, changes: Changes) -> None:
        """Look again after a change."""
        if changes.nouns & _SHOWN:
            self._ask()

    def show_privacy(self) -> None:
        """Call the clients by name or by code."""
        super().show_privacy()
        self._fill()

    def _way(self, words: str, place: Destination) -> Button:
        made = Button(words, "ghost")
        made.clicked.connect(lambda: self.wanted.emit(place))
        return made

    def _ask(self) -> None:
        tools = self.office.tools
        self.office.desk.do(
            self, lambda vault: due_things.board(vault, tools()), self._show, self._refused
        )

    def _refused(self, refusal: Refusal) -> None:
        put(self._banner_room, refusal_banner(refusal))

    def _show(self, found: DueBoard) -> None:
        self._board = found
        damage = Banner("blocked", self.tr("保险库坏了一部分，这里可能不全。"))
        put(self._banner_room, damage if found.unread or found.hidden else None)
        self._fill()

    def _fill(self) -> None:
        """Show the groups; the keyboard stays on the line of the same name."""
        if self._board is None:
            return
        held = next(
            (one.accessibleName() for one in self.findChildren(Button) if one.hasFocus()), ""
        )
        clear(self._room)
        waiting = self._board.waiting
        self._count.setText(self.tr("%n 件", "", len(waiting.now)) if waiting.now else "")
        for group in DueGroup:
            found = [one for one in waiting.now if one.kind.group is group]
            if found:
                self._room.addWidget(self._card(group, found))
        if not waiting.now:
            said = self.tr("到了要办的时候，这里会说是什么、为什么、去哪里办。")
            self._room.addWidget(Empty("circle-check", self.tr("都办好了"), said, boxed=False))
        if waiting.later:
            self._room.addWidget(self._later(waiting.later))
        if (first := next(iter(self._inside.findChildren(Button)), None)) is not None:
            self.begin_at(first)
        same = (one for one in self.findChildren(Button) if held and one.accessibleName() == held)
        if (button := next(same, None)) is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, group: DueGroup, found: Sequence[Due]) -> Card:
        card = Card(margins=(20, 14, 20, 8), spacing=0)
        head = row(Label(group_word(group), "strong"), Label(str(len(found)), "soft"), None)
        head.setSpacing(look.px(8))
        card.body.addLayout(head)
        card.body.addSpacing(look.px(6))
        shown = found if group in self._whole else found[:_MOST]
        for at, one in enumerate(shown):
            if at:
                card.body.addWidget(rule())
            card.body.addLayout(self._line(one))
        if len(found) > len(shown):
            more = Button(self.tr("还有 {0} 件").format(len(found) - len(shown)), "link")
            more.clicked.connect(partial(self._show_all, group))
            card.body.addLayout(row(more, None, margins=(0, 4, 0, 8)))
        return card

    def _show_all(self, group: DueGroup) -> None:
        self._whole.add(group)
        self._fill()

    def _line(self, one: Due) -> QHBoxLayout:
        """Return something that waits, with the way there, and with 以后 where it may wait."""
        assert self._board is not None  # noqa: S101 - for mypy: lines come from it
        said = due_words(one, self._board.at, self._board.zone)
        go = Button(said.action, sz="s")
        go.setAccessibleName(f"{said.action}: {said.what}")
        go.setAccessibleDescription(said.why)
        place = due_place(one, self._board.zone)
        go.clicked.connect(lambda: self.wanted.emit(place))
        ways = row(spacing=8)
        if one.kind.can_wait:
            later = Button(self.tr("以后"), "ghost", sz="s")
            later.setAccessibleName(self.tr("以后再办：{0}").format(said.what))
            later.clicked.connect(lambda: self._offer(one, later))
            ways.addWidget(later)
        ways.addWidget(go)
        return self._three(Picture(said.icon, TONE_INK[said.tone], 18), (said.what, said.why), ways)

    @staticmethod
    def _three(sign: QWidget, said: tuple[str, str], ways: QHBoxLayout) -> QHBoxLayout:
        words = column(Label(said[0], "strong", wrap=True), Label(said[1], "meta", wrap=True))
        line = row(column(2, sign, None), words, ways, margins=(0, 10, 0, 10), spacing=12)
        line.setStretch(1, 1)
        return line

    def _offer(self, one: Due, button: QWidget) -> Menu:
        """Offer until when something is put off."""
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(button.accessibleName())
        words = {1: self.tr("明天"), 7: self.tr("一周后"), 30: self.tr("30 天后")}
        for days in _DAYS:
            said = words.get(days) or self.tr("{0} 天后").format(days)
            menu.addAction(said, partial(self._put_off, one, days))
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + look.px(4))))
        return menu

    def _put_off(self, one: Due, days: int) -> None:
        tools = self.office.tools
        self.office.desk.do(
            self,
            lambda vault: due_things.put_off(vault, tools(), one, days),
            lambda _: self._ask(),
            self._refused,
        )

    def _later(self, found: Sequence[PutOff]) -> Card:
        """Return what was put off, with the day on which it comes back."""
        assert self._board is not None  # noqa: S101 - for mypy: lines come from it
        card = Card("flat", margins=(20, 14, 20, 8), spacing=0)
        head = row(Label(self.tr("放到以后的"), "strong"), Label(str(len(found)), "soft"), None)
        head.setSpacing(look.px(8))
        card.body.addLayout(head)
        for one in found:
            said = due_words(one.due, self._board.at, self._board.zone)
            until = self.tr("{0}再提醒").format(dates.plain_day(one.until))
            back = Button(self.tr("现在就办"), "ghost", sz="s")
            back.setAccessibleName(self.tr("现在就办：{0}").format(said.what))
            back.clicked.connect(partial(self._put_off, one.due, 0))
            ways = row(back, spacing=8)
            sign = Picture("clock", "soft", 18)
            card.body.addLayout(self._three(sign, (said.what, until), ways))
        return card

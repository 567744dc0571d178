"""知情同意 over all cases: what is to be done, group by group, and who has signed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.case import ServiceMode
from app.domain.local_time import wall
from app.services import consent_board
from app.services.changes import Noun
from app.services.consent_board import ToDo
from ui import dates, privacy
from ui.case_list import mode_word
from ui.case_lock_words import called
from ui.clause_link import refusal_banner
from ui.names import as_written
from ui.page import Page, PageKey, ToConsent, ToConsentBoard, ToConsents, ToConsentTexts
from ui.theme import look
from ui.today_words import due_words
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import column, put, row, scroll
from ui.widgets.chip import Choices
from ui.widgets.empty import Empty
from ui.widgets.label import Label
from ui.widgets.rows import Row, RowList
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex

    from app.domain.errors import Refusal
    from app.services.changes import Changes
    from app.services.consent_board import Board, BoardRow
    from ui.office import Office
    from ui.page import Destination
    from ui.theme.roles import Tone

_WIDE: Final = 760
_ROW: Final = 84
_SHOWN_OF: Final = frozenset({Noun.CONSENTS, Noun.CASES, Noun.PRACTICE})
_WAITS, _DONE = "waits", "done"


class ConsentBoardScreen(Page):
    """A list a group; the arrow keys walk in it, Tab goes to the next, Enter opens."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self._board: Board | None = None
        self.lists: dict[ToDo, RowList] = {}
        head = TopBar(self.tr("知情同意"), has_back=False)
        texts = Button(self.tr("同意书文本"), "ghost", icon="layout-template")
        texts.clicked.connect(lambda: self.wanted.emit(ToConsentTexts()))
        head.add_action(texts)
        self.kinds = Choices(
            (
                ("all", self.tr("全部")),
                (_WAITS, self.tr("有事要办")),
                (_DONE, self.tr("不用办")),
            ),
            name=self.tr("显示哪些个案"),
        )
        self.kinds.choose("all")
        self.kinds.chosen.connect(lambda _keys: self._fill())
        self._banner_room, self._room = column(), column()
        chips = row(12, self.kinds)
        lines = column(self._banner_room, chips, 20, self._room, None, margins=(20, 20, 20, 40))
        middle, self._inside = QWidget(), QWidget()
        middle.setMaximumWidth(look.px(_WIDE))
        middle.setLayout(lines)
        self._inside.setLayout(row(middle))  # in the middle of a wide window
        self._area = scroll(self._inside, "paper")
        page = column(head, self._area)
        page.setStretch(1, 1)
        self.setLayout(page)
        self.begin_at(self.kinds.chip("all"))
        self._ask()

    def here(self) -> ToConsentBoard:
        """Return where one is."""
        return ToConsentBoard()

    def revisit(self, destination: Destination) -> bool:
        """Show how consent stands now."""
        self._ask()
        return isinstance(destination, ToConsentBoard)

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of this page."""
        return (
            PageKey("↑ ↓", self.tr("上一行、下一行")),
            PageKey("Tab", self.tr("下一组")),
            PageKey("Enter", self.tr("打开这份同意书")),
        )

    def show_privacy(self) -> None:
        """Call the clients by name or by code."""
        super().show_privacy()
        self._fill()

    def reload(self, changes: Changes) -> None:
        """Show again how consent stands."""
        if changes.nouns & _SHOWN_OF:
            self._ask()

    def _ask(self) -> None:
        tools = self.office.tools
        self.office.desk.do(
            self, lambda vault: consent_board.board(vault, tools()), self._show, self._refused
        )

    def _refused(self, refusal: Refusal) -> None:
        put(self._banner_room, refusal_banner(refusal))

    def _show(self, found: Board) -> None:
        if found.rows != (self._board.rows if self._board is not None else None):
            self._board = found
            self._fill()
        self._board = found
        put(self._banner_room, self._damage(found))

    def _damage(self, found: Board) -> Banner | None:
        """Return what damage hides, in words, or None."""
        if not found.unread and not found.hidden:
            return None
        listed = " ".join(str(int(one)) for one in found.unread)
        said = self.tr("保险库坏了一部分，这里可能不全。")
        text = self.tr("读不全的个案编号：{0}。").format(listed) if listed else ""
        return Banner("blocked", said, text=text)

    def _fill(self) -> None:
        """Put the groups that the filter lets through under each other."""
        if self._board is None:
            return
        at = next((todo for todo, one in self.lists.items() if one.hasFocus()), None)
        current = self.lists[at].current() if at is not None else ""
        self.lists = {}
        stack = column()
        for todo in ToDo:
            rows = [one for one in self._board.rows if one.todo is todo]
            if rows and self._lets(todo):
                self._group(stack, todo, rows)
        holder = QWidget()
        holder.setLayout(stack if self.lists else column(40, self._nothing()))
        put(self._room, holder)
        if at in self.lists:
            self.lists[at].choose(current)
            self.lists[at].setFocus()

    def _lets(self, todo: ToDo) -> bool:
        """Return whether the filter lets a group through."""
        kind = self.kinds.keys()[0]
        return kind == "all" or todo.waits == (kind == _WAITS)

    def _group(self, stack: object, todo: ToDo, rows: Sequence[BoardRow]) -> None:
        """Add a group: its title with a count, and its rows at their full height."""
        title = self._title(todo)
        told = self.tr("{0} · {1}").format(title, len(rows))
        shown = RowList(title)
        shown.set_rows([self._row(number, one) for number, one in enumerate(rows)])
        shown.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shown.setFixedHeight(look.px(_ROW) * len(rows) + look.px(2))
        shown.opened.connect(lambda key: self._open(rows[int(key)]))
        shown.clicked.connect(lambda index: self._open(rows[index.row()]))
        shown.selectionModel().currentChanged.connect(partial(self._follow, shown))
        self.lists[todo] = shown
        stack.addLayout(  # type: ignore[attr-defined]
            column(row(12, Label(told, "strong"), None), 4, shown, 20)
        )

    def _follow(self, shown: RowList, index: QModelIndex, _before: QModelIndex) -> None:
        """Keep the row that the arrow keys reached in sight."""
        middle = shown.visualRect(index).center()
        at = shown.viewport().mapTo(self._inside, middle)
        self._area.ensureVisible(at.x(), at.y(), 0, look.px(_ROW))

    def _open(self, one: BoardRow) -> None:
        """Go to the consent, or to those of the case where there is none to go on with."""
        known = one.consent_id is not None and one.todo is not ToDo.ENDED
        case_id = one.person.case_id
        self.wanted.emit(
            ToConsent(one.consent_id) if known and one.consent_id else ToConsents(case_id)
        )

    def _row(self, number: int, one: BoardRow) -> Row:
        """Return a consent as a row: whose, of which service, what it waits for."""
        person = one.person
        code = "" if person.shut else privacy.beside(person.name, person.code)
        return Row(
            str(number),
            as_written(called(person)),
            code=as_written(code),
            when=self._why(one),
            place="",
            note=mode_word(person.mode),
            sign=self._sign(one),
        )

    def _why(self, one: BoardRow) -> str:
        """Return why it stands in its group."""
        assert self._board is not None  # noqa: S101 - for mypy: rows come from it
        if one.due is not None:
            return due_words(one.due, self._board.now, self._board.zone).why
        if one.at is not None:
            day = dates.plain_day(wall(one.at, self._board.zone).date())
            return self.tr("{0} 签署").format(day)
        if one.todo is ToDo.NOT_ASKED:
            called_in = one.person.mode is not ServiceMode.CRISIS
            implied = self.tr("打通热线就视为知情同意（热线 2.4）。")
            return implied if called_in else self.tr("危机时先处置，不等同意书。")
        return self.tr("签署后才建立正式的咨询关系（网络 1.2）。") if one.todo is ToDo.NONE else ""

    def _sign(self, one: BoardRow) -> tuple[str, Tone, str]:
        """Return how it stands, as icon, tone and word."""
        if one.person.shut:
            return "lock", "plain", self.tr("已加锁")
        if one.due is not None and one.due.blanks:
            return "file-pen-line", "mid", self.tr("有空处")
        words: dict[ToDo, tuple[str, Tone, str]] = {
            ToDo.ENDED: ("shield-x", "high", self.tr("已不再有效")),
            ToDo.NONE: ("circle-alert", "mid", self.tr("还没有")),
            ToDo.UNDERWAY: ("clock", "mid", self.tr("进行中")),
            ToDo.RENEW: ("refresh-cw", "mid", self.tr("该再谈")),
            ToDo.IN_FORCE: ("check", "low", self.tr("有效")),
            ToDo.NOT_ASKED: ("check", "plain", self.tr("不用签")),
        }
        return words[one.todo]

    def _title(self, todo: ToDo) -> str:
        """Return what a group is called."""
        return {
            ToDo.ENDED: self.tr("已撤回或失效，要重新谈"),
            ToDo.NONE: self.tr("还没有同意书"),
            ToDo.UNDERWAY: self.tr("进行中，等下一步"),
            ToDo.RENEW: self.tr("该再谈了"),
            ToDo.IN_FORCE: self.tr("有效"),
            ToDo.NOT_ASKED: self.tr("不用签"),
        }[todo]

    def _nothing(self) -> Empty:
        """Return what stands here where no group does."""
        if self._board is not None and self._board.rows:
            return Empty("check", self.tr("这里没有"), self.tr("换一个筛选再看。"), boxed=False)
        return Empty(
            "file-pen-line",
            self.tr("每个个案的知情同意会在这里"),
            self.tr("谁还没有签，哪一份等下一步，哪一份该再谈，都按要办的事排好。"),
            boxed=False,
        )

"""The help, all of it inside: topics and a search at the left, the text at the right."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.example import named
from ui import translation
from ui.help_text import HelpText
from ui.help_topics import FIRST, HelpHit, Topic, clause, find, topics, words_of
from ui.page import Page, PageKey, ToExample, ToHelp
from ui.search import SearchLine, draw_marked, lines_of
from ui.theme import look
from ui.widgets.button import Button, IconButton
from ui.widgets.card import column, row, rule
from ui.widgets.label import Label
from ui.widgets.painted import announce, box, elided, hide_unless, words
from ui.widgets.quiet_list import ROW, ListModel, QuietList, row_ground, view_width

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QPainter, QResizeEvent
    from PySide6.QtWidgets import QBoxLayout

    from ui.office import Office
    from ui.widgets.quiet_list import Index

_WIDE, _NARROW = 316, 268
_FOLD_BELOW: Final = 1300
_SIDE: Final = 12


@dataclass(frozen=True, slots=True)
class _TopicRow:
    """A topic in the list."""

    topic: Topic

    def spoken(self) -> str:
        """Return the title."""
        return self.topic.title


class _Delegate(QStyledItemDelegate):
    """Paints a topic on one line, a hit with its preview below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for a title, and for the lines of a preview."""
        wide, one = view_width(option.widget, _WIDE), index.data(ROW)
        if not isinstance(one, HelpHit):
            return QSize(wide, look.px(36))
        lines = lines_of(one.preview, wide - 2 * look.px(_SIDE))
        return QSize(wide, look.px(10 + 22 + 10) + lines * look.px(22))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, title and preview."""
        one, area = index.data(ROW), QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        row_ground(
            painter, area, chosen=chosen, over=bool(state & QStyle.StateFlag.State_MouseOver)
        )
        if state & QStyle.StateFlag.State_HasFocus:
            box(painter, area.adjusted(1, 1, -1, -2), line="accent", width=2)
        inner = area.adjusted(look.px(_SIDE), 0, -look.px(_SIDE), 0)
        font = look.font(13, 500 if chosen or isinstance(one, HelpHit) else 400)
        line = QRectF(inner)
        if isinstance(one, HelpHit):
            line = QRectF(inner.x(), inner.y() + look.px(8), inner.width(), look.px(22))
            below = inner.adjusted(0, look.px(32), 0, 0)
            draw_marked(painter, below, (one.preview, one.start, one.end))
        title = elided(font, one.topic.title, line.width())
        words(painter, line, title, (font, "accent" if chosen else "ink"))
        painter.restore()


class _List(QuietList):
    """Topics, or the places found. `chosen` follows arrows and mouse, `opened` Enter."""

    chosen = Signal(object)
    opened = Signal()

    def __init__(self, name: str) -> None:
        self.lines: ListModel[_TopicRow | HelpHit] = ListModel()
        super().__init__(name, self.lines, _Delegate())
        self.selectionModel().currentChanged.connect(self._moved)
        self.activated.connect(lambda _: self.opened.emit())

    def step(self, by: int) -> None:
        """Go up or down; the first step lands on the first line."""
        count, here = self.lines.rowCount(), self.currentIndex().row()
        if count:
            self.setCurrentIndex(self.lines.index(min(count - 1, max(0, here + by))))

    def show_lines(self, lines: tuple[_TopicRow | HelpHit, ...], chosen: int = -1) -> None:
        """Show other lines, one of them chosen without a word about it."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.lines.set_rows(lines)
        if chosen >= 0:
            self.setCurrentIndex(self.lines.index(chosen))
        self.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def _moved(self, index: QModelIndex) -> None:
        one = index.data(ROW)
        if one is not None and not self.signalsBlocked():
            self.chosen.emit(one)


class HelpScreen(Page):
    """Topics and search, and the text of one topic. `tour` asks to be shown around again."""

    tour = Signal()

    def __init__(
        self, office: Office, wanted: ToHelp | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, parent)
        self._language = translation.chosen(translation.locale().name()[:2])
        self._all = topics(self._language)
        self._clauses: tuple[str, ...] = ()
        self._topic = self._all[0]
        self._sought = ""
        self.line = SearchLine()
        self.line.setAccessibleName(self.tr("在帮助中查找"))
        self.line.setPlaceholderText(self.tr("任何字词"))
        self.list = _List(self.tr("帮助的条目"))
        self.text = HelpText(self.tr("帮助的正文"))
        self._count = Label("", "meta", wrap=True)
        self._count.hide()
        self.tour_button = Button(self.tr("重看导览"), "link")
        self.example_button = Button(self.tr("打开示例"), "link")
        self._lay_out()
        self._connect()
        self._open(wanted or ToHelp())

    def here(self) -> ToHelp:
        """Return where one is: the topic, and what stands in the search field."""
        return ToHelp(self._topic.key, self._sought, self._clauses)

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the help."""
        return (
            PageKey("↑ ↓", self.tr("上一条、下一条")),
            PageKey("Enter", self.tr("到正文")),
            PageKey("Esc", self.tr("清空，再按返回")),
        )

    def escape(self) -> None:
        """Empty the search, then go back."""
        if self.line.text():
            self.line.clear()
            self._search()
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.back.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list the width that the window allows."""
        super().resizeEvent(event)
        narrow = self.window().width() < _FOLD_BELOW
        most = max(_NARROW, self.window().width() * 3 // 10)
        self._side.setFixedWidth(min(most, look.px(_NARROW if narrow else _WIDE)))
        self.list.scheduleDelayedItemsLayout()

    def _lay_out(self) -> None:
        """Put search and list at the left, the text at the right."""
        back = IconButton("arrow-left", self.tr("返回"))
        back.clicked.connect(self.back)
        head = row(back, Label(self.tr("帮助"), "heading"), None, spacing=6)
        self._side = QWidget()
        self._side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._side.setProperty("pane", "list")
        top = column(head, 12, self.line, 6, self._count, margins=(16, 16, 16, 4))
        foot = column(rule(), 8, self._ways())
        low = row(foot, margins=(16, 0, 16, 14))
        side = column(top, row(self.list, margins=(8, 0, 8, 0)), 8, low)
        side.setStretch(1, 1)
        side.setContentsMargins(0, 0, 1, 0)
        self._side.setLayout(side)
        whole = row(self._side, self.text)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.begin_at(self.list)
        there = Path(self.office.preferences.load().vault).name
        hide_unless(self.office.example and not named(there), self.example_button)

    def _ways(self) -> QBoxLayout:
        """Return the two links in a line; below each other where letters are large."""
        if look.large():
            return column(row(self.tour_button, None), row(self.example_button, None), spacing=4)
        return row(self.tour_button, 16, self.example_button, None)

    def _connect(self) -> None:
        """Let field, list and text work together."""
        self.line.settled.connect(self._search)
        self.line.stepped.connect(self.list.step)
        self.line.returnPressed.connect(self._entered)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(lambda: self.text.setFocus(Qt.FocusReason.TabFocusReason))
        self.text.followed.connect(self._follow)
        self.tour_button.clicked.connect(self.tour)
        self.example_button.clicked.connect(lambda: self.wanted.emit(ToExample()))

    def _open(self, wanted: ToHelp) -> None:
        """Show a topic, and the search that was open beside it."""
        named = {one.key: one for one in self._all}
        self._topic = named.get(wanted.topic or FIRST, self._all[0])
        if wanted.words:
            self.line.setText(wanted.words)
            self._search()
        else:
            self._list_topics()
        told = [clause(self._language, one) for one in wanted.clauses]
        self._clauses = wanted.clauses
        marked = (*words_of(wanted.words), *(one.paragraph for one in told))
        self.text.show_topic(self._topic.text, marked, told[0].paragraph if told else "")

    def _list_topics(self) -> None:
        rows = tuple(_TopicRow(one) for one in self._all)
        self.list.show_lines(rows, self._all.index(self._topic))
        self._count.hide()

    def _search(self) -> None:
        """Show what is found for what stands in the field, or the topics."""
        self._sought = self.line.text().strip()
        if not self._sought:
            self._list_topics()
            self.text.show_topic(self._topic.text)
            return
        found = find(translation.chosen(translation.locale().name()[:2]), self._sought)
        self.list.show_lines(found)
        said = (
            self.tr("找到 %n 处", "", len(found))
            if found
            else self.tr("没有找到。可以少写几个字，或换一种说法。")
        )
        self._count.setText(said)
        self._count.show()
        announce(self._count, said)

    def _entered(self) -> None:
        """Search at once, then go to the first place found."""
        if self.line.text().strip() != self._sought:
            self._search()
        if self._sought and self.list.lines.rowCount():
            if not self.list.currentIndex().isValid():
                self.list.step(1)
            self.text.setFocus(Qt.FocusReason.TabFocusReason)

    def _chosen(self, one: _TopicRow | HelpHit) -> None:
        """Show the topic on which the arrows rest, at the place found."""
        self._topic, self._clauses = one.topic, ()
        paragraph = one.paragraph if isinstance(one, HelpHit) else ""
        self.text.show_topic(one.topic.text, words_of(self._sought), paragraph)

    def _follow(self, key: str) -> None:
        """Go to another topic; an address outside is only text."""
        if any(one.key == key for one in self._all):
            self.wanted.emit(ToHelp(key))

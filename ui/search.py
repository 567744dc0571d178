"""The search through all notes: a field, and every place where the words stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import (
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.light_marks import bare_text
from app.domain.record_words import RecordPart
from app.services import case_search, record_search, reflections, search
from ui import privacy
from ui.case_list import GlassLine, day
from ui.messages import message
from ui.names import as_written
from ui.page import (
    Page,
    PageKey,
    Passage,
    ToCases,
    ToDisclosure,
    ToEnding,
    ToEthics,
    ToFollowUp,
    ToFormulation,
    ToGenogram,
    ToHold,
    ToNote,
    ToOldNotes,
    ToReferral,
    ToReflections,
    ToReport,
    ToRequests,
    ToSearch,
    ToSupervision,
)
from ui.search_case import HIGH, CaseRow, paint_case, told
from ui.theme import look
from ui.theme.focus import RING
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import clear, column, row
from ui.widgets.empty import Empty
from ui.widgets.label import Label
from ui.widgets.painted import announce, box, elided, text_width, words
from ui.widgets.quiet_list import ROW, ListModel, QuietList, row_ground, underline, view_width
from ui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter, QResizeEvent

    from app.domain.errors import Refusal
    from app.domain.ids import CaseId
    from app.ports import Hit, OpenVault
    from app.services.changes import Changes
    from app.services.palette import CaseEntry
    from app.services.search import Found, FoundPage
    from ui.office import Office
    from ui.page import Destination
    from ui.theme.roles import Role
    from ui.widgets.quiet_list import Index

    _Answer = tuple[tuple[CaseEntry, ...], tuple[Found, ...], FoundPage, datetime]

_PAUSE_MS: Final = 150
_AT_ONCE: Final = 50
_AROUND: Final = 32
_WIDE: Final = 700
_LEADING: Final = 22
_LINES: Final = 2
_MOST_NUMBERS: Final = 20
_PLACES: Final[dict[RecordPart, Callable[[CaseId], Destination]]] = {
    RecordPart.FORMULATION: ToFormulation,
    RecordPart.GENOGRAM: ToGenogram,
    RecordPart.DISCLOSURE: ToDisclosure,
    RecordPart.ETHICS: ToEthics,
    RecordPart.REFERRAL: ToReferral,
    RecordPart.ENDING: ToEnding,
    RecordPart.FOLLOW_UP: ToFollowUp,
    RecordPart.HOLD: ToHold,
    RecordPart.REQUEST: ToRequests,
    RecordPart.IMPORTED: ToOldNotes,
    RecordPart.REPORT: ToReport,
    RecordPart.SUPERVISION: ToSupervision,
}
_SPACES: Final = str.maketrans(dict.fromkeys("\n\r\t\u2028\u2029", " "))


def snippet(hit: Hit) -> tuple[str, int, int]:
    """Return a hit's surroundings on one line without marks, and where in it the words stand."""
    start, end = hit.start - hit.snippet_start, hit.end - hit.snippet_start
    before = "…" if hit.snippet_start else ""
    after = "…" if len(hit.snippet) - end >= _AROUND else ""
    plain, (start, end) = bare_text(hit.snippet, (start, end))
    text = plain.translate(_SPACES)
    return f"{before}{text}{after}", start + len(before), end + len(before)


def _who(found: Found) -> str:
    """Return what the client of a hit is called on the screen."""
    return as_written(privacy.title(found.name, found.code))


def in_utf16(text: str, place: int) -> int:
    """Return a place in a text as Qt counts it, in UTF-16 units."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


class SearchLine(GlassLine):
    """The field: `settled` after a pause in typing, never while an input method composes."""

    settled = Signal()
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("l", parent)
        self._composing = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.settled)
        self.textChanged.connect(self._wait)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Hold the search back while a word is being composed."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        self._wait()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step through the results with Up and Down, empty the field with Esc."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _wait(self) -> None:
        if self._composing:
            self._pause.stop()
        else:
            self._pause.start()


@dataclass(frozen=True, slots=True)
class HitRow:
    """A result with its date and its kind in words; an ordinary note has no kind."""

    found: Found
    date: str
    kind: str
    said: str = field(repr=False)

    def spoken(self) -> str:
        """Return the row as a screen reader should say it."""
        return self.said


class HitDelegate(QStyledItemDelegate):
    """Paints a result: code and date, then the words with the hit on the colour of a mark."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for one line of facts and the lines of the snippet."""
        wide = view_width(option.widget, _WIDE)
        if isinstance(index.data(ROW), CaseRow):
            return QSize(wide, look.px(HIGH))
        lines = lines_of(snippet(index.data(ROW).found.hit)[0], wide - 2 * look.px(16))
        return QSize(wide, look.px(12 + 24 + 4 + 14) + lines * look.px(_LEADING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, facts and snippet."""
        one = index.data(ROW)
        area, state = QRectF(option.rect), option.state
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        row_ground(painter, area, chosen=chosen, over=over)
        inner = area.adjusted(look.px(16), look.px(12), -look.px(16), 0)
        if not chosen:
            underline(painter, inner, area)
        if isinstance(one, CaseRow):
            paint_case(painter, area.adjusted(look.px(16), 0, -look.px(16), 0), one.entry)
        else:
            self._place(painter, inner, one, shown=chosen or over or not privacy.on())
        painter.restore()

    def _place(self, painter: QPainter, inner: QRectF, one: HitRow, *, shown: bool) -> None:
        """Draw a place in a note: facts, then the words or where they are."""
        self._facts(painter, inner, one)
        words_area = inner.adjusted(0, look.px(28), 0, 0)
        if shown:
            draw_marked(painter, words_area, snippet(one.found.hit))
        else:
            self._bars(painter, words_area, one.found.hit)

    @staticmethod
    def _facts(painter: QPainter, area: QRectF, one: HitRow) -> None:
        """Draw who it is, the date, and whether it is an amendment."""
        line = QRectF(area.x(), area.y(), area.width(), look.px(24))
        name, small = look.font(15, 500), look.font(12)
        said = elided(name, _who(one.found), line.width() * 0.6)
        words(painter, line, said, (name, "ink"))
        line.setLeft(line.left() + text_width(name, said) + look.px(10))
        words(painter, line, one.date, (small, "faint"))
        if not one.kind:
            return
        left = line.left() + text_width(small, one.date) + look.px(10)
        wide = text_width(small, one.kind) + look.px(12)
        chip = QRectF(left, line.y() + look.px(3), wide, look.px(18))
        box(painter, chip, fill="sunken", radius=look.px(4))
        words(painter, chip.adjusted(look.px(6), 0, 0, 0), one.kind, (small, "soft"))

    @staticmethod
    def _bars(painter: QPainter, area: QRectF, hit: Hit) -> None:
        """Draw where the words are while nobody looks at them."""
        layout = _laid(snippet(hit)[0], area.width())
        for number in range(min(_LINES, layout.lineCount())):
            line = layout.lineAt(number)
            top = area.y() + line.y() + look.px(5)
            bar = QRectF(area.x(), top, line.naturalTextWidth(), look.px(_LEADING - 10))
            box(painter, bar, fill="hover", radius=look.px(4))


def lines_of(text: str, width: float) -> int:
    """Return how many lines of a snippet are shown at this width."""
    return min(_LINES, _laid(text, width).lineCount())


def same_words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return every stretch of `text` that reads like the one from `start` to `end`, that one too.

    Capitals do not matter, and a Latin word counts from its beginning only, as in the search.
    """
    folded = text.lower()
    sought = folded[start:end]
    if not sought or len(folded) != len(text):  # where a small letter is two, places would shift
        return [(start, end)]
    found, at = [], folded.find(sought)
    while at >= 0:
        inside = sought[0].isascii() and sought[0].isalnum() and at > 0
        if at == start or not (inside and folded[at - 1].isascii() and folded[at - 1].isalnum()):
            found.append((at, at + len(sought)))
        at = folded.find(sought, at + len(sought))
    return found


def draw_marked(painter: QPainter, area: QRectF, said: tuple[str, int, int]) -> None:
    """Draw a text, and patches under the characters from the second to the third and their like."""
    text = said[0]
    marked = [(in_utf16(text, start), in_utf16(text, end)) for start, end in same_words(*said)]
    layout = _laid(text, area.width(), marked)
    for number in range(min(_LINES, layout.lineCount())):
        line = layout.lineAt(number)
        for first, last in marked:
            _patch(painter, area, line, (first, last))
        line.draw(painter, QPointF(area.x(), area.y() + (look.px(_LEADING) - line.height()) / 2))


def _patch(painter: QPainter, area: QRectF, line: QTextLine, marked: tuple[int, int]) -> None:
    """Draw the ground of a marked stretch as far as it stands on this line."""
    left = max(marked[0], line.textStart())
    right = min(marked[1], line.textStart() + line.textLength())
    if left >= right:
        return
    sides = sorted(float(_x(line.cursorToX(place))) for place in (left, right))
    top = area.y() + line.y()
    patch = QRectF(area.x() + sides[0], top, sides[1] - sides[0], look.px(_LEADING))
    box(painter, patch.adjusted(-1.5, 1, 1.5, -1), fill="mark", radius=look.px(4))


def _x(found: object) -> float:
    """Return the x of a cursor; PySide gives it alone, or with the place it was asked for."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


def _tinted(start: int, end: int, role: Role) -> QTextLayout.FormatRange:
    """Return the format that colours a stretch of text."""
    made = QTextLayout.FormatRange()
    made.start, made.length = start, end - start
    ink = QTextCharFormat()
    ink.setForeground(look.colour(role))
    made.format = ink
    return made


def _laid(text: str, width: float, marked: Sequence[tuple[int, int]] = ()) -> QTextLayout:
    """Return a text laid out in lines of even height, the `marked` stretches in ink."""
    layout = QTextLayout(text, look.font(13))
    soft = _tinted(0, in_utf16(text, len(text)), "soft")
    layout.setFormats([soft, *(_tinted(*one, "ink") for one in marked)])
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, top))
        top += look.px(_LEADING)
    layout.endLayout()
    return layout


def _place(hit: Hit, part: RecordPart) -> Destination:
    """Return where a part of the record beside the notes is read."""
    return ToNote(hit.note_id) if part is RecordPart.SHEET else _PLACES[part](hit.case_id)


class HitList(QuietList):
    """The results. Enter or a click: `opened` gives a place in a note, `entered` a case."""

    opened = Signal(object)
    entered = Signal(object)

    def __init__(self, name: str) -> None:
        self.found: ListModel[HitRow | CaseRow] = ListModel()
        super().__init__(name, self.found, HitDelegate())
        self.setProperty(RING, True)  # noqa: FBT003 - Qt's own signature
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)

    def places(self) -> int:
        """Return how many places in notes are shown."""
        return sum(isinstance(one, HitRow) for one in self.found.rows()) - self.beside()

    def beside(self) -> int:
        """Return how many places are shown that are in no note."""
        hits = (one.found.hit for one in self.found.rows() if isinstance(one, HitRow))
        return sum(one.reflection_id is not None or one.part is not None for one in hits)

    def step(self, by: int) -> None:
        """Go up or down from the current result; the first step lands on the first one."""
        count = self.found.rowCount()
        if count:
            here = self.currentIndex().row()
            to = 0 if here < 0 else min(count - 1, max(0, here + by))
            self.setCurrentIndex(self.found.index(to))

    def open_current(self) -> None:
        """Open the current result, or the first."""
        if self.found.rowCount():
            here = self.currentIndex()
            self._open(here if here.isValid() else self.found.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_current()
        else:
            super().keyPressEvent(event)

    def _open(self, index: Index) -> None:
        one = index.data(ROW)
        if isinstance(one, CaseRow):
            self.entered.emit(one.entry.case_id)
        else:
            self.opened.emit(one.found.hit)


class SearchScreen(Page):
    """Finds words in all notes, drafts and amendments, and before them the case of a name."""

    def __init__(self, office: Office, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self._asked = 0
        self._wanted, self._shown_words = "", ""
        self._now: datetime | None = None
        self.line = SearchLine()
        self.line.setAccessibleName(self.tr("查找记录"))
        self.line.setPlaceholderText(self.tr("任何字词"))
        self.hits = HitList(self.tr("找到的地方"))
        self._count, self._unsearched = Label("", "soft"), Label("", "meta", wrap=True)
        self._unsearched.hide()
        self.record = Tick(self.tr("也查会谈单、概念化、家谱图、披露、转介、结案等"))
        self.own = Tick(self.tr("也查咨询师札记"))
        self._more = Button(self.tr("显示更多"), "ghost", icon="chevron-down")
        self._banners = column()
        self._lay_out()
        self._connect()
        self.line.setText(words)
        if words:
            self._search()

    def here(self) -> ToSearch:
        """Return where one is: the search with the words that stand in the field."""
        return ToSearch(self.line.text())

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the search."""
        return (
            PageKey("↑ ↓", self.tr("上一处、下一处")),
            PageKey("Enter", self.tr("打开")),
            PageKey("Esc", self.tr("清空，再按返回")),
        )

    def escape(self) -> None:
        """Go back; in the field, Esc has emptied it first."""
        self.back.emit()

    def reload(self, changes: Changes) -> None:
        """Do nothing: a result stays where it was found until one searches again."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the snippets out anew for another width."""
        super().resizeEvent(event)
        self.hits.scheduleDelayedItemsLayout()

    def _lay_out(self) -> None:
        """Put the field on top, and under it results or words that help."""
        teach = Empty(
            "search",
            self.tr("查找任何字词"),
            self.tr(
                "一个字、一个名字、英文词的开头，都可以。几个词用空格隔开，要同时出现才算找到。\n"
                "草稿、签署过的记录、补记和没写完的补记都会查到。写来访者的姓名、拼音或代号，最上面就是这个个案。\n"
                "只在这台电脑上查，查过什么不会留下。"
            ),
            boxed=False,
        )
        nothing = Empty(
            "search",
            self.tr("没有找到"),
            self.tr("可以少写几个字，或换一种写法。"),
            boxed=False,
        )
        results = QWidget()
        foot = row(None, self._more, None, margins=(0, 4, 0, 12))
        lines = column(self.hits, foot)
        lines.setStretch(0, 1)
        results.setLayout(lines)
        below = QWidget()
        self._below = QStackedLayout(below)
        for part in (teach, nothing):
            near_top = QWidget()
            near_top.setLayout(column(72, part, None))
            self._below.addWidget(near_top)
        self._below.addWidget(results)
        inside = QWidget()
        inside.setMaximumWidth(look.px(_WIDE + 32))
        head = column(
            Label(self.tr("查找"), "title"),
            16,
            self.line,
            8,
            self.record,
            self.own,
            8,
            self._count,
            self._unsearched,
            margins=(16, 0, 16, 8),
        )
        body = column(head, self._banners, below, margins=(16, 28, 16, 0))
        body.setStretch(2, 1)
        inside.setLayout(body)
        whole = row(None, inside, None)
        whole.setStretch(1, 100)
        self.setLayout(whole)
        self.begin_at(self.line)
        self._more.hide()

    def _connect(self) -> None:
        """Let field and list work together."""
        self.line.settled.connect(self._search)
        self.record.toggled.connect(self._again)
        self.own.toggled.connect(self._again)
        self.line.stepped.connect(self.hits.step)
        self.line.returnPressed.connect(self._entered)
        self.hits.opened.connect(self._open)
        self.hits.entered.connect(lambda case_id: self.wanted.emit(ToCases(case_id)))
        self._more.clicked.connect(self._ask_more)

    def _entered(self) -> None:
        """Open what is found; search at once when the words are newer than the results."""
        if self.line.text() == self._shown_words:
            self.hits.open_current()
        else:
            self._search()

    def _search(self) -> None:
        """Search for what stands in the field."""
        text = self.line.text()
        if text == self._wanted:
            return
        self._asked, self._wanted = self._asked + 1, text
        if not text.strip():
            self._shown_words = text
            self.hits.found.set_rows(())
            self._count.setText("")
            self._unsearched.hide()
            self._below.setCurrentIndex(0)
            return
        self._lend(0)

    def _again(self, _own: bool) -> None:  # noqa: FBT001 - connected to a signal
        """Search for the same words once more, with the reflections or without."""
        self._wanted = ""
        self._search()

    def _ask_more(self) -> None:
        """Search on where the results end."""
        self._more.setEnabled(False)
        self._lend(self.hits.places())

    def _lend(self, offset: int) -> None:
        """Lend the search to the desk; only the answer to the last one is shown."""
        asked, text, tools = self._asked, self._wanted, self.office.tools
        own, record = self.own.isChecked(), self.record.isChecked()

        def work(vault: OpenVault) -> _Answer:
            named = () if offset else case_search.called(vault, text)
            page = search.find(vault, text, _AT_ONCE, offset)
            rest = record_search.find(vault, text) if record and not offset else ()
            mine = reflections.find(vault, text) if own and not offset else ()
            return named, (*mine, *rest), page, tools().clock.now()

        self.office.desk.do(
            self, work, lambda answer: self._answered(asked, text, offset, answer), self._explain
        )

    def _answered(self, asked: int, text: str, offset: int, answer: _Answer) -> None:
        """Show an answer, unless something else was asked meanwhile."""
        if asked != self._asked:
            return
        named, mine, page, self._now = answer
        self._clear_banners()
        places = [self._told(one) for one in (*mine, *page.found)]
        if offset:
            self.hits.found.add_rows(places)
        else:
            self._shown_words = text
            self.hits.found.set_rows([*map(told, named), *places])
            self.hits.scrollToTop()
        self._say_unsearched(page.unsearched, page.unread)
        self._more.setVisible(page.more)
        self._more.setEnabled(page.more)
        self._below.setCurrentIndex(2 if self.hits.found.rowCount() else 1)
        if not page.more:
            self._say_found(page.count + self.hits.beside())
        elif not offset:
            self._say_count(self.tr("{0} 处以上").format(page.count), page.count)
            self.office.desk.do(
                self,
                lambda vault: search.count(vault, text),
                lambda number: self._counted(asked, number),
                self._explain,
            )

    def _counted(self, asked: int, number: int) -> None:
        """Say about how many there are, once they are counted."""
        if asked == self._asked:
            self._say_count(self.tr("约 {0} 处").format(number), number)

    def _say_unsearched(self, number: int, unread: Sequence[int]) -> None:
        """Say how many cases nobody looked into, since they are shut, and which notes are damaged.

        Many numbers are cut short.
        """
        said = []
        if number:
            said.append(self.tr("%n 个加锁的个案没有搜：要搜它们，请先打开。", "", number))
        if unread:
            first = [str(one) for one in unread[:_MOST_NUMBERS]]
            more = ["…"] if len(unread) > _MOST_NUMBERS else []
            damaged = self.tr("有记录坏了，搜不到，编号：{0}。读得出来的可以救到新的保险库。")
            said.append(damaged.format(" ".join(first + more)))
        self._unsearched.setText("\n".join(said))
        self._unsearched.setVisible(bool(said))

    def _say_found(self, count: int) -> None:
        """Say how many places were found; a case alone is not nothing."""
        cases = self.hits.found.rowCount() - self.hits.places() - self.hits.beside()
        if cases and not count:
            self._say_count(self.tr("记录里没有这些字"), cases)
        else:
            self._say_count(self.tr("找到 %n 处", "", count), count)

    def _say_count(self, words: str, number: int) -> None:
        """Show and announce how many were found."""
        self._count.setText(words if number else "")
        announce(self._count, words)

    def _told(self, found: Found) -> HitRow:
        """Return a result with its date in words and what it is called aloud."""
        date = day(found.hit.session_at, self._now or found.hit.session_at)
        kind = self._kind(found.hit)
        parts = (_who(found), date, kind, snippet(found.hit)[0])
        return HitRow(found, date, kind, self.tr("，").join(part for part in parts if part))

    def _kind(self, hit: Hit) -> str:
        """Return what was found where it is not a note."""
        if hit.reflection_id is not None:
            return self.tr("札记")
        if hit.part is not None:
            return self._part(hit.part)
        if hit.unfinished:
            return self.tr("补记没写完")
        return self.tr("补记") if hit.amendment_id is not None else ""

    def _part(self, part: RecordPart) -> str:
        """Return what a part of the record beside the notes is called."""
        return {
            RecordPart.SHEET: self.tr("会谈单"),
            RecordPart.FORMULATION: self.tr("个案概念化"),
            RecordPart.GENOGRAM: self.tr("家谱图"),
            RecordPart.DISCLOSURE: self.tr("披露"),
            RecordPart.ETHICS: self.tr("伦理决策"),
            RecordPart.REFERRAL: self.tr("转介"),
            RecordPart.ENDING: self.tr("结案"),
            RecordPart.FOLLOW_UP: self.tr("随访"),
            RecordPart.HOLD: self.tr("法律保全"),
            RecordPart.REQUEST: self.tr("来访者的请求"),
            RecordPart.IMPORTED: self.tr("以前的记录"),
            RecordPart.REPORT: self.tr("个案报告"),
            RecordPart.SUPERVISION: self.tr("督导记录"),
        }[part]

    def _open(self, hit: Hit) -> None:
        """Go to the note, to the very words, or to what stands beside it."""
        if hit.part is not None:
            self.wanted.emit(_place(hit, hit.part))
            return
        if hit.reflection_id is not None:
            self.wanted.emit(ToReflections(hit.case_id, reflection_id=hit.reflection_id))
            return
        passage = Passage(hit.start, hit.end, hit.amendment_id, hit.unfinished)
        self.wanted.emit(ToNote(hit.note_id, passage))

    def _clear_banners(self) -> None:
        clear(self._banners)

    def _explain(self, refusal: Refusal) -> None:
        """Say why nothing could be searched; the same words may be asked again."""
        self._wanted = ""
        self._clear_banners()
        said = message(refusal)
        self._banners.addWidget(Banner("refusal", said.what, text=said.why))
        self._more.setEnabled(True)

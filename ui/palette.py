"""The command palette: one line, one list; every case, page and action by keyboard.

Nothing of what was typed or found outlives it: it is made when it is asked for and goes when it
closes. What was opened of late comes first; that is remembered in the workspace alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.rank import WORST, Spelt, rank, typed_words
from app.services import palette
from ui import privacy
from ui.case_list import MODE_ICONS
from ui.case_lock_words import titled
from ui.palette_words import called
from ui.theme import icons, look
from ui.widgets.card import Card, rule
from ui.widgets.field import Line
from ui.widgets.painted import RIGHT, announce, box, elided, text_width, words
from ui.widgets.quiet_list import ROW, ListModel, QuietList, view_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from app.domain.ids import CaseId
    from app.services.palette import CaseEntry
    from ui.office import Office
    from ui.widgets.quiet_list import Index

WIDE: Final = 560
_HIGH: Final = 40
_MOST: Final = 80
_SHOWN: Final = 9
_TOPICS: Final = 3
_BEGINS: Final = 1  # of `rank`: a word that begins so
_BEGUN: Final = 2  # of `rank`: the word itself, how it begins, or its letters
_DIM: Final = 0.28
_STEPS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _SHOWN,
    Qt.Key.Key_PageUp: -_SHOWN,
}


@dataclass(frozen=True)
class Command:
    """Something the palette does: a key for the workspace, and of which case it is done.

    What `waits` is shown once something is typed; `topic` is the key of a topic of the help.
    """

    key: str
    icon: str
    title: str = field(repr=False)
    beside: str = field(default="", repr=False)
    hand: str = ""
    spelt: Spelt = field(default=Spelt(()), repr=False)
    case_id: CaseId | None = None
    words: str = field(default="", repr=False)
    topic: str = ""
    waits: bool = False

    def spoken(self) -> str:
        """Return the line as a screen reader should say it."""
        return ", ".join(part for part in (self.title, self.beside, self.hand) if part)


@dataclass(frozen=True)
class _Doing:
    """Something that can be done with a case, and how it is typed without naming one."""

    key: str
    icon: str
    what: str
    spelt: Spelt

    def rank_with(self, typed: str, known: Spelt) -> int | None:
        """Return how well it fits beside the words of a case: worse than it alone, or the case."""
        said = (*known.words, *self.spelt.words, *self.spelt.initials)
        fit = rank(typed, Spelt(said, (*known.full, *self.spelt.full), known.initials))
        return None if fit is None else WORST + fit


def _doing(row: tuple[str, str, str, str, str, str]) -> _Doing:
    """Return what can be done with a case, and every way to type it."""
    key, icon, what, sound, letters, english = row
    said, latin = called(key)
    # Short letters of a doing stand no higher than the same letters of a client's name.
    short = (*letters.split(), *latin)
    return _Doing(key, icon, what, Spelt((what, *english.split(), *said), (sound,), short))


class CommandDelegate(QStyledItemDelegate):
    """Paints a line: icon, title, what stands beside it, and its key at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for one line."""
        del index
        return QSize(view_width(option.widget, WIDE), look.px(_HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line."""
        one: Command = index.data(ROW)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            box(painter, area.adjusted(0, 1, 0, -1), fill="wash" if chosen else "hover")
        top = area.y() + (area.height() - look.px(16)) / 2
        left = area.x() + look.px(12)
        icons.paint(painter, one.icon, (left, top), "accent" if chosen else "soft", 16)
        room = area.adjusted(look.px(40), 0, -look.px(12), 0)
        name, small = look.font(15), look.font(12)
        words(painter, room, one.hand, (small, "faint"), RIGHT)
        room.setRight(room.right() - text_width(small, one.hand) - look.px(12))
        said = elided(name, one.title, room.width())
        words(painter, room, said, (name, "ink"))
        room.setLeft(room.left() + text_width(name, said) + look.px(8))
        words(painter, room, elided(small, one.beside, room.width()), (small, "faint"))
        painter.restore()


class _CommandList(QuietList):
    """The list; the keyboard stays in the line above it."""

    def __init__(self, name: str) -> None:
        self.found: ListModel[Command] = ListModel()
        super().__init__(name, self.found, CommandDelegate())
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def step(self, by: int) -> None:
        """Go some lines down or up; from one end to the other by single steps."""
        count = self.found.rowCount()
        if not count:
            return
        at = self.currentIndex().row() + by
        at = at % count if abs(by) == 1 else min(count - 1, max(0, at))
        self.setCurrentIndex(self.found.index(at))

    def current(self) -> Command | None:
        """Return the chosen line."""
        one = self.currentIndex().data(ROW)
        return one if isinstance(one, Command) else None


class Palette(QWidget):
    """Lies over the workspace. `chosen` gives a command; `closed` asks to take it away."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(
        self,
        office: Office,
        commands: Sequence[Command],
        recent: Sequence[CaseId],
        parent: QWidget,
        here: CaseId | None = None,
    ) -> None:
        super().__init__(parent)
        self._commands, self._here = tuple(commands), here
        self._recent = {one: at for at, one in enumerate(recent)}
        self._cases: list[CaseEntry] = []
        self._doings = self._make_doings()
        self.setAccessibleName(self.tr("查找或跳转"))
        self.line = Line("l")
        self.line.setAccessibleName(self.tr("查找或跳转"))
        self.line.setPlaceholderText(self.tr("个案、页面或要做的事；拼音和首字母都行"))
        self.line.textChanged.connect(self._find)
        self.line.installEventFilter(self)
        self.list = _CommandList(self.tr("找到的"))
        self.list.clicked.connect(lambda _index: self._take())
        self._card = Card("raised", margins=(8, 8, 8, 8), spacing=0, parent=self)
        self._card.body.addWidget(self.line)
        self._card.body.addSpacing(look.px(6))
        self._card.body.addWidget(rule())
        self._card.body.addSpacing(look.px(4))
        self._card.body.addWidget(self.list)
        self._find()
        office.desk.do(self, palette.entries, self._known)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._hold)

    def add(self, commands: Sequence[Command]) -> None:
        """Offer more than was known at first."""
        self._commands = (*self._commands, *commands)
        if self.line.text().strip():
            self._find()

    def place(self) -> None:
        """Cover the workspace; the card stands in its upper half."""
        space = self.parentWidget()
        over = space.rect() if space is not None else self.rect()
        self.setGeometry(over)
        wide = min(look.px(WIDE), over.width() - look.px(32))
        top = max(look.px(24), over.height() // 7)
        around = self.line.sizeHint().height() + look.px(40)
        room = max(2, (over.height() - top - around) // look.px(_HIGH))
        rows = min(_SHOWN, self.list.found.rowCount(), room)
        self.list.setFixedHeight(look.px(_HIGH) * rows)
        self.list.setVisible(rows > 0)
        self._card.setFixedWidth(wide)
        self._card.adjustSize()
        self._card.move((over.width() - wide) // 2, top)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that walk, choose and close; all others are typed."""
        if event.type() == QEvent.Type.KeyPress and self._walked(event):  # type: ignore[arg-type]
            return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close with a click beside the card."""
        del event
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what lies below."""
        del event
        dim = QColor(look.colour("scrim"))
        dim.setAlphaF(_DIM)
        QPainter(self).fillRect(self.rect(), dim)

    def _hold(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Keep the keys while it is open: a page below that fills itself must not take them."""
        beside = now is not None and now.window() is self.window() and not self.isAncestorOf(now)
        if beside and self.isVisible():
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _walked(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.list.step(_STEPS[key])
            one = self.list.current()
            if one is not None:
                announce(self.line, one.spoken())
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take()
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            return key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
        return True

    def _take(self) -> None:
        one = self.list.current()
        if one is not None:
            self.chosen.emit(one)

    def _known(self, cases: list[CaseEntry]) -> None:
        self._cases = cases
        self._find()

    def _find(self) -> None:
        """Show what fits, the best first; of what fits alike, what was opened last."""
        typed = self.line.text()
        found = sorted(self._ranked(typed), key=lambda one: one[0])[:_MOST]
        rows = [one for _, one in found]
        if typed.strip():
            title = self.tr("在记录里找“{0}”").format(typed.strip())
            rows.append(Command("search", "search", title, hand="Ctrl+F", words=typed.strip()))
        self.list.found.set_rows(rows)
        if rows:
            self.list.setCurrentIndex(self.list.found.index(0))
        self.place()

    def _ranked(self, typed: str) -> Iterable[tuple[tuple[int, int, int, int], Command]]:
        for at, one in enumerate(self._commands):
            fit = rank(typed, one.spelt)
            if fit is not None and (typed.strip() or not one.waits):
                # What can be done stands above what is said about it, if that has the very word.
                about = bool(one.topic)
                yield (max(fit, _BEGINS * about), _TOPICS if about else 1, 0, at), one
        owns = [rank(typed, one.spelt) for one in self._doings]
        for at, case in enumerate(self._cases):
            fit = rank(typed, case.spelt)
            late = self._recent.get(case.case_id, len(self._recent))
            first = typed or case.case_id in self._recent
            if fit is not None:
                yield (fit, 0 if first else 2, late, at), self._case(case)
            yield from self._acts(typed, case, late, owns)

    def _acts(
        self, typed: str, case: CaseEntry, late: int, owns: Sequence[int | None]
    ) -> Iterable[tuple[tuple[int, int, int, int], Command]]:
        """Yield what can be done with a case: of the one that is open, or once it was asked for.

        `owns` says how well each doing fits by itself. Where only the doing was typed, those cases
        are offered for it that are not shut: one that is, is opened first.
        """
        if case.shut:
            return
        mine = case.case_id == self._here
        for at, (doing, own) in enumerate(zip(self._doings, owns, strict=True)):
            if not typed.strip():
                fit = 0 if mine else None
            elif own is not None and (mine or (own <= _BEGUN and len(typed) > 1)):
                fit = own
            else:
                alone = not mine and len(typed_words(typed)) == 1
                fit = None if alone else doing.rank_with(typed, case.spelt)
            if fit is not None:
                yield (fit, -1 if mine else 2, late, at), self._act(case, doing)

    def _case(self, case: CaseEntry) -> Command:
        return Command(
            "case",
            "lock" if case.shut else MODE_ICONS[case.mode],
            titled(case.name, case.code, shut=case.shut),
            privacy.beside(case.name, case.code),
            case_id=case.case_id,
        )

    def _act(self, case: CaseEntry, doing: _Doing) -> Command:
        """Return what can be done, done with a case."""
        title = self.tr("{0}：{1}").format(doing.what, privacy.title(case.name, case.code))
        return Command(doing.key, doing.icon, title, case_id=case.case_id)

    def _make_doings(self) -> list[_Doing]:
        """Return what can be done with a case."""
        every = (
            ("write", "pen-line", self.tr("写记录"), "xiejilu", "xie xjl jilu",
             "write note notes " + self.tr("记录")),
            ("consent", "file-pen-line", self.tr("知情同意"), "zhiqingtongyi", "zqty", "consent"),
            ("book", "calendar-plus", self.tr("新预约"), "xinyuyue", "xyy", "book"),
            ("summary", "shield-check", self.tr("督导摘要"), "dudaozhaiyao", "ddzy", "summary"),
            ("form", "pencil", self.tr("编辑资料"), "bianjiziliao", "bjzl", "form"),
            ("contact", "phone-call", self.tr("记联系"), "jilianxi", "jlx lianxi", "contact"),
            ("intake", "user-check", self.tr("接案"), "jiean", "ja", "intake triage"),
            ("decline", "ban", self.tr("不接案"), "bujiean", "bja", "decline"),
            ("reflections", "book-open", self.tr("咨询师札记"), "zixunshizhaji", "zxszj zj",
             "reflections"),
            ("copy", "printer", self.tr("给出记录"), "geichujilu", "gcjl", "copy print"),
            ("requests", "mail", self.tr("来访者的请求"), "laifangzhedeqingqiu", "lfzdqq qingqiu",
             "request access correct delete"),
            ("keep_case", "archive", self.tr("保存期限"), "baocunqixian", "bcqx", "retention"),
            ("recordings", "audio-lines", self.tr("录音录像"), "luyinluxiang", "lylx luyin",
             "recordings audio video"),
            ("hold", "lock", self.tr("法律保全"), "falvbaoquan", "flbq baoquan", "legal hold"),
            ("screen", "clipboard-check", self.tr("适宜性评估"), "shiyixingpinggu", "syxpg",
             "screen"),
            ("course", "repeat", self.tr("约定与复核"), "yuedingyufuhe", "ydyfh fuhe", "review"),
            ("crisis", "phone-call", self.tr("危机卡"), "weijika", "wjk weiji", "crisis emergency"),
            ("risk", "gauge", self.tr("风险评估"), "fengxianpinggu", "fxpg fengxian", "risk"),
            ("safety", "heart-handshake", self.tr("安全计划"), "anquanjihua", "aqjh",
             "safety plan"),
            ("disclosure", "send", self.tr("披露"), "pilu", "pl", "disclosure tell"),
            ("ethics", "scale", self.tr("伦理决策"), "lunlijuece", "lljc lunli", "ethics decision"),
            ("referral", "send", self.tr("转介"), "zhuanjie", "zj", "referral"),
            ("follow", "phone", self.tr("随访"), "suifang", "sf", "follow-up"),
            ("ending", "archive", self.tr("结案"), "jiean", "ja", "close case"),
            ("formulation", "lightbulb", self.tr("个案概念化"), "geangainianhua", "gagnh",
             "formulation"),
            ("report", "clipboard-check", self.tr("个案报告"), "geanbaogao", "gabg", "case report"),
            ("supervision", "messages-square", self.tr("督导记录"), "dudaojilu", "ddjl",
             "supervision"),
            ("genogram", "network", self.tr("家谱图"), "jiaputu", "jpt", "genogram"),
            ("tech", "monitor", self.tr("技术准备"), "jishuzhunbei", "jszb", "tech"),
            ("complete_case", "clipboard-check", self.tr("完整性"), "wanzhengxing", "wzx",
             "complete"),
            ("measures", "chart-line", self.tr("量表"), "liangbiao", "lb",
             "scales measures phq-9 gad-7 phq9 gad7 phq gad"),
            ("mode", "arrow-right", self.tr("改变服务方式"), "gaibianfuwufangshi", "gbfwfs",
             "mode"),
            ("consents", "files", self.tr("全部同意书"), "quanbutongyishu", "qbtys", "consents"),
            ("lock_case", "key-round", self.tr("个案密码"), "geanmima", "gamm", "password"),
            ("trail_case", "history", self.tr("个案的留痕"), "geandeliuhen", "gadlh", "trail"),
        )  # fmt: skip
        return [_doing(one) for one in every]

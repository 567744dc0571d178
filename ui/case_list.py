"""The list of cases with the field that narrows it, and how a case is said in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.case import CaseLock, CaseState, ServiceMode
from app.domain.local_time import local
from ui import dates, privacy
from ui.intake_words import wait_words
from ui.names import as_written
from ui.theme import look
from ui.widgets.banner import Banner
from ui.widgets.button import Button, IconButton
from ui.widgets.card import column, put, row
from ui.widgets.empty import Empty
from ui.widgets.field import Line
from ui.widgets.label import Label
from ui.widgets.menu import Menu
from ui.widgets.picture import Picture
from ui.widgets.rows import Row, RowList

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from app.domain.ids import CaseId
    from app.services.cases import CaseLine
    from ui.theme.roles import Tone
    from ui.widgets.field import Size

translate = QCoreApplication.translate
_MOST_NUMBERS: Final = 20
WIDE: Final = 316
NARROW: Final = 292
MODE_ICONS: Final = {
    ServiceMode.FACE_TO_FACE: "users",
    ServiceMode.ONLINE: "video",
    ServiceMode.HOTLINE_GENERAL: "phone",
    ServiceMode.HOTLINE_REGULAR: "phone",
    ServiceMode.CRISIS: "phone-call",
}


def mode_word(mode: ServiceMode) -> str:
    """Return the way of service in words."""
    return {
        ServiceMode.FACE_TO_FACE: translate("Cases", "面询"),
        ServiceMode.ONLINE: translate("Cases", "网络"),
        ServiceMode.HOTLINE_GENERAL: translate("Cases", "热线·一般"),
        ServiceMode.HOTLINE_REGULAR: translate("Cases", "热线·常规"),
        ServiceMode.CRISIS: translate("Cases", "危机处置"),
    }[mode]


def day(at: datetime, now: datetime) -> str:
    """Return the day by the clock that `at` is given by; the year only where it is another one."""
    this_year = at.year == now.astimezone(at.tzinfo).year
    return dates.short_weekday(at) if this_year else dates.day(at)


class GlassLine(Line):
    """A line with a magnifying glass at its beginning."""

    def __init__(self, sz: Size = "m", parent: QWidget | None = None) -> None:
        super().__init__(sz, parent)
        self._glass = Picture("search", "faint", 16, parent=self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the glass in its place and the words beside it."""
        super().resizeEvent(event)
        self.setTextMargins(look.px(24), 0, 0, 0)
        self._glass.move(look.px(11), (self.height() - self._glass.sizeHint().height()) // 2)


class _Find(GlassLine):
    """The field that narrows the list: Down goes into the list, Esc empties it."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the two keys, leave the others to the line."""
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class CaseList(QWidget):
    """Every case as a row. `chosen` follows the arrows and the mouse, `opened` is Enter.

    Above the rows a quiet line says that the form of a new case was left unfinished.
    """

    chosen = Signal(int)
    opened = Signal(int)
    new_case = Signal()
    questionnaire = Signal()
    old_notes = Signal()
    paper = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("pane", "list")
        self._lines: tuple[CaseLine, ...] = ()
        self._now: datetime | None = None
        self._coming: Mapping[CaseId, datetime] = {}
        self._gone: Container[CaseId] = ()
        self.add = IconButton("plus", self.tr("新个案"))
        self.add.setToolTip(self.tr("新个案（Ctrl+N）"))
        self.add.clicked.connect(self.new_case)
        self.more = IconButton("ellipsis", self.tr("更多：导入问卷、导入以前的记录、预约登记表"))
        self.more.setToolTip(self.tr("更多"))
        self.more.clicked.connect(self._offer_more)
        self.narrowing = _Find()
        self.narrowing.setAccessibleName(self.tr("在个案中查找"))
        self.narrowing.setPlaceholderText(self.tr("在个案中查找"))
        self.go_on = Button(self.tr("接着填"), "link")
        self.go_on.setAccessibleName(self.tr("接着填没填完的新个案"))
        self.go_on.clicked.connect(self.new_case)
        self._damage = column(margins=(20, 0, 20, 0))
        self._unfinished = QWidget()
        self._unfinished.hide()
        self.rows = RowList(self.tr("个案列表"))
        self._nothing = Empty(
            "search",
            self.tr("没有这样的个案"),
            self.tr("这里只找代号和姓名。要找记录里的字，请用左边的查找。"),
            boxed=False,
        )
        self._nothing.hide()
        self._lay_out()
        self.narrowing.textChanged.connect(self._narrow)
        self.narrowing.down.connect(self.rows.setFocus)
        self.rows.chosen.connect(lambda key: self.chosen.emit(int(key)))
        self.rows.opened.connect(lambda key: self.opened.emit(int(key)))

    def show_lines(
        self,
        lines: Sequence[CaseLine],
        now: datetime,
        coming: Mapping[CaseId, datetime],
        gone: Container[CaseId] = (),
    ) -> None:
        """Show these cases; what was chosen stays so, and the list stays where it was.

        `coming` says when the next appointment of a case begins, where it has one; `gone` are the
        cases whose client stays away (072).
        """
        self._gone = gone
        self._lines, self._now, self._coming = tuple(lines), now, coming
        self._narrow()

    def show_unfinished(self, *, waits: bool) -> None:
        """Say that the form of a new case waits to be finished, or do not."""
        self._unfinished.setVisible(waits)

    def show_unread(self, cases: Sequence[CaseId]) -> None:
        """Name the cases that cannot be read in a damaged vault; none: take the words away."""
        side = look.px(20)
        self._damage.setContentsMargins(side, 0, side, look.px(12) if cases else 0)
        if not cases:
            put(self._damage, None)
            return
        more = ["…"] if cases[_MOST_NUMBERS:] else []
        listed = " ".join([*map(str, cases[:_MOST_NUMBERS]), *more])
        said = self.tr("有 %n 个个案读不出来，个案编号：{0}。", "", len(cases)).format(listed)
        text = self.tr("它们没有列在下面。请先不要删旧备份。")
        put(self._damage, Banner("blocked", said, text=text))

    def choose(self, case_id: CaseId) -> None:
        """Make a case the chosen one."""
        self.rows.choose(str(case_id))

    def _offer_more(self) -> None:
        """Offer what is wanted now and then."""
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("导入问卷"), self.questionnaire.emit)
        menu.addAction(self.tr("导入以前的记录"), self.old_notes.emit)
        menu.addAction(self.tr("预约登记表"), self.paper.emit)
        menu.setAccessibleName(self.more.accessibleName())
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + look.px(4))))

    def _lay_out(self) -> None:
        """Put title, field and rows under each other; rows reach 12 beyond the column."""
        title = Label(self.tr("个案"), "heading")
        head = row(title, None, self.more, self.add, margins=(20, 20, 14, 6))
        field = column(self.narrowing, margins=(20, 0, 20, 12))
        nothing = column(self._nothing, margins=(20, 32, 20, 0))
        body = column(self.rows, nothing, margins=(8, 0, 8, 0))
        body.setStretch(0, 1)
        said = Label(self.tr("有一个新个案没填完"), "soft", wrap=True)
        self._unfinished.setLayout(
            row(
                Picture("pen-line", "mid", 14), said, self.go_on, margins=(20, 0, 20, 12), spacing=8
            )
        )
        lines = column(head, field, self._damage, self._unfinished, body)
        lines.setStretch(4, 1)
        self.setLayout(lines)

    def _narrow(self) -> None:
        """Show the rows that hold what stands in the field."""
        wanted, bar = self.narrowing.text().casefold(), self.rows.verticalScrollBar()
        here = bar.value()
        shown = [one for one in self._lines if wanted in f"{one.name}\n{one.case.code}".casefold()]
        self.rows.set_rows([self._row(one) for one in shown])
        self.rows.doItemsLayout()
        bar.setValue(here)
        self.rows.setVisible(bool(shown) or not self._lines)
        self._nothing.setVisible(bool(self._lines) and not shown)

    def _row(self, line: CaseLine) -> Row:
        """Return a case as a row: who, how, when next or last, and what waits."""
        when, today = self._when(line)
        waiting = self.tr("待签署")
        if line.drafts > 1:
            waiting = self.tr("待签署 {0}").format(line.drafts)
        return Row(
            str(line.case.id),
            as_written(privacy.title(line.name, line.case.code)),
            code=as_written(privacy.beside(line.name, line.case.code)),
            when=when,
            place=mode_word(line.case.mode),
            note=self._note(line),
            sign=self._sign(line, waiting),
            today=today,
        )

    def _note(self, line: CaseLine) -> str:
        """Return how long an urgent request has waited (clause 074), else how many notes."""
        asked = line.urgent
        if asked is not None and self._now is not None:
            return wait_words(asked.at, asked.answered_at, self._now)
        return self.tr("%n 篇记录", "", line.notes) if line.notes else ""

    def _sign(self, line: CaseLine, waiting: str) -> tuple[str, Tone, str] | None:
        """Return what stands at the end of a row: that it is locked, else what waits."""
        if line.case.shut:
            return "lock", "plain", self.tr("已加锁")
        if line.case.state is CaseState.CLOSED:
            return "archive", "plain", self.tr("已关闭")
        if line.urgent is not None:
            return "timer", "high", self.tr("紧急")
        if line.drafts:
            return "pen-line", "mid", waiting
        return self._quiet_sign(line)

    def _quiet_sign(self, line: CaseLine) -> tuple[str, Tone, str] | None:
        """Return what stands there where nothing waits to be written."""
        if line.case.id in self._gone:
            return "phone-missed", "mid", self.tr("可能脱落")
        return (
            ("lock-open", "plain", self.tr("已打开")) if line.case.lock is CaseLock.OPEN else None
        )

    def _when(self, line: CaseLine) -> tuple[str, bool]:
        """Return when the next session is, else the last, by the counselor's clock; and if today.

        Where damage hides the sessions, that is said in place of the last one.
        """
        coming = self._coming.get(line.case.id)
        if coming is not None and self._now is not None:
            at = local(coming, line.here)
            if self._is_today(at, self._now):
                return self.tr("今天 {0}").format(dates.clock_time(at)), True
            said = self.tr("下次 {0} {1}")
            return said.format(day(at, self._now), dates.clock_time(at)), False
        if line.unread:
            return self.tr("咨询读不出来"), False
        if line.last_session is None or self._now is None:
            return self.tr("还没有咨询"), False
        at = local(line.last_session.starts_at, line.here)
        if self._is_today(at, self._now):
            return self.tr("今天 {0}").format(dates.clock_time(at)), True
        return self.tr("上次 {0}").format(day(at, self._now)), False

    @staticmethod
    def _is_today(at: datetime, now: datetime) -> bool:
        """Say whether a time is of this day, by the clock it is given by."""
        return at.date() == now.astimezone(at.tzinfo).date()


def hours_words(hours: float | None) -> str:
    """Return in words by how much the client's clock is ahead of the counselor's."""
    if hours is None:
        return ""
    if not hours:
        return translate("Dates", "时间与您相同")
    if hours > 0:
        return translate("Dates", "比您早 {0} 小时").format(f"{hours:g}")
    return translate("Dates", "比您晚 {0} 小时").format(f"{-hours:g}")

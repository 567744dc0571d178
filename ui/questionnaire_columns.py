"""What each column of a questionnaire becomes: a row a column, and a choice for the one in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.answer_case import answered
from app.domain.answer_column import Becomes, chosen, left_out
from app.domain.answer_table import column_name
from ui import privacy
from ui.begin import Begins
from ui.names import as_written
from ui.questionnaire_words import becomes_word, left_out_words
from ui.theme import look
from ui.theme.focus import RING
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, column, row
from ui.widgets.chip import Choices
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.answer_table import AnswerTable


class ColumnsStep(Begins, QWidget):
    """`settled` tells that the columns are as they should be, `again` asks for another file.

    `foot` stays in sight under what scrolls. Delete leaves the current column out (clause 144).
    """

    settled = Signal()
    again = Signal()

    def __init__(
        self,
        answers: AnswerTable,
        columns: Sequence[Becomes],
        *,
        remembered: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.answers, self.columns = answers, tuple(columns)
        self._at, self._remembered = 0, remembered
        self.table = Table(
            [
                Column(self.tr("列")),
                Column(self.tr("表头")),
                Column(self.tr("成为")),
                Column(self.tr("例子")),
            ],
            name=self.tr("每一列成为什么"),
        )
        self.table.setProperty(RING, True)  # noqa: FBT003 - Qt's own signature
        self.table.setMinimumHeight(look.px(200))
        self.asked = Label("", "strong", wrap=True)
        self.choice = Choices(
            [(one.value, becomes_word(one)) for one in Becomes], name=self.tr("这一列成为")
        )
        self.told = Label("", "soft", wrap=True)
        self.further = Button(self.tr("看每一份答卷"), "primary", icon="arrow-right")
        self.other = Button(self.tr("换一个文件"), "ghost")
        self._banner_room = column(spacing=8)
        self.foot = row(self.other, None, self.further, spacing=8)
        self._lay_out()
        out = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        out.setContext(Qt.ShortcutContext.WidgetShortcut)
        out.activated.connect(self._leave_out)
        self.table.moved.connect(self._show)
        self.table.opened.connect(lambda _: self.choice.chip(self.choice.keys()[0]).setFocus())
        self.choice.chosen.connect(lambda keys: self._become(Becomes(keys[0])))
        self.further.clicked.connect(self.settled)
        self.other.clicked.connect(self.again)
        self.fill()
        self.table.choose(0)
        self.begin_at(self.table)

    def fill(self) -> None:
        """Show the columns; in privacy mode no answer is shown."""
        at = self._at
        self.table.set_rows([self._row(one) for one in range(len(self.columns))])
        self.table.choose(at)

    def _lay_out(self) -> None:
        intro = self.tr(
            "请看一看每一列成为什么。成为资料的，可以在个案里改；留在答卷里的，一字不动地放进个案；"
            "用不着的，按 Delete，不带进来。"
        )
        card = Card(margins=(16, 14, 16, 14), spacing=10)
        for part in (self.asked, self.choice, self.told):
            card.body.addWidget(part)
        self._say_file()
        lines = column(
            Label(self.tr("第二步：每一列成为什么"), "heading"),
            6,
            Label(intro, "soft", wrap=True),
            12,
            self._banner_room,
            self.table,
            12,
            card,
        )
        lines.setStretch(lines.indexOf(self.table), 1)
        self.setLayout(lines)

    def _say_file(self) -> None:
        """Say what was read of the file, what was not, and what will be left out."""
        said = [
            self.tr("%n 份答卷", "", len(self.answers.rows)),
            self.tr("%n 列", "", len(self.columns)),
        ]
        title = self.tr("，").join(said)
        more = [self.tr("列的用处和上次一样。")] if self._remembered else []
        if self.answers.above:
            more.append(self.tr("表头上面的 %n 行没有导入。", "", self.answers.above))
        if self.answers.others:
            names = self.tr("、").join(map(as_written, self.answers.others))
            more.append(self.tr("别的工作表没有读：{0}。").format(names))
        more += left_out_words(left_out(self.answers.heads, self.columns))
        warns = bool(self.answers.above or self.answers.others)
        banner = Banner("refusal" if warns else "info", title, text="\n".join(more))
        clear(self._banner_room)
        self._banner_room.addWidget(banner)
        self._banner_room.addSpacing(look.px(10))

    def _row(self, at: int) -> tuple[Cell, ...]:
        what = self.columns[at]
        kept = what in (Becomes.KEEP, Becomes.OUT)
        icon = "minus" if what is Becomes.OUT else ""
        return (
            Cell(column_name(at), at),
            Cell(as_written(self.answers.heads[at])),
            Cell(becomes_word(what), icon=icon, tone="plain" if kept else "low", strong=not kept),
            Cell(self._sample(at)),
        )

    def _sample(self, at: int) -> str:
        """Return the first answer in a column, on one line."""
        if privacy.on():
            return "•••"
        found = (one.cells[at] for one in self.answers.rows if answered(one.cells[at]))
        return as_written(" ".join(next(found, "")[:60].split()))

    def _show(self, at: int) -> None:
        """Show the choice for the column that is current."""
        if at < 0:
            return
        self._at = at
        head = as_written(self.answers.heads[at])
        self.asked.setText(self.tr("“{0}”这一列成为").format(head))
        self.choice.choose(self.columns[at].value)
        self.told.hide()

    def _leave_out(self) -> None:
        """Let nothing of the current column into the vault."""
        self.choice.choose(Becomes.OUT.value)
        self._become(Becomes.OUT)
        announce(self, becomes_word(Becomes.OUT))

    def _become(self, what: Becomes) -> None:
        """Let the current column become something else; another column may give it up."""
        self.columns, gave = chosen(self.columns, self._at, what)
        for at in {self._at, gave} - {None}:
            self.table.set_row(at, self._row(at))  # type: ignore[arg-type]
        said = ""
        if gave is not None:
            head = as_written(self.answers.heads[gave])
            said = self.tr("“{0}”这一列改为留在答卷里：两列不能成为同一样。").format(head)
            announce(self, said)
        self.told.setText(said)
        self.told.setVisible(bool(said))
        self._say_file()

"""导入问卷: a file, what its columns become, where each answer goes, and what came of it (062)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.answer_column import left_out
from app.domain.case import ServiceMode
from app.domain.ids import CaseId
from app.services import questionnaires
from app.services.changes import Noun
from ui.clause_link import refusal_banner
from ui.messages import message
from ui.page import Page, PageKey, ToCases, ToIntakePaper, ToQuestionnaire
from ui.pick import pick_open
from ui.questionnaire_columns import ColumnsStep
from ui.questionnaire_done import DoneStep
from ui.questionnaire_rows import NEW, RowsStep
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.card import Card, column, put, row, under_head
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.progress import Progress
from ui.widgets.topbar import TopBar
from ui.widgets.zone import zone_of_city

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.domain.answer_column import Becomes
    from app.domain.answer_table import AnswerTable
    from app.domain.errors import Refusal
    from app.services.questionnaires import AnswerLine, Beginning, Placed, TakenIn
    from ui.office import Office
    from ui.widgets.banner import Banner

_WIDE: Final = 1000
_AT_ONCE: Final = 25
"""So many answers are taken in before other work has its turn on the vault's thread."""


class QuestionnaireScreen(Page):
    """Nothing goes into the vault before the last step, and then each answer whole."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self._table: AnswerTable | None = None
        self._begun: Beginning | None = None
        self._taken: list[TakenIn] = []
        self._waiting: list[Placed] = []
        self._stop, self._working = False, False
        self.columns: ColumnsStep | None = None
        self.rows: RowsStep | None = None
        self.progress: Progress | None = None
        head = TopBar(self.tr("导入问卷"))
        head.back.connect(self.back)
        self._banner_room, self._room = column(), column()
        lines = column(self._banner_room, self._room)
        lines.setStretch(1, 1)
        page = under_head(head, look.px(_WIDE), lines, margins=(40, 20, 40, 16))
        self._foot = QWidget()
        self._foot.setMaximumWidth(look.px(_WIDE))
        self._foot_room = column()
        self._foot.setLayout(self._foot_room)
        page.addLayout(row(self._foot, margins=(40, 8, 40, 14)))
        self.setLayout(page)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._further)
        self._show_first()

    def here(self) -> ToQuestionnaire:
        """Return where one is."""
        return ToQuestionnaire()

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of this page."""
        return (
            PageKey("Ctrl+Enter", self.tr("下一步")),
            PageKey("Delete", self.tr("这一列不带进来")),
            PageKey("Esc", self.tr("上一步")),
        )

    def escape(self) -> None:
        """Go a step back; while answers are taken in, nothing."""
        if self._working:
            return
        if self.rows is not None:
            self._show_columns(self.columns.columns if self.columns is not None else ())
        elif self.columns is not None:
            self._show_first()
        else:
            self.back.emit()

    def show_privacy(self) -> None:
        """Show names, or rows of the file in their place."""
        super().show_privacy()
        if self.rows is not None:
            self.rows.fill()
        elif self.columns is not None:
            self.columns.fill()

    # The file.

    def _show_first(self) -> None:
        """Ask for a file."""
        self.columns = self.rows = None
        self._say(None)
        made = QWidget()
        self.choose = Button(self.tr("选一个文件…"), "primary", icon="upload")
        self.choose.clicked.connect(self._ask_file)
        paper = Button(self.tr("预约登记表"), "quiet", icon="file-text")
        paper.clicked.connect(lambda: self.wanted.emit(ToIntakePaper()))
        card = Card(margins=(20, 18, 20, 18), spacing=8)
        card.body.addLayout(
            column(
                Label(self.tr("第一步：选文件"), "heading"),
                Label(
                    self.tr(
                        "从问卷网站（如问卷星）导出答卷，Excel（.xlsx）或 CSV 都行："
                        "一行表头，一份答卷一行。"
                    ),
                    "body",
                    wrap=True,
                ),
                Label(
                    self.tr(
                        "文件只在这台电脑上读，里面的公式不会运行。导入以前，每一列和每一份都先给您看。"
                    ),
                    "soft",
                    wrap=True,
                ),
                row(self.choose, None),
                spacing=12,
            )
        )
        other = Card("flat", margins=(20, 16, 20, 16), spacing=8)
        said = self.tr("不用网上问卷的来访者，可以填纸的：打印一张空的预约登记表。")
        other.body.addWidget(Label(said, "soft", wrap=True))
        other.body.addLayout(row(paper, None))
        made.setLayout(column(card, other, None, spacing=14))
        put(self._room, made)
        put(self._foot_room, None)
        self.begin_at(self.choose)
        self.setFocus()

    def _ask_file(self) -> None:
        kinds = self.tr("答卷") + " (*.xlsx *.xlsm *.csv *.tsv *.txt)"
        pick_open(self, self.tr("选一个答卷文件"), kinds, self.read)

    def read(self, path: Path) -> None:
        """Read a file away from the window, then show its columns."""
        tools = self.office.tools
        self._wait(self.tr("正在读这个文件"))
        self.office.desk.outside(
            self, lambda: tools().answers.read(path), self._was_read, self._unread
        )

    def _unread(self, refusal: Refusal) -> None:
        self._show_first()
        self._refused(refusal)

    def _was_read(self, table: AnswerTable) -> None:
        self._table = table
        self.office.desk.do(
            self, lambda vault: questionnaires.begin(vault, table), self._begin, self._unread
        )

    def _begin(self, begun: Beginning) -> None:
        self._begun = begun
        self._show_columns(begun.columns)

    # The columns.

    def _show_columns(self, columns: Sequence[Becomes]) -> None:
        if self._table is None or self._begun is None:
            return
        self.rows = None
        self._say(None)
        self.columns = ColumnsStep(self._table, columns, remembered=self._begun.remembered)
        self.columns.settled.connect(self._ask_lines)
        self.columns.again.connect(self._show_first)
        self._show(self.columns)

    def _ask_lines(self) -> None:
        """See how every answer stands."""
        table, step = self._table, self.columns
        if table is None or step is None:
            return
        clock, columns = self.office.tools().clock, step.columns
        self.office.desk.do(
            self,
            lambda vault: questionnaires.lines(vault, clock, table, columns),
            self._show_rows,
            self._refused,
        )

    # The answers.

    def _show_rows(self, lines: tuple[AnswerLine, ...]) -> None:
        if self._begun is None or self._table is None or self.columns is None:
            return
        self._say(None)
        out = left_out(self._table.heads, self.columns.columns)
        self.rows = RowsStep(lines, self._begun.persons, out)
        self.rows.settled.connect(self._ask_codes)
        self.rows.again.connect(self.escape)
        self._show(self.rows)

    def _ask_codes(self) -> None:
        """Find code names for the new cases, then begin."""
        step = self.rows
        if step is None or self._working:
            return
        self._working = True
        stem, count = step.stem.text(), step.goals.count(NEW)
        self.office.desk.do(
            self,
            lambda vault: questionnaires.codes(vault, stem, count),
            self._start,
            self._not_started,
        )

    def _not_started(self, refusal: Refusal) -> None:
        self._working = False
        self._refused(refusal)

    def _start(self, codes: tuple[str, ...]) -> None:
        step, table = self.rows, self._table
        if step is None or table is None:
            return
        self._taken, self._stop = [], False
        self._waiting = step.placed(table, codes)
        self._mode = ServiceMode(step.mode.keys()[0])
        self._wait(self.tr("正在导入"), can_stop=True)
        self._next()

    def _next(self) -> None:
        """Take some answers in; other work gets its turn before the next."""
        table, step = self._table, self.columns
        there = {one.number: one.case_id for one in self._taken}
        some = [
            replace(one, case_id=there.get(one.beside, one.case_id))
            for one in self._waiting[:_AT_ONCE]
        ]
        self._waiting = self._waiting[_AT_ONCE:]
        if not some or self._stop or table is None or step is None:
            self._finish(self.tr("停下了，剩下的没有导入。") if some else "")
            return
        clock, how = (
            self.office.tools().clock,
            questionnaires.How(step.columns, self._mode, zone_of_city),
        )
        self.office.desk.do(
            self,
            lambda vault: questionnaires.take_in(vault, clock, some, table, how),
            self._took,
            self._broke,
            (Noun.CASES,),
        )

    def _took(self, taken: tuple[TakenIn, ...]) -> None:
        self._taken += taken
        if self.progress is not None:
            done = len(self._taken)
            self.progress.set_step(done, done + len(self._waiting))
        self._next()

    def _broke(self, refusal: Refusal) -> None:
        """Say why it ended early; what was taken in before is in the vault, and known there."""
        self._finish(message(refusal).line)

    def _finish(self, stopped: str) -> None:
        self._working = False
        self.columns = self.rows = self.progress = None
        done = DoneStep(self._taken, stopped)
        done.opened.connect(lambda case_id: self.wanted.emit(ToCases(CaseId(case_id))))
        done.more.connect(self._show_first)
        done.closed.connect(lambda: self.wanted.emit(ToCases()))
        self._show(done)
        announce(self, done.banner.accessibleName())

    # What is to be seen.

    def _show(self, step: ColumnsStep | RowsStep | DoneStep) -> None:
        put(self._room, step)
        foot = None if isinstance(step, DoneStep) else QWidget()
        if foot is not None and not isinstance(step, DoneStep):
            foot.setLayout(step.foot)
        put(self._foot_room, foot)
        self.begin_at(step)
        step.setFocus()

    def _wait(self, words: str, *, can_stop: bool = False) -> None:
        self.progress = Progress(words, can_cancel=can_stop)
        self.progress.cancelled.connect(self._ask_to_stop)
        put(self._room, self.progress)
        put(self._foot_room, None)
        self._room.addStretch(1)
        if can_stop:
            self.progress.cancel.setFocus()

    def _ask_to_stop(self) -> None:
        self._stop = True

    def _further(self) -> None:
        """Do what the filled button of the step does."""
        if self._working:
            return
        if self.rows is not None:
            self.rows.go.click()
        elif self.columns is not None:
            self._ask_lines()
        elif self.choose.isVisible():
            self._ask_file()

    def _refused(self, refusal: Refusal) -> None:
        self._say(refusal_banner(refusal))

    def _say(self, banner: Banner | None) -> None:
        put(self._banner_room, banner)
        if banner is not None:
            self._banner_room.addSpacing(look.px(12))
            announce(self, banner.accessibleName())

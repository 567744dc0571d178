"""Where each answer of a questionnaire goes: a new case, one that is there, or nowhere yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.answer_case import Why
from app.domain.case import ServiceMode
from app.services.questionnaires import Standing
from ui import privacy
from ui.begin import Begins
from ui.case_list import mode_word
from ui.case_lock_words import called
from ui.names import as_written
from ui.questionnaire_words import why_words
from ui.theme import look
from ui.theme.focus import RING
from ui.trail_case import TrailCase
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, column, row
from ui.widgets.chip import Choices
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.ids import CaseId
    from app.services.agenda import Person
    from app.services.questionnaires import AnswerLine
    from ui.theme.roles import Tone

SOME: Final = 30
"""So many new answers are taken for new cases at once; of more, she chooses."""
NEW: Final = "new"
THERE: Final = "there"
NOT: Final = "not"
_STEM: Final = "Q-"
Goal = str | int | None
"""`NEW`, the number of a case, or None."""


class RowsStep(Begins, QWidget):
    """`settled` asks to take in what was chosen, `again` to go back to the columns."""

    settled = Signal()
    again = Signal()

    def __init__(
        self,
        lines: Sequence[AnswerLine],
        persons: Sequence[Person],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.lines, self._persons = tuple(lines), {one.case_id: one for one in persons}
        self.goals: list[Goal] = self._first_goals()
        self._at = 0
        self.table = Table(
            [
                Column(self.tr("行"), number=True),
                Column(self.tr("谁")),
                Column(self.tr("提交时间")),
                Column(self.tr("去处")),
                Column(self.tr("要知道的")),
            ],
            name=self.tr("每一份答卷去哪里"),
        )
        self.table.setProperty(RING, True)  # noqa: FBT003 - Qt's own signature
        self.table.setMinimumHeight(look.px(160))
        self.asked = Label("", "strong", wrap=True)
        self.where = Choices(
            [
                (NEW, self.tr("建一个新个案")),
                (THERE, self.tr("放进已有的个案")),
                (NOT, self.tr("不导入")),
            ],
            name=self.tr("这一份去哪里"),
        )
        self.case = TrailCase(None)
        self.case.show_persons([one for one in persons if not one.shut])
        self.told = Label("", "soft", wrap=True)
        self.all_new = Button(self.tr("新的都建个案"), "quiet", sz="s")
        self.none = Button(self.tr("都不导入"), "quiet", sz="s")
        self.count = Label("", "soft")
        self.mode = Choices(
            [(one.value, mode_word(one)) for one in ServiceMode], name=self.tr("新个案的服务方式")
        )
        self.mode.choose(ServiceMode.ONLINE.value)
        self.stem = Field(
            self.tr("新个案的代号开头"), hint=self.tr("后面加上编号：Q-001"), limit=20
        )
        self.stem.set_text(_STEM)
        self.back = Button(self.tr("回到列"), "ghost", icon="arrow-left")
        self.go = Button("", "primary", icon="check")
        self._lay_out()
        self._connect()
        self.fill()
        self.begin_at(self.table)

    def fill(self) -> None:
        """Show every answer; names follow privacy mode."""
        at = self._at
        self.table.set_rows([self._row(one) for one in range(len(self.lines))])
        self.table.choose(at)
        self._say_count()

    def _first_goals(self) -> list[Goal]:
        """Return where the answers go unless she says otherwise: only plainly new ones, and few."""
        plain = [one.plain for one in self.lines]
        few = sum(plain) <= SOME
        return [NEW if few and new else None for new in plain]

    def _lay_out(self) -> None:
        intro = self.tr(
            "每一份都由您定。同一个人再填一次，请放进已有的个案：已有的资料不会被改写。"
        )
        card = Card(margins=(16, 14, 16, 14), spacing=10)
        for part in (self.asked, self.where, self.case, self.told):
            card.body.addWidget(part)
        fresh = Card("flat", margins=(16, 14, 16, 14), spacing=8)
        ways = column(Label(self.tr("新个案的服务方式"), "strong"), self.mode, None, spacing=8)
        self.stem.setMinimumWidth(look.px(220))
        both = row(ways, self.stem, spacing=24)
        both.setStretch(0, 1)
        fresh.body.addLayout(both)
        lines = column(
            Label(self.tr("第三步：每一份答卷去哪里"), "heading"),
            6,
            Label(intro, "soft", wrap=True),
            10,
            self._summary(),
            10,
            row(self.all_new, self.none, None, self.count, spacing=8),
            8,
            self.table,
            12,
            card,
            12,
            fresh,
            14,
            row(self.back, None, self.go, spacing=8),
        )
        lines.setStretch(lines.indexOf(self.table), 1)
        self.setLayout(lines)

    def _summary(self) -> Banner:
        """Say how many there are of each kind, and that some answers stay as they are."""
        counts = {one: sum(line.standing is one for line in self.lines) for one in Standing}
        said = [self.tr("新的 %n 份", "", counts[Standing.NEW])]
        if counts[Standing.KNOWN]:
            said.append(self.tr("导入过的 %n 份", "", counts[Standing.KNOWN]))
        if counts[Standing.CHANGED]:
            said.append(self.tr("导入过、之后又改的 %n 份", "", counts[Standing.CHANGED]))
        if counts[Standing.TWIN]:
            said.append(self.tr("和别的行相同的 %n 份", "", counts[Standing.TWIN]))
        more = []
        alike = sum(bool(one.alike) and one.standing is Standing.NEW for one in self.lines)
        if alike:
            more.append(self.tr("有 %n 份和已有的个案同名或同号，请您看一看。", "", alike))
        beside = sum(bool(one.beside) for one in self.lines if one.standing is Standing.NEW)
        if beside:
            more.append(
                self.tr("有 %n 份和前面的一行同名或同号，可能是同一个人，先没有选。", "", beside)
            )
        stayed = sum(bool(one.stayed) for one in self.lines)
        if stayed:
            more.append(
                self.tr("有 %n 份里有放不进资料的格子，会原样留在答卷里，没有丢。", "", stayed)
            )
        if sum(one.plain for one in self.lines) > SOME:
            more.append(self.tr("新的很多，先都没有选：请选出要导入的，或者按“新的都建个案”。"))
        kind = "refusal" if alike or beside or stayed else "info"
        return Banner(kind, self.tr("，").join(said), text="\n".join(more))  # type: ignore[arg-type]

    def _connect(self) -> None:
        self.table.moved.connect(self._show)
        self.table.opened.connect(lambda _: self.where.chip(self.where.keys()[0]).setFocus())
        self.where.chosen.connect(lambda keys: self._send(keys[0]))
        self.case.chosen.connect(self._into)
        self.all_new.clicked.connect(self._all_new)
        self.none.clicked.connect(self._none)
        self.go.clicked.connect(self.settled)
        self.back.clicked.connect(self.again)

    def _row(self, at: int) -> tuple[Cell, ...]:
        one, goal = self.lines[at], self.goals[at]
        tone, icon, said = self._note(one)
        return (
            Cell(str(one.number), one.number),
            Cell(self._who(one)),
            Cell(as_written(one.sent)),
            Cell(self._goal_word(goal), strong=goal is not None, tone="low" if goal else "plain"),
            Cell(said, icon=icon, tone=tone),
        )

    def _who(self, one: AnswerLine) -> str:
        """Return whose answer it is; by the row of the file where names are hidden."""
        row_word = self.tr("第 {0} 行").format(one.number)
        return as_written(privacy.title(one.name, row_word))

    def _called(self, case_id: CaseId) -> str:
        known = self._persons.get(case_id)
        return as_written(called(known)) if known is not None else f"№ {case_id:d}"

    def _goal_word(self, goal: Goal) -> str:
        if goal is None:
            return self.tr("不导入")
        if isinstance(goal, int):
            return self.tr("放进 {0}").format(self._called(goal))  # type: ignore[arg-type]
        return self.tr("新个案")

    def _note(self, one: AnswerLine) -> tuple[Tone, str, str]:
        """Return what is to be known of an answer, with its tone and its icon."""
        where = self._called(one.case_id) if one.case_id is not None else ""
        if one.standing is Standing.KNOWN:
            return "plain", "check", self.tr("导入过：{0}").format(where)
        if one.standing is Standing.CHANGED:
            return "mid", "refresh-cw", self.tr("导入过，之后改过：{0}").format(where)
        if one.standing is Standing.TWIN:
            return "mid", "copy", self.tr("和第 {0} 行相同").format(one.twin)
        return self._note_of_new(one)

    def _note_of_new(self, one: AnswerLine) -> tuple[Tone, str, str]:
        """Return what is to be known of an answer that is in the vault and the file once."""
        if one.alike:
            names = self.tr("、").join(map(self._called, one.alike))
            return "mid", "circle-alert", self.tr("同名或同号：{0}").format(names)
        if one.beside:
            return "mid", "copy", self.tr("和第 {0} 行同名或同号").format(one.beside)
        if any(why is Why.UNREADABLE for _, why in one.stayed):
            return "mid", "circle-alert", self.tr("出生日期读不懂")
        if one.stayed:
            return "mid", "circle-alert", self.tr("有 %n 格留在答卷里", "", len(one.stayed))
        return "plain", "", ""

    def _show(self, at: int) -> None:
        """Show where the current answer goes, and everything that is to be known of it."""
        if at < 0:
            return
        self._at = at
        one, goal = self.lines[at], self.goals[at]
        self.asked.setText(self.tr("{0}去哪里").format(self._who(one)))
        self.where.choose(NOT if goal is None else goal if isinstance(goal, str) else THERE)
        self.case.show_case(goal if isinstance(goal, int) else None)  # type: ignore[arg-type]
        self.case.setVisible(isinstance(goal, int))
        note = self._note(one)[2]
        said = [note] if note else []
        if one.beside and one.standing is Standing.NEW:
            said.append(
                self.tr(
                    "是同一个人：先导入前面那一行，再选一次这个文件，把这一份放进那个个案。"
                    "不是同一个人：选“建一个新个案”。"
                )
            )
        self.told.setText("\n".join([*said, *(why_words(*stayed) for stayed in one.stayed)]))
        self.told.setVisible(bool(self.told.text()))

    def _send(self, where: str) -> None:
        """Let the current answer go somewhere; of a case it is asked which."""
        if where == THERE:
            one = self.lines[self._at]
            likely = [*([one.case_id] if one.case_id is not None else []), *one.alike]
            self.case.setVisible(True)
            self.case.show_case(likely[0] if len(likely) == 1 else None)
            if len(likely) == 1:
                self._into(likely[0])
            self.case.field.line.setFocus()
            return
        self._set(NEW if where == NEW else None)

    def _into(self, case_id: CaseId | None) -> None:
        """Let the current answer go into a case."""
        self._set(case_id, keep=True)

    def _set(self, goal: Goal, *, keep: bool = False) -> None:
        self.goals[self._at] = goal
        self.table.set_row(self._at, self._row(self._at))
        if not keep:
            self._show(self._at)
        self._say_count()

    def _all_new(self) -> None:
        """Let every new answer become a case, but those that may be of somebody who is there."""
        self.goals = [
            NEW if one.plain and goal is None else goal
            for one, goal in zip(self.lines, self.goals, strict=True)
        ]
        self.fill()

    def _none(self) -> None:
        self.goals = [None] * len(self.lines)
        self.fill()

    def _say_count(self) -> None:
        """Say what will be done, on the button too."""
        new = self.goals.count(NEW)
        there = sum(isinstance(one, int) for one in self.goals)
        self.count.setText(self.tr("建 {0} 个新个案，放进已有个案 {1} 份").format(new, there))
        self.go.setText(self.tr("导入 %n 份", "", new + there))
        self.go.setEnabled(bool(new + there))

"""Where each answer of a questionnaire goes: a new case, one that is there, or nowhere yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.answer_case import Why
from app.domain.case import ServiceMode
from app.domain.ids import CaseId
from app.services.questionnaires import Placed, Standing
from ui import privacy
from ui.begin import Begins
from ui.case_list import mode_word
from ui.case_lock_words import called
from ui.names import as_written
from ui.questionnaire_words import left_out_words, why_words
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

    from app.domain.answer_table import AnswerTable
    from app.services.agenda import Person
    from app.services.questionnaires import AnswerLine
    from ui.theme.roles import Tone

SOME: Final = 30
"""So many new answers are taken for new cases at once; of more, she chooses."""
NEW: Final = "new"
WITH: Final = "with"
THERE: Final = "there"
NOT: Final = "not"
_STEM: Final = "Q-"
Goal = str | int | None
"""`NEW`, `WITH` the row that may be of the same person, the number of a case, or None."""


class RowsStep(Begins, QWidget):
    """`settled` asks to take in what was chosen, `again` to go back to the columns.

    `foot` stays in sight under what scrolls.
    """

    settled = Signal()
    again = Signal()

    def __init__(
        self,
        lines: Sequence[AnswerLine],
        persons: Sequence[Person],
        left_out: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.lines, self._persons = tuple(lines), {one.case_id: one for one in persons}
        self._of_row = {one.number: at for at, one in enumerate(self.lines)}
        self._left_out = tuple(left_out)
        self.goals: list[Goal] = [None] * len(self.lines)
        if sum(one.plain for one in self.lines) <= SOME:
            self.goals = self._likely()
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
        self.table.setMinimumHeight(look.px(226))
        self.asked = Label("", "strong", wrap=True)
        self.where = Choices(
            [
                (WITH, self.tr("和前面那一行放在一起")),
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
        self.foot = row(self.back, None, self.count, self.go, spacing=12)
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

    def placed(self, table: AnswerTable, codes: Sequence[str]) -> list[Placed]:
        """Return where every answer goes that is to be taken in; each new case takes a code."""
        left = iter(codes)
        found = []
        for at, line in enumerate(self.lines):
            goal, end = self.goals[at], self._end(at)
            answer = table.rows[line.at]
            if isinstance(end, int):
                found.append(Placed(answer, CaseId(end)))
            elif goal == WITH and end is not None:
                found.append(Placed(answer, beside=line.beside.row))
            elif goal == NEW:
                found.append(Placed(answer, code=next(left)))
        return found

    def _likely(self) -> list[Goal]:
        """Return where the answers go unless she says otherwise: the plainly new into new cases.

        What one person sent again goes with the first of them.
        """
        goals: list[Goal] = []
        for one in self.lines:
            again = one.beside.sure and one.standing is Standing.NEW and not one.alike
            there = again and goals[self._of_row[one.beside.row]] is not None
            goals.append(NEW if one.plain else WITH if there else None)
        return goals

    def _end(self, at: int) -> Goal:
        """Return where an answer goes, also with those before it: `NEW`, a case or None."""
        goal = self.goals[at]
        while goal == WITH:
            at = self._of_row[self.lines[at].beside.row]
            goal = self.goals[at]
        return goal

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
            row(self.all_new, self.none, None, spacing=8),
            8,
            self.table,
            12,
            card,
            12,
            fresh,
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
        more = self._alike()
        cared = bool(more)
        stayed = sum(bool(one.stayed) for one in self.lines)
        if stayed:
            more.append(
                self.tr("有 %n 份里有放不进资料的格子，会原样留在答卷里，没有丢。", "", stayed)
            )
        if sum(one.plain for one in self.lines) > SOME:
            more.append(self.tr("新的很多，先都没有选：请选出要导入的，或者按“新的都建个案”。"))
        more += left_out_words(self._left_out)
        kind = "refusal" if cared or stayed else "info"
        return Banner(kind, self.tr("，").join(said), text="\n".join(more))  # type: ignore[arg-type]

    def _alike(self) -> list[str]:
        """Return what is to be said of people who may be there twice, in the vault or the file."""
        more = []
        alike = sum(bool(one.alike) and one.standing is Standing.NEW for one in self.lines)
        if alike:
            more.append(self.tr("有 %n 份和已有的个案同名或同号，请您看一看。", "", alike))
        # Who is in the vault already is said above: of them nothing is chosen yet.
        fresh = (one for one in self.lines if one.standing is Standing.NEW and not one.alike)
        again = [one.beside for one in fresh]
        sure = sum(one.sure for one in again)
        if sure:
            more.append(self.tr("有 %n 份和前面的一行像同一个人，会放进同一个个案。", "", sure))
        beside = sum(bool(one.row) for one in again) - sure
        if beside:
            more.append(
                self.tr("有 %n 份和前面的一行同名或同号，可能是同一个人，先没有选。", "", beside)
            )
        return more

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
        one = self.lines[at]
        tone, icon, said = self._note(one)
        return (
            Cell(str(one.number), one.number),
            Cell(self._who(one)),
            Cell(as_written(one.sent)),
            self._goes(at),
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
            return self.tr("放进 {0}").format(self._called(CaseId(goal)))
        return self.tr("新个案")

    def _goes(self, at: int) -> Cell:
        """Return where an answer goes, as the table says it."""
        end = self._end(at)
        said = self._goal_word(end)
        if self.goals[at] == WITH and end is not None:
            said = self.tr("同第 {0} 行").format(self.lines[at].beside.row)
        return Cell(said, strong=end is not None, tone="low" if end else "plain")

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
        said = []
        if one.alike:
            names = self.tr("、").join(map(self._called, one.alike))
            said.append(self.tr("同名或同号：{0}").format(names))
        if one.beside.sure:
            said.append(self.tr("与第 {0} 行像同一个人").format(one.beside.row))
        elif one.beside.row:
            said.append(self.tr("和第 {0} 行同名或同号").format(one.beside.row))
        if any(why is Why.UNREADABLE for _, why in one.stayed):
            said.append(self.tr("出生日期读不懂"))
        elif one.stayed:
            said.append(self.tr("有 %n 格留在答卷里", "", len(one.stayed)))
        icon = "circle-alert" if one.alike or not one.beside.row else "copy"
        return ("mid", icon, self.tr("；").join(said)) if said else ("plain", "", "")

    def _show(self, at: int) -> None:
        """Show where the current answer goes, and everything that is to be known of it."""
        if at < 0:
            return
        self._at = at
        one, goal = self.lines[at], self.goals[at]
        self.asked.setText(self.tr("{0}去哪里").format(self._who(one)))
        self.where.chip(WITH).setVisible(bool(one.beside.row))
        self.where.choose(NOT if goal is None else goal if isinstance(goal, str) else THERE)
        self.case.show_case(goal if isinstance(goal, int) else None)  # type: ignore[arg-type]
        self.case.setVisible(isinstance(goal, int))
        note = self._note(one)[2]
        said = [note] if note else []
        if one.beside.row and one.standing is Standing.NEW:
            said.append(
                self.tr(
                    "是同一个人：和前面那一行放在一起，资料用前面那一份，不同的留在答卷里。"
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
        self._set(where if where in (NEW, WITH) else None)

    def _into(self, case_id: CaseId | None) -> None:
        """Let the current answer go into a case."""
        self._set(case_id, keep=True)

    def _set(self, goal: Goal, *, keep: bool = False) -> None:
        self.goals[self._at] = goal
        for at in range(len(self.lines)):
            if at == self._at or self.goals[at] == WITH:
                self.table.set_row(at, self._row(at))
        if not keep:
            self._show(self._at)
        self._say_count()

    def _all_new(self) -> None:
        """Let every new answer become a case, but those that may be of somebody who is there."""
        likely = self._likely()
        self.goals = [
            wanted if goal is None else goal
            for wanted, goal in zip(likely, self.goals, strict=True)
        ]
        self.fill()

    def _none(self) -> None:
        self.goals = [None] * len(self.lines)
        self.fill()

    def _say_count(self) -> None:
        """Say what will be done, on the button too."""
        ends = [self._end(at) for at in range(len(self.lines))]
        new, every = self.goals.count(NEW), len(ends) - ends.count(None)
        again = sum(one == NEW for one in ends) - new
        said = self.tr("建 {0} 个新个案，放进已有个案 {1} 份").format(new, every - new - again)
        if again:
            said += self.tr("，同一个人再填的 %n 份", "", again)
        self.count.setText(said)
        self.go.setText(self.tr("导入 %n 份", "", every))
        self.go.setEnabled(bool(every))

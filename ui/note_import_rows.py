"""Where each old note goes and on which day it was written; nothing of it is guessed."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.answer_person import folded
from app.domain.case import ServiceMode
from app.domain.ids import CaseId
from app.services.note_imports import Chosen
from ui import dates, privacy
from ui.begin import Begins
from ui.case_list import mode_word
from ui.case_lock_words import called
from ui.day_field import DayField
from ui.names import as_written
from ui.note_import_words import left_words, unread_words
from ui.tab_order import follow
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
    from app.services.note_imports import NoteLine, Offer
    from ui.theme.roles import Tone

NEW: Final = "new"
THERE: Final = "there"
NOT: Final = "not"
OTHER: Final = "other"
Goal = str | int | None
"""`NEW` for a case that is opened for the person, the number of a case, or None."""
_SEEN: Final = 240


class NoteRowsStep(Begins, QWidget):
    """`settled` asks to take in what was chosen, `again` to go back to the files.

    `foot` stays in sight under what scrolls.
    """

    settled = Signal()
    again = Signal()

    def __init__(self, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = offer.lines
        self._persons = {one.case_id: one for one in offer.persons}
        self.goals: list[Goal] = [self._likely(one) for one in self.lines]
        self.days: list[date | None] = [one.note.day for one in self.lines]
        self.persons: list[str] = [one.note.person for one in self.lines]
        self._at, self._today = 0, offer.today
        heads = [self.tr("文件"), self.tr("日子"), self.tr("去处"), self.tr("要知道的")]
        self.table = Table([Column(one) for one in heads], name=self.tr("每一份记录去哪里"))
        self.table.setProperty(RING, True)  # noqa: FBT003 - Qt's own signature
        self.table.setMinimumHeight(look.px(226))
        self.asked = Label("", "strong", wrap=True)
        self.told = Label("", "soft", wrap=True)
        self.words = Label("", "soft", wrap=True)
        self.where = Choices(
            [
                (NEW, self.tr("建一个新个案")),
                (THERE, self.tr("放进已有的个案")),
                (NOT, self.tr("不导入")),
            ],
            name=self.tr("这一份去哪里"),
        )
        self.case = TrailCase(None)
        self.case.show_persons([one for one in offer.persons if not one.shut])
        self.person = Field(
            self.tr("新个案是谁的"),
            hint=self.tr("代号或称呼；一样的放进同一个个案。"),
            limit=40,
        )
        self.readings = Choices([], name=self.tr("这一份是哪一天的"))
        self._reading_room = column()
        self.when = Label(self.tr("是哪一天的"), "strong")
        self.day = DayField(self.tr("写记录的那一天"))
        self.day.line.setPlaceholderText(self.tr("如 2024年3月5日"))
        self.same = Button("", "quiet", sz="s", icon="copy")
        self.none = Button(self.tr("都不导入"), "quiet", sz="s")
        self.mode = Choices(
            [(one.value, mode_word(one)) for one in ServiceMode], name=self.tr("新个案的服务方式")
        )
        self.mode.choose(ServiceMode.ONLINE.value)
        self.count = Label("", "soft")
        self.back = Button(self.tr("重新选文件"), "ghost", icon="arrow-left")
        self.go = Button("", "primary", icon="check")
        self.foot = row(self.back, None, self.count, self.go, spacing=12)
        self._lay_out()
        self._connect()
        self.fill()
        self.begin_at(self.table)

    def fill(self) -> None:
        """Show every note; names follow privacy mode."""
        at = self._at
        self.table.set_rows([self._row(one) for one in range(len(self.lines))])
        self.table.choose(at)
        self._say_count()

    def chosen(self) -> list[Chosen]:
        """Return the notes that are to be taken in, each with its day and where it goes."""
        found = []
        for at, line in enumerate(self.lines):
            goal, day = self.goals[at], self.days[at]
            if goal is None or day is None:
                continue
            hour: time | None = line.note.at if day in line.note.days else None
            case_id = CaseId(goal) if isinstance(goal, int) else None
            found.append(Chosen(line.note, day, hour, case_id, self._called_person(at)))
        return found

    def _called_person(self, at: int) -> str:
        """Return for whom a new case is opened; by the name of the file where nobody is named."""
        return self.persons[at].strip() or self.lines[at].note.source

    @staticmethod
    def _likely(one: NoteLine) -> Goal:
        """Return where a note goes unless she says otherwise; without a name nothing is guessed."""
        if not one.plain:
            return None
        if one.case_id is not None:
            return int(one.case_id)
        return NEW if one.note.person else None

    def _lay_out(self) -> None:
        intro = self.tr(
            "每一份都由您定。原文一字不动地放进个案，日子是写记录的那一天；"
            "日子有几种读法的、没有写的，请您选，不选的不导入。"
        )
        card = Card(margins=(16, 14, 16, 14), spacing=10)
        for part in (self.asked, self.words, self.told):
            card.body.addWidget(part)
        self._reading_room.addWidget(self.readings)
        person, day = row(self.person, None), row(self.day, None)
        for line in (person, day):  # as wide as it may be: its hint stands in one line
            line.setStretch(0, 100)
        whose = column(self.where, self.case, person, None, spacing=10)
        when = column(self.when, self._reading_room, day, None, spacing=8)
        both = row(whose, when, spacing=32)
        for at in (0, 1):
            both.setStretch(at, 1)
        card.body.addLayout(both)
        card.body.addLayout(row(self.same, None))
        fresh = Card("flat", margins=(16, 14, 16, 14), spacing=8)
        fresh.body.addWidget(Label(self.tr("新个案的服务方式"), "strong"))
        fresh.body.addWidget(self.mode)
        for written in (self.person, self.day):
            written.setMaximumWidth(look.px(360))
        lines = column(
            Label(self.tr("第二步：每一份记录去哪里"), "heading"),
            6,
            Label(intro, "soft", wrap=True),
            10,
            self._summary(),
            10,
            row(self.none, None),
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
        """Say how many there are of each kind, and what is left to her."""
        unread = sum(one.note.unread is not None for one in self.lines)
        said = [self.tr("%n 份记录", "", len(self.lines) - unread)]
        if unread:
            said.append(self.tr("%n 份读不了", "", unread))
        if known := sum(one.known is not None for one in self.lines):
            said.append(self.tr("导入过的 %n 份", "", known))
        if twins := sum(one.twin for one in self.lines):
            said.append(self.tr("和别的相同的 %n 份", "", twins))
        more = []
        plain = [one for one in self.lines if one.plain]
        if dated := sum(one.note.day is None for one in plain):
            more.append(self.tr("有 %n 份的日子要您定。", "", dated))
        if nameless := sum(self._likely(one) is None for one in plain):
            more.append(self.tr("有 %n 份看不出是谁的，先没有选。", "", nameless))
        if left := sum(bool(one.note.left) for one in plain):
            more.append(self.tr("有 %n 份里有图片、批注这些带不过来的，原文件请留着。", "", left))
        kind = "refusal" if more or unread else "info"
        return Banner(kind, self.tr("，").join(said), text="\n".join(more))  # type: ignore[arg-type]

    def _connect(self) -> None:
        self.table.moved.connect(self._show)
        self.table.opened.connect(lambda _: self._enter())
        self.where.chosen.connect(lambda keys: self._send(keys[0]))
        self.case.chosen.connect(self._into)
        self.person.changed.connect(self._call)
        self.readings.chosen.connect(self._read_day)
        self.day.changed.connect(lambda _: self._write_day())
        self.same.clicked.connect(self._all_of_person)
        self.none.clicked.connect(self._none)
        self.go.clicked.connect(self.settled)
        self.back.clicked.connect(self.again)

    def _enter(self) -> None:
        """Go on from the table to what may be decided of its row."""
        if self.where.isVisible():
            self.where.chip((self.where.keys() or [NOT])[0]).setFocus()

    def _row(self, at: int) -> tuple[Cell, ...]:
        one = self.lines[at]
        tone, icon, said = self._note(one)
        day = self.days[at]
        missing = one.note.unread is None and day is None
        when = dates.plain_day(day) if day is not None else self.tr("请选") if missing else ""
        return (
            Cell(self._source(at)),
            Cell(when, tone="mid" if missing else "plain"),
            self._goes(at),
            Cell(said, icon=icon, tone=tone),
        )

    def _source(self, at: int) -> str:
        """Return of which file a note is; by its number where names are hidden."""
        note = self.lines[at].note
        said = as_written(privacy.title(note.source, self.tr("第 {0} 份").format(at + 1)))
        if note.row:
            return self.tr("{0}，第 {1} 行").format(said, note.row)
        return f"{said} {note.part}/{note.parts}" if note.parts > 1 else said

    def _goes(self, at: int) -> Cell:
        goal = self.goals[at]
        if goal is None:
            return Cell(self.tr("不导入"))
        if isinstance(goal, int):
            return Cell(self.tr("放进 {0}").format(self._called(CaseId(goal))), strong=True)
        who = as_written(privacy.title(self._called_person(at), ""))
        said = self.tr("新个案：{0}").format(who) if who else self.tr("新个案")
        return Cell(said, strong=True, tone="low")

    def _called(self, case_id: CaseId) -> str:
        known = self._persons.get(case_id)
        return as_written(called(known)) if known is not None else f"№ {case_id:d}"

    def _note(self, one: NoteLine) -> tuple[Tone, str, str]:
        """Return what is to be known of a note, with its tone and its icon."""
        if one.note.unread is not None:
            return "mid", "circle-alert", unread_words(one.note.unread)
        if one.known is not None:
            return "plain", "check", self.tr("导入过：{0}").format(self._called(one.known))
        if one.twin:
            return "mid", "copy", self.tr("和前面的一份相同")
        if left := left_words(one.note.left):
            return "mid", "circle-alert", left
        return "plain", "", as_written(one.note.turn)

    def _show(self, at: int) -> None:
        """Show what may be decided of the current note."""
        if at < 0:
            return
        self._at = at
        one, goal = self.lines[at], self.goals[at]
        readable = one.note.unread is None
        self.asked.setText(self.tr("“{0}”去哪里，是哪一天的").format(self._source(at)))
        head = " ".join(one.note.text[:_SEEN].split())
        self.words.setText(privacy.title(as_written(head), ""))
        self.words.setVisible(bool(self.words.text()))
        tone, _, said = self._note(one)
        self.told.setText("" if tone == "plain" and one.known is None else said)
        self.told.setVisible(bool(self.told.text()))
        self.where.setVisible(readable)
        self.where.choose(NOT if goal is None else NEW if goal == NEW else THERE)
        self.case.show_case(CaseId(goal) if isinstance(goal, int) else None)
        self.case.setVisible(isinstance(goal, int))
        self.person.set_text(self.persons[at])
        self.person.setVisible(goal == NEW)
        self._offer_days(at)
        others = [] if not one.note.person else self._others(at)
        self.same.setText(self.tr("这个人的另外 %n 份也这样", "", len(others)))
        self.same.setVisible(bool(others) and readable)

    def _offer_days(self, at: int) -> None:
        """Offer every reading of its day, and a place to write another."""
        note, day = self.lines[at].note, self.days[at]
        self._reading_room.removeWidget(self.readings)
        self.readings.deleteLater()
        options = [(one.isoformat(), dates.day(one)) for one in note.days]
        self.readings = Choices(
            [*options, (OTHER, self.tr("另一天"))], name=self.tr("这一份是哪一天的")
        )
        self.readings.chosen.connect(self._read_day)
        self._reading_room.addWidget(self.readings)
        follow(self.person.line, self.readings)
        known = day is not None and day in note.days
        if known and day is not None:
            self.readings.choose(day.isoformat())
        elif day is not None or not note.days:
            self.readings.choose(OTHER)
        self.when.setVisible(note.unread is None and bool(note.days))
        self.readings.setVisible(note.unread is None and bool(note.days))
        written = datetime.combine(day, time()) if day is not None and not known else None
        self.day.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.day.count_from(datetime.combine(self._today, time()))
        self.day.set_text(self.day.written(written) if written is not None else "")
        self.day.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.day.setVisible(note.unread is None and not known and
                            (not note.days or day is not None))  # fmt: skip

    def _read_day(self, keys: list[str]) -> None:
        """Take one of the readings, or ask for another day."""
        other = keys[0] == OTHER
        self.day.setVisible(other)
        if other:
            self.days[self._at] = None
            self.day.line.setFocus()
            self._write_day()
        else:
            self._date(date.fromisoformat(keys[0]))

    def _write_day(self) -> None:
        """Take the day that is written; none that is ahead is of an old note."""
        day = self.day.day()
        ahead = day is not None and day > self._today
        if ahead:
            self.day.set_error(self.tr("这一天还没有到。"))
        self._date(None if ahead else day)

    def _date(self, day: date | None) -> None:
        self.days[self._at] = day
        self.table.set_row(self._at, self._row(self._at))
        self._say_count()

    def _send(self, where: str) -> None:
        """Let the current note go somewhere; of a case it is asked which."""
        self.case.setVisible(where == THERE)
        self.person.setVisible(where == NEW)
        if where == THERE:
            self.case.show_case(None)
            self.case.field.line.setFocus()
        self._set(NEW if where == NEW else None)

    def _into(self, case_id: CaseId | None) -> None:
        """Let the current note go into a case."""
        self._set(int(case_id) if case_id is not None else None)

    def _call(self, name: str) -> None:
        """Call the new case of the current note otherwise."""
        self.persons[self._at] = name
        self._set(self.goals[self._at])

    def _set(self, goal: Goal) -> None:
        self.goals[self._at] = goal
        self.table.set_row(self._at, self._row(self._at))
        self._say_count()

    def _others(self, at: int) -> list[int]:
        """Return the other notes that the files say are of the same person."""
        who = folded(self.lines[at].note.person)
        return [
            other
            for other, one in enumerate(self.lines)
            if other != at and one.plain and folded(one.note.person) == who
        ]

    def _all_of_person(self) -> None:
        """Let every note of the person go where this one goes."""
        for other in self._others(self._at):
            self.goals[other], self.persons[other] = self.goals[self._at], self.persons[self._at]
        self.fill()

    def _none(self) -> None:
        self.goals = [None] * len(self.lines)
        self.fill()

    def _say_count(self) -> None:
        """Say what will be done, on the button too."""
        every = self.chosen()
        new = {folded(one.person) for one in every if one.case_id is None}
        wanted = sum(goal is not None for goal in self.goals)
        said = self.tr("建 %n 个新个案", "", len(new))
        if undated := wanted - len(every):
            said += self.tr("；%n 份还没有日子", "", undated)
        self.count.setText(said)
        self.go.setText(self.tr("导入 %n 份", "", len(every)))
        self.go.setEnabled(bool(every))

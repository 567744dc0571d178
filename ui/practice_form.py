"""The form of one record of the practice: a line for each thing that is known of it."""

from __future__ import annotations

from datetime import date, datetime
from datetime import time as clock_time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from app.domain.intake import CaseType
from app.domain.practice_record import (
    CredentialCategory,
    HourRole,
    HourSpan,
    PracticeKind,
    ResourceSort,
    SupervisionForm,
    SupervisionMedium,
    SupervisorRank,
    TrainingTopic,
    YesNo,
    record_of,
)
from app.domain.rule import clauses_of
from ui.begin import Begins
from ui.clause_link import ClauseLink
from ui.day_field import DayField
from ui.entry_page import pair
from ui.ethics_words import part_hints, part_words
from ui.number_field import NumberField
from ui.practice_hours import fit_role
from ui.practice_words import choice_words, practice_rule_words
from ui.practice_words import number as number_words
from ui.question import Question
from ui.widgets.button import Button
from ui.widgets.card import Card, column, row
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from enum import Enum

    from PySide6.QtWidgets import QLayout, QWidget

    from app.domain.practice_record import PracticeRecord


class RecordForm(Begins, Card):
    """One record; `kept` asks to store it, `gone` to remove it, `closed` to put the form away.

    `typed` says that something was written.
    """

    kept = Signal()
    gone = Signal()
    closed = Signal()
    typed = Signal()

    def __init__(
        self,
        kind: PracticeKind,
        today: date,
        record: PracticeRecord | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("raised", margins=(20, 18, 20, 18), spacing=14, parent=parent)
        self.kind, self._today, self._old = kind, today, record
        self.dirty = False
        self.parts: dict[str, Field | TextBox | Question] = {}
        for line in self._lines():
            self._add(line)
        self.room = column(spacing=8)
        self.body.addLayout(self.room)
        self.said = Label("", "soft", wrap=True, tint="high")
        self.said.hide()
        self.body.addWidget(self.said)
        self.body.addLayout(self._foot())
        if record is not None:
            self._show(record)
        self.begin_at(next(iter(self.parts.values())))
        if kind is PracticeKind.HOURS:
            fit_role(self.parts)
        for part in self.parts.values():
            (part.chosen if isinstance(part, Question) else part.changed).connect(self._touched)

    def words(self) -> dict[str, str]:
        """Return what is written, as typed; nothing for what is empty."""
        found = {
            key: one.key() if isinstance(one, Question) else one.text()
            for key, one in self.parts.items()
        }
        return {key: one for key, one in found.items() if one}

    def show_words(self, kept: Mapping[str, str]) -> None:
        """Show what was typed before, whole or not."""
        for key, part in self.parts.items():
            if isinstance(part, Question):
                part.choose(kept.get(key, ""))
            else:
                part.set_text(kept.get(key, ""))
        if self.kind is PracticeKind.HOURS:
            fit_role(self.parts)
        self.dirty = True

    def read(self) -> PracticeRecord | None:
        """Return what is written; None where a day or a number cannot be read."""
        return None if any(map(_unread, self.parts.values())) else self._record()

    def written(self) -> PracticeRecord | None:
        """Return what is written; None where a day or a number cannot be read, and says so."""
        unread = [one for one in self.parts.values() if _unread(one)]
        for one in unread:
            if isinstance(one, DayField | NumberField):
                one.refuse()
        if unread:
            unread[0].setFocus()
            return None
        return self._record()

    def _record(self) -> PracticeRecord:
        written = {key: _value(one) for key, one in self.parts.items()}
        # What the form does not ask for stays as it was.
        return record_of(self.kind, {**({} if self._old is None else vars(self._old)), **written})

    def mark(self, missing: Iterable[str]) -> None:
        """Say under each part what is missing there, and go to the first."""
        lacking = {one.partition(".")[2]: one for one in missing}
        found = [key for key in self.parts if key in lacking]
        for key in found:
            self.parts[key].set_error(practice_rule_words(lacking[key]))
        self.clauses.name(clauses_of(lacking[one] for one in found))
        self.clauses.setVisible(bool(found))
        if found:
            self.parts[found[0]].setFocus()

    def tell(self, words: str) -> None:
        """Say above the form where its words come from."""
        self.body.insertWidget(0, Label(words, "soft", wrap=True))

    def refuse(self, words: str) -> None:
        """Say why it was not stored; everything typed stays."""
        self.said.setText(words)
        self.said.show()

    def _foot(self) -> QLayout:
        self.keep = Button(self.tr("存好"), "primary", icon="check")
        self.keep.clicked.connect(self.kept)
        self.close_button = Button(self.tr("不存，收起"), "ghost")
        self.close_button.clicked.connect(self.closed)
        self.remove = Button(self.tr("移除"), "ghost", icon="trash-2")
        self.remove.clicked.connect(self.gone)
        if self._old is None:  # to show it here would open a window of its own
            self.remove.hide()
        self.clauses = ClauseLink()
        self.clauses.hide()
        return row(self.remove, self.clauses, None, self.close_button, self.keep, spacing=8)

    def _add(self, line: QWidget | tuple[QWidget, QWidget]) -> None:
        if isinstance(line, tuple):
            self.body.addLayout(pair(*line))
        else:
            self.body.addWidget(line)

    def _lines(self) -> list[QWidget | tuple[QWidget, QWidget]]:
        """Return the parts of the form of this kind, line by line."""
        return {
            PracticeKind.CREDENTIAL: self._credential,
            PracticeKind.TRAINING: self._training,
            PracticeKind.SUPERVISION: self._supervision,
            PracticeKind.COLLEAGUE: self._colleague,
            PracticeKind.PLATFORM: self._platform,
            PracticeKind.ACCOUNT: self._account,
            PracticeKind.POLICY: self._policy,
            PracticeKind.SELF_CHECK: self._self_check,
            PracticeKind.RESOURCE: self._resource,
            PracticeKind.HOURS: self._hours,
            PracticeKind.ETHICS: self._decision,
        }[self.kind]()

    def _credential(self) -> list[QWidget | tuple[QWidget, QWidget]]:
        return [
            self._pick("category", self.tr("哪一类"), CredentialCategory),
            (
                self._text("title", self.tr("资质名称"), self.tr("例如 注册心理师")),
                self._text("number", self.tr("编号"), self.tr("例如 X-23-188")),
            ),
            (
                self._text("issuer", self.tr("颁发机构")),
                self._text("url", self.tr("查询链接"), self.tr("来访者可以在哪里核实")),
            ),
            (
                self._day("valid_until", self.tr("有效期至（长期的空着）")),
                self._day("verified_on", self.tr("链接最后核验日")),
            ),
        ]

    def _training(self) -> list[QWidget | tuple[QWidget, QWidget]]:
        return [
            self._pick("topic", self.tr("关于什么"), TrainingTopic),
            self._text("title", self.tr("培训名称")),
            (
                self._day("day", self.tr("哪一天（结束的那天）")),
                self._number("hours", self.tr("学时")),
            ),
            (
                self._text("organiser", self.tr("主办方")),
                self._text("certificate", self.tr("证书编号")),
            ),
        ]

    def _supervision(self) -> list[QWidget | tuple[QWidget, QWidget]]:
        return [
            self._pick("form", self.tr("形式"), SupervisionForm),
            self._pick("medium", self.tr("方式"), SupervisionMedium),
            (self._day("day", self.tr("哪一天")), self._number("minutes", self.tr("分钟"))),
            (
                self._text("supervisor", self.tr("督导师或同辈")),
                self._text("credentials", self.tr("督导师的资质")),
            ),
            self._pick("rank", self.tr("督导师注册为"), SupervisorRank),
            (
                self._text("number", self.tr("督导师的注册号")),
                self._number("size", self.tr("团体督导时有几个人")),
            ),
            self._pick("presented", self.tr("报的是自己的个案吗"), YesNo),
            self._box("topics", self.tr("谈了什么（不写来访者的名字）")),
            self._box("actions", self.tr("接下来做什么")),
        ]

    def _colleague(self) -> list[QWidget | tuple[QWidget, QWidget]]:
        return [
            (
                self._text("name", self.tr("姓名")),
                self._text("role", self.tr("是什么人"), self.tr("例如 个体督导师、团队成员")),
            ),
            self._text("credentials", self.tr("资质")),
            (
                self._day("agreed_on", self.tr("督导协议的日期")),
                self._day("promised_on", self.tr("哪一天承诺保密")),
            ),
            self._box("terms", self.tr("约定：形式、多久一次、费用、紧急时怎样找到")),
        ]

    def _platform(self) -> list[QWidget | tuple[QWidget, QWidget]]:
        return [
            (
                self._text("name", self.tr("平台名")),
                self._day("terms_on", self.tr("合同或服务条款的日期")),
            ),
            self._text("confidentiality", self.tr("条款里怎么写保密责任")),
            (
                self._text("recording", self.tr("会不会录制")),
                self._text("retention", self.tr("数据留多久")),
            ),
        ]

    def _account(self) -> list[QWidget | tuple[QWidget, QWidget]]:
        return [
            (
                self._text("channel", self.tr("号码或账号")),
                self._text("what", self.tr("是什么"), self.tr("例如 私人微信")),
            )
        ]

    def _policy(self) -> list[QWidget | tuple[QWidget, QWidget]]:
        return [
            (self._text("title", self.tr("文件名称")), self._day("day", self.tr("日期"))),
            self._box("about", self.tr("关于这份文件")),
        ]

    def _self_check(self) -> list[QWidget | tuple[QWidget, QWidget]]:
        return [
            self._today_or("day", self.tr("哪一天")),
            self._box("state", self.tr("身心状态")),
            self._box("motives", self.tr("动机：我为什么在做，这阵子有没有变")),
            self._box("balance", self.tr("工作与生活")),
            self._box("care", self.tr("接下来怎样照顾自己")),
        ]

    def _decision(self) -> list[QWidget | tuple[QWidget, QWidget]]:
        head = self._today_or("day", self.tr("哪一天")), self._text("title", self.tr("什么事"))
        hints = part_hints()
        return [head, *(self._box(key, said, hints[key]) for key, said in part_words().items())]

    def _resource(self) -> list[QWidget | tuple[QWidget, QWidget]]:
        return [
            self._pick("sort", self.tr("哪一种帮助"), ResourceSort),
            (
                self._text("called", self.tr("叫什么"), self.tr("例如 市精神卫生中心急诊")),
                self._text("phone", self.tr("电话")),
            ),
            (
                self._text("hours", self.tr("什么时候有人"), self.tr("例如 全天，或 9:00–21:00")),
                self._text("place", self.tr("在哪里")),
            ),
            (
                self._text("note", self.tr("备注"), self.tr("例如 收未成年人，要本人身份证")),
                self._day("verified_on", self.tr("最后核对的那天")),
            ),
        ]

    def _hours(self) -> list[QWidget | tuple[QWidget, QWidget]]:
        return [
            self._pick("role", self.tr("哪一种时数"), HourRole),
            self._pick("span", self.tr("一次，还是以前的累计"), HourSpan),
            (
                self._day("day", self.tr("哪一天（累计的写到哪天为止）")),
                self._number("hours", self.tr("小时（培训写学时）")),
            ),
            self._pick("kind", self.tr("咨询：和谁"), CaseType),
            self._pick("form", self.tr("督导：哪种形式"), SupervisionForm),
            self._pick("medium", self.tr("方式"), SupervisionMedium),
            self._pick("topic", self.tr("培训：关于什么"), TrainingTopic),
            self._pick("paid", self.tr("收费"), YesNo),
            self._pick("strict", self.tr("设置稳定（固定的时间、地点和费用）"), YesNo),
            self._pick("rank", self.tr("督导师注册为"), SupervisorRank),
            (
                self._text("supervisor", self.tr("督导师、受督者的单位或体验师")),
                self._text("institution", self.tr("机构")),
            ),
            self._text("note", self.tr("备注（不写来访者的名字）")),
        ]

    def _text(self, key: str, label: str, example: str = "") -> QWidget:
        return self._named(key, Field(label, placeholder=example))

    def _box(self, key: str, label: str, hint: str = "") -> QWidget:
        return self._named(key, TextBox(label, rows=2, hint=hint))

    def _number(self, key: str, label: str) -> QWidget:
        return self._named(key, NumberField(label))

    def _day(self, key: str, label: str) -> QWidget:
        field = DayField(label)
        field.count_from(datetime.combine(self._today, clock_time()))
        return self._named(key, field)

    def _today_or(self, key: str, label: str) -> QWidget:
        """Return a day that is today unless another one is written."""
        made = self._day(key, label)
        assert isinstance(made, DayField)  # noqa: S101 - for mypy
        made.set_text(made.written(datetime.combine(self._today, clock_time())))
        return made

    def _pick(self, key: str, label: str, choices: type[Enum]) -> QWidget:
        words = choice_words()
        return self._named(key, Question(label, [(one.value, words[one]) for one in choices]))

    def _named(self, key: str, part: Field | TextBox | Question) -> QWidget:
        self.parts[key] = part
        return part

    def _show(self, record: PracticeRecord) -> None:
        """Fill in a record that is kept."""
        for name, part in self.parts.items():
            _fill(part, getattr(record, name))

    def _touched(self) -> None:
        self.dirty = True
        if self.kind is PracticeKind.HOURS:
            fit_role(self.parts)
        self.typed.emit()
        self.said.hide()


def _fill(part: Field | TextBox | Question, value: Any) -> None:  # noqa: ANN401
    """Write a value into a part as that part writes it."""
    if isinstance(part, Question):
        part.choose("" if value is None else value.value)
    elif isinstance(part, DayField):
        day = datetime.combine(date.fromisoformat(value), clock_time()) if value else None
        part.set_text("" if day is None else part.written(day))
    elif isinstance(part, NumberField):
        part.set_text("" if value is None else number_words(value))
    else:
        part.set_text(value)


def _unread(part: Field | TextBox | Question) -> bool:
    """Return whether something is written that cannot be read."""
    if isinstance(part, DayField):
        return bool(part.text().strip()) and part.day() is None
    return isinstance(part, NumberField) and bool(part.text().strip()) and part.value() is None


def _value(part: Field | TextBox | Question) -> object:
    """Return what is written in a part, as a record takes it."""
    if isinstance(part, Question):
        return part.key() or None
    if isinstance(part, DayField):
        day = part.day()
        return "" if day is None else day.isoformat()
    return part.value() if isinstance(part, NumberField) else part.text()

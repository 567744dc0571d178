"""The records of the practice as the rows of a table, and what they come to together."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.practice_record import (
    Colleague,
    Credential,
    Hours,
    HourSpan,
    Platform,
    Policy,
    PracticeDecision,
    PracticeKind,
    PrivateAccount,
    Resource,
    SelfCheck,
    Supervision,
    Training,
    hours_by_topic,
    supervision_totals,
)
from app.domain.practice_rules import expired, stale, unverified
from ui import dates
from ui.practice_words import choice_words, number
from ui.widgets.table import Cell, Column

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from enum import Enum

    from app.domain.practice_record import PracticeRecord

translate = QCoreApplication.translate


def columns(kind: PracticeKind) -> list[Column]:
    """Return the heads of the table of a kind."""
    title, day = translate("Practice", "名称"), translate("Practice", "日期")
    return {
        PracticeKind.CREDENTIAL: [
            Column(title),
            Column(translate("Practice", "编号")),
            Column(translate("Practice", "有效期至")),
            Column(translate("Practice", "链接核验")),
        ],
        PracticeKind.TRAINING: [
            Column(day),
            Column(translate("Practice", "类别")),
            Column(translate("Practice", "学时"), number=True),
            Column(title),
        ],
        PracticeKind.SUPERVISION: [
            Column(day),
            Column(translate("Practice", "形式")),
            Column(translate("Practice", "分钟"), number=True),
            Column(translate("Practice", "督导师")),
        ],
        PracticeKind.COLLEAGUE: [
            Column(translate("Practice", "姓名")),
            Column(translate("Practice", "是什么人")),
            Column(translate("Practice", "督导协议")),
            Column(translate("Practice", "承诺保密")),
        ],
        PracticeKind.PLATFORM: [
            Column(translate("Practice", "平台")),
            Column(translate("Practice", "合同或条款日期")),
            Column(translate("Practice", "录制")),
        ],
        PracticeKind.ACCOUNT: [
            Column(translate("Practice", "号码或账号")),
            Column(translate("Practice", "是什么")),
        ],
        PracticeKind.POLICY: [Column(day), Column(title)],
        PracticeKind.SELF_CHECK: [Column(day), Column(translate("Practice", "身心状态"))],
        PracticeKind.ETHICS: [
            Column(day),
            Column(translate("Practice", "什么事")),
            Column(translate("Practice", "决定")),
        ],
        PracticeKind.RESOURCE: [
            Column(translate("Practice", "哪一种")),
            Column(translate("Practice", "叫什么")),
            Column(translate("Practice", "电话")),
            Column(translate("Practice", "时间")),
            Column(translate("Practice", "核对")),
        ],
        PracticeKind.HOURS: [
            Column(day),
            Column(translate("Practice", "哪一种")),
            Column(translate("Practice", "小时"), number=True),
            Column(translate("Practice", "在哪里，和谁")),
        ],
    }[kind]


def cells(record: PracticeRecord, today: date) -> list[Cell]:
    """Return the row of a record; what is past its day stands red, what will be soon amber."""
    made: dict[type[PracticeRecord], Callable[[], list[Cell]]] = {
        Credential: lambda: _credential(record, today),
        Training: lambda: _training(record),
        Supervision: lambda: _supervision(record),
        Colleague: lambda: _colleague(record),
        Platform: lambda: _platform(record),
        PrivateAccount: lambda: _account(record),
        Policy: lambda: _policy(record),
        SelfCheck: lambda: _self_check(record),
        PracticeDecision: lambda: _decision(record),
        Resource: lambda: _resource(record, today),
        Hours: lambda: _hours(record),
    }
    return made[type(record)]()


def total(kind: PracticeKind, records: Sequence[PracticeRecord]) -> str:
    """Return what the records of a kind come to together, or nothing."""
    if kind is PracticeKind.TRAINING:
        said = [
            translate("Practice", "{0} {1} 学时").format(_word(topic), number(hours))
            for topic, hours in hours_by_topic(list(records)).items()
        ]
        return " · ".join(said)
    if kind is PracticeKind.SUPERVISION and records:
        found = supervision_totals(list(records))
        return translate("Practice", "个体 {0} 小时 · 团体 {1} 小时 · 同辈 {2} 小时").format(
            *(number(round(one / 60, 1)) for one in (found.individual, found.group, found.peer))
        )
    return ""


def _credential(one: PracticeRecord, today: date) -> list[Cell]:
    assert isinstance(one, Credential)  # noqa: S101 - for mypy
    return [
        Cell(one.title, strong=True),
        Cell(one.number),
        _until(one, today),
        _verified(one, today),
    ]


def _until(one: Credential, today: date) -> Cell:
    if not one.valid_until:
        return Cell(translate("Practice", "长期"), order="9999")
    said = dates.plain_day(date.fromisoformat(one.valid_until))
    if expired(one, today):
        gone = translate("Practice", "已过期 {0}").format(said)
        return Cell(gone, one.valid_until, "circle-x", "high")
    soon = (date.fromisoformat(one.valid_until) - today).days <= _SOON
    return Cell(said, one.valid_until, *(("clock", "mid") if soon else ("", "plain")))


_SOON = 90


def _verified(one: Credential, today: date) -> Cell:
    if not one.url.strip():
        return Cell(translate("Practice", "没有链接"))
    if unverified(one, today):
        return Cell(translate("Practice", "该核验了"), one.verified_on, "triangle-alert", "mid")
    return Cell(_day(one.verified_on), one.verified_on, "check", "low")


def _training(one: PracticeRecord) -> list[Cell]:
    assert isinstance(one, Training)  # noqa: S101 - for mypy
    return [
        Cell(_day(one.day), one.day),
        Cell(_word(one.topic)),
        Cell(number(one.hours or 0), one.hours or 0),
        Cell(one.title, strong=True),
    ]


def _supervision(one: PracticeRecord) -> list[Cell]:
    assert isinstance(one, Supervision)  # noqa: S101 - for mypy
    return [
        Cell(_day(one.day), one.day),
        Cell(f"{_word(one.form)} · {_word(one.medium)}"),
        Cell(number(one.minutes or 0), one.minutes or 0),
        Cell(one.supervisor, strong=True),
    ]


def _platform(one: PracticeRecord) -> list[Cell]:
    assert isinstance(one, Platform)  # noqa: S101 - for mypy
    return [
        Cell(one.name, strong=True),
        Cell(_day(one.terms_on), one.terms_on),
        Cell(one.recording),
    ]


def _account(one: PracticeRecord) -> list[Cell]:
    assert isinstance(one, PrivateAccount)  # noqa: S101 - for mypy
    return [Cell(one.channel, strong=True), Cell(one.what)]


def _colleague(one: PracticeRecord) -> list[Cell]:
    assert isinstance(one, Colleague)  # noqa: S101 - for mypy
    promised = (
        Cell(_day(one.promised_on), one.promised_on)
        if one.promised_on
        else Cell(translate("Practice", "还没有"), icon="circle-alert", tone="mid")
    )
    return [
        Cell(one.name, strong=True),
        Cell(one.role),
        Cell(_day(one.agreed_on) if one.agreed_on else "", one.agreed_on),
        promised,
    ]


def _policy(one: PracticeRecord) -> list[Cell]:
    assert isinstance(one, Policy)  # noqa: S101 - for mypy
    return [Cell(_day(one.day), one.day), Cell(one.title, strong=True)]


def _self_check(one: PracticeRecord) -> list[Cell]:
    assert isinstance(one, SelfCheck)  # noqa: S101 - for mypy
    said = next((it for it in (one.state, one.motives, one.balance, one.care) if it.strip()), "")
    return [Cell(_day(one.day), one.day), Cell(" ".join(said.split()), strong=True)]


def _decision(one: PracticeRecord) -> list[Cell]:
    assert isinstance(one, PracticeDecision)  # noqa: S101 - for mypy
    said = " ".join(one.decision.split())
    return [Cell(_day(one.day), one.day), Cell(one.title, strong=True), Cell(said)]


def _resource(one: PracticeRecord, today: date) -> list[Cell]:
    assert isinstance(one, Resource)  # noqa: S101 - for mypy
    return [
        Cell(_word(one.sort)),
        Cell(one.called, strong=True),
        Cell(one.phone),
        Cell(one.hours),
        _seen(one, today),
    ]


def _hours(one: PracticeRecord) -> list[Cell]:
    assert isinstance(one, Hours)  # noqa: S101 - for mypy
    said = _day(one.day)
    if one.span is HourSpan.SUM:
        said = translate("Practice", "到 {0} 的累计").format(said)
    where = " · ".join(filter(None, (one.supervisor, one.institution, one.note)))
    return [
        Cell(said, one.day),
        Cell(_word(one.role)),
        Cell(number(one.hours or 0), one.hours or 0),
        Cell(" ".join(where.split()), strong=True),
    ]


def _seen(one: Resource, today: date) -> Cell:
    """Return when somebody to call was last seen to be there."""
    if not one.verified_on:
        return Cell(translate("Practice", "还没核对"), "", "triangle-alert", "mid")
    if stale(one, today):
        return Cell(translate("Practice", "该核对了"), one.verified_on, "triangle-alert", "mid")
    return Cell(_day(one.verified_on), one.verified_on, "check", "low")


def _day(iso: str) -> str:
    return dates.plain_day(date.fromisoformat(iso)) if iso else ""


def _word(choice: Enum | None) -> str:
    return "" if choice is None else choice_words()[choice]

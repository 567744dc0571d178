"""The hours in words: goals, what is not known, a table to export, and a proof on paper."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.data_table import DataTable
from app.domain.hours import MINUTES, in_year, totals
from app.domain.paper_signer import signer
from app.domain.practice_record import HourRole, HourSpan
from app.domain.sheet import Sheet, SheetPart
from ui import dates
from ui.note_template_menu import window_language
from ui.practice_words import choice_words, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from enum import Enum

    from app.domain.hour_goals import Goal, Progress, RuleSet
    from app.domain.hours import HourFacts, HourLine
    from app.services.hours import HoursPage

translate = QCoreApplication.translate


def said_hours(minutes: float) -> str:
    """Return minutes as hours, to a tenth."""
    return number(round(minutes / MINUTES, 1))


def goal_words(goal: Goal) -> str:
    """Return what a goal asks for, without the number."""
    parts = [word(goal.role)]
    parts += [
        translate("Hours", "或").join(_words(one))
        for one in (goal.kinds, goal.forms, goal.media, goal.ranks, goal.topics)
        if one
    ]
    if goal.paid:
        parts.append(translate("Hours", "收费"))
    if goal.strict:
        parts.append(translate("Hours", "设置稳定"))
    if goal.years:
        parts.append(translate("Hours", "最近 %n 年内", "", goal.years))
    return " · ".join(parts)


def goal_unit(goal: Goal, hours: float) -> str:
    """Return a number of hours of a goal: a training is counted in hours of tuition."""
    said = number(round(hours, 1))
    if goal.role is HourRole.TRAINING:
        return translate("Hours", "{0} 学时").format(said)
    return translate("Hours", "{0} 小时").format(said)


def progress_words(one: Progress) -> str:
    """Return how far one is."""
    counted = goal_unit(one.goal, one.hours)
    wanted = goal_unit(one.goal, one.goal.hours)
    if not one.missing:
        return translate("Hours", "够了：已有 {0}，要 {1}").format(counted, wanted)
    missing = goal_unit(one.goal, one.missing)
    return translate("Hours", "已有 {0}，要 {1}，还差 {2}").format(counted, wanted, missing)


def unclear_words(one: Progress) -> str:
    """Return what may count too and is not known well enough, or nothing."""
    if not one.unclear:
        return ""
    said = goal_unit(one.goal, one.unclear / MINUTES)
    return translate("Hours", "另有 {0} 说不清算不算，没有计入。").format(said)


def facts_words(facts: HourFacts) -> str:
    """Return how the sessions of a case count, or nothing."""
    said = [word(facts.medium)] if facts.medium else []
    if facts.paid is not None:
        paid = facts.paid.value == "yes"
        said.append(translate("Hours", "收费") if paid else translate("Hours", "不收费"))
    if facts.strict is not None:
        strict = facts.strict.value == "yes"
        stable = translate("Hours", "设置稳定")
        said.append(stable if strict else translate("Hours", "设置不固定"))
    if facts.rank is not None:
        said.append(translate("Hours", "督导：{0}").format(word(facts.rank)))
    return " · ".join([*said, *filter(None, [facts.institution])])


def word(choice: Enum | None) -> str:
    """Return an answer in words, or nothing."""
    return "" if choice is None else choice_words()[choice]


def table_of(lines: Iterable[HourLine]) -> DataTable:
    """Return the hours as a table; a case stands under its code alone."""
    heads = (
        translate("Hours", "日期"),
        translate("Hours", "开始"),
        translate("Hours", "分钟"),
        translate("Hours", "哪一种"),
        translate("Hours", "和谁"),
        translate("Hours", "督导形式"),
        translate("Hours", "方式"),
        translate("Hours", "收费"),
        translate("Hours", "设置稳定"),
        translate("Hours", "督导师"),
        translate("Hours", "督导师注册为"),
        translate("Hours", "培训"),
        translate("Hours", "机构"),
        translate("Hours", "个案代号"),
        translate("Hours", "来源"),
    )
    return DataTable(translate("Hours", "时数"), heads, tuple(_row(one) for one in lines))


def _row(one: HourLine) -> tuple[str | float, ...]:
    return (
        one.day,
        one.start,
        one.minutes,
        word(one.role),
        word(one.kind),
        word(one.form),
        word(one.medium),
        word(one.paid),
        word(one.strict),
        one.supervisor,
        word(one.rank),
        word(one.topic),
        one.institution,
        one.case_code,
        _source(one),
    )


def _source(one: HourLine) -> str:
    if one.span is HourSpan.SUM:
        return translate("Hours", "以前的累计")
    if one.case_id is None:
        return translate("Hours", "执业资料")
    return (
        translate("Hours", "会谈，个案上锁或读不出") if one.unread else translate("Hours", "会谈")
    )


def proof(
    page: HoursPage,
    year: int,
    supervisor: str,
    rules: RuleSet | None,
    progress: Sequence[Progress],
) -> Sheet:
    """Return the proof of hours of a `year` (0: all) on paper.

    With a `supervisor` it lists what was done with that person, for their signature; it names no
    case and no client. Raises `PaperUnsigned` where it would not say whose hours they are.
    """
    lines = in_year(page.lines, year)
    span = translate("Hours", "{0} 年").format(year) if year else translate("Hours", "全部")
    name = signer(page.counselor)
    parts = [SheetPart(translate("Hours", "合计"), rows=tuple(_total_rows(lines)))]
    if supervisor:
        parts += _supervised(lines, supervisor)
    elif rules is not None:
        parts.append(_goals(rules, progress))
    parts.append(_signatures(supervisor))
    return Sheet(
        translate("Hours", "时数证明"),
        translate("Hours", "咨询师 {0} · {1} · {2}").format(
            name, span, dates.plain_day(page.today)
        ),
        tuple(parts),
        translate("Hours", "由会谈、督导和培训的记录合计；不含来访者的姓名和代号。"),
        window_language(),
    )


def _total_rows(lines: Sequence[HourLine]) -> list[tuple[str, ...]]:
    return [
        (word(role), translate("Hours", "{0} 小时").format(said_hours(minutes)))
        if role is not HourRole.TRAINING
        else (word(role), translate("Hours", "{0} 学时").format(said_hours(minutes)))
        for role, minutes in totals(lines).items()
        if minutes
    ] or [(translate("Hours", "没有"), translate("Hours", "这段时间里还没有记过"))]


def _supervised(lines: Sequence[HourLine], supervisor: str) -> list[SheetPart]:
    """Return every time with a supervisor, and what they come to in each form."""
    mine = [one for one in lines if one.supervisor == supervisor]
    rows = [
        (
            dates.plain_day(date.fromisoformat(one.day)),
            " · ".join(filter(None, (word(one.role), word(one.form), word(one.medium)))),
            translate("Hours", "{0} 分钟").format(number(one.minutes)),
        )
        for one in mine
    ]
    forms = dict.fromkeys(one.form for one in mine if one.form is not None)
    sums = [
        (
            word(form),
            translate("Hours", "{0} 小时").format(
                said_hours(sum(one.minutes for one in mine if one.form is form))
            ),
        )
        for form in forms
    ]
    head = translate("Hours", "与 {0} 的督导").format(supervisor)
    return [SheetPart(head, rows=tuple(rows)), SheetPart(rows=tuple(sums))]


def _goals(rules: RuleSet, progress: Sequence[Progress]) -> SheetPart:
    rows = [
        (goal_unit(one.goal, one.goal.hours), goal_words(one.goal), progress_words(one))
        for one in progress
    ]
    head = translate("Hours", "对照：{0}，{1} 版").format(rules.name, rules.edition)
    return SheetPart(head, rows=tuple(rows), lines=tuple(filter(None, [rules.source])))


def _signatures(supervisor: str) -> SheetPart:
    line = translate("Hours", "{0}：________________    日期：____________")
    mine = line.format(translate("Hours", "咨询师签名"))
    theirs = translate("Hours", "督导师签名")
    named = translate("Hours", "督导师 {0} 签名").format(supervisor) if supervisor else theirs
    number_line = translate("Hours", "督导师注册号：________________")
    return SheetPart(translate("Hours", "签名"), lines=(mine, line.format(named), number_line))


def _words(choices: Iterable[Enum]) -> list[str]:
    found = set(choices)
    return [said for one, said in choice_words().items() if one in found]

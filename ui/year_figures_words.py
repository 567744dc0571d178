"""The figures of a year in words: on the page, on paper, and as a table for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.domain.case import ServiceMode
from app.domain.data_table import DataTable
from app.domain.disclosure import Basis
from app.domain.ending import EndingKind
from app.domain.follow_up import Reached
from app.domain.intake import CaseType
from app.domain.sheet import Sheet, SheetPart
from app.domain.year_figures import UNKNOWN
from app.services.year_ends import GOES, STAYS
from app.services.year_figures import OTHER
from ui.case_list import mode_word
from ui.ending_words import kind_words, reached_words
from ui.intake_words import type_words
from ui.note_template_menu import window_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.year_figures import ShownTally, YearFigures

translate = QCoreApplication.translate
_REST: Final = frozenset({UNKNOWN, OTHER})
_TIMES: Final = frozenset(
    {"sessions", "appointments", "closings", "referrals", "follow-ups", "disclosures"}
)


def title(key: str) -> str:
    """Return what a table counts."""
    return {
        "cases": translate("Statistics", "个案"),
        "sessions": translate("Statistics", "咨询次数，按服务方式"),
        "appointments": translate("Statistics", "没有做成的预约"),
        "formats": translate("Statistics", "个案类型"),
        "ages": translate("Statistics", "来访者的年龄"),
        "problems": translate("Statistics", "问题类型"),
        "endings": translate("Statistics", "个案现在怎样"),
        "closings": translate("Statistics", "结案，按类型"),
        "referrals": translate("Statistics", "转介，去了没有"),
        "follow-ups": translate("Statistics", "随访，联系上没有"),
        "disclosures": translate("Statistics", "披露，按依据"),
        "declined": translate("Statistics", "没有接的"),
    }[key]


def unit(key: str) -> str:
    """Return in what a table counts."""
    if key in _TIMES:
        return translate("Statistics", "次")
    return translate("Statistics", "个个案")


def names(table: ShownTally) -> list[tuple[str, int | None]]:
    """Return the rows of a table: what shares a number, and the number.

    That nobody is unknown, or of another kind, needs no row.
    """
    between = translate("Statistics", "、")
    rows = [(keys, count) for keys, count in table.groups if count or not set(keys) <= _REST]
    return [(between.join(_name(table.key, one) for one in keys), count) for keys, count in rows]


def number(count: int | None) -> str:
    """Return a number, or the sign of one that is not told."""
    return translate("Statistics", "不足 5，不写") if count is None else str(count)


def why_merged() -> str:
    """Return why some rows share a number."""
    return translate(
        "Statistics",
        "不足 5 个个案的格和相邻的格合成一个数，整张表不足 5 个就不写，"
        "免得从数字认出人，也不能从总数倒推（规范二(四)）。",
    )


def unread() -> str:
    """Return that damage keeps the figures from being whole."""
    return translate("Statistics", "保险库坏了一部分，数字可能不全。")


def heading(year: int) -> str:
    """Return the title of the figures of a year."""
    return translate("Statistics", "{0} 年年度统计").format(year)


def sheet(found: YearFigures, made: str) -> Sheet:
    """Return the figures as a paper in the language of the window; it names nobody."""
    parts = [
        SheetPart(
            translate("Statistics", "{0}（{1}）").format(title(one.key), unit(one.key)),
            tuple((name, number(count)) for name, count in rows),
        )
        for one in found.tables
        if (rows := _rows(one))
    ]
    notes = (why_merged(), *((unread(),) if found.unread else ()))
    parts.append(SheetPart(translate("Statistics", "说明"), lines=(_counts(), *notes)))
    return Sheet(
        heading(found.year),
        translate("Statistics", "由心匣生成。没有来访者的姓名和代号。"),
        tuple(parts),
        made,
        window_language(),
    )


def table(found: YearFigures) -> DataTable:
    """Return the figures as a table for a spreadsheet; a number that is not told stands empty."""
    rows = [
        (title(one.key), name, "" if count is None else count)
        for one in found.tables
        for name, count in _rows(one)
    ]
    heads = (
        translate("Statistics", "统计什么"),
        translate("Statistics", "哪一类"),
        translate("Statistics", "数"),
    )
    return DataTable(heading(found.year), heads, tuple(rows))


def _counts() -> str:
    return translate(
        "Statistics",
        "个案指这一年里有过咨询的个案。年龄按这一年最后一次咨询时算；"
        "问题类型取这一年最后一次会谈单上选的。结案、转介、随访和披露按写下的次数算。"
        "加了密码没有打开的个案，读不到的算「不知道」。",
    )


def _rows(found: ShownTally) -> list[tuple[str, int | None]]:
    """Return the rows of a table with the total below, where there is more than one row."""
    rows = names(found)
    if len(rows) > 1:
        rows.append((translate("Statistics", "合计"), found.total))
    return rows


def _name(key: str, word: str) -> str:
    """Return a row in words; a kind of problem is its own word."""
    if word == UNKNOWN:
        return translate("Statistics", "不知道")
    if key == "problems":
        return translate("Statistics", "其他") if word == OTHER else word
    named: dict[str, Callable[[str], str]] = {
        "sessions": lambda one: mode_word(ServiceMode(one)),
        "formats": lambda one: type_words()[CaseType(one)],
        "closings": lambda one: kind_words()[EndingKind(one)],
        "follow-ups": lambda one: reached_words()[Reached(one)],
    }
    return named.get(key, _words().__getitem__)(word)


def _words() -> dict[str, str]:
    return {
        "new": translate("Statistics", "这一年新建的"),
        "before": translate("Statistics", "以前就有的"),
        "missed": translate("Statistics", "没有来"),
        "cancelled": translate("Statistics", "取消了"),
        "under 14": translate("Statistics", "不满 14 岁"),
        "14-17": translate("Statistics", "14–17 岁"),
        "18-24": translate("Statistics", "18–24 岁"),
        "25-34": translate("Statistics", "25–34 岁"),
        "35-44": translate("Statistics", "35–44 岁"),
        "45-59": translate("Statistics", "45–59 岁"),
        "60 and over": translate("Statistics", "60 岁以上"),
        "going on": translate("Statistics", "还在进行"),
        "closed": translate("Statistics", "已结束"),
        "declined": translate("Statistics", "没有接案"),
        GOES: translate("Statistics", "转去了别处"),
        STAYS: translate("Statistics", "来访者谢绝了"),
        **{one.value: word for one, word in _bases().items()},
    }


def _bases() -> dict[Basis, str]:
    """Return in a few words on what something was told."""
    return {
        Basis.CONSENT: translate("Statistics", "来访者书面同意"),
        Basis.DANGER: translate("Statistics", "严重危险"),
        Basis.ABUSE: translate("Statistics", "性侵犯或虐待"),
        Basis.LAW: translate("Statistics", "法律规定"),
        Basis.DISEASE: translate("Statistics", "传染病"),
        Basis.PROCEEDINGS: translate("Statistics", "针对咨询师的诉讼"),
    }

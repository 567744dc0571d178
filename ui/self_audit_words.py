"""The self-audit report in words, as it goes on paper (clause 135)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.local_time import wall
from app.domain.safeguard import Answer, Safeguard
from app.domain.sheet import Sheet, SheetPart
from app.services.self_audit import UNREAD
from ui import dates, security_words
from ui.note_template_menu import window_language

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.safeguard import Finding
    from app.services.self_audit import SelfAudit, Unread

translate = QCoreApplication.translate


def sheet(found: SelfAudit, idle_minutes: int) -> Sheet:
    """Return the report in the language of the window; it names nobody."""
    made = moment(found.at, found.zone)
    return Sheet(
        translate("SelfAudit", "信息安全自查报告"),
        translate("SelfAudit", "由心匣生成。没有来访者的姓名、代号和任何记录内容。"),
        (
            SheetPart("", _made(found, made)),
            SheetPart(translate("SelfAudit", "这台电脑"), _computer(found)),
            SheetPart(translate("SelfAudit", "打开和锁定"), _locks(found, idle_minutes)),
            SheetPart(translate("SelfAudit", "备份和检查"), _kept(found)),
            SheetPart(
                translate("SelfAudit", "说明"),
                lines=(
                    translate(
                        "SelfAudit",
                        "这份报告写的是当时程序看到的和您回答的，不是检测证明。"
                        "请和往次的报告一起收好，下次自查时对照。",
                    ),
                ),
            ),
        ),
        translate("SelfAudit", "自查于 {0}").format(made),
        window_language(),
    )


def moment(at: datetime, zone: str) -> str:
    """Return a time by the practice's clock."""
    by_clock = wall(at, zone)
    return f"{dates.plain_day(by_clock.date())} {dates.clock_time(by_clock)}"


def _unknown() -> str:
    """Return that damage hides it."""
    return translate("SelfAudit", "读不出来，无从知道（保险库坏了一部分）")


def _or_never(at: datetime | Unread | None, zone: str) -> str:
    """Return a day, or that there was none, or that it cannot be known."""
    if at is UNREAD:
        return _unknown()
    if at is None:
        return translate("SelfAudit", "还没有过")
    return dates.plain_day(wall(at, zone).date())


def _made(found: SelfAudit, made: str) -> tuple[tuple[str, str], ...]:
    safety = found.safety
    checked = _or_never(UNREAD if safety is UNREAD else safety.checked_at, found.zone)
    return (
        (translate("SelfAudit", "自查时间"), made),
        (translate("SelfAudit", "上次逐项看完"), checked),
        (
            translate("SelfAudit", "程序版本"),
            translate("SelfAudit", "心匣 {0}").format(found.version),
        ),
    )


def _computer(found: SelfAudit) -> tuple[tuple[str, str], ...]:
    safety = found.safety
    if safety is UNREAD:
        return tuple((security_words.title(one), _unknown()) for one in Safeguard)
    return tuple(
        (security_words.title(one), _standing(safety.findings.get(one), found.zone))
        for one in Safeguard
    )


def _standing(finding: Finding | None, zone: str) -> str:
    """Return how a safeguard stands, and since when that is known."""
    if finding is None:
        return translate("SelfAudit", "程序没有看到，也还没有回答")
    on = dates.plain_day(wall(finding.at, zone).date())
    if finding.seen:
        return translate("SelfAudit", "已打开（{0}程序看到）").format(on)
    return {
        Answer.YES: translate("SelfAudit", "已打开（{0}本人回答）"),
        Answer.NOT_YET: translate("SelfAudit", "还没有打开（{0}本人回答）"),
        Answer.UNKNOWN: translate("SelfAudit", "不清楚（{0}本人回答）"),
    }[finding.answer].format(on)


def _counted(number: int | Unread, words: str) -> str:
    """Return a number in words, or that damage hides it."""
    return _unknown() if number is UNREAD else words.format(number)


def _locks(found: SelfAudit, idle_minutes: int) -> tuple[tuple[str, str], ...]:
    zone = found.zone
    return (
        (
            translate("SelfAudit", "自动锁定"),
            translate("SelfAudit", "闲置满 {0} 分钟；电脑锁屏或睡眠时一起锁定").format(
                idle_minutes
            ),
        ),
        (translate("SelfAudit", "现在的密码设于"), _or_never(found.password, zone)),
        (translate("SelfAudit", "现在的恢复密钥设于"), _or_never(found.recovery, zone)),
        (translate("SelfAudit", "上次核对恢复密钥"), _or_never(found.tried, zone)),
        (
            translate("SelfAudit", "另加密码的个案"),
            _counted(found.locked, translate("SelfAudit", "{0} 个")),
        ),
        (
            translate("SelfAudit", "一年内输错密码"),
            _counted(found.wrong, translate("SelfAudit", "{0} 次")),
        ),
    )


def _kept(found: SelfAudit) -> tuple[tuple[str, str], ...]:
    zone = found.zone
    return (
        (translate("SelfAudit", "上次备份"), _or_never(found.backed_up, zone)),
        (translate("SelfAudit", "上次恢复演练"), _or_never(found.drilled, zone)),
        (translate("SelfAudit", "上次检查保险库"), _or_never(found.checked, zone)),
        (
            translate("SelfAudit", "一年内打印和导出"),
            _counted(found.given_out, translate("SelfAudit", "{0} 次")),
        ),
    )

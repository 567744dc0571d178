"""The words of an intake: grades, how sure a name is, who comes, and how long a request waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.decline import DeclineReason
from app.domain.intake import CaseType, IdentityStatus, IntakeGroup, Urgency

if TYPE_CHECKING:
    from datetime import datetime

translate = QCoreApplication.translate
_HOUR, _DAY = 60, 24 * 60


def urgency_words() -> dict[Urgency, str]:
    """Return how a request can be graded (clause 073)."""
    return {
        Urgency.URGENT: translate("Intake", "紧急"),
        Urgency.COMPLEX: translate("Intake", "复杂"),
        Urgency.ORDINARY: translate("Intake", "一般"),
    }


def status_words() -> dict[IdentityStatus, str]:
    """Return how sure it can be who the client is (clause 066)."""
    return {
        IdentityStatus.VERIFIED: translate("Intake", "实名已核"),
        IdentityStatus.STATED: translate("Intake", "实名未核"),
        IdentityStatus.ANONYMOUS: translate("Intake", "匿名"),
    }


def type_words() -> dict[CaseType, str]:
    """Return whom a case can be about (clause 108)."""
    return {
        CaseType.INDIVIDUAL: translate("Intake", "个体"),
        CaseType.COUPLE: translate("Intake", "伴侣"),
        CaseType.FAMILY: translate("Intake", "家庭"),
        CaseType.GROUP: translate("Intake", "团体"),
    }


def group_words() -> dict[IntakeGroup, str]:
    """Return what can be added when it matters (clause 144)."""
    return {
        IntakeGroup.GUARDIANS: translate("Intake", "监护人"),
        IntakeGroup.MEDICAL: translate("Intake", "就医与用药"),
        IntakeGroup.EARLIER: translate("Intake", "以前的咨询"),
        IntakeGroup.NEEDS: translate("Intake", "便利与沟通方式"),
        IntakeGroup.CULTURE: translate("Intake", "语言、文化与信仰"),
    }


def decline_words() -> dict[DeclineReason, str]:
    """Return the neutral reasons for not taking somebody on (clause 002)."""
    return {
        DeclineReason.COMPETENCE: translate("Intake", "超出胜任力"),
        DeclineReason.MEDIUM: translate("Intake", "不适宜这种方式"),
        DeclineReason.SCOPE: translate("Intake", "超出服务范围"),
        DeclineReason.INTERESTS: translate("Intake", "利益冲突"),
        DeclineReason.OTHER: translate("Intake", "其他"),
    }


def span_words(since: datetime, until: datetime) -> str:
    """Return how long it was from one time to another, in the largest unit that says it."""
    minutes = max(0, int((until - since).total_seconds() // 60))
    if minutes < _HOUR:
        return translate("Intake", "%n 分钟", "", minutes)
    if minutes < 2 * _DAY:
        return translate("Intake", "%n 小时", "", minutes // _HOUR)
    return translate("Intake", "%n 天", "", minutes // _DAY)


def wait_words(asked: datetime, answered: datetime | None, now: datetime) -> str:
    """Return how long a request has waited, or after what time it was answered first (074)."""
    if answered is None:
        return translate("Intake", "已等 {0}，还没有答复").format(span_words(asked, now))
    return translate("Intake", "{0}后首次答复").format(span_words(asked, answered))

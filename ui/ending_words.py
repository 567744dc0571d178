"""Referral, closing and follow-up in words: on their pages and in the timeline."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication

from app.domain.ending import EndingKind, Fees
from app.domain.follow_up import Reached
from app.domain.referral import Answer, Haste, Passed, ReferralReason
from app.domain.referral_course import ReferralAct
from ui import dates

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import Enum

    from app.domain.ending import Loose

translate = QCoreApplication.translate
E = TypeVar("E", bound="Enum")


def choices(words: Mapping[E, str]) -> list[tuple[str, str]]:
    """Return answers to choose from: the value of each, and its word."""
    return [(str(one.value), word) for one, word in words.items()]


def reason_words() -> dict[ReferralReason, str]:
    """Return why somebody is referred."""
    return {
        ReferralReason.COMPETENCE: translate("Endings", "超出胜任力"),
        ReferralReason.DISORDER: translate("Endings", "疑似精神障碍"),
        ReferralReason.CRISIS: translate("Endings", "危机"),
        ReferralReason.MEDIUM: translate("Endings", "不适合这种服务方式"),
        ReferralReason.MOVE: translate("Endings", "工作变动"),
        ReferralReason.RELATION: translate("Endings", "关系上的冲突"),
        ReferralReason.WISH: translate("Endings", "来访者的愿望"),
        ReferralReason.OTHER: translate("Endings", "其他"),
    }


def haste_words() -> dict[Haste, str]:
    """Return how soon it has to be."""
    return {
        Haste.USUAL: translate("Endings", "一般"),
        Haste.SOON: translate("Endings", "一周以内"),
        Haste.AT_ONCE: translate("Endings", "24 小时以内"),
    }


def answer_words() -> dict[Answer, str]:
    """Return what the client says to a referral."""
    return {
        Answer.WRITTEN: translate("Endings", "书面同意"),
        Answer.SPOKEN: translate("Endings", "口头同意"),
        Answer.DECLINED: translate("Endings", "谢绝转介"),
        Answer.UNKNOWN: translate("Endings", "没有取得"),
    }


def passed_words() -> dict[Passed, str]:
    """Return what of the person can go along."""
    return {
        Passed.NAME: translate("Endings", "姓名"),
        Passed.BIRTH: translate("Endings", "出生日期"),
        Passed.REACH: translate("Endings", "联系方式"),
        Passed.EMERGENCY: translate("Endings", "紧急联系人"),
    }


def act_words() -> dict[ReferralAct, str]:
    """Return what can happen to a referral."""
    return {
        ReferralAct.SENT: translate("Endings", "信交出去了"),
        ReferralAct.RECEIPT: translate("Endings", "收到回执"),
        ReferralAct.CONTACT: translate("Endings", "过渡期联系"),
        ReferralAct.ARRIVED: translate("Endings", "来访者接上了"),
        ReferralAct.GIVEN_UP: translate("Endings", "不再等回执"),
    }


def kind_words() -> dict[EndingKind, str]:
    """Return how the work can end."""
    return {
        EndingKind.REACHED: translate("Endings", "目标达成"),
        EndingKind.AGREED: translate("Endings", "协商结束"),
        EndingKind.CLIENT: translate("Endings", "来访者结束"),
        EndingKind.DROPPED: translate("Endings", "脱落"),
        EndingKind.REFERRED: translate("Endings", "转介"),
        EndingKind.COUNSELOR: translate("Endings", "咨询师结束"),
        EndingKind.OTHER: translate("Endings", "其他"),
    }


def text_words() -> dict[str, str]:
    """Return what the texts of a closing are called, in the order of the form."""
    return {
        "problem": translate("Endings", "来时的问题"),
        "course": translate("Endings", "过程要点"),
        "results": translate("Endings", "对照目标的结果"),
        "measures": translate("Endings", "量表前后"),
        "feedback": translate("Endings", "来访者的评价"),
        "left": translate("Endings", "遗留问题与复发预防"),
        "risk": translate("Endings", "最后的风险"),
        "advice": translate("Endings", "往后的建议"),
        "recordings": translate("Endings", "录音的处置"),
    }


def fees_words() -> dict[Fees, str]:
    """Return how the fees can stand."""
    return {
        Fees.NONE: translate("Endings", "没有收费"),
        Fees.PAID: translate("Endings", "已结清"),
        Fees.OPEN: translate("Endings", "还没有结清"),
    }


def reached_words() -> dict[Reached, str]:
    """Return whether the client was reached."""
    return {
        Reached.YES: translate("Endings", "联系上了"),
        Reached.NO: translate("Endings", "没有联系上"),
        Reached.DECLINED: translate("Endings", "来访者不愿再被联系"),
    }


def loose_words(loose: Loose) -> list[str]:
    """Return what is not finished, a line each."""
    every = (
        (loose.unsigned, translate("Endings", "有 %n 篇记录没有签署", "", loose.unsigned)),
        (
            loose.booked,
            translate("Endings", "日程里还有 %n 项预约，重复的算一项", "", loose.booked),
        ),
        (loose.begun, translate("Endings", "有 %n 项没有写完", "", loose.begun)),
        (loose.receipts, translate("Endings", "有 %n 份回执没有收回", "", loose.receipts)),
    )
    return [words for count, words in every if count]


def day_words(iso: str) -> str:
    """Return an ISO day in words; nothing for none."""
    return dates.plain_day(date.fromisoformat(iso)) if iso else ""

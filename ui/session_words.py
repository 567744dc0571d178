"""The sheet of a session in words: its fields, what can be chosen, and how it reads when signed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication

from app.domain.blank import is_blank
from app.domain.risk import RiskLevel
from app.domain.session_sheet import IdentityCheck, Opening, Surroundings
from app.domain.sheet_answers import FOUR
from ui.clock_words import city

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import Enum

    from app.domain.case import ServiceMode
    from app.domain.client import Place
    from app.domain.session_sheet import SessionSheet

translate = QCoreApplication.translate
T = TypeVar("T")
E = TypeVar("E", bound="Enum")


def options(words: Mapping[E, str]) -> list[tuple[str, str]]:
    """Return what can be chosen, each with its words, by the values of an enum."""
    return [(str(one.value), word) for one, word in words.items()]


def in_a_line(name: str) -> str:
    """Return a name as it is written within a sentence: without a capital, but for 「SMS」.

    What has no capitals, such as Chinese, stays as it is.
    """
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def field_words() -> dict[str, str]:
    """Return what the fields of a sheet are called, by name."""
    return {
        "came": translate("SessionSheet", "谁来了"),
        "absent": translate("SessionSheet", "谁没来"),
        "identity": translate("SessionSheet", "身份核实"),
        "client_place": translate("SessionSheet", "来访者在"),
        "counselor_place": translate("SessionSheet", "您在"),
        "channel": translate("SessionSheet", "渠道"),
        "mine": translate("SessionSheet", "您这边"),
        "theirs": translate("SessionSheet", "来访者那边"),
        "third_person_who": translate("SessionSheet", "第三人在场"),
        "opening": translate("SessionSheet", "开场"),
        "mood": translate("SessionSheet", "情绪状态"),
        "risk": translate("SessionSheet", "危机等级"),
        "confirmed": translate("SessionSheet", "今天的确认"),
        "problem": translate("SessionSheet", "问题类型"),
        "complaint": translate("SessionSheet", "主诉"),
        "danger": translate("SessionSheet", "风险评估"),
        "work": translate("SessionSheet", "干预措施"),
        "referral": translate("SessionSheet", "转介建议"),
        "interrupted": translate("SessionSheet", "技术中断"),
        "remedy": translate("SessionSheet", "补救措施"),
    }


def identity_words() -> dict[IdentityCheck, str]:
    """Return the ways of checking who the client is (clause 030)."""
    return {
        IdentityCheck.FACE: translate("SessionSheet", "视频面容"),
        IdentityCheck.WORD: translate("SessionSheet", "约定口令"),
        IdentityCheck.CALL_BACK: translate("SessionSheet", "专用账号回拨"),
        IdentityCheck.OTHER: translate("SessionSheet", "其他方式"),
    }


def risk_words() -> dict[RiskLevel, str]:
    """Return the levels of risk (clause 121)."""
    return {
        RiskLevel.LOW: translate("SessionSheet", "低"),
        RiskLevel.MIDDLE: translate("SessionSheet", "中"),
        RiskLevel.HIGH: translate("SessionSheet", "高"),
    }


def surroundings_words(mode: ServiceMode, *, together: bool = False) -> dict[Surroundings, str]:
    """Return what a place should be; where both sit in one room there is no network (031).

    Of several who come `together` nobody is alone: nobody else is to be there.
    """
    alone = translate("SessionSheet", "没有外人") if together else translate("SessionSheet", "独处")
    words = {
        Surroundings.ALONE: alone,
        Surroundings.QUIET: translate("SessionSheet", "安静"),
        Surroundings.NETWORK: translate("SessionSheet", "网络畅通"),
    }
    if not mode.remote:
        del words[Surroundings.NETWORK]
    return words


def mine_words(mode: ServiceMode, *, together: bool = False) -> dict[Surroundings, str]:
    """Return what the counselor's place should be: from afar she is alone, whoever comes."""
    return surroundings_words(mode, together=together and not mode.remote)


def third_word(*, together: bool = False) -> str:
    """Return what somebody is called who does not belong there."""
    if together:
        return translate("SessionSheet", "成员以外的人")
    return field_words()["third_person_who"]


def opening_words() -> dict[Opening, str]:
    """Return what the opening of a session holds (clauses 092, 120)."""
    return {
        Opening.GREETED: translate("SessionSheet", "问候"),
        Opening.IDENTITY: translate("SessionSheet", "确认身份"),
        Opening.SERVICE: translate("SessionSheet", "说明服务"),
        Opening.CONFIDENTIALITY: translate("SessionSheet", "说明保密"),
        Opening.NO_RECORDING: translate("SessionSheet", "已提醒不录音录像"),
    }


def confirmed_words() -> str:
    """Return what is confirmed for the day where the risk is middle or high (clause 047)."""
    return translate(
        "SessionSheet",
        "今天确认过来访者的真实身份、联系方式和紧急联系人，双方所在地如上（网络 3.4）",
    )


def alone_word(mode: ServiceMode) -> str:
    """Return what the surroundings are called where there is one place, or the counselor's."""
    return field_words()["mine"] if mode.remote else translate("SessionSheet", "环境")


def sheet_lines(
    sheet: SessionSheet, mode: ServiceMode, *, named: bool = True
) -> list[tuple[str, str]]:
    """Return a sheet as it is read: what was filled in, in the order of the form.

    Unless those who came together are `named`, only how many they were is said.
    """
    called, together = field_words(), sheet.together
    comma = translate("SessionSheet", "、")
    minutes = translate("SessionSheet", "{0} 分钟").format(sheet.interrupted)
    there = sheet.third_person_who or translate("SessionSheet", "有")
    lines = [
        (called["came"], _people(sheet.came, named=named)),
        (called["absent"], _joined(_people(sheet.absent, named=named), sheet.absence * named)),
        (called["identity"], _joined(_identity(sheet), sheet.identity_how)),
        (called["client_place"], _place(sheet.client_place)),
        (called["counselor_place"], _place(sheet.counselor_place)),
        (called["channel"], sheet.channel),
        (alone_word(mode), comma.join(_of(mine_words(mode, together=together), sheet.mine))),
        (
            called["theirs"],
            comma.join(_of(surroundings_words(mode, together=together), sheet.theirs)),
        ),
        (third_word(together=together), there if sheet.third_person else ""),
        (called["opening"], comma.join(_of(opening_words(), sheet.opening))),
        (called["mood"], sheet.mood),
        (called["risk"], risk_words()[sheet.risk] if sheet.risk else ""),
        (called["confirmed"], _sure(sheet)),
        (called["problem"], sheet.problem),
        *((called[name], getattr(sheet, name)) for name in FOUR),
        (called["interrupted"], _joined(minutes, sheet.handling) if sheet.interrupted else ""),
        (called["remedy"], sheet.remedy),
    ]
    return [(name, text) for name, text in lines if text.strip()]


def _people(names: tuple[str, ...], *, named: bool) -> str:
    """Return people by name, or how many they are; "" for nobody."""
    if not names:
        return ""
    if named:
        return translate("SessionSheet", "、").join(names)
    return translate("SessionSheet", "%n 人", "", len(names))


def _sure(sheet: SessionSheet) -> str:
    """Return what was confirmed for the day, or why it could not be."""
    if sheet.confirmed:
        return confirmed_words()
    if is_blank(sheet.unconfirmed):
        return ""
    return translate("SessionSheet", "无法取得：{0}").format(sheet.unconfirmed)


def _identity(sheet: SessionSheet) -> str:
    return identity_words()[sheet.identity] if sheet.identity else ""


def _place(place: Place) -> str:
    """Return a city, and by whose clock one lives there where that is another city's."""
    zone = city(place.time_zone) if place.time_zone else ""
    named = translate("SessionSheet", "{0}时间").format(zone)
    return _joined(place.city, named if zone and zone != place.city else "")


def _joined(*words: str) -> str:
    return " · ".join(one for one in words if one.strip())


def _of(words: Mapping[T, str], chosen: frozenset[T]) -> list[str]:
    """Return the words of what was chosen, in the order of the form."""
    return [word for key, word in words.items() if key in chosen]

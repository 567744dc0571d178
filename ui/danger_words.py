"""Danger in words: levels, signs, the five, what a step of a crisis is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.crisis_event import CrisisAct, CrisisItem
from app.domain.risk import RiskLevel
from app.domain.risk_assessment import Sign

if TYPE_CHECKING:
    from app.domain.crisis_event import CrisisStep
    from ui.theme.roles import Tone

translate = QCoreApplication.translate


def hidden_words() -> str:
    """Return what is said where damage hides something that belongs to a page about danger."""
    return translate("Danger", "有的记录读不出来，这里说的可能不全。")


def level_chip(level: RiskLevel) -> tuple[str, Tone, str]:
    """Return a level as word, tone and icon: never a colour alone."""
    return {
        RiskLevel.LOW: (translate("Danger", "风险低"), "low", "check"),
        RiskLevel.MIDDLE: (translate("Danger", "风险中"), "mid", "circle-alert"),
        RiskLevel.HIGH: (translate("Danger", "风险高"), "high", "triangle-alert"),
    }[level]  # type: ignore[return-value]


def sign_words() -> dict[Sign, str]:
    """Return the answers to each of the four questions."""
    return {
        Sign.NO: translate("Danger", "没有"),
        Sign.UNCLEAR: translate("Danger", "还不清楚"),
        Sign.YES: translate("Danger", "有"),
    }


def sign_questions() -> dict[str, str]:
    """Return the four questions by the name of their field."""
    return {
        "ideation": translate("Danger", "意念：想过死，或想伤害自己、别人"),
        "plan": translate("Danger", "计划：想过怎样做、何时、何地"),
        "means": translate("Danger", "手段：手边有没有能用的东西"),
        "intent": translate("Danger", "意图：打算真的去做"),
    }


def sign_names() -> dict[str, str]:
    """Return the names of the four, by the name of their field."""
    return {
        "ideation": translate("Danger", "意念"),
        "plan": translate("Danger", "计划"),
        "means": translate("Danger", "手段"),
        "intent": translate("Danger", "意图"),
    }


def step_names() -> dict[str, str]:
    """Return the six steps of a safety plan by the name of their field."""
    return {
        "signs": translate("Danger", "一、怎样知道开始不好了（预警信号）"),
        "coping": translate("Danger", "二、自己能做的"),
        "distraction": translate("Danger", "三、能换换心思的人和地方"),
        "people": translate("Danger", "四、可以开口求助的人"),
        "professionals": translate("Danger", "五、专业的人和机构"),
        "surroundings": translate("Danger", "六、让身边更安全"),
    }


def item_words() -> dict[CrisisItem, str]:
    """Return the five of 问 9·2(2)."""
    return {
        CrisisItem.REFERRAL: translate("Danger", "转介"),
        CrisisItem.ASSESSMENT: translate("Danger", "危险性评估"),
        CrisisItem.CONTACT: translate("Danger", "紧急联系人"),
        CrisisItem.HOTLINE: translate("Danger", "告知热线"),
        CrisisItem.IN_PERSON: translate("Danger", "转线下"),
    }


def act_words() -> dict[CrisisAct, str]:
    """Return what the steps of a crisis are called."""
    return {
        CrisisAct.OPENED: translate("Danger", "事件开始"),
        CrisisAct.CLIENT: translate("Danger", "联系来访者"),
        CrisisAct.CONTACT: translate("Danger", "联系紧急联系人"),
        CrisisAct.PLACE: translate("Danger", "确认所在地"),
        CrisisAct.POLICE: translate("Danger", "报警（110）"),
        CrisisAct.MEDICAL: translate("Danger", "叫急救（120）"),
        CrisisAct.CONSULTED: translate("Danger", "请教督导或同行"),
        CrisisAct.OTHER: translate("Danger", "其他"),
        CrisisAct.DONE: translate("Danger", "做了：{0}"),
        CrisisAct.NOT_DONE: translate("Danger", "没有做：{0}"),
        CrisisAct.CLOSED: translate("Danger", "结束"),
    }


def step_title(step: CrisisStep) -> str:
    """Return what a step was, in a few words."""
    if step.act is None:
        return ""
    said = act_words()[step.act]
    return said if step.item is None else said.format(item_words()[step.item])

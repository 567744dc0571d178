"""Danger over a few weeks, a plan, and a crisis that goes on, for the pictures of their pages."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.crisis_event import NO_EVENT, CrisisAct, CrisisItem, CrisisStep
from app.domain.risk import RiskLevel
from app.domain.risk_assessment import RiskAssessment, Sign
from app.domain.safety_plan import SafetyPlan
from app.services import crises, risks, safety_plans

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.ids import CaseId
    from app.ports import OpenVault
    from app.services.tools import Tools


@dataclass(frozen=True)
class _Then:
    """A clock that stands at another moment."""

    at: datetime

    def now(self) -> datetime:
        return self.at

    def since_boot(self) -> tuple[str, float]:
        return "this boot", 1000.0


def _risk(level: RiskLevel, basis: str, *signs: Sign) -> RiskAssessment:
    kind = RiskAssessment(protective="女儿；答应过要看她毕业", level=level, basis=basis)
    names = (one.name for one in fields(RiskAssessment))
    return replace(kind, **dict(zip(names, signs, strict=False)))  # type: ignore[arg-type]


def endanger(vault: OpenVault, tools: Tools, case_id: CaseId) -> None:
    """Write three assessments, a safety plan, and an event of which three of the five are open."""
    now = tools.clock.now()
    no, maybe, yes = Sign
    story = (
        (21, _risk(RiskLevel.LOW, "提到「没意思」，没有想死。", no, no, no, no)),
        (14, _risk(RiskLevel.MIDDLE, "有时想消失，没有打算。", yes, no, maybe, no)),
    )
    for days, one in story:
        risks.record(vault, _Then(now - timedelta(days=days)), case_id, one)
    plan = SafetyPlan(
        "傍晚心里发空，不想接电话，翻旧照片",
        "下楼走两圈；给花浇水",
        "去巷口的面馆坐一会儿",
        "女儿 13800000021；邻居周姐",
        "全国统一心理援助热线 12356\n市精神卫生中心急诊",
        "把安眠药交给女儿，一次只留两天的量",
    )
    safety_plans.record(vault, _Then(now - timedelta(days=13)), case_id, plan)
    high = _risk(RiskLevel.HIGH, "数过药，今晚一个人在家。", yes, yes, yes, maybe)
    hour = _Then(now - timedelta(hours=1))
    risks.record(vault, hour, case_id, replace(high, next_contact=now + timedelta(hours=3)))
    away = replace(tools, clock=hour)
    opened = CrisisStep(
        CrisisAct.OPENED,
        NO_EVENT,
        None,
        "电话里说今晚就走",
        "先确认在哪里，打给女儿，再报警",
    )
    event = crises.log(vault, away, case_id, opened).id
    for act, item, said in (
        (CrisisAct.PLACE, None, "家里，城北路 3 号 2 单元 501"),
        (CrisisAct.CONTACT, None, "女儿，正在路上，二十分钟到"),
        (CrisisAct.DONE, CrisisItem.HOTLINE, "12356，念给她听并写下了"),
    ):
        crises.log(vault, away, case_id, CrisisStep(act, event, item, said))

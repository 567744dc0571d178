"""An invented disclosure, an ethical decision and two supervisions, for the pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.case_supervision import ActionDone, CaseSupervision
from app.domain.disclosure import (
    Basis,
    Disclosure,
    Fact,
    Party,
    Telling,
    Whereabouts,
)
from app.domain.ethics import EthicalDecision
from app.domain.practice_record import Colleague, SupervisionForm, SupervisionMedium
from app.services import case_supervisions, disclosures, ethics, practice

if TYPE_CHECKING:
    from app.domain.ids import CaseId
    from app.ports import OpenVault
    from app.services.tools import Tools


def tell(vault: OpenVault, tools: Tools, case_id: CaseId) -> None:
    """Tell the police in an emergency, with something still owed; decide what was unclear."""
    made = Disclosure(
        Basis.DANGER,
        tools.disclosure_texts["zh"].edition,
        urgent=True,
        consulted="督导师周以宁，电话，19:20",
        where=Whereabouts("本人，身份证核过", "宝石山下的出租房，3 栋 502", "姐姐，已接通"),
        party=Party.AUTHORITY,
        recipient="西湖区派出所",
        channel="电话 110，19:26",
        purpose="请民警上门查看",
        facts=(Fact.NAME, Fact.PHONE),
        words="此刻一个人在出租房，说备好了药，请尽快上门。",
        telling=Telling.LATER,
        told_how="通话中断，先保证安全",
    )
    lines = ("姓名：乔木", "电话：139 0000 0217")
    disclosures.record(vault, tools, case_id, made, lines)
    decision = EthicalDecision(
        "她说备好了药，电话中断；不清楚有没有服下。",
        "她；姐姐；我。",
        "热线 3.4(1)；第二版 3.2(1)。",
        "等她再打来：可能来不及。请姐姐去：两小时路程。报警：会让她觉得被出卖，但能活着。",
        "督导师周以宁，今天 19:20。",
        "报警，只说人在哪里、有药；安全以后当面告诉她为什么。",
        "下次督导。",
    )
    ethics.record(vault, tools, case_id, decision)


def supervise(vault: OpenVault, tools: Tools, case_id: CaseId) -> None:
    """Be supervised twice on a case; of what was to be done, one thing was done."""
    practice.keep(vault, tools, Colleague(name="周以宁", role="个体督导师"))
    first = CaseSupervision(
        SupervisionForm.INDIVIDUAL,
        SupervisionMedium.VIDEO,
        "2026-03-10",
        50,
        "周以宁",
        questions="她一谈到母亲就换话题，我跟着换了。",
        feedback="换话题可能是她在保护咨询关系。先不追，说出我看见的就好。",
        actions=("下次换话题时，说出来", "把睡眠记录一起看一遍"),
    )
    kept = case_supervisions.record(vault, tools, case_id, first)
    done = ActionDone(int(kept.id), 1, "一起看了，她说周末睡得好些")
    case_supervisions.close(vault, tools, case_id, done)
    second = CaseSupervision(
        SupervisionForm.PEER,
        SupervisionMedium.IN_PERSON,
        "2026-03-17",
        90,
        "同辈小组",
        feedback="大家都注意到我比她更着急。",
        actions=("会谈前先停两分钟",),
    )
    case_supervisions.record(vault, tools, case_id, second)

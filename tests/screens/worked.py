"""Invented hours of the practice: supervision, trainings, what was before; for the pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.hour_goals import RuleSetWords
from app.domain.hours import HourFacts
from app.domain.practice_record import (
    HourRole,
    Hours,
    HourSpan,
    Supervision,
    SupervisionForm,
    SupervisionMedium,
    SupervisorRank,
    Training,
    TrainingTopic,
    YesNo,
)
from app.services import hours, practice

if TYPE_CHECKING:
    from app.domain.ids import CaseId
    from app.ports import OpenVault
    from app.services.tools import Tools

OWN = RuleSetWords("我的三年目标", "300 咨询 收费 面询 视频\n60 受督 个体", "和督导师定的，2026 年")


def work(vault: OpenVault, tools: Tools, first: CaseId) -> None:
    """Record supervisions, a training and 212 hours from before; say how cases count."""
    for day, form in (
        ("2025-11-12", SupervisionForm.INDIVIDUAL),
        ("2026-01-14", SupervisionForm.INDIVIDUAL),
        ("2026-02-25", SupervisionForm.GROUP),
    ):
        made = Supervision(
            form,
            SupervisionMedium.VIDEO,
            day,
            90,
            "周以宁",
            "注册督导师",
            "反移情，怎样等",
            rank=SupervisorRank.SUPERVISOR,
        )
        practice.keep(vault, tools, made)
    course = Training(TrainingTopic.ETHICS, "远程咨询的伦理", "2025-09-20", 12, "林间学会", "E-88")
    practice.keep(vault, tools, course)
    before = Hours(
        HourRole.COUNSELING, HourSpan.SUM, "2025-08-31", 212, paid=YesNo.YES, institution="前单位"
    )
    practice.keep(vault, tools, before)
    rank = SupervisorRank.SUPERVISOR
    every = HourFacts(SupervisionMedium.VIDEO, YesNo.YES, YesNo.YES, rank, "林间咨询室")
    hours.change_every(vault, every)
    hours.change_case(vault, tools, first, HourFacts(paid=YesNo.NO))
    hours.keep(vault, hours.NEW, OWN, "zh")

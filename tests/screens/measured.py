"""Invented measures of two clients and a scale of the counselor's own, for the pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.measure import Follow, FollowKind, Measure, Way, Who
from app.domain.own_scale import ScaleWords
from app.services import measures, scales

if TYPE_CHECKING:
    from app.domain.ids import CaseId, EntryId
    from app.ports import OpenVault
    from app.services.tools import Tools

OWN = ScaleWords(
    name="每周状态",
    instruction="过去一周里，下面的情形有多少？",
    items="睡得踏实\n想到交稿就心慌\n和人说过心里话",
    options="0 从不\n1 有时\n2 经常\n3 总是",
    turned="1 3",
    bands="0-3 平稳\n4-6 吃力\n7-9 很难",
    source="自己和来访者一起定的",
)
_PHQ: tuple[tuple[str, tuple[int | None, ...], int], ...] = (
    ("2025-12-16", (2, 2, 3, 2, 1, 3, 2, 1, 1), 2),
    ("2026-01-06", (2, 2, 3, 2, 1, 2, 2, 0, 0), 2),
    ("2026-01-27", (1, 2, 2, 2, 1, None, 1, 0, 0), 1),
    ("2026-02-24", (1, 1, 1, 1, 0, 1, 1, 0, 0), 1),
    ("2026-03-24", (1, 0, 1, 1, 0, 1, 0, 0, 0), 0),
)


def measure(vault: OpenVault, tools: Tools, case_id: CaseId) -> None:
    """Answer the PHQ-9 five times and the GAD-7 once; make a scale and answer it."""
    known = {(one.key, one.language): one for one in tools.scales}
    for on, answers, closing in _PHQ:
        made = Measure(known["phq9", "zh"], answers, Way.PAPER, Who.CLIENT, on, closing)
        entry = measures.record(vault, tools, case_id, made)
        if on < "2026-03":
            _follow(vault, tools, case_id, (entry.id, FollowKind.FED_BACK), "")
        if made.alarming:
            said = "当面问过：没有计划，没有准备；妹妹每晚来电话。评定为低。"
            _follow(vault, tools, case_id, (entry.id, FollowKind.RISK_LOOKED_AT), said)
    gad = (2, 2, 3, 1, 1, 1, 2)
    made = Measure(known["gad7", "zh"], gad, Way.SCREEN, Who.CLIENT, "2026-03-24", 1)
    measures.record(vault, tools, case_id, made)
    own = scales.keep(vault, tools, scales.NEW, OWN, "zh")
    made = Measure(own, (1, 2, 1), Way.SCREEN, Who.READ_OUT, "2026-03-17")
    measures.record(vault, tools, case_id, made)


def alarm(vault: OpenVault, tools: Tools, case_id: CaseId) -> None:
    """Answer the PHQ-9 once, with thoughts of self-harm that nobody looked at yet."""
    scale = next(one for one in tools.scales if (one.key, one.language) == ("phq9", "zh"))
    answers = (2, 3, 2, 2, 1, 2, 1, 0, 2)
    made = Measure(scale, answers, Way.PAPER, Who.CLIENT, "2026-03-23", 2)
    measures.record(vault, tools, case_id, made)


def _follow(
    vault: OpenVault, tools: Tools, case_id: CaseId, about: tuple[EntryId, FollowKind], said: str
) -> None:
    measures.follow(vault, tools, case_id, Follow(*about, "2026-03-24", said))

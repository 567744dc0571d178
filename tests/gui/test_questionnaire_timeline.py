"""Answers of a questionnaire on the timeline of a case."""

from __future__ import annotations

import pytest

from app.domain.entry import CaseEntry, EntryKind
from app.domain.ids import CaseId, EntryId
from app.domain.questionnaire import Questionnaire, questionnaire_to_mapping
from tests.gui.helpers import NOW
from ui import timeline_entries
from ui.widgets.chip import StateChip
from ui.widgets.label import Label

SITE = (("所用时间", "98秒"), ("来源", "微信"), ("来自IP", "203.0.113.7"))


@pytest.mark.clause("074")
@pytest.mark.parametrize(
    ("answer", "marked"), [("有时有", True), ("没有", False)], ids=["said yes", "said no"]
)
def test_words_of_self_harm_stand_first_and_are_marked(qtbot, answer, marked):
    harm = ("最近两周有没有伤害自己的想法", answer)
    value = questionnaire_to_mapping(Questionnaire((*SITE, ("爱好", "养花"), harm)))
    entry = CaseEntry(EntryId(1), CaseId(1), EntryKind.QUESTIONNAIRE, NOW, value)
    item = timeline_entries.item(entry, "")
    qtbot.addWidget(item)
    chips = [one.text() for one in item.findChildren(StateChip)]
    assert ("有自伤或自杀的话，请先看" in chips) is marked
    shown = "\n".join(one.text() for one in item.findChildren(Label))
    assert "伤害自己的想法：" in shown
    assert "来自IP" not in shown

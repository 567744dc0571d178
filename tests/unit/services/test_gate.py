"""A note is not signed while its session is not a formal one."""

from __future__ import annotations

import pytest

from app.domain.errors import SessionNotFormal
from app.domain.gate import GATE
from app.domain.rule import Rule, Step
from app.services import gate, notes


@pytest.mark.clause("030")
def test_a_rule_that_is_not_met_holds_the_signature_and_is_named(desk, monkeypatch):
    case = desk.case()
    note_id = desk.draft(case, "甲")
    seen = []
    rule = Rule("gate.written", ("030",), Step.NOTE, lambda facts: not seen.append(facts))
    monkeypatch.setitem(GATE.rules, rule.name, rule)
    assert rule in gate.missing(desk.vault, note_id)
    with desk.without_password(), pytest.raises(SessionNotFormal) as refused:
        notes.sign(desk.vault, desk.clock, note_id, "陈咨询师", "")
    assert "gate.written" in refused.value.missing
    assert refused.value.clause == "030"
    assert desk.vault.notes.get(note_id).seal is None
    assert seen[0].note.id == note_id
    assert seen[0].session.case_id == case

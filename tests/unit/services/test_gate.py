"""A note is not signed while its session is not a formal one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.case import ServiceMode
from app.domain.client import Place
from app.domain.consent import ConsentState
from app.domain.errors import SessionNotFormal
from app.domain.gate import GATE
from app.domain.mode_change import ModeChange
from app.domain.rule import Rule, Step
from app.domain.session import SessionTime
from app.services import cases, consents, gate, mode_changes, notes
from tests import admitted
from tests.vault.fixtures import TEMPLATE


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


def test_whatever_a_rule_asks_the_hands_of_the_tests_can_put_on_record(desk):
    assert set(admitted.MEETS) == set(GATE.rules)
    for mode in ServiceMode:
        case = desk.case(f"M-{mode.value}")
        cases.change_case(*_as(desk, case, mode))
        note_id = desk.admit(desk.draft(case, "甲"))
        assert gate.missing(desk.vault, note_id) == ()


def _as(desk, case, mode):
    """Return what makes a case one of another way of service."""
    before = desk.vault.cases.get(case)
    profile = desk.vault.clients.of_case(case).profile
    return desk.vault, desk.clock, replace(before, mode=mode), profile


def lacks_consent(desk, note_id):
    """Return whether consent is missing for a note."""
    return "gate.consent" in [one.name for one in gate.missing(desk.vault, note_id)]


@pytest.mark.clause("030", "042")
def test_consent_is_asked_for_until_it_is_signed_and_again_once_it_is_withdrawn(desk):
    case = desk.case()
    first = desk.draft(case, "甲")
    for state in ConsentState:
        if state is ConsentState.SIGNED:
            break
        desk.consent(case, state)
        assert lacks_consent(desk, first), state
    signed = desk.consent(case, ConsentState.SIGNED)
    assert not lacks_consent(desk, first)
    assert lacks_consent(desk, desk.draft(desk.case("另一个"), "乙")), "it is that of one case"
    desk.clock.pass_(3600)
    consents.step(desk.vault, desk.tools, signed, ConsentState.WITHDRAWN)
    desk.clock.pass_(3600)
    later = desk.draft(case, "丙")
    assert lacks_consent(desk, later)
    assert not lacks_consent(desk, first), "that session was before the withdrawal"


@pytest.mark.clause("011", "012")
def test_the_call_is_the_consent_until_the_way_of_service_is_another(desk):
    case = desk.case()
    cases.change_case(*_as(desk, case, ServiceMode.HOTLINE_GENERAL))
    called = desk.draft(case, "来电")
    assert not lacks_consent(desk, called)
    change = ModeChange(
        ServiceMode.HOTLINE_GENERAL,
        ServiceMode.HOTLINE_REGULAR,
        "谈过",
        "每周一次",
        desk.clock.at,
    )
    mode_changes.record(desk.vault, desk.tools, case, change)
    assert lacks_consent(desk, desk.draft(case, "第一次"))
    assert not lacks_consent(desk, called)


@pytest.mark.clause("104")
def test_the_place_of_the_practice_is_the_counselors(desk):
    case = desk.case()
    note_id = notes.start(desk.vault, desk.clock, case, SessionTime(desk.clock.at), TEMPLATE).id

    def lacks():
        found = [one.name for one in gate.missing(desk.vault, note_id)]
        return "gate.counselor_place" in found

    assert lacks()
    practice = desk.vault.settings.practice()
    with desk.vault.transaction():
        here = Place("杭州", "Asia/Shanghai")
        desk.vault.settings.change_practice(replace(practice, place=here))
    assert not lacks()


def test_one_goes_on_with_the_consent_that_has_come_furthest(desk):
    case = desk.case()
    far = desk.consent(case, ConsentState.RECONFIRMED)
    desk.consent(case, ConsentState.PROVIDED)
    mode = desk.vault.cases.get(case).mode
    assert gate.underway(desk.vault, case, mode) == far

"""Disclosures and ethical decisions on a real vault: final, sealed, in the trail, and owed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.audit import AuditKind
from app.domain.case import CaseState
from app.domain.client import Profile
from app.domain.disclosure import Basis, Fact, Followed, Owed, Telling
from app.domain.entry import EntryKind
from app.domain.errors import CaseLocked, DisclosureIncomplete, EthicsIncomplete
from app.domain.ethics import PARTS, EthicalDecision
from app.domain.risk import RiskLevel
from app.domain.risk_assessment import RiskAssessment, Sign
from app.services import case_locks, disclosures, ethics, risks
from tests.unit.domain.test_disclosure import ORDER, WHOLE

WORD = "雨天的第二只箱子"
RUSHED = replace(WHOLE, urgent=True, alternatives="", telling=Telling.LATER, told_how="太危险")


@pytest.fixture
def case(desk):
    return desk.case(profile=Profile(name="林晚"))


def tell(desk, case, made=WHOLE):
    return disclosures.record(desk.vault, desk.tools, case, made, ["姓名：林晚"])


def page(desk, case):
    return disclosures.page(desk.vault, desk.tools, case)


def newest(desk):
    one = desk.vault.audit.entries()[0]
    return one.kind, one.case_id, one.subject


@pytest.mark.clause("151")
@pytest.mark.clause("013")
def test_what_was_told_is_kept_word_for_word_and_named_by_the_trail(desk, case):
    entry = tell(desk, case)
    assert newest(desk) == (AuditKind.DISCLOSED, case, entry.id)
    (kept,) = page(desk, case).kept
    assert kept.made.text == "姓名：林晚\n人在西湖边，有危险。"
    assert kept.made.facts == (Fact.NAME,)
    assert kept.owed == ()
    assert newest(desk) == (AuditKind.DISCLOSURES_READ, case, entry.id)
    disclosures.printed(desk.vault, desk.tools, case, entry.id)
    assert newest(desk) == (AuditKind.DISCLOSURE_PRINTED, case, entry.id)
    raw = desk.vault.connection.execute("SELECT sealed FROM entries").fetchone()[0]
    assert "西湖".encode() not in raw


@pytest.mark.clause("146")
def test_nothing_goes_out_while_something_is_missing(desk, case):
    with pytest.raises(DisclosureIncomplete) as refused:
        tell(desk, case, replace(WHOLE, basis=Basis.LAW, order=replace(ORDER, number="")))
    assert refused.value.missing == ("disclosure.number",)
    with pytest.raises(DisclosureIncomplete):
        tell(desk, case, replace(WHOLE, basis=Basis.CONSENT))
    assert page(desk, case).kept == ()
    assert not page(desk, case).released


@pytest.mark.clause("160")
def test_what_is_owed_is_told_of_every_open_case_until_it_is_written(desk, case):
    entry = tell(desk, case, RUSHED)
    tell(desk, case)
    (one,) = disclosures.due(desk.vault, desk.clock)
    assert (one.case_id, one.entry_id, one.at) == (case, entry.id, entry.at)
    assert (one.owed, one.late) == ((Owed.ALTERNATIVES, Owed.TELLING), False)
    desk.clock.at += timedelta(hours=25)
    assert disclosures.due(desk.vault, desk.clock)[0].late
    with pytest.raises(DisclosureIncomplete):
        disclosures.follow(desk.vault, desk.tools, case, Followed(int(entry.id)))
    with pytest.raises(KeyError):
        disclosures.follow(desk.vault, desk.tools, case, Followed(999, "甲"))
    after = Followed(int(entry.id), "请家人陪", "第二天当面说的", "民警去看过")
    disclosures.follow(desk.vault, desk.tools, case, after)
    assert newest(desk)[0] is AuditKind.DISCLOSURE_FOLLOWED
    assert disclosures.due(desk.vault, desk.clock) == ()
    assert page(desk, case).kept[1].after == (after,)


def test_a_closed_a_locked_or_a_damaged_case_owes_nothing(desk, case):
    tell(desk, case, RUSHED)
    with desk.vault.transaction():
        desk.vault.cases.set_state(case, CaseState.CLOSED)
    assert disclosures.due(desk.vault, desk.clock) == ()
    with desk.vault.transaction():
        desk.vault.cases.set_state(case, CaseState.OPEN)
    case_locks.set_password(desk.vault, desk.clock, case, WORD, recovery=False)
    desk.vault.case_locks.shut(case)
    assert disclosures.due(desk.vault, desk.clock) == ()
    with pytest.raises(CaseLocked):
        page(desk, case)


def test_damage_hides_what_is_owed_and_stops_nothing(desk, case):
    tell(desk, case, RUSHED)
    other = desk.case("B-02")
    tell(desk, other, RUSHED)
    triggers = desk.vault.connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'entries'"
    ).fetchall()
    for (name,) in triggers:
        desk.vault.connection.execute(f"DROP TRIGGER {name}")
    desk.vault.connection.execute(
        "UPDATE entries SET sealed = zeroblob(64) WHERE case_id = ?", (case,)
    )
    assert [one.case_id for one in disclosures.due(desk.vault, desk.clock)] == [other]


@pytest.mark.clause("151")
def test_the_page_knows_the_last_level_of_risk(desk, case):
    assert page(desk, case).risk is None
    made = RiskAssessment(*[Sign.NO] * 4, protective="家人", level=RiskLevel.LOW, basis="没有意念")
    risks.record(desk.vault, desk.clock, case, made)
    assert page(desk, case).risk is RiskLevel.LOW


@pytest.mark.clause("161")
def test_an_ethical_decision_is_kept_for_good(desk, case):
    whole = EthicalDecision(**dict.fromkeys(PARTS, "甲"))
    with pytest.raises(EthicsIncomplete) as refused:
        ethics.record(desk.vault, desk.tools, case, EthicalDecision())
    assert refused.value.clause == "161"
    entry = ethics.record(desk.vault, desk.tools, case, whole)
    assert newest(desk) == (AuditKind.ETHICS_DECIDED, case, entry.id)
    assert ethics.page(desk.vault, desk.tools, case).kept == (entry,)
    assert newest(desk) == (AuditKind.ETHICS_READ, case, entry.id)
    ethics.printed(desk.vault, desk.tools, case, entry.id)
    assert newest(desk) == (AuditKind.ETHICS_PRINTED, case, entry.id)
    assert desk.vault.entries.of_case(case, EntryKind.ETHICS) == [entry]

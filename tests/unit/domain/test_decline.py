"""Not taking somebody on has a neutral reason and another place; another relation is weighed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.as_json import as_json
from app.domain.decline import DECLINE, Decline, DeclineReason, decline_of
from app.domain.entry import EntryKind
from app.domain.reasons import lacking, reasons_of
from app.domain.relation import RelationCheck
from app.domain.screen import Referral

WHOLE = Decline(DeclineReason.COMPETENCE, "", Referral("精神卫生中心", "给了电话"))
WEIGHED = RelationCheck("孩子同班", "可能在家长群遇到", "说明后转介")


@pytest.mark.clause("002")
@pytest.mark.parametrize(
    ("changed", "lacks"),
    [
        ({}, set()),
        ({"reason": None}, {"reason"}),
        ({"reason": DeclineReason.OTHER}, {"more"}),
        ({"reason": DeclineReason.OTHER, "more": "搬家"}, set()),
        ({"referral": Referral("", "说了")}, {"elsewhere"}),
        ({"referral": Referral("", "说了", declined=True)}, set()),
        ({"referral": Referral("医院", " ")}, {"said"}),
    ],
)
def test_declining_has_a_reason_and_another_place(changed, lacks):
    found = DECLINE.lacks(replace(WHOLE, **changed))
    assert {one.removeprefix("decline.") for one in found} == lacks


@pytest.mark.clause("002")
def test_the_reasons_judge_nobody():
    words = {"competence", "medium", "scope", "interests", "other"}
    assert {one.value for one in DeclineReason} == words


def test_it_comes_back_as_it_was():
    nasty = replace(WHOLE, more="😀䶮𬱖ㄅ\u202e", reason=DeclineReason.OTHER)
    assert decline_of(as_json(nasty)) == nasty
    assert decline_of({}) == Decline()


@pytest.mark.clause("005")
@pytest.mark.clause("032")
@pytest.mark.parametrize("empty", [None, "bond", "weighed", "decided"])
def test_another_relation_is_weighed_and_decided_on(empty):
    made = replace(WEIGHED, **({empty: " "} if empty else {}))
    assert lacking(made) == ((f"relation.{empty}",) if empty else ())
    assert reasons_of(EntryKind.RELATION_CHECK, as_json(made)) == made

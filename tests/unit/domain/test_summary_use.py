"""Whether a summary may leave: each rule by itself, and what is kept of one that left."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.as_json import as_json
from app.domain.consent import Consent, ConsentState
from app.domain.consent_purpose import Purpose
from app.domain.consent_text import ConsentDraft
from app.domain.ids import CaseId, ConsentId
from app.domain.summary_use import (
    SUMMARY,
    Audience,
    Detail,
    SummaryFacts,
    SummaryGiven,
    audience_of,
    given_of,
    promised_names,
)

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
READY = SummaryFacts(Audience.INDIVIDUAL, frozenset(Detail), (), NOW, "示例督导师")
GIVEN = SummaryGiven(
    "20261124-001", Audience.GROUP, "团体督导", "示例督导师", "2026-11-24",
    "督导用个案摘要", ("pdf",), ("ab" * 32,), {"PERSON": 3}, protected=False,
)  # fmt: skip


def consent(purpose: Purpose, state: ConsentState) -> Consent:
    """A consent signed a week ago, and perhaps taken back yesterday."""
    steps = ((ConsentState.SIGNED, NOW - timedelta(days=7)),)
    if state is not ConsentState.SIGNED:
        steps += ((state, NOW - timedelta(days=1)),)
    draft = ConsentDraft("separate.zh", "1", {}, ())
    return Consent(ConsentId(1), CaseId(1), draft, state, steps, purpose=purpose)


def broken(facts: SummaryFacts) -> set[str]:
    """The rules that are not met, without the name of the book."""
    return {one.partition(".")[2] for one in SUMMARY.lacks(facts)}


@pytest.mark.clause("013")
@pytest.mark.parametrize("audience", [Audience.INDIVIDUAL, Audience.GROUP, Audience.PEER])
def test_supervision_is_open_to_what_was_looked_at(audience):
    assert broken(replace(READY, audience=audience, whole=True)) == set()


@pytest.mark.clause("157")
@pytest.mark.parametrize("left", list(Detail))
def test_each_kind_of_detail_is_looked_at(left):
    assert broken(replace(READY, looked_at=frozenset(Detail) - {left})) == {"details"}


@pytest.mark.clause("046")
def test_a_consent_to_supervision_that_was_taken_back_ends_it():
    taken = consent(Purpose.SUPERVISION, ConsentState.WITHDRAWN)
    assert broken(replace(READY, consents=(taken,))) == {"withdrawn"}
    again = consent(Purpose.SUPERVISION, ConsentState.SIGNED)
    assert broken(replace(READY, consents=(taken, again))) == set()
    other = consent(Purpose.TEACHING, ConsentState.WITHDRAWN)
    assert broken(replace(READY, consents=(other,))) == set()


@pytest.mark.clause("018")
@pytest.mark.clause("114")
@pytest.mark.clause("156")
@pytest.mark.parametrize(
    ("audience", "purpose", "rule"),
    [
        (Audience.TEACHING, Purpose.TEACHING, "teaching"),
        (Audience.RESEARCH, Purpose.RESEARCH, "research"),
    ],
)
def test_teaching_and_research_each_need_a_consent_of_their_own(audience, purpose, rule):
    asked = replace(READY, audience=audience)
    assert broken(asked) == {rule}
    signed = consent(purpose, ConsentState.SIGNED)
    assert broken(replace(asked, consents=(signed,))) == set()
    other = consent(Purpose.SUPERVISION, ConsentState.SIGNED)
    assert broken(replace(asked, consents=(other,))) == {rule}


@pytest.mark.clause("115")
@pytest.mark.clause("157")
def test_the_complete_case_needs_a_consent_to_just_that():
    signed = consent(Purpose.TEACHING, ConsentState.SIGNED)
    asked = replace(READY, audience=Audience.TEACHING, consents=(signed,), whole=True)
    assert broken(asked) == {"complete"}
    full = consent(Purpose.FULL_CASE, ConsentState.SIGNED)
    assert broken(replace(asked, consents=(signed, full))) == set()


@pytest.mark.clause("158")
def test_a_member_of_the_team_has_promised_confidentiality():
    team = promised_names([(" 甲 ", "2026-01-02"), ("乙", ""), ("", "2026-01-02")])
    assert team == {"甲"}
    asked = replace(READY, audience=Audience.TEAM, team=team)
    assert broken(replace(asked, recipient="甲 ")) == set()
    assert broken(replace(asked, recipient="乙")) == {"promised"}


def test_what_left_is_read_back_as_it_was_kept():
    assert given_of(as_json(GIVEN) | {"later": 1}) == GIVEN
    assert "团体督导" not in repr(GIVEN)
    assert "示例督导师" not in repr(GIVEN)


def test_a_kept_audience_that_nobody_knows_is_individual_supervision():
    assert audience_of("team") is Audience.TEAM
    assert audience_of("") is audience_of("somebody") is Audience.INDIVIDUAL

"""An event is told by its steps, and ends only when the five were done or it is said why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.as_json import as_json
from app.domain.crisis_event import (
    CLOSING,
    NO_EVENT,
    STEP,
    Closing,
    CrisisAct,
    CrisisItem,
    CrisisStep,
    Settled,
    events_of,
    step_of,
)
from app.domain.entry import CaseEntry, EntryKind
from app.domain.ids import CaseId, EntryId
from tests.unit.domain.test_risk_assessment import WHOLE as RISK

AT = datetime(2026, 5, 12, 6, 57, tzinfo=UTC)
FIRST = EntryId(1)
OPENED = CrisisStep(CrisisAct.OPENED, NO_EVENT, None, "来访者说今晚就走", "先稳住，联系妹妹")


def entries(*steps, begin=1):
    """Make entries of steps, a minute apart; a value that is no step is an assessment."""
    return [
        CaseEntry(
            EntryId(begin + at),
            CaseId(1),
            EntryKind.CRISIS if isinstance(one, CrisisStep) else EntryKind.RISK,
            AT + timedelta(minutes=at),
            as_json(one),
        )
        for at, one in enumerate(steps)
    ]


def step(act, words="", item=None, event=FIRST, **more):
    return CrisisStep(act, event, item, words, **more)


@pytest.mark.clause("016")
@pytest.mark.clause("047")
@pytest.mark.clause("098")
@pytest.mark.clause("122")
@pytest.mark.clause("124")
@pytest.mark.parametrize(
    ("one", "lacks"),
    [
        (OPENED, set()),
        (CrisisStep(), {"act"}),
        (replace(OPENED, words=" "), {"what"}),
        (replace(OPENED, plan="\u200b"), {"plan"}),
        (step(CrisisAct.CLIENT), set()),
        (step(CrisisAct.PLACE), {"where"}),
        (step(CrisisAct.PLACE, "城北路 3 号"), set()),
        (step(CrisisAct.OTHER), {"what_else"}),
        (step(CrisisAct.OTHER, "请物业上楼看"), set()),
        (step(CrisisAct.DONE), {"which"}),
        (step(CrisisAct.DONE, item=CrisisItem.HOTLINE), set()),
        (step(CrisisAct.NOT_DONE, item=CrisisItem.HOTLINE), {"why_not"}),
        (step(CrisisAct.NOT_DONE, "人在医院了", CrisisItem.HOTLINE), set()),
    ],
)
def test_a_step_says_what_was_done(one, lacks):
    assert {name.removeprefix("crisis.") for name in STEP.lacks(one)} == lacks


def settled(*items):
    steps = [step(CrisisAct.DONE, item=one) for one in items]
    (event,) = events_of(entries(OPENED, *steps))
    return event


@pytest.mark.clause("098")
@pytest.mark.clause("122")
@pytest.mark.parametrize("item", list(CrisisItem))
@pytest.mark.parametrize("how", [CrisisAct.DONE, CrisisAct.NOT_DONE])
def test_none_of_the_five_is_forgotten_when_it_ends(item, how):
    end = step(CrisisAct.CLOSED, "妹妹接回家了")
    rest = [one for one in CrisisItem if one is not item]
    rule = item.name.lower()
    assert CLOSING.lacks(Closing(settled(*rest), end)) == (f"closing.{rule}",)
    reason = step(how, "来访者已住院", item)
    (event,) = events_of(entries(OPENED, *(step(CrisisAct.DONE, item=one) for one in rest), reason))
    assert CLOSING.lacks(Closing(event, end)) == ()
    assert set(event.settled) == set(CrisisItem)
    assert event.settled[item].done is (how is CrisisAct.DONE)


@pytest.mark.clause("098")
def test_it_does_not_end_without_a_word_of_how():
    end = step(CrisisAct.CLOSED, " ")
    assert CLOSING.lacks(Closing(settled(*CrisisItem), end)) == ("closing.outcome",)


@pytest.mark.clause("098")
def test_what_other_steps_and_entries_say_counts_among_the_five():
    called = step(CrisisAct.CONTACT, "妹妹在路上")
    end = step(CrisisAct.CLOSED, "送到急诊")
    made = entries(OPENED, called, RISK, end, RISK)
    (event,) = events_of(made)
    assert event.settled[CrisisItem.CONTACT] == Settled(
        done=True, at=made[1].at, words="妹妹在路上"
    )
    assert event.settled[CrisisItem.ASSESSMENT] == Settled(done=True, at=made[2].at)
    assert set(event.settled) == {CrisisItem.ASSESSMENT, CrisisItem.CONTACT}
    assert (event.closed_at, event.outcome) == (made[3].at, "送到急诊")
    assert (event.what, event.plan) == (OPENED.words, OPENED.plan)
    assert [one.act for _, one in event.steps] == [
        CrisisAct.OPENED,
        CrisisAct.CONTACT,
        CrisisAct.CLOSED,
    ]


def test_two_events_keep_their_steps_apart():
    again = replace(OPENED, words="又一次")
    made = entries(OPENED, again, step(CrisisAct.CLIENT, event=EntryId(2)))
    first, second = events_of(made)
    assert [len(first.steps), len(second.steps)] == [1, 2]


def test_it_comes_back_as_it_was():
    nasty = step(CrisisAct.DONE, "😀䶮𬱖ㄅ\u202e木", CrisisItem.REFERRAL, next_contact=AT)
    assert step_of(as_json(nasty)) == nasty
    assert step_of(as_json(CrisisStep())) == CrisisStep()


@pytest.mark.clause("098")
@pytest.mark.parametrize(("hours", "counts"), [(23, True), (25, False)])
def test_an_assessment_of_the_day_before_is_of_the_same_crisis(hours, counts):
    risk, opened = entries(RISK, OPENED)
    (event,) = events_of([replace(risk, at=AT - timedelta(hours=hours)), replace(opened, at=AT)])
    assert (CrisisItem.ASSESSMENT in event.settled) is counts


def test_other_entries_say_nothing_of_an_event():
    opened, other = entries(OPENED, RISK)
    (event,) = events_of([opened, replace(other, kind=EntryKind.CONTACT)])
    assert not event.settled

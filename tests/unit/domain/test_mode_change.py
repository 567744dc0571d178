"""A change of mode is discussed and decided; it holds from a day on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.as_json import as_json
from app.domain.case import ServiceMode
from app.domain.entry import CaseEntry, EntryKind
from app.domain.mode_change import (
    MODE_CHANGE,
    ModeChange,
    changes_in,
    mode_at,
    mode_change_of,
    since_change,
)

FACE, ONLINE, GENERAL, REGULAR, CRISIS = ServiceMode
DAY = datetime(2026, 5, 12, tzinfo=UTC)
WHOLE = ModeChange(FACE, ONLINE, "继续，或等一等", "来访者选网络", DAY, sessions=4)


@pytest.mark.clause("071")
@pytest.mark.parametrize(
    ("changed", "lacks"),
    [
        ({}, set()),
        ({"after": None}, {"another"}),
        ({"after": FACE}, {"another"}),
        ({"options": " \n"}, {"options"}),
        ({"decision": ""}, {"decision"}),
        ({"effective": None}, {"effective"}),
    ],
)
def test_it_says_what_was_discussed_and_decided(changed, lacks):
    broken = MODE_CHANGE.broken(replace(WHOLE, **changed))
    assert {one.name.removeprefix("mode_change.") for one in broken} == lacks


def test_it_comes_back_as_it_was():
    assert mode_change_of(as_json(WHOLE)) == WHOLE
    empty = ModeChange(FACE)
    assert mode_change_of(as_json(empty)) == empty


def test_the_mode_is_that_of_the_day():
    back = ModeChange(ONLINE, FACE, "", "", DAY + timedelta(days=10))
    both = (WHOLE, back)
    assert mode_at((), DAY, CRISIS) is CRISIS
    assert mode_at(both, DAY - timedelta(seconds=1), FACE) is FACE
    assert mode_at(both, DAY, FACE) is ONLINE
    assert mode_at(both, DAY + timedelta(days=10), FACE) is FACE
    assert mode_at((ModeChange(ONLINE, None, "", "", DAY),), DAY, GENERAL) is GENERAL


def test_what_was_entered_after_the_last_change_that_holds():
    def entry(number, kind, value):
        return CaseEntry(number, 1, kind, DAY, value)

    first = entry(1, EntryKind.SCREEN, {})
    change = entry(2, EntryKind.MODE_CHANGE, as_json(WHOLE))
    later = entry(3, EntryKind.SCREEN, {})
    to_come = entry(
        4, EntryKind.MODE_CHANGE, as_json(replace(WHOLE, effective=DAY + timedelta(days=9)))
    )
    every = [first, change, later, to_come]
    assert since_change(every, DAY) == (later, to_come)
    assert since_change(every, DAY - timedelta(days=1)) == tuple(every)
    assert since_change(every, DAY + timedelta(days=9)) == ()
    assert changes_in(every)[0] == WHOLE

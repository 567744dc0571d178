"""Legal hold: what it and its end lack, and which holds stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.as_json import as_json
from app.domain.entry import CaseEntry, EntryKind
from app.domain.ids import CaseId, EntryId
from app.domain.legal_hold import HOLD, LIFT, HoldLift, LegalHold, hold_of, holds_of, lift_of

AT = datetime(2026, 5, 12, tzinfo=UTC)
WHOLE = LegalHold("浦东新区人民法院", "（2026）沪0115民初1号", "2026-05-10", "医疗纠纷")
END = HoldLift(1, "2026-11-01", "判决已经生效")


def entry(number, kind, value):
    return CaseEntry(EntryId(number), CaseId(1), kind, AT, as_json(value))


@pytest.mark.clause("147")
@pytest.mark.parametrize("name", ["authority", "number", "since", "reason"])
def test_a_hold_says_who_by_what_since_when_and_why(name):
    assert HOLD.lacks(WHOLE) == ()
    assert HOLD.lacks(replace(WHOLE, **{name: ""})) == (f"hold.{name}",)


@pytest.mark.clause("147")
@pytest.mark.parametrize("name", ["on", "why"])
def test_its_end_says_when_and_why(name):
    assert LIFT.lacks(END) == ()
    assert LIFT.lacks(replace(END, **{name: ""})) == (f"lift.{name}",)


def test_each_hold_stands_until_its_own_end():
    first = entry(1, EntryKind.LEGAL_HOLD, WHOLE)
    second = entry(2, EntryKind.LEGAL_HOLD, replace(WHOLE, authority="伦理委员会"))
    found = holds_of((first, second, entry(3, EntryKind.HOLD_LIFTED, END)))
    assert [(one.id, one.lift) for one in found] == [(1, END), (2, None)]
    assert found[1].hold.authority == "伦理委员会"


def test_it_is_read_back_and_shows_no_word_in_a_log():
    assert hold_of(as_json(WHOLE)) == WHOLE
    assert lift_of(as_json(END)) == END
    assert "法院" not in repr(WHOLE)
    assert "判决" not in repr(END)

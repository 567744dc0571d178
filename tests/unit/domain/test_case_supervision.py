"""A supervision of a case: what it lacks, what stays to be done, what the log says of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.as_json import as_json
from app.domain.case_supervision import (
    ACTION_DONE,
    SUPERVISED,
    SUPERVISED_CARE,
    ActionDone,
    CaseSupervision,
    OpenAction,
    SupervisedFacts,
    done_of,
    lines_of,
    logged,
    open_actions,
    outcomes,
    supervised_of,
)
from app.domain.consent import ConsentState
from app.domain.consent_purpose import Purpose
from app.domain.entry import CaseEntry, EntryKind
from app.domain.ids import CaseId, EntryId
from app.domain.practice_record import Supervision, SupervisionForm, SupervisionMedium, YesNo
from tests.unit.domain.test_summary_use import NOW, consent

AT = datetime(2026, 5, 12, tzinfo=UTC)
MADE = CaseSupervision(
    SupervisionForm.INDIVIDUAL,
    SupervisionMedium.VIDEO,
    "2026-05-11",
    50,
    "高岚",
    "S-0007",
    "怎样谈结束？",
    "先问她怕什么。",
    ("下次问结束", "再看一遍录音同意"),
)


def entry(number, value):
    kind = EntryKind.SUPERVISION_DONE if isinstance(value, ActionDone) else EntryKind.SUPERVISION
    return CaseEntry(EntryId(number), CaseId(1), kind, AT, as_json(value))


@pytest.mark.clause("118")
@pytest.mark.clause("056")
@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({}, set()),
        ({"day": ""}, {"day"}),
        ({"form": None}, {"form"}),
        ({"medium": None}, {"medium"}),
        ({"minutes": None}, {"minutes"}),
        ({"minutes": 0}, {"minutes"}),
        ({"minutes": None, "counted": False}, set()),
        ({"supervisor": " \u3000"}, {"supervisor"}),
        ({"feedback": ""}, set()),
        ({"actions": ()}, set()),
        ({"feedback": " ", "actions": ()}, {"feedback"}),
    ],
)
def test_a_supervision_says_when_how_with_whom_and_what(changed, missing):
    found = SUPERVISED.lacks(replace(MADE, **changed))
    assert {one.removeprefix("supervised.") for one in found} == missing


@pytest.mark.clause("046")
def test_a_consent_to_supervision_that_was_taken_back_is_said():
    taken = consent(Purpose.SUPERVISION, ConsentState.WITHDRAWN)
    assert SUPERVISED_CARE.lacks(SupervisedFacts((taken,), NOW)) == ("supervised_care.use",)
    given = consent(Purpose.SUPERVISION, ConsentState.SIGNED)
    other = consent(Purpose.TEACHING, ConsentState.WITHDRAWN)
    for consents in ((), (taken, given), (other,)):
        assert SUPERVISED_CARE.lacks(SupervisedFacts(consents, NOW)) == ()


@pytest.mark.clause("118")
def test_what_became_of_something_is_said_before_it_is_closed():
    assert ACTION_DONE.lacks(ActionDone(3, 0, " ")) == ("action_done.outcome",)
    assert ACTION_DONE.lacks(ActionDone(3, 0, "谈了")) == ()


@pytest.mark.clause("118")
def test_what_is_to_be_done_stays_until_she_says_what_became_of_it():
    kept = [entry(3, MADE), entry(5, replace(MADE, day="2026-05-18", actions=("写给学校",)))]
    assert open_actions(kept) == (
        OpenAction(EntryId(3), 0, "2026-05-11", "下次问结束"),
        OpenAction(EntryId(3), 1, "2026-05-11", "再看一遍录音同意"),
        OpenAction(EntryId(5), 0, "2026-05-18", "写给学校"),
    )
    kept += [entry(6, ActionDone(3, 1, "看过")), entry(7, ActionDone(3, 1, "看过，没问题"))]
    assert [(one.entry_id, one.action) for one in open_actions(kept)] == [(3, 0), (5, 0)]
    assert outcomes(kept) == {(3, 1): "看过，没问题"}


def test_an_entry_is_read_as_it_was_written_with_what_a_later_edition_adds():
    assert supervised_of(as_json(MADE)) == MADE
    assert supervised_of({"later": 1}) == CaseSupervision()
    assert done_of({**as_json(ActionDone(3, 1, "看过")), "later": 1}) == ActionDone(3, 1, "看过")
    assert lines_of(" 一 \n\n\u3000\n二") == ("一", "二")


@pytest.mark.clause("118")
def test_the_log_has_the_code_and_no_word_of_what_was_said():
    assert logged(MADE, "H-017", "注册督导师") == Supervision(
        form=SupervisionForm.INDIVIDUAL,
        medium=SupervisionMedium.VIDEO,
        day="2026-05-11",
        minutes=50,
        supervisor="高岚",
        credentials="注册督导师",
        topics="H-017",
        presented=YesNo.YES,
    )

"""Supervisions of a case on a real vault: put on record, counted, closed, and led on from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.case_supervision import ActionDone
from app.domain.entry import EntryKind
from app.domain.errors import CaseLocked, SupervisionIncomplete
from app.domain.practice_record import (
    Colleague,
    PracticeKind,
    Supervision,
    SupervisionForm,
    Training,
    TrainingTopic,
    supervision_totals,
)
from app.domain.summary_use import Audience, SummaryGiven
from app.services import case_locks, case_supervisions, practice
from tests.unit.domain.test_case_supervision import MADE

WORD = "竹林 2031 水声"
GIVEN = SummaryGiven("S-0007", Audience.INDIVIDUAL, "个体督导", "高岚", "2026-05-10")


@pytest.fixture
def case(desk):
    return desk.case()


def register(desk, name, credentials=""):
    practice.keep(desk.vault, desk.tools, Colleague(name=name, credentials=credentials))


def log(desk):
    return [one.record for one in desk.vault.practice.all() if isinstance(one.record, Supervision)]


@pytest.mark.clause("118")
@pytest.mark.clause("056")
def test_it_stands_in_the_case_and_is_counted_once_in_the_log(desk, case):
    register(desk, "高岚 ", "注册督导师 S-19")
    kept = case_supervisions.record(desk.vault, desk.tools, case, MADE)
    page = case_supervisions.page(desk.vault, desk.tools, case)
    assert page.kept == (kept,)
    assert [one.text for one in page.left] == list(MADE.actions)
    (line,) = log(desk)
    assert (line.minutes, line.credentials, line.topics) == (50, "注册督导师 S-19", "A-01")
    assert MADE.feedback not in repr(as_json(line))
    case_supervisions.record(desk.vault, desk.tools, case, replace(MADE, counted=False))
    assert supervision_totals(log(desk)).individual == 50
    kinds = [one.kind for one in desk.vault.audit.entries()]
    assert kinds.count(AuditKind.SUPERVISED) == 2
    assert kinds.count(AuditKind.PRACTICE_RECORDED) == 2  # the register, and the line of the log


def test_a_draft_of_the_log_is_left_alone(desk, case):
    begun = {"supervisor": "还没写完"}
    with desk.vault.transaction():
        desk.vault.settings.keep_practice_draft(PracticeKind.SUPERVISION.value, begun)
    case_supervisions.record(desk.vault, desk.tools, case, MADE)
    assert desk.vault.settings.practice_drafts()[PracticeKind.SUPERVISION.value] == begun


@pytest.mark.clause("118")
def test_what_lacks_something_is_refused_and_nothing_is_counted(desk, case):
    with pytest.raises(SupervisionIncomplete) as refused:
        case_supervisions.record(desk.vault, desk.tools, case, replace(MADE, form=None))
    assert refused.value.missing == ("supervised.form",)
    with pytest.raises(SupervisionIncomplete):
        case_supervisions.close(desk.vault, desk.tools, case, ActionDone(1, 0, ""))
    assert log(desk) == []
    assert desk.vault.entries.of_case(case, *case_supervisions.KINDS) == []


def test_what_became_of_something_takes_it_off_the_list(desk, case):
    kept = case_supervisions.record(desk.vault, desk.tools, case, MADE)
    assert [one.action for one in case_supervisions.left(desk.vault, case)] == [0, 1]
    case_supervisions.close(desk.vault, desk.tools, case, ActionDone(int(kept.id), 0, "问过了"))
    page = case_supervisions.page(desk.vault, desk.tools, case)
    assert [one.action for one in page.left] == [1]
    assert page.became == {(int(kept.id), 0): "问过了"}
    assert page.kept == (kept,)


def test_the_page_names_the_register_and_the_summaries_that_left(desk, case):
    training = Training(TrainingTopic.ETHICS, "伦理", "2026-01-01", 6)
    practice.keep(desk.vault, desk.tools, training)
    register(desk, "高岚")
    with desk.vault.transaction():
        for number in ("S-0007", "S-0008"):
            value = as_json(replace(GIVEN, number=number))
            desk.vault.entries.add(case, EntryKind.SUMMARY, desk.clock.now(), value)
    page = case_supervisions.page(desk.vault, desk.tools, case)
    assert page.known == ("高岚",)
    assert [one.number for one in page.given] == ["S-0008", "S-0007"]
    assert page.care == ()


@pytest.mark.promise(26)
def test_a_shut_case_shows_nothing_and_the_log_says_no_word_of_it(desk, case):
    case_supervisions.record(desk.vault, desk.tools, case, MADE)
    case_locks.set_password(desk.vault, desk.clock, case, WORD, recovery=False)
    case_locks.shut(desk.vault, desk.clock, case)
    with pytest.raises(CaseLocked):
        case_supervisions.page(desk.vault, desk.tools, case)
    assert [one.form for one in log(desk)] == [SupervisionForm.INDIVIDUAL]
    assert MADE.feedback not in repr(as_json(log(desk)[0]))

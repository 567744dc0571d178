"""Samples on a real vault: what is drawn stays drawn, what is ended stays ended (119)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.audit import AuditKind
from app.domain.errors import SampleIncomplete
from app.domain.practice_record import Policy
from app.domain.record_sample import Verdict
from app.services import case_locks, samples

PASSWORD = "十二个字的密码够长了吧"


@pytest.fixture
def notes(desk):
    """Return eight signed notes of two cases, and a draft that is never drawn."""
    first, second = desk.case("A"), desk.case("B")
    found = []
    for case_id in (first, second) * 4:
        found.append(desk.signed(case_id, "谈到睡眠"))
        desk.clock.at += timedelta(days=1)
    desk.draft(first, "没签")
    return found


def drawn(desk, count=3, seed="9f2c", **span):
    today = desk.clock.at.date()
    begin = span.get("begin", today - timedelta(days=30))
    end = span.get("end", today)
    return samples.draw_notes(desk.vault, desk.tools, begin, end, count, seed=seed)


def page(desk):
    return samples.page(desk.vault, desk.tools, "zh")


def everything(desk, kept, found="写得都齐。"):
    answers = {
        str(note): {one.key: Verdict.THERE.value for one in page(desk).items}
        for note in kept.sample.notes
    }
    return replace(kept.sample, answers=answers, found=found)


@pytest.mark.clause("119")
def test_a_draw_can_be_made_again_and_is_kept_with_its_seed(desk, notes):
    first, again = drawn(desk), drawn(desk)
    assert first.record.notes == again.record.notes
    assert set(first.record.notes) <= set(notes)
    assert first.record.seed == "9f2c"
    assert drawn(desk, seed="").record.seed not in {"", "9f2c"}
    assert [one.kind for one in desk.vault.audit.entries(2)] == [AuditKind.SAMPLE_DRAWN] * 2
    found = page(desk)
    assert [one.entry_id for one in found.kept[1:]] == [again.id, first.id]
    assert {one.person.code for one in found.kept[2].notes} <= {"A", "B"}
    assert all(one.there and one.number and one.at for one in found.kept[2].notes)


def test_only_sessions_of_the_days_are_drawn_from(desk, notes):
    begin = desk.clock.at.date() - timedelta(days=8)
    one_day = drawn(desk, 20, begin=begin, end=begin)
    assert one_day.record.notes == (notes[0],)
    assert drawn(desk, begin=date(2020, 1, 1), end=date(2020, 2, 1)) is None


def test_a_shut_case_is_not_drawn_from(desk, notes):
    case_id = desk.vault.notes.get(notes[0]).case_id
    case_locks.set_password(desk.vault, desk.clock, case_id, PASSWORD, recovery=False)
    before = drawn(desk, 20)
    desk.vault.case_locks.shut(case_id)
    assert set(drawn(desk, 20).record.notes) == set(notes[1::2])
    shown = {one.id: one for one in page(desk).kept[1].notes}
    assert not shown[notes[0]].there
    assert shown[notes[0]].person is not None
    assert set(before.record.notes) == set(notes)


@pytest.mark.clause("119")
def test_a_sample_is_ended_whole_and_for_good(desk, notes):
    entry = drawn(desk)
    kept = page(desk).kept[0]
    with pytest.raises(SampleIncomplete):
        samples.end(desk.vault, desk.tools, entry.id)
    samples.keep(desk.vault, desk.tools, entry.id, everything(desk, kept))
    assert desk.vault.practice.get(entry.id).record.notes == entry.record.notes
    samples.end(desk.vault, desk.tools, entry.id)
    assert desk.vault.audit.entries(1)[0].kind is AuditKind.SAMPLE_CLOSED
    ended = page(desk).kept[0].sample
    assert ended.done
    samples.keep(desk.vault, desk.tools, entry.id, replace(ended, found="改写"))
    assert page(desk).kept[0].sample == ended
    samples.printed(desk.vault, desk.tools, entry.id)
    assert desk.vault.audit.entries(1)[0].kind is AuditKind.SAMPLE_PRINTED


def test_of_a_note_that_is_gone_nothing_is_asked(desk, notes):
    entry = drawn(desk)
    record = replace(entry.record, notes=(*entry.record.notes, 9999))
    desk.vault.practice.change(replace(entry, record=record))
    kept = page(desk).kept[0]
    assert kept.notes[-1].person is None
    assert not kept.notes[-1].there
    assert 9999 not in kept.present()


def test_another_record_of_the_practice_is_no_sample(desk):
    other = desk.vault.practice.add(Policy(title="制度"), desk.clock.now())
    assert page(desk).kept == ()
    with pytest.raises(KeyError):
        samples.end(desk.vault, desk.tools, other.id)

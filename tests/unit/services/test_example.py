"""The invented practice: alive in both languages, whole, and gone when it could not be made."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app import bootstrap
from app.domain.appointment import AppointmentState
from app.domain.case import CaseState
from app.domain.consent import ConsentState
from app.domain.destruction import Ground
from app.domain.entry import EntryKind
from app.domain.errors import DiskFull
from app.domain.genogram import genogram_of
from app.domain.practice_paper import SERVICE_SHEET
from app.domain.standing_paper import STANDING_PAPER
from app.services import agenda, cases, completeness, health, practice
from app.services.example import ExampleVault, _Then
from storage.example import DocumentsExample
from storage.keeper import FolderKeeper

HARD_DAYS = {
    *(EntryKind.RISK, EntryKind.SAFETY_PLAN, EntryKind.DISCLOSURE, EntryKind.DISCLOSURE_FOLLOW),
    *(EntryKind.ETHICS, EntryKind.REFERRAL, EntryKind.REFERRAL_STEP, EntryKind.ENDING),
    *(EntryKind.FOLLOW_PLAN, EntryKind.FOLLOW_UP, EntryKind.LEGAL_HOLD, EntryKind.HOLD_LIFTED),
    *(EntryKind.CLIENT_REQUEST, EntryKind.REQUEST_ANSWER),
}


@pytest.fixture
def example(door, clock, tmp_path):
    clock.time = datetime(2026, 5, 12, 6, 57, tzinfo=UTC)
    tools = replace(bootstrap.tools(), clock=clock)
    made = ExampleVault(
        (lambda: door, lambda: tools), DocumentsExample(tmp_path), bootstrap.example_practice
    )
    made.clock = clock
    return made


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_is_a_practice_in_the_middle_of_its_week(example, language):
    told = []
    vault = example.open(language, lambda *step: told.append(step)).vault
    try:
        assert told[0] == (0, 10)
        assert told[-1] == (10, 10)
        assert [done for done, _ in told] == sorted(done for done, _ in told)
        assert health.verify(vault, FolderKeeper()) == []
        lines = cases.list_cases(vault)
        assert len(lines) == 9
        assert sum(line.notes for line in lines) == 21
        now = example.clock.now()
        today = now.replace(hour=0, minute=0)
        day = agenda.between(vault, example.clock, today, today + timedelta(days=1))
        assert len(day.lines) == 3
        assert not any(line.conflict for line in day.lines)
        assert not day.loose
        week = agenda.between(vault, example.clock, now - timedelta(days=7), now)
        assert AppointmentState.MISSED in {line.appointment.state for line in week.lines}
        states = {
            one.state for case in vault.cases.all() for one in vault.consents.of_case(case.id)
        }
        assert states == {
            ConsentState.DRAFT,
            ConsentState.DISCUSSED,
            ConsentState.RECONFIRMED,
            ConsentState.SIGNED,
            ConsentState.WITHDRAWN,
        }
        assert vault.audit.intact()
        assert all(entry.at <= now for entry in vault.audit.entries())
        assert all(
            note.updated_at <= now
            for case in vault.cases.all()
            for note in vault.notes.of_case(case.id)
        )
        assert example.found(vault).own_cases == 0
    finally:
        vault.close()
    told.clear()
    again = example.open(language, lambda *step: told.append(step)).vault
    mark = example.found(again)
    again.close()
    assert not told, "it is made once"
    assert example.remove(mark)
    assert not example.place(language).exists()


@pytest.mark.parametrize("proved", [True, False])
def test_one_that_could_not_be_made_leaves_nothing_that_can_be_proved(example, monkeypatch, proved):
    def full(*_):
        raise DiskFull

    if not proved:
        monkeypatch.setattr(example._folder, "found", lambda _: None)
    monkeypatch.setattr("app.services.example._Story.tell", full)
    with pytest.raises(DiskFull):
        example.open("zh", lambda *_: None)
    assert example.place("zh").exists() is not proved


def test_a_clock_of_the_past_never_runs_ahead(example):
    now = example.clock.now()
    then = _Then(example.clock, now + timedelta(days=1))
    assert then.now() == now
    assert then.since_boot() == example.clock.since_boot()


def test_called_off_weeks_are_called_off(example):
    raw = bootstrap.example_practice("zh")
    raw["cases"] = [{**raw["cases"][4], "missed": [], "cancelled": [-1]}]
    example._practice = lambda _: raw
    vault = example.open("zh", lambda *_: None).vault
    try:
        now = example.clock.now()
        lines = agenda.between(vault, example.clock, now - timedelta(days=7), now).lines
        assert [one.appointment.state for one in lines] == [AppointmentState.CANCELLED]
    finally:
        vault.close()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_its_pages_are_lived_in(example, language):
    """Each kind of page has somebody to look at, in the language of the example alone."""
    vault = example.open(language, lambda *_: None).vault
    try:
        entries = [one for case in vault.cases.all() for one in vault.entries.of_case(case.id)]
        kinds = {one.kind for one in entries}
        assert kinds >= {
            *(EntryKind.SCREEN, EntryKind.QUESTIONNAIRE, EntryKind.TECH_SHEET),
            *(EntryKind.FORMULATION, EntryKind.GENOGRAM, EntryKind.MODE_CHANGE),
        }
        assert kinds >= HARD_DAYS
        (mark,) = vault.destructions.marks().values()
        assert mark.ground is Ground.REQUEST
        closed = [one for one in vault.cases.all() if one.state is CaseState.CLOSED]
        ends = completeness.report(vault, replace(bootstrap.tools(), clock=example.clock)).records
        names = {one.person.case_id: {lack.name for lack in one.lacks} for one in ends}
        left = {f"whole.{one}" for one in ("told", "request", "receipt", "closing", "follow")}
        assert len(closed) == 2, "an easy end and a hard one, both in order"
        assert not any(names[one.id] & left for one in closed)
        drawn = next(one for one in entries if one.kind is EntryKind.GENOGRAM)
        family = genogram_of(drawn.value)
        assert len(family.people) == 6
        assert len(family.bonds) == 3
        tools = replace(bootstrap.tools(), clock=example.clock)
        for key in (SERVICE_SHEET, STANDING_PAPER):
            assert practice.paper(vault, tools, key, language, hotline=False).parts
        intakes = [vault.clients.of_case(case.id).profile.intake for case in vault.cases.all()]
        assert sum(one.triage.urgency is not None for one in intakes) == 6
        (couple,) = [one for one in intakes if one.kind.several]
        assert len(couple.members) == 1
        reflected = [len(vault.reflections.of_case(case.id)) for case in vault.cases.all()]
        assert sum(reflected) == 2
        words = json.dumps([one.value for one in entries if one.kind is EntryKind.FORMULATION])
        assert ("\\u" in words) is (language == "zh")
    finally:
        vault.close()

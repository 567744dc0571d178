"""The paper on supervision, records and emergencies: refused by what it lacks, then whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app import bootstrap
from app.domain.practice import Practice
from app.domain.practice_paper import ServiceFacts
from app.domain.practice_profile import PracticeProfile
from app.domain.standing_paper import STANDING, standing_sheet

WHO = PracticeProfile(
    code="07", supervisor="林老师", supervisor_contact="0571-0000 0001", escalation="先找督导师"
)
KNOWN = ServiceFacts(Practice(name="林间咨询室", counselor="沈知远", profile=WHO), ())
NAMES = ("supervisor", "supervisor_contact", "escalation")


def without(*names):
    profile = replace(WHO, **dict.fromkeys(names, "\u3000"))
    return replace(KNOWN, practice=replace(KNOWN.practice, profile=profile))


@pytest.mark.clause("058")
@pytest.mark.parametrize("name", NAMES)
def test_it_names_who_supervises_and_who_is_called(name):
    assert STANDING.lacks(without(name)) == (f"standing.{name}",)


@pytest.mark.clause("058")
def test_nothing_else_is_asked_for():
    assert STANDING.lacks(KNOWN) == ()
    assert STANDING.lacks(without(*NAMES)) == tuple(f"standing.{one}" for one in NAMES)


@pytest.mark.clause("058")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_says_everything_and_at_a_hotline_no_name(language):
    text = bootstrap.practice_papers()["standing", language]
    said = "\n".join(standing_sheet(text, KNOWN).words())
    for word in ("林间咨询室", "沈知远", "林老师", "0571-0000 0001", "先找督导师"):
        assert word in said
    assert "07" not in said.split()
    hotline = "\n".join(standing_sheet(text, replace(KNOWN, hotline=True)).words())
    assert "沈知远" not in hotline
    assert "07" in hotline.split()


def test_both_languages_say_as_much():
    zh, en = (bootstrap.practice_papers()["standing", one] for one in ("zh", "en"))
    assert [len(lines) for _, lines in zh.parts] == [len(lines) for _, lines in en.parts]
    assert list(zh.labels) == list(en.labels)

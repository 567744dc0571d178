"""What protects the computer: what she said, what was seen, and when it is time to look again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.safeguard import Answer, ComputerSafety, Finding, Safeguard, Sight

NOW = datetime(2026, 5, 12, 7, tzinfo=UTC)
DAY = timedelta(days=1)


def test_an_answer_keeps_its_day_and_replaces_the_one_before():
    said = ComputerSafety().answered(Safeguard.VIRUSES, Answer.NOT_YET, NOW - DAY)
    said = said.answered(Safeguard.VIRUSES, Answer.YES, NOW)
    assert said.findings == {Safeguard.VIRUSES: Finding(Answer.YES, NOW)}


@pytest.mark.clause("135")
def test_what_is_seen_on_needs_no_answer_and_is_open_again_when_it_is_no_longer_seen():
    seen = ComputerSafety().looked({Safeguard.DISK: Sight.ON}, NOW)
    assert seen.findings == {Safeguard.DISK: Finding(Answer.YES, NOW, seen=True)}
    assert seen.looked({Safeguard.DISK: Sight.OFF}, NOW + DAY).findings == {}
    assert seen.looked({}, NOW + DAY).findings == {}


def test_a_look_leaves_what_she_said_herself():
    said = ComputerSafety().answered(Safeguard.DISK, Answer.YES, NOW)
    assert said.looked({Safeguard.DISK: Sight.OFF}, NOW + DAY) == said


@pytest.mark.clause("049")
@pytest.mark.parametrize(
    ("checked", "first", "due"),
    [
        (None, None, False),
        (None, NOW - 2 * DAY, False),
        (None, NOW - 3 * DAY, True),
        (NOW - 29 * DAY, NOW - 90 * DAY, False),
        (NOW - 30 * DAY, NOW - 90 * DAY, True),
        (NOW + DAY, NOW - 90 * DAY, True),
    ],
)
def test_it_is_due_every_month(checked, first, due):
    assert ComputerSafety(checked_at=checked).due(NOW, first) is due

"""An appointment has an aware start and a length that can be."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.domain.errors import FieldInvalid
from app.domain.session import SessionTime

AT = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("minutes", [1, 50, 24 * 60])
def test_a_possible_one_passes(minutes):
    SessionTime(AT, minutes).check()


@pytest.mark.parametrize("minutes", [0, -1, 24 * 60 + 1])
def test_an_impossible_length_is_refused(minutes):
    with pytest.raises(FieldInvalid) as refused:
        SessionTime(AT, minutes).check()
    assert refused.value.name == "minutes"


def test_a_start_without_a_zone_is_refused():
    with pytest.raises(FieldInvalid) as refused:
        SessionTime(AT.replace(tzinfo=None)).check()
    assert refused.value.name == "starts_at"

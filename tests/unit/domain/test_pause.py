"""The pause after wrong passwords grows, ends, and is never longer than a quarter of an hour."""

from __future__ import annotations

import pytest

from app.domain.pause import left, pause_after

pytestmark = [pytest.mark.promise(22), pytest.mark.clause("044")]


def test_it_grows_and_stays_at_its_longest():
    pauses = [pause_after(failures) for failures in range(10_001)]
    assert pauses == sorted(pauses)
    assert pauses[:4] == [0.0, 0.0, 0.0, 1.0]
    assert pauses[-1] == 900.0
    assert pause_after(-1) == 0.0


@pytest.mark.parametrize(
    ("elapsed", "expected"), [(0, 900), (899, 1), (900, 0), (1e9, 0), (-50, 900)]
)
def test_what_is_left_of_it(elapsed, expected):
    assert left(100, elapsed) == expected

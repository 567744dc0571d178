"""Ink: what may be a signature, and what is a dot."""

from __future__ import annotations

import pytest

from app.domain.ink import is_signature

DOT = ((1.5, 0.5),)


@pytest.mark.clause("042")
@pytest.mark.parametrize(
    ("strokes", "is_one"),
    [
        ((), False),
        (((),), False),
        ((DOT,), False),
        ((DOT,) * 50, False),
        ((((1.5, 0.5), (1.55, 0.5), (1.5, 0.5)),), False),  # a hand that trembles on one place
        ((((0.2, 0.5), (0.4, 0.5)),), False),
        ((((0.2, 0.5), (0.5, 0.5)),), True),  # 一
        ((((0.2, 0.2), (0.35, 0.35)), ((0.35, 0.2), (0.2, 0.35))), True),  # a small cross
        ((((0.2, 0.5), (0.3, 0.5), (0.3, 0.7)), DOT), True),
    ],
)
def test_dots_are_no_signature_and_one_short_stroke_is(strokes, is_one):
    assert is_signature(strokes) is is_one

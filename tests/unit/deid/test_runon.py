"""What a guess ran on over behind a known name is given back; another's name never is."""

from __future__ import annotations

import pytest

from app.deid.runon import trimmed
from app.deid.span import Kind, Layer, Span
from tests.unit.deid.support import lexicon

FULL = Span(0, 3, Kind.PERSON, Layer.REGISTER)
SHORT = Span(0, 2, Kind.PERSON, Layer.REGISTER)
LOOSE = Span(0, 3, Kind.PERSON, Layer.REGISTER_CHECK)


@pytest.mark.parametrize(
    ("text", "known", "start", "end"),
    [
        ("陈桂芳住", FULL, 0, 3),
        ("陈桂芳说她想家", FULL, 0, 3),
        ("陈桂芳医院", FULL, 1, 3),
        ("王芳医院", SHORT, 0, 2),
        ("王芳來了", SHORT, 0, 2),
        ("小欧阳来了", LOOSE, 1, 3),
        ("小欧阳明月", LOOSE, 1, 5),
        ("王芳菲", SHORT, 0, 3),
        ("陈桂芳建国", FULL, 3, 5),
    ],
)
def test_where_a_guess_ends(text, known, start, end):
    guess = Span(start, len(text), Kind.PERSON, Layer.MODEL, 0.4)
    left = trimmed(guess, [known], text, lexicon())
    assert left is not None
    assert (left.start, left.end) == (start, end)


def test_a_guess_of_nothing_but_language_is_gone():
    guess = Span(3, 5, Kind.PERSON, Layer.MODEL, 0.4)
    assert trimmed(guess, [LOOSE], "小欧阳来了", lexicon()) is None


@pytest.mark.parametrize(
    "span", [Span(0, 4, Kind.PERSON, Layer.REGISTER), Span(0, 4, Kind.ORG, Layer.MODEL)]
)
def test_what_is_no_guess_of_a_name_stays(span):
    assert trimmed(span, [FULL], "陈桂芳住", lexicon()) is span

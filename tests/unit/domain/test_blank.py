"""Blank: what leaves no ink on paper, however many characters it has."""

from __future__ import annotations

import pytest

from app.domain.blank import is_blank


@pytest.mark.clause("010", "043")
@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "\u3000\n\t", "\u200b", "\u202e", "\u200b\u202e\u200b", "\ufeff", "\u2060"),
        *("\u00ad", "\u200d", "\ufe0f", "\U000e0100", "\u3164", "\u2800", "\u115f\u1160", "\uffa0"),
        *("\u034f", "\u2028\u2029\x85\x00", "\u2066\u2069", "\U000e0020"),
    ],
    ids=ascii,
)
def test_what_nobody_sees_is_blank(text):
    assert is_blank(text)


@pytest.mark.parametrize(
    "text",
    ["无", "-", "0", "。", "😀", "❤\ufe0f", "䶮", "𬱖", "ㄅ", "\u202e倒着", "\u200bx", "e\u0301"],
    ids=ascii,
)
def test_one_sign_that_is_seen_fills_a_place(text):
    assert not is_blank(text)

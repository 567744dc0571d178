"""A text is as long as an office program says, and the unit is the one that was counted."""

from __future__ import annotations

import pytest

from app.domain.length import Length, Unit, length

CHARACTERS, WORDS, BOTH = Unit.CHARACTERS, Unit.WORDS, Unit.BOTH


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("", 0, CHARACTERS),
        (" \n\u3000", 0, CHARACTERS),
        ("晓禾来了。", 5, CHARACTERS),
        ("说“好”……", 6, CHARACTERS),
        ("😀䶮𬱖ㄅ", 4, CHARACTERS),
        ("……", 2, CHARACTERS),
        ("说 don’t know", 3, BOTH),
        ("自评 5 分，上次 4.5 分", 9, CHARACTERS),
        ("电话 13900000017", 3, CHARACTERS),
        ("做了 CBT", 3, BOTH),
        ("Fine 😀", 2, BOTH),
        ("She came on time.", 4, WORDS),
        ("“I don’t know,” she said — twice…", 6, WORDS),
        ("later—much later", 3, WORDS),
        ("Élan naïve Łódź", 3, WORDS),
        ("12", 1, WORDS),
    ],
)
def test_a_length_says_what_was_counted(text, number, unit):
    assert length([text]) == Length(number, unit)


def test_the_parts_of_a_text_are_counted_as_one():
    assert length(["她来了", "on time"]) == Length(5, BOTH)
    assert length(["She came", "on time"]) == Length(4, WORDS), "no word is lost between two parts"
    assert length([]) == Length(0, CHARACTERS)

"""Marks are told from signs that only look like them."""

from __future__ import annotations

import pytest

from app.domain.light_marks import bare, bare_text


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("# 小事", "小事"),
        ("她**停了**两次，*先呼吸*", "她停了两次，先呼吸"),
        ("- 写信", "· 写信"),
        ("  * 散步", "  · 散步"),
        ("1. 写信", "1. 写信"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("#标签", "#标签"),
        ("**", "**"),
        ("😀䶮 **𬱖**", "😀䶮 𬱖"),
        ("", ""),
    ],
)
def test_a_line_is_read_without_its_marks(line, read):
    assert bare(line) == read


@pytest.mark.parametrize(
    ("text", "word", "read"),
    [
        ("她**停了**两次\n# 小事", "停了", "她停了两次\n小事"),
        ("她**停了**两次\n# 小事", "小事", "她停了两次\n小事"),
        ("# **要** 事\r\n- *走*一走", "一走", "要 事\r\n· 走一走"),
        ("😀\n\n- 写信", "写信", "😀\n\n· 写信"),
        ("前**后", "前**后", "前**后"),
    ],
)
def test_a_word_is_found_again_where_its_marks_are_gone(text, word, read):
    start = text.index(word)
    said, (first, last) = bare_text(text, (start, start + len(word)))
    assert said == read
    assert said[first:last] == word


def test_places_on_a_mark_move_to_what_it_marks():
    assert bare_text("**早**\n- 晚", (1, 7)) == ("早\n· 晚", (0, 4))
    assert bare_text("", (0, 0)) == ("", (0, 0))
    assert bare_text("**早**\r\n", (6, 7)) == ("早\r\n", (2, 3))

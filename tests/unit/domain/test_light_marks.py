"""Marks are told from signs that only look like them."""

from __future__ import annotations

import pytest

from app.domain.light_marks import bare


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

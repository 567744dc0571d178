from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.deid.normalise import compact, normalise, plain

ANY_TEXT = st.text(
    st.one_of(
        st.characters(), st.sampled_from("王小明ＡＢ１２３　\u202e\u200d鍾龍䶮𬱖é\u0301😀ﷺ㎏\n")
    ),
    max_size=60,
)


@given(ANY_TEXT)
def test_each_normalised_character_knows_its_place(text):
    found = normalise(text)
    assert len(found.text) == len(found.starts) == len(found.ends)
    assert all(0 <= a < b <= len(text) for a, b in zip(found.starts, found.ends, strict=True))
    assert list(found.starts) == sorted(found.starts)


@given(ANY_TEXT)
def test_compact_drops_white_space_and_nothing_else(text):
    source = normalise(text)
    assert compact(source).text == "".join(c for c in source.text if not c.isspace())


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("１３８", "138"),
        ("鍾離", "钟离"),
        ("王\u200b明", "王明"),
        ("\u202e王", "王"),
        ("䶮𬱖", "䶮𬱖"),
        ("e\u0301", "e"),
        ("ouyáng jìngyí", "ouyang jingyi"),
        ("138—0013", "138-0013"),
        ("", ""),
    ],
)
def test_writing_made_plain(written, read):
    assert plain(written) == read


def test_a_span_over_an_invisible_character_covers_it():
    text = "见王\u200b明了"
    found = normalise(text)
    start = found.text.index("王明")
    assert found.original(start, start + 2) == (1, 4)
    assert found.original(0, 0) == (0, 0)

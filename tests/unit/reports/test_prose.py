"""Lines break where Chinese lines may, and fill the measure."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.fonts import printable
from reports.prose import Prose, break_lines, runs_of, widest
from reports.style import BODY_WIDTH, styles

BODY = styles()["body"]
WORDS = "咨询师与来访者约定，每次 50 分钟；（一）网络中断时：先重连。“好的”，他说、https://example.org/a/b。"


def lines(text, measure=BODY_WIDTH):
    return [
        "".join(glyph.char for glyph in line.glyphs) for line in break_lines(text, BODY, measure)
    ]


@settings(max_examples=60)
@given(st.text(alphabet=WORDS, max_size=160), st.integers(60, 460))
def test_no_mark_begins_a_line_it_may_not_begin_and_nothing_is_lost(text, measure):
    found = lines(text, measure)
    assert "".join(found).replace(" ", "") == printable(text).replace(" ", "")
    for line in break_lines(text, BODY, measure):
        assert line.wide() <= measure - line.indent + 0.02 or len(line.glyphs) == 1


def test_kinsoku():
    for measure in range(120, 200, 3):
        for line in lines("目标由我们共同商定，重要的决定（由您自己）做出。" * 3, measure)[1:]:
            assert line[0] not in "，。）"
        for line in lines("目标由我们共同商定，重要的决定（由您自己）做出。" * 3, measure):
            assert line[-1] not in "（"


def test_words_and_numbers_stay_whole_but_a_link_may_break():
    for measure in range(100, 200, 5):
        found = lines("请在 24 小时内联系 counselor 本人，号码 12356。", measure)
        assert any("counselor" in line for line in found)
        assert any("12356" in line for line in found)
    assert len(lines("https://example.org/" + "abc/" * 60)) > 1
    assert len(lines("a" * 400)) > 1


def test_marks_side_by_side_share_their_white():
    (line,) = break_lines("》（", BODY, BODY_WIDTH)
    assert line.wide() == pytest.approx(BODY.fontSize * 1.5)
    (run, _) = runs_of(line)
    assert run.spacing == pytest.approx(-BODY.fontSize / 2)


@pytest.mark.parametrize(
    ("plain", "quoted", "wider"),
    [
        ("clients", "client’s", 0.32),
        ("so not known it", "so “not known” it", 1.0),
        ("说OK。", "说“OK”。", 1.5),
        ("他说了，", "他说了”，", 0.5),
    ],
)
def test_quotation_marks_are_narrow_between_words_of_other_scripts(plain, quoted, wider):
    assert (widest(quoted, BODY) - widest(plain, BODY)) / BODY.fontSize == pytest.approx(wider)


def test_a_line_end_that_was_typed_ends_the_line():
    assert lines("一\n二") == ["一", "二"]
    assert lines("") == [""]


def test_a_paragraph_splits_with_two_lines_on_each_side():
    prose = Prose("来访者与咨询师" * 30, BODY)
    _, height = prose.wrap(BODY_WIDTH, 1000)
    total = round(height / BODY.leading)
    assert prose.split(BODY_WIDTH, BODY.leading * 1.5) == []
    head, tail = prose.split(BODY_WIDTH, height - BODY.leading)
    assert tail.wrap(BODY_WIDTH, 1000)[1] == 2 * BODY.leading
    assert head.wrap(BODY_WIDTH, 1000)[1] == (total - 2) * BODY.leading
    assert prose.split(BODY_WIDTH, height) == [prose]
    short = Prose("来访者与咨询师" * 8, BODY)
    assert short.split(BODY_WIDTH, BODY.leading) == []


def test_room_is_added_between_chinese_characters_and_never_inside_a_word():
    (line,) = break_lines("咨询ab 师", BODY, BODY_WIDTH)
    stretched = {char for run in runs_of(line, 1.0) if run.spacing == 1.0 for char in run.text}
    assert stretched == {"咨", "询", "b", " "}

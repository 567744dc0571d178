"""A table of answers: its heads, its rows by their numbers, and what is too much."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import answer_table
from app.domain.answer_table import AnswerRow, column_name, table_of
from app.domain.blank import is_blank
from app.domain.errors import AnswersUnreadable

pytestmark = pytest.mark.clause("062")


def test_rows_are_named_as_the_spreadsheet_names_them_and_empty_ones_are_left_out():
    table = table_of([["姓名", "电话"], [], ["张三 🌱", "1"], ["", " \u200b"], ["䶮", "\u202e2"]])
    assert table.heads == ("姓名", "电话")
    assert table.rows == (AnswerRow(3, ("张三 🌱", "1")), AnswerRow(5, ("䶮", "\u202e2")))


def test_a_title_over_the_heads_is_no_head():
    table = table_of([["预约登记 2026"], ["姓名", "电话", "求助"], ["甲", "1", "睡不着"]])
    assert (table.heads, table.above) == (("姓名", "电话", "求助"), 1)


@pytest.mark.parametrize(
    ("heads", "named"),
    [
        (["姓名", "姓名", "姓名"], ("姓名", "姓名 (B)", "姓名 (C)")),
        (["", "年龄", "名\n字"], ("A", "年龄", "名 字")),
        (["x (B)", "x", "x"], ("x (B)", "x", "x (C)")),
        (["x", "x (C)", "x"], ("x", "x (C)", "x (C) (C)")),
    ],
)
def test_every_column_has_a_name_of_its_own(heads, named):
    table = table_of([heads, ["1", "2", "3"]])
    assert table.heads == named


def test_cells_behind_the_last_head_get_a_column():
    table = table_of([["a", "b"], ["1", "2", "3", "4"]])
    assert table.heads == ("a", "b", "C", "D")
    assert table.rows[0].cells == ("1", "2", "3", "4")


@pytest.mark.parametrize("lines", [[], [[]], [["姓名"]], [["", " "], ["\u3164"]], [["a", "b"]]])
def test_a_table_without_an_answer_is_refused(lines):
    with pytest.raises(AnswersUnreadable) as found:
        table_of(lines)
    assert found.value.reason == "empty"


@pytest.mark.promise(39)
@pytest.mark.parametrize(
    ("limit", "lines", "why"),
    [
        (("MOST_ROWS", 2), [["a"], ["1"], ["2"]], ("rows", 0)),
        (("MOST_COLUMNS", 2), [["a", "b"], ["1", "2", "3"]], ("columns", 2)),
        (("MOST_LETTERS", 5), [["abc"], ["1"], ["xy"]], ("letters", 3)),
    ],
)
def test_what_is_too_much_is_refused(monkeypatch, limit, lines, why):
    table_of(lines)
    monkeypatch.setattr(answer_table, *limit)
    with pytest.raises(AnswersUnreadable) as found:
        table_of(lines)
    assert (found.value.reason, found.value.row) == why


def test_columns_are_called_as_a_spreadsheet_does():
    assert [column_name(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


@given(st.lists(st.lists(st.text(max_size=5), max_size=5), max_size=8))
def test_no_answer_gets_lost(lines):
    try:
        table = table_of(lines)
    except AnswersUnreadable:
        return
    assert len(set(table.heads)) == len(table.heads)
    for row in table.rows:
        assert len(row.cells) == len(table.heads)
        seen = [one for one in lines[row.number - 1] if not is_blank(one)]
        assert [one for one in row.cells if not is_blank(one)] == seen

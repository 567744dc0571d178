"""Old notes: their days, where each begins in a long document, and what is proposed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.answer_table import table_of
from app.domain.imported_note import LONGEST, ImportedNote, Left, Unread, imported_of, moment
from app.domain.note_date import dates_in
from app.domain.note_proposal import (
    MOST_LETTERS,
    MOST_NOTES,
    Head,
    NoteFile,
    columns_of,
    proposals,
)
from app.domain.note_split import heading, person_in, pieces, turn_in

DAY = date(2024, 3, 5)
TODAY = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2024-03-05", None),
        ("2024/3/5 14:30", time(14, 30)),
        ("2024.3.5", None),
        ("2024_3_5", None),
        ("2024年3月5日（周二）下午3点", time(15)),
        ("2024 年 3 月 5 日", None),
        ("小林20240305", None),
        ("二〇二四年三月五日", None),
        ("二零二四年三月五日晚上8:15", time(20, 15)),
        ("5 March 2024", None),
        ("5th Mar. 2024", None),
        ("Mar 5, 2024 3:00pm", time(15)),
        ("2024-03-05T09:00", time(9)),
        ("2024-03-05 25:00", None),
    ],
)
def test_a_day_is_read_as_people_write_it(text, at):
    (found,) = dates_in(text)
    assert (found.day, found.at) == (DAY, at)


def test_words_for_days_beyond_ten_are_read():
    (found,) = dates_in("二〇二四年十二月三十一日")
    assert found.day == date(2024, 12, 31)
    (found,) = dates_in("二〇二四年十月十五日")
    assert found.day == date(2024, 10, 15)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("03/04/2024", [(2024, 4, 3), (2024, 3, 4)]),
        ("24.3.5", [(2024, 3, 5)]),
        ("01-02-03", [(2001, 2, 3), (2003, 2, 1), (2003, 1, 2)]),
    ],
)
def test_what_may_be_read_in_more_than_one_way_is_never_certain(text, days):
    (found,) = dates_in(text)
    assert found.day is None
    assert found.days == tuple(date(*one) for one in days)


def test_of_a_full_year_one_reading_is_certain():
    (found,) = dates_in("13/04/2024")
    assert found.day == date(2024, 4, 13)


@pytest.mark.parametrize(
    "text", ["2024-02-30", "1.2.3.4", "1.2.3", "电话 13800000001", "三月五日", ""]
)
def test_what_is_no_day_is_none(text):
    assert dates_in(text) == ()


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_every_day_is_read_in_every_usual_form(day):
    for form in ("%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日", "%Y%m%d", "%d %B %Y", "%b %d, %Y"):
        (found,) = dates_in(day.strftime(form))
        assert found.day == day


LONG = "小林\n\n2024-03-05 第3次\n她说 2024-01-01 起睡不着。\n\n日期：2024年3月12日 14:00\n好些了\n"


def test_a_long_document_is_cut_at_its_headings():
    first, second = pieces(LONG)
    assert first.text.startswith("小林")
    assert first.text.endswith("。\n\n")
    assert first.dated is not None
    assert first.dated.day == DAY
    assert second.text.startswith("日期：")
    assert second.dated is not None
    assert second.dated.at == time(14)


@given(st.text(st.sampled_from("\n\r2024-035 日期：她x"), max_size=120))
def test_no_letter_of_a_document_gets_lost(text):
    assert "".join(one.text for one in pieces(text)) == text


@pytest.mark.parametrize(
    "line",
    [
        "出生日期：1990-05-01",
        "下次 2024-03-12",
        "她说起 2024-03-05 那一天。",
        "从 2024-03-05 到 2024-03-12",
        "这一行里先写了很多很多很多别的话才有 2024-03-05",
        "2024-03-05 然后一直一直一直一直一直一直一直一直一直一直写下去没有停",
        "x" * 61,
    ],
)
def test_a_line_of_text_begins_no_note(line):
    assert heading(line) is None


def test_a_name_of_a_file_tells_whose_it_is_and_which_session():
    names = ("2024-03-05 第3次", "小林20240305", "咨询记录_A-012_2024.3.5", "7", "session 4 Lin")
    assert [person_in(one) for one in names] == ["", "小林", "A-012", "", "Lin"]
    assert [turn_in(one) for one in names] == ["第3次", "", "", "", "session 4"]


def test_one_note_takes_its_day_from_the_name_of_the_file_and_its_hour_from_the_text():
    file = NoteFile("2024-03-05 第3次", "小林", "2024-03-05 14:30\n睡得好些", left=(Left.PICTURE,))
    (one,) = proposals(file, TODAY)
    assert (one.person, one.day, one.at, one.turn) == ("小林", DAY, time(14, 30), "第3次")
    assert one.left == (Left.PICTURE,)


def test_the_day_in_the_text_counts_where_the_name_has_none_or_is_not_certain():
    (one,) = proposals(NoteFile("小林", text="2024-03-05\n好"), TODAY)
    assert (one.person, one.day) == ("小林", DAY)
    (one,) = proposals(NoteFile("03-04-24", text="2024-03-05\n好"), TODAY)
    assert one.day == DAY
    (one,) = proposals(NoteFile("03-04-24", text="好"), TODAY)
    assert one.day is None
    assert len(one.days) == 3
    (one,) = proposals(NoteFile("24.3.5", text="好"), TODAY)
    assert (one.day, one.days) == (None, (DAY,))


def test_a_day_ahead_is_no_day_of_an_old_note():
    (one,) = proposals(NoteFile("2030-01-01", text="好"), TODAY)
    assert one.days == ()
    (one,) = proposals(NoteFile("x", text="2026年1月2日\n好"), TODAY)
    assert one.days == ()


def test_every_note_of_a_long_document_is_a_line():
    first, second = proposals(NoteFile("记录", "小林", LONG), TODAY)
    assert (first.day, first.turn, first.part, first.parts) == (DAY, "第3次", 1, 2)
    assert (second.person, second.part) == ("小林", 2)


def test_what_gives_no_note_is_a_line_with_why():
    assert proposals(NoteFile("x", unread=Unread.LOCKED), TODAY)[0].unread is Unread.LOCKED
    assert proposals(NoteFile("x", text=" \n"), TODAY)[0].unread is Unread.EMPTY
    assert proposals(NoteFile("x", text="x" * (LONGEST + 1)), TODAY)[0].unread is Unread.LARGE
    many = "2024-03-05\n" * (MOST_NOTES + 1)
    for text in (many, "x\n" * (MOST_LETTERS // 2) + "x"):
        (only,) = proposals(NoteFile("x", text=text), TODAY)
        assert (only.unread, only.text) == (Unread.LARGE, ""), "neither cut up nor shown"
    other = table_of([["甲", "乙"], ["1", "2"]])
    assert proposals(NoteFile("x", table=other), TODAY)[0].unread is Unread.TABLE


def test_each_row_of_a_table_is_a_note_and_no_cell_gets_lost():
    heads = ["日期", "来访者", "记录", "情绪"]
    assert columns_of(tuple(heads)) == {Head.DAY: 0, Head.PERSON: 1, Head.TEXT: 2}
    table = table_of([heads, ["2024/3/5", "小林", "好些", "稳"], ["", "", "再谈", ""],
                      ["2024/3/6", "小王", "", ""]])  # fmt: skip
    first, second, third = proposals(NoteFile("A-7", table=table), TODAY)
    assert (first.day, first.person, first.text, first.row) == (DAY, "小林", "好些\n情绪：稳", 2)
    assert (second.days, second.person, second.unread) == ((), "A-7", None)
    assert third.unread is Unread.EMPTY


@pytest.mark.promise(39)
def test_a_cell_without_end_is_not_worked_through():
    heads, long = ["日期", "内容"], "2024-03-05 " * 20_000
    first, second = proposals(
        NoteFile("x", table=table_of([heads, [long, "好"], [long, "好" * (LONGEST + 1)]])),
        date(2026, 1, 1),
    )
    assert (first.day, first.unread) == (date(2024, 3, 5), None)
    assert second.unread is Unread.LARGE


def test_a_note_is_dated_by_its_own_day_by_the_counselors_clock():
    assert moment(DAY, time(23), "Asia/Shanghai", None) == datetime(2024, 3, 5, 15, tzinfo=UTC)
    here = timezone(timedelta(hours=8))
    assert moment(DAY, None, "", here) == datetime(2024, 3, 5, 4, tzinfo=UTC)


def test_a_note_is_read_back_as_it_was_kept():
    note = ImportedNote("好", "2024-03-05", left=("picture",))
    assert imported_of({"text": "好", "day": "2024-03-05", "left": ["picture"]}) == note

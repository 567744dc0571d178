# ruff: noqa: DTZ001, E501 - wall times have no zone; a table is read line by line
"""Days and times as people write them, in Chinese and in English."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.when import Said, number, read

TODAY = date(2026, 5, 12)  # a Tuesday
DAYS = {
    "今天": (5, 12), "今日": (5, 12), "明天": (5, 13), "后天": (5, 14), "大后天": (5, 15),
    "昨天": (5, 11), "前天": (5, 10), "大前天": (5, 9),
    "周二": (5, 12), "周一": (5, 18), "周三": (5, 13), "星期日": (5, 17), "礼拜天": (5, 17),
    "这周一": (5, 11), "本周五": (5, 15), "下周三": (5, 20), "下下周二": (5, 26), "上周五": (5, 8),
    "下个星期四": (5, 21), "三天后": (5, 15), "10天后": (5, 22), "两周后": (5, 26), "一个星期后": (5, 19),
    "5月20日": (5, 20), "5月20号": (5, 20), "五月二十号": (5, 20), "20号": (5, 20), "十五号": (5, 15),
    "3号": (6, 3), "12/5": (12, 5), "13/5": (5, 13), "5/13": (5, 13), "2026-06-01": (6, 1),
    "2026年6月1日": (6, 1), "2026/6/1": (6, 1), "4月1日": (4, 1), "6/1/26": (6, 1),
    "today": (5, 12), "Tomorrow": (5, 13), "day after tomorrow": (5, 14), "yesterday": (5, 11),
    "Wed": (5, 13), "monday": (5, 18), "this Fri": (5, 15), "next tue": (5, 19), "last Mon": (5, 4),
    "in 3 days": (5, 15), "in a week": (5, 19), "in 2 weeks": (5, 26),
    "20 May": (5, 20), "May 20": (5, 20), "1st June": (6, 1), "June 3rd": (6, 3),
    "20 May 2026": (5, 20), "May 20, 2026": (5, 20),
}  # fmt: skip
TIMES = {
    "15:00": (15, 0), "15：30": (15, 30), "１５:００": (15, 0), "9:05": (9, 5), "3:00": (3, 0),
    "15.30": (15, 30), "15时30分": (15, 30), "15点": (15, 0), "15点半": (15, 30), "三点": (15, 0),
    "三点半": (15, 30), "三点一刻": (15, 15), "三点三刻": (15, 45), "三点二十": (15, 20),
    "三点零五": (15, 5), "八点": (8, 0), "九点钟": (9, 0), "十点": (10, 0), "十二点": (12, 0),
    "下午三点": (15, 0), "下午3:30": (15, 30), "晚上八点": (20, 0), "晚上8点半": (20, 30),
    "早上七点": (7, 0), "早上9:30": (9, 30), "上午十点": (10, 0), "中午": (12, 0), "中午十二点": (12, 0),
    "中午十一点半": (11, 30), "中午一点": (13, 0), "凌晨十二点": (0, 0), "凌晨三点": (3, 0), "午夜": (0, 0),
    "24:00": (0, 0), "下午 3": (15, 0), "3pm": (15, 0), "3 p.m.": (15, 0), "3:30 PM": (15, 30),
    "9 am": (9, 0), "12am": (0, 0), "12pm": (12, 0), "noon": (12, 0), "midnight": (0, 0),
    "at 3": (15, 0), "at 10": (10, 0), "8 o'clock": (8, 0), "15h30": (15, 30),
}  # fmt: skip
NOTHING = [
    "", "  ", "随便", "明天某时", "25:00", "15:60", "13月1日", "2月30日", "31/31", "2026-13-01",
    "三三点", "明天下午三点来", "tomorrow maybe", "下午", "99号", "\u202e明天", "😀", "周八",
    "next", "十十点", "5月20日（周四）15:00", "Mon 19 May 2026", "2026-02-30",
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), DAYS.items())
def test_a_day(text, said):
    assert read(text, TODAY) == Said(date(2026, *said))


@pytest.mark.parametrize(("text", "said"), TIMES.items())
def test_a_time(text, said):
    assert read(text, TODAY) == Said(None, time(*said))


@pytest.mark.parametrize("text", NOTHING, ids=ascii)
def test_what_cannot_be_read_is_not_guessed(text):
    assert read(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("明天下午三点", (2026, 5, 13, 15, 0)),
        ("12/5 15:00", (2026, 12, 5, 15, 0)),
        ("今晚八点", (2026, 5, 12, 20, 0)),
        ("明早9点", (2026, 5, 13, 9, 0)),
        ("明晚7:30", (2026, 5, 13, 19, 30)),
        ("下周三 上午10点半", (2026, 5, 20, 10, 30)),
        ("5月20日（周三）15:00", (2026, 5, 20, 15, 0)),
        ("2026年5月20日 (周三) 15:00", (2026, 5, 20, 15, 0)),
        ("周五,15:00", (2026, 5, 15, 15, 0)),
        ("1月3日 9:00", (2027, 1, 3, 9, 0)),
        ("next Tue at 3pm", (2026, 5, 19, 15, 0)),
        ("tonight 8", (2026, 5, 12, 20, 0)),
        ("Tue 19 May 2026 15:00", (2026, 5, 19, 15, 0)),
        ("31号 9点", (2026, 5, 31, 9, 0)),
        ("明天周三 9:00", (2026, 5, 13, 9, 0)),
        ("May 20 at 15:00", (2026, 5, 20, 15, 0)),
    ],
)
def test_a_day_and_a_time(text, said):
    found = read(text, TODAY)
    assert found is not None
    assert found.on(datetime(2000, 1, 1, 9, 15)) == datetime(*said)


def test_the_order_of_day_and_month_follows_the_language():
    assert read("12/5 15:00", TODAY, day_first=True) == Said(date(2026, 5, 12), time(15))
    assert read("5/13", TODAY, day_first=True) == Said(date(2026, 5, 13))


def test_what_is_not_said_stays():
    base = datetime(2026, 6, 1, 9, 15)
    assert Said(date(2026, 7, 1)).on(base) == datetime(2026, 7, 1, 9, 15)
    assert Said(None, time(0)).on(base) == datetime(2026, 6, 1)
    assert Said(None, time(15)).on(base) == datetime(2026, 6, 1, 15)


def test_a_leap_day_is_the_next_one():
    assert read("2月29日", TODAY) == Said(date(2028, 2, 29))
    assert read("2/29", date(2096, 4, 1), day_first=False) == Said(date(2096, 2, 29))
    assert read("2月29日", date(2097, 1, 1)) == Said(date(2104, 2, 29))


@pytest.mark.parametrize(
    ("text", "value"), [("十", 10), ("二十", 20), ("五十九", 59), ("7", 7), ("两", 2)]
)
def test_numbers(text, value):
    assert number(text) == value


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading(text):
    found = read(text, TODAY)
    assert found is None or found.day or found.clock is not None


@given(st.datetimes(datetime(2020, 1, 1), datetime(2035, 12, 31)))
def test_what_the_field_writes_back_is_read_as_the_same(moment):
    at = moment.replace(second=0, microsecond=0)
    for text in (
        f"{at.year}年{at.month}月{at.day}日（周{'一二三四五六日'[at.weekday()]}）{at:%H:%M}",
        f"{at:%Y-%m-%d %H:%M}",
    ):
        assert read(text, TODAY) == Said(at.date(), at.time())

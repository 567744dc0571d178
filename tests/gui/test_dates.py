"""Dates read as each language writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from ui import dates, translation

TUESDAY = datetime(2026, 5, 12, 15, 0, tzinfo=UTC)


@pytest.fixture
def english(qapp):
    translation.install(qapp, "en")
    yield
    translation.install(qapp, "zh")


def test_chinese_dates(qapp):
    assert dates.day(TUESDAY) == "2026年5月12日（周二）"
    assert dates.day_and_time(TUESDAY) == "2026年5月12日（周二）15:00"
    assert dates.plain_day(TUESDAY) == "2026年5月12日"
    assert dates.short_day(TUESDAY) == "5月12日"
    assert dates.short_weekday(TUESDAY) == "5月12日 周二"
    assert dates.weekday(TUESDAY) == "周二"
    assert dates.month(TUESDAY) == "2026年5月"
    assert dates.near(TUESDAY, TUESDAY) == "今天 15:00"


def test_english_dates_name_the_month(english):
    assert dates.day(TUESDAY) == "Tue 12 May 2026"
    assert dates.day_and_time(TUESDAY) == "Tue 12 May 2026 15:00"
    assert dates.plain_day(TUESDAY) == "12 May 2026"
    assert dates.short_day(TUESDAY) == "12 May"
    assert dates.short_weekday(TUESDAY) == "Tue 12 May"
    assert dates.weekday(TUESDAY) == "Tue"
    assert dates.month(TUESDAY) == "May 2026"


def test_a_plain_date_does_as_well(qapp):
    assert dates.day(date(2026, 1, 4)) == "2026年1月4日（周日）"


def test_the_year_stands_only_where_it_is_another_one(qapp):
    later = datetime(2027, 1, 3, 9, 0, tzinfo=UTC)
    assert dates.near(TUESDAY, TUESDAY.replace(day=13)) == "5月12日"
    assert dates.near(TUESDAY, later) == "2026年5月12日"

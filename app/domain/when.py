"""Reads a day and a time as people write them: 明天下午三点, 12/5 15:00, next Tue 3pm.

Nothing is guessed twice: whatever is left over makes the whole unreadable, and what was read is
shown back in full before it is used.
"""

from __future__ import annotations

import re
import unicodedata
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    DayRule = tuple[re.Pattern[str], Callable[[re.Match[str]], date]]

_DIGITS: Final = {one: at for at, one in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_N: Final = r"(\d{1,2}|[零〇一二两三四五六七八九十]{1,3})"
_NOON: Final = 12
_HOURS: Final = 24
_LAST_MORNING: Final = 8  # 三点 is three in the afternoon, 八点 is eight in the morning
_WEEK: Final = 7
_CENTURY: Final = 100
_THIS_CENTURY: Final = 2000
_PAST: Final = timedelta(days=60)  # 12/5 said in January may be last December's
_DAY_WORDS: Final = {
    "大前天": -3,
    "前天": -2,
    "昨天": -1,
    "昨日": -1,
    "今天": 0,
    "今日": 0,
    "明天": 1,
    "明日": 1,
    "后天": 2,
    "大后天": 3,
    "day before yesterday": -2,
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
    "tmr": 1,
    "day after tomorrow": 2,
}
# The part of the day is in the word: 今晚 is today, evening.
_SHORT: Final = {"今早": "今天早上", "今晚": "今天晚上", "明早": "明天早上", "明晚": "明天晚上",
                 "后晚": "后天晚上", "昨晚": "昨天晚上", "tonight": "today evening"}  # fmt: skip
_WEEKDAYS: Final = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_ENGLISH_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_BESIDE: Final = re.compile(
    rf"(?:周|星期|礼拜)([一二三四五六日天])|\b({'|'.join(_ENGLISH_DAYS)})[a-z]*\b"
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun",
                  "jul", "aug", "sep", "oct", "nov", "dec")  # fmt: skip
_MORNING: Final = frozenset({"凌晨", "清晨", "早上", "早晨", "上午", "早", "am", "morning"})
_AFTER_NOON: Final = frozenset(
    {"中午", "下午", "傍晚", "晚上", "晚", "夜里", "pm", "afternoon", "evening"}
)
_PART: Final = (
    "(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|早|晚|morning|afternoon|evening)?"
)
_FILLER: Final = re.compile(r"[\s,，。、的在于号@]|\b(?:at|on|the|of|in)\b")


@dataclass(frozen=True)
class Said:
    """What a text says: a day, a time, or both."""

    day: date | None = None
    clock: time | None = None

    def on(self, base: datetime) -> datetime:
        """Return the moment, with what is not said taken from `base`."""
        return datetime.combine(self.day or base.date(), self.clock or base.time())


def read(text: str, today: date, *, day_first: bool = False) -> Said | None:
    """Return what `text` says, or None when any of it cannot be read.

    `day_first` reads 12/5 as the twelfth of May; else it is the fifth of December.
    """
    rest = unicodedata.normalize("NFKC", text).casefold().strip()
    rest = rest.replace("(", " ").replace(")", " ")
    for short, long in _SHORT.items():
        rest = rest.replace(short, long)
    try:
        day, rest = _day(rest, _day_rules(today, day_first=day_first))
        if day is not None:
            rest = _weekday_of(day, rest)
        clock, rest = _clock(rest)
    except ValueError:
        return None
    if (day is None and clock is None) or _FILLER.sub("", rest):
        return None
    return Said(day, clock)


def number(text: str) -> int:
    """Return a number up to 99 in digits or in Chinese; ValueError for anything else."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.partition("十")
    if (not ten and len(text) != 1) or any(one not in _DIGITS for one in tens + ones):
        raise ValueError(text)
    if not ten:
        return _DIGITS[text]
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)


def _day(rest: str, rules: Sequence[DayRule]) -> tuple[date | None, str]:
    """Return the day that is said, and the text without it."""
    for pattern, made in rules:
        found = pattern.search(rest)
        if found:
            return made(found), f"{rest[: found.start()]} {rest[found.end() :]}"
    return None, rest


def _weekday_of(day: date, rest: str) -> str:
    """Return the text without the weekday beside a date; ValueError when it is another one."""
    found = _BESIDE.search(rest)
    if not found:
        return rest
    said = _WEEKDAYS[found[1]] if found[1] else _ENGLISH_DAYS.index(found[2])
    if said != day.weekday():
        raise ValueError(rest)
    return f"{rest[: found.start()]} {rest[found.end() :]}"


def _day_rules(today: date, *, day_first: bool) -> Sequence[DayRule]:
    """Return how a day can be said, the longest ways first."""
    words = "|".join(sorted(_DAY_WORDS, key=len, reverse=True))
    months = "|".join(_MONTHS)
    days = "|".join(_ENGLISH_DAYS)
    first, second = (2, 1) if day_first else (1, 2)
    return (
        (
            re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?"),
            lambda m: date(int(m[1]), int(m[2]), int(m[3])),
        ),
        (
            re.compile(rf"{_N}\s*月\s*{_N}\s*[日号]?"),
            lambda m: _near(today, number(m[1]), number(m[2])),
        ),
        (
            re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?\s+({months})[a-z]*\.?(?:\s+(\d{{4}}))?"),
            lambda m: _dated(today, m[3], _MONTHS.index(m[2]) + 1, int(m[1])),
        ),
        (
            re.compile(
                rf"({months})[a-z]*\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(\d{{4}}))?(?![:\d])"
            ),
            lambda m: _dated(today, m[3], _MONTHS.index(m[1]) + 1, int(m[2])),
        ),
        (
            re.compile(r"(?<!\d)(\d{1,2})\s*/\s*(\d{1,2})(?:\s*/\s*(\d{4}|\d{2}))?(?!\d)"),
            lambda m: _dated(today, m[3], *_sorted(int(m[first]), int(m[second]))),
        ),
        (re.compile(f"(?:{words})"), lambda m: today + timedelta(days=_DAY_WORDS[m[0]])),
        (
            re.compile(rf"{_N}\s*(天|个?星期|周|个?礼拜)(?:之)?后"),
            lambda m: today + number(m[1]) * timedelta(days=1 if m[2] == "天" else _WEEK),
        ),
        (
            re.compile(r"in\s+(\d{1,3}|a)\s+(day|week)s?"),
            lambda m: (
                today
                + (1 if m[1] == "a" else int(m[1])) * timedelta(days=1 if m[2] == "day" else _WEEK)
            ),
        ),
        (
            re.compile(r"(上|这|本|下下|下)?个?(?:周|星期|礼拜)([一二三四五六日天])"),
            lambda m: _weekday(today, _WEEKDAYS[m[2]], _WEEKS[m[1] or ""]),
        ),
        (
            re.compile(rf"\b(last|this|next)?\s*({days})[a-z]*\b"),
            lambda m: _weekday(today, _ENGLISH_DAYS.index(m[2]), _WEEKS[m[1] or ""]),
        ),
        (re.compile(rf"{_N}\s*[号日]"), lambda m: _in_month(today, number(m[1]))),
    )


_WEEKS: Final[dict[str, int | None]] = {
    "": None,
    "上": -1,
    "这": 0,
    "本": 0,
    "下": 1,
    "下下": 2,
    "last": -1,
    "this": 0,
    "next": 1,
}


def _weekday(today: date, wanted: int, weeks: int | None) -> date:
    """Return a weekday: of a week counted from this one, or the next one that comes."""
    if weeks is None:
        return today + timedelta(days=(wanted - today.weekday()) % _WEEK)
    return today + timedelta(days=wanted - today.weekday() + _WEEK * weeks)


def _dated(today: date, year: str | None, month: int, day: int) -> date:
    """Return a day of a month in the year that is said, or in the one that is near."""
    if not year:
        return _near(today, month, day)
    return date(int(year) + (_THIS_CENTURY if int(year) < _CENTURY else 0), month, day)


def _near(today: date, month: int, day: int) -> date:
    """Return a day without its year: this year's, or next year's when it is long past.

    The 29th of February is that of the next year that has one.
    """
    year = today.year
    while True:
        with suppress(ValueError) if (month, day) == (2, 29) else nullcontext():
            found = date(year, month, day)
            if found >= today - _PAST:
                return found
        year += 1


def _in_month(today: date, day: int) -> date:
    """Return a day of this month, or of the next one when it is past."""
    if day >= today.day:
        return today.replace(day=day)
    later = (today.replace(day=28) + timedelta(days=4)).replace(day=1)
    return later.replace(day=day)


def _sorted(month: int, day: int) -> tuple[int, int]:
    """Return month and day; a month above twelve must be the day."""
    return (day, month) if month > _NOON >= day else (month, day)


_CLOCK: Final = re.compile(
    rf"{_PART}\s*(?<!\d)(\d{{1,2}})\s*[:.时h]\s*(\d{{2}})\s*分?(?!\d)\s*(am|pm|a\.m\.|p\.m\.)?"
)
_SPOKEN: Final = re.compile(
    rf"{_PART}\s*{_N}\s*[点时]钟?\s*(?:(半|[一三]刻)|(?:过|零)?{_N}\s*分?)?"
)
_ENGLISH: Final = re.compile(r"(?<!\d)(\d{1,2})\s*(am|pm|a\.m\.|p\.m\.|o'clock)")
_BARE: Final = re.compile(rf"\bat\s+(\d{{1,2}})(?!\d)|{_PART}\s*(?<!\d)(\d{{1,2}})\s*$")
_NAMED: Final = re.compile(r"(中午|正午|noon|midday|午夜|midnight)")
_QUARTERS: Final = {"半": 30, "一刻": 15, "三刻": 45}


def _clock(rest: str) -> tuple[time | None, str]:
    """Return the time that is said, and the text without it."""
    for pattern, made in _CLOCKS:
        found = pattern.search(rest)
        if found:
            return made(found), f"{rest[: found.start()]} {rest[found.end() :]}"
    return None, rest


def _written(found: re.Match[str]) -> time:
    """Return 15:00, 下午3:30 or 3:30 pm."""
    return _at(int(found[2]), int(found[3]), _part(found[4] or found[1]))


def _spoken(found: re.Match[str]) -> time:
    """Return 三点, 下午三点半, 晚上八点二十."""
    minutes = _QUARTERS[found[3]] if found[3] else number(found[4]) if found[4] else 0
    return _at(number(found[2]), minutes, _part(found[1]), said=True)


def _english(found: re.Match[str]) -> time:
    """Return 3pm, 3 o'clock."""
    return _at(int(found[1]), 0, _part(found[2]), said=True)


def _bare(found: re.Match[str]) -> time:
    """Return at 3, 下午 3."""
    return _at(int(found[1] or found[3]), 0, _part(found[2]), said=True)


def _named(found: re.Match[str]) -> time:
    """Return noon or midnight."""
    return time(0) if found[1] in {"午夜", "midnight"} else time(_NOON)


_CLOCKS: Final = (
    (_CLOCK, _written),
    (_SPOKEN, _spoken),
    (_ENGLISH, _english),
    (_NAMED, _named),
    (_BARE, _bare),
)


def _part(word: str | None) -> str:
    """Return the part of the day that a word names, or nothing."""
    return (word or "").replace(".", "")


def _at(hour: int, minute: int, part: str, *, said: bool = False) -> time:
    """Return a time; an hour before eight that is `said` without its part is in the afternoon."""
    if part in _MORNING:
        hour = 0 if hour == _NOON else hour
    elif hour < _NOON and (part in _AFTER_NOON or (said and 0 < hour < _LAST_MORNING)):
        hour += 0 if part == "中午" and hour >= 10 else _NOON  # noqa: PLR2004 - 中午十一点
    elif hour == _HOURS and not minute:
        hour = 0
    return time(hour, minute)

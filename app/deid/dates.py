"""Dates as Chinese notes write them: digits, Chinese numerals, lunar, English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from app.deid.normalise import DIGITS

_N = "[〇零○一二三四五六七八九十]"
_LUNAR_MONTH = "(?:闰?(?:[正冬腊]|十[一二]?|[一二三四五六七八九]))月"
_LUNAR_DAY = (
    "(?:初[一二三四五六七八九十]|十[一二三四五六七八九]|"
    "廿[一二三四五六七八九]?|二十[一二三四五六七八九]?|三十|卅)"
)
_MONTH = "(?:1[0-2]|0?[1-9])"
_DAY = "(?:3[01]|[12][0-9]|0?[1-9])"
_YEAR = "(?:1[89]|20)[0-9]{2}"
_GAP = r"\s{0,2}"
_ENGLISH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"

DATE = re.compile(
    "|".join(
        (
            rf"(?<![0-9]){_YEAR}{_GAP}年{_GAP}{_MONTH}{_GAP}月{_GAP}{_DAY}{_GAP}[日号]?",
            rf"(?:中华)?民国[一二三四五六七八九十百零〇0-9]{{1,5}}年{_N}{{1,3}}月(?:廿|卅|{_N}){{1,3}}[日号]?",
            (
                rf"(?<![0-9A-Za-z./-]){_YEAR}{_GAP}(?P<sep>[./-]){_GAP}{_MONTH}"
                rf"{_GAP}(?P=sep){_GAP}{_DAY}(?![0-9A-Za-z/-])"
            ),
            rf"(?<![0-9]){_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9])",
            (
                rf"(?:[〇零○一二三四五六七八九]{{4}}|{_YEAR})年{_GAP}(?:农历|"
                rf"阴历)?(?:{_LUNAR_MONTH}{_LUNAR_DAY}[日号]?|"
                rf"{_N}{{1,2}}月{_N}{{1,3}}[日号])"
            ),
            rf"(?<![0-9]){_MONTH}{_GAP}月{_GAP}{_DAY}{_GAP}[日号]",
            rf"(?<![0-9]){_MONTH}月{_DAY}(?![0-9岁年个天周次份%])",
            rf"(?:农历|阴历)?{_LUNAR_MONTH}{_LUNAR_DAY}(?![一二三四五六七八九十个天岁次])[日号]?",
            rf"(?<!{_N}){_N}{{1,2}}月{_N}{{1,3}}[日号]",
            rf"(?<![A-Za-z]){_ENGLISH}\.?\s?{_DAY}(?:st|nd|rd|th)?(?:,?\s?{_YEAR})?(?![0-9A-Za-z])",
            (
                rf"(?<![0-9]){_DAY}(?:st|nd|rd|"
                rf"th)?\s(?:of\s)?{_ENGLISH}(?:,?\s?{_YEAR})?(?![0-9A-Za-z])"
            ),
        )
    )
)
"""A whole date, or a month and a day; a year, a month or a day alone is none."""

SHORT_DATE = re.compile(
    rf"(?<![0-9A-Za-z./-])(?P<month>{_MONTH})(?P<mark>[/.]){_DAY}(?![0-9A-Za-z/:%-]|\.[0-9])"
)
"""10/15 and 6.25 are dates only where the words around say so."""

YEAR_MONTH = re.compile(rf"(?<![0-9]){_YEAR}{_GAP}年{_GAP}{_MONTH}{_GAP}月(?!{_GAP}[0-9])")
YEAR = re.compile(rf"(?<![0-9]){_YEAR}{_GAP}年(?!{_GAP}[0-9])")

_PARTS = re.compile(r"[0-9]+")
_LUNAR = re.compile("[正冬腊初廿卅闰]|农历|阴历")
_HAN_NUMBER = re.compile("[〇零○一二三四五六七八九十]+")
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LAST_YEAR_DIGITS = 4
_COMPACT = 8


@dataclass(frozen=True, slots=True)
class FoundDate:
    """What a written date says; `year` is 0 if it is not said."""

    year: int
    month: int
    day: int

    def on(self, year: int) -> date | None:
        """Return the day in `year`, or in its own year; nothing if there is no such day."""
        try:
            return date(self.year or year, self.month, self.day)
        except ValueError:
            return None

    def near(self, reference: date) -> date | None:
        """Return the day, in the year that brings it closest to `reference` if none is said."""
        if self.year:
            return self.on(self.year)
        years = (reference.year - 1, reference.year, reference.year + 1)
        days = [day for day in map(self.on, years) if day]
        return min(days, key=lambda day: abs((day - reference).days), default=None)


def _han_number(text: str) -> str:
    """Return Chinese numerals as digits: 二十三 → 23, 二〇二三 → 2023."""
    if "十" not in text:
        return text.translate(DIGITS)
    tens, _, ones = text.partition("十")
    return str(int(tens.translate(DIGITS) or 1) * 10 + int(ones.translate(DIGITS) or 0))


def _numbers(text: str) -> list[int]:
    arabic = _HAN_NUMBER.sub(lambda m: _han_number(m[0]), text)
    digits = _PARTS.findall(arabic)
    if len(digits) == 1 and len(digits[0]) == _COMPACT:
        digits = [digits[0][:4], digits[0][4:6], digits[0][6:]]
    return [int(d) for d in digits]


def _english(text: str) -> FoundDate | None:
    lowered = text.casefold()
    months = [i for i, name in enumerate(_MONTH_NAMES, 1) if name in lowered]
    numbers = [int(n) for n in _PARTS.findall(text)]
    if not months or not numbers:
        return None
    year = next((n for n in numbers if n > _DAY_LIMIT), 0)
    day = next((n for n in numbers if n <= _DAY_LIMIT), 0)
    return FoundDate(year, months[0], day) if day else None


_DAY_LIMIT = 31
_BOTH = 2


def read_date(text: str) -> FoundDate | None:
    """Return what a date says; lunar dates are not reckoned."""
    if re.search("[A-Za-z]{3}", text):
        return _english(text)
    if _LUNAR.search(text):
        return None
    numbers = _numbers(text)
    if len(numbers) == _BOTH:
        return FoundDate(0, numbers[0], numbers[1])
    return FoundDate(*numbers[:3]) if len(numbers) > _BOTH else None

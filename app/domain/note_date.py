"""Days in texts as people write them: 2024-03-05, 2024年3月5日, 二〇二四年三月五日, 5 March 2024.

What may be read in more than one way, such as 24.3.5 or 03/04/2024, comes with every reading: the
counselor is asked, nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_MONTHS: Final = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
_MONTH: Final = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DIGIT: Final = {word: at for at, word in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_HAN: Final = "〇零○一二三四五六七八九"
_CENTURY: Final = 2000
_NOON: Final = 12
_FULL: Final = 4  # the digits of a year that is written out
_LATE: Final = ("下午", "晚上", "傍晚", "pm")


@dataclass(frozen=True)
class Dated:
    """A day as it stands in a text, from `start` to before `end`, with the hour behind it.

    One reading in `days` is certain, unless the year is not written out (`unsure`: 24.3.5 may be
    the number of a section); of several she is asked.
    """

    start: int
    end: int
    days: tuple[date, ...] = field(repr=False)
    at: time | None = field(default=None, repr=False)
    unsure: bool = False

    @property
    def day(self) -> date | None:
        """The day where it is certain."""
        return self.days[0] if len(self.days) == 1 and not self.unsure else None


def _day(year: int, month: int, day: int) -> tuple[date, ...]:
    """Return the day, or nothing where the calendar has none."""
    try:
        return (date(year, month, day),)
    except ValueError:
        return ()


def _whole(found: re.Match[str]) -> tuple[date, ...]:
    return _day(*map(int, found.groups()))


def _short(found: re.Match[str]) -> tuple[date, ...]:
    """Return the readings of three numbers with the same mark between them."""
    one, two, three = int(found[1]), int(found[3]), int(found[4])
    size = len(found[4])
    first = _day(_CENTURY + one, two, three) if size < _FULL and len(found[1]) > 1 else ()
    year = three if size == _FULL else _CENTURY + three
    last = (*_day(year, two, one), *_day(year, one, two)) if size > 1 else ()
    return tuple(dict.fromkeys((*first, *last)))


def _spelled(found: re.Match[str]) -> tuple[date, ...]:
    year = int("".join(str(_DIGIT[word]) for word in found[1]))
    return _day(year, _number(found[2]), _number(found[3]))


def _number(words: str) -> int:
    """Return a number below a hundred in Chinese words; 0 where it is none."""
    tens, ten, ones = words.partition("十")
    if not ten:
        return _DIGIT.get(words, 0)
    return 10 * (_DIGIT.get(tens, 0) if tens else 1) + (_DIGIT.get(ones, 0) if ones else 0)


def _day_first(found: re.Match[str]) -> tuple[date, ...]:
    return _day(int(found[3]), _month(found[2]), int(found[1]))


def _month_first(found: re.Match[str]) -> tuple[date, ...]:
    return _day(int(found[3]), _month(found[1]), int(found[2]))


def _month(word: str) -> int:
    return _MONTHS.index(word[:3].casefold()) + 1


_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[date, ...]]], ...]] = (
    (
        re.compile(
            r"(?<![0-9])((?:19|20)[0-9]{2})[ \t]*[-/.年_－／．][ \t]*([0-9]{1,2})[ \t]*"
            r"[-/.月_－／．][ \t]*([0-9]{1,2})(?![0-9])[ \t]*[日号]?"
        ),
        _whole,
    ),
    (re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})(?![0-9])"), _whole),
    (
        re.compile(f"([一二][{_HAN}]{{3}})年([一二三四五六七八九十]{{1,2}})月"
                   "([一二三四五六七八九十]{1,3})[日号]?"),
        _spelled,
    ),
    (
        re.compile(
            rf"(?<![0-9])([0-9]{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+([0-9]{{4}})(?![0-9])", re.I
        ),
        _day_first,
    ),
    (
        re.compile(
            rf"(?<![a-z]){_MONTH}\s+([0-9]{{1,2}})(?:st|nd|rd|th)?,?\s+([0-9]{{4}})(?![0-9])", re.I
        ),
        _month_first,
    ),
    (
        re.compile(r"(?<![0-9./-])([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{1,2})(?![0-9./-])"),
        _short,
    ),
)  # fmt: skip
_HOUR: Final = re.compile(
    r"[ \t,，T_]*(?:[(（]?(?:周|星期)[一二三四五六日天][)）]?[ \t]*)?"
    r"(上午|中午|下午|傍晚|晚上)?[ \t]*([0-9]{1,2})(?:[:：]|[时点])([0-5][0-9])?(?![0-9])"
    r"[ \t]*(am|pm)?", re.I
)  # fmt: skip


def dates_in(text: str) -> tuple[Dated, ...]:
    """Return the days that stand in a text, in its order; what is no day of a calendar is none."""
    found: list[Dated] = []
    for pattern, read in _FORMS:
        for match in pattern.finditer(text):
            days = read(match)
            if days and not any(one.start < match.end() and match.start() < one.end
                                for one in found):  # fmt: skip
                end, at = _hour(text, match.end())
                unsure = read is _short and len(match[4]) < _FULL
                found.append(Dated(match.start(), end, days, at, unsure))
    return tuple(sorted(found, key=lambda one: one.start))


def _hour(text: str, end: int) -> tuple[int, time | None]:
    """Return the hour that stands right behind a day, and where it ends."""
    found = _HOUR.match(text, end)
    if found is None:
        return end, None
    hour = int(found[2])
    late = (found[1] or "") in _LATE or (found[4] or "").casefold() in _LATE
    if late and hour < _NOON:
        hour += _NOON
    if hour > 23:  # noqa: PLR2004 - the last hour of a day
        return end, None
    return found.end(), time(hour, int(found[3] or 0))

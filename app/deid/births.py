"""The client's own date of birth, however it is written: 90年3月7日, 九零年三月, 07/03/1990."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.deid.dates import FoundDate

_GAP = r"\s{0,3}"
_MARK = rf"{_GAP}[./\-]{_GAP}"
_TEN = 10


def birth_patterns(born: FoundDate) -> Iterator[re.Pattern[str]]:
    """Yield patterns of a date of birth for text whose Chinese numerals are digits already.

    The year may lack its century; 十, 廿 and 卅 stand as they are. A year alone is only taken
    where the text says that somebody was born in it.
    """
    year = _either(_digits(str(born.year)), _digits(f"{born.year % 100:02d}"))
    month, day = _number(born.month), _number(born.day)
    whole = rf"{year}{_GAP}年{_GAP}{month}{_GAP}月(?:份|{_GAP}{day}(?:{_GAP}[日号])?(?![0-9]))?"
    orders = ((year, month, day), (day, month, year), (month, day, year))
    marked = _either(*(_MARK.join(parts) for parts in orders))
    close = f"{born.year % 100:02d}{born.month:02d}{born.day:02d}"
    yield re.compile(rf"(?<![0-9]){whole}")
    yield re.compile(rf"(?<![0-9./\-]){marked}(?![0-9])")
    yield re.compile(rf"(?<![0-9A-Za-z]){close}(?![0-9A-Za-z])")
    yield re.compile(rf"(?<![0-9]){year}{_GAP}年(?={_GAP}(?:出?生(?![病气活怕])|生人))")


def _either(*patterns: str) -> str:
    return f"(?:{'|'.join(patterns)})"


def _digits(text: str) -> str:
    """Return a pattern for digits with white space anywhere between them."""
    return _GAP.join(text)


def _number(value: int) -> str:
    """Return a pattern for a month or a day: 7, 07, 0 7, 十, 1十7, 2十3, 廿3."""
    tens, ones = divmod(value, _TEN)
    ways = [_digits(f"{value:02d}")]
    if not tens:
        ways.append(str(value))
    else:
        last = str(ones) if ones else ""
        heads = {1: "1?十", 2: "(?:2十|廿)", 3: "(?:3十|卅)"}
        ways.append(heads[tens] + last)
    return _either(*ways)

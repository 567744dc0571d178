"""How old somebody is: who has no age on record is taken for grown up until somebody says else."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

GROWN: Final = 18
"""From this age on somebody consents alone (民法典 17, clause 138)."""
_EARLIEST: Final = 1900
_DIGITS: Final = re.compile(r"\D*(\d{4})\D*(\d{1,2})\D*(\d{1,2})\D*")
_RUN_TOGETHER: Final = re.compile(r"\D*(\d{4})(\d{2})(\d{2})\D*")


def born(said: str) -> date | None:
    """Return the day that a birth date says, written with signs, words or nothing between."""
    found = _RUN_TOGETHER.fullmatch(said) or _DIGITS.fullmatch(said)
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def is_no_day(said: str, on: date | None = None) -> bool:
    """Return whether a birth date names a day that never was: 1999-13-40, or one after `on`.

    Words that name no day, such as a year alone, are no slip.
    """
    written = _RUN_TOGETHER.fullmatch(said) or _DIGITS.fullmatch(said)
    day = born(said)
    if day is None:
        return written is not None
    return day.year < _EARLIEST or (on is not None and day > on)


def is_minor(birth_date: str, on: date) -> bool:
    """Return whether somebody of this birth date is not yet eighteen on a day."""
    day = born(birth_date)
    if day is None:
        return False
    had = (on.month, on.day) >= (day.month, day.day)
    return on.year - day.year - (not had) < GROWN

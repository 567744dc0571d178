"""A day as a paper says it, in the language of the paper."""

from __future__ import annotations

from datetime import date
from typing import Final

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def said_day(iso: str, language: str) -> str:
    """Return an ISO day in words: 2026年5月12日, 12 May 2026."""
    on = date.fromisoformat(iso)
    if language == "en":
        return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"
    return f"{on.year}年{on.month}月{on.day}日"

"""What reading somebody's JSON may raise where it is not as we write it."""

from __future__ import annotations

from typing import Final

MALFORMED: Final = (
    *(KeyError, ValueError, TypeError, AttributeError, OverflowError),
    RecursionError,  # brackets without end: it is no ValueError
)

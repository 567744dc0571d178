"""The beginning of a text where there is room for one line."""

from __future__ import annotations


def one_line(text: str, most: int) -> str:
    """Return a text on one line, cut off after `most` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most]}…"

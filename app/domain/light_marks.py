"""Markdown-light: which signs of a note are marks (headings, bold, emphasis, lists)."""

from __future__ import annotations

import re
from typing import Final

HEADING: Final = re.compile(r"(#{1,3} +)(\S.*)")
ITEM: Final = re.compile(r"([ \t\u3000]*)(?:([-*•·])( +)|(\d{1,3})([.)] +|、))")
BOLD: Final = re.compile(r"(\*\*)(?=\S)([^*]+?)(?<=\S)(\*\*)")
EMPHASIS: Final = re.compile(
    r"(?<![*A-Za-z0-9])(\*)(?=[^\s*])([^*]+?)(?<=[^\s*])(\*)(?![*A-Za-z0-9])"
)


def bare(line: str) -> str:
    """Return a line as it is read aloud or printed: without marks, items behind a dot."""
    heading = HEADING.fullmatch(line)
    said = heading[2] if heading else line
    item = ITEM.match(said)
    if item and item[2]:
        said = f"{item[1]}· {said[item.end() :]}"
    return EMPHASIS.sub(r"\2", BOLD.sub(r"\2", said))

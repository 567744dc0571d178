"""The benchmarks: one JSON object a line, a time beside a yardstick timed in the same run.

Times are medians of five interleaved rounds unless the line says otherwise.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = (
    "start",
    "unlock",
    "door",
    "autosave",
    "search",
    "deid",
    "consent",
    "typing",
    "calendar",
    "pages",
    "case",
    "crisis",
    "journey",
    "recordings",
    "backup",
    "build",
    "imports",
)
BY_NAME_ONLY = ("deid", "build", "door")
"""One needs cases, one a built program, and one takes minutes to make its vault."""
# A module may not be called as one of Python's own.
_MODULES = {"calendar": "calendar_month", "typing": "keystroke"}
_USAGE = 2


def main(arguments: list[str]) -> int:
    """Run all benchmarks, or the one named with its own arguments."""
    names = arguments[:1] or [name for name in NAMES if name not in BY_NAME_ONLY]
    if names[0] not in NAMES:
        sys.stderr.write(f"usage: bench [{' | '.join(NAMES)}] [ARGS]\n")
        return _USAGE
    try:
        for name in names:
            for line in _run(name, arguments[1:]):
                sys.stdout.write(json.dumps({"bench": name, **line}, ensure_ascii=False) + "\n")
                sys.stdout.flush()
    except OSError as error:
        sys.stderr.write(f"bench: {error.filename}: cannot be read ({error.strerror})\n")
        return 1
    return 0


def _run(name: str, arguments: list[str]) -> Iterator[dict[str, Any]]:
    """Yield the lines of one benchmark."""
    module = import_module(f"app.bench.{_MODULES.get(name, name)}")
    lines: Iterator[dict[str, Any]] = module.lines(arguments)
    yield from lines

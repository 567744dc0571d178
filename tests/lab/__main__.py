"""Runs the laboratory: `python -m tests.lab [NAME ...] [--long]`.

One JSON line for every promise that was tried. The exit code is 1 where one did not hold, or where
the experiment did not see a failure with the protection taken away.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tests.lab.homes import home

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.lab.result import Result

NAMES = (
    "kill",
    "power",
    "failing",
    "full",
    "bits",
    "guesses",
    "fuzz",
    "memory",
    "clipboard",
    "traces",
    "door",
)


def run(name: str, *, long: bool) -> Iterator[Result]:
    """Yield the results of one experiment, each with the time it took."""
    began = time.monotonic()
    for result in importlib.import_module(f"tests.lab.{name}").run(long=long):
        yield replace(result, seconds=time.monotonic() - began)
        began = time.monotonic()


def parse(words: list[str]) -> argparse.Namespace:
    """Read the words."""
    parser = argparse.ArgumentParser(prog="python3 start.py lab", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=" ".join(NAMES))
    parser.add_argument("--long", action="store_true", help="the long form")
    parsed = parser.parse_args(words)
    unknown = [name for name in parsed.names if name not in NAMES]
    if unknown:
        parser.error(f"there is no {unknown[0]}; there are {', '.join(NAMES)}")
    return parsed


def main(words: list[str]) -> int:
    """Run what was asked for, in a home of its own; return the exit code."""
    parsed = parse(words)
    os.umask(0o077)
    content = True
    with tempfile.TemporaryDirectory(prefix="xinxia-lab-") as folder:
        os.environ.update(home(Path(folder)))
        tempfile.tempdir = None
        for name in parsed.names or NAMES:
            for result in run(name, long=parsed.long):
                print(result.line(), flush=True)
                content = content and result.good
    return 0 if content else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

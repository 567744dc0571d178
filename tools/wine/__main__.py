"""Tries the program with Windows Python under Wine: `python3 start.py wine [SUITE …]`.

Makes the place once (`--make` makes it and stops), copies the program as it is here into it, runs
the suites (all where none is named) and prints a line of JSON for each. Exit code 1 where a test
failed, 2 where the lane cannot be made here. What follows `--` goes to pytest.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tools.wine import inside, making, suites

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT: Final = Path(__file__).resolve().parents[2]


def copy_program(into: Path) -> None:
    """Copy what git knows here, changed or not, and what is new and not ignored."""
    asked = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    listed = subprocess.run(asked, cwd=ROOT, capture_output=True, check=True).stdout
    shutil.rmtree(into, ignore_errors=True)
    for name in filter(None, listed.decode().split("\0")):
        source = ROOT / name
        if source.is_file():
            (into / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, into / name)


def try_suite(at: making.Place, suite: str, more: Sequence[str]) -> suites.Came | None:
    """Run a suite with Windows Python; None where it ended without a report."""
    report = at.windows / "out" / f"{suite}.xml"
    report.parent.mkdir(exist_ok=True)
    report.unlink(missing_ok=True)
    users = at.root / "opt" / "prefix" / "drive_c" / "users"
    for left in users.glob("*/AppData/Local/Temp/pytest-of-*"):  # gigabytes after a few runs
        shutil.rmtree(left, ignore_errors=True)
    words = [
        *("-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "2", "--dist", "loadfile"),
        f"--junitxml=Z:{inside.WINDOWS}/out/{suite}.xml",
        *suites.SUITES[suite],
        *(f"--ignore={name}" for name in suites.ONLY_LINUX),
        *more,
    ]
    inside.run_python(at, words, seconds=suites.SECONDS)
    return suites.read(suite, report) if report.exists() else None


def main(words: list[str]) -> int:
    """Do what was asked for; return the exit code."""
    cut = words.index("--") if "--" in words else len(words)
    chosen, more = words[:cut], words[cut + 1 :]
    unknown = [one for one in chosen if one not in {*suites.SUITES, "--make"}]
    if unknown:
        print(f"no such suite: {unknown[0]}\n\n{__doc__}", file=sys.stderr)
        return 2
    at = making.place()
    try:
        making.make(at, inside.run)
    except making.CannotMakeError as reason:
        print(reason, file=sys.stderr)
        return 2
    if chosen == ["--make"]:
        return 0
    copy_program(at.windows / "program")
    well = True
    for suite in chosen or suites.SUITES:
        came = try_suite(at, suite, more)
        line = came.line() if came else {"suite": suite, "ended": "without a report"}
        print(json.dumps(line, ensure_ascii=False), flush=True)
        well = well and came is not None and not came.failed
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Runs every check of the house: `python -m tests`.

format, lint, types, imports, guidance, tests, coverage: all run, each says how it went, and the
exit code is 1 if any failed. `--only STEP` runs one (twice: two); what follows `--` goes to pytest.
`--clauses` prints which test proves which clause; with `--write` it also writes docs/guidance.md.
`--clauses --mutate` takes every rule of the domain out, one by one, and lists each clause of it
whose tests still pass (exit 1 then); rule names after `--` choose some. `--jobs N` takes so many
out at a time; `--told FILE` keeps what was found and goes on where it was left.
`--screens DIR`, instead, writes a picture of every screen; open DIR/index.html. What follows `--`
goes to the recorder: `-- --screen NAME` writes some alone.
`--built`, instead, builds the program that needs no Python and tries it from a clean account.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from xml.etree import ElementTree

from tests.house import coverage_floors, guidance, mutate
from tests.house.tree import ROOT

STEPS = ("format", "lint", "types", "imports", "guidance", "tests", "coverage")
# import-linter has no `-m` of its own.
LINT_IMPORTS = "import sys; from importlinter.cli import lint_imports_command as go; sys.exit(go())"
TOOLS = {
    "format": ("-m", "ruff", "format", "--check", "."),
    "lint": ("-m", "ruff", "check", "."),
    "types": ("-m", "mypy"),
    "imports": ("-c", LINT_IMPORTS),
    # In a process of its own, and before the tests: collecting imports every test, and leaves
    # each compiled for those that run it.
    "guidance": ("-m", "tests", "--clauses", "--quiet"),
}


def run(*arguments: str, **environment: str) -> bool:
    """Run this Python at the root; tell whether it was content."""
    sys.stdout.flush()
    done = subprocess.run(
        [sys.executable, "-P", *arguments],
        cwd=ROOT,
        # Compiled modules are kept, also where the surroundings say otherwise: hundreds of
        # processes import the same ones.
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""} | environment,
        check=False,
    )
    return done.returncode == 0


def run_pytest(folder: Path, extra: list[str]) -> bool:
    """Run the tests offscreen, with what they reached and a count left in `folder`.

    All of them run in two processes for each core, since a test waits now and then for the disk,
    a thread or another program, and file by file in the order of their names: the last ones are
    short. A choice of them runs in one process.
    """
    every = ("-n", str(2 * (os.cpu_count() or 1)), "--dist", "loadfile", "--no-loadscope-reorder")
    beside = () if extra else every
    return run(
        *("-m", "pytest", "-p", "tests.house.covering", f"--reached-to={folder}"),
        *(f"--junitxml={folder / 'tests.xml'}", *beside, *extra),
        QT_QPA_PLATFORM="offscreen",
    )


def check_coverage(folder: Path) -> bool:
    """Hold the coverage of the tests that ran against the floors."""
    report = coverage_floors.together(folder)
    if not report:
        print("no coverage: the tests did not run")
        return False
    reached = coverage_floors.check(report)
    for line in reached:
        print(line)
    return all(line.passes for line in reached)


def run_step(step: str, folder: Path, extra: list[str]) -> bool:
    """Run one step."""
    if step == "tests":
        return run_pytest(folder, extra)
    if step == "coverage":
        return check_coverage(folder)
    return run(*TOOLS[step])


def count(folder: Path) -> str:
    """Return `N passed, N failed, N skipped` of the tests that ran, or nothing."""
    report = folder / "tests.xml"
    if not report.exists():
        return ""
    suites = list(ElementTree.parse(report).getroot().iter("testsuite"))
    number = {
        key: sum(int(suite.get(key, 0)) for suite in suites)
        for key in ("tests", "failures", "errors", "skipped")
    }
    failed = number["failures"] + number["errors"]
    passed = number["tests"] - failed - number["skipped"]
    return f"{passed} passed, {failed} failed, {number['skipped']} skipped"


def run_steps(steps: list[str], extra: list[str]) -> int:
    """Run the steps, each whatever the others said; close with a line a step."""
    said = []
    content = True
    with tempfile.TemporaryDirectory(prefix="xinxia-tests-") as name:
        folder = Path(name)
        for step in steps:
            print(f"\n--- {step}", flush=True)
            began = time.monotonic()
            went_well = run_step(step, folder, extra)
            content = content and went_well
            verdict = "ok" if went_well else "FAILED"
            said.append(f"{step:<9} {verdict:<6} {time.monotonic() - began:6.1f} s")
        closing = count(folder)
    print("\n" + "\n".join(said))
    if closing:
        print(closing)
    return 0 if content else 1


def chosen(only: list[str]) -> list[str]:
    """Return the steps to run, in their order; coverage needs the tests."""
    wanted = set(only or STEPS)
    if "coverage" in wanted:
        wanted.add("tests")
    return [step for step in STEPS if step in wanted]


def parse(words: list[str]) -> tuple[argparse.Namespace, list[str]]:
    """Split the words: ours before `--`, pytest's after it."""
    cut = words.index("--") if "--" in words else len(words)
    parser = argparse.ArgumentParser(
        prog="python -m tests", description=__doc__, allow_abbrev=False
    )
    parser.add_argument("--only", action="append", choices=STEPS, default=[], metavar="STEP")
    parser.add_argument("--clauses", action="store_true")
    parser.add_argument("--mutate", action="store_true")
    parser.add_argument("--jobs", type=int, default=1, metavar="N")
    parser.add_argument("--told", type=Path, metavar="FILE")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--quiet", action="store_true")
    parser.add_argument("--built", action="store_true")
    parser.add_argument("--screens", metavar="DIR")
    return parser.parse_args(words[:cut]), words[cut + 1 :]


def main(words: list[str]) -> int:
    """Do what the words ask for."""
    os.umask(0o077)
    os.chdir(ROOT)
    wanted, extra = parse(words)
    if wanted.clauses and wanted.mutate:
        return 0 if mutate.report(extra, jobs=wanted.jobs, told=wanted.told) else 1
    if wanted.clauses:
        return 0 if guidance.report(write=wanted.write, show=not wanted.quiet) else 1
    if wanted.screens:
        return 0 if run("-m", "tests.screens.record", wanted.screens, *extra) else 1
    if wanted.built:
        return 0 if run("-m", "tools.build") and run("-m", "tests.built") else 1
    # A choice of tests cannot reach the floors, so it does not answer for them.
    steps = chosen(wanted.only)
    return run_steps([step for step in steps if step != "coverage"] if extra else steps, extra)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Takes every rule of the domain out, one by one, and asks the tests whether they notice.

`python -m tests --clauses --mutate` does it for all; `-- gate.consent` behind it for one. A clause
is proved for a rule when a test that bears the clause fails without the rule.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.house import guidance
from tests.house.rules import rules
from tests.house.tree import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# A failing test is what is wanted; anything else means that the tests did not run.
_RAN = {0, 1}


class Mutated(NamedTuple):
    """What came of taking a rule out: clauses that no test missed, and the tests that failed."""

    name: str
    open: tuple[str, ...]
    failed: tuple[str, ...]


def without(name: str, files: Iterable[str]) -> Mutated:
    """Run the tests of these files that bear a clause of a rule, without the rule.

    Raises `RuntimeError` with what pytest said where the tests could not be run.
    """
    chosen = sorted(files)
    if not chosen:
        return Mutated(name, rules()[name].clauses, ())
    with tempfile.TemporaryDirectory(prefix="xinxia-mutant-") as folder:
        told = Path(folder) / "told.json"
        option = ("-p", "tests.house.mutant", "--without-rule", name, "--told", str(told))
        done = _pytest(*option, *chosen)
        if done.returncode not in _RAN or not told.exists():
            raise RuntimeError(f"{name}: the tests did not run\n{done.stdout}")
        said = json.loads(told.read_text(encoding="utf-8"))
    return Mutated(name, tuple(said["open"]), tuple(said["failed"]))


def report(names: Sequence[str]) -> bool:
    """Take rules out, all or those named, and say which clauses no test missed.

    False where there is one, or where a test that failed does so with all rules as well.
    """
    marks = guidance.collect_marks()
    if marks is None:
        return False
    known = rules()
    strangers = [one for one in names if one not in known]
    if strangers:
        print(f"no such rule: {', '.join(strangers)}")
        return False
    chosen = list(names) or list(known)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(partial(_one, marks["clause"]), chosen))
    whole = all(not one.open for one in found)
    noticed = sum(not one.open for one in found)
    print(f"{len(found)} rules taken out one by one, {noticed} noticed for each of their clauses")
    return _sound(found) and whole


def _one(tests: Mapping[str, set[str]], name: str) -> Mutated:
    """Take one rule out, and say at once what came of it."""
    bearing = [tests.get(clause, set()) for clause in rules()[name].clauses]
    files = {test.partition("::")[0] for found in bearing for test in found}
    made = without(name, files)
    for clause in made.open:
        count = len(tests.get(clause, ()))
        print(
            f"{name} {clause}: {count} tests bear it, and none fails without the rule", flush=True
        )
    return made


def _sound(found: Sequence[Mutated]) -> bool:
    """Return whether the tests that failed pass with every rule in its place."""
    # Whole tests, not their rows: what a row is called may not fit a command.
    failed = sorted({test.partition("[")[0] for one in found for test in one.failed})
    if not failed:
        return True
    done = _pytest(*failed)
    if done.returncode:
        print(f"these fail with every rule in its place\n{done.stdout}")
    return not done.returncode


def _pytest(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run pytest in a process of its own."""
    return subprocess.run(
        [sys.executable, "-P", "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

"""Takes every rule of the domain out, one by one, and asks the tests whether they notice.

`python -m tests --clauses --mutate` does it for all; `-- gate.consent` behind it for one, and
`--jobs N` for so many at a time. A clause is proved for a rule when a test that bears the clause
fails without the rule and passes with it. With `--told FILE` what was found is kept: called again,
it goes on with the rules that FILE does not hold as noticed. It needs a system that can copy a
process (`os.fork`): Linux or macOS.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.house.rules import rules
from tests.house.tree import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


# None that bears a clause is no failure of the run: 5.
_RAN = {0, 5}


class Mutated(NamedTuple):
    """What came of taking a rule out.

    `open` are the clauses that no test missed, `failed` the tests that missed the rule, `unsound`
    those that fail with it as well, or not every time, and so prove nothing.
    """

    name: str
    clauses: tuple[str, ...]
    open: tuple[str, ...]
    failed: tuple[str, ...]
    unsound: tuple[str, ...] = ()


def without(
    names: Sequence[str], files: Iterable[str], *, jobs: int = 1, told: Path | None = None
) -> list[Mutated]:
    """Run the tests of these files that bear a clause of a rule, without the rule; for each rule.

    A line is printed for each as soon as it is known, and kept in `told`. Raises `RuntimeError`
    where the tests could not be read.
    """
    chosen = sorted(files)
    if not chosen:
        known = rules()
        return [Mutated(one, known[one].clauses, known[one].clauses, ()) for one in names]
    with tempfile.TemporaryDirectory(prefix="xinxia-mutate-") as folder:
        kept = told or Path(folder) / "told.jsonl"
        # `-s` and `-qq`: the plugin alone says something, a line as it goes.
        options = ("-p", "tests.house.mutant", "-s", "-qq", "-p", "no:cacheprovider")
        rule = [word for name in names for word in ("--without-rule", name)]
        where = ("--told", str(kept), "--at-once", str(jobs))
        done = subprocess.run(
            [sys.executable, "-P", "-m", "pytest", *options, *where, *rule, *chosen],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
            check=False,
        )
        found = read(kept)
        if done.returncode not in _RAN or not found.keys() >= set(names):
            raise RuntimeError(f"the tests could not be read ({done.returncode})")
    return [found[one] for one in names]


def read(told: Path) -> dict[str, Mutated]:
    """Return what was found before, by the name of the rule; of each the last."""
    if not told.exists():
        return {}
    lines = [json.loads(one) for one in told.read_text(encoding="utf-8").splitlines()]
    return {
        one["name"]: Mutated(
            one["name"], *(tuple(one[part]) for part in ("clauses", "open", "failed", "unsound"))
        )
        for one in lines
    }


def report(names: Sequence[str], *, jobs: int = 1, told: Path | None = None) -> bool:
    """Take rules out, all or those named, and say which clauses no test missed; False where one is.

    Those that `told` holds as noticed, for the clauses they bear today, are not taken out again.
    """
    known = rules()
    strangers = [one for one in names if one not in known]
    if strangers:
        print(f"no such rule: {', '.join(strangers)}")
        return False
    chosen = list(names) or list(known)
    before = read(told) if told is not None else {}
    done = {
        name: one
        for name, one in before.items()
        if name in chosen and not one.open and one.clauses == tuple(sorted(known[name].clauses))
    }
    left = [one for one in chosen if one not in done]
    made = without(left, bearing(left), jobs=jobs, told=told) if left else []
    found = [*done.values(), *made]
    noticed = sum(not one.open for one in found)
    kept = f" ({len(done)} of them before)" if done else ""
    print(f"{len(found)} rules taken out one by one{kept}, {noticed} noticed for each clause")
    return noticed == len(found)


def bearing(names: Iterable[str]) -> set[str]:
    """Return the files of tests that name a clause of these rules: no other can bear one."""
    known = rules()
    asked = {f'"{clause}"' for name in names for clause in known[name].clauses}
    found = set()
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        text = path.read_text(encoding="utf-8")
        if any(one in text for one in asked):
            found.add(path.relative_to(ROOT).as_posix())
    return found

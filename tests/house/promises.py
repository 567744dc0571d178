"""Which test proves which promise: read from the marks, written into docs/security.md."""

from __future__ import annotations

import tomllib
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from tests.house.tree import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LIST = ROOT / "tests" / "house" / "promises.toml"
PAGE = ROOT / "docs" / "security.md"
BEGIN = "<!-- promises: made by `python -m tests --clauses --write`; do not edit -->\n"
END = "<!-- end of the promises -->\n"


class Promise(NamedTuple):
    """One promise: what it says, what tries it in the laboratory, and what does not hold."""

    number: int
    says: str
    lab: str = ""
    limit: str = ""


def read_promises() -> list[Promise]:
    """Return the promises in the order of their numbers."""
    data = tomllib.loads(LIST.read_text(encoding="utf-8"))
    return sorted(Promise(**row) for row in data["promise"])


def unproved(tests: Mapping[str, set[str]], promises: Sequence[Promise]) -> list[str]:
    """Return what is wrong: a promise without test or limit, a mark of no promise."""
    known = {str(one.number) for one in promises}
    return [
        *(f"no such promise: {number}" for number in sorted(set(tests) - known)),
        *(
            f"promise {one.number} has neither test nor limit"
            for one in promises
            if str(one.number) not in tests and not one.limit
        ),
    ]


def table(tests: Mapping[str, set[str]], promises: Sequence[Promise]) -> str:
    """Return a row for each promise: the files that prove it, with how many tests, and limits."""
    rows = ["| # | promise | proved by | limit |", "|---|---|---|---|"]
    for one in promises:
        files = Counter(test.split("::")[0] for test in tests.get(str(one.number), ()))
        proofs = [f"`{file}` ({count})" for file, count in sorted(files.items())]
        if one.lab:
            proofs.append(f"lab: {one.lab}")
        rows.append(f"| {one.number} | {one.says} | {'<br>'.join(proofs)} | {one.limit} |")
    return "\n".join(rows) + "\n"


def refreshed(page: str, made: str) -> str:
    """Return the page with the table between its marks."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{made}{END}{after}"


def report(tests: Mapping[str, set[str]], *, write: bool) -> bool:
    """Write the table or compare with it; tell whether every promise has a test or a limit."""
    promises = read_promises()
    wrong = unproved(tests, promises)
    for line in wrong:
        print(line)
    page = PAGE.read_text(encoding="utf-8")
    fresh = refreshed(page, table(tests, promises))
    if write:
        PAGE.write_text(fresh, encoding="utf-8")
    elif fresh != page:
        print("the promises in docs/security.md are stale: python -m tests --clauses --write")
        return False
    return not wrong

"""Which tests run with Windows Python, and what came of them, a line of JSON each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from xml.etree import ElementTree

if TYPE_CHECKING:
    from pathlib import Path

ONLY_LINUX: Final = (
    *("tests/vault/test_power_cut.py", "tests/vault/test_write_log.py"),
    *("tests/vault/test_full_disk.py", "tests/vault/test_killed.py"),
    "tests/vault/test_small_files.py",
)
"""Not collected: they watch or break the system calls of Linux, and their helpers need it."""
SUITES: Final[dict[str, tuple[str, ...]]] = {
    "unit": ("tests/unit",),
    "vault": ("tests/vault",),
    "window": ("tests/journeys/test_main_job.py", "tests/journeys/test_the_gate.py"),
}
SECONDS: Final = 1800


@dataclass(frozen=True)
class Came:
    """What came of a suite."""

    suite: str
    passed: int
    failed: tuple[str, ...]
    skipped: Counter[str]
    seconds: float

    def line(self) -> dict[str, Any]:
        """Return it as a line of JSON; the reasons of skips with how many each."""
        return {
            "suite": self.suite,
            "passed": self.passed,
            "failed": len(self.failed),
            "skipped": self.skipped.total(),
            "reasons": dict(self.skipped.most_common()),
            "seconds": round(self.seconds, 1),
            "names": list(self.failed),
        }


def read(suite: str, report: Path) -> Came:
    """Return what pytest's report tells of a suite."""
    cases = list(ElementTree.parse(report).getroot().iter("testcase"))
    failed = [one for one in cases if one.find("failure") is not None or _broke(one)]
    skips = [one.find("skipped") for one in cases]
    reasons = Counter(one.get("message", "") for one in skips if one is not None)
    return Came(
        suite,
        len(cases) - len(failed) - reasons.total(),
        tuple(f"{one.get('classname')}::{one.get('name')}" for one in failed),
        reasons,
        sum(float(one.get("time", 0)) for one in cases),
    )


def _broke(case: ElementTree.Element) -> bool:
    return case.find("error") is not None

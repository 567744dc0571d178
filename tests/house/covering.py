"""Which lines and branches of the code the tests reach: a plugin for `pytest -p`.

Before a test imports it, the code is given a probe a line and a branch, which costs next to
nothing to pass; a tracer, which Python calls for every line that runs, took a quarter of the time
of all tests (docs/decisions/slipcover.md). With `--reached-to FOLDER` each process of a run
leaves there what its tests reached.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import slipcover

if TYPE_CHECKING:
    import pytest

ROOMS = ("app", "ui", "storage", "reports")
# A body of three dots states a port or an overload, and is never run.
DOTS = r"^\s*(((async )?def .*?)?\)(\s*->.*?)?:\s*)?\.\.\.\s*(#|$)"
# Probes are never taken out again: that would exchange functions while a test runs.
_NEVER = -1

_COVER = slipcover.Slipcover(
    branch=True, source=list(ROOMS), d_miss_threshold=_NEVER, exclude_also=[DOTS]
)
slipcover.ImportManager(_COVER, slipcover.FileMatcher(sources=ROOMS)).__enter__()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the folder."""
    parser.addoption("--reached-to", metavar="FOLDER", help="where to leave what tests reached")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Leave what the tests of this process reached."""
    folder = session.config.getoption("--reached-to")
    if folder is not None:
        worker = getattr(session.config, "workerinput", {}).get("workerid", "main")
        told = json.dumps(_COVER.get_coverage())
        Path(folder, f"reached-{worker}.json").write_text(told, encoding="utf-8")

"""From the phone call to the signed consent by the keyboard alone: the counts may only fall."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from app.bench.journey import SCREENS
from tests.house.tree import ROOT

KEYS = 47
"""Three of them grade the request with its reasons: no case is opened without (073)."""


@pytest.mark.clause("060", "061", "087", "088")
def test_no_key_and_no_screen_came_in_between():
    line = walked()
    assert line["consent signed"]
    assert line["screened"]
    assert line["appointments"] == 1
    assert line["screens"] <= SCREENS, line["screens in turn"]
    assert line["keys"] <= KEYS, line["keys by chapter"]


def walked():
    """Walk the way once, in a process of its own; return what was counted."""
    done = subprocess.run(
        [sys.executable, "-m", "app", "bench", "journey"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        check=False,
        capture_output=True,
        text=True,
    )
    assert not done.returncode, done.stderr
    (line,) = [json.loads(one) for one in done.stdout.splitlines()]
    return line

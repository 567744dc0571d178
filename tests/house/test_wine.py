"""The Wine lane without Wine: what it makes once, what it copies, what it says of a suite."""

from __future__ import annotations

import json
import os
import re
import sys
from typing import TYPE_CHECKING

import pytest

from tests.house.tree import ROOT
from tools.wine import __main__ as lane
from tools.wine import making, suites

if TYPE_CHECKING:
    from pathlib import Path

REPORT = """<testsuites><testsuite>
<testcase classname="a" name="well" time="0.5"/>
<testcase classname="a" name="not" time="1"><failure message="x"/></testcase>
<testcase classname="a" name="broke" time="0"><error message="x"/></testcase>
<testcase classname="b" name="left" time="0"><skipped message="no pipes"/></testcase>
<testcase classname="b" name="too" time="0"><skipped message="no pipes"/></testcase>
</testsuite></testsuites>"""


def test_a_suite_is_one_line_with_every_reason(tmp_path: Path) -> None:
    (tmp_path / "unit.xml").write_text(REPORT, "utf-8")
    assert suites.read("unit", tmp_path / "unit.xml").line() == {
        "suite": "unit",
        "passed": 1,
        "failed": 2,
        "skipped": 2,
        "reasons": {"no pipes": 2},
        "seconds": 1.5,
        "names": ["a::not", "a::broke"],
    }


def test_every_suite_and_what_is_left_out_is_there() -> None:
    named = [*suites.ONLY_LINUX, *(one for suite in suites.SUITES.values() for one in suite)]
    assert not [one for one in named if not (ROOT / one).exists()]


def test_a_part_is_made_again_only_where_its_recipe_changed(tmp_path: Path) -> None:
    at, did = making.Place(tmp_path), []
    for sign in ("one", "one", "two"):
        making._once(at, "wheels", sign, lambda: did.append(1))
    assert len(did) == 2
    assert json.loads(at.record.read_text("utf-8")) == {"wheels": "two"}


def test_a_part_that_failed_is_not_on_record(tmp_path: Path) -> None:
    at = making.Place(tmp_path)
    making._once(at, "debian", "one", lambda: None)

    def fail() -> None:
        raise making.CannotMakeError("no mirror")

    with pytest.raises(making.CannotMakeError):
        making._once(at, "python", "one", fail)
    assert json.loads(at.record.read_text("utf-8")) == {"debian": "one"}


def test_where_it_cannot_be_made_it_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XINXIA_WINE_CACHE", str(tmp_path / "lane"))
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    assert lane.main(["unit"]) == 2
    assert "root" in capsys.readouterr().err
    assert not (tmp_path / "lane").exists()
    assert lane.main(["nonsense"]) == 2


def test_the_program_is_copied_as_it_is_here_without_what_git_does_not_take(
    tmp_path: Path,
) -> None:
    lane.copy_program(tmp_path / "program")
    there = {one.name for one in (tmp_path / "program").iterdir()}
    assert {"app", "ui", "storage", "tests", "start.py"} <= there
    assert not {".venv", ".git", "build", "dist"} & there


def test_the_lock_keeps_the_pair_that_wine_can_load() -> None:
    said = dict(re.findall(r"^([\w-]+)==([\w.]+)", making.LOCK.read_text("utf-8"), re.MULTILINE))
    assert (said["pyside6-essentials"], said["pyside6-addons"]) == ("6.9.3", "6.9.3")
    assert said["numpy"] == "2.1.3"
    assert "pyside6-pdf" not in said
    here = dict(
        re.findall(r"^([\w-]+)==([\w.]+)", (ROOT / "requirements.lock").read_text("utf-8"), re.M)
    )
    differ = {one for one in said.keys() & here.keys() if said[one] != here[one]}
    assert differ == {"pyside6-essentials", "pyside6-addons", "shiboken6", "numpy"}


@pytest.mark.skipif(sys.platform != "linux", reason="the lane is made on Linux")
def test_it_lies_outside_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XINXIA_WINE_CACHE", raising=False)
    assert ROOT not in making.place().folder.parents

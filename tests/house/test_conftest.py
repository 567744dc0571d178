"""What the root conftest promises every test."""

from __future__ import annotations

import logging
import os
import socket
import tempfile
from pathlib import Path

import pytest


def test_home_is_the_tests_own(home: Path) -> None:
    assert Path.home() == home
    assert Path(os.environ["XDG_DATA_HOME"]).is_relative_to(home)
    assert Path(tempfile.gettempdir()).is_relative_to(home)
    assert [path for path in home.rglob("*") if path.is_file()] == []


def test_a_socket_fails_the_test() -> None:
    with socket.socket() as door, pytest.raises(pytest.fail.Exception, match="a socket was opened"):
        door.connect(("localhost", 9))


def test_an_expected_warning_is_fine(expect_log: list[str]) -> None:
    expect_log.append("the pause grows")
    logging.getLogger("xinxia").warning("the pause grows to %s s", 4)


def test_information_is_fine() -> None:
    logging.getLogger("xinxia").info("opened")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("logging.getLogger('x').warning('unread')", "logged and not expected"),
        ("expect_log.append('never')", "expected and not logged"),
    ],
)
def test_an_unread_or_missing_warning_fails(
    pytester: pytest.Pytester, body: str, reason: str
) -> None:
    conftest = Path(__file__).parents[1] / "conftest.py"
    pytester.makeconftest(conftest.read_text(encoding="utf-8"))
    pytester.makepyfile(f"import logging\ndef test_it(expect_log):\n    {body}\n")
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines([f"*{reason}*"])

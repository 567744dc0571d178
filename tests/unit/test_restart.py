"""How the process ends and the program begins anew, on every platform."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from app import restart

ARGUMENTS = ["--locked", "idle", "14:32"]


class Ended(Exception):  # noqa: N818 - it is no error to end
    """Stands for the end of the process."""


@pytest.fixture
def system(monkeypatch):
    """What was asked of the system, in order; ending raises, as nothing comes after."""
    asked = []

    def leave(code: int) -> None:
        asked.append(("exit", code))
        raise Ended

    def become(path: str, words: list[str], environment: dict[str, str]) -> None:
        asked.append(("become", path, words, environment))
        raise Ended

    def spawn(words: list[str], **other: object) -> None:
        asked.append(("spawn", words, other))

    monkeypatch.setattr(os, "_exit", leave)
    monkeypatch.setattr(os, "execve", become)
    monkeypatch.setattr(subprocess, "Popen", spawn)
    return asked


def test_the_program_is_started_as_a_module_of_this_python():
    assert restart.command(ARGUMENTS) == [sys.executable, "-m", "app", *ARGUMENTS]
    assert restart.command([]) == [sys.executable, "-m", "app"]


def test_a_frozen_program_is_started_by_itself(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert restart.command(ARGUMENTS) == [sys.executable, *ARGUMENTS]


@pytest.mark.promise(36)
@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_the_process_becomes_the_new_program(system, monkeypatch, platform):
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    with pytest.raises(Ended):
        restart.anew(ARGUMENTS)
    what, path, words, environment = system[0]
    assert (what, path) == ("become", sys.executable)
    assert words == [sys.executable, "-m", "app", *ARGUMENTS]
    assert environment["LANG"] == "zh_CN.UTF-8"
    assert environment["PYINSTALLER_RESET_ENVIRONMENT"] == "1"


@pytest.mark.promise(36)
def test_windows_starts_a_new_process_and_ends_this_one(system, monkeypatch):
    """There `exec` would leave the old process in memory, and break words with spaces."""
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "executable", r"C:\Program Files\心匣\xinxia.exe")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(Ended):
        restart.anew(ARGUMENTS)
    spawned, ended = system
    assert spawned[:2] == ("spawn", [r"C:\Program Files\心匣\xinxia.exe", *ARGUMENTS])
    assert spawned[2]["close_fds"] is True
    assert "shell" not in spawned[2]
    assert ended == ("exit", 0)


@pytest.mark.promise(36)
@pytest.mark.parametrize(("platform", "way"), [("linux", "execve"), ("win32", "Popen")])
def test_the_process_ends_even_where_no_new_one_can_be_started(system, monkeypatch, platform, way):
    def gone(*_words: object, **_other: object) -> None:
        raise FileNotFoundError(sys.executable)

    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(os if way == "execve" else subprocess, way, gone)
    with pytest.raises(Ended):
        restart.anew(ARGUMENTS)
    assert [one[0] for one in system] == ["exit"]

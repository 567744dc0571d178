"""The people's door, without installing anything."""

from __future__ import annotations

import ast
import importlib.util
import json
import sys
from typing import TYPE_CHECKING

import pytest

from tests.house.tree import ROOT

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType


@pytest.fixture
def start() -> ModuleType:
    spec = importlib.util.spec_from_file_location("start", ROOT / "start.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("version", [(3, 11), (3, 11, 7), (3, 13, 0), (4, 0)])
def test_a_new_enough_python_is_welcome(start: ModuleType, version: tuple[int, ...]) -> None:
    assert start.too_old(version) == ""


@pytest.mark.parametrize("version", [(3, 10, 13), (3, 6, 15), (2, 7, 18)])
def test_an_old_python_is_told_in_both_languages(
    start: ModuleType, version: tuple[int, ...]
) -> None:
    sentence = start.too_old(version)
    assert ".".join(map(str, version)) in sentence
    assert "请安装" in sentence
    assert "Please install" in sentence


def test_an_old_python_can_read_the_file_that_far() -> None:
    ast.parse((ROOT / "start.py").read_text(encoding="utf-8"), feature_version=(3, 7))


@pytest.mark.parametrize(
    ("words", "arguments"),
    [
        ([], ["-m", "app"]),
        (["test"], ["-m", "tests"]),
        (["test", "--only", "types", "--", "-k", "door"], None),
        (["demo", "a folder"], ["-m", "app", "demo", "a folder"]),
        (["bench"], ["-m", "app", "bench"]),
        (["build", "--folder"], ["-m", "tools.build", "--folder"]),
        (["wine", "unit"], ["-m", "tools.wine", "unit"]),
        (["bench", "search"], ["-m", "app", "bench", "search"]),
        (["run", "--", "verify", "--", "x"], ["-m", "app", "verify", "--", "x"]),
        (["run", "--help"], ["-m", "app", "--help"]),
        (["run"], ["-m", "app"]),
        (["lab", "kill", "--long"], ["-m", "tests.lab", "kill", "--long"]),
    ],
)
def test_what_a_command_becomes(
    start: ModuleType, words: list[str], arguments: list[str] | None
) -> None:
    assert start.plan(words) == (arguments or ["-m", "tests", *words[1:]])


@pytest.mark.parametrize("word", ["nonsense", "wines"])
def test_what_is_not_there_says_so_and_exits_2(
    start: ModuleType, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert start.start([word]) == 2
    assert word in capsys.readouterr().err


def test_help(start: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert start.start(["--help"]) == 0
    assert "demo DIR" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ([], True),
        (["test"], True),
        (["build"], True),
        (["lab"], True),
        (["run", "gallery"], True),
        (["run", "verify", "v"], False),
    ],
)
def test_who_needs_a_window(start: ModuleType, words: list[str], *, window: bool) -> None:
    assert start.needs_window(start.plan(words)) is window


class TestLibraries:
    def test_a_file_in_a_usual_folder_is_enough(self, start: ModuleType, tmp_path: Path) -> None:
        (tmp_path / "libEGL.so.1").touch()
        assert start.missing_libraries({"libEGL.so.1": "libegl1"}, [tmp_path]) == []

    def test_else_the_loader_is_asked(self, start: ModuleType, tmp_path: Path) -> None:
        assert start.missing_libraries({"libnothing.so.9": "x"}, [tmp_path]) == ["libnothing.so.9"]

    @pytest.mark.skipif(not sys.platform.startswith("linux"), reason="names of Linux")
    def test_the_loader_finds_the_c_library(self, start: ModuleType, tmp_path: Path) -> None:
        assert start.missing_libraries({"libc.so.6": "libc6"}, [tmp_path]) == []

    def test_the_one_command(self, start: ModuleType) -> None:
        missing = ["libEGL.so.1", "libxcb-cursor.so.0"]
        command = start.install_command(missing, "debian")
        assert command.endswith("apt-get install -y libegl1 libxcb-cursor0")
        assert "'libEGL.so.1()(64bit)'" in start.install_command(missing, "rpm")
        assert start.install_command(missing, "") == ""

    @pytest.mark.parametrize("window", [True, False])
    def test_without_root_the_command_is_said(
        self,
        start: ModuleType,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        *,
        window: bool,
    ) -> None:
        monkeypatch.setattr(start.sys, "platform", "linux")
        monkeypatch.setattr(start, "library_folders", list)
        monkeypatch.setattr(start, "loads", lambda name: name != "libEGL.so.1")
        monkeypatch.setattr(start, "system_family", lambda: "debian")
        monkeypatch.setattr(start, "may_install", lambda _family: False)
        if window:
            with pytest.raises(start.CannotStartError) as refusal:
                start.ensure_libraries(window=True)
            said = refusal.value.sentence
        else:
            start.ensure_libraries(window=False)
            said = capsys.readouterr().err
        assert "sudo apt-get update && sudo apt-get install -y libegl1" in said


class TestEnvironment:
    @pytest.fixture
    def wanted(self, start: ModuleType) -> dict[str, str]:
        wanted: dict[str, str] = start.wanted_stamp(b"lock")
        return wanted

    def test_a_finished_one_needs_nothing(self, start: ModuleType, wanted: dict[str, str]) -> None:
        assert start.next_step(wanted, wanted, python=True, unfinished=False) == "nothing"

    def test_another_lock_is_installed(self, start: ModuleType, wanted: dict[str, str]) -> None:
        newer = start.wanted_stamp(b"newer lock")
        assert newer["lock"] != wanted["lock"]
        assert start.next_step(wanted, newer, python=True, unfinished=False) == "install"

    @pytest.mark.parametrize("key", ["python", "platform", "place"])
    def test_one_from_elsewhere_is_rebuilt(
        self, start: ModuleType, wanted: dict[str, str], key: str
    ) -> None:
        found = {**wanted, key: "another"}
        assert start.next_step(found, wanted, python=True, unfinished=False) == "rebuild"

    def test_an_unfinished_one_is_rebuilt(self, start: ModuleType, wanted: dict[str, str]) -> None:
        assert start.next_step(wanted, wanted, python=True, unfinished=True) == "rebuild"

    def test_one_without_python_is_rebuilt(self, start: ModuleType, wanted: dict[str, str]) -> None:
        assert start.next_step(wanted, wanted, python=False, unfinished=False) == "rebuild"

    def test_none_is_built(self, start: ModuleType, wanted: dict[str, str]) -> None:
        assert start.next_step({}, wanted, python=False, unfinished=False) == "rebuild"

    def test_one_made_by_hand_is_completed(
        self, start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(start, "VENV", tmp_path)
        here = ".".join(map(str, sys.version_info[:3]))
        config = tmp_path / "pyvenv.cfg"
        config.write_text(f"version = {here}\ncommand = python3 -m venv {tmp_path}\n")
        found = start.read_config(config)
        wanted = start.wanted_stamp(b"lock")
        assert start.next_step(found, wanted, python=True, unfinished=False) == "install"

    @pytest.mark.parametrize(
        "config", ["version = 3.2.1\n", "command = python3 -m venv elsewhere\n", ""]
    )
    def test_one_made_by_hand_elsewhere_is_rebuilt(
        self, start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, config: str
    ) -> None:
        monkeypatch.setattr(start, "VENV", tmp_path)
        (tmp_path / "pyvenv.cfg").write_text(config)
        found = start.read_config(tmp_path / "pyvenv.cfg")
        wanted = start.wanted_stamp(b"lock")
        assert start.next_step(found, wanted, python=True, unfinished=False) == "rebuild"

    @pytest.mark.parametrize("text", [None, "", "{", "[]"])
    def test_an_unreadable_record_counts_as_none(
        self, start: ModuleType, tmp_path: Path, text: str | None
    ) -> None:
        if text is not None:
            (tmp_path / "xinxia.json").write_text(text)
        assert start.read_stamp(tmp_path / "xinxia.json") == {}
        assert start.read_config(tmp_path / "pyvenv.cfg") == {}

    def test_finishing_records_and_takes_the_mark_away(
        self, start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for constant, file in (("STAMP", "xinxia.json"), ("UNFINISHED", "xinxia.unfinished")):
            monkeypatch.setattr(start, constant, tmp_path / file)
        monkeypatch.setattr(start, "site_packages", lambda: tmp_path)
        start.UNFINISHED.touch()
        start.finish({"lock": "1"})
        assert json.loads(start.STAMP.read_text()) == {"lock": "1"}
        assert (tmp_path / "xinxia.pth").read_text().strip() == str(ROOT)
        assert not start.UNFINISHED.exists()

    @pytest.mark.parametrize(
        ("output", "part"),
        [
            ("OSError: [Errno 28] No space left on device", "disk is full"),
            ("[Errno 13] Permission denied: 'x'", "may not be written"),
            ("THESE PACKAGES DO NOT MATCH THE HASHES FROM", "does not match its hash"),
            ("NewConnectionError(…)\nNo matching distribution found", "could not be downloaded"),
            ("ERROR: No matching distribution found for x", "no ready package"),
            ("anything else", "did not finish"),
        ],
    )
    def test_a_failed_install_gets_a_sentence(
        self, start: ModuleType, output: str, part: str
    ) -> None:
        assert part in start.failure_sentence(output).sentence

    def test_a_full_disk_is_one_sentence(
        self,
        start: ModuleType,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        def full() -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(start, "ensure_libraries", lambda *, window: None)
        monkeypatch.setattr(start, "ensure_environment", full)
        assert start.start([]) == 1
        assert "磁盘空间不足" in capsys.readouterr().err


def test_an_environment_is_never_made_by_the_python_in_it(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_base_executable", "/usr/bin/python3", raising=False)
    monkeypatch.setattr(sys, "base_prefix", "/usr")
    monkeypatch.setattr(sys, "prefix", "/somewhere/.venv")
    assert start.base_python() == "/usr/bin/python3"
    monkeypatch.setattr(sys, "prefix", "/usr")
    assert start.base_python() == sys.executable

"""The laboratory sees what it is there to see."""

from __future__ import annotations

import importlib
import json
import random
import re
from typing import TYPE_CHECKING

import pytest

from tests.house.tree import ROOT
from tests.lab import __main__ as lab
from tests.lab import disk, practice, spy
from tests.lab.result import Result
from tests.vault.fixtures import HandClock

if TYPE_CHECKING:
    from pathlib import Path


def test_a_result_is_good_only_where_a_failure_would_have_been_seen() -> None:
    assert Result(1, "a", 10, 0, 3).good
    assert not Result(1, "a", 10, 1, 3).good
    assert not Result(1, "a", 10, 0, 0).good
    assert not Result(1, "a", 0, 0, 3).good
    assert Result(1, "a", 0, 0, skipped="no strace").good


@pytest.mark.parametrize(("failures", "code"), [(0, 0), (1, 1)])
def test_one_line_a_promise_and_the_exit_code(
    failures: int,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = [Result(8, "bits", 5, failures, 2), Result(9, "cuts", 5, 0, 2)]
    monkeypatch.setattr(lab, "run", lambda _name, *, long: iter(found if long else []))
    assert lab.main(["bits", "--long"]) == code
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one["promise"], one["failures"]) for one in lines] == [(8, failures), (9, 0)]


def test_a_name_that_is_not_there_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        lab.main(["nonsense"])
    assert ended.value.code == 2
    assert "power" in capsys.readouterr().err


def test_every_name_is_an_experiment() -> None:
    for name in lab.NAMES:
        assert callable(importlib.import_module(f"tests.lab.{name}").run)


def test_the_two_halves_of_the_check_are_the_whole_laboratory() -> None:
    check = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    halves = re.findall(r"start\.py lab ([a-z ]+?) *[;>]", check)
    assert len(halves) == 2
    assert sorted(" ".join(halves).split()) == sorted(lab.NAMES)


def test_the_practice_does_everything_and_sees_a_lost_step(tmp_path: Path) -> None:
    place = practice.fresh(tmp_path / "vault")
    vault, clock, model = practice.enter(place), HandClock(), practice.Model()
    kinds = set()
    for number in range(1, 61):
        one = practice.step(number, model)
        practice.perform(vault, clock, one)
        practice.apply(one, model)
        kinds.add(one.kind)
    vault.close()
    assert kinds == set(practice._CHANGES)
    assert practice.reached(place, 60) == (60, [])
    assert practice.reached(place, 59) == (60, [])
    assert practice.reached(place, 61)[1]
    assert practice.reached(place, 50)[1]


def test_the_practice_sees_a_word_that_fell_out_of_the_index(tmp_path: Path) -> None:
    place = practice.fresh(tmp_path / "vault")
    vault, _ = practice.begun(place, 40)
    vault.connection.execute("INSERT INTO words (words) VALUES ('delete-all')")
    vault.close()
    assert any("not found once" in one for one in practice.reached(place, 40)[1])


class TestDisk:
    def call(self, kind: str, path: Path, data: bytes = b"", at: int = 0, to: str = "") -> spy.Call:
        return spy.Call(1, kind, str(path), data, at, to)

    def left(self, one: disk.Disk, tmp_path: Path, tries: int = 40) -> set[tuple[str, bytes]]:
        found = set()
        for number in range(tries):
            place = tmp_path / f"left{number}"
            place.mkdir(parents=True)
            one.lay(place, random.Random(number))
            found |= {(path.name, path.read_bytes()) for path in place.iterdir()} or {("", b"")}
        return found

    def test_what_was_synced_is_there_and_what_was_not_may_be(self, tmp_path: Path) -> None:
        folder = tmp_path / "disk"
        folder.mkdir()
        (folder / "a").write_bytes(b"old")
        one = disk.Disk(folder)
        one.take(self.call("write", folder / "a", b"NEW", 0))
        assert self.left(one, tmp_path / "x") == {
            ("a", b"old"),
            ("a", b"NEW"),
        }
        one.take(self.call("sync", folder / "a"))
        assert self.left(one, tmp_path / "y") == {("a", b"NEW")}

    def test_a_write_is_torn_between_sectors(self, tmp_path: Path) -> None:
        folder = tmp_path / "disk"
        folder.mkdir()
        (folder / "a").write_bytes(bytes(1024))
        one = disk.Disk(folder)
        one.take(self.call("write", folder / "a", b"x" * 1024, 0))
        halves = {
            (data[:512].count(b"x"), data[512:].count(b"x"))
            for _, data in self.left(one, tmp_path, 200)
        }
        assert halves == {(0, 0), (512, 512), (512, 0), (0, 512)}

    def test_a_new_name_lasts_when_its_folder_is_synced(self, tmp_path: Path) -> None:
        folder = tmp_path / "disk"
        folder.mkdir()
        (folder / "a").write_bytes(b"old")
        one = disk.Disk(folder)
        one.take(self.call("create", folder / "part"))
        one.take(self.call("write", folder / "part", b"new", 0))
        one.take(self.call("sync", folder / "part"))
        one.take(self.call("rename", folder / "part", to=str(folder / "a")))
        assert {("a", b"old"), ("a", b"new")} <= self.left(one, tmp_path / "x")
        one.take(self.call("sync", folder))
        assert self.left(one, tmp_path / "y") == {("a", b"new")}


@pytest.mark.skipif(not spy.able(), reason="strace is not installed")
def test_the_spy_reads_what_was_asked_of_the_disk(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    done = spy.traced(["tests.lab.spied", str(tmp_path / "files")], trace)
    assert done.returncode == 0, done.stderr
    mine = [call for call in spy.calls(trace) if "files" in call.path or call.kind == "said"]
    assert [(call.kind, call.data, call.at) for call in mine] == [
        ("create", b"", 0),
        ("write", b"he\0llo", 7),
        ("write", b"abc", 0),
        ("write", b"def", 3),
        ("sync", b"", 0),
        ("said", b"done 1\n", 0),
        ("truncate", b"", 5),
        ("rename", b"", 0),
        ("unlink", b"", 0),
    ]


def test_a_call_that_another_thread_broke_in_two_counts_from_when_it_came_back(
    tmp_path: Path,
) -> None:
    def hexed(text: str) -> str:
        return "".join(f"\\x{one:02x}" for one in text.encode())

    name, other = hexed("/v/a"), hexed("/v/b")
    trace = tmp_path / "trace"
    trace.write_text(
        f'10 openat(AT_FDCWD, "{name}", O_RDWR|O_CREAT, 0666) = 4<{name}>\n'
        f'10 write(4<{name}>, "{hexed("one")}", 3 <unfinished ...>\n'
        f"11 fsync(5<{other}> <unfinished ...>\n"
        "10 <... write resumed>) = 3\n"
        f"11 <... fsync resumed>) = -1 EIO (Input/output error) (INJECTED)\n"
        f'11 write(4<{name}>, "{hexed("two")}", 3) = 3\n'
        f'10 write(4<{name}>, "{hexed("lost")}", 4 <unfinished ...>\n'
    )
    assert [(call.kind, call.path, call.data, call.at) for call in spy.calls(trace)] == [
        ("create", "/v/a", b"", 0),
        ("write", "/v/a", b"one", 0),
        ("sync", "/v/b", b"", 0),
        ("write", "/v/a", b"two", 3),
    ]

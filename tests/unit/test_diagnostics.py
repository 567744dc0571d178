"""The log holds kinds and places, never words; the process keeps to itself."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app import diagnostics
from tests.modes import mode

ROOT = Path(__file__).parents[2]
WORDS = "林晓禾说：今晚睡不着"
LINUX = sys.platform.startswith("linux")


@pytest.fixture
def log(tmp_path):
    """A log in a folder of its own; afterwards nothing writes to it any more."""
    logger = logging.getLogger("xinxia")
    before = (logger.level, logger.propagate, list(logger.handlers))
    logger.handlers = []
    diagnostics.start_log(tmp_path / "log")
    yield tmp_path / "log" / "xinxia.log"
    for handler in logger.handlers:
        handler.close()
    logger.level, logger.propagate, logger.handlers = before


@pytest.fixture
def guarded(monkeypatch):
    """The guard, and the hooks as they were afterwards."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    diagnostics.guard()


def fail(word: str = WORDS) -> None:
    raise ValueError(word)


def caught(work) -> BaseException:
    try:
        work()
    except ValueError as error:
        return error
    raise AssertionError("nothing was raised")


def fail_twice() -> None:
    try:
        fail()
    except ValueError as error:
        raise ValueError(f"again: {WORDS}") from error


@pytest.mark.promise(31)
def test_an_error_is_described_by_kind_and_place():
    said = diagnostics.describe(caught(fail))
    assert said.startswith("ValueError\n")
    assert "test_diagnostics.py:" in said
    assert " fail" in said
    assert WORDS not in said


@pytest.mark.promise(31)
def test_the_cause_is_described_too_and_without_words():
    said = diagnostics.describe(caught(fail_twice))
    assert said.count("ValueError") == 2
    assert "fail_twice" in said
    assert WORDS not in said


def test_an_error_without_a_place_is_described():
    assert diagnostics.describe(ValueError(WORDS)) == "ValueError"


@pytest.mark.promise(31)
def test_nobody_caught_it_and_still_no_word_is_said(log, guarded, capsys, expect_log):
    expect_log.append("unexpected error\nValueError")
    sys.excepthook(ValueError, caught(fail), None)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "xinxia: unexpected error (ValueError), see the log\n"
    lines = log.read_text("utf-8")
    assert "ERROR unexpected error" in lines
    assert "test_diagnostics.py" in lines
    assert WORDS not in lines


@pytest.mark.promise(31)
def test_another_thread_says_no_word(log, guarded, capsys, expect_log):
    expect_log.append("unexpected error\nValueError")
    thread = threading.Thread(target=fail, name=WORDS)
    thread.start()
    thread.join()
    assert capsys.readouterr().err == "xinxia: unexpected error (ValueError), see the log\n"
    assert WORDS not in log.read_text("utf-8")


@pytest.mark.promise(31)
def test_an_object_that_fails_to_die_says_no_word(log, guarded, capsys, expect_log):
    class Dying:
        def __del__(self) -> None:
            fail()

    expect_log.append("unexpected error\nValueError")
    Dying()
    assert capsys.readouterr().err == "xinxia: unexpected error (ValueError), see the log\n"
    assert WORDS not in log.read_text("utf-8")


def test_a_hook_without_an_error_says_nothing(log, guarded, capsys):
    threading.excepthook(threading.ExceptHookArgs((SystemExit, None, None, None)))
    assert capsys.readouterr().err == ""


def test_the_log_and_its_folder_are_private(log, expect_log):
    expect_log.append("kind only")
    before = os.umask(0o077)
    logging.getLogger("xinxia").error("kind only")
    os.umask(before)
    assert mode(log) == 0o600
    assert mode(log.parent) == 0o700


def test_a_large_log_makes_room_and_only_one_old_one_is_kept(tmp_path):
    logger = logging.getLogger("xinxia")
    before, logger.handlers = list(logger.handlers), []
    folder = tmp_path / "log"
    folder.mkdir()
    (folder / "xinxia.old").write_text("oldest", "utf-8")
    (folder / "xinxia.log").write_bytes(b"x" * (512 * 1024 + 1))
    diagnostics.start_log(folder)
    for handler in logger.handlers:
        handler.close()
    logger.handlers = before
    assert [one.name for one in folder.iterdir()] == ["xinxia.old"]
    assert (folder / "xinxia.old").read_bytes() == b"x" * (512 * 1024 + 1)


def test_without_a_place_there_is_no_log_and_no_complaint(tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    before = list(logging.getLogger("xinxia").handlers)
    diagnostics.start_log(tmp_path / "file" / "log")
    assert logging.getLogger("xinxia").handlers == before


LOOK = """
import os, resource, sys, tempfile
from pathlib import Path
from app import diagnostics
diagnostics.keep_private()
made = Path(sys.argv[1]) / "made"
made.write_text("")
import ctypes
dumpable = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) if sys.platform == "linux" else 0
print(oct(made.stat().st_mode & 0o777), resource.getrlimit(resource.RLIMIT_CORE), dumpable,
      os.environ["ORT_DISABLE_TELEMETRY"])
"""


@pytest.mark.promise(32)
@pytest.mark.skipif(os.name == "nt", reason="Windows has neither umask nor core dumps")
def test_the_process_keeps_to_itself(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", LOOK, str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == "0o600 (0, 0) 0 1\n"


@pytest.mark.promise(32)
@pytest.mark.skipif(not LINUX, reason="core dumps are looked for in the working folder")
def test_a_crash_leaves_no_core(tmp_path):
    crash = (
        "import os, signal; from app import diagnostics; diagnostics.keep_private();"
        f"words = {WORDS!r}; os.kill(os.getpid(), signal.SIGSEGV)"
    )
    done = subprocess.run(
        [sys.executable, "-c", crash],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == -11
    assert list(tmp_path.iterdir()) == []


PEEK = """
import ctypes, os, resource, sys
from app import diagnostics  # all of it before it is nobody, who cannot read the code

def is_read(private):
    ready, tell = os.pipe()
    stay, go = os.pipe()
    kept = os.fork()
    if not kept:
        try:
            become_somebody()
            ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)  # as a program that somebody has started
            if private:
                diagnostics.keep_private()
            os.write(tell, b"1")
            os.close(go)
            os.read(stay, 1)
        finally:
            os._exit(0)
    os.close(tell)
    assert os.read(ready, 1)
    other = os.fork()
    if not other:
        become_somebody()
        try:
            open(f"/proc/{kept}/mem", "rb").close()
        except PermissionError:
            os._exit(0)
        os._exit(1)
    found = os.waitstatus_to_exitcode(os.waitpid(other, 0)[1])
    os.close(go)
    os.waitpid(kept, 0)
    return found

def become_somebody():
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)

print(is_read(False), is_read(True))
"""


@pytest.mark.promise(32)
@pytest.mark.skipif(not LINUX, reason="/proc is looked into")
def test_another_program_of_hers_cannot_look_into_its_memory():
    done = subprocess.run(
        [sys.executable, "-c", PEEK],
        cwd=ROOT, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    before, after = done.stdout.split()
    if before == "0":
        pytest.skip("this system lets no program look into another's memory")
    assert after == "0"


def test_on_windows_only_what_windows_has_is_asked_for(monkeypatch):
    before = os.umask(0o022)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "resource", None)  # an import of it would fail
    monkeypatch.delenv("ORT_DISABLE_TELEMETRY", raising=False)
    diagnostics.keep_private()
    assert os.environ["ORT_DISABLE_TELEMETRY"] == "1"
    assert os.umask(before) == 0o077


LIBRARY = """
import sys, socket
from app import diagnostics
diagnostics.keep_private()
from app import bootstrap
from app.deid.register import Register
from tests.modes import mode
print(len(bootstrap.deidentifier().find(["林晓禾住在绍兴"], Register())[0]))
"""


@pytest.mark.promise(29)
@pytest.mark.skipif(os.name == "nt", reason="there the library writes no files")
def test_the_library_that_runs_the_model_leaves_nothing_in_the_home_folder(home):
    subprocess.run(
        [sys.executable, "-c", LIBRARY],
        cwd=ROOT, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}, check=True,
        capture_output=True,
    )  # fmt: skip
    assert [str(one) for one in home.rglob("*") if one.is_file()] == []

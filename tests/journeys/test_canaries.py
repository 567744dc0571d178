"""Nothing of a client is left in clear anywhere on the disk (promises 29, 30, 31).

The whole story is told with marked words in a process of its own; afterwards every file that it
could reach is searched. Where strace is installed, the files that it opened for writing are held
against the inventory below, which is what docs/security.md may promise.
"""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
import sys
import urllib.parse
import zlib
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import HOME_FOLDERS
from tests.journeys.canary_driver import MARK

ROOT = Path(__file__).parents[2]
LOOKED_FOR = (MARK, "斑马7391")
STRACE = shutil.which("strace")
_OPENED = re.compile(
    r'(?:openat|open|creat)\((?:[^,"]*, )?"((?:[^"\\]|\\.)*)"'
    r"(?:, ((?:O_\w+\|?)+|0x\w+))?.*\)\s+= \d"
)
_RENAMED = re.compile(r'rename(?:at2?)?\(.*"((?:[^"\\]|\\.)*)"[^"]*\)\s+= 0')

# Every file that the program writes in the main job, by where it lies. HOME is the home folder,
# VAULT the vault, DESK the folder of what the counselor asked for.
INVENTORY = (
    r"VAULT/vault\.(db|db-wal|db-shm|db-journal|header|header\.bak|lock|holder|tries|window|call)",
    r"(VAULT|DESK|DESK/[^/]+|HOME/\.config/xinxia)/\.[0-9a-f]{16}\.part",  # whole files, renamed
    r"HOME/\.config/xinxia/preferences\.json",
    r"HOME/\.local/state/xinxia/xinxia\.log",
    r"HOME/\.config",  # a file without a name, of Qt's settings (O_TMPFILE)
    r"HOME/\.config/QtProject\.conf(\.lock|\.\w{6})?",  # written by Qt's dialog, then emptied
    r"HOME/\.cache/fontconfig/.*",
    r"DESK/同意书[^/]*\.pdf",
    r"DESK/[^/]+/summary-\d{8}-\d{3}\.(pdf|docx)",
    r"/dev/(null|tty|shm/[^/]*)",
    r"/proc/self/.*",
)


@dataclass(frozen=True)
class Told:
    """What came of the story: its home, what it said, what it was asked for, what it opened."""

    home: Path
    desk: Path
    said: str
    asked: tuple[Path, ...]
    opened: tuple[str, ...]
    called: tuple[str, ...]


@pytest.fixture(scope="module")
def told(tmp_path_factory) -> Told:
    """Tell the story once, in a home of its own."""
    home = tmp_path_factory.mktemp("canary")
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "COV_"))
    }
    for variable, folder in HOME_FOLDERS.items():
        (home / folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        environment[variable] = str(home / folder)
    desk = home / "文稿"
    desk.mkdir()
    trace = home.parent / "canary-trace"
    calls = "trace=open,openat,creat,rename,renameat,renameat2,connect"
    spy = [STRACE, "-f", "-qq", "-xx", "-s", "4096", "-o", str(trace), "-e", calls]
    done = subprocess.run(
        [
            *(spy if STRACE else ()),
            sys.executable,
            "-X",
            "faulthandler",
            "-m",
            "tests.journeys.canary_driver",
            desk,
        ],
        cwd=ROOT,
        env={
            **environment,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        capture_output=True,
        timeout=240,
        check=False,
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0, said.decode("utf-8", "replace")
    asked = [desk / f"同意书{MARK}.pdf", *(desk / f"给督导的{MARK}").iterdir()]
    lines = trace.read_text("utf-8", "replace").splitlines() if STRACE else []
    called = tuple(line for line in lines if "connect(" in line and "AF_UNIX" not in line)
    return Told(home, desk, said, tuple(asked), _written(lines), called)


def _written(lines: list[str]) -> tuple[str, ...]:
    """Return every path that was opened for writing or renamed to."""
    found = set()
    for line in lines:
        opened, renamed = _OPENED.search(line), _RENAMED.search(line)
        if opened and re.search("O_WRONLY|O_RDWR|O_CREAT|creat", f"{opened[2]} {line[:40]}"):
            found.add(_path(opened[1]))
        elif renamed:
            found.add(_path(renamed[1]))
    return tuple(sorted(found))


def _path(hexed: str) -> str:
    raw = bytes(int(one, 16) for one in re.findall(r"\\x([0-9a-f]{2})", hexed))
    return raw.decode("utf-8", "surrogateescape")


def shapes(word: str) -> dict[str, bytes]:
    """Return a word as it could lie on a disk."""
    plain = {one: word.encode(one) for one in ("utf-8", "utf-16le", "utf-16be", "utf-32le", "gbk")}
    inside = {
        f"base64 of {name}, at {cut}": base64.b64encode(
            data[cut : cut + (len(data) - cut) // 3 * 3]
        )
        for name, data in plain.items()
        for cut in range(3)
    }
    percent = urllib.parse.quote(word).encode()
    escaped = word.encode("unicode_escape")
    return {**plain, **inside, "percent": percent, "percent, low": percent.lower(),
            "JSON": json.dumps(word)[1:-1].encode(), "escaped": escaped,
            "hex": word.encode().hex().encode()}  # fmt: skip


def inflated(data: bytes) -> bytes:
    """Return the data and whatever zlib streams in it unfold to."""
    unfolded = [data]
    for found in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", data):
        try:
            unfolded.append(zlib.decompressobj().decompress(data[found.start() :], 10_000_000))
        except zlib.error:
            continue
    return b"\0".join(unfolded)


def seen(data: bytes) -> list[str]:
    """Return in which shapes a looked-for word stands in the data."""
    whole = inflated(data)
    return [
        f"{word}: {name}"
        for word in LOOKED_FOR
        for name, shape in shapes(word).items()
        if shape in whole
    ]


def files(folder: Path) -> list[Path]:
    """Return every file below a folder."""
    return [one for one in folder.rglob("*") if one.is_file() and not one.is_symlink()]


def test_the_search_finds_a_word_in_every_shape():
    for word in LOOKED_FOR:
        for name, shape in shapes(word).items():
            assert seen(b"before " + shape + b" after"), name
        assert seen(b"stream " + zlib.compress(word.encode()))
        for before in range(3):
            assert seen(base64.b64encode(b"x" * before + word.encode() + b"yyy"))
    assert not seen("一只别的动物".encode())


@pytest.mark.promise(29)
def test_no_file_holds_a_word_of_a_client(told):
    exempt = {one for one in told.asked if one.name.startswith("同意书")}
    assert len(exempt) == 1
    looked = [one for one in files(told.home) if one not in exempt]
    assert {"vault.db", "preferences.json", "xinxia.log"} <= {one.name for one in looked}
    found = {str(one): seen(one.read_bytes()) for one in looked}
    assert {path: shapes for path, shapes in found.items() if shapes} == {}


@pytest.mark.promise(29)
@pytest.mark.promise(34)
def test_files_get_names_that_say_nothing(told):
    """Only the names that the counselor gave herself carry her words."""
    given = {told.desk / f"同意书{MARK}.pdf", told.desk / f"给督导的{MARK}"}
    named = [one for one in told.home.rglob("*") if seen(os.fsencode(one.name))]
    assert set(named) == given


@pytest.mark.promise(31)
def test_what_is_said_and_logged_holds_no_word(told):
    """Faults with the mark in their words were let loose in every layer."""
    assert seen(told.said) == [], told.said.decode("utf-8", "replace")[-2000:]
    (log,) = (told.home / ".local/state/xinxia").iterdir()
    lines = log.read_text("utf-8")
    for kind in ("ValueError", "RuntimeError", "OperationalError"):
        assert kind in lines, "the fault was logged, by its kind"
    assert seen(lines.encode()) == []


@pytest.mark.promise(30)
def test_no_file_dialog_leaves_a_trace(told):
    for conf in told.home.rglob("QtProject.conf"):
        text = conf.read_text("utf-8")
        assert str(told.desk) not in text
        assert "lastVisited" not in text
        assert "shortcuts" not in text
        assert "history" not in text
    assert not list(told.home.rglob("recently-used*"))


@pytest.mark.promise(29)
@pytest.mark.skipif(not STRACE, reason="strace is not installed")
def test_only_the_files_of_the_inventory_are_written(told):
    vault = told.desk / "林间咨询室"
    short = [
        path.replace(str(vault), "VAULT").replace(str(told.desk), "DESK")
        .replace(str(told.home), "HOME")
        for path in told.opened
    ]  # fmt: skip
    unknown = [one for one in short if not any(re.fullmatch(line, one) for line in INVENTORY)]
    assert unknown == [], "\n".join(unknown)
    assert "VAULT/vault.db-wal" in short


@pytest.mark.skipif(not STRACE, reason="strace is not installed")
def test_nobody_is_called_not_even_by_a_library(told):
    """The native code of onnxruntime calls its maker unless it is told not to."""
    assert told.called == ()

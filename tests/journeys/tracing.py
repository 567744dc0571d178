"""Runs the program where every file that it opens is seen, and looks for words in what it left.

What may be written stands in docs/written-paths.md, as patterns; the page is read here, so that it
cannot say something else than what is tested.
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
from typing import TYPE_CHECKING

from openpyxl import Workbook

from tests.conftest import HOME_FOLDERS
from tests.journeys.canary_driver import MARK
from tests.journeys.story import PASSWORD

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parents[2]
LOOKED_FOR = (MARK, "斑马7391")
STRACE = shutil.which("strace")
PAGE = ROOT / "docs" / "written-paths.md"
VAULT = "林间咨询室"
_OPENED = re.compile(
    r'(?:openat|open|creat)\((?:[^,"]*, )?"((?:[^"\\]|\\.)*)"'
    r"(?:, ((?:O_\w+\|?)+|0x\w+))?.*\)\s+= \d"
)
_RENAMED = re.compile(r'rename(?:at2?)?\(.*"((?:[^"\\]|\\.)*)"[^"]*\)\s+= 0')
_CALLS = "trace=open,openat,creat,rename,renameat,renameat2,connect"
_SECONDS = 240


def inventory() -> list[str]:
    """Return the patterns of docs/written-paths.md."""
    rows = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| `")]
    return [row.split("`")[1].replace("\\|", "|") for row in rows]


@dataclass(frozen=True)
class Told:
    """What came of a run: its home, what it said, what it opened for writing, whom it called."""

    home: Path
    desk: Path
    said: str
    asked: tuple[Path, ...]
    opened: tuple[str, ...]
    called: tuple[str, ...]

    def unknown(self) -> list[str]:
        """Return every path that was written and is not on the inventory."""
        known = inventory()
        return [one for one in self.short() if not any(re.fullmatch(line, one) for line in known)]

    def short(self) -> list[str]:
        """Return the written paths as the inventory names them."""
        vault = str(self.desk / VAULT)
        return [
            path.replace(vault, "VAULT").replace(str(self.desk), "DESK")
            .replace(str(self.home), "HOME")
            for path in self.opened
        ]  # fmt: skip


def furnish(home: Path) -> dict[str, str]:
    """Make the folders of a home; return the environment of who lives there."""
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "COV_"))
    }
    for variable, folder in HOME_FOLDERS.items():
        (home / folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        environment[variable] = str(home / folder)
    return {
        **environment,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def told(home: Path, desk: Path, *words: str, typed: str = "", checked: bool = True) -> Told:
    """Run this Python with `words` in a home, under strace where there is one."""
    trace = home.parent / f"{home.name}-trace"
    spy = [STRACE, "-f", "-qq", "-xx", "-s", "4096", "-o", str(trace), "-e", _CALLS]
    done = subprocess.run(
        [*(spy if STRACE else ()), sys.executable, "-X", "faulthandler", *words],
        cwd=ROOT,
        env=furnish(home),
        input=typed.encode(),
        capture_output=True,
        timeout=_SECONDS,
        check=False,
    )
    said = done.stdout + done.stderr
    assert not checked or done.returncode == 0, said.decode("utf-8", "replace")
    lines = trace.read_text("utf-8", "replace").splitlines() if STRACE else []
    called = tuple(line for line in lines if "connect(" in line and "AF_UNIX" not in line)
    return Told(home, desk, said.decode("utf-8", "replace"), (), _written(lines), called)


def story(home: Path) -> Told:
    """Tell the whole story of the window with marked words."""
    desk = home / "文稿"
    desk.mkdir(parents=True)
    came = told(home, desk, "-m", "tests.journeys.canary_driver", str(desk))
    asked = (desk / f"同意书{MARK}.pdf", *(desk / f"给督导的{MARK}").iterdir())
    return Told(home, desk, came.said, asked, came.opened, came.called)


def beside(home: Path, desk: Path) -> Told:
    """Write what lies beside the vault of the story: backup folder, locked case, package."""
    return told(home, desk, "-m", "tests.journeys.beside_driver", str(desk / VAULT), str(desk))


def case_file(home: Path, desk: Path) -> Told:
    """Fill the file of the case of the story with everything that stands beside notes.

    The tables of answers are hers, brought from elsewhere: they are laid there and taken away.
    """
    rows = [["序号", "姓名", "提交时间", "困扰"], ["1", MARK, "2026/3/1 8:01:02", f"{MARK}睡不着"]]
    tables = desk / "答卷.csv", desk / "答卷.xlsx"
    tables[0].write_text("\n".join(",".join(row) for row in rows), "utf-8")
    book = Workbook()
    for row in [*rows[:1], ["2", *rows[1][1:]]]:
        book.active.append(row)
    book.save(tables[1])
    try:
        return told(home, desk, "-m", "tests.journeys.file_driver", str(desk / VAULT), str(desk))
    finally:
        for table in tables:
            table.unlink()


def commands(home: Path, desk: Path) -> list[Told]:
    """Do with the vault of the story what the commands without a window do.

    The export is refused: the draft holds a character that no font of ours has. It must be
    refused without a word of hers.
    """
    vault, backup = str(desk / VAULT), str(desk / "备份.xinxia")
    asking = ["--purpose", "督导", "--recipient", "示例督导师", "--looked-at-details"]
    return [
        told(home, desk, "-m", "app", *words, typed=typed, checked=words[0] != "export-summary")
        for words, typed in (
            (["verify", vault, "--password-stdin", "--json"], PASSWORD),
            (["backup", vault, backup, "--password-stdin"], PASSWORD),
            (["verify", backup, "--password-stdin"], PASSWORD),
            (["restore", backup, str(desk / "恢复的")], ""),
            (
                ["export-summary", vault, "1", str(desk / "命令行"), *asking, "--password-stdin"],
                PASSWORD,
            ),
            (["deidentify", "--json"], f"{MARK}住在绍兴。"),
        )
    ]


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


def holding(paths: Iterable[Path]) -> dict[str, list[str]]:
    """Return which of these files hold a looked-for word, and in which shapes."""
    found = {str(one): seen(one.read_bytes()) for one in paths}
    return {path: shapes for path, shapes in found.items() if shapes}

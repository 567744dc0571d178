"""What the built program needs of a Linux system: libraries, packages, the age of its glibc."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

# The library, and the Debian package that holds it. One without which no window opens is needed;
# the others serve a printer or another kind of screen, and Qt does without them.
NEEDED: Final = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libgthread-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libstdc++.so.6": "libstdc++6",
    "libxcb.so.1": "libxcb1",
}
WELCOME: Final = {
    "libcups.so.2": "libcups2 | libcups2t64",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
_GLIBC: Final = frozenset(
    {
        *("libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libutil.so.1"),
        *("libresolv.so.2", "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1"),
    }
)
_NEEDED_LINE: Final = re.compile(r"^\s+NEEDED\s+(\S+)", re.MULTILINE)
_GLIBC_LINE: Final = re.compile(r"\bGLIBC_(\d+)\.(\d+)\b")


def unknown(program: Path) -> dict[str, str]:
    """Return the libraries that are neither inside nor known of the system, and who needs them."""
    inside = {path.name for path in program.rglob("*")}
    known = inside | set(NEEDED) | set(WELCOME) | _GLIBC
    return {
        library: path.relative_to(program).as_posix()
        for path, headers in _headers(program)
        for library in _NEEDED_LINE.findall(headers)
        if library not in known
    }


def packages(program: Path) -> tuple[str, str]:
    """Return what a Debian package depends on and what it recommends, as its control file says."""
    asked: set[str] = set()
    oldest = (2, 0)
    for _, headers in _headers(program):
        asked.update(_NEEDED_LINE.findall(headers))
        found = [(int(major), int(minor)) for major, minor in _GLIBC_LINE.findall(headers)]
        oldest = max([oldest, *found])
    # Qt opens these two by name.
    asked.update(("libEGL.so.1", "libGL.so.1"))
    libc = f"libc6 (>= {oldest[0]}.{oldest[1]})"
    return ", ".join([libc, *_named(NEEDED, asked), "xkb-data"]), ", ".join(_named(WELCOME, asked))


def _named(packages_of: Mapping[str, str], asked: set[str]) -> list[str]:
    return sorted({package for library, package in packages_of.items() if library in asked})


def _headers(program: Path) -> Iterator[tuple[Path, str]]:
    """Yield every binary with what objdump tells of it."""
    for path in sorted(program.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        with path.open("rb") as file:
            if file.read(4) != b"\x7fELF":
                continue
        told = subprocess.run(
            ["objdump", "-p", str(path)], capture_output=True, text=True, check=False
        )
        yield path, told.stdout

"""Builds the program that needs no Python: `python3 start.py build`.

Icons, then PyInstaller by build_installer.spec into dist/xinxia/, then a look at what it needs of
the system, then the package of this system (a .deb where dpkg-deb is there). `--folder` stops
before the package. Everything made lies in build/ and dist/, which git does not take.
"""

from __future__ import annotations

import ctypes.util
import os
import shutil
import subprocess
import sys
import sysconfig
import time
import tomllib
from pathlib import Path
from typing import Final

from tools.build import deb, needs, others

ROOT: Final = Path(__file__).resolve().parents[2]
MADE: Final = ROOT / "build"
DIST: Final = ROOT / "dist"
PROGRAM: Final = DIST / "xinxia"
_MILLION: Final = 1_000_000
_USAGE: Final = 2


def version() -> str:
    """Return the version of the program."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return str(project["version"])


def run(*words: str) -> None:
    """Run this Python at the root; stop where it fails."""
    # Telemetry is refused to onnxruntime, which PyInstaller imports to see what it needs.
    environment = {**os.environ, "ORT_DISABLE_TELEMETRY": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-P", *words], cwd=ROOT, env=environment, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def look_ahead() -> None:
    """Stop with one sentence where this system lacks what PyInstaller needs."""
    if not sys.platform.startswith("linux"):
        return
    number = ".".join(map(str, sys.version_info[:2]))
    library = str(sysconfig.get_config_var("INSTSONAME") or "")
    places = (Path(sys.base_prefix) / "lib", Path(str(sysconfig.get_config_var("LIBDIR"))))
    lacking = {
        "binutils": not shutil.which("objdump"),
        f"libpython{number}": ctypes.util.find_library(f"python{number}") is None
        and not any((place / library).is_file() for place in places if ".so" in library),
    }
    missing = " ".join(package for package, lacks in lacking.items() if lacks)
    if missing:
        sys.exit(f"缺少 / missing: {missing}\nsudo apt-get install -y {missing}")


def freeze() -> None:
    """Make dist/xinxia/ anew."""
    run("-m", "tools.build.icons", str(MADE / "icons"))
    if sys.platform == "win32":
        _windows_version()
    run(
        *("-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
        *("--distpath", str(DIST), "--workpath", str(MADE / "pyinstaller")),
        str(ROOT / "build_installer.spec"),
    )
    if sys.platform.startswith("linux"):
        _strip_python()


def _strip_python() -> None:
    """Take the debugging symbols out of Python's own library; those of the wheels have none."""
    strip = shutil.which("strip")
    for library in (PROGRAM / "_internal").glob("libpython3*.so*") if strip else ():
        if not library.is_symlink():
            subprocess.run([str(strip), "--strip-unneeded", str(library)], check=True)


def _windows_version() -> None:
    """Write what Windows shows among the properties of the program."""
    numbers = [*version().split("."), "0", "0", "0"][:4]
    template = (Path(__file__).parent / "windows" / "version.txt").read_text("utf-8")
    MADE.mkdir(exist_ok=True)
    (MADE / "version.txt").write_text(
        template.replace("@TUPLE@", ", ".join(numbers)).replace("@VERSION@", version()),
        encoding="utf-8",
    )


def check() -> None:
    """Stop where the program needs a library that neither it nor the package's system has."""
    if not sys.platform.startswith("linux") or not shutil.which("objdump"):
        return
    unknown = needs.unknown(PROGRAM)
    if unknown:
        sys.exit("\n".join(f"{library} is needed by {who}" for library, who in unknown.items()))


def pack() -> Path | None:
    """Make the package of this system, where the tool for it is there."""
    if sys.platform == "win32":
        return others.windows(ROOT, DIST, version())
    if sys.platform == "darwin":
        return others.macos(ROOT, MADE, DIST, version())
    return deb.make(PROGRAM, MADE, DIST, version()) if shutil.which("dpkg-deb") else None


def main(words: list[str]) -> None:
    """Build; say what was made, how large, how long it took."""
    if words not in ([], ["--folder"]):
        sys.stderr.write(f"{__doc__}\n")
        sys.exit(_USAGE)
    began = time.monotonic()
    look_ahead()
    freeze()
    check()
    package = None if words else pack()
    for path in [PROGRAM, package] if package else [PROGRAM]:
        files = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file()]
        size = sum(one.lstat().st_size for one in files if not one.is_symlink())
        print(f"{path.relative_to(ROOT)}  {size / _MILLION:.1f} MB")
    print(f"{time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main(sys.argv[1:])

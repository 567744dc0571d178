"""Packs dist/xinxia/ as a Debian package: the program in /usr/lib, a command, a place in the menu.

Nothing of it runs as root but the refreshing of the menu's own caches; no conffiles, no service.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from pathlib import Path
from typing import Final

from tools.build import needs

HERE: Final = Path(__file__).parent / "linux"
_MACHINES: Final = {"x86_64": "amd64", "aarch64": "arm64"}
_KIB: Final = 1024


def architecture() -> str:
    """Return what Debian calls this machine."""
    return _MACHINES.get(platform.machine(), platform.machine())


def make(program: Path, made: Path, into: Path, version: str) -> Path:
    """Write the package of `program` into the folder `into`; return its path."""
    tree = made / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(program, tree / "usr" / "lib" / "xinxia", symlinks=True)
    _copy(HERE / "xinxia", tree / "usr" / "bin" / "xinxia")
    _copy(HERE / "xinxia.desktop", tree / "usr" / "share" / "applications" / "xinxia.desktop")
    for picture in sorted((made / "icons").glob("xinxia-*.png")):
        size = picture.stem.removeprefix("xinxia-")
        folder = tree / "usr" / "share" / "icons" / "hicolor" / f"{size}x{size}" / "apps"
        _copy(picture, folder / "xinxia.png")
    doc = tree / "usr" / "share" / "doc" / "xinxia"
    _copy(program / "_internal" / "licences" / "THIRD-PARTY.txt", doc / "copyright")
    _control(tree, program, version)
    _open_to_read(tree)
    package = into / f"xinxia_{version}_{architecture()}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "-z1", "--build", str(tree), str(package)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return package


def _copy(source: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, place)


def _control(tree: Path, program: Path, version: str) -> None:
    """Write the control file, with what this very build was seen to need."""
    depends, recommends = needs.packages(program)
    size = sum(one.lstat().st_size for one in tree.rglob("*") if one.is_file()) // _KIB
    text = (HERE / "control").read_text("utf-8")
    for key, value in {
        "VERSION": version,
        "ARCHITECTURE": architecture(),
        "SIZE": str(size),
        "DEPENDS": depends,
        "RECOMMENDS": recommends,
    }.items():
        text = text.replace(f"@{key}@", value)
    folder = tree / "DEBIAN"
    folder.mkdir()
    (folder / "control").write_text(text, encoding="utf-8")
    for script in ("postinst", "postrm"):
        _copy(HERE / script, folder / script)


def _open_to_read(tree: Path) -> None:
    """Let everybody read and run what is installed, whatever the umask here was."""
    runnable = {"xinxia", "postinst", "postrm"}
    for path in [tree, *tree.rglob("*")]:
        if path.is_symlink():
            continue
        folder_or_program = path.is_dir() or (path.name in runnable and not path.suffix)
        os.chmod(path, 0o755 if folder_or_program else 0o644)  # noqa: PTH101 - no links here

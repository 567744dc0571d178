"""Packs the built program for Windows (Inno Setup) and macOS (a disk image).

Prepared, and run on neither: see docs/building.md. Each does nothing where its tool is not there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
_APP: Final = "心匣.app"


def windows(root: Path, into: Path, version: str) -> Path | None:
    """Return the installer that Inno Setup 6 made of dist/xinxia/, if it is installed."""
    usual = Path(os.environ.get("PROGRAMFILES(X86)", "")) / "Inno Setup 6" / "ISCC.exe"
    compiler = shutil.which("iscc") or (str(usual) if usual.is_file() else None)
    if compiler is None:
        return None
    script = HERE / "windows" / "xinxia.iss"
    words = [f"/DVersion={version}", f"/DRoot={root}", f"/O{into}", str(script)]
    subprocess.run([compiler, "/Q", *words], check=True)
    return into / f"xinxia-{version}-setup.exe"


def macos(root: Path, made: Path, into: Path, version: str) -> Path | None:
    """Return a disk image with the program and the way into Applications, if this is a Mac."""
    hdiutil = shutil.which("hdiutil")
    if hdiutil is None:
        return None
    folder = made / "dmg"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copytree(into / _APP, folder / _APP, symlinks=True)
    shutil.copyfile(root / "LICENSE", folder / "LICENSE.txt")
    (folder / "Applications").symlink_to("/Applications")
    image = into / f"xinxia-{version}.dmg"
    image.unlink(missing_ok=True)
    what = ["-volname", "心匣", "-srcfolder", str(folder), "-format", "UDZO", str(image)]
    subprocess.run([hdiutil, "create", *what], check=True)
    return image

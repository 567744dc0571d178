"""Draws the program's sign in the sizes that desktops ask for, from the SVG the window uses.

`python -m tools.build.icons FOLDER` writes xinxia-16.png … xinxia-512.png, xinxia.ico and
xinxia.icns. The sign is that of the light theme: a desktop has its own ground.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def draw(folder: Path) -> None:
    """Write every icon into `folder`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the platform is chosen first

    from ui.theme import icons  # noqa: PLC0415
    from ui.theme.style import apply  # noqa: PLC0415

    application = QApplication(sys.argv[:1])
    apply(application, "light")
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        icons.mark(size).save(str(folder / f"xinxia-{size}.png"))
    _bundle(folder)
    application.quit()


def _bundle(folder: Path) -> None:
    """Write the icons of Windows and macOS from the PNGs."""
    from PIL import Image  # noqa: PLC0415

    with Image.open(folder / "xinxia-256.png") as largest:
        sizes = [(size, size) for size in SIZES if size <= 256]  # noqa: PLR2004 - ICO's limit
        largest.save(folder / "xinxia.ico", sizes=sizes)
    with Image.open(folder / "xinxia-512.png") as picture:
        picture.save(folder / "xinxia.icns")


if __name__ == "__main__":
    draw(Path(sys.argv[1]))

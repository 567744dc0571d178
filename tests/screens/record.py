"""Every screen as a picture: `python -m tests --screens DIR`.

Two languages, two themes, two sizes; one page (index.html) and one picture (sheet.png) show them
all. Clock, practice and keys stand still, so that two runs of the same program give the same
pictures. One process a language: the two share nothing.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from html import escape
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

LANGUAGES = ("zh", "en")
THEMES = ("light", "dark")
SIZES = ((1280, 800), (1920, 1080))
ZONE = "Asia/Shanghai"
_ROOT = Path(__file__).resolve().parents[2]
_THUMB = 320
_ACROSS = 4
_NAME = 16  # pixels of the line that names a row of the sheet
_BETWEEN = 8


def main(words: list[str]) -> int:
    """Write the pictures into the folder that is named; return 0 when all are there."""
    parser = argparse.ArgumentParser(prog="python -m tests --screens")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--screen", action="append", default=[])
    asked = parser.parse_args(words)
    asked.folder.mkdir(parents=True, exist_ok=True)
    if asked.language:
        _draw(asked.folder, asked.language, asked.screen)
        return 0
    began = time.monotonic()
    if not _both(asked.folder, asked.screen):
        return 1
    made = _sheet(asked.folder)
    print(f"{made} pictures in {time.monotonic() - began:.0f} s: {asked.folder / 'index.html'}")
    return 0


def _both(folder: Path, only: list[str]) -> bool:
    """Draw each language in a process of its own, with a home of its own."""
    with tempfile.TemporaryDirectory(prefix="xinxia-screens-") as room:
        home = str(Path(room) / "shen")  # a file dialog calls it by name
        Path(home).mkdir()
        surroundings = {
            **os.environ,
            "PYTHONPATH": str(_ROOT),
            "QT_QPA_PLATFORM": "offscreen",
            "QT_LOGGING_RULES": "qt.qpa.fonts.warning=false",
            "ORT_DISABLE_TELEMETRY": "1",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
            "TZ": ZONE,
            "HOME": home,
            "XDG_CONFIG_HOME": home,
            "TMPDIR": home,
        }
        words = [word for name in only for word in ("--screen", name)]
        python = (sys.executable, "-P", "-X", "faulthandler")
        command = (*python, "-m", "tests.screens.record", str(folder), *words)
        both = [
            subprocess.Popen([*command, "--language", one], cwd=_ROOT, env=surroundings)
            for one in LANGUAGES
        ]
        return not any(list(map(subprocess.Popen.wait, both)))


def _draw(folder: Path, language: str, only: list[str]) -> None:
    """Draw the screens of one language."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - only who draws needs a window

    from tests.screens import practice  # noqa: PLC0415
    from tests.screens.catalogue import SCREENS  # noqa: PLC0415
    from tests.screens.pictures import LARGE, PICTURES  # noqa: PLC0415
    from tests.screens.stage import Stage  # noqa: PLC0415
    from ui.collector import Collector  # noqa: PLC0415
    from ui.theme.style import prefer_fusion  # noqa: PLC0415

    prefer_fusion()
    application = QApplication(["xinxia"])
    Collector(application)  # as in the program: no part of a window dies on the vault's thread
    with tempfile.TemporaryDirectory(prefix=f"{language}-") as name:
        made = practice.make(Path(name) / "first")
        for theme, scale in product(THEMES, (1.0, 2.0)):
            there = Path(name) / f"{theme}-{scale}"
            stage = Stage(
                made.copied(there), language=language, theme=theme, size=SIZES[0], scale=scale
            )
            for screen in () if scale > 1 else SCREENS:
                if not only or screen.name in only:
                    _take(stage, screen, folder)
            for picture in LARGE if scale > 1 else PICTURES:
                if not only or picture.name in only:
                    _take_each(stage, picture, folder)
            stage.close()
            shutil.rmtree(there)
    application.quit()


def _take(stage, screen, folder: Path) -> None:  # type: ignore[no-untyped-def]
    """Take a screen in every size."""
    from tests.screens.catalogue import show  # noqa: PLC0415

    if stage.which and stage.size != SIZES[0]:
        stage.resize(SIZES[0])
    shown = show(stage, screen)
    for size in SIZES:
        if stage.size != size:
            stage.resize(size)
        shown.grab().save(str(folder / _file(stage.language, stage.theme, size, screen.name)))


def _take_each(stage, screen, folder: Path) -> None:  # type: ignore[no-untyped-def]
    """Come to a picture anew in every size, and take it with the menus that stand over it."""
    from tests.screens.catalogue import show  # noqa: PLC0415
    from tests.screens.pictures import rest  # noqa: PLC0415

    for size in SIZES:
        if stage.which and stage.size != size:
            stage.resize(size)
        stage.size = size
        show(stage, screen)
        taken = _with_menus(stage.shell)
        taken.save(str(folder / _file(stage.language, stage.theme, size, screen.name)))
        rest(stage)


def _with_menus(window: QWidget) -> QPixmap:
    """Return a picture of a window with the menus that are open over it."""
    from PySide6.QtGui import QPainter  # noqa: PLC0415
    from PySide6.QtWidgets import QMenu  # noqa: PLC0415

    taken = window.grab()
    painter = QPainter(taken)
    for menu in window.findChildren(QMenu):
        if menu.isVisible():
            painter.drawPixmap(_under_button(menu, window), menu.grab())
    painter.end()
    return taken


def _under_button(menu: QWidget, window: QWidget) -> QPoint:
    """Return where a menu hangs in a real window: the screen it was moved into is a small one."""
    from PySide6.QtCore import QPoint  # noqa: PLC0415
    from PySide6.QtWidgets import QAbstractButton  # noqa: PLC0415

    button = window.focusWidget()
    if not isinstance(button, QAbstractButton):
        return menu.pos() - window.pos()
    below = button.mapTo(window, QPoint(0, button.height() + 4))
    return QPoint(min(below.x(), window.width() - menu.width() - 8), below.y())


def _file(language: str, theme: str, size: tuple[int, int], name: str) -> str:
    return f"{name}-{language}-{theme}-{size[0]}x{size[1]}.png"


def _sheet(folder: Path) -> int:
    """Put every picture on one page and in one picture; return how many there are."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - comes with the program

    names = sorted({path.name.split("-zh-")[0] for path in folder.glob("*-zh-light-*.png")})
    order = _in_order(names)
    kinds = [(language, theme) for theme, language in product(THEMES, LANGUAGES)]
    size = SIZES[0]
    high = round(_THUMB * size[1] / size[0])
    step = _NAME + high + _BETWEEN
    whole = Image.new("RGB", (_ACROSS * (_THUMB + _BETWEEN), len(order) * step), "#808080")
    pen = ImageDraw.Draw(whole)
    lines = ["<!doctype html><meta charset='utf-8'><title>心匣</title>", _CSS]
    for row, name in enumerate(order):
        lines.append(f"<h2>{escape(name)}</h2><div>")
        pen.text((4, row * step + 2), name, "#ffffff")
        for column, (language, theme) in enumerate(kinds):
            first, second = (_file(language, theme, one, name) for one in SIZES)
            small = Image.open(folder / first).convert("RGB")
            small.thumbnail((_THUMB, high))
            whole.paste(small, (column * (_THUMB + _BETWEEN), row * step + _NAME))
            lines.append(
                f"<figure><a href='{first}'><img src='{first}' loading='lazy'></a><figcaption>"
                f"{language} {theme} <a href='{second}'>{SIZES[1][0]}</a></figcaption></figure>"
            )
        lines.append("</div>")
    whole.save(folder / "sheet.png")
    (folder / "index.html").write_text("\n".join(lines), encoding="utf-8")
    return len(list(folder.glob("*-*x*.png")))


def _in_order(names: list[str]) -> list[str]:
    """Return the names as the list of screens has them."""
    from tests.screens.catalogue import SCREENS  # noqa: PLC0415
    from tests.screens.pictures import LARGE, PICTURES  # noqa: PLC0415

    return [one.name for one in (*SCREENS, *PICTURES, *LARGE) if one.name in names]


_CSS = """<style>
body { background: #777; color: #fff; font: 14px sans-serif; margin: 16px }
div { display: grid; grid-template-columns: repeat(4, 1fr); gap: 8px }
figure { margin: 0 } img { width: 100% } a { color: inherit } h2 { font-size: 15px }
</style>"""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

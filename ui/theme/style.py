"""Puts a theme on the application: Fusion, a palette, and one style sheet filled by role."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from resources import resource
from ui.theme import fonts, icons, look
from ui.theme.focus import watch
from ui.theme.held import hold_constants
from ui.theme.roles import THEMES, Roles, load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from ui.theme.roles import Role

_deep: list[bool] = []
_STYLE: Final = "QT_STYLE_OVERRIDE"
_THIN: Final = 2  # borders keep their width at every scale
_PALETTE: Final[Mapping[QPalette.ColorRole, Role]] = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "raised",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "high",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "onaccent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "paper",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "hair",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "scrim",
}


def prefer_fusion() -> None:
    """Let an application that is made after this begin in Fusion.

    Where `apply` has to ask for the style and put on another one, the door is painted later.
    """
    os.environ[_STYLE] = "fusion"


def apply(
    app: QApplication, name: str = "light", *, scale: float = 0.0, language: str = "zh"
) -> None:
    """Dress `app` in the theme `name` ("light", "dark" or "system").

    `scale` multiplies every measure; 0 follows the system's font scale.
    """
    hold_constants()
    roles = load(_resolved(app, name))
    families = fonts.families(language, dark=roles.name == "dark")
    headed = fonts.headed(families) if _deep else ()
    look.use(look.Look(roles, scale or fonts.system_scale(), families, headed, _wants_calm(app)))
    icons.flush()
    if os.environ.get(_STYLE) != "fusion" and app.style().objectName() != "fusion":
        app.setStyle("fusion")
    app.setFont(look.font(13))
    app.setPalette(palette(roles))
    app.setStyleSheet(sheet(roles, look.now().scale))
    watch(app)


def deepen() -> None:
    """Write headings in a medium weight from now on; it is loaded as soon as there is time.

    Whoever calls this has been painted already: a first start, or a door whose key is being made.
    """
    app = QApplication.instance()
    if not _deep and isinstance(app, QApplication):
        _deep.append(True)
        QTimer.singleShot(0, app, lambda: _deepen(app))


def _deepen(app: QApplication) -> None:
    now = look.now()
    now.headed = fonts.headed(now.families)
    if now.headed:
        app.setStyleSheet(sheet(now.roles, now.scale))


def palette(roles: Roles) -> QPalette:
    """Return the palette that goes with `roles`."""
    made = QPalette()
    for part, role in _PALETTE.items():
        made.setColor(part, roles.colour(role))
    dim = QPalette.ColorGroup.Disabled
    for part in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(dim, part, roles.colour("faint"))
    made.setColor(dim, QPalette.ColorRole.WindowText, roles.colour("faint"))
    return made


def sheet(roles: Roles, scale: float = 1.0) -> str:
    """Return the style sheet: colours put in for `{role}`, lengths multiplied by `scale`."""
    text = resource("themes/style.qss").read_text("utf-8")
    text = text.replace("{latin}", ", ".join(f'"{name}"' for name in fonts.LATIN))
    other = load(THEMES[roles.name == "light"])
    text = text.replace("{toastlink}", other.hexes["accent"])
    text = text.replace("{toastfaint}", other.hexes["soft"])
    for role, colour in roles.hexes.items():
        text = text.replace(f"{{{role}}}", colour)
    headed = look.now().headed
    if headed:
        names = ", ".join(f'"{name}"' for name in headed)
        text = text.replace("font-weight: 500;", f"font-weight: 500; font-family: {names};")
    return re.sub(r"(\d+)px", lambda found: f"{_scaled(int(found[1]), scale)}px", text)


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at `widget` again after a property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def _scaled(length: int, scale: float) -> int:
    return length if length <= _THIN else round(length * scale)


def _resolved(app: QApplication, name: str) -> str:
    if name in THEMES:
        return name
    return "dark" if scheme(app) == Qt.ColorScheme.Dark else "light"


def scheme(app: QApplication) -> Qt.ColorScheme:
    """Return whether the system is light or dark now."""
    return app.styleHints().colorScheme()


def _wants_calm(app: QApplication) -> bool:
    style = app.styleHints()  # held: PySide drops what hangs on a temporary
    if not hasattr(style, "accessibility"):  # before Qt 6.10
        return False
    hints = style.accessibility()
    if not hasattr(hints, "motionPreference"):  # before Qt 6.12
        return False
    return hints.motionPreference() == Qt.MotionPreference.ReducedMotion

"""The look that holds now: its colours, its font, and how large everything is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont

from ui.theme.roles import Roles, load

if TYPE_CHECKING:
    from ui.theme.roles import Role


@dataclass(slots=True)
class Look:
    """What `ui.theme.style.apply` decided last."""

    roles: Roles
    scale: float = 1.0
    families: tuple[str, ...] = ()
    headed: tuple[str, ...] = ()  # the families for headings, once they were asked for
    calm: bool = False
    colours: dict[Role, QColor] = field(default_factory=dict)


_MEDIUM = 500
_LARGE = 1.25
_now: list[Look] = []


def now() -> Look:
    """Return the look in use; the light one before any was applied."""
    if not _now:
        _now.append(Look(load("light")))
    return _now[0]


def use(look: Look) -> None:
    """Make `look` the one in use."""
    _now[:] = [look]


def colour(role: Role) -> QColor:
    """Return the colour that plays `role` in the theme in use."""
    look = now()
    if role not in look.colours:
        look.colours[role] = look.roles.colour(role)
    return look.colours[role]


def px(length: float) -> int:
    """Return `length`, given in pixels at 100 %, at the present font scale."""
    return round(length * now().scale)


def large() -> bool:
    """Say whether letters are so large that pages scroll sideways and no words are cut."""
    return now().scale >= _LARGE


def font(size: float, weight: int = 400) -> QFont:
    """Return the interface font at `size` pixels (100 %) and `weight`."""
    look = now()
    families = look.headed if weight == _MEDIUM and look.headed else look.families
    made = QFont(list(families)) if families else QFont()
    made.setPixelSize(max(1, px(size)))
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def calm() -> bool:
    """Say whether the system asks for reduced motion."""
    return now().calm

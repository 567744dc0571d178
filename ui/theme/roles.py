"""Colours by role: a part asks for `ink`, never for a number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, get_args

from PySide6.QtGui import QColor

from resources import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

Role = Literal[
    "paper", "raised", "sunken", "sheet", "scrim",
    "ink", "soft", "faint",
    "line", "hair", "edge",
    "accent", "onaccent", "accenthi",
    "wash", "hover",
    "high", "mid", "low",
    "highwash", "midwash", "lowwash",
    "mark",
]  # fmt: skip
Tone = Literal["plain", "accent", "high", "mid", "low"]

ROLES: Final[tuple[Role, ...]] = get_args(Role)
THEMES: Final = ("light", "dark")

TONE_INK: Final[Mapping[Tone, Role]] = {
    "plain": "soft",
    "accent": "accent",
    "high": "high",
    "mid": "mid",
    "low": "low",
}
TONE_GROUND: Final[Mapping[Tone, Role]] = {
    "plain": "sunken",
    "accent": "wash",
    "high": "highwash",
    "mid": "midwash",
    "low": "lowwash",
}


@dataclass(frozen=True, slots=True)
class Roles:
    """One theme: its name and a colour for every role."""

    name: str
    hexes: Mapping[Role, str]

    def colour(self, role: Role) -> QColor:
        """Return the colour that plays `role`."""
        return QColor(self.hexes[role])


def load(name: str) -> Roles:
    """Read the theme `name` from the resources; every role must have a colour."""
    found = _pairs(resource(f"themes/{name}.toml").read_text("utf-8"))
    return Roles(name, {role: found[role] for role in ROLES})


def _pairs(text: str) -> dict[str, str]:
    """Return what a theme says, line by line: `name = "value"`, the only TOML it may use.

    The library's own reader would cost the door three milliseconds.
    """
    lines = [line.split("=") for line in text.splitlines() if line and line[0] != "#"]
    return {name.strip(): value.strip().strip('"') for name, value in lines}

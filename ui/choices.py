"""Choices that hold at once, wherever they are made: the theme of the whole program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from ui import translation
from ui.theme import look, style
from ui.theme.roles import THEMES

if TYPE_CHECKING:
    from app.ports import PreferenceStore


def dress(theme: str, language: str, scale: float = 0.0) -> None:
    """Dress the whole program in a theme; the scale stays unless another is given."""
    application = QCoreApplication.instance()
    if isinstance(application, QApplication):
        spoken = translation.chosen(language)
        style.apply(application, theme, scale=scale or look.now().scale, language=spoken)


class FollowsSystem(QObject):
    """Dresses the program anew when the system turns dark or light, unless a theme was chosen."""

    def __init__(self, preferences: PreferenceStore, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        application = QCoreApplication.instance()
        if isinstance(application, QApplication):
            hints = application.styleHints()
            hints.colorSchemeChanged.connect(self._turn)

    def _turn(self) -> None:
        chosen = self._preferences.load()
        if chosen.theme not in THEMES:
            dress(chosen.theme, chosen.language)

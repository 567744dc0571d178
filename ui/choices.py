"""Choices that hold at once, wherever they are made: the theme of the whole program."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from ui import translation
from ui.theme import look, style


def dress(theme: str, language: str, scale: float = 0.0) -> None:
    """Dress the whole program in a theme; the scale stays unless another is given."""
    application = QCoreApplication.instance()
    if isinstance(application, QApplication):
        spoken = translation.chosen(language)
        style.apply(application, theme, scale=scale or look.now().scale, language=spoken)

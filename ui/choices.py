"""Choices that hold at once, wherever they are made: the theme of the whole program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from ui import translation
from ui.theme import look, style
from ui.theme.roles import THEMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.errors import Refusal
    from app.domain.preferences import Preferences
    from app.ports import PreferenceStore
    from ui.office import Office


def dress(theme: str, language: str, scale: float = 0.0) -> None:
    """Dress the whole program in a theme; the scale stays unless another is given."""
    application = QCoreApplication.instance()
    if isinstance(application, QApplication):
        spoken = translation.chosen(language)
        style.apply(application, theme, scale=scale or look.now().scale, language=spoken)


def keep(
    office: Office,
    owner: QObject,
    changed: Callable[[Preferences], Preferences],
    then: Callable[[], object] = lambda: None,
    refused: Callable[[Refusal], None] | None = None,
) -> None:
    """Keep a choice outside the vault, one after the other, away from the window's thread."""
    store = office.preferences

    def kept(_: None) -> None:
        then()

    office.desk.outside(owner, lambda: store.save(changed(store.load())), kept, refused)


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

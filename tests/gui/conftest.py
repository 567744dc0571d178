"""Screens without a screen: the theme applied, parts found by what they are called aloud."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Protocol, TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication, QWidget

from tests import made
from tests.gui.helpers import Clock, House
from ui import translation
from ui.tasks import Desk
from ui.theme import look, style

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.made import MadeVault

Kind = TypeVar("Kind", bound=QWidget)


class Find(Protocol):
    """Finds the one part of a kind with an accessible name."""

    def __call__(self, within: QWidget, kind: type[Kind], name: str) -> Kind: ...


_WORN: list[object] = []


def _worn(app: QApplication) -> list[object]:
    """Return what a theme puts on the application, so that any other can be told from it."""
    now = look.now()
    return [
        *(now.roles, now.scale, now.families, now.headed, now.calm),
        *(app.styleSheet(), app.palette(), app.font(), app.style().objectName()),
        *(app.styleHints().colorScheme(), os.environ.get("QT_STYLE_OVERRIDE")),
    ]


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    """Speak Chinese, in the light theme at 100 %, unless the test before left it just so."""
    if translation.locale().language() != QLocale.Language.Chinese:
        translation.install(qapp, "zh")
    if _worn(qapp) != _WORN:
        style.apply(qapp, "light", scale=1)
        _WORN[:] = _worn(qapp)


@pytest.fixture(autouse=True)
def nothing_left_open(qapp: QApplication) -> Iterator[None]:
    """Fail where a window is still open at the end."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [part for part in qapp.topLevelWidgets() if part.isVisible()]
    for part in left:
        part.close()
    assert not left, f"still open: {left}"


@pytest.fixture
def find() -> Find:
    """Give the finder."""

    def finder(within: QWidget, kind: type[Kind], name: str) -> Kind:
        found = [part for part in within.findChildren(kind) if part.accessibleName() == name]
        assert len(found) == 1, f"{len(found)} of {kind.__name__} are called {name}"
        return found[0]

    return finder


@pytest.fixture
def desk() -> Iterator[Desk]:
    """Give a desk whose vault is closed at the end."""
    desk = Desk()
    yield desk
    desk.close(lambda vault: vault.close())
    desk.end()


@pytest.fixture(scope="session")
def made_vault(tmp_path_factory: pytest.TempPathFactory) -> MadeVault:
    """Make the vault that the tests copy."""
    return made.make(tmp_path_factory.mktemp("made") / "vault", Clock())


@pytest.fixture
def house(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, made_vault: MadeVault
) -> Iterator[House]:
    """Give an open vault, in Chinese."""
    translation.install(qapp, "zh")
    one = House(qtbot, tmp_path / "vault", made_vault)
    yield one
    one.end()

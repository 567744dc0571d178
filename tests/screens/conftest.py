"""The window in which the checks go from screen to screen, and the practice in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.screens import practice
from tests.screens.stage import Stage
from ui import translation
from ui.theme import style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from tests.screens.practice import Practice


@pytest.fixture(scope="session")
def made_practice(tmp_path_factory: pytest.TempPathFactory) -> Practice:
    """Make the vaults once."""
    return practice.make(tmp_path_factory.mktemp("practice"))


@pytest.fixture(scope="module")
def staged(
    qapp: QApplication, made_practice: Practice, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., Stage]]:
    """Give what sets a stage up; one at a time, and everything is put back at the end."""
    standing: list[Stage] = []

    def stage(**how: Any) -> Stage:
        for one in standing:
            one.end()
        copied = made_practice.copied(tmp_path_factory.mktemp("stage"))
        standing[:] = [Stage(copied, **how)]
        return standing[0]

    flash = qapp.cursorFlashTime()
    yield stage
    for one in standing:
        one.end()
    qapp.setCursorFlashTime(flash)
    translation.install(qapp, "zh")
    style.apply(qapp, "light", scale=1)

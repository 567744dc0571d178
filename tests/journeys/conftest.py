"""A journey goes through the real window: the theme applied, Chinese spoken, nothing left over."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from ui import translation
from ui.theme import style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """Speak Chinese in the light theme at 100 %; destroy at the end what was put away."""
    translation.install(qapp, "zh")
    style.apply(qapp, "light", scale=1)
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

"""The part of the settings that leads to the health check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.page import ToHealth
from ui.widgets.button import Button
from ui.widgets.card import beside, column
from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout

    from ui.page import Page


def health_part(page: Page) -> QHBoxLayout:
    """Return a line that says what the check is for, with the way to it."""
    go = Button(QCoreApplication.translate("HealthPart", "健康检查"), "quiet")
    go.clicked.connect(lambda: page.wanted.emit(ToHealth()))
    words = column(
        Label(QCoreApplication.translate("HealthPart", "保险库是不是完好"), "read", wrap=True),
        Label(
            QCoreApplication.translate(
                "HealthPart", "每次打开先看一眼，每个月整个核对一次，也可以现在就做。"
            ),
            "soft",
            wrap=True,
        ),
    )
    return beside(words, go)

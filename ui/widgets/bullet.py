"""A point of a list: a dot, and its words beside it on every line."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets.card import column, row
from ui.widgets.label import Label


def bulleted(text: str) -> QWidget:
    """Return `text` as a point of a list; where it wraps, no line begins below the dot."""
    line = row(
        column(Label("·", "soft", leaded=True), None), Label(text, "soft", wrap=True), spacing=6
    )
    line.setStretch(1, 1)
    holder = QWidget()
    holder.setLayout(line)
    return holder

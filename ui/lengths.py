"""How the length of a text is said, one sentence for all screens."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.length import Length, Unit

translate = QCoreApplication.translate


def said(length: Length) -> str:
    """Return a length in words, saying what was counted: characters, words, or both together."""
    if length.unit is Unit.WORDS:
        return translate("Lengths", "%Ln 个词", "", length.number)
    if length.unit is Unit.BOTH:
        return translate("Lengths", "共 %Ln 字", "", length.number)
    return translate("Lengths", "%Ln 字", "", length.number)

"""A language nobody speaks: every English word 40 % longer, accented, and in brackets.

Where a bracket is missing on the screen, words were cut; where one stands twice, a sentence was
put together from pieces. Patterns of dates stay as they are: Qt reads them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTranslator

from tools.i18n import update

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication

OPEN, CLOSE = "[", "]"
LONGER: Final = 0.4
_KEPT: Final = {"Dates", "Calendar"}
_ACCENTS: Final = str.maketrans("aeiouAEIOUcnyz", "áéíóúÁÉÍÓÚçñýž")
_PLACE: Final = re.compile(r"(\{[^}]*\}|%n)")


def longer(english: str) -> str:
    """Return a text 40 % longer, accented, bracketed; places to fill and line ends stay."""
    lines = english.split("\n")
    return "\n".join(f"{OPEN}{_line(one)}{CLOSE}" if one.strip() else one for one in lines)


def _line(text: str) -> str:
    parts = _PLACE.split(text)
    said = "".join(one if _PLACE.fullmatch(one) else one.translate(_ACCENTS) for one in parts)
    more = max(1, round(len(text) * LONGER) - 2)
    words = (text.split() or [text])[-1].strip(".,:;…")[:12].translate(_ACCENTS) or "x"
    if _PLACE.search(words):
        words = "lóñg"
    filler = (f" {words}" if " " in text else words) * (more // max(1, len(words)) + 1)
    return said + filler[:more]


@cache
def _words() -> dict[tuple[str, str], str]:
    return {
        (one.context, one.source): longer(one.english)
        for one in update.entries()
        if one.english and one.context not in _KEPT
    }


class Pseudo(QTranslator):
    """Says everything that the English catalogue says in longer words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = dict(_words())

    def isEmpty(self) -> bool:
        """Say that there is something to say."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        """Return the longer words, or nothing."""
        said = self.words.get((context, source), "")
        return said.replace("%n", str(n)) if n >= 0 else said


def install(app: QApplication) -> Pseudo:
    """Let `app` speak it, on top of English."""
    made = Pseudo(app)
    app.installTranslator(made)
    return made

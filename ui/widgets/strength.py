"""How hard a password is to guess: four segments, a word, and the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from ui.theme.roles import TONE_INK
from ui.widgets.card import column, row
from ui.widgets.label import Label, Tint
from ui.widgets.meter import Meter

if TYPE_CHECKING:
    from ui.theme.roles import Tone

_TONES: Final[tuple[Tone, ...]] = ("plain", "high", "mid", "low", "low")
_TINTS: Final[dict[str, Tint]] = {"soft": "faint", "high": "high", "mid": "mid", "low": "low"}


class Strength(QWidget):
    """Shows a level from 0 (nothing written) to 4."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meter = Meter(4)
        self._word, self._reason = Label("", "meta"), Label("", "meta", tint="soft", wrap=True)
        words = row(self._word, self._reason, spacing=6)
        words.setStretch(1, 1)
        self.setLayout(column(self._meter, words, spacing=8))
        self.set_level(0)

    def set_level(self, level: int, reason: str = "") -> None:
        """Show `level` with its word; `reason` says why in a sentence."""
        level = max(0, min(level, 4))
        tone = _TONES[level]
        word = self._words()[level]
        self._meter.set_level(level, tone, word)
        self._word.setText(word)
        self._word.set_tint(_TINTS[TONE_INK[tone]])
        self._reason.setText(reason)

    def level(self) -> int:
        """Return the level shown."""
        return self._meter.level()

    def _words(self) -> tuple[str, ...]:
        return (
            self.tr("至少 8 个字符"),
            self.tr("很容易猜到"),
            self.tr("不太难猜"),
            self.tr("较难猜到"),
            self.tr("很难猜到"),
        )

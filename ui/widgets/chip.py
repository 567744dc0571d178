"""Chips: a state said with icon and word, and choices that stand side by side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import icons, look
from ui.theme.roles import TONE_GROUND, TONE_INK
from ui.widgets.flow import Flow
from ui.widgets.painted import Painted, Pressed, box, smooth, text_width, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPaintEvent

    from ui.theme.roles import Role, Tone

_FIXED = QSizePolicy.Policy.Fixed
_TICK: Final = 16
_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class StateChip(Painted):
    """A small word with its icon, 22 high; it says a state and does nothing."""

    def __init__(
        self, text: str, tone: Tone = "plain", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(_FIXED, _FIXED)
        self.say(text, tone, icon)

    def say(self, text: str, tone: Tone = "plain", icon: str = "") -> None:
        """Show another state."""
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.dress()

    def text(self) -> str:
        """Return the word."""
        return self._text

    def sizeHint(self) -> QSize:
        """Return the room for icon and word."""
        lead = look.px(17) if self._icon else 0
        wide = look.px(16) + lead + text_width(look.font(12), self._text)
        return QSize(wide, look.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip."""
        del event
        painter = smooth(self)
        area = QRectF(self.rect())
        ink = TONE_INK[self._tone]
        box(painter, area, fill=TONE_GROUND[self._tone], radius=look.px(5))
        left = look.px(8)
        if self._icon:
            top = (self.height() - look.px(13)) / 2
            icons.paint(painter, self._icon, (left, top), ink, 13)
            left += look.px(17)
        words(painter, area.adjusted(left, 0, 0, 0), self._text, (look.font(12), ink))


class ChoiceChip(Pressed, QAbstractButton):
    """A choice, 28 high; chosen it carries a tick. `count` follows in a fainter colour.

    A `steady` one keeps the room of its tick, so that nothing beside it moves when it is chosen.
    `stepped` asks for the choice before (-1) or after (1) it, `left` tells that the keyboard went.
    """

    stepped = Signal(int)
    left = Signal()

    def __init__(
        self,
        text: str,
        *,
        count: int | None = None,
        ticked: bool = True,
        steady: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._count, self._ticked, self._over = count, ticked, False
        self._steady = steady
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(_FIXED, _FIXED)
        self.toggled.connect(self.updateGeometry)

    def set_count(self, count: int | None) -> None:
        """Show how many there are behind this choice."""
        self._count = count
        self.dress()

    def sizeHint(self) -> QSize:
        """Return the room for tick, word and count."""
        lead = look.px(_TICK) if self._steady else self._lead()
        wide = look.px(22) + lead + text_width(look.font(13), self.text())
        if self._count is not None:
            wide += look.px(6) + text_width(look.font(12), str(self._count))
        return QSize(wide, look.px(28))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a neighbour with the arrow keys."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def changeEvent(self, event: QEvent) -> None:
        """Tell that the keyboard may stop elsewhere now."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange:
            self.left.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard went."""
        super().focusOutEvent(event)
        self.left.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the pointer is over it."""
        super().enterEvent(event)
        self._hover(over=True)

    def leaveEvent(self, event: QEvent) -> None:
        """Show that the pointer has gone."""
        super().leaveEvent(event)
        self._hover(over=False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip."""
        del event
        painter = smooth(self)
        on = self.isChecked()
        ink: Role = "accent" if on else "ink" if self.isEnabled() else "faint"
        box(painter, QRectF(self.rect()), fill=self._ground(), line="accent" if on else "line",
            radius=look.px(6))  # fmt: skip
        left = look.px(11)
        if self._lead():
            icons.paint(painter, "check", (left - look.px(2), look.px(7)), "accent", 14)
            left += self._lead()
        elif self._steady:
            left += look.px(_TICK) // 2
        room = QRectF(left, 0, self.width() - left, self.height())
        words(painter, room, self.text(), (look.font(13), ink))
        if self._count is not None:
            room.setLeft(left + text_width(look.font(13), self.text()) + look.px(6))
            tint: Role = "accent" if on else "faint"
            words(painter, room, str(self._count), (look.font(12), tint))

    def _lead(self) -> int:
        return look.px(_TICK) if self._ticked and self.isChecked() else 0

    def _ground(self) -> Role:
        if not self.isEnabled():
            return "sunken"
        if self.isChecked():
            return "wash"
        return "hover" if self._over else "raised"

    def _hover(self, *, over: bool) -> None:
        self._over = over
        self.update()


class Choices(QWidget):
    """A row of choice chips that wraps; one of them (`single`) or any number chosen.

    The Tab key stops once, at the choice that holds: there Space changes nothing, so that a word
    typed into what is taken for the next field alters nothing. The arrow keys choose, where one
    is chosen; of any number they walk, and Space chooses. So they do with `walks`: where a choice
    opens more, or weighs so much that nobody passes over it by the way. `steady` ones stay where
    they are while others are ticked.
    """

    chosen = Signal(list)
    walks = False
    steady = False

    def __init__(
        self,
        options: Iterable[tuple[str, str]],
        *,
        name: str,
        single: bool = True,
        most: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._single, self._most = single, most
        self._chips: dict[str, ChoiceChip] = {}
        self._flow = Flow(self)
        self.setAccessibleName(name)
        for key, text in options:
            self.add(key, text)

    def add(self, key: str, text: str, count: int | None = None) -> ChoiceChip:
        """Add one more choice."""
        chip = ChoiceChip(text, count=count, steady=self.steady)
        chip.setAutoExclusive(self._single)
        # A screen reader says the group with the choice: 面询, 服务方式.
        chip.setAccessibleDescription(self.accessibleName())
        self._chips[key] = chip
        self._flow.addWidget(chip)
        chip.clicked.connect(lambda: self._clicked(key))
        chip.stepped.connect(partial(self._step, chip))
        chip.left.connect(self._stop_once)
        self._stop_once()
        return chip

    def chip(self, key: str) -> ChoiceChip:
        """Return the chip of `key`."""
        return self._chips[key]

    def keys(self) -> list[str]:
        """Return what is chosen, in the order shown."""
        return [key for key, chip in self._chips.items() if chip.isChecked()]

    def choose(self, *keys: str) -> None:
        """Choose `keys` and nothing else; emits nothing."""
        for key, chip in self._chips.items():
            # Qt lets nobody untick the last of those that exclude each other.
            chip.setAutoExclusive(False)
            chip.setChecked(key in keys)
            chip.setAutoExclusive(self._single)
        self._stop_once()

    def _step(self, chip: ChoiceChip, by: int) -> None:
        """Go from a choice to the next that can be chosen, round the ends."""
        ring = [one for one in self._chips.values() if one.isVisible() and one.isEnabled()]
        there = ring[(ring.index(chip) + by) % len(ring)]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        if self._single and not self.walks and not there.isChecked():
            there.click()

    def _stop_once(self) -> None:
        """Let the Tab key stop at the choice that holds, or at the first that can be chosen.

        At one that cannot it would pass by, and nobody could choose any by the keyboard.
        """
        chips = list(self._chips.values())
        able = [one for one in chips if one.isEnabled()] or chips
        stop = next((one for one in able if one.isChecked()), next(iter(able), None))
        for one in chips:
            policy = Qt.FocusPolicy.StrongFocus if one is stop else Qt.FocusPolicy.ClickFocus
            one.setFocusPolicy(policy)

    def _clicked(self, key: str) -> None:
        if self._single:
            self.choose(key)
        elif self._most and len(self.keys()) > self._most:
            self._chips[key].setChecked(False)
        self.chosen.emit(self.keys())

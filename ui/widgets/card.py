"""Surfaces: a card, a plain ground, a rule between things, a page that scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.theme import look
from ui.theme.style import repolish

if TYPE_CHECKING:
    from collections.abc import Iterable

Surface = Literal["raised", "flat", "sunken", "wash", "high", "mid", "low", "rest", "focus",
                  "toast", "sheet"]  # fmt: skip
Ground = Literal["paper", "sunken", "raised"]
Margins = tuple[int, int, int, int]


class Card(QFrame):
    """A rounded surface; put parts into `body`."""

    def __init__(
        self,
        surface: Surface = "raised",
        *,
        margins: Margins = (16, 14, 16, 14),
        spacing: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", surface)
        self.body = column(margins=margins, spacing=spacing)
        self.setLayout(self.body)

    def set_surface(self, surface: Surface) -> None:
        """Change the surface."""
        self.setProperty("card", surface)
        repolish(self)


def ground(kind: Ground = "paper", parent: QWidget | None = None) -> QWidget:
    """Return a plain area painted in the colour of `kind`."""
    made = QWidget(parent)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.setProperty("ground", kind)
    return made


def rule(*, upright: bool = False) -> QFrame:
    """Return the thin line between two things."""
    made = QFrame()
    made.setProperty("rule", "v" if upright else "h")
    return made


class _Scroll(QScrollArea):
    """Stays where it is when the Tab key leads out of it.

    Qt brings into sight what had the focus last in it, even when the focus has left: a part that
    is higher than the page, as the hours of a week are, then jumps by hours.
    """

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Go on with the focus."""
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        before = [one.value() for one in bars]
        went = super().focusNextPrevChild(following)
        now = QApplication.focusWidget()
        if now is None or not self.isAncestorOf(now):
            for bar, value in zip(bars, before, strict=True):
                bar.setValue(value)
        elif now.height() < self.viewport().height():
            bring_into_sight(now)  # once more when all has its height: a field may have grown
        return went


def scroll(inside: QWidget, ground_kind: Ground | None = None) -> QScrollArea:
    """Return `inside` in a page that scrolls up and down.

    It scrolls sideways only where letters are so large that words would be cut.
    """
    area = _Scroll()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if ground_kind:
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside.setProperty("ground", ground_kind)
    area.setWidget(inside)
    return area


def under_head(
    head: QWidget,
    width: int,
    lines: QLayout,
    margins: tuple[int, int, int, int] = (40, 28, 40, 40),
) -> QBoxLayout:
    """Return the layout of a page: `head` stays, `lines` scroll under it, `width` px at most."""
    middle = QWidget()
    middle.setMaximumWidth(width)
    middle.setLayout(lines)
    inside = QWidget()
    inside.setLayout(row(middle, margins=margins))
    page = column(head, scroll(inside, "paper"))
    page.setStretch(1, 1)
    return page


def clear(room: QLayout) -> None:
    """Take every part out of `room` and its lines: unseen at once, gone when Qt gets to it."""
    while item := room.takeAt(0):
        if old := item.widget():
            old.hide()
            old.deleteLater()
        elif line := item.layout():
            clear(line)


def bring_into_sight(part: QWidget) -> None:
    """Scroll the page that holds `part` until it can be seen, once it has its place there.

    Words that wrap get their height in a second round: only then is all of it in sight. Of what is
    taller than the window the top is shown.
    """

    def again() -> None:
        _scroll_to(part)
        QTimer.singleShot(0, part, lambda: _scroll_to(part))

    QTimer.singleShot(0, part, again)


def _scroll_to(part: QWidget) -> None:
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is None:
        return
    inside, gap = above.widget(), look.px(24)
    if inside is not None and part.height() + gap > above.viewport().height():
        above.verticalScrollBar().setValue(part.mapTo(inside, QPoint(0, 0)).y() - gap)
    else:
        above.ensureWidgetVisible(part, 0, gap)


def column(
    *parts: QWidget | QLayout | int | None, margins: Margins = (0, 0, 0, 0), spacing: int = 0
) -> QVBoxLayout:
    """Stack `parts`; a number is a gap in pixels, None takes the free space."""
    made = QVBoxLayout()
    made.setContentsMargins(*(look.px(side) for side in margins))
    made.setSpacing(look.px(spacing))
    _fill(made, parts)
    return made


def row(
    *parts: QWidget | QLayout | int | None, margins: Margins = (0, 0, 0, 0), spacing: int = 0
) -> QHBoxLayout:
    """Put `parts` beside each other; a number is a gap in pixels, None takes the free space."""
    made = QHBoxLayout()
    made.setContentsMargins(*(look.px(side) for side in margins))
    made.setSpacing(look.px(spacing))
    _fill(made, parts)
    return made


def beside(words: QWidget | QLayout, control: QWidget) -> QHBoxLayout:
    """Return words that take the width there is, with their control at the right."""
    line = row(words, control, spacing=16)
    line.setStretch(0, 1)
    line.setAlignment(control, Qt.AlignmentFlag.AlignVCenter)
    return line


def put(room: QBoxLayout, part: QWidget | None) -> None:
    """Put `part` into `room` in place of what was there."""
    clear(room)
    if part is not None:
        room.addWidget(part)


def _fill(
    layout: QVBoxLayout | QHBoxLayout, parts: Iterable[QWidget | QLayout | int | None]
) -> None:
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(look.px(part))
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)

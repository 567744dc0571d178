"""Finds words that are cut: parts too narrow or too low for them, parts that stick out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStyle,
    QStyleOptionFrame,
    QWidget,
)

from ui.widgets.chip import StateChip
from ui.widgets.label import Label
from ui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.screens.stage import Stage

_SLACK: Final = 1
_LINE_MARGIN: Final = 2  # what Qt keeps free at both ends of a line, whatever the style says
_CONTENTS: Final = QStyle.SubElement.SE_LineEditContents


def cut(screen: QWidget, ours: Callable[[str], bool] = bool) -> list[str]:
    """Return what is cut on a screen, of the words that `ours` says yes to."""
    found = []
    for part in screen.findChildren(QWidget):
        words = said(part)
        if not part.isVisible() or not words or not ours(words) or _seamless(part):
            continue
        reason = _too_narrow(part) or _too_low(part) or _sticks_out(part)
        if reason:
            found.append(f"{type(part).__name__} “{words[:60]}”: {reason}")
    return found


def still_cut(stage: Stage, shown: QWidget, ours: Callable[[str], bool] = bool) -> list[str]:
    """Return what is cut when the page has come to rest: room is asked for turn by turn."""
    if not cut(shown, ours):
        return []
    try:
        stage.settle(lambda: not cut(shown, ours))
    except TimeoutError:
        return cut(shown, ours)
    return []


def scrolled_twice(screen: QWidget) -> list[str]:
    """Return what scrolls up and down inside something that does so, too: two bars, one page."""
    areas = [one for one in screen.findChildren(QScrollArea) if one.isVisible() and _scrolls(one)]
    return [
        f"{type(one.widget()).__name__} in {type(other.widget()).__name__}"
        for one in areas
        for other in areas
        if other is not one and other.isAncestorOf(one)
    ]


def _scrolls(area: QScrollArea) -> bool:
    return area.verticalScrollBar().maximum() > 0


def said(part: QWidget) -> str:
    """Return the words that a part shows."""
    if isinstance(part, Label | StateChip):
        return part.text()
    if isinstance(part, QLabel):
        return part.text() if part.pixmap().isNull() else ""
    if isinstance(part, QAbstractButton):
        return part.text()
    if isinstance(part, QLineEdit):
        return part.placeholderText() if not part.text() else ""
    words = getattr(part, "_text", "") if isinstance(part, Painted) else ""
    return words if isinstance(words, str) else ""


def _seamless(part: QWidget) -> bool:
    """Say whether Qt lays a part out by itself (what is inside its own file dialog)."""
    return isinstance(part.window(), QDialog) and part.window().metaObject().className() == (
        "QFileDialog"
    )


def _too_narrow(part: QWidget) -> str:
    if isinstance(part, QLabel) and part.wordWrap():
        return _longest_word(part)
    if isinstance(part, QLineEdit):
        room = _writing_room(part)
        wanted = part.fontMetrics().horizontalAdvance(part.placeholderText())
    else:
        room, wanted = part.width(), part.sizeHint().width()
    return f"{room} px wide, wants {wanted}" if room < wanted - _SLACK else ""


def _writing_room(line: QLineEdit) -> int:
    """Return the width of what can be read in a line: without frame, glass, eye and cursor."""
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    inside = line.style().subElementRect(_CONTENTS, option, line)
    kept = line.textMargins()
    return inside.width() - kept.left() - kept.right() - 2 * _LINE_MARGIN


def _longest_word(part: QLabel) -> str:
    words = said(part).split()
    wanted = max((part.fontMetrics().horizontalAdvance(one) for one in words), default=0)
    latin = all(ord(one) < 0x2E80 for one in said(part))
    return f"{part.width()} px, a word wants {wanted}" if latin and part.width() < wanted else ""


def _too_low(part: QWidget) -> str:
    if isinstance(part, QLineEdit):
        return ""
    wanted = part.heightForWidth(part.width()) if part.hasHeightForWidth() else 0
    if not wanted:
        wanted = part.sizeHint().height()
    high = part.height()
    return f"{high} px high, wants {wanted}" if high < wanted - _SLACK - 1 else ""


def _sticks_out(part: QWidget) -> str:
    """Say where a part is cut by something around it that does not scroll that way."""
    area = QRect(QPoint(0, 0), part.size())
    inner, outer = part, part.parentWidget()
    while outer is not None and not inner.isWindow():
        area = area.translated(inner.pos())
        down = across = True
        if isinstance(outer.parentWidget(), QAbstractScrollArea) and not isinstance(
            outer, QScrollArea
        ):
            around = outer.parentWidget()
            if isinstance(around, QAbstractScrollArea) and around.viewport() is outer:
                down = _fixed(around, around.verticalScrollBar().maximum(), vertical=True)
                across = _fixed(around, around.horizontalScrollBar().maximum(), vertical=False)
        room = outer.rect()
        if across and (area.left() < room.left() - 1 or area.right() > room.right() + 1):
            return f"sticks out of {type(outer).__name__} sideways by {area.right() - room.right()}"
        if down and (area.top() < room.top() - 1 or area.bottom() > room.bottom() + 1):
            return f"sticks out of {type(outer).__name__} downwards"
        if not (down and across):
            return ""  # what scrolls can be brought into sight
        inner, outer = outer, outer.parentWidget()
    return ""


def _fixed(around: QAbstractScrollArea, far: int, *, vertical: bool) -> bool:
    policy = around.verticalScrollBarPolicy() if vertical else around.horizontalScrollBarPolicy()
    return far == 0 or (not vertical and policy == Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

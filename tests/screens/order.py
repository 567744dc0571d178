"""Goes through a screen as somebody does who has no mouse and hears instead of seeing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

if TYPE_CHECKING:
    from tests.screens.stage import Stage

_MOST: Final = 160
_AROUND: Final = 6
_SAME: Final = 6
_LINKS: Final = 60  # at most in one text
# What the program paints itself is a `Client` to Qt: it says its name and its description.
_SILENT: Final = {QAccessible.Role.NoRole, QAccessible.Role.Window}


@dataclass
class Walk:
    """What came of a walk with the Tab key: the parts in their order, and what was wrong."""

    parts: list[QWidget] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def walk(stage: Stage, screen: QWidget) -> Walk:
    """Press Tab until one is back at the first part; look at the ring around each."""
    made = Walk()
    window = screen.window()
    window.activateWindow()
    stage.settle(window.isActiveWindow)
    # The ring is for who uses the keyboard: the first key says so.
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    first = QApplication.focusWidget()
    if first is None or not (screen is first or screen.isAncestorOf(first)):
        made.wrong.append("nothing has the focus when the screen comes up")
        first = _next(screen, screen)
    here = first
    for _ in range(_MOST):
        if here is None:
            made.wrong.append("the focus is lost")
            return made
        made.parts.append(here)
        held, before = _picture(screen, here), here
        here = _next(screen, before)
        if here is before:
            made.wrong.append(f"{called(before)} keeps the focus")
            return made
        if _in_sight(screen, before) and held == _picture(screen, before):
            made.wrong.append(f"{called(before)}: nothing shows that it has the focus")
        if here in made.parts:  # the round is closed; what it leaves out, `missed` says
            return made
    made.wrong.append("Tab never comes back to where it began")
    return made


def order(screen: QWidget, parts: list[QWidget]) -> list[str]:
    """Return where Tab goes against the way one reads: back in a line, or up in a column."""
    found = []
    start = min(range(len(parts)), key=lambda at: _reading(screen, parts[at]), default=0)
    ring = [*parts[start:], *parts[:start]]
    for one, other in pairwise(ring):
        place = _place if _scroll(one) is _scroll(other) else _seen
        was, now = place(screen, one), place(screen, other)
        if _back(was, now) and not (_goes_on(one) and _level(was, now)):
            found.append(f"from {called(one)} back to {called(other)}")
    return found


def missed(screen: QWidget, parts: list[QWidget]) -> list[str]:
    """Return what one can act on and never reaches with Tab."""
    reached = set(map(id, parts))
    return [
        called(one)
        for one in actable(screen)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and id(one) not in reached
    ]


def unreachable(screen: QWidget) -> list[str]:
    """Return buttons that only a mouse can press: no focus, and none by the arrow keys."""
    return [
        called(one)
        for one in screen.findChildren(QAbstractButton)
        if one.isVisible()
        and one.isEnabled()
        and one.focusPolicy() == Qt.FocusPolicy.NoFocus
        and "Ctrl+" not in one.accessibleDescription()
    ]


def nameless(screen: QWidget) -> list[str]:
    """Return what one can act on and a screen reader cannot say: no name, or no role."""
    found = []
    for part in actable(screen):
        spoken = QAccessible.queryAccessibleInterface(part)
        if not spoken.text(QAccessible.Text.Name).strip():
            found.append(f"{called(part)} has no name")
        if spoken.role() in _SILENT:
            found.append(f"{called(part)} has the role {spoken.role().name}")
    return found


def alike(screen: QWidget) -> list[str]:
    """Return what is called alike: same role, same name and same description."""
    spoken = Counter(_spoken(part) for part in actable(screen))
    return [f"{number} are called {name}" for name, number in spoken.items() if number > 1]


def actable(screen: QWidget) -> list[QWidget]:
    """Return every part that takes the focus and can be acted on."""
    return [
        part
        for part in screen.findChildren(QWidget)
        if part.isVisible()
        and part.isEnabled()
        and part.focusPolicy() != Qt.FocusPolicy.NoFocus
        and part.focusProxy() is None
        and not _inner(part)
    ]


def called(part: QWidget) -> str:
    """Return what a part is called in a report."""
    name = part.accessibleName() or part.objectName()
    return f"{type(part).__name__} “{name[:40]}”"


def tree(screen: QWidget) -> list[str]:
    """Return what a screen reader finds on a screen, indented as the parts lie in each other."""
    return _lines(QAccessible.queryAccessibleInterface(screen), 0)


def _lines(one: QAccessibleInterface, depth: int) -> list[str]:
    found = []
    for at in range(one.childCount()):
        child = one.child(at)
        if child is None or child.state().invisible:  # type: ignore[redundant-expr]
            continue
        name = child.text(QAccessible.Text.Name)
        found.append(f"{'  ' * depth}{child.role().name} {name!r}")
        found += _lines(child, depth + 1)
    return found


def _spoken(part: QWidget) -> str:
    spoken = QAccessible.queryAccessibleInterface(part)
    name = spoken.text(QAccessible.Text.Name)
    more = spoken.text(QAccessible.Text.Description)
    return f"{spoken.role().name} “{name}”" + (f" ({more})" if more else "")


def _inner(part: QWidget) -> bool:
    """Say whether a part is a piece of another one that stands for it."""
    above = part.parentWidget()
    return isinstance(above, QLineEdit | QTextEdit)


def _next(screen: QWidget, before: QWidget) -> QWidget | None:
    """Press Tab and return where the focus is; in a text, Tab goes from link to link first."""
    here: QWidget | None = before
    for _ in range(_LINKS if isinstance(before, QTextBrowser) else 1):
        QTest.keyClick(screen.window().windowHandle(), Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here is not before:
            break
    return here


def _in_sight(screen: QWidget, part: QWidget) -> bool:
    """Say whether a part is there still, and nothing lies over it."""
    if not shiboken6.isValid(part) or not part.isVisible():
        return False
    there = screen.childAt(_place(screen, part).center())
    return there is not None and (there is part or part.isAncestorOf(there))


def _picture(screen: QWidget, part: QWidget) -> object:
    area = _place(screen, part).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
    return screen.grab(area.intersected(screen.rect())).toImage()


def _place(screen: QWidget, part: QWidget) -> QRect:
    if not shiboken6.isValid(part):
        return QRect()
    return part.rect().translated(part.mapTo(screen, QPoint()))


def _scroll(part: QWidget) -> QWidget | None:
    """Return the nearest part around `part` that scrolls."""
    around = part.parentWidget()
    while around is not None and not isinstance(around, QAbstractScrollArea):
        around = around.parentWidget()
    return around


def _seen(screen: QWidget, part: QWidget) -> QRect:
    """Return where a part is; what is scrolled out of sight waits at the edge of what scrolls."""
    area, around = _place(screen, part), part.parentWidget()
    while around is not None and around is not screen:
        if isinstance(around.parentWidget(), QAbstractScrollArea):
            room = _place(screen, around)
            down = min(max(area.top(), room.top()), room.bottom() - 1)
            area = QRect(area.left(), down, area.width(), min(area.height(), room.bottom() - down))
        around = around.parentWidget()
    return area


def _reading(screen: QWidget, part: QWidget) -> tuple[int, int]:
    area = _place(screen, part)
    return (area.left() // 40, max(0, area.top()))


def _goes_on(part: QWidget) -> bool:
    """Say whether a part goes on: at the right of a foot, it is reached before its left."""
    return bool(part.property("kind") == "primary")


def _level(one: QRect, other: QRect) -> bool:
    """Say whether two parts stand in one line."""
    return other.top() < one.bottom() - _SAME and one.top() < other.bottom() - _SAME


def _back(one: QRect, other: QRect) -> bool:
    above = other.bottom() <= one.top() + _SAME
    beside = other.left() >= one.right() - _SAME
    if above:
        return not beside
    return _level(one, other) and other.right() <= one.left() + _SAME

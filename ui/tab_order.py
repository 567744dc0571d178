"""Keeps the Tab key in reading order where parts are made after what stands below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable


def follow(before: QWidget, part: QWidget) -> None:
    """Let the Tab key go from `before` through everything in `part`, in the order it was made."""
    last = before
    for one in _in_chain(part):
        QWidget.setTabOrder(last, one)
        last = one


def run_down(first: QWidget, parts: Iterable[QWidget]) -> None:
    """Let the Tab key go from `first` through each of the parts, one that holds others or not."""
    last = first
    for part in parts:
        inside = _in_chain(part)
        for one in inside or ([part] if part.focusPolicy() != Qt.FocusPolicy.NoFocus else []):
            QWidget.setTabOrder(last, one)
            last = one


def stop_before(part: QWidget) -> QWidget | None:
    """Return where the Tab key stops before `part`."""
    before: QWidget | None = part.previousInFocusChain()
    while before is not None and before is not part:
        if before.focusPolicy() & Qt.FocusPolicy.TabFocus and before.focusProxy() is None:
            return before
        before = before.previousInFocusChain()
    return None


def last_stop(part: QWidget) -> QWidget | None:
    """Return where the Tab key stops last in `part`; None where it never does."""
    tab = Qt.FocusPolicy.TabFocus
    stops = [one for one in _in_chain(part) if one.focusPolicy() & tab and not one.focusProxy()]
    return stops[-1] if stops else None


def _in_chain(part: QWidget) -> list[QWidget]:
    """Return the parts inside `part` that take the keyboard, in the order of the Tab key."""
    found: list[QWidget] = []
    one = part.nextInFocusChain()
    while one is not None and one is not part:
        if part.isAncestorOf(one) and one.focusPolicy() != Qt.FocusPolicy.NoFocus:
            found.append(one)
        one = one.nextInFocusChain()
    return found

"""Keeps the Tab key in reading order where parts are made after what stands below them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtWidgets import QLayout


def follow(before: QWidget, part: QWidget) -> None:
    """Let the Tab key go from `before` through everything in `part`, in the order it was made."""
    last = before
    for one in _in_chain(part):
        QWidget.setTabOrder(last, one)
        last = one


def as_laid_out(part: QWidget) -> None:
    """Let the Tab key go through everything in `part` as it is laid out, whenever it was made."""
    # Also what only the mouse reaches now: of several choices, Tab stops at the one that holds.
    for before, after in pairwise(_laid_out(part)):
        QWidget.setTabOrder(before, after)


def first_stop(part: QWidget) -> QWidget | None:
    """Return where the Tab key stops first in `part` as laid out; None where it never does."""
    tab = Qt.FocusPolicy.TabFocus
    return next((one for one in _laid_out(part) if one.focusPolicy() & tab), None)


def run_down(first: QWidget, parts: Iterable[QWidget]) -> None:
    """Let the Tab key go from `first` through each of the parts, one that holds others or not."""
    last = first
    for part in parts:
        inside = _in_chain(part)
        for one in inside or ([part] if part.focusPolicy() != Qt.FocusPolicy.NoFocus else []):
            QWidget.setTabOrder(last, one)
            last = one


def stop_before(part: QWidget, without: QWidget | None = None) -> QWidget | None:
    """Return where the Tab key stops before `part`, inside `without` left aside."""
    before: QWidget | None = part.previousInFocusChain()
    while before is not None and before is not part:
        stops = before.focusPolicy() & Qt.FocusPolicy.TabFocus and before.focusProxy() is None
        if stops and not (without is not None and without.isAncestorOf(before)):
            return before
        before = before.previousInFocusChain()
    return None


def last_stop(part: QWidget) -> QWidget | None:
    """Return where the Tab key stops last in `part`; None where it never does."""
    tab = Qt.FocusPolicy.TabFocus
    stops = [one for one in _in_chain(part) if one.focusPolicy() & tab and not one.focusProxy()]
    return stops[-1] if stops else None


def _laid_out(part: QWidget) -> Iterator[QWidget]:
    """Yield the parts inside `part` that take the keyboard, in the order of its layouts."""
    inside = part.widget() if isinstance(part, QScrollArea) else None
    if inside is not None:
        yield from _laid_out(inside)
    elif (layout := part.layout()) is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        if (part := item.widget()) is not None:
            if part.focusPolicy() != Qt.FocusPolicy.NoFocus and part.focusProxy() is None:
                yield part
            yield from _laid_out(part)
        elif (inner := item.layout()) is not None:
            yield from _in_layout(inner)


def _in_chain(part: QWidget) -> list[QWidget]:
    """Return the parts inside `part` that take the keyboard, in the order of the Tab key."""
    found: list[QWidget] = []
    one = part.nextInFocusChain()
    while one is not None and one is not part:
        if part.isAncestorOf(one) and one.focusPolicy() != Qt.FocusPolicy.NoFocus:
            found.append(one)
        one = one.nextInFocusChain()
    return found

"""Reads contrast from the screen: every word against the ground that is really behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from ui.widgets.chip import StateChip
from ui.widgets.label import Label
from ui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WORDS: Final = 4.5
PAINTED: Final = 3.9  # thin strokes are smoothed and reach their colour at few places only
EDGES: Final = 3.0
_SIDE: Final = 3


class Reading(NamedTuple):
    """What a part says, and by how much it stands out: by its colour, and as painted."""

    words: str
    ratio: float
    painted: float


def faint(screen: QWidget) -> list[str]:
    """Return what does not stand out, be it a word or a frame; a screen has a few words."""
    read = list(readings(screen))
    few = [] if len(read) > 2 else ["hardly a word is there to be read"]
    return [*few, *faint_words(read), *faint_edges(screen)]


def faint_words(read: Iterable[Reading]) -> list[str]:
    """Return the words that do not stand out enough from what is behind them."""
    return [
        f"{one.words[:40]}: {one.ratio:.2f}, painted {one.painted:.2f}"
        for one in read
        if one.ratio < WORDS or one.painted < PAINTED
    ]


def readings(screen: QWidget) -> Iterator[Reading]:
    """Measure every word that is wholly in sight."""
    pixels = _pixels(screen.grab().toImage())
    for part in screen.findChildren(QWidget):
        words = _words(part)
        if words and part.isEnabled() and _in_sight(screen, part):
            crop = _crop(pixels, screen, part.rect().translated(part.mapTo(screen, QPoint())))
            ground, extreme = _clusters(crop)
            ink = _ink(part)
            painted = contrast(extreme, ground)
            yield Reading(words, painted if ink is None else contrast(_rgb(ink), ground), painted)


def faint_edges(screen: QWidget) -> list[str]:
    """Return the fields of a screen whose frame does not stand out from what is around it."""
    pixels = _pixels(screen.grab().toImage())
    found = []
    for part in screen.findChildren(QLineEdit):
        if part.property("bare") == "yes" or not part.isEnabled() or part.isReadOnly():
            continue
        if not _in_sight(screen, part):
            continue
        corner = part.mapTo(screen, QPoint(0, part.height() // 2))
        frame = tuple(pixels[corner.y(), corner.x()])
        around = tuple(pixels[corner.y(), corner.x() - _SIDE])
        ratio = contrast(frame, around)
        if ratio < EDGES:
            found.append(f"{part.accessibleName()}: {ratio:.2f}")
    return found


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Return the contrast of two colours as WCAG 2 counts it, 1 to 21."""
    return float(_contrasts(np.array([one[:3]]), other)[0])


def _contrasts(colours: np.ndarray, ground: tuple[int, ...]) -> np.ndarray:
    """Return the contrast of each of so many colours with one."""
    one, other = _lights(colours), _lights(np.array([ground[:3]]))
    ratios: np.ndarray = (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)
    return ratios


def _lights(colours: np.ndarray) -> np.ndarray:
    parts = colours / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    lights: np.ndarray = linear @ np.array([0.2126, 0.7152, 0.0722])
    return lights


def _words(part: QWidget) -> str:
    if isinstance(part, Label | StateChip):
        return part.text().strip()
    if isinstance(part, QLabel | QAbstractButton):
        return part.text().strip()
    said = getattr(part, "_text", None) if isinstance(part, Painted) else None
    return said.strip() if isinstance(said, str) else ""


def _ink(part: QWidget) -> QColor | None:
    """Return the colour that the style sheet gives to the words, where it gives one."""
    if isinstance(part, QLabel):
        return part.palette().color(QPalette.ColorRole.WindowText)
    return None


def _in_sight(screen: QWidget, part: QWidget) -> bool:
    if not part.isVisible():
        return False
    area = part.rect().translated(part.mapTo(screen, QPoint()))
    if part.visibleRegion().boundingRect() != part.rect() or not screen.rect().contains(area):
        return False
    there = screen.childAt(area.center())
    return there is part or (there is not None and part.isAncestorOf(there))


def _pixels(image: QImage) -> np.ndarray:
    plain = image.convertToFormat(QImage.Format.Format_RGBX8888)
    flat = np.frombuffer(plain.constBits(), np.uint8)
    return flat.reshape(plain.height(), plain.bytesPerLine() // 4, 4)[:, : plain.width(), :3].copy()


def _crop(pixels: np.ndarray, screen: QWidget, area: QRect) -> np.ndarray:
    shown = area.intersected(screen.rect())
    return pixels[shown.top() : shown.bottom() + 1, shown.left() : shown.right() + 1]


def _clusters(crop: np.ndarray) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the ground, and the colour on it that stands out most."""
    flat = crop.reshape(-1, 3).astype(np.uint32)
    packed, many = np.unique(flat @ np.array([65536, 256, 1], np.uint32), return_counts=True)
    colours = np.stack([packed >> 16, packed >> 8 & 255, packed & 255], axis=1)
    ground = _triple(colours[many.argmax()])
    return ground, _triple(colours[_contrasts(colours, ground).argmax()])


def _triple(colour: np.ndarray) -> tuple[int, ...]:
    return tuple(int(part) for part in colour)


def _rgb(colour: QColor) -> tuple[int, ...]:
    return (colour.red(), colour.green(), colour.blue())

"""Line icons (Lucide, ISC) and our own mark, tinted by role and kept once drawn."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap

from resources import resource
from ui.theme import look

if TYPE_CHECKING:
    from ui.theme.roles import Role

_SMALL = 14
_kept: dict[tuple[str, int, str, float], QPixmap] = {}
_icons: dict[tuple[str, int, str, float, int], QIcon] = {}


def pixmap(name: str, role: Role = "soft", size: float = 18, dpr: float = 1.0) -> QPixmap:
    """Return the icon `name`, `size` pixels (100 %) wide, in the colour of `role`."""
    side, tint = look.px(size), look.colour(role).name()
    key = (name, side, tint, dpr)
    if key not in _kept:
        _kept[key] = _drawn(_tinted(name, tint, size), side, dpr)
    return _kept[key]


def icon(name: str, role: Role = "soft", size: float = 18, *, gap: float = 0) -> QIcon:
    """Return a QIcon for buttons and menus, faint when disabled; `gap` adds room at its right."""
    ratios = _ratios()
    key = (name, look.px(size), look.colour(role).name(), gap, len(ratios))
    if key not in _icons:
        made = QIcon()
        for dpr in ratios:
            made.addPixmap(_widened(pixmap(name, role, size, dpr), gap))
            made.addPixmap(_widened(pixmap(name, "faint", size, dpr), gap), QIcon.Mode.Disabled)
        _icons[key] = made
    return _icons[key]


def _ratios() -> tuple[float, ...]:
    """Return the dot ratios to draw for: the fine one only where a screen has fine dots."""
    app = QGuiApplication.instance()
    fine = isinstance(app, QGuiApplication) and app.devicePixelRatio() > 1
    return (1.0, 2.0) if fine else (1.0,)


def paint(
    painter: QPainter, name: str, where: tuple[float, float], role: Role, size: float = 18
) -> None:
    """Draw the icon `name` with its top left corner at `where`."""
    dpr = painter.device().devicePixelRatio()
    painter.drawPixmap(round(where[0]), round(where[1]), pixmap(name, role, size, dpr))


def mark(size: float, dpr: float = 1.0) -> QPixmap:
    """Return the program's own sign: a box with a heart on a rounded square."""
    side = look.px(size)
    key = ("mark", side, look.colour("accent").name(), dpr)
    if key not in _kept:
        made = _empty(side, dpr)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        painter.drawRoundedRect(QRectF(0, 0, side, side), side * 0.2, side * 0.2)
        inner = side * 0.84
        painter.drawPixmap(
            QRectF((side - inner) / 2, (side - inner) / 2, inner, inner),
            _drawn(_source("mark", look.colour("onaccent").name(), 1.9), round(inner), dpr),
            QRectF(0, 0, round(inner) * dpr, round(inner) * dpr),
        )
        painter.end()
        _kept[key] = made
    return _kept[key]


def sign() -> QIcon:
    """Return the program's own sign in the sizes that title bars and lists of windows show."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64):
        made.addPixmap(mark(size))
    return made


def flush() -> None:
    """Forget every drawn icon: the theme changed."""
    _kept.clear()
    _icons.clear()


def _tinted(name: str, tint: str, size: float) -> bytes:
    return _source(name, tint, 2.1 if size <= _SMALL else 1.75)


def _source(name: str, tint: str, stroke: float) -> bytes:
    text = _text(name).replace("currentColor", tint)
    return text.replace('stroke-width="2"', f'stroke-width="{stroke}"').encode()


@lru_cache(maxsize=256)
def _text(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text("utf-8")


def _widened(picture: QPixmap, gap: float) -> QPixmap:
    if not gap:
        return picture
    dpr = picture.devicePixelRatio()
    made = QPixmap(picture.width() + round(look.px(gap) * dpr), picture.height())
    made.setDevicePixelRatio(dpr)
    made.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(made)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return made


def _empty(side: int, dpr: float) -> QPixmap:
    made = QPixmap(round(side * dpr), round(side * dpr))
    made.setDevicePixelRatio(dpr)
    made.fill(QColor(Qt.GlobalColor.transparent))
    return made


def _drawn(source: bytes, side: int, dpr: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - only when the first icon is drawn

    made = _empty(side, dpr)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return made

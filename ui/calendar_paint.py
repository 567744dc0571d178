"""How an appointment is painted: its ground, and as many of its words as have room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QBrush, QPen, QTextLayout, QTextOption

from ui.theme import icons, look
from ui.theme.roles import TONE_GROUND, TONE_INK
from ui.widgets.painted import box, elided, text_width, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont, QPainter

    from ui.calendar_blocks import Block
    from ui.theme.roles import Role

translate = QCoreApplication.translate
_HATCH: Final = 9
_HATCH_NARROW: Final = 4
_NARROW: Final = 84  # below, the name takes every line there is


def paint_ground(painter: QPainter, area: QRectF, block: Block, *, picked: bool) -> None:
    """Paint the surface of a block: tone, a bar at its left, hatching where it overlaps."""
    radius = look.px(4)
    if block.gone:
        box(painter, area, fill="paper", line="line", radius=radius)
    else:
        box(painter, area, fill=TONE_GROUND[block.tone], radius=radius)
        bar = QRectF(area.x(), area.y(), look.px(3), area.height())
        painter.fillRect(bar, look.colour(TONE_INK[block.tone]))
    if block.loose:
        painter.setPen(QPen(look.colour("edge"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    if block.conflict:
        wide = look.px(_HATCH if area.width() > look.px(_NARROW) else _HATCH_NARROW)
        hatch = QRectF(area.right() - wide, area.y(), wide, area.height())
        painter.fillRect(hatch, QBrush(look.colour("mid"), Qt.BrushStyle.BDiagPattern))
    if picked:
        box(painter, area, line="accent", radius=radius, width=2)


def paint_words(painter: QPainter, area: QRectF, block: Block, *, past: bool) -> None:
    """Write title, time and how it stands into a block; what has no room is left out."""
    if area.width() <= look.px(_NARROW):
        _paint_name(painter, area, block, past=past)
        return
    left, top = look.px(9), look.px(3)
    room = area.adjusted(left, top, -look.px(12 if block.conflict else 5), -look.px(2))
    ink: Role = "faint" if block.gone else "soft" if past else "ink"
    title, small = look.font(13, 500), look.font(12)
    title.setStrikeOut(block.gone)
    line, lower = look.px(18), look.px(16)
    if room.height() < line + lower:
        said = f"{block.begin:%H:%M} {block.title}"
        row = QRectF(room.x(), area.y(), room.width(), area.height())
        words(painter, row, elided(title, said, row.width()), (title, ink))
        return
    space = max(1, int((room.height() - line + look.px(3)) // lower))
    first, lines = _written(block, room.width(), space)
    head = QRectF(room.x(), room.y(), room.width(), line)
    plain = block.standing and block.icon == "calendar"
    if not plain and text_width(title, first) + look.px(17) <= room.width():
        where = (room.right() - look.px(13), room.y() + look.px(2))
        icons.paint(painter, block.icon, where, TONE_INK[block.tone], 13)
    words(painter, head, elided(title, first, head.width()), (title, ink))
    for number, said in enumerate(lines):
        row = QRectF(room.x(), room.y() + line + number * lower, room.width(), lower)
        alarmed = any(alarm in said for alarm in _alarms(block))
        tint: Role = "mid" if alarmed and (block.tone == "mid" or block.conflict) else "soft"
        words(painter, row, elided(small, said, row.width()), (small, tint))


def _paint_name(painter: QPainter, area: QRectF, block: Block, *, past: bool) -> None:
    """Write the name alone into a narrow block, on as many lines as it has.

    Where it stands says the hour, and that another stands beside it says that they overlap.
    """
    ink: Role = "faint" if block.gone else "soft" if past else "ink"
    font, line = look.font(12, 500), look.px(15)
    font.setStrikeOut(block.gone)
    room = area.adjusted(look.px(6), look.px(2), -look.px(5 if block.conflict else 2), 0)
    space = max(1, int(room.height() // line))
    if space == 1:
        room = QRectF(room.x(), area.y(), room.width(), area.height())
        words(painter, room, elided(font, block.title, room.width()), (font, ink))
        return
    lines = broken(font, block.title, room.width(), space)
    for number, said in enumerate(lines):
        row = QRectF(room.x(), room.y() + number * line, room.width(), line)
        words(painter, row, said, (font, ink))
    if len(lines) == space:
        return
    rest = QRectF(room.x(), room.y() + len(lines) * line, room.width(), line)
    small, time = look.font(12), f"{block.begin:%H:%M}"
    if not (block.standing and block.icon == "calendar"):
        icons.paint(painter, block.icon, (rest.x(), rest.y() + 1), TONE_INK[block.tone], 13)
    elif text_width(small, time) <= room.width():
        words(painter, rest, time, (small, "soft"))


def broken(font: QFont, text: str, width: float, most: int) -> list[str]:
    """Return a text in at most `most` lines, broken between words, else anywhere; the last cut."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid() and len(starts) < most:
        line.setLineWidth(max(1.0, width))
        starts.append(line.textStart())
    layout.endLayout()
    data = text.encode("utf-16-le")
    ends = [*starts[1:], len(data) // 2]
    parts = [
        data[2 * a : 2 * b].decode("utf-16-le").strip() for a, b in zip(starts, ends, strict=True)
    ]
    return [*parts[:-1], elided(font, parts[-1], width)] if parts else []


def _written(block: Block, width: float, space: int) -> tuple[str, list[str]]:
    """Return the first line of a block and the small ones below, as many as have `space`.

    Both times come first, then what is out of the ordinary; where only one line has room, that
    stands behind the time. In a narrow column the time stands before the name.
    """
    small, begin = look.font(12), f"{block.begin:%H:%M}"
    full, short = block.there
    both = f"{block.time}  {full}" if full else block.time
    alarms = _alarms(block)
    if space == 1 and alarms:
        ways = (f"{both}  {alarms[0]}", f"{begin} {alarms[0]}", alarms[0])
        return block.title, [_fitting(ways, width)]
    if not full or text_width(small, both) <= width:
        return block.title, [_fitting((both, begin), width), *alarms][:space]
    there = _fitting((full, translate("Calendar", "当地{0}").format(short), short), width)
    first = f"{begin} {block.title}"
    if text_width(look.font(13, 500), first) > width:
        first = block.title
    return first, [there, *alarms][:space]


def _fitting(ways: Sequence[str], width: float) -> str:
    """Return the first way to say it that has room, else the last."""
    font = look.font(12)
    return next((one for one in ways if text_width(font, one) <= width), ways[-1])


def _alarms(block: Block) -> list[str]:
    """Return in words what is out of the ordinary: that it overlaps, and how it stands."""
    clash = [translate("Calendar", "重叠")] if block.conflict else []
    return clash if block.tone == "accent" else [*clash, block.state]

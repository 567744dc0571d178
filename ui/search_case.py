"""A case among the results of a search: its client is called what was searched for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QRectF

from ui import privacy
from ui.case_list import MODE_ICONS
from ui.case_lock_words import titled
from ui.names import as_written
from ui.theme import icons, look
from ui.widgets.painted import RIGHT, elided, text_width, words

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from app.services.palette import CaseEntry

translate = QCoreApplication.translate
HIGH: Final = 52


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case that is offered before the places in its notes."""

    entry: CaseEntry
    said: str = field(repr=False)

    def spoken(self) -> str:
        """Return the row as a screen reader should say it."""
        return self.said


def told(entry: CaseEntry) -> CaseRow:
    """Return a case as a row, with what it is called aloud."""
    parts = (_goal(), _called(entry), privacy.beside(entry.name, entry.code))
    return CaseRow(entry, translate("SearchScreen", "，").join(one for one in parts if one))


def paint_case(painter: QPainter, area: QRectF, entry: CaseEntry) -> None:
    """Draw icon, name and code, and at the right where Enter leads."""
    line = QRectF(area.x(), area.y(), area.width(), look.px(HIGH))
    icon = "lock" if entry.shut else MODE_ICONS[entry.mode]
    top = line.y() + (line.height() - look.px(18)) / 2
    icons.paint(painter, icon, (line.x(), top), "accent", 18)
    name, small = look.font(15, 500), look.font(12)
    words(painter, line, _goal(), (small, "accent"), RIGHT)
    line.setLeft(line.left() + look.px(28))
    line.setRight(line.right() - text_width(small, _goal()) - look.px(12))
    said = elided(name, _called(entry), line.width() * 0.7)
    words(painter, line, said, (name, "ink"))
    line.setLeft(line.left() + text_width(name, said) + look.px(10))
    beside = privacy.beside(entry.name, entry.code)
    words(painter, line, elided(small, beside, line.width()), (small, "faint"))


def _called(entry: CaseEntry) -> str:
    return as_written(titled(entry.name, entry.code, shut=entry.shut))


def _goal() -> str:
    return translate("SearchScreen", "打开个案")

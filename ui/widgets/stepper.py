"""The steps of something that takes several: along the top, or down the side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import icons, look
from ui.widgets.painted import CENTRE, Painted, box, elided, smooth, text_width, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter, QPaintEvent

    from ui.theme.roles import Role

StepState = Literal["done", "now", "next"]
_INK: Final[dict[StepState, Role]] = {"done": "ink", "now": "accent", "next": "soft"}


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its word, a fainter note, and where it stands."""

    title: str
    note: str = ""
    state: StepState = "next"


class _Steps(Painted):
    def __init__(self, steps: Sequence[Step], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self._name = name
        self.set_steps(steps)

    def steps(self) -> tuple[Step, ...]:
        """Return the steps shown."""
        return self._steps

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show `steps`."""
        self._steps = tuple(steps)
        said = {"done": self.tr("已完成"), "now": self.tr("进行中"), "next": self.tr("未开始")}
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(
            "; ".join(f"{step.title} {step.note} {said[step.state]}" for step in self._steps)
        )
        self.dress()

    def _disc(self, painter: QPainter, area: QRectF, number: int) -> None:
        step, round_ = self._steps[number], area.width() / 2
        if step.state == "done":
            box(painter, area, fill="accent", radius=round_)
            corner = (area.x() + (area.width() - look.px(14)) / 2,
                      area.y() + (area.height() - look.px(14)) / 2)  # fmt: skip
            icons.paint(painter, "check", corner, "onaccent", 14)
            return
        now = step.state == "now"
        line: Role = "accent" if now else "edge"
        box(painter, area, line=line, radius=round_, width=2 if now else 1)
        ink: Role = "accent" if now else "faint"
        words(painter, area, str(number + 1), (look.font(12), ink), CENTRE)


class Stepper(_Steps):
    """Discs of 20 along a line, with word and date below; in large letters the date under it."""

    def __init__(self, steps: Sequence[Step], *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(steps, name, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a strip as wide as its words need."""
        each = max((self._wanted(step) for step in self._steps), default=0)
        return QSize((each + look.px(16)) * len(self._steps), self._high())

    def minimumSizeHint(self) -> QSize:
        """Be narrower if need be: the notes are cut first."""
        return QSize(self._least() * len(self._steps), self._high())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the steps."""
        del event
        painter = smooth(self)
        disc, gap = look.px(20), look.px(8)
        each = self.width() / max(1, len(self._steps))
        for number, step in enumerate(self._steps):
            left = number * each
            self._disc(painter, QRectF(left, 1, disc, disc), number)
            if number + 1 < len(self._steps):
                start = left + disc + gap
                ink: Role = "accent" if step.state == "done" else "line"
                line = QRectF(start, 1 + disc / 2 - 0.75, each - disc - gap * 2, 1.5)
                painter.fillRect(line, look.colour(ink))
            self._words(painter, QRectF(left, disc + 4, each - gap, self.height() - disc - 4), step)

    def _words(self, painter: QPainter, area: QRectF, step: Step) -> None:
        ink = _INK[step.state]
        title, note = look.font(13, 500 if step.state == "now" else 400), look.font(12)
        said = elided(title, step.title, area.width())
        if look.large():
            line = QRectF(area.x(), area.y(), area.width(), area.height() / 2)
            words(painter, line, said, (title, ink))
            below = line.translated(0, line.height())
            words(painter, below, elided(note, step.note, below.width()), (note, "faint"))
            return
        words(painter, area, said, (title, ink))
        rest = area.adjusted(text_width(title, said) + look.px(6), 0, 0, 0)
        if rest.width() > look.px(24):
            words(painter, rest, elided(note, step.note, rest.width()), (note, "faint"))

    def _high(self) -> int:
        return look.px(24 + (40 if look.large() else 22))

    def _least(self) -> int:
        """Return how narrow a step may be: in large letters no word is cut."""
        if not look.large():
            return look.px(72)
        widest = max((self._wanted(step) for step in self._steps), default=0)
        return widest + look.px(16)

    def _wanted(self, step: Step) -> int:
        """Return the width of word and date, side by side or one below the other."""
        both = (
            text_width(look.font(13, 500), step.title),
            text_width(look.font(12), step.note),
        )
        return max(both) if look.large() else sum(both)


class StepColumn(_Steps):
    """Discs of 24 down the side, each with word and note."""

    def __init__(self, steps: Sequence[Step], *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(steps, name, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a column of rows, 62 each."""
        return QSize(look.px(240), look.px(62) * len(self._steps))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the steps."""
        del event
        painter = smooth(self)
        disc, left = look.px(24), look.px(38)
        for number, step in enumerate(self._steps):
            top = number * look.px(62)
            self._disc(painter, QRectF(1, top + 1, disc - 2, disc - 2), number)
            ink = _INK[step.state]
            room = QRectF(left, top, self.width() - left, disc)
            title = look.font(15, 500 if step.state == "now" else 400)
            words(painter, room, elided(title, step.title, room.width()), (title, ink))
            note = look.font(12)
            below = room.translated(0, disc - look.px(2))
            words(painter, below, elided(note, step.note, room.width()), (note, "faint"))


def marked(titles: Sequence[tuple[str, str]], now: int) -> tuple[Step, ...]:
    """Return steps from (title, note) pairs, of which number `now` is being done."""

    def state(place: int) -> StepState:
        return "done" if place < now else "now" if place == now else "next"

    return tuple(Step(title, note, state(n)) for n, (title, note) in enumerate(titles))

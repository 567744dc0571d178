"""The scores of a scale over time on paper: vectors and text, and below them the sentences."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from app.domain.measure_chart import LEFT, RIGHT, TOP, EventKind
from reports import style
from reports.fonts import SANS, SANS_MEDIUM, check_glyphs
from reports.prose import draw_runs, fitted, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.pdfgen.canvas import Canvas

    from app.domain.measure_chart import Chart, Mark, Point
    from app.domain.scale_sheet import ChartSheet

_SMALL: Final = 9.0
_DOT: Final = 3.6
_SHADES: Final = (0.975, 0.945)


class ChartPaper:
    """The `ChartPrinter` on A4."""

    def render(self, sheet: ChartSheet) -> bytes:
        """Return the PDF; raise `GlyphsMissing` rather than print a box."""
        check_glyphs(sheet.words())
        return style.build(
            lambda: list(_story(sheet)),
            sheet.title,
            style.numbered(sheet.foot),
            sheet.language,
        )


def _story(sheet: ChartSheet) -> Iterator[Flowable]:
    """Yield title, drawing, what its signs mean, and the sentences."""
    kinds = style.styles()
    yield style.paragraph(sheet.title, kinds["sans title"])
    yield style.paragraph(sheet.subtitle, kinds["sans label"])
    yield Spacer(0, 2 * mm)
    yield style.paragraph(sheet.screening, kinds["sans small"])
    yield Spacer(0, 4 * mm)
    yield _Drawing(sheet.chart, sheet.days)
    yield Spacer(0, 3 * mm)
    yield from style.told(sheet.key, sheet.heading, sheet.lines)


class _Drawing(Flowable):  # type: ignore[misc]
    """The chart, as wide as the page."""

    def __init__(self, chart: Chart, days: tuple[str, ...]) -> None:
        super().__init__()
        self._chart, self._days = chart, days
        self._scale = style.BODY_WIDTH / chart.width

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the room that it takes."""
        return style.BODY_WIDTH, self._chart.height * self._scale

    def draw(self) -> None:
        """Draw it; the plane of the chart has its beginning above."""
        canvas: Canvas = self.canv
        canvas.saveState()
        canvas.scale(self._scale, self._scale)
        self._ground(canvas)
        for mark in self._chart.marks:
            self._mark(canvas, mark)
        self._scores(canvas)
        for (x, _), said in zip(self._chart.days, self._days, strict=True):
            _say(canvas, said, (x, self._up(self._chart.ground + 34)))
        canvas.restoreState()

    def _up(self, down: float) -> float:
        return self._chart.height - down

    def _ground(self, canvas: Canvas) -> None:
        """Draw the bands in two greys with their words, and the scores at the left."""
        made = self._chart
        for at, strip in enumerate(made.strips):
            canvas.setFillGray(_SHADES[at % 2])
            canvas.rect(
                LEFT, self._up(strip.bottom), made.end - LEFT, strip.bottom - strip.top,
                stroke=0, fill=1,
            )  # fmt: skip
            middle = self._up((strip.top + strip.bottom) / 2) - 3
            _say(canvas, strip.text, (made.end + 8, middle), share=0.0, most=RIGHT - 10)
        canvas.setStrokeGray(0.5)
        canvas.setLineWidth(0.7)
        canvas.line(LEFT, self._up(made.ground), made.end, self._up(made.ground))
        for y, score in made.levels:
            _say(canvas, str(score), (LEFT - 6, self._up(y) - 3), share=1.0)

    def _mark(self, canvas: Canvas, mark: Mark) -> None:
        ground = self._up(self._chart.ground)
        canvas.setStrokeGray(0.35)
        canvas.setLineWidth(0.8)
        if mark.kind is EventKind.SESSION:
            canvas.line(mark.x, ground - 3, mark.x, ground - 10)
            return
        canvas.setDash([3, 3] if mark.kind is EventKind.MODE else [1, 2])
        canvas.line(mark.x, ground, mark.x, self._up(TOP - 6))
        canvas.setDash([])
        if mark.line is not None:
            _say(canvas, mark.word, (mark.x, self._up(TOP - 10 - 13 * mark.line)), most=80)

    def _scores(self, canvas: Canvas) -> None:
        scored = [one for one in self._chart.points if one.total is not None]
        canvas.setStrokeGray(0.1)
        canvas.setLineWidth(1.4)
        for one, after in pairwise(scored):
            canvas.line(one.x, self._up(one.y), after.x, self._up(after.y))
        for point in self._chart.points:
            self._point(canvas, point)

    def _point(self, canvas: Canvas, point: Point) -> None:
        """Draw a score: full where every question was answered, a ring where some were not."""
        whole = point.total is not None and not point.made_up
        canvas.setStrokeGray(0.1)
        canvas.setFillGray(0.1 if whole else 1)
        canvas.setLineWidth(1.2)
        canvas.circle(point.x, self._up(point.y), _DOT, fill=1)
        said = "–" if point.total is None else str(point.total)
        _say(canvas, said + (" *" if point.alarming else ""),
             (point.x, self._up(point.y) + 7), font=SANS_MEDIUM)  # fmt: skip


def _say(  # noqa: PLR0913 - by keyword
    canvas: Canvas,
    text: str,
    at: tuple[float, float],
    *,
    share: float = 0.5,
    most: float = 400.0,
    font: str = SANS,
) -> None:
    """Write one line; `share` of its width lies at the left of the place."""
    line = fitted(text, font, _SMALL, most)
    canvas.setFillGray(0.1)
    draw_runs(canvas, (at[0] - line.wide() * share, at[1]), _SMALL, runs_of(line))

"""Margins, paragraph styles, and the frame that every paper shares."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING, Final

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, CondPageBreak, Frame, PageTemplate
from reportlab.rl_config import defaultEncoding

from reports.counting import Counting
from reports.finish import ARTIFACT, finish
from reports.fonts import SANS, SANS_MEDIUM, SERIF, SERIF_BOLD
from reports.prose import Line, Prose, draw_runs, glyphs_of, runs_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reportlab.platypus import Flowable

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN: Final = 25 * mm
TOP: Final = 24 * mm
BOTTOM: Final = 24 * mm
BODY_WIDTH: Final = PAGE_WIDTH - 2 * MARGIN
GREY: Final = 0.42
_MARK_GREY: Final = 0.93
_FOOT_SIZE: Final = 8.0
_MARK_SIZE: Final = 30.0
_MARK_ANGLE: Final = 38
_SHORT: Final = 6  # pages of a paper that is tried closer


@cache
def styles() -> dict[str, ParagraphStyle]:
    """Return the paragraph styles by name; body text is serif with two characters' indent."""
    body = ParagraphStyle(
        "body",
        fontName=SERIF,
        fontSize=10.5,
        leading=18,
        firstLineIndent=21,
        alignment=TA_JUSTIFY,
        textColor=colors.black,
        spaceAfter=3,
    )
    plain = ParagraphStyle("plain", parent=body, firstLineIndent=0)
    left = ParagraphStyle("left", parent=plain, alignment=TA_LEFT)
    return {
        "body": body,
        "plain": plain,
        "title": ParagraphStyle(
            "title", parent=plain, fontName=SERIF_BOLD, fontSize=18, leading=28, alignment=TA_CENTER
        ),
        "subtitle": ParagraphStyle(
            "subtitle", parent=plain, fontSize=9.5, leading=15, alignment=TA_CENTER, spaceAfter=12
        ),
        "heading": ParagraphStyle(
            "heading",
            parent=left,
            fontName=SERIF_BOLD,
            fontSize=11.5,
            leading=18,
            spaceBefore=9,
            spaceAfter=3,
        ),
        "small": ParagraphStyle("small", parent=left, fontSize=8.5, leading=13, spaceAfter=2),
        "cell": ParagraphStyle("cell", parent=left, fontSize=9.5, leading=14, spaceAfter=0),
        "head cell": ParagraphStyle(
            "head cell",
            parent=left,
            fontName=SERIF_BOLD,
            fontSize=9.5,
            leading=14,
            spaceAfter=0,
        ),
        "sans": ParagraphStyle("sans", parent=body, fontName=SANS, firstLineIndent=0),
        "sans title": ParagraphStyle(
            "sans title", parent=left, fontName=SANS_MEDIUM, fontSize=18, leading=28
        ),
        "sans heading": ParagraphStyle(
            "sans heading",
            parent=left,
            fontName=SANS_MEDIUM,
            fontSize=12,
            leading=18,
            spaceBefore=12,
            spaceAfter=4,
        ),
        "sans part": ParagraphStyle(
            "sans part",
            parent=left,
            fontName=SANS_MEDIUM,
            fontSize=9.5,
            leading=16,
            spaceBefore=5,
            spaceAfter=1,
        ),
        "sans promise": ParagraphStyle(
            "sans promise", parent=left, fontName=SANS, fontSize=9, leading=14, spaceAfter=12
        ),
        "sans small": ParagraphStyle(
            "sans small", parent=left, fontName=SANS, fontSize=9, leading=14, spaceAfter=0
        ),
        "sans label": ParagraphStyle(
            "sans label",
            parent=left,
            fontName=SANS,
            fontSize=9,
            leading=14,
            spaceAfter=0,
            textColor=colors.Color(GREY, GREY, GREY),
        ),
    }


def paragraph(text: str, style: ParagraphStyle) -> Prose:
    """Return a paragraph of plain text."""
    return Prose(text, style)


def heading(text: str, style: ParagraphStyle, after: float | None = None) -> Iterator[Flowable]:
    """Yield a heading that is never left alone at a page's foot.

    `after` is how much of what follows it is on the same page with it, in points: two lines of
    body text where nothing is said.
    """
    said = Prose(text, style)
    if after is None:
        after = 2 * styles()["body"].leading
    yield CondPageBreak(said.least(BODY_WIDTH) + style.spaceAfter + after)
    yield said


def told(key: Sequence[str], title: str, lines: Sequence[str]) -> Iterator[Flowable]:
    """Yield what stands below a drawing: what its signs mean, and all of it in sentences."""
    kinds = styles()
    for one in key:
        yield paragraph(one, kinds["sans label"])
    yield from heading(title, kinds["sans heading"])
    for one in lines:
        yield paragraph(one, kinds["sans small"])


def build(
    story: Callable[[], Sequence[Flowable]],
    title: str,
    foot: Callable[[Canvas, int, int], None],
    language: str = "zh",
    *,
    closer: Sequence[Callable[[], Sequence[Flowable]]] = (),
) -> bytes:
    """Return an A4 PDF of what `story` returns, laid out twice: first to count the pages.

    Each of `closer` returns the same set closer, the closest last: where that makes the last page
    needless, the first is taken that does as well.
    `foot` draws what stands on each page beside the text: canvas, page, pages. The same story
    gives the same bytes. The only metadata is the title, which is the template's, and the
    language.
    """
    pages = _pages(story())
    if closer and 1 < pages <= _SHORT and (fewer := _pages(closer[-1]())) < pages:
        story = next((one for one in closer[:-1] if _pages(one()) == fewer), closer[-1])
        pages = fewer
    target = io.BytesIO()
    _lay_out(story(), target, lambda canvas, page: foot(canvas, page, pages), Canvas)
    return finish(target.getvalue(), title, language)


def _pages(story: Sequence[Flowable]) -> int:
    """Return how many pages a story takes."""
    return _lay_out(story, io.BytesIO(), lambda _canvas, _page: None, Counting)


def _lay_out(
    story: Sequence[Flowable],
    target: io.BytesIO,
    foot: Callable[[Canvas, int], None],
    canvasmaker: type[Canvas],
) -> int:
    """Write the PDF and return its number of pages."""
    document = BaseDocTemplate(
        target, pagesize=A4, invariant=1, initialFontName="Helvetica", encoding=defaultEncoding
    )
    frame = Frame(
        MARGIN, BOTTOM, BODY_WIDTH, PAGE_HEIGHT - TOP - BOTTOM, 0, 0, 0, 0, showBoundary=0
    )

    def on_page(canvas: Canvas, doc: BaseDocTemplate) -> None:
        # What is not text of the paper is marked so: readers skip it, and a name that a page's
        # end cuts in two can be found by the leak check.
        canvas.saveState()
        canvas.addLiteral(f"{ARTIFACT} BMC")
        foot(canvas, doc.page)
        canvas.addLiteral("EMC")
        canvas.restoreState()

    document.addPageTemplates([PageTemplate("page", [frame], onPage=on_page)])
    document.build(list(story), canvasmaker=canvasmaker)
    return int(document.page)


def numbered(left: str) -> Callable[[Canvas, int, int], None]:
    """Return a foot for `build`: words at the left, and the page of its pages at the right."""
    return lambda canvas, page, pages: foot_line(canvas, left, f"{page} / {pages}")


def foot_line(canvas: Canvas, left: str, right: str) -> None:
    """Draw a thin rule with words at its left and right below it."""
    canvas.setStrokeGray(GREY + 0.3)
    canvas.setLineWidth(0.4)
    canvas.line(MARGIN, BOTTOM - 6 * mm, PAGE_WIDTH - MARGIN, BOTTOM - 6 * mm)
    canvas.setFillGray(GREY)
    _words(canvas, left, (MARGIN, BOTTOM - 11 * mm), _FOOT_SIZE)
    end = PAGE_WIDTH - MARGIN - _length(right, _FOOT_SIZE)
    _words(canvas, right, (end, BOTTOM - 11 * mm), _FOOT_SIZE)


def watermark(canvas: Canvas, text: str) -> None:
    """Draw words across the page, light enough to read over, so that a copy says whose it was."""
    size = min(_MARK_SIZE, _MARK_SIZE * PAGE_WIDTH * 0.8 / max(1.0, _length(text, _MARK_SIZE)))
    canvas.saveState()
    canvas.setFillGray(_MARK_GREY)
    canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
    canvas.rotate(_MARK_ANGLE)
    _words(canvas, text, (-_length(text, size) / 2, 0), size)
    canvas.restoreState()


def _words(canvas: Canvas, text: str, place: tuple[float, float], size: float) -> None:
    """Draw one line of sans-serif text."""
    draw_runs(canvas, place, size, runs_of(Line(glyphs_of(text, SANS, size), 0.0, last=True)))


def _length(text: str, size: float) -> float:
    """Return how long one line of sans-serif text is."""
    return Line(glyphs_of(text, SANS, size), 0.0, last=True).wide()

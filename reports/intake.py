"""The pre-intake form on paper: a question with why it is asked at the left, room at the right."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Spacer, Table, TableStyle

from reports import style
from reports.fonts import check_glyphs
from reports.prose import break_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.platypus import Flowable

    from app.domain.intake_paper import IntakeAnswer, IntakeForm

_ASIDE: Final = 66 * mm
_LINE: Final = 7.4 * mm
_EMPTY, _TICKED = "□", "■"
_GAP: Final = "\u3000"
_RULE: Final = colors.Color(0.62, 0.62, 0.62)


@dataclass(frozen=True)
class _Kinds:
    """The styles of a form, and how much larger it is than usual."""

    label: ParagraphStyle
    why: ParagraphStyle
    answer: ParagraphStyle
    heading: ParagraphStyle
    lead: ParagraphStyle
    urgent: ParagraphStyle
    whose: ParagraphStyle
    scale: float


class IntakePaper:
    """The `IntakePrinter` on A4: one page as a rule, more in large print."""

    def render(self, form: IntakeForm) -> bytes:
        """Return the PDF; raise `GlyphsMissing` rather than print a box."""
        check_glyphs([*form.words(), _EMPTY, _TICKED])
        return style.build(
            lambda: list(_story(form)),
            form.title,
            style.numbered(form.edition),
            form.language,
        )


@cache
def _kinds(*, large: bool) -> _Kinds:
    """Return the styles; large print is 16 points and more for what is to be read."""
    known, scale = style.styles(), 1.75 if large else 1.0

    def kind(name: str, parent: str, size: float, leading: float, **more: object) -> ParagraphStyle:
        return ParagraphStyle(
            f"intake {name} {scale}",
            parent=known[parent],
            fontSize=size * scale,
            leading=leading * scale,
            **more,
        )

    part = known["sans part"]
    return _Kinds(
        kind("label", "sans small", 9.2, 12.2, fontName=part.fontName),
        kind("why", "sans label", 7.6 if not large else 8.6, 10.4),
        kind("answer", "sans small", 9.5, 13),
        kind("heading", "sans part", 10, 14, spaceBefore=5 * scale, spaceAfter=1),
        kind("lead", "sans small", 9, 13),
        kind("urgent", "sans small", 8.6, 12.4, fontName=part.fontName),
        kind("whose", "sans label", 9, 14),
        scale,
    )


def _story(form: IntakeForm) -> Iterator[Flowable]:
    """Yield title, what to know before, the questions, and who keeps the form."""
    kinds = _kinds(large=form.large)
    known = style.styles()
    yield style.paragraph(form.title, known["sans title"])
    if form.subtitle:
        yield style.paragraph(form.subtitle, kinds.whose)
    yield Spacer(0, 2 * mm)
    yield style.paragraph(form.lead, kinds.lead)
    for heading, answers in form.parts:
        asked = [_asked(one, kinds) for one in answers]
        first = asked[0].wrap(style.BODY_WIDTH, style.PAGE_HEIGHT)[1] if asked else 0.0
        yield from style.heading(heading, kinds.heading, float(first))
        yield from asked
    yield Spacer(0, 3 * mm)
    yield style.paragraph(form.urgent, kinds.urgent)
    yield Spacer(0, 1 * mm)
    yield style.paragraph(form.foot, kinds.why)


def _asked(one: IntakeAnswer, kinds: _Kinds) -> Table:
    """Return a question with its room beside it, over a line.

    Each is a table of its own: one that a page's end cuts would repeat the line on the next page.
    """
    label = style.paragraph(one.question.label, kinds.label)
    why = style.paragraph(one.question.why, kinds.why)
    aside = _ASIDE * (1.12 if kinds.scale > 1 else 1)
    measure = style.BODY_WIDTH - aside
    room = _room(one, kinds, measure - 2)
    table = Table([[[label, why], room]], colWidths=[aside, measure], hAlign="LEFT")
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (0, 0), "TOP"),
                ("VALIGN", (1, 0), (1, 0), "MIDDLE" if one.question.choices else "TOP"),
                ("LEFTPADDING", (0, 0), (0, 0), 0),
                ("RIGHTPADDING", (0, 0), (0, 0), 10),
                ("LEFTPADDING", (1, 0), (1, 0), 2),
                ("RIGHTPADDING", (1, 0), (1, 0), 0),
                ("TOPPADDING", (0, 0), (-1, 0), 2.5 * kinds.scale),
                ("BOTTOMPADDING", (0, 0), (-1, 0), 2.5 * kinds.scale),
                ("LINEBELOW", (1, 0), (1, 0), 0.5, _RULE),
            ]
        )
    )
    return table


def _room(one: IntakeAnswer, kinds: _Kinds, measure: float) -> Flowable:
    """Return the answer, or room to write it by hand; choices in one line where it holds them."""
    if one.question.choices:
        marks = [
            f"{_TICKED if key == one.chosen else _EMPTY} {word}"
            for key, word in one.question.choices
        ]
        beside = (_GAP * 2).join(marks)
        fits = len(break_lines(beside, kinds.answer, measure)) == 1
        return style.paragraph(beside if fits else "\n".join(marks), kinds.answer)
    if one.words.strip():
        return style.paragraph(one.words, kinds.answer)
    return Spacer(0, one.question.lines * _LINE * kinds.scale)

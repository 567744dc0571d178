"""The consent form as a PDF, with the signatures drawn on it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from reportlab.lib import colors
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer, Table, TableStyle

from app.domain.consent import short_edition
from reports import style
from reports.fonts import check_glyphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from reportlab.pdfgen.canvas import Canvas

    from app.domain.consent import ConsentForm, FormSection, Signature

_MATRIX_AFTER: Final = "limits"
_SEPARATE_AFTER: Final = "pipl"
_BOX_WIDTH: Final = 54 * mm
_BOX_HEIGHT: Final = 18 * mm
_LOW_BOX: Final = 10 * mm
_CLOSE_BOX: Final = 13 * mm
_FEW: Final = 2  # signers on one page; more of them get lower boxes
_SIGNING_WIDTHS: Final = (43 * mm, 58 * mm, style.BODY_WIDTH - 101 * mm)
_PEN: Final = 1.1
_DOT: Final = 0.1
_SIGNATURE_WIDTH: Final = 3.0
_LARGE: Final = 1.52  # 10.5 points become 16
_CLOSE: Final = 0.6  # of the usual room between paragraphs, where that spares a page
_CLOSE_LINES: Final = 0.95
_HOUR: Final = timedelta(hours=1)
_ISO: Final = "{year}-{month}-{day:02} {time} (UTC{zone})"
_MONTHS: Final = "01|02|03|04|05|06|07|08|09|10|11|12"


class ConsentPaper:
    """The `ConsentPrinter` on A4."""

    def render(self, form: ConsentForm, signatures: tuple[Signature, ...] = ()) -> bytes:
        """Return the PDF; raise `GlyphsMissing` rather than print a box.

        Every word comes from the form. A signature stands on its signer's line as vector strokes.
        """
        drawn = {one.signer: one for one in signatures}
        strangers = drawn.keys() - set(form.signers)
        if strangers:
            raise ValueError("a signature without a line on the form")
        check_glyphs(_words(form))
        return style.build(
            lambda: list(_story(form, drawn)),
            form.title,
            lambda canvas, page, pages: _foot(canvas, form, page, pages),
            form.language,
            closer=[lambda: list(_story(form, drawn, close=True))],
        )


def _styles(form: ConsentForm, *, close: bool = False) -> dict[str, ParagraphStyle]:
    """Return the styles of a form: those of its language, larger where it asks for large print.

    With `close` there is less room between paragraphs.
    """
    kinds = _of_language(form.language)
    if close:
        kinds = {name: _closer(kind) for name, kind in kinds.items()}
    if not form.large:
        return kinds
    return {name: _larger(kind) for name, kind in kinds.items()}


def _closer(kind: ParagraphStyle) -> ParagraphStyle:
    return ParagraphStyle(
        f"{kind.name} close",
        parent=kind,
        leading=kind.leading * _CLOSE_LINES,
        spaceBefore=kind.spaceBefore * _CLOSE,
        spaceAfter=kind.spaceAfter * _CLOSE,
    )


def _larger(kind: ParagraphStyle) -> ParagraphStyle:
    """Return a style in large letters (clause 138): body text in 16 points, ragged."""
    return ParagraphStyle(
        f"{kind.name} large",
        parent=kind,
        fontSize=kind.fontSize * _LARGE,
        leading=kind.leading * _LARGE,
        firstLineIndent=kind.firstLineIndent * _LARGE,
        spaceAfter=kind.spaceAfter * _LARGE,
    )


def _of_language(language: str) -> dict[str, ParagraphStyle]:
    """Return the styles of a language: English is set ragged, closer, and without an indent."""
    kinds = style.styles()
    if language == "zh":
        return kinds
    body = ParagraphStyle(
        "body en",
        parent=kinds["body"],
        leading=15,
        firstLineIndent=0,
        alignment=TA_LEFT,
        spaceAfter=5,
    )
    return {**kinds, "body": body}


def _words(form: ConsentForm) -> list[str]:
    """Return every text that will stand on the paper."""
    words = [form.title, form.subtitle, form.number, form.edition]
    words += [form.remark, form.watermark]
    words += [*form.opening, *form.closing, *form.signers, *form.labels.values()]
    for section in form.sections:
        words += [section.heading, *section.paragraphs]
    for row in form.access:
        words += [row.role, row.records, row.recordings]
    return words


def _story(
    form: ConsentForm, drawn: Mapping[str, Signature], *, close: bool = False
) -> Iterator[Flowable]:
    """Yield the form from title to signatures.

    The last section stands on one page with the signatures: nobody signs a page without text.
    """
    kinds = _styles(form, close=close)
    yield style.paragraph(form.title, kinds["title"])
    yield style.paragraph(form.subtitle, kinds["subtitle"])
    for text in form.opening:
        yield style.paragraph(text, kinds["body"])
    for section in form.sections[:-1]:
        yield from _section(section, form, drawn, close=close)
    last = [
        part
        for section in form.sections[-1:]
        for part in _section(section, form, drawn, close=close)
    ]
    # What stays together needs no break of its own, which would hide the heading's space from the
    # height that reportlab reckons: the edition alone would go to a page of its own.
    last = [part for part in last if not isinstance(part, CondPageBreak)]
    if form.access and _MATRIX_AFTER not in {section.key for section in form.sections}:
        yield _matrix(form)
    yield KeepTogether([*last, Spacer(0, 4 * mm), *_end(form, drawn, close=close)])


def _section(
    section: FormSection, form: ConsentForm, drawn: Mapping[str, Signature], *, close: bool
) -> Iterator[Flowable]:
    """Yield a section with the access matrix or the separate consent that belongs to it."""
    kinds = _styles(form, close=close)
    texts = [style.paragraph(text, kinds["body"]) for text in section.paragraphs]
    begins = texts[0].least(style.BODY_WIDTH) if texts else 0.0
    yield from style.heading(section.heading, kinds["heading"], begins)
    separate = _separate(form) if section.key == _SEPARATE_AFTER else []
    if not separate:
        yield from texts
    else:
        yield from texts[:-1]
        yield KeepTogether(
            [*texts[-1:], Spacer(0, 2 * mm), _signing(form, separate, drawn, close=close)]
        )
        yield Spacer(0, 3 * mm)
    if section.key == _MATRIX_AFTER:
        yield _matrix(form)


def _separate(form: ConsentForm) -> list[str]:
    """Return the signer of the separate consent (clause 133), if the form has one."""
    wanted = form.labels.get("separate_signer", "")
    has_section = any(section.key == _SEPARATE_AFTER for section in form.sections)
    return [one for one in form.signers if one == wanted and has_section]


def _end(form: ConsentForm, drawn: Mapping[str, Signature], *, close: bool) -> list[Flowable]:
    """Return what stays together on the last page: declaration, signatures, edition."""
    kinds = _styles(form, close=close)
    signers = [one for one in form.signers if one not in _separate(form)]
    if not drawn and form.labels.get("guardian"):
        # A guardian signs on paper; on a form signed on screen the line would look forgotten.
        signers.append(form.labels["guardian"])
    return [
        *(style.paragraph(text, kinds["body"]) for text in form.closing),
        Spacer(0, 3 * mm),
        _signing(form, signers, drawn, close=close),
        Spacer(0, 5 * mm),
        style.paragraph(_pair(form.labels, "edition", form.edition), kinds["small"]),
    ]


def _pair(labels: Mapping[str, str], name: str, text: str) -> str:
    """Return a label with what it names."""
    return f"{labels[name]}{labels.get('colon', '：')}{text}"


def _matrix(form: ConsentForm) -> Flowable:
    """Return the access matrix: who, records, recordings (clauses 010, 043)."""
    kinds = _styles(form)
    head = [form.labels["access"], form.labels["records"], form.labels["recordings"]]
    rows = [[style.paragraph(word, kinds["head cell"]) for word in head]]
    rows += [
        [style.paragraph(word, kinds["cell"]) for word in (row.role, row.records, row.recordings)]
        for row in form.access
    ]
    third = style.BODY_WIDTH / 3
    table = Table(rows, colWidths=[third, third, third], spaceBefore=4, spaceAfter=6)
    table.setStyle(
        TableStyle(
            [
                ("LINEABOVE", (0, 0), (-1, 0), 0.8, colors.black),
                ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black),
                ("LINEBELOW", (0, 1), (-1, -2), 0.25, colors.grey),
                ("LINEBELOW", (0, -1), (-1, -1), 0.8, colors.black),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("TOPPADDING", (0, 0), (-1, -1), 4),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
            ]
        )
    )
    return KeepTogether([table])


def _signing(
    form: ConsentForm,
    signers: Sequence[str],
    drawn: Mapping[str, Signature],
    *,
    close: bool,
) -> Flowable:
    """Return one line a signer: name, place for the signature, date."""
    cell, small = _styles(form)["cell"], style.styles()["cell"]  # a date keeps to its line
    few = _CLOSE_BOX if close else _BOX_HEIGHT
    high = few if len(signers) <= _FEW else _LOW_BOX
    rows = []
    for signer in signers:
        signature = drawn.get(signer)
        colon = form.labels.get("colon", "：")
        blank = form.labels.get("date_blank", "")
        date = moment(signature.at, form.labels) if signature else blank
        rows.append(
            [
                style.paragraph(f"{signer}{form.labels['signature']}{colon}", cell),
                _SignatureBox(signature, high),
                style.paragraph(_pair(form.labels, "date", date), small),
            ]
        )
    table = Table(rows, colWidths=_SIGNING_WIDTHS)
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
                ("LEFTPADDING", (0, 0), (0, -1), 0),
                ("RIGHTPADDING", (2, 0), (2, -1), 0),
            ]
        )
    )
    return table


def moment(at: datetime, labels: Mapping[str, str]) -> str:
    """Return date and time with their distance from UTC, so that no zone has to be guessed.

    They are told by the clock that `at` carries. How a date is written is a label of the form:
    2026-05-12, 12 May 2026.
    """
    hours = (at.utcoffset() or timedelta()) / _HOUR
    months = labels.get("months", _MONTHS).split("|")
    return labels.get("moment", _ISO).format(
        year=at.year,
        month=months[at.month - 1],
        day=at.day,
        time=f"{at:%H:%M}",
        zone=f"{hours:+g}",
    )


class _SignatureBox(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A base line with the strokes of a signature above it."""

    def __init__(self, signature: Signature | None, height: float) -> None:
        super().__init__()
        self._signature = signature
        self.width, self.height = height * _SIGNATURE_WIDTH, height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the size of the box in points."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the line, then the strokes as one path each, none of them beyond the box."""
        canvas = self.canv
        canvas.setStrokeGray(style.GREY)
        canvas.setLineWidth(0.5)
        canvas.line(0, 1, _BOX_WIDTH, 1)
        if self._signature is None:
            return
        box = canvas.beginPath()
        box.rect(0, 0, self.width, self.height)
        canvas.clipPath(box, stroke=0, fill=0)
        canvas.setStrokeGray(0)
        canvas.setLineWidth(_PEN)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        unit = self.width / _SIGNATURE_WIDTH
        for stroke in self._signature.strokes:
            points = [(x * unit, (1.0 - y) * unit) for x, y in stroke]
            if points:
                _draw_stroke(canvas, points)


def _draw_stroke(canvas: Canvas, points: Sequence[tuple[float, float]]) -> None:
    """Draw a polyline; a single point as a dot."""
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:] or [(points[0][0] + _DOT, points[0][1])]:
        path.lineTo(*point)
    canvas.drawPath(path)


def _foot(canvas: Canvas, form: ConsentForm, page: int, pages: int) -> None:
    """Draw number, edition and page; the sources of the edition stand on the last page.

    A form with empty places says so on every page, and a draft across it.
    """
    where = form.labels["page"].replace("{page}", str(page)).replace("{pages}", str(pages))
    said = [f"{form.labels['number']} {form.number}", short_edition(form.edition), form.remark]
    gap = "　" if form.language == "zh" else "   "
    style.foot_line(canvas, gap.join(word for word in said if word), where)
    if form.watermark:
        style.watermark(canvas, form.watermark)

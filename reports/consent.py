"""The consent form as a PDF, with the signatures drawn on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.lib import colors
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer, Table, TableStyle

from reports import style

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from app.domain.consent import ConsentForm, Signature

_MATRIX_AFTER: Final = "limits"
_BOX_WIDTH: Final = 54 * mm
_BOX_HEIGHT: Final = 18 * mm
_PEN: Final = 1.1
_SIGNATURE_WIDTH: Final = 3.0


class ConsentPaper:
    """The `ConsentPrinter` on A4."""

    def render(self, form: ConsentForm, signatures: tuple[Signature, ...] = ()) -> bytes:
        """Return the PDF; raise `GlyphsMissing` rather than print a box.

        Every word comes from the form. A signature stands on its signer's line as vector strokes.
        """
        style.check_glyphs(_words(form))
        return style.build(
            lambda: _story(form, {one.signer: one for one in signatures}),
            form.title,
            lambda canvas, page, pages: _foot(canvas, form, page, pages),
        )


def _words(form: ConsentForm) -> list[str]:
    """Return every text that will stand on the paper."""
    words = [form.title, form.subtitle, form.number, form.edition]
    words += [*form.opening, *form.closing, *form.signers, *form.labels.values()]
    for section in form.sections:
        words += [section.heading, *section.paragraphs]
    for row in form.access:
        words += [row.role, row.records, row.recordings]
    return words


def _story(form: ConsentForm, signatures: dict[str, Signature]) -> list[Flowable]:
    """Return the form from title to signatures."""
    kinds = style.styles()
    story: list[Flowable] = [
        style.paragraph(form.title, kinds["title"]),
        style.paragraph(form.subtitle, kinds["subtitle"]),
    ]
    story += [style.paragraph(text, kinds["body"]) for text in form.opening]
    shown = False
    for section in form.sections:
        story.append(style.paragraph(section.heading, kinds["heading"]))
        story += [style.paragraph(text, kinds["body"]) for text in section.paragraphs]
        if section.key == _MATRIX_AFTER:
            story.append(_matrix(form))
            shown = True
    if not shown:
        story.append(_matrix(form))
    story.append(Spacer(0, 4 * mm))
    story += [style.paragraph(text, kinds["body"]) for text in form.closing]
    story.append(Spacer(0, 4 * mm))
    story.append(_signing(form, signatures))
    return story


def _matrix(form: ConsentForm) -> Flowable:
    """Return the access matrix: who, records, recordings (clauses 010, 043)."""
    cell = style.styles()["cell"]
    head = [form.labels["access"], form.labels["records"], form.labels["recordings"]]
    rows = [[style.paragraph(word, cell) for word in head]]
    rows += [
        [style.paragraph(word, cell) for word in (row.role, row.records, row.recordings)]
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
                ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
            ]
        )
    )
    return KeepTogether([table])


def _signing(form: ConsentForm, signatures: dict[str, Signature]) -> Flowable:
    """Return one line a signer: name, place for the signature, date."""
    cell = style.styles()["plain"]
    rows = []
    for signer in form.signers:
        signature = signatures.get(signer)
        date = f"{form.labels['date']}："
        if signature:
            date += signature.at.astimezone().strftime("%Y-%m-%d %H:%M")
        rows.append(
            [
                style.paragraph(f"{signer}{form.labels['signature']}：", cell),
                _SignatureBox(signature),
                style.paragraph(date, cell),
            ]
        )
    widths = [34 * mm, _BOX_WIDTH + 6 * mm, style.BODY_WIDTH - 40 * mm - _BOX_WIDTH]
    table = Table(rows, colWidths=widths)
    table.setStyle(
        TableStyle([("VALIGN", (0, 0), (-1, -1), "BOTTOM"), ("LEFTPADDING", (0, 0), (0, -1), 0)])
    )
    return KeepTogether([table])


class _SignatureBox(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A base line with the strokes of a signature above it."""

    def __init__(self, signature: Signature | None) -> None:
        super().__init__()
        self._signature = signature
        self.width, self.height = _BOX_WIDTH, _BOX_HEIGHT

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the size of the box in points."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the line, then the strokes as one path each."""
        canvas = self.canv
        canvas.setStrokeGray(style.GREY)
        canvas.setLineWidth(0.5)
        canvas.line(0, 1, self.width, 1)
        if self._signature is None:
            return
        canvas.setStrokeGray(0)
        canvas.setLineWidth(_PEN)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        unit = self.width / _SIGNATURE_WIDTH
        for stroke in self._signature.strokes:
            path = canvas.beginPath()
            for number, (x, y) in enumerate(stroke):
                point = (x * unit, (1.0 - y) * unit)
                if number:
                    path.lineTo(*point)
                else:
                    path.moveTo(*point)
            if len(stroke) == 1:
                path.lineTo(stroke[0][0] * unit + 0.1, (1.0 - stroke[0][1]) * unit)
            canvas.drawPath(path)


def _foot(canvas: Canvas, form: ConsentForm, page: int, pages: int) -> None:
    """Draw number, edition and page."""
    where = form.labels["page"].replace("{page}", str(page)).replace("{pages}", str(pages))
    style.foot_line(canvas, f"{form.labels['number']} {form.number}", where)

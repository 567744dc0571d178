"""The de-identified summary as a PDF; accepts only `DeidentifiedSummary`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import Spacer

from reports import style

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable

    from app.domain.summary import DeidentifiedSummary


class SummaryPaper:
    """The `SummaryPrinter` on A4."""

    def render(self, summary: DeidentifiedSummary) -> bytes:
        """Return the PDF; raise `GlyphsMissing` rather than print a box."""
        style.check_glyphs([*summary.words(), *summary.labels.values()])
        return style.build(
            lambda: _story(summary),
            summary.title,
            lambda canvas, page, pages: _foot(canvas, summary, page, pages),
        )


def facts(summary: DeidentifiedSummary) -> list[str]:
    """Return the lines under the title: number, day, recipient, purpose, what was hidden."""
    labels = summary.labels
    hidden = labels["list"].join(
        f"{labels.get(kind, kind)} {count}" for kind, count in sorted(summary.hidden.items())
    )
    pairs = (
        (labels["number"], summary.number),
        (labels["made_on"], summary.made_on),
        (labels["recipient"], summary.recipient),
        (labels["purpose"], summary.purpose),
        (labels["hidden"], hidden),
    )
    return [f"{name}：{text}" for name, text in pairs if text]


def _story(summary: DeidentifiedSummary) -> list[Flowable]:
    """Return the summary from title to undertaking."""
    kinds = style.styles()
    story: list[Flowable] = [
        style.paragraph(summary.title, kinds["title"]),
        Spacer(0, 2 * mm),
        *(style.paragraph(line, kinds["small"]) for line in facts(summary)),
        Spacer(0, 3 * mm),
        style.paragraph(summary.labels["notice"], kinds["small"]),
    ]
    for passage in summary.passages:
        story.append(style.paragraph(passage.heading, kinds["sans heading"]))
        story += [style.paragraph(text, kinds["sans"]) for text in passage.paragraphs if text]
    story.append(Spacer(0, 10 * mm))
    story.append(style.paragraph(summary.labels["undertaking"], kinds["small"]))
    return story


def _foot(canvas: Canvas, summary: DeidentifiedSummary, page: int, pages: int) -> None:
    """Draw the confidentiality line (clause 057) and the page."""
    labels = summary.labels
    where = labels["page"].replace("{page}", str(page)).replace("{pages}", str(pages))
    style.foot_line(canvas, f"{labels['confidential']}　{summary.number}", where)

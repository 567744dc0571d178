"""The de-identified summary as a PDF; accepts only `DeidentifiedSummary`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.lib import colors
from reportlab.lib.units import mm
from reportlab.platypus import KeepTogether, Spacer, Table, TableStyle

from app.domain.light_marks import HEADING, bare
from reports import style
from reports.fonts import check_glyphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable

    from app.domain.summary import DeidentifiedSummary

_LABEL_WIDTH: Final = 26 * mm
# The title of a part may follow a heading, and asks for room of its own.
_AFTER_HEADING: Final = 72.0
_LONGEST_TITLE: Final = 24
_MARKS: Final = frozenset('，。、；：？！…“”「」（）《》,.;:?!()[]"0123456789')
_WIDE_GAP: Final = "\u3000\u3000"


class SummaryPaper:
    """The `SummaryPrinter` on A4."""

    def render(self, summary: DeidentifiedSummary) -> bytes:
        """Return the PDF; raise `GlyphsMissing` rather than print a box."""
        check_glyphs([*summary.words(), *summary.labels.values()])
        return style.build(
            lambda: list(_story(summary)),
            summary.title,
            lambda canvas, page, pages: _beside(canvas, summary, page, pages),
            summary.language,
        )


def facts(summary: DeidentifiedSummary) -> list[tuple[str, str]]:
    """Return what stands under the title, with labels: number, day, recipient, purpose, hidden."""
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
    return [(name, text) for name, text in pairs if text]


def undertaking(summary: DeidentifiedSummary) -> list[str]:
    """Return what the recipient promises (clause 057), and below it where to sign."""
    promise, _, place = summary.labels["undertaking"].partition(_WIDE_GAP)
    return [part for part in (promise, place) if part]


def told_apart(paragraphs: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Yield every paragraph that has words, and whether it is the title of a part of a note.

    A note's parts come as text: a title, its words below it, an empty line. A short line without
    a mark that begins a part and has words below it is taken for a title, and so is a heading.
    Marks of Markdown-light are not printed.
    """
    begins = True
    for at, text in enumerate(paragraphs):
        below = paragraphs[at + 1].strip() if at + 1 < len(paragraphs) else ""
        if text.strip():
            short = len(text) <= _LONGEST_TITLE and not _MARKS.intersection(text)
            marked = HEADING.fullmatch(text) is not None
            yield bare(text), marked or bool(begins and below and short)
        begins = not text.strip()


def _story(summary: DeidentifiedSummary) -> Iterator[Flowable]:
    """Yield the summary from title to undertaking."""
    kinds = style.styles()
    yield style.paragraph(summary.title, kinds["sans title"])
    yield Spacer(0, 3 * mm)
    yield _facts_table(facts(summary))
    yield Spacer(0, 3 * mm)
    yield style.paragraph(summary.labels["notice"], kinds["sans label"])
    yield Spacer(0, 2 * mm)
    for passage in summary.passages:
        yield from style.heading(passage.heading, kinds["sans heading"], _AFTER_HEADING)
        for text, is_title in told_apart(passage.paragraphs):
            if is_title:
                yield from style.heading(text, kinds["sans part"])
            else:
                yield style.paragraph(text, kinds["sans"])
    yield Spacer(0, 10 * mm)
    lines = undertaking(summary)
    yield KeepTogether([style.paragraph(line, kinds["sans promise"]) for line in lines])


def _facts_table(pairs: list[tuple[str, str]]) -> Table:
    """Return labels and what they name in two columns between thin rules."""
    kinds = style.styles()
    rows = [
        [style.paragraph(name, kinds["sans label"]), style.paragraph(text, kinds["sans small"])]
        for name, text in pairs
    ]
    table = Table(rows, colWidths=[_LABEL_WIDTH, style.BODY_WIDTH - _LABEL_WIDTH])
    table.setStyle(
        TableStyle(
            [
                ("LINEABOVE", (0, 0), (-1, 0), 0.5, colors.black),
                ("LINEBELOW", (0, -1), (-1, -1), 0.5, colors.black),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (0, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
            ]
        )
    )
    return table


def _beside(canvas: Canvas, summary: DeidentifiedSummary, page: int, pages: int) -> None:
    """Draw whose copy this is, the confidentiality line (clause 057) and the page."""
    labels = summary.labels
    style.watermark(canvas, " ".join(one for one in (summary.recipient, summary.number) if one))
    where = labels["page"].replace("{page}", str(page)).replace("{pages}", str(pages))
    style.foot_line(canvas, f"{labels['confidential']}　{summary.number}", where)

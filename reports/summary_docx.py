"""The de-identified summary as a DOCX that tells nothing of who made it."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import docx
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from reports.style import printable
from reports.summary import facts

if TYPE_CHECKING:
    from app.domain.summary import DeidentifiedSummary

_FIXED = datetime(2000, 1, 1, tzinfo=UTC)
_FONT = "Noto Sans SC"
_MARGIN_MM = 25


class SummaryDocument:
    """The `SummaryPrinter` as a word processor's file."""

    def render(self, summary: DeidentifiedSummary) -> bytes:
        """Return the DOCX."""
        document = docx.Document()
        _dress(document)
        document.add_heading(printable(summary.title), level=0)
        for line in (*facts(summary), summary.labels["notice"]):
            document.add_paragraph(printable(line))
        for passage in summary.passages:
            document.add_heading(printable(passage.heading), level=1)
            for text in passage.paragraphs:
                if text:
                    document.add_paragraph(printable(text))
        document.add_paragraph(printable(summary.labels["undertaking"]))
        foot = document.sections[0].footer.paragraphs[0]
        foot.text = printable(f"{summary.labels['confidential']}　{summary.number}")
        _forget_author(document, summary.title)
        target = io.BytesIO()
        document.save(target)
        return target.getvalue()


def _dress(document: Any) -> None:  # noqa: ANN401 - python-docx has no types
    """Set page and fonts, the East Asian ones too."""
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(_MARGIN_MM)
    for name in ("Normal", "Title", "Heading 1"):
        kind = document.styles[name]
        kind.font.name = _FONT
        kind.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)
    document.styles["Normal"].font.size = Pt(10.5)
    document.styles["Normal"].paragraph_format.line_spacing = 1.5


def _forget_author(document: Any, title: str) -> None:  # noqa: ANN401
    """Blank the properties that would say who and when; the title is the template's."""
    core = document.core_properties
    core.author = core.last_modified_by = core.comments = core.keywords = core.subject = ""
    core.category = core.identifier = core.version = core.content_status = ""
    core.title = printable(title)
    core.created = core.modified = core.last_printed = _FIXED.replace(tzinfo=None)
    core.revision = 1

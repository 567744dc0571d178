"""The de-identified summary as a DOCX that tells nothing of who made it."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

import docx
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from reports.fonts import printable
from reports.summary import facts, told_apart, undertaking

if TYPE_CHECKING:
    from app.domain.summary import DeidentifiedSummary

# One day for all files: a zip holds times from 1980 on, and the core properties want one.
_FIXED: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - written without a zone, and it names no moment
_ZIP_TIME: Final = (2000, 1, 1, 0, 0, 0)
_FONT: Final = "Noto Sans SC"
_EAST_ASIAN: Final = "Microsoft YaHei"
_MARGIN_MM: Final = 25
_GREY: Final = RGBColor(0x6B, 0x6B, 0x6B)
_BLACK: Final = RGBColor(0, 0, 0)
_SIZES: Final = {"Normal": 10.5, "Title": 18, "Heading 1": 12, "Heading 2": 10.5, "Footer": 8}
# Parts of the library's template that say which program made it, or show a picture of a page.
_UNNEEDED: Final = ("/thumbnail", "/extended-properties", "/customXml", "/stylesWithEffects")


class SummaryDocument:
    """The `SummaryPrinter` as a word processor's file."""

    def render(self, summary: DeidentifiedSummary) -> bytes:
        """Return the DOCX; the same bytes for the same summary."""
        document = docx.Document()
        _dress(document, summary.language)
        document.add_paragraph(printable(summary.title), style="Title")
        for name, text in facts(summary):
            line = document.add_paragraph(style="Normal")
            line.paragraph_format.space_after = Pt(0)
            line.add_run(
                printable(f"{name}{summary.labels.get('colon', '：')}")
            ).font.color.rgb = _GREY
            line.add_run(printable(text))
        document.add_paragraph(printable(summary.labels["notice"])).runs[0].font.color.rgb = _GREY
        for passage in summary.passages:
            document.add_paragraph(printable(passage.heading), style="Heading 1")
            for text, is_title in told_apart(passage.paragraphs):
                document.add_paragraph(printable(text), style="Heading 2" if is_title else "Normal")
        for text in undertaking(summary):
            document.add_paragraph(printable(text))
        _foot(document, summary)
        _forget_author(document, summary.title)
        target = io.BytesIO()
        document.save(target)
        return _settled(target.getvalue())


def _dress(document: Any, language: str) -> None:  # noqa: ANN401 - python-docx has no types
    """Set page, language and fonts, the East Asian ones too."""
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(_MARGIN_MM)
    for name, size in _SIZES.items():
        kind = document.styles[name]
        kind.font.name = _FONT
        kind.font.size = Pt(size)
        kind.font.bold = name in ("Title", "Heading 1", "Heading 2")
        kind.font.color.rgb = _GREY if name == "Footer" else _BLACK
        fonts = kind.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        # A computer without Noto falls back to the Chinese font of Windows.
        fonts.set(qn("w:eastAsia"), _EAST_ASIAN)
    _tell_language(document, language)
    form = document.styles["Normal"].paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.MULTIPLE, 1.4
    form.space_after = Pt(6)
    _drop_rule(document.styles["Title"])


def _tell_language(document: Any, language: str) -> None:  # noqa: ANN401
    """Say in which language the text is, so that a word processor checks it rightly."""
    properties = document.styles["Normal"].element.get_or_add_rPr()
    told = OxmlElement("w:lang")
    told.set(qn("w:eastAsia"), "zh-CN" if language == "zh" else language)
    properties.append(told)


def _drop_rule(kind: Any) -> None:  # noqa: ANN401
    """Take the blue rule below a title away."""
    properties = kind.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _foot(document: Any, summary: DeidentifiedSummary) -> None:  # noqa: ANN401
    """Write the confidentiality line (clause 057) and the page at the foot of every page."""
    labels = summary.labels
    line = document.sections[0].footer.paragraphs[0]
    line.add_run(printable(f"{labels['confidential']}　{summary.number}　"))
    before, _, rest = labels["page"].partition("{page}")
    between, _, after = rest.partition("{pages}")
    for text, code in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
        line.add_run(text)
        if code:
            field = OxmlElement("w:fldSimple")
            field.set(qn("w:instr"), code)
            line._p.append(field)  # noqa: SLF001 - python-docx has no call for fields


def _forget_author(document: Any, title: str) -> None:  # noqa: ANN401
    """Blank the properties that would say who and when; the title is the template's."""
    core = document.core_properties
    core.author = core.last_modified_by = core.comments = core.keywords = core.subject = ""
    core.category = core.identifier = core.version = core.content_status = ""
    core.title = printable(title)
    core.created = core.modified = core.last_printed = _FIXED
    core.revision = 1
    for relations in (document.part.package.rels, document.part.rels):
        for key in [key for key, one in relations.items() if one.reltype.endswith(_UNNEEDED)]:
            del relations[key]
    settings = document.settings.element
    for sessions in settings.findall(qn("w:rsids")):
        settings.remove(sessions)


def _settled(data: bytes) -> bytes:
    """Return the package with one time for all its parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as out:
        for entry in source.infolist():
            entry.date_time = _ZIP_TIME
            out.writestr(entry, source.read(entry), zipfile.ZIP_DEFLATED)
    return target.getvalue()

"""Fonts, margins and paragraph styles.

Text on paper must be real, embedded, selectable Chinese: TrueType outlines (reportlab embeds no
CFF), subset at writing. A character that one font lacks is set from the other; one that both lack
is refused before anything is printed, never printed as a box.
"""

from __future__ import annotations

import io
import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Final

import pikepdf
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph
from reportlab.platypus import paragraph as paragraph_module
from reportlab.rl_config import defaultEncoding

from app.domain.errors import GlyphsMissing
from resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable

SERIF: Final = "NotoSerifSC_400Regular"
SERIF_BOLD: Final = "NotoSerifSC_700Bold"
SANS: Final = "NotoSansSC_400Regular"
SANS_MEDIUM: Final = "NotoSansSC_500Medium"
_FALLBACK: Final = {SERIF: SANS, SERIF_BOLD: SANS_MEDIUM, SANS: SERIF, SANS_MEDIUM: SERIF_BOLD}
PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN: Final = 25 * mm
TOP: Final = 24 * mm
BOTTOM: Final = 24 * mm
BODY_WIDTH: Final = PAGE_WIDTH - 2 * MARGIN
GREY: Final = 0.42
_INVISIBLE: Final = frozenset(
    "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c\ufeff"
)
_BEYOND_BMP: Final = re.compile(rb"<([0-9A-F]{5,6})>")
# Marks that may not begin a Chinese line (GB/T 15834); reportlab's own list is the Japanese one.
paragraph_module.ALL_CANNOT_START += "，；：！？）》〉”’…—·"
_SPACES: Final = {"\t": " ", "\u00a0": " ", "\u2028": "\n", "\u2029": "\n", "\r": ""}


@cache
def font(name: str) -> TTFont:
    """Return a font, read and registered once."""
    made = TTFont(name, io.BytesIO(resource(f"fonts/{name}.ttf").read_bytes()))
    pdfmetrics.registerFont(made)
    pdfmetrics.registerFontFamily(name, normal=name, bold=name, italic=name, boldItalic=name)
    return made


def printable(text: str) -> str:
    """Return the text as it can stand on paper.

    Controls of writing direction and zero-width marks are left out: on paper they are invisible
    and can only make a line read as something else than was typed. The vault keeps them.
    """
    kept = "".join(_SPACES.get(char, char) for char in text if char not in _INVISIBLE)
    return "".join(char for char in kept if char == "\n" or char >= " ")


def check_glyphs(texts: Iterable[str]) -> None:
    """Raise `GlyphsMissing` with every character that no font of ours holds."""
    known = font(SERIF).face.charToGlyph.keys() | font(SANS).face.charToGlyph.keys()
    missing: dict[str, None] = {}
    for text in texts:
        for char in printable(text):
            if char != "\n" and ord(char) not in known:
                missing[char] = None
    if missing:
        raise GlyphsMissing("".join(missing))


def markup(text: str, name: str) -> str:
    """Return text as paragraph markup; what `name` lacks is set from the other font."""
    known = font(name).face.charToGlyph
    other = _FALLBACK[name]
    parts: list[str] = []
    run, lacking = "", False
    for char in printable(text):
        missing = char != "\n" and ord(char) not in known
        if missing != lacking and run:
            parts.append(_run(run, other if lacking else ""))
            run = ""
        run, lacking = run + char, missing
    parts.append(_run(run, other if lacking else ""))
    return "".join(parts)


def _run(text: str, name: str) -> str:
    """Return one run of markup, in another font if one is named."""
    safe = escape(text, quote=False).replace("\n", "<br/>")
    if not name or not text:
        return safe
    font(name)
    return f'<font name="{name}">{safe}</font>'


def paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    """Return a paragraph of plain text."""
    return Paragraph(markup(text, style.fontName), style)


@cache
def styles() -> dict[str, ParagraphStyle]:
    """Return the paragraph styles by name; body text is serif with two characters' indent."""
    for name in _FALLBACK:
        font(name)
    body = ParagraphStyle(
        "body",
        fontName=SERIF,
        fontSize=10.5,
        leading=18,
        firstLineIndent=21,
        alignment=TA_JUSTIFY,
        wordWrap="CJK",
        spaceAfter=3,
        allowWidows=0,
        allowOrphans=0,
    )
    plain = ParagraphStyle("plain", parent=body, firstLineIndent=0)
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
            parent=plain,
            fontName=SERIF_BOLD,
            fontSize=11.5,
            leading=18,
            spaceBefore=9,
            spaceAfter=3,
            keepWithNext=1,
        ),
        "small": ParagraphStyle("small", parent=plain, fontSize=8.5, leading=13),
        "cell": ParagraphStyle("cell", parent=plain, fontSize=9.5, leading=14, spaceAfter=0),
        "sans": ParagraphStyle("sans", parent=plain, fontName=SANS, fontSize=10.5, leading=18),
        "sans heading": ParagraphStyle(
            "sans heading",
            parent=plain,
            fontName=SANS_MEDIUM,
            fontSize=12,
            leading=18,
            spaceBefore=12,
            spaceAfter=4,
            keepWithNext=1,
        ),
    }


def build(
    story: Callable[[], Sequence[Flowable]],
    title: str,
    foot: Callable[[Canvas, int, int], None],
) -> bytes:
    """Return an A4 PDF of what `story` returns, laid out twice to count the pages.

    `foot` draws each page's foot: canvas, page, pages.

    The same story gives the same bytes. The only metadata is the title, which is the template's.
    """
    pages = _lay_out(story(), title, lambda _canvas, _page: None)[1]
    return _lay_out(story(), title, lambda canvas, page: foot(canvas, page, pages))[0]


def _lay_out(
    story: Sequence[Flowable], title: str, foot: Callable[[Canvas, int], None]
) -> tuple[bytes, int]:
    """Return the PDF and its number of pages."""
    target = io.BytesIO()
    document = BaseDocTemplate(
        target,
        pagesize=A4,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=TOP,
        bottomMargin=BOTTOM,
        title=title,
        author="",
        subject="",
        creator="",
        producer="",
        invariant=1,
        initialFontName=SERIF,
        encoding=defaultEncoding,
    )
    frame = Frame(
        MARGIN, BOTTOM, BODY_WIDTH, PAGE_HEIGHT - TOP - BOTTOM, 0, 0, 0, 0, showBoundary=0
    )

    def on_page(canvas: Canvas, doc: BaseDocTemplate) -> None:
        canvas.saveState()
        foot(canvas, doc.page)
        canvas.restoreState()

    document.addPageTemplates([PageTemplate("page", [frame], onPage=on_page)])
    document.build(list(story))
    return _finished(target.getvalue()), document.page


def _finished(data: bytes) -> bytes:
    """Return the PDF with two things mended that reportlab leaves.

    Characters beyond U+FFFF stand in its ToUnicode maps with five digits, which no reader takes:
    a rare name could be seen but not selected, searched or found by the leak check. And every
    page names Helvetica, embedded nowhere, even where nothing is set in it.
    """
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for entry in pdf.objects:
            if isinstance(entry, pikepdf.Stream):
                source = entry.read_bytes()
                if b"beginbfchar" in source:
                    entry.write(_BEYOND_BMP.sub(_as_utf16, source))
        for page in pdf.pages:
            _drop_unused_fonts(page)
        pdf.save(target, deterministic_id=True)
    return target.getvalue()


def _drop_unused_fonts(page: pikepdf.Page) -> None:
    """Take fonts that are not embedded out of a page's resources, if nothing uses them."""
    used = {
        str(one.operands[0])
        for one in pikepdf.parse_content_stream(page)
        if isinstance(one, pikepdf.ContentStreamInstruction) and str(one.operator) == "Tf"
    }
    fonts = page.obj.Resources.Font
    for name in {str(one) for one in fonts} - used:
        if "/FontDescriptor" not in fonts[name]:
            del fonts[name]


def _as_utf16(found: re.Match[bytes]) -> bytes:
    """Return five or six hex digits of a code point as UTF-16 hex digits."""
    return b"<" + chr(int(found[1], 16)).encode("utf-16-be").hex().upper().encode() + b">"


def foot_line(canvas: Canvas, left: str, right: str) -> None:
    """Draw a thin rule with words at its left and right below it."""
    styles()
    canvas.setStrokeGray(GREY + 0.3)
    canvas.setLineWidth(0.4)
    canvas.line(MARGIN, BOTTOM - 6 * mm, PAGE_WIDTH - MARGIN, BOTTOM - 6 * mm)
    canvas.setFillGray(GREY)
    canvas.setFont(SERIF, 8)
    canvas.drawString(MARGIN, BOTTOM - 11 * mm, printable(left))
    canvas.drawRightString(PAGE_WIDTH - MARGIN, BOTTOM - 11 * mm, printable(right))

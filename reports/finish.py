"""What is mended in a PDF after reportlab has written it."""

from __future__ import annotations

import io
import re
from typing import Final

import pikepdf

ARTIFACT: Final = "/Artifact"
_BEYOND_BMP: Final = re.compile(rb"<([0-9A-F]{5,6})>")


def finish(data: bytes, title: str, language: str) -> bytes:
    """Return the PDF with what reportlab leaves mended; the same bytes for the same input.

    - Characters beyond U+FFFF stand in its ToUnicode maps with five digits, which no reader
      takes: a rare name could be seen but not selected, searched or found by the leak check.
    - Every page sets Helvetica, embedded nowhere, though nothing is written in it.
    - Dates and empty names of author and producer go; title and language are told.
    """
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for entry in pdf.objects:
            if isinstance(entry, pikepdf.Stream):
                _mend_map(entry)
        for page in pdf.pages:
            _drop_outside_fonts(pdf, page)
        pdf.trailer.Info = pdf.make_indirect(pikepdf.Dictionary(Title=title))
        pdf.Root.Lang = pikepdf.String(language)
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        pdf.save(target, deterministic_id=True)
    return target.getvalue()


def without_artifacts(data: bytes) -> bytes:
    """Return the PDF without what stands beside its text: foot lines and watermarks."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            kept = []
            inside = False
            for one in pikepdf.parse_content_stream(page):
                operator = str(one.operator)
                if operator == "BMC" and str(one.operands[0]) == ARTIFACT:
                    inside = True
                elif operator == "EMC" and inside:
                    inside = False
                elif not inside:
                    kept.append(one)
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))
        pdf.save(target)
    return target.getvalue()


def _mend_map(stream: pikepdf.Stream) -> None:
    """Write the code points of a ToUnicode map as UTF-16."""
    source = stream.read_bytes()
    if b"beginbfchar" in source:
        stream.write(_BEYOND_BMP.sub(_as_utf16, source))


def _as_utf16(found: re.Match[bytes]) -> bytes:
    """Return five or six hex digits of a code point as UTF-16 hex digits."""
    return b"<" + chr(int(found[1], 16)).encode("utf-16-be").hex().upper().encode() + b">"


def _drop_outside_fonts(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Take fonts that are not embedded out of a page, with the operators that choose them."""
    fonts = page.obj.Resources.get("/Font", pikepdf.Dictionary())
    for name in [str(one) for one in fonts]:
        if "/FontDescriptor" not in fonts[name]:
            del fonts[name]
    kept = [
        one
        for one in pikepdf.parse_content_stream(page)
        if not (str(one.operator) == "Tf" and str(one.operands[0]) not in fonts)
    ]
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))

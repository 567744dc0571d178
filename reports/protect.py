"""Puts a password on files, and reads back every word that a file holds."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any, Final

import pikepdf
from docx.oxml import parse_xml
from msoffcrypto.format.ooxml import OOXMLFile
from pypdf import PdfReader

if TYPE_CHECKING:
    from collections.abc import Iterator

_REVISION: Final = 6


def protect_pdf(data: bytes, password: str) -> bytes:
    """Return the PDF encrypted with AES-256 (PDF 2.0, revision 6), its metadata too."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(
            target,
            encryption=pikepdf.Encryption(
                owner=password, user=password, R=_REVISION, aes=True, metadata=True
            ),
        )
    return target.getvalue()


def protect_docx(data: bytes, password: str) -> bytes:
    """Return the DOCX encrypted as ECMA-376 agile encryption has it (AES-256, SHA-512)."""
    target = io.BytesIO()
    OOXMLFile(io.BytesIO(data)).encrypt(password, target)
    return target.getvalue()


def docx_words(data: bytes) -> list[str]:
    """Return every text of every part of a DOCX, properties, comments and names included."""
    words: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        words += package.namelist()
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                root = parse_xml(package.read(name))
                words += _paragraphs(root)
                words += [value for one in root.iter() for value in one.attrib.values()]
    return words


def _paragraphs(root: Any) -> Iterator[str]:  # noqa: ANN401 - an lxml element
    """Yield the text of each paragraph whole, since runs may cut a name, then loose texts."""
    for one in root.iter():
        tag = str(one.tag)
        if tag.endswith("}p"):
            yield "".join(one.itertext())
        elif one.text and one.text.strip():
            yield one.text


def pdf_words(data: bytes) -> list[str]:
    """Return every word of a PDF: each page's text with and without line ends, metadata, names.

    A name may be cut by a line's end, so each page is also given as one line.
    """
    reader = PdfReader(io.BytesIO(data))
    words = [str(value) for value in (reader.metadata or {}).values()]
    if reader.xmp_metadata is not None:
        words.append(bytes(reader.xmp_metadata.stream.get_data()).decode("utf-8", "replace"))
    words += list(reader.attachments)
    for page in reader.pages:
        text = page.extract_text()
        words += [*text.splitlines(), "".join(text.splitlines())]
    return words

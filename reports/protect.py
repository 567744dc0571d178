"""Puts a password on files, and reads back every word that a file holds."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from typing import TYPE_CHECKING, Any, Final

import pikepdf
from docx.oxml import parse_xml
from msoffcrypto import OfficeFile
from msoffcrypto.format.ooxml import OOXMLFile
from pypdf import PdfReader

from app.domain.errors import FieldInvalid
from reports.finish import without_artifacts

if TYPE_CHECKING:
    from collections.abc import Iterator

_REVISION: Final = 6
# The standard cuts longer ones in the middle of a letter, and readers differ on where.
_MOST_BYTES: Final = 127


def protect_pdf(data: bytes, password: str) -> bytes:
    """Return the PDF encrypted with AES-256 (PDF 2.0, revision 6), its metadata too.

    The standard has readers fold a typed password (SASLprep: full-width letters become plain
    ones); some do and some do not. Both forms open the file: one as user's, one as owner's.
    Raises `FieldInvalid` for a password beyond 127 bytes of UTF-8 (42 Chinese characters).
    """
    _check_length(password)
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(
            target,
            encryption=pikepdf.Encryption(
                owner=unicodedata.normalize("NFKC", password),
                user=unicodedata.normalize("NFC", password),
                R=_REVISION,
                aes=True,
                metadata=True,
            ),
        )
    return target.getvalue()


def protect_docx(data: bytes, password: str) -> bytes:
    """Return the DOCX encrypted as ECMA-376 agile encryption has it (AES-256, SHA-512).

    Raises `FieldInvalid` as `protect_pdf` does: one password is for both files.
    """
    _check_length(password)
    target = io.BytesIO()
    OOXMLFile(io.BytesIO(data)).encrypt(unicodedata.normalize("NFC", password), target)
    return target.getvalue()


def _check_length(password: str) -> None:
    """Refuse a password with which some readers could not open the file."""
    forms = [unicodedata.normalize(form, password) for form in ("NFC", "NFKC")]
    if max(len(form.encode("utf-8", "surrogatepass")) for form in forms) > _MOST_BYTES:
        raise FieldInvalid("password")


def docx_words(data: bytes, password: str | None = None) -> list[str]:
    """Return every text of every part of a DOCX, properties, comments and names included."""
    if password is not None:
        data = _opened(data, password)
    words: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        words += package.namelist()
        words.append(package.comment.decode("utf-8", "replace"))
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                root = parse_xml(package.read(name))
                words += _paragraphs(root)
                words += [value for one in root.iter() for value in one.attrib.values()]
    return [word for word in words if word]


def _opened(data: bytes, password: str) -> bytes:
    """Return an encrypted DOCX in clear."""
    target = io.BytesIO()
    file = OfficeFile(io.BytesIO(data))
    file.load_key(password=unicodedata.normalize("NFC", password))
    file.decrypt(target)
    return target.getvalue()


def _paragraphs(root: Any) -> Iterator[str]:  # noqa: ANN401 - an lxml element
    """Yield the text of each paragraph whole, since runs may cut a name, then loose texts."""
    for one in root.iter():
        tag = str(one.tag)
        if tag.endswith("}p"):
            yield "".join(one.itertext())
        elif one.text and one.text.strip():
            yield one.text


def pdf_words(data: bytes, password: str | None = None) -> list[str]:
    """Return every word of a PDF: each page's text with and without line ends, metadata, names.

    A name may be cut by the end of a line or of a page, so each page is also given as one line,
    and the text of all pages, without what stands beside it, as another.
    """
    if password is not None:
        data = _unlocked(data, password)
    reader = PdfReader(io.BytesIO(data))
    words = [str(value) for value in (reader.metadata or {}).values()]
    if reader.xmp_metadata is not None:
        words.append(bytes(reader.xmp_metadata.stream.get_data()).decode("utf-8", "replace"))
    words += list(reader.attachments)
    for page in reader.pages:
        words += _lines(page.extract_text())
    body = PdfReader(io.BytesIO(without_artifacts(data)))
    words.append("".join(_lines("\n".join(page.extract_text() for page in body.pages))[-1:]))
    return [word for word in words if word]


def _lines(text: str) -> list[str]:
    """Return the lines of a text, then all of them as one."""
    return [*text.splitlines(), "".join(text.splitlines())]


def _unlocked(data: bytes, password: str) -> bytes:
    """Return an encrypted PDF in clear."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data), password=unicodedata.normalize("NFC", password)) as pdf:
        pdf.save(target)
    return target.getvalue()

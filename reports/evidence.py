"""Scans and photos of signed paper: checked, turned upright, and cleaned of what a camera adds."""

from __future__ import annotations

import io
import warnings
from typing import Final

import pikepdf
from PIL import Image, ImageOps, UnidentifiedImageError

from app.domain.errors import NotAnImage, PictureTooLarge

MOST_MEGAPIXELS: Final = 80
_MILLION: Final = 1_000_000
_TAKEN: Final = ("JPEG", "PNG", "TIFF", "WEBP", "BMP")
_QUALITY: Final = 90
_DROPPED_FROM_PAGES: Final = ("/AA", "/Metadata", "/Annots", "/PieceInfo")
_DROPPED: Final = ("/Metadata", "/Names", "/OpenAction", "/AA", "/AcroForm", "/PieceInfo")


def clean_picture(data: bytes) -> tuple[bytes, str]:
    """Return the scan without metadata and its media type.

    Pictures are decoded and written anew (promise 34: a camera writes place and owner into them);
    from a PDF document properties, attachments and scripts are taken. Raises `NotAnImage` for
    anything that does not decode, `PictureTooLarge` above 80 million pixels, told from the header
    before a pixel is decoded.
    """
    if data[:1024].lstrip().startswith(b"%PDF"):
        return _clean_pdf(data), "application/pdf"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return _clean_image(data)
    except Image.DecompressionBombError as error:
        raise PictureTooLarge(MOST_MEGAPIXELS) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise NotAnImage from error


def _clean_image(data: bytes) -> tuple[bytes, str]:
    """Return a picture decoded, turned upright and written anew."""
    with Image.open(io.BytesIO(data), formats=_TAKEN) as source:
        if source.width * source.height > MOST_MEGAPIXELS * _MILLION:
            raise PictureTooLarge(MOST_MEGAPIXELS)
        lossless = source.format in ("PNG", "BMP")
        upright = ImageOps.exif_transpose(source).convert("RGB")
    # Only the pixels go on: a new picture has no info, profile or thumbnail to carry over.
    bare = Image.frombytes("RGB", upright.size, upright.tobytes())
    target = io.BytesIO()
    if lossless:
        bare.save(target, "PNG", optimize=False)
        return target.getvalue(), "image/png"
    bare.save(target, "JPEG", quality=_QUALITY)
    return target.getvalue(), "image/jpeg"


def _clean_pdf(data: bytes) -> bytes:
    """Return a PDF without properties, attachments and scripts."""
    target = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if not len(pdf.pages):
                raise NotAnImage
            _strip(pdf)
            pdf.save(target, fix_metadata_version=False)
    except (pikepdf.PdfError, pikepdf.PasswordError) as error:
        raise NotAnImage from error
    return target.getvalue()


def _strip(pdf: pikepdf.Pdf) -> None:
    """Take out of a PDF what is not on its pages."""
    _drop(pdf.Root, _DROPPED)
    _drop(pdf.trailer, ("/Info",))
    for page in pdf.pages:
        _drop(page.obj, _DROPPED_FROM_PAGES)


def _drop(holder: pikepdf.Object, keys: tuple[str, ...]) -> None:
    """Delete the keys that are there."""
    for key in keys:
        if key in holder:
            del holder[key]

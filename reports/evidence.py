"""Scans and photos of signed paper: checked, turned upright, and cleaned of what a camera adds."""

from __future__ import annotations

import io
import logging
import struct
import warnings
from typing import TYPE_CHECKING, Final

import pikepdf
from PIL import Image, ImageFile

from app.domain.errors import NotAnImage, PictureTooLarge

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_MEGAPIXELS: Final = 80
MOST_MEGABYTES: Final = 40
_MILLION: Final = 1_000_000
_TAKEN: Final = ("JPEG", "PNG", "TIFF", "WEBP", "BMP")
_LOSSLESS: Final = ("PNG", "BMP")
_QUALITY: Final = 90
_WHITE: Final = (255, 255, 255)
_DROPPED_FROM_PAGES: Final = ("/AA", "/Metadata", "/Annots", "/PieceInfo", "/Thumb", "/AF")
_DROPPED: Final = (
    "/Metadata", "/Names", "/OpenAction", "/AA", "/AcroForm", "/PieceInfo", "/AF",
    "/Collection", "/Outlines", "/StructTreeRoot", "/Perms", "/DSS", "/Extensions",
)  # fmt: skip
# What a broken or hostile file makes Pillow and pikepdf raise; found by feeding them such files.
_UNREADABLE: Final = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    RuntimeError,
    struct.error,
    pikepdf.PikepdfError,
)
_ORIENTATION: Final = 0x0112
_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_JPEG_START: Final = b"\xff\xd8"
_JPEG_SCAN: Final = 0xDA
_JPEG_KEPT: Final = (0xE0, 0xEE)
_JPEG_EXTRAS: Final = range(0xE0, 0xF0)
_JPEG_COMMENT: Final = 0xFE


# The refusal says all there is to say; what these log may hold what a camera wrote in.
for _name in ("PIL", "pikepdf"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)


def clean_picture(data: bytes) -> tuple[bytes, str]:
    """Return the scan without metadata and its media type.

    Pictures are decoded and written anew (promise 34: a camera writes place and owner into them);
    of a PDF the pages stay, with what was drawn on them as notes, and properties, attachments and
    scripts go. Raises `NotAnImage` for anything that does not decode, `PictureTooLarge` above 40
    million bytes or 80 million pixels, told from the header before a pixel is decoded.
    """
    if len(data) > MOST_MEGABYTES * _MILLION:
        raise PictureTooLarge(MOST_MEGABYTES)
    if data[:1024].lstrip().startswith(b"%PDF"):
        return _clean_pdf(data), "application/pdf"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _clean_image(data)
    except Image.DecompressionBombError as error:
        raise PictureTooLarge(MOST_MEGAPIXELS) from error
    except _UNREADABLE as error:
        raise NotAnImage from error


def _clean_image(data: bytes) -> tuple[bytes, str]:
    """Return a picture decoded, turned upright and written anew."""
    with Image.open(io.BytesIO(data), formats=_TAKEN) as source:
        _check_pixels(source.width, source.height)
        lossless = source.format in _LOSSLESS
        bare = _pixels_of(source)
    target = io.BytesIO()
    if lossless:
        bare.save(target, "PNG", optimize=False)
        return target.getvalue(), "image/png"
    bare.save(target, "JPEG", quality=_QUALITY)
    return target.getvalue(), "image/jpeg"


def _pixels_of(source: ImageFile.ImageFile) -> Image.Image:
    """Return the picture upright on white, with nothing but its pixels.

    A new picture has no info, profile or thumbnail to carry over.
    """
    upright = _upright(source)
    if upright.has_transparency_data:
        # A signature in black on nothing must not become black on black.
        ink = upright.convert("RGBA")
        ground = Image.new("RGB", ink.size, _WHITE)
        ground.paste(ink, mask=ink.getchannel("A"))
        return ground
    plain = upright.convert("RGB")
    return Image.frombytes("RGB", plain.size, plain.tobytes())


def _upright(source: ImageFile.ImageFile) -> Image.Image:
    """Return the picture as it was held; a camera's notes that cannot be read do not spoil it.

    Pillow's own way writes those notes anew, which fails where a camera wrote something odd.
    """
    source.load()
    try:
        turn = _TURNS.get(source.getexif().get(_ORIENTATION, 1))
    except _UNREADABLE:
        return source
    return source if turn is None else source.transpose(turn)


def _check_pixels(width: int, height: int) -> None:
    """Raise `PictureTooLarge` for more pixels than can be kept."""
    if width * height > MOST_MEGAPIXELS * _MILLION:
        raise PictureTooLarge(MOST_MEGAPIXELS)


def _clean_pdf(data: bytes) -> bytes:
    """Return a PDF with nothing but its pages."""
    target = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if not len(pdf.pages):
                raise NotAnImage
            _strip(pdf)
            pdf.save(target, fix_metadata_version=False, deterministic_id=True)
    except _UNREADABLE as error:
        raise NotAnImage from error
    return target.getvalue()


def _strip(pdf: pikepdf.Pdf) -> None:
    """Take out of a PDF what is not seen on its pages."""
    # A signature written with a tablet is often an annotation: it becomes part of the page.
    pdf.generate_appearance_streams()
    pdf.flatten_annotations("all")
    _drop(pdf.Root, _DROPPED)
    _drop(pdf.trailer, ("/Info",))
    for page in pdf.pages:
        _drop(page.obj, _DROPPED_FROM_PAGES)
    for image in _images(pdf):
        _drop(image, ("/Metadata", "/PieceInfo", "/AF", "/OPI"))
        _check_pixels(int(image.get("/Width", 0)), int(image.get("/Height", 0)))
        if image.get("/Filter") == pikepdf.Name.DCTDecode:
            bare = bare_jpeg(image.read_raw_bytes())
            image.write(bare, filter=pikepdf.Name.DCTDecode)


def _images(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Stream]:
    """Yield every picture of a PDF."""
    for entry in pdf.objects:
        if isinstance(entry, pikepdf.Stream) and entry.get("/Subtype") == pikepdf.Name.Image:
            yield entry


def _drop(holder: pikepdf.Object, keys: tuple[str, ...]) -> None:
    """Delete the keys that are there."""
    for key in keys:
        if key in holder:
            del holder[key]


def bare_jpeg(data: bytes) -> bytes:
    """Return a JPEG without comments and application data, its pixels untouched.

    Scanning apps put a camera's JPEG into a PDF whole, place and owner included. The two
    application segments that say how colours are to be read stay. Raises ValueError for no JPEG.
    """
    if not data.startswith(_JPEG_START):
        raise ValueError("not a JPEG")
    kept = bytearray(_JPEG_START)
    at = len(_JPEG_START)
    while data[at + 1] != _JPEG_SCAN:
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at] != _JPEG_START[0] or end <= at + 2 or end >= len(data):
            raise ValueError("not a JPEG")
        marker = data[at + 1]
        hidden = marker in _JPEG_EXTRAS and marker not in _JPEG_KEPT
        if not hidden and marker != _JPEG_COMMENT:
            kept += data[at:end]
        at = end
    return bytes(kept + data[at:])

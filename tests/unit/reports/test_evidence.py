"""Scans and photos: real pictures, upright, of sane size, and silent about the camera."""

from __future__ import annotations

import io
import struct
import time
import zlib

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps
from PIL.PngImagePlugin import PngInfo

from app.domain.errors import NotAnImage, PictureTooLarge
from reports.evidence import MOST_MEGABYTES, bare_jpeg, clean_picture

CANARY = b"CANARY-31.2304N-121.4737E"
ORIENTATION, ARTIST, SOFTWARE = 0x0112, 0x013B, 0x0131


def picture(kind="JPEG", size=(60, 20), mode="RGB", **more):
    image = Image.new(mode, size, "white")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    target = io.BytesIO()
    image.save(target, kind, **more)
    return target.getvalue()


def with_exif(kind="JPEG", orientation=1):
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[ARTIST] = exif[SOFTWARE] = CANARY.decode()
    return picture(kind, exif=exif)


@pytest.mark.promise(34)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_what_a_camera_wrote_in_is_gone(kind):
    raw = with_exif(kind)
    assert CANARY in raw
    data, media_type = clean_picture(raw)
    assert CANARY not in data
    assert b"Exif" not in data
    assert media_type == ("image/png" if kind == "PNG" else "image/jpeg")
    with Image.open(io.BytesIO(data)) as image:
        assert image.size == (60, 20)
        assert not image.getexif()
        assert "icc_profile" not in image.info


@pytest.mark.promise(34)
def test_comments_texts_and_profiles_are_gone():
    info = PngInfo()
    info.add_text("Author", CANARY.decode())
    info.add_itxt("XML:com.adobe.xmp", CANARY.decode())
    for raw in (
        picture("PNG", pnginfo=info),
        picture("JPEG", comment=CANARY, xmp=CANARY, icc_profile=CANARY * 9),
        picture("WEBP", xmp=CANARY),
        picture("PNG") + CANARY,
        picture("JPEG") + CANARY,
    ):
        assert CANARY in raw
        assert CANARY not in clean_picture(raw)[0]


def test_a_photo_taken_sideways_is_turned_upright():
    data, _ = clean_picture(with_exif(orientation=6))
    with Image.open(io.BytesIO(data)) as image:
        assert image.size == (20, 60)
        top, bottom = image.getpixel((10, 5)), image.getpixel((10, 55))
        assert top[1] < 80
        assert bottom[1] > 200


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_way_of_holding_a_camera_is_turned_as_pillow_turns_it(kind, orientation):
    raw = with_exif(kind, orientation)
    with (
        Image.open(io.BytesIO(raw)) as source,
        Image.open(io.BytesIO(clean_picture(raw)[0])) as one,
    ):
        expected = ImageOps.exif_transpose(source).convert("RGB")
        assert one.size == expected.size
        for place in ((3, 3), (one.width - 4, one.height - 4)):
            seen, meant = one.getpixel(place), expected.getpixel(place)
            assert max(abs(a - b) for a, b in zip(seen, meant, strict=True)) < 40


def odd_exif():
    """Return what an odd camera writes: turned by a quarter, and a width that is a fraction."""
    entries = struct.pack("<HHII", 0x0100, 5, 1, 38) + struct.pack("<HHIHH", 0x0112, 3, 1, 6, 0)
    head = b"Exif\x00\x00II*\x00" + struct.pack("<IH", 8, 2)
    return head + entries + bytes(4) + struct.pack("<II", 1, 3)


def test_odd_notes_of_a_camera_do_not_spoil_the_picture():
    raw = picture(exif=odd_exif())
    with Image.open(io.BytesIO(raw)) as source, pytest.raises(struct.error):
        ImageOps.exif_transpose(source)
    with Image.open(io.BytesIO(clean_picture(raw)[0])) as image:
        assert image.size == (20, 60)


@pytest.mark.parametrize("mode", ["L", "P", "1", "CMYK", "I;16", "RGBA", "LA"])
def test_every_kind_of_colour_is_taken(mode):
    kind = "TIFF" if mode in ("CMYK", "I;16") else "PNG"
    target = io.BytesIO()
    Image.new(mode, (4, 4)).save(target, kind)
    assert clean_picture(target.getvalue())[1] in ("image/png", "image/jpeg")


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF", "MPO"])
def test_of_a_moving_picture_the_first_page_is_taken(kind):
    first, second = Image.new("RGB", (8, 6), "red"), Image.new("RGB", (8, 6), "blue")
    target = io.BytesIO()
    first.save(target, kind, save_all=True, append_images=[second])
    with Image.open(io.BytesIO(clean_picture(target.getvalue())[0])) as image:
        assert image.size == (8, 6)
        assert getattr(image, "n_frames", 1) == 1
        assert image.getpixel((4, 3))[0] > 200


def test_black_ink_on_nothing_becomes_black_on_white():
    image = Image.new("RGBA", (10, 10), (0, 0, 0, 0))
    image.putpixel((5, 5), (0, 0, 0, 255))
    target = io.BytesIO()
    image.save(target, "PNG")
    with Image.open(io.BytesIO(clean_picture(target.getvalue())[0])) as cleaned:
        assert cleaned.getpixel((0, 0)) == (255, 255, 255)
        assert cleaned.getpixel((5, 5)) == (0, 0, 0)


def flood(width, height):
    """Return a PNG of a few bytes that says it is huge."""

    def chunk(kind, body):
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(64))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(50_000, 50_000), (10_000, 8_001), (200_000, 900)])
def test_a_flood_of_pixels_is_refused_before_decoding(size):
    start = time.perf_counter()
    with pytest.raises(PictureTooLarge) as refused:
        clean_picture(flood(*size))
    assert refused.value.limit == 80
    assert time.perf_counter() - start < 0.5


def test_too_many_bytes_are_refused():
    with pytest.raises(PictureTooLarge) as refused:
        clean_picture(bytes(MOST_MEGABYTES * 1_000_000 + 1))
    assert refused.value.limit == MOST_MEGABYTES


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\x00", b"hello", b"MZ" + bytes(400), b"%PDF-1.7 nothing", b"<svg/>", b"GIF89a",
        picture()[:60], picture("PNG")[:50], b"\xff\xd8\xff\xe0" + bytes(100),
    ],
)  # fmt: skip
def test_what_is_no_picture_is_refused(data):
    with pytest.raises(NotAnImage):
        clean_picture(data)


@settings(max_examples=150)
@given(st.sampled_from(["JPEG", "PNG", "TIFF", "WEBP"]), st.data())
def test_a_damaged_picture_is_cleaned_or_refused_but_never_a_crash(kind, data):
    raw = bytearray(with_exif(kind))
    for _ in range(data.draw(st.integers(1, 6))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    try:
        cleaned, _ = clean_picture(bytes(raw))
    except (NotAnImage, PictureTooLarge):
        return
    assert CANARY not in cleaned


@settings(max_examples=80)
@given(st.data())
def test_a_damaged_pdf_is_cleaned_or_refused_but_never_a_crash(data):
    raw = bytearray(scan())
    for _ in range(data.draw(st.integers(1, 12))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    try:
        clean_picture(bytes(raw))
    except (NotAnImage, PictureTooLarge):
        return


def scan(image=None):
    """Return a PDF as a scanning app makes it, with everything it might hide."""
    raw = with_exif() if image is None else image
    pdf = pikepdf.new()
    photo = pdf.make_stream(raw)
    photo.stream_dict = pikepdf.Dictionary(
        Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=60, Height=20,
        ColorSpace=pikepdf.Name.DeviceRGB, BitsPerComponent=8, Filter=pikepdf.Name.DCTDecode,
    )  # fmt: skip
    page = pdf.add_blank_page(page_size=(300, 300))
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=photo))
    page.Contents = pdf.make_stream(b"q 60 0 0 20 0 0 cm /Im Do Q")
    look = pdf.make_stream(b"0 0 m 40 40 l S % ink")
    look.stream_dict = pikepdf.Dictionary(
        Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 40, 40]
    )
    ink = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Ink, Rect=[10, 10, 50, 50], F=4,
        T=CANARY.decode(), AP=pikepdf.Dictionary(N=look),
    )  # fmt: skip
    page.Annots = pdf.make_indirect([pdf.make_indirect(ink)])
    page.AA = pikepdf.Dictionary(
        O=pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=CANARY.decode())
    )
    pdf.docinfo["/Author"] = CANARY.decode()
    pdf.attachments["a.txt"] = pikepdf.AttachedFileSpec(pdf, CANARY, filename="secret.txt")
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=CANARY.decode())
    with pdf.open_metadata() as xmp:
        xmp["dc:creator"] = [CANARY.decode()]
    target = io.BytesIO()
    pdf.save(target, compress_streams=False)
    return target.getvalue()


def unpacked(data):
    """Return a PDF with its streams in clear, to look for words."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(
            target,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return target.getvalue()


@pytest.mark.promise(34)
@pytest.mark.promise(39)
def test_a_scanned_pdf_keeps_its_pages_and_nothing_else():
    raw = scan()
    assert unpacked(raw).count(CANARY) > 4
    data, media_type = clean_picture(raw)
    assert media_type == "application/pdf"
    clear = unpacked(data)
    for word in (CANARY, b"JavaScript", b"secret.txt", b"EmbeddedFile", b"/Author"):
        assert word not in clear
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == 1
        assert pdf.pages[0].obj.Resources.XObject["/Im"].Width == 60


def test_a_signature_drawn_on_a_pdf_becomes_part_of_its_page():
    with pikepdf.open(io.BytesIO(clean_picture(scan())[0])) as pdf:
        page = pdf.pages[0]
        assert "/Annots" not in page.obj
        drawn = b"".join(
            one.read_bytes()
            for one in page.obj.Resources.XObject.values()
            if one.Subtype == pikepdf.Name.Form
        )
        assert b"40 40 l" in drawn


def test_a_pdf_with_a_flood_of_pixels_or_a_broken_picture_is_refused():
    with pikepdf.open(io.BytesIO(scan())) as pdf:
        pdf.pages[0].obj.Resources.XObject["/Im"].Width = 9_000_000
        target = io.BytesIO()
        pdf.save(target)
    with pytest.raises(PictureTooLarge):
        clean_picture(target.getvalue())
    with pytest.raises(NotAnImage):
        clean_picture(scan(b"no picture at all"))


def test_a_locked_or_empty_pdf_is_refused():
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(scan())) as pdf:
        pdf.save(target, encryption=pikepdf.Encryption(owner="a", user="a", R=6))
    empty = io.BytesIO()
    pikepdf.new().save(empty)
    for data in (target.getvalue(), empty.getvalue()):
        with pytest.raises(NotAnImage):
            clean_picture(data)


def test_a_jpeg_keeps_its_pixels_when_its_segments_go():
    raw = picture(comment=CANARY, icc_profile=CANARY, exif=b"Exif\x00\x00" + CANARY)
    bare = bare_jpeg(raw)
    assert CANARY not in bare
    with Image.open(io.BytesIO(raw)) as before, Image.open(io.BytesIO(bare)) as after:
        assert before.tobytes() == after.tobytes()
    for broken in (b"", b"\xff\xd8\xff\xe0\x00\x00", raw[:30], b"\xff\xd8" + bytes(9)):
        with pytest.raises((ValueError, IndexError)):
            bare_jpeg(broken)

"""What a recording is by its first bytes: an ending can be wrong, or lie."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.recording import RecordingKind

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD_BYTES: Final = 4096
"""How many bytes from the beginning of a file are enough to tell what it is."""
MOST_CHANNELS: Final = 8
"""Of a WAVE; a decoder that was told of 84 crashed."""
_AUDIO, _VIDEO = RecordingKind.AUDIO, RecordingKind.VIDEO
_Found = tuple[RecordingKind, str]
_SIMPLE: Final[tuple[tuple[bytes, _Found], ...]] = (
    (b"fLaC", (_AUDIO, "audio/flac")),
    (b"#!AMR", (_AUDIO, "audio/amr")),
    (b"ID3", (_AUDIO, "audio/mpeg")),
)
_AUDIO_BRANDS: Final = (b"M4A ", b"M4B ")
_MOVIE: Final = b"qt  "
_SYNC, _LAYER, _ADTS = 0xFFE0, 0x0006, 0xFFF0
"""The first two bytes of a frame: eleven bits are set, two name the layer, AAC has none."""


def media_kind(head: bytes) -> _Found | None:
    """Return kind and media type of a file by its first `HEAD_BYTES`; None for anything else.

    What may hold a picture counts as video, since that asks for more.
    """
    for mark, simple in _SIMPLE:
        if head.startswith(mark):
            return simple
    return next((found for one in _READERS if (found := one(head)) is not None), None)


def _riff(head: bytes) -> _Found | None:
    """WAVE and AVI; a WAVE of more channels than anybody records with brings decoders down."""
    if not head.startswith(b"RIFF"):
        return None
    channels = int.from_bytes(head[22:24], "little")
    if head[12:16] == b"fmt " and not 0 < channels <= MOST_CHANNELS:
        return None
    known = {b"WAVE": (_AUDIO, "audio/wav"), b"AVI ": (_VIDEO, "video/x-msvideo")}
    return known.get(head[8:12])


def _mp4(head: bytes) -> _Found | None:
    """MP4 and QuickTime: the brand tells sound from video (ISO/IEC 14496-12, 4.3)."""
    if head[4:8] != b"ftyp":
        return None
    brand = head[8:12]
    if brand in _AUDIO_BRANDS:
        return _AUDIO, "audio/mp4"
    return _VIDEO, "video/quicktime" if brand == _MOVIE else "video/mp4"


def _matroska(head: bytes) -> _Found | None:
    """Matroska and WebM: the document type stands in the EBML head (RFC 8794)."""
    if not head.startswith(b"\x1aE\xdf\xa3"):
        return None
    return _VIDEO, "video/webm" if b"webm" in head[:64] else "video/x-matroska"


def _ogg(head: bytes) -> _Found | None:
    """Ogg: its first pages name every stream in it (RFC 3533)."""
    if not head.startswith(b"OggS"):
        return None
    if b"\x80theora" in head:
        return _VIDEO, "video/ogg"
    return _AUDIO, "audio/opus" if b"OpusHead" in head else "audio/ogg"


def _mpeg(head: bytes) -> _Found | None:
    """MP3 and AAC without a container: the first frame begins with its sync word."""
    word = int.from_bytes(head[:2].ljust(2, b"\0"))
    if word & _SYNC != _SYNC:
        return None
    if word & _LAYER:
        return _AUDIO, "audio/mpeg"
    return (_AUDIO, "audio/aac") if word & _ADTS == _ADTS else None


_READERS: Final[tuple[Callable[[bytes], _Found | None], ...]] = (
    _riff,
    _mp4,
    _matroska,
    _ogg,
    _mpeg,
)

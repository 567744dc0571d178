"""What a file is by its first bytes."""

from __future__ import annotations

import pytest

from app.domain.media_kind import media_kind
from app.domain.recording import RecordingKind

A, V = RecordingKind.AUDIO, RecordingKind.VIDEO


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0\1\0\2\0", (A, "audio/wav")),
        (b"RIFF\0\0\0\0WAVEJUNK\x10\0\0\0", (A, "audio/wav")),
        (b"RIFF\0\0\0\0AVI LIST", (V, "video/x-msvideo")),
        (b'fLaC\0\0\0"', (A, "audio/flac")),
        (b"#!AMR\n", (A, "audio/amr")),
        (b"ID3\x04\0", (A, "audio/mpeg")),
        (b"\xff\xfb\x90\x00", (A, "audio/mpeg")),
        (b"\xff\xf1\x50\x80", (A, "audio/aac")),
        (b"\0\0\0\x20ftypM4A isom", (A, "audio/mp4")),
        (b"\0\0\0\x20ftypisomiso2", (V, "video/mp4")),
        (b"\0\0\0\x14ftypqt  \0\0", (V, "video/quicktime")),
        (b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm", (V, "video/webm")),
        (b"\x1aE\xdf\xa3\x9fB\x82\x88matroska", (V, "video/x-matroska")),
        (b"OggS\0\x02" + bytes(22) + b"OpusHead", (A, "audio/opus")),
        (b"OggS\0\x02" + bytes(22) + b"\x01vorbis", (A, "audio/ogg")),
        (b"OggS\0\x02" + bytes(22) + b"\x80theora", (V, "video/ogg")),
    ],
)
def test_a_recording_is_known_by_its_bytes_whatever_it_is_called(head, found):
    assert media_kind(head) == found


@pytest.mark.parametrize(
    "head",
    [b"", b"\xff", b"\xff\xd8\xff\xe0JFIF", b"%PDF-1.7", b"PK\x03\x04", b"\xff\xe1\0\0",
     "咨询记录".encode(), b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0\1\0\x54\0",
     b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0\1\0\0\0", b"RIFF\0\0\0\0WEBP",
     b"\0\0\0\x20mdatisom", b"SQLite format 3\0"],
)  # fmt: skip
def test_anything_else_is_none(head):
    assert media_kind(head) is None

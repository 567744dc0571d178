"""A catalogue with the sentences that name the person who comes, in another word for them.

It is made of the catalogue that ships, in the form that Qt reads (`.qm`), and asked before it. A
translator written in Python would be asked for every word of the window; this one costs what any
catalogue costs, and nothing at all while the word is the usual one.

A catalogue is a row of blocks, each a tag, a length and bytes: `_HASHES` pairs the hash of a
message with where it begins in `_MESSAGES`, and there each of its parts is such a block, too.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from app.domain.term import CHINESE, ENGLISH, Term, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAGIC: Final = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_HASHES, _MESSAGES, _COUNTING, _LANGUAGE = 0x42, 0x69, 0x88, 0xA7
_END, _TRANSLATION, _SOURCE = 1, 3, 6
_LENGTH: Final = struct.Struct(">I")
_PLACE: Final = struct.Struct(">II")
_HEAD: Final = 5  # bytes: a tag and a length
# "Client" and "client" both end so; what is found is looked at closely afterwards.
_ENGLISH_MARK: Final = ENGLISH[Term.CLIENT][1:].encode("utf-16-be")
_CHINESE_MARK: Final = CHINESE[Term.CLIENT].encode()


def in_term(catalogue: bytes, language: str, term: Term) -> bytes:
    """Return the sentences of a catalogue that say another word in `term`, as one of their own.

    `language` "zh" says the words as they stand in the code, "en" as the catalogue says them.
    """
    blocks = dict(_blocks(catalogue[len(_MAGIC) :]))
    messages = blocks[_MESSAGES]
    by_place = sorted((place, hashed) for hashed, place in _PLACE.iter_unpack(blocks[_HASHES]))
    starts = [place for place, _ in by_place]
    mark = _ENGLISH_MARK if language == "en" else _CHINESE_MARK
    found = sorted({bisect_right(starts, at) - 1 for at in _found(messages, mark)})
    made, hashes = bytearray(), list[tuple[int, int]]()
    for number in found:
        start, hashed = by_place[number]
        after = starts[number + 1] if number + 1 < len(starts) else len(messages)
        hashes.append((hashed, len(made)))
        made += _said(messages[start:after], language, term)
    order = b"".join(_PLACE.pack(*one) for one in sorted(hashes))
    counting = blocks.get(_COUNTING, b"") if language == "en" else b""
    parts = ((_LANGUAGE, language.encode()), (_HASHES, order), (_MESSAGES, bytes(made)))
    counts = (_block(_COUNTING, counting),) if counting else ()
    return b"".join((_MAGIC, *(_block(*one) for one in parts), *counts))


def _said(message: bytes, language: str, term: Term) -> bytes:
    """Return a message in another word; in Chinese its source is what is said."""
    parts = list(_parts(message))
    if language == "en":
        said = [
            (tag, _utf16(spoken(part.decode("utf-16-be"), term)) if tag == _TRANSLATION else part)
            for tag, part in parts
        ]
    else:
        source = next(part for tag, part in parts if tag == _SOURCE).decode()
        rest = [one for one in parts if one[0] != _TRANSLATION]
        said = [(_TRANSLATION, _utf16(spoken(source, term))), *rest]
    return b"".join(_block(*one) for one in said) + bytes([_END])


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-be")


def _block(tag: int, data: bytes) -> bytes:
    return bytes([tag]) + _LENGTH.pack(len(data)) + data


def _blocks(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the blocks that stand one after the other."""
    at = 0
    while at < len(data):
        (long,) = _LENGTH.unpack_from(data, at + 1)
        yield data[at], data[at + _HEAD : at + _HEAD + long]
        at += _HEAD + long


def _parts(message: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the parts of a message up to its end."""
    at = 0
    while message[at] != _END:
        (long,) = _LENGTH.unpack_from(message, at + 1)
        yield message[at], message[at + _HEAD : at + _HEAD + long]
        at += _HEAD + long


def _found(data: bytes, mark: bytes) -> Iterator[int]:
    at = data.find(mark)
    while at >= 0:
        yield at
        at = data.find(mark, at + 1)

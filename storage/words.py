"""Reads text as the index reads it, and finds where words stand in it.

unicode61 finds nothing inside Chinese, trigram cannot match two characters, a word segmenter
misses words; one token a character is complete for words of any length. Punctuation is not in the
index, so each hit is checked against the words themselves.
"""

from __future__ import annotations

import unicodedata


def spread(text: str) -> str:
    """Return the text as the index reads it: tokens with spaces between.

    A run of ASCII letters and digits is one token, every other letter, digit or symbol a token of
    its own; punctuation and white space only separate.
    """
    return " ".join(_tokens(text))


def _tokens(text: str) -> list[str]:
    """Return the tokens of a text in order."""
    tokens: list[str] = []
    run = ""
    for char in _folded(text):
        if _is_latin(char):
            run += char
            continue
        if run:
            tokens.append(run)
            run = ""
        if not char.isascii() and unicodedata.category(char)[0] in "LNSMC":
            tokens.append(char)
    if run:
        tokens.append(run)
    return tokens


def _folded(text: str) -> str:
    """Return the text with widths, ligatures and case made equal."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    try:
        folded.encode()
    except UnicodeEncodeError:
        # A lone surrogate from a paste: SQLite could not take it.
        return folded.encode("utf-8", "replace").decode()
    return folded


class _Folding(dict[int, str]):
    """Characters folded one by one, as `str.translate` takes them; filled as they are met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded(chr(code))
        return folded


_ALONE = _Folding()


def phrases(words: str) -> list[str]:
    """Return the white-space separated parts of a search; all of them must be found."""
    return words.split()


def expression(words: str) -> str:
    """Return the FTS5 expression of a search, or an empty string when it holds no token.

    The last token of a part matches as a prefix when it is Latin: 'anx' finds anxiety.
    """
    parts = []
    for phrase in phrases(words):
        tokens = _tokens(phrase)
        if tokens:
            prefix = " *" if tokens[-1].isascii() else ""
            parts.append(f'"{" ".join(tokens)}"{prefix}')
    return " AND ".join(parts)


def locate(text: str, words: str) -> tuple[int, int] | None:
    """Return where the first part of a search stands in a text; None unless all parts do."""
    asked = phrases(words)
    if asked and all(_stands_plainly(text, phrase) for phrase in asked):
        # Most hits: folding the fifty notes of a page would cost four times all the rest.
        return text.find(asked[0]), text.find(asked[0]) + len(asked[0])
    folded = _folded(text)
    places: list[tuple[int, int]] = []
    for phrase in asked:
        wanted = _folded(phrase)
        at = _find(folded, wanted)
        if at < 0:
            return None
        places.append((at, at + len(wanted)))
    if not places:
        return None
    if len(folded) == len(text) and text.translate(_ALONE) == folded:
        return places[0]
    pieces = _pieces(text, folded)
    return _original(pieces, *places[0])


def _stands_plainly(text: str, phrase: str) -> bool:
    """Return whether a text holds a phrase of plain Chinese characters just as it was typed.

    Such characters are folded to themselves and join nothing but a mark that follows.
    """
    at = text.find(phrase)
    if at < 0 or not all("\u4e00" <= char <= "\u9fff" for char in phrase):
        return False
    end = at + len(phrase)
    return end == len(text) or not unicodedata.combining(text[end])


def _find(folded: str, wanted: str) -> int:
    """Return where `wanted` stands, or -1; as in the index, Latin begins where a word begins."""
    at = folded.find(wanted)
    while at > 0 and _is_latin(wanted[0]) and _is_latin(folded[at - 1]):
        at = folded.find(wanted, at + 1)
    return at


def _is_latin(char: str) -> bool:
    """Return whether a character is part of a run that the index keeps as one token."""
    return char.isascii() and char.isalnum()


def _original(pieces: list[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """Return the stretch of a text whose folded form covers `start` to `end`."""
    begin = at = folded_at = 0
    for raw, folded in pieces:
        if folded_at <= start:
            begin = at
        at += raw
        folded_at += folded
        if folded_at >= end:
            break
    return begin, at


def _pieces(text: str, whole: str) -> list[tuple[int, int]]:
    """Return the lengths, raw and folded, of the smallest pieces that can be folded alone.

    Most often a piece is a character. Where folding joins characters (a letter and its accent), or
    puts marks in order, they make one piece.
    """
    alone = [_ALONE[ord(char)] for char in text]
    if "".join(alone) == whole:
        return [(1, len(one)) for one in alone]
    pieces: list[str] = []
    for char, one in zip(text, alone, strict=True):
        joins = pieces and (
            unicodedata.combining(one[0]) or _folded(pieces[-1] + char) != _folded(pieces[-1]) + one
        )
        if joins:
            pieces[-1] += char
        else:
            pieces.append(char)
    return [(len(one), len(_folded(one))) for one in pieces]

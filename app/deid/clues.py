"""Clues: what the word lists say about each character of a text, as numbers for the tagger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from app.deid.lexicon import Lexicon

_LONGEST_WORD = 4
_LONGEST_MARK = 8
_CLASSES = 4.0
_LEAST, _MOST = -1.5, 3.0
_AFFIXES = frozenset("小老阿大")
_KINSHIP = frozenset("哥姐弟妹叔姨婶嫂爷奶妈爸")
_KEPT, _ROLE, _TITLE, _PLACE, _ORG_END, _PLACE_END, _LONG_SURNAME, _FOREIGN = range(8)
_OWN, _WORDS, _REPEATS = 9, 3, 2
WIDTH = _OWN + _WORDS + _REPEATS + _FOREIGN + 1
"""How many numbers there are for a character."""


class Clues:
    """Looks characters up, alone and as parts of words. Made once for a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Prepare the tables."""
        self._lexicon = lexicon
        self._own: dict[str, tuple[float, ...]] = {}
        self._marks: dict[str, list[int]] = {}
        lists: tuple[tuple[int, Iterable[str]], ...] = (
            (_KEPT, lexicon.keep | lexicon.countries),
            (_ROLE, lexicon.roles),
            (_TITLE, lexicon.titles),
            (_PLACE, lexicon.short_places),
            (_ORG_END, lexicon.org_suffixes),
            (_PLACE_END, lexicon.place_suffixes),
            (_LONG_SURNAME, (name for name in lexicon.surnames if len(name) > 1)),
            (_FOREIGN, lexicon.english),
        )
        for mark, words in lists:
            for word in words:
                if len(word) <= _LONGEST_MARK:
                    self._marks.setdefault(word, []).append(mark)
        sizes: dict[str, set[int]] = {}
        for word in self._marks:
            sizes.setdefault(word[0], set()).add(len(word))
        self._sizes = {first: tuple(sorted(found)) for first, found in sizes.items()}

    def of(self, text: str) -> NDArray[np.float32]:
        """Return a row of `WIDTH` numbers for each character of normalised `text`."""
        rows = np.zeros((len(text), WIDTH), dtype=np.float32)
        if not text:
            return rows
        rows[:, :_OWN] = [self._alone(char) for char in text]
        for start, end, label in self._words(text):
            rows[start, _OWN] = 1.0
            rows[start + 1 : end, _OWN + 1] = 1.0
            rows[start:end, _OWN + 2] = label / _CLASSES
        codes = np.array([ord(char) for char in text])
        same = (codes[1:] == codes[:-1]).astype(np.float32)
        rows[1:, _OWN + _WORDS] = same
        rows[:-1, _OWN + _WORDS + 1] = same
        first = _OWN + _WORDS + _REPEATS
        for start, end, mark in self._marked(text):
            rows[start:end, first + mark] = 1.0
        return rows

    def _alone(self, char: str) -> tuple[float, ...]:
        """Return what is known of one character by itself."""
        known = self._own.get(char)
        if known is None:
            lexicon = self._lexicon
            weight = lexicon.given.get(char, _LEAST)
            known = self._own[char] = (
                (lexicon.surnames.get(char, -1) + 1) / _CLASSES,
                min(max(weight, _LEAST), _MOST),
                float(char.isascii() and char.isalpha()),
                float(char.isupper()),
                float(char.isdigit()),
                float(not char.isalnum()),
                float(char.isspace()),
                float(char in _AFFIXES),
                float(char in _KINSHIP),
            )
        return known

    def _words(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Yield the words of the language, the longest first at each place, without overlap."""
        words, at, size = self._lexicon.words, 0, len(text)
        while at < size:
            for end in range(min(size, at + _LONGEST_WORD), at + 1, -1):
                label = words.get(text[at:end])
                if label is not None:
                    yield at, end, label
                    at = end
                    break
            else:
                at += 1

    def _marked(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Yield every place of a word of the other lists."""
        marks, sizes = self._marks, self._sizes
        for start, char in enumerate(text):
            for size in sizes.get(char, ()):
                for mark in marks.get(text[start : start + size], ()):
                    yield start, start + size, mark

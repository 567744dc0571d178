"""Candidates: stretches that could be a Chinese personal name, and what speaks for and against."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.deid.runon import is_particle
from app.deid.surface import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from app.deid.lexicon import Lexicon
    from app.deid.reading import Reading
    from app.deid.tagging import Token

_HAN_WORD = re.compile(f"[{HAN}]+")
_LONGEST = 5
_ONE, _TWO, _THREE = 1, 2, 3
_NAME_SIZES = (2, 3, 4)
_FAINT = 0.015
_LIKELY = 0.3
_SEEN = 0.08
"""From here on what the tagger of names sees is a candidate."""

PERSON, PLACE, ORGANISATION = 1, 3, 5
"""The column of the tagger of names where one begins; the next one says that it goes on."""

NAMED = 11
"""How many of the features, the last ones, are the tagger of names's."""

_FLOOR = 1e-4
_NAME_LIKE = 0.8
_AFFIXES = "小老阿大"
_ADDRESSED = frozenset(
    {"女士", "先生", "老师", "小姐", "同学", "医生", "妈妈", "爸爸", "奶奶", "爷爷", "阿姨", "叔叔"}
)
_KINSHIP = tuple("哥姐叔姨婶嫂")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Characters `start` to `end` of one reading's normalised text."""

    text: str = field(repr=False)
    page: int
    start: int
    end: int


def candidates(readings: Sequence[Reading], lexicon: Lexicon) -> list[Candidate]:
    """Return every stretch worth a look, and every other place of a likely one."""
    found: set[Candidate] = set()
    for page, reading in enumerate(readings):
        for start, end in _places(reading, lexicon):
            surface = reading.text[start:end]
            whole = len(surface) == end - start <= _LONGEST
            if whole and _HAN_WORD.fullmatch(surface) and not is_particle(surface):
                found.add(Candidate(surface, page, start, end))
    found.update(_elsewhere(found, readings, lexicon))
    return sorted(found, key=lambda c: (c.page, c.start, c.end))


def _places(reading: Reading, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    for index, token in enumerate(reading.tokens):
        if token.tag == "PER" or mean(reading.person, token.start, token.end) >= _FAINT:
            yield token.start, token.end
            yield from _joined(reading, index)
        yield from _from_surname(reading, token, lexicon)
        yield from _before_title(reading, token, lexicon)
    yield from runs(reading, PERSON, _SEEN)


def either(reading: Reading, kind: int) -> list[float]:
    """Return how likely each character is in one of `kind`, at its beginning or further in."""
    return [a + b for a, b in zip(reading.names[kind], reading.names[kind + 1], strict=True)]


def runs(reading: Reading, kind: int, least: float) -> Iterator[tuple[int, int]]:
    """Yield the stretches that the tagger of names takes for one of `kind`, from `least` up.

    A stretch ends where another begins, too: two names may stand side by side.
    """
    begins, inside = reading.names[kind], reading.names[kind + 1]
    start = -1
    for at, (first, further) in enumerate(zip(begins, inside, strict=True)):
        if start >= 0 and (first + further < least or first > further):
            yield start, at
            start = -1
        if start < 0 and first + further >= least:
            start = at
    if start >= 0:
        yield start, len(begins)


def _joined(reading: Reading, index: int) -> Iterator[tuple[int, int]]:
    """Yield the token together with the one or two after it, where names may be cut in pieces."""
    start = reading.tokens[index].start
    for token in reading.tokens[index + 1 : index + 3]:
        if reading.person[token.start] < _FAINT:
            return
        yield start, token.end


def _from_surname(reading: Reading, token: Token, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield two to four characters that begin with a surname, or with 小, 老, 阿."""
    at, text = token.start, reading.text
    first = text[at]
    if first in _AFFIXES:
        if reading.person[at] >= _FAINT or text[at + 1 : at + 2] in lexicon.surnames:
            yield at, at + 2
        return
    if first not in lexicon.surnames and text[at : at + 2] not in lexicon.surnames:
        return
    faint = max(reading.person[at : at + 3]) < _FAINT
    for size in _NAME_SIZES:
        name = text[at : at + size]
        if not lexicon.is_name_shaped(name):
            continue
        given = name[len(lexicon.surname_of(name)) :]
        if not faint or (len(given) > 1 and lexicon.given_weight(given) >= _NAME_LIKE):
            yield at, at + size


def _before_title(reading: Reading, token: Token, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the word of two characters before a title or a kinship word: 悦悦姐, 兰凡女士."""
    end = token.end
    follows = reading.text[end : end + 2]
    if follows in _ADDRESSED or follows[:1] in _KINSHIP:
        for start in {token.start, end - 2}:
            word = reading.text[start:end]
            if len(word) == _TWO and not lexicon.is_kept(word):
                yield start, end


def _elsewhere(
    found: set[Candidate], readings: Sequence[Reading], lexicon: Lexicon
) -> Iterator[Candidate]:
    """Yield other places of likely surfaces and of the given names of likely full names."""
    likely: set[str] = set()
    named = [either(reading, PERSON) for reading in readings]
    for candidate in found:
        both = (named[candidate.page], readings[candidate.page].person)
        if max(mean(said, candidate.start, candidate.end) for said in both) >= _LIKELY:
            likely.add(candidate.text)
            surname = lexicon.surname_of(candidate.text)
            given = candidate.text[len(surname) :]
            if surname and len(given) > 1 and not is_particle(given):
                likely.add(given)
    likely = {s for s in likely if len(s) > 1 and not lexicon.is_kept(s)}
    if not likely:
        return
    pattern = re.compile("|".join(sorted(map(re.escape, likely), key=lambda p: (-len(p), p))))
    for page, reading in enumerate(readings):
        for match in pattern.finditer(reading.text):
            yield Candidate(match[0], page, match.start(), match.end())


def mean(values: Sequence[float], start: int, end: int) -> float:
    """Return the mean of `values` from `start` to `end`."""
    return sum(values[start:end]) / (end - start) if end > start else 0.0


def _logit(probability: float) -> float:
    kept = min(max(probability, _FLOOR), 1 - _FLOOR)
    return math.log(kept / (1 - kept))


_SAYS = (
    "说",
    "问",
    "讲",
    "答",
    "哭",
    "笑",
    "写",
    "发",
    "来",
    "在",
    "是",
    "也",
    "就",
    "又",
    "把",
    "对",
    "给",
    "的",
    "没",
    "不",
)
_CALLS = (
    "叫",
    "姓",
    "名",
    "是",
    "和",
    "跟",
    "与",
    "同",
    "给",
    "让",
    "被",
    "把",
    "对",
    "向",
    "替",
    "找",
    "见",
    "像",
    "问",
    "说",
    "的",
)


@dataclass(frozen=True)
class _Said:
    """What the tagger of names says of one text, a number a character."""

    begins: list[float] = field(repr=False)
    inside: list[float] = field(repr=False)
    person: list[float] = field(repr=False)
    place: list[float] = field(repr=False)
    organisation: list[float] = field(repr=False)

    @staticmethod
    def of(reading: Reading) -> _Said:
        """Take the columns apart."""
        names = reading.names
        return _Said(
            names[PERSON],
            names[PERSON + 1],
            either(reading, PERSON),
            either(reading, PLACE),
            either(reading, ORGANISATION),
        )


class Evidence:
    """What a document says about its candidates, as numbers for the scorer."""

    def __init__(
        self, found: Sequence[Candidate], readings: Sequence[Reading], lexicon: Lexicon
    ) -> None:
        """Look at all candidates together: one place of a name tells about another."""
        self._readings = readings
        self._lexicon = lexicon
        self._said = [_Said.of(reading) for reading in readings]
        self._tags = [{(t.start, t.end): t.tag for t in r.tokens} for r in readings]
        self._count = Counter(c.text for c in found)
        self._best: dict[str, float] = defaultdict(float)
        self._total: dict[str, float] = defaultdict(float)
        self._named_best: dict[str, float] = defaultdict(float)
        self._named_total: dict[str, float] = defaultdict(float)
        for candidate in found:
            named = self._named_mean(candidate)
            self._named_best[candidate.text] = max(self._named_best[candidate.text], named)
            self._named_total[candidate.text] += named
            value = self._mean(candidate)
            self._best[candidate.text] = max(self._best[candidate.text], value)
            self._total[candidate.text] += value
        self._longer = self._longer_names(found, self._best)
        self._named_longer = self._longer_names(found, self._named_best)

    def _mean(self, candidate: Candidate) -> float:
        reading = self._readings[candidate.page]
        return mean(reading.person, candidate.start, candidate.end)

    def _named_mean(self, candidate: Candidate) -> float:
        return mean(self._said[candidate.page].person, candidate.start, candidate.end)

    def _longer_names(
        self, found: Sequence[Candidate], likely: Mapping[str, float]
    ) -> dict[str, float]:
        """Return, for a given name, how likely the fullest name is that ends with it."""
        best: dict[str, float] = defaultdict(float)
        for text in {c.text for c in found}:
            surname = self._lexicon.surname_of(text)
            if surname:
                given = text[len(surname) :]
                best[given] = max(best[given], likely[text])
        return best

    def features(self, candidate: Candidate) -> list[float]:
        """Return the numbers for one candidate, in the order of the weights."""
        return [
            *self._model(candidate),
            *self._shape(candidate),
            *self._around(candidate),
            *self._elsewhere(candidate),
            *self._named(candidate),
        ]

    def _model(self, c: Candidate) -> list[float]:
        reading = self._readings[c.page]
        values = reading.person[c.start : c.end]
        tag = self._tags[c.page].get((c.start, c.end))
        return [
            _logit(mean(values, 0, len(values))),
            _logit(min(values)),
            _logit(max(values)),
            _logit(reading.person[c.start - 1] if c.start else 0.0),
            _logit(reading.person[c.end] if c.end < len(reading.text) else 0.0),
            _logit(mean(reading.place, c.start, c.end)),
            _logit(mean(reading.organisation, c.start, c.end)),
            float(tag == "PER"),
            float(tag not in (None, "PER")),
            float(c.start in reading.starts),
            float(c.end in reading.ends),
        ]

    def _named(self, c: Candidate) -> list[float]:
        """Return what the tagger of names says: here, at the borders, at other places of it."""
        said = self._said[c.page]
        here, count = self._named_mean(c), self._count[c.text]
        others = (self._named_total[c.text] - here) / (count - 1) if count > 1 else here
        return [
            _logit(here),
            _logit(min(said.person[c.start : c.end])),
            _logit(said.begins[c.start]),
            _logit(max(said.begins[c.start + 1 : c.end], default=0.0)),
            _logit(said.person[c.start - 1] if c.start else 0.0),
            _logit(said.inside[c.end] if c.end < len(said.inside) else 0.0),
            _logit(mean(said.place, c.start, c.end)),
            _logit(mean(said.organisation, c.start, c.end)),
            _logit(self._named_best[c.text]),
            _logit(others),
            _logit(self._named_longer.get(c.text, 0.0)),
        ]

    def _shape(self, c: Candidate) -> list[float]:
        lexicon, size = self._lexicon, len(c.text)
        surname = lexicon.surname_of(c.text)
        given = c.text[len(surname) :] if surname else c.text
        common = lexicon.commonness(c.text)
        return [
            float(size == _ONE),
            float(size == _TWO),
            float(size == _THREE),
            float(size > _THREE),
            float(lexicon.surnames.get(surname, -1)),
            float(bool(surname) and len(surname) > 1),
            lexicon.given_weight(given),
            lexicon.given_weight(given) if surname and len(given) <= _TWO else 0.0,
            min((lexicon.given.get(x, -1.0) for x in given), default=0.0),
            float(common > 0),
            float(common),
            float(lexicon.is_kept(c.text)),
            float(c.text[0] in _AFFIXES and size == _TWO),
            float(size == _TWO and c.text[0] == c.text[1]),
            float(c.text in lexicon.short_places),
            float(
                any(
                    lexicon.is_kept(c.text[:n]) or lexicon.is_kept(c.text[-n:])
                    for n in (2, 3)
                    if n < size
                )
            ),
        ]

    def _around(self, c: Candidate) -> list[float]:
        text, lexicon = self._readings[c.page].text, self._lexicon
        before, after = text[max(0, c.start - 3) : c.start], text[c.end : c.end + 3]
        crossing = max(
            lexicon.commonness(text[max(0, c.start - 1) : c.start + 1]),
            lexicon.commonness(text[c.end - 1 : c.end + 1]),
        )
        inner = max(
            (lexicon.commonness(c.text[i : i + 2]) for i in range(len(c.text) - 1)), default=0
        )
        return [
            float(not before or not _HAN_WORD.match(before[-1])),
            float(not after or not _HAN_WORD.match(after[0])),
            float(before[-2:] in lexicon.roles or before[-3:] in lexicon.roles),
            float(after[:2] in lexicon.titles or after[:1] in ("哥", "姐", "叔", "姨")),
            float(after[:1] in _SAYS),
            float(before[-1:] in _CALLS),
            float(crossing),
            float(inner) if len(c.text) > _TWO else 0.0,
        ]

    def _elsewhere(self, c: Candidate) -> list[float]:
        count = self._count[c.text]
        here = self._mean(c)
        others = (self._total[c.text] - here) / (count - 1) if count > 1 else here
        return [
            math.log(count),
            _logit(self._best[c.text]),
            _logit(others),
            _logit(self._longer.get(c.text, 0.0)),
            float(self._longer.get(c.text, 0.0) > _LIKELY),
        ]

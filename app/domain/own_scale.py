"""A scale that the counselor makes: written in plain lines, as it stands in her paper.

A line is an item; a line `0 从不` an answer; a line `0-4 轻度` a band. Every change that is saved
is an edition of its own; what was answered before keeps the edition in which it was asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from app.domain.as_json import known_in
from app.domain.blank import is_blank
from app.domain.rule import Book, Step
from app.domain.scale import Band, Scale, ScaleItem, ScaleOption

if TYPE_CHECKING:
    from collections.abc import Mapping

_OPTION: Final = re.compile(r"\s*(-?\d{1,3})\s*[.、:：=]?\s*(\S.*)")
_BAND: Final = re.compile(r"\s*(-?\d{1,4})\s*(?:[-–—~～至到]\s*(-?\d{1,4}))?\s*[.、:：=]?\s*(\S.*)")
_NUMBER: Final = re.compile(r"\d{1,3}")
_GRADES: Final = 4
_LEAST_OPTIONS: Final = 2
MOST_OPTIONS: Final = 11


@dataclass(frozen=True)
class ScaleWords:
    """A scale as it is written; `turned`, `alert` and `missing` are numbers in words.

    `turned` are the numbers of the items that count the other way round, `alert` that of the item
    on self-harm, `missing` how many open answers the mean of the others makes up for.
    """

    name: str = ""
    instruction: str = ""
    items: str = ""
    options: str = ""
    turned: str = ""
    bands: str = ""
    missing: str = ""
    alert: str = ""
    source: str = ""

    @property
    def item_lines(self) -> list[str]:
        """The items, each with something to be seen."""
        return [one.strip() for one in self.items.splitlines() if not is_blank(one)]


OWN_SCALE: Final[Book[ScaleWords]] = Book("own_scale")
"""What a scale of hers lacks before it can be used."""


@OWN_SCALE.rule("055", step=Step.PRACTICE)
def named(words: ScaleWords) -> bool:
    """Whether it has no name."""
    return is_blank(words.name)


@OWN_SCALE.rule("055", step=Step.PRACTICE)
def asks(words: ScaleWords) -> bool:
    """Whether it asks nothing."""
    return not words.item_lines


@OWN_SCALE.rule("055", step=Step.PRACTICE)
def options(words: ScaleWords) -> bool:
    """Whether its answers cannot be told apart: too few or many, unread, or a value twice."""
    found = _options(words)
    if found is None:
        return True
    distinct = len({one.value for one in found}) == len(found)
    return not (distinct and _LEAST_OPTIONS <= len(found) <= MOST_OPTIONS)


@OWN_SCALE.rule("055", step=Step.PRACTICE)
def turned(words: ScaleWords) -> bool:
    """Whether an item is to count the other way round that there is not."""
    return _unread(words.turned) or max(_numbers(words.turned), default=0) > len(words.item_lines)


@OWN_SCALE.rule("055", step=Step.PRACTICE)
def alert(words: ScaleWords) -> bool:
    """Whether the item on self-harm is none of its items, or more than one."""
    found = _numbers(words.alert)
    if _unread(words.alert) or len(found) > 1:
        return True
    return max(found, default=0) > len(words.item_lines)


@OWN_SCALE.rule("055", step=Step.PRACTICE)
def missing(words: ScaleWords) -> bool:
    """Whether more open answers are to be made up for than there are others."""
    if is_blank(words.missing):
        return False
    text = words.missing.strip()
    return not _NUMBER.fullmatch(text) or int(text) >= max(1, len(words.item_lines))


@OWN_SCALE.rule("055", step=Step.PRACTICE)
def bands(words: ScaleWords) -> bool:
    """Whether its bands cannot be read, or one begins before the one before it has ended."""
    found = _bands(words)
    if found is None:
        return True
    ends = pairwise(found)
    return any(one.least > one.most for one in found) or any(
        after.least <= before.most for before, after in ends
    )


def scale_from(words: ScaleWords, key: str, edition: int, language: str) -> Scale:
    """Return the scale that `words` make; they meet every rule of `OWN_SCALE`."""
    back = set(_numbers(words.turned))
    lines = words.item_lines
    return Scale(
        key,
        str(edition),
        language,
        words.name.strip(),
        words.name.strip(),
        words.instruction.strip(),
        tuple(_options(words) or ()),
        tuple(
            ScaleItem(str(at), text, turned=at in back) for at, text in enumerate(lines, start=1)
        ),
        tuple(_bands(words) or ()),
        source=words.source.strip(),
        alert="".join(str(one) for one in _numbers(words.alert)),
        missing=int(words.missing) if words.missing.strip() else 0,
        missing_source=words.source.strip(),
        own=True,
    )


def words_of(scale: Scale) -> ScaleWords:
    """Return a scale as it is written, to write on."""
    back = [str(at) for at, one in enumerate(scale.items, start=1) if one.turned]
    return ScaleWords(
        scale.name,
        scale.instruction,
        "\n".join(one.text for one in scale.items),
        "\n".join(f"{one.value} {one.text}" for one in scale.options),
        " ".join(back),
        "\n".join(f"{one.least}-{one.most} {one.text}" for one in scale.bands),
        str(scale.missing) if scale.missing else "",
        scale.alert,
        scale.source,
    )


def words_from(raw: Mapping[str, Any]) -> ScaleWords:
    """Return what was kept of a scale while it was written."""
    return ScaleWords(**{key: str(one) for key, one in known_in(raw, ScaleWords).items()})


def _options(words: ScaleWords) -> list[ScaleOption] | None:
    """Return the answers; None where a line is none."""
    found = [_OPTION.fullmatch(one) for one in words.options.splitlines() if not is_blank(one)]
    if not all(found):
        return None
    return [ScaleOption(int(one[1]), one[2].strip()) for one in found if one]


def _bands(words: ScaleWords) -> list[Band] | None:
    """Return the bands, graded by their order; None where a line is none."""
    found = [_BAND.fullmatch(one) for one in words.bands.splitlines() if not is_blank(one)]
    if not all(found):
        return None
    steps = max(1, len(found) - 1)
    return [
        Band(int(one[1]), int(one[2] or one[1]), round(at * _GRADES / steps), one[3].strip())
        for at, one in enumerate(found)
        if one
    ]


def _numbers(text: str) -> list[int]:
    return [int(one) for one in _NUMBER.findall(text)]


def _unread(text: str) -> bool:
    """Whether something stands there that is neither a number above 0 nor a separator."""
    rest = re.sub(r"[\d\s,，、;；.]", "", text)
    return bool(rest) or 0 in _numbers(text)

"""A scale (量表): what it asks, how its answers are counted, and what its sources say of a score.

Whatever its source does not say is empty here, and then nothing is shown: no band, no reliable
change, no score over an open answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import sqrt
from typing import TYPE_CHECKING, Any, Final

from app.domain.as_json import known_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_TWO_SIDED_95: Final = 1.96


@dataclass(frozen=True)
class ScaleOption:
    """An answer to choose from, and what it counts."""

    value: int
    text: str


@dataclass(frozen=True)
class ScaleItem:
    """A question; `turned`: its answers count the other way round (反向计分)."""

    key: str
    text: str
    turned: bool = False


@dataclass(frozen=True)
class Band:
    """What its source calls the scores from `least` to `most`; `grade` 0 is the least, 4 the most.

    Both ends belong to it.
    """

    least: int
    most: int
    grade: int
    text: str


@dataclass(frozen=True)
class Reliable:
    """From what a reliable change is computed (Jacobson & Truax 1991); `source` says whose it is.

    `sd` is in points, `reliability` between 0 and 1.
    """

    reliability: float
    sd: float
    source: str


@dataclass(frozen=True)
class Scale:
    """A scale in one language and edition.

    `alert` is the key of the item at which any answer above its least is said at once. Up to
    `missing` open answers are made up for by the mean of the others, as `missing_source` says.
    `reading` is for the counselor alone. `closing` is asked last and not counted. `own`: the
    counselor made it; `retired`: she uses it no more.
    """

    key: str
    edition: str
    language: str
    name: str
    title: str
    instruction: str
    options: tuple[ScaleOption, ...]
    items: tuple[ScaleItem, ...]
    bands: tuple[Band, ...] = ()
    order: int = 99
    source: str = ""
    licence: str = ""
    reading: str = ""
    alert: str = ""
    missing: int = 0
    missing_source: str = ""
    closing: str = ""
    closing_options: tuple[str, ...] = ()
    reliable: Reliable | None = None
    own: bool = False
    retired: bool = False

    @property
    def line(self) -> tuple[str, str]:
        """What tells the scores that can be compared: those of one scale in one edition."""
        return (self.key, self.edition)

    @property
    def least(self) -> int:
        """The lowest score there is."""
        return len(self.items) * min(one.value for one in self.options)

    @property
    def most(self) -> int:
        """The highest score there is."""
        return len(self.items) * max(one.value for one in self.options)


@dataclass(frozen=True)
class Score:
    """What answers come to; `total` is None where no score is given. `open` answers are missing."""

    total: int | None
    open: int = 0

    @property
    def made_up(self) -> bool:
        """Whether open answers were made up for."""
        return self.total is not None and self.open > 0


def score(scale: Scale, answers: Sequence[int | None]) -> Score:
    """Return what answers come to, one for each item in its order; None is open.

    A score that makes up for open answers is rounded to whole points, halves upwards.
    """
    counted = [
        _worth(scale, item, answer)
        for item, answer in zip(scale.items, answers, strict=True)
        if answer is not None
    ]
    missing = len(scale.items) - len(counted)
    if not counted or missing > scale.missing:
        return Score(None, missing)
    whole = Decimal(sum(counted)) * len(scale.items) / len(counted)
    return Score(int(whole.quantize(Decimal(1), ROUND_HALF_UP)), missing)


def band(scale: Scale, total: int | None) -> Band | None:
    """Return what the source calls a score; None where it says nothing of it."""
    if total is None:
        return None
    return next((one for one in scale.bands if one.least <= total <= one.most), None)


def reliable_points(scale: Scale) -> float | None:
    """Return by how many points a score must change to change reliably; None: it is not known.

    Two measures of somebody who did not change differ by more in one case of twenty.
    """
    if scale.reliable is None:
        return None
    error = scale.reliable.sd * sqrt(1 - scale.reliable.reliability)
    return _TWO_SIDED_95 * sqrt(2) * error


def changed(scale: Scale, before: int, after: int) -> bool | None:
    """Return whether a score changed by more than chance explains; None: it is not known."""
    points = reliable_points(scale)
    return None if points is None else abs(after - before) > points


def scale_of(raw: Mapping[str, Any]) -> Scale:
    """Return the scale that JSON describes.

    Keys that this version does not know are ignored, missing ones are empty.
    """
    values = known_in(raw, Scale)
    values["options"] = tuple(ScaleOption(**one) for one in values["options"])
    values["items"] = tuple(ScaleItem(**one) for one in values["items"])
    values["bands"] = tuple(Band(**one) for one in values.get("bands", ()))
    values["closing_options"] = tuple(values.get("closing_options", ()))
    found = values.get("reliable")
    values["reliable"] = Reliable(**found) if found else None
    return Scale(**values)


def _worth(scale: Scale, item: ScaleItem, answer: int) -> int:
    """Return what an answer counts."""
    if not item.turned:
        return answer
    values = [one.value for one in scale.options]
    return max(values) + min(values) - answer

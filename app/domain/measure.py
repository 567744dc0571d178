"""A measure (一次测量): a scale as it was answered once, and what was done about it since.

It is final when it is made and holds the words of its scale, so that it can always be read. What
was done afterwards (fed back, risk looked at, taken out of count) are entries beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from app.domain.as_json import known_in
from app.domain.blank import is_blank
from app.domain.entry import EntryKind
from app.domain.ids import EntryId
from app.domain.rule import Book, Step
from app.domain.scale import Score, band, scale_of, score

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from app.domain.entry import CaseEntry
    from app.domain.scale import Band, Scale


class Way(Enum):
    """How a scale was administered (clause 055)."""

    SCREEN = "screen"
    PAPER = "paper"


class Who(Enum):
    """Who answered, or for whom somebody else marked the answers."""

    CLIENT = "client"
    READ_OUT = "read out"
    OTHER = "other"


class FollowKind(Enum):
    """What was done about a measure."""

    FED_BACK = "fed back"
    RISK_LOOKED_AT = "risk looked at"
    NOT_COUNTED = "not counted"


@dataclass(frozen=True)
class Measure:
    """A scale as it was answered; an answer is the value that was chosen, None where it is open.

    `on` is the ISO day on which it was filled in, `closing` the number of the answer to the last
    question, counted from 0.
    """

    scale: Scale
    answers: tuple[int | None, ...] = field(repr=False)
    way: Way | None = None
    who: Who | None = None
    on: str = ""
    closing: int | None = field(default=None, repr=False)
    remark: str = field(default="", repr=False)

    @property
    def score(self) -> Score:
        """What the answers come to."""
        return score(self.scale, self.answers)

    @property
    def band(self) -> Band | None:
        """What its source calls the score."""
        return band(self.scale, self.score.total)

    @property
    def alarming(self) -> bool:
        """Whether the item on self-harm was answered with anything but never."""
        least = min(one.value for one in self.scale.options)
        pairs = zip(self.scale.items, self.answers, strict=True)
        return any(
            item.key == self.scale.alert and answer is not None and answer > least
            for item, answer in pairs
        )


@dataclass(frozen=True)
class Follow:
    """What was done about a measure: when, on which ISO day, and in her words."""

    measure: EntryId
    kind: FollowKind
    on: str = ""
    said: str = field(default="", repr=False)


@dataclass(frozen=True)
class KeptMeasure:
    """A measure as it stands in the file, with what was done about it, the oldest first."""

    id: EntryId
    at: datetime
    made: Measure = field(repr=False)
    follows: tuple[Follow, ...] = field(default=(), repr=False)

    def follow(self, kind: FollowKind) -> Follow | None:
        """Return the first thing of a kind that was done about it."""
        return next((one for one in self.follows if one.kind is kind), None)

    @property
    def counted(self) -> bool:
        """Whether it was not taken out of count."""
        return self.follow(FollowKind.NOT_COUNTED) is None


@dataclass(frozen=True)
class CareFacts:
    """A measure, and when risk was last looked at in its case, None where it never was."""

    kept: KeptMeasure
    risk_seen: datetime | None = None


MEASURE: Final[Book[Measure]] = Book("measure")
"""What a measure lacks before it stands in the file."""
MEASURE_CARE: Final[Book[CareFacts]] = Book("measure_care")
"""What of a measure waits to be done."""
FOLLOW: Final[Book[Follow]] = Book("measure_follow")
"""What it lacks that something was done about a measure."""
RISK_LOOKS: Final = (EntryKind.SCREEN, EntryKind.RISK)
"""The entries of a case in which risk is looked at: one made later answers the item on self-harm.

Whoever adds another way to assess risk adds its kind here.
"""


@MEASURE.rule("055", step=Step.SHEET)
def answered(made: Measure) -> bool:
    """Whether nothing was answered."""
    return all(one is None for one in made.answers)


@MEASURE.rule("055", step=Step.SHEET)
def way(made: Measure) -> bool:
    """Whether it is not known if it was filled in on the screen or on paper."""
    return made.way is None


@MEASURE.rule("055", step=Step.SHEET)
def who(made: Measure) -> bool:
    """Whether it is not known who answered."""
    return made.who is None


@MEASURE.rule("055", step=Step.SHEET)
def day(made: Measure) -> bool:
    """Whether it is not known when."""
    return not made.on


@MEASURE_CARE.rule("055", step=Step.SHEET)
def self_harm(facts: CareFacts) -> bool:
    """Whether self-harm was said, and risk was not looked at since.

    Taking a measure out of count does not answer it: somebody put that mark there.
    """
    kept = facts.kept
    looked = facts.risk_seen is not None and facts.risk_seen > kept.at
    told = kept.follow(FollowKind.RISK_LOOKED_AT) is not None
    return kept.made.alarming and not looked and not told


@MEASURE_CARE.rule("055", step=Step.SHEET)
def feedback(facts: CareFacts) -> bool:
    """Whether the client was not told yet, face to face, what came of it."""
    return facts.kept.counted and facts.kept.follow(FollowKind.FED_BACK) is None


@FOLLOW.rule("055", step=Step.SHEET)
def when(made: Follow) -> bool:
    """Whether it is not known on which day."""
    return not made.on


@FOLLOW.rule("055", step=Step.SHEET)
def how(made: Follow) -> bool:
    """Whether risk was looked at, or a measure taken out of count, without a word on it."""
    return made.kind is not FollowKind.FED_BACK and is_blank(made.said)


def measure_of(raw: Mapping[str, Any]) -> Measure:
    """Return the measure that an entry holds."""
    values = known_in(raw, Measure)
    values["scale"] = scale_of(values["scale"])
    values["answers"] = tuple(values["answers"])
    values["way"] = Way(values["way"]) if values.get("way") else None
    values["who"] = Who(values["who"]) if values.get("who") else None
    return Measure(**values)


def follow_of(raw: Mapping[str, Any]) -> Follow:
    """Return what an entry says was done about a measure."""
    values = known_in(raw, Follow)
    values["measure"] = EntryId(values["measure"])
    values["kind"] = FollowKind(values["kind"])
    return Follow(**values)


def kept_measures(entries: Sequence[CaseEntry]) -> tuple[KeptMeasure, ...]:
    """Return the measures among entries with what was done about them, by day, the oldest first."""
    follows = [follow_of(one.value) for one in entries if one.kind is EntryKind.MEASURE_FOLLOW]
    found = [
        KeptMeasure(
            one.id,
            one.at,
            measure_of(one.value),
            tuple(it for it in follows if it.measure == one.id),
        )
        for one in entries
        if one.kind is EntryKind.MEASURE
    ]
    return tuple(sorted(found, key=lambda one: (one.made.on, one.id)))


def risk_last_seen(entries: Sequence[CaseEntry]) -> datetime | None:
    """Return when risk was last looked at in a case by its entries; None where it never was."""
    return max((one.at for one in entries if one.kind in RISK_LOOKS), default=None)


def waiting(entries: Sequence[CaseEntry]) -> tuple[str, ...]:
    """Return the names of what waits in the measures of a case, by its entries."""
    return waiting_in(kept_measures(entries), risk_last_seen(entries))


def waiting_in(kept: Sequence[KeptMeasure], risk_seen: datetime | None) -> tuple[str, ...]:
    """Return the names of what waits in measures, each once, the gravest first."""
    broken = {name for one in kept for name in MEASURE_CARE.lacks(CareFacts(one, risk_seen))}
    return tuple(name for name in MEASURE_CARE.rules if name in broken)

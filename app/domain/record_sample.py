"""A sample of signed notes that is gone through (记录抽查): drawn by chance, looked at by a list.

Which notes are drawn follows from a seed alone, which is kept with the sample: anybody can draw it
again and find the same ones, so that nobody chooses the notes that look well (clause 119).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from app.domain.as_json import known_in
from app.domain.blank import is_blank
from app.domain.data_word import data_word
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SIZES: Final = (3, 5, 10, 20)
"""How many notes may be drawn at once."""
_word: Final = partial(data_word, "a list for samples")


class Verdict(Enum):
    """What was found of an item in a note."""

    THERE = "there"
    LACKS = "lacks"
    NOT_ASKED = "not asked"


@dataclass(frozen=True)
class SampleItem:
    """One thing that is looked for: `source` is what the guidance calls the clauses."""

    key: str
    text: str
    source: str
    clauses: tuple[str, ...]


@dataclass(frozen=True)
class SampleList:
    """The things that are looked for, in one language; the edition is kept with each sample."""

    edition: str
    language: str
    items: tuple[SampleItem, ...]


@dataclass(frozen=True)
class RecordSample:
    """A sample: when and of which days (ISO) it was drawn, by which seed, how many were asked for.

    `notes` are the numbers of the notes, `answers` the verdicts by note and item. `found` is what
    she saw and means to do, without a word of a client; `done` the day on which she ended it.
    """

    day: str = ""
    begin: str = ""
    end: str = ""
    seed: str = ""
    asked: int = 0
    edition: str = ""
    notes: tuple[int, ...] = ()
    answers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    found: str = field(default="", repr=False)
    done: str = ""

    def verdict(self, note: int, item: str) -> Verdict | None:
        """Return what was found of an item in a note, None before it was looked at."""
        said = self.answers.get(str(note), {}).get(item)
        return None if said is None else Verdict(said)

    def with_verdict(self, note: int, item: str, verdict: Verdict) -> Mapping[str, Any]:
        """Return the answers with one more."""
        of_note = {**self.answers.get(str(note), {}), item: verdict.value}
        return {**self.answers, str(note): of_note}


def sample_from_mapping(raw: Mapping[str, Any]) -> RecordSample:
    """Return the sample that `raw`, as made by `as_json`, describes."""
    values = known_in(raw, RecordSample)
    values["notes"] = tuple(values.get("notes", ()))
    return RecordSample(**values)


@dataclass(frozen=True)
class SampleFacts:
    """A sample that is to be ended: those of its notes that are still there, and the items."""

    sample: RecordSample
    notes: tuple[int, ...]
    items: tuple[str, ...]


SAMPLE: Final[Book[SampleFacts]] = Book("sample")
"""What a sample lacks before it can be ended."""


@SAMPLE.rule("119", step=Step.PRACTICE)
def answered(facts: SampleFacts) -> bool:
    """Whether something was not looked for in one of the notes."""
    return any(
        facts.sample.verdict(note, item) is None for note in facts.notes for item in facts.items
    )


@SAMPLE.rule("119", step=Step.PRACTICE)
def found(facts: SampleFacts) -> bool:
    """Whether it is not written what was seen, and what follows from it."""
    return is_blank(facts.sample.found)


def draw(seed: str, notes: Iterable[int], count: int) -> tuple[int, ...]:
    """Return at most `count` of the notes by chance, the same ones for the same seed, in order."""
    ranked = sorted(set(notes), key=lambda one: sha256(f"{seed}/{one}".encode()).digest())
    return tuple(sorted(ranked[:count]))


def counts(sample: RecordSample, notes: Iterable[int], item: str) -> dict[Verdict, int]:
    """Return how often each verdict was given of an item."""
    given = [sample.verdict(one, item) for one in notes]
    return {one: given.count(one) for one in Verdict}


def load_sample_list(text: str) -> SampleList:
    """Return the list that a TOML text describes; raise ValueError where something lacks."""
    raw = tomllib.loads(text)
    items = tuple(_item(one) for one in raw.get("items", ()))
    if not items or len({one.key for one in items}) < len(items):
        raise ValueError("a list for samples has no items, or two of one key")
    return SampleList(_word(raw, "edition"), _word(raw, "language"), items)


def _item(raw: Mapping[str, Any]) -> SampleItem:
    """Return one item; raise ValueError where it names no clause."""
    clauses = tuple(raw.get("clauses", ()))
    if not clauses:
        raise ValueError("an item of a list for samples names no clause")
    return SampleItem(_word(raw, "key"), _word(raw, "text"), _word(raw, "source"), clauses)

"""What the rules want from a name-finding model, whichever it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence


Columns: TypeAlias = "Sequence[Sequence[float]]"


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the model's own segmentation, `start` to `end` in its sentence."""

    start: int
    end: int
    tag: str


@dataclass(frozen=True)
class Tagged:
    """A sentence as the model sees it: words, and per character how likely it is part of a name."""

    tokens: tuple[Token, ...] = field(repr=False)
    person: Sequence[float] = field(repr=False)
    place: Sequence[float] = field(repr=False)
    organisation: Sequence[float] = field(repr=False)
    names: Columns = field(default=(), repr=False)
    """What the tagger of names says, if there is one: seven columns, a number a character."""


class Tagger(Protocol):
    """A model that finds names; the order of answers is that of the sentences."""

    def tag(self, sentences: Sequence[str]) -> list[Tagged]:
        """Return one answer for each sentence; a sentence may be empty."""

"""The de-identified summary: the only form in which a case leaves for supervision."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class SummaryWording:
    """The words of the paper itself in one language, read from a data file.

    `passage` is the heading of a passage and holds {number}, the session's number; `papers` are
    the titles by kind, `sections` those of the case report in order (key, title, hint), `lines`
    what a draft is made of.
    """

    language: str
    passage: str
    labels: Mapping[str, str] = field(repr=False)
    papers: Mapping[str, str] = field(default_factory=dict, repr=False)
    sections: tuple[Mapping[str, str], ...] = field(default=(), repr=False)
    lines: Mapping[str, str] = field(default_factory=dict, repr=False)

    def section(self, key: str) -> str:
        """Return the title of a section of the case report."""
        return next(one["title"] for one in self.sections if one["key"] == key)


@dataclass(frozen=True)
class SummaryPassage:
    """A passage that the counselor ticked, after de-identification.

    `heading` says when in relative terms ("第 3 次咨询"), never a date.
    """

    heading: str
    paragraphs: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True)
class DeidentifiedSummary:
    """What leaves the vault (clauses 057, 114, 156, 157).

    It has no field for a name, a birth date, an address or a case's own text; passages hold
    text in which every span was decided. `hidden` counts what was hidden by kind.
    """

    number: str
    language: str
    title: str
    purpose: str
    recipient: str
    made_on: str
    passages: tuple[SummaryPassage, ...] = field(repr=False)
    hidden: Mapping[str, int]
    labels: Mapping[str, str] = field(repr=False)

    def words(self) -> tuple[str, ...]:
        """Return every line of text that will stand on paper, for the leak check."""
        lines = [self.number, self.title, self.purpose, self.recipient, self.made_on]
        for passage in self.passages:
            lines.append(passage.heading)
            lines.extend(passage.paragraphs)
        return tuple(lines)

"""The lists and texts of the program that the counselor words for herself, part by part.

A pre-intake form, a scheme of formulation, a paper: each is shown as the same simple thing, a
catalogue of sections with lines, so that one page serves them all. What the guidance asks for can
be said in other words and never left out; everything else can be added, reworded, left out and put
in another order. Every change that is saved is an edition of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from app.domain.as_json import known_in
from app.domain.blank import is_blank
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

OWN: Final = "own"
"""What the key of a line or section begins with that she added."""


class Kind(Enum):
    """What a catalogue is made of."""

    SHEET = "sheet"
    INTAKE = "intake"
    SCHEME = "scheme"
    PAPER = "paper"
    CRISIS = "crisis"
    SCOPE = "scope"


class Shape(Enum):
    """How a section is written: `WORDS` that only change, `LINES` each of its own, or a `LIST`."""

    WORDS = "words"
    LINES = "lines"
    LIST = "list"


@dataclass(frozen=True)
class CatalogueLine:
    """A line, and what is said beside it: why it is asked, or a hint.

    A `needed` one can be reworded and not left out; `clauses` are those that ask for it.
    """

    key: str
    text: str = ""
    more: str = ""
    needed: bool = False
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True)
class CatalogueSection:
    """Lines under a heading; one that is `headed` is printed with it. A `needed` list holds any."""

    key: str
    heading: str = ""
    lines: tuple[CatalogueLine, ...] = ()
    shape: Shape = Shape.LIST
    headed: bool = False
    needed: bool = False
    clauses: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """What its lines say."""
        return tuple(one.text for one in self.lines)


@dataclass(frozen=True)
class Catalogue:
    """A list or text in one language; where it `grows`, sections can be added."""

    kind: Kind
    key: str
    edition: str
    language: str
    title: str
    sections: tuple[CatalogueSection, ...]
    grows: bool = False

    def section(self, key: str) -> CatalogueSection:
        """Return the section of this key."""
        return next(one for one in self.sections if one.key == key)


@dataclass(frozen=True)
class CatalogueEdition:
    """What she saved of a catalogue: her `number`th edition, made on an ISO `day`.

    `base` is the edition of the program that it was made from. A `retired` one is not in use: the
    words of the program are.
    """

    key: str
    number: int = 0
    day: str = ""
    base: str = ""
    language: str = "zh"
    sections: tuple[CatalogueSection, ...] = field(default=(), repr=False)
    retired: bool = False

    @property
    def said(self) -> str:
        """What the edition is called where it is printed and kept; the number stands first."""
        if self.language == "zh":
            return f"自己的第 {self.number} 版 {self.day}（{self.base}）"
        return f"Own edition {self.number}, {self.day} ({self.base})"


@dataclass(frozen=True)
class Written:
    """What is written of a catalogue, beside the one that it is made from."""

    shipped: Catalogue
    sections: tuple[CatalogueSection, ...] = field(repr=False)

    def lost(self) -> tuple[tuple[str, str], ...]:
        """Return where something is gone that has to stay: keys of section and of line, if any."""
        mine = {one.key: one for one in self.sections}
        found: list[tuple[str, str]] = []
        for one in self.shipped.sections:
            section = mine.get(one.key, CatalogueSection(one.key))
            if one.needed and all(map(is_blank, section.texts)):
                found.append((one.key, ""))
            said = {line.key for line in section.lines if not is_blank(line.text)}
            found += [
                (one.key, line.key) for line in one.lines if line.needed and line.key not in said
            ]
        return tuple(found)

    def misses(self, kind: Kind) -> bool:
        """Whether it is of this kind and something is gone from it."""
        return self.shipped.kind is kind and bool(self.lost())


CATALOGUE: Final[Book[Written]] = Book("catalogue")
"""What a catalogue of hers lacks before it can be used."""


@CATALOGUE.rule("121", "054", step=Step.PRACTICE)
def sheet(written: Written) -> bool:
    """Whether the sheet of a session offers no mood, kind of problem or remedy any more."""
    return written.misses(Kind.SHEET)


@CATALOGUE.rule("062", "144", step=Step.PRACTICE)
def intake(written: Written) -> bool:
    """Whether the pre-intake form no longer asks what has to be known, or lost a sentence of it."""
    return written.misses(Kind.INTAKE)


@CATALOGUE.rule("085", step=Step.PRACTICE)
def scheme(written: Written) -> bool:
    """Whether a scheme of formulation has no name, or no room to say how a case is understood."""
    return written.misses(Kind.SCHEME)


@CATALOGUE.rule("008", "061", "058", "093", "137", step=Step.PRACTICE)
def paper(written: Written) -> bool:
    """Whether a paper of the practice no longer says what clients have to be told."""
    return written.misses(Kind.PAPER)


@CATALOGUE.rule("027", step=Step.PRACTICE)
def crisis(written: Written) -> bool:
    """Whether a paper for a hard day lost one of its sentences."""
    return written.misses(Kind.CRISIS)


@CATALOGUE.rule("137", step=Step.PRACTICE)
def scope(written: Written) -> bool:
    """Whether a diagnosis or advice on medication would be noticed no more."""
    return written.misses(Kind.SCOPE)


def laid(shipped: Catalogue, edition: CatalogueEdition) -> Catalogue:
    """Return a catalogue in her words, with what a later edition needs and she has not."""
    mine = {one.key: one for one in edition.sections}
    known = {one.key for one in shipped.sections}
    return replace(
        shipped,
        edition=edition.said,
        sections=(
            *(_laid(one, mine[one.key]) if one.key in mine else one for one in shipped.sections),
            *(replace(one, headed=True) for one in edition.sections if one.key not in known),
        ),
    )


def settled(sections: Iterable[CatalogueSection]) -> tuple[CatalogueSection, ...]:
    """Return sections as they are kept: without outer white space, and without empty lines.

    What stands beside an empty line becomes the line: nothing typed is lost. A section that she
    added goes when there is neither a heading nor a line in it.
    """
    made = (
        replace(one, heading=one.heading.strip(), lines=tuple(_settled(one.lines)))
        for one in sections
    )
    return tuple(one for one in made if one.heading or one.lines or not one.key.startswith(OWN))


def section_of(raw: Mapping[str, Any]) -> CatalogueSection:
    """Return the section that `raw`, as made by `as_json`, describes."""
    lines = tuple(
        CatalogueLine(**{**known_in(one, CatalogueLine), "clauses": tuple(one["clauses"])})
        for one in raw["lines"]
    )
    values = {**known_in(raw, CatalogueSection), "shape": Shape(raw["shape"]), "lines": lines}
    return CatalogueSection(**{**values, "clauses": tuple(raw["clauses"])})


def edition_of(raw: Mapping[str, Any]) -> CatalogueEdition:
    """Return the edition that `raw`, as made by `as_json`, describes."""
    sections = tuple(section_of(one) for one in raw["sections"])
    return CatalogueEdition(**{**known_in(raw, CatalogueEdition), "sections": sections})


def _settled(lines: Iterable[CatalogueLine]) -> Iterable[CatalogueLine]:
    for one in lines:
        text, more = one.text.strip(), one.more.strip()
        if not is_blank(text):
            yield replace(one, text=text, more=more)
        elif not is_blank(more):
            yield replace(one, text=more, more="")


def _laid(shipped: CatalogueSection, mine: CatalogueSection) -> CatalogueSection:
    """Return one section in her words."""
    heading = mine.heading if shipped.headed else shipped.heading
    if shipped.shape is Shape.LIST:
        lines = mine.lines or (shipped.lines if shipped.needed else ())
    else:
        lines = _matched(shipped, mine)
    return replace(shipped, heading=heading, lines=lines)


def _matched(shipped: CatalogueSection, mine: CatalogueSection) -> tuple[CatalogueLine, ...]:
    """Return her lines with what the program asks of them, and the needed ones that she lacks."""
    known = {one.key: one for one in shipped.lines}
    plain = CatalogueLine("")
    said = tuple(
        replace(one, needed=(like := known.get(one.key, plain)).needed, clauses=like.clauses)
        for one in mine.lines
    )
    there = {one.key for one in said}
    lines = (*said, *(one for one in shipped.lines if one.needed and one.key not in there))
    if shipped.shape is Shape.LINES:
        return lines
    written = {one.key: one for one in lines}
    return tuple(written[one.key] for one in shipped.lines)

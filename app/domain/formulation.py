"""A case formulation (个案概念化): how a case is understood, and what follows for the work.

Each save is a version of its own and final; a later one stands beside it. It is written along a
scheme, or freely; goals and methods (clause 085) belong to every scheme.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from app.domain.as_json import known_in
from app.domain.blank import is_blank
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True)
class SchemePart:
    """A section; `key` is the same in every language, `hint` says what belongs there."""

    key: str
    title: str
    hint: str


@dataclass(frozen=True)
class Scheme:
    """A way of formulating a case; `edition` is stored with what is written along it."""

    key: str
    edition: str
    language: str
    title: str
    about: str
    parts: tuple[SchemePart, ...]


@dataclass(frozen=True)
class FormulationPart:
    """A section as it was written, under the title that it had then."""

    key: str
    title: str
    text: str = field(default="", repr=False)


@dataclass(frozen=True)
class Formulation:
    """One version; `title` is that of its scheme in the language in which it was written."""

    scheme: str = ""
    title: str = ""
    edition: str = ""
    language: str = "zh"
    parts: tuple[FormulationPart, ...] = ()
    goals: str = field(default="", repr=False)
    methods: str = field(default="", repr=False)

    def texts(self) -> dict[str, str]:
        """Return what stands in each section, goals and methods last."""
        return {
            **{one.key: one.text for one in self.parts},
            GOALS: self.goals,
            METHODS: self.methods,
        }


GOALS: Final = "goals"
METHODS: Final = "methods"
FORMULATION: Final[Book[Formulation]] = Book("formulation")
"""What a formulation lacks before it stands in the file."""
FORMULATION_CARE: Final[Book[Formulation]] = Book("formulation_care")
"""What is reminded of in a formulation; it never stops one."""


def formulation_of(raw: Mapping[str, Any]) -> Formulation:
    """Return the formulation that an entry holds.

    Keys that this version does not know are ignored, missing ones are empty.
    """
    values = known_in(raw, Formulation)
    values["parts"] = tuple(
        FormulationPart(one["key"], one["title"], one.get("text", ""))
        for one in values.get("parts", ())
    )
    return Formulation(**values)


def in_scheme(parts: Iterable[FormulationPart], scheme: Scheme) -> tuple[FormulationPart, ...]:
    """Return the sections of a scheme with what is written; no word of another scheme is lost.

    What stands under a key that both have stays there; the rest follows under its old titles.
    """
    written = {one.key: one for one in parts}
    texts = {key: one.text for key, one in written.items()}
    own = tuple(FormulationPart(one.key, one.title, texts.get(one.key, "")) for one in scheme.parts)
    keys = {one.key for one in own}
    rest = tuple(one for one in written.values() if one.key not in keys and not is_blank(one.text))
    return (*own, *rest)


@FORMULATION.rule("085", step=Step.NOTE)
def written(made: Formulation) -> bool:
    """Whether nothing is written at all."""
    return all(is_blank(text) for text in made.texts().values())


@FORMULATION_CARE.rule("085", step=Step.NOTE)
def goals(made: Formulation) -> bool:
    """Whether it is not said what the work is to reach."""
    return is_blank(made.goals)


@FORMULATION_CARE.rule("085", step=Step.NOTE)
def methods(made: Formulation) -> bool:
    """Whether it is not said how."""
    return is_blank(made.methods)

"""A consent text of the counselor's own: what may be worded otherwise, and what must stay.

The guidance says what a client is told (clauses 036-045); the sections that say it are `required`
in the text that it was made from.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from app.domain.blank import is_blank
from app.domain.consent_template import places_of, texts_of
from app.domain.consent_text import FILLED_BY_CHOICE
from app.domain.errors import ConsentTextIncomplete, FieldInvalid
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.domain.consent_text import ConsentTemplate, TemplateSection


@dataclass(frozen=True)
class WordingFacts:
    """A text as it was worded, and the one that it was made from."""

    text: ConsentTemplate
    base: ConsentTemplate


TOLD: Final = (
    *("004", "036", "039", "040", "041", "042", "043"),
    *("045", "046", "101", "102", "103"),
)
"""The clauses that say what a client is told before the work from afar begins."""
WORDING: Book[WordingFacts] = Book("wording")
"""What is missing in a text of one's own."""


@WORDING.rule(*TOLD, step=Step.PRACTICE)
def sections(facts: WordingFacts) -> bool:
    """Return whether a required section was left out (网络2.3, 2.4, 2.5)."""
    return any(_left_out(facts))


@WORDING.rule(*TOLD, step=Step.PRACTICE)
def words(facts: WordingFacts) -> bool:
    """Return whether a required section has no words (网络2.3, 2.4, 2.5)."""
    return any(_emptied(facts))


@WORDING.rule("010", "037", "038", step=Step.PRACTICE)
def places(facts: WordingFacts) -> bool:
    """Return whether a place of a required section is lost (热线2.3, 网络2.2, 2.3)."""
    return any(_lost(facts))


@WORDING.rule("042", step=Step.PRACTICE)
def strangers(facts: WordingFacts) -> bool:
    """Return whether there is a brace or a place that nothing fills (网络2.4)."""
    return any(_strange(facts))


def check_wording(text: ConsentTemplate, base: ConsentTemplate) -> None:
    """Raise unless a text may be kept.

    `FieldInvalid` "template title" without a title; `ConsentTextIncomplete` with each rule that is
    not met and the section or place it speaks of (clause 039).
    """
    if is_blank(text.title):
        raise FieldInvalid("template title")
    facts = WordingFacts(text, base)
    broken = [one.name for one in WORDING.broken(facts)]
    finders = {
        sections.name: _left_out,
        words.name: _emptied,
        places.name: _lost,
        strangers.name: _strange,
    }
    missing = tuple((name, word) for name in broken for word in finders[name](facts))
    if missing:
        raise ConsentTextIncomplete(missing)


def settled(text: ConsentTemplate, base: ConsentTemplate) -> ConsentTemplate:
    """Return a text with the facts that stand in it, and no others: what is asked for is printed.

    A section that says nothing and need not be there is left out.
    """
    kept = tuple(
        replace(one, required=_required(base, one.key))
        for one in text.sections
        if _required(base, one.key) or not _says_nothing(one)
    )
    used = places_of(texts_of(replace(text, sections=kept)))
    return replace(
        text,
        sections=kept,
        facts={key: label for key, label in base.facts.items() if key in used},
        defaults={key: word for key, word in base.defaults.items() if key in used},
        from_client=tuple(key for key in base.from_client if key in used),
    )


def _required(base: ConsentTemplate, key: str) -> bool:
    """Return whether a section of this key must be there."""
    return any(one.required and one.key == key for one in base.sections)


def _says_nothing(section: TemplateSection) -> bool:
    """Return whether a section has no words under its heading."""
    return all(is_blank(one) for one in section.paragraphs)


def _left_out(facts: WordingFacts) -> Iterator[str]:
    """Yield the headings of required sections that are not there."""
    there = {one.key for one in facts.text.sections}
    for one in facts.base.sections:
        if one.required and one.key not in there:
            yield one.heading


def _emptied(facts: WordingFacts) -> Iterator[str]:
    """Yield the headings, as they were, of required sections without words or heading."""
    for one in facts.text.sections:
        if _required(facts.base, one.key) and (_says_nothing(one) or is_blank(one.heading)):
            yield next(base.heading for base in facts.base.sections if base.key == one.key)


def _lost(facts: WordingFacts) -> Iterator[str]:
    """Yield the labels of places of required sections that the text has nowhere any more."""
    there = places_of(texts_of(facts.text))
    needed = [text for one in facts.base.sections if one.required for text in one.paragraphs]
    for key, label in facts.base.facts.items():
        if key in places_of(needed) and key not in there:
            yield label


def _strange(facts: WordingFacts) -> Iterator[str]:
    """Yield the places that nothing fills, and the braces that are none."""
    texts = texts_of(facts.text)
    for key in sorted(places_of(texts) - set(facts.base.facts) - FILLED_BY_CHOICE):
        yield f"{{{key}}}"
    for text in texts:
        for key in places_of([text]):
            text = text.replace(f"{{{key}}}", "")  # noqa: PLW2901 - what is left of it
        yield from (brace for brace in "{}" if brace in text)

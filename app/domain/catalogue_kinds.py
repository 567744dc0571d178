"""Every list and text that can be worded anew as a catalogue, and a catalogue as what it was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from app.domain.catalogue import (
    OWN,
    Catalogue,
    CatalogueLine,
    CatalogueSection,
    Kind,
    Shape,
)
from app.domain.formulation import SchemePart
from app.domain.intake_paper import PaperQuestion
from app.domain.scope_words import LISTS, scope_of
from app.domain.sheet_catalogue import clean_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.domain.crisis_text import CrisisText
    from app.domain.formulation import Scheme
    from app.domain.intake_paper import IntakeText, QuestionGroup
    from app.domain.practice_paper import PaperText
    from app.domain.scope_words import ScopeWords
    from app.domain.sheet_catalogue import SheetCatalogue

WORDS: Final = "words"
PARTS: Final = "parts"
LABELS: Final = "labels"
SHEET_LISTS: Final = ("moods", "problems", "remedies")
_ROOM: Final = 2  # lines for the answer to a question of hers
_INTAKE_WORDS: Final = ("title", "lead", "urgent", "foot")
_CRISIS_WORDS: Final = (
    "resources",
    "resources_about",
    "plan",
    "plan_about",
    "plan_now",
    "plan_now_about",
    "signs",
    "coping",
    "distraction",
    "people",
    "professionals",
    "surroundings",
    "card",
    "card_about",
    "event",
    "event_about",
)
_ASKED: Final[Mapping[str, tuple[str, ...]]] = {
    "moods": ("121",),
    "problems": ("121",),
    "remedies": ("054",),
    "diagnosis": ("137",),
    "medicine": ("137",),
    "name": ("047",),
    "phone": ("047",),
    "city": ("047",),
    "emergency": ("047",),
    "seeks": ("062",),
    "service.0": ("137",),
    "guide.0": ("093",),
    "guide.1": ("083",),
    "guide.3": ("084",),
    "guide.4": ("081",),
    "opening.0": ("120",),
    "opening.1": ("120",),
    "opening.3": ("120",),
    "opening.4": ("120",),
    "standing.0": ("058",),
    "standing.1": ("058",),
    "standing.2": ("058",),
}
"""What the guidance asks for, by the key of a line or section: it can be reworded and not go."""
_NEEDED: Final = frozenset({*_ASKED, "understanding"})


def of_sheet(text: SheetCatalogue) -> Catalogue:
    """Return what can be chosen on the sheet of a session."""
    sections = tuple(_list(name, getattr(text, name)) for name in SHEET_LISTS)
    return _made(Kind.SHEET, "sheet", text.edition, text.language, "", sections)


def sheet_from(text: SheetCatalogue, made: Catalogue) -> SheetCatalogue:
    """Return that in the words of a catalogue."""
    moods, problems, remedies = (clean_list(made.section(name).texts) for name in SHEET_LISTS)
    return replace(text, edition=made.edition, moods=moods, problems=problems, remedies=remedies)


def with_problems(made: Catalogue, problems: Iterable[str]) -> Catalogue:
    """Return the catalogue of a sheet with other kinds of problem."""
    theirs = _list("problems", problems)
    sections = tuple(theirs if one.key == theirs.key else one for one in made.sections)
    return replace(made, sections=sections)


def of_intake(text: IntakeText) -> Catalogue:
    """Return the pre-intake form: its sentences, and a section for each group of questions."""
    groups = (
        CatalogueSection(
            str(at),
            one.heading,
            tuple(_line(asked.key, asked.label, asked.why) for asked in one.questions),
            Shape.LINES,
            headed=True,
        )
        for at, one in enumerate(text.groups)
    )
    words = _words(WORDS, {name: getattr(text, name) for name in _INTAKE_WORDS})
    sections = (words, *groups)
    return _made(Kind.INTAKE, "intake", text.edition, text.language, text.title, sections)


def intake_from(text: IntakeText, made: Catalogue) -> IntakeText:
    """Return the form in the words of a catalogue; a group without questions goes."""
    groups = (_group(one, made.section(str(at))) for at, one in enumerate(text.groups))
    said = _said(made, WORDS)
    return replace(
        text,
        edition=made.edition,
        title=said["title"],
        lead=said["lead"],
        urgent=said["urgent"],
        foot=said["foot"],
        groups=tuple(one for one in groups if one.questions),
    )


def of_scheme(text: Scheme) -> Catalogue:
    """Return a scheme of formulation: what it is, and its sections with their hints."""
    words = _words(WORDS, {"title": text.title, "about": text.about})
    lines = tuple(_line(one.key, one.title, one.hint) for one in text.parts)
    parts = CatalogueSection(PARTS, "", lines, Shape.LINES)
    key = f"scheme.{text.key}"
    return _made(Kind.SCHEME, key, text.edition, text.language, text.title, (words, parts))


def scheme_from(text: Scheme, made: Catalogue) -> Scheme:
    """Return the scheme in the words of a catalogue; a section of hers has a key of this scheme."""
    said = _said(made, WORDS)
    parts = (
        SchemePart(
            f"{text.key}.{one.key}" if one.key.startswith(OWN) else one.key, one.text, one.more
        )
        for one in made.section(PARTS).lines
    )
    return replace(
        text, edition=made.edition, title=said["title"], about=said["about"], parts=tuple(parts)
    )


def of_paper(text: PaperText) -> Catalogue:
    """Return a paper of the practice: its title, the names of its rows, and its parts."""
    head = {"title": text.title} | ({"subtitle": text.subtitle} if text.subtitle else {})
    parts = (
        replace(
            _list(str(at), lines, _ASKED.get(f"{text.key}.{at}", ())), heading=heading, headed=True
        )
        for at, (heading, lines) in enumerate(text.parts)
    )
    labels = (_words(LABELS, text.labels),) if text.labels else ()
    sections = (_words(WORDS, head), *labels, *parts)
    key = f"paper.{text.key}"
    made = _made(Kind.PAPER, key, text.edition, text.language, text.title, sections)
    return replace(made, grows=True)


def paper_from(text: PaperText, made: Catalogue) -> PaperText:
    """Return the paper in the words of a catalogue; a part without a line goes."""
    said = _said(made, WORDS)
    return replace(
        text,
        edition=made.edition,
        title=said["title"],
        subtitle=said.get("subtitle", text.subtitle),
        labels=_said(made, LABELS) if text.labels else text.labels,
        parts=tuple((one.heading, one.texts) for one in made.sections if one.headed and one.lines),
    )


def of_crisis(text: CrisisText) -> Catalogue:
    """Return the headings and sentences of the papers for a hard day."""
    words = _words(WORDS, {name: text.words[name] for name in _CRISIS_WORDS})
    return _made(Kind.CRISIS, "crisis", text.edition, text.language, "", (words,))


def crisis_from(text: CrisisText, made: Catalogue) -> CrisisText:
    """Return those papers in the words of a catalogue."""
    return replace(text, edition=made.edition, words={**text.words, **_said(made, WORDS)})


def of_scope(text: ScopeWords) -> Catalogue:
    """Return what is noticed as going beyond what a counselor does, and what makes it not hers."""
    sections = tuple(_list(name, text.lists[name]) for name in LISTS)
    return _made(Kind.SCOPE, "scope", text.edition, text.language, "", sections)


def scope_from(text: ScopeWords, made: Catalogue) -> ScopeWords:
    """Return that in the words of a catalogue."""
    lists = {name: clean_list(made.section(name).texts) for name in LISTS}
    return scope_of(made.edition, text.language, text.near, lists)


def _made(  # noqa: PLR0913, PLR0917 - the fields of a catalogue
    kind: Kind,
    key: str,
    edition: str,
    language: str,
    title: str,
    sections: Iterable[CatalogueSection],
) -> Catalogue:
    return Catalogue(kind, f"{key}.{language}", edition, language, title, tuple(sections))


def _line(key: str, text: str, more: str) -> CatalogueLine:
    return CatalogueLine(key, text, more, key in _NEEDED, _ASKED.get(key, ()))


def _list(
    key: str, texts: Iterable[str], clauses: tuple[str, ...] | None = None
) -> CatalogueSection:
    """Return a section of plain lines; one that the guidance asks for has to hold any."""
    asked = _ASKED.get(key, ()) if clauses is None else clauses
    lines = tuple(CatalogueLine(str(at), one) for at, one in enumerate(texts))
    return CatalogueSection(key, "", lines, needed=bool(asked), clauses=asked)


def _words(key: str, said: Mapping[str, str]) -> CatalogueSection:
    lines = tuple(CatalogueLine(name, text, needed=True) for name, text in said.items())
    return CatalogueSection(key, "", lines, Shape.WORDS)


def _said(made: Catalogue, key: str) -> dict[str, str]:
    return {one.key: one.text for one in made.section(key).lines}


def _group(group: QuestionGroup, made: CatalogueSection) -> QuestionGroup:
    known = {one.key: one for one in group.questions}
    questions = tuple(
        replace(known[one.key], label=one.text, why=one.more)
        if one.key in known
        else PaperQuestion(one.key, one.text, one.more, _ROOM)
        for one in made.lines
    )
    return replace(group, heading=made.heading, questions=questions)

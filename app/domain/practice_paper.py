"""The papers of the practice: 《服务说明》, the guide for clients, the words that open a session.

Their words are data with an edition; what is the counselor's own comes from the practice and its
credentials. What is empty is never printed: the service sheet is refused and says what it lacks.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from app.domain.blank import is_blank
from app.domain.data_word import data_word
from app.domain.rule import Book, Step
from app.domain.sheet import Sheet, SheetPart

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.practice import Practice
    from app.domain.practice_profile import PracticeProfile
    from app.domain.practice_record import Credential

SERVICE_SHEET: Final = "service"
GUIDE: Final = "guide"
OPENING: Final = "opening"
_word: Final = partial(data_word, "a paper of the practice")
_LABELS: Final = (
    "practice",
    "affiliation",
    "counselor",
    "code",
    "credentials",
    "orientation",
    "speciality",
    "scope",
    "population",
    "requirements",
    "arrangement",
    "hours",
    "time_limit",
    "fee",
    "place",
    "contact",
)


@dataclass(frozen=True)
class PaperText:
    """The words of a paper in one language.

    `labels` name its rows, where it has any; `parts` are headings with sentences under them.
    """

    key: str
    edition: str
    language: str
    title: str
    subtitle: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True)
class ServiceFacts:
    """What a service sheet is made of; at a `hotline` the counselor is known by a number (005)."""

    practice: Practice = field(repr=False)
    credentials: tuple[Credential, ...] = field(repr=False)
    hotline: bool = False

    @property
    def profile(self) -> PracticeProfile:
        """What is published of the practice."""
        return self.practice.profile


SERVICE: Final[Book[ServiceFacts]] = Book("service")
"""What a service sheet lacks before it can be printed."""


@SERVICE.rule("008", step=Step.PRACTICE)
def practice(facts: ServiceFacts) -> bool:
    """Whether nobody can tell whose service it is."""
    return is_blank(facts.practice.name)


@SERVICE.rule("061", step=Step.PRACTICE)
def counselor(facts: ServiceFacts) -> bool:
    """Whether the counselor is not named where she gives her name."""
    return not facts.hotline and is_blank(facts.practice.counselor)


@SERVICE.rule("005", step=Step.PRACTICE)
def code(facts: ServiceFacts) -> bool:
    """Whether the counselor of a hotline has no number to be known by."""
    return facts.hotline and is_blank(facts.profile.code)


@SERVICE.rule("008", "061", "037", step=Step.PRACTICE)
def credentials(facts: ServiceFacts) -> bool:
    """Whether no qualification is recorded.

    What is typed in one line may hold a number that leads to a name: no hotline prints it.
    """
    typed = "" if facts.hotline else facts.practice.credentials
    return not facts.credentials and is_blank(typed)


@SERVICE.rule("061", step=Step.PRACTICE)
def orientation(facts: ServiceFacts) -> bool:
    """Whether the counselor's orientation is not said."""
    return is_blank(facts.practice.orientation)


@SERVICE.rule("061", step=Step.PRACTICE)
def speciality(facts: ServiceFacts) -> bool:
    """Whether it is not said what the counselor is good at."""
    return is_blank(facts.profile.speciality)


@SERVICE.rule("008", "061", step=Step.PRACTICE)
def scope(facts: ServiceFacts) -> bool:
    """Whether it is not said what is offered."""
    return is_blank(facts.profile.scope)


@SERVICE.rule("008", step=Step.PRACTICE)
def population(facts: ServiceFacts) -> bool:
    """Whether it is not said for whom the service is."""
    return is_blank(facts.profile.population)


@SERVICE.rule("061", step=Step.PRACTICE)
def requirements(facts: ServiceFacts) -> bool:
    """Whether it is not said who can come: of which age, from where, with which papers."""
    return is_blank(facts.profile.requirements)


@SERVICE.rule("008", step=Step.PRACTICE)
def arrangement(facts: ServiceFacts) -> bool:
    """Whether it is not said if sessions are single or go on."""
    return is_blank(facts.profile.arrangement)


@SERVICE.rule("061", step=Step.PRACTICE)
def hours(facts: ServiceFacts) -> bool:
    """Whether the times of the service are not said."""
    return is_blank(facts.profile.hours)


@SERVICE.rule("008", step=Step.PRACTICE)
def time_limit(facts: ServiceFacts) -> bool:
    """Whether it is not said how long a session takes."""
    return is_blank(facts.profile.time_limit)


@SERVICE.rule("008", "061", step=Step.PRACTICE)
def fee(facts: ServiceFacts) -> bool:
    """Whether the fee is not said; a free service says so."""
    return is_blank(facts.practice.fee)


def load_paper(text: str) -> PaperText:
    """Return the words of a paper that `text` (TOML) describes.

    It has `key`, `edition`, `language`, `title`, perhaps `subtitle`, `[labels]` and `[[parts]]`
    with `heading` and `lines`. Raises ValueError where a word is missing.
    """
    raw = tomllib.loads(text)
    key = _word(raw, "key")
    labels = raw.get("labels", {})
    if key == SERVICE_SHEET and any(not labels.get(one) for one in _LABELS):
        raise ValueError("a service sheet lacks the name of a row")
    parts = tuple((_word(one, "heading"), tuple(one["lines"])) for one in raw.get("parts", ()))
    return PaperText(
        key,
        _word(raw, "edition"),
        _word(raw, "language"),
        _word(raw, "title"),
        raw.get("subtitle", ""),
        labels,
        parts,
    )


def service_sheet(text: PaperText, facts: ServiceFacts) -> Sheet:
    """Return the service sheet; of a hotline it bears neither name, contact nor numbers (005)."""
    words = _own_words(facts)
    rows = tuple((text.labels[key], words[key]) for key in _LABELS if words[key].strip())
    return Sheet(
        text.title,
        text.subtitle,
        (SheetPart(rows=rows), *_parts(text, {})),
        text.edition,
        text.language,
    )


def text_sheet(text: PaperText, facts: ServiceFacts) -> Sheet:
    """Return the guide for clients, or the words that open a session.

    In its lines {counselor} and {practice} are the counselor's own; of a hotline her number.
    """
    known = facts.profile.code if facts.hotline else facts.practice.counselor
    blank = "________"
    own = {
        "counselor": known.strip() or blank,
        "practice": facts.practice.name.strip() or blank,
    }
    return Sheet(text.title, text.subtitle, _parts(text, own), text.edition, text.language)


def credential_line(one: Credential, *, hotline: bool = False) -> str:
    """Return a credential on one line; for a hotline without what leads to a name (005)."""
    kept = (one.title, one.issuer) if hotline else (one.title, one.number, one.issuer)
    return " ".join(word.strip() for word in kept if word.strip())


def _own_words(facts: ServiceFacts) -> dict[str, str]:
    """Return what stands in each row; nothing where it is not to be printed."""
    known, about = facts.practice, facts.profile
    lines = [_credential(one, hotline=facts.hotline) for one in facts.credentials]
    typed = "" if facts.hotline else known.credentials
    return {
        "practice": known.name,
        "affiliation": about.affiliation,
        "counselor": "" if facts.hotline else known.counselor,
        "code": about.code if facts.hotline else "",
        "credentials": "\n".join(lines) or typed,
        "orientation": known.orientation,
        "speciality": about.speciality,
        "scope": about.scope,
        "population": about.population,
        "requirements": about.requirements,
        "arrangement": about.arrangement,
        "hours": about.hours,
        "time_limit": about.time_limit,
        "fee": known.fee,
        "place": "" if facts.hotline else known.place.city,
        "contact": "" if facts.hotline else known.contact,
    }


def _credential(one: Credential, *, hotline: bool) -> str:
    """Return a credential with the address under which it can be looked up."""
    line = credential_line(one, hotline=hotline)
    return line if hotline or is_blank(one.url) else f"{line}\n{one.url.strip()}"


def _parts(text: PaperText, own: Mapping[str, str]) -> tuple[SheetPart, ...]:
    """Return the parts of a paper with the counselor's own words in their places."""
    return tuple(
        SheetPart(heading, lines=tuple(_filled(line, own) for line in lines))
        for heading, lines in text.parts
    )


def _filled(line: str, own: Mapping[str, str]) -> str:
    for key, word in own.items():
        line = line.replace(f"{{{key}}}", word)
    return line

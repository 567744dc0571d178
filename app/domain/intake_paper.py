"""The pre-intake form on paper (预约登记表): its questions are data, each with why it is asked.

It is printed empty, or with what is known of a client. Questions that pry stand in groups that are
switched on (clauses 062, 144).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from app.domain.blank import is_blank
from app.domain.data_word import data_word
from app.domain.intake import IntakeGroup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from app.domain.client import Profile
    from app.domain.practice import Practice

_word: Final = partial(data_word, "a pre-intake form")
_MOST_LINES: Final = 10


@dataclass(frozen=True)
class PaperQuestion:
    """A question, why it is asked, and room for the answer: lines, or choices by their keys."""

    key: str
    label: str
    why: str
    lines: int = 1
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class QuestionGroup:
    """Questions under a heading; with a `group` they are printed when it is switched on."""

    heading: str
    questions: tuple[PaperQuestion, ...]
    group: IntakeGroup | None = None


@dataclass(frozen=True)
class IntakeText:
    """The words of the form in one language."""

    edition: str
    language: str
    title: str
    lead: str
    urgent: str
    foot: str
    groups: tuple[QuestionGroup, ...]


@dataclass(frozen=True)
class IntakeAnswer:
    """A question as it is printed, with its answer: words, or the chosen one of the choices."""

    question: PaperQuestion
    words: str = field(default="", repr=False)
    chosen: str = field(default="", repr=False)


@dataclass(frozen=True)
class IntakeForm:
    """The form as it is printed; `large` for eyes that need it. The title names nobody."""

    title: str
    subtitle: str
    lead: str
    urgent: str
    parts: tuple[tuple[str, tuple[IntakeAnswer, ...]], ...] = field(repr=False)
    foot: str
    edition: str
    language: str
    large: bool = False

    def words(self) -> list[str]:
        """Return everything that is printed."""
        found = [self.title, self.subtitle, self.lead, self.urgent, self.foot, self.edition]
        for heading, answers in self.parts:
            found.append(heading)
            for one in answers:
                found += [one.question.label, one.question.why, one.words]
                found += [word for _, word in one.question.choices]
        return found


def load_intake_text(text: str) -> IntakeText:
    """Return the form that a TOML text describes; raise ValueError where something lacks."""
    raw = tomllib.loads(text)
    names = ("edition", "language", "title", "lead", "urgent", "foot")
    groups = tuple(_group(one) for one in raw.get("groups", ()))
    if not groups:
        raise ValueError("a pre-intake form lacks: groups")
    return IntakeText(**{name: _word(raw, name) for name in names}, groups=groups)


def intake_form(
    text: IntakeText,
    practice: Practice,
    shown: Iterable[IntakeGroup] = (),
    about: Profile | None = None,
    *,
    large: bool = False,
) -> IntakeForm:
    """Return the form with the groups that are `shown`: empty, or with what is known `about` one.

    What nobody asked stays empty. So does the way that a client wishes to meet: the case has the
    way that the counselor chose, which is no answer of the client.
    """
    wanted = {None, *shown}
    parts = tuple(
        (one.heading, tuple(_answer(question, about) for question in one.questions))
        for one in text.groups
        if one.group in wanted
    )
    names = (practice.name, practice.counselor, practice.contact)
    subtitle = " · ".join(one.strip() for one in names if not is_blank(one))
    return IntakeForm(
        text.title,
        subtitle,
        text.lead,
        text.urgent,
        parts,
        text.foot,
        text.edition,
        text.language,
        large,
    )


def _answer(question: PaperQuestion, known: Profile | None) -> IntakeAnswer:
    """Return a question with its answer, as far as there is one."""
    if known is None:
        return IntakeAnswer(question)
    if question.choices:
        chosen = _CHOSEN.get(question.key, _nothing)(known)
        return IntakeAnswer(question, chosen=chosen)
    return IntakeAnswer(question, _WORDS.get(question.key, _nothing)(known))


def _nothing(_: Profile) -> str:
    """Return no answer: the form asks, and the program keeps no field for it."""
    return ""


def _together(*words: str) -> str:
    return " · ".join(one.strip() for one in words if not is_blank(one))


def _guardians(known: Profile) -> str:
    found = known.intake.guardians
    return "\n".join(_together(one.name, one.relation, one.phone) for one in found)


def _hospital(known: Profile) -> str:
    medical = known.intake.medical
    return _together(medical.hospital, medical.diagnosis)


def _emergency(known: Profile) -> str:
    one = known.emergency
    return _together(one.name, one.relation, one.phone)


def _may_know(known: Profile) -> str:
    """Return whether the emergency contact may know; of nobody there is nothing to say."""
    return _said(known.emergency.may_know) if _emergency(known) else ""


def _acquainted(known: Profile) -> str:
    return _said(known.intake.ties.known)


def _said(answer: bool | None) -> str:  # noqa: FBT001 - the answer itself
    """Return the choice that an answer is; none where nobody asked."""
    return "" if answer is None else "yes" if answer else "no"


_WORDS: Final[Mapping[str, Callable[[Profile], str]]] = {
    "name": lambda known: known.name,
    "phone": lambda known: _together(known.phone, known.wechat),
    "city": lambda known: known.place.city,
    "seeks": lambda known: known.intake.request.seeks,
    "expects": lambda known: known.intake.request.expects,
    "emergency": _emergency,
    "source": lambda known: known.intake.request.source,
    "guardian": _guardians,
    "hospital": _hospital,
    "medication": lambda known: known.intake.medical.medication,
    "earlier": lambda known: known.intake.earlier,
    "language": lambda known: known.intake.needs.language,
    "needs": lambda known: known.intake.needs.other,
    "culture": lambda known: known.intake.culture,
}
_CHOSEN: Final[Mapping[str, Callable[[Profile], str]]] = {
    "may_know": _may_know,
    "known": _acquainted,
}


def _group(raw: Mapping[str, Any]) -> QuestionGroup:
    """Return a group of questions; raise ValueError where something lacks."""
    key = raw.get("key", "")
    questions = tuple(_question(one) for one in raw.get("fields", ()))
    if not questions:
        raise ValueError("a pre-intake form lacks: fields")
    return QuestionGroup(_word(raw, "heading"), questions, IntakeGroup(key) if key else None)


def _question(raw: Mapping[str, Any]) -> PaperQuestion:
    """Return a question; raise ValueError where something lacks."""
    lines = raw.get("lines", 1)
    if not isinstance(lines, int) or not 1 <= lines <= _MOST_LINES:
        raise ValueError("a pre-intake form lacks: lines")
    choices = tuple((str(key), str(word)) for key, word in raw.get("choices", ()))
    return PaperQuestion(_word(raw, "key"), _word(raw, "label"), _word(raw, "why"), lines, choices)

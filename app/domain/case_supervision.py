"""What supervision said about a case (督导记录): questions, what was heard, what is to be done.

It comes back into the file of the case as the counselor's own working note: it is in no copy of the
record and in no summary. What is to be done stays open until she says what became of it (clauses
056, 118).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from app.domain.as_json import known_in
from app.domain.blank import is_blank
from app.domain.consent_purpose import Purpose
from app.domain.entry import EntryKind
from app.domain.practice_record import Supervision, SupervisionForm, SupervisionMedium, YesNo
from app.domain.rule import Book, Step
from app.domain.summary_use import taken_back

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from app.domain.consent import Consent
    from app.domain.entry import CaseEntry
    from app.domain.ids import EntryId

SUPERVISED: Final[Book[CaseSupervision]] = Book("supervised")
"""What a record of supervision lacks before it stands in the file."""
SUPERVISED_CARE: Final[Book[SupervisedFacts]] = Book("supervised_care")
"""What is said beside the form: it hinders nothing, for what was held is put on record."""
ACTION_DONE: Final[Book[ActionDone]] = Book("action_done")
"""What is missing where something that was to be done is closed."""


@dataclass(frozen=True)
class CaseSupervision:
    """A supervision in which this case was spoken of; `day` is an ISO day.

    `shown` is the number of the summary that was brought, "" where none was. `actions` are one
    line each. `counted` says that its minutes were entered in the supervision log, too.
    """

    form: SupervisionForm | None = None
    medium: SupervisionMedium | None = None
    day: str = ""
    minutes: float | None = None
    supervisor: str = field(default="", repr=False)
    shown: str = ""
    questions: str = field(default="", repr=False)
    feedback: str = field(default="", repr=False)
    actions: tuple[str, ...] = field(default=(), repr=False)
    counted: bool = True


@dataclass(frozen=True)
class ActionDone:
    """What became of something that was to be done: the supervision's entry, and which line."""

    supervision: int
    action: int
    outcome: str = field(default="", repr=False)


@dataclass(frozen=True)
class OpenAction:
    """Something that is to be done since a supervision on an ISO day."""

    entry_id: EntryId
    action: int
    day: str
    text: str = field(repr=False)


@dataclass(frozen=True)
class SupervisedFacts:
    """What is known when a supervision is put on record; `consents` are all of the case."""

    consents: tuple[Consent, ...]
    now: datetime


@SUPERVISED.rule("118", step=Step.NOTE)
def day(made: CaseSupervision) -> bool:
    """Whether nobody can tell on which day it was."""
    return not made.day


@SUPERVISED.rule("118", step=Step.NOTE)
def form(made: CaseSupervision) -> bool:
    """Whether it is none of the three forms, which are counted separately."""
    return made.form is None


@SUPERVISED.rule("056", step=Step.NOTE)
def medium(made: CaseSupervision) -> bool:
    """Whether nobody can tell by what it was held."""
    return made.medium is None


@SUPERVISED.rule("118", step=Step.NOTE)
def minutes(made: CaseSupervision) -> bool:
    """Whether it has no length, and is to be counted."""
    return made.counted and not (made.minutes or 0) > 0


@SUPERVISED.rule("056", step=Step.NOTE)
def supervisor(made: CaseSupervision) -> bool:
    """Whether nobody is named with whom it was."""
    return is_blank(made.supervisor)


@SUPERVISED.rule("118", step=Step.NOTE)
def feedback(made: CaseSupervision) -> bool:
    """Whether neither what was heard nor what is to be done is said."""
    return is_blank(made.feedback) and not made.actions


@SUPERVISED_CARE.rule("046", step=Step.CONSENT)
def use(facts: SupervisedFacts) -> bool:
    """Whether the client took the consent to supervision back."""
    return taken_back(facts.consents, Purpose.SUPERVISION, facts.now)


@ACTION_DONE.rule("118", step=Step.NOTE)
def outcome(made: ActionDone) -> bool:
    """Whether it is not said what became of it."""
    return is_blank(made.outcome)


def lines_of(text: str) -> tuple[str, ...]:
    """Return what is to be done, one line each; empty lines are none."""
    return tuple(line for one in text.splitlines() if not is_blank(line := one.strip()))


def supervised_of(raw: Mapping[str, Any]) -> CaseSupervision:
    """Return the supervision that an entry holds, or that is begun; unknown keys are ignored."""
    values = known_in(raw, CaseSupervision)
    form, medium = values.get("form"), values.get("medium")
    values["form"] = SupervisionForm(form) if form else None
    values["medium"] = SupervisionMedium(medium) if medium else None
    values["actions"] = tuple(values.get("actions", ()))
    return CaseSupervision(**values)


def done_of(raw: Mapping[str, Any]) -> ActionDone:
    """Return what an entry says became of something; unknown keys are ignored."""
    return ActionDone(**known_in(raw, ActionDone))


def outcomes(entries: Iterable[CaseEntry]) -> dict[tuple[int, int], str]:
    """Return what became of each thing that was to be done, by entry and line; the last counts."""
    done = (done_of(one.value) for one in entries if one.kind is EntryKind.SUPERVISION_DONE)
    return {(one.supervision, one.action): one.outcome for one in done}


def open_actions(entries: Iterable[CaseEntry]) -> tuple[OpenAction, ...]:
    """Return what is still to be done, the oldest first; entries come as they were made."""
    known = list(entries)
    closed = outcomes(known)
    return tuple(
        OpenAction(one.id, number, made.day, text)
        for one in known
        if one.kind is EntryKind.SUPERVISION
        for made in (supervised_of(one.value),)
        for number, text in enumerate(made.actions)
        if (one.id, number) not in closed
    )


def logged(made: CaseSupervision, code: str, credentials: str) -> Supervision:
    """Return the line of the supervision log (clause 118).

    The log belongs to no client and lies outside a case's own password: it has the code of the case
    and no word of what was said.
    """
    return Supervision(
        form=made.form,
        medium=made.medium,
        day=made.day,
        minutes=made.minutes,
        supervisor=made.supervisor.strip(),
        credentials=credentials,
        topics=code,
        presented=YesNo.YES,
    )

"""The hours that a counselor worked and learned: what is known of each, and what it comes to.

Sessions, supervisions and trainings that are recorded anyway make lines of their own; the rest (the
time before this program, her own therapy, supervising others) is written by hand.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from app.domain.as_json import known_in
from app.domain.case import ServiceMode
from app.domain.practice_record import (
    HourRole,
    HourSpan,
    SupervisionForm,
    SupervisionMedium,
    SupervisorRank,
    TrainingTopic,
    YesNo,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from enum import Enum

    from app.domain.ids import CaseId
    from app.domain.intake import CaseType
    from app.domain.practice_record import Hours, Supervision, Training
    from app.domain.session import Session

MINUTES: Final = 60
"""The minutes of an hour; an hour of tuition (学时) counts as one."""


@dataclass(frozen=True)
class HourFacts:
    """How the sessions of a case count, as far as the notes do not say it.

    `medium` is that of sessions from afar, `rank` that of who supervises the work; what is None
    stands as it does for every case.
    """

    medium: SupervisionMedium | None = None
    paid: YesNo | None = None
    strict: YesNo | None = None
    rank: SupervisorRank | None = None
    institution: str = field(default="", repr=False)

    def over(self, every: HourFacts) -> HourFacts:
        """Return these facts, and where nothing is said those of `every` case."""
        return HourFacts(
            self.medium or every.medium,
            self.paid or every.paid,
            self.strict or every.strict,
            self.rank or every.rank,
            self.institution.strip() or every.institution,
        )


@dataclass(frozen=True)
class HourLine:
    """One line of the hours; `day` is an ISO day, `minutes` its length.

    What is None is not known. `span` tells a sum from before this program. `unread` says that the
    case is shut or damaged, so that more is known of it than stands here.
    """

    role: HourRole
    day: str
    minutes: float
    start: str = ""
    kind: CaseType | None = None
    form: SupervisionForm | None = None
    medium: SupervisionMedium | None = None
    paid: YesNo | None = None
    strict: YesNo | None = None
    rank: SupervisorRank | None = None
    topic: TrainingTopic | None = None
    supervisor: str = field(default="", repr=False)
    institution: str = field(default="", repr=False)
    span: HourSpan = HourSpan.ONCE
    case_id: CaseId | None = None
    case_code: str = field(default="", repr=False)
    unread: bool = False

    @property
    def hours(self) -> float:
        """Its length in hours."""
        return self.minutes / MINUTES


def facts_from_mapping(raw: Mapping[str, Any]) -> HourFacts:
    """Return the facts that `raw`, as made by `as_json`, describes."""
    values = known_in(raw, HourFacts)
    for name, kind in _ENUMS.items():
        values[name] = kind(values[name]) if values.get(name) else None
    return HourFacts(**values)


_ENUMS: Final[dict[str, type[Enum]]] = {
    "medium": SupervisionMedium,
    "paid": YesNo,
    "strict": YesNo,
    "rank": SupervisorRank,
}


@dataclass(frozen=True)
class CaseHours:
    """What is known of a case whose sessions count; `facts` is None where it cannot be read."""

    id: CaseId
    code: str = field(repr=False)
    kind: CaseType | None = None
    facts: HourFacts | None = None


def session_line(session: Session, at: datetime, case: CaseHours, every: HourFacts) -> HourLine:
    """Return the line of a session; `at` is its beginning by the counselor's own clock.

    A case that cannot be read says nothing of how it counts: the facts of every case may be wrong
    there.
    """
    facts = HourFacts() if case.facts is None else case.facts.over(every)
    return HourLine(
        HourRole.COUNSELING,
        at.date().isoformat(),
        session.minutes,
        f"{at:%H:%M}",
        kind=case.kind,
        medium=_medium(session.mode, facts),
        paid=facts.paid,
        strict=facts.strict,
        rank=facts.rank,
        institution=facts.institution,
        case_id=case.id,
        case_code=case.code,
        unread=case.facts is None,
    )


def supervision_line(one: Supervision) -> HourLine:
    """Return the line of a supervision that was received."""
    return HourLine(
        HourRole.SUPERVISED,
        one.day,
        one.minutes or 0,
        form=one.form,
        medium=one.medium,
        rank=one.rank,
        supervisor=one.supervisor.strip(),
    )


def training_line(one: Training) -> HourLine:
    """Return the line of a training; its length is in hours of tuition."""
    return HourLine(
        HourRole.TRAINING,
        one.day,
        (one.hours or 0) * MINUTES,
        topic=one.topic,
        institution=one.organiser.strip(),
    )


def written_line(one: Hours) -> HourLine:
    """Return the line of hours that were written by hand; they meet every rule of a record."""
    assert one.role is not None  # noqa: S101 - for mypy: hours without a role are not kept
    return HourLine(
        one.role,
        one.day,
        (one.hours or 0) * MINUTES,
        kind=one.kind,
        form=one.form,
        medium=one.medium,
        paid=one.paid,
        strict=one.strict,
        rank=one.rank,
        topic=one.topic,
        supervisor=one.supervisor.strip(),
        institution=one.institution.strip(),
        span=one.span or HourSpan.ONCE,
    )


def totals(lines: Iterable[HourLine]) -> dict[HourRole, float]:
    """Return the minutes of each role, in the order of the roles."""
    found = dict.fromkeys(HourRole, 0.0)
    for one in lines:
        found[one.role] += one.minutes
    return found


def in_year(lines: Iterable[HourLine], year: int) -> list[HourLine]:
    """Return the lines of a year; 0 stands for all of them."""
    return [one for one in lines if not year or one.day.startswith(f"{year:04d}-")]


def _medium(mode: ServiceMode, facts: HourFacts) -> SupervisionMedium | None:
    """Return by what a session was held, as far as its way of service says it."""
    if mode is ServiceMode.FACE_TO_FACE:
        return SupervisionMedium.IN_PERSON
    if mode in {ServiceMode.HOTLINE_GENERAL, ServiceMode.HOTLINE_REGULAR}:
        return SupervisionMedium.VOICE
    return facts.medium

"""How far the work of a case has come: the agreed number of sessions, and the reviews."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from app.domain.agreement import AGREEMENT, agreement_of
from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.course import COURSE, course_of
from app.domain.entry import EntryKind
from app.domain.errors import AgreementIncomplete, FieldInvalid, ReviewIncomplete
from app.domain.progress_review import MOST, REVIEW, review_of
from app.services import case_entries
from app.services import practice as practices

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from app.domain.agreement import Agreement
    from app.domain.case import Case
    from app.domain.course import Course
    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.domain.progress_review import ProgressReview
    from app.domain.rule import Rule
    from app.ports import OpenVault
    from app.services.tools import Tools

_KINDS: Final = (EntryKind.AGREEMENT, EntryKind.REVIEW, EntryKind.MODE_CHANGE)


@dataclass(frozen=True)
class CoursePage:
    """What the page of the course shows: where it stands, and what was entered, newest first."""

    case: Case
    course: Course
    agreements: tuple[tuple[datetime, Agreement], ...] = field(repr=False)
    reviews: tuple[tuple[datetime, ProgressReview], ...] = field(repr=False)
    unfinished: Mapping[EntryKind, Mapping[str, Any]] = field(repr=False)
    now: datetime
    zone: str


def course_now(vault: OpenVault, case: Case) -> Course:
    """Return how far a case has come."""
    return _course(vault, case, vault.entries.of_case(case.id, *_KINDS))


def waiting(found: Course) -> tuple[Rule[Course], ...]:
    """Return what is to be looked at (clauses 080, 035)."""
    return COURSE.broken(found)


def page(vault: OpenVault, tools: Tools, case_id: CaseId) -> CoursePage:
    """Return what the page of the course shows; raise `CaseLocked` where the case is shut."""
    case = case_entries.open_case(vault, case_id)
    entries = vault.entries.of_case(case_id, *_KINDS)
    found = list(reversed(entries))
    now = tools.clock.now()
    case_entries.was_read(vault, tools.clock, case_id, AuditKind.COURSE_READ, entries)
    return CoursePage(
        case,
        _course(vault, case, entries),
        tuple(
            (one.at, agreement_of(one.value)) for one in found if one.kind is EntryKind.AGREEMENT
        ),
        tuple((one.at, review_of(one.value)) for one in found if one.kind is EntryKind.REVIEW),
        {kind: case_entries.unfinished(vault, case_id, kind) for kind in _KINDS[:2]},
        now,
        practices.zone(vault),
    )


def agree(vault: OpenVault, tools: Tools, case_id: CaseId, agreement: Agreement) -> CaseEntry:
    """Record how many sessions were agreed on from here; raise `AgreementIncomplete`."""
    known = replace(agreement, after=vault.sessions.last_number(case_id))
    missing = AGREEMENT.lacks(known)
    if missing:
        raise AgreementIncomplete(missing)
    what = (EntryKind.AGREEMENT, AuditKind.SESSIONS_AGREED)
    return case_entries.enter(vault, tools.clock, case_id, what, as_json(known))


def review(vault: OpenVault, tools: Tools, case_id: CaseId, made: ProgressReview) -> CaseEntry:
    """Record a review; raise `ReviewIncomplete` (clause 035)."""
    known = replace(made, sessions=vault.sessions.last_number(case_id))
    missing = REVIEW.lacks(known)
    if missing:
        raise ReviewIncomplete(missing)
    what = (EntryKind.REVIEW, AuditKind.PROGRESS_REVIEWED)
    return case_entries.enter(vault, tools.clock, case_id, what, as_json(known))


def choose_every(vault: OpenVault, sessions: int) -> None:
    """Store after how many sessions a review is due, in every case; raise `FieldInvalid`."""
    if not 1 <= sessions <= MOST:
        raise FieldInvalid("review every")
    with vault.transaction():
        vault.settings.choose_review_every(sessions)


def _course(vault: OpenVault, case: Case, entries: Sequence[CaseEntry]) -> Course:
    """Return how far a case has come by its entries."""
    sessions = vault.sessions.last_number(case.id)
    return course_of(case.mode, sessions, entries, vault.settings.review_every())

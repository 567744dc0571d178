"""How much danger there is in a case by all that is written, and what that asks for.

A session sheet and an assessment say the same thing in two places. The graver of the two holds
until a new assessment settles it: what a sheet says can raise an assessed level, never lower it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from app.domain.contact import Purpose, contact_of
from app.domain.crisis_event import CrisisAct, events_of, step_of
from app.domain.entry import EntryKind
from app.domain.risk import RiskLevel
from app.domain.risk_assessment import WITHIN, risk_of
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from app.domain.entry import CaseEntry
    from app.domain.ids import SessionId

KINDS: Final = (EntryKind.RISK, EntryKind.SAFETY_PLAN, EntryKind.CRISIS, EntryKind.CONTACT)
"""The entries that say something of danger."""
_ORDER: Final = tuple(RiskLevel)
_REACHED: Final = frozenset({CrisisAct.CLIENT, CrisisAct.CONTACT})


@dataclass(frozen=True)
class Told:
    """What the sheet of a session says of the danger; `number` is the session's."""

    session_id: SessionId
    number: int
    at: datetime
    level: RiskLevel


@dataclass(frozen=True)
class RiskPoint:
    """A level at a time: of an assessment, or of the sheet of the session with that number."""

    at: datetime
    level: RiskLevel
    number: int = 0


@dataclass(frozen=True)
class RiskStanding:
    """How a case stands `now`; a time is None where there was none.

    `level` is what counts, `since` since when it has been so grave or graver. `assessed` is the
    level of the last assessment, `told` what a sheet says that came with it or after it.
    `next_contact` was arranged at `arranged_at` and not made yet; `open_event` says that a
    crisis is not closed.
    """

    now: datetime
    level: RiskLevel | None = None
    since: datetime | None = None
    assessed: RiskLevel | None = None
    told: Told | None = None
    planned_at: datetime | None = None
    crisis_at: datetime | None = None
    contacted_at: datetime | None = None
    consulted_at: datetime | None = None
    next_contact: datetime | None = None
    arranged_at: datetime | None = None
    open_event: bool = False

    @property
    def grave(self) -> bool:
        """Whether the danger is middle or high."""
        return self.level in {RiskLevel.MIDDLE, RiskLevel.HIGH}

    @property
    def high(self) -> bool:
        """Whether the danger is high."""
        return self.level is RiskLevel.HIGH

    def lately(self, at: datetime | None) -> bool:
        """Return whether something was done since it has been so grave, or within a day before."""
        return at is not None and self.since is not None and at > self.since - WITHIN


DUTY: Final[Book[RiskStanding]] = Book("duty")
"""What a level of danger asks for and is not done yet; it waits, and stops nothing."""


def points(entries: Iterable[CaseEntry], told: Iterable[Told]) -> tuple[RiskPoint, ...]:
    """Return the levels over time, of assessments and of sheets."""
    found = [RiskPoint(one.at, one.level, one.number) for one in told]
    for entry in entries:
        level = risk_of(entry.value).level if entry.kind is EntryKind.RISK else None
        if level is not None:
            found.append(RiskPoint(entry.at, level))
    return tuple(sorted(found, key=lambda one: one.at))


def graver(*levels: RiskLevel | None) -> RiskLevel | None:
    """Return the gravest of some levels; None where there is none."""
    return max((one for one in levels if one is not None), key=_ORDER.index, default=None)


def standing(
    entries: Sequence[CaseEntry], last: Told | None, now: datetime, met: datetime | None = None
) -> RiskStanding:
    """Return how a case stands by its entries, given in the order they were made.

    `last` is what the sheet of the last session says, `met` when the last session began, which is
    a contact, too.
    """
    found = RiskStanding(now)
    for entry in sorted(entries, key=_when):
        found = _after(found, entry)
    assessed = [one for one in entries if one.kind is EntryKind.RISK]
    if last is not None and _counts(last, assessed):
        level = graver(found.assessed, last.level)
        worse = level is not found.level
        found = replace(found, told=last, level=level, since=last.at if worse else found.since)
    if met is not None and met <= now:
        found = _met(found, met)
    return replace(found, open_event=any(one.closed_at is None for one in events_of(entries)))


def _when(entry: CaseEntry) -> datetime:
    """Return when what an entry tells of happened."""
    at = contact_of(entry.value).at if entry.kind is EntryKind.CONTACT else None
    return at or entry.at


def _counts(last: Told, assessed: Sequence[CaseEntry]) -> bool:
    """Return whether a sheet came with the last assessment or after it."""
    if not assessed:
        return True
    return assessed[-1].session_id == last.session_id or last.at > assessed[-1].at


def _met(found: RiskStanding, met: datetime) -> RiskStanding:
    """Return the standing with a session that was held: it is the contact that was arranged."""
    made = found.arranged_at is not None and met > found.arranged_at
    return replace(found, next_contact=None) if made else found


def _after(found: RiskStanding, entry: CaseEntry) -> RiskStanding:
    """Return the standing after one more entry."""
    at = _when(entry)
    if entry.kind is EntryKind.RISK:
        return _assessed(found, entry)
    if entry.kind is EntryKind.SAFETY_PLAN:
        return replace(found, planned_at=at)
    if entry.kind is EntryKind.CRISIS:
        return _stepped(found, entry)
    if entry.kind is EntryKind.CONTACT and contact_of(entry.value).purpose is Purpose.CRISIS:
        return replace(found, contacted_at=at, next_contact=None)
    return found


def _assessed(found: RiskStanding, entry: CaseEntry) -> RiskStanding:
    risk = risk_of(entry.value)
    # Assessing is done with the client: what was arranged is made, and arranged anew or not.
    changed = replace(
        found,
        level=risk.level,
        assessed=risk.level,
        since=found.since if _as_grave(found.level, risk.level) else entry.at,
        next_contact=risk.next_contact,
        arranged_at=entry.at,
    )
    return replace(changed, consulted_at=entry.at) if risk.consulted.strip() else changed


def _as_grave(before: RiskLevel | None, after: RiskLevel | None) -> bool:
    """Return whether a level was reached before already."""
    return before is not None and graver(before, after) is before


def _stepped(found: RiskStanding, entry: CaseEntry) -> RiskStanding:
    step = step_of(entry.value)
    if step.act is CrisisAct.OPENED:
        found = replace(found, crisis_at=entry.at)
    elif step.act is CrisisAct.CONSULTED:
        found = replace(found, consulted_at=entry.at)
    elif step.act in _REACHED:
        reached = step.act is CrisisAct.CLIENT
        kept = None if reached else found.next_contact
        found = replace(found, contacted_at=entry.at, next_contact=kept)
    if step.next_contact is None:
        return found
    return replace(found, next_contact=step.next_contact, arranged_at=entry.at)


@DUTY.rule("072", step=Step.CRISIS)
def overdue(one: RiskStanding) -> bool:
    """Whether the next contact was arranged for a time that is over."""
    return one.next_contact is not None and one.next_contact < one.now


@DUTY.rule("124", step=Step.RISK)
def differs(one: RiskStanding) -> bool:
    """Whether a session sheet says another level than the assessment before it."""
    told = one.told
    return told is not None and one.assessed is not None and told.level is not one.assessed


@DUTY.rule("124", step=Step.RISK)
def assessment(one: RiskStanding) -> bool:
    """Whether a sheet says that there is danger, and nobody ever assessed it."""
    return one.grave and one.assessed is None


@DUTY.rule("124", step=Step.CRISIS)
def contact_logged(one: RiskStanding) -> bool:
    """Whether the danger is high and no contact is logged."""
    return one.high and not one.lately(one.contacted_at)


@DUTY.rule("072", "124", step=Step.CRISIS)
def next_contact(one: RiskStanding) -> bool:
    """Whether the danger is high and no next contact is arranged."""
    return one.high and one.next_contact is None


@DUTY.rule("098", "124", step=Step.CRISIS)
def emergency_plan(one: RiskStanding) -> bool:
    """Whether the danger is high and no event with a plan for the emergency was begun."""
    return one.high and not one.lately(one.crisis_at)


@DUTY.rule("124", step=Step.SAFETY)
def safety_plan(one: RiskStanding) -> bool:
    """Whether the danger is middle or high, and there is no safety plan since it is so."""
    return one.grave and not one.lately(one.planned_at)


@DUTY.rule("124", step=Step.CRISIS)
def supervision(one: RiskStanding) -> bool:
    """Whether the danger is high and it was talked over with nobody."""
    return one.high and not one.lately(one.consulted_at)


@DUTY.rule("098", step=Step.CRISIS)
def open_event(one: RiskStanding) -> bool:
    """Whether a crisis was begun and is not closed."""
    return one.open_event

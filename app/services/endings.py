"""Close a case (结案) with what came of it, and open it again with a reason."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from app.domain.appointment import AppointmentState
from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.case import CaseState
from app.domain.crisis_event import events_of
from app.domain.ending import ENDING, REOPENING, Closure, Counted, Loose, closed_on, ending_of
from app.domain.ending_paper import closing_sheet
from app.domain.entry import EntryKind
from app.domain.errors import CaseClosed, CaseNotClosed, EndingIncomplete, FollowUpIncomplete
from app.domain.follow_up import FOLLOW_PLAN
from app.domain.formulation import formulation_of
from app.domain.local_time import counselor_place, local
from app.domain.referral_course import referrals_of
from app.domain.risk import RiskLevel
from app.services import case_entries, declines, dropouts, follow_ups, retention, risks, unfinished

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from app.domain.case import Case
    from app.domain.client import Place
    from app.domain.ending import Ending, Reopening
    from app.domain.entry import CaseEntry
    from app.domain.follow_up import FollowPlan
    from app.domain.ids import CaseId
    from app.domain.sheet import Sheet
    from app.ports import OpenVault
    from app.services.tools import Tools

KINDS: Final = (EntryKind.ENDING, EntryKind.REOPENING)
_OWN: Final = frozenset({EntryKind.ENDING, EntryKind.REOPENING, EntryKind.FOLLOW_PLAN})


@dataclass(frozen=True)
class EndingPage:
    """What the page shows; `kept` are closings and reopenings, the newest first.

    `closure` has what the vault knows besides the words; `level` is the last level of risk, None
    where none was said; `goals` are those of the last formulation. `day` is when a closed case was
    closed, None where no entry says. `plan` is when one asks afterwards.
    """

    case: Case
    here: Place = field(repr=False)
    now: datetime
    kept: tuple[CaseEntry, ...] = field(repr=False)
    closure: Closure
    counted: Counted
    level: RiskLevel | None
    goals: str = field(repr=False)
    plan: FollowPlan | None = field(repr=False)
    day: date | None
    unfinished: Mapping[EntryKind, Mapping[str, Any]] = field(repr=False)

    @property
    def open(self) -> bool:
        """Whether the case is being worked on."""
        return self.case.state is CaseState.OPEN


def page(vault: OpenVault, tools: Tools, case_id: CaseId) -> EndingPage:
    """Return what the page shows, and write that it was read.

    Raises `CaseLocked` where the case is shut.
    """
    case = case_entries.open_case(vault, case_id)
    entries = vault.entries.of_case(case_id)
    kept = [one for one in entries if one.kind in KINDS]
    case_entries.was_read(vault, tools.clock, case_id, AuditKind.ENDING_READ, kept)
    profile = vault.clients.of_case(case_id).profile
    here = counselor_place(profile, vault.settings.practice().place)
    standing = risks.of_case(vault, tools.clock, case_id)
    formulated = [one for one in entries if one.kind is EntryKind.FORMULATION]
    begun = (*KINDS, EntryKind.FOLLOW_PLAN)
    return EndingPage(
        case,
        here,
        tools.clock.now(),
        tuple(reversed(kept)),
        _closure(vault, tools, case_id, ending_of({}), entries),
        counted(vault, case_id, here),
        None if standing is None else standing.level,
        formulation_of(formulated[-1].value).goals if formulated else "",
        follow_ups.last_plan(entries),
        closed_on(case, entries),
        {one: case_entries.unfinished(vault, case_id, one) for one in begun},
    )


def record(
    vault: OpenVault, tools: Tools, case_id: CaseId, ending: Ending, plan: FollowPlan | None = None
) -> CaseEntry:
    """Write the closing for good, with the plan for afterwards, and close the case.

    Raises `EndingIncomplete` or `FollowUpIncomplete` where a rule is not met, `CaseClosed` where
    the case is closed already.
    """
    entries = vault.entries.of_case(case_id)
    closure = _closure(vault, tools, case_id, ending, entries)
    missing = ENDING.lacks(closure)
    if missing:
        raise EndingIncomplete(missing)
    lacking = FOLLOW_PLAN.lacks(plan) if plan is not None else ()
    if lacking:
        raise FollowUpIncomplete(lacking)
    profile = vault.clients.of_case(case_id).profile
    here = counselor_place(profile, vault.settings.practice().place)
    made = replace(ending, loose=closure.loose, counted=counted(vault, case_id, here))
    what = (EntryKind.ENDING, AuditKind.CASE_CLOSED)
    with vault.transaction():
        if vault.cases.get(case_id).state is CaseState.CLOSED:
            raise CaseClosed
        entry = case_entries.enter(vault, tools.clock, case_id, what, as_json(made))
        if plan is not None:
            follow_ups.plan(vault, tools, case_id, plan)
        vault.cases.set_state(case_id, CaseState.CLOSED)
    return entry


def reopen(vault: OpenVault, tools: Tools, case_id: CaseId, made: Reopening) -> CaseEntry:
    """Open a closed case again, with its reason; everything that was written stays.

    Raises `EndingIncomplete` without a reason, `CaseNotClosed` where the case is open.
    """
    missing = REOPENING.lacks(made)
    if missing:
        raise EndingIncomplete(missing)
    what = (EntryKind.REOPENING, AuditKind.CASE_REOPENED)
    with vault.transaction():
        if vault.cases.get(case_id).state is CaseState.OPEN:
            raise CaseNotClosed
        entry = case_entries.enter(vault, tools.clock, case_id, what, as_json(made))
        vault.cases.set_state(case_id, CaseState.OPEN)
    return entry


def summary(vault: OpenVault, tools: Tools, case_id: CaseId, language: str) -> Sheet:
    """Return the last closing as a paper; `EndingIncomplete` where there is none.

    Raises `PaperUnsigned` where the counselor has no name.
    """
    entries = vault.entries.of_case(case_id)
    endings = [one for one in entries if one.kind is EntryKind.ENDING]
    if not endings:
        raise EndingIncomplete(ENDING.lacks(Closure(ending_of({}))))
    case = vault.cases.get(case_id)
    term = retention.term_of(vault, case)
    return closing_sheet(
        ending_of(endings[-1].value),
        case.code,
        follow_ups.last_plan(entries),
        tools.ending_texts[language],
        vault.settings.practice().counselor,
        until=term.until.isoformat() if term is not None else "",
    )


def printed(vault: OpenVault, tools: Tools, case_id: CaseId) -> None:
    """Write that a closing summary left the vault."""
    vault.audit.record_or_hold(AuditKind.ENDING_PRINTED, tools.clock.now(), case_id)


def counted(vault: OpenVault, case_id: CaseId, here: Place) -> Counted:
    """Return what there was in a case: sessions, minutes, times missed, first and last day."""
    sessions = vault.sessions.of_case(case_id)
    missed = sum(
        one.state is AppointmentState.MISSED for one in vault.appointments.of_case(case_id)
    )
    days = sorted(local(one.starts_at, here).date().isoformat() for one in sessions)
    return Counted(
        len(sessions), sum(one.minutes for one in sessions), missed, *(days[:1] or [""]),
        *(days[-1:] or [""]),
    )  # fmt: skip


def loose(vault: OpenVault, tools: Tools, case_id: CaseId, entries: Sequence[CaseEntry]) -> Loose:
    """Return what is not finished in a case, given its entries."""
    begun = [one for one in unfinished.of_case(vault, case_id) if one.kind not in _OWN]
    return Loose(
        sum(not one.signed for one in vault.notes.facts_of_case(case_id)),
        len({one.series_id or one.which for one in declines.booked(vault, tools.clock, case_id)}),
        len(begun),
        sum(one.waits for one in referrals_of(entries)),
        any(one.closed_at is None for one in events_of(entries)),
    )


def _closure(
    vault: OpenVault, tools: Tools, case_id: CaseId, ending: Ending, entries: Sequence[CaseEntry]
) -> Closure:
    """Return a closing with everything else that its rules look at."""
    standing = risks.of_case(vault, tools.clock, case_id)
    level = None if standing is None else standing.level
    return Closure(
        ending,
        loose(vault, tools, case_id, entries),
        level is not None and level is not RiskLevel.LOW,
        dropouts.sought_since(vault, case_id, entries),
        any(one.form.goes for one in referrals_of(entries)),
    )

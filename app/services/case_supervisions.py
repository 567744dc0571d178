"""Supervisions in which a case was spoken of, and what became of what they asked for (118)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.case_supervision import (
    ACTION_DONE,
    SUPERVISED,
    SUPERVISED_CARE,
    SupervisedFacts,
    logged,
    open_actions,
    outcomes,
)
from app.domain.entry import EntryKind
from app.domain.errors import SupervisionIncomplete
from app.domain.practice_record import Colleague
from app.domain.summary_use import given_of
from app.services import case_entries

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.case import Case
    from app.domain.case_supervision import ActionDone, CaseSupervision, OpenAction
    from app.domain.client import Place
    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.domain.summary_use import SummaryGiven
    from app.ports import OpenVault
    from app.services.tools import Tools

KINDS = (EntryKind.SUPERVISION, EntryKind.SUPERVISION_DONE)


@dataclass(frozen=True)
class SupervisionPage:
    """What the page shows: what is to be done, and what was written, the newest first.

    `known` are the names of the register of team and supervisors, `given` the summaries that left,
    the newest first, `care` the names of rules that are said beside the form.
    """

    case: Case
    here: Place = field(repr=False)
    now: datetime
    left: tuple[OpenAction, ...] = field(repr=False)
    kept: tuple[CaseEntry, ...] = field(repr=False)
    became: Mapping[tuple[int, int], str] = field(repr=False)
    known: tuple[str, ...] = field(repr=False)
    given: tuple[SummaryGiven, ...] = field(repr=False)
    care: tuple[str, ...]
    unfinished: Mapping[EntryKind, Mapping[str, Any]] = field(repr=False)


def page(vault: OpenVault, tools: Tools, case_id: CaseId) -> SupervisionPage:
    """Return what the page shows, and write that it was read.

    Raises `CaseLocked` where the case is shut.
    """
    case = case_entries.open_case(vault, case_id)
    entries = vault.entries.of_case(case_id, *KINDS)
    case_entries.was_read(vault, tools.clock, case_id, AuditKind.SUPERVISION_READ, entries)
    given = vault.entries.of_case(case_id, EntryKind.SUMMARY)
    now = tools.clock.now()
    facts = SupervisedFacts(tuple(vault.consents.of_case(case_id)), now)
    return SupervisionPage(
        case,
        case_entries.here(vault, case_id),
        now,
        open_actions(entries),
        tuple(one for one in reversed(entries) if one.kind is EntryKind.SUPERVISION),
        outcomes(entries),
        tuple(one.name.strip() for one in _colleagues(vault) if one.name.strip()),
        tuple(given_of(one.value) for one in reversed(given)),
        SUPERVISED_CARE.lacks(facts),
        {one: case_entries.unfinished(vault, case_id, one) for one in KINDS},
    )


def record(vault: OpenVault, tools: Tools, case_id: CaseId, made: CaseSupervision) -> CaseEntry:
    """Put a supervision on record, and count its minutes in the log where that is wanted.

    Raises `SupervisionIncomplete` where a rule is not met (clauses 056, 118).
    """
    if missing := SUPERVISED.lacks(made):
        raise SupervisionIncomplete(missing)
    what = (EntryKind.SUPERVISION, AuditKind.SUPERVISED)
    with vault.transaction():
        entry = case_entries.enter(vault, tools.clock, case_id, what, as_json(made))
        if made.counted:
            line = logged(made, vault.cases.get(case_id).code, _credentials(vault, made))
            kept = vault.practice.add(line, entry.at)
            vault.audit.record(AuditKind.PRACTICE_RECORDED, entry.at, subject=kept.id)
    return entry


def close(vault: OpenVault, tools: Tools, case_id: CaseId, made: ActionDone) -> CaseEntry:
    """Put on record what became of something that was to be done.

    Raises `SupervisionIncomplete` where that is not said (clause 118).
    """
    if missing := ACTION_DONE.lacks(made):
        raise SupervisionIncomplete(missing)
    what = (EntryKind.SUPERVISION_DONE, AuditKind.SUPERVISION_DONE)
    return case_entries.enter(vault, tools.clock, case_id, what, as_json(made))


def left(vault: OpenVault, case_id: CaseId) -> tuple[OpenAction, ...]:
    """Return what supervision asked for in a case and is still to be done, the oldest first."""
    return open_actions(vault.entries.of_case(case_id, *KINDS))


def _colleagues(vault: OpenVault) -> list[Colleague]:
    records = (one.record for one in vault.practice.all())
    return [one for one in records if isinstance(one, Colleague)]


def _credentials(vault: OpenVault, made: CaseSupervision) -> str:
    """Return the credentials of the supervisor, nothing for one who is not in the register."""
    name = made.supervisor.strip()
    found = (one.credentials for one in _colleagues(vault) if one.name.strip() == name)
    return next(found, "")

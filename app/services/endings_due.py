"""What waits after referrals and closings, and who is gone: for the list of what is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from app.domain.entry import EntryKind
from app.domain.local_time import wall
from app.domain.referral_course import receipts_late
from app.services import agenda, dropouts, follow_ups
from app.services import practice as practices
from app.services.beside import readable
from app.services.cases import known_cases

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from app.domain.case import Case
    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.ports import OpenVault
    from app.services.tools import Tools

_KINDS = (
    EntryKind.REFERRAL,
    EntryKind.REFERRAL_STEP,
    EntryKind.FOLLOW_PLAN,
    EntryKind.FOLLOW_UP,
)


@dataclass(frozen=True)
class EndingDue:
    """What waits in a case: the name of the rule that says so, and since which day it does."""

    rule: str
    case_id: CaseId
    since: date


def due(
    vault: OpenVault, tools: Tools, known: Mapping[CaseId, Case] | None = None
) -> tuple[EndingDue, ...]:
    """Return receipts and follow-ups that are late, and clients who are gone (072, 126).

    Follow-ups are due in closed cases as well; of cases that are shut nothing is known. Only the
    cases that have a referral or a plan are read. `known` are the open cases that can be read,
    where somebody has read them.
    """
    cases = {one.id: one for one in known_cases(vault)[0]} if known is None else known
    zone = practices.zone(vault)
    today = wall(tools.clock.now(), zone).date()
    begun = {
        *vault.entries.latest(EntryKind.REFERRAL),
        *vault.entries.latest(EntryKind.FOLLOW_PLAN),
    }
    nobody: Case | None = None
    read = (
        cases.get(one) or readable(partial(vault.cases.get, one), nobody)
        for one in sorted(begun, reverse=True)
    )
    found = [
        one
        for case in read
        if case is not None and not case.shut
        for one in _of_entries(vault, case, today)
    ]
    coming = agenda.next_times(vault, tools.clock)
    gone = dropouts.every(vault, tools.clock, cases.values(), coming)
    found += [
        EndingDue(one.rules[0].name, one.case_id, wall(one.presence.seen, zone).date())
        for one in gone
    ]
    return tuple(found)


def late(entries: Sequence[CaseEntry], today: date) -> tuple[str, ...]:
    """Return the rules about receipts and follow-ups that the entries of one case do not meet."""
    receipt = ("referral_care.receipt_late",) if receipts_late(entries, today) else ()
    ask = ("follow_care.ask",) if follow_ups.waiting(entries, today) else ()
    return (*receipt, *ask)


def _of_entries(vault: OpenVault, case: Case, today: date) -> Iterator[EndingDue]:
    """Yield what waits by the entries of a case."""
    none: Sequence[CaseEntry] = ()
    entries = readable(lambda: vault.entries.of_case(case.id, *_KINDS), none)
    for course in receipts_late(entries, today):
        since = date.fromisoformat(course.form.back_by)
        yield EndingDue("referral_care.receipt_late", case.id, since)
    for planned in follow_ups.waiting(entries, today)[:1]:
        yield EndingDue("follow_care.ask", case.id, date.fromisoformat(planned))

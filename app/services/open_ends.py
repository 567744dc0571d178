"""What is left open in cases once the work ends or somebody outside is told (119)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from app.domain.case import CaseState
from app.domain.client_request import open_requests
from app.domain.completeness import OpenEnds
from app.domain.entry import EntryKind
from app.domain.local_time import wall
from app.domain.practice import Practice
from app.domain.referral_course import receipts_late
from app.services import agenda, disclosures, dropouts, follow_ups

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from app.domain.case import Case
    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.ports import Clock, OpenVault
    from app.services.standings import Standings

_BEGIN: Final = (
    EntryKind.DISCLOSURE,
    EntryKind.REFERRAL,
    EntryKind.FOLLOW_PLAN,
    EntryKind.CLIENT_REQUEST,
)
_KINDS: Final = (
    *_BEGIN,
    EntryKind.DISCLOSURE_FOLLOW,
    EntryKind.REFERRAL_STEP,
    EntryKind.FOLLOW_UP,
    EntryKind.REQUEST_ANSWER,
)
_CLOSES: Final = (EntryKind.ENDING, EntryKind.DECLINE)


def of_cases(
    vault: OpenVault, clock: Clock, cases: Mapping[CaseId, Case], states: Standings
) -> dict[CaseId, OpenEnds]:
    """Return what is left open in each of these cases, closed ones too.

    Words are read only where something was begun. Of a case that is shut it is only known whether
    its closing is on record; what damage hides is named in `states`.
    """
    today = wall(clock.now(), states.part(vault.settings.practice, Practice()).place.time_zone)
    written, begun = _cases_with(vault, states, *_CLOSES), _cases_with(vault, states, *_BEGIN)
    gone = _gone(vault, clock, cases, states)
    found = {}
    for case in cases.values():
        unwritten = case.state is CaseState.CLOSED and case.id not in written
        none: Sequence[CaseEntry] = ()
        read = partial(vault.entries.of_case, case.id, *_KINDS)
        entries = none
        if case.id in begun and not case.shut:
            entries = states.beside(case.id, read, none)
        found[case.id] = _of(entries, today.date(), unwritten=unwritten, gone=case.id in gone)
    return found


def _of(entries: Sequence[CaseEntry], today: date, *, unwritten: bool, gone: bool) -> OpenEnds:
    """Return what the entries of one case leave open."""
    return OpenEnds(
        unwritten=unwritten,
        gone=gone,
        receipts=len(receipts_late(entries, today)),
        asks=len(follow_ups.waiting(entries, today)),
        told=sum(bool(one.owed) for one in disclosures.kept(entries)),
        requests=len(open_requests(entries)),
    )


def _cases_with(vault: OpenVault, states: Standings, *kinds: EntryKind) -> frozenset[CaseId]:
    """Return the cases that have an entry of one of these kinds."""
    never: dict[CaseId, datetime] = {}
    made = (states.part(partial(vault.entries.latest, kind), never) for kind in kinds)
    return frozenset().union(*made)


def _gone(
    vault: OpenVault, clock: Clock, cases: Mapping[CaseId, Case], states: Standings
) -> frozenset[CaseId]:
    """Return the open cases whose client does not come any more."""
    nobody: tuple[dropouts.Gone, ...] = ()
    coming: dict[CaseId, datetime] = states.part(lambda: agenda.next_times(vault, clock), {})
    read = partial(dropouts.every, vault, clock, tuple(cases.values()), coming)
    return frozenset(one.case_id for one in states.part(read, nobody))

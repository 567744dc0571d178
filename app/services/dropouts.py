"""Notice clients who do not come any more (脱落), in one case and in all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.case import CaseState
from app.domain.dropped import DROPPED, MOST_WEEKS, Presence, signs_in
from app.domain.entry import EntryKind
from app.domain.errors import FieldInvalid
from app.services import agenda
from app.services.beside import readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from app.domain.case import Case
    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.domain.rule import Rule
    from app.domain.session import Session
    from app.ports import Clock, OpenVault

_KINDS = (EntryKind.CONTACT, EntryKind.FOLLOW_UP)


@dataclass(frozen=True)
class Gone:
    """A case whose client was noticed as gone: by which rules, and when they were seen last."""

    case_id: CaseId
    rules: tuple[Rule[Presence], ...]
    presence: Presence


def choose(vault: OpenVault, weeks: int) -> None:
    """Store after how many quiet weeks it is noticed, 0 for never; `FieldInvalid` past a year."""
    if not 0 <= weeks <= MOST_WEEKS:
        raise FieldInvalid("quiet weeks")
    with vault.transaction():
        vault.settings.choose_quiet_weeks(weeks)


def of_case(vault: OpenVault, clock: Clock, case: Case) -> Gone | None:
    """Return how the client of an open case is gone; None where they are not."""
    if case.state is CaseState.CLOSED or case.shut:
        return None
    sessions = vault.sessions.of_case(case.id)
    held = {case.id: sessions[-1]} if sessions else {}
    coming = agenda.next_of_case(vault, clock, case.id)
    booked = {case.id: coming.starts_at} if coming is not None else {}
    return next(iter(_among(vault, clock, [case], held, booked)), None)


def every(
    vault: OpenVault, clock: Clock, cases: Iterable[Case], coming: Mapping[CaseId, datetime]
) -> tuple[Gone, ...]:
    """Return every open case whose client is gone, who was seen longest ago first.

    `coming` says when each case has its next appointment, as `agenda.next_times` does. Words are
    read only of those that look gone; of a case that is shut nothing is known.
    """
    open_ = [one for one in cases if one.state is CaseState.OPEN and not one.shut]
    nobody: dict[CaseId, Session] = {}
    held = readable(vault.sessions.last, nobody)
    found = _among(vault, clock, open_, held, coming)
    return tuple(sorted(found, key=lambda one: one.presence.seen))


def sought_since(vault: OpenVault, case_id: CaseId, entries: Sequence[CaseEntry]) -> bool:
    """Return whether somebody tried to reach the client since the last session."""
    sessions = vault.sessions.of_case(case_id)
    _, tried = signs_in(entries)
    return tried is not None and (not sessions or tried > sessions[-1].starts_at)


def _among(
    vault: OpenVault,
    clock: Clock,
    cases: Iterable[Case],
    held: Mapping[CaseId, Session],
    coming: Mapping[CaseId, datetime],
) -> list[Gone]:
    """Return those of open cases that are gone."""
    weeks, now = vault.settings.quiet_weeks(), clock.now()
    away: dict[CaseId, list[datetime]] = {}
    for case_id, at in vault.appointments.missed():
        away.setdefault(case_id, []).append(at)
    spoken = {case_id for kind in _KINDS for case_id in vault.entries.latest(kind)}
    found = []
    for case in cases:
        last = held.get(case.id)
        seen = case.opened_at if last is None else last.starts_at
        missed = sum(one > seen for one in away.get(case.id, ()))
        looks = Presence(seen, now, weeks, case.id in coming, missed)
        if not DROPPED.broken(looks):
            continue
        presence = looks
        if case.id in spoken:
            presence = _heard(vault, case.id, looks, away.get(case.id, ()))
        rules = DROPPED.broken(presence)
        if rules:
            found.append(Gone(case.id, rules, presence))
    return found


def _heard(
    vault: OpenVault, case_id: CaseId, looks: Presence, away: Iterable[datetime]
) -> Presence:
    """Return how it stands with what was heard of the client outside the sessions."""
    none: Sequence[CaseEntry] = ()
    entries = readable(lambda: vault.entries.of_case(case_id, *_KINDS), none)
    heard, tried = signs_in(entries)
    seen = looks.seen if heard is None else max(heard, looks.seen)
    missed = sum(one > seen for one in away)
    return Presence(seen, looks.now, looks.weeks, looks.booked, missed, tried)

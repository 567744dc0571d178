"""What happened to a case beside its notes: in the calendar, on paper, and what left the vault."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.domain.audit import AuditKind
from app.domain.consent import DocumentKind
from app.services.agenda import AHEAD
from app.services.beside import readable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import datetime

    from app.domain.appointment import Appointment, Move, Series
    from app.domain.audit import AuditEntry
    from app.domain.consent import Consent, ConsentDocument
    from app.domain.ids import CaseId, SessionId
    from app.ports import OpenVault

COMING: Final = 3
"""How many appointments to come stand above what was."""
_MOST: Final = 500
_GIVEN_OUT: Final = (
    AuditKind.SUMMARY_EXPORTED,
    AuditKind.CONSENT_PRINTED,
    AuditKind.SCREEN_PRINTED,
    AuditKind.FORMULATION_PRINTED,
    AuditKind.GENOGRAM_PRINTED,
    AuditKind.MEASURE_PRINTED,
    AuditKind.SAFETY_PLAN_PRINTED,
    AuditKind.CRISIS_PRINTED,
    AuditKind.DISCLOSURE_PRINTED,
    AuditKind.ETHICS_PRINTED,
    AuditKind.SUCCESSION_HOLDS,
    AuditKind.READABLE_HOLDS,
    AuditKind.CALENDAR_HOLDS,
    AuditKind.WEEK_HOLDS,
)


@dataclass(frozen=True)
class CaseEvents:
    """What the timeline of a case shows beside notes, consents and entries.

    `coming` are the next appointments, `past` those that were and have no note; `moves` the changes
    of time (clause 082), `given_out` what was printed or exported, as the trail tells it (clause
    113), `documents` the papers that belong to consents.
    """

    coming: tuple[Appointment, ...] = ()
    past: tuple[Appointment, ...] = ()
    moves: tuple[Move, ...] = ()
    given_out: tuple[AuditEntry, ...] = ()
    documents: tuple[ConsentDocument, ...] = ()


def case_events(
    vault: OpenVault,
    case_id: CaseId,
    now: datetime,
    consents: Iterable[Consent] = (),
    noted: Collection[SessionId] = (),
) -> CaseEvents:
    """Return what happened to a case; `noted` are the sessions whose note stands for them.

    What damage hides is left out.
    """
    nothing: list[Appointment] = []
    agreed = readable(lambda: _appointments(vault, case_id, now), nothing)
    coming, past = _told_apart(agreed, now)
    return CaseEvents(
        tuple(coming),
        tuple(one for one in past if one.session_id is None or one.session_id not in noted),
        tuple(readable(lambda: vault.appointments.moves_of_case(case_id), [])),
        tuple(readable(lambda: _given_out(vault, case_id), [])),
        tuple(readable(lambda: _documents(vault, consents), [])),
    )


def _given_out(vault: OpenVault, case_id: CaseId) -> list[AuditEntry]:
    """Return what was printed or exported; a summary whose entry tells more stands there alone."""
    found = vault.audit.page(_MOST, None, case_id, _GIVEN_OUT)
    return [
        one for one in found if one.kind is not AuditKind.SUMMARY_EXPORTED or one.subject is None
    ]


def _appointments(vault: OpenVault, case_id: CaseId, now: datetime) -> list[Appointment]:
    """Return what was agreed on with a client until a year from now, in order of time."""
    stored = vault.appointments.of_case(case_id)
    taken = {(one.series_id, one.slot) for one in stored}
    slots = [
        one.at(slot)
        for one in vault.appointments.series_of_case(case_id)
        for slot in _free(one, taken, now)
    ]
    return sorted((*stored, *slots), key=lambda one: one.starts_at)


def _free(series: Series, taken: Collection[object], now: datetime) -> Iterator[datetime]:
    """Yield the slots to which nothing happened: all that were, and as many as are shown ahead."""
    ahead = 0
    for slot in series.slots(series.starts_at, now + AHEAD):
        if (series.id, slot) in taken:
            continue
        yield slot
        ahead += slot > now
        if ahead == COMING:
            return


def _told_apart(
    agreed: Iterable[Appointment], now: datetime
) -> tuple[list[Appointment], list[Appointment]]:
    """Return the next few, with what was cancelled between them, and all that were."""
    coming: list[Appointment] = []
    past: list[Appointment] = []
    standing = 0
    for one in agreed:
        if one.ends_at <= now or one.session_id is not None:
            past.append(one)
        elif standing < COMING:
            coming.append(one)
            standing += one.state.standing
    return coming, past


def _documents(vault: OpenVault, consents: Iterable[Consent]) -> list[ConsentDocument]:
    """Return the papers of consents; a hand's signature is part of one and none itself."""
    return [
        paper
        for one in consents
        for paper in vault.consents.documents(one.id)
        if paper.kind is not DocumentKind.SIGNATURE
    ]

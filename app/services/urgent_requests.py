"""The urgent requests that still wait: for an answer, then for a first time together (074)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.urgent_request import urgent
from app.services import agenda

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from app.domain.ids import CaseId
    from app.domain.session import Session
    from app.domain.urgent_request import UrgentRequest
    from app.ports import Clock, OpenVault
    from app.services.standings import Standings


def due(vault: OpenVault, clock: Clock, states: Standings) -> Iterator[UrgentRequest]:
    """Yield the urgent requests without an answer, or without a time: held, or to come.

    The one that waits longest comes first; of shut cases nothing is known.
    """
    found = list(_urgent(vault, states))
    if not found:
        return
    held: dict[CaseId, Session] = {}
    to_come: dict[CaseId, datetime] = {}
    timed = {
        *states.part(vault.sessions.last, held),
        *states.part(lambda: agenda.next_times(vault, clock), to_come),
    }
    for one in sorted(found, key=lambda one: one.at):
        if one.answered_at is None or one.case_id not in timed:
            yield one


def _urgent(vault: OpenVault, states: Standings) -> Iterator[UrgentRequest]:
    """Yield the request of every open case that can be read, where it is urgent."""
    for case in states.cases.values():
        profile = states.profile(vault, case)
        if profile is not None and (asked := urgent(case, profile)) is not None:
            yield asked

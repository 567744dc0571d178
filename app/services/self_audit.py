"""Gather how safeguards, locks, backups and checks stand, for a report on paper (clause 135)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from app.domain.audit import AuditKind
from app.domain.case import CaseLock
from app.domain.program import VERSION
from app.domain.trail import Act, kinds
from app.services import ways_in
from app.services.cases import known_cases

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.safeguard import ComputerSafety
    from app.ports import Clock, OpenVault

GIVEN_OUT_WITHIN: Final = timedelta(days=365)
"""Over how long what was given out is counted."""


_LEFT: Final = kinds(Act.GIVEN_OUT) - {AuditKind.SUMMARY_PREPARED, AuditKind.SUCCESSION_HOLDS}
"""Every paper and file once: a succession package has a line of its own, and one a client."""


@dataclass(frozen=True)
class SelfAudit:
    """What the report says: times and numbers, no name, no code name and no word of a record.

    `password` and `recovery` are when these were last changed, `tried` when the recovery key was
    last tried; `locked` counts the cases with a password of their own, `given_out` how often
    something was printed or exported within a year. A time is None where it never was.
    """

    at: datetime
    zone: str
    version: str
    safety: ComputerSafety
    password: datetime | None
    recovery: datetime | None
    tried: datetime | None
    locked: int
    backed_up: datetime | None
    drilled: datetime | None
    checked: datetime | None
    given_out: int


def gather(vault: OpenVault, clock: Clock) -> SelfAudit:
    """Return how everything stands now."""
    now, settings = clock.now(), vault.settings
    plan, ways = settings.backup_plan(), ways_in.last_changes(vault)
    return SelfAudit(
        now,
        settings.practice().place.time_zone,
        VERSION,
        settings.computer_safety(),
        ways.password,
        ways.recovery,
        ways.tried,
        sum(one.lock is not CaseLock.NONE for one in known_cases(vault)[0]),
        plan.last,
        plan.drilled,
        settings.last_check(),
        vault.audit.count(tuple(_LEFT), now - GIVEN_OUT_WITHIN),
    )

"""Gather how safeguards, locks, backups and checks stand, for a report on paper (clause 135)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING, Final

from app.domain.audit import AuditKind
from app.domain.case import CaseLock
from app.domain.practice import Practice
from app.domain.program import VERSION
from app.domain.trail import Act, kinds
from app.services import ways_in
from app.services.beside import readable
from app.services.cases import known_cases

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.safeguard import ComputerSafety
    from app.ports import Clock, OpenVault

GIVEN_OUT_WITHIN: Final = timedelta(days=365)
"""Over how long what was given out is counted."""


_LEFT: Final = kinds(Act.GIVEN_OUT) - {AuditKind.SUMMARY_PREPARED, AuditKind.SUCCESSION_HOLDS}
"""Every paper and file once: a succession package has a line of its own, and one a client."""


class Unread(Enum):
    """Stands for what damage hides: it is not known, neither that it was nor that it never was."""

    UNREAD = "unread"


UNREAD: Final = Unread.UNREAD


@dataclass(frozen=True)
class SelfAudit:
    """What the report says: times and numbers, no name, no code name and no word of a record.

    `password` and `recovery` are when these were last changed, `tried` when the recovery key was
    last tried; `locked` counts the cases with a password of their own, `given_out` how often
    something was printed or exported within a year. A time is None where it never was. What cannot
    be read in a damaged vault is `UNREAD`; where the place cannot be, `zone` is empty: this
    computer's own.
    """

    at: datetime
    zone: str
    version: str
    safety: ComputerSafety | Unread
    password: datetime | Unread | None
    recovery: datetime | Unread | None
    tried: datetime | Unread | None
    locked: int | Unread
    backed_up: datetime | Unread | None
    drilled: datetime | Unread | None
    checked: datetime | Unread | None
    given_out: int | Unread


def gather(vault: OpenVault, clock: Clock) -> SelfAudit:
    """Return how everything stands now; damage hides only what lies in it."""
    now, settings = clock.now(), vault.settings
    plan = readable(settings.backup_plan, None)
    ways = readable(lambda: ways_in.last_changes(vault), None)
    return SelfAudit(
        now,
        readable(settings.practice, Practice()).place.time_zone,
        VERSION,
        readable(settings.computer_safety, UNREAD),
        UNREAD if ways is None else ways.password,
        UNREAD if ways is None else ways.recovery,
        UNREAD if ways is None else ways.tried,
        readable(lambda: _locked(vault), UNREAD),
        UNREAD if plan is None else plan.last,
        UNREAD if plan is None else plan.drilled,
        readable(settings.last_check, UNREAD),
        readable(lambda: vault.audit.count(tuple(_LEFT), now - GIVEN_OUT_WITHIN), UNREAD),
    )


def _locked(vault: OpenVault) -> int | Unread:
    """Return how many cases have a password of their own; not known where one cannot be read."""
    known, unread = known_cases(vault)
    return UNREAD if unread else sum(one.lock is not CaseLock.NONE for one in known)

"""Gather how safeguards, locks, backups and checks stand, for a report on paper (clause 135)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING, Final, TypeVar

from app.domain.audit import AuditKind
from app.domain.case import CaseLock
from app.domain.errors import VaultDamaged
from app.domain.practice import Practice
from app.domain.program import VERSION
from app.domain.trail import Act, kinds
from app.services import ways_in
from app.services.beside import readable
from app.services.cases import known_cases

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from app.domain.safeguard import ComputerSafety
    from app.ports import Clock, OpenVault

T = TypeVar("T")
GIVEN_OUT_WITHIN: Final = timedelta(days=365)
"""Over how long what was given out is counted, and what was wrong."""


_LEFT: Final = kinds(Act.GIVEN_OUT) - {
    AuditKind.SUMMARY_PREPARED,
    AuditKind.SUCCESSION_HOLDS,
    AuditKind.READABLE_HOLDS,
    AuditKind.CALENDAR_HOLDS,
    AuditKind.WEEK_HOLDS,
}
"""Every paper and file once: what holds several cases has a line of its own, and one a case."""


class Unread(Enum):
    """Stands for what damage hides: it is not known, neither that it was nor that it never was."""

    UNREAD = "unread"


UNREAD: Final = Unread.UNREAD


@dataclass(frozen=True)
class SelfAudit:
    """What the report says: times and numbers, no name, no code name and no word of a record.

    `password` and `recovery` are when these were last changed, `tried` when the recovery key was
    last tried; `locked` counts the cases with a password of their own, `given_out` how often
    something was printed or exported within a year, `wrong` how often a password or recovery key
    was wrong, at the door or at a case, within the same. A time is None where it never was. What
    cannot be read in a damaged vault is `UNREAD`; where the place cannot be, `zone` is empty: this
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
    wrong: int | Unread
    backed_up: datetime | Unread | None
    drilled: datetime | Unread | None
    checked: datetime | Unread | None
    given_out: int | Unread


def gather(vault: OpenVault, clock: Clock) -> SelfAudit:
    """Return how everything stands now; damage hides only what lies in it."""
    now, settings = clock.now(), vault.settings
    plan = _known(settings.backup_plan)
    ways = _known(lambda: ways_in.last_changes(vault))
    return SelfAudit(
        now,
        readable(settings.practice, Practice()).place.time_zone,
        VERSION,
        _known(settings.computer_safety),
        UNREAD if ways is UNREAD else ways.password,
        UNREAD if ways is UNREAD else ways.recovery,
        UNREAD if ways is UNREAD else ways.tried,
        _known(lambda: _locked(vault)),
        _known(lambda: _wrong(vault, now - GIVEN_OUT_WITHIN)),
        UNREAD if plan is UNREAD else plan.latest,
        UNREAD if plan is UNREAD else plan.drilled,
        _known(settings.last_check),
        _known(lambda: vault.audit.count(tuple(_LEFT), now - GIVEN_OUT_WITHIN)),
    )


def _known(read: Callable[[], T]) -> T | Unread:
    """Return what `read` gives, or that damage hides it."""
    try:
        return read()
    except VaultDamaged:
        return UNREAD


def _locked(vault: OpenVault) -> int | Unread:
    """Return how many cases have a password of their own; not known where one cannot be read."""
    known, unread = known_cases(vault)
    return UNREAD if unread else sum(one.lock is not CaseLock.NONE for one in known)


def _wrong(vault: OpenVault, since: datetime) -> int:
    """Return how many passwords or recovery keys were wrong, as the trail tells of them."""
    at_cases = vault.audit.count((AuditKind.CASE_REFUSED,), since)
    return vault.audit.total(AuditKind.WRONG_TRIES, since) + at_cases

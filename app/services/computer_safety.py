"""Go through what protects the computer around the vault, once a month (clauses 049, 135)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.audit import AuditKind
from app.domain.errors import SafeguardsUnanswered
from app.services import cases

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.safeguard import Answer, ComputerSafety, Safeguard, Sight
    from app.ports import Clock, OpenVault


@dataclass(frozen=True)
class SafetyState:
    """What is known, whether it is time to look, and by which clock she reads it."""

    safety: ComputerSafety
    due: bool
    zone: str


def state(vault: OpenVault, clock: Clock) -> SafetyState:
    """Return how the computer stands, as it was last seen and answered."""
    return SafetyState(
        vault.settings.computer_safety(),
        due(vault, clock.now()),
        vault.settings.practice().place.time_zone,
    )


def due(vault: OpenVault, now: datetime) -> bool:
    """Return whether she is to be reminded; the example protects nobody."""
    if vault.settings.example_mark() is not None:
        return False
    first = cases.first_opened(vault)
    return vault.settings.computer_safety().due(now, first)


def looked(vault: OpenVault, clock: Clock, sights: Mapping[Safeguard, Sight]) -> SafetyState:
    """Keep what the program saw, and return how everything stands now."""
    before = vault.settings.computer_safety()
    return _keep(vault, clock, before, before.looked(sights, clock.now()))


def answer(vault: OpenVault, clock: Clock, which: Safeguard, said: Answer) -> SafetyState:
    """Keep an answer of hers, and return how everything stands now."""
    before = vault.settings.computer_safety()
    return _keep(vault, clock, before, before.answered(which, said, clock.now()))


def finish(vault: OpenVault, clock: Clock) -> SafetyState:
    """Write that everything was gone through today; whatever is not switched on may stay so.

    Raises `SafeguardsUnanswered` while she has said nothing of one that the program does not see:
    what nobody looked at is not quiet for a month.
    """
    now, before = clock.now(), vault.settings.computer_safety()
    if before.unanswered():
        raise SafeguardsUnanswered(before.unanswered())
    with vault.transaction():
        vault.settings.keep_computer_safety(replace(before, checked_at=now))
        vault.audit.record(AuditKind.SECURITY_CHECKED, now)
    return state(vault, clock)


def _keep(
    vault: OpenVault, clock: Clock, before: ComputerSafety, after: ComputerSafety
) -> SafetyState:
    """Store what changed."""
    if before != after:
        with vault.transaction():
            vault.settings.keep_computer_safety(after)
    return state(vault, clock)

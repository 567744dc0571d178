"""What was asked when somebody sought counselling: read, changed, and looked through."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from app.domain.audit import AuditKind
from app.domain.case import CaseState
from app.domain.client import Profile
from app.domain.entry import EntryKind
from app.domain.errors import IntakeIncomplete
from app.domain.intake import asked_now
from app.domain.intake_rules import INTAKE, INTAKE_CARE, IntakeFacts
from app.domain.local_time import counselor_place, local
from app.domain.near import near
from app.domain.profile_check import check_intake
from app.services import case_entries, holds, names
from app.services.beside import readable
from app.services.cases import known_cases, known_profile

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from app.domain.case import Case, ServiceMode
    from app.domain.client import Place
    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.domain.intake import Intake
    from app.domain.rule import Rule
    from app.ports import Clock, OpenVault

_GRADE: Final = "intake_care.ungraded"
_WAITING: Final = (
    "intake_care.danger_known",
    "intake_care.unanswered",
    "intake_care.relation",
    "intake_care.anonymous",
    "intake_care.guardian",
    "intake_care.members",
)
"""What of the care is said on the page of the case, too: until it is done."""


@dataclass(frozen=True)
class OtherClient:
    """Another of her clients, as somebody is chosen from a list."""

    case_id: CaseId
    code: str = field(repr=False)
    name: str = field(repr=False)


@dataclass(frozen=True)
class IntakePage:
    """What the page of an intake shows.

    `others` are her other clients by name, of whom those in `near` may be close to this one; those
    of shut cases are not among them. `cares` is what is to be looked at, `held` says that a legal
    hold stands in the case: then nothing of it changes.
    """

    case: Case
    profile: Profile = field(repr=False)
    others: tuple[OtherClient, ...] = field(repr=False)
    facts: IntakeFacts = field(repr=False)
    here: Place = field(repr=False)
    now: datetime
    held: bool = False

    @property
    def cares(self) -> tuple[Rule[IntakeFacts], ...]:
        """What is to be looked at, in the order of the book."""
        return INTAKE_CARE.broken(self.facts)


def page(vault: OpenVault, clock: Clock, case_id: CaseId) -> IntakePage:
    """Return what the page of an intake shows, and write that it was read.

    Raises `CaseLocked` where the case is shut.
    """
    case = case_entries.open_case(vault, case_id)
    profile = vault.clients.of_case(case_id).profile
    practice = vault.settings.practice()
    here, now = counselor_place(profile, practice.place), clock.now()
    known = _others(vault, case_id)
    vault.audit.record_or_hold(AuditKind.INTAKE_READ, now, case_id)
    close = near(profile, ((one.id, theirs) for one, theirs in known))
    kinds, on = _kinds(vault.entries.of_case(case_id)), local(now, here).date()
    facts = IntakeFacts(case.mode, profile, on, kinds, close, practice.profile)
    others = [OtherClient(one.id, one.code, theirs.name) for one, theirs in known]
    others.sort(key=lambda one: names.key(one.name, one.code))
    held = case_id in holds.standing(vault)
    return IntakePage(case, profile, tuple(others), facts, here, now, held)


def change(vault: OpenVault, clock: Clock, case_id: CaseId, intake: Intake) -> Intake:
    """Store what was asked; raise `FieldInvalid` where an answer was before its request.

    Nothing else of the client is touched. Under legal hold it stays as it is (147): `CaseOnHold`.
    """
    check_intake(intake)
    holds.check_free(vault, case_id)
    with vault.transaction():
        client = vault.clients.of_case(case_id)
        intake = asked_now(intake, client.profile.intake)
        vault.clients.change(replace(client, profile=replace(client.profile, intake=intake)))
        vault.audit.record(AuditKind.INTAKE_CHANGED, clock.now(), case_id, client.id)
    return intake


def check_opening(mode: ServiceMode, profile: Profile, on: date) -> None:
    """Raise `IntakeIncomplete` with the rules that stop the opening of a case (073, 097).

    Raises `FieldInvalid` where an answer was before its request.
    """
    check_intake(profile.intake)
    missing = INTAKE.lacks(IntakeFacts(mode, profile, on))
    if missing:
        raise IntakeIncomplete(missing)


def waiting(
    case: Case, profile: Profile, entries: Iterable[CaseEntry], on: date
) -> tuple[Rule[IntakeFacts], ...]:
    """Return what of a case's intake is still to be done; of a closed case nothing is.

    One that was made of the answers to a questionnaire is still to be graded (clause 073).
    """
    if case.state is CaseState.CLOSED or case.shut:
        return ()
    kinds = _kinds(entries)
    asked = {*_WAITING, _GRADE} if EntryKind.QUESTIONNAIRE in kinds else {*_WAITING}
    found = INTAKE_CARE.broken(IntakeFacts(case.mode, profile, on, kinds))
    return tuple(one for one in found if one.name in asked)


def _kinds(entries: Iterable[CaseEntry]) -> frozenset[EntryKind]:
    """Return what kinds of entries there are."""
    return frozenset(one.kind for one in entries)


def _others(vault: OpenVault, case_id: CaseId) -> list[tuple[Case, Profile]]:
    """Return the other cases that can be read, with what is known of their clients."""
    known, _ = known_cases(vault)
    every = [one for one in known if one.id != case_id and not one.shut]
    return [(one, readable(lambda: known_profile(vault, one), Profile())) for one in every]  # noqa: B023 - called at once

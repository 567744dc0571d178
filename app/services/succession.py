"""Make and open the succession package (职业遗嘱): contacts and coming appointments, no notes."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.domain import recovery_key
from app.domain.audit import AuditKind
from app.domain.errors import (
    NobodyTicked,
    NotWritable,
    PackageDamaged,
    PackageMissing,
    PictureTooLarge,
    Refusal,
)
from app.domain.succession import (
    AHEAD,
    PackedAppointment,
    PackedClient,
    SuccessionPackage,
    SuccessionPlan,
)
from app.services import agenda, names

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from app.domain.case import Case
    from app.domain.client import Profile
    from app.domain.ids import CaseId
    from app.ports import Clock, OpenVault, Shelf, Successions
    from app.services.tools import Tools


@dataclass(frozen=True)
class Candidate:
    """A client who can be in the package: whether there is a telephone and somebody to call."""

    case_id: CaseId
    code: str = field(repr=False)
    name: str = field(repr=False)
    phone: str = field(repr=False)
    has_emergency: bool
    coming: int


@dataclass(frozen=True)
class Prospect:
    """What the page shows; `shut` counts the cases that cannot be read now."""

    plan: SuccessionPlan
    people: tuple[Candidate, ...]
    shut: int
    now: datetime
    time_zone: str


@dataclass(frozen=True)
class Made:
    """What came of it: how many clients are in it, and how many ticked ones are locked."""

    clients: int
    left_out: int
    plan: SuccessionPlan


def prospect(vault: OpenVault, clock: Clock) -> Prospect:
    """Return who can be in the package, in the order of the names, and what was settled on."""
    readable = _readable(vault)
    coming = _coming(vault, clock.now())
    people = [
        Candidate(
            case.id,
            case.code,
            profile.name,
            profile.phone,
            bool(profile.emergency.name or profile.emergency.phone),
            len(coming.get(case.id, ())),
        )
        for case, profile in readable
    ]
    return Prospect(
        vault.settings.succession_plan(),
        tuple(sorted(people, key=lambda one: names.key(one.name, one.code))),
        len(vault.cases.all()) - len(readable),
        clock.now(),
        vault.settings.practice().place.time_zone,
    )


def keep(
    vault: OpenVault, people: frozenset[CaseId], emergencies: frozenset[CaseId], words: str
) -> SuccessionPlan:
    """Keep what is ticked and written; key and date stay as they are.

    A case that is locked just now could not be ticked or unticked: it stays as it was.
    """
    before = vault.settings.succession_plan()
    shut = frozenset(case.id for case in vault.cases.all()) - _ids(_readable(vault))
    people |= before.people & shut
    plan = replace(
        before,
        people=people,
        emergencies=(emergencies | before.emergencies & shut) & people,
        words=words,
    )
    if plan != before:
        with vault.transaction():
            vault.settings.change_succession_plan(plan)
    return plan


def make(vault: OpenVault, tools: Tools, successions: Successions, target: Path) -> Made:
    """Write the package as it is settled on, and return what is in it.

    The first time a key is made; it stays, so that the paper with the colleague opens every later
    package too. Raises `NobodyTicked` and what the shelf raises; the plan is then as it was.
    """
    plan = vault.settings.succession_plan()
    now = tools.clock.now()
    chosen = [one for one in _readable(vault) if one[0].id in plan.people]
    if not chosen:
        raise NobodyTicked
    if not plan.key:  # kept before it is used: no file may be left whose key nobody has
        plan = replace(plan, key=successions.new_key().hex())
        with vault.transaction():
            vault.settings.change_succession_plan(plan)
    package = _package(vault, plan, chosen, now)
    tools.shelf.write(target, successions.seal(package, bytes.fromhex(plan.key)))
    # The file is out of the house: that is told, whatever the disk takes now.
    vault.audit.record_or_hold(AuditKind.SUCCESSION_MADE, now, subject=len(chosen))
    for case, _ in chosen:  # it stays known where the case goes
        vault.audit.record_or_hold(AuditKind.SUCCESSION_HOLDS, now, case.id)
    plan = replace(plan, made_at=now)
    with vault.transaction():
        vault.settings.change_succession_plan(plan)
    there = frozenset(case.id for case in vault.cases.all())
    return Made(len(chosen), len(plan.people & there) - len(chosen), plan)


def change_key(vault: OpenVault, clock: Clock, successions: Successions) -> SuccessionPlan:
    """Make a new key: packages made from now on open with it alone, older files with the old."""
    plan = replace(vault.settings.succession_plan(), key=successions.new_key().hex(), made_at=None)
    with vault.transaction():
        vault.settings.change_succession_plan(plan)
        vault.audit.record(AuditKind.SUCCESSION_KEY_CHANGED, clock.now())
    return plan


def key_groups(plan: SuccessionPlan) -> tuple[str, ...]:
    """Return the key as eight groups to be printed; none before the first package."""
    return recovery_key.to_groups(bytes.fromhex(plan.key)) if plan.key else ()


def open_package(
    shelf: Shelf, successions: Successions, source: Path, typed: str
) -> SuccessionPackage:
    """Return what is in a package; it needs no vault.

    Raises `RecoveryKeyMistyped` (with the wrong group), `PackageMissing`, `PackageDamaged`,
    `PackageTooNew`, `PackageKeyWrong`.
    """
    secret = recovery_key.from_text(typed)
    try:
        data = shelf.read(source, successions.largest)
    except PictureTooLarge as error:
        raise PackageDamaged from error
    except NotWritable as error:
        raise PackageMissing from error
    return successions.open(data, secret)


def _readable(vault: OpenVault) -> list[tuple[Case, Profile]]:
    """Return the cases that can be read now: one with a password of its own only while open."""
    found = []
    for case in vault.cases.all():
        with suppress(Refusal):
            found.append((case, vault.clients.of_case(case.id).profile))
    return found


def _ids(found: list[tuple[Case, Profile]]) -> frozenset[CaseId]:
    """Return the numbers of cases."""
    return frozenset(case.id for case, _ in found)


def _coming(vault: OpenVault, now: datetime) -> Mapping[CaseId, list[PackedAppointment]]:
    """Return the coming appointments of each case, without any word of theirs."""
    found: dict[CaseId, list[PackedAppointment]] = {}
    for one in agenda.appointments_between(vault, now, now + AHEAD):
        if one.state.standing and one.starts_at >= now:
            packed = PackedAppointment(one.starts_at, one.minutes, one.mode)
            found.setdefault(one.case_id, []).append(packed)
    return found


def _package(
    vault: OpenVault, plan: SuccessionPlan, chosen: list[tuple[Case, Profile]], now: datetime
) -> SuccessionPackage:
    """Return what is to be sealed."""
    practice = vault.settings.practice()
    coming = _coming(vault, now)
    clients = [
        PackedClient(
            case.code,
            profile.name,
            profile.phone,
            profile.emergency if case.id in plan.emergencies else None,
            tuple(coming.get(case.id, ())),
        )
        for case, profile in chosen
    ]
    return SuccessionPackage(
        now,
        practice.counselor,
        practice.contact,
        practice.place.time_zone,
        plan.words,
        tuple(sorted(clients, key=lambda one: names.key(one.name, one.code))),
    )

"""Open cases, keep what is known of a client."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from operator import itemgetter
from typing import TYPE_CHECKING

from app.domain.audit import AuditKind
from app.domain.case import Case, CaseLock, ServiceMode, clean_code
from app.domain.case_form import CaseForm
from app.domain.client import Client, Place, Profile, with_own_pages
from app.domain.consent import ConsentState
from app.domain.entry import EntryKind
from app.domain.errors import CaseLocked, DangerFromAfar, ModeChangeUnrecorded, VaultDamaged
from app.domain.ids import CaseId, ClientId
from app.domain.intake import Intake, asked_now
from app.domain.intake_rules import IntakeFacts, danger_afar
from app.domain.learned import practice_at
from app.domain.local_time import counselor_place
from app.domain.practice import Practice
from app.domain.profile_check import check_profile
from app.domain.urgent_request import urgent
from app.ports import NoteCounts
from app.services import case_timeline, holds, names
from app.services.beside import readable

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from app.domain.consent import Consent
    from app.domain.entry import CaseEntry
    from app.domain.ids import NoteId, SessionId
    from app.domain.session import Session
    from app.domain.urgent_request import UrgentRequest
    from app.ports import Clock, OpenVault
    from app.services.case_timeline import NoteLine, TimelineNote


@dataclass(frozen=True)
class CaseLine:
    """A case as a list shows it; `here` is where the counselor is for it.

    `unread` says that damage hides its sessions: then nothing is known of a last one. `urgent` is
    the request of a case that is graded as urgent (clause 074).
    """

    case: Case
    name: str = field(repr=False)
    notes: int
    drafts: int
    last_session: Session | None
    here: Place = field(default_factory=Place, repr=False)
    unread: bool = False
    urgent: UrgentRequest | None = None


@dataclass(frozen=True)
class CaseListing:
    """The cases as a list shows them; `unread` are the numbers of those that cannot be read."""

    lines: tuple[CaseLine, ...]
    unread: tuple[CaseId, ...] = ()


@dataclass(frozen=True)
class CasePage:
    """Everything that the page of a case shows; one that holds only its form can be removed.

    `notes` are those whose words were read, `further` those that were before them; `unread` are the
    numbers of the notes that cannot be read, since the vault is damaged.
    `entries` are what its file holds beside notes and consents, in the order they were made.
    """

    case: Case
    client: Client
    notes: tuple[TimelineNote, ...]
    consents: tuple[Consent, ...]
    only_form: bool = False
    unread: tuple[NoteId, ...] = ()
    entries: tuple[CaseEntry, ...] = field(default=(), repr=False)
    further: tuple[NoteLine, ...] = ()

    @property
    def sessions(self) -> frozenset[SessionId]:
        """Which sessions have a note."""
        read = {one.session.id for one in self.notes}
        return frozenset(read.union(one.session.id for one in self.further))


def open_case(
    vault: OpenVault, clock: Clock, code: str, mode: ServiceMode, profile: Profile
) -> Case:
    """Open a case with its client; raise `CodeNameMissing` or `FieldInvalid`."""
    kept = clean_code(code)
    check_profile(profile)
    now = clock.now()
    with vault.transaction():
        case = vault.cases.add(kept, mode, now)
        vault.clients.add(case.id, _dated(profile, Intake()))
        _settle_place(vault, profile)
        vault.audit.record(AuditKind.CASE_OPENED, now, case.id)
    return case


def _dated(profile: Profile, before: Intake) -> Profile:
    """Return a profile whose intake bears the edition it was asked in."""
    return replace(profile, intake=asked_now(profile.intake, before))


def change_case(vault: OpenVault, clock: Clock, case: Case, profile: Profile) -> Case:
    """Store code name, mode and profile as changed; raise as `open_case` does.

    Once the work has begun, the mode changes by a record alone (071): `ModeChangeUnrecorded`. Where
    the risk is high it does not change to work from afar (097): `DangerFromAfar`. Under legal hold
    it stays as it is (147): `CaseOnHold`.
    """
    kept = clean_code(case.code)
    check_profile(profile)
    holds.check_free(vault, case.id)
    with vault.transaction():
        client = vault.clients.of_case(case.id)
        other = vault.cases.get(case.id).mode is not case.mode
        if other and begun(vault, case.id):
            raise ModeChangeUnrecorded
        if other and danger_afar.broken(IntakeFacts(case.mode, profile, clock.now().date())):
            raise DangerFromAfar
        vault.cases.change(case.id, kept, case.mode)
        vault.clients.change(replace(client, profile=_dated(profile, client.profile.intake)))
        _settle_place(vault, profile)
        vault.audit.record(AuditKind.CLIENT_CHANGED, clock.now(), case.id, client.id)
    return vault.cases.get(case.id)


def take_back(
    vault: OpenVault, clock: Clock, case_id: CaseId, was: CaseForm, now: CaseForm
) -> None:
    """Store what a case `was` before a change, unless it was changed again since it is as `now`.

    What is changed on a page of its own, such as the intake, is not part of it.

    Raises as `open_case` does, and `CaseLocked` where the case was shut meanwhile.
    """
    case, profile = vault.cases.get(case_id), vault.clients.of_case(case_id).profile
    before, after = (with_own_pages(one.profile, profile) for one in (was, now))
    if CaseForm(case.code, case.mode, profile) == replace(now, profile=after):
        change_case(vault, clock, replace(case, code=was.code, mode=was.mode), before)


def begun(vault: OpenVault, case_id: CaseId) -> bool:
    """Return whether anything was done for a case that its way of service bears on."""
    given = (one.state is not ConsentState.DRAFT for one in vault.consents.of_case(case_id))
    kinds = (EntryKind.SCREEN, EntryKind.MODE_CHANGE)
    held = vault.sessions.of_case(case_id) or vault.entries.of_case(case_id, *kinds)
    return bool(held) or any(given)


def _settle_place(vault: OpenVault, profile: Profile) -> None:
    """Take where the counselor says she is as where she practises, until she says otherwise."""
    practice = vault.settings.practice()
    if (settled := practice_at(practice, profile)) != practice:
        vault.settings.change_practice(settled)


def known_profile(vault: OpenVault, case: Case) -> Profile:
    """Return what a list may know of the client: nothing where the case is shut."""
    return Profile() if case.shut else vault.clients.of_case(case.id).profile


def first_opened(vault: OpenVault) -> datetime | None:
    """Return when the first case was opened, None where there is none.

    Of a damaged vault the cases that can be read tell.
    """
    try:
        return vault.cases.first_opened()
    except VaultDamaged:
        return min((one.opened_at for one in known_cases(vault)[0]), default=None)


def known_cases(vault: OpenVault) -> tuple[list[Case], list[CaseId]]:
    """Return every case that can be read, newest first, and the numbers of those that cannot."""
    try:
        return vault.cases.all(), []
    except VaultDamaged:
        return vault.cases.one_by_one()


def list_cases(vault: OpenVault) -> list[CaseLine]:
    """Return every case with what a list shows, in the order of the names by pinyin.

    The urgent ones stand above the others, the one that has waited longest first (clause 074).
    """
    return list(listing(vault).lines)


def listing(vault: OpenVault) -> CaseListing:
    """Return as `list_cases` does what lies beside the damage, and the numbers of the others."""
    practice = readable(vault.settings.practice, Practice()).place
    counts = readable(vault.notes.counts, dict[CaseId, NoteCounts]())
    last = _last_sessions(vault)
    known, unread = known_cases(vault)
    found = []
    for case in known:
        profile = readable(partial(known_profile, vault, case), Profile())
        count = counts.get(case.id, NoteCounts())
        session, hidden = last(case.id)
        found.append(
            CaseLine(
                case,
                profile.name,
                count.notes,
                count.drafts,
                session,
                counselor_place(profile, practice),
                hidden,
                urgent(case, profile),
            )
        )
    by_name = sorted(found, key=lambda one: names.key(one.name, one.case.code))
    pressing = [(one.urgent.at, one) for one in by_name if one.urgent is not None]
    first = [one for _, one in sorted(pressing, key=itemgetter(0))]
    lines = [*first, *(one for one in by_name if one.urgent is None)]
    return CaseListing(tuple(lines), tuple(sorted(unread)))


def _last_sessions(vault: OpenVault) -> Callable[[CaseId], tuple[Session | None, bool]]:
    """Return what gives the last session of a case, and whether damage hides it."""
    try:
        last = vault.sessions.last()
    except VaultDamaged:
        return partial(_last_beside, vault)
    return lambda case_id: (last.get(case_id), False)


def _last_beside(vault: OpenVault, case_id: CaseId) -> tuple[Session | None, bool]:
    """Return the last session of one case, and whether damage hides it."""
    try:
        return next(reversed(vault.sessions.of_case(case_id)), None), False
    except VaultDamaged:
        return None, True


def case_page(vault: OpenVault, clock: Clock, case_id: CaseId, most: int | None = None) -> CasePage:
    """Return what the page of a case shows, newest session first, and write that it was read.

    The words of the latest `most` notes are read, or of all where it is None.

    Reading works on a full disk: the line of the trail is then written later (promise 4). Raises
    `CaseLocked` for a case that is shut: then nothing was read.
    """
    if vault.case_locks.stands(case_id) is CaseLock.SHUT:
        raise CaseLocked(case_id)
    notes = case_timeline.note_lines(vault, case_id, most)
    vault.audit.record_or_hold(AuditKind.NOTE_READ, clock.now(), case_id)
    nobody = Client(ClientId(0), case_id, Profile())
    return CasePage(
        vault.cases.get(case_id),
        readable(lambda: vault.clients.of_case(case_id), nobody),
        notes.read,
        tuple(readable(lambda: vault.consents.of_case(case_id), [])),
        readable(lambda: vault.cases.only_form(case_id), instead=False),
        notes.unread,
        tuple(readable(lambda: vault.entries.of_case(case_id), ())),
        notes.further,
    )

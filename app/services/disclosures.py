"""Tell somebody what a client said, and keep for good what was told, to whom and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.case import CaseState
from app.domain.consent_purpose import Purpose
from app.domain.disclosure import (
    DISCLOSURE,
    FOLLOWED,
    DisclosureFacts,
    Owed,
    disclosure_of,
    followed_of,
    late,
    owed,
    sent,
)
from app.domain.entry import EntryKind
from app.domain.errors import DisclosureIncomplete
from app.domain.local_time import counselor_place
from app.domain.risk_assessment import risk_of
from app.services import case_entries, consent_renewals, entry_papers
from app.services.beside import readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from app.domain.case import Case
    from app.domain.client import Place, Profile
    from app.domain.disclosure import Disclosure, Followed
    from app.domain.entry import CaseEntry, EntryDocument
    from app.domain.ids import CaseId, EntryId
    from app.domain.risk import RiskLevel
    from app.domain.session import Session
    from app.ports import Clock, OpenVault
    from app.services.tools import Tools

_KINDS = (EntryKind.DISCLOSURE, EntryKind.DISCLOSURE_FOLLOW)


@dataclass(frozen=True)
class KeptDisclosure:
    """A disclosure as it was made, what was written after it, and what is still owed."""

    entry: CaseEntry = field(repr=False)
    made: Disclosure = field(repr=False)
    after: tuple[Followed, ...] = field(default=(), repr=False)

    @property
    def owed(self) -> tuple[Owed, ...]:
        """What is still to be written down."""
        return owed(self.made, self.after)


@dataclass(frozen=True)
class DisclosurePage:
    """What the page shows; `kept` has the newest first, `unfinished` what is written by kind.

    `released`: the client's consent to disclosure is in force. `risk` is the last level known.
    """

    case: Case
    here: Place = field(repr=False)
    now: datetime
    counselor: str = field(repr=False)
    contact: str = field(repr=False)
    profile: Profile = field(repr=False)
    sessions: Sequence[Session]
    risk: RiskLevel | None
    released: bool
    kept: tuple[KeptDisclosure, ...] = field(repr=False)
    unfinished: Mapping[EntryKind, Mapping[str, Any]] = field(repr=False)
    papers: Mapping[EntryId, tuple[EntryDocument, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class DisclosureDue:
    """What is still to be written down of a disclosure; `late` once a day has passed."""

    case_id: CaseId
    entry_id: EntryId
    at: datetime
    owed: tuple[Owed, ...]
    late: bool


def page(vault: OpenVault, tools: Tools, case_id: CaseId) -> DisclosurePage:
    """Return what the page shows; raise `CaseLocked` where the case is shut."""
    case = case_entries.open_case(vault, case_id)
    entries = vault.entries.of_case(case_id)
    found = kept(entries)
    case_entries.was_read(
        vault, tools.clock, case_id, AuditKind.DISCLOSURES_READ, [one.entry for one in found]
    )
    profile, practice = vault.clients.of_case(case_id).profile, vault.settings.practice()
    return DisclosurePage(
        case,
        counselor_place(profile, practice.place),
        tools.clock.now(),
        practice.counselor,
        practice.contact,
        profile,
        vault.sessions.of_case(case_id),
        _risk(entries),
        released(vault, tools, case_id),
        tuple(reversed(found)),
        {kind: case_entries.unfinished(vault, case_id, kind) for kind in _KINDS},
        entry_papers.of_case(vault, case_id),
    )


def released(vault: OpenVault, tools: Tools, case_id: CaseId) -> bool:
    """Return whether the client's consent to disclosure is in force (clause 145)."""
    return bool(consent_renewals.in_force(vault, tools.clock, case_id, Purpose.RELEASE))


def record(
    vault: OpenVault,
    tools: Tools,
    case_id: CaseId,
    made: Disclosure,
    lines: Iterable[str],
) -> CaseEntry:
    """Put a disclosure on record with its exact text: the `lines` of its facts, then its words.

    Raises `DisclosureIncomplete` with the names of the rules that are not met.
    """
    missing = DISCLOSURE.lacks(DisclosureFacts(made, released(vault, tools, case_id)))
    if missing:
        raise DisclosureIncomplete(missing)
    whole = sent(made, lines)
    what = (EntryKind.DISCLOSURE, AuditKind.DISCLOSED)
    return case_entries.enter(vault, tools.clock, case_id, what, as_json(whole))


def follow(vault: OpenVault, tools: Tools, case_id: CaseId, made: Followed) -> CaseEntry:
    """Put on record what was written after a disclosure; raise `DisclosureIncomplete` for nothing.

    KeyError where there is no such disclosure in the case.
    """
    missing = FOLLOWED.lacks(made)
    if missing:
        raise DisclosureIncomplete(missing)
    known = {int(one.id) for one in vault.entries.of_case(case_id, EntryKind.DISCLOSURE)}
    if made.disclosure not in known:
        raise KeyError(made.disclosure)
    what = (EntryKind.DISCLOSURE_FOLLOW, AuditKind.DISCLOSURE_FOLLOWED)
    return case_entries.enter(vault, tools.clock, case_id, what, as_json(made))


def printed(vault: OpenVault, tools: Tools, case_id: CaseId, entry_id: EntryId) -> None:
    """Write that what was told was printed or saved as a file."""
    now = tools.clock.now()
    vault.audit.record_or_hold(AuditKind.DISCLOSURE_PRINTED, now, case_id, entry_id)


def kept(entries: Iterable[CaseEntry]) -> list[KeptDisclosure]:
    """Return the disclosures among entries, oldest first, each with what was written after it."""
    held = list(entries)
    after = [followed_of(one.value) for one in held if one.kind is EntryKind.DISCLOSURE_FOLLOW]
    return [
        KeptDisclosure(
            one,
            disclosure_of(one.value),
            tuple(it for it in after if it.disclosure == int(one.id)),
        )
        for one in held
        if one.kind is EntryKind.DISCLOSURE
    ]


def due(vault: OpenVault, clock: Clock) -> tuple[DisclosureDue, ...]:
    """Return what is still to be written down of the disclosures of every open case.

    Cases that are shut or damaged say nothing.
    """
    now = clock.now()
    begun = vault.entries.latest(EntryKind.DISCLOSURE)
    found: list[DisclosureDue] = []
    nobody: Case | None = None
    for case_id in sorted(begun, reverse=True):
        case = readable(partial(vault.cases.get, case_id), nobody)
        if case is None or case.shut or case.state is not CaseState.OPEN:
            continue
        nothing: Sequence[CaseEntry] = ()
        entries = readable(partial(vault.entries.of_case, case.id, *_KINDS), nothing)
        found += [
            DisclosureDue(case.id, one.entry.id, one.entry.at, one.owed, late(one.entry.at, now))
            for one in kept(entries)
            if one.owed
        ]
    return tuple(found)


def _risk(entries: Iterable[CaseEntry]) -> RiskLevel | None:
    """Return the level of the last assessment."""
    found = [risk_of(one.value).level for one in entries if one.kind is EntryKind.RISK]
    return found[-1] if found else None

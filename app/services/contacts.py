"""The contacts of a case outside its sessions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.contact import CONTACT, contact_of
from app.domain.entry import EntryKind
from app.domain.errors import ContactIncomplete
from app.domain.local_time import counselor_place
from app.services import case_entries
from app.services import practice as practice_records

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.case import Case
    from app.domain.client import Place
    from app.domain.contact import Contact
    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.ports import OpenVault
    from app.services.tools import Tools


@dataclass(frozen=True)
class ContactPage:
    """What the page of the contacts shows, the newest first; `channel` is the dedicated one.

    `private` are the counselor's own numbers and accounts, which no client is to have (076).
    """

    case: Case
    here: Place = field(repr=False)
    channel: str = field(repr=False)
    kept: tuple[Contact, ...] = field(repr=False)
    unfinished: Mapping[str, Any] = field(repr=False)
    now: datetime
    private: tuple[str, ...] = field(default=(), repr=False)


def page(vault: OpenVault, tools: Tools, case_id: CaseId) -> ContactPage:
    """Return what the page of the contacts shows; raise `CaseLocked` where the case is shut."""
    case = case_entries.open_case(vault, case_id)
    practice = vault.settings.practice()
    entries = vault.entries.of_case(case_id, EntryKind.CONTACT)
    found = [contact_of(one.value) for one in entries]
    usual = practice.contact or practice.platform or (found[-1].channel if found else "")
    now = tools.clock.now()
    case_entries.was_read(vault, tools.clock, case_id, AuditKind.CONTACTS_READ, entries)
    return ContactPage(
        case,
        counselor_place(vault.clients.of_case(case_id).profile, practice.place),
        usual,
        tuple(sorted(found, key=lambda one: one.at or now, reverse=True)),
        case_entries.unfinished(vault, case_id, EntryKind.CONTACT),
        now,
        practice_records.private_channels(vault),
    )


def record(vault: OpenVault, tools: Tools, case_id: CaseId, contact: Contact) -> CaseEntry:
    """Log a contact; raise `ContactIncomplete` where a rule is not met (clause 095)."""
    missing = CONTACT.lacks(contact)
    if missing:
        raise ContactIncomplete(missing)
    what = (EntryKind.CONTACT, AuditKind.CONTACT_LOGGED)
    return case_entries.enter(vault, tools.clock, case_id, what, as_json(contact))

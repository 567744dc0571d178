"""The practice itself: its profile, its records and their scans, and its papers."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from app.domain.audit import AuditKind
from app.domain.case import HOTLINES
from app.domain.errors import (
    PracticeRecordIncomplete,
    ServiceSheetIncomplete,
    StandingPaperIncomplete,
    VaultDamaged,
)
from app.domain.local_time import wall
from app.domain.practice import as_seen
from app.domain.practice_paper import (
    SERVICE,
    SERVICE_SHEET,
    ServiceFacts,
    credential_line,
    service_sheet,
    text_sheet,
)
from app.domain.practice_record import (
    Credential,
    Platform,
    PracticeEntry,
    PracticeKind,
    PrivateAccount,
    kind_of,
)
from app.domain.practice_rules import PRACTICE, RECORD, PracticeFacts, expired
from app.domain.standing_paper import STANDING, STANDING_PAPER, standing_sheet
from app.services import catalogues, directory

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime
    from pathlib import Path

    from app.domain.case import ServiceMode
    from app.domain.ids import PracticeEntryId
    from app.domain.practice import Practice
    from app.domain.practice_record import PracticeDocument, PracticeRecord, Resource
    from app.domain.sheet import Sheet
    from app.ports import OpenVault, RemovedPracticeEntry
    from app.services.tools import Tools

LARGEST_SCAN: Final = 40 * 1_000_000
"""The most bytes of a scan or a policy file that are read."""


@dataclass(frozen=True)
class PracticePage:
    """What the page of the practice shows; `waits` are the names of rules not met `today`.

    `drafts` are the records that still lack something, as typed, by their `draft_key`; `offered`
    whom the program knows to call and is not in the directory yet.
    """

    practice: Practice = field(repr=False)
    entries: tuple[PracticeEntry, ...] = field(repr=False)
    documents: tuple[PracticeDocument, ...]
    waits: tuple[str, ...]
    today: date
    drafts: Mapping[str, Mapping[str, str]] = field(default_factory=dict, repr=False)
    offered: tuple[Resource, ...] = field(default=(), repr=False)


def page(vault: OpenVault, tools: Tools, language: str = "zh") -> PracticePage:
    """Return what the page of the practice shows; `language` is that of what is offered."""
    known = facts(vault, tools.clock.now())
    return PracticePage(
        known.practice,
        tuple(vault.practice.all()),
        tuple(vault.practice.documents()),
        PRACTICE.lacks(known),
        known.today,
        vault.settings.practice_drafts(),
        directory.offered(known.resources(), tools, language),
    )


def zone(vault: OpenVault) -> str:
    """Return by which clock the practice goes; nothing where a damaged vault does not say it.

    A day is then said by the computer's clock rather than not at all.
    """
    try:
        return vault.settings.practice().place.time_zone
    except VaultDamaged:
        return ""


def facts(vault: OpenVault, now: datetime) -> PracticeFacts:
    """Return what the rules about the practice look at, by the counselor's own calendar."""
    practice = vault.settings.practice()
    today = wall(now, practice.place.time_zone).date()
    return PracticeFacts(practice, tuple(one.record for one in vault.practice.all()), today)


def waits(vault: OpenVault, now: datetime) -> tuple[str, ...]:
    """Return the names of the rules about the practice that are not met.

    The clauses are 019, 022, 027, 037, 048 and 105. The example, which nobody works with, waits for
    nothing.
    """
    if vault.settings.example_mark() is not None:
        return ()
    return PRACTICE.lacks(facts(vault, now))


def change(vault: OpenVault, changed: Callable[[Practice], Practice]) -> None:
    """Store what was written about the practice, over nothing else."""
    with vault.transaction():
        vault.settings.change_practice(changed(vault.settings.practice()))


def keep(
    vault: OpenVault, tools: Tools, record: PracticeRecord, entry_id: PracticeEntryId | None = None
) -> PracticeEntry:
    """Store a new record, or one that was changed.

    Raises `PracticeRecordIncomplete` where something is missing, KeyError where `entry_id` is gone.
    """
    missing = RECORD.lacks(record)
    if missing:
        raise PracticeRecordIncomplete(missing)
    now = tools.clock.now()
    with vault.transaction():
        if entry_id is None:
            kept = vault.practice.add(record, now)
        else:
            kept = replace(vault.practice.get(entry_id), updated_at=now, record=record)
            vault.practice.change(kept)
        vault.settings.keep_practice_draft(draft_key(kind_of(record), entry_id), {})
        vault.audit.record(AuditKind.PRACTICE_RECORDED, now, subject=kept.id)
    return kept


def draft_key(kind: PracticeKind, entry_id: PracticeEntryId | None) -> str:
    """Return under what an unfinished record is kept: a new one, or what is typed over one."""
    return kind.value if entry_id is None else f"{kind.value} {entry_id:d}"


def whole(record: PracticeRecord | None) -> bool:
    """Return whether a record lacks nothing; None stands for one that cannot be read."""
    return record is not None and not RECORD.broken(record)


def keep_draft(vault: OpenVault, key: str, words: Mapping[str, str]) -> None:
    """Keep a record as typed until it is whole; no words keep nothing."""
    with vault.transaction():
        vault.settings.keep_practice_draft(key, words)


def keep_or_wait(
    vault: OpenVault,
    tools: Tools,
    record: PracticeRecord | None,
    key: tuple[PracticeKind, PracticeEntryId | None],
    words: Mapping[str, str],
) -> None:
    """Store a record that is left, where it is whole; else keep it as typed, to be gone on with.

    `record` is None where a day or a number in it cannot be read.
    """
    if record is not None and whole(record):
        keep(vault, tools, record, key[1])
    else:
        keep_draft(vault, draft_key(*key), words)


def begun(vault: OpenVault) -> tuple[str, ...]:
    """Return of which kinds a record is begun that still lacks something."""
    kinds = (one.rstrip("0123456789 ") for one in vault.settings.practice_drafts())
    return tuple(dict.fromkeys(kinds))


def remove(vault: OpenVault, tools: Tools, entry_id: PracticeEntryId) -> RemovedPracticeEntry:
    """Remove a record with its scans; what is returned takes it back by `restore`.

    What was in it, words of a supervision about clients among them, is in no page of the log then.
    """
    with vault.transaction():
        gone = vault.practice.remove(entry_id)
        vault.settings.keep_practice_draft(draft_key(gone.entry.kind, entry_id), {})
        vault.audit.record(AuditKind.PRACTICE_REMOVED, tools.clock.now(), subject=entry_id)
    vault.forget_deleted()
    return gone


def restore(vault: OpenVault, tools: Tools, gone: RemovedPracticeEntry) -> None:
    """Put a removed record back with its scans."""
    with vault.transaction():
        vault.practice.restore(gone)
        vault.audit.record(AuditKind.PRACTICE_RECORDED, tools.clock.now(), subject=gone.entry.id)


def attach(
    vault: OpenVault, tools: Tools, entry_id: PracticeEntryId, path: Path
) -> PracticeDocument:
    """Store a scan or a PDF of a record; a picture loses what a camera wrote into it.

    Raises `NotAnImage` for anything else, `PictureTooLarge` above 40 million bytes.
    """
    data, media_type = tools.papers.clean_picture(tools.shelf.read(path, LARGEST_SCAN))
    now = tools.clock.now()
    with vault.transaction():
        made = vault.practice.add_document(entry_id, media_type, data, now)
        vault.audit.record(AuditKind.PRACTICE_RECORDED, now, subject=entry_id)
    return made


def read_document(vault: OpenVault, tools: Tools, document: PracticeDocument) -> bytes:
    """Return the bytes of a scan; that it was looked at goes to the trail."""
    data = vault.practice.document_bytes(document.id)
    vault.audit.record_or_hold(
        AuditKind.PRACTICE_DOCUMENT_READ, tools.clock.now(), subject=document.entry_id
    )
    return data


def detach(vault: OpenVault, tools: Tools, document: PracticeDocument) -> bytes:
    """Remove a scan and return its bytes, with which `reattach` takes it back."""
    with vault.transaction():
        data = vault.practice.document_bytes(document.id)
        vault.practice.remove_document(document.id)
        vault.audit.record(AuditKind.PRACTICE_REMOVED, tools.clock.now(), subject=document.entry_id)
    vault.forget_deleted()
    return data


def reattach(vault: OpenVault, tools: Tools, document: PracticeDocument, data: bytes) -> None:
    """Put a removed scan back."""
    with vault.transaction():
        vault.practice.restore_document(document, data)
        vault.audit.record(
            AuditKind.PRACTICE_RECORDED, tools.clock.now(), subject=document.entry_id
        )


def seen(vault: OpenVault, now: datetime, mode: ServiceMode) -> Practice:
    """Return the practice as `known`, as clients of a way of service see it (005).

    Of the credentials of a hotline's counselor title and issuer are said, never a number.
    """
    if mode not in HOTLINES:
        return known(vault, now)
    about = facts(vault, now)
    practice = as_seen(known(vault, now), mode)
    lines = (credential_line(one, hotline=True) for one in _valid(about) or ())
    return replace(practice, credentials="；".join(lines))


def known(vault: OpenVault, now: datetime) -> Practice:
    """Return the practice with its credentials and platforms as they are recorded (037, 060).

    What is typed in the settings in one line stands only where none is recorded. A credential whose
    last day is over is printed nowhere.
    """
    about = facts(vault, now)
    practice, found = about.practice, _valid(about)
    if not practice.platform.strip():
        practice = replace(practice, platform=_platforms(about))
    if found is None:
        return practice
    links = dict.fromkeys(one.url.strip() for one in found if one.url.strip())
    return replace(
        practice,
        credentials="；".join(credential_line(one) for one in found),
        credential_link=" ".join(links),
    )


def _platforms(about: PracticeFacts) -> str:
    """Return the names of the platforms that are recorded, which consents print (060)."""
    return "、".join(one.name.strip() for one in about.records if isinstance(one, Platform))


def private_channels(vault: OpenVault) -> tuple[str, ...]:
    """Return the counselor's own private numbers and accounts (076)."""
    held = (one.record for one in vault.practice.all())
    return tuple(one.channel for one in held if isinstance(one, PrivateAccount))


def paper(vault: OpenVault, tools: Tools, key: str, language: str, *, hotline: bool) -> Sheet:
    """Return a paper of the practice, by its key and the language of its words.

    Raises `ServiceSheetIncomplete` with the names of every rule where the service sheet lacks
    anything, and `StandingPaperIncomplete` where that on supervision and emergencies does.
    """
    if key == directory.RESOURCE_SHEET:
        return directory.sheet(vault, tools, language)
    about = _paper_facts(vault, tools, hotline=hotline)
    text = catalogues.worded(vault, tools).practice_papers[key, language]
    if key == STANDING_PAPER:
        if lacking := STANDING.lacks(about):
            raise StandingPaperIncomplete(lacking)
        return standing_sheet(text, about)
    if key != SERVICE_SHEET:
        return text_sheet(text, about)
    missing = SERVICE.lacks(about)
    if missing:
        raise ServiceSheetIncomplete(missing)
    return service_sheet(text, about)


def printed(vault: OpenVault, tools: Tools) -> None:
    """Write that a paper of the practice left the vault."""
    vault.audit.record_or_hold(AuditKind.PRACTICE_PRINTED, tools.clock.now())


def _paper_facts(vault: OpenVault, tools: Tools, *, hotline: bool) -> ServiceFacts:
    """Return what the papers are made of; a credential whose last day is over is not."""
    about = facts(vault, tools.clock.now())
    found = _valid(about)
    if found is None:
        return ServiceFacts(about.practice, (), hotline)
    return ServiceFacts(replace(about.practice, credentials=""), found, hotline)


def _valid(about: PracticeFacts) -> tuple[Credential, ...] | None:
    """Return the credentials that hold today; None where none was ever recorded."""
    recorded = about.credentials()
    held = tuple(one for one in recorded if not expired(one, about.today))
    return held if recorded else None

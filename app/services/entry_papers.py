"""The papers that prove an entry: the letter of a court, kept with what was done on its account.

A paper belongs to an entry that is on record; as the entry it is final.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.audit import AuditKind
from app.domain.entry import EntryKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from app.domain.entry import EntryDocument
    from app.domain.ids import CaseId, EntryId
    from app.ports import OpenVault
    from app.services.tools import Tools

KINDS: Final = (EntryKind.DISCLOSURE, EntryKind.LEGAL_HOLD)
"""What papers are kept with: what somebody asked for by a document (clauses 111, 146, 147)."""
LARGEST: Final = 40 * 1_000_000


def of_case(vault: OpenVault, case_id: CaseId) -> Mapping[EntryId, tuple[EntryDocument, ...]]:
    """Return the papers of a case by the entry they belong to."""
    found: dict[EntryId, tuple[EntryDocument, ...]] = {}
    for one in vault.entries.documents(case_id):
        found[one.entry_id] = (*found.get(one.entry_id, ()), one)
    return found


def attach(
    vault: OpenVault, tools: Tools, case_id: CaseId, entry_id: EntryId, path: Path
) -> EntryDocument:
    """Store a scan, photo or PDF with an entry; a picture loses what a camera wrote into it.

    Raises `NotAnImage` for anything else, `PictureTooLarge` above 40 million bytes, KeyError where
    the case has no such entry that papers are kept with.
    """
    if entry_id not in {one.id for one in vault.entries.of_case(case_id, *KINDS)}:
        raise KeyError(entry_id)
    data, media_type = tools.papers.clean_picture(tools.shelf.read(path, LARGEST))
    now = tools.clock.now()
    with vault.transaction():
        made = vault.entries.add_document((case_id, entry_id), media_type, data, now)
        vault.audit.record(AuditKind.PAPER_KEPT, now, case_id, entry_id)
    return made


def read(vault: OpenVault, tools: Tools, document: EntryDocument) -> bytes:
    """Return the bytes of a paper; that it was looked at goes to the trail."""
    data = vault.entries.document_bytes(document.id)
    now = tools.clock.now()
    vault.audit.record_or_hold(AuditKind.PAPER_READ, now, document.case_id, document.entry_id)
    return data

"""What is entered into the file of a case: kept while it is written, final when it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.client import Profile
from app.domain.errors import CaseLocked
from app.domain.local_time import counselor_place
from app.domain.practice import Practice
from app.services.beside import readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.domain.audit import AuditKind
    from app.domain.case import Case
    from app.domain.client import Place
    from app.domain.entry import CaseEntry, EntryKind
    from app.domain.ids import CaseId, SessionId
    from app.ports import Clock, OpenVault


def draft_kind(kind: EntryKind, session_id: SessionId | None = None) -> str:
    """Return under which name an unfinished entry is kept: other work in a case has names, too.

    Those that belong to sessions are kept each by itself.
    """
    about = f"entry: {kind.value}"
    return about if session_id is None else f"{about} {session_id:d}"


def was_read(
    vault: OpenVault,
    clock: Clock,
    case_id: CaseId,
    act: AuditKind,
    shown: Iterable[CaseEntry],
) -> None:
    """Write that entries of a case were read, with the number of the newest (clause 113)."""
    newest = max((one.id for one in shown), default=None)
    vault.audit.record_or_hold(act, clock.now(), case_id, newest)


def unfinished(
    vault: OpenVault, case_id: CaseId, kind: EntryKind, session_id: SessionId | None = None
) -> Mapping[str, Any]:
    """Return what is written of an entry that is not made yet, or nothing."""
    return vault.cases.draft(case_id, draft_kind(kind, session_id))


def open_case(vault: OpenVault, case_id: CaseId) -> Case:
    """Return a case whose file is to be read; raise `CaseLocked` where it is shut."""
    case = vault.cases.get(case_id)
    if case.shut:
        raise CaseLocked(case_id)
    return case


def here(vault: OpenVault, case_id: CaseId) -> Place:
    """Return where the counselor is for a case; what damage hides of that is left out."""
    profile = readable(lambda: vault.clients.of_case(case_id).profile, Profile())
    return counselor_place(profile, readable(vault.settings.practice, Practice()).place)


def enter(  # noqa: PLR0913 - what an entry is made of
    vault: OpenVault,
    clock: Clock,
    case_id: CaseId,
    what: tuple[EntryKind, AuditKind],
    value: Mapping[str, Any],
    *,
    session_id: SessionId | None = None,
) -> CaseEntry:
    """Store an entry for good, in place of what was kept while it was written."""
    kind, act = what
    now = clock.now()
    with vault.transaction():
        entry = vault.entries.add(case_id, kind, now, value, session_id)
        vault.cases.keep_draft(case_id, draft_kind(kind, session_id), {}, now)
        vault.audit.record(act, now, case_id, entry.id)
    return entry

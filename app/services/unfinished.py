"""What is begun in the cases and not entered yet: which entries, and of which session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.domain.entry import EntryKind
from app.domain.ids import SessionId
from app.services.case_entries import draft_kind

if TYPE_CHECKING:
    from app.domain.ids import CaseId
    from app.ports import OpenVault

_KINDS: Final = {draft_kind(kind): kind for kind in EntryKind}


@dataclass(frozen=True)
class Unfinished:
    """An entry that is begun: of which case and kind; `session_id` where it is of a session."""

    case_id: CaseId
    kind: EntryKind
    session_id: SessionId | None = None


def every(vault: OpenVault) -> tuple[Unfinished, ...]:
    """Return the unfinished entries of all cases; no word of them is read."""
    found = (_named(case_id, kind) for case_id, kind in vault.cases.begun())
    return tuple(one for one in found if one is not None)


def of_case(vault: OpenVault, case_id: CaseId) -> tuple[Unfinished, ...]:
    """Return the unfinished entries of a case."""
    return tuple(one for one in every(vault) if one.case_id == case_id)


def _named(case_id: CaseId, kept: str) -> Unfinished | None:
    """Return the entry that is kept under a name; None for other work, such as a review."""
    if kept in _KINDS:
        return Unfinished(case_id, _KINDS[kept])
    about, _, number = kept.rpartition(" ")
    if about in _KINDS and number.isdecimal():
        return Unfinished(case_id, _KINDS[about], SessionId(int(number)))
    return None

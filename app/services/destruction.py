"""Destroy a case in two steps: marked, then confirmed with the password and its code name.

Everything of it goes: its key, its rows, its words in the index, its recordings, and what the log
of the database still held of them (promises 43, 44). The trail keeps its number and when. A legal
hold stands in the way (147); before its term is over it goes only where a duty to keep it was
weighed (015, 155).

A case with a password of its own can be destroyed while it is shut: nothing of it is read for that,
and a password that was forgotten must not keep what the law says is to go.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from app.domain.audit import AuditKind
from app.domain.client_request import Decision, RequestKind, requests_of
from app.domain.destruction import PROPOSAL, Certificate, ProposalFacts
from app.domain.entry import EntryKind
from app.domain.errors import (
    CaseLocked,
    CodeNotRepeated,
    DestructionNotMarked,
    ProposalIncomplete,
)
from app.services import holds, retention
from app.services.cases import known_profile
from app.services.room import with_room

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from app.domain.case import Case
    from app.domain.destruction import BackupMade, Counted, Destruction, Marked, Proposal
    from app.domain.ids import CaseId, NoteId
    from app.domain.retention import Term
    from app.ports import Clock, OpenVault

    Check = Callable[[OpenVault, CaseId], None]

CHECKS: Final[tuple[Check, ...]] = (holds.check_free,)
"""Each raises a refusal where a case may not be marked or destroyed; asked at both steps."""


@dataclass(frozen=True)
class Prospect:
    """What would go with a case, since when it is marked, and what would still hold it.

    `packages` are when the succession packages were made in which its client is, `exports` when
    everything was exported with it. `term` is None where the case is shut; `requested`: its client
    asked for it, and the answer was yes.
    """

    case: Case
    name: str = field(repr=False)
    held: tuple[Counted, ...]
    marked: Marked | None
    backups: tuple[BackupMade, ...]
    packages: tuple[datetime, ...] = ()
    term: Term | None = None
    over: bool = False
    holds: int = 0
    requested: bool = False
    exports: tuple[datetime, ...] = ()


def prospect(vault: OpenVault, clock: Clock, case_id: CaseId) -> Prospect:
    """Return what would go with a case; KeyError when there is none."""
    case = vault.cases.get(case_id)
    now = clock.now()
    term = retention.term_of(vault, case)
    return Prospect(
        case,
        known_profile(vault, case).name,
        vault.destructions.held(case_id),
        vault.destructions.marked(case_id),
        vault.destructions.backups_that_hold(case_id, now),
        vault.destructions.packages_that_hold(case_id),
        term,
        retention.is_over(vault, case, term, now),
        holds.standing(vault).get(case_id, 0),
        not case.shut and _requested(vault, case_id),
        vault.destructions.exports_that_hold(case_id),
    )


def mark(vault: OpenVault, clock: Clock, case_id: CaseId, proposal: Proposal) -> None:
    """Take the first step.

    Raises `ProposalIncomplete` where no ground is given, or the term of the case is not over and no
    duty to keep it was weighed (015, 155), and what a check raises.
    """
    now = clock.now()
    _check(vault, case_id)
    case = vault.cases.get(case_id)
    over = retention.is_over(vault, case, retention.term_of(vault, case), now)
    missing = PROPOSAL.lacks(ProposalFacts(proposal, over))
    ground = proposal.ground
    if missing or ground is None:
        raise ProposalIncomplete(missing)

    def work() -> None:
        with vault.transaction():
            vault.destructions.mark(case_id, now, ground)
            vault.audit.record(AuditKind.DESTRUCTION_MARKED, now, case_id)

    with_room(vault, work)


def unmark(vault: OpenVault, clock: Clock, case_id: CaseId) -> None:
    """Take the first step back."""

    def work() -> None:
        with vault.transaction():
            vault.destructions.unmark(case_id)
            vault.audit.record(AuditKind.DESTRUCTION_UNMARKED, clock.now(), case_id)

    with_room(vault, work)


def destroy(vault: OpenVault, clock: Clock, case_id: CaseId, said: tuple[str, str]) -> Certificate:
    """Take the second step; `said` is the password and the code name, copied.

    Raises `DestructionNotMarked`, `CodeNotRepeated`, `WrongPassword`, `TooManyTries` and what a
    check raises; nothing is gone then. It is whole or not at all, also where the program is killed,
    and works on a full disk, where deleting is what makes room.
    """
    password, copied = said
    now = clock.now()
    case = vault.cases.get(case_id)
    if vault.destructions.marked(case_id) is None:
        raise DestructionNotMarked
    _check(vault, case_id)
    if _plain(copied) not in {_plain(to_copy(case)), _plain(case.code)}:
        raise CodeNotRepeated
    vault.check_password(password)
    open_note = vault.settings.open_note()

    def work() -> Destruction:
        with vault.transaction():
            gone = vault.destructions.destroy(case_id, now)
            if open_note is not None and not _is_there(vault, open_note):
                vault.settings.remember_open_note(None)
            vault.audit.record(AuditKind.CASE_DESTROYED, now, case_id)
        return gone

    vault.write_down_backups()  # the order of the lines says what was there before it
    gone = with_room(vault, work)
    cleared = vault.forget_deleted()
    return certificate(vault, gone, finished=vault.destructions.wipe() and cleared)


def certificate(vault: OpenVault, gone: Destruction, *, finished: bool = True) -> Certificate:
    """Return the certificate of a destruction, with the copies that are known to hold the case."""
    return Certificate(
        gone,
        vault.destructions.backups_that_hold(gone.case_id, gone.at),
        finished,
        vault.destructions.packages_that_hold(gone.case_id),
        vault.destructions.exports_that_hold(gone.case_id),
    )


def _check(vault: OpenVault, case_id: CaseId) -> None:
    """Raise the first refusal of a check."""
    for check in CHECKS:
        check(vault, case_id)


def _requested(vault: OpenVault, case_id: CaseId) -> bool:
    """Return whether the client asked for it, and the answer was yes."""
    kinds = (EntryKind.CLIENT_REQUEST, EntryKind.REQUEST_ANSWER)
    return any(
        one.request.kind is RequestKind.DELETE
        and one.answer is not None
        and one.answer.decision is Decision.GRANTED
        for one in requests_of(vault.entries.of_case(case_id, *kinds))
    )


def _is_there(vault: OpenVault, note_id: NoteId) -> bool:
    """Return whether a note exists."""
    try:
        vault.notes.get(note_id)
    except KeyError:
        return False
    except CaseLocked:
        return True
    return True


def to_copy(case: Case) -> str:
    """Return what is copied before a case is destroyed: its code name, its number while shut."""
    return str(case.id) if case.shut else case.code


def _plain(code: str) -> str:
    """Return a code name without what nobody sees: white space around it, how it is composed."""
    return unicodedata.normalize("NFC", code).strip()

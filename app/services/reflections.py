"""Write, read, find and delete private reflections (咨询师札记), apart from the record.

No other service reads them: what is printed, exported, summarised or de-identified is made of the
record alone (tests/house/test_reflections.py looks after that).
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from app.domain.audit import AuditKind
from app.domain.blank import is_blank
from app.domain.errors import CaseOnHold
from app.domain.ids import NoteId
from app.domain.local_time import counselor_place, local
from app.ports import Hit
from app.services import case_entries, holds
from app.services.search import Found

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.case import Case
    from app.domain.client import Place
    from app.domain.ids import CaseId, ReflectionId, SessionId
    from app.domain.reflection import Reflection
    from app.domain.session import Session
    from app.ports import Clock, OpenVault

AROUND: Final = 32


@dataclass
class Writing:
    """One reflection while it is being written; only the vault's thread touches it.

    It has no `id` before its first word is kept, and is `told` once the trail knows of the change.
    """

    case_id: CaseId
    session_id: SessionId | None = None
    id: ReflectionId | None = None
    told: bool = False


@dataclass(frozen=True)
class ReflectionPage:
    """What the page of a case's reflections shows, the newest first; `sessions` are all of them.

    `held` is when the last legal hold began that stands in the case, None where none does.
    """

    case: Case
    name: str = field(repr=False)
    here: Place = field(repr=False)
    kept: tuple[Reflection, ...] = field(repr=False)
    sessions: tuple[Session, ...]
    now: datetime
    held: datetime | None = None

    def frozen(self, one: Reflection) -> bool:
        """Return whether a legal hold found a reflection there: then it stays as it is (147)."""
        return _found_by(one, self.held)

    def of_session(self, session_id: SessionId) -> tuple[Reflection, ...]:
        """Return those of a session."""
        return tuple(one for one in self.kept if one.session_id == session_id)


def page(vault: OpenVault, clock: Clock, case_id: CaseId) -> ReflectionPage:
    """Return the reflections of a case, and write that they were read where there are any.

    Raises `CaseLocked` where the case is shut.
    """
    case = case_entries.open_case(vault, case_id)
    profile = vault.clients.of_case(case_id).profile
    kept = tuple(vault.reflections.of_case(case_id))
    now = clock.now()
    if kept:
        vault.audit.record_or_hold(AuditKind.REFLECTION_READ, now, case_id)
    here = counselor_place(profile, vault.settings.practice().place)
    sessions = tuple(vault.sessions.of_case(case_id))
    held = holds.latest(vault, case_id)
    return ReflectionPage(case, profile.name, here, kept, sessions, now, held)


def keep(vault: OpenVault, clock: Clock, writing: Writing, text: str) -> datetime:
    """Keep the words of a reflection and return when; nothing typed makes no new one.

    Under legal hold one that the hold found there stays word for word, and none is emptied (147):
    `CaseOnHold`.
    """
    now = clock.now()
    with vault.transaction():
        made, told = writing.id, writing.told
        if made is not None:
            _check_free(vault, made, text)
            vault.reflections.change(made, text, now)
        elif not is_blank(text):
            made = vault.reflections.add(writing.case_id, writing.session_id, text, now).id
            vault.audit.record(AuditKind.REFLECTION_STARTED, now, writing.case_id, made)
            told = True
        if made is not None and not told:
            vault.audit.record(AuditKind.REFLECTION_CHANGED, now, writing.case_id, made)
            told = True
    writing.id, writing.told = made, told
    return now


def _check_free(vault: OpenVault, reflection_id: ReflectionId, text: str) -> None:
    """Raise `CaseOnHold` where a legal hold keeps a reflection from becoming `text`."""
    stands = vault.reflections.get(reflection_id)
    held = holds.latest(vault, stands.case_id)
    if held is not None and (_found_by(stands, held) or is_blank(text)) and stands.text != text:
        raise CaseOnHold


def _found_by(one: Reflection, held: datetime | None) -> bool:
    return held is not None and one.created_at <= held


def tidy(vault: OpenVault, clock: Clock, writing: Writing) -> None:
    """Delete a reflection of which no word is left, when it is left."""
    if writing.id is None:
        return
    with suppress(KeyError, CaseOnHold):  # it went with its case, or by another page, or stays
        if is_blank(vault.reflections.get(writing.id).text):
            remove(vault, clock, writing)


def remove(vault: OpenVault, clock: Clock, writing: Writing) -> bool:
    """Delete a reflection for good; return whether no page holds its words any more.

    Where the log could not be emptied now, that is done at the next lock. Under legal hold it stays
    (147): `CaseOnHold`.
    """
    if writing.id is None:
        return True
    holds.check_free(vault, writing.case_id)
    vault.make_room()
    with vault.transaction():
        vault.reflections.remove(writing.id)
        vault.audit.record(AuditKind.REFLECTION_REMOVED, clock.now(), writing.case_id, writing.id)
    writing.id = None
    return vault.forget_deleted()


def find(vault: OpenVault, words: str, most: int = 50) -> tuple[Found, ...]:
    """Return reflections that hold all `words`, the newest first; only who asks for them does.

    The time of each is when it was begun, by the counselor's clock.
    """
    practice = vault.settings.practice().place
    return tuple(
        _found(vault, practice, one, place) for one, place in vault.reflections.find(words, most)
    )


def _found(vault: OpenVault, practice: Place, one: Reflection, at: tuple[int, int]) -> Found:
    """Return a reflection as a search shows it: around the words, and whose it is."""
    profile = vault.clients.of_case(one.case_id).profile
    start, end = at
    left = max(0, start - AROUND)
    hit = Hit(
        one.case_id,
        NoteId(0),
        None,
        local(one.created_at, counselor_place(profile, practice)),
        start,
        end,
        one.text[left : end + AROUND],
        left,
        reflection_id=one.id,
    )
    return Found(hit, vault.cases.get(one.case_id).code, profile.name)

"""Find words in all notes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.domain.client import Profile
from app.domain.local_time import counselor_place, local
from app.services.beside import readable

if TYPE_CHECKING:
    from app.domain.ids import CaseId, NoteId
    from app.ports import Hit, OpenVault


@dataclass(frozen=True)
class Found:
    """A hit with the code name of its case and the name of its client."""

    hit: Hit
    code: str = field(repr=False)
    name: str = field(default="", repr=False)


@dataclass(frozen=True)
class FoundPage:
    """One page of hits, how many were found so far, and whether more follow.

    `unsearched` cases have a password of their own and are shut: nobody looked into them. `unread`
    notes are damaged.
    """

    found: tuple[Found, ...]
    count: int
    more: bool
    unsearched: int = 0
    unread: tuple[NoteId, ...] = ()


def find(vault: OpenVault, words: str, limit: int = 50, offset: int = 0) -> FoundPage:
    """Return notes and amendments that hold all `words`, newest first.

    The time of a hit's session is by the counselor's clock.
    """
    practice = vault.settings.practice().place
    page = vault.search.find(words, limit, offset)
    ids = {hit.case_id for hit in page.hits}
    codes = {one: _code(vault, one) for one in ids}
    clients = {one: _profile(vault, one) for one in ids}

    def found_in(hit: Hit) -> Found:
        here = counselor_place(clients[hit.case_id], practice)
        shown = replace(hit, session_at=local(hit.session_at, here))
        return Found(shown, codes[hit.case_id], clients[hit.case_id].name)

    found = tuple(found_in(hit) for hit in page.hits)
    return FoundPage(found, offset + len(found), page.more, page.unsearched, page.unread)


def _code(vault: OpenVault, case_id: CaseId) -> str:
    """Return the code name of a case, its number where damage hides it."""
    return readable(lambda: vault.cases.get(case_id).code, f"#{case_id}")


def _profile(vault: OpenVault, case_id: CaseId) -> Profile:
    """Return who the client of a case is, nobody where damage hides it."""
    return readable(lambda: vault.clients.of_case(case_id).profile, Profile())


def count(vault: OpenVault, words: str) -> int:
    """Return how many notes and amendments hold `words`, about.

    Asked after the first page: to count a phrase, all its places are read, a tenth of a second in
    100,000 notes.
    """
    return vault.search.count(words)

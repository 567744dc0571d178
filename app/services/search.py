"""Find words in all notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ports import Hit, OpenVault


@dataclass(frozen=True)
class Found:
    """A hit with the code name of its case."""

    hit: Hit
    code: str = field(repr=False)


@dataclass(frozen=True)
class FoundPage:
    """One page of hits, how many were found so far, and whether more follow."""

    found: tuple[Found, ...]
    count: int
    more: bool


def find(vault: OpenVault, words: str, limit: int = 50, offset: int = 0) -> FoundPage:
    """Return notes and amendments that hold all `words`, newest first."""
    page = vault.search.find(words, limit, offset)
    codes = {hit.case_id: "" for hit in page.hits}
    for case_id in codes:
        codes[case_id] = vault.cases.get(case_id).code
    found = tuple(Found(hit, codes[hit.case_id]) for hit in page.hits)
    return FoundPage(found, offset + len(found), page.more)


def count(vault: OpenVault, words: str) -> int:
    """Return how many notes and amendments hold `words`, about.

    Asked after the first page: to count a phrase, all its places are read, a tenth of a second in
    100,000 notes.
    """
    return vault.search.count(words)

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
    """One page of hits, how many there are about, and whether more follow."""

    found: tuple[Found, ...]
    count: int
    more: bool


def find(vault: OpenVault, words: str, limit: int = 50, offset: int = 0) -> FoundPage:
    """Return notes and amendments that hold all `words`, newest first."""
    page = vault.search.find(words, limit, offset)
    codes = {hit.case_id: "" for hit in page.hits}
    for case_id in codes:
        codes[case_id] = vault.cases.get(case_id).code
    count = vault.search.count(words) if page.more else offset + len(page.hits)
    return FoundPage(tuple(Found(hit, codes[hit.case_id]) for hit in page.hits), count, page.more)

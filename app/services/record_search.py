"""Find words in session sheets and in what else was entered: only who asks for them does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.local_time import counselor_place, local
from app.services.search import Found

if TYPE_CHECKING:
    from app.domain.client import Place
    from app.ports import Hit, OpenVault


def find(vault: OpenVault, words: str, most: int = 50) -> tuple[Found, ...]:
    """Return the places beside the notes that hold all `words`; of a case that is shut, none.

    The time of each is by the counselor's clock: of the session, or of the version.
    """
    practice = vault.settings.practice().place
    return tuple(_found(vault, practice, one) for one in vault.record_words.find(words, most))


def _found(vault: OpenVault, practice: Place, hit: Hit) -> Found:
    """Return a hit with whose it is."""
    profile = vault.clients.of_case(hit.case_id).profile
    shown = replace(hit, session_at=local(hit.session_at, counselor_place(profile, practice)))
    return Found(shown, vault.cases.get(hit.case_id).code, profile.name)

"""The tools in the word that she calls the person who comes (see `app.domain.term`)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from app.domain.term import CHINESE, Term, spoken_whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.tools import Tools

WORDED: Final = (
    "consent_templates",
    "note_templates",
    "summary_wordings",
    "sheet_catalogues",
    "screens",
    "practice_papers",
    "intake_texts",
    "formulation_schemes",
    "scale_texts",
    "crisis_texts",
    "disclosure_texts",
    "ending_texts",
    "keeping_texts",
    "sample_lists",
)
"""What of the tools is said to her or printed. A scale is its authors' and keeps its words; what
tells her words from other people's keeps all three."""


class SpokenTools:
    """Gives the tools of `made` in the word that is chosen now; each word is put in once."""

    def __init__(self, made: Callable[[], Tools], term: Callable[[], Term]) -> None:
        self._made, self._term = made, term
        self._last: tuple[Tools, Term, Tools] | None = None

    def __call__(self) -> Tools:
        """Return the tools."""
        plain, term = self._made(), self._term()
        if term is Term.CLIENT:
            return plain
        last = self._last
        if last is None or last[0] is not plain or last[1] is not term:
            last = self._last = (plain, term, in_term(plain, term))
        return last[2]


def in_term(tools: Tools, term: Term) -> Tools:
    """Return tools whose words say `term`; the editions and keys of the texts stay as they are."""
    words = {name: spoken_whole(getattr(tools, name), term) for name in WORDED}
    return replace(tools, **words, client=CHINESE[term])

"""Remote work begins with a suitability screen, made anew when the way of service changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.entry import EntryKind
from app.domain.gate import GATE
from app.domain.mode_change import since_change
from app.domain.rule import Step
from app.domain.screen import SCREENED, Suitability, screen_of

if TYPE_CHECKING:
    from app.domain.entry import CaseEntry
    from app.domain.gate import GateFacts


@GATE.rule("020", "029", "071", step=Step.SCREEN)
def screen(facts: GateFacts) -> bool:
    """Whether remote work was never screened, or not since its way changed."""
    return facts.session.mode in SCREENED and not _screens(facts)


@GATE.rule("029", "052", "100", step=Step.SCREEN)
def suitable(facts: GateFacts) -> bool:
    """Whether a session was held that a screen before it had spoken against.

    The session in which it was found, and explained, is signed like any other.
    """
    before = [one for one in _screens(facts) if one.at <= facts.session.starts_at]
    if facts.session.mode not in SCREENED or not before:
        return False
    return screen_of(before[-1].value).result is Suitability.UNSUITABLE


def _screens(facts: GateFacts) -> list[CaseEntry]:
    """Return the screens of the way of service that the session was held in."""
    later = since_change(facts.entries, facts.session.starts_at)
    return [one for one in later if one.kind is EntryKind.SCREEN]

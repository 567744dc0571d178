"""Remote work begins with a suitability screen, made anew when the way of service changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.case import CONSENT_MODES
from app.domain.entry import EntryKind
from app.domain.gate import GATE
from app.domain.mode_change import last_change, since_change
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
    """Whether a session was held that a screen before it had spoken against, and none since for it.

    The session in which it was found, and explained, is signed like any other.
    """
    found = [(one.at, screen_of(one.value).result) for one in _screens(facts)]
    before = [result for at, result in found if at <= facts.session.starts_at]
    if facts.session.mode not in SCREENED or not before:
        return False
    since = [before[-1], *(result for _, result in found[len(before) :])]
    return all(result is Suitability.UNSUITABLE for result in since)


@GATE.rule("071", step=Step.CONSENT)
def consent_anew(facts: GateFacts) -> bool:
    """Whether the consents that hold were all signed before the way of service changed."""
    change = last_change(facts.entries, facts.session.starts_at)
    holding = [one for one in facts.agreed if one.holds(facts.session)]
    if change is None or facts.session.mode not in CONSENT_MODES or not holding:
        return False
    return all(one.at < change.at for one in holding)


def _screens(facts: GateFacts) -> list[CaseEntry]:
    """Return the screens of the way of service that the session was held in."""
    later = since_change(facts.entries, facts.session.starts_at)
    return [one for one in later if one.kind is EntryKind.SCREEN]

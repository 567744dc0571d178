"""Before a session counts as formal: consent, and who and where the two are (clauses 030, 104).

Whether one holds a rule up is a matter of the way of service: a call to a hotline is consent by
itself (011), an emergency waits for nothing, and who sits in the room needs no place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.case import ServiceMode
from app.domain.due import contact_known, identity_known, place_known, places_known
from app.domain.entry import EntryKind
from app.domain.gate import GATE
from app.domain.rule import Step

if TYPE_CHECKING:
    from app.domain.gate import GateFacts

CONSENT_MODES: Final = frozenset(
    {ServiceMode.FACE_TO_FACE, ServiceMode.ONLINE, ServiceMode.HOTLINE_REGULAR}
)
"""The ways of service for which consent is signed before a session counts (030, 152, 012)."""
FROM_AFAR: Final = frozenset({ServiceMode.ONLINE, ServiceMode.HOTLINE_REGULAR})
"""The ways of service that are counselling from afar: both are to know who and where they are."""


@GATE.rule("030", "152", "012", "011", step=Step.CONSENT)
def consent(facts: GateFacts) -> bool:
    """Whether no consent stands that was signed for this way of service."""
    asked = facts.session.mode in CONSENT_MODES
    return asked and not any(one.holds(facts.session) for one in facts.agreed)


@GATE.rule("066", "104", step=Step.PROFILE)
def who(facts: GateFacts) -> bool:
    """Whether neither a name with a way to reach the client is known, nor why there is none."""
    talked = any(one.kind is EntryKind.IDENTITY_TALK for one in facts.entries)
    return _afar(facts) and not (identity_known(facts.profile) or talked)


@GATE.rule("038", "104", step=Step.PROFILE)
def client_place(facts: GateFacts) -> bool:
    """Whether the client's city and time zone are neither in the case nor on the sheet."""
    known = places_known(facts.profile) or place_known(facts.sheet.client_place)
    return _afar(facts) and not known


@GATE.rule("038", "104", step=Step.PROFILE)
def counselor_place(facts: GateFacts) -> bool:
    """Whether the counselor's own city and time zone are neither known nor on the sheet."""
    known = place_known(facts.here) or place_known(facts.sheet.counselor_place)
    return _afar(facts) and not known


@GATE.rule("104", step=Step.PROFILE)
def emergency(facts: GateFacts) -> bool:
    """Whether nobody is known who can be called in an emergency."""
    return _afar(facts) and not contact_known(facts.profile)


def _afar(facts: GateFacts) -> bool:
    """Return whether the session was counselling from afar."""
    return facts.session.mode in FROM_AFAR

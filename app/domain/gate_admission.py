"""Before a session counts as formal: consent, and who and where the two are (clauses 030, 104).

Whether one holds a rule up is a matter of the way of service: a call to a hotline is consent by
itself (011), an emergency waits for nothing, and who sits in the room needs no place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.case import CONSENT_MODES
from app.domain.due import contact_known, identity_known, place_known, places_known
from app.domain.entry import EntryKind
from app.domain.gate import GATE
from app.domain.intake import IdentityStatus
from app.domain.rule import Step

if TYPE_CHECKING:
    from app.domain.gate import GateFacts


@GATE.rule("030", "152", "012", "011", step=Step.CONSENT)
def consent(facts: GateFacts) -> bool:
    """Whether no consent stands that was signed for this way of service."""
    asked = facts.session.mode in CONSENT_MODES
    return asked and not any(one.holds(facts.session) for one in facts.agreed)


@GATE.rule("066", "104", step=Step.PROFILE)
def who(facts: GateFacts) -> bool:
    """Whether neither a name with a way to reach the client is known, nor why there is none.

    What somebody who stays anonymous is called is no name.
    """
    talked = any(one.kind is EntryKind.IDENTITY_TALK for one in facts.entries)
    nameless = facts.profile.intake.identity.status is IdentityStatus.ANONYMOUS
    known = identity_known(facts.profile) and not nameless
    return facts.afar and not (known or talked)


@GATE.rule("038", "104", step=Step.PROFILE)
def client_place(facts: GateFacts) -> bool:
    """Whether the client's city and time zone are neither in the case nor on the sheet."""
    known = places_known(facts.profile) or place_known(facts.sheet.client_place)
    return facts.afar and not known


@GATE.rule("038", "104", step=Step.PROFILE)
def counselor_place(facts: GateFacts) -> bool:
    """Whether the counselor's own city and time zone are neither known nor on the sheet."""
    known = place_known(facts.here) or place_known(facts.sheet.counselor_place)
    return facts.afar and not known


@GATE.rule("104", step=Step.PROFILE)
def emergency(facts: GateFacts) -> bool:
    """Whether nobody is known who can be called in an emergency."""
    return facts.afar and not contact_known(facts.profile)

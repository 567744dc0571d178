"""What exactly is missing where a rule asks for several things at once.

A sentence that names what is filled in already would send her looking for what is not wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.attendance import roster
from app.domain.blank import is_blank
from app.domain.intake import IdentityStatus
from app.domain.sheet_answers import gaps

if TYPE_CHECKING:
    from app.domain.client import Profile
    from app.domain.gate import GateFacts

NAME: Final = "name"
REACH: Final = "reach"
"""A way to reach the client: telephone, WeChat or e-mail."""
CLIENT_ZONE: Final = "client_zone"
OWN_ZONE: Final = "own_zone"
"""The time zone of a city that is written down already."""
TALK: Final = "talk"
"""What was said about it with somebody who stays anonymous."""


def who_lacks(profile: Profile) -> frozenset[str]:
    """Return which of name and a way to reach the client is not on record (clause 104).

    Of somebody who stays anonymous neither is asked: it is talked over instead (clause 066).
    """
    if profile.intake.identity.status is IdentityStatus.ANONYMOUS:
        return frozenset({TALK})
    unnamed = is_blank(profile.name)
    unreached = all(map(is_blank, (profile.phone, profile.wechat, profile.email)))
    found = ((NAME, unnamed), (REACH, unreached))
    return frozenset(field for field, missing in found if missing)


def zones_lack(profile: Profile) -> frozenset[str]:
    """Return which city, the client's or the counselor's, has no time zone (clauses 038, 104)."""
    places = ((CLIENT_ZONE, profile.place), (OWN_ZONE, profile.counselor_place))
    return frozenset(
        field for field, one in places if not is_blank(one.city) and not one.time_zone.strip()
    )


def profile_lacks(profile: Profile) -> frozenset[str]:
    """Return what is missing of the things that a record has in part (clauses 038, 104)."""
    return who_lacks(profile) | zones_lack(profile)


def lacking(facts: GateFacts) -> frozenset[str]:
    """Return the fields of profile and sheet that the rules wait for (104, 108, 121, 123)."""
    people = roster(facts.profile, facts.sheet)
    open_ones = gaps(facts.session.mode, facts.note.body, facts.sheet, people)
    return profile_lacks(facts.profile) | frozenset(open_ones)

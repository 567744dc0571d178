"""The counselor and the practice, as printed on consent forms (clauses 008, 037, 061)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.domain.case import HOTLINES
from app.domain.client import Place
from app.domain.practice_profile import PracticeProfile

if TYPE_CHECKING:
    from app.domain.case import ServiceMode


@dataclass(frozen=True)
class Practice:
    """Who the counselor is; every field may be empty until a form asks for it."""

    name: str = field(default="", repr=False)
    counselor: str = field(default="", repr=False)
    credentials: str = field(default="", repr=False)
    credential_link: str = field(default="", repr=False)
    orientation: str = field(default="", repr=False)
    platform: str = field(default="", repr=False)
    fee: str = field(default="", repr=False)
    contact: str = field(default="", repr=False)
    place: Place = field(default_factory=Place, repr=False)
    profile: PracticeProfile = field(default_factory=PracticeProfile, repr=False)


def as_seen(practice: Practice, mode: ServiceMode) -> Practice:
    """Return the practice as clients of a way of service see it (clause 005).

    At a hotline the counselor is a number: her name is not given, nor how to reach her, nor what is
    typed of her qualifications, which may hold either. What the hotline itself says stays.
    """
    if mode not in HOTLINES:
        return practice
    return replace(
        practice, counselor=practice.profile.code, credentials="", credential_link="", contact=""
    )

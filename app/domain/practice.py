"""The counselor and the practice, as printed on consent forms (clauses 008, 037, 061)."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.client import Place
from app.domain.practice_profile import PracticeProfile


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

"""The form of a case that is not opened yet."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.case import ServiceMode
from app.domain.client import Profile


@dataclass(frozen=True)
class CaseForm:
    """A form for a new case as far as it is filled in; nothing in it has been checked."""

    code: str = field(default="", repr=False)
    mode: ServiceMode = ServiceMode.FACE_TO_FACE
    profile: Profile = field(default_factory=Profile, repr=False)

    @property
    def empty(self) -> bool:
        """Whether nothing was typed; a way of service alone is not worth keeping."""
        return not self.code.strip() and self.profile == Profile()

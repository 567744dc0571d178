"""The form of a case that is not opened yet."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.case import ServiceMode
from app.domain.client import Profile


@dataclass(frozen=True)
class CaseForm:
    """A form for a new case as far as it is filled in; nothing in it has been checked.

    `first` is when the first appointment is, in the words that were typed.
    """

    code: str = field(default="", repr=False)
    mode: ServiceMode = ServiceMode.FACE_TO_FACE
    profile: Profile = field(default_factory=Profile, repr=False)
    first: str = field(default="", repr=False)

    @property
    def empty(self) -> bool:
        """Whether nothing was typed; a way of service alone is not worth keeping."""
        return not f"{self.code}{self.first}".strip() and self.profile == Profile()

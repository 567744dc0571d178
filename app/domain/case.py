"""A piece of work with a client, from intake to close."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from app.domain.errors import CodeNameMissing

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.ids import CaseId


class ServiceMode(Enum):
    """The way of service; the rules of a formal session depend on it."""

    FACE_TO_FACE = "face_to_face"
    ONLINE = "online"
    HOTLINE_GENERAL = "hotline_general"
    HOTLINE_REGULAR = "hotline_regular"
    CRISIS = "crisis"

    @property
    def remote(self) -> bool:
        """Whether counselor and client are in different places."""
        return self is not ServiceMode.FACE_TO_FACE


FORMAL_AFAR: Final = frozenset({ServiceMode.ONLINE, ServiceMode.HOTLINE_REGULAR})
"""Formal counselling from afar: everything that the guidance asks of a remote session holds there.

An emergency waits for nothing; who calls a general hotline is asked for neither identity nor place.
"""


CONSENT_MODES: Final = FORMAL_AFAR | {ServiceMode.FACE_TO_FACE}
"""The ways of service for which consent is signed before a session counts (030, 152, 012)."""

HOTLINES: Final = frozenset({ServiceMode.HOTLINE_GENERAL, ServiceMode.HOTLINE_REGULAR})
"""Where clients know the counselor by a number: neither name nor contact is given them (005)."""


class CaseState(Enum):
    """Whether a case is being worked on."""

    OPEN = "open"
    CLOSED = "closed"


class CaseLock(Enum):
    """Whether a case has a password of its own, and whether that was given in this session."""

    NONE = "none"
    SHUT = "shut"
    OPEN = "open"


@dataclass(frozen=True)
class Case:
    """A case (个案) with its code name (代号).

    Of one that is shut nothing but the number can be said: its code is `shut_code`.
    """

    id: CaseId
    code: str = field(repr=False)
    mode: ServiceMode
    state: CaseState
    opened_at: datetime
    lock: CaseLock = CaseLock.NONE

    @property
    def shut(self) -> bool:
        """Whether its words cannot be read until its own password is given."""
        return self.lock is CaseLock.SHUT


def shut_code(case_id: CaseId) -> str:
    """Return what stands in place of the code name of a case that is shut: its number."""
    return f"№ {case_id:d}"


def clean_code(code: str) -> str:
    """Return the code name without outer white space; raise `CodeNameMissing` if none is left."""
    kept = code.strip()
    if not kept:
        raise CodeNameMissing
    return kept

"""Legal hold (法律保全): as long as one stands, nothing of a case is destroyed or rewritten (147).

A lawsuit, a complaint to an ethics committee or an inquiry needs the record as it is. Each hold is
placed with who asks for it, and lifted with a reason; both stay in the file.

Work goes on meanwhile: a note that is not signed, or a form that is begun, is written on and
entered as before. So a hold keeps the words of each as they stood when it began; whatever becomes
of a draft since then, what was there stays until the case is destroyed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from app.domain.as_json import known_in
from app.domain.blank import is_blank
from app.domain.entry import EntryKind
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from app.domain.entry import CaseEntry
    from app.domain.ids import EntryId


class DraftPart(Enum):
    """What can be unfinished in a case while a hold begins."""

    NOTE = "note"
    SHEET = "sheet"
    AMENDMENT = "amendment"
    ENTRY = "entry"
    CONSENT = "unsigned consent"


@dataclass(frozen=True)
class Stood:
    """A draft as it stood when a hold began.

    `number` is that of the session, 0 where it is of none; `kind` the value of the kind of an
    entry or of the purpose of a consent, and `raw` is all that was kept of it.
    """

    part: DraftPart
    number: int = 0
    kind: str = ""
    raw: Mapping[str, Any] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class LegalHold:
    """Who asks for it, by which document, since when (an ISO day), and what it is about.

    `stood` are the drafts as they were when it began.
    """

    authority: str = field(default="", repr=False)
    number: str = field(default="", repr=False)
    since: str = ""
    reason: str = field(default="", repr=False)
    stood: tuple[Stood, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class HoldLift:
    """The end of a hold: of which, on which ISO day, and why."""

    hold: int = 0
    on: str = ""
    why: str = field(default="", repr=False)


@dataclass(frozen=True)
class HoldStanding:
    """A hold as it stands; `lift` is None as long as it holds."""

    id: EntryId
    at: datetime
    hold: LegalHold = field(repr=False)
    lift: HoldLift | None = field(default=None, repr=False)


HOLD: Final[Book[LegalHold]] = Book("hold")
"""What a hold lacks before it stands."""
LIFT: Final[Book[HoldLift]] = Book("lift")
"""What the end of a hold lacks."""


@HOLD.rule("147", step=Step.HOLD)
def authority(made: LegalHold) -> bool:
    """Whether it is not said who asks for it."""
    return is_blank(made.authority)


@HOLD.rule("147", step=Step.HOLD)
def number(made: LegalHold) -> bool:
    """Whether no document is named; where there is none, that is written."""
    return is_blank(made.number)


@HOLD.rule("147", step=Step.HOLD)
def since(made: LegalHold) -> bool:
    """Whether the day is missing."""
    return not made.since


@HOLD.rule("147", step=Step.HOLD)
def reason(made: LegalHold) -> bool:
    """Whether it is not said what it is about."""
    return is_blank(made.reason)


@LIFT.rule("147", step=Step.HOLD)
def on(made: HoldLift) -> bool:
    """Whether the day on which it ended is missing."""
    return not made.on


@LIFT.rule("147", step=Step.HOLD)
def why(made: HoldLift) -> bool:
    """Whether it is not said why it ended."""
    return is_blank(made.why)


def hold_of(raw: Mapping[str, Any]) -> LegalHold:
    """Return the hold that an entry holds."""
    values = known_in(raw, LegalHold)
    stood = (known_in(one, Stood) for one in values.pop("stood", ()))
    kept = tuple(Stood(**{**one, "part": DraftPart(one["part"])}) for one in stood)
    return LegalHold(**values, stood=kept)


def lift_of(raw: Mapping[str, Any]) -> HoldLift:
    """Return the end of a hold that an entry holds."""
    return HoldLift(**known_in(raw, HoldLift))


def holds_of(entries: Iterable[CaseEntry]) -> tuple[HoldStanding, ...]:
    """Return the holds among entries in their order, each with its end."""
    found = tuple(entries)
    ends = {
        lift_of(one.value).hold: lift_of(one.value)
        for one in found
        if one.kind is EntryKind.HOLD_LIFTED
    }
    return tuple(
        HoldStanding(one.id, one.at, hold_of(one.value), ends.get(one.id))
        for one in found
        if one.kind is EntryKind.LEGAL_HOLD
    )

"""A change of the way of service: what was discussed, what the client decided, and from when.

Screen and consent are asked anew after it (clause 071): what held in a room need not hold online.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from app.domain.case import ServiceMode
from app.domain.entry import EntryKind
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.domain.entry import CaseEntry


@dataclass(frozen=True)
class ModeChange:
    """A change of mode; `effective`, aware, is when the day begins from which it holds.

    `sessions` is the number of the last session before it was made.
    """

    before: ServiceMode
    after: ServiceMode | None = None
    options: str = field(default="", repr=False)
    decision: str = field(default="", repr=False)
    effective: datetime | None = None
    sessions: int = 0


MODE_CHANGE: Final[Book[ModeChange]] = Book("mode_change")
"""What a change of mode lacks before it holds."""


def mode_change_of(raw: Mapping[str, Any]) -> ModeChange:
    """Return the change that an entry holds."""
    return ModeChange(
        **{
            **raw,
            "before": ServiceMode(raw["before"]),
            "after": ServiceMode(raw["after"]) if raw["after"] else None,
            "effective": datetime.fromisoformat(raw["effective"]) if raw["effective"] else None,
        }
    )


def changes_in(entries: Iterable[CaseEntry]) -> tuple[ModeChange, ...]:
    """Return the changes of mode among entries, in the order they were made."""
    return tuple(mode_change_of(one.value) for one in entries if one.kind is EntryKind.MODE_CHANGE)


def mode_at(changes: Iterable[ModeChange], at: datetime, now: ServiceMode) -> ServiceMode:
    """Return the way of service at a moment; `now` is what it is after all `changes`.

    A change may be written down before it holds, and a session after it was held.
    """
    known = sorted(changes, key=lambda one: one.effective or at)
    held = [one for one in known if _holds(one, at)]
    if held:
        return held[-1].after or now
    return known[0].before if known else now


def since_change(entries: Sequence[CaseEntry], at: datetime) -> tuple[CaseEntry, ...]:
    """Return what was entered after the last change of mode that holds at a moment; else all."""
    change = last_change(entries, at)
    return tuple(entries[entries.index(change) + 1 :] if change is not None else entries)


def last_change(entries: Sequence[CaseEntry], at: datetime) -> CaseEntry | None:
    """Return the last change of mode that holds at a moment, None where none does."""
    changes = (one for one in entries if one.kind is EntryKind.MODE_CHANGE)
    held = [one for one in changes if _holds(mode_change_of(one.value), at)]
    return held[-1] if held else None


def _holds(change: ModeChange, at: datetime) -> bool:
    """Return whether a change holds at a moment."""
    return change.effective is None or change.effective <= at


@MODE_CHANGE.rule("071", step=Step.SCREEN)
def another(change: ModeChange) -> bool:
    """Whether nothing changes."""
    return change.after in {None, change.before}


@MODE_CHANGE.rule("071", step=Step.SCREEN)
def options(change: ModeChange) -> bool:
    """Whether it is not said which ways were discussed: go on from afar, or wait."""
    return not change.options.strip()


@MODE_CHANGE.rule("071", step=Step.SCREEN)
def decision(change: ModeChange) -> bool:
    """Whether it is not said what the client decided."""
    return not change.decision.strip()


@MODE_CHANGE.rule("071", step=Step.SCREEN)
def effective(change: ModeChange) -> bool:
    """Whether it is not said from when it holds."""
    return change.effective is None

"""A crisis (危机事件): what was done and when, step by step, and five things that none may forget.

Every step is final when it is logged. The event ends once each of the five of 问9·2(2) was done or
it is said why not (clause 098). What other entries say counts: a risk assessment made in it, or
within a day before, is the second of the five, a call to the emergency contact the third.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from app.domain.blank import is_blank
from app.domain.entry import EntryKind
from app.domain.ids import EntryId
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.domain.entry import CaseEntry


class CrisisItem(Enum):
    """The five of 问9·2(2), in the order of the guidance (clause 098)."""

    REFERRAL = "referral"
    ASSESSMENT = "assessment"
    CONTACT = "emergency contact"
    HOTLINE = "hotline"
    IN_PERSON = "in person"


class CrisisAct(Enum):
    """What a step is."""

    OPENED = "opened"
    CLIENT = "client reached"
    CONTACT = "emergency contact reached"
    PLACE = "place confirmed"
    POLICE = "police called"
    MEDICAL = "ambulance called"
    CONSULTED = "consulted"
    OTHER = "other"
    DONE = "done"
    NOT_DONE = "not done"
    CLOSED = "closed"


LOGGED: Final = (
    CrisisAct.CLIENT,
    CrisisAct.CONTACT,
    CrisisAct.PLACE,
    CrisisAct.POLICE,
    CrisisAct.MEDICAL,
    CrisisAct.CONSULTED,
    CrisisAct.OTHER,
)
"""What is logged as it happens, the first thing first."""
NO_EVENT: Final = EntryId(0)
"""The event of the step that begins one."""
BEFORE: Final = timedelta(hours=24)
"""How long before an event an assessment was made that is of the same crisis."""
_OF_ITEM: Final = frozenset({CrisisAct.DONE, CrisisAct.NOT_DONE})


@dataclass(frozen=True)
class CrisisStep:
    """One step: `event` is the id of the step that opened the event, 0 for that one itself.

    `words` say what happened, where somebody is, why something was not done, or how it ended;
    `plan` is the emergency plan that an event begins with. `next_contact` is aware.
    """

    act: CrisisAct | None = None
    event: EntryId = NO_EVENT
    item: CrisisItem | None = None
    words: str = field(default="", repr=False)
    plan: str = field(default="", repr=False)
    next_contact: datetime | None = None


STEP: Final[Book[CrisisStep]] = Book("crisis")
"""What a step lacks before it is logged."""


def step_of(raw: Mapping[str, Any]) -> CrisisStep:
    """Return the step that an entry holds."""
    at = raw["next_contact"]
    return CrisisStep(
        CrisisAct(raw["act"]) if raw["act"] else None,
        EntryId(raw["event"]),
        CrisisItem(raw["item"]) if raw["item"] else None,
        raw["words"],
        raw["plan"],
        datetime.fromisoformat(at) if at else None,
    )


@STEP.rule("122", step=Step.CRISIS)
def act(step: CrisisStep) -> bool:
    """Whether nobody can tell what was done."""
    return step.act is None


@STEP.rule("098", step=Step.CRISIS)
def what(step: CrisisStep) -> bool:
    """Whether an event begins without a word of what happened."""
    return step.act is CrisisAct.OPENED and is_blank(step.words)


@STEP.rule("124", step=Step.CRISIS)
def plan(step: CrisisStep) -> bool:
    """Whether an event begins without a plan for the emergency."""
    return step.act is CrisisAct.OPENED and is_blank(step.plan)


@STEP.rule("016", "047", step=Step.CRISIS)
def where(step: CrisisStep) -> bool:
    """Whether a place is confirmed and not written down."""
    return step.act is CrisisAct.PLACE and is_blank(step.words)


@STEP.rule("122", step=Step.CRISIS)
def what_else(step: CrisisStep) -> bool:
    """Whether something else was done, and nobody says what."""
    return step.act is CrisisAct.OTHER and is_blank(step.words)


@STEP.rule("098", step=Step.CRISIS)
def which(step: CrisisStep) -> bool:
    """Whether it is not said which of the five is meant."""
    return step.act in _OF_ITEM and step.item is None


@STEP.rule("098", step=Step.CRISIS)
def why_not(step: CrisisStep) -> bool:
    """Whether one of the five was not done, and nobody says why."""
    return step.act is CrisisAct.NOT_DONE and is_blank(step.words)


@dataclass(frozen=True)
class Settled:
    """How one of the five stands: done, or not done for a reason."""

    done: bool
    at: datetime
    words: str = field(default="", repr=False)


@dataclass(frozen=True)
class CrisisEvent:
    """An event as its steps tell it; `closed_at` is None while it goes on."""

    id: EntryId
    opened_at: datetime
    what: str = field(repr=False)
    plan: str = field(repr=False)
    steps: tuple[tuple[datetime, CrisisStep], ...] = field(repr=False)
    settled: Mapping[CrisisItem, Settled] = field(default_factory=dict, repr=False)
    closed_at: datetime | None = None
    outcome: str = field(default="", repr=False)


@dataclass(frozen=True)
class Closing:
    """An event that is to end, and the step that ends it."""

    event: CrisisEvent = field(repr=False)
    step: CrisisStep = field(repr=False)


CLOSING: Final[Book[Closing]] = Book("closing")
"""What an event lacks before it can end."""


@CLOSING.rule("098", step=Step.CRISIS)
def referral(closing: Closing) -> bool:
    """Whether nobody was referred, and it is not said why."""
    return CrisisItem.REFERRAL not in closing.event.settled


@CLOSING.rule("098", step=Step.CRISIS)
def assessment(closing: Closing) -> bool:
    """Whether the danger was not assessed, and it is not said why."""
    return CrisisItem.ASSESSMENT not in closing.event.settled


@CLOSING.rule("098", "122", step=Step.CRISIS)
def contact(closing: Closing) -> bool:
    """Whether the emergency contact was not called, and it is not said why."""
    return CrisisItem.CONTACT not in closing.event.settled


@CLOSING.rule("098", step=Step.CRISIS)
def hotline(closing: Closing) -> bool:
    """Whether the client was told of no hotline, and it is not said why."""
    return CrisisItem.HOTLINE not in closing.event.settled


@CLOSING.rule("098", step=Step.CRISIS)
def in_person(closing: Closing) -> bool:
    """Whether it was not moved to help in person, and it is not said why."""
    return CrisisItem.IN_PERSON not in closing.event.settled


@CLOSING.rule("098", step=Step.CRISIS)
def outcome(closing: Closing) -> bool:
    """Whether it is not said how it ended."""
    return is_blank(closing.step.words)


def events_of(entries: Iterable[CaseEntry]) -> tuple[CrisisEvent, ...]:
    """Return the events of a case by its entries, given in the order they were made."""
    found: dict[EntryId, CrisisEvent] = {}
    assessed: datetime | None = None
    for one in entries:
        if one.kind is EntryKind.RISK:
            assessed = one.at
            going_on = tuple(it for it in found.values() if it.closed_at is None)
        elif one.kind is EntryKind.CRISIS:
            going_on = _take(found, one, step_of(one.value))
        else:
            continue
        for event in going_on:
            if assessed is not None and assessed > event.opened_at - BEFORE:
                how = Settled(done=True, at=assessed)
                found[event.id] = _settle(event, CrisisItem.ASSESSMENT, how)
    return tuple(found.values())


def _take(
    found: dict[EntryId, CrisisEvent], entry: CaseEntry, step: CrisisStep
) -> tuple[CrisisEvent, ...]:
    """Add a step to the event it belongs to; return the event that it begins, if it does."""
    at = entry.at
    if step.act is CrisisAct.OPENED:
        found[entry.id] = CrisisEvent(entry.id, at, step.words, step.plan, ((at, step),))
        return (found[entry.id],)
    event = replace(found[step.event], steps=(*found[step.event].steps, (at, step)))
    if step.act is CrisisAct.CLOSED:
        event = replace(event, closed_at=at, outcome=step.words)
    elif step.act is CrisisAct.CONTACT:
        event = _settle(event, CrisisItem.CONTACT, Settled(done=True, at=at, words=step.words))
    elif step.item is not None:
        event = _settle(event, step.item, Settled(step.act is CrisisAct.DONE, at, step.words))
    found[step.event] = event
    return ()


def _settle(event: CrisisEvent, item: CrisisItem, how: Settled) -> CrisisEvent:
    return replace(event, settled={**event.settled, item: how})

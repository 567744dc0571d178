"""How a referral goes on: the letter goes out, the receipt (回执) comes back, they arrive."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from app.domain.blank import is_blank
from app.domain.entry import EntryKind
from app.domain.ids import EntryId
from app.domain.referral import Answer, referral_of
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from app.domain.entry import CaseEntry
    from app.domain.referral import ReferralForm


class ReferralAct(Enum):
    """What happened to a referral since."""

    SENT = "sent"
    RECEIPT = "receipt"
    CONTACT = "contact"
    ARRIVED = "arrived"
    GIVEN_UP = "given up"


ENDS: Final = frozenset({ReferralAct.RECEIPT, ReferralAct.GIVEN_UP})
"""After one of these nobody waits for a receipt any more."""


@dataclass(frozen=True)
class ReferralStep:
    """One step of the referral that the entry `referral` holds; `on` is an ISO day."""

    referral: EntryId
    act: ReferralAct | None = None
    on: str = ""
    words: str = field(default="", repr=False)


@dataclass(frozen=True)
class ReferralCourse:
    """A referral with its steps, each with when it was written."""

    id: EntryId
    at: datetime
    form: ReferralForm = field(repr=False)
    steps: tuple[tuple[datetime, ReferralStep], ...] = field(default=(), repr=False)

    @property
    def waits(self) -> bool:
        """Whether a receipt was asked for, and has neither come nor been given up."""
        asked = self.form.answer is not Answer.DECLINED and bool(self.form.back_by)
        return asked and not any(one.act in ENDS for _, one in self.steps)


@dataclass(frozen=True)
class ReferralFacts:
    """A referral on a day of the practice's calendar."""

    course: ReferralCourse
    today: date


REFERRAL_STEP: Final[Book[ReferralStep]] = Book("referral_step")
"""What a step lacks before it is written down."""
REFERRAL_CARE: Final[Book[ReferralFacts]] = Book("referral_care")
"""What is reminded of; it stops nothing."""


def referral_step_of(raw: Mapping[str, Any]) -> ReferralStep:
    """Return the step that an entry holds."""
    act = raw.get("act")
    return ReferralStep(
        EntryId(raw["referral"]),
        ReferralAct(act) if act else None,
        str(raw.get("on", "")),
        str(raw.get("words", "")),
    )


@REFERRAL_STEP.rule("126", step=Step.REFERRAL)
def act(step: ReferralStep) -> bool:
    """Whether nobody can tell what happened."""
    return step.act is None


@REFERRAL_STEP.rule("126", step=Step.REFERRAL)
def on(step: ReferralStep) -> bool:
    """Whether it is not known on which day."""
    return not step.on


@REFERRAL_STEP.rule("126", step=Step.REFERRAL)
def why(step: ReferralStep) -> bool:
    """Whether a receipt is given up, and nobody says why."""
    return step.act is ReferralAct.GIVEN_UP and is_blank(step.words)


@REFERRAL_CARE.rule("126", step=Step.REFERRAL)
def receipt_late(facts: ReferralFacts) -> bool:
    """Whether the day by which the receipt was asked back has come, and it has not."""
    course = facts.course
    return course.waits and date.fromisoformat(course.form.back_by) <= facts.today


def referrals_of(entries: Iterable[CaseEntry]) -> tuple[ReferralCourse, ...]:
    """Return the referrals among the entries of a case, given in the order they were made."""
    found: dict[EntryId, ReferralCourse] = {}
    for one in entries:
        if one.kind is EntryKind.REFERRAL:
            found[one.id] = ReferralCourse(one.id, one.at, referral_of(one.value))
        elif one.kind is EntryKind.REFERRAL_STEP:
            step = referral_step_of(one.value)
            course = found.get(step.referral)
            if course is not None:
                steps = (*course.steps, (one.at, step))
                found[step.referral] = replace(course, steps=steps)
    return tuple(found.values())


def receipts_late(entries: Iterable[CaseEntry], today: date) -> tuple[ReferralCourse, ...]:
    """Return the referrals whose receipt is overdue on a day (clause 126)."""
    every = referrals_of(entries)
    return tuple(one for one in every if REFERRAL_CARE.broken(ReferralFacts(one, today)))

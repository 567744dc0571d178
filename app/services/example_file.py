"""What was entered into the files of the invented practice on its hard days, each on its day.

In the story a day is a number: so many days after the one on which it was entered.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from app.domain.client_request import answer_of, request_of
from app.domain.destruction import Ground, Proposal
from app.domain.disclosure import disclosure_of, followed_of
from app.domain.ending import ending_of
from app.domain.entry import EntryKind
from app.domain.ethics import ethics_of
from app.domain.follow_up import follow_plan_of, follow_up_of
from app.domain.legal_hold import hold_of, lift_of
from app.domain.referral import referral_of
from app.domain.referral_course import referral_step_of
from app.domain.risk_assessment import risk_of
from app.domain.safety_plan import plan_of
from app.services import (
    client_requests,
    destruction,
    disclosures,
    endings,
    ethics,
    follow_ups,
    holds,
    referrals,
    risks,
    safety_plans,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.domain.case import Case
    from app.ports import OpenVault
    from app.services.tools import Tools

_ABOUT: Final = frozenset({"kind", "ago", "at", "hours", "after"})
"""What is said of an entry beside its words."""


@dataclass(frozen=True)
class Filing:
    """An entry that is made: into which case, on which day, in which language, of what words."""

    vault: OpenVault
    tools: Tools
    case: Case
    day: date
    language: str
    raw: Mapping[str, Any] = field(repr=False)

    def words(self, **more: object) -> dict[str, Any]:
        """Return the words of the entry, its days by the calendar, and what is put with them."""
        said = {key: self._dated(one) for key, one in self.raw.items() if key not in _ABOUT}
        return {**said, **more}

    def last(self, kind: EntryKind) -> int:
        """Return the number of the last entry of a kind, which this one is about."""
        return int(self.vault.entries.of_case(self.case.id, kind)[-1].id)

    def plan(self) -> Mapping[str, Any]:
        """Return when one asks afterwards."""
        return {key: self._dated(one) for key, one in self.raw["after"].items()}

    def _dated(self, one: object) -> object:
        """Return a value with the days in it by the calendar."""
        if isinstance(one, list):
            return [self._dated(each) for each in one]
        if isinstance(one, int) and not isinstance(one, bool):
            return (self.day + timedelta(days=one)).isoformat()
        return one


def enter(made: Filing) -> None:
    """Make one entry, as the counselor would have: by the same services, under the same rules."""
    _ACTS[made.raw["kind"]](made)


def _risk(one: Filing) -> None:
    at = one.tools.clock.now() + timedelta(hours=one.raw["hours"]) if "hours" in one.raw else None
    blank = {"consulted": "", "next_contact": "" if at is None else at.isoformat()}
    risks.record(one.vault, one.tools.clock, one.case.id, risk_of({**blank, **one.words()}))


def _safety(one: Filing) -> None:
    safety_plans.record(one.vault, one.tools.clock, one.case.id, plan_of(one.words()))


def _ethics(one: Filing) -> None:
    ethics.record(one.vault, one.tools, one.case.id, ethics_of(one.words()))


def _disclosure(one: Filing) -> None:
    edition = one.tools.disclosure_texts[one.language].edition
    told = disclosure_of(one.words(edition=edition))
    disclosures.record(one.vault, one.tools, one.case.id, told, ())


def _followed(one: Filing) -> None:
    after = followed_of(one.words(disclosure=one.last(EntryKind.DISCLOSURE)))
    disclosures.follow(one.vault, one.tools, one.case.id, after)


def _referral(one: Filing) -> None:
    edition = one.tools.ending_texts[one.language].edition
    referrals.record(one.vault, one.tools, one.case.id, referral_of(one.words(edition=edition)))


def _step(one: Filing) -> None:
    step = referral_step_of(one.words(referral=one.last(EntryKind.REFERRAL)))
    referrals.step(one.vault, one.tools, one.case.id, step)


def _ending(one: Filing) -> None:
    words = one.words(edition=one.tools.ending_texts[one.language].edition, kind=one.raw["how"])
    plan = follow_plan_of(one.plan()) if "after" in one.raw else None
    endings.record(one.vault, one.tools, one.case.id, ending_of(words), plan)


def _follow_up(one: Filing) -> None:
    follow_ups.record(one.vault, one.tools, one.case.id, follow_up_of(one.words()))


def _hold(one: Filing) -> None:
    holds.place(one.vault, one.tools, one.case.id, hold_of(one.words()))


def _lift(one: Filing) -> None:
    lifted = lift_of(one.words(hold=one.last(EntryKind.LEGAL_HOLD)))
    holds.lift(one.vault, one.tools, one.case.id, lifted)


def _request(one: Filing) -> None:
    asked = request_of(one.words(kind=one.raw["what"]))
    client_requests.receive(one.vault, one.tools, one.case.id, asked)


def _answer(one: Filing) -> None:
    answered = answer_of(one.words(request=one.last(EntryKind.CLIENT_REQUEST)))
    client_requests.answer(one.vault, one.tools, one.case.id, answered)


def _mark(one: Filing) -> None:
    proposal = Proposal(Ground(one.raw["ground"]), weighed=True)
    destruction.mark(one.vault, one.tools.clock, one.case.id, proposal)


_ACTS: Final[Mapping[str, Callable[[Filing], None]]] = {
    "risk": _risk,
    "safety": _safety,
    "ethics": _ethics,
    "disclosure": _disclosure,
    "followed": _followed,
    "referral": _referral,
    "step": _step,
    "ending": _ending,
    "follow-up": _follow_up,
    "hold": _hold,
    "lift": _lift,
    "request": _request,
    "answer": _answer,
    "mark": _mark,
}

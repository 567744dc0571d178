"""Whether a de-identified summary may leave, and what stands on record of one that left.

Supervision and peer discussion are open to what nobody can be recognised in (clauses 013, 114);
teaching, research and the complete case ask for a consent of their own (018, 115), and a team for
its own promise of confidentiality (158). Four kinds of detail are looked at by a person before
anything leaves, whatever the program found (157).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from app.domain.as_json import known_in
from app.domain.consent import ConsentState
from app.domain.consent_purpose import Purpose
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from app.domain.consent import Consent


class Audience(Enum):
    """Who is to read a summary."""

    INDIVIDUAL = "individual"
    GROUP = "group"
    PEER = "peer"
    TEAM = "team"
    TEACHING = "teaching"
    RESEARCH = "research"


class Detail(Enum):
    """The four kinds of detail by which somebody is known where no name stands (clause 157)."""

    NAMES = "names"
    FAMILY = "family"
    EXPERIENCES = "experiences"
    LOOKS = "looks"


SUPERVISION: Final = frozenset({Audience.INDIVIDUAL, Audience.GROUP, Audience.PEER})
_PUBLIC: Final = frozenset({Audience.TEACHING, Audience.RESEARCH})
SUMMARY: Final[Book[SummaryFacts]] = Book("summary")
"""What stands in the way of a summary's leaving."""


@dataclass(frozen=True)
class SummaryFacts:
    """A summary that is to leave; `now` is aware, `consents` are all of the case.

    `team` names those who have promised confidentiality, `whole` says that every note is in it.
    """

    audience: Audience
    looked_at: frozenset[Detail]
    consents: tuple[Consent, ...]
    now: datetime
    recipient: str = field(default="", repr=False)
    team: frozenset[str] = field(default=frozenset(), repr=False)
    whole: bool = False

    def allowed(self, purpose: Purpose) -> bool:
        """Return whether a consent of its own to `purpose` is in force."""
        return any(one.purpose is purpose and one.in_force(self.now) for one in self.consents)

    def taken_back(self, purpose: Purpose) -> bool:
        """Return whether the last word on `purpose` is that the client withdrew it."""
        return taken_back(self.consents, purpose, self.now)


def taken_back(consents: Iterable[Consent], purpose: Purpose, now: datetime) -> bool:
    """Return whether the last word on `purpose` is that the client withdrew it."""
    known = [one for one in consents if one.purpose is purpose]
    withdrawn = any(one.state is ConsentState.WITHDRAWN for one in known)
    return withdrawn and not any(one.in_force(now) for one in known)


@SUMMARY.rule("157", step=Step.NOTE)
def details(facts: SummaryFacts) -> bool:
    """Whether one of the four kinds of detail was not looked at by a person."""
    return not facts.looked_at.issuperset(Detail)


@SUMMARY.rule("046", step=Step.CONSENT)
def withdrawn(facts: SummaryFacts) -> bool:
    """Whether it is for supervision and the client took the consent to that back."""
    return facts.audience in SUPERVISION and facts.taken_back(Purpose.SUPERVISION)


@SUMMARY.rule("114", "156", step=Step.CONSENT)
def teaching(facts: SummaryFacts) -> bool:
    """Whether it is for teaching without the client's consent to that."""
    return facts.audience is Audience.TEACHING and not facts.allowed(Purpose.TEACHING)


@SUMMARY.rule("018", step=Step.CONSENT)
def research(facts: SummaryFacts) -> bool:
    """Whether it is for research or publication without the client's consent to that."""
    return facts.audience is Audience.RESEARCH and not facts.allowed(Purpose.RESEARCH)


@SUMMARY.rule("115", "157", step=Step.CONSENT)
def complete(facts: SummaryFacts) -> bool:
    """Whether the complete case goes beyond supervision without the consent to just that."""
    return facts.audience in _PUBLIC and facts.whole and not facts.allowed(Purpose.FULL_CASE)


@SUMMARY.rule("158", step=Step.PRACTICE)
def promised(facts: SummaryFacts) -> bool:
    """Whether a member of the team who is to read it has not promised confidentiality."""
    return facts.audience is Audience.TEAM and facts.recipient.strip() not in facts.team


@dataclass(frozen=True)
class SummaryGiven:
    """What stands on record of a summary that left: for whom, why, what was hidden; no content.

    `digests` are the SHA-256 of the files as they were written, in hex; `hidden` counts the places
    by kind. `made_on` is an ISO day.
    """

    number: str
    audience: Audience
    purpose: str = field(repr=False)
    recipient: str = field(repr=False)
    made_on: str
    paper: str = ""
    formats: tuple[str, ...] = ()
    digests: tuple[str, ...] = ()
    hidden: Mapping[str, int] = field(default_factory=dict)
    protected: bool = True


def given_of(raw: Mapping[str, Any]) -> SummaryGiven:
    """Return the summary that an entry tells of; keys that are not known are ignored."""
    values = known_in(raw, SummaryGiven)
    values["audience"] = Audience(values["audience"])
    for key in ("formats", "digests"):
        values[key] = tuple(values.get(key, ()))
    return SummaryGiven(**values)


def audience_of(raw: str) -> Audience:
    """Return the audience of a kept word; individual supervision where it says nothing known."""
    known = {one.value: one for one in Audience}
    return known.get(raw, Audience.INDIVIDUAL)


def promised_names(people: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Return the names of (name, day of the promise) who have promised."""
    return frozenset(name.strip() for name, day in people if name.strip() and day)

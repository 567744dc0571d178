"""What the guidance asks for at the door: what stops a new case, and what is to be looked at.

`INTAKE` holds the stops: a case is not opened before its request is graded (问4·2), and who is in
danger is not taken on from afar (问9·2). `INTAKE_CARE` never stops anything.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from app.domain.age import is_minor
from app.domain.beyond_words import beyond_words
from app.domain.case import FORMAL_AFAR, HOTLINES, ServiceMode
from app.domain.entry import EntryKind
from app.domain.intake import IdentityStatus, Urgency
from app.domain.practice_profile import PracticeProfile
from app.domain.risk import RiskLevel
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from datetime import date

    from app.domain.client import Profile
    from app.domain.ids import CaseId
    from app.domain.intake import Intake


@dataclass(frozen=True)
class IntakeFacts:
    """What is known when somebody seeks counselling, on a day.

    `entries` are the kinds that the file of the case holds, `near` those of her clients who may be
    close to this one, `practice` what she has published of her work.
    """

    mode: ServiceMode
    profile: Profile = field(repr=False)
    on: date
    entries: frozenset[EntryKind] = frozenset()
    near: tuple[CaseId, ...] = ()
    practice: PracticeProfile = field(default_factory=PracticeProfile, repr=False)

    @property
    def intake(self) -> Intake:
        """What was asked."""
        return self.profile.intake

    @property
    def minor(self) -> bool:
        """Whether the client is a minor by the birth date on record."""
        return is_minor(self.profile.birth_date, self.on)


INTAKE: Final[Book[IntakeFacts]] = Book("intake")
"""What stops the opening of a case."""
INTAKE_CARE: Final[Book[IntakeFacts]] = Book("intake_care")
"""What is to be looked at when somebody is taken on."""


@INTAKE.rule("073", step=Step.INTAKE)
def graded(facts: IntakeFacts) -> bool:
    """Whether the request is not graded."""
    return facts.intake.triage.urgency is None


@INTAKE.rule("073", step=Step.INTAKE)
def reasons(facts: IntakeFacts) -> bool:
    """Whether it is not said why it is graded so."""
    return not facts.intake.triage.reasons.strip()


@INTAKE.rule("097", step=Step.INTAKE)
def danger_afar(facts: IntakeFacts) -> bool:
    """Whether somebody in danger would be taken on from afar."""
    return facts.mode in FORMAL_AFAR and facts.intake.triage.risk is RiskLevel.HIGH


@INTAKE.rule("097", step=Step.INTAKE)
def led_on(facts: IntakeFacts) -> bool:
    """Whether an emergency is dealt with and nobody says where it is led on to."""
    danger = facts.intake.triage.risk is RiskLevel.HIGH
    return facts.mode is ServiceMode.CRISIS and danger and not facts.intake.triage.referral.strip()


@INTAKE_CARE.rule("097", step=Step.INTAKE)
def danger_known(facts: IntakeFacts) -> bool:
    """Whether danger has become known in a case that is taken on from afar."""
    return facts.mode in FORMAL_AFAR and facts.intake.triage.risk is RiskLevel.HIGH


@INTAKE_CARE.rule("073", step=Step.INTAKE)
def ungraded(facts: IntakeFacts) -> bool:
    """Whether a case that came by another way was never graded, or nobody said why."""
    triage = facts.intake.triage
    return triage.urgency is None or not triage.reasons.strip()


@INTAKE_CARE.rule("074", step=Step.INTAKE)
def unanswered(facts: IntakeFacts) -> bool:
    """Whether an urgent request was not answered yet."""
    asked = facts.intake
    return asked.triage.urgency is Urgency.URGENT and asked.request.answered_at is None


@INTAKE_CARE.rule("066", step=Step.PROFILE)
def anonymous(facts: IntakeFacts) -> bool:
    """Whether a client stays anonymous and nobody wrote down what was said about it."""
    nameless = facts.intake.identity.status is IdentityStatus.ANONYMOUS
    return nameless and EntryKind.IDENTITY_TALK not in facts.entries


@INTAKE_CARE.rule("066", step=Step.PROFILE)
def unnamed(facts: IntakeFacts) -> bool:
    """Whether danger is known and it is not sure who or where the client is."""
    risk, profile = facts.intake.triage.risk, facts.profile
    known = facts.intake.identity.status is IdentityStatus.VERIFIED
    reached = profile.phone.strip() and (profile.place.city.strip() or profile.address.strip())
    return risk in {RiskLevel.MIDDLE, RiskLevel.HIGH} and not (known and reached)


@INTAKE_CARE.rule("005", "032", step=Step.INTAKE)
def relation_unasked(facts: IntakeFacts) -> bool:
    """Whether nobody asked yet if counselor and client know each other."""
    return facts.intake.ties.known is None


@INTAKE_CARE.rule("005", "032", step=Step.INTAKE)
def relation(facts: IntakeFacts) -> bool:
    """Whether they know each other and nobody weighed what that means."""
    known = facts.intake.ties.known is True
    return known and EntryKind.RELATION_CHECK not in facts.entries


@INTAKE_CARE.rule("006", step=Step.INTAKE)
def family(facts: IntakeFacts) -> bool:
    """Whether family or a partner of this client is among her clients."""
    return bool(facts.intake.ties.others)


@INTAKE_CARE.rule("006", step=Step.INTAKE)
def perhaps_family(facts: IntakeFacts) -> bool:
    """Whether somebody among her clients may be close to this one, and is not written down so."""
    written = {one.case_id for one in facts.intake.ties.others}
    return any(one not in written for one in facts.near)


@INTAKE_CARE.rule("137", step=Step.INTAKE)
def doctors_words(facts: IntakeFacts) -> bool:
    """Whether the counselor's own words diagnose, or advise on medicines."""
    asked = facts.intake
    own = (asked.triage.reasons, asked.triage.referral, asked.request.expects, asked.needs.other)
    return bool(beyond_words(*own))


@INTAKE_CARE.rule("138", step=Step.INTAKE)
def guardian(facts: IntakeFacts) -> bool:
    """Whether a minor has no guardian on record who can be reached."""
    reached = (one.name.strip() and one.phone.strip() for one in facts.intake.guardians)
    return facts.minor and not any(reached)


@INTAKE_CARE.rule("138", step=Step.INTAKE)
def not_by_voice(facts: IntakeFacts) -> bool:
    """Whether somebody who needs writing is taken on by telephone."""
    return facts.intake.needs.text and facts.mode in HOTLINES


@INTAKE_CARE.rule("108", step=Step.INTAKE)
def members(facts: IntakeFacts) -> bool:
    """Whether several people come and nobody wrote down who."""
    named = any(one.name.strip() for one in facts.intake.members)
    return facts.intake.kind.several and not named


@INTAKE_CARE.rule("061", step=Step.PRACTICE)
def unpublished(facts: IntakeFacts) -> bool:
    """Whether she has not published whom she takes on, and what for."""
    said = (facts.practice.scope, facts.practice.requirements)
    return not all(one.strip() for one in said)

"""What is asked when somebody seeks counselling (接案): who, how urgent, and what must be minded.

It is part of what is known of a client and changes as more is learned; every field may be empty.
What the guidance asks for at the door is in `app.domain.intake_rules`. There is no field for a
diagnosis of the counselor's own: only what a hospital said, as the client tells it (clause 137).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from app.domain.as_json import known_in
from app.domain.entry import FORMS
from app.domain.ids import CaseId
from app.domain.risk import RiskLevel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


class CaseType(Enum):
    """Whom a case is about (个案类型, clause 108)."""

    INDIVIDUAL = "individual"
    COUPLE = "couple"
    FAMILY = "family"
    GROUP = "group"

    @property
    def several(self) -> bool:
        """Whether more than one person comes, so that confidentiality is agreed on together."""
        return self is not CaseType.INDIVIDUAL


class IdentityStatus(Enum):
    """How surely it is known who the client is (clause 066)."""

    VERIFIED = "verified"
    STATED = "stated"
    ANONYMOUS = "anonymous"


class Urgency(Enum):
    """How a request is graded (分级, clause 073), the most urgent first."""

    URGENT = "urgent"
    COMPLEX = "complex"
    ORDINARY = "ordinary"


class IntakeGroup(Enum):
    """A group of questions that stays hidden until it is switched on (clause 144)."""

    GUARDIANS = "guardians"
    MEDICAL = "medical"
    EARLIER = "earlier"
    NEEDS = "needs"
    CULTURE = "culture"


@dataclass(frozen=True)
class Identity:
    """How surely it is known who the client is, and `how` that was made sure of."""

    status: IdentityStatus | None = None
    how: str = field(default="", repr=False)


@dataclass(frozen=True)
class Triage:
    """How a request is graded and why (clause 073); `risk` is what the request lets one fear.

    `referral` is where somebody in danger was led on to (clause 097).
    """

    urgency: Urgency | None = None
    reasons: str = field(default="", repr=False)
    risk: RiskLevel | None = None
    referral: str = field(default="", repr=False)


@dataclass(frozen=True)
class Request:
    """When help was sought and when that was answered first, both aware (clause 074).

    `source` is how the client found the way here, `seeks` what they want help with, in their own
    words, and `expects` what they hope for.
    """

    at: datetime | None = None
    answered_at: datetime | None = None
    source: str = field(default="", repr=False)
    seeks: str = field(default="", repr=False)
    expects: str = field(default="", repr=False)


@dataclass(frozen=True)
class Tie:
    """Another client who is family or a partner of this one (clause 006)."""

    case_id: CaseId
    relation: str = field(default="", repr=False)


@dataclass(frozen=True)
class Ties:
    """Whether counselor and client know each other already, and how (clauses 005, 032).

    None where nobody asked yet. `others` are those of her clients who are close to this one.
    """

    known: bool | None = None
    how: str = field(default="", repr=False)
    others: tuple[Tie, ...] = ()


@dataclass(frozen=True)
class Medical:
    """What the client tells of medical care: a hospital's diagnosis, medication (clause 137)."""

    hospital: str = field(default="", repr=False)
    diagnosis: str = field(default="", repr=False)
    medication: str = field(default="", repr=False)


@dataclass(frozen=True)
class Needs:
    """What makes counselling possible for this client (clause 138).

    `language` is the language or dialect they speak best; `text` says that one writes instead of
    speaking, `large_print` that papers are printed large; `other` is whatever else is needed.
    """

    language: str = field(default="", repr=False)
    text: bool = False
    large_print: bool = False
    other: str = field(default="", repr=False)


@dataclass(frozen=True)
class Guardian:
    """Somebody who answers for a minor (clause 138); `custody` where they have guardianship."""

    name: str = field(default="", repr=False)
    relation: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    custody: bool = False


@dataclass(frozen=True)
class Member:
    """One of those who come to a couple, a family or a group beside the client (clause 108)."""

    name: str = field(default="", repr=False)
    role: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)


@dataclass(frozen=True)
class Intake:
    """Everything that was asked at the beginning.

    `earlier` is counselling that the client had before, `culture` what of their language, culture
    or faith they want considered (clause 007). `shown` are the groups that were switched on; one
    that holds words is shown anyway. `form` is the edition of the program's forms it was asked in
    last, nothing where nothing was asked; two intakes that say the same are equal all the same.
    """

    kind: CaseType = CaseType.INDIVIDUAL
    identity: Identity = field(default_factory=Identity, repr=False)
    triage: Triage = field(default_factory=Triage, repr=False)
    request: Request = field(default_factory=Request, repr=False)
    ties: Ties = field(default_factory=Ties, repr=False)
    medical: Medical = field(default_factory=Medical, repr=False)
    earlier: str = field(default="", repr=False)
    needs: Needs = field(default_factory=Needs, repr=False)
    culture: str = field(default="", repr=False)
    guardians: tuple[Guardian, ...] = field(default=(), repr=False)
    members: tuple[Member, ...] = field(default=(), repr=False)
    shown: tuple[IntakeGroup, ...] = ()
    form: str = field(default="", compare=False)

    def holds(self, group: IntakeGroup) -> bool:
        """Return whether anything of a group is filled in."""
        return _CONTENT[group](self) not in _NOTHING

    def open_groups(self) -> tuple[IntakeGroup, ...]:
        """Return the groups that were switched on or hold something, in their order."""
        return tuple(one for one in IntakeGroup if one in self.shown or self.holds(one))


def asked_now(intake: Intake, before: Intake) -> Intake:
    """Return `intake` as it is stored: what differs from `before` is of the edition of today."""
    return replace(intake, form=before.form if intake == before else FORMS)


_CONTENT: Final[Mapping[IntakeGroup, Callable[[Intake], object]]] = {
    IntakeGroup.GUARDIANS: lambda intake: intake.guardians,
    IntakeGroup.MEDICAL: lambda intake: intake.medical,
    IntakeGroup.EARLIER: lambda intake: intake.earlier,
    IntakeGroup.NEEDS: lambda intake: intake.needs,
    IntakeGroup.CULTURE: lambda intake: intake.culture,
}
_NOTHING: Final = ((), "", Medical(), Needs())


def intake_from_mapping(raw: Mapping[str, Any]) -> Intake:
    """Return the intake that `raw`, as made by `as_json`, describes.

    Keys that this version does not know are ignored, missing ones are empty.
    """
    values = known_in(raw, Intake)
    values["kind"] = CaseType(values.get("kind", CaseType.INDIVIDUAL.value))
    values["identity"] = _identity(values.get("identity", {}))
    values["triage"] = _triage(values.get("triage", {}))
    values["request"] = _request(values.get("request", {}))
    values["ties"] = _ties(values.get("ties", {}))
    values["medical"] = Medical(**known_in(values.get("medical", {}), Medical))
    values["needs"] = Needs(**known_in(values.get("needs", {}), Needs))
    values["guardians"] = _several(Guardian, values.get("guardians", ()))
    values["members"] = _several(Member, values.get("members", ()))
    values["shown"] = tuple(IntakeGroup(one) for one in values.get("shown", ()))
    return Intake(**values)


def _identity(raw: Mapping[str, Any]) -> Identity:
    """Return how surely it is known who the client is."""
    values = known_in(raw, Identity)
    values["status"] = IdentityStatus(raw["status"]) if raw.get("status") else None
    return Identity(**values)


def _triage(raw: Mapping[str, Any]) -> Triage:
    """Return how a request is graded."""
    values = known_in(raw, Triage)
    values["urgency"] = Urgency(raw["urgency"]) if raw.get("urgency") else None
    values["risk"] = RiskLevel(raw["risk"]) if raw.get("risk") else None
    return Triage(**values)


def _request(raw: Mapping[str, Any]) -> Request:
    """Return when help was sought and answered."""
    values = known_in(raw, Request)
    for name in ("at", "answered_at"):
        values[name] = datetime.fromisoformat(raw[name]) if raw.get(name) else None
    return Request(**values)


def _ties(raw: Mapping[str, Any]) -> Ties:
    """Return who knows whom."""
    values = known_in(raw, Ties)
    values["others"] = tuple(
        Tie(CaseId(one["case_id"]), one.get("relation", "")) for one in raw.get("others", ())
    )
    return Ties(**values)


def _several(kind: type[Guardian | Member], raw: Iterable[Mapping[str, Any]]) -> tuple[Any, ...]:
    """Return the people of a list."""
    return tuple(kind(**known_in(one, kind)) for one in raw)

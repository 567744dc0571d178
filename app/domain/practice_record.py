"""What the practice keeps about itself: credentials, trainings, supervision, whom to call.

None of it belongs to a client. Unlike the file of a case it may be put right and taken out again.
Days are ISO days, "" where none is known.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from app.domain.intake import CaseType
from app.domain.record_sample import RecordSample, sample_from_mapping

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.ids import PracticeDocumentId, PracticeEntryId


class PracticeKind(Enum):
    """What a record of the practice is about."""

    CREDENTIAL = "credential"
    TRAINING = "training"
    SUPERVISION = "supervision"
    PLATFORM = "platform"
    ACCOUNT = "private account"
    POLICY = "policy"
    SELF_CHECK = "self-check"
    RESOURCE = "resource"
    COLLEAGUE = "colleague"
    HOURS = "hours"
    SAMPLE = "record sample"
    ETHICS = "ethical decision"


class CredentialCategory(Enum):
    """The seven categories of professional qualification, exactly those of 问3·1 (clause 068)."""

    PSYCHIATRIST = "psychiatrist"
    THERAPIST = "psychotherapist"
    REGISTERED = "registered"
    SCHOOL = "school"
    CERTIFIED = "certified"
    OVERSEAS = "overseas"
    TRAINED = "trained"


class TrainingTopic(Enum):
    """What a training was about (clauses 019, 048, 069, 070)."""

    BASIC = "basic"
    HOTLINE = "hotline"
    CRISIS = "crisis"
    ONLINE = "online"
    ETHICS = "ethics"
    MEDICAL = "medical"
    COMPUTER = "computer"
    OTHER = "other"


class SupervisionForm(Enum):
    """How supervision was held; each form is counted separately (clause 118)."""

    INDIVIDUAL = "individual"
    GROUP = "group"
    PEER = "peer"


class SupervisionMedium(Enum):
    """By what supervision was held (clause 056)."""

    IN_PERSON = "in person"
    VIDEO = "video"
    VOICE = "voice"
    TEXT = "text"


class SupervisorRank(Enum):
    """What a supervisor is registered as; registers count by it."""

    SUPERVISOR = "registered supervisor"
    REGISTERED = "registered psychologist"
    OTHER = "other"


class HourRole(Enum):
    """What hours were spent as: at work, in supervision, supervising, learning, as a client."""

    COUNSELING = "counseling"
    SUPERVISED = "supervised"
    SUPERVISING = "supervising"
    TRAINING = "training"
    OWN = "own therapy"


class HourSpan(Enum):
    """Whether hours are of one day, or a sum from before this program (期初)."""

    ONCE = "once"
    SUM = "sum"


class YesNo(Enum):
    """An answer; none is not known."""

    YES = "yes"
    NO = "no"


class ResourceSort(Enum):
    """Who can be called or gone to when it is hard (clauses 027, 130, 140)."""

    HOTLINE = "hotline"
    POLICE = "police"
    RESCUE = "rescue"
    HOSPITAL = "hospital"
    CIVIL = "civil affairs"
    EDUCATION = "education"
    LEGAL = "legal"
    REFERRAL = "referral"
    OTHER = "other"


@dataclass(frozen=True)
class Credential:
    """A qualification; `verified_on` is the day on which its link was last seen to work."""

    category: CredentialCategory | None = None
    title: str = field(default="", repr=False)
    number: str = field(default="", repr=False)
    issuer: str = field(default="", repr=False)
    url: str = field(default="", repr=False)
    valid_until: str = ""
    verified_on: str = ""


@dataclass(frozen=True)
class Training:
    """A training; `hours` are hours of tuition (学时)."""

    topic: TrainingTopic | None = None
    title: str = field(default="", repr=False)
    day: str = ""
    hours: float | None = None
    organiser: str = field(default="", repr=False)
    certificate: str = field(default="", repr=False)


@dataclass(frozen=True)
class Supervision:
    """A supervision that took place; `credentials` are the supervisor's, `rank` their register's.

    `number` is theirs there; `size` how many took part, `presented` whether it was about her case.
    """

    form: SupervisionForm | None = None
    medium: SupervisionMedium | None = None
    day: str = ""
    minutes: float | None = None
    supervisor: str = field(default="", repr=False)
    credentials: str = field(default="", repr=False)
    topics: str = field(default="", repr=False)
    actions: str = field(default="", repr=False)
    rank: SupervisorRank | None = None
    number: str = field(default="", repr=False)
    size: float | None = None
    presented: YesNo | None = None


@dataclass(frozen=True)
class Colleague:
    """A supervisor, a peer or a member of the team, and what was agreed on (clauses 118, 158).

    `role` is what they are to her, `agreed_on` the ISO day of the supervision agreement, `terms`
    what it says of form, frequency and fee; `promised_on` is the ISO day on which they promised
    confidentiality.
    """

    name: str = field(default="", repr=False)
    role: str = field(default="", repr=False)
    credentials: str = field(default="", repr=False)
    agreed_on: str = ""
    terms: str = field(default="", repr=False)
    promised_on: str = ""


@dataclass(frozen=True)
class Platform:
    """A platform counselling goes through, with what its terms say (clause 060)."""

    name: str = field(default="", repr=False)
    terms_on: str = ""
    confidentiality: str = field(default="", repr=False)
    recording: str = field(default="", repr=False)
    retention: str = field(default="", repr=False)


@dataclass(frozen=True)
class PrivateAccount:
    """A number or account of the counselor's own, which no client is to have (clause 076)."""

    channel: str = field(default="", repr=False)
    what: str = field(default="", repr=False)


@dataclass(frozen=True)
class Policy:
    """A document of the practice that belongs to no client (clauses 024, 025)."""

    title: str = field(default="", repr=False)
    day: str = ""
    about: str = field(default="", repr=False)


@dataclass(frozen=True)
class SelfCheck:
    """How the counselor is herself, for her own eyes: state, motives, balance, care (clause 021).

    It is in no paper, no export and no case.
    """

    day: str = ""
    state: str = field(default="", repr=False)
    motives: str = field(default="", repr=False)
    balance: str = field(default="", repr=False)
    care: str = field(default="", repr=False)


@dataclass(frozen=True)
class PracticeDecision:
    """An ethical decision that belongs to no case: advertising, a colleague, dual roles (161).

    Its parts are those of `EthicalDecision`, `title` what it is about.
    """

    day: str = ""
    title: str = field(default="", repr=False)
    facts: str = field(default="", repr=False)
    people: str = field(default="", repr=False)
    clauses: str = field(default="", repr=False)
    options: str = field(default="", repr=False)
    consulted: str = field(default="", repr=False)
    decision: str = field(default="", repr=False)
    review: str = field(default="", repr=False)


@dataclass(frozen=True)
class Resource:
    """Somebody to call or to go to; `verified_on` is the day on which it was last seen to be so.

    `edition` is that of the list it came with; nothing where she wrote it herself.
    """

    sort: ResourceSort | None = None
    called: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    hours: str = field(default="", repr=False)
    place: str = field(default="", repr=False)
    note: str = field(default="", repr=False)
    verified_on: str = ""
    edition: str = ""


@dataclass(frozen=True)
class Hours:
    """Hours that nothing else here records: from before, elsewhere, supervising, own therapy.

    `day` is the last one of a sum; `hours` of training are hours of tuition.
    """

    role: HourRole | None = None
    span: HourSpan | None = None
    day: str = ""
    hours: float | None = None
    kind: CaseType | None = None
    form: SupervisionForm | None = None
    medium: SupervisionMedium | None = None
    paid: YesNo | None = None
    strict: YesNo | None = None
    rank: SupervisorRank | None = None
    topic: TrainingTopic | None = None
    supervisor: str = field(default="", repr=False)
    institution: str = field(default="", repr=False)
    note: str = field(default="", repr=False)


PracticeRecord = (
    Credential
    | Training
    | Supervision
    | Colleague
    | Platform
    | PrivateAccount
    | Policy
    | SelfCheck
    | Resource
    | Hours
    | RecordSample
    | PracticeDecision
)

TYPES: Final[dict[PracticeKind, type[PracticeRecord]]] = {
    PracticeKind.CREDENTIAL: Credential,
    PracticeKind.TRAINING: Training,
    PracticeKind.SUPERVISION: Supervision,
    PracticeKind.COLLEAGUE: Colleague,
    PracticeKind.PLATFORM: Platform,
    PracticeKind.ACCOUNT: PrivateAccount,
    PracticeKind.POLICY: Policy,
    PracticeKind.SELF_CHECK: SelfCheck,
    PracticeKind.RESOURCE: Resource,
    PracticeKind.HOURS: Hours,
    PracticeKind.SAMPLE: RecordSample,
    PracticeKind.ETHICS: PracticeDecision,
}
_ENUMS: Final[dict[type[PracticeRecord], dict[str, type[Enum]]]] = {
    Credential: {"category": CredentialCategory},
    Training: {"topic": TrainingTopic},
    Supervision: {
        "form": SupervisionForm,
        "medium": SupervisionMedium,
        "rank": SupervisorRank,
        "presented": YesNo,
    },
    Resource: {"sort": ResourceSort},
    Hours: {
        "role": HourRole,
        "span": HourSpan,
        "kind": CaseType,
        "form": SupervisionForm,
        "medium": SupervisionMedium,
        "paid": YesNo,
        "strict": YesNo,
        "rank": SupervisorRank,
        "topic": TrainingTopic,
    },
}


@dataclass(frozen=True)
class PracticeEntry:
    """A record of the practice as it is kept."""

    id: PracticeEntryId
    updated_at: datetime
    record: PracticeRecord = field(repr=False)

    @property
    def kind(self) -> PracticeKind:
        """What it is about."""
        return kind_of(self.record)


@dataclass(frozen=True)
class PracticeDocument:
    """A scan or a file that belongs to a record; `size` is in bytes."""

    id: PracticeDocumentId
    entry_id: PracticeEntryId
    media_type: str
    size: int
    at: datetime


@dataclass(frozen=True)
class SupervisionTotals:
    """Minutes of supervision, each form for itself (clause 118)."""

    individual: float = 0
    group: float = 0
    peer: float = 0


def kind_of(record: PracticeRecord) -> PracticeKind:
    """Return what a record is about."""
    return next(kind for kind, one in TYPES.items() if isinstance(record, one))


def record_of(kind: PracticeKind, raw: Mapping[str, Any]) -> PracticeRecord:
    """Return the record that a row holds; what it does not say is empty."""
    if kind is PracticeKind.SAMPLE:
        return sample_from_mapping(raw)
    made = TYPES[kind]
    enums = _ENUMS.get(made, {})
    said: dict[str, Any] = {
        name: enums[name](value) if name in enums and value else value
        for name, value in raw.items()
    }
    return made(**said)


def hours_by_topic(records: list[PracticeRecord]) -> dict[TrainingTopic, float]:
    """Return the hours of training of each topic that has any, in the order of the topics."""
    trainings = [one for one in records if isinstance(one, Training)]
    return {
        topic: sum(one.hours or 0 for one in trainings if one.topic is topic)
        for topic in TrainingTopic
        if any(one.topic is topic for one in trainings)
    }


def supervision_totals(records: list[PracticeRecord]) -> SupervisionTotals:
    """Return the minutes of supervision, each form for itself."""
    held = [one for one in records if isinstance(one, Supervision)]

    def minutes(form: SupervisionForm) -> float:
        return sum(one.minutes or 0 for one in held if one.form is form)

    return SupervisionTotals(*(minutes(form) for form in SupervisionForm))

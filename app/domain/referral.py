"""A referral (转介): why, to whom, what goes along and by what consent, and the client's own yes.

What goes along begins empty and is added part by part (clause 151): the letter says that and no
more. Nothing about a client goes to anybody without their consent (clauses 143, 145).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from app.domain.blank import is_blank
from app.domain.ids import ConsentId
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Mapping


class ReferralReason(Enum):
    """Why somebody is referred (转介原因)."""

    COMPETENCE = "competence"
    DISORDER = "disorder"
    CRISIS = "crisis"
    MEDIUM = "medium"
    MOVE = "move"
    RELATION = "relation"
    WISH = "wish"
    OTHER = "other"


class Haste(Enum):
    """How soon the client should be seen there."""

    USUAL = "usual"
    SOON = "soon"
    AT_ONCE = "at once"


class Answer(Enum):
    """What the client says to it, and how that is known."""

    WRITTEN = "written"
    SPOKEN = "spoken"
    DECLINED = "declined"
    UNKNOWN = "unknown"


class Passed(Enum):
    """What of the person goes along; nothing is preset."""

    NAME = "name"
    BIRTH = "birth"
    REACH = "reach"
    EMERGENCY = "emergency"


TEXTS: Final = ("situation", "work", "measures", "risk", "request")
"""What may go along in words, in the order of the letter."""


@dataclass(frozen=True)
class PassedOn:
    """What the letter says: parts of the `person` as they stood, and words for the receiver.

    `person` has the value of each part that was chosen, in the order of `Passed`, so that the exact
    text stays as it was sent. With `reasons` it says why.
    """

    reasons: bool = False
    person: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    situation: str = field(default="", repr=False)
    work: str = field(default="", repr=False)
    measures: str = field(default="", repr=False)
    risk: str = field(default="", repr=False)
    request: str = field(default="", repr=False)

    @property
    def empty(self) -> bool:
        """Whether nothing at all goes along."""
        named = self.reasons or bool(self.person)
        return not named and all(is_blank(one) for one in self.texts().values())

    def texts(self) -> dict[str, str]:
        """Return the words by their names."""
        return {name: getattr(self, name) for name in TEXTS}


@dataclass(frozen=True)
class Receiver:
    """Who is to go on: an institution, a person there, how both are reached."""

    to: str = field(default="", repr=False)
    person: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)


@dataclass(frozen=True)
class ReferralForm:
    """A referral as it is written; days are ISO days, "" where there is none.

    `said` is how it was put to the client: why, what is there, what they think of it. `consent` is
    the signed consent to a release that a written yes lies in, `why_not` why no yes could be had.
    `back_by` is when the receipt (回执) is asked back by, `bridge` how the client is looked after
    until somebody else begins, `ask_on` when one asks how it went.
    """

    reasons: tuple[ReferralReason, ...] = ()
    more: str = field(default="", repr=False)
    haste: Haste | None = None
    receiver: Receiver = field(default_factory=Receiver, repr=False)
    said: str = field(default="", repr=False)
    answer: Answer | None = None
    consent: ConsentId | None = None
    why_not: str = field(default="", repr=False)
    passed: PassedOn = field(default_factory=PassedOn, repr=False)
    papers: str = field(default="", repr=False)
    back_by: str = ""
    bridge: str = field(default="", repr=False)
    ask_on: str = ""
    edition: str = ""

    @property
    def tells(self) -> bool:
        """Whether anything of the client goes along, in the letter or with it."""
        return not self.passed.empty or not is_blank(self.papers)

    @property
    def goes(self) -> bool:
        """Whether the client goes somewhere, rather than having declined."""
        return self.answer is not Answer.DECLINED


REFERRAL: Final[Book[ReferralForm]] = Book("referral")
"""What a referral lacks before it stands in the file."""


def referral_of(raw: Mapping[str, Any]) -> ReferralForm:
    """Return the referral that an entry holds, or that is begun; what is missing is empty."""
    passed = dict(raw.get("passed", {}))
    person = tuple((str(key), str(words)) for key, words in passed.pop("person", ()))
    haste, answer, consent = raw.get("haste"), raw.get("answer"), raw.get("consent")
    plain = ("more", "said", "why_not", "papers", "back_by", "bridge", "ask_on", "edition")
    return ReferralForm(
        reasons=tuple(ReferralReason(one) for one in raw.get("reasons", ())),
        haste=Haste(haste) if haste else None,
        receiver=Receiver(**raw.get("receiver", {})),
        answer=Answer(answer) if answer else None,
        consent=None if consent is None else ConsentId(consent),
        passed=PassedOn(person=person, **passed),
        **{name: str(raw.get(name, "")) for name in plain},
    )


@REFERRAL.rule("126", step=Step.REFERRAL)
def reason(made: ReferralForm) -> bool:
    """Whether nobody says why."""
    return not made.reasons


@REFERRAL.rule("126", step=Step.REFERRAL)
def more(made: ReferralForm) -> bool:
    """Whether there is another reason, and nobody says which."""
    return ReferralReason.OTHER in made.reasons and is_blank(made.more)


@REFERRAL.rule("126", step=Step.REFERRAL)
def haste(made: ReferralForm) -> bool:
    """Whether it is open how soon it has to be."""
    return made.goes and made.haste is None


@REFERRAL.rule("020", "029", "126", step=Step.REFERRAL)
def receiver(made: ReferralForm) -> bool:
    """Whether no place is named, and the client has not declined."""
    return made.goes and is_blank(made.receiver.to)


@REFERRAL.rule("020", "029", step=Step.REFERRAL)
def said(made: ReferralForm) -> bool:
    """Whether it is not written down how it was explained to the client."""
    return is_blank(made.said)


@REFERRAL.rule("143", step=Step.REFERRAL)
def answer(made: ReferralForm) -> bool:
    """Whether nobody knows what the client says to it."""
    return made.answer is None


@REFERRAL.rule("143", "145", step=Step.REFERRAL)
def consent(made: ReferralForm) -> bool:
    """Whether a yes is said to be written, and no signed consent is named."""
    return made.answer is Answer.WRITTEN and made.consent is None


@REFERRAL.rule("143", step=Step.REFERRAL)
def why_not(made: ReferralForm) -> bool:
    """Whether no yes could be had, and nobody says why."""
    return made.answer is Answer.UNKNOWN and is_blank(made.why_not)


@REFERRAL.rule("143", "145", step=Step.REFERRAL)
def unagreed(made: ReferralForm) -> bool:
    """Whether something goes along that no signed consent covers.

    A spoken yes is enough to name a place, and for no word more; where no yes could be had, what
    must be told goes the way of a disclosure, with its exception.
    """
    return made.answer is not Answer.WRITTEN and made.tells


@REFERRAL.rule("072", step=Step.REFERRAL)
def bridge(made: ReferralForm) -> bool:
    """Whether somebody in danger is passed on, and nobody says who is there until then."""
    urgent = ReferralReason.CRISIS in made.reasons or made.haste is Haste.AT_ONCE
    return made.goes and urgent and is_blank(made.bridge)

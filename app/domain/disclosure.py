"""Telling somebody outside what a client said (披露): why, to whom, and no word more than needed.

Nothing is told but by the client's written consent or under an exception to confidentiality, which
bears the edition it comes from. What goes out is built from nothing and kept as it was told.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from app.domain.as_json import known_in
from app.domain.blank import is_blank
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

WITHIN: Final = timedelta(hours=24)
"""How soon what was left out in an emergency is written down (clause 160)."""


class Basis(Enum):
    """On what something is told: the client's consent, or an exception to confidentiality."""

    CONSENT = "consent"
    DANGER = "danger"
    ABUSE = "abuse"
    LAW = "law"
    DISEASE = "disease"
    PROCEEDINGS = "proceedings"


class Party(Enum):
    """Who is told (clause 110)."""

    GUARDIAN = "guardian"
    THIRD = "identifiable third person"
    AT_RISK = "person at risk"
    AUTHORITY = "authority"
    COURT = "court"
    OTHER = "other"


class Telling(Enum):
    """Whether the client knows that it is told."""

    BEFORE = "before"
    LATER = "later"
    NOT = "not"


class Fact(Enum):
    """What the file holds that can be told, each by itself (clause 151)."""

    NAME = "name"
    BIRTH = "birth"
    PHONE = "phone"
    PLACE = "place"
    ADDRESS = "address"
    CONTACT = "contact"
    SESSIONS = "sessions"
    RISK = "risk"


@dataclass(frozen=True)
class Order:
    """The document of the law that demands it: its authority, number and day, who came with it.

    `kept` says where the paper lies, `harm` how the client and the work are spared (clause 111).
    """

    authority: str = field(default="", repr=False)
    number: str = field(default="", repr=False)
    day: str = field(default="", repr=False)
    officer: str = field(default="", repr=False)
    kept: str = field(default="", repr=False)
    harm: str = field(default="", repr=False)


@dataclass(frozen=True)
class Whereabouts:
    """Who the client is, where exactly, and whom to call; or why that cannot be had (016)."""

    identity: str = field(default="", repr=False)
    place: str = field(default="", repr=False)
    contact: str = field(default="", repr=False)


@dataclass(frozen=True)
class Disclosure:
    """What is told, and everything that has to be known of it later.

    `edition` is that of the exception, `urgent` that there was no time to think of another way.
    `facts` are what of the file is told, `words` what is told besides; `text` is both, as told.
    `report` is the number that an authority gave to a mandatory report (clause 148).
    """

    basis: Basis | None = None
    edition: str = ""
    urgent: bool = False
    alternatives: str = field(default="", repr=False)
    consulted: str = field(default="", repr=False)
    where: Whereabouts = field(default_factory=Whereabouts, repr=False)
    party: Party | None = None
    recipient: str = field(default="", repr=False)
    channel: str = field(default="", repr=False)
    purpose: str = field(default="", repr=False)
    order: Order = field(default_factory=Order, repr=False)
    report: str = field(default="", repr=False)
    facts: tuple[Fact, ...] = ()
    words: str = field(default="", repr=False)
    text: str = field(default="", repr=False)
    telling: Telling | None = None
    told_how: str = field(default="", repr=False)


@dataclass(frozen=True)
class DisclosureFacts:
    """A disclosure that is to be made; `released`: the client's consent to it is in force."""

    made: Disclosure
    released: bool = False

    @property
    def breaks(self) -> bool:
        """Whether it is told without the client's consent, by the counselor's own decision."""
        return self.made.basis in {Basis.DANGER, Basis.ABUSE, Basis.DISEASE}


@dataclass(frozen=True)
class Followed:
    """What was written down afterwards: other ways, whether the client knows, what came of it."""

    disclosure: int
    alternatives: str = field(default="", repr=False)
    told_how: str = field(default="", repr=False)
    response: str = field(default="", repr=False)


DISCLOSURE: Final[Book[DisclosureFacts]] = Book("disclosure")
"""What a disclosure lacks before it can go out."""

FOLLOWED: Final[Book[Followed]] = Book("disclosure_followed")
"""What is written afterwards lacks."""


@DISCLOSURE.rule("109", "136", "143", "153", step=Step.DISCLOSURE)
def basis(facts: DisclosureFacts) -> bool:
    """Whether nobody says on what it is told."""
    return facts.made.basis is None


@DISCLOSURE.rule("145", step=Step.CONSENT)
def released(facts: DisclosureFacts) -> bool:
    """Whether it is told by the client's consent, and none to disclosure is in force."""
    return facts.made.basis is Basis.CONSENT and not facts.released


@DISCLOSURE.rule("160", step=Step.DISCLOSURE)
def alternatives(facts: DisclosureFacts) -> bool:
    """Whether no other way was thought of, and it was no emergency."""
    return facts.breaks and not facts.made.urgent and is_blank(facts.made.alternatives)


@DISCLOSURE.rule("017", "150", step=Step.DISCLOSURE)
def consulted(facts: DisclosureFacts) -> bool:
    """Whether a disease is to be told of and nobody was asked: not every edition allows it."""
    return facts.made.basis is Basis.DISEASE and is_blank(facts.made.consulted)


@DISCLOSURE.rule("016", "149", step=Step.DISCLOSURE)
def identity(facts: DisclosureFacts) -> bool:
    """Whether it is not said who the client is, nor why that cannot be had."""
    return _person_in_danger(facts) and is_blank(facts.made.where.identity)


@DISCLOSURE.rule("016", "149", step=Step.DISCLOSURE)
def place(facts: DisclosureFacts) -> bool:
    """Whether it is not said where exactly the client is, nor why that cannot be had."""
    return _person_in_danger(facts) and is_blank(facts.made.where.place)


@DISCLOSURE.rule("016", "149", step=Step.DISCLOSURE)
def contact(facts: DisclosureFacts) -> bool:
    """Whether there is nobody to call, nor why that cannot be had."""
    return _person_in_danger(facts) and is_blank(facts.made.where.contact)


@DISCLOSURE.rule("111", "146", "154", step=Step.DISCLOSURE)
def authority(facts: DisclosureFacts) -> bool:
    """Whether the law demands it, and no authority is named."""
    return facts.made.basis is Basis.LAW and is_blank(facts.made.order.authority)


@DISCLOSURE.rule("111", "146", step=Step.DISCLOSURE)
def number(facts: DisclosureFacts) -> bool:
    """Whether the law demands it, and the document has no number."""
    return facts.made.basis is Basis.LAW and is_blank(facts.made.order.number)


@DISCLOSURE.rule("111", "146", step=Step.DISCLOSURE)
def day(facts: DisclosureFacts) -> bool:
    """Whether the law demands it, and the document has no date."""
    return facts.made.basis is Basis.LAW and is_blank(facts.made.order.day)


@DISCLOSURE.rule("111", "146", step=Step.DISCLOSURE)
def officer(facts: DisclosureFacts) -> bool:
    """Whether the law demands it, and nobody is named who came with the document."""
    return facts.made.basis is Basis.LAW and is_blank(facts.made.order.officer)


@DISCLOSURE.rule("111", step=Step.DISCLOSURE)
def kept(facts: DisclosureFacts) -> bool:
    """Whether the law demands it, and it is not said where the document lies."""
    return facts.made.basis is Basis.LAW and is_blank(facts.made.order.kept)


@DISCLOSURE.rule("111", step=Step.DISCLOSURE)
def harm(facts: DisclosureFacts) -> bool:
    """Whether the law demands it, and nobody thought of what it does to the client."""
    return facts.made.basis is Basis.LAW and is_blank(facts.made.order.harm)


@DISCLOSURE.rule("110", "154", step=Step.DISCLOSURE)
def party(facts: DisclosureFacts) -> bool:
    """Whether it is not said what kind of party is told."""
    return facts.made.party is None


@DISCLOSURE.rule("013", "110", step=Step.DISCLOSURE)
def recipient(facts: DisclosureFacts) -> bool:
    """Whether nobody is named who is told."""
    return is_blank(facts.made.recipient)


@DISCLOSURE.rule("110", step=Step.DISCLOSURE)
def channel(facts: DisclosureFacts) -> bool:
    """Whether it is not said by what it is told."""
    return is_blank(facts.made.channel)


@DISCLOSURE.rule("013", step=Step.DISCLOSURE)
def purpose(facts: DisclosureFacts) -> bool:
    """Whether it is not said what it is told for."""
    return is_blank(facts.made.purpose)


@DISCLOSURE.rule("151", step=Step.DISCLOSURE)
def words(facts: DisclosureFacts) -> bool:
    """Whether nothing is told."""
    return not facts.made.facts and is_blank(facts.made.words)


@DISCLOSURE.rule("143", "152", step=Step.DISCLOSURE)
def telling(facts: DisclosureFacts) -> bool:
    """Whether it is not said if the client knows."""
    return facts.made.telling is None


@DISCLOSURE.rule("143", step=Step.DISCLOSURE)
def told_how(facts: DisclosureFacts) -> bool:
    """Whether the client is told later or not at all, and nobody says why."""
    late = facts.made.telling in {Telling.LATER, Telling.NOT}
    return late and is_blank(facts.made.told_how)


@FOLLOWED.rule("110", "160", step=Step.DISCLOSURE)
def something(made: Followed) -> bool:
    """Whether nothing is written."""
    return all(map(is_blank, (made.alternatives, made.told_how, made.response)))


def _person_in_danger(facts: DisclosureFacts) -> bool:
    return facts.made.basis in {Basis.DANGER, Basis.ABUSE}


def composed(lines: Iterable[str], words: str) -> str:
    """Return the text that is told: each fact on a line of its own, then the words as written."""
    return "\n".join([*lines, *([words.strip()] if words.strip() else [])])


def disclosure_of(raw: Mapping[str, Any]) -> Disclosure:
    """Return the disclosure that an entry holds; what is missing is empty."""
    values = known_in(raw, Disclosure)
    for name, kind in (("basis", Basis), ("party", Party), ("telling", Telling)):
        values[name] = kind(values[name]) if values.get(name) else None
    values["where"] = Whereabouts(**known_in(values.get("where") or {}, Whereabouts))
    values["order"] = Order(**known_in(values.get("order") or {}, Order))
    values["facts"] = tuple(Fact(one) for one in values.get("facts") or ())
    return Disclosure(**values)


def followed_of(raw: Mapping[str, Any]) -> Followed:
    """Return what an entry holds of what was written afterwards."""
    return Followed(**{"disclosure": 0, **known_in(raw, Followed)})


class Owed(Enum):
    """What of a disclosure is still to be written down."""

    ALTERNATIVES = "alternatives"
    TELLING = "telling"


def owed(made: Disclosure, after: Iterable[Followed]) -> tuple[Owed, ...]:
    """Return what is still to be written down of a disclosure (clauses 110, 160)."""
    said = list(after)
    found = []
    other = [made.alternatives, *(one.alternatives for one in said)]
    if made.urgent and all(map(is_blank, other)):
        found.append(Owed.ALTERNATIVES)
    if made.telling is Telling.LATER and all(is_blank(one.told_how) for one in said):
        found.append(Owed.TELLING)
    return tuple(found)


def late(at: datetime, now: datetime) -> bool:
    """Return whether what was left out in an emergency should have been written down by now."""
    return now - at > WITHIN


def sent(made: Disclosure, lines: Iterable[str]) -> Disclosure:
    """Return a disclosure with its exact text, and nothing of what its basis does not ask for."""
    order = made.order if made.basis is Basis.LAW else Order()
    where = made.where if made.basis in {Basis.DANGER, Basis.ABUSE} else Whereabouts()
    return replace(made, order=order, where=where, text=composed(lines, made.words))

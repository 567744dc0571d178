"""What is written down where a rule was not waited for: an emergency, a client without a name.

The guidance lets both be, and asks why: an urgent client is not turned away (问9·2), and careful
work with somebody who stays anonymous is possible (问2(3)), and where the two know each other what
that means is weighed (热线1.4). Each is an entry, final once made.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from app.domain.case import ServiceMode
from app.domain.entry import EntryKind
from app.domain.relation import RELATION, RelationCheck
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.entry import CaseEntry
    from app.domain.session import Session

OWED_WITHIN: Final = timedelta(hours=24)
"""How long after an emergency session its reasons may wait."""


@dataclass(frozen=True)
class UrgentReasons:
    """Why an emergency could not wait, what was done, and with whom it was talked over."""

    why: str = field(default="", repr=False)
    done: str = field(default="", repr=False)
    consulted: str = field(default="", repr=False)


@dataclass(frozen=True)
class IdentityTalk:
    """Why a client stays anonymous, what was said about it, and how to find them in danger."""

    why: str = field(default="", repr=False)
    discussed: str = field(default="", repr=False)
    reach: str = field(default="", repr=False)


@dataclass(frozen=True)
class OwedFacts:
    """A session whose note is signed, whether its case was let in, and its entries."""

    session: Session
    admitted: bool
    entries: Sequence[CaseEntry] = field(repr=False)


Reasons = UrgentReasons | IdentityTalk | RelationCheck
OF_KIND: Final[
    Mapping[EntryKind, type[UrgentReasons] | type[IdentityTalk] | type[RelationCheck]]
] = {
    EntryKind.URGENT_REASONS: UrgentReasons,
    EntryKind.IDENTITY_TALK: IdentityTalk,
    EntryKind.RELATION_CHECK: RelationCheck,
}
"""What each kind of entry holds."""

URGENT: Final[Book[UrgentReasons]] = Book("urgent")
"""What the reasons of an emergency lack before they stand in the file."""
IDENTITY: Final[Book[IdentityTalk]] = Book("identity")
"""What the talk about a name lacks before it stands in the file."""
OWED: Final[Book[OwedFacts]] = Book("owed")
"""What is owed after a session that was not waited with."""


def reasons_of(kind: EntryKind, raw: Mapping[str, Any]) -> Reasons:
    """Return what an entry of a kind holds; what is missing is empty."""
    made = OF_KIND[kind]
    return made(**{name: raw.get(name, "") for name in made.__dataclass_fields__})


def lacking(made: Reasons) -> tuple[str, ...]:
    """Return the names of the rules that are not met."""
    if isinstance(made, UrgentReasons):
        return URGENT.lacks(made)
    if isinstance(made, RelationCheck):
        return RELATION.lacks(made)
    return IDENTITY.lacks(made)


@URGENT.rule("097", step=Step.NOTE)
def why(made: UrgentReasons) -> bool:
    """Whether it is not said why it could not wait."""
    return not made.why.strip()


@URGENT.rule("097", step=Step.NOTE)
def done(made: UrgentReasons) -> bool:
    """Whether it is not said what was done, and where the client was led on to."""
    return not made.done.strip()


@URGENT.rule("097", step=Step.NOTE)
def consulted(made: UrgentReasons) -> bool:
    """Whether it is not said with whom it was talked over, or that there was nobody."""
    return not made.consulted.strip()


@IDENTITY.rule("066", step=Step.PROFILE)
def anonymous(made: IdentityTalk) -> bool:
    """Whether it is not said why the client stays anonymous."""
    return not made.why.strip()


@IDENTITY.rule("066", step=Step.PROFILE)
def discussed(made: IdentityTalk) -> bool:
    """Whether it is not said what was talked about: what is not possible without a name."""
    return not made.discussed.strip()


@IDENTITY.rule("066", step=Step.PROFILE)
def reach(made: IdentityTalk) -> bool:
    """Whether it is not said how the client is found where they are in danger."""
    return not made.reach.strip()


@OWED.rule("097", step=Step.NOTE)
def reasons(facts: OwedFacts) -> bool:
    """Whether an emergency was dealt with in a case that was not let in, and nothing says why."""
    written = any(
        one.kind is EntryKind.URGENT_REASONS and one.session_id == facts.session.id
        for one in facts.entries
    )
    return facts.session.mode is ServiceMode.CRISIS and not (facts.admitted or written)

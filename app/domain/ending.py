"""The end of the work (结案): how it ended, what came of it, and what is agreed for afterwards.

It ends with care also where it helps no more (clause 035). A case that is closed can be opened
again, with a reason; what was written stays. From the day of its closing its records are kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from app.domain.blank import is_blank
from app.domain.case import CaseState
from app.domain.entry import EntryKind
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.domain.case import Case
    from app.domain.entry import CaseEntry


class EndingKind(Enum):
    """How the work ended (结案类型)."""

    REACHED = "reached"
    AGREED = "agreed"
    CLIENT = "client"
    DROPPED = "dropped"
    REFERRED = "referred"
    COUNSELOR = "counselor"
    OTHER = "other"


class Fees(Enum):
    """How the fees stand."""

    NONE = "none"
    PAID = "paid"
    OPEN = "open"


_ASKS_WHY: Final = frozenset({EndingKind.COUNSELOR, EndingKind.OTHER, EndingKind.CLIENT})
TEXTS: Final = (
    *("problem", "course", "results", "measures", "feedback", "left"),
    *("risk", "advice", "recordings"),
)
"""What a closing says in words, in the order of its paper."""


@dataclass(frozen=True)
class Counted:
    """What there was: sessions and their minutes, times missed, ISO days of the first and last."""

    sessions: int = 0
    minutes: int = 0
    missed: int = 0
    first: str = ""
    last: str = ""


@dataclass(frozen=True)
class Loose:
    """What is not finished when a case is to be closed: counts, no words.

    A series among what is `booked` is one, however often it comes.
    """

    unsigned: int = 0
    booked: int = 0
    begun: int = 0
    receipts: int = 0
    crisis: bool = False

    @property
    def any(self) -> bool:
        """Whether anything is left that one may close over, with a word about it."""
        return bool(self.unsigned or self.booked or self.begun or self.receipts)


@dataclass(frozen=True)
class Ending:
    """A closing as it is written. `on` is its ISO day, `why` its reason in words.

    `talked` is how the end was talked over, or where that was not possible, how the client was
    sought. `results` are held against the goals, `left` is what is unfinished and what helps when
    it comes back. `fees` and `fees_how` say how the fees stand. `settled` is what becomes of the
    things in `loose`.
    """

    kind: EndingKind | None = None
    on: str = ""
    why: str = field(default="", repr=False)
    talked: str = field(default="", repr=False)
    problem: str = field(default="", repr=False)
    course: str = field(default="", repr=False)
    results: str = field(default="", repr=False)
    measures: str = field(default="", repr=False)
    feedback: str = field(default="", repr=False)
    left: str = field(default="", repr=False)
    risk: str = field(default="", repr=False)
    advice: str = field(default="", repr=False)
    recordings: str = field(default="", repr=False)
    fees: Fees | None = None
    fees_how: str = field(default="", repr=False)
    settled: str = field(default="", repr=False)
    loose: Loose = field(default_factory=Loose)
    counted: Counted = field(default_factory=Counted)
    edition: str = ""


@dataclass(frozen=True)
class Closure:
    """A closing, and what there is besides: whether somebody is in danger, whether one sought them.

    `danger` is whether the last level of risk is not low; `sought` whether a contact was logged
    since the last session; `referred` whether a referral stands in the file.
    """

    ending: Ending
    loose: Loose = field(default_factory=Loose)
    danger: bool = False
    sought: bool = False
    referred: bool = False


ENDING: Final[Book[Closure]] = Book("ending")
"""What a closing lacks before the case is closed."""


@dataclass(frozen=True)
class Reopening:
    """Why a closed case is worked on again."""

    why: str = field(default="", repr=False)


REOPENING: Final[Book[Reopening]] = Book("reopening")
"""What is missing before a case is opened again."""


def ending_of(raw: Mapping[str, Any]) -> Ending:
    """Return the closing that an entry holds, or that is begun; what is missing is empty."""
    kind, fees = raw.get("kind"), raw.get("fees")
    plain = ("on", "why", "talked", *TEXTS, "fees_how", "settled", "edition")
    return Ending(
        kind=EndingKind(kind) if kind else None,
        fees=Fees(fees) if fees else None,
        loose=Loose(**raw.get("loose", {})),
        counted=Counted(**raw.get("counted", {})),
        **{name: str(raw.get(name, "")) for name in plain},
    )


@ENDING.rule("035", step=Step.ENDING)
def kind(closure: Closure) -> bool:
    """Whether it is not said how it ended."""
    return closure.ending.kind is None


@ENDING.rule("035", step=Step.ENDING)
def day(closure: Closure) -> bool:
    """Whether it is not known on which day."""
    return not closure.ending.on


@ENDING.rule("035", step=Step.ENDING)
def why(closure: Closure) -> bool:
    """Whether one side ended it, and nobody says why."""
    return closure.ending.kind in _ASKS_WHY and is_blank(closure.ending.why)


@ENDING.rule("035", "072", step=Step.ENDING)
def talked(closure: Closure) -> bool:
    """Whether it is not said how the end was talked over, or how the client was sought."""
    return is_blank(closure.ending.talked)


@ENDING.rule("072", step=Step.ENDING)
def sought(closure: Closure) -> bool:
    """Whether somebody in danger stayed away, and no attempt to reach them is on record."""
    dropped = closure.ending.kind is EndingKind.DROPPED
    return dropped and closure.danger and not closure.sought


@ENDING.rule("035", "126", step=Step.ENDING)
def referred(closure: Closure) -> bool:
    """Whether it ends with a referral, and there is none in the file."""
    return closure.ending.kind is EndingKind.REFERRED and not closure.referred


@ENDING.rule("119", step=Step.ENDING)
def problem(closure: Closure) -> bool:
    """Whether it is not said what the client came with."""
    return is_blank(closure.ending.problem)


@ENDING.rule("119", step=Step.ENDING)
def course(closure: Closure) -> bool:
    """Whether it is not said what was done."""
    return is_blank(closure.ending.course)


@ENDING.rule("035", "119", step=Step.ENDING)
def results(closure: Closure) -> bool:
    """Whether the results are not held against the goals."""
    return is_blank(closure.ending.results)


@ENDING.rule("072", "123", step=Step.ENDING)
def risk(closure: Closure) -> bool:
    """Whether nothing is said of the risk at the end."""
    return is_blank(closure.ending.risk)


@ENDING.rule("035", "072", step=Step.ENDING)
def advice(closure: Closure) -> bool:
    """Whether somebody in danger is left without a word of what helps from now on."""
    return closure.danger and is_blank(closure.ending.advice)


@ENDING.rule("119", step=Step.ENDING)
def fees(closure: Closure) -> bool:
    """Whether it is open how the fees stand."""
    return closure.ending.fees is None


@ENDING.rule("119", step=Step.ENDING)
def fees_how(closure: Closure) -> bool:
    """Whether fees are open, and nobody says what becomes of them."""
    return closure.ending.fees is Fees.OPEN and is_blank(closure.ending.fees_how)


@ENDING.rule("014", "119", step=Step.ENDING)
def settled(closure: Closure) -> bool:
    """Whether something is not finished, and nobody says what becomes of it."""
    return closure.loose.any and is_blank(closure.ending.settled)


@ENDING.rule("098", step=Step.ENDING)
def crisis(closure: Closure) -> bool:
    """Whether a crisis still goes on: a case is not closed over it."""
    return closure.loose.crisis


@REOPENING.rule("132", step=Step.ENDING)
def reason(made: Reopening) -> bool:
    """Whether nobody says why."""
    return is_blank(made.why)


def closed_on(case: Case, entries: Iterable[CaseEntry]) -> date | None:
    """Return the day on which a case was closed; None while it is open, or where no entry says.

    From that day on its records are kept. A case that was not taken on closed on the day of that
    entry (UTC); the last closing counts.
    """
    if case.state is CaseState.OPEN:
        return None
    found: date | None = None
    for one in entries:
        if one.kind is EntryKind.ENDING:
            found = date.fromisoformat(ending_of(one.value).on)
        elif one.kind is EntryKind.DECLINE:
            found = one.at.date()
    return found

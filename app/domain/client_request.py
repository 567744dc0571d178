"""What a client asks of their record (个人信息保护法 44-50, 133): to see, correct, copy, delete.

Each is put on record when it comes and again when it is answered, granted or not. The law asks for
an answer in time and names no days; a month is the limit of the national standard (GB/T 35273-2020,
8.7), and fifteen days are offered.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from app.domain.as_json import known_in
from app.domain.blank import is_blank
from app.domain.entry import EntryKind
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from app.domain.entry import CaseEntry
    from app.domain.ids import EntryId

ANSWER_DAYS: Final = 15
"""Within how many days an answer is offered."""
MOST_DAYS: Final = 30
"""Within how many days it must be given (GB/T 35273-2020, 8.7)."""


class RequestKind(Enum):
    """What is asked for."""

    SEE = "see"
    CORRECT = "correct"
    COPY = "copy"
    DELETE = "delete"


class Asker(Enum):
    """Who asks."""

    CLIENT = "client"
    GUARDIAN = "guardian"
    PROXY = "proxy"


class IdentityProof(Enum):
    """How it was made sure who asks."""

    IN_PERSON = "in person"
    DOCUMENT = "document"
    CALLED_BACK = "called back"
    AUTHORITY = "authority"


class Decision(Enum):
    """What was decided."""

    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"


@dataclass(frozen=True)
class ClientRequest:
    """A request as it came; days are ISO days. `called` names who asks for the client."""

    kind: RequestKind | None = None
    received: str = ""
    asker: Asker | None = None
    called: str = field(default="", repr=False)
    identity: IdentityProof | None = None
    said: str = field(default="", repr=False)
    due: str = ""


@dataclass(frozen=True)
class RequestAnswer:
    """What was answered to the request of that number.

    `done` is the ISO day on which it was done; `reason` and `law` say why it is not granted whole.
    """

    request: int = 0
    decision: Decision | None = None
    done: str = ""
    said: str = field(default="", repr=False)
    reason: str = field(default="", repr=False)
    law: str = field(default="", repr=False)


@dataclass(frozen=True)
class AnswerFacts:
    """An answer that is to be given, to what, and whether the case is under legal hold."""

    answer: RequestAnswer
    request: ClientRequest
    held: bool = False


@dataclass(frozen=True)
class RequestStanding:
    """A request as it stands; `answer` is None as long as it is open."""

    id: EntryId
    at: datetime
    request: ClientRequest = field(repr=False)
    answer: RequestAnswer | None = field(default=None, repr=False)
    answered_at: datetime | None = None


REQUEST: Final[Book[ClientRequest]] = Book("request")
"""What a request lacks before it is on record."""
ANSWER: Final[Book[AnswerFacts]] = Book("answer")
"""What an answer lacks before it is given."""


@REQUEST.rule("133", step=Step.REQUEST)
def kind(made: ClientRequest) -> bool:
    """Whether it is not said what is asked for."""
    return made.kind is None


@REQUEST.rule("133", step=Step.REQUEST)
def received(made: ClientRequest) -> bool:
    """Whether the day on which it came is missing."""
    return not made.received


@REQUEST.rule("133", step=Step.REQUEST)
def asker(made: ClientRequest) -> bool:
    """Whether it is not said who asks."""
    return made.asker is None


@REQUEST.rule("133", step=Step.REQUEST)
def called(made: ClientRequest) -> bool:
    """Whether somebody asks for the client and is not named."""
    return made.asker in {Asker.GUARDIAN, Asker.PROXY} and is_blank(made.called)


@REQUEST.rule("133", step=Step.REQUEST)
def identity(made: ClientRequest) -> bool:
    """Whether nobody made sure who asks: what is told to the wrong person cannot be taken back."""
    return made.identity is None


@REQUEST.rule("133", step=Step.REQUEST)
def authority(made: ClientRequest) -> bool:
    """Whether a proxy asks, and no written authority was seen."""
    return made.asker is Asker.PROXY and made.identity not in {None, IdentityProof.AUTHORITY}


@REQUEST.rule("133", step=Step.REQUEST)
def said(made: ClientRequest) -> bool:
    """Whether something is to be corrected, and nobody says what."""
    return made.kind is RequestKind.CORRECT and is_blank(made.said)


@REQUEST.rule("133", step=Step.REQUEST)
def due(made: ClientRequest) -> bool:
    """Whether the day of the answer is missing, before the request, or more than a month off."""
    if not made.received:
        return False
    came = date.fromisoformat(made.received)
    if not made.due:
        return True
    return not came <= date.fromisoformat(made.due) <= came + timedelta(days=MOST_DAYS)


@ANSWER.rule("133", step=Step.REQUEST)
def decision(facts: AnswerFacts) -> bool:
    """Whether nothing is decided."""
    return facts.answer.decision is None


@ANSWER.rule("133", step=Step.REQUEST)
def reason(facts: AnswerFacts) -> bool:
    """Whether it is not granted wholly, and not said why."""
    return _withheld(facts) and is_blank(facts.answer.reason)


@ANSWER.rule("133", step=Step.REQUEST)
def law(facts: AnswerFacts) -> bool:
    """Whether it is not granted wholly, and no law or clause is named."""
    return _withheld(facts) and is_blank(facts.answer.law)


@ANSWER.rule("133", step=Step.REQUEST)
def done(facts: AnswerFacts) -> bool:
    """Whether it is granted, and the day on which it was done is missing or before the request."""
    if facts.answer.decision not in {Decision.GRANTED, Decision.PARTLY}:
        return False
    return not facts.answer.done or facts.answer.done < facts.request.received


@ANSWER.rule("147", step=Step.REQUEST)
def held(facts: AnswerFacts) -> bool:
    """Whether something would be deleted of a case that is under legal hold."""
    granted = facts.answer.decision in {Decision.GRANTED, Decision.PARTLY}
    return facts.held and granted and facts.request.kind is RequestKind.DELETE


def _withheld(facts: AnswerFacts) -> bool:
    return facts.answer.decision in {Decision.PARTLY, Decision.REFUSED}


def due_day(received_on: date) -> date:
    """Return by when an answer is offered to a request of that day."""
    return received_on + timedelta(days=ANSWER_DAYS)


def request_of(raw: Mapping[str, Any]) -> ClientRequest:
    """Return the request that an entry holds; what it does not say is empty."""
    values = known_in(raw, ClientRequest)
    for name, kind in (("kind", RequestKind), ("asker", Asker), ("identity", IdentityProof)):
        values[name] = kind(values[name]) if values.get(name) else None
    return ClientRequest(**values)


def answer_of(raw: Mapping[str, Any]) -> RequestAnswer:
    """Return the answer that an entry holds; what it does not say is empty."""
    values = known_in(raw, RequestAnswer)
    values["decision"] = Decision(values["decision"]) if values.get("decision") else None
    return RequestAnswer(**values)


def requests_of(entries: Iterable[CaseEntry]) -> tuple[RequestStanding, ...]:
    """Return the requests among entries in their order, each with its answer."""
    found = tuple(entries)
    answers = {
        answer_of(one.value).request: one for one in found if one.kind is EntryKind.REQUEST_ANSWER
    }
    return tuple(
        _standing(one, answers.get(one.id)) for one in found if one.kind is EntryKind.CLIENT_REQUEST
    )


def open_requests(entries: Iterable[CaseEntry]) -> tuple[RequestStanding, ...]:
    """Return the requests among entries that nobody answered, the one that is due first first."""
    found = [one for one in requests_of(entries) if one.answer is None]
    return tuple(sorted(found, key=lambda one: one.request.due))


def overdue(one: RequestStanding, today: date) -> bool:
    """Return whether the day of the answer to an open request is over."""
    return one.answer is None and one.request.due < today.isoformat()


def _standing(one: CaseEntry, answered: CaseEntry | None) -> RequestStanding:
    request = request_of(one.value)
    if answered is None:
        return RequestStanding(one.id, one.at, request)
    return RequestStanding(one.id, one.at, request, answer_of(answered.value), answered.at)

"""What the record of a case lacks to be complete (完整性, clause 119).

The gate asks at each signature what that one session needs; here the whole record is looked at, so
that what slipped is found before a supervisor, a client or a court asks for it. Each rule bears the
clause that asks for the thing beside 119. A further rule is one function more in `RECORD` and one
fact more in `RecordFacts`; the page, the paper and the counts take it up by themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from app.domain.case import CONSENT_MODES, FORMAL_AFAR, ServiceMode
from app.domain.due import Standing
from app.domain.rule import Book, Step
from app.domain.screen import SCREENED

WRITE_WITHIN: Final = timedelta(hours=24)
"""How long after a session its note may be neither begun nor signed (clause 014)."""


@dataclass(frozen=True)
class KnownClient:
    """What is on record of a client, each as yes or no."""

    graded: bool = True
    identity: bool = True
    place: bool = True
    contact: bool = True


@dataclass(frozen=True)
class OpenEnds:
    """What is left open once the work ends, or somebody outside is told.

    `unwritten` says that a closed case has no closing, `gone` that a client came no more. Counted
    are the receipts that are late, the follow-ups that nobody `asks`, the disclosures that owe a
    word and the requests without an answer.
    """

    unwritten: bool = False
    gone: bool = False
    receipts: int = 0
    asks: int = 0
    told: int = 0
    requests: int = 0


@dataclass(frozen=True)
class RecordFacts:
    """What is known of a record; `client` is None where a password or damage hides it.

    `sessions` is the number of the last one. `unsigned` are the notes and `unwritten` the sessions
    that are over for longer than `WRITE_WITHIN`; `no_result` the appointments that are over without
    a word. `duties`, `reasons` and `review` are what is known to wait, `False` in a closed case.
    """

    mode: ServiceMode
    standing: Standing
    sessions: int = 0
    unsigned: int = 0
    unwritten: int = 0
    no_result: int = 0
    screened: bool = False
    prepared: bool = False
    agreed: bool = False
    review: bool = False
    duties: bool = False
    reasons: int = 0
    client: KnownClient | None = None
    ends: OpenEnds = OpenEnds()

    @property
    def afar(self) -> bool:
        """Whether it is formal counselling from afar, and has begun."""
        return self.mode in FORMAL_AFAR and self.sessions > 0


RECORD: Final[Book[RecordFacts]] = Book("whole")
"""What a complete record holds, in the order in which a case goes."""


@RECORD.rule("119", "073", step=Step.INTAKE)
def graded(facts: RecordFacts) -> bool:
    """Whether the request was not graded at intake; who calls a general hotline is not."""
    asked = facts.mode is not ServiceMode.HOTLINE_GENERAL
    return asked and facts.client is not None and not facts.client.graded


@RECORD.rule("119", "066", step=Step.PROFILE)
def identity(facts: RecordFacts) -> bool:
    """Whether neither who the client is is known, nor why not, in work from afar."""
    return facts.afar and facts.client is not None and not facts.client.identity


@RECORD.rule("119", "038", step=Step.PROFILE)
def place(facts: RecordFacts) -> bool:
    """Whether the client's city and time zone are not known in work from afar."""
    return facts.afar and facts.client is not None and not facts.client.place


@RECORD.rule("119", "104", step=Step.PROFILE)
def contact(facts: RecordFacts) -> bool:
    """Whether nobody can be called in an emergency in work from afar."""
    return facts.afar and facts.client is not None and not facts.client.contact


@RECORD.rule("119", "030", "042", step=Step.CONSENT)
def consent(facts: RecordFacts) -> bool:
    """Whether there were sessions, and consent was never signed."""
    asked = facts.mode in CONSENT_MODES and facts.sessions > 0
    return asked and facts.standing in {Standing.NONE, Standing.UNDERWAY}


@RECORD.rule("119", "030", step=Step.CONSENT)
def consent_ended(facts: RecordFacts) -> bool:
    """Whether the consent was withdrawn or ran out, and none came after it."""
    asked = facts.mode in CONSENT_MODES and facts.sessions > 0
    return asked and facts.standing is Standing.ENDED


@RECORD.rule("119", "029", "020", step=Step.SCREEN)
def screen(facts: RecordFacts) -> bool:
    """Whether there were sessions without a suitability screen, where one is asked for."""
    return facts.mode in SCREENED and facts.sessions > 0 and not facts.screened


@RECORD.rule("119", "051", step=Step.TECH)
def tech(facts: RecordFacts) -> bool:
    """Whether there were sessions online, and no technical sheet."""
    return facts.mode is ServiceMode.ONLINE and facts.sessions > 0 and not facts.prepared


@RECORD.rule("119", "080", step=Step.COURSE)
def agreement(facts: RecordFacts) -> bool:
    """Whether there were sessions, and their number was never agreed on."""
    return facts.mode in CONSENT_MODES and facts.sessions > 0 and not facts.agreed


@RECORD.rule("119", "035", step=Step.COURSE)
def review(facts: RecordFacts) -> bool:
    """Whether a review is due."""
    return facts.review


@RECORD.rule("119", "124", step=Step.RISK)
def danger(facts: RecordFacts) -> bool:
    """Whether danger asks for something that is not on record."""
    return facts.duties


@RECORD.rule("119", "097", step=Step.SHEET)
def reasons(facts: RecordFacts) -> bool:
    """Whether an emergency session owes its reasons."""
    return facts.reasons > 0


@RECORD.rule("119", "123", step=Step.NOTE)
def written(facts: RecordFacts) -> bool:
    """Whether a session is over for more than a day and has no note."""
    return facts.unwritten > 0


@RECORD.rule("119", "014", step=Step.NOTE)
def signed(facts: RecordFacts) -> bool:
    """Whether a note is not signed a day after its session."""
    return facts.unsigned > 0


@RECORD.rule("119", "079", step=Step.APPOINTMENT)
def result(facts: RecordFacts) -> bool:
    """Whether an appointment is over without a word of what became of it."""
    return facts.no_result > 0


@RECORD.rule("119", "110", "160", step=Step.DISCLOSURE)
def told(facts: RecordFacts) -> bool:
    """Whether somebody outside was told, and what belongs to it is not written down."""
    return facts.ends.told > 0


@RECORD.rule("119", "133", step=Step.REQUEST)
def request(facts: RecordFacts) -> bool:
    """Whether a client's request has no answer."""
    return facts.ends.requests > 0


@RECORD.rule("119", "072", "126", step=Step.FOLLOW)
def gone(facts: RecordFacts) -> bool:
    """Whether a client came no more, and nobody sought them or closed the case."""
    return facts.ends.gone


@RECORD.rule("119", "126", step=Step.REFERRAL)
def receipt(facts: RecordFacts) -> bool:
    """Whether the receipt of a referral is late."""
    return facts.ends.receipts > 0


@RECORD.rule("119", "035", step=Step.ENDING)
def closing(facts: RecordFacts) -> bool:
    """Whether the case is closed, and nobody wrote how it ended."""
    return facts.ends.unwritten


@RECORD.rule("119", "126", step=Step.FOLLOW)
def follow(facts: RecordFacts) -> bool:
    """Whether the day of a follow-up has passed, and nobody asked."""
    return facts.ends.asks > 0


COUNTED: Final = {
    written.name: lambda facts: facts.unwritten,
    signed.name: lambda facts: facts.unsigned,
    result.name: lambda facts: facts.no_result,
    reasons.name: lambda facts: facts.reasons,
    told.name: lambda facts: facts.ends.told,
    request.name: lambda facts: facts.ends.requests,
    receipt.name: lambda facts: facts.ends.receipts,
    follow.name: lambda facts: facts.ends.asks,
}
"""How many of a thing lack, of the rules that count."""


@dataclass(frozen=True)
class Lack:
    """Something that a record lacks: the name of the rule, and how many of it (1 where one)."""

    name: str
    step: Step
    count: int = 1


def lacks(facts: RecordFacts) -> tuple[Lack, ...]:
    """Return what a record lacks, in the order in which a case goes (clause 119)."""
    return tuple(
        Lack(one.name, one.step, COUNTED[one.name](facts) if one.name in COUNTED else 1)
        for one in RECORD.broken(facts)
    )

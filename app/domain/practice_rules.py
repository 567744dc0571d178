"""The rules about the practice itself: what a record lacks, and what waits to be seen to."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from app.domain.blank import is_blank
from app.domain.practice_record import (
    Colleague,
    Credential,
    Hours,
    Platform,
    Policy,
    PracticeDecision,
    PracticeRecord,
    PrivateAccount,
    Resource,
    SelfCheck,
    Supervision,
    Training,
    TrainingTopic,
)
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from app.domain.practice import Practice

VERIFIED_FOR: Final = timedelta(days=90)
"""For how long a credential's link counts as seen to work (clauses 037, 105)."""

RESOURCE_FOR: Final = timedelta(days=180)
"""For how long somebody to call counts as seen to be there (clause 027)."""

RECORD: Final[Book[PracticeRecord]] = Book("record")
"""What a record of the practice lacks before it can be kept."""


@RECORD.rule("068", step=Step.PRACTICE)
def category(record: PracticeRecord) -> bool:
    """Whether a credential is of none of the seven categories."""
    return isinstance(record, Credential) and record.category is None


@RECORD.rule("037", "068", step=Step.PRACTICE)
def title(record: PracticeRecord) -> bool:
    """Whether a credential, a training or a policy has no name."""
    return isinstance(record, Credential | Training | Policy) and not record.title.strip()


@RECORD.rule("158", step=Step.PRACTICE)
def colleague(record: PracticeRecord) -> bool:
    """Whether nobody can tell who a supervisor or a member of the team is."""
    return isinstance(record, Colleague) and not record.name.strip()


@RECORD.rule("019", "048", "070", step=Step.PRACTICE)
def topic(record: PracticeRecord) -> bool:
    """Whether nobody can tell what a training was about."""
    return isinstance(record, Training) and record.topic is None


@RECORD.rule("025", "118", step=Step.PRACTICE)
def day(record: PracticeRecord) -> bool:
    """Whether a training, a supervision or other hours have no day."""
    return isinstance(record, Training | Supervision | Hours) and not record.day


@RECORD.rule("118", step=Step.PRACTICE)
def role(record: PracticeRecord) -> bool:
    """Whether nobody can tell what hours were spent as: each is counted separately."""
    return isinstance(record, Hours) and record.role is None


@RECORD.rule("025", step=Step.PRACTICE)
def hours(record: PracticeRecord) -> bool:
    """Whether a training or other hours have no length."""
    return isinstance(record, Training | Hours) and not (record.hours or 0) > 0


@RECORD.rule("118", step=Step.PRACTICE)
def form(record: PracticeRecord) -> bool:
    """Whether a supervision is none of the three forms, which are counted separately."""
    return isinstance(record, Supervision) and record.form is None


@RECORD.rule("056", step=Step.PRACTICE)
def medium(record: PracticeRecord) -> bool:
    """Whether nobody can tell by what a supervision was held."""
    return isinstance(record, Supervision) and record.medium is None


@RECORD.rule("118", step=Step.PRACTICE)
def minutes(record: PracticeRecord) -> bool:
    """Whether a supervision has no length."""
    return isinstance(record, Supervision) and not (record.minutes or 0) > 0


@RECORD.rule("056", step=Step.PRACTICE)
def supervisor(record: PracticeRecord) -> bool:
    """Whether nobody is named with whom it was."""
    return isinstance(record, Supervision) and not record.supervisor.strip()


@RECORD.rule("060", step=Step.PRACTICE)
def name(record: PracticeRecord) -> bool:
    """Whether a platform has no name."""
    return isinstance(record, Platform) and not record.name.strip()


@RECORD.rule("076", step=Step.PRACTICE)
def channel(record: PracticeRecord) -> bool:
    """Whether a private account has neither number nor name."""
    return isinstance(record, PrivateAccount) and not plain_channel(record.channel)


@RECORD.rule("021", step=Step.PRACTICE)
def state(record: PracticeRecord) -> bool:
    """Whether nothing is written in a look at herself."""
    if not isinstance(record, SelfCheck):
        return False
    return all(map(is_blank, (record.state, record.motives, record.balance, record.care)))


@RECORD.rule("161", step=Step.PRACTICE)
def facts(record: PracticeRecord) -> bool:
    """Whether an ethical decision does not say what is known."""
    return isinstance(record, PracticeDecision) and is_blank(record.facts)


@RECORD.rule("161", step=Step.PRACTICE)
def people(record: PracticeRecord) -> bool:
    """Whether it is not said whom an ethical decision touches."""
    return isinstance(record, PracticeDecision) and is_blank(record.people)


@RECORD.rule("161", step=Step.PRACTICE)
def clauses(record: PracticeRecord) -> bool:
    """Whether no clause and no law was looked at for an ethical decision."""
    return isinstance(record, PracticeDecision) and is_blank(record.clauses)


@RECORD.rule("161", step=Step.PRACTICE)
def options(record: PracticeRecord) -> bool:
    """Whether nothing was weighed in an ethical decision."""
    return isinstance(record, PracticeDecision) and is_blank(record.options)


@RECORD.rule("161", step=Step.PRACTICE)
def consulted(record: PracticeRecord) -> bool:
    """Whether it is not said who was asked about an ethical decision; 无 is an answer."""
    return isinstance(record, PracticeDecision) and is_blank(record.consulted)


@RECORD.rule("161", step=Step.PRACTICE)
def decision(record: PracticeRecord) -> bool:
    """Whether an ethical decision decides nothing."""
    return isinstance(record, PracticeDecision) and is_blank(record.decision)


@RECORD.rule("027", "130", step=Step.PRACTICE)
def sort(record: PracticeRecord) -> bool:
    """Whether nobody can tell what kind of help somebody to call is."""
    return isinstance(record, Resource) and record.sort is None


@RECORD.rule("027", "130", step=Step.PRACTICE)
def called(record: PracticeRecord) -> bool:
    """Whether somebody to call has no name."""
    return isinstance(record, Resource) and not record.called.strip()


@RECORD.rule("027", "140", step=Step.PRACTICE)
def phone(record: PracticeRecord) -> bool:
    """Whether somebody to call has neither a number nor a place to go to."""
    return isinstance(record, Resource) and not (record.phone.strip() or record.place.strip())


@dataclass(frozen=True)
class PracticeFacts:
    """What the rules about the practice look at, on the day `today`."""

    practice: Practice = field(repr=False)
    records: tuple[PracticeRecord, ...] = field(repr=False)
    today: date

    def credentials(self) -> tuple[Credential, ...]:
        """Return the credentials."""
        return tuple(one for one in self.records if isinstance(one, Credential))

    def resources(self) -> tuple[Resource, ...]:
        """Return whom to call."""
        return tuple(one for one in self.records if isinstance(one, Resource))

    def trained(self, *topics: TrainingTopic) -> bool:
        """Return whether a training about any of these is recorded."""
        return any(isinstance(one, Training) and one.topic in topics for one in self.records)


PRACTICE: Final[Book[PracticeFacts]] = Book("practice")
"""What waits to be seen to in the practice; it stops nothing."""


@PRACTICE.rule("037", step=Step.PRACTICE)
def credential_expired(facts: PracticeFacts) -> bool:
    """Whether a credential is past its last day."""
    return any(expired(one, facts.today) for one in facts.credentials())


@PRACTICE.rule("037", "105", step=Step.PRACTICE)
def link_unverified(facts: PracticeFacts) -> bool:
    """Whether nobody has looked for 90 days if a credential's link still works."""
    return any(unverified(one, facts.today) for one in facts.credentials())


@PRACTICE.rule("019", "070", step=Step.PRACTICE)
def crisis_training(facts: PracticeFacts) -> bool:
    """Whether no training in crisis intervention is recorded."""
    return not facts.trained(TrainingTopic.CRISIS)


@PRACTICE.rule("048", step=Step.PRACTICE)
def online_training(facts: PracticeFacts) -> bool:
    """Whether no training in online counselling is recorded."""
    return not facts.trained(TrainingTopic.ONLINE)


@PRACTICE.rule("022", step=Step.PRACTICE)
def no_supervisor(facts: PracticeFacts) -> bool:
    """Whether no supervisor of record is named."""
    return not facts.practice.profile.supervisor.strip()


@PRACTICE.rule("027", "130", step=Step.PRACTICE)
def resource_stale(facts: PracticeFacts) -> bool:
    """Whether nobody has looked for 180 days if somebody to call is still there."""
    return any(stale(one, facts.today) for one in facts.resources())


def stale(one: Resource, today: date) -> bool:
    """Return whether somebody to call was not looked at within 180 days, or never."""
    return not one.verified_on or today - date.fromisoformat(one.verified_on) > RESOURCE_FOR


def expired(one: Credential, today: date) -> bool:
    """Return whether the last day of a credential is over."""
    return bool(one.valid_until) and date.fromisoformat(one.valid_until) < today


def unverified(one: Credential, today: date) -> bool:
    """Return whether a credential's link was not looked at within 90 days; without one, never."""
    if not one.url.strip():
        return False
    return not one.verified_on or today - date.fromisoformat(one.verified_on) > VERIFIED_FOR


@dataclass(frozen=True)
class ChannelFacts:
    """A way to reach each other as it is entered for a client, and the counselor's private ones."""

    channel: str = field(repr=False)
    private: tuple[str, ...] = field(repr=False)


CHANNEL: Final[Book[ChannelFacts]] = Book("channel")
"""What is to be looked at where a way to reach each other is entered."""


@CHANNEL.rule("076", step=Step.PRACTICE)
def private_channel(facts: ChannelFacts) -> bool:
    """Whether it is one that the counselor listed as her own private one."""
    said = plain_channel(facts.channel)
    return any(_is_in(plain_channel(one), said) for one in facts.private)


def plain_channel(text: str) -> str:
    """Return a number or account as it is compared: letters and digits alone, in one width."""
    wide = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in wide if sign.isalnum())


def _is_in(account: str, said: str) -> bool:
    """Return whether an account is what was said; a number is found within more words, too.

    「微信 138…」 names the same number; a short account inside a longer word does not.
    """
    long_enough = len(account) >= _NUMBER and account.isascii()
    return bool(account) and (account == said or (long_enough and account in said))


_NUMBER: Final = 6

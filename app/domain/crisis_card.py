"""The crisis card (危机卡): what she needs in the minute in which somebody is in danger.

What is missing is said with the same weight as what is known: she asks it while she speaks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from app.domain.blank import is_blank
from app.domain.crisis_event import CrisisAct, CrisisItem
from app.domain.one_line import one_line
from app.domain.rule import Book, Step
from app.domain.sheet import Sheet, SheetPart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from app.domain.client import Profile
    from app.domain.crisis_event import CrisisEvent, CrisisStep
    from app.domain.crisis_text import CrisisText
    from app.domain.practice_record import Resource
    from app.domain.risk import RiskLevel
    from app.domain.safety_plan import SafetyPlan

FRESH: Final = timedelta(hours=24)
"""For how long a place counts as where somebody is."""

_MAINLAND: Final = frozenset(
    {
        "Asia/Shanghai",
        "Asia/Urumqi",
        "Asia/Chongqing",
        "Asia/Chungking",
        "Asia/Harbin",
        "Asia/Kashgar",
        "PRC",
    }
)
"""The time zones in which 110, 120 and 12356 are answered."""


@dataclass(frozen=True)
class Whereabouts:
    """Where the client was known to be, and when that was; `confirmed` in a crisis itself.

    `zone` is the IANA time zone of that place, where one was entered with it.
    """

    where: str = field(default="", repr=False)
    at: datetime | None = None
    confirmed: bool = False
    zone: str = field(default="", repr=False)


@dataclass(frozen=True)
class CrisisCard:
    """What the card says; `places` are what is known of where the client is, the newest first.

    `plan` is the last safety plan, of `planned_at`. `hidden` says that damage hides something of
    it: then what is missing here may only not be readable. `unknown` says that it hides who the
    client is: then nothing of the profile counts as missing.
    """

    now: datetime
    code: str
    profile: Profile = field(repr=False)
    places: tuple[Whereabouts, ...] = field(repr=False)
    resources: tuple[Resource, ...] = field(repr=False)
    plan: SafetyPlan | None = field(default=None, repr=False)
    planned_at: datetime | None = None
    level: RiskLevel | None = None
    hidden: bool = False
    unknown: bool = False


CARD: Final[Book[CrisisCard]] = Book("card")
"""What a crisis card lacks; it is shown and printed all the same."""


@CARD.rule("047", "016", step=Step.PROFILE)
def identity(card: CrisisCard) -> bool:
    """Whether it is not known who the client is."""
    return is_blank(card.profile.name) and not card.unknown


@CARD.rule("047", step=Step.PROFILE)
def reach(card: CrisisCard) -> bool:
    """Whether there is no number on which the client is reached at once."""
    return is_blank(card.profile.phone) and not card.unknown


@CARD.rule("047", "016", step=Step.CRISIS)
def place(card: CrisisCard) -> bool:
    """Whether nobody confirmed today where the client is."""
    return not any(one.at is not None and card.now - one.at <= FRESH for one in card.places)


@CARD.rule("047", "122", step=Step.PROFILE)
def contact(card: CrisisCard) -> bool:
    """Whether nobody can be called for the client."""
    known = card.profile.emergency
    return not card.unknown and (is_blank(known.name) or is_blank(known.phone))


@CARD.rule("122", step=Step.PROFILE)
def may_know(card: CrisisCard) -> bool:
    """Whether the client was not asked if the emergency contact may know."""
    known = card.profile.emergency
    asked = card.unknown or known.may_know is not None
    return not contact.broken(card) and not asked


@CARD.rule("124", step=Step.SAFETY)
def agreed(card: CrisisCard) -> bool:
    """Whether there is no safety plan to hold on to; where damage hides that, nobody knows."""
    return card.plan is None and not card.hidden


def abroad(card: CrisisCard) -> bool:
    """Whether the client, as far as is known, is where the numbers of the mainland do not reach.

    The newest place with a time zone counts, else the one of the profile; none tells nothing.
    """
    return outside(card.places, card.profile)


def outside(places: Iterable[Whereabouts], profile: Profile) -> bool:
    """Return whether what is known of a place, the newest first, lies outside the mainland."""
    entered = (*(one.zone for one in places), profile.place.time_zone)
    known = next((zone for zone in entered if zone), "")
    return known != "" and known not in _MAINLAND


def card_sheet(card: CrisisCard, text: CrisisText, when: Callable[[datetime], str]) -> Sheet:
    """Return the card as a paper of one page; `when` says a time in the language of the paper."""
    words = text.words
    missing = words["hidden" if card.unknown else "missing"]
    known, person = card.profile.emergency, card.profile
    told = " · ".join(one for one in (known.name, known.relation, known.phone) if one.strip())
    lacks = contact.broken(card)
    rows = [
        (words["identity"], " · ".join(one for one in (person.name, card.code) if one.strip())),
        (words["reach"], person.phone or missing),
        (words["place"], _where(card, text, when) or missing),
        (words["contact"], f"{told} {missing}".strip() if card.unknown or lacks else told),
        (words["may_know"], missing if card.unknown else words[_may_know(known.may_know)]),
    ]
    if card.level is not None:
        rows.append((words["level"], words[card.level.value]))
    called = tuple((one.called, one.phone.strip() or one.place) for one in card.resources[:_CALLED])
    hidden = (words["hidden"],) if card.hidden else ()
    far = (words["call_abroad"],) if abroad(card) else ()
    plan = _agreed(card, text, when)
    return Sheet(
        words["card"],
        words["card_about"],
        (SheetPart(rows=tuple(rows), lines=hidden), SheetPart(words["call"], called, far), plan),
        f"{text.edition} · {when(card.now)}",
        text.language,
    )


_CALLED: Final = 8
_LONG: Final = 90


def _agreed(card: CrisisCard, text: CrisisText, when: Callable[[datetime], str]) -> SheetPart:
    """Return the six steps, each on a line or two: the card stays one page."""
    words = text.words
    if card.plan is None or card.planned_at is None:
        return SheetPart(words["agreed"], lines=(words["hidden" if card.hidden else "no_plan"],))
    rows = tuple((words[name], one_line(said, _LONG)) for name, said in card.plan.lines())
    return SheetPart(f"{words['agreed']} · {when(card.planned_at)}", rows)


def _where(card: CrisisCard, text: CrisisText, when: Callable[[datetime], str]) -> str:
    """Return where the client was known to be, a line each, with its time; an address has none."""
    aside = " ({0})" if text.language == "en" else "（{0}）"
    return "\n".join(
        one.where + (aside.format(when(one.at)) if one.at is not None else "")
        for one in card.places
    )


def _may_know(known: bool | None) -> str:  # noqa: FBT001 - the three answers of the profile
    return {True: "may_know_yes", False: "may_know_no", None: "may_know_unasked"}[known]


_ITEM_WORDS: Final = {
    CrisisItem.REFERRAL: "referral",
    CrisisItem.ASSESSMENT: "assessment",
    CrisisItem.CONTACT: "emergency_contact",
    CrisisItem.HOTLINE: "hotline",
    CrisisItem.IN_PERSON: "in_person",
}
_ACT_WORDS: Final = {one: f"act_{one.name.lower()}" for one in CrisisAct}


def event_sheet(
    event: CrisisEvent, code: str, text: CrisisText, when: Callable[[datetime], str]
) -> Sheet:
    """Return the summary of an event: what happened, the five, and every step (clause 098)."""
    words = text.words
    ended = words["still_open"] if event.closed_at is None else when(event.closed_at)
    first = [
        (words["opened"], when(event.opened_at)),
        (words["what"], event.what),
        (words["emergency_plan"], event.plan),
        (words["closed"], ended),
    ]
    if not is_blank(event.outcome):
        first.append((words["outcome"], event.outcome))
    five = tuple((words[_ITEM_WORDS[item]], *_settled(event, item, text)) for item in CrisisItem)
    log = tuple(
        (when(at), _act(step.act, step.item, text), _said(step, text, when))
        for at, step in event.steps
    )
    return Sheet(
        words["event"],
        f"{code} · {words['event_about']}",
        (SheetPart(rows=tuple(first)), SheetPart(words["checklist"], five), _log(log, text)),
        text.edition,
        text.language,
    )


def _log(rows: tuple[tuple[str, str, str], ...], text: CrisisText) -> SheetPart:
    return SheetPart(text.words["log"], rows)


def _settled(event: CrisisEvent, item: CrisisItem, text: CrisisText) -> tuple[str, str]:
    """Return how one of the five stands, and what was said of it."""
    how = event.settled.get(item)
    if how is None:
        return text.words["open"], ""
    return text.words["done" if how.done else "not_done"], how.words


def _said(step: CrisisStep, text: CrisisText, when: Callable[[datetime], str]) -> str:
    """Return the words of a step, and until when the next contact was arranged."""
    if step.next_contact is None:
        return step.words
    arranged = text.words["next_contact"].format(when(step.next_contact))
    return f"{step.words} · {arranged}" if step.words.strip() else arranged


def _act(act: CrisisAct | None, item: CrisisItem | None, text: CrisisText) -> str:
    said = text.words[_ACT_WORDS[act]] if act is not None else ""
    return said.format(text.words[_ITEM_WORDS[item]]) if item is not None else said

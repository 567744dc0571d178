"""The suitability screen (适宜性评估): what speaks against this way of service, and what follows.

Its items are the contraindications of 网络 4.3 and 问10(2), and no others. A yes does not end the
work by itself: it asks for reasons, a plan where somebody is in danger, and a second pair of eyes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from app.domain.case import FORMAL_AFAR
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Mapping

SCREENED: Final = FORMAL_AFAR
"""The ways of service that begin with a suitability screen."""


class Suitability(Enum):
    """What a screen came to."""

    SUITABLE = "suitable"
    RESERVED = "with reservations"
    UNSUITABLE = "not suitable"


@dataclass(frozen=True)
class ScreenItem:
    """One contraindication in the words of the guidance.

    `source` is where the guidance says it, `clauses` are its numbers in requirements.md. With
    `risk` somebody is in danger where it is so.
    """

    key: str
    text: str
    source: str
    clauses: tuple[str, ...]
    risk: bool = False


@dataclass(frozen=True)
class ScreenCatalogue:
    """The items of an edition, and whom remote work suits well (clause 099).

    `yes` and `no` are its answers, `answered` how one stands behind its item: "{0}: {1}". A screen
    is read in the language in which it was asked.
    """

    key: str
    edition: str
    language: str
    items: tuple[ScreenItem, ...]
    suits: tuple[str, ...]
    yes: str
    no: str
    answered: str


@dataclass(frozen=True)
class AskedItem:
    """An item as it was asked, with its answer: True where it is so, None where it is open."""

    key: str
    text: str
    source: str
    risk: bool
    answer: bool | None = None


@dataclass(frozen=True)
class Referral:
    """What was said of another place to go: to whom, or that the client `declined`."""

    to: str = field(default="", repr=False)
    said: str = field(default="", repr=False)
    declined: bool = False


@dataclass(frozen=True)
class Screen:
    """A screen as it is filled in; it holds the words of its items, so that it can always be read.

    `consulted_on` is the ISO day of a consultation or supervision about it, held or agreed on.
    """

    catalogue: str
    edition: str
    language: str
    asked: tuple[AskedItem, ...] = field(repr=False)
    result: Suitability | None = None
    rationale: str = field(default="", repr=False)
    safety_plan: str = field(default="", repr=False)
    consulted_on: str = ""
    consulted_with: str = field(default="", repr=False)
    explanation: str = field(default="", repr=False)
    referral: Referral = field(default_factory=Referral, repr=False)

    @property
    def any_yes(self) -> bool:
        """Whether anything speaks against it."""
        return any(one.answer for one in self.asked)

    @property
    def any_risk(self) -> bool:
        """Whether somebody is in danger."""
        return any(one.answer and one.risk for one in self.asked)


SCREEN: Final[Book[Screen]] = Book("screen")
"""What a screen lacks before it can stand in the file."""


def blank_screen(catalogue: ScreenCatalogue) -> Screen:
    """Return a screen of an edition with nothing answered: nothing is preset."""
    asked = tuple(AskedItem(one.key, one.text, one.source, one.risk) for one in catalogue.items)
    return Screen(catalogue.key, catalogue.edition, catalogue.language, asked)


def screen_of(raw: Mapping[str, Any]) -> Screen:
    """Return the screen that an entry holds."""
    return Screen(
        **{
            **raw,
            "asked": tuple(AskedItem(**one) for one in raw["asked"]),
            "result": Suitability(raw["result"]) if raw["result"] else None,
            "referral": Referral(**raw["referral"]),
        }
    )


@SCREEN.rule("052", "100", step=Step.SCREEN)
def answered(screen: Screen) -> bool:
    """Whether an item is still open."""
    return any(one.answer is None for one in screen.asked)


@SCREEN.rule("020", "029", step=Step.SCREEN)
def result(screen: Screen) -> bool:
    """Whether it came to nothing."""
    return screen.result is None


@SCREEN.rule("052", "100", step=Step.SCREEN)
def not_plainly_suitable(screen: Screen) -> bool:
    """Whether a contraindication is passed over."""
    return screen.result is Suitability.SUITABLE and screen.any_yes


@SCREEN.rule("052", step=Step.SCREEN)
def rationale(screen: Screen) -> bool:
    """Whether going on with reservations has no reasons."""
    return screen.result is Suitability.RESERVED and not screen.rationale.strip()


@SCREEN.rule("052", step=Step.SCREEN)
def safety_plan(screen: Screen) -> bool:
    """Whether one goes on with somebody in danger and no plan."""
    going_on = screen.result is Suitability.RESERVED
    return going_on and screen.any_risk and not screen.safety_plan.strip()


@SCREEN.rule("052", step=Step.SCREEN)
def consultation(screen: Screen) -> bool:
    """Whether one goes on against a contraindication without anybody to consult."""
    return screen.result is Suitability.RESERVED and screen.any_yes and not screen.consulted_on


@SCREEN.rule("020", "029", step=Step.SCREEN)
def explanation(screen: Screen) -> bool:
    """Whether the client is turned away without an explanation."""
    return screen.result is Suitability.UNSUITABLE and not screen.explanation.strip()


@SCREEN.rule("020", "029", step=Step.SCREEN)
def referral(screen: Screen) -> bool:
    """Whether the client is turned away without another place, or their refusal of one."""
    other = screen.referral
    return screen.result is Suitability.UNSUITABLE and not (other.declined or other.to.strip())


@SCREEN.rule("020", "029", step=Step.SCREEN)
def referral_said(screen: Screen) -> bool:
    """Whether nothing is known of what was said about another place."""
    return screen.result is Suitability.UNSUITABLE and not screen.referral.said.strip()

"""How long a record is kept, by a profile, and from when on it may be destroyed (热线 3.3, 015).

The code names no number: the profiles are data (resources/keeping) with their source. A term runs
from the last contact of a case that is closed; that of a minor never ends before they are grown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from app.domain.age import GROWN, born, is_minor
from app.domain.as_json import known_in
from app.domain.blank import is_blank
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

USUAL: Final = "default"
"""The key of the profile that holds as long as nobody chose one."""
OWN: Final = "own"
"""The key of a term that the counselor sets herself."""
MOST: Final = 100
"""The most years that can be set."""


@dataclass(frozen=True)
class RetentionProfile:
    """A term of some rule or custom: `years` after the last contact.

    `minor_years` are those after the eighteenth birthday of who was a minor at the last contact;
    `law` says that a law sets the years as the least.
    """

    key: str
    name: str
    years: int
    minor_years: int
    about: str
    source: str
    law: bool = False


@dataclass(frozen=True)
class Keeping:
    """What was chosen, for the practice or for a case: the profile, and its years as they were.

    So a later edition of the profiles changes nothing that was chosen. `why` is said of a term of
    her own. The years are None where what was typed is no number.
    """

    profile: str = USUAL
    years: int | None = 10
    minor_years: int | None = 3
    why: str = field(default="", repr=False)


@dataclass(frozen=True)
class KeepingFacts:
    """A choice that is to be made; `least` are the years that a law asks for, 0 where none does."""

    keeping: Keeping
    least: int = 0


class Standing(Enum):
    """How the term of a case stands."""

    HELD = "held"
    DUE = "due"
    KEPT = "kept"
    ONGOING = "ongoing"
    SHUT = "shut"


@dataclass(frozen=True)
class Term:
    """When the term of a case ends: `until` is the first day on which it may be destroyed."""

    last: date
    until: date
    minor: bool


KEEPING: Final[Book[KeepingFacts]] = Book("keeping")
"""What a choice of how long records are kept lacks."""


@KEEPING.rule("015", step=Step.KEEPING)
def profile(facts: KeepingFacts) -> bool:
    """Whether no profile was chosen."""
    return not facts.keeping.profile


@KEEPING.rule("015", step=Step.KEEPING)
def years(facts: KeepingFacts) -> bool:
    """Whether the years are no number that a record can be kept for."""
    found = facts.keeping.years
    return found is None or not 1 <= found <= MOST


@KEEPING.rule("015", step=Step.KEEPING)
def minor_years(facts: KeepingFacts) -> bool:
    """Whether the years after a minor's eighteenth birthday are no such number."""
    found = facts.keeping.minor_years
    return found is None or not 0 <= found <= MOST


@KEEPING.rule("015", "155", step=Step.KEEPING)
def law(facts: KeepingFacts) -> bool:
    """Whether it is shorter than the law of the place allows."""
    found = facts.keeping.years
    return found is not None and found < facts.least


@KEEPING.rule("015", step=Step.KEEPING)
def why(facts: KeepingFacts) -> bool:
    """Whether a term of her own has no reason."""
    return facts.keeping.profile == OWN and is_blank(facts.keeping.why)


def keeping_of(raw: Mapping[str, Any]) -> Keeping:
    """Return the choice that an entry or the settings hold."""
    return Keeping(**known_in(raw, Keeping))


def chosen(found: RetentionProfile) -> Keeping:
    """Return the choice of a profile as it is."""
    return Keeping(found.key, found.years, found.minor_years)


def least(keeping: Keeping, profiles: Iterable[RetentionProfile]) -> int:
    """Return the years that a law asks for where this is what the practice goes by."""
    return max((one.years for one in profiles if one.law and one.key == keeping.profile), default=0)


def term(keeping: Keeping, last: date, birth_date: str = "") -> Term:
    """Return the term of a case with this last contact and this client's day of birth.

    That of a minor ends after both: the years from the last contact, and those from majority on.
    """
    until = _later(last, keeping.years or 0)
    birthday = born(birth_date)
    if birthday is None or not is_minor(birth_date, last):
        return Term(last, until, minor=False)
    grown = _later(birthday, GROWN + (keeping.minor_years or 0))
    return Term(last, max(until, grown), minor=True)


def standing(found: Term | None, today: date, *, closed: bool, held: bool) -> Standing:
    """Return how a term stands; None where a case is shut and nobody can say."""
    if held:
        return Standing.HELD
    if found is None:
        return Standing.SHUT
    if not closed:
        return Standing.ONGOING
    return Standing.DUE if found.until <= today else Standing.KEPT


def _later(day: date, years: int) -> date:
    """Return a day so many years later; the 29th of February becomes the 1st of March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)

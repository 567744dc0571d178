"""The technical sheet of a case (技术准备): with what both sides meet, and whether it was tried.

Before the first remote session the two try it out together: the counselor knows the programs, both
computers fit, and the client is helped to install what is needed (网络 4.2(3), clause 051).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from app.domain.blank import is_blank
from app.domain.case import FORMAL_AFAR
from app.domain.entry import EntryKind
from app.domain.mode_change import changes_in
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.case import ServiceMode
    from app.domain.entry import CaseEntry


@dataclass(frozen=True)
class TechSheet:
    """With what the two meet; `tried_on` is the ISO day of the trial call, "" where there is none.

    `problems` are those that were met, `done` what was done about them.
    """

    platform: str = field(default="", repr=False)
    mine: str = field(default="", repr=False)
    theirs: str = field(default="", repr=False)
    tried_on: str = ""
    problems: str = field(default="", repr=False)
    done: str = field(default="", repr=False)


@dataclass(frozen=True)
class TechFacts:
    """A case as the reminders see it: `held` sessions since its way of service began.

    `sheet` is the last one since then; None where none was made.
    """

    mode: ServiceMode
    held: int = 0
    sheet: TechSheet | None = None


TECH: Final[Book[TechSheet]] = Book("tech")
"""What a technical sheet lacks before it stands in the file."""
TECH_CARE: Final[Book[TechFacts]] = Book("tech_care")
"""What is reminded of; it never stops a session."""


def tech_of(raw: Mapping[str, Any]) -> TechSheet:
    """Return the sheet that an entry holds."""
    return TechSheet(**raw)


def tech_facts(mode: ServiceMode, sessions: int, entries: Sequence[CaseEntry]) -> TechFacts:
    """Return what is known of a case after session number `sessions`; entries in their order.

    Another way of service is tried out anew: what was made before the last change no longer counts.
    """
    changes = [at for at, one in enumerate(entries) if one.kind is EntryKind.MODE_CHANGE]
    since = entries[changes[-1] :] if changes else entries
    before = changes_in(since)
    sheets = [one for one in since if one.kind is EntryKind.TECH_SHEET]
    held = sessions - (before[-1].sessions if before else 0)
    return TechFacts(mode, held, tech_of(sheets[-1].value) if sheets else None)


@TECH.rule("051", step=Step.TECH)
def platform(made: TechSheet) -> bool:
    """Whether it is not said by which platform the two meet."""
    return is_blank(made.platform)


@TECH_CARE.rule("051", step=Step.TECH)
def untried(facts: TechFacts) -> bool:
    """Whether the first remote session is ahead and nobody tried out the connection."""
    tried = facts.sheet is not None and bool(facts.sheet.tried_on)
    return facts.mode in FORMAL_AFAR and facts.held == 0 and not tried


@TECH_CARE.rule("051", step=Step.TECH)
def unsolved(facts: TechFacts) -> bool:
    """Whether a problem is written down and not what was done about it."""
    if facts.sheet is None or facts.mode not in FORMAL_AFAR:
        return False
    return not is_blank(facts.sheet.problems) and is_blank(facts.sheet.done)

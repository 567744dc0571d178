"""What protects the computer around the vault: seen or asked, and how often it is looked at.

Clauses 049 and 135. Nothing here is enforced, and nothing is counted: what stands open is said.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

EVERY = timedelta(days=30)
"""How long one look holds (clause 049 asks for a regular one)."""
FIRST_WITHIN = timedelta(days=3)
"""How long after the first case the first look may wait."""


class Safeguard(Enum):
    """What is looked at, in the order of the page."""

    LOGIN = "login"
    DISK = "disk"
    SCREEN = "screen"
    FIREWALL = "firewall"
    VIRUSES = "viruses"
    NETWORK = "network"
    UPDATES = "updates"


class Sight(Enum):
    """What the program sees of a safeguard by itself; what is not told apart is `UNSEEN`."""

    ON = "on"
    OFF = "off"
    UNSEEN = "unseen"


class Answer(Enum):
    """What the counselor says of a safeguard."""

    YES = "yes"
    NOT_YET = "not yet"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Finding:
    """How a safeguard stood `at` a time; `seen` by the program itself, or else as she said."""

    answer: Answer
    at: datetime
    seen: bool = False


@dataclass(frozen=True)
class ComputerSafety:
    """What is known of the computer, and when all of it was last gone through."""

    findings: Mapping[Safeguard, Finding] = field(default_factory=dict)
    checked_at: datetime | None = None

    def answered(self, which: Safeguard, answer: Answer, at: datetime) -> ComputerSafety:
        """Return this with an answer of hers."""
        return replace(self, findings={**self.findings, which: Finding(answer, at)})

    def looked(self, sights: Mapping[Safeguard, Sight], at: datetime) -> ComputerSafety:
        """Return this with what the program saw.

        What is seen to be on needs no answer. What is no longer seen to be on is open again: an
        earlier look of the program answers nothing; what she said herself stays.
        """
        found = dict(self.findings)
        for which in Safeguard:
            before = found.get(which)
            if sights.get(which, Sight.UNSEEN) is Sight.ON:
                found[which] = Finding(Answer.YES, at, seen=True)
            elif before is not None and before.seen:
                del found[which]
        return replace(self, findings=found)

    def unanswered(self) -> tuple[Safeguard, ...]:
        """Return what was neither seen to be on nor answered, in the order of the page."""
        return tuple(one for one in Safeguard if one not in self.findings)

    def due(self, now: datetime, first_case: datetime | None) -> bool:
        """Return whether it is time to look; a clock that went back makes it so, too.

        Before the first look nothing is asked until there has been a case for three days.
        """
        if self.checked_at is None:
            return first_case is not None and now - first_case >= FIRST_WITHIN
        return now - self.checked_at >= EVERY or now < self.checked_at

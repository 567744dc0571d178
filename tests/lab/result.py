"""What an experiment found."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Result:
    """How often one promise was tried, and how often it did not hold.

    `seen_without` is how many failures the same experiment counted with the protection taken
    away: an experiment that cannot fail says nothing. `skipped` says what this computer lacks.
    """

    promise: int
    name: str
    tries: int
    failures: int
    seen_without: int = 0
    facts: dict[str, Any] = field(default_factory=dict)
    skipped: str = ""
    seconds: float = 0.0

    @property
    def good(self) -> bool:
        """Whether nothing failed, and a failure would have been seen."""
        return bool(self.skipped) or (
            self.tries > 0 and not self.failures and self.seen_without > 0
        )

    def line(self) -> str:
        """Return one line of JSON."""
        said: dict[str, Any] = {
            "promise": self.promise,
            "name": self.name,
            "tries": self.tries,
            "failures": self.failures,
            "seen_without": self.seen_without,
            "good": self.good,
            **self.facts,
            "seconds": round(self.seconds, 1),
        }
        if self.skipped:
            said["skipped"] = self.skipped
        return json.dumps(said, ensure_ascii=False)

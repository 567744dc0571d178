"""How much danger there is, as a session sheet and the triage of a request say it."""

from __future__ import annotations

from enum import Enum


class RiskLevel(Enum):
    """How much danger there is, the least first (clauses 121, 124)."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"

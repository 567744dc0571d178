"""What is published of a practice, and who stands behind it (005, 008, 019, 022, 058, 061)."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class PracticeProfile:
    """Words of the counselor's own about her practice; each may be empty until a paper asks for it.

    `code` is the number (工号) under which a hotline's clients know her. `escalation` says who is
    called when, where a case becomes urgent.
    """

    code: str = field(default="", repr=False)
    affiliation: str = field(default="", repr=False)
    scope: str = field(default="", repr=False)
    population: str = field(default="", repr=False)
    requirements: str = field(default="", repr=False)
    speciality: str = field(default="", repr=False)
    arrangement: str = field(default="", repr=False)
    hours: str = field(default="", repr=False)
    time_limit: str = field(default="", repr=False)
    competence: str = field(default="", repr=False)
    supervisor: str = field(default="", repr=False)
    supervisor_contact: str = field(default="", repr=False)
    escalation: str = field(default="", repr=False)

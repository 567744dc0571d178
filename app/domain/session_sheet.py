"""What is known of a session beside what was said in it: places, identity, surroundings, risk.

The sheet is filled while the note is written and is final with its signature, which covers it.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

from app.domain.as_json import known_in
from app.domain.client import Place
from app.domain.risk import RiskLevel

if TYPE_CHECKING:
    from collections.abc import Mapping


class IdentityCheck(Enum):
    """How it was made sure that the client is the client (clauses 030, 105)."""

    FACE = "face"
    WORD = "word"
    CALL_BACK = "call back"
    OTHER = "other"


class Surroundings(Enum):
    """What a place for a session should be (clauses 031, 077)."""

    ALONE = "alone"
    QUIET = "quiet"
    NETWORK = "network"


class Opening(Enum):
    """What the opening of a session holds (clauses 092, 120)."""

    GREETED = "greeted"
    IDENTITY = "identity"
    SERVICE = "service"
    CONFIDENTIALITY = "confidentiality"
    NO_RECORDING = "no recording"


@dataclass(frozen=True)
class SessionSheet:
    """The sheet of one session; every field may be empty until the note is signed.

    Both places are those of this day: a client may travel (clause 064). `mine` and `theirs` are the
    surroundings on the counselor's and on the client's side. `interrupted` are the minutes that a
    fault took, 0 for none, and `handling` what was done about it (clause 040). `complaint`,
    `danger`, `work` and `referral` are the four answers of clause 123: 无 is one, nothing is none.
    `confirmed` says that who the client is, how to reach them and whom to call were made sure of
    today (clause 047), `unconfirmed` what of it could not be had, and why; `remedy` makes up for
    what is not seen from afar (clauses 054, 067).
    `edition` is that of the catalogue it was filled from, nothing where it was only proposed.
    `came` and `absent` are those who come together, by name (clause 108); `absence` is what is
    known of why somebody stayed away.
    """

    client_place: Place = field(default_factory=Place, repr=False)
    counselor_place: Place = field(default_factory=Place, repr=False)
    channel: str = field(default="", repr=False)
    identity: IdentityCheck | None = None
    identity_how: str = field(default="", repr=False)
    mine: frozenset[Surroundings] = frozenset()
    theirs: frozenset[Surroundings] = frozenset()
    third_person: bool = False
    third_person_who: str = field(default="", repr=False)
    interrupted: int = 0
    handling: str = field(default="", repr=False)
    opening: frozenset[Opening] = frozenset()
    mood: str = field(default="", repr=False)
    risk: RiskLevel | None = None
    problem: str = field(default="", repr=False)
    complaint: str = field(default="", repr=False)
    danger: str = field(default="", repr=False)
    work: str = field(default="", repr=False)
    referral: str = field(default="", repr=False)
    confirmed: bool = False
    unconfirmed: str = field(default="", repr=False)
    remedy: str = field(default="", repr=False)
    edition: str = ""
    came: tuple[str, ...] = field(default=(), repr=False)
    absent: tuple[str, ...] = field(default=(), repr=False)
    absence: str = field(default="", repr=False)

    @property
    def together(self) -> bool:
        """Whether it is the sheet of several people who come together."""
        return bool(self.came or self.absent)

    @property
    def empty(self) -> bool:
        """Whether nothing was filled in."""
        return self == SessionSheet()


_SETS = {"mine": Surroundings, "theirs": Surroundings, "opening": Opening}
_ONE_OF = {"identity": IdentityCheck, "risk": RiskLevel}
_PLACES = ("client_place", "counselor_place")
_PEOPLE = ("came", "absent")
_SELDOM = (*_PEOPLE, "absence", "unconfirmed")


def sheet_to_mapping(sheet: SessionSheet) -> dict[str, Any]:
    """Return a sheet as JSON takes it, the same for the same sheet.

    What is seldom asked, such as who came of several, leaves no word where nothing was said: what
    was signed without it reads as it did.
    """
    raw = asdict(sheet)
    for name in _SETS:
        raw[name] = sorted(one.value for one in raw[name])
    for name in _ONE_OF:
        raw[name] = raw[name].value if raw[name] else ""
    return {name: said for name, said in raw.items() if said or name not in _SELDOM}


def sheet_from_mapping(raw: Mapping[str, Any]) -> SessionSheet:
    """Return the sheet that `raw`, as made by `sheet_to_mapping`, describes.

    Keys that this version does not know are ignored, missing ones are empty.
    """
    values = known_in(raw, SessionSheet)
    for name, kind in _SETS.items():
        values[name] = frozenset(kind(one) for one in values.get(name, ()))
    for name, one_of in _ONE_OF.items():
        values[name] = one_of(values[name]) if values.get(name) else None
    for name in _PEOPLE:
        values[name] = tuple(map(str, values.get(name, ())))
    for name in _PLACES:
        place = values.get(name, {})
        values[name] = Place(place.get("city", ""), place.get("time_zone", ""))
    return SessionSheet(**values)

"""The people a counselor sees, and who and where belongs to them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from app.domain.as_json import known_in
from app.domain.hours import HourFacts, facts_from_mapping
from app.domain.intake import Intake, intake_from_mapping

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.ids import CaseId, ClientId


@dataclass(frozen=True)
class Place:
    """Where somebody is during a session: a city in words and an IANA time zone name."""

    city: str = field(default="", repr=False)
    time_zone: str = field(default="", repr=False)


@dataclass(frozen=True)
class EmergencyContact:
    """Whom to call in an emergency, and whether that person may know of the counselling.

    `may_know` is None until the client was asked; until then nothing is told.
    """

    name: str = field(default="", repr=False)
    relation: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    may_know: bool | None = None


@dataclass(frozen=True)
class Relative:
    """A person of the client's life, known to the register of the case."""

    name: str = field(repr=False)
    relation: str = field(default="", repr=False)
    aliases: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Profile:
    """What is known of a client; every field may be empty (data minimisation, clause 144)."""

    name: str = field(default="", repr=False)
    aliases: tuple[str, ...] = field(default=(), repr=False)
    phone: str = field(default="", repr=False)
    id_number: str = field(default="", repr=False)
    wechat: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    employer: str = field(default="", repr=False)
    school: str = field(default="", repr=False)
    birth_date: str = field(default="", repr=False)
    place: Place = field(default_factory=Place, repr=False)
    counselor_place: Place = field(default_factory=Place, repr=False)
    emergency: EmergencyContact = field(default_factory=EmergencyContact, repr=False)
    people: tuple[Relative, ...] = field(default=(), repr=False)
    places: tuple[str, ...] = field(default=(), repr=False)
    organisations: tuple[str, ...] = field(default=(), repr=False)
    intake: Intake = field(default_factory=Intake, repr=False)
    hours: HourFacts = field(default_factory=HourFacts, repr=False)


@dataclass(frozen=True)
class Client:
    """A person (来访者) in a case; the words lie under that case's key."""

    id: ClientId
    case_id: CaseId
    profile: Profile = field(repr=False)


def with_own_pages(profile: Profile, stored: Profile) -> Profile:
    """Return a profile as a form made it, with what other pages ask as it is `stored`."""
    return replace(profile, intake=stored.intake, hours=stored.hours)


def profile_from_mapping(raw: Mapping[str, Any]) -> Profile:
    """Return the profile that `raw`, as made by `as_json`, describes.

    Keys that this version does not know are ignored, missing ones are empty.
    """
    values = known_in(raw, Profile)
    for key in ("aliases", "places", "organisations"):
        values[key] = tuple(values.get(key, ()))
    for key in ("place", "counselor_place"):
        values[key] = Place(**known_in(values.get(key, {}), Place))
    values["emergency"] = EmergencyContact(
        **known_in(values.get("emergency", {}), EmergencyContact)
    )
    values["people"] = tuple(
        Relative(one["name"], one.get("relation", ""), tuple(one.get("aliases", ())))
        for one in values.get("people", ())
    )
    values["intake"] = intake_from_mapping(values.get("intake", {}))
    values["hours"] = facts_from_mapping(values.get("hours", {}))
    return Profile(**values)

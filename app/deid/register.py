"""The case's register: the people, places, institutions and numbers that are known beforehand.

What can be known of a client is said once, by the fields of `app.domain.client.Profile`: a
register is a profile read with other eyes, and a field added there cannot be forgotten here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from app.domain.client import EmergencyContact, Place, Profile, Relative
from app.domain.intake import Intake
from app.domain.term import CHINESE, Term

CLIENT_ROLE = CHINESE[Term.CLIENT]


def _words(value: object) -> tuple[str, ...]:
    """Return the non-empty strings of a list, or of one string."""
    if isinstance(value, str):
        return (value.strip(),) if value.strip() else ()
    if not isinstance(value, (list, tuple)):
        return ()
    return tuple(str(item).strip() for item in value if item and str(item).strip())


def _word(value: object) -> str:
    return str(value).strip() if value and not isinstance(value, (Mapping, list, tuple)) else ""


@dataclass(frozen=True)
class RegisteredPerson(Relative):
    """Somebody of the case: `relation` is what the client calls them (母亲, 同事)."""

    def every_name(self) -> tuple[str, ...]:
        """Return name and aliases, without empty ones."""
        return _words((self.name, *self.aliases))


@dataclass(frozen=True)
class Register(Profile):
    """What the counselor's record of a client already holds; an empty string is not recorded."""

    def everybody(self) -> tuple[RegisteredPerson, ...]:
        """Return the client first, then the other people, the emergency contact among them.

        Whoever comes along to a couple, a family or a group, and the guardians, are people, too.
        """
        called = RegisteredPerson(self.emergency.name, self.emergency.relation)
        others = (RegisteredPerson(one.name, one.relation, one.aliases) for one in self.people)
        client = RegisteredPerson(self.name, CLIENT_ROLE, self.aliases)
        along = (RegisteredPerson(one.name, one.role) for one in self.intake.members)
        elders = (RegisteredPerson(one.name, one.relation) for one in self.intake.guardians)
        every = (client, *others, *along, *elders, called)
        return tuple(one for one in every if one.every_name())

    def every_place(self) -> tuple[str, ...]:
        """Return the places, and the cities in which client and counselor are."""
        return _words((*self.places, self.place.city, self.counselor_place.city))

    def institutions(self) -> tuple[str, ...]:
        """Return employer, school, the hospital that the client told of and the others."""
        hospital = self.intake.medical.hospital
        return _words((self.employer, self.school, hospital, *self.organisations))

    def phones(self) -> tuple[str, ...]:
        """Return the client's number, that of the emergency contact and of whoever comes along."""
        along = (one.phone for one in self.intake.members)
        elders = (one.phone for one in self.intake.guardians)
        return _words((self.phone, self.emergency.phone, *along, *elders))

    @staticmethod
    def of(profile: Profile) -> Register:
        """Return what a profile knows, as the de-identifier reads it."""
        return Register(**{one.name: getattr(profile, one.name) for one in fields(Profile)})

    @staticmethod
    def from_profile(raw: Mapping[str, object]) -> Register:
        """Read `{"client": {…}, "people": […], "places": […], "organisations": […]}`.

        What has another shape counts as not recorded. There is no intake in it: whoever comes
        along stands among the people.
        """
        client = raw.get("client")
        source = {**raw, **(client if isinstance(client, Mapping) else {})}
        for key in ("people", "places", "organisations"):
            source[key] = raw.get(key) or source.get(key)
        blank = Profile()
        return Register(
            **{
                one.name: _read(getattr(blank, one.name), one.name, source.get(one.name))
                for one in fields(Profile)
            }
        )


def _read(blank: object, name: str, value: object) -> Any:  # noqa: ANN401 - as many types as fields
    """Return `value` in the shape that the empty profile has for the field `name`."""
    if name == "people":
        return _people(value)
    if isinstance(blank, Intake):
        return blank
    if isinstance(blank, tuple):
        return _words(value)
    if isinstance(blank, (Place, EmergencyContact)):
        return _part(blank, value)
    return _word(value)


def _part(blank: Place | EmergencyContact, value: object) -> Place | EmergencyContact:
    """Return a place or a contact; only what is words counts for a register."""
    known = value if isinstance(value, Mapping) else {}
    names = (one.name for one in fields(blank) if isinstance(getattr(blank, one.name), str))
    return replace(blank, **{name: _word(known.get(name)) for name in names})  # type: ignore[arg-type]


def _people(value: object) -> tuple[RegisteredPerson, ...]:
    items = value if isinstance(value, (list, tuple)) else ()
    found = (
        RegisteredPerson(
            _word(one.get("name")), _word(one.get("relation")), _words(one.get("aliases"))
        )
        for one in items
        if isinstance(one, Mapping)
    )
    return tuple(person for person in found if person.every_name())

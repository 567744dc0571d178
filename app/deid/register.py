"""The case's register: the people, places, institutions and numbers that are known beforehand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def _words(value: object) -> tuple[str, ...]:
    """Return the non-empty strings of a list, or of one string."""
    if isinstance(value, str):
        return (value.strip(),) if value.strip() else ()
    if not isinstance(value, (list, tuple)):
        return ()
    return tuple(str(item).strip() for item in value if item and str(item).strip())


def _word(source: Mapping[str, object], key: str) -> str:
    value = source.get(key)
    return str(value).strip() if value else ""


@dataclass(frozen=True, slots=True)
class RegisteredPerson:
    """Somebody of the case: `relation` is what the client calls them (母亲, 同事)."""

    name: str = field(repr=False)
    relation: str = ""
    aliases: tuple[str, ...] = field(default=(), repr=False)

    def every_name(self) -> tuple[str, ...]:
        """Return name and aliases, without empty ones."""
        return _words((self.name, *self.aliases))

    @staticmethod
    def from_mapping(source: Mapping[str, object]) -> RegisteredPerson:
        """Read the shape `{"name", "relation", "aliases"}`."""
        return RegisteredPerson(
            _word(source, "name"), _word(source, "relation"), _words(source.get("aliases"))
        )


CLIENT_ROLE = "来访者"


@dataclass(frozen=True, slots=True)
class Register:
    """What the counselor's record of a client already holds; an empty string is not recorded."""

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
    people: tuple[RegisteredPerson, ...] = field(default=(), repr=False)
    places: tuple[str, ...] = field(default=(), repr=False)
    organisations: tuple[str, ...] = field(default=(), repr=False)

    def everybody(self) -> tuple[RegisteredPerson, ...]:
        """Return the client first, then the other people."""
        client = RegisteredPerson(self.name, CLIENT_ROLE, self.aliases)
        return (client, *self.people) if client.every_name() else self.people

    def institutions(self) -> tuple[str, ...]:
        """Return employer, school and the other institutions."""
        return _words((self.employer, self.school, *self.organisations))

    @staticmethod
    def from_profile(profile: Mapping[str, object]) -> Register:
        """Read `{"client": {…}, "people": […], "places": […], "organisations": […]}`."""
        client = profile.get("client")
        source: Mapping[str, object] = client if isinstance(client, dict) else {}
        return Register(
            name=_word(source, "name"),
            aliases=_words(source.get("aliases")),
            phone=_word(source, "phone"),
            id_number=_word(source, "id_number"),
            wechat=_word(source, "wechat"),
            email=_word(source, "email"),
            address=_word(source, "address"),
            employer=_word(source, "employer"),
            school=_word(source, "school"),
            birth_date=_word(source, "birth_date"),
            people=tuple(_people(profile.get("people"))),
            places=_words(profile.get("places")),
            organisations=_words(profile.get("organisations")),
        )


def _people(value: object) -> Iterable[RegisteredPerson]:
    items = value if isinstance(value, (list, tuple)) else ()
    found = (RegisteredPerson.from_mapping(item) for item in items if isinstance(item, dict))
    return (person for person in found if person.every_name())

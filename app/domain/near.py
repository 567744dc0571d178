"""Whether two clients may be family or partners: one is named in the other's case (clause 006)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.domain.client import Profile
    from app.domain.ids import CaseId

_SHORTEST: Final = 7
"""So many digits a telephone number has at least; fewer are an extension, a slip or anybody's."""


def near(profile: Profile, others: Iterable[tuple[CaseId, Profile]]) -> tuple[CaseId, ...]:
    """Return which of the `others` may be close to a client, in their order.

    One of the two is named among the people of the other, or both share a telephone number. Two
    who only bear the same name are not taken for close to one another.
    """
    name, named = profile.name.strip(), frozenset(_named(profile))
    phones = frozenset(_phones(profile))
    found = []
    for case_id, other in others:
        theirs = other.name.strip()
        called = bool(name and name in frozenset(_named(other))) or bool(theirs and theirs in named)
        if called or phones & frozenset(_phones(other)):
            found.append(case_id)
    return tuple(found)


def _named(profile: Profile) -> Iterator[str]:
    """Yield the names of the people around a client."""
    intake = profile.intake
    people = (one.name for one in profile.people)
    members = (one.name for one in intake.members)
    guardians = (one.name for one in intake.guardians)
    for name in (*people, profile.emergency.name, *members, *guardians):
        if name.strip():
            yield name.strip()


def _phones(profile: Profile) -> Iterator[str]:
    """Yield the telephone numbers of a client and of the people around, digits alone."""
    members = (one.phone for one in profile.intake.members)
    guardians = (one.phone for one in profile.intake.guardians)
    for one in (profile.phone, profile.emergency.phone, *members, *guardians):
        if found := digits(one):
            yield found


def digits(phone: str) -> str:
    """Return the digits of a telephone number; nothing where they are too few to be one."""
    found = "".join(one for one in phone if one.isdecimal())
    return found if len(found) >= _SHORTEST else ""

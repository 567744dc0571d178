"""What a form says that practice and client record did not know yet: nobody writes it twice."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from app.domain.client import EmergencyContact

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.client import Place, Profile
    from app.domain.practice import Practice

_OF_PRACTICE: Final = {
    "counselor": "counselor",
    "practice": "name",
    "credentials": "credentials",
    "credential_link": "credential_link",
    "orientation": "orientation",
    "platform": "platform",
    "fee": "fee",
    "counselor_contact": "contact",
}
_PHONE: Final = re.compile(r"\+?\d[\d -]{5,}\d")
_EMAIL: Final = re.compile(r"[^\s,，、;；:：()（）]+@[^\s,，、;；:：()（）]+")
_WECHAT: Final = re.compile(r"^(?:微信号?|WeChat)[\s:：]*", re.IGNORECASE)
_PARTS: Final = ("phone", "wechat", "email", "place", "counselor_place", "emergency")
_BETWEEN: Final = re.compile(r"[\s,，、;；:：()（）]+")


def practice_after(practice: Practice, facts: Mapping[str, str]) -> Practice:
    """Return the practice with what a consent says about it; only what was empty is filled."""
    known: dict[str, Any] = {
        name: facts[key].strip()
        for key, name in _OF_PRACTICE.items()
        if facts.get(key, "").strip() and not getattr(practice, name).strip()
    }
    return replace(practice, **known)


def practice_at(practice: Practice, profile: Profile) -> Practice:
    """Return the practice in the place that the first case names, where it had none.

    Otherwise the same session would stand at two hours: by the case's clock and the computer's.
    """
    place = practice.place
    if place.city or place.time_zone or not profile.counselor_place.time_zone:
        return practice
    return replace(practice, place=profile.counselor_place)


def profile_after(profile: Profile, facts: Mapping[str, str], own: Place | None = None) -> Profile:
    """Return the client with what a consent says of them, where nothing was known.

    `own` is where the practice is: a case names the counselor's place only where it is another.
    """
    profile = _reached(profile, facts.get("client_contact", "").strip())
    profile = _called(profile, facts.get("emergency_contact", "").strip())
    theirs, mine = (facts.get(key, "").strip() for key in ("client_place", "counselor_place"))
    if theirs and not profile.place.city.strip():
        profile = replace(profile, place=replace(profile.place, city=theirs))
    practice = own.city.strip() if own is not None else ""
    if mine and mine != practice and not profile.counselor_place.city.strip():
        profile = replace(profile, counselor_place=replace(profile.counselor_place, city=mine))
    return profile


def profile_by_clocks(profile: Profile, zones: Mapping[str, str]) -> Profile:
    """Return the client with the time zones of cities named without one, where they are known."""
    return replace(
        profile,
        place=_by_clock(profile.place, zones),
        counselor_place=_by_clock(profile.counselor_place, zones),
    )


def filled(before: Profile, after: Profile) -> tuple[str, ...]:
    """Return the parts of the record that differ, in the order in which it shows them."""
    return tuple(name for name in _PARTS if getattr(before, name) != getattr(after, name))


def _by_clock(place: Place, zones: Mapping[str, str]) -> Place:
    """Return a place with the time zone of its city, where it has none yet."""
    if place.time_zone:
        return place
    return replace(place, time_zone=zones.get(place.city.strip(), ""))


def _reached(profile: Profile, said: str) -> Profile:
    """Return the client with how to reach them, where there was nothing at all."""
    if not said or any(one.strip() for one in (profile.phone, profile.wechat, profile.email)):
        return profile
    if address := _EMAIL.search(said):
        return replace(profile, email=address.group())
    if found := _PHONE.search(said):
        return replace(profile, phone=found.group().strip())
    return replace(profile, wechat=_WECHAT.sub("", said))


def _called(profile: Profile, said: str) -> Profile:
    """Return the client with the emergency contact that was named, where there was none."""
    known = profile.emergency
    if not said or known.name.strip() or known.phone.strip():
        return profile
    found = _PHONE.search(said)
    words = _BETWEEN.sub(" ", _PHONE.sub(" ", said, count=1)).split()
    # Digits are part of a number, however short, and never what somebody is to a client.
    digits = [word for word in words if any(sign.isdigit() for sign in word)]
    name, *relation = [word for word in words if word not in digits] or [""]
    phone = found.group().strip() if found else " ".join(digits)
    contact = EmergencyContact(name, " ".join(relation), phone)
    return replace(profile, emergency=contact)

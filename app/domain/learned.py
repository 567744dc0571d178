"""What a form says that practice and client record did not know yet: nobody writes it twice."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from app.domain.client import EmergencyContact

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.client import Profile
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


def profile_after(profile: Profile, facts: Mapping[str, str]) -> Profile:
    """Return the client with the emergency contact that a consent names, where there was none."""
    said = facts.get("emergency_contact", "").strip()
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

"""Fills a consent form with what practice and client record already say."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.client import EmergencyContact, Place, Profile
    from app.domain.consent import ConsentTemplate
    from app.domain.practice import Practice

_HOUR = timedelta(hours=1)


def prefill(
    template: ConsentTemplate, practice: Practice, profile: Profile, at: datetime
) -> dict[str, str]:
    """Return the facts of a template that are known, by placeholder; nothing is made up."""
    own_place = profile.counselor_place if profile.counselor_place.city else practice.place
    known = {
        "counselor": practice.counselor,
        "practice": practice.name,
        "credentials": practice.credentials,
        "credential_link": practice.credential_link,
        "orientation": practice.orientation,
        "platform": practice.platform,
        "fee": practice.fee,
        "counselor_contact": practice.contact,
        "counselor_place": own_place.city,
        "client_name": profile.name,
        "client_contact": profile.phone or profile.wechat or profile.email,
        "client_place": profile.place.city,
        "emergency_contact": _contact(profile.emergency),
        "time_difference": time_difference(own_place, profile.place, at, template.labels),
    }
    return {
        key: text
        for key, text in ((key, known.get(key, "")) for key in template.facts)
        if text.strip()
    }


def hours_ahead(counselor: Place, client: Place, at: datetime) -> float | None:
    """Return by how many hours the client's clock is ahead; None without two known zones."""
    if not counselor.time_zone or not client.time_zone:
        return None
    try:
        theirs = at.astimezone(ZoneInfo(client.time_zone)).utcoffset() or timedelta()
        mine = at.astimezone(ZoneInfo(counselor.time_zone)).utcoffset() or timedelta()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
    return (theirs - mine) / _HOUR


def time_difference(
    counselor: Place, client: Place, at: datetime, labels: Mapping[str, str]
) -> str:
    """Return the difference of both clocks in the words of the form's language, or nothing."""
    hours = hours_ahead(counselor, client, at)
    if hours is None:
        return ""
    if not hours:
        return labels["same_time"]
    key = "client_ahead" if hours > 0 else "client_behind"
    return labels[key].replace("{hours}", f"{abs(hours):g}")


def _contact(person: EmergencyContact) -> str:
    """Return an emergency contact on one line."""
    return " ".join(word for word in (person.name, person.relation, person.phone) if word.strip())

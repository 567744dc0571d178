"""Catches slips in what is typed of a client, without asking for anything."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.domain.age import is_no_day
from app.domain.errors import FieldInvalid

if TYPE_CHECKING:
    from app.domain.client import Place, Profile
    from app.domain.intake import Intake

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_LONGEST = 500
_LENGTH = 18


def check_profile(profile: Profile) -> None:
    """Raise `FieldInvalid` naming the field of a slip: resident id, mail address, birth date, zone.

    A resident id of 18 characters must carry its check digit (GB 11643); other documents, with
    other lengths, are taken as they are.
    """
    compact = profile.id_number.replace(" ", "").upper()
    if len(compact) == _LENGTH and compact[:-1].isdecimal() and not resident_id_is_right(compact):
        raise FieldInvalid("id_number")
    if profile.email and "@" not in profile.email:
        raise FieldInvalid("email")
    if is_no_day(profile.birth_date):
        raise FieldInvalid("birth_date")
    _check_zone("place", profile.place)
    _check_zone("counselor_place", profile.counselor_place)
    for name in ("name", "phone", "wechat", "address", "employer", "school", "birth_date"):
        if len(getattr(profile, name)) > _LONGEST:
            raise FieldInvalid(name)


def check_intake(intake: Intake) -> None:
    """Raise `FieldInvalid` naming the time of an answer that was before the request (074)."""
    asked, answered = intake.request.at, intake.request.answered_at
    if asked is not None and answered is not None and answered < asked:
        raise FieldInvalid("answered_at")


def resident_id_is_right(number: str) -> bool:
    """Return whether 17 digits and a check character agree (ISO 7064 MOD 11-2)."""
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _CHECKS[total % 11] == number[-1]


def _check_zone(name: str, place: Place) -> None:
    """Raise `FieldInvalid` for a time zone that does not exist."""
    if not place.time_zone:
        return
    try:
        ZoneInfo(place.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise FieldInvalid(name) from error

"""By whose clock a time is said: one rule for lists, timelines, notes and forms."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from app.domain.client import Place

if TYPE_CHECKING:
    from datetime import date

    from app.domain.client import Profile


def counselor_place(profile: Profile, practice: Place) -> Place:
    """Return where the counselor is for a client: as the case says, else as the practice does.

    A city that was written without a time zone keeps the clock of the practice.
    """
    own = profile.counselor_place
    if own.city or own.time_zone:
        return Place(own.city, own.time_zone or practice.time_zone)
    return practice


def half_hour(at: datetime, here: Place) -> datetime:
    """Return the last full or half hour on the clock of `here`."""
    shown = local(at, here)
    over = timedelta(minutes=shown.minute % 30, seconds=shown.second, microseconds=at.microsecond)
    return at - over


def wall(at: datetime, zone: str) -> datetime:
    """Return an aware time by the clock of `zone`, or of this computer where none is named."""
    return at.astimezone(ZoneInfo(zone) if zone else None)


def local(at: datetime, place: Place) -> datetime:
    """Return `at` by the clock of `place`, or of this computer where no zone is known."""
    return wall(at, place.time_zone)


def last_moment(day: date, place: Place, now: datetime) -> datetime:
    """Return the end of a day by the clock of `place`, aware; of a day that is not over, `now`."""
    end = datetime.combine(day, time.max)
    zone = ZoneInfo(place.time_zone) if place.time_zone else None
    return min(end.replace(tzinfo=zone) if zone else end.astimezone(), now)

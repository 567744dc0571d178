"""A client who does not come any more is noticed, and not while one waits for an answer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.as_json import as_json
from app.domain.contact import Began, Contact, Purpose
from app.domain.dropped import DROPPED, Presence, signs_in
from app.domain.entry import CaseEntry, EntryKind
from app.domain.follow_up import FollowUp, Reached
from app.domain.ids import CaseId, EntryId

NOW = datetime(2026, 5, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.mark.clause("072")
@pytest.mark.clause("126")
@pytest.mark.parametrize(
    ("known", "signs"),
    [
        ({"seen": NOW - 27 * DAY}, []),
        ({"seen": NOW - 28 * DAY}, ["silent"]),
        ({"seen": NOW - 28 * DAY, "booked": True}, []),
        ({"seen": NOW - 90 * DAY, "weeks": 0}, []),
        ({"seen": NOW - 90 * DAY, "weeks": 13}, []),
        ({"seen": NOW - 91 * DAY, "weeks": 13}, ["silent"]),
        ({"seen": NOW - 9 * DAY, "missed": 1}, []),
        ({"seen": NOW - 9 * DAY, "missed": 2, "booked": True}, ["missed"]),
        ({"seen": NOW - 40 * DAY, "missed": 2}, ["missed", "silent"]),
        ({"seen": NOW - 40 * DAY, "missed": 2, "sought": NOW - 6 * DAY}, []),
        ({"seen": NOW - 40 * DAY, "missed": 2, "sought": NOW - 7 * DAY}, ["missed", "silent"]),
    ],
)
def test_who_stays_away_is_noticed(known, signs):
    found = DROPPED.lacks(Presence(**{"now": NOW, **known}))
    assert [one.removeprefix("dropped.") for one in found] == signs


def entry(kind, value, at=NOW):
    return CaseEntry(EntryId(1), CaseId(1), kind, at, as_json(value))


def test_what_the_client_began_is_a_sign_and_what_the_counselor_tried_is_an_attempt():
    wrote = Contact(NOW - 3 * DAY, "微信", Purpose.BOOKING, Began.CLIENT)
    tried = Contact(NOW - 2 * DAY, "微信", Purpose.BOOKING, Began.COUNSELOR)
    found = [
        entry(EntryKind.CONTACT, wrote),
        entry(EntryKind.CONTACT, tried),
        entry(EntryKind.SCREEN, wrote),
    ]
    assert signs_in(found) == (NOW - 3 * DAY, NOW - 2 * DAY)
    assert signs_in([]) == (None, None)
    asked = FollowUp(on="2026-05-12", reached=Reached.YES, found="好")
    assert signs_in([entry(EntryKind.FOLLOW_UP, asked)]) == (NOW, None)
    away = FollowUp(on="2026-05-12", reached=Reached.NO)
    assert signs_in([entry(EntryKind.FOLLOW_UP, away)]) == (None, NOW)
    open_time = Contact(None, "微信", Purpose.BOOKING, Began.COUNSELOR)
    assert signs_in([entry(EntryKind.CONTACT, open_time)]) == (None, NOW)

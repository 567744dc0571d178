"""What a form says is kept where it was not known, and never over what was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.client import EmergencyContact, Place, Profile
from app.domain.learned import practice_after, practice_at, profile_after
from app.domain.practice import Practice

SHANGHAI = Place("上海", "Asia/Shanghai")


def test_only_what_was_empty_is_filled():
    before = Practice(counselor="沈知远", fee=" ")
    facts = {"counselor": "别人", "fee": " 每次 500 元 ", "platform": "", "orientation": "动力取向"}
    after = practice_after(before, facts)
    assert after == Practice(counselor="沈知远", fee="每次 500 元", orientation="动力取向")
    assert practice_after(after, facts) == after


def test_the_first_place_named_is_that_of_the_practice():
    profile = Profile(counselor_place=SHANGHAI)
    assert practice_at(Practice(), profile).place == SHANGHAI
    there = Practice(place=Place("", "Europe/London"))
    assert practice_at(there, profile) == there
    assert practice_at(Practice(), Profile(counselor_place=Place("上海"))) == Practice()


@pytest.mark.parametrize(
    ("said", "name", "relation", "phone"),
    [
        ("陈桂芳 母亲 13900000017", "陈桂芳", "母亲", "13900000017"),
        ("陈桂芳（母亲），139 0000 0017", "陈桂芳", "母亲", "139 0000 0017"),
        ("母亲陈桂芳", "母亲陈桂芳", "", ""),
        ("+86 139-0000-0017", "", "", "+86 139-0000-0017"),
        ("王妈妈 139", "王妈妈", "", "139"),
    ],
)
def test_an_emergency_contact_is_taken_apart(said, name, relation, phone):
    after = profile_after(Profile(name="林晓禾"), {"emergency_contact": said})
    assert after.emergency == EmergencyContact(name, relation, phone)
    assert after.name == "林晓禾"


def test_a_contact_on_record_stays():
    for known in (EmergencyContact("王建国"), EmergencyContact(phone="110")):
        profile = Profile(emergency=known)
        assert profile_after(profile, {"emergency_contact": "陈桂芳"}) == profile
    assert profile_after(Profile(), {"emergency_contact": "  "}) == Profile()
    assert replace(Profile(), name="") == profile_after(Profile(), {})

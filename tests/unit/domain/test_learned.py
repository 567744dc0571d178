"""What a form says is kept where it was not known, and never over what was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.client import EmergencyContact, Place, Profile
from app.domain.learned import (
    filled,
    practice_after,
    practice_at,
    profile_after,
    profile_by_clocks,
)
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
        ("母亲陈桂芳", "陈桂芳", "母亲", ""),
        ("母亲 13900000017", "母亲", "", "13900000017"),
        ("丈夫：王建国 139", "王建国", "丈夫", "139"),
        ("陈桂芳 街坊 139", "陈桂芳", "街坊", "139"),
        ("Sister, Rose Morgan 13900000017", "Rose Morgan", "Sister", "13900000017"),
        ("Rose Morgan (older sister) 139", "Rose Morgan", "older sister", "139"),
        ("Rose Morgan, landlady, 139", "Rose Morgan", "landlady", "139"),
        ("Rose Morgan", "Rose Morgan", "", ""),
        ("Mom", "Mom", "", ""),
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


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("13900000017", Profile(phone="13900000017")),
        ("电话 139 0000 0017，晚上八点以后", Profile(phone="139 0000 0017")),
        ("微信：lin_xiaohe", Profile(wechat="lin_xiaohe")),
        ("he@example.org", Profile(email="he@example.org")),
        (" ", Profile()),
    ],
)
def test_how_to_reach_a_client_is_kept_where_nothing_was(said, known):
    assert profile_after(Profile(), {"client_contact": said}) == known
    there = Profile(email="old@example.org")
    assert profile_after(there, {"client_contact": said}) == there


def test_both_places_are_kept_where_nothing_was():
    facts = {"client_place": " 温哥华 ", "counselor_place": "杭州"}
    after = profile_after(Profile(), facts)
    assert (after.place, after.counselor_place) == (Place("温哥华"), Place("杭州"))
    assert filled(Profile(), after) == ("place", "counselor_place")
    known = Profile(place=SHANGHAI, counselor_place=SHANGHAI)
    assert profile_after(known, facts) == known
    at_home = profile_after(Profile(), facts, Place("杭州", "Asia/Shanghai"))
    assert at_home.counselor_place == Place(), "the practice says it already"


def test_a_city_that_is_well_known_gets_its_clock_and_no_clock_is_replaced():
    zones = {"温哥华": "America/Vancouver", "上海": "Europe/London"}
    before = Profile(place=Place("温哥华"), counselor_place=SHANGHAI)
    after = profile_by_clocks(before, zones)
    assert after.place == Place("温哥华", "America/Vancouver")
    assert after.counselor_place == SHANGHAI
    assert profile_by_clocks(Profile(place=Place("某县")), zones).place == Place("某县")

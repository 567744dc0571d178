"""A form is filled with what is known, and nothing is made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.client import EmergencyContact, Place, Profile
from app.domain.consent import ConsentTemplate
from app.domain.practice import Practice
from app.domain.prefill import hours_ahead, prefill, time_difference

WINTER = datetime(2026, 1, 15, tzinfo=UTC)
SUMMER = datetime(2026, 7, 15, tzinfo=UTC)
SHANGHAI = Place("上海", "Asia/Shanghai")
BERLIN = Place("柏林", "Europe/Berlin")
LABELS = {
    "same_time": "同一时间",
    "client_ahead": "早{hours}小时",
    "client_behind": "晚{hours}小时",
}
NAMES = (
    *("counselor", "client_name", "client_contact", "client_place", "counselor_place"),
    *("emergency_contact", "time_difference", "fee"),
)
TEMPLATE = ConsentTemplate(
    "k", "1", "zh", "t", (), (), (), (), dict(zip(NAMES, NAMES, strict=True)), {}, (), LABELS
)


def test_nothing_known_fills_nothing():
    assert prefill(TEMPLATE, Practice(), Profile(), WINTER) == {}


def test_what_is_known_is_filled():
    profile = Profile(
        name="小明", wechat="wx", place=BERLIN, emergency=EmergencyContact("张三", "", "110")
    )
    facts = prefill(TEMPLATE, Practice(counselor="陈", place=SHANGHAI), profile, WINTER)
    assert facts == {
        "counselor": "陈",
        "client_name": "小明",
        "client_contact": "wx",
        "client_place": "柏林",
        "counselor_place": "上海",
        "emergency_contact": "张三 110",
        "time_difference": "晚7小时",
    }
    own = prefill(
        TEMPLATE, Practice(place=SHANGHAI), replace(profile, counselor_place=BERLIN), WINTER
    )
    assert own["counselor_place"] == "柏林"
    assert own["time_difference"] == "同一时间"


@pytest.mark.parametrize(
    ("counselor", "client", "at", "words"),
    [
        (SHANGHAI, BERLIN, SUMMER, "晚6小时"),
        (BERLIN, SHANGHAI, WINTER, "早7小时"),
        (SHANGHAI, Place("", "Asia/Kathmandu"), WINTER, "晚2.25小时"),
        (SHANGHAI, Place("", "Asia/Urumqi"), WINTER, "晚2小时"),
        (SHANGHAI, Place("", "Asia/Chongqing"), WINTER, "同一时间"),
        (SHANGHAI, Place("某处", ""), WINTER, ""),
        (Place(), BERLIN, WINTER, ""),
    ],
)
def test_the_difference_of_the_clocks(counselor, client, at, words):
    assert time_difference(counselor, client, at, LABELS) == words


def test_no_zone_no_hours():
    assert hours_ahead(Place(), BERLIN, WINTER) is None


def test_a_zone_that_does_not_exist_makes_no_difference():
    assert hours_ahead(SHANGHAI, Place("某地", "Nowhere/City"), WINTER) is None

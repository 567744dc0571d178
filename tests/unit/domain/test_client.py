"""What is kept of a client comes back as it was, from this version and from others."""

from __future__ import annotations

from dataclasses import asdict

from app.domain.client import EmergencyContact, Place, Profile, Relative, profile_from_mapping

FULL = Profile(
    name="䶮𬱖 ㄅ",
    aliases=("小䶮", "😀"),
    phone="13800138000",
    place=Place("上海", "Asia/Shanghai"),
    counselor_place=Place("Zürich", "Europe/Zurich"),
    emergency=EmergencyContact("张三", "父亲", "110", may_know=True),
    people=(Relative("李四", "同事", ("老李",)), Relative("王五")),
    places=("人民公园",),
    organisations=("某公司",),
)


def test_a_profile_survives_its_mapping():
    assert profile_from_mapping(asdict(FULL)) == FULL
    assert profile_from_mapping({}) == Profile()


def test_what_a_newer_version_added_is_left_alone():
    raw = asdict(FULL)
    raw["star_sign"] = "x"
    raw["place"]["district"] = "x"
    raw["emergency"]["distance"] = "x"
    raw["people"][0]["height"] = "x"
    assert profile_from_mapping(raw) == FULL

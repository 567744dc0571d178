"""Slips in a client's record are named by their field; nothing is asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.client import Place, Profile
from app.domain.errors import FieldInvalid
from app.domain.profile_check import check_profile, resident_id_is_right

RIGHT_ID = "11010519491231002X"  # the example of GB 11643


def test_nothing_is_asked_for():
    check_profile(Profile())


def test_the_standards_own_example_is_right():
    check_profile(Profile(id_number=RIGHT_ID))
    check_profile(Profile(id_number="110105 19491231 002x"))
    assert resident_id_is_right(RIGHT_ID)


def test_every_wrong_digit_of_a_resident_id_is_noticed():
    for at, right in enumerate(RIGHT_ID[:-1]):
        for wrong in "0123456789":
            if wrong != right:
                with pytest.raises(FieldInvalid):
                    check_profile(Profile(id_number=RIGHT_ID[:at] + wrong + RIGHT_ID[at + 1 :]))


@pytest.mark.parametrize(
    "number", ["G12345678", "H1234567890", "外国人永久居留证", "²" * 18, "台胞证号码" * 9]
)
def test_other_papers_are_taken_as_they_are(number):
    check_profile(Profile(id_number=number))


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("id_number", {"id_number": "110105194912310021"}),
        ("email", {"email": "nobody.example.org"}),
        ("place", {"place": Place("火星", "Mars/Phobos")}),
        ("place", {"place": Place("x", "../../etc/passwd")}),
        ("place", {"place": Place("x", "Asia")}),
        ("place", {"place": Place("x", "a\0b")}),
        ("counselor_place", {"counselor_place": Place("", "Nowhere")}),
        *((name, {name: "字" * 501}) for name in ("name", "phone", "wechat", "address")),
        *((name, {name: "字" * 501}) for name in ("employer", "school", "birth_date")),
    ],
)
def test_a_slip_is_named(name, change):
    with pytest.raises(FieldInvalid) as refused:
        check_profile(replace(Profile(), **change))
    assert refused.value.name == name


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/St_Johns", "UTC"])
def test_a_real_zone_passes(zone):
    check_profile(Profile(place=Place("某地", zone), email="a@b"))


@pytest.mark.parametrize("said", ["1999-13-40", "2001年2月29日", "20011301", "0199-01-01"])
def test_a_day_that_never_was_is_a_slip(said):
    with pytest.raises(FieldInvalid) as refused:
        check_profile(Profile(birth_date=said))
    assert refused.value.name == "birth_date"


@pytest.mark.parametrize("said", ["", "1998", "1998年春天", "1998-05-12", "19980512", "属虎"])
def test_words_that_name_no_day_are_taken(said):
    check_profile(Profile(birth_date=said))

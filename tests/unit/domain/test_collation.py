"""Chinese names in the order of their pinyin, surnames by the sound they have as surnames."""

from __future__ import annotations

import pytest

from app.domain import collation
from app.domain.case import shut_code
from app.domain.ids import CaseId
from app.services import names


def ordered(*found):
    return sorted(found, key=lambda one: names.key(one, ""))


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("单雄信", "shan"), ("解缙", "xie"), ("区大相", "ou"), ("仇英", "qiu"), ("查良镛", "zha"),
        ("曾国藩", "zeng"), ("任贤", "ren"), ("朴树", "piao"), ("翟让", "zhai"), ("盖叫天", "ge"),
        ("乐毅", "yue"), ("缪荃孙", "miao"), ("冼星海", "xian"), ("华佗", "hua"),
        ("单于夫罗", "chan"),
        ("尉迟恭", "yu"), ("万俟卨", "mo"), ("长孙无忌", "zhang"), ("澹台灭明", "tan"),
        ("區大相", "ou"),
    ],
)  # fmt: skip
def test_a_surname_sounds_as_a_surname(name, first):
    assert names.key(name, "")[0][0] == (1, first)


def test_the_second_half_of_a_double_surname_follows_it():
    assert [one[1] for one in names.key("尉迟恭", "")[0]] == ["yu", "chi", "gong"]
    assert [one[1] for one in names.key("万俟卨", "")[0]][:2] == ["mo", "qi"]


def test_names_stand_in_the_order_of_their_sounds():
    given = ("张三", "曾柔", "解缙", "李四", "单雄信", "查良镛", "区大相", "仇英", "阿澈")
    assert ordered(*given) == [
        "阿澈", "李四", "区大相", "仇英", "单雄信", "解缙", "曾柔", "查良镛", "张三",
    ]  # fmt: skip


def test_a_shorter_syllable_comes_first_then_the_tone_then_the_character():
    assert ordered("西安", "先", "刘安", "柳安", "留安") == ["刘安", "留安", "柳安", "西安", "先"]


def test_latin_names_stand_among_them_and_numbers_by_their_value():
    assert ordered("周", "Mary", "马丽", "anna", "10", "2", "😀", "Ａ") == [
        "2", "10", "Ａ", "anna", "马丽", "Mary", "周", "😀",
    ]  # fmt: skip


def test_what_is_known_by_its_number_alone_stands_behind_all_names_by_its_value():
    shut = [shut_code(CaseId(number)) for number in (10, 2, 1)]
    given = ("欧阳", *shut, "😀", "Nora", "3")
    order = ["3", "Nora", "欧阳", "😀", *reversed(shut)]
    assert sorted(given, key=lambda one: names.key("", one)) == order


def test_a_code_name_is_not_read_as_a_surname():
    assert names.key("", "解忧")[0][0] == (1, "jie")
    assert names.key("解忧", "X")[0][0] == (1, "xie")
    assert collation.name_key("H-10", list)[0] > collation.name_key("H-2", list)[0]


def test_rare_characters_are_kept():
    assert ordered("𬱖", "䶮", "ㄅ")  # none is lost, none refuses
    unread = "\U0003134a"
    assert names.key(unread, "")[0] == ((1, unread),)
    assert set(ordered("𬱖", "䶮", "ㄅ\u202e")) == {"𬱖", "䶮", "ㄅ\u202e"}

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.deid.matcher import RegisterMatcher
from app.deid.normalise import compact, normalise
from app.deid.register import Register, RegisteredPerson
from app.deid.span import Layer
from app.domain.client import Profile
from app.domain.intake import Guardian, Intake, Medical, Member
from tests.unit.deid.support import lexicon

PROFILE = {
    "client": {
        "name": "祁望舒",
        "aliases": ["舒舒", "Moonie"],
        "phone": "13900001111",
        "id_number": "",
        "wechat": "qiws_77",
        "email": "qi@mail.example",
        "address": "",
        "employer": "浙江栖屿信息技术有限公司",
        "school": "",
        "birth_date": "1988-03-17",
    },
    "people": [
        {"name": "龚开心", "relation": "丈夫", "aliases": []},
        {"name": "娜孜·叶森", "relation": "同事", "aliases": []},
        {"name": "", "relation": "", "aliases": []},
    ],
    "places": ["桐庐县"],
    "organisations": ["栖霞岭第二中学"],
}
REGISTER = Register.from_profile(PROFILE)
MATCHER = RegisterMatcher(REGISTER, lexicon())


def covered(text: str, matcher: RegisterMatcher = MATCHER) -> set[str]:
    return {text[s.start : s.end] for s in matcher.find(normalise(text))}


@pytest.mark.clause("114")
@pytest.mark.parametrize(
    "surface",
    [
        "祁望舒", "祁 望 舒", "祁\n望舒", "望舒", "舒舒", "小祁", "阿舒", "小望舒", "祁女士",
        "祁老师", "望舒姐", "祁某",
        "Qi Wangshu", "qiwangshu", "WANGSHU QI", "Wang-shu", "Q.W.S.", "祁忘舒", "齐望舒",
        "moonie", "MOONIE",
        "龔開心", "开心", "老龚", "娜孜·叶森", "娜孜", "叶森", "娜孜叶森",
        "１３９ ００００ １１１１", "139-0000-1111", "一三九〇〇〇〇一一一一", "QIWS_77",
        "qi@mail.example",
        "栖屿", "浙江栖屿信息技术有限公司", "桐庐", "桐庐县", "二中", "栖霞岭二中",
    ],
)  # fmt: skip
def test_every_form_of_the_register_is_found(surface):
    assert surface in covered(f"今天，{surface}，来了")


def test_a_name_inside_running_text_is_found_between_characters():
    assert "望舒" in covered("我和望舒说好了")
    assert "Moonie" in covered("叫她Moonie吧")


def test_a_name_that_is_a_word_is_hidden_and_says_so():
    spans = MATCHER.find(normalise("他很开心"))
    assert [(s.layer, s.confidence) for s in spans] == [(Layer.REGISTER_CHECK, 0.5)]


def test_names_do_not_hide_one_another():
    both = RegisterMatcher(
        Register(name="安澜", people=(RegisteredPerson("澜依", "妹妹"),)), lexicon()
    )
    assert {"安澜", "澜依"} <= covered("安澜依", both)


@pytest.mark.parametrize("name", ["丽", "䶮", "𬱖"])
def test_a_register_entry_of_one_character(name):
    matcher = RegisterMatcher(Register(aliases=(name,)), lexicon())
    assert name in covered(f"我叫{name}，", matcher)


def test_one_character_inside_a_common_word_stays():
    matcher = RegisterMatcher(Register(aliases=("丽",)), lexicon())
    assert covered("景色很壮丽", matcher) == set()


def test_latin_letters_inside_a_word_are_no_name():
    matcher = RegisterMatcher(Register(name="Ann"), lexicon())
    assert covered("annual Hannah", matcher) == set()
    assert covered("和Ann说", matcher) == {"Ann"}


def test_an_empty_register_finds_nothing():
    assert covered("祁望舒来了", RegisterMatcher(Register.from_profile({}), lexicon())) == set()


HAN_NAMES = st.builds(
    lambda s, g: s + g,
    st.sampled_from(["祁", "龚", "欧阳", "王", "单"]),
    st.text(st.sampled_from("望舒澜依䶮𬱖馨宁岚远"), min_size=1, max_size=2),
)


@given(HAN_NAMES, st.sampled_from(["", " ", "\n", "\u3000", "\u200b", "\u202e"]))
def test_a_registered_name_never_leaks_whatever_stands_between(name, gap):
    matcher = RegisterMatcher(Register(name=name), lexicon())
    text = "说，" + gap.join(name) + "，好"
    spans = matcher.find(normalise(text))
    inside = set().union(*(range(s.start, s.end) for s in spans))
    assert set(range(2, len(text) - 2)) <= inside


def test_the_register_keeps_its_words_out_of_logs():
    assert "祁" not in repr(REGISTER)


@pytest.mark.promise(35)
@pytest.mark.parametrize("written", ["欧-阳-静-宜", "欧_阳_静_宜", "欧阳 静宜", "欧阳\n静宜"])
def test_a_name_taken_apart_is_still_the_name(written):
    assert compact(normalise(written)).text == "欧阳静宜"


@pytest.mark.clause("108", "138")
def test_who_comes_along_and_who_answers_for_a_minor_are_found():
    asked = Intake(
        members=(Member("欧阳静宜", "妻子", "13900002222"),),
        guardians=(Guardian("龚开心", "父亲", "13900003333"),),
        medical=Medical("栖霞岭精神卫生中心"),
    )
    matcher = RegisterMatcher(Register.of(Profile(intake=asked)), lexicon())
    told = "静宜和老龚来了，电话13900002222和13900003333，去过栖霞岭精神卫生中心。"
    found = covered(told, matcher)
    assert {"静宜", "老龚", "13900002222", "13900003333", "栖霞岭精神卫生中心"} <= found


def test_a_profile_of_a_file_has_no_intake():
    assert Register.from_profile({"intake": {"members": [{"name": "x"}]}}).intake == Intake()

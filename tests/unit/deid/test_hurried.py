"""The register's names as a hurried hand writes them: every form is hidden, and nothing behind it.

Each sentence of the first lists once leaked or was once eaten.
"""

from __future__ import annotations

import pytest

from app.deid.home import Home
from app.deid.leakcheck import register_hits
from app.deid.register import Register
from tests.unit.deid.support import lexicon

PROFILE = {
    "client": {
        "name": "王芳",
        "aliases": ["晚风"],
        "phone": "13900001234",
        "email": "yu_2018@mail.example",
        "address": "浙江省杭州市西湖区文三路118号翠岚小区5幢2单元301室",
        "employer": "杭州岚川信息技术有限公司",
        "school": "",
    },
    "people": [
        {"name": "林晓禾", "relation": "同事", "aliases": []},
        {"name": "欧阳静宜", "relation": "朋友", "aliases": []},
        {"name": "陈桂芳", "relation": "母亲", "aliases": []},
        {"name": "李安", "relation": "丈夫"},
        {"name": "娜孜·叶森", "relation": "室友"},
        {"name": "单吕", "relation": "老师"},
    ],
    "places": ["桐庐县"],
    "organisations": ["栖霞岭中学"],
}
REGISTER = Register.from_profile(PROFILE)

PINYIN = [
    "wangfang", "WANG FANG", "Wáng Fāng", "wang2 fang1", "wang2fang1", "ｗａｎｇｆａｎｇ",
    "fang.wang", "Wang, Fang", "wangfang_88", "wangfang520", "wang芳", "王fang", "王 fang",
    "xiao禾",
    "晓he", "Linxiaohe", "lin-xiao-he", "xiaohe", "Ouyang Jingyi", "ouyang静宜", "nazi yesen",
    "shan lv", "Shan Lü", "Shan Lyu",
]  # fmt: skip
INITIALS = [
    "Wang F.", "F. Wang", "F.Wang", "WANG F", "Wang F", "wang f", "wangf", "wang.f", "wang_f",
    "fwang", "wangf88", "wf", "WF", "W.F.", "w.f.", "W F", "wf1990", "王F", "王f", "王 F", "W芳",
    "w芳",
    "Fang W.", "Lin XH", "Lin X.H.", "Lin X-H", "X.H. Lin", "XH Lin", "linxh", "lin.xh", "xhlin",
    "lxh", "LXH", "L.X.H.", "Lin X", "林XH", "林xh", "L晓禾", "Ouyang J.Y.", "J.Y. Ouyang",
    "ouyangjy",
    "欧阳jy", "ojy", "A. Li", "Li A.",
]  # fmt: skip
CALLED = [
    "小王", "老王", "王姐", "王总", "王老师", "王女士", "王同学", "芳姐", "芳芳", "王芳芳",
    "阿芳", "小芳", "小wang",
    "老wang", "laowang", "xiao wang", "xiaofang", "阿fang", "fangfang", "wang姐", "wang老师",
    "wanglaoshi",
    "fang姐", "wangjie", "小林", "林姐", "小禾", "阿禾", "晓禾姐", "林禾", "小欧阳", "欧阳老师",
    "Fang", "fang",
]  # fmt: skip
MISSPELT = [
    "汪芳",
    "王方",
    "晓和",
    "小禾",
    "笑禾",
    "静怡",
    "欧阳静怡",
    "木子安",
    "林曉禾",
    "歐陽靜宜",
]
APART = [
    "王 芳", "王　　芳", "王\n芳", "王\u200b芳", "王·芳", "王.芳", "王-芳", "王~芳", "王／芳",
    "王*芳",
    "王|芳", "王 · 芳", "欧-阳-静-宜", "娜孜 叶森",
]  # fmt: skip
PLACES = [
    "hangzhou", "Hangzhou", "HANGZHOU", "hang zhou", "Hang-Zhou", "Háng zhōu", "hangzhou shi",
    "tonglu", "Tonglu", "Tonglu xian", "Lanchuan", "lanchuan", "lan chuan", "Lánchuān",
    "qixialing zhongxue", "Qixialing", "桐庐", "杭 州", "岚川", "栖霞岭",
]  # fmt: skip
HOME = [
    "文三路118号", "文三路118", "文三路一一八号", "文三路", "翠岚小区", "翠岚", "cuilan",
    "5幢2单元301室",
    "五幢二单元三零一", "5-2-301", "5幢301", "5栋2单元", "5-301", "5#301", "2单元301", "301室",
    "301房",
    "5幢", "五栋", "5号楼", "西湖区",
]  # fmt: skip
NUMBERS = ["尾号1234", "后四位是1234", "139 0000 1234", "YU_2018", "yu_2018"]
SURFACES = [*PINYIN, *INITIALS, *CALLED, *MISSPELT, *APART, *PLACES, *HOME, *NUMBERS]


def left(engine, text: str) -> str:
    """What still stands of a text when every span is out."""
    hidden = {at for s in engine.find([text], REGISTER)[0] for at in range(s.start, s.end)}
    return "".join(char for at, char in enumerate(text) if at not in hidden)


@pytest.mark.clause("156")
@pytest.mark.promise(35)
@pytest.mark.parametrize("surface", SURFACES)
def test_no_way_to_write_the_register_leaks(engine, surface):
    rest = left(engine, f"昨天{surface}没有来。她提到（{surface}），哭了。")
    for mark in ("尾号", "后四位是"):
        rest = rest.replace(mark, "")
    assert rest == "昨天没有来。她提到（），哭了。"


ENDS = [
    ("小欧阳来了", "来了"), ("王·芳来了", "来了"), ("我和王·芳去了医院", "我和去了医院"),
    ("陈桂芳住院了", "住院了"), ("陈桂芳住在乡下", "住在乡下"), ("桂芳住在乡下", "住在乡下"),
    ("娜孜·叶森说她想家", "说她想家"), ("林晓禾走了以后", "走了以后"), ("王芳没说话", "没说话"),
    ("小欧阳说想休息", "说想休息"), ("李安心里难受", "心里难受"),
    ("她说文三路118号很吵", "她说很吵"),
    ("欧阳静宜在家", "在家"), ("林晓禾也来", "也来"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rest"), ENDS)
def test_a_span_ends_where_the_name_ends(engine, text, rest):
    assert left(engine, f"{text}。") == f"{rest}。"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("欧阳来了。", "来了。"),
        ("我和古丽·买买提去了医院。", "我和去了医院。"),
        ("欧阳明月来了。", "来了。"),
        ("热依汗古丽·买买提说她累。", "说她累。"),
    ],
)
def test_an_unknown_name_ends_where_it_ends(engine, text, rest):
    spans = engine.find([text], Register())[0]
    hidden = {at for s in spans for at in range(s.start, s.end)}
    assert "".join(c for at, c in enumerate(text) if at not in hidden) == rest


def test_another_with_the_same_surname_keeps_no_half_of_a_name(engine):
    assert "月" not in left(engine, "小欧阳明月也来了，欧阳明月说。")


@pytest.mark.parametrize(
    "text",
    [
        "她说an apple a day，he is fine，at home。", "PHQ-9 18分，CBT做了两次，OK。",
        "家里安静，心里安稳。",
        "比分5-2，药每次5-2片。", "从小和妈妈住。", "楼上楼下都吵，2层不行。",
        "HR找她谈KPI，WX上说的。",
        "the fan, the long song and the man",
    ],
)  # fmt: skip
def test_words_that_only_look_alike_stay(engine, text):
    assert left(engine, text) == text


@pytest.mark.parametrize(
    "word", ["Wang F.", "F. Wang", "Tonglu xian", "文三路118号", "5-2-301", "王·芳"]
)
def test_what_identifies_blocks_a_file(word):
    hits = register_hits([f"见{word}。"], REGISTER, lexicon())
    assert any(not hit.check for hit in hits)


@pytest.mark.parametrize("word", ["wf", "wangf", "both", "301室", "王方", "Fang"])
def test_what_may_be_something_else_blocks_no_file(word):
    hits = register_hits([f"见{word}。"], REGISTER, lexicon())
    assert all(hit.check for hit in hits)


def test_an_address_is_taken_apart():
    home = Home.of("浙江省杭州市西湖区文三路118号翠岚小区5幢2单元301室")
    assert home.places == ("浙江省", "杭州市", "西湖区", "文三路", "翠岚小区", "翠岚")
    assert home.roads == (("文三路", "118"),)
    assert home.rooms == (("5", "幢"), ("2", "单元"), ("301", "室"))
    assert Home.of("") == Home()
    assert Home.of("Somewhere 5") == Home((), (), (("5", ""),))


def test_a_number_is_found_as_it_is_said(engine):
    register = Register(address="城北路12号院A座21层")
    for said in ("城北路十二号院", "A座21层", "二十一层"):
        spans = engine.find([f"到{said}。"], register)[0]
        assert [(s.start, s.end) for s in spans] == [(1, 1 + len(said))]

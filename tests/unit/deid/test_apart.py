"""What is known of a client, in the ways that somebody writes it who means to hide it, or does not.

Every line of the first list once left something of the client standing.
"""

from __future__ import annotations

from datetime import date

import pytest

from app.deid.births import birth_patterns
from app.deid.dates import FoundDate
from app.deid.engine import Deidentifier, rewrite
from app.deid.leakcheck import register_hits
from app.deid.pseudonym import PseudonymTable, with_roles
from app.deid.register import Register
from app.domain.client import Profile
from tests.unit.deid.support import SilentTagger, lexicon

QUIET = Deidentifier(SilentTagger(), lexicon())
KNOWN = Profile(
    name="赵敏之", phone="13900000017", id_number="330106199003071233", birth_date="1990-03-07"
)
WECHAT = Profile(name="王芳", wechat="minzhi-z90", birth_date="1988年11月23日")


def told(text: str, profile: Profile = KNOWN) -> str:
    """Return what leaves of a text."""
    (spans,) = QUIET.find([text], Register.of(profile))
    table = PseudonymTable(lexicon(), lambda _: None, date(2026, 1, 1))
    return rewrite(text, with_roles(text, table.assign(text, spans)))


@pytest.mark.clause("157")
@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("身份证后六位071233，", "身份证后六位[证件号]，"),
        ("身份证末四位是1233。", "身份证末四位是[证件号]。"),
        ("最后四位数字 1 2 3 3。", "最后四位数字 [证件号]。"),
        ("后六位是零七一二三三。", "后六位是[证件号]。"),
        ("手机尾号0017。", "手机尾号[电话]。"),
        ("手机后三位017。", "手机后三位[电话]。"),
        ("生于9 0 年 0 3 月 0 7 日，", "生于35—39岁，"),
        ("表上写07/03/1990。", "表上写35—39岁。"),
        ("表上写3-7-90。", "表上写35—39岁。"),
        ("表上写900307。", "表上写35—39岁。"),
        ("她是九零年三月的。", "她是35—39岁的。"),
        ("她是一九九〇年三月份来的。", "她是35—39岁来的。"),
        ("生日是90年3月7日，", "生日是35—39岁，"),
        ("她90年出生。", "她35—39岁出生。"),
        ("微信号 Minzhi Z90，", "微信号 [账号]，"),
        ("加 minzhi-z90 好了", "加 来访者 好了"),
        ("加 90.minzhi 好了", "加 来访者 好了"),
        ("写作赵x之的人", "写作来访者的人"),
        ("写作赵敏X的人", "写作来访者的人"),
        ("写作赵某之的人", "写作来访者的人"),
        ("「赵」「敏」「之」三个字", "「来访者」三个字"),
        ("（赵）（敏）（之）三个字", "（来访者）三个字"),
        ("赵、敏、之三个字", "来访者三个字"),
    ],
)
def test_nothing_of_the_client_is_left(text, left):
    assert told(text) == left


@pytest.mark.clause("157")
@pytest.mark.parametrize(
    "text",
    [
        "加 Minzhi Z90 好了", "加 minzhi_z90 好了", "加 MINZHIZ90 好了", "加 minzhi.z90 好了",
        "八八年十一月", "88年11月23号", "1988年十一月廿三", "生于88年十一月二十三日", "23.11.1988",
        "【王】【芳】",
    ],
)  # fmt: skip
def test_nothing_of_another_client_is_left(text):
    out = told(text, WECHAT).casefold()
    assert not [one for one in ("minzhi", "z90", "88", "八八", "十一", "芳") if one in out], out


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("朋友Иван Петров来了", "朋友人物Z来了"),
        ("朋友김민수来了", "朋友人物Z来了"),
        ("朋友アリス来了", "朋友人物Z来了"),
        ("定位30.2741, 120.1551", "定位[地址]"),
        ("在北纬30°16′24″，东经120°09′", "在[地址]，[地址]"),
        ("at 30°16'N 120.15°E", "at [address] [address]"),
        ("代码91330100MA27ABCD5X。", "代码[证件号]。"),
    ],
)
def test_what_nobody_registered_is_found_by_its_shape(text, left):
    assert told(text, Profile()) == left


@pytest.mark.parametrize(
    "text",
    [
        "她说90年代很好", "情绪 3/7 分", "用了 3.141 和 2.718", "得分 3.1, 2.8", "体温37度",
        "最后四位同学", "王、芳草地", "赵姓之人", "敏、之后", "药片 α 和 β", "后来1233人",
    ],
)  # fmt: skip
def test_what_only_looks_like_it_stays(text):
    assert told(text, Profile(name="赵敏之", birth_date="1990-03-07")) == text


@pytest.mark.clause("157")
@pytest.mark.promise(35)
@pytest.mark.parametrize(
    "line", ["后六位071233", "九零年三月", "07/03/1990", "「赵」「敏」「之」", "赵、敏、之"]
)
def test_a_finished_file_is_searched_for_these_too(line):
    hits = register_hits([line], Register.of(KNOWN), lexicon())
    assert [hit.check for hit in hits].count(False) >= 1


@pytest.mark.parametrize(
    ("born", "texts"),
    [
        (FoundDate(2001, 10, 30), ["01年十月卅", "2001年十月三十日", "30/10/2001"]),
        (FoundDate(1979, 1, 11), ["79年1月11日", "七九年一月十一", "79-1-11"]),
    ],
)
def test_every_month_and_day_is_known_in_numerals(born, texts):
    for text in texts:
        digits = text.translate(str.maketrans("〇零一二三四五六七八九", "00123456789"))
        assert any(one.search(digits) for one in birth_patterns(born)), text

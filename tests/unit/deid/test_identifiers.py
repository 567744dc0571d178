from __future__ import annotations

import pytest

from app.deid.identifiers import IdentifierFinder
from app.deid.normalise import normalise
from tests.unit.deid.support import lexicon
from tests.unit.deid.test_checks import with_check

RESIDENT = with_check("11010119880317245")
FULL_WIDTH = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")


def found(text: str, birth: str = "") -> set[tuple[str, str]]:
    spans = IdentifierFinder(lexicon(), birth).find(normalise(text))
    return {(str(s.type), text[s.start : s.end]) for s in spans}


@pytest.mark.clause("157")
@pytest.mark.parametrize(
    ("kind", "text", "surface"),
    [
        ("ID_NUMBER", f"身份证{RESIDENT}。", RESIDENT),
        ("ID_NUMBER", f"号码{RESIDENT[:6]} {RESIDENT[6:14]} {RESIDENT[14:]}在",
         f"{RESIDENT[:6]} {RESIDENT[6:14]} {RESIDENT[14:]}"),
        ("ID_NUMBER", f"证{RESIDENT.translate(FULL_WIDTH)}号", RESIDENT.translate(FULL_WIDTH)),
        ("ID_NUMBER", "旧身份证110101880317245", "110101880317245"),
        ("ID_NUMBER", "护照EA1234567在", "EA1234567"),
        ("ID_NUMBER", "学号2031550999", "2031550999"),
        ("ID_NUMBER", "工号：ZK-20991", "ZK-20991"),
        ("ID_NUMBER", "（2031）京0101民初77号判决", "（2031）京0101民初77号"),
        ("PHONE", "电话13900001111。", "13900001111"),
        ("PHONE", "打139 0000 1111找", "139 0000 1111"),
        ("PHONE", "打139-0000-1111找", "139-0000-1111"),
        ("PHONE", "打+86 139 0000 1111找", "+86 139 0000 1111"),
        ("PHONE", "打１３９０００００００１找", "１３９０００００００１"),
        ("PHONE", "号码是一三九零零零零幺幺幺幺", "一三九零零零零幺幺幺幺"),
        ("PHONE", "139二三四五六七八九", "139二三四五六七八九"),
        ("PHONE", "座机010-8888 7777", "010-8888 7777"),
        ("PHONE", "（0571）8888-7777转12", "（0571）8888-7777转12"),
        ("PHONE", "+44 20 7946 0958", "+44 20 7946 0958"),
        ("PHONE", "客服400-123-4567", "400-123-4567"),
        ("PHONE", "家里电话88887777", "88887777"),
        ("PHONE", "请转分机6021", "6021"),
        ("EMAIL", "邮箱zu.wang+1@mail.example。", "zu.wang+1@mail.example"),
        ("EMAIL", "邮箱zuwang(at)mail.example", "zuwang(at)mail.example"),
        ("URL", "见https://a.example/b?c=1。", "https://a.example/b?c=1"),
        ("URL", "见www.zuwang.example/x的", "www.zuwang.example/x"),
        ("URL", "来自192.168.10.7的登录", "192.168.10.7"),
        ("ACCOUNT", "微信号：zuwang_77", "zuwang_77"),
        ("ACCOUNT", "加我VXzuwang88", "zuwang88"),
        ("ACCOUNT", "QQ是2099887766", "2099887766"),
        ("ACCOUNT", "微博@望舒不忘", "@望舒不忘"),
        ("BANK", "卡号6222020000000000009", "6222020000000000009"),
        ("BANK", "汇到6222 0200 0000 0000 009", "6222 0200 0000 0000 009"),
        ("PLATE", "车牌京A·12B45停", "京A·12B45"),
        ("PLATE", "开沪AD12345来", "沪AD12345"),
        ("PLATE", "粤B1234学", "粤B1234学"),
        ("DATE", "2023年9月2日面谈", "2023年9月2日"),
        ("DATE", "9月2号来", "9月2号"),
        ("DATE", "2023-09-02", "2023-09-02"),
        ("DATE", "二〇二三年九月二日", "二〇二三年九月二日"),
        ("DATE", "腊月廿三那天", "腊月廿三"),
        ("DATE", "on Oct 4, 2023 we", "Oct 4, 2023"),
        ("DATE", "下次10/4见", "10/4"),
        ("DATE", "下次7.9见", "7.9"),
        ("AGE_BIRTH", "1988年3月17日出生", "1988年3月17日"),
        ("AGE_BIRTH", "生日：三月十七日", "三月十七日"),
        ("AGE_BIRTH", "今年95岁", "95岁"),
        ("AGE_BIRTH", "九十三岁的太奶奶", "九十三岁"),
        ("ADDRESS", "住在杭州市西湖区望舒路8号3栋502室。", "杭州市西湖区望舒路8号3栋502室"),
        ("ADDRESS", "Flat 3, Tower 2, 18 North Lake Road, Hangzhou",
         "Flat 3, Tower 2, 18 North Lake Road, Hangzhou"),
    ],
)  # fmt: skip
def test_each_kind_in_each_spelling(kind, text, surface):
    assert (kind, surface) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "拨打12356或110、120求助",
        "希望24热线400-161-9995",
        "PHQ-9 14分，GAD-7 9分，MDQ阳性（10/13）",
        "舍曲林50mg，一天2次，共28天",
        "第12次咨询，时长50分钟，34岁",
        "从7.5分降到3.5分",
        "2023年开始，9月加重",
        "他说“一二三四五”",
        "情绪4/10",
        "第3单元第2节",
    ],
)
def test_clinical_numbers_and_public_hotlines_stay(text):
    assert found(text) == set()


def test_the_clients_own_birthday_is_known_without_a_word_of_birth():
    assert ("AGE_BIRTH", "3月17日") in found("3月17日她没有出门", "1988-03-17")
    assert ("DATE", "3月18日") in found("3月18日她没有出门", "1988-03-17")

"""What stands for people, places and days in a text that is written in English.

The table of an export gives everything one Chinese word with its letter (人物B, 某市A). Where the
text around it is English the same word is said in English, with the same letter, so that one person
stays one person through notes in both languages.
"""

from __future__ import annotations

import re
from string import ascii_uppercase
from typing import Final

from app.domain.term import CHINESE, ENGLISH

_HAN: Final = re.compile("[\u3400-\u9fff]")
_WORD: Final = re.compile("[a-z]{2,}")
_PEOPLE: Final = {
    "father": "父亲 爸爸 爸 爹 老爸 阿爸 阿爹 爹爹 爹地 亡父",
    "mother": "母亲 妈妈 妈 娘 老妈 阿妈 阿娘 姆妈 妈咪 额吉 亡母",
    "parents": "父母 爸妈 爹娘 双亲 二老",
    "stepfather": "继父 后爸",
    "stepmother": "继母 后妈",
    "adoptive father": "养父",
    "adoptive mother": "养母",
    "husband": "丈夫 老公 先生 亡夫",
    "wife": "妻子 老婆 太太 夫人 媳妇 亡妻",
    "spouse": "配偶 爱人 老伴",
    "partner": "伴侣 对象",
    "boyfriend": "男友 男朋友",
    "girlfriend": "女友 女朋友",
    "ex-husband": "前夫",
    "ex-wife": "前妻",
    "ex-boyfriend": "前男友",
    "ex-girlfriend": "前女友",
    "ex-partner": "前任",
    "father-in-law": "公公 岳父 丈人 家公",
    "mother-in-law": "婆婆 岳母 丈母娘 家婆",
    "parents-in-law": "公婆",
    "grandfather": "爷爷 外公 姥爷 祖父 外祖父 阿公",
    "grandmother": "奶奶 外婆 姥姥 祖母 外祖母 阿婆 阿嬷",
    "son": "儿子",
    "daughter": "女儿 闺女",
    "child": "孩子 宝宝 宝贝 大宝 二宝 小宝",
    "brother": "哥哥 弟弟 大哥 二哥 三哥 大弟 小弟 哥 弟 兄弟 阿哥 阿弟",
    "sister": "姐姐 妹妹 大姐 二姐 三姐 大妹 小妹 姐 妹 姐妹 姊妹 阿姐 阿妹",
    "sister-in-law": "嫂子 大嫂 二嫂 弟媳 弟妹 小姑子 大姑子 小姨子 阿嫂 嫂",
    "brother-in-law": "姐夫 妹夫 小叔子 大伯子 小舅子",
    "uncle": "叔叔 叔父 伯父 伯伯 大伯 二伯 二叔 三叔 小叔 舅舅 大舅 二舅 小舅 姑父 姑丈 姨父 姨夫"
    " 叔 伯 舅",
    "aunt": "伯母 婶婶 婶子 姑姑 姑妈 大姑 小姑 舅妈 舅母 姨妈 阿姨 大姨 二姨 小姨 姨 姑 婶",
    "cousin": "表哥 表姐 表弟 表妹 堂哥 堂姐 堂弟 堂妹",
    "nephew": "侄子 外甥",
    "niece": "侄女 外甥女",
    "grandson": "孙子 外孙",
    "granddaughter": "孙女 外孙女",
    "daughter-in-law": "儿媳 儿媳妇",
    "son-in-law": "女婿",
    "relative": "亲戚 亲家 亲家母 家属 长辈 晚辈",
    "godmother": "干妈",
    "godfather": "干爹 干爸",
    "guardian": "监护人 家长",
    "counselor": "咨询师 咨询员 治疗师 心理咨询师 心理师 心理医生",
    "supervisor": "督导 督导师",
    "hotline worker": "接线员 志愿者",
    "doctor": "医生 大夫",
    "nurse": "护士",
    "health worker": "医务人员",
    "teacher": "老师 班主任 辅导员 教授 导师 校长 院长 教练 师父 师傅",
    "official": "公职人员",
    "police officer": "警察 民警",
    "lawyer": "律师",
    "social worker": "社工",
    "classmate": "同学 同桌",
    "colleague": "同事 客户",
    "boss": "领导 老板 老板娘 经理 主任 老总 店长 组长 队长",
    "friend": "朋友 闺蜜 发小 老友 网友",
    "roommate": "室友 舍友 租客",
    "neighbor": "邻居",
    "landlord": "房东",
    "person": "人物",
}
_NAMED: Final = {
    "hospital": "医院",
    "school": "学校",
    "workplace": "单位",
    "organization": "机构",
    "province": "某省",
    "city": "某市",
    "county": "某县区",
    "place": "某地",
}
_WORDS: Final = {
    **{word: said for said, words in _PEOPLE.items() for word in words.split()},
    **{word: said for said, word in _NAMED.items()},
    **{CHINESE[term]: said for term, said in ENGLISH.items()},
    "[电话]": "[phone]",
    "[邮箱]": "[email]",
    "[证件号]": "[ID number]",
    "[账号]": "[account]",
    "[银行账号]": "[bank account]",
    "[车牌]": "[plate]",
    "[地址]": "[address]",
    "[网址]": "[web address]",
    "[略]": "[left out]",
    "某日": "some day",
    "首次咨询当日": "the day of the first session",
    "出生日期略": "date of birth left out",
    "高龄": "very old",
}
_WEEK: Final = re.compile("首次咨询(前|后)第([0-9]+)周")
_BAND: Final = re.compile("([0-9]+)—([0-9]+)岁")


def is_english(text: str) -> bool:
    """Return whether a text is written in English: it has more small words than Chinese characters.

    Names and abbreviations alone (CBT, iPhone) do not make a note English.
    """
    return len(_WORD.findall(text)) > len(_HAN.findall(text))


def in_english(replacement: str) -> str:
    """Return what stands for something, in English; its letter stays as it is.

    A word that nobody knows here, such as a relation that she thought of, becomes a person.
    """
    word = replacement.rstrip(ascii_uppercase)
    letter = replacement[len(word) :]
    if week := _WEEK.fullmatch(replacement):
        side = "before" if week[1] == "前" else "after"
        return f"week {week[2]} {side} the first session"
    if band := _BAND.fullmatch(replacement):
        return f"age {band[1]}–{band[2]}"
    said = _WORDS.get(word, "" if _HAN.search(word) else word) or "person"
    return f"{said} {letter}" if letter else said

"""What the columns of a questionnaire become: guessed by the words of their heads."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence


class Becomes(Enum):
    """What the answers of a column become; `KEEP` leaves them among the answers of the case.

    `OUT` takes nothing of them in. Of `SERIAL` no case keeps anything either: by a keyed hash it
    tells an answer that comes again (clause 144).
    """

    KEEP = "keep"
    OUT = "out"
    SERIAL = "serial"
    SUBMITTED = "submitted"
    NAME = "name"
    PHONE = "phone"
    WECHAT = "wechat"
    EMAIL = "email"
    CITY = "city"
    BIRTH_DATE = "birth date"
    ADDRESS = "address"
    EMPLOYER = "employer"
    SCHOOL = "school"
    ID_NUMBER = "id number"
    EMERGENCY_NAME = "emergency name"
    EMERGENCY_RELATION = "emergency relation"
    EMERGENCY_PHONE = "emergency phone"
    GUARDIAN_NAME = "guardian name"
    GUARDIAN_RELATION = "guardian relation"
    GUARDIAN_PHONE = "guardian phone"
    SEEKS = "seeks"
    EXPECTS = "expects"
    SOURCE = "source"
    EARLIER = "earlier"
    HOSPITAL = "hospital"
    DIAGNOSIS = "diagnosis"
    MEDICATION = "medication"
    LANGUAGE = "language"
    NEEDS = "needs"
    CULTURE = "culture"


_CALLED: Final = r"姓名|名字|称呼|\bnames?\b|^联系人$|紧急联系人$|监护人$|contact$|guardian$"
_REACHED: Final = r"电话|手机|联系方式|号码|\bphone|mobile|\btel\b|number"
_RELATED: Final = r"关系|relation"
_URGENT: Final = r"紧急|应急|emergency"
_ELDER: Final = r"监护人|guardian"
_NUMBERED: Final = re.compile(
    r"^(?:第\s*\d+\s*[题问]|q(?:uestion)?\s*\d+|\d+)?\s*[、.．:：)）\-]?\s*(?:请问|请填写|请输入)?",
)
_LEAVES: Final = frozenset({Becomes.OUT, Becomes.SERIAL})
_OFTEN: Final = frozenset({Becomes.KEEP, Becomes.OUT})
_LONG: Final = 200  # a longer head is no head: nothing is searched without end
_KIND: Final = re.compile(r"[\[【(（](?:必填|选填|填空题?|单选题?|多选题?|required)[\]】)）]|\*")
# The first rule that fits counts, and each is used for one column only: the narrow ones come first.
# A rule is what must be found, each of it, and what must not.
_RULES: Final[tuple[tuple[Becomes, tuple[str, ...], str], ...]] = (
    (
        Becomes.SERIAL,
        (r"^(?:序号|编号|答卷编号|答卷id|id|no\.?|#|(?:response|submission) id)$",),
        "",
    ),
    (
        Becomes.SUBMITTED,
        (
            (
                r"(?:提交|答卷|填写|填表|答题|完成).*(?:时间|日期)|^timestamp$|^时间戳"
                r"|(?:submi|complet|finish|end)\w*\s*(?:time|date|at|on)\b|date submitted"
            ),
        ),
        r"所用|开始|用时|时长|start|duration",
    ),
    (
        Becomes.OUT,
        (
            (
                r"^ip$|来自\s*ip|ip\s*(?:地址|归属地|属地|address)|^来源(?:详情|渠道)?$|^source$"
                r"|^(?:填写|填表|答题|答卷|作答)?(?:所用时间|用时|时长|耗时)(?:$|[(（])"
                r"|^duration\b|time (?:taken|spent)|user ?agent|^(?:浏览器|browser|操作系统|设备)"
            ),
        ),
        "",
    ),
    (Becomes.EMERGENCY_PHONE, (_URGENT, _REACHED), ""),
    (Becomes.EMERGENCY_RELATION, (_URGENT, _RELATED), ""),
    (Becomes.EMERGENCY_NAME, (_URGENT, _CALLED), ""),
    (Becomes.GUARDIAN_PHONE, (_ELDER, _REACHED), ""),
    (Becomes.GUARDIAN_RELATION, (_ELDER, _RELATED), ""),
    (Becomes.GUARDIAN_NAME, (_ELDER, _CALLED), ""),
    (Becomes.ID_NUMBER, (r"身份证|证件号|passport|\bid (?:card|number)",), ""),
    (Becomes.EMAIL, (r"邮箱|电子邮件|e-?mail",), ""),
    (Becomes.WECHAT, (r"微信|wechat",), _URGENT),
    (Becomes.PHONE, (r"电话|手机|联系方式|\bphone|mobile|\btel\b",), rf"{_URGENT}|{_ELDER}|家长"),
    (
        Becomes.SOURCE,
        (
            (
                r"(?:如何|怎么|怎样|从哪|何处|渠道|途径).*(?:知道|了解|得知|找到|看到)"
                r"|转介|介绍人|推荐人|how did you (?:hear|find)|referr"
            ),
        ),
        "",
    ),
    (
        Becomes.EARLIER,
        (
            (
                r"(?:以前|之前|过去|曾|是否|有没有|有无|既往|做过|接受过).*(?:咨询|心理治疗)"
                r"|咨询(?:经历|史)|(?:previous|past|prior|earlier)\b.*(?:counsel|therap)"
                r"|(?:counsel|therap)\w*\b.*before"
            ),
        ),
        "",
    ),
    (Becomes.MEDICATION, (r"服药|用药|吃药|药物|medicat|medicine",), ""),
    (Becomes.DIAGNOSIS, (r"诊断|diagnos",), ""),
    (Becomes.HOSPITAL, (r"医院|就诊|就医|hospital",), ""),
    (
        Becomes.EXPECTS,
        (r"期待|期望|咨询目标|希望.*(?:获得|得到|改变|达到)|expect|hope|goal",),
        "",
    ),
    (
        Becomes.SEEKS,
        (
            (
                r"(?:求助|咨询|来访|主要|解决).*(?:问题|原因|困扰|议题|内容|事由)|主诉|困扰"
                r"|what brings|presenting|reason for|help with|main concern"
            ),
        ),
        r"咨询师",
    ),
    (Becomes.BIRTH_DATE, (r"出生|生日|birth|\bdob\b",), r"出生地|place"),
    (Becomes.CITY, (r"城市|所在地|居住地|常住地|现居|\bcity\b|where.*(?:live|located)",), ""),
    (Becomes.ADDRESS, (r"地址|住址|\baddress",), ""),
    (Becomes.EMPLOYER, (r"工作单位|单位名称|公司|employer|company|workplace",), ""),
    (Becomes.SCHOOL, (r"学校|院校|\bschool|university|college",), r"年级|grade"),
    (
        Becomes.NAME,
        (r"姓名|名字|称呼|昵称|\bnames?\b",),
        rf"{_URGENT}|{_ELDER}|家长|父亲|母亲|配偶|咨询师|推荐|医院|counsell?or|father|mother|spouse",
    ),
    (Becomes.LANGUAGE, (r"方言|语言|language|dialect",), ""),
    (Becomes.NEEDS, (r"特殊需(?:要|求)|无障碍|便利|accommodat|special need",), ""),
    (Becomes.CULTURE, (r"文化|信仰|宗教|cultur|relig|faith",), r"文化程度|学历"),
)


def guess(heads: Sequence[str]) -> tuple[Becomes, ...]:
    """Return what each column most likely becomes; nothing but `KEEP` and `OUT` comes twice.

    What the site adds of its own, such as the address of a computer, is left out (clause 144).

    >>> guess(["序号", "1、您的姓名", "2、手机号", "3、喜欢的颜色"])[1]
    <Becomes.NAME: 'name'>
    """
    found: list[Becomes] = []
    for head in heads:
        words = _words_of(head)
        fits = (what for what, needs, never in _RULES if _fits(words, needs, never))
        what = next(fits, Becomes.KEEP)
        found.append(_once(what, found))
    return tuple(found)


def settled(heads: Sequence[str], kept: Sequence[str]) -> tuple[Becomes, ...] | None:
    """Return what was chosen for these columns before, by its values; None where it is not sound.

    One value for each head; what this version does not know is kept among the answers.
    """
    if len(kept) != len(heads):
        return None
    known = {one.value: one for one in Becomes}
    found: list[Becomes] = []
    for value in kept:
        what = known.get(value, Becomes.KEEP)
        found.append(_once(what, found))
    return tuple(found)


def chosen(
    columns: Sequence[Becomes], at: int, what: Becomes
) -> tuple[tuple[Becomes, ...], int | None]:
    """Return the columns with that at `at` becoming `what`, and which one gave it up, if one did.

    Two columns cannot become the same thing.
    """
    gave = None
    if what not in _OFTEN and what in columns:
        gave = columns.index(what)
    after = list(columns)
    if gave is not None:
        after[gave] = Becomes.KEEP
    after[at] = what
    return tuple(after), None if gave == at else gave


def left_out(heads: Sequence[str], columns: Sequence[Becomes]) -> tuple[str, ...]:
    """Return the heads of the columns of which no case keeps anything (clause 144)."""
    return tuple(head for head, what in zip(heads, columns, strict=True) if what in _LEAVES)


def _once(what: Becomes, found: Sequence[Becomes]) -> Becomes:
    """Return what a column becomes beside those that are found: two become one thing never."""
    return Becomes.KEEP if what in found and what not in _OFTEN else what


def _words_of(head: str) -> str:
    """Return a head in small letters, without its number and the kind of its question."""
    plain = _KIND.sub("", head[:_LONG].casefold()).strip(" :：?？")
    return _NUMBERED.sub("", plain, count=1).strip()


def _fits(words: str, needs: Sequence[str], never: str) -> bool:
    """Return whether everything needed is found in the words, and nothing that must not be."""
    if never and re.search(never, words):
        return False
    return all(re.search(one, words) for one in needs)

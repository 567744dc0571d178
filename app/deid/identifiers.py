r"""Identifiers with a shape of their own: numbers, addresses of every kind, dates, ages.

Look-arounds are spelt out in ASCII: `\b` sees no border between a digit and a Chinese character.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.deid.addresses import find_addresses
from app.deid.births import birth_patterns
from app.deid.checks import luhn_valid, old_id_dated, resident_id_dated, resident_id_valid
from app.deid.dates import DATE, SHORT_DATE, YEAR, YEAR_MONTH, read_date
from app.deid.normalise import DIGITS
from app.deid.span import Kind, Layer, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.deid.lexicon import Lexicon
    from app.deid.normalise import Normalised

_SEP = r"[\s\-.·_]{0,3}"
_NO_DIGIT_BEFORE = r"(?<![0-9A-Za-z])"
_NO_DIGIT_AFTER = r"(?![0-9A-Za-z])"
_CONTEXT = 14


@dataclass(frozen=True, slots=True)
class _Rule:
    """A pattern, the kind it finds, and a check of the match in its text."""

    kind: Kind
    pattern: re.Pattern[str]
    check: Callable[[re.Match[str]], bool] = lambda _: True
    group: int | str = 0


def _bare(match: re.Match[str]) -> str:
    return re.sub(r"[^0-9A-Za-z]", "", match[0])


def _before(match: re.Match[str], size: int = _CONTEXT) -> str:
    return match.string[max(0, match.start() - size) : match.start()]


_ID_WORDS = re.compile("身份证|证件|证号|ID", re.IGNORECASE)
_BANK_WORDS = re.compile(
    "卡号|银行|账号|帐号|账户|帐户|户口|储蓄卡|信用卡|借记卡|卡|汇|转|打到|存折|card|account",
    re.IGNORECASE,
)
_PHONE_WORDS = re.compile(
    "电话|座机|手机|热线|固话|联系|来电|致电|拨|打|号码|传真|tel|phone|call|mobile|内线|分机|转|短号|WhatsApp",
    re.IGNORECASE,
)


def _resident_id(match: re.Match[str]) -> bool:
    number = _bare(match)
    return resident_id_valid(number) or resident_id_dated(number)


def _old_id(match: re.Match[str]) -> bool:
    return old_id_dated(_bare(match)) and bool(_ID_WORDS.search(_before(match)))


def _bank(match: re.Match[str]) -> bool:
    number = _bare(match)
    if number.startswith("62") or luhn_valid(number):
        return True
    return bool(_BANK_WORDS.search(_before(match)))


def _near_phone_word(match: re.Match[str]) -> bool:
    return bool(_PHONE_WORDS.search(_before(match)))


_DIGIT_RULES = (
    _Rule(
        Kind.ID_NUMBER,
        re.compile(rf"{_NO_DIGIT_BEFORE}[1-9](?:{_SEP}[0-9]){{16}}{_SEP}[0-9Xx]{_NO_DIGIT_AFTER}"),
        _resident_id,
    ),
    _Rule(
        Kind.PHONE,
        re.compile(
            rf"(?<![0-9])(?:[(]?\+?{_SEP}(?:00)?86[)]?{_SEP})?1{_SEP}[3-9]("
            rf"?:{_SEP}[0-9]){{9}}(?![0-9])"
        ),
    ),
    _Rule(
        Kind.BANK,
        re.compile(rf"{_NO_DIGIT_BEFORE}[3-9](?:[\s-]{{0,2}}[0-9]){{14,20}}{_NO_DIGIT_AFTER}"),
        _bank,
    ),
    _Rule(
        Kind.BANK,
        re.compile(
            rf"{_NO_DIGIT_BEFORE}[0-9]{{4}}(?:[\s-][0-9]{{4}}){{3}}(?:[\s-]?[0-9]{{1,3}})?(?![0-9])"
        ),
    ),
    _Rule(
        Kind.ID_NUMBER,
        re.compile(rf"{_NO_DIGIT_BEFORE}[0-9]{{15}}{_NO_DIGIT_AFTER}"),
        _old_id,
    ),
    _Rule(
        Kind.PHONE,
        re.compile(
            rf"(?<![0-9])(?:[(]?\+?86[)]?{_SEP})?[(]?0[0-9]{{2,3}}[)]?[\s\-"
            rf"]{{0,3}}[2-8][0-9]{{2,3}}[\s\-]?[0-9]{{4}}"
            rf"(?:\s?(?:转|ext\.?|-)\s?[0-9]{{1,6}})?(?![0-9])"
        ),
    ),
    _Rule(
        Kind.PHONE,
        re.compile(r"(?<![0-9A-Za-z])[48]00[\s\-]?[0-9]{3}[\s\-]?[0-9]{4}(?![0-9])"),
    ),
    _Rule(
        Kind.PHONE,
        re.compile(
            r"(?<![0-9A-Za-z])[(]?\+[0-9]{1,3}[)]?(?:[\s\-.]{0,2}[(]?[0-9]{1,5}[)]?){2,5}(?![0-9])"
        ),
    ),
    _Rule(
        Kind.PHONE,
        re.compile(r"(?<![0-9A-Za-z./年-])[2-8][0-9]{2,3}[\s\-]?[0-9]{4}(?![0-9A-Za-z%年])"),
        _near_phone_word,
    ),
    _Rule(
        Kind.PHONE,
        re.compile(r"(?:分机|短号|内线|转)(?:号|是|为|[:：\s])*(?P<n>[0-9]{3,6})(?![0-9])"),
        group="n",
    ),
)

_CODE = "[0-9A-HJ-NPQRTUWXY]"
_DEGREES = (
    r"[0-9]{1,3}(?:\.[0-9]{1,8})?\s?[°度](?:\s?[0-9]{1,2}(?:\.[0-9]{1,6})?\s?['′分]"
    r"(?:\s?[0-9]{1,2}(?:\.[0-9]{1,6})?\s?(?:[\"秒]|''|′′))?)?"
)
_PLACE_RULES = (
    _Rule(
        Kind.ADDRESS,
        re.compile(
            r"(?<![0-9.])-?[0-9]{1,3}\.[0-9]{4,8}\s{0,2}[,、 ]\s{0,2}"
            r"-?[0-9]{1,3}\.[0-9]{4,8}(?![0-9.])"
        ),
    ),
    _Rule(Kind.ADDRESS, re.compile(rf"(?:[东西]经|[南北]纬)\s?{_DEGREES}")),
    _Rule(Kind.ADDRESS, re.compile(rf"(?<![0-9.]){_DEGREES}\s?[NSEW](?![A-Za-z])")),
    _Rule(
        Kind.ID_NUMBER,
        re.compile(rf"(?<![0-9A-Za-z])[159NY]{_CODE}[0-9]{{6}}{_CODE}{{10}}(?![0-9A-Za-z])"),
    ),
)
"""Coordinates, and the code under which a company is registered."""

_TLD = (
    "com|cn|net|org|edu|gov|io|me|cc|top|info|example|test|app|co|"
    "tv|xyz|vip|site|club|jp|kr|hk|tw|uk|au|de|fr|us|ca|ru"
)
_HOST = rf"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{{0,62}}[A-Za-z0-9])?\.){{1,6}}(?:{_TLD})"
_PLATE_AREA = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"


def _has_digit(match: re.Match[str]) -> bool:
    return any(c.isdigit() for c in match[0])


_HANDLE = r"[A-Za-z][A-Za-z0-9._\-]{3,30}[A-Za-z0-9_]"
_SPLIT = "(?:[ ](?:[A-Za-z]{1,3}[0-9]{1,8}|[0-9]{4,8}))?"
"""The end of an account's name behind a space: Minzhi Z90."""
_ACCOUNT_WORDS = (
    r"(?:微\s?信号?|薇信|威信|V信|QQ号?|扣扣|企鹅号|微博|抖音号?|快手号?|小红书号?"
    r"|小红薯号|知乎|B站|豆瓣|贴吧|陌陌|探探|支付宝|钉钉号?|飞书|公众号|账号|帐号|用户名|登录名|网名|昵称"
    r"|(?:工作|游戏|聊天|老|新|小)号|号是|(?<![A-Za-z])(?:(?:wechat|weixin|"
    r"weibo|wx|vx)|(?:soul|Telegram|Line|Instagram|IG|ins|Discord|"
    r"Skype|LinkedIn|id)(?![A-Za-z])))"
)
_LINK = r"(?:[^。！？!?;；\n,，A-Za-z0-9@]{0,10})[:：\s]{0,3}"
_STAFF_WORDS = (
    r"学号|工号|员工号|员工编号|警号|编号|档案号|档案|病案号|病历号|住院号|门诊号|就诊卡号?|就诊号|登记号|考号|准考证号?|护照号?码?"
    r"|护照|通行证|社保[卡号]?|医保卡?|证号|执业证号?|学籍号|卡号|单号|案号|保单号?|合同号|个案号|来访号|"
    r"staff id|student id|employee id|passport(?: no\.?)?|no\."
)
_NOT_HANDLE = frozenset({"http", "https"})


def _is_handle(match: re.Match[str]) -> bool:
    return match["n"].casefold() not in _NOT_HANDLE


_TEXT_RULES = (
    _Rule(
        Kind.EMAIL,
        re.compile(
            r"(?<![A-Za-z0-9._%+\-])[A-Za-z0-9][A-Za-z0-9._%+\-]*\s?@\s?(?"
            r":[A-Za-z0-9-]+\.)+[A-Za-z]{2,}"
        ),
    ),
    _Rule(
        Kind.EMAIL,
        re.compile(
            rf"(?<![A-Za-z0-9._])[A-Za-z0-9][A-Za-z0-9._\-]{{0,63}}\s?(?:\(at\)|\[at\]|#|艾特)\s?{_HOST}"
        ),
    ),
    _Rule(
        Kind.URL,
        re.compile(
            r"(?<![A-Za-z])(?:https?|ftp)://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+", re.IGNORECASE
        ),
    ),
    _Rule(
        Kind.URL,
        re.compile(
            rf"(?<![A-Za-z0-9@._\-])(?:www\.[A-Za-z0-9\-.]+|"
            rf"{_HOST})(?![A-Za-z])(?:/[A-Za-z0-9\-._~/?#&=%+]*)?"
        ),
    ),
    _Rule(
        Kind.URL,
        re.compile(
            r"(?<![0-9.])(?:(?:25[0-5]|2[0-4][0-9]|"
            r"1?[0-9]?[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|"
            r"1?[0-9]?[0-9])(?![0-9.])"
        ),
    ),
    _Rule(
        Kind.PLATE,
        re.compile(
            rf"[{_PLATE_AREA}][\s]?[A-HJ-NP-Z][\s·.\-]{{0,2}}(?:[A-HJ-NP-Z0-9]{{6}}|"
            rf"[A-HJ-NP-Z0-9]{{5}}|[A-HJ-NP-Z0-9]{{4}}(?=[挂警学港澳]))"
            rf"[挂警学港澳]?(?![A-Za-z0-9])"
        ),
        _has_digit,
    ),
    _Rule(
        Kind.ID_NUMBER,
        re.compile(r"[(（〔\[][12][0-9]{3}[)）〕\]][㐀-鿿]?[0-9]{2,4}[㐀-鿿]{1,4}[0-9]+号"),
    ),
    _Rule(
        Kind.ID_NUMBER,
        re.compile(
            rf"(?:{_STAFF_WORDS})(?:号码|号|是|为|填的|写的|"
            rf"[:：\s#])*(?P<n>[A-Za-z]{{0,6}}[0-9A-Za-z]*[\-]?[0-9][0-9A-Za-z\-]{{2,}})",
            re.IGNORECASE,
        ),
        group="n",
    ),
    _Rule(
        Kind.ID_NUMBER,
        re.compile(
            r"(?<![A-Za-z0-9_@.\-/])(?!QQ)(?:[EGDSPHKM][A-Z]?[0-9]{8}|"
            r"[A-Z]{2}[0-9]{7,10}|[A-Z]{2,3}-[0-9]{5,8}|"
            r"[HM][0-9]{8,10})(?![A-Za-z0-9_])"
        ),
    ),
    _Rule(
        Kind.ACCOUNT,
        re.compile(
            rf"{_ACCOUNT_WORDS}{_LINK}"
            rf"(?P<n>@?(?:{_HANDLE}{_SPLIT}|[0-9]{{5,12}}))(?![A-Za-z0-9@])",
            re.IGNORECASE,
        ),
        _is_handle,
        "n",
    ),
    _Rule(
        Kind.ACCOUNT,
        re.compile(
            r"(?<![A-Za-z0-9@./\-])(?P<n>[A-Za-z][A-Za-z0-9.\-]*_(?:[A-Za-z0-9_.\-]*[A-Za-z0-9])?_?|"
            r"[A-Za-z]+[a-z]+[0-9]{2,}(?![A-Za-z0-9]))(?![@])"
        ),
        group="n",
    ),
    _Rule(
        Kind.ACCOUNT,
        re.compile(
            r"(?<![A-Za-z0-9._])@(?!所有人|[你我他她它您咱])(?:[A-Za-z0-9_.\-]{2,30}|[㐀-鿿A-Za-z0-9_.\-]{2,6})"
        ),
    ),
    _Rule(
        Kind.ACCOUNT,
        re.compile(r"[㐀-鿿]{1,8}_(?:[0-9]+|[㐀-鿿]{1,4})(?![A-Za-z_])"),
    ),
)

_SHORT_DATE_WORDS = re.compile(
    "日期|时间|下次|约在|约定|预约|改到|改约|首次|于|自|从|在|到|至|截至|来电|复诊|面谈|咨询|接线|session|on|by|due|next|until|since",
    re.IGNORECASE,
)
_MONTHS = 12
_SCORE_WORDS = re.compile(
    "分|情绪|精力|耗竭|自评|睡眠|程度|强度|评|阳性|得分|评分|量表|满分|打|比例|[A-Z]{2,}|由|升|降|占|约占"
)
_BIRTH_BEFORE = re.compile(
    "出生(?:日期|年月|于)?|生日|生于|DOB|born|birthday|诞辰|生辰", re.IGNORECASE
)
_BIRTH_AFTER = re.compile(
    r"^\s?(?:[子丑寅卯辰巳午未申酉戌亥]时)?(?:出?生(?![病气活怕日])|诞生|出世|是(?:我|她|他)?(?:的|妈|爸)?生日|(?:我|她|他)?的?生日|born)"
)
_AGE = re.compile(
    r"(?<![0-9.])(?:享年|虚岁|年届)?(?:9[0-9]|1[0-2][0-9])\s?(?:周岁|"
    r"岁)(?!月)|(?<![一二三四五六七八九十])(?:享年|虚岁)?(?:九十[一二三四五六七八九]?|"
    r"一百零?[一二三四五六七八九]?)岁"
)
_ENGLISH_AGE = re.compile(
    r"(?<![0-9])(?:9[0-9]|1[01][0-9])(?:-|\s)?years?(?:-|\s)old", re.IGNORECASE
)


def _is_short_date(match: re.Match[str]) -> bool:
    """Return whether 10/15 or 6.25 is a date here and not a score."""
    before, after = _before(match, 8), match.string[match.end() : match.end() + 4]
    if re.match(r"\s?(?:[(（]?周|星期|[早晚上下]|[0-9]{1,2}[:：])", after):
        return True
    if _SCORE_WORDS.search(before[-6:]) or re.match("分|倍|万|元|mg|公斤|米|厘|%|小时|左右", after):
        return False
    late = match["mark"] == "/" and int(re.split("/", match[0])[1]) > _MONTHS
    at_line_start = not before or before.endswith("\n")
    return late or at_line_start or bool(_SHORT_DATE_WORDS.search(before))


def _birth_context(text: str, start: int, end: int) -> bool:
    before = re.split("[。；;\n]", text[max(0, start - 12) : start])[-1]
    found = list(_BIRTH_BEFORE.finditer(before))
    near = bool(found) and len(before) - found[-1].end() <= 6  # noqa: PLR2004 - 生日是农历
    return near or bool(_BIRTH_AFTER.match(text[end : end + 6]))


def _trimmed(surface: str, kind: Kind) -> tuple[int, int]:
    """Return where a match really begins and ends: no stray bracket, space or full stop."""
    closed = surface.rstrip(".,;:)") if kind is Kind.URL else surface.rstrip()
    skipped = 1 if closed[:1] == "(" and ")" not in closed else 0
    return skipped, len(closed)


class IdentifierFinder:
    """Finds identifiers in normalised text; public hotlines stay."""

    def __init__(self, lexicon: Lexicon, birth_date: str = "") -> None:
        """Remember the hotlines and the client's own birth date."""
        self._said = birth_date
        self._lexicon = lexicon
        self._hotlines = {re.sub("[^0-9]", "", n) for n in lexicon.hotlines}
        self._birth = read_date(birth_date) if birth_date else None
        known = self._birth is not None and self._birth.year
        self._births = tuple(birth_patterns(self._birth)) if self._birth and known else ()

    def find(self, source: Normalised) -> list[Span]:
        """Return the spans of all kinds; they may overlap."""
        text = source.text
        digits = text.translate(DIGITS)
        found = [
            *self._by_rules(_DIGIT_RULES, digits),
            *self._by_rules(_TEXT_RULES, text),
            *self._by_rules(_PLACE_RULES, text),
            *self._dates(text),
            *((Kind.ADDRESS, a, b) for a, b in find_addresses(text, self._lexicon)),
        ]
        spans = [self._span(source, kind, start, end) for kind, start, end in found if start < end]
        return [*spans, *self._own_birth(source, digits)]

    def _own_birth(self, source: Normalised, digits: str) -> Iterator[Span]:
        """Yield the client's own date of birth; whatever is written, that date is meant."""
        for pattern in self._births:
            for match in pattern.finditer(digits):
                span = self._span(source, Kind.AGE_BIRTH, match.start(), match.end())
                yield replace(span, entity=self._said)

    def _by_rules(self, rules: tuple[_Rule, ...], text: str) -> Iterator[tuple[Kind, int, int]]:
        for rule in rules:
            for match in rule.pattern.finditer(text):
                start = match.start(rule.group)
                if rule.check(match) and not self._is_public(match[rule.group]):
                    skipped, size = _trimmed(match[rule.group], rule.kind)
                    yield rule.kind, start + skipped, start + size

    def _is_public(self, surface: str) -> bool:
        if surface.casefold() in self._lexicon.keep_latin:
            return True
        digits = re.sub("[^0-9]", "", surface)
        return digits in self._hotlines and not re.search("[A-Za-z]", surface)

    def _dates(self, text: str) -> Iterator[tuple[Kind, int, int]]:
        for match in DATE.finditer(text):
            kind = Kind.AGE_BIRTH if self._is_birth(text, match) else Kind.DATE
            yield kind, match.start(), match.end()
        for match in filter(_is_short_date, SHORT_DATE.finditer(text)):
            yield Kind.DATE, match.start(), match.end()
        for pattern in (YEAR_MONTH, YEAR):
            for match in pattern.finditer(text):
                if _birth_context(text, match.start(), match.end()):
                    yield Kind.AGE_BIRTH, match.start(), match.end()
        for match in (*_AGE.finditer(text), *_ENGLISH_AGE.finditer(text)):
            yield Kind.AGE_BIRTH, match.start(), match.end()

    def _is_birth(self, text: str, match: re.Match[str]) -> bool:
        if _birth_context(text, match.start(), match.end()):
            return True
        found = read_date(match[0])
        if found is None or self._birth is None:
            return False
        return (found.month, found.day) == (self._birth.month, self._birth.day)

    def _span(self, source: Normalised, kind: Kind, start: int, end: int) -> Span:
        first, last = source.original(start, end)
        return Span(first, last, kind, Layer.IDENTIFIER, 1.0, "", source.text[start:end])

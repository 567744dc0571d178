"""Role pseudonyms: the same within one export, unlinkable between two exports.

No hash and no part of a name is ever used: 来访者, 母亲, 同事A. The order of the letters is
shuffled for each export, so that the same case exported twice cannot be joined by its letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from string import ascii_uppercase
from typing import TYPE_CHECKING

from app.deid.dates import FoundDate, read_date
from app.deid.english import in_english, is_english
from app.deid.normalise import plain
from app.deid.register import CLIENT_ROLE
from app.deid.span import Kind, Span
from app.domain.term import CHINESE

if TYPE_CHECKING:
    from collections.abc import Callable, MutableSequence, Sequence
    from datetime import date

    from app.deid.lexicon import Lexicon

    Shuffle = Callable[[MutableSequence[str]], None]

_FIXED = {
    Kind.PHONE: "[电话]",
    Kind.EMAIL: "[邮箱]",
    Kind.ID_NUMBER: "[证件号]",
    Kind.ACCOUNT: "[账号]",
    Kind.BANK: "[银行账号]",
    Kind.PLATE: "[车牌]",
    Kind.ADDRESS: "[地址]",
    Kind.URL: "[网址]",
    Kind.QUASI: "[略]",
}
_ORG_LABELS = (
    ("医院|卫生院|卫生室|诊所|门诊|附院|院$", "医院"),
    ("大学|学院|中学|小学|幼儿园|高中|初中|学校|附中|附小|[一二三四五六七八九十]中$", "学校"),
    ("公司|集团|科技|厂$|银行|传媒|电子|地铁|商贸|互动", "单位"),
)
_TITLE_LABELS = (
    ("医生|大夫|医师|主任|护士长?", "医务人员"),
    ("老师|教授|导师|辅导员|校长|班主任", "老师"),
    ("律师|法官|警官|民警|警察", "公职人员"),
)
_SINGLE_ROLES = frozenset({
    "父亲", "母亲", "爸爸", "妈妈", "丈夫", "妻子", "老公", "老婆",
    "公公", "婆婆", "岳父", "岳母", "祖父", "祖母", "爷爷", "奶奶",
    "外公", "外婆", "外祖父", "外祖母", "男友", "女友", "伴侣", "配偶",
    "前夫", "前妻", "继父", "继母", "养父", "养母", "咨询师", "督导",
    "班主任", "亡夫", "亡妻", "家婆", "家公",
})  # fmt: skip
_BAND = 5
_OLDEST = 90
_EARLIEST = 1800
"""A year before it is none: 90年, or a day where a year should stand."""
_VERY_OLD = "高龄"
"""Not a number: an age that is hidden may not stand in its own replacement."""
_WEEK = 7


@dataclass
class PseudonymTable:
    """One export's table: give every text of the export to the same table, in order.

    `client` is what stands for the client's name.
    """

    lexicon: Lexicon = field(repr=False)
    shuffle: Shuffle = field(repr=False)
    reference: date | None = None
    client: str = CLIENT_ROLE
    names: dict[tuple[Kind, str], str] = field(default_factory=dict, repr=False)
    _letters: dict[str, list[str]] = field(default_factory=dict, repr=False)

    def assign(self, text: str, spans: Sequence[Span]) -> list[Span]:
        """Return `spans` with their replacements; `text` is the original.

        What stands in an English text is said in English, with the letter it has everywhere.
        """
        # Full names first: a given name alone then finds the person it belongs to.
        for span in sorted(spans, key=lambda s: -s.length):
            if span.type in (Kind.PERSON, Kind.ORG, Kind.LOCATION):
                self._named(span, text)
        said = in_english if is_english(text) else str
        return [replace(span, replacement=said(self._replacement(span, text))) for span in spans]

    def _replacement(self, span: Span, text: str) -> str:
        surface = plain(text[span.start : span.end])
        if span.type in _FIXED:
            return _FIXED[span.type]
        if span.type is Kind.DATE:
            return self._relative(surface)
        if span.type is Kind.AGE_BIRTH:
            return self._band(surface, span.entity)
        return self._named(span, text)

    def _named(self, span: Span, text: str) -> str:
        surface = re.sub(r"\s+", "", plain(text[span.start : span.end])).casefold()
        entity = span.entity if span.role else self._same_person(span.type, surface)
        key = (span.type, entity)
        if key not in self.names:
            self.names[key] = self._new(span, surface)
        return self.names[key]

    def _same_person(self, kind: Kind, surface: str) -> str:
        """Return the full name that `surface` is the given name of, if one is known."""
        if kind is not Kind.PERSON or len(surface) < 2:  # noqa: PLR2004
            return surface
        for known, name in self.names:
            longer = known is Kind.PERSON and len(name) > len(surface)
            if longer and name.endswith(surface) and self.lexicon.surname_of(name):
                return name
        return surface

    def _new(self, span: Span, surface: str) -> str:
        if span.type is Kind.PERSON:
            return self._person_label(span.role, surface)
        if span.type is Kind.ORG:
            return self._lettered(_label(surface, _ORG_LABELS, "机构"))
        return self._lettered(self._tier(surface))

    def _person_label(self, role: str, surface: str) -> str:
        if role == CLIENT_ROLE:
            return self.client
        if role in _SINGLE_ROLES and role not in self.names.values():
            return role
        if role and self.lexicon.is_kept(role):
            return self._lettered(role)
        return self._lettered(_label(surface, _TITLE_LABELS, "人物"))

    def _tier(self, surface: str) -> str:
        tier = self.lexicon.short_places.get(surface, "")
        if surface in self.lexicon.provinces or tier == "province":
            return "某省"
        if surface in self.lexicon.cities or tier == "city":
            return "某市"
        if surface in self.lexicon.counties or tier == "county":
            return "某县区"
        return "某地"

    def _lettered(self, label: str) -> str:
        """Return the label with the next letter of its shuffled alphabet; after Z comes AA."""
        free = self._letters.setdefault(label, [])
        if not free:
            used = sum(name.startswith(label) for name in self.names.values())
            free.extend(_letters(used // len(ascii_uppercase)))
            self.shuffle(free)
        return label + free.pop()

    def _relative(self, surface: str) -> str:
        """Return a date as weeks from the reference, or 某日."""
        found = read_date(surface)
        day = found.near(self.reference) if found and self.reference else None
        if day is None or self.reference is None:
            return "某日"
        weeks, rest = divmod(abs((day - self.reference).days), _WEEK)
        if weeks == 0 and rest == 0:
            return "首次咨询当日"
        side = "后" if day > self.reference else "前"
        return f"首次咨询{side}第{weeks + 1}周"

    def _band(self, surface: str, said: str) -> str:
        """Return an age above 89 as such, a birth date as a band of five years.

        `said` is the whole date where more is known of it than the surface says.
        """
        if "岁" in surface or "old" in surface.casefold():
            return _VERY_OLD
        found = read_date(said or surface)
        if found is None or found.year < _EARLIEST or self.reference is None:
            return "出生日期略"
        return age_band(found, self.reference)


def with_roles(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return spans that take in the role word right before a name, so that none stands twice.

    母亲陈桂芳 then reads 母亲, not 母亲母亲. Spans are in order; none grows into the one before.
    """
    grown: list[Span] = []
    for span in spans:
        start = span.start - len(_role_before(text, span))
        free = start >= (grown[-1].end if grown else 0)
        grown.append(replace(span, start=start) if free else span)
    return grown


def _role_before(text: str, span: Span) -> str:
    """Return the word right before a name that says what its replacement says, "" for none.

    来访者 and 求助者 are the same person, whichever of them the replacement is.
    """
    role = span.replacement.rstrip(ascii_uppercase)
    if not role or span.type is not Kind.PERSON:
        return ""
    if role.isascii():
        before = text[: span.start]
        said = f"{role.rstrip()} "
        return before[-len(said) :] if before.casefold().endswith(said) else ""
    same = tuple(CHINESE.values()) if role in CHINESE.values() else (role,)
    return next((one for one in same if text.endswith(one, 0, span.start)), "")


def age_band(born: FoundDate, on: date) -> str:
    """Return the band of five years in which the age on a day lies; from 90 on there is one."""
    age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    if age < 0:
        return "出生日期略"
    if age >= _OLDEST:
        return _VERY_OLD
    low = age // _BAND * _BAND
    return f"{low}—{low + _BAND - 1}岁"


def _label(surface: str, labels: tuple[tuple[str, str], ...], otherwise: str) -> str:
    for pattern, label in labels:
        if re.search(pattern, surface):
            return label
    return otherwise


def _letters(lap: int) -> list[str]:
    """Return A to Z, or on a later lap AA to AZ, BA to BZ and so on."""
    before = ascii_uppercase[lap - 1] if lap else ""
    return [before + letter for letter in ascii_uppercase]

"""Surfaces: every written form in which something of the register may stand in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.deid.home import Home
from app.deid.lexicon import short_place
from app.deid.normalise import DIGITS, plain
from app.deid.register import CLIENT_ROLE
from app.deid.span import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.deid.lexicon import Lexicon
    from app.deid.register import Register, RegisteredPerson

HAN = "㐀-鿿豈-﫿\U00020000-\U0003ffff"
_HAN_ONLY = re.compile(f"[{HAN}]+")
_DOTS = re.compile(r"[·.\s]+")
_LONGEST_NAME = 4
_TAIL = 4
"""How many digits of a number are said where the rest is taken as known."""
_ORDINARY = 2
"""From this class of commonness on, a name is also an ordinary word."""

_BEFORE = ("小", "老", "阿", "大")
_AFTER = ("哥", "姐", "弟", "妹", "儿", "叔", "姨", "婶", "嫂", "爷", "奶", "妈", "爸", "宝", "总")
_APART = {
    "李": ("木子",), "张": ("弓长",), "陈": ("耳东",), "吕": ("双口", "口口"), "胡": ("古月",),
    "许": ("言午",), "吴": ("口天",), "章": ("立早",), "何": ("人可",), "赵": ("走肖",),
    "林": ("双木", "木木"), "杨": ("木易",), "黄": ("草头黄",), "徐": ("双人徐",), "岳": ("丘山",),
    "董": ("草重", "千里草"), "程": ("禾呈",), "刘": ("文刀", "卯金刀"), "郭": ("享耳",),
}  # fmt: skip
"""Surnames as net names take them apart."""
_COMPANY = re.compile(
    "(?:有限责任公司|股份有限公司|有限公司|分公司|公司|集团|股份|控股|厂|医院|大学|学院|学校|中学|小学|幼儿园|中心|工作室|诊所|银行|事务所)+$"
)
_TRADE = re.compile(
    "(?:信息|技术|科技|网络|电子|文化|传媒|传播|教育|咨询|心理|投资|管理|实业|贸易|商贸|建筑|建设|工程|"
    "装饰|设计|地产|置业|物业|物流|软件|智能|数据|互动|娱乐|影视|广告|医药|制药|生物|医疗|健康|能源|电力|"
    "机械|机电|精密|汽车|食品|餐饮|服饰|服装|理工|师范|外国语|实验|职业|高级|第[一二三四五六七八九十百0-9]+|"
    "人民|中心|国际|（[^）]*）|\\([^)]*\\))+$"
)


@dataclass(frozen=True, slots=True)
class Surface:
    """One written form. `direct` ones alone identify; `check` ones are ordinary words as well.

    `proper` ones are a name itself, whole or given, without title or affix: they get misspelt.
    """

    text: str = field(repr=False)
    kind: Kind
    entity: str = field(repr=False)
    role: str = ""
    direct: bool = True
    check: bool = False
    proper: bool = False


def surfaces(register: Register, lexicon: Lexicon) -> tuple[Surface, ...]:
    """Return every form of every name, place and institution, each text once."""
    found: dict[str, Surface] = {}
    for surface in _all(register, lexicon):
        known = found.get(surface.text)
        if surface.text and (known is None or (surface.direct and not known.direct)):
            found[surface.text] = surface
    return tuple(found.values())


def _all(register: Register, lexicon: Lexicon) -> Iterator[Surface]:
    for person in register.everybody():
        yield from _person(person, lexicon)
    for name in register.institutions():
        yield from _institution(plain(name), lexicon)
    for name in register.every_place():
        yield from _place(plain(name), lexicon)
    yield from _home(register, lexicon)
    for kind, value in _literals(register):
        if value:
            yield Surface(re.sub(r"\s+", "", plain(value)).casefold(), kind, value, CLIENT_ROLE)
    local = plain(register.email).partition("@")[0].casefold()
    if len(local) > _TAIL:
        told = bool(re.search("[0-9_]", local))
        yield Surface(local, Kind.ACCOUNT, register.email, CLIENT_ROLE, told, not told)


def _literals(register: Register) -> Iterable[tuple[Kind, str]]:
    return (
        (Kind.EMAIL, register.email),
        (Kind.ACCOUNT, register.wechat),
        (Kind.ADDRESS, register.address),
    )


def _home(register: Register, lexicon: Lexicon) -> Iterator[Surface]:
    """Yield the named parts of the address: where no word of the language is the same."""
    home = Home.of(register.address)
    for name in home.places:
        for surface in _place(name, lexicon):
            if surface.text == name or not _is_word(surface.text, lexicon):
                yield surface


def numbers(register: Register) -> tuple[tuple[str, Kind], ...]:
    """Return the digits of the register's numbers; a match ignores what stands between them."""
    found = []
    phones = ((Kind.PHONE, phone) for phone in register.phones())
    for kind, value in (*phones, (Kind.ID_NUMBER, register.id_number)):
        digits = re.sub(r"[^0-9a-z]", "", plain(value).translate(DIGITS).casefold())
        if len(digits) > _TAIL:
            found.append((digits, kind))
    return tuple(found)


def _is_word(text: str, lexicon: Lexicon) -> bool:
    return lexicon.commonness(text) >= _ORDINARY or lexicon.is_kept(text) or len(text) == 1


def _person(person: RegisteredPerson, lexicon: Lexicon) -> Iterator[Surface]:
    entity = person.every_name()[0]
    for name in person.every_name():
        text = plain(name)
        for form, direct in _name_forms(text, lexicon):
            if form == text or not (lexicon.is_kept(form) or len(form) == 1):
                check = not direct or _is_word(form, lexicon)
                proper = form in (text, given_of(text, lexicon))
                yield Surface(form, Kind.PERSON, entity, person.relation, direct, check, proper)


def _name_forms(name: str, lexicon: Lexicon) -> Iterator[tuple[str, bool]]:
    """Yield forms of one name and whether they identify by themselves."""
    yield re.sub(r"\s+", "", name).casefold(), True
    if _HAN_ONLY.fullmatch(name):
        yield from _han_forms(name, lexicon)
        return
    yield _DOTS.sub("", name).casefold(), True
    parts = [part for part in _DOTS.split(name) if len(part) > 1]
    if len(parts) > 1:
        for part in parts:
            yield part.casefold(), True


def given_of(name: str, lexicon: Lexicon) -> str:
    """Return the given name of a Chinese full name; empty if it is none (a nickname)."""
    surname = lexicon.surname_of(name) if len(name) <= _LONGEST_NAME else ""
    given = name[len(surname) :]
    return given if surname and len(given) <= 2 else ""  # noqa: PLR2004 - it has one or two


def _han_forms(name: str, lexicon: Lexicon) -> Iterator[tuple[str, bool]]:
    given = given_of(name, lexicon)
    if not given:
        return
    surname = name.removesuffix(given)
    for apart in _APART.get(surname, ()):
        yield apart + given, True
    if len(given) > 1:
        yield given, True
        for char in given:
            yield surname + char, False
            yield char * 2, False
            yield from ((before + char, False) for before in _BEFORE)
            yield from ((char + after, False) for after in _AFTER)
    else:
        yield given * 2, True
        yield name + given, True
        yield from ((given + after, False) for after in _AFTER)
    for before in _BEFORE:
        yield before + given, True
        yield before + surname, False
    yield from ((surname + title, False) for title in lexicon.titles)
    yield from ((given + after, True) for after in _AFTER)


_ADMIN = re.compile(f"^(?:[{HAN}]{{2,8}}?(?:省|自治区|市|区|县|州|旗))+(?=[{HAN}]{{3,}})")


def _core(name: str, lexicon: Lexicon) -> str:
    """Return what is proper to an institution: 浙江某某信息技术有限公司 → 某某."""
    rest = _ADMIN.sub("", name)
    for size in (4, 3, 2):
        if rest[:size] in lexicon.short_places and len(rest) - size > size:
            rest = rest[size:]
            break
    rest = _COMPANY.sub("", rest)
    return _TRADE.sub("", rest) or rest


def _institution(name: str, lexicon: Lexicon) -> Iterator[Surface]:
    whole = re.sub(r"\s+", "", name).casefold()
    yield Surface(whole, Kind.ORG, name, check=_is_word(whole, lexicon))
    core = _core(name, lexicon)
    stem = _COMPANY.sub("", name)
    for form in (core, stem, _ADMIN.sub("", name), *_school_forms(stem, name)):
        if len(form) > 1 and form not in lexicon.short_places and not lexicon.is_kept(form):
            check = _is_word(form, lexicon)
            yield Surface(form.casefold(), Kind.ORG, name, direct=False, check=check)


def _school_forms(stem: str, name: str) -> Iterator[str]:
    """Yield how people shorten a school: 某地第二中学 → 某地二中, 二中; 某某大学 → 某大."""
    numbered = re.search(r"第?([一二三四五六七八九十百]+)(中|小)学?$", name)
    if numbered:
        yield numbered[1] + numbered[2]
        yield name[: numbered.start()] + numbered[1] + numbered[2]
    for ending, short in (("大学", "大"), ("中学", "中"), ("小学", "小"), ("附属中学", "附中")):
        if name.endswith(ending) and len(stem) > 1:
            yield stem + short


def _place(name: str, lexicon: Lexicon) -> Iterator[Surface]:
    whole = re.sub(r"\s+", "", name).casefold()
    yield Surface(whole, Kind.LOCATION, name, check=_is_word(whole, lexicon))
    short = short_place(whole)
    if short != whole and len(short) > 1:
        check = _is_word(short, lexicon)
        yield Surface(short, Kind.LOCATION, name, direct=False, check=check)
    trimmed = re.sub("(?:镇|乡|村|街道|路|街|站)$", "", whole)
    if trimmed != whole and len(trimmed) > 1:
        yield Surface(trimmed, Kind.LOCATION, name, direct=False, check=True)

"""How Chinese names are put in order: by pinyin, a surname by the sound it has as a surname.

The sounds of characters come from outside (`Sounds`), since a table of them is no rule of ours;
which characters sound otherwise as a surname is.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Sounds = Callable[[str], Sequence[str]]
    """Gives the syllables of a run of Chinese characters, each with its tone as a digit."""

Key = tuple[tuple[tuple[int, str], ...], tuple[str, ...], str]

_SURNAMES = {
    "万俟": "mo4 qi2", "尉迟": "yu4 chi2", "尉遲": "yu4 chi2", "长孙": "zhang3 sun1",
    "長孫": "zhang3 sun1", "单于": "chan2 yu2", "單于": "chan2 yu2", "澹台": "tan2 tai2",
    "宰父": "zai3 fu3", "乐正": "yue4 zheng4", "樂正": "yue4 zheng4", "令狐": "ling2 hu2",
    "皇甫": "huang2 fu3", "亓官": "qi2 guan1", "中行": "zhong1 hang2", "鲜于": "xian1 yu2",
    "单": "shan4", "單": "shan4", "解": "xie4", "曾": "zeng1", "仇": "qiu2", "区": "ou1",
    "區": "ou1", "查": "zha1", "任": "ren2", "朴": "piao2", "翟": "zhai2", "盖": "ge3",
    "蓋": "ge3", "尉": "wei4", "召": "shao4", "乐": "yue4", "樂": "yue4", "种": "chong2",
    "缪": "miao4", "繆": "miao4", "覃": "qin2", "员": "yun4", "員": "yun4", "折": "she2",
    "黑": "he4", "秘": "bi4", "冼": "xian3", "洗": "xian3", "隗": "wei3", "纪": "ji3",
    "紀": "ji3", "宓": "mi4", "葛": "ge3", "逄": "pang2", "华": "hua4", "華": "hua4",
    "燕": "yan1", "过": "guo1", "過": "guo1", "哈": "ha3", "那": "na1", "佴": "nai4",
    "牟": "mu4", "祭": "zhai4", "都": "du1", "繁": "po2", "句": "gou1", "车": "che1",
    "車": "che1", "谌": "chen2", "諶": "chen2", "撒": "sa4", "相": "xiang4", "薄": "bo2",
    "柏": "bai3", "应": "ying1", "應": "ying1", "贾": "jia3", "賈": "jia3", "沈": "shen3",
    "石": "shi2", "费": "fei4", "費": "fei4", "郗": "xi1", "郇": "xun2", "么": "yao1",
}  # fmt: skip
"""Surnames that sound otherwise than their characters usually do; the longer ones first."""

_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_PART = re.compile(rf"[{_HAN}]+|\d+|[^\W\d{_HAN}]+")
_NUMBER = re.compile(r"№\s*(\d+)")
_LETTERS, _DIGITS, _OTHER = 1, 0, 2


def syllables(name: str, sounds: Sounds, *, person: bool = True) -> list[str]:
    """Return the syllables of the Chinese characters of `name`, with tones as digits.

    With `person`, what stands at its beginning is read as a surname where it is one.
    """
    found: list[str] = []
    for at, part in enumerate(_PART.findall(_folded(name))):
        if _is_han(part):
            found += _read(part, sounds, person=person and at == 0)
        else:
            found.append(part)
    return found


def name_key(name: str, sounds: Sounds, *, person: bool = True) -> Key:
    """Return what names are sorted by.

    First the syllables without tones, Latin words among them as they are spelt and numbers by
    their value; then the tones; then the characters themselves. What has neither a letter nor a
    number comes last, and after it what is known by its number alone, as a case that is shut is.
    """
    if numbered := _NUMBER.fullmatch(name):
        return ((_OTHER, f"{int(numbered[1]):020d}"),), (), name
    parts = syllables(name, sounds, person=person)
    plain = tuple(_plain(part) for part in parts) or ((_OTHER, ""),)
    return plain, tuple(parts), name


def _read(run: str, sounds: Sounds, *, person: bool) -> list[str]:
    """Return the syllables of a run of Chinese characters."""
    surname = next((one for one in _SURNAMES if person and run.startswith(one)), "")
    rest = run[len(surname) :]
    read = _SURNAMES[surname].split() if surname else []
    return [*read, *(sounds(rest) if rest else ())]


def _plain(part: str) -> tuple[int, str]:
    """Return a part without its tone, or a number so that 2 comes before 10."""
    if part.isdecimal():
        return _DIGITS, f"{int(part):020d}"
    return _LETTERS, part.rstrip("12345")


def _folded(name: str) -> str:
    """Return `name` in one width and one case."""
    return unicodedata.normalize("NFKC", name).casefold()


def _is_han(part: str) -> bool:
    return re.match(rf"[{_HAN}]", part) is not None

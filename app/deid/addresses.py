"""Postal addresses: from the place or street to the last house number, as one span."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.deid.surface import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.deid.lexicon import Lexicon

_STEP = (
    "(?:特别行政区|自治区|自治州|自治县|省|市|区|县|旗|盟|州|镇|乡|街道|苏木|社区|新村|村|屯|大道|大街|"
    "街|路|巷|里|弄|胡同|条|坊|小区|花园|花苑|家园|公寓|广场|大厦|大院|家属院|苑|园|城|庭|湾|府|组|院|"
    "厂)"
)
_UNIT = "(?:号院|号楼|号房|号|弄|栋|幢|座|楼|层|单元|室|门|组|院|房|户|排)"
_NUMBER = "(?:[0-9]{1,6}(?:-[0-9]{1,6}){0,3}|[A-Za-z][0-9]{0,4}座?|[一二三四五六七八九十百]{1,6})"
_TAIL = (
    rf"(?:附?{_NUMBER}{_UNIT}|[东西南北中前后]{{1,2}}区|之[一二三四五六七八九十]|后院|平房|"
    rf"宿舍|收发室|{_NUMBER}(?![0-9A-Za-z年月日次分岁天个]))"
)
_ADDRESS = re.compile(
    rf"(?:[{HAN}]{{1,10}}?{_STEP}[\s,，]?){{1,7}}(?:[{HAN}]{{0,6}}?{_TAIL}\s?)*?[{HAN}]{{0,6}}?(?:{_NUMBER}{_UNIT}|"
    rf"[0-9]+(?:-[0-9]+)+)(?:[{HAN}]{{0,9}}?{_NUMBER}{_UNIT}|"
    rf"\s?{_TAIL})*"
)
_LEAD = re.compile(
    "(?:.*(?:现居住?在?|居住在|住在|住址|地址|家住|老家在?|搬到了?|搬去了?|搬进|租住在|租住|位于|"
    "寄到了?|寄往|寄|送到|送往|[我他她]家在|家在|籍贯|户籍|就是|房子在|定位在|地点|单位|老人住|住|在|是|到|"
    "去|往|从|为|于|说|问|讲|经过|路过|昨天|今天|明天|前天|后来|最近|上周))"
)
_ENGLISH = re.compile(
    r"(?:(?:Rm|Room|Flat|Apt|Apartment|Unit|Suite|"
    r"No)\.?\s?[A-Za-z]?[0-9][A-Za-z0-9\-]*,?\s*)*(?:(?:Tower|Block|"
    r"Building|Floor|Bldg)\s[0-9A-Za-z]+,?\s*)*"
    r"[0-9]{1,5}[A-Za-z]?\s(?:[A-Z][a-z]+\s){1,4}(?:Road|Rd|Street|"
    r"St|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Crescent|Court|"
    r"Place|Terrace|Way)\b\.?"
    r"(?:,\s*[A-Z][A-Za-z]+(?:\s[A-Z][A-Za-z]+)?)*(?:,?\s*[A-Z]{0,3}\s?[0-9]{4,6})?"
)
_LOOK_BACK = 40
_LONGEST_PLACE = 5
_HAN_TWO = 2


def find_addresses(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield start and end of each address in normalised text."""
    for match in _ENGLISH.finditer(text):
        yield match.span()
    for match in re.finditer(
        rf"{_NUMBER}{_UNIT}|(?<![0-9-])[0-9]{1, 6}(?:-[0-9]{1, 6}){2, 3}", text
    ):
        found = _around(text, match, lexicon)
        if found:
            yield found


def _around(text: str, number: re.Match[str], lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the address that the house number `number` is part of."""
    begin = max(0, number.start() - _LOOK_BACK)
    cut = re.split(r"[。，、；：！？,;:!?\n\"“”‘’（）()]", text[begin : number.start()])[-1]
    start = number.start() - len(cut)
    match = _ADDRESS.match(text, start)
    if not match or match.end() < number.end():
        return None
    start += _lead(text[start : number.start()], lexicon)
    steps = re.findall(_STEP, text[start : match.end()])
    if not steps or not re.search("[0-9]|号", match[0]) or number.start() - start < _HAN_TWO:
        return None
    return start, match.end()


def _lead(words: str, lexicon: Lexicon) -> int:
    """Return how many characters of `words` are not yet the address."""
    known = _first_place(words, lexicon)
    lead = _LEAD.match(words if known < 0 else words[:known])
    cued = lead.end() if lead else 0
    return known if known >= 0 else cued


def _first_place(words: str, lexicon: Lexicon) -> int:
    """Return where the first known administrative place begins, -1 if there is none."""
    for at in range(len(words)):
        for size in range(_LONGEST_PLACE, 1, -1):
            piece = words[at : at + size]
            if (
                piece in lexicon.short_places
                or piece in lexicon.counties
                or piece in lexicon.cities
            ):
                return at
    return -1

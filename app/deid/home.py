"""A registered address taken apart: each part tells where somebody lives, standing alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from app.deid.normalise import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_STEP = re.compile(
    "[^0-9\\-#]{2,9}?(?:特别行政区|自治区|自治州|自治县|街道|新村|社区|小区|花园|花苑|家园|公寓|广场|大厦|"
    "大道|大街|胡同|省|市|区|县|旗|盟|镇|乡|村|屯|路|街|巷|弄|里|坊|苑|园|城|庭|湾|府)"
)
_ROAD = re.compile("(?:大道|大街|胡同|路|街|巷|弄|里|坊|村)$")
_HOUSE = re.compile("^([0-9]+)(?:号院?|弄)?(?![0-9]*(?:号楼|幢|栋|座|单元|室))")
_COMMUNITY = re.compile("(?:小区|花园|花苑|家园|公寓|广场|大厦|新村|社区)$")
_ROOM = re.compile("([0-9]+|[A-Z](?=座|栋|幢|单元|区))(号楼|幢|栋|座|单元|楼|层|室|房|户|号|#)?")
_UNITS = "(?:号楼|幢|栋|座|单元|楼|层|室|房|户|号|#)"
_BETWEEN = f"(?:{_UNITS}[\\-/,，]?|[\\-/])"
_NAMED_BETWEEN = f"{_UNITS}[\\-/,，]?"
_FEW = 2
_HAN_DIGITS = str.maketrans("0123456789", "零一二三四五六七八九")
_MOST_ROOMS = 4
_TEN, _HUNDRED = 10, 100


@dataclass(frozen=True)
class Home:
    """`places` are the named parts; `roads` have a house number; `rooms` are numbers with units."""

    places: tuple[str, ...] = field(default=(), repr=False)
    roads: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    rooms: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    @staticmethod
    def of(address: str) -> Home:
        """Take `address` apart; an empty one has no parts."""
        text = re.sub(r"[\s,，;；()（）]+", "", plain(address))
        places, roads, at = [], [], 0
        while step := _STEP.match(text, at):
            name, at = step[0], step.end()
            places.append(name)
            if _COMMUNITY.search(name) and len(stem := _COMMUNITY.sub("", name)) > 1:
                places.append(stem)
            house = _HOUSE.match(text[at:]) if _ROAD.search(name) else None
            if house:
                roads.append((name, house[1]))
                at += house.end()
        rooms = tuple((number, unit) for number, unit in _ROOM.findall(text[at:])[-_MOST_ROOMS:])
        return Home(tuple(places), tuple(roads), rooms)

    def patterns(self) -> Iterator[tuple[str, bool]]:
        """Yield patterns for text without white space, and whether each identifies by itself."""
        for road, number in self.roads:
            yield f"{re.escape(road)}{_said(number)}(?:号院?|弄)?", True
        said = [_said(number) for number, _ in self.rooms]
        for size in range(len(said), 1, -1):
            for chosen in combinations(range(len(said)), size):
                whole = chosen[-1] == len(said) - 1 and size == len(said) - chosen[0]
                # 5-2 is a score or a dose as well; 5-301 and 5幢2 are not.
                bare = size > _FEW or len(self.rooms[chosen[-1]][0]) > _FEW
                gap = _BETWEEN if bare else _NAMED_BETWEEN
                yield gap.join(said[at] for at in chosen) + f"{_UNITS}?", whole
        for (_, unit), number in zip(self.rooms, said, strict=True):
            if unit and unit != "号":
                yield number + _alike(unit), False


def _said(number: str) -> str:
    """Return a pattern for a number in digits or as it is said: 12, 十二, 一二."""
    ways = [number]
    if number.isdigit():
        ways.append(number.translate(_HAN_DIGITS))
        ways.append(ways[-1].replace("零", "〇"))
        if _TEN <= int(number) < _HUNDRED:
            tens, ones = divmod(int(number), _TEN)
            head = "" if tens == 1 else str(tens)
            ways.append(f"{head}十{ones or ''}".translate(_HAN_DIGITS))
    either = "|".join(dict.fromkeys(ways))
    return f"(?<![0-9零〇一二三四五六七八九十百])(?:{either})(?![0-9])"


def _alike(unit: str) -> str:
    """Return the units that are said for one another."""
    for group in (("号楼", "幢", "栋", "座", "#"), ("室", "房", "户"), ("楼", "层")):
        if unit in group:
            return f"(?:{'|'.join(group)})"
    return unit

"""Which cities lie in mainland China, which has one legal time."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import Final

from app.services import names

_ELSEWHERE: Final = ("香港", "澳门", "台湾", "金门")
_CITIES: Final = "city"
_SHORTEST: Final = 2
_ENDS: Final = ("市", "省", "地区", "盟", "州", "县", "区", "旗")


def in_china(city: str) -> bool:
    """Return whether a city, county or province of mainland China is meant.

    It is known by its name with or without what it is (杭州, 杭州市), with the province or with
    its district (浙江杭州, 杭州西湖), and a city by its pinyin (hangzhou).
    """
    words = city.strip()
    if words.isascii():
        return words.replace(" ", "").replace("'", "").casefold() in _pinyin()
    if len(words) < _SHORTEST or words.startswith(_ELSEWHERE):
        return False
    return any(one.startswith(words) or words.startswith(short) for one, short in _places())


@lru_cache(maxsize=1)
def _lists() -> dict[str, tuple[str, ...]]:
    """Return the places by what they are, in the order of the file."""
    text = resources.files("resources").joinpath("deid/places.txt").read_text(encoding="utf-8")
    pairs = (line.split("\t") for line in text.splitlines())
    return {kind: tuple(line.split()) for kind, line in pairs}


@lru_cache(maxsize=1)
def _places() -> tuple[tuple[str, str], ...]:
    """Return every place with its name without what it is."""
    found = (one for places in _lists().values() for one in places)
    return tuple((one, _short(one)) for one in found if not one.startswith(_ELSEWHERE))


@lru_cache(maxsize=1)
def _pinyin() -> frozenset[str]:
    """Return how the cities are written in Latin letters."""
    return frozenset(sound for one in _lists()[_CITIES] for sound in names.spelt(_short(one)).full)


def _short(place: str) -> str:
    """Return a name without what it is, where two characters or more are left."""
    for end in _ENDS:
        if place.endswith(end) and len(place) - len(end) >= _SHORTEST:
            return place.removesuffix(end)
    return place

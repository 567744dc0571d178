"""The word lists that the rules look things up in; read once, handed down as a value."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LIST_FILES = ("titles", "roles", "keep", "keep-latin", "hotlines", "countries", "english")


class Shelf(Protocol):
    """A folder of text files; `importlib.resources` and `pathlib` both fit."""

    def __truediv__(self, name: str, /) -> Shelf:
        """Return the thing called `name` inside."""

    def read_text(self, encoding: str = "utf-8") -> str:
        """Return the text of this file."""


@dataclass(frozen=True)
class Lexicon:
    """All lists; words are simplified characters."""

    surnames: Mapping[str, int] = field(repr=False)
    given: Mapping[str, float] = field(repr=False)
    words: Mapping[str, int] = field(repr=False)
    provinces: frozenset[str] = field(repr=False)
    cities: frozenset[str] = field(repr=False)
    counties: frozenset[str] = field(repr=False)
    titles: tuple[str, ...] = field(repr=False)
    roles: frozenset[str] = field(repr=False)
    keep: frozenset[str] = field(repr=False)
    keep_latin: frozenset[str] = field(repr=False)
    hotlines: frozenset[str] = field(repr=False)
    countries: frozenset[str] = field(repr=False)
    english: frozenset[str] = field(repr=False)
    org_suffixes: tuple[str, ...] = field(repr=False)
    org_weak: frozenset[str] = field(repr=False)
    org_generic: frozenset[str] = field(repr=False)
    place_suffixes: tuple[str, ...] = field(repr=False)
    short_places: Mapping[str, str] = field(repr=False)
    place_heads: frozenset[str] = field(repr=False)
    titled: re.Pattern[str] = field(repr=False)
    institution_ending: re.Pattern[str] = field(repr=False)
    name_weights: tuple[float, ...] = field(repr=False)
    name_weights_lac: tuple[float, ...] = field(repr=False)

    def surname_of(self, name: str) -> str:
        """Return the surname that `name` begins with, the longest; empty if none."""
        for size in (4, 3, 2, 1):
            if len(name) > size and name[:size] in self.surnames:
                return name[:size]
        return ""

    def is_name_shaped(self, name: str) -> bool:
        """Return whether `name` is a surname followed by one or two characters."""
        surname = self.surname_of(name)
        return bool(surname) and 1 <= len(name) - len(surname) <= 2  # noqa: PLR2004

    def given_weight(self, given: str) -> float:
        """Return the mean log-odds that the characters of `given` stand in a given name."""
        if not given:
            return 0.0
        return sum(self.given.get(c, -1.0) for c in given) / len(given)

    def commonness(self, word: str) -> int:
        """Return 0 for no word of the language, 1 (rare) to 4 (very common) for one."""
        return self.words.get(word, 0)

    def is_kept(self, word: str) -> bool:
        """Return whether `word` is clinical, a role or a country and must stay."""
        return word in self.keep or word in self.roles or word in self.countries


def _classes(text: str) -> dict[str, int]:
    """Read lines of `class TAB words`."""
    found: dict[str, int] = {}
    for line in text.splitlines():
        label, _, rest = line.partition("\t")
        for word in rest.split():
            found[word] = int(label)
    return found


def _blocks(text: str) -> dict[str, int]:
    """Read one word a line below lines of `#class`."""
    found: dict[str, int] = {}
    label = 0
    for line in text.splitlines():
        if line.startswith("#"):
            label = int(line[1:])
        elif line:
            found[line] = label
    return found


def _weights(text: str) -> dict[str, float]:
    """Read lines of `weight TAB characters`."""
    found: dict[str, float] = {}
    for line in text.splitlines():
        label, _, rest = line.partition("\t")
        for char in rest:
            found[char] = float(label)
    return found


def _sections(text: str) -> dict[str, list[str]]:
    """Read words below lines of `[section]`, or after `section TAB`."""
    found: dict[str, list[str]] = {}
    section = ""
    for line in text.splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif "\t" in line:
            section, _, rest = line.partition("\t")
            found[section] = rest.split()
        else:
            found.setdefault(section, []).extend(line.split())
    return found


_TIER_ENDINGS = ("特别行政区", "自治区", "自治州", "自治县", "地区", "林区", "新区", "矿区")
_SHORT_ENDINGS = "省市县区州旗盟"
_PEOPLES = re.compile(
    "(?:壮|回|维吾尔|藏|彝|苗|满|蒙古|侗|瑶|白|土家|哈尼|傣|黎|畲|羌|朝鲜|布依|傈僳|佤|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|鄂温克|保安|裕固|独龙|门巴|哈萨克|各)族"
)
_SHORTEST = 2


def short_place(name: str) -> str:
    """Return a place without its tier: 广州市 → 广州; the name itself if nothing would be left."""
    plain = _PEOPLES.split(name)[0]
    if plain != name and len(plain) >= _SHORTEST:
        return plain
    for ending in _TIER_ENDINGS:
        if name.endswith(ending) and len(name) - len(ending) >= _SHORTEST:
            return name.removesuffix(ending)
    if name[-1:] in _SHORT_ENDINGS and len(name) > _SHORTEST:
        return name[:-1]
    return name


def _short_places(places: Mapping[str, list[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for tier in ("county", "city", "province"):
        for name in places[tier]:
            found[short_place(name)] = tier
    return found


def _either(words: Iterable[str]) -> str:
    """Return a pattern for any of `words`, the longest first."""
    return "|".join(map(re.escape, sorted(set(words), key=lambda w: (-len(w), w))))


def _titled(surnames: Iterable[str], titles: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of a surname right before a title."""
    return re.compile(f"(?P<surname>{_either(surnames)})(?:{_either(titles)})")


def load_lexicon(folder: Shelf) -> Lexicon:
    """Read every list below `folder`."""

    def text(name: str) -> str:
        return (folder / f"{name}.txt").read_text(encoding="utf-8")

    lists = {name: text(name).split() for name in _LIST_FILES}
    places = _sections(text("places"))
    orgs = _sections(text("orgwords"))
    surnames = _classes(text("surnames"))
    short_places = _short_places(places)
    return Lexicon(
        surnames=surnames,
        given=_weights(text("given")),
        words=_blocks(text("words")),
        provinces=frozenset(places["province"]),
        cities=frozenset(places["city"]),
        counties=frozenset(places["county"]),
        titles=tuple(sorted(set(lists["titles"]), key=lambda w: (-len(w), w))),
        roles=frozenset(lists["roles"]),
        keep=frozenset(lists["keep"]),
        keep_latin=frozenset(word.casefold() for word in lists["keep-latin"]),
        hotlines=frozenset(lists["hotlines"]),
        countries=frozenset(lists["countries"]),
        english=frozenset(lists["english"]),
        org_suffixes=tuple(sorted(set(orgs["suffix"]), key=lambda w: (-len(w), w))),
        org_weak=frozenset(orgs["weak"]),
        org_generic=frozenset(orgs["generic"]),
        place_suffixes=tuple(
            sorted(set(_sections(text("placewords"))["suffix"]), key=lambda w: (-len(w), w))
        ),
        short_places=short_places,
        place_heads=frozenset(
            name[0]
            for name in (*short_places, *places["province"], *places["city"], *places["county"])
        ),
        titled=_titled(surnames, lists["titles"]),
        institution_ending=re.compile(_either(orgs["suffix"])),
        name_weights=tuple(float(weight) for weight in text("person-weights").split()),
        name_weights_lac=tuple(float(weight) for weight in text("person-weights-lac").split()),
    )

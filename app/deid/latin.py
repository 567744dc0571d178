"""Names of the register in Latin letters: pinyin, initials, and half of each.

How somebody in a hurry writes 王芳: wangfang, Wang Fang, fang.wang, wang2fang1, wangfang88,
wang芳, Wang F., F. Wang, wangf, wf, 王F, W芳, 小wang, wang姐, xiaofang.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.deid.normalise import plain
from app.deid.pinyin import syllables
from app.deid.span import Kind
from app.deid.surface import HAN, Surface, given_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.deid.lexicon import Lexicon
    from app.deid.register import Register

_HAN_ONLY = re.compile(f"[{HAN}]+")
_DOTS = re.compile(r"[·.\s]+")
_LONGEST = 8
_NAME = 4
_GAP = r"[\s\-_.,'·]{0,3}"
_STEP = r"[\s\-_.,·]{1,3}"
_TONE = "[1-5]?"
_YEAR = "[0-9]{0,8}"
"""Digits behind a name in an account's name belong to it."""
_FREE = "(?<![A-Za-z])", "(?![A-Za-z])"
_ALONE = "(?<![A-Za-z0-9])", "(?![A-Za-z0-9])"
_SHORTEST_WORD = 3
_SURE_PLACE = 6
"""A place of fewer letters may be something else: xian, lian."""
_BEFORE = "(?:小|老|阿|大|xiao|lao|a(?![\\s_-]))"
_AFTER = (
    "(?:老师|医生|女士|先生|小姐|阿姨|同学|师傅|某|姐|哥|弟|妹|叔|姨|总|工|儿|laoshi|yisheng|nvshi|"
    "xiansheng|ayi|tongxue|zong|jie|ge|shu)"
)
_WORDS = """
a ad ah ai al am an and ant any as at ban band bang bank bar bay be bed bee ben big bin bit bo
both bow box boy but by can cap car chad chat chef chip cm cs cub cut da dad dan day de did die
dim do dog don done dr dry dvd eg eh em en end er etc ex fan far fax few fit for fun gang gap
gas gb ge get gg gm go god got gps gun gym ha had hand hang has hat he hehe hem hen her hey hi
him hip his hm hmm hot how hr hub hug huh hum i id ie if ii iii in is it iv ix jj job joy just
kg km kpi lab lad lag lan land lane lang lap law lay lb led let lid lie line link lip list lit
live ll long lot low ma mac mad mail main man many map mat may me mean men met mg mid mins mix
ml mm mom mr ms mum mv my nah nan nap need new no nod non nor not now ob oct of off oh ok old on
one op or org os our out own pa pan pang par pat pay pc pen per pet ph pie pin ping pk pm pop pp
ppt ps pt pub put qq ran re red rib rid rn rob row run sad said sang sat say sb se see send set
sex she shh shy sin sing sit six so son song sub sun sung sure ta tan tang tank tap tax tb tea
ted ten than that the them then they thin think this thy tie tim to ton too tot tt tv two ui uk
um un up us usa vi via vip vs wan want war was way we web wen went wet wh who why wifi win wing
wish with won wu wx xi xl xp xx yay ye year yes yet yo you young your yr yu zip
"""
_ENGLISH = frozenset(_WORDS.split())
"""Words and signs that texts in two languages are full of: never taken for initials."""


def latin_patterns(
    register: Register, lexicon: Lexicon, known: Iterable[Surface]
) -> Iterator[tuple[str, Surface]]:
    """Yield patterns for all that is in the register: people by name, and `known` places."""
    for person in register.everybody():
        entity = person.every_name()[0]
        for name in person.every_name():
            text = _DOTS.sub("", plain(name))
            if _HAN_ONLY.fullmatch(text) and 1 < len(text) <= _LONGEST:
                for check, forms in _name_forms(text, lexicon):
                    yield (
                        _either(forms),
                        Surface(text, Kind.PERSON, entity, person.relation, not check, check),
                    )
    yield from _places(known)


def _places(known: Iterable[Surface]) -> Iterator[tuple[str, Surface]]:
    """Yield the pinyin of places and institutions, in any spacing."""
    for one in known:
        if one.kind in (Kind.LOCATION, Kind.ORG) and _HAN_ONLY.fullmatch(one.text):
            sounds = syllables(one.text)
            short = sum(min(map(len, choices)) for choices in sounds) < _SURE_PLACE
            check = one.check or short
            pattern = _guarded(_GAP.join(_spoken(choices) for choices in sounds), _ALONE)
            yield (
                pattern,
                Surface(one.text, one.kind, one.entity, one.role, one.direct and not check, check),
            )


def _either(forms: Sequence[str]) -> str:
    return "|".join(forms)


def _guarded(pattern: str, guards: tuple[str, str]) -> str:
    return f"{guards[0]}(?:{pattern}){guards[1]}"


def _spoken(choices: Sequence[str]) -> str:
    """Return a pattern for one syllable with or without the number of its tone."""
    return f"(?:{'|'.join(choices)}){_TONE}"


def _name_forms(name: str, lexicon: Lexicon) -> Iterator[tuple[bool, list[str]]]:
    """Yield the sure and the loose forms of one name; the longer a form, the sooner it is tried."""
    sounds = syllables(name)
    given = given_of(name, lexicon) if len(name) <= _NAME else ""
    mixed = _GAP.join(
        f"(?:{char}|{_spoken(choices)})" for char, choices in zip(name, sounds, strict=True)
    )
    whole = _guarded(mixed + _YEAR, _FREE)
    if not given:
        yield False, [whole]
        return
    parts = _Parts(name, given, sounds)
    yield False, [whole, *parts.sure()]
    yield True, list(parts.loose())


class _Parts:
    """The family name and the given name of one person, by sound and by initial."""

    def __init__(self, name: str, given: str, sounds: Sequence[Sequence[str]]) -> None:
        size = len(name) - len(given)
        self._surname, self._given = name[:size], given
        self._first, self._last = sounds[:size], sounds[size:]
        self._family = _GAP.join(map(_spoken, self._first))
        self._called = _GAP.join(map(_spoken, self._last))
        self._letters = ["".join(c[0] for c in _firsts(choices)) for choices in self._last]
        self._heads = ["".join(c[0] for c in _firsts(choices)) for choices in self._first]

    def sure(self) -> Iterator[str]:
        """Yield what identifies alone: Fang Wang, Wang F., F. Wang, Xiaohe, xiao禾."""
        yield _guarded(f"{self._called}{_GAP}{self._family}{_YEAR}", _FREE)
        ways = ["".join(way) for way in self._ways()]
        capital = "|".join([*map(str.capitalize, ways), *map(str.upper, ways)])
        initials = r"\.?[\s\-]?".join(f"[{one.upper()}]" for one in self._letters)
        yield _guarded(rf"(?-i:(?:{capital}){_STEP}{initials})\.?", _ALONE)
        yield _guarded(rf"(?-i:{initials}(?:\.|{_STEP}){_GAP}(?:{capital}))", _ALONE)
        if len(self._last) > 1:
            yield _guarded(self._called + _YEAR, _FREE)
            yield from self._half_given()

    def _half_given(self) -> Iterator[str]:
        """Yield xiao禾 and 晓he."""
        yield _guarded(_spoken(self._last[0]) + self._given[1], _FREE)
        yield _guarded(self._given[0] + _spoken(self._last[1]), _FREE)

    def _ways(self) -> list[tuple[str, ...]]:
        """Return the ways to spell the family name."""
        ways: list[tuple[str, ...]] = [()]
        for choices in self._first:
            ways = [(*way, one) for way in ways for one in choices]
        return ways

    def loose(self) -> Iterator[str]:
        """Yield what may be something else too."""
        yield from self._with_words()
        yield from self._joined()
        head = "".join(f"[{one.upper()}]" for one in self._heads)
        given = self._called.replace(_GAP, r"[\s\-]?")
        yield _guarded(rf"{given}{_STEP}(?-i:{head})\.?", _ALONE)
        yield from self._half()
        yield from self._initials()
        for choices in self._last:
            said = _spoken(choices)
            yield _guarded("|".join(f"{_spoken([c])}{_GAP}{_spoken([c])}" for c in choices), _ALONE)
            if len(self._last) == 1:
                words = [c for c in choices if len(c) >= _SHORTEST_WORD and c not in _ENGLISH]
                yield from (_guarded(_spoken([word]), _ALONE) for word in words)
            yield _guarded(f"{_BEFORE}{_GAP}{said}", _ALONE)

    def _with_words(self) -> Iterator[str]:
        """Yield 小wang, laowang, wang姐, fang姐, wanglaoshi."""
        yield _guarded(f"{_BEFORE}{_GAP}{self._family}", _ALONE)
        for said in (self._family, self._called):
            yield _guarded(rf"{said}[\s_]?{_AFTER}", _ALONE)

    def _joined(self) -> Iterator[str]:
        """Yield wangf, fwang, wang f, linxh, xhlin and, for two initials, Lin X."""
        for way in self._ways():
            family = "".join(way)
            for letters in _spelt(self._letters):
                joined = [w for w in (family + letters, letters + family) if w not in _ENGLISH]
                yield from (_guarded(word + _YEAR, _ALONE) for word in joined)
                step = r"[_.]" if family in _ENGLISH else _STEP
                spaced = r"\.?".join(letters)
                yield _guarded(rf"{family}{step}{spaced}|{spaced}{step}{family}", _ALONE)
            if len(self._letters) > 1:
                first = self._letters[0].upper()
                yield _guarded(rf"(?-i:{family.capitalize()}\s[{first}])\.?", _ALONE)

    def _half(self) -> Iterator[str]:
        """Yield 王F, 林XH, W芳, L晓禾."""
        after = r"\.?".join(f"[{one}]" for one in self._letters)
        yield _guarded(rf"{self._surname}\s?{after}", ("", _ALONE[1]))
        before = "".join(f"[{one}]" for one in self._heads)
        yield _guarded(rf"{before}\.?\s?{self._given}", (_ALONE[0], ""))

    def _initials(self) -> Iterator[str]:
        """Yield W.F., WF, wf, lxh88: never where they are a word or a common sign."""
        short = _spelt([self._heads[0], *self._letters])
        for letters in dict.fromkeys([*_spelt([*self._heads, *self._letters]), *short]):
            dotted = r"\.\s?".join(letters)
            yield _guarded(rf"{dotted}\.", _ALONE)
            yield _guarded(dotted, _ALONE)
            if letters not in _ENGLISH:
                yield _guarded(f"(?-i:{letters}){_YEAR}", _ALONE)
                capitals = r"\s?".join(letters.upper())
                yield _guarded(f"(?-i:{capitals})", _ALONE)


def _firsts(choices: Sequence[str]) -> list[str]:
    """Return the choices, one for each first letter."""
    return list({choice[0]: choice for choice in choices}.values())


def _spelt(letters: Sequence[str]) -> list[str]:
    """Return the ways to write the initials one after the other."""
    ways = [""]
    for choices in letters:
        ways = [way + one for way in ways for one in choices]
    return ways

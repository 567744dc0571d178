"""Rules for personal names that need no model: titles, nicknames, foreign names, labels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.deid.runon import is_function
from app.deid.surface import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.deid.lexicon import Lexicon
    from app.deid.reading import Reading
    from app.deid.tagging import Token

_FUNCTION_SURNAMES = frozenset(
    "向和于从是有都过同那能常来别应查时年老连与及对因由管祝谢约但步相经令官家国种后曾原"
)
"""Surnames that are far oftener something else: a title after them proves nothing alone."""
_SHORT_TITLES = frozenset("工总董老队局所处科厂律导公婆氏弟妹姑舅爷")
"""Titles of one character that end or begin many other words."""

_SURE = 0.1
_MAYBE = 0.02
_CERTAIN = 0.5

_NAMED = (
    "外号|绰号|诨号|小名|乳名|昵称|网名|笔名|艺名|花名|英文名|中文名|真名|化名|本名|原名|曾用名|人称|署名|"
    "落款|自称|户名|真实姓名|姓名|改名|取名|起名|名叫|叫做|名字叫|名字是|大名|学名|法名|法号"
)
_OPEN, _CLOSE = '「“"『‘《【', '」”"』’》】'
_QUOTED = re.compile(
    rf"(?:{_NAMED}|网友|称呼[我他她]?|喊[我他她]|[喊叫唤称][我他她它]|备注|ID|账号|"
    rf"昵称)(?:叫做?|是|为|作|成|写的?|:|了|"
    rf"自己)*\s?[{_OPEN}]([^{_OPEN}{_CLOSE}，。,!?！？\n]{{1,8}})[{_CLOSE}]"
)
_PLAIN_NAME = re.compile(
    rf"(?:{_NAMED})(?:叫做?|是|为|作|:)*\s?([{HAN}]{{1,5}}|[A-Z][A-Za-z]+)(?=[，。,;；、)\s!?！？”」]|$)"
)
_NOT_NAMED = re.compile(
    "^(?:叫|了|字|略|不|这|那|什么|谁|啥|无|未|没|暂|改|自己|保密|同上|是|为|的)|[的了吗呢吧]$|人称"
)
_SURNAMED = re.compile(f"(?<![{HAN}]同)(?:姓|本姓|免贵姓)([{HAN}])(?![名氏什啥]|老家|没有)")
_DOTTED = re.compile(f"[{HAN}]{{1,7}}(?:·[{HAN}A-Za-z]{{1,7}})+")
_MIXED = re.compile(
    rf"(?<![{HAN}A-Za-z])[阿老小大][A-Z](?:[a-z]+)?(?![A-Za-z0-9])|"
    rf"(?<=[{HAN}])[阿老小][A-Z][a-z]*(?![A-Za-z0-9\-])"
)
_LATIN_WORD = r"[A-ZÀ-Þ][a-zß-ÿĀ-ſ]+(?:['\-][A-Z]?[a-zß-ÿ]+)*"
_LATIN = re.compile(
    rf"(?<![A-Za-z0-9@._/\-]){_LATIN_WORD}(?:[ ](?:(?:de|van|von|bin|"
    rf"al|da|la)\s)?{_LATIN_WORD}|"
    rf"[ ][A-Z]\.?(?=[ ]))*(?![A-Za-z0-9@_/])"
)
_ENGLISH_TITLE = re.compile(
    rf"(?<![A-Za-z])(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Auntie|Aunt|"
    rf"Uncle|Grandma|Grandpa|Sister|Brother|Nurse|Coach|Sir|"
    rf"Madam)\.?\s?((?<=[.\s]){_LATIN_WORD}(?:\s{_LATIN_WORD})?|"
    rf"[{HAN}]{{1,3}}(?![{HAN}]))"
)
_CAPITALS = re.compile(
    r"(?:护照|拼音|拼写|英文|姓名|证件|Name|name)[^。\n]{0,8}?"
    r"([A-Z]{2,}(?:[ ,/]+[A-Z]{2,}){1,2})(?![A-Za-z])"
)
_LABEL = re.compile(
    rf"(?m)^[\s【\[(]*([{HAN}]{{2,4}})[】\])]?(?:\s*[(（][^)）\n]{{0,12}}[)）])?\s?:"
)
_SCRIPTS = re.compile(
    "[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁ]\\.?(?:[а-яё]+)?)*|[가-힣]{2,4}|[ァ-ヶー]{2,}(?:·[ァ-ヶー]{2,})*"
)
"""A word of another script in a Chinese note is hardly ever anything but a name."""
_SENTENCE_END = re.compile(r"(?:^|[.!?:;•\-]\s*[\"“]?|\n\s*)$")
_TWO = 2


def rule_names(reading: Reading, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield start and end, in normalised text, of each name that a rule is sure of."""
    yield from _titled(reading, lexicon)
    yield from _compound(reading, lexicon)
    yield from _named(reading, lexicon)
    yield from _foreign(reading, lexicon)
    yield from _latin(reading.text, lexicon)
    yield from _labels(reading, lexicon)


def _titled(reading: Reading, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield surname and title: 王老师. The title belongs to the name."""
    text = reading.text
    for match in lexicon.titled.finditer(text):
        surname, start = match["surname"], match.start()
        if lexicon.is_kept(match[0]) or lexicon.commonness(match[0]) > 1:
            continue
        if _is_boundary(reading, start, lexicon) and _is_surname_here(
            reading, start, match.end(), surname
        ):
            yield start, match.end()


def _is_boundary(reading: Reading, start: int, lexicon: Lexicon) -> bool:
    """Return whether a word can begin at `start`."""
    if reading.person[start] >= _SURE:
        return True
    before = reading.text[max(0, start - 1) : start + 1]
    return lexicon.commonness(before) < _TWO and not lexicon.is_kept(before)


def _is_surname_here(reading: Reading, start: int, end: int, surname: str) -> bool:
    title = reading.text[start + len(surname) : end]
    if surname in _FUNCTION_SURNAMES or title in _SHORT_TITLES:
        return reading.person[start] >= _SURE
    return True


def _compound(reading: Reading, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield a surname of two characters with the one or two after it."""
    text = reading.text
    for at in range(len(text) - 2):
        surname = text[at : at + 2]
        if surname not in lexicon.surnames or len(surname) < _TWO:
            continue
        rest = re.match(f"[{HAN}]{{1,2}}", text[at + 2 : at + 4])
        if rest and max(reading.person[at : at + 3]) >= _MAYBE:
            if is_function(rest[0]):
                yield at, at + 2
            else:
                yield at, _name_end(reading, at + 2, at + 2 + len(rest[0]))


def _name_end(reading: Reading, first: int, last: int) -> int:
    """Return where a given name that begins at `first` ends, `last` at most."""
    if last - first < _TWO or reading.person[last - 1] >= _SURE:
        return last
    return last - 1 if first + 1 in reading.ends else last


def _named(reading: Reading, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield what the text itself calls a name: 小名…, 外号「…」, 姓…."""
    for pattern in (_QUOTED, _PLAIN_NAME):
        for match in pattern.finditer(reading.text):
            if not _is_no_name(match[1], lexicon):
                yield match.span(1)
    for match in _SURNAMED.finditer(reading.text):
        if match[1] in lexicon.surnames:
            yield match.span(1)


def _is_no_name(word: str, lexicon: Lexicon) -> bool:
    if lexicon.is_kept(word) or word.casefold() in lexicon.keep_latin:
        return True
    return bool(_NOT_NAMED.search(word))


def _foreign(reading: Reading, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield transliterated names with a dot, names after an English title, half-Latin nicknames."""
    text = reading.text
    for match in _DOTTED.finditer(text):
        start, end = _dotted_name(reading, match.start(), match.end(), lexicon)
        name = text[start:end]
        if not lexicon.is_kept(name) and not any(p in lexicon.keep for p in name.split("·")):
            yield start, end
    for match in _SCRIPTS.finditer(text):
        yield match.span()
    for pattern in (_MIXED, _ENGLISH_TITLE):
        for match in pattern.finditer(text):
            if match[match.lastindex or 0].casefold() not in lexicon.keep_latin:
                yield match.span()


def _dotted_name(reading: Reading, start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """Return where the name with a dot begins and ends: 我和|王·芳|去了医院.

    A word of the model is not the name's if it is language and the model sees no name in it. At
    least one character stays on either side of the dots.
    """
    text = reading.text
    first, last = text.index("·", start), text.rindex("·", start, end)
    words = [t for t in reading.tokens if start <= t.start and t.end <= end]
    for word in words:
        if word.start == start and word.end < first and _is_language(reading, word, lexicon):
            start = word.end
    for word in words:
        if word.start > last + 1 and _is_past(reading, word.start, end):
            end = word.start
            break
    for word in reversed(words):
        if word.end == end and word.start > last + 1 and _is_language(reading, word, lexicon):
            end = word.start
    return start, end


def _is_past(reading: Reading, at: int, end: int) -> bool:
    """Return whether the model saw a name right before `at` and nothing of one behind it."""
    return reading.person[at - 1] >= _CERTAIN and max(reading.person[at:end]) < _MAYBE


def _is_language(reading: Reading, word: Token, lexicon: Lexicon) -> bool:
    text = reading.text[word.start : word.end]
    unlikely = max(reading.person[word.start : word.end]) < _SURE
    return unlikely and (is_function(text) or lexicon.commonness(text) >= _TWO)


def _latin(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield names in Latin letters."""
    for match in _CAPITALS.finditer(text):
        yield match.span(1)
    for match in _LATIN.finditer(text):
        found = _latin_name(match, lexicon)
        if found:
            yield found


def _latin_name(match: re.Match[str], lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the part of a run of capitalised words that is a name, if any."""
    words = list(re.finditer(r"[^\s]+", match[0]))
    while words and _is_term(words[0][0], lexicon):
        words.pop(0)
    while words and _is_term(words[-1][0], lexicon):
        words.pop()
    if not words or not _reads_as_name(match, [w[0] for w in words], lexicon):
        return None
    end = match.start() + words[-1].end()
    if words[-1][0].endswith(("'s", "’s")):
        end -= _TWO
    return match.start() + words[0].start(), end


def _is_term(word: str, lexicon: Lexicon) -> bool:
    return word.casefold().removesuffix("'s").strip(".") in lexicon.keep_latin


def _reads_as_name(match: re.Match[str], words: list[str], lexicon: Lexicon) -> bool:
    if any(word.removesuffix("'s") in lexicon.english for word in words):
        return True
    before = match.string[max(0, match.start() - 3) : match.start()]
    if re.search(f'[{HAN}][\\s“「"(]?$', before):
        return True
    if re.match(f'[\\s”」")]?[{HAN}]', match.string[match.end() : match.end() + 2]):
        return True
    return len(words) >= _TWO or not _SENTENCE_END.search(before)


def _labels(reading: Reading, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the speaker at the beginning of a line, if the label can be a name."""
    for match in _LABEL.finditer(reading.text):
        label, (start, end) = match[1], match.span(1)
        if lexicon.is_kept(label) or lexicon.commonness(label) > 1:
            continue
        if max(reading.person[start:end]) >= _SURE:
            yield start, end

"""Institutions: what the model calls one, and what ends like one after a name of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.deid.candidate import mean
from app.deid.surface import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.deid.lexicon import Lexicon
    from app.deid.reading import Reading
    from app.deid.tagging import Token

_SURE = 0.15
_MAYBE = 0.05
_LONGEST = 16
_INSIDE = frozenset(
    {"n", "nz", "nt", "ns", "LOC", "ORG", "PER", "nw", "m", "a", "vn", "j", "s", "f", "nr"}
)
_HAN_WORD = re.compile(f"[{HAN}0-9A-Za-z()]*[{HAN}][{HAN}0-9A-Za-z()]+")
_CUES = (
    "公司",
    "任职",
    "单位",
    "入职",
    "就职",
    "叫",
    "名为",
    "下称",
    "简称",
    "在",
    "去",
    "到",
    "(",
    "“",
    "「",
    '"',
    "讲到",
    "说到",
    "谈到",
)
_CALLED = re.compile(
    rf"(?:公司|店|铺面|单位|工厂|机构|营地|店名|平台|厂子|工作室|医院|学校)(?:名为?|叫做?|名叫|简称|下称|"
    rf":|[(])+[“「\"]?([{HAN}]{{2,9}})(?=[”」\"，。,)、;；]|$)"
)
_NUMBERED = re.compile(
    rf"(?P<head>[{HAN}]{{0,4}}?)(?:第?[一二三四五六七八九十]{{1,3}}|"
    rf"[0-9]{{1,2}})(?P<tail>附院|院|中|小|附中|附小|医院|中学|小学)(?![{HAN}]|"
    rf"[0-9])|"
    rf"(?P<head2>[{HAN}]{{0,4}}?)(?:第?[一二三四五六七八九十]{{1,3}})(?:附院|院|中|附中)(?=[的高初读上门住看毕旁心产精急儿妇老学保])"
)
_LATIN_ORG = re.compile(
    r"(?<![A-Za-z])(?:[A-Z][A-Za-z]+\s){1,4}(?:University|College|"
    r"School|Hospital|Clinic|Centre|Center|Institute|Inc|Ltd|Group|"
    r"International|Company|Academy|Bank)(?![A-Za-z])"
)


def find_organisations(reading: Reading, lexicon: Lexicon) -> Iterator[tuple[int, int, float]]:
    """Yield start, end and confidence of each institution in normalised text."""
    yield from _from_model(reading, lexicon)
    yield from _from_suffix(reading, lexicon)
    yield from _numbered(reading, lexicon)
    for match in _CALLED.finditer(reading.text):
        if not _is_plain(match[1], lexicon):
            yield match.start(1), match.end(1), 0.6
    for match in _LATIN_ORG.finditer(reading.text):
        yield match.start(), match.end(), 0.9


def _from_model(reading: Reading, lexicon: Lexicon) -> Iterator[tuple[int, int, float]]:
    for token in reading.tokens:
        likely = mean(reading.organisation, token.start, token.end)
        word = reading.text[token.start : token.end]
        if token.tag != "ORG" and likely < _SURE:
            continue
        if len(word) > 1 and _HAN_WORD.fullmatch(word) and not _is_plain(word, lexicon):
            yield token.start, token.end, max(likely, _MAYBE)


def _is_plain(word: str, lexicon: Lexicon) -> bool:
    """Return whether a word names no one institution: 医院, 心理咨询中心, 抖音."""
    if lexicon.is_kept(word) or lexicon.commonness(word) or word.casefold() in lexicon.keep_latin:
        return True
    return not _proper(word, lexicon)


def _proper(word: str, lexicon: Lexicon) -> str:
    """Return what is left of an institution's name without generic parts."""
    changed = True
    while changed and word:
        changed = False
        for part in (*lexicon.org_suffixes, *lexicon.org_generic):
            if word.endswith(part):
                word, changed = word.removesuffix(part), True
                break
            if word.startswith(part) and part in lexicon.org_generic:
                word, changed = word.removeprefix(part), True
                break
    return word


def _from_suffix(reading: Reading, lexicon: Lexicon) -> Iterator[tuple[int, int, float]]:
    by_end = {token.end: token for token in reading.tokens}
    for match in lexicon.institution_ending.finditer(reading.text):
        end = match.end()
        if end not in reading.ends and reading.organisation[end - 1] < _MAYBE:
            continue
        begin = _extend_left(reading, match.start(), by_end, lexicon)
        word = reading.text[begin:end]
        proper = _proper(word, lexicon)
        if not proper or len(word) < 3 or lexicon.commonness(word):  # noqa: PLR2004
            continue
        likely = mean(reading.organisation, begin, end)
        if match[0] in lexicon.org_weak and likely < _SURE:
            cued = reading.text[max(0, begin - 2) : begin].endswith(_CUES)
            if not cued or not _has_own_name(word, lexicon):
                continue
        if likely >= _MAYBE or _has_own_name(proper, lexicon):
            yield begin, end, max(likely, 0.6)


def _has_own_name(proper: str, lexicon: Lexicon) -> bool:
    """Return whether what is left is no ordinary word, hence a name."""
    return len(proper) > 1 and not lexicon.commonness(proper) and not lexicon.is_kept(proper)


def _extend_left(reading: Reading, start: int, by_end: dict[int, Token], lexicon: Lexicon) -> int:
    """Return where the name begins whose suffix starts at `start`."""
    begin = start
    if start not in by_end:
        inside = [t for t in reading.tokens if t.start < start < t.end]
        begin = inside[0].start if inside else start
    while begin in by_end and start - begin < _LONGEST:
        token = by_end[begin]
        word = reading.text[token.start : token.end]
        if not re.fullmatch(f"[{HAN}0-9A-Za-z]+", word) or not _belongs(reading, token, lexicon):
            break
        begin = token.start
    return begin


def _belongs(reading: Reading, token: Token, lexicon: Lexicon) -> bool:
    word = reading.text[token.start : token.end]
    if mean(reading.organisation, token.start, token.end) >= _SURE:
        return True
    if word in lexicon.roles or word in ("的", "在", "是", "去", "到", "从"):
        return False
    return token.tag in _INSIDE and word not in lexicon.countries


def _numbered(reading: Reading, lexicon: Lexicon) -> Iterator[tuple[int, int, float]]:
    """Yield 某地二中, 省六院, 十二中: a number before 中, 小 or 院."""
    for match in _NUMBERED.finditer(reading.text):
        start, end = match.span()
        head = match["head"] if match["head"] is not None else match["head2"]
        number_at = start + len(head)
        likely = max(reading.organisation[number_at:end]) >= _MAYBE
        place = max((reading.place[i] for i in range(number_at, end)), default=0.0) >= _MAYBE
        begin = _head_start(reading, start, number_at, lexicon)
        if likely or place or begin < number_at:
            yield begin, end, 0.7


def _head_start(reading: Reading, start: int, number_at: int, lexicon: Lexicon) -> int:
    """Return where the place or owner before the number begins."""
    for begin in range(start, number_at):
        word = reading.text[begin:number_at]
        if word in lexicon.short_places or word in ("省", "市", "县", "区", "医大", "交大"):
            return begin
        if (
            max(mean(reading.organisation, begin, number_at), mean(reading.place, begin, number_at))
            >= _SURE
        ):
            return begin
    return number_at

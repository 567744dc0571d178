"""Places: what the model or the gazetteer calls one, with the words that belong to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.deid.candidate import mean
from app.deid.surface import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.deid.lexicon import Lexicon
    from app.deid.reading import Reading

_SURE = 0.15
_MAYBE = 0.05
_HAN_WORD = re.compile(f"[{HAN}]{{2,12}}")
_LONGEST = 8
_COMMON = 3
_NOT_PLACES = frozenset({
    "家里", "学校", "医院", "公司", "小区", "社区", "村里", "县城",
    "县里", "市里", "镇上", "城里", "乡下", "农村", "城市", "老家",
    "区里", "省里", "街上", "路上", "山上", "海边", "河边", "湖边",
    "江边", "车站", "火车站", "高铁站", "地铁站", "机场", "公园", "广场",
    "大街", "马路", "大桥", "县医院", "市区", "郊区", "城区", "山区",
    "小镇", "小城", "老城", "市中心", "校园", "校区", "宿舍", "办公楼",
    "教室", "厨房", "客厅", "卧室", "阳台", "楼下", "楼上", "咨询室",
    "这里", "那里", "哪里",
})  # fmt: skip  # fmt: skip


def find_places(reading: Reading, lexicon: Lexicon) -> Iterator[tuple[int, int, float]]:
    """Yield start, end and confidence of each place in normalised text."""
    yield from _from_model(reading, lexicon)
    yield from _from_gazetteer(reading, lexicon)


def _from_model(reading: Reading, lexicon: Lexicon) -> Iterator[tuple[int, int, float]]:
    start, end = -1, -1
    for token in reading.tokens:
        likely = mean(reading.place, token.start, token.end) >= _SURE
        if token.tag != "LOC" and not likely:
            continue
        if token.start != end and start >= 0:
            yield from _accepted(reading, start, end, lexicon)
        start, end = (start if token.start == end else token.start), token.end
    if start >= 0:
        yield from _accepted(reading, start, end, lexicon)


def _accepted(
    reading: Reading, start: int, end: int, lexicon: Lexicon
) -> Iterator[tuple[int, int, float]]:
    """Yield a run of place words without countries, plain nouns and kept words."""
    end = _with_suffix(reading, end, lexicon)
    for country in lexicon.countries:
        if reading.text[start:end].startswith(country):
            start += len(country)
    word = reading.text[start:end]
    if not _HAN_WORD.fullmatch(word) or word in _NOT_PLACES or lexicon.is_kept(word):
        return
    if lexicon.commonness(word) > 0 and not _is_known(word, lexicon):
        return
    yield start, end, max(_MAYBE, mean(reading.place, start, end))


def _is_known(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.short_places or _is_whole(word, lexicon)


def _is_whole(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.counties or word in lexicon.cities or word in lexicon.provinces


def _with_suffix(reading: Reading, end: int, lexicon: Lexicon) -> int:
    """Return the end with the suffix that follows: 某某 + 火车站."""
    for suffix in lexicon.place_suffixes:
        if reading.text.startswith(suffix, end) and end + len(suffix) in reading.ends:
            return end + len(suffix)
    return end


def _from_gazetteer(reading: Reading, lexicon: Lexicon) -> Iterator[tuple[int, int, float]]:
    """Yield administrative places by name; short forms where nothing speaks against."""
    text = reading.text
    for at in range(len(text) - 1):
        if text[at] not in lexicon.place_heads:
            continue
        for size in range(min(_LONGEST, len(text) - at), 1, -1):
            word = text[at : at + size]
            if _is_known(word, lexicon):
                if _fits(reading, at, at + size, lexicon):
                    yield at, _with_suffix(reading, at + size, lexicon), 0.8
                break


def _fits(reading: Reading, start: int, end: int, lexicon: Lexicon) -> bool:
    word = reading.text[start:end]
    if end - start > 2 and _is_whole(word, lexicon):  # noqa: PLR2004
        return True
    likely = max(
        mean(reading.place, start, end),
        mean(reading.organisation, start, end),
    )
    if lexicon.commonness(word) or lexicon.is_kept(word):
        return likely >= _SURE
    aligned = start in reading.starts and end in reading.ends
    return likely >= _MAYBE or (aligned and max(reading.person[start:end]) < _MAYBE)

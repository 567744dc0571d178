"""How a Chinese name sounds, and which characters sound like it."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from pypinyin import Style, pinyin

_SURNAME_SOUNDS = {
    "单": "shan", "解": "xie", "曾": "zeng", "仇": "qiu", "区": "ou", "查": "zha", "任": "ren",
    "朴": "piao", "翟": "zhai", "盖": "ge", "尉": "yu", "召": "shao", "乐": "yue", "种": "chong",
    "重": "chong", "缪": "miao", "覃": "qin", "员": "yun", "折": "she", "黑": "he", "秘": "bi",
    "冼": "xian", "洗": "xian", "隗": "wei", "纪": "ji", "宓": "mi", "葛": "ge", "逄": "pang",
}  # fmt: skip
"""Characters that sound otherwise as a surname."""

_BLOCK = range(0x4E00, 0xA000)
_CONFUSED = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"))
"""Sounds that typists mix up: initials with and without h, endings with and without g."""


@lru_cache(maxsize=4096)
def readings(char: str) -> tuple[str, ...]:
    """Return the toneless readings of one character; the character itself if it has none."""
    found = pinyin(char, style=Style.NORMAL, heteronym=True, errors="default")
    return tuple(dict.fromkeys(found[0])) if found else (char,)


def syllables(name: str) -> list[tuple[str, ...]]:
    """Return how each character of `name` may be spelt, the surname's special sound first."""
    choices = []
    for at, char in enumerate(name):
        known = readings(char)
        if at == 0 and char in _SURNAME_SOUNDS:
            known = tuple(dict.fromkeys((_SURNAME_SOUNDS[char], *known)))
        choices.append(_variants(known))
    return choices


def _variants(known: tuple[str, ...]) -> tuple[str, ...]:
    """Add the keyboard's v and the passport's yu for ü."""
    out: list[str] = []
    for reading in known[:2]:
        plain = reading.replace("ü", "v")
        out.append(plain)
        if "v" in plain:
            out += [plain.replace("v", "u"), plain.replace("v", "yu")]
    return tuple(dict.fromkeys(out))


def sound(reading: str) -> str:
    """Return a key that is the same for readings which typists confuse."""
    for long, short in _CONFUSED:
        reading = reading.replace(long, short)
    return reading


def _itself(chars: str) -> str:
    """Keep a character without a reading, so that the rows stay side by side."""
    return chars


@lru_cache(maxsize=1)
def _by_sound() -> dict[str, str]:
    chars = [chr(code) for code in _BLOCK]
    found: dict[str, list[str]] = defaultdict(list)
    sounds = pinyin(chars, style=Style.NORMAL, errors=_itself)
    for char, reading in zip(chars, sounds, strict=True):
        found[sound(reading[0])].append(char)
    return {key: "".join(value) for key, value in found.items()}


@lru_cache(maxsize=1024)
def alike(char: str) -> str:
    """Return every character that sounds like `char`, itself among them."""
    found = "".join(_by_sound().get(sound(reading), "") for reading in readings(char))
    return found if char in found else found + char

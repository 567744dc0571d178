"""What makes a password good enough: length over composition, any Unicode, a short block-list.

After NIST SP 800-63B and OWASP ASVS 6.2: at least 8 characters, nothing truncated up to 1,000,
no composition rules, known bad ones refused. Text is normalised to NFC before it is measured.
"""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from app.domain.errors import WeakPassword

SHORTEST = 8
LONGEST = 1000
NORMALISER: Final = "NFC"

_COMMON = frozenset(
    [
        "12345678",
        "123456789",
        "1234567890",
        "11111111",
        "00000000",
        "88888888",
        "66666666",
        "87654321",
        "password",
        "password1",
        "passw0rd",
        "qwertyuiop",
        "qwerty123",
        "1qaz2wsx",
        "1q2w3e4r",
        "abcd1234",
        "a1234567",
        "a12345678",
        "aa123456",
        "abc12345",
        "iloveyou",
        "woaini1314",
        "woaini520",
        "5201314520",
        "13145200",
        "woaini123",
        "wodemima",
        "mimamima",
        "zxcvbnm123",
        "asdfghjkl",
        "letmein1",
        "admin123",
        "welcome1",
        "xinlizixun",
        "zixunshi",
        "xinxiaxinxia",
        "sunshine",
        "princess",
        "football",
        "baseball",
        "trustno1",
        "superman",
        "1234qwer",
        "qwer1234",
        "asdf1234",
        "zaq12wsx",
        "q1w2e3r4",
        "11223344",
        "12341234",
        "12121212",
        "31415926",
        "520131400",
        "anquanmima",
    ]
)
_RUNS = (
    "0123456789",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1qaz2wsx3edc4rfv5tgb",
    "一二三四五六七八九十",
    "甲乙丙丁戊己庚辛壬癸",
    "子丑寅卯辰巳午未申酉戌亥",
)
_RUN_LENGTH = 3
_REPEATED = re.compile(r"(.{2,}?)\1+", re.DOTALL)
_LETTERS = re.compile(r"[a-z]{3,}")
_VOWEL = re.compile(r"[aeiou]")
_WORD_BITS = 2.4
_CHINESE_BITS = 7.3
_REPEAT = 4
_MARKS = (40.0, 55.0, 75.0)


@dataclass(frozen=True)
class Strength:
    """An estimate of how hard a password is to guess; `level` is 0 (refused) to 4."""

    bits: float
    level: int


def normalise(password: str) -> str:
    """Return the password as it goes into the key derivation (NFC)."""
    return unicodedata.normalize(NORMALISER, password)


def estimate(password: str) -> Strength:
    """Return an estimate in bits: the size of each character's alphabet, less for runs and repeats.

    The estimate is meant to be low rather than high. Level 0 is what `check` refuses.
    """
    text = normalise(password[: LONGEST + 1])
    bits = _bits(text)
    if _refusal(text):
        return Strength(bits, 0)
    return Strength(bits, 1 + sum(bits >= mark for mark in _MARKS))


def check(password: str) -> None:
    """Raise `WeakPassword` with the reason `short`, `long`, `common` or `guessable`."""
    reason = _refusal(normalise(password))
    if reason:
        raise WeakPassword(reason)


def _refusal(text: str) -> str:
    """Return why the password is refused, or an empty string."""
    if len(text) < SHORTEST:
        return "short"
    if len(text) > LONGEST:
        return "long"
    if text.strip().casefold() in _COMMON:
        return "common"
    if len(_surprising(text)) * 2 < SHORTEST:
        return "guessable"
    return ""


def _surprising(text: str) -> str:
    """Return the characters that do not merely repeat or continue what stands before them."""
    folded = text.casefold()
    kept: list[str] = []
    for at, char in enumerate(folded):
        if char in folded[max(0, at - 2) : at] or _continues_run(folded, at):
            continue
        piece = folded[max(0, at - _REPEAT + 1) : at + 1]
        if len(piece) == _REPEAT and piece in folded[:at]:
            continue
        kept.append(char)
    return "".join(kept)


def _continues_run(text: str, at: int) -> bool:
    """Return whether the character at `at` is the third or later of a keyboard or number run."""
    piece = text[at - _RUN_LENGTH + 1 : at + 1]
    if len(piece) < _RUN_LENGTH:
        return False
    return any(piece in run or piece in run[::-1] for run in _RUNS)


def _bits(text: str) -> float:
    """Return bits of the surprising characters of a text; words count less than their letters."""
    kept = _surprising(_REPEATED.sub(r"\1", text.casefold()))
    wordlike = sum(len(run) for run in _LETTERS.findall(kept) if _VOWEL.search(run))
    spared = wordlike * (math.log2(26) - _WORD_BITS)
    return sum(_alphabet_bits(char) for char in kept) - spared


def _alphabet_bits(char: str) -> float:
    """Return log2 of the size of the alphabet that `char` comes from."""
    if char.isdigit():
        return math.log2(10)
    if char.isascii():
        return math.log2(26) if char.isalpha() else math.log2(33)
    # A character of running Chinese; drawn at random it would be worth eleven.
    return _CHINESE_BITS

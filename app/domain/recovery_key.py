"""The recovery key: 160 random bits as eight groups of four characters and a check character.

The alphabet is Crockford's base 32. The check character of a group is a sum over GF(32) of its
characters weighted by powers of a generator, with the group's number as a constant, so that any
one wrong character, any two swapped neighbours and any two swapped groups are noticed.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from app.domain.errors import RecoveryKeyMistyped

if TYPE_CHECKING:
    from collections.abc import Sequence

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BITS = 160
GROUPS = 8
GROUP_LENGTH = 4
_SYMBOL_BITS = 5
_FIELD = 32
_POLYNOMIAL = 0b100101  # x^5 + x^2 + 1, primitive over GF(2)
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})


def _times(a: int, b: int) -> int:
    """Return the product of `a` and `b` in GF(32)."""
    product = 0
    while b:
        if b & 1:
            product ^= a
        a <<= 1
        if a & _FIELD:
            a ^= _POLYNOMIAL
        b >>= 1
    return product


def _check(symbols: Sequence[int], number: int) -> int:
    """Return the check symbol of group `number`, counted from 0."""
    total = number + 1
    weight = 1
    for symbol in symbols:
        weight = _times(weight, 2)
        total ^= _times(symbol, weight)
    return total


def to_groups(secret: bytes) -> tuple[str, ...]:
    """Return the eight groups (five characters each) that stand for 20 secret bytes."""
    if len(secret) * 8 != BITS:
        raise ValueError(f"a recovery key has {BITS} bits")
    value = int.from_bytes(secret, "big")
    count = GROUPS * GROUP_LENGTH
    symbols = [value >> (_SYMBOL_BITS * (count - 1 - at)) & (_FIELD - 1) for at in range(count)]
    groups = []
    for number in range(GROUPS):
        part = symbols[number * GROUP_LENGTH : (number + 1) * GROUP_LENGTH]
        groups.append("".join(ALPHABET[s] for s in (*part, _check(part, number))))
    return tuple(groups)


def clean(text: str) -> str:
    """Return typed text in capitals without spaces and dashes; O, I and L become 0, 1 and 1.

    Full-width letters, which a Chinese input method makes, count as the usual ones.
    """
    wide = unicodedata.normalize("NFKC", text)
    kept = "".join(char for char in wide.upper() if char.isalnum())
    return kept.translate(_LOOKALIKES)


def group_matches(typed: str, number: int) -> bool:
    """Return whether `typed` is a well-formed group `number` (from 0) with its check right."""
    text = clean(typed)
    if len(text) != GROUP_LENGTH + 1 or any(char not in ALPHABET for char in text):
        return False
    symbols = [ALPHABET.index(char) for char in text]
    return _check(symbols[:-1], number) == symbols[-1]


def from_text(text: str) -> bytes:
    """Return the 20 secret bytes of a typed recovery key.

    Raises `RecoveryKeyMistyped` with the number of the first wrong group (from 1), or 0 when the
    length is wrong.
    """
    kept = clean(text)
    size = GROUP_LENGTH + 1
    if len(kept) != GROUPS * size:
        raise RecoveryKeyMistyped(0)
    value = 0
    for number in range(GROUPS):
        group = kept[number * size : (number + 1) * size]
        if not group_matches(group, number):
            raise RecoveryKeyMistyped(number + 1)
        for char in group[:-1]:
            value = value << _SYMBOL_BITS | ALPHABET.index(char)
    return value.to_bytes(BITS // 8, "big")

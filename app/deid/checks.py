"""Check digits: arithmetic that tells a number of a kind from any other number."""

from __future__ import annotations

import re

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_ID_LENGTH = 18
_DOUBLED_LIMIT = 9
_MONTHS = 12
_DAYS = 31


def resident_id_valid(number: str) -> bool:
    """Return whether an 18-character resident number satisfies mod 11-2."""
    if not re.fullmatch(r"[0-9]{17}[0-9Xx]", number):
        return False
    total = sum(int(d) * w for d, w in zip(number, _ID_WEIGHTS, strict=False))
    return _ID_CHECKS[total % 11] == number[-1].upper()


def resident_id_dated(number: str) -> bool:
    """Return whether the birth date inside a resident number can be one; typing slips pass."""
    if not re.fullmatch(r"[1-9][0-9]{16}[0-9Xx]", number) or len(number) != _ID_LENGTH:
        return False
    century, month, day = number[6:8], int(number[10:12]), int(number[12:14])
    return century in ("18", "19", "20") and 1 <= month <= _MONTHS and 1 <= day <= _DAYS


def old_id_dated(number: str) -> bool:
    """Return whether a 15-digit number of the old kind holds a possible birth date."""
    if not re.fullmatch(r"[1-8][0-9]{14}", number):
        return False
    return 1 <= int(number[8:10]) <= _MONTHS and 1 <= int(number[10:12]) <= _DAYS


def luhn_valid(number: str) -> bool:
    """Return whether the digits satisfy Luhn's check, as bank cards do."""
    if not number.isascii() or not number.isdigit():
        return False
    total = 0
    for at, char in enumerate(reversed(number)):
        digit = int(char) * (2 if at % 2 else 1)
        total += digit - 9 if digit > _DOUBLED_LIMIT else digit
    return total % 10 == 0

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.deid.checks import luhn_valid, old_id_dated, resident_id_dated, resident_id_valid

WEIGHTS = [pow(2, 17 - i, 11) for i in range(17)]


def with_check(body: str) -> str:
    """The standard's own definition: the weighted sum with the check is 1 modulo 11."""
    total = sum(int(d) * w for d, w in zip(body, WEIGHTS, strict=True))
    value = (1 - total) % 11
    return body + ("X" if value == 10 else str(value))


@given(st.from_regex(r"[1-9][0-9]{16}", fullmatch=True))
def test_a_resident_id_holds_with_its_check_and_with_no_other(body):
    right = with_check(body)
    assert resident_id_valid(right)
    assert resident_id_valid(right.lower())
    assert sum(resident_id_valid(body + c) for c in "0123456789X") == 1


@given(st.from_regex(r"[0-9]{12,18}", fullmatch=True))
def test_luhn_has_one_check_digit(body):
    assert sum(luhn_valid(body + c) for c in "0123456789") == 1


@given(st.from_regex(r"[0-9]{15}", fullmatch=True), st.integers(0, 14))
def test_luhn_notices_one_wrong_digit(number, at):
    changed = number[:at] + str((int(number[at]) + 1) % 10) + number[at + 1 :]
    assert not (luhn_valid(number) and luhn_valid(changed))


@pytest.mark.parametrize("number", ["", "12", "1234567890123456789", "abc"])
def test_other_things_are_no_resident_id(number):
    assert not resident_id_valid(number)
    assert not resident_id_dated(number)


def test_dates_inside_numbers():
    assert resident_id_dated("110101199013010010") is False
    assert resident_id_dated("110101199012310010")
    assert old_id_dated("110101901231001")
    assert not old_id_dated("110101901331001")
    assert not old_id_dated("1")
    assert not luhn_valid("１２")

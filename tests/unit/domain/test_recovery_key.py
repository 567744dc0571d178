"""A typed recovery key: every slip of a finger is noticed, and no harmless difference matters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import RecoveryKeyMistyped
from app.domain.recovery_key import ALPHABET, clean, from_text, group_matches, to_groups

SECRET = bytes.fromhex("00112233445566778899aabbccddeeff01234567")
GROUPS = to_groups(SECRET)
TEXT = "".join(GROUPS)

pytestmark = pytest.mark.promise(25)


@given(st.binary(min_size=20, max_size=20))
def test_what_is_printed_reads_back(secret):
    groups = to_groups(secret)
    assert len(groups) == 8
    assert all(len(group) == 5 for group in groups)
    assert from_text("-".join(groups)) == secret


@pytest.mark.parametrize("length", [0, 19, 21])
def test_only_160_bits_make_a_key(length):
    with pytest.raises(ValueError, match="160"):
        to_groups(bytes(length))


def test_every_wrong_character_is_noticed_in_its_group():
    for at, right in enumerate(TEXT):
        for wrong in ALPHABET:
            if wrong == right:
                continue
            with pytest.raises(RecoveryKeyMistyped) as refused:
                from_text(TEXT[:at] + wrong + TEXT[at + 1 :])
            assert refused.value.group == at // 5 + 1


def test_every_swap_of_neighbours_is_noticed():
    for at in range(len(TEXT) - 1):
        swapped = TEXT[:at] + TEXT[at + 1] + TEXT[at] + TEXT[at + 2 :]
        if swapped == TEXT:
            continue
        with pytest.raises(RecoveryKeyMistyped):
            from_text(swapped)


def test_every_swap_of_groups_is_noticed():
    for one in range(8):
        for other in range(one):
            groups = list(GROUPS)
            groups[one], groups[other] = groups[other], groups[one]
            with pytest.raises(RecoveryKeyMistyped):
                from_text("".join(groups))


@pytest.mark.parametrize("text", ["", TEXT[:-1], TEXT + "0", "🔑"])
def test_a_wrong_length_is_said_of_the_whole(text):
    with pytest.raises(RecoveryKeyMistyped) as refused:
        from_text(text)
    assert refused.value.group == 0


@pytest.mark.parametrize("strange", ["U", "中", "é", "²"])
def test_a_strange_character_is_a_wrong_group(strange):
    with pytest.raises(RecoveryKeyMistyped) as refused:
        from_text(strange + TEXT[1:])
    assert refused.value.group == 1


def test_case_spaces_and_dashes_do_not_matter():
    for typed in (TEXT.lower(), " - ".join(GROUPS), "\n".join(GROUPS), f"\u3000{TEXT}\t"):
        assert from_text(typed) == SECRET


def test_lookalikes_are_taken_for_what_was_printed():
    typed = TEXT.replace("0", "o").replace("1", "l")
    assert typed != TEXT
    assert from_text(typed) == SECRET
    assert from_text(TEXT.replace("0", "O").replace("1", "i")) == SECRET
    assert clean("oO0 iIlL1") == "000" + "11111"


def test_a_group_is_judged_while_it_is_typed():
    assert [group_matches(group, at) for at, group in enumerate(GROUPS)] == [True] * 8
    assert not group_matches(GROUPS[0], 1)
    assert not group_matches(GROUPS[0][:4], 0)
    assert not group_matches(GROUPS[0][:4] + "U", 0)

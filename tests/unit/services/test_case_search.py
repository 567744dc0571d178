"""Who searches the notes for a client's name is offered the case."""

from __future__ import annotations

import pytest

from app.domain.client import Profile
from app.services import case_locks, case_search


@pytest.mark.parametrize(
    ("typed", "found"),
    [("林", ["H-017"]), (" 林晓禾 ", ["H-017"]), ("晓禾", ["H-017"]), ("小林", ["H-017"]),
     ("lin", ["H-017"]), ("LXH", ["H-017"]), ("linxiaohe", ["H-017"]), ("h-017", ["H-017"]),
     ("林 017", ["H-017"]), ("😀䶮", ["X"]), ("禾", []), ("h", []), ("linx", []), ("焦虑", []),
     ("", []), (" ", [])],
)  # fmt: skip
def test_a_case_is_found_by_what_its_client_is_called(desk, typed, found):
    desk.case("H-017", Profile(name="林晓禾", aliases=("小林",)))
    desk.case("X", Profile(aliases=("😀䶮",)))
    desk.case("Y")
    assert [one.code for one in case_search.called(desk.vault, typed)] == found


def test_there_are_a_few_at_most_in_the_order_of_the_names(desk):
    for number in range(7):
        desk.case(f"A-{number}", Profile(name=f"张{'七六五四三二一'[number]}"))
    found = case_search.called(desk.vault, "张")
    assert [one.name for one in found] == ["张二", "张六", "张七", "张三", "张四"]
    assert "张" not in repr(found)


def test_nothing_is_known_of_one_that_is_shut(desk):
    case = desk.case("H-017", Profile(name="林晓禾"))
    case_locks.set_password(desk.vault, desk.clock, case, "雨天的第二只箱子", recovery=False)
    case_locks.shut(desk.vault, desk.clock, case)
    assert case_search.called(desk.vault, "林晓禾") == ()
    assert case_search.called(desk.vault, "H-017") == ()

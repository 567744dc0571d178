"""A search shows the code name of each hit's case and how many there are."""

from __future__ import annotations

from app.services import search


def test_hits_carry_the_code_name_of_their_case(desk):
    one, two = desk.case("A"), desk.case("B")
    desk.signed(one, "焦虑")
    note = desk.signed(two, "很焦虑")
    desk.amend(note, "不焦虑了")
    page = search.find(desk.vault, "焦虑")
    assert [found.code for found in page.found] == ["B", "B", "A"]
    assert (page.count, page.more) == (3, False)
    first = search.find(desk.vault, "焦虑", limit=2)
    assert (len(first.found), first.count, first.more) == (2, 2, True)
    assert search.count(desk.vault, "焦虑") == 3
    last = search.find(desk.vault, "焦虑", limit=2, offset=2)
    assert (len(last.found), last.count, last.more) == (1, 3, False)


def test_nothing_found(desk):
    page = search.find(desk.vault, "没有")
    assert (page.found, page.count, page.more) == ((), 0, False)

"""The palette finds a page by what counselors call it; each word belongs to a page."""

from __future__ import annotations

import pytest

from app.domain.rank import Spelt, rank
from ui.command_places import OF_A_CASE, PLACES
from ui.palette_words import called, every


def test_every_word_belongs_to_a_page_and_stands_there_once() -> None:
    assert set(every()) <= {*PLACES, *OF_A_CASE}
    assert all(len(found) == len(set(found)) and all(found) for found in every().values())
    assert called("no such page") == ((), ())


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        *((one, "screen") for one in ("适合", "适宜", "禁忌", "suitability")),
        *(("自杀", "risk"), ("suicide", "risk"), ("回访", "follow"), ("转诊", "referral")),
        *(("termination", "ending"), ("家系图", "genogram"), ("保密例外", "disclosure")),
        *(("资质", "practice"), ("年报", "statistics"), ("耗竭", "self_care")),
        *(("广告", "decisions"), ("双重关系", "decisions")),
    ],
)
def test_a_page_is_found_by_what_it_is_called(typed: str, key: str) -> None:
    said, latin = called(key)
    assert rank(typed, Spelt(said, (), latin)) in {0, 2}, "offered for every case"

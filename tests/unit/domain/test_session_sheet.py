"""The sheet of a session survives being kept, whatever was filled in."""

from __future__ import annotations

import json
from dataclasses import replace

from app.domain.client import Place
from app.domain.risk import RiskLevel
from app.domain.session_sheet import (
    IdentityCheck,
    Opening,
    SessionSheet,
    Surroundings,
    sheet_from_mapping,
    sheet_to_mapping,
)

FULL = SessionSheet(
    client_place=Place("大理", "Asia/Shanghai"),
    counselor_place=Place("杭州", "Asia/Shanghai"),
    channel="会议",
    identity=IdentityCheck.WORD,
    identity_how="约定的口令",
    mine=frozenset(Surroundings),
    theirs=frozenset({Surroundings.QUIET}),
    third_person=True,
    third_person_who="孩子进来过一次",
    interrupted=4,
    handling="打电话续上",
    opening=frozenset({Opening.GREETED, Opening.NO_RECORDING}),
    mood="平静",
    risk=RiskLevel.MIDDLE,
    problem="睡眠",
    complaint="睡不好",
    danger="无",
    work="倾听",
    referral="无",
    confirmed=True,
    unconfirmed="电话，挂断后没有再打来",
    remedy="补充资料",
    edition="1",
    came=("林晓禾", "王芳"),
    absent=("王芳",),
    absence="请了假",
)


def test_a_sheet_comes_back_as_it_was_kept():
    kept = json.loads(json.dumps(sheet_to_mapping(FULL)))
    assert sheet_from_mapping(kept) == FULL
    assert sheet_from_mapping(sheet_to_mapping(SessionSheet())) == SessionSheet()


def test_who_comes_alone_leaves_no_word_of_who_came_nor_of_what_was_never_asked():
    alone = sheet_to_mapping(replace(FULL, came=(), absent=(), absence="", unconfirmed=""))
    assert not {"came", "absent", "absence", "unconfirmed"} & set(alone)
    assert FULL.together
    assert not sheet_from_mapping(alone).together


def test_what_is_not_known_is_left_and_what_is_missing_is_empty():
    assert sheet_from_mapping({"mood": "低落", "later": 1}) == SessionSheet(mood="低落")


def test_only_a_sheet_with_something_in_it_is_not_empty():
    assert SessionSheet().empty
    assert not FULL.empty


def test_a_sheet_shows_none_of_its_words():
    assert "睡" not in repr(FULL)
    assert "大理" not in repr(FULL)
    assert "王芳" not in repr(FULL)
    assert "假" not in repr(FULL)

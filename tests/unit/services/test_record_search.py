"""Words of sheets, formulations and genograms are found under their case's key, in no index."""

from __future__ import annotations

import pytest

from app.domain.as_json import as_json
from app.domain.client import Place, Profile
from app.domain.entry import EntryKind
from app.domain.genogram import Genogram, Person
from app.domain.record_words import VERSIONS, RecordPart
from app.domain.session_sheet import SessionSheet
from app.services import case_locks, destruction, record_search
from tests.vault.fixtures import EARLY, PASSWORD

LOCK = "雨天窗台上的三盆绿萝"
ODD = "䶮𬱖ㄅ 🌱\u202e"
FORMULATION = {
    "scheme": "free",
    "parts": [{"key": "all", "title": "怎样理解", "text": "围着灯塔转"}],
    "goals": f"自己睡着 {ODD}",
    "methods": "写日记",
}
GENOGRAM = as_json(Genogram((Person(1, name="林晓禾"), Person(2, name="灯塔看守人", note=ODD))))


@pytest.fixture
def case(desk):
    return desk.case("H-017", Profile(name="禾木", counselor_place=Place("上海", "Asia/Shanghai")))


def fill(desk, case):
    note = desk.draft(case, "正文里没有。")
    session = desk.vault.sessions.get(desk.vault.notes.get(note).session_id)
    sheet = SessionSheet(complaint=f"「灯塔」灭了 {ODD}", came=("林晓禾", "陈树"), absent=("王芳",))
    with desk.vault.transaction():
        desk.vault.entries.save_sheet(session, sheet, desk.clock.now())
        desk.vault.entries.add(case, EntryKind.FORMULATION, desk.clock.now(), FORMULATION)
        desk.vault.entries.add(case, EntryKind.GENOGRAM, desk.clock.now(), GENOGRAM)
    return note


def parts(desk, words, most=50):
    return [one.hit.part for one in record_search.find(desk.vault, words, most)]


def test_each_of_them_is_found_and_says_where(desk, case):
    note = fill(desk, case)
    found = record_search.find(desk.vault, "灯塔")
    assert [one.hit.part for one in found] == [
        RecordPart.GENOGRAM,
        RecordPart.FORMULATION,
        RecordPart.SHEET,
    ]
    assert {(one.code, one.name, one.hit.case_id) for one in found} == {("H-017", "禾木", case)}
    assert [one.hit.note_id for one in found] == [0, 0, note]
    for one in found:
        start, end = (place - one.hit.snippet_start for place in (one.hit.start, one.hit.end))
        assert one.hit.snippet[start:end] == "灯塔"
    assert parts(desk, "王芳") == [RecordPart.SHEET]
    assert parts(desk, "𬱖ㄅ") == [RecordPart.GENOGRAM, RecordPart.FORMULATION, RecordPart.SHEET]
    assert parts(desk, "灯塔", 1) == [RecordPart.GENOGRAM]
    assert parts(desk, "没有这个") == []


FILED = {
    EntryKind.DISCLOSURE: ({"recipient": "L1", "order": {"number": "L2"}}, RecordPart.DISCLOSURE),
    EntryKind.DISCLOSURE_FOLLOW: ({"disclosure": 1, "response": "L1"}, RecordPart.DISCLOSURE),
    EntryKind.SUPERVISION: (
        {"feedback": "L1", "actions": ["L2"]},
        RecordPart.SUPERVISION,
    ),
    EntryKind.SUPERVISION_DONE: (
        {"supervision": 1, "action": 0, "outcome": "L1"},
        RecordPart.SUPERVISION,
    ),
    EntryKind.ETHICS: ({"decision": "L1", "review": "L2"}, RecordPart.ETHICS),
    EntryKind.REFERRAL: (
        {"receiver": {"to": "L1"}, "passed": {"person": [["name", "L2"]]}},
        RecordPart.REFERRAL,
    ),
    EntryKind.REFERRAL_STEP: ({"referral": 1, "words": "L1"}, RecordPart.REFERRAL),
    EntryKind.ENDING: ({"on": "2026-03-02", "course": "L1", "left": "L2"}, RecordPart.ENDING),
    EntryKind.REOPENING: ({"why": "L1"}, RecordPart.ENDING),
    EntryKind.FOLLOW_PLAN: ({"days": ["2026-03-02"], "way": "L1"}, RecordPart.FOLLOW_UP),
    EntryKind.FOLLOW_UP: ({"found": "L1", "onward": "L2"}, RecordPart.FOLLOW_UP),
    EntryKind.LEGAL_HOLD: ({"authority": "L1", "reason": "L2"}, RecordPart.HOLD),
    EntryKind.HOLD_LIFTED: ({"hold": 1, "why": "L1"}, RecordPart.HOLD),
    EntryKind.CLIENT_REQUEST: ({"kind": "see", "said": "L1"}, RecordPart.REQUEST),
    EntryKind.REQUEST_ANSWER: ({"request": 1, "reason": "L1", "law": "L2"}, RecordPart.REQUEST),
    EntryKind.IMPORTED: ({"text": "L1 L2", "day": "2026-03-02"}, RecordPart.IMPORTED),
}


def test_what_the_hard_days_wrote_is_found_by_every_word_of_it(desk, case):
    with desk.vault.transaction():
        for kind, (value, _) in FILED.items():
            desk.vault.entries.add(case, kind, desk.clock.now(), value)
    assert parts(desk, "L1") == [part for _, part in FILED.values()][::-1]
    both = [part for value, part in FILED.values() if "L2" in str(value)]
    assert parts(desk, "L2") == both[::-1]
    assert {*parts(desk, "L1")} == {*RecordPart} - VERSIONS - {RecordPart.SHEET}
    for unsaid in ("2026-03-02", "see", "name"):
        assert parts(desk, unsaid) == [], "a day and a choice are no words"


def test_of_several_versions_the_last_that_holds_the_words_is_found(desk, case):
    fill(desk, case)
    later = {**FORMULATION, "goals": "灯塔亮了", "parts": []}
    with desk.vault.transaction():
        desk.vault.entries.add(case, EntryKind.FORMULATION, desk.clock.now(), later)
    (found,) = [
        one.hit
        for one in record_search.find(desk.vault, "灯塔")
        if one.hit.part is RecordPart.FORMULATION
    ]
    assert found.snippet.startswith("灯塔亮了")
    assert parts(desk, "围着") == [RecordPart.FORMULATION], "an earlier version still holds it"


@pytest.mark.promise(39)
def test_of_a_shut_case_nothing_is_read_and_nothing_lies_in_the_index(desk, case):
    fill(desk, case)
    case_locks.set_password(desk.vault, desk.clock, case, LOCK, recovery=False)
    assert len(parts(desk, "灯塔")) == 3, "while it is open it is searched"
    case_locks.shut(desk.vault, desk.clock, case)
    assert parts(desk, "灯塔") == []
    rows = desk.vault.connection.execute("SELECT block FROM words_data").fetchall()
    assert not [row for row in rows if "灯".encode() in bytes(row[0])]
    case_locks.open_case(desk.vault, desk.clock, case, LOCK)
    assert len(parts(desk, "灯塔")) == 3


def test_no_word_of_them_ever_enters_the_index(desk, case):
    fill(desk, case)
    rows = desk.vault.connection.execute("SELECT block FROM words_data").fetchall()
    assert not [row for row in rows if "灯".encode() in bytes(row[0])]
    assert desk.vault.search.count("灯塔") == 0


def test_with_its_case_they_are_gone(desk, case):
    fill(desk, case)
    desk.case("B")
    destruction.mark(desk.vault, desk.clock, case, EARLY)
    destruction.destroy(desk.vault, desk.clock, case, (PASSWORD, "H-017"))
    assert parts(desk, "灯塔") == []

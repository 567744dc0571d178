"""Answers come into the vault whole, once, sealed, and go with their case."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from app.domain.answer_case import Why
from app.domain.answer_column import Becomes, guess
from app.domain.answer_table import table_of
from app.domain.audit import AuditKind
from app.domain.case import ServiceMode
from app.domain.client import Place, Profile
from app.domain.entry import EntryKind
from app.domain.errors import CaseLocked, FieldInvalid
from app.services import case_locks, cases, destruction, questionnaires
from app.services.questionnaires import How, Placed, Standing
from tests.vault.fixtures import EARLY, PASSWORD
from tests.vault.pages import plain_pages

pytestmark = pytest.mark.clause("062")
HEADS = ["序号", "提交答卷时间", "您的姓名", "手机号", "颜色"]
ONE = ["1", "2026/3/1 8:01:02", "韩梅梅 䶮", "138 0000 0001", "蓝 🌱\u202e"]
TWO = ["2", "2026/3/2 9:00", "", "", "红"]
COLUMNS = guess(HEADS)
HOW = How(COLUMNS, ServiceMode.ONLINE)
TABLE = table_of([HEADS, ONE, TWO])
LOCK = "雨天窗台上的三盆绿萝"


def take(desk, *placed, table=TABLE):
    return questionnaires.take_in(desk.vault, desk.clock, placed, table, HOW)


def stand(desk, table=TABLE):
    return questionnaires.lines(desk.vault, desk.clock, table, COLUMNS)


def test_columns_are_guessed_and_then_remembered_for_the_same_heads(desk):
    first = questionnaires.begin(desk.vault, TABLE)
    assert (first.columns, first.remembered) == (COLUMNS, False)
    chosen = (*COLUMNS[:4], Becomes.SEEKS)
    questionnaires.lines(desk.vault, desk.clock, TABLE, chosen)
    again = questionnaires.begin(desk.vault, TABLE)
    assert (again.columns, again.remembered) == (chosen, True)
    other = table_of([[*HEADS, "新题"], [*ONE, "x"]])
    assert not questionnaires.begin(desk.vault, other).remembered


@pytest.mark.promise(26, 29)
@pytest.mark.clause("132")
def test_a_file_without_heads_leaves_no_word_of_the_first_answer_behind(desk):
    """Its first row is taken for heads, and the page remembers what became of them."""
    bare = table_of([["1", "韩梅梅ZEBRA", "睡不着"], ["2", "李雷", "吵架"]])
    chosen = (Becomes.SERIAL, Becomes.NAME, Becomes.SEEKS)
    questionnaires.lines(desk.vault, desk.clock, bare, chosen)
    assert questionnaires.begin(desk.vault, bare).columns == chosen
    pages = plain_pages(desk.vault.folder / "vault.db", desk.vault.raw_key())
    for word in ("韩梅梅", "ZEBRA", "睡不着"):
        assert word.encode() not in pages
        assert json.dumps(word)[1:-1].encode() not in pages


def test_of_very_many_questionnaires_the_last_are_remembered(desk):
    settings = desk.vault.settings
    for number in range(25):
        settings.remember_answer_columns([str(number)], ["name"])
    assert settings.answer_columns(["24"]) == ("name",)
    assert settings.answer_columns(["0"]) == ()


def test_an_answer_becomes_a_case_with_an_entry_and_lines_in_the_trail(desk):
    (taken,) = take(desk, Placed(TABLE.rows[0], code="Q-001"))
    assert (taken.number, taken.code, taken.new, taken.shut) == (2, "Q-001", True, False)
    profile = desk.vault.clients.of_case(taken.case_id).profile
    assert (profile.name, profile.phone) == ("韩梅梅 䶮", "138 0000 0001")
    page = questionnaires.answers(desk.vault, desk.clock, taken.case_id)
    ((at, kept),) = page.answers
    assert at == desk.clock.at
    assert kept.answers == (("颜色", "蓝 🌱\u202e"),)
    assert kept.sent == "2026/3/1 8:01:02"
    kinds = [one.kind for one in desk.vault.audit.entries()]
    assert {AuditKind.CASE_OPENED, AuditKind.QUESTIONNAIRE_TAKEN_IN} <= set(kinds)


def test_no_word_of_it_lies_open_in_the_rows(desk):
    take(desk, Placed(TABLE.rows[0], code="Q-001"))
    held = desk.vault.connection.execute(
        "SELECT sealed FROM entries UNION SELECT mark FROM answer_marks"
        " UNION SELECT content FROM answer_marks"
    )
    for (data,) in held.fetchall():
        for word in ("韩梅梅", "138", "蓝", "2026"):
            assert word.encode() not in data


@pytest.mark.parametrize(
    ("row", "standing"),
    [
        (ONE, Standing.KNOWN),
        ([*ONE[:4], "绿"], Standing.CHANGED),
        (TWO, Standing.NEW),
    ],
)
def test_what_is_in_the_vault_is_known_when_it_comes_again(desk, row, standing):
    (taken,) = take(desk, Placed(TABLE.rows[0], code="Q-001"))
    (line,) = stand(desk, table_of([["标题"], HEADS, row]))
    assert line.standing is standing
    assert line.case_id == (None if standing is Standing.NEW else taken.case_id)


def test_the_same_answer_twice_in_a_file_is_named(desk):
    first, second, third = stand(desk, table_of([HEADS, ONE, TWO, ONE]))
    assert (first.standing, second.standing, third.standing) == (
        Standing.NEW,
        Standing.NEW,
        Standing.TWIN,
    )
    assert third.twin == 2


@pytest.mark.parametrize(
    ("name", "phone", "row", "sure"),
    [
        ("韩梅梅 䶮", "138 0000 0001", 2, True),
        (" 韩梅梅  䶮", "138-0000-0001", 2, True),
        (" 韩梅梅  䶮", "", 2, False),
        ("李雷", "138-0000-0001", 2, False),
        ("李雷", "138", 0, False),
        ("", "", 0, False),
    ],
)
def test_one_person_twice_in_a_file_is_pointed_out(desk, name, phone, row, sure):
    again = ["3", "2026/3/5 8:00", name, phone, "绿"]
    first, _, third = stand(desk, table_of([HEADS, ONE, TWO, again]))
    assert (first.beside.row, first.plain) == (0, True)
    assert third.standing is Standing.NEW
    assert (third.beside.row, third.beside.sure, third.plain) == (row, sure, not row)


@pytest.mark.parametrize("at_once", [True, False])
def test_what_one_person_sent_twice_goes_into_one_case_and_nothing_is_lost(desk, at_once):
    again = ["3", "2026/3/5 8:00", "韩梅梅 䶮", "139 0000 0009", "绿"]
    table = table_of([HEADS, ONE, again])
    placed = [Placed(table.rows[0], code="Q-001"), Placed(table.rows[1], beside=2)]
    if at_once:
        first, second = take(desk, *placed, table=table)
    else:
        (first,) = take(desk, placed[0], table=table)
        (second,) = take(desk, replace(placed[1], case_id=first.case_id), table=table)
    assert (first.new, second.new, second.case_id) == (True, False, first.case_id)
    assert desk.vault.clients.of_case(first.case_id).profile.phone == "138 0000 0001"
    kept = desk.vault.entries.of_case(first.case_id, EntryKind.QUESTIONNAIRE)
    assert kept[1].value["answers"] == [["手机号", "139 0000 0009"], ["颜色", "绿"]]


@pytest.mark.clause("144")
def test_of_a_column_that_is_left_out_nothing_comes_into_the_vault(desk):
    table = table_of([[*HEADS, "来自IP"], [*ONE, "203.0.113.9(四川)"]])
    columns = questionnaires.begin(desk.vault, table).columns
    assert columns[-1] is Becomes.OUT
    how = How(columns, ServiceMode.ONLINE)
    placed = (Placed(table.rows[0], code="Q-001"),)
    (taken,) = questionnaires.take_in(desk.vault, desk.clock, placed, table, how)
    (entry,) = desk.vault.entries.of_case(taken.case_id, EntryKind.QUESTIONNAIRE)
    assert entry.value == {"answers": [["颜色", "蓝 🌱\u202e"]], "sent": "2026/3/1 8:01:02"}
    (again,) = questionnaires.lines(desk.vault, desk.clock, table, columns)
    assert again.standing is Standing.KNOWN


@pytest.mark.parametrize(
    ("said", "taken"),
    [("1999-13-40", ""), ("2099-01-01", ""), ("1899-1-1", ""), ("1999-1-4", "1999-1-4")],
)
def test_a_birth_date_that_cannot_be_is_said_and_not_taken(desk, said, taken):
    table = table_of([["姓名", "出生日期"], ["韩梅梅", said]])
    columns = guess(table.heads)
    (line,) = questionnaires.lines(desk.vault, desk.clock, table, columns)
    assert line.stayed == (() if taken else (("出生日期", Why.UNREADABLE),))
    placed, how = (Placed(table.rows[0], code="Q-001"),), How(columns, ServiceMode.ONLINE)
    (one,) = questionnaires.take_in(desk.vault, desk.clock, placed, table, how)
    assert desk.vault.clients.of_case(one.case_id).profile.birth_date == taken
    (entry,) = desk.vault.entries.of_case(one.case_id, EntryKind.QUESTIONNAIRE)
    assert entry.value["answers"] == ([] if taken else [["出生日期", said]])


@pytest.mark.parametrize(
    ("profile", "alike"),
    [
        (Profile(name=" 韩梅梅  䶮"), True),
        (Profile(phone="138-0000-0001"), True),
        (Profile(phone="138"), False),
        (Profile(name="韩梅"), False),
        (Profile(), False),
    ],
)
def test_a_name_or_a_number_that_is_known_is_said(desk, profile, alike):
    case = desk.case("L-07", profile)
    (line, nobody) = stand(desk)
    assert line.alike == ((case,) if alike else ())
    assert nobody.alike == ()


def test_an_answer_into_a_case_changes_nothing_that_was_known(desk):
    case = desk.case("L-07", Profile(name="韩梅梅", phone="000"))
    (taken,) = take(desk, Placed(TABLE.rows[0], case))
    assert not taken.new
    profile = desk.vault.clients.of_case(case).profile
    assert (profile.name, profile.phone) == ("韩梅梅", "000")
    (entry,) = desk.vault.entries.of_case(case, EntryKind.QUESTIONNAIRE)
    assert ["手机号", "138 0000 0001"] in entry.value["answers"]
    take(desk, Placed(TABLE.rows[0], case))
    assert len(desk.vault.entries.of_case(case, EntryKind.QUESTIONNAIRE)) == 2


def test_an_answer_for_a_shut_case_stays_out_and_the_next_comes_in(desk):
    case = desk.case("L-07")
    case_locks.set_password(desk.vault, desk.clock, case, LOCK, recovery=False)
    case_locks.shut(desk.vault, desk.clock, case)
    shut, new = take(desk, Placed(TABLE.rows[0], case), Placed(TABLE.rows[1], code="Q-001"))
    assert (shut.shut, shut.number) == (True, 2)
    assert new.new
    with pytest.raises(CaseLocked):
        questionnaires.answers(desk.vault, desk.clock, case)


@pytest.mark.promise(39)
def test_a_case_that_is_shut_is_recognised_and_not_read(desk):
    (taken,) = take(desk, Placed(TABLE.rows[0], code="Q-001"))
    case_locks.set_password(desk.vault, desk.clock, taken.case_id, LOCK, recovery=False)
    case_locks.shut(desk.vault, desk.clock, taken.case_id)
    (line, _) = stand(desk)
    assert (line.standing, line.case_id, line.alike) == (Standing.KNOWN, taken.case_id, ())


def test_what_breaks_in_the_middle_leaves_nothing_of_that_answer(desk, monkeypatch):
    def breaks(*_, **__):
        raise FieldInvalid("name")

    monkeypatch.setattr(desk.vault.answers, "keep", breaks)
    with pytest.raises(FieldInvalid):
        take(desk, Placed(TABLE.rows[0], code="Q-001"))
    assert cases.list_cases(desk.vault) == []


def test_with_its_case_the_memory_of_an_answer_goes(desk):
    (taken,) = take(desk, Placed(TABLE.rows[0], code="Q-001"))
    destruction.mark(desk.vault, desk.clock, taken.case_id, EARLY)
    destruction.destroy(desk.vault, desk.clock, taken.case_id, (PASSWORD, "Q-001"))
    assert desk.vault.connection.execute("SELECT count(*) FROM answer_marks").fetchone() == (0,)
    assert stand(desk)[0].standing is Standing.NEW


def test_code_names_go_on_where_others_are_taken(desk):
    desk.case("Q-002")
    assert questionnaires.codes(desk.vault, "Q-", 3) == ("Q-001", "Q-003", "Q-004")
    assert questionnaires.codes(desk.vault, "Q-", 0) == ()


def test_a_client_that_cannot_be_read_hides_no_answer(desk):
    case = desk.case("L-07", Profile(name="韩梅梅 䶮"))
    desk.vault.connection.execute("UPDATE clients SET sealed = x'00' WHERE case_id = ?", (case,))
    assert stand(desk)[0].alike == ()


@pytest.mark.parametrize(
    ("known", "said", "becomes"),
    [
        (Place(), "伦敦", Place("伦敦", "Europe/London")),
        (Place(), "世界尽头", Place("世界尽头")),
        (Place("", "Asia/Shanghai"), "伦敦", Place("伦敦", "Asia/Shanghai")),
        (Place("杭州"), "伦敦", Place("杭州")),
    ],
    ids=["known", "nobody knows it", "a zone that was there stays", "a city that was there stays"],
)
def test_a_city_that_comes_in_brings_its_time_zone(desk, known, said, becomes):
    table = table_of([["姓名", "所在城市"], ["韩梅梅", said]])
    zones = {"伦敦": "Europe/London", "杭州": "Asia/Shanghai"}
    how = How(guess(table.heads), ServiceMode.ONLINE, lambda city: zones.get(city, ""))
    there = cases.open_case(
        desk.vault, desk.clock, "Q-9", ServiceMode.ONLINE, Profile(place=known)
    ).id
    goes = [Placed(table.rows[0], case_id=there)]
    goes += [] if known != Place() else [Placed(table.rows[0], code="Q-10")]
    taken = questionnaires.take_in(desk.vault, desk.clock, goes, table, how)
    assert {desk.vault.clients.of_case(one.case_id).profile.place for one in taken} == {becomes}


def test_a_city_stays_without_a_zone_where_nobody_knows_of_zones(desk):
    table = table_of([["姓名", "所在城市"], ["韩梅梅", "伦敦"]])
    how = How(guess(table.heads), ServiceMode.ONLINE)
    placed = [Placed(table.rows[0], code="Q-1")]
    (one,) = questionnaires.take_in(desk.vault, desk.clock, placed, table, how)
    assert desk.vault.clients.of_case(one.case_id).profile.place == Place("伦敦")

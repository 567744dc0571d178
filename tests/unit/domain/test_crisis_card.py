"""The card says what is known and what is missing; its papers, and whom to call."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest

from app import bootstrap
from app.domain.client import EmergencyContact, Place, Profile
from app.domain.crisis_card import CARD, CrisisCard, Whereabouts, abroad, card_sheet, event_sheet
from app.domain.crisis_event import CrisisAct, CrisisItem, events_of
from app.domain.crisis_text import NEEDED, load_crisis_text
from app.domain.directory import offered, resource_sheet, shown
from app.domain.paper_day import said_day
from app.domain.practice import Practice
from app.domain.practice_record import Resource, ResourceSort
from app.domain.practice_rules import PRACTICE, RECORD, PracticeFacts
from app.domain.risk import RiskLevel
from tests.unit.domain.test_crisis_event import OPENED, entries, step
from tests.unit.domain.test_safety_plan import WHOLE as SAFE

NOW = datetime(2026, 5, 12, 6, 57, tzinfo=UTC)
HOUR = timedelta(hours=1)
TODAY = date(2026, 5, 12)
TEXTS = bootstrap.crisis_texts()
ZH = TEXTS["zh"]
PROFILE = Profile(
    name="禾木",
    phone="13800005678",
    place=Place("上海", "Asia/Shanghai"),
    emergency=EmergencyContact("禾苗", "妹妹", "13900001111", may_know=True),
)
CARD_OF = CrisisCard(
    NOW,
    "H-017",
    PROFILE,
    (Whereabouts("城北路 3 号", NOW - HOUR, confirmed=True), Whereabouts("上海")),
    ZH.resources,
    SAFE,
    NOW - 50 * HOUR,
    RiskLevel.HIGH,
)
HOSPITAL = Resource(
    ResourceSort.HOSPITAL, "市精神卫生中心", "0571-1", "全天", "城西路", "急诊", "2026-05-01", "我"
)


def contact(**said):
    return replace(PROFILE, emergency=replace(PROFILE.emergency, **said))


@pytest.mark.clause("016")
@pytest.mark.clause("047")
@pytest.mark.clause("122")
@pytest.mark.clause("124")
@pytest.mark.parametrize(
    ("changed", "lacks"),
    [
        ({}, set()),
        ({"profile": replace(PROFILE, name=" ")}, {"identity"}),
        ({"profile": replace(PROFILE, phone="")}, {"reach"}),
        ({"places": ()}, {"place"}),
        ({"places": (Whereabouts("上海"),)}, {"place"}),
        ({"places": (Whereabouts("上海", NOW - 25 * HOUR),)}, {"place"}),
        ({"places": (Whereabouts("上海", NOW - 24 * HOUR),)}, set()),
        ({"profile": contact(name="")}, {"contact"}),
        ({"profile": contact(phone="\u200b")}, {"contact"}),
        ({"profile": contact(may_know=None)}, {"may_know"}),
        ({"profile": contact(may_know=None, phone="")}, {"contact"}),
        ({"profile": contact(may_know=False)}, set()),
        ({"plan": None, "planned_at": None}, {"agreed"}),
        ({"plan": None, "planned_at": None, "hidden": True}, set()),
    ],
)
def test_what_is_missing_is_named(changed, lacks):
    found = CARD.lacks(replace(CARD_OF, **changed))
    assert {one.removeprefix("card.") for one in found} == lacks


def when(at, language="zh"):
    return f"{said_day(at.date().isoformat(), language)} {at:%H:%M}"


@pytest.mark.clause("047")
@pytest.mark.clause("122")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_card_is_printed_whole(language):
    sheet = card_sheet(CARD_OF, TEXTS[language], partial(when, language=language))
    rows = dict(sheet.parts[0].rows)
    words = TEXTS[language].words
    assert rows[words["identity"]] == "禾木 · H-017"
    assert rows[words["reach"]] == "13800005678"
    aside = {"zh": "（2026年5月12日 05:57）", "en": " (12 May 2026 05:57)"}[language]
    assert rows[words["place"]] == f"城北路 3 号{aside}\n上海"
    assert rows[words["contact"]] == "禾苗 · 妹妹 · 13900001111"
    assert rows[words["may_know"]] == words["may_know_yes"]
    assert rows[words["level"]] == words["high"]
    assert ("全国统一心理援助热线", "12356") in sheet.parts[1].rows
    assert (words["surroundings"], "药交给妹妹保管") in sheet.parts[2].rows


@pytest.mark.clause("047")
def test_the_card_is_printed_with_what_is_missing_said():
    bare = CrisisCard(NOW, "H-017", Profile(), (), ())
    sheet, missing = card_sheet(bare, ZH, when), ZH.words["missing"]
    rows = dict(sheet.parts[0].rows)
    for key in ("reach", "place", "contact"):
        assert rows[ZH.words[key]] == missing
    assert rows[ZH.words["may_know"]] == ZH.words["may_know_unasked"]
    assert ZH.words["level"] not in rows
    assert sheet.parts[2].lines == (ZH.words["no_plan"],)
    hurt = card_sheet(replace(bare, hidden=True), ZH, when)
    assert hurt.parts[0].lines == hurt.parts[2].lines == (ZH.words["hidden"],)
    no = card_sheet(replace(CARD_OF, profile=contact(may_know=False)), ZH, when)
    assert dict(no.parts[0].rows)[ZH.words["may_know"]] == ZH.words["may_know_no"]


HERE, THERE = "Asia/Shanghai", "Asia/Singapore"


@pytest.mark.parametrize(
    ("registered", "places", "far"),
    [
        (HERE, (), False),
        ("Asia/Urumqi", (), False),
        ("", (), False),
        (THERE, (), True),
        ("Asia/Hong_Kong", (), True),
        (THERE, (Whereabouts("上海", NOW - HOUR, zone=HERE),), False),
        (HERE, (Whereabouts("新加坡", NOW - HOUR, zone=THERE),), True),
        (THERE, (Whereabouts("家里", NOW - HOUR, confirmed=True),), True),
    ],
)
def test_numbers_of_the_mainland_are_told_to_be_that_where_the_client_is_abroad(
    registered, places, far
):
    away = replace(PROFILE, place=Place("某地", registered))
    card = replace(CARD_OF, profile=away, places=places)
    assert abroad(card) == far
    for text in TEXTS.values():
        told = card_sheet(card, text, when).parts[1].lines
        assert told == ((text.words["call_abroad"],) if far else ())


@pytest.mark.clause("140")
def test_the_card_says_where_to_go_where_there_is_no_number():
    ward = replace(HOSPITAL, phone="")
    sheet = card_sheet(replace(CARD_OF, resources=(ward, HOSPITAL)), ZH, when)
    assert sheet.parts[1].rows == (("市精神卫生中心", "城西路"), ("市精神卫生中心", "0571-1"))


def test_the_card_stays_one_page_however_much_was_agreed():
    long = replace(CARD_OF, plan=replace(SAFE, coping="一" * 500), resources=ZH.resources * 9)
    sheet = card_sheet(long, ZH, when)
    assert len(sheet.parts[1].rows) == 8
    assert dict(sheet.parts[2].rows)[ZH.words["coping"]] == "一" * 90 + "…"
    pdf = bootstrap.papers().sheet.render(sheet)
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") == 1


@pytest.mark.clause("098")
def test_the_summary_tells_the_five_and_every_step():
    made = entries(
        OPENED,
        step(CrisisAct.CONTACT, "妹妹在路上", next_contact=NOW),
        step(CrisisAct.CLIENT, next_contact=NOW),
        step(CrisisAct.NOT_DONE, "已在医院", CrisisItem.REFERRAL),
        step(CrisisAct.CLOSED, "住院了"),
    )
    (event,) = events_of(made)
    sheet = event_sheet(event, "H-017", ZH, when)
    words = ZH.words
    first, five, log = sheet.parts
    assert dict(first.rows)[words["outcome"]] == "住院了"
    assert five.rows[0] == (words["referral"], words["not_done"], "已在医院")
    assert five.rows[2] == (words["emergency_contact"], words["done"], "妹妹在路上")
    assert five.rows[3] == (words["hotline"], words["open"], "")
    assert [row[1] for row in log.rows] == [
        "开始", "联系紧急联系人", "联系来访者", "没有做：转介", "结束",
    ]  # fmt: skip
    assert log.rows[1][2] == f"妹妹在路上 · 下次联系 {when(NOW)}"
    assert log.rows[2][2] == f"下次联系 {when(NOW)}"
    going_on = event_sheet(events_of(made[:1])[0], "H-017", ZH, when)
    assert dict(going_on.parts[0].rows)[words["closed"]] == words["still_open"]
    assert words["outcome"] not in dict(going_on.parts[0].rows)


@pytest.mark.clause("027")
@pytest.mark.clause("130")
@pytest.mark.clause("140")
@pytest.mark.parametrize(
    ("changed", "lacks"),
    [
        ({}, set()),
        ({"sort": None}, {"sort"}),
        ({"called": " "}, {"called"}),
        ({"phone": "", "place": ""}, {"phone"}),
        ({"phone": ""}, set()),
        ({"place": ""}, set()),
        ({"hours": "", "note": "", "verified_on": ""}, set()),
    ],
)
def test_somebody_to_call_has_a_sort_a_name_and_a_way_there(changed, lacks):
    found = RECORD.lacks(replace(HOSPITAL, **changed))
    assert {one.removeprefix("record.") for one in found} == lacks


@pytest.mark.clause("027")
@pytest.mark.clause("130")
@pytest.mark.parametrize(
    ("day", "waits"), [("", True), ("2025-11-12", True), ("2025-11-13", False)]
)
def test_who_was_not_looked_at_for_180_days_waits(day, waits):
    facts = PracticeFacts(Practice(), (replace(HOSPITAL, verified_on=day),), TODAY)
    assert ("practice.resource_stale" in PRACTICE.lacks(facts)) is waits
    assert "practice.resource_stale" not in PRACTICE.lacks(PracticeFacts(Practice(), (), TODAY))


def test_her_own_list_stands_in_place_of_that_of_the_program():
    assert shown((), ZH)[0].phone == "12356"
    other = replace(HOSPITAL, sort=ResourceSort.POLICE)
    assert shown((HOSPITAL, other), ZH) == (other, HOSPITAL)
    assert shown((replace(HOSPITAL, sort=None),), ZH)
    assert offered((HOSPITAL,), ZH) == ZH.resources
    assert offered(ZH.resources[:1], ZH) == ()
    assert offered(ZH.resources, TEXTS["en"]) == (), "whose names are in the other language"


@pytest.mark.clause("027")
@pytest.mark.clause("130")
@pytest.mark.parametrize(
    ("language", "checked"), [("zh", "2026年5月1日 核对"), ("en", "checked 1 May 2026")]
)
def test_the_list_is_printed_by_sort_with_when_it_was_looked_at(language, checked):
    text = TEXTS[language]
    kept = (HOSPITAL, replace(text.resources[0], hours=""))
    sheet = resource_sheet(kept, text, partial(said_day, language=language))
    assert [one.heading for one in sheet.parts] == [
        text.words["sort_hotline"],
        text.words["sort_hospital"],
    ]
    name, phone, rest = sheet.parts[1].rows[0]
    assert (name, phone) == ("市精神卫生中心", "0571-1")
    assert rest.endswith(checked)
    assert text.words["unverified"] in sheet.parts[0].rows[0][2]


@pytest.mark.clause("027")
def test_the_program_knows_the_numbers_of_a_hard_day():
    assert {"12356", "110", "120"} <= {one.phone for one in ZH.resources}
    for text in TEXTS.values():
        assert {*text.words} == NEEDED
        assert [one.phone for one in text.resources] == [one.phone for one in ZH.resources]
        assert {one.edition for one in text.resources} == {text.edition}
        assert {one.verified_on for one in text.resources} == {""}


def test_words_that_are_missing_are_an_error():
    with pytest.raises(ValueError, match="lack act_client"):
        load_crisis_text('edition = "1"\nlanguage = "zh"\n')

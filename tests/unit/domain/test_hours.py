"""Hours: what a line says, what a goal counts, and how a rule set is read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.as_json import as_json
from app.domain.case import ServiceMode
from app.domain.client import Profile, profile_from_mapping, with_own_pages
from app.domain.hour_file import load_rule_set
from app.domain.hour_goals import (
    HOUR_RULES,
    Goal,
    Progress,
    RuleSetWords,
    counts,
    goal_of,
    progress,
    rule_set_of,
    rules_from,
    unread,
    words_from,
    words_of,
)
from app.domain.hours import (
    CaseHours,
    HourFacts,
    HourLine,
    facts_from_mapping,
    in_year,
    session_line,
    supervision_line,
    totals,
    training_line,
    written_line,
)
from app.domain.ids import CaseId, SessionId
from app.domain.intake import CaseType, Intake
from app.domain.practice_record import (
    HourRole,
    Hours,
    HourSpan,
    PracticeKind,
    Supervision,
    SupervisionForm,
    SupervisionMedium,
    SupervisorRank,
    Training,
    TrainingTopic,
    YesNo,
    kind_of,
    record_of,
)
from app.domain.practice_rules import RECORD
from app.domain.session import Session

TODAY = date(2026, 5, 12)
AT = datetime(2026, 5, 11, 14, 30, tzinfo=UTC)
SESSION = Session(SessionId(1), CaseId(3), 1, AT, 50, ServiceMode.ONLINE)
EVERY = HourFacts(
    SupervisionMedium.VIDEO, YesNo.YES, YesNo.YES, SupervisorRank.SUPERVISOR, "林间咨询室"
)
CASE = CaseHours(CaseId(3), "H-017", CaseType.INDIVIDUAL, HourFacts())
WORK = session_line(SESSION, AT, CASE, EVERY)
WORDS = RuleSetWords("我的", "400 咨询 收费\n\n30 受督 个体", "和督导师定的")


def test_a_session_counts_as_its_case_says_and_else_as_every_case():
    assert (
        HourLine(
            HourRole.COUNSELING,
            "2026-05-11",
            50,
            "14:30",
            kind=CaseType.INDIVIDUAL,
            medium=SupervisionMedium.VIDEO,
            paid=YesNo.YES,
            strict=YesNo.YES,
            rank=SupervisorRank.SUPERVISOR,
            institution="林间咨询室",
            case_id=CaseId(3),
            case_code="H-017",
        )
        == WORK
    )
    own = replace(CASE, facts=HourFacts(paid=YesNo.NO, institution=" 学校 "))
    found = session_line(SESSION, AT, own, EVERY)
    assert (found.paid, found.strict, found.institution) == (YesNo.NO, YesNo.YES, "学校")
    assert round(found.hours, 2) == 0.83


@pytest.mark.parametrize(
    ("mode", "medium"),
    [
        (ServiceMode.FACE_TO_FACE, SupervisionMedium.IN_PERSON),
        (ServiceMode.HOTLINE_GENERAL, SupervisionMedium.VOICE),
        (ServiceMode.HOTLINE_REGULAR, SupervisionMedium.VOICE),
        (ServiceMode.ONLINE, SupervisionMedium.VIDEO),
        (ServiceMode.CRISIS, SupervisionMedium.VIDEO),
    ],
)
def test_the_way_of_service_says_by_what_it_was_held(mode, medium):
    assert session_line(replace(SESSION, mode=mode), AT, CASE, EVERY).medium is medium


def test_of_a_case_that_cannot_be_read_nothing_is_guessed():
    found = session_line(SESSION, AT, CaseHours(CaseId(3), "№ 3"), EVERY)
    assert found.unread
    assert found.minutes == 50
    assert (found.paid, found.strict, found.rank, found.medium, found.kind) == (None,) * 5


def test_what_the_practice_records_makes_lines():
    one = Supervision(
        SupervisionForm.GROUP, SupervisionMedium.VIDEO, "2026-02-01", 90, " 周以宁 ",
        rank=SupervisorRank.REGISTERED,
    )  # fmt: skip
    line = supervision_line(one)
    assert (line.role, line.minutes, line.form) == (HourRole.SUPERVISED, 90, SupervisionForm.GROUP)
    assert (line.supervisor, line.rank) == ("周以宁", SupervisorRank.REGISTERED)
    assert supervision_line(Supervision()).minutes == 0
    course = training_line(Training(TrainingTopic.ETHICS, "伦理", "2025-09-20", 12, " 学会 "))
    assert (course.minutes, course.topic, course.institution) == (720, TrainingTopic.ETHICS, "学会")
    assert training_line(Training()).minutes == 0
    before = written_line(Hours(HourRole.OWN, HourSpan.SUM, "2024-12-31", 80.5, note="体验"))
    assert (before.role, before.minutes, before.span) == (HourRole.OWN, 4830, HourSpan.SUM)
    assert written_line(Hours(HourRole.OWN)).span is HourSpan.ONCE


def test_each_role_is_summed_apart_and_by_year():
    before = replace(WORK, day="2025-12-31")
    own = HourLine(HourRole.OWN, "2026-01-01", 60)
    assert totals([WORK, before, own]) == {
        HourRole.COUNSELING: 100,
        HourRole.SUPERVISED: 0,
        HourRole.SUPERVISING: 0,
        HourRole.TRAINING: 0,
        HourRole.OWN: 60,
    }
    assert in_year([WORK, before, own], 2025) == [before]
    assert in_year([WORK, before], 0) == [WORK, before]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            "400 咨询 个体 收费 设置稳定 面询、视频",
            Goal(
                400,
                HourRole.COUNSELING,
                kinds=frozenset({CaseType.INDIVIDUAL}),
                media=frozenset({SupervisionMedium.IN_PERSON, SupervisionMedium.VIDEO}),
                paid=True,
                strict=True,
            ),
        ),
        (
            " 30.5小时 受督 个体 团体",
            Goal(
                30.5,
                HourRole.SUPERVISED,
                forms=frozenset({SupervisionForm.INDIVIDUAL, SupervisionForm.GROUP}),
            ),
        ),
        (
            "16 TRAINING ethics 3years",
            Goal(16, HourRole.TRAINING, topics=frozenset({TrainingTopic.ETHICS}), years=3),
        ),
        (
            "50 施督 注册督导师",
            Goal(50, HourRole.SUPERVISING, ranks=frozenset({SupervisorRank.SUPERVISOR})),
        ),
        ("50 own-therapy", Goal(50, HourRole.OWN)),
    ],
)  # fmt: skip
def test_a_line_is_read_in_either_language(line, wanted):
    assert goal_of(line) == wanted


@pytest.mark.parametrize(
    "line",
    ["", "咨询", "0 咨询", "三十 受督", "30 收费", "30 咨询 受督", "30 咨询 伦理", "30 培训 收费",
     "30 咨询 2年内 3年内", "30 咨询 ；乱写", "-5 咨询"],
)  # fmt: skip
def test_a_line_that_says_no_goal_is_refused(line):
    assert goal_of(line) is None


@pytest.mark.parametrize(
    ("goal", "changed", "wanted"),
    [
        ("1 咨询", {}, True),
        ("1 受督", {}, False),
        ("1 咨询 收费", {}, True),
        ("1 咨询 收费", {"paid": YesNo.NO}, False),
        ("1 咨询 收费", {"paid": None}, None),
        ("1 咨询 设置稳定", {"strict": None}, None),
        ("1 咨询 个体", {"kind": CaseType.COUPLE}, False),
        ("1 咨询 面询", {}, False),
        ("1 咨询 视频 收费", {"medium": None, "paid": YesNo.NO}, False),
        ("1 咨询 注册心理师", {}, False),
        ("1 咨询 1年内", {}, True),
        ("1 咨询 1年内", {"day": "2025-05-12"}, False),
        ("1 咨询 1年内", {"day": "2025-05-13"}, True),
        ("1 咨询 1年内", {"span": HourSpan.SUM}, None),
    ],
)
def test_what_counts_towards_a_goal(goal, changed, wanted):
    assert counts(goal_of(goal), replace(WORK, **changed), TODAY) is wanted


def test_a_year_ago_exists_on_a_leap_day():
    line = replace(WORK, day="2027-03-01")
    assert counts(goal_of("1 咨询 1年内"), line, date(2028, 2, 29)) is True


def test_progress_tells_what_counts_what_is_missing_and_what_nobody_knows():
    rules = rules_from(WORDS, "own-1", 1, "zh")
    lines = [WORK, replace(WORK, paid=None), replace(WORK, paid=YesNo.NO)]
    paid, supervised = progress(rules, lines, TODAY)
    assert (paid.counted, paid.unclear) == (50, 50)
    assert round(paid.missing, 3) == 399.167
    assert supervised.counted == supervised.unclear == 0
    assert Progress(paid.goal, 400 * 60).missing == 0


@pytest.mark.clause("118")
@pytest.mark.parametrize(
    ("words", "missing"),
    [
        (WORDS, ()),
        (replace(WORDS, name=" "), ("hour_rules.named",)),
        (replace(WORDS, goals=" \n"), ("hour_rules.goals",)),
        (replace(WORDS, goals="30 受督\n乱写"), ("hour_rules.goals",)),
    ],
)
def test_what_a_rule_set_lacks(words, missing):
    assert HOUR_RULES.lacks(words) == missing


def test_a_rule_set_goes_through_words_and_json():
    made = rules_from(WORDS, "own-1", 2, "zh")
    assert made.own
    assert words_of(made) == replace(WORDS, goals="400 咨询 收费\n30 受督 个体")
    assert rule_set_of(as_json(made)) == made
    assert words_from({"name": "我的", "gone": 1}) == RuleSetWords("我的")
    assert unread(replace(WORDS, goals="30 受督\n乱写")) == "乱写"


def test_facts_go_through_json_and_stay_with_the_client_when_the_form_is_changed():
    assert facts_from_mapping(as_json(EVERY)) == EVERY
    assert facts_from_mapping({"unknown": 1}) == HourFacts()
    profile = Profile(name="林晚", hours=EVERY, intake=Intake(CaseType.COUPLE))
    assert profile_from_mapping(as_json(profile)) == profile
    assert profile_from_mapping({}).hours == HourFacts()
    assert with_own_pages(Profile(name="林"), profile) == replace(profile, name="林")


@pytest.mark.clause("118")
def test_other_hours_need_a_role_a_day_and_a_length():
    assert RECORD.lacks(Hours()) == ("record.day", "record.role", "record.hours")
    whole = Hours(HourRole.OWN, day="2026-01-01", hours=1)
    assert RECORD.lacks(whole) == ()
    assert kind_of(whole) is PracticeKind.HOURS
    assert record_of(PracticeKind.HOURS, {"role": "own therapy", "paid": "yes"}) == Hours(
        HourRole.OWN, paid=YesNo.YES
    )


SHIPPED = """
key = "a"
edition = "2026-11"
language = "zh"
name = "某处"
source = "公开的文字"
lines = ["30 受督"]
"""


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ('key = "a"', "", "lacks: key"),
        ('lines = ["30 受督"]', "", "asks for nothing"),
        ('"30 受督"', '"受督"', "says no goal: 受督"),
        ('"30 受督"', "30", "says no goal: 30"),
        ("key =", "key", "cannot be read"),
    ],
)
def test_a_broken_file_of_rules_is_refused_in_one_sentence(was, now, said):
    assert load_rule_set(SHIPPED).goals()[0].hours == 30
    with pytest.raises(ValueError, match=said):
        load_rule_set(SHIPPED.replace(was, now))

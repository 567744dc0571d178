"""What the answers of a person become; every cell lands, and nothing is written over."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.answer_case import (
    Reading,
    Why,
    answered,
    content_of,
    fill,
    mark_of,
    own_word,
    submitted,
)
from app.domain.answer_column import Becomes, guess
from app.domain.answer_table import AnswerRow
from app.domain.client import EmergencyContact, Place, Profile
from app.domain.intake import Guardian, IdentityStatus, Intake, Medical, Needs, Request
from app.domain.questionnaire import Questionnaire, questionnaire_of, questionnaire_to_mapping

pytestmark = pytest.mark.clause("062")
ZONE = "Asia/Shanghai"


def taken(answers, profile=None, zone=ZONE):
    """Take answers, by what they become, into a client."""
    columns = [what for what, _ in answers]
    row = AnswerRow(2, tuple(cell for _, cell in answers))
    heads = [f"{at} {what.value}" for at, what in enumerate(columns)]
    return fill(row, heads, columns, profile or Profile(), Reading(zone, date(2026, 12, 1)))


def test_every_answer_lands_in_its_field():
    found = taken(
        [
            (Becomes.SERIAL, "7"),
            (Becomes.SUBMITTED, "2026/11/20 8:01:02"),
            (Becomes.NAME, " 韩梅梅 "),
            (Becomes.PHONE, "138 0000 0000"),
            (Becomes.WECHAT, "hmm"),
            (Becomes.EMAIL, "h@example.org"),
            (Becomes.CITY, "成都"),
            (Becomes.BIRTH_DATE, "1990-02-03"),
            (Becomes.ADDRESS, "某路 1 号"),
            (Becomes.EMPLOYER, "某厂"),
            (Becomes.SCHOOL, "某校"),
            (Becomes.ID_NUMBER, "G1234567"),
            (Becomes.EMERGENCY_NAME, "李雷"),
            (Becomes.EMERGENCY_RELATION, "丈夫"),
            (Becomes.EMERGENCY_PHONE, "139"),
            (Becomes.GUARDIAN_NAME, "韩父"),
            (Becomes.GUARDIAN_RELATION, "父亲"),
            (Becomes.GUARDIAN_PHONE, "137"),
            (Becomes.SEEKS, "睡不着\n\u202e整夜 😀"),
            (Becomes.EXPECTS, "能睡"),
            (Becomes.SOURCE, "朋友"),
            (Becomes.EARLIER, "没有"),
            (Becomes.HOSPITAL, "三院"),
            (Becomes.DIAGNOSIS, "失眠"),
            (Becomes.MEDICATION, "无"),
            (Becomes.LANGUAGE, "四川话"),
            (Becomes.NEEDS, "坡道"),
            (Becomes.CULTURE, "䶮"),
            (Becomes.KEEP, "蓝"),
        ]
    )
    at = datetime(2026, 11, 20, 0, 1, 2, tzinfo=UTC)
    assert found.kept == (("28 keep", "蓝"),)
    assert found.stayed == ()
    intake = found.profile.intake
    assert intake.request == Request(at, None, "朋友", "睡不着\n\u202e整夜 😀", "能睡")
    assert intake.identity.status is IdentityStatus.STATED
    assert intake.guardians == (Guardian("韩父", "父亲", "137"),)
    assert (intake.medical, intake.needs) == (
        Medical("三院", "失眠", "无"),
        Needs("四川话", other="坡道"),
    )
    assert (intake.earlier, intake.culture) == ("没有", "䶮")
    assert found.profile.place == Place("成都")
    assert found.profile.emergency == EmergencyContact("李雷", "丈夫", "139")
    assert found.profile == Profile(
        name="韩梅梅",
        phone="138 0000 0000",
        wechat="hmm",
        email="h@example.org",
        birth_date="1990-02-03",
        address="某路 1 号",
        employer="某厂",
        school="某校",
        id_number="G1234567",
        place=Place("成都"),
        emergency=EmergencyContact("李雷", "丈夫", "139"),
        intake=intake,
    )


@pytest.mark.parametrize(
    ("what", "answer"),
    [
        (Becomes.EMAIL, "没有"),
        (Becomes.ID_NUMBER, "110101199003077777"),
        (Becomes.NAME, "韩\n梅梅"),
        (Becomes.NAME, "韩" * 501),
        (Becomes.GUARDIAN_NAME, "父\u2028母"),
        (Becomes.SUBMITTED, "昨天"),
        (Becomes.SUBMITTED, "2026-13-01"),
    ],
)
def test_what_no_field_takes_stays_among_the_answers_and_is_named(what, answer):
    found = taken([(what, answer)])
    assert found.profile == Profile()
    assert found.kept == ((f"0 {what.value}", answer),)
    assert found.stayed == ((f"0 {what.value}", Why.UNFIT),)


@pytest.mark.parametrize("said", ["1999-13-40", "2001-02-29", "2026-12-02", "一九九九年春"])
def test_a_date_of_birth_that_is_no_day_stays_among_the_answers_and_is_said(said):
    found = taken([(Becomes.BIRTH_DATE, said)])
    assert found.profile == Profile()
    assert found.kept == (("0 birth date", said),)
    assert found.stayed == (("0 birth date", Why.UNREADABLE),)


@pytest.mark.clause("144")
@pytest.mark.parametrize("what", [Becomes.OUT, Becomes.SERIAL])
def test_of_what_she_leaves_out_nothing_is_kept(what):
    found = taken([(what, "203.0.113.9"), (Becomes.KEEP, "蓝")])
    assert (found.profile, found.kept, found.stayed) == (Profile(), (("1 keep", "蓝"),), ())


def test_nobody_asked_whether_a_contact_out_of_a_questionnaire_may_know():
    found = taken([(Becomes.EMERGENCY_NAME, "李雷"), (Becomes.EMERGENCY_PHONE, "139")])
    assert found.profile.emergency.may_know is None


@pytest.mark.parametrize("said", ["1999-12-30", "1999年12月30日", "19991230", "1999/1/2"])
def test_a_date_of_birth_that_can_be_read_is_taken_as_it_was_written(said):
    found = taken([(Becomes.BIRTH_DATE, said)])
    assert (found.profile.birth_date, found.kept, found.stayed) == (said, (), ())


def test_what_was_known_before_is_not_written_over():
    known = Profile(
        name="韩梅梅", phone="138", intake=Intake(guardians=(Guardian("韩母"),), earlier="有")
    )
    answers = [
        (Becomes.NAME, "韩梅"),
        (Becomes.PHONE, "138"),
        (Becomes.EARLIER, "没有"),
        (Becomes.GUARDIAN_NAME, "韩父"),
        (Becomes.CITY, "成都"),
    ]
    found = taken(answers, known)
    assert found.profile.name == "韩梅梅"
    assert found.profile.place == Place("成都")
    assert found.profile.intake.guardians == (Guardian("韩母"),)
    assert [why for _, why in found.stayed] == [Why.TAKEN] * 3
    assert [answer for _, answer in found.kept] == ["韩梅", "没有", "韩父"]


def test_when_a_later_answer_was_sent_changes_no_request_and_is_no_fault():
    at = datetime(2026, 1, 1, tzinfo=UTC)
    known = Profile(intake=Intake(request=Request(at)))
    found = taken([(Becomes.SUBMITTED, "2026/11/20 8:01:02")], known)
    assert (found.profile, found.kept, found.stayed) == (known, (), ())


def test_who_gives_no_name_is_said_nothing_of():
    assert taken([(Becomes.CITY, "成都")]).profile.intake.identity.status is None


@pytest.mark.parametrize("cell", ["", " ", "(空)", "（跳过）", "\u3164"])
def test_what_was_left_out_is_no_answer(cell):
    assert not answered(cell)
    assert taken([(Becomes.NAME, cell), (Becomes.KEEP, cell)]).kept == ()


@pytest.mark.clause("074")
@pytest.mark.parametrize(
    ("text", "zone", "at"),
    [
        ("2026/11/20 8:01:02", ZONE, datetime(2026, 11, 20, 0, 1, 2, tzinfo=UTC)),
        ("2026-11-20T08:01", ZONE, datetime(2026, 11, 20, 0, 1, tzinfo=UTC)),
        ("2026年11月20日 08:01", "Europe/Berlin", datetime(2026, 11, 20, 7, 1, tzinfo=UTC)),
        (" 2026.1.2 ", "UTC", datetime(2026, 1, 2, tzinfo=UTC)),
        ("2026-11-20 08:01:02.125", "UTC", datetime(2026, 11, 20, 8, 1, 2, tzinfo=UTC)),
        ("11/20/2026", ZONE, None),
        ("2026-02-30", ZONE, None),
        ("2026-1-1 25:00", ZONE, None),
        ("0000-1-1", ZONE, None),
        ("1-1-1 1:00", "", None),
        ("", ZONE, None),
    ],
)
def test_when_it_was_sent_is_read_as_programs_write_it(text, zone, at):
    assert submitted(text, zone) == at


def test_without_a_zone_it_is_this_computers():
    found = submitted("2026-11-20 08:01", "")
    assert found is not None
    assert found.astimezone().replace(tzinfo=None) == datetime(2026, 11, 20, 8, 1)  # noqa: DTZ001


HEADS = ["序号", "提交答卷时间", "姓名"]
ROW = AnswerRow(2, ("1", "2026/1/1", "甲"))


def mark(row, heads=None):
    heads = heads or HEADS
    return mark_of(row, heads, guess(heads))


def test_an_answer_is_known_by_its_time_and_number_though_its_row_and_words_change():
    assert mark(ROW) == mark(AnswerRow(9, ("1", "2026/1/1", "乙")))
    assert mark(ROW) == mark(AnswerRow(2, ("1", "2026/1/1", "甲", "新")), [*HEADS, "新的一题"])
    assert mark(ROW) != mark(AnswerRow(2, ("2", "2026/1/1", "甲")))
    assert mark(ROW) != mark(AnswerRow(2, ("1", "2026/1/2", "甲")))


def test_a_number_alone_counts_in_its_own_questionnaire_only():
    one, other = ["序号", "姓名"], ["序号", "名字"]
    row = AnswerRow(2, ("1", "甲"))
    assert mark(row, one) == mark(AnswerRow(3, ("1", "乙")), one)
    assert mark(row, one) != mark(row, other)


def test_without_either_all_of_it_counts():
    heads = ["姓名", "颜色"]
    row = AnswerRow(2, ("甲", "蓝"))
    assert mark(row, heads) == mark(AnswerRow(7, ("甲", "蓝")), heads)
    assert mark(row, heads) != mark(AnswerRow(2, ("甲", "红")), heads)
    assert content_of(row, heads) != content_of(AnswerRow(2, ("甲", "红")), heads)


def test_one_thing_a_row_says():
    columns = guess(HEADS)
    assert own_word(ROW, columns, Becomes.NAME) == "甲"
    assert own_word(ROW, columns, Becomes.PHONE) == ""
    assert own_word(AnswerRow(2, ("1", "2026", "(空)")), columns, Becomes.NAME) == ""


def test_answers_come_back_as_they_were_kept():
    one = Questionnaire((("颜色", "蓝 🌱\n\u202e"),), "2026/1/1")
    assert questionnaire_of(questionnaire_to_mapping(one)) == one
    assert questionnaire_of({}) == Questionnaire()


@given(
    st.lists(
        st.tuples(st.sampled_from(list(Becomes)), st.text(max_size=30)),
        max_size=12,
        unique_by=lambda one: one[0],
    )
)
def test_no_answer_gets_lost(answers):
    found = taken(answers)
    there = repr(
        [getattr(found.profile, one) for one in vars(found.profile)] and _words(found.profile)
    )
    for at, (what, cell) in enumerate(answers):
        kept = dict(found.kept).get(f"{at} {what.value}")
        if not answered(cell) or kept == cell or what in (Becomes.SERIAL, Becomes.OUT):
            continue
        assert repr(cell)[1:-1] in there or repr(cell.strip())[1:-1] in there


def _words(record):
    """Return every word of a record and of those in it."""
    if hasattr(record, "__dataclass_fields__"):
        return [_words(getattr(record, name)) for name in record.__dataclass_fields__]
    return [_words(one) for one in record] if isinstance(record, tuple) else record

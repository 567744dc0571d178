"""Measures: what they lack, the item on self-harm, what waits, and how they are drawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app import bootstrap
from app.domain.as_json import as_json
from app.domain.entry import CaseEntry, EntryKind
from app.domain.ids import CaseId, EntryId
from app.domain.measure import (
    FOLLOW,
    MEASURE,
    MEASURE_CARE,
    RISK_LOOKS,
    CareFacts,
    Follow,
    FollowKind,
    KeptMeasure,
    Measure,
    Way,
    Who,
    follow_of,
    kept_measures,
    measure_of,
    waiting,
)
from app.domain.measure_chart import LEFT, TOP, Event, EventKind, chart
from app.domain.scale_sheet import answered_sheet, empty_sheet, load_scale_text

PHQ9, GAD7 = (
    next(one for one in bootstrap.scales() if (one.key, one.language) == (key, "zh"))
    for key in ("phq9", "gad7")
)
AT = datetime(2026, 5, 12, 7, tzinfo=UTC)
WHOLE = Measure(PHQ9, (1,) * 8 + (0,), Way.PAPER, Who.CLIENT, "2026-05-12", 1, "𬱖 \u202e")
HARM = replace(WHOLE, answers=(0,) * 8 + (1,))


def kept(made=WHOLE, number=1, *follows):
    return KeptMeasure(EntryId(number), AT, made, follows)


def entry(kind, value, number=1, at=AT):
    return CaseEntry(EntryId(number), CaseId(1), kind, at, value)


@pytest.mark.clause("055")
@pytest.mark.parametrize(
    ("made", "lacks"),
    [
        (WHOLE, set()),
        (replace(WHOLE, answers=(None,) * 9), {"answered"}),
        (replace(WHOLE, answers=(None,) * 8 + (0,)), set()),
        (replace(WHOLE, way=None), {"way"}),
        (replace(WHOLE, who=None), {"who"}),
        (replace(WHOLE, on=""), {"day"}),
    ],
)
def test_a_measure_says_how_by_whom_and_when(made, lacks):
    assert {name.removeprefix("measure.") for name in MEASURE.lacks(made)} == lacks


@pytest.mark.clause("055")
@pytest.mark.parametrize("answer", [0, 1, 2, 3, None])
def test_any_answer_above_never_at_the_ninth_item_alarms(answer):
    made = replace(WHOLE, answers=(0,) * 8 + (answer,))
    assert made.alarming is (answer in {1, 2, 3})
    assert not replace(WHOLE, answers=(3,) * 8 + (0,)).alarming
    assert not Measure(GAD7, (3,) * 7).alarming


@pytest.mark.clause("055")
@pytest.mark.parametrize(
    ("made", "follows", "seen", "waits"),
    [
        (WHOLE, (), None, {"feedback"}),
        (WHOLE, (FollowKind.FED_BACK,), None, set()),
        (WHOLE, (FollowKind.NOT_COUNTED,), None, set()),
        (HARM, (), None, {"self_harm", "feedback"}),
        (HARM, (), AT - timedelta(days=1), {"self_harm", "feedback"}),
        (HARM, (), AT, {"self_harm", "feedback"}),
        (HARM, (), AT + timedelta(minutes=1), {"feedback"}),
        (HARM, (FollowKind.FED_BACK,), None, {"self_harm"}),
        (HARM, (FollowKind.NOT_COUNTED,), None, {"self_harm"}),
        (HARM, (FollowKind.RISK_LOOKED_AT, FollowKind.FED_BACK), None, set()),
    ],
)
def test_self_harm_waits_until_risk_was_looked_at_after_it(made, follows, seen, waits):
    done = tuple(Follow(EntryId(1), kind, "2026-05-12", "谈过") for kind in follows)
    found = MEASURE_CARE.lacks(CareFacts(kept(made, 1, *done), seen))
    assert {name.removeprefix("measure_care.") for name in found} == waits


@pytest.mark.clause("055")
@pytest.mark.parametrize(
    ("follow", "lacks"),
    [
        (Follow(EntryId(1), FollowKind.FED_BACK, "2026-05-12"), set()),
        (Follow(EntryId(1), FollowKind.FED_BACK), {"when"}),
        (Follow(EntryId(1), FollowKind.RISK_LOOKED_AT, "2026-05-12", "\u200b"), {"how"}),
        (Follow(EntryId(1), FollowKind.NOT_COUNTED, "2026-05-12", "录错了"), set()),
    ],
)
def test_what_was_done_has_a_day_and_where_it_weighs_words(follow, lacks):
    assert {name.removeprefix("measure_follow.") for name in FOLLOW.lacks(follow)} == lacks
    assert follow_of(as_json(follow)) == follow


def test_a_measure_survives_json_byte_for_byte():
    assert measure_of(as_json(WHOLE)) == WHOLE
    assert measure_of(as_json(Measure(PHQ9, (None,) * 9))) == Measure(PHQ9, (None,) * 9)


@pytest.mark.clause("055")
def test_what_waits_in_a_case_is_said_once_and_self_harm_first():
    entries = [
        entry(EntryKind.MEASURE, as_json(replace(WHOLE, on="2026-05-13")), 1),
        entry(EntryKind.MEASURE, as_json(HARM), 2),
    ]
    assert waiting(entries) == ("measure_care.self_harm", "measure_care.feedback")
    assert [one.id for one in kept_measures(entries)] == [2, 1]
    told = Follow(EntryId(2), FollowKind.RISK_LOOKED_AT, "2026-05-12", "问过")
    follow = entry(EntryKind.MEASURE_FOLLOW, as_json(told), 3)
    assert waiting([*entries, follow]) == ("measure_care.feedback",)
    for kind in RISK_LOOKS:
        look = entry(kind, {}, 4, AT + timedelta(hours=1))
        assert waiting([*entries, look]) == ("measure_care.feedback",)
    assert waiting([entry(EntryKind.SCREEN, {}, 5)]) == ()


def test_the_chart_puts_days_across_scores_up_and_leaves_out_what_was_long_before():
    days = ("2026-03-01", "2026-04-01", "2026-05-01")
    answers = ((3,) * 9, (1,) * 8 + (None,), (None,) * 9)
    measures = [
        kept(replace(WHOLE, on=on, answers=given), at)
        for at, (on, given) in enumerate(zip(days, answers, strict=True), 1)
    ]
    events = [
        Event(date(2025, 1, 1), EventKind.SESSION, "很久以前"),
        Event(date(2026, 2, 20), EventKind.SESSION, "第 1 次"),
        Event(date(2026, 4, 10), EventKind.RISK, "风险高"),
    ]
    made = chart(PHQ9, measures, events, 600, 300)
    assert [one.word for one in made.marks] == ["第 1 次", "风险高"]
    assert [one.total for one in made.points] == [27, 9, None]
    assert [one.made_up for one in made.points] == [False, True, False]
    assert made.points[0].y == TOP
    assert made.points[2].y == made.ground
    assert LEFT < made.marks[0].x < made.points[0].x < made.points[1].x < made.points[2].x
    assert made.points[2].x < made.end
    assert [score for _, score in made.levels] == [0, 5, 10, 15, 20, 27]
    tops = [strip.top for strip in made.strips]
    bottoms = [strip.bottom for strip in made.strips]
    assert bottoms[1:] == pytest.approx(tops[:-1])
    assert (tops[-1], bottoms[0]) == (TOP, made.ground)
    assert [on.isoformat() for _, on in made.days] == list(days)


def test_days_that_are_close_share_their_words_and_one_alone_stands_in_the_middle():
    near = [kept(replace(WHOLE, on=f"2026-05-{day:02d}"), day) for day in range(1, 15)]
    made = chart(PHQ9, near, [], 600, 300)
    assert made.days[-1][1] == date(2026, 5, 14)
    assert all(b[0] - a[0] >= 78 for a, b in zip(made.days, made.days[1:], strict=False))
    alone = chart(PHQ9, [kept()], [], 600, 300)
    assert alone.points[0].x == pytest.approx((LEFT + alone.end) / 2, abs=1)


@pytest.mark.clause("055")
def test_every_paper_says_that_it_screens_and_none_what_is_for_the_counselor():
    for text in bootstrap.scale_texts().values():
        scale = next(
            it for it in bootstrap.scales() if (it.key, it.language) == ("phq9", text.language)
        )
        made = replace(WHOLE, scale=scale, answers=(1,) * 8 + (None,))
        sheets = [
            empty_sheet(scale, text, large=True),
            answered_sheet(made, text, "H-017", "2026-05-12"),
            answered_sheet(made, text, "H-017", "2026-05-12", bands=True),
            answered_sheet(replace(made, answers=(None,) * 9), text, "", ""),
        ]
        for one in sheets:
            words = one.words()
            assert text.screening in words
            assert scale.reading not in words
        assert sheets[0].chosen == (None,) * 9
        total, day = {
            "zh": ("总分：9 / 27", "2026年5月12日"),
            "en": ("Total: 9 / 27", "12 May 2026"),
        }[text.language]
        assert total in sheets[1].after
        assert sheets[1].heads[1] == (text.day, day)
        assert any("Arrieta" in one for one in sheets[1].after)
        assert not any(scale.bands[1].text in one for one in sheets[1].after)
        assert any(scale.bands[1].text in one for one in sheets[2].after)
        assert sheets[3].after == (text.none,)
    assert "筛查非诊断" in bootstrap.scale_texts()["zh"].screening
    with pytest.raises(ValueError, match="screening"):
        load_scale_text('language = "zh"')


def test_words_of_what_happened_never_cover_each_other():
    events = [Event(date(2026, 5, day), EventKind.RISK, "风险高") for day in (5, 3, 4, 2)]
    events.append(Event(date(2026, 5, 3), EventKind.SESSION, "第 1 次"))
    made = chart(PHQ9, [kept(replace(WHOLE, on="2026-05-01")), kept()], events, 400, 300)
    lines = [(one.kind, one.line) for one in made.marks]
    risks = [line for kind, line in lines if kind is EventKind.RISK]
    assert risks == [0, 1, None, None]
    assert [line for kind, line in lines if kind is EventKind.SESSION] == [None]
    assert [one.on.day for one in made.marks] == [2, 3, 3, 4, 5]

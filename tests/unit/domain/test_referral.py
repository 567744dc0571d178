"""A referral: why, to whom, and nothing along that the client has not agreed to in writing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app import bootstrap
from app.domain.as_json import as_json
from app.domain.ending_paper import LetterHead, letter_sheet, receipt_sheet
from app.domain.entry import CaseEntry, EntryKind
from app.domain.ids import CaseId, ConsentId, EntryId
from app.domain.practice import Practice
from app.domain.referral import (
    REFERRAL,
    Answer,
    Haste,
    PassedOn,
    Receiver,
    ReferralForm,
    ReferralReason,
    referral_of,
)
from app.domain.referral_course import (
    REFERRAL_STEP,
    ReferralAct,
    ReferralCourse,
    ReferralStep,
    receipts_late,
    referral_step_of,
    referrals_of,
)

AT = datetime(2026, 5, 12, tzinfo=UTC)
TEXTS = bootstrap.ending_texts()
PASSED = PassedOn(
    True,  # noqa: FBT003 - in the order of its fields
    (("name", "林晓禾"), ("reach", "13800000000")),
    "两个月来睡不着",
    "谈了六次",
    "PHQ-9 14 分（5月10日）",
    "低",
    "请评估用药",
)
WHOLE = ReferralForm(
    (ReferralReason.DISORDER, ReferralReason.OTHER),
    "需要看医生",
    Haste.SOON,
    Receiver("精神卫生中心", "周医生", "021-1111"),
    "说明了原因，介绍了两处，来访者选了这一处",
    Answer.WRITTEN,
    ConsentId(4),
    passed=PASSED,
    papers="量表复印件",
    back_by="2026-05-26",
    ask_on="2026-06-12",
    edition="心匣第 1 版",
)
BARE = replace(
    WHOLE, answer=Answer.SPOKEN, consent=None, passed=PassedOn(), papers="", more="需要看医生"
)
STEP = ReferralStep(EntryId(1), ReferralAct.RECEIPT, "2026-05-20", "收到了")
HEAD = LetterHead(Practice(name="静安工作室", counselor="沈知远", contact="专用微信"), "2026-05-12")


def entry(number, kind, value):
    return CaseEntry(EntryId(number), CaseId(1), kind, AT, as_json(value))


def lacks(**changed):
    found = REFERRAL.lacks(replace(WHOLE, **changed))
    return {one.removeprefix("referral.") for one in found}


@pytest.mark.clause("126")
@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({}, set()),
        ({"reasons": ()}, {"reason"}),
        ({"more": " "}, {"more"}),
        ({"reasons": (ReferralReason.MOVE,), "more": ""}, set()),
        ({"haste": None}, {"haste"}),
        ({"receiver": Receiver("", "周医生")}, {"receiver"}),
    ],
)
def test_a_referral_says_why_how_soon_and_where(changed, missing):
    assert lacks(**changed) == missing


@pytest.mark.clause("020")
@pytest.mark.clause("029")
def test_it_is_explained_and_a_client_may_decline():
    assert lacks(said="\u3000") == {"said"}
    assert lacks(receiver=Receiver()) == {"receiver"}
    declined = {
        "answer": Answer.DECLINED,
        "passed": PassedOn(),
        "papers": "",
        "receiver": Receiver(),
        "haste": None,
    }
    assert lacks(**declined) == set()


@pytest.mark.clause("143")
@pytest.mark.clause("145")
@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({"answer": None}, {"answer", "unagreed"}),
        ({"consent": None}, {"consent"}),
        ({"answer": Answer.SPOKEN}, {"unagreed"}),
        ({"answer": Answer.SPOKEN, "passed": PassedOn()}, {"unagreed"}),
        ({"answer": Answer.SPOKEN, "passed": PassedOn(), "papers": " "}, set()),
        (
            {"answer": Answer.SPOKEN, "passed": PassedOn(reasons=True), "papers": ""},
            {"unagreed"},
        ),
        ({"answer": Answer.UNKNOWN, "passed": PassedOn(), "papers": ""}, {"why_not"}),
        (
            {"answer": Answer.UNKNOWN, "passed": PassedOn(), "papers": "", "why_not": "送医了"},
            set(),
        ),
        ({"answer": Answer.DECLINED, "passed": PassedOn(work="谈过"), "papers": ""}, {"unagreed"}),
    ],
)
def test_nothing_goes_along_that_no_signed_consent_covers(changed, missing):
    assert lacks(**changed) == missing


@pytest.mark.clause("072")
@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({"reasons": (ReferralReason.CRISIS,)}, {"bridge"}),
        ({"haste": Haste.AT_ONCE}, {"bridge"}),
        ({"haste": Haste.AT_ONCE, "bridge": "每天通一次电话"}, set()),
        ({"haste": Haste.USUAL}, set()),
    ],
)
def test_somebody_in_danger_is_not_left_alone_until_then(changed, missing):
    assert lacks(**changed) == missing


def test_it_comes_back_as_it_was_and_shows_no_word_in_a_log():
    assert referral_of(as_json(WHOLE)) == WHOLE
    assert referral_of({}) == ReferralForm()
    assert "林晓禾" not in repr(WHOLE)
    assert referral_step_of(as_json(STEP)) == STEP
    assert referral_step_of({"referral": 1}) == ReferralStep(EntryId(1))


@pytest.mark.clause("126")
@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({}, ()),
        ({"act": None}, ("referral_step.act",)),
        ({"on": ""}, ("referral_step.on",)),
        ({"words": ""}, ()),
        ({"act": ReferralAct.GIVEN_UP, "words": " "}, ("referral_step.why",)),
    ],
)
def test_a_step_says_what_when_and_why_one_waits_no_more(changed, missing):
    assert REFERRAL_STEP.lacks(replace(STEP, **changed)) == missing


@pytest.mark.clause("126")
@pytest.mark.parametrize(
    ("day", "acts", "late"),
    [
        (25, (), False),
        (26, (), True),
        (30, (ReferralAct.SENT, ReferralAct.CONTACT), True),
        (30, (ReferralAct.RECEIPT,), False),
        (30, (ReferralAct.GIVEN_UP,), False),
    ],
)
def test_a_receipt_that_does_not_come_back_is_noticed(day, acts, late):
    made = [entry(1, EntryKind.REFERRAL, WHOLE)]
    made += [
        entry(2 + at, EntryKind.REFERRAL_STEP, replace(STEP, act=one))
        for at, one in enumerate(acts)
    ]
    assert bool(receipts_late(made, date(2026, 5, day))) is late


@pytest.mark.clause("126")
@pytest.mark.parametrize("changed", [{"back_by": ""}, {"answer": Answer.DECLINED}])
def test_nobody_waits_for_a_receipt_that_was_not_asked_for(changed):
    made = [entry(1, EntryKind.REFERRAL, replace(WHOLE, **changed))]
    assert receipts_late(made, date(2027, 1, 1)) == ()


def test_steps_stand_with_their_referral_and_others_are_passed_over():
    stray = replace(STEP, referral=EntryId(77))
    made = [
        entry(1, EntryKind.REFERRAL, WHOLE),
        entry(2, EntryKind.SCREEN, STEP),
        entry(3, EntryKind.REFERRAL_STEP, stray),
        entry(4, EntryKind.REFERRAL_STEP, STEP),
    ]
    (course,) = referrals_of(made)
    assert course == ReferralCourse(EntryId(1), AT, WHOLE, ((AT, STEP),))


@pytest.mark.clause("151")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_letter_says_what_was_chosen_and_no_more(language):
    text = TEXTS[language]
    words = "\n".join(letter_sheet(ReferralCourse(EntryId(7), AT, WHOLE), HEAD, text).words())
    for one in ("林晓禾", "13800000000", "谈了六次", "请评估用药", "需要看医生", "量表复印件"):
        assert one in words
    assert WHOLE.said not in words
    assert text.words["consent_written"] in words
    bare = letter_sheet(ReferralCourse(EntryId(7), AT, BARE), HEAD, text)
    said = "\n".join(bare.words())
    assert text.words["letter_bearer"] in said
    assert text.words["consent_spoken"] in said
    assert bare.parts[-1].rows == ((text.words["sign_counselor"], text.words["line"]),)
    for one in ("林晓禾", "需要看医生", text.words["reason_disorder"], "睡不着"):
        assert one not in said
    for answer in (None, Answer.UNKNOWN):
        open_one = replace(BARE, answer=answer, haste=None, edition="")
        made = letter_sheet(ReferralCourse(EntryId(7), AT, open_one), HEAD, text)
        assert text.words["consent_unknown"] in made.words()
        assert made.foot == text.edition


@pytest.mark.clause("126")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_receipt_names_no_client(language):
    text = TEXTS[language]
    course = ReferralCourse(EntryId(7), AT, WHOLE)
    words = "\n".join(receipt_sheet(course, HEAD, text).words())
    assert "林晓禾" not in words
    assert "沈知远" in words
    assert text.words["number_of"].format(7) in words
    assert ("2026年5月26日" if language == "zh" else "26 May 2026") in words
    free = replace(course, form=replace(WHOLE, back_by="", edition=""))
    assert text.words["receipt_back_open"] in receipt_sheet(free, HEAD, text).words()

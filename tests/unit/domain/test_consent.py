"""Consent: the order of its steps, and a form without a blank."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from app.domain.case import ServiceMode
from app.domain.consent import (
    AccessRow,
    Consent,
    ConsentDraft,
    ConsentState,
    ConsentTemplate,
    TemplateSection,
    check_advance,
    check_step,
    empty_places,
    fill,
    fill_so_far,
    next_states,
    short_edition,
)
from app.domain.errors import ConsentFormIncomplete, ConsentNotFilled, ConsentStepRefused

S = ConsentState
LEGAL = {
    (S.DRAFT, S.PROVIDED),
    (S.PROVIDED, S.READ),
    (S.READ, S.DISCUSSED),
    (S.DISCUSSED, S.RECONFIRMED),
    (S.RECONFIRMED, S.SIGNED),
    (S.SIGNED, S.WITHDRAWN),
    (S.SIGNED, S.EXPIRED),
}
TEMPLATE = ConsentTemplate(
    key="online",
    edition="1",
    language="zh",
    title="知情同意书",
    opening=("我与{counselor}约定:",),
    sections=(TemplateSection("fee", "费用", ("每次{fee},{fee}。", "无"), ("042",)),),
    closing=("日期由{counselor}填写",),
    signers=("来访者", "咨询师"),
    facts={"counselor": "咨询师", "fee": "费用"},
    defaults={"fee": "五百元"},
    roles=("督导", "同事"),
    labels={"records": "记录"},
)
ACCESS = (AccessRow("督导", "可", "否"), AccessRow("同事", "否", "否"))
DRAFT = ConsentDraft("online", "1", {"counselor": "陈"}, ACCESS)


def form_of(draft=DRAFT):
    return fill(TEMPLATE, draft, number="0001-0001", subtitle="某工作室")


@pytest.mark.clause("042")
@pytest.mark.parametrize(("state", "to"), list(itertools.product(S, S)))
def test_only_the_steps_of_the_guidance_are_taken(state, to):
    if (state, to) in LEGAL:
        check_step(state, to)
        assert to in next_states(state)
        return
    with pytest.raises(ConsentStepRefused) as refused:
        check_step(state, to)
    assert (refused.value.state, refused.value.to, refused.value.clause) == (
        state.value,
        to.value,
        "042",
    )
    assert to not in next_states(state)


@pytest.mark.clause("042")
def test_a_signed_text_is_final():
    made = {state: Consent(1, 1, DRAFT, state, ()).final for state in S}
    assert {state for state, final in made.items() if final} == {S.SIGNED, S.WITHDRAWN, S.EXPIRED}


def test_a_step_stands_until_the_words_are_taken_back():
    def standing(*states):
        steps = tuple((state, number) for number, state in enumerate(states))
        made = Consent(1, 1, DRAFT, states[-1], steps)
        return list(made.standing), made.returned

    assert standing(S.DRAFT) == ([], False)
    assert standing(S.DRAFT, S.PROVIDED, S.READ) == ([(S.PROVIDED, 1), (S.READ, 2)], False)
    assert standing(S.DRAFT, S.PROVIDED, S.READ, S.DRAFT) == ([], True)
    assert standing(S.DRAFT, S.PROVIDED, S.READ, S.DRAFT, S.PROVIDED) == ([(S.PROVIDED, 4)], False)
    assert standing(S.DRAFT, S.PROVIDED, S.SIGNED, S.WITHDRAWN)[0][-1] == (S.WITHDRAWN, 3)


def test_every_place_is_filled():
    form = form_of()
    assert form.opening == ("我与陈约定:",)
    assert form.sections[0].paragraphs == ("每次五百元,五百元。", "无")
    assert form.sections[0].clauses == ("042",)
    assert form.closing == ("日期由陈填写",)
    assert (form.number, form.subtitle, form.access) == ("0001-0001", "某工作室", ACCESS)


def test_a_fact_wins_over_a_default_and_a_blank_one_does_not():
    assert (
        form_of(replace(DRAFT, facts={"counselor": "陈", "fee": "免费"})).sections[0].paragraphs[0]
        == "每次免费,免费。"
    )
    assert (
        form_of(replace(DRAFT, facts={"counselor": "陈", "fee": " "})).sections[0].paragraphs[0]
        == "每次五百元,五百元。"
    )


@pytest.mark.parametrize(
    "text", ["{fee}", "{", "}", "{}", "{0.__class__}", "{{counselor}}", "$fee", "\\1"]
)
def test_braces_in_a_fact_stay_as_they_are(text):
    form = form_of(replace(DRAFT, facts={"counselor": text}))
    assert form.opening == (f"我与{text}约定:",)


@pytest.mark.clause("010", "042")
@pytest.mark.parametrize("blank", ["", " ", "\u3000\n", "\u200b", "\u202e\ufeff"])
def test_a_blank_fact_is_refused_by_its_label(blank):
    with pytest.raises(ConsentFormIncomplete) as refused:
        form_of(replace(DRAFT, facts={"counselor": blank}))
    assert refused.value.missing == ("咨询师",)
    assert refused.value.clause == "010"


@pytest.mark.clause("010", "043")
@pytest.mark.parametrize(
    "access",
    [
        (),
        ACCESS[:1],
        (AccessRow("督导", "可", "否"), AccessRow("同事", "", "否")),
        (AccessRow("督导", "可", "否"), AccessRow("同事", "否", " ")),
        (AccessRow("督导", "可", "否"), AccessRow("同事", "\u200b", "否")),
        (AccessRow("督导", "可", "否"), AccessRow("别的", "否", "否")),
    ],
)
def test_a_role_without_an_answer_is_refused(access):
    with pytest.raises(ConsentFormIncomplete) as refused:
        form_of(replace(DRAFT, access=access))
    assert "同事" in refused.value.missing


EMPTY = replace(DRAFT, facts={}, access=())
MARKED = replace(
    TEMPLATE,
    defaults={},
    from_client=("fee",),
    labels={"blank": "＿", "by_pen": "手填", "draft": "草稿", "draft_remark": "草稿，未填"},
)


def so_far(draft, template=MARKED):
    return fill_so_far(template, draft, number="1", subtitle="")


@pytest.mark.clause("042")
@pytest.mark.parametrize(("state", "to"), sorted(LEGAL, key=str))
def test_only_a_withdrawal_may_leave_places_empty(state, to):
    consent = Consent(1, 1, DRAFT, state, ())
    check_advance(consent, TEMPLATE, to)
    hollow = replace(consent, draft=EMPTY)
    if to in (S.WITHDRAWN, S.EXPIRED):
        check_advance(hollow, TEMPLATE, to)
        return
    with pytest.raises(ConsentNotFilled) as refused:
        check_advance(hollow, TEMPLATE, to)
    assert refused.value.missing == ("咨询师", "督导", "同事")
    assert refused.value.clause == "042"


def test_a_step_out_of_order_is_refused_before_the_blanks():
    with pytest.raises(ConsentStepRefused):
        check_advance(Consent(1, 1, EMPTY, S.DRAFT, ()), TEMPLATE, S.SIGNED)


def test_empty_places_become_lines_to_write_on():
    form = so_far(EMPTY)
    assert form.opening == ("我与＿约定:",)
    assert form.sections[0].paragraphs == ("每次＿,＿。", "无")
    assert form.access == (AccessRow("督导", "＿", "＿"), AccessRow("同事", "＿", "＿"))
    assert empty_places(MARKED, EMPTY) == ("咨询师", "费用", "督导", "同事")


def test_an_answer_given_stands_beside_a_line_to_write_on():
    half = replace(DRAFT, access=(AccessRow("同事", "否", "\u200b"),))
    assert so_far(half).access == (AccessRow("督导", "＿", "＿"), AccessRow("同事", "否", "＿"))


@pytest.mark.parametrize(
    ("draft", "marks"),
    [
        (replace(DRAFT, facts={"counselor": "陈", "fee": "1"}), ("", "")),
        (DRAFT, ("手填", "")),
        (replace(DRAFT, facts={"fee": "1"}), ("草稿，未填", "草稿")),
        (EMPTY, ("草稿，未填", "草稿")),
        (replace(DRAFT, access=ACCESS[:1]), ("草稿，未填", "草稿")),
    ],
)
def test_a_form_says_whether_it_is_for_the_pen_or_a_draft(draft, marks):
    form = so_far(draft)
    assert (form.remark, form.watermark) == marks


def test_a_text_fits_the_way_of_service_it_is_written_for():
    for mode in ServiceMode:
        assert TEMPLATE.fits(mode) is (mode is ServiceMode.FACE_TO_FACE)
        assert replace(TEMPLATE, remote=True).fits(mode) is not TEMPLATE.fits(mode)


@pytest.mark.parametrize("edition", ["第 1 版（据第二版）", "第 1 版 (after the 2nd)", "第 1 版"])
def test_the_short_edition_leaves_its_sources_out(edition):
    assert short_edition(edition) == "第 1 版"
    assert replace(TEMPLATE, edition=edition).short_edition == "第 1 版"

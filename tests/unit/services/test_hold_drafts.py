"""A legal hold keeps drafts as they stood: work goes on, and nothing is rewritten (147)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.consent import ConsentState
from app.domain.consent_talk import Discussion, TalkPoint
from app.domain.entry import EntryKind
from app.domain.errors import CaseOnHold
from app.domain.legal_hold import DraftPart, HoldLift, LegalHold
from app.domain.session_sheet import SessionSheet
from app.services import (
    case_entries,
    case_removal,
    consents,
    hold_drafts,
    holds,
    notes,
    reflections,
)
from app.services.reflections import Writing

COURT = LegalHold("某区人民法院", "（2026）民初 1 号", "2026-03-01", "来访者的诉讼")


def begin(desk, case_id, kind, words, session_id=None):
    name = case_entries.draft_kind(kind, session_id)
    with desk.vault.transaction():
        desk.vault.cases.keep_draft(case_id, name, words, desk.clock.now())


def placed(desk, case_id):
    holds.place(desk.vault, desk.tools, case_id, COURT)
    found = holds.page(desk.vault, desk.tools, case_id).holds[0].hold.stood
    return [(one.part, one.number, one.kind, hold_drafts.words(one)) for one in found]


@pytest.mark.clause("147")
def test_what_stood_unfinished_stays_whatever_becomes_of_it(desk):
    case_id, other = desk.case("A"), desk.case("B")
    signed = desk.signed(case_id, "签过的")
    notes.save_amendment_draft(desk.vault, desk.clock, signed, "补到一半")
    draft = desk.draft(case_id, "写到一半")
    session = desk.vault.sessions.get(desk.vault.notes.get(draft).session_id)
    with desk.vault.transaction():
        desk.vault.entries.save_sheet(session, SessionSheet(complaint="睡不着"), desk.clock.now())
    begin(desk, case_id, EntryKind.ETHICS, {"facts": "两难"})
    begin(desk, case_id, EntryKind.REFERRAL_STEP, {"act": "sent", "words": "交给她了"})
    begin(
        desk, case_id, EntryKind.URGENT_REASONS, {"why": ["来不及", " "], "sure": True}, session.id
    )
    begin(desk, case_id, EntryKind.FORMULATION, {"parts": [{"key": "a", "text": "围着转"}]})
    begin(desk, case_id, EntryKind.LEGAL_HOLD, {"authority": "某区"})
    begin(desk, other, EntryKind.ETHICS, {"facts": "别人的"})
    stood = placed(desk, case_id)
    assert {(*one[:3], one[3].strip()) for one in stood} == {
        (DraftPart.AMENDMENT, 1, "", "补到一半"),
        (DraftPart.NOTE, 2, "", "写到一半"),
        (DraftPart.SHEET, 2, "", "睡不着"),
        (DraftPart.ENTRY, 0, EntryKind.ETHICS.value, "两难"),
        (DraftPart.ENTRY, 0, EntryKind.REFERRAL_STEP.value, "交给她了"),
        (DraftPart.ENTRY, 2, EntryKind.URGENT_REASONS.value, "来不及"),
        (DraftPart.ENTRY, 0, EntryKind.FORMULATION.value, "a\n围着转"),
    }
    desk.save(draft, "改过了")
    begin(desk, case_id, EntryKind.ETHICS, {})
    kept = holds.page(desk.vault, desk.tools, case_id).holds[0].hold.stood
    assert {hold_drafts.words(one).strip() for one in kept} == {one[3].strip() for one in stood}


@pytest.mark.clause("147")
def test_nothing_is_kept_of_nothing_and_nothing_is_taken_away_while_it_stands(desk):
    case_id = desk.case()
    desk.draft(case_id, " ")
    desk.signed(case_id, "签过的")
    writing = Writing(case_id)
    reflections.keep(desk.vault, desk.clock, writing, "只给自己看")
    assert placed(desk, case_id) == [], "what she writes for herself alone is not copied"
    with pytest.raises(CaseOnHold):
        reflections.remove(desk.vault, desk.clock, writing)
    for words in ("", "只给自己看过", "别的话"):
        with pytest.raises(CaseOnHold):
            reflections.keep(desk.vault, desk.clock, writing, words)
    reflections.keep(desk.vault, desk.clock, writing, "只给自己看")
    reflections.tidy(desk.vault, desk.clock, writing)
    desk.clock.at += timedelta(minutes=1)
    later = Writing(case_id)
    for words in ("后来写的", "后来改的"):
        reflections.keep(desk.vault, desk.clock, later, words)
    with pytest.raises(CaseOnHold):
        reflections.keep(desk.vault, desk.clock, later, " ")
    page = reflections.page(desk.vault, desk.clock, case_id)
    assert [(one.text, page.frozen(one)) for one in page.kept] == [
        ("后来改的", False),
        ("只给自己看", True),
    ]
    (stands,) = holds.page(desk.vault, desk.tools, case_id).holds
    holds.lift(desk.vault, desk.tools, case_id, HoldLift(stands.id, "2026-03-09", "结案"))
    assert not any(map(reflections.page(desk.vault, desk.clock, case_id).frozen, page.kept))
    reflections.keep(desk.vault, desk.clock, writing, "")
    assert reflections.remove(desk.vault, desk.clock, writing)


@pytest.mark.clause("147")
def test_a_case_that_holds_nothing_but_a_hold_is_not_removed(desk):
    case_id = desk.case()
    holds.place(desk.vault, desk.tools, case_id, COURT)
    with pytest.raises(Exception, match="CaseNotEmpty"):
        case_removal.remove(desk.vault, desk.clock, case_id)


@pytest.mark.clause("147")
def test_a_consent_that_is_not_signed_is_kept_as_it_was_filled_in(desk):
    case_id = desk.case()
    points = (TalkPoint("how", "怎样谈"), TalkPoint("room", "在哪里谈"))
    text = replace(desk.tools.consent_templates["online.zh"], talk=points)
    made = consents.start(desk.vault, desk.tools, case_id, text)
    key = next(iter(text.facts))
    filled = replace(made.draft, facts={**made.draft.facts, key: "写进去的话"}, members=("甲",))
    talk = Discussion((text.talk[1].key,), questions="她问过费用")
    consents.keep(desk.vault, desk.tools, made.id, filled, talk)
    (stood,) = placed(desk, case_id)
    assert stood[:3] == (DraftPart.CONSENT, 0, text.purpose.value)
    for said in (
        text.title,
        f"{text.label_of(key)}：写进去的话",
        "甲",
        text.talk[1].text,
        "她问过费用",
    ):
        assert said in stood[3].split("\n")
    emptied = replace(filled, facts={**filled.facts, key: ""})
    consents.keep(desk.vault, desk.tools, made.id, emptied, Discussion())
    (kept,) = holds.page(desk.vault, desk.tools, case_id).holds[0].hold.stood
    assert hold_drafts.words(kept) == stood[3]
    assert text.talk[0].text not in stood[3]
    assert text.sections[0].heading in kept.raw["form"]
    desk.consent(case_id, ConsentState.SIGNED)
    assert len(hold_drafts.standing(desk.vault, case_id)) == 1, "what is signed never changes"

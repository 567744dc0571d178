"""The measures of a case and the scales of the counselor, in a real vault."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.case import ServiceMode
from app.domain.entry import EntryKind
from app.domain.errors import CaseLocked, MeasureIncomplete, ScaleIncomplete
from app.domain.ids import EntryId
from app.domain.measure import Follow, FollowKind, Measure, Way, Who
from app.domain.mode_change import ModeChange
from app.domain.own_scale import ScaleWords
from app.domain.risk import RiskLevel
from app.domain.risk_assessment import RiskAssessment, Sign
from app.domain.session import SessionTime
from app.domain.session_sheet import SessionSheet
from app.services import case_locks, measures, notes, scales
from app.services.case_entries import draft_kind
from tests.unit.services.test_formulations import WORD

NASTY = "😀䶮𬱖ㄅ\u202e木\u202c\u00a0&<b>"
OWN = ScaleWords("每周状态", items=f"睡得踏实\n{NASTY}", options="0 从不\n1 总是", alert="2")


def phq9(tools, language="zh"):
    return next(one for one in tools.scales if (one.key, one.language) == ("phq9", language))


def whole(tools, answers=(1,) * 9, on="2026-05-12"):
    return Measure(phq9(tools), answers, Way.PAPER, Who.CLIENT, on, 1, NASTY)


def page(desk, case, language="zh"):
    return measures.page(desk.vault, desk.tools, case, language)


@pytest.mark.clause("055")
def test_a_measure_is_stored_whole_with_its_words_and_the_trail_knows(desk):
    case, made = desk.case(), whole(desk.tools)
    desk.vault.cases.keep_draft(
        case, draft_kind(EntryKind.MEASURE), {"answers": NASTY}, desk.clock.at
    )
    assert page(desk, case).unfinished[EntryKind.MEASURE] == {"answers": NASTY}
    first = measures.record(desk.vault, desk.tools, case, made)
    found = page(desk, case)
    assert [(one.id, one.made) for one in found.kept] == [(first.id, made)]
    assert found.unfinished == {EntryKind.MEASURE: {}, EntryKind.MEASURE_FOLLOW: {}}
    assert found.waits == ("measure_care.self_harm", "measure_care.feedback")
    measures.printed(desk.vault, desk.tools, case, first.id)
    told = [one.kind for one in desk.vault.audit.entries()]
    assert told[0] is AuditKind.MEASURE_PRINTED
    assert told.count(AuditKind.MEASURE_TAKEN) == 1
    assert AuditKind.MEASURES_READ in told


@pytest.mark.clause("055")
def test_one_that_lacks_something_is_not_stored(desk):
    case = desk.case()
    with pytest.raises(MeasureIncomplete) as refused:
        measures.record(desk.vault, desk.tools, case, replace(whole(desk.tools), who=None))
    assert refused.value.missing == ("measure.who",)
    assert desk.vault.entries.of_case(case) == []


@pytest.mark.clause("055")
def test_what_was_done_stands_beside_it_and_ends_the_waiting(desk):
    case = desk.case()
    made = measures.record(desk.vault, desk.tools, case, whole(desk.tools))
    with pytest.raises(MeasureIncomplete):
        measures.follow(desk.vault, desk.tools, case, Follow(made.id, FollowKind.RISK_LOOKED_AT))
    for wrong in (Follow(EntryId(99), FollowKind.FED_BACK, "2026-05-12"),):
        with pytest.raises(KeyError):
            measures.follow(desk.vault, desk.tools, case, wrong)
    for kind in (FollowKind.RISK_LOOKED_AT, FollowKind.FED_BACK):
        done = Follow(made.id, kind, "2026-05-12", NASTY)
        measures.follow(desk.vault, desk.tools, case, done)
    found = page(desk, case)
    assert found.waits == ()
    assert [one.said for one in found.kept[0].follows] == [NASTY, NASTY]
    told = [one.kind for one in desk.vault.audit.entries()]
    assert told.count(AuditKind.MEASURE_FOLLOWED) == 2


@pytest.mark.clause("055")
def test_a_screen_that_is_made_later_looks_at_risk(desk):
    case = desk.case()
    desk.vault.entries.add(case, EntryKind.SCREEN, desk.clock.at, {})
    desk.clock.pass_(60)
    measures.record(desk.vault, desk.tools, case, whole(desk.tools))
    assert "measure_care.self_harm" in page(desk, case).waits
    later = desk.clock.at + timedelta(minutes=1)
    desk.vault.entries.add(case, EntryKind.SCREEN, later, {})
    assert page(desk, case).waits == ("measure_care.feedback",)
    assert page(desk, case).risk_seen == later


def test_the_page_tells_what_happened_meanwhile(desk):
    case = desk.case()
    template = desk.tools.note_templates["free"]
    note = notes.start(desk.vault, desk.clock, case, SessionTime(desk.clock.at), template)
    grave = SessionSheet(risk=RiskLevel.HIGH)
    notes.save_draft(desk.vault, desk.clock, note.id, note.body, grave)
    for after in (ServiceMode.ONLINE, None):
        change = ModeChange(ServiceMode.FACE_TO_FACE, after)
        desk.vault.entries.add(case, EntryKind.MODE_CHANGE, desk.clock.at, _raw(change))
    found = page(desk, case)
    assert [one.what for one in found.happenings] == [1, RiskLevel.HIGH, ServiceMode.ONLINE]
    assert found.zone == found.practice.place.time_zone


def test_a_grave_assessment_is_told_beside_the_scores_and_once_a_day(desk):
    case = desk.case()
    measures.record(desk.vault, desk.tools, case, whole(desk.tools))
    asked = dict.fromkeys(("ideation", "plan", "means", "intent"), Sign.YES)
    for level in (RiskLevel.LOW, RiskLevel.HIGH, RiskLevel.HIGH, RiskLevel.MIDDLE):
        found = RiskAssessment(**asked, level=level)
        desk.vault.entries.add(case, EntryKind.RISK, desk.clock.at, as_json(found))
    told = page(desk, case).happenings
    assert [one.what for one in told] == [RiskLevel.HIGH, RiskLevel.MIDDLE]


def _raw(change):
    after = change.after.value if change.after else ""
    return {"before": change.before.value, "after": after, "effective": None}


def test_a_shut_case_shows_none(desk):
    case = desk.case()
    measures.record(desk.vault, desk.tools, case, whole(desk.tools))
    case_locks.set_password(desk.vault, desk.clock, case, WORD, recovery=False)
    case_locks.shut(desk.vault, desk.clock, case)
    with pytest.raises(CaseLocked):
        page(desk, case)


def test_no_answer_is_found_by_the_search(desk):
    case = desk.case()
    measures.record(desk.vault, desk.tools, case, whole(desk.tools))
    for words in ("提不起劲", NASTY, "PHQ"):
        assert desk.vault.search.count(words) == 0


def test_the_scales_come_in_the_language_of_the_window_and_hers_after_them(desk):
    case = desk.case()
    assert [one.name for one in page(desk, case, "en").scales] == [
        "PHQ-9", "GAD-7", "PHQ-2", "GAD-2",
    ]  # fmt: skip
    assert {one.language for one in page(desk, case, "en").scales} == {"en"}
    own = scales.keep(desk.vault, desk.tools, scales.NEW, OWN, "zh")
    assert page(desk, case, "en").scales[-1] == own


@pytest.mark.clause("055")
def test_every_change_of_a_scale_is_an_edition_and_answers_keep_theirs(desk):
    case = desk.case()
    first = scales.keep(desk.vault, desk.tools, scales.NEW, OWN, "zh")
    made = Measure(first, (1, 1), Way.SCREEN, Who.CLIENT, "2026-05-12")
    measures.record(desk.vault, desk.tools, case, made)
    assert scales.keep(desk.vault, desk.tools, first.key, OWN, "zh") == first
    second = scales.keep(
        desk.vault, desk.tools, first.key, replace(OWN, items="只问一题", alert=""), "zh"
    )
    assert (first.edition, second.edition, second.key) == ("1", "2", first.key)
    assert scales.own(desk.vault) == (second,)
    assert len(desk.vault.settings.scales()) == 2
    (kept,) = page(desk, case).kept
    assert kept.made.scale == first
    assert kept.made.scale.items[1].text == NASTY.strip()
    assert kept.made.alarming
    other = scales.keep(desk.vault, desk.tools, scales.NEW, replace(OWN, name="另一份"), "en")
    assert (first.key, other.key) == ("own-1", "own-2")


def test_one_that_lacks_something_is_no_scale_and_what_is_typed_stays(desk):
    begun = {"name": NASTY}
    scales.keep_begun(desk.vault, scales.NEW, begun)
    scales.keep_begun(desk.vault, "own-1", {"items": "a"})
    with pytest.raises(ScaleIncomplete):
        scales.keep(desk.vault, desk.tools, scales.NEW, ScaleWords(NASTY), "zh")
    found = scales.page(desk.vault, desk.tools)
    assert found.begun == {"": begun, "own-1": {"items": "a"}}
    assert found.shipped == desk.tools.scales
    scales.keep(desk.vault, desk.tools, scales.NEW, OWN, "zh")
    assert scales.page(desk.vault, desk.tools).begun == {"own-1": {"items": "a"}}


def test_one_that_is_used_no_more_can_come_back(desk):
    own = scales.keep(desk.vault, desk.tools, scales.NEW, OWN, "zh")
    scales.retire(desk.vault, desk.tools, own.key)
    assert scales.own(desk.vault) == ()
    scales.retire(desk.vault, desk.tools, own.key, retired=False)
    assert scales.own(desk.vault) == (own,)
    scales.printed(desk.vault, desk.tools)
    told = [one.kind for one in desk.vault.audit.entries()]
    assert told[0] is AuditKind.SCALE_PRINTED
    assert told.count(AuditKind.SCALE_MADE) == 3

"""Opening and changing cases, and what list and page show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.audit import AuditKind
from app.domain.case import ServiceMode
from app.domain.client import Place, Profile
from app.domain.consent import ConsentState
from app.domain.errors import CodeNameMissing, FieldInvalid
from app.services import cases, notes


@pytest.mark.clause("144")
def test_a_case_needs_only_its_code_name(desk):
    case = cases.open_case(desk.vault, desk.clock, " A ", ServiceMode.ONLINE, Profile())
    assert case.code == "A"
    assert desk.vault.clients.of_case(case.id).profile == Profile()
    assert desk.vault.audit.entries()[0].kind is AuditKind.CASE_OPENED


def test_what_is_refused_leaves_no_case(desk):
    with pytest.raises(CodeNameMissing):
        cases.open_case(desk.vault, desk.clock, " ", ServiceMode.ONLINE, Profile())
    with pytest.raises(FieldInvalid):
        cases.open_case(desk.vault, desk.clock, "A", ServiceMode.ONLINE, Profile(email="x"))
    assert cases.list_cases(desk.vault) == []
    assert desk.vault.audit.entries() == []


def test_a_case_is_changed_with_its_client(desk):
    case = desk.vault.cases.get(desk.case())
    wanted = replace(case, code=" B ", mode=ServiceMode.CRISIS)
    changed = cases.change_case(desk.vault, desk.clock, wanted, Profile(name="新"))
    assert (changed.code, changed.mode) == ("B", ServiceMode.CRISIS)
    assert desk.vault.clients.of_case(case.id).profile.name == "新"
    for bad, profile in ((replace(case, code=""), Profile()), (case, Profile(email="x"))):
        with pytest.raises((CodeNameMissing, FieldInvalid)):
            cases.change_case(desk.vault, desk.clock, bad, profile)
    assert desk.vault.cases.get(case.id) == changed


def test_the_first_place_she_names_is_where_she_practises(desk):
    shanghai, london = Place("上海", "Asia/Shanghai"), Place("伦敦", "Europe/London")
    first = Profile(counselor_place=shanghai)
    case = cases.open_case(desk.vault, desk.clock, "A", ServiceMode.ONLINE, first)
    assert desk.vault.settings.practice().place == shanghai
    cases.change_case(desk.vault, desk.clock, case, Profile(counselor_place=london))
    assert desk.vault.settings.practice().place == shanghai


def test_the_list_shows_each_case_newest_first(desk):
    one, two = desk.case("A", Profile(name="甲")), desk.case("B")
    desk.signed(one, "签了")
    desk.draft(one, "草稿")
    lines = cases.list_cases(desk.vault)
    assert [line.case.id for line in lines] == [two, one]
    assert [(line.name, line.notes, line.drafts) for line in lines] == [("", 0, 0), ("甲", 2, 1)]
    assert lines[0].last_session is None
    assert lines[1].last_session.number == 2


@pytest.mark.clause("113")
def test_the_page_shows_everything_and_writes_that_it_was_read(desk):
    case = desk.case("A", Profile(name="甲"))
    consent = desk.consent(case, ConsentState.SIGNED)
    first = desk.signed(case, "一")
    second = desk.draft(case, "二")
    desk.amend(first, "补")
    notes.save_amendment_draft(desk.vault, desk.clock, first, "还没写完")
    page = cases.case_page(desk.vault, desk.clock, case)
    assert [line.note.id for line in page.notes] == [second, first]
    assert [one.text for one in page.notes[1].amendments] == ["补"]
    assert [one.unfinished for one in page.notes] == ["", "还没写完"]
    assert "还没写完" not in repr(page)
    assert page.notes[0].session.number == 2
    assert page.client.profile.name == "甲"
    assert [one.id for one in page.consents] == [consent]
    line = desk.vault.audit.entries()[0]
    assert (line.kind, line.case_id) == (AuditKind.NOTE_READ, case)

"""Technical sheets made by the service on a real vault: kept, reminded of, given with a copy."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.audit import AuditKind
from app.domain.case import CaseState
from app.domain.client import Place
from app.domain.entry import EntryKind
from app.domain.errors import CaseLocked, TechSheetIncomplete
from app.domain.practice import Practice
from app.domain.record_copy import Ground, RecordCopy, copy_of
from app.services import case_entries, case_locks, record_copies, tech_sheets
from tests.unit.domain.test_tech_sheet import WHOLE

WORD = "竹林 2031 水声"


@pytest.fixture
def case(desk):
    desk.vault.settings.change_practice(
        Practice(platform="腾讯会议", place=Place("上海", "Asia/Shanghai"))
    )
    return desk.case()


def names(page):
    return [one.name for one in page.waits]


@pytest.mark.clause("051")
def test_it_is_kept_and_what_waited_waits_no_more(desk, case):
    page = tech_sheets.page(desk.vault, desk.tools, case)
    assert (page.platform, page.kept, names(page)) == ("腾讯会议", (), ["tech_care.untried"])
    draft = case_entries.draft_kind(EntryKind.TECH_SHEET)
    desk.vault.cases.keep_draft(case, draft, {"platform": "腾"}, desk.clock.now())
    first = replace(WHOLE, tried_on="", done="")
    tech_sheets.record(desk.vault, desk.tools, case, first)
    assert desk.vault.audit.entries(1)[0].kind is AuditKind.TECH_PREPARED
    page = tech_sheets.page(desk.vault, desk.tools, case)
    assert names(page) == ["tech_care.untried", "tech_care.unsolved"]
    assert not page.unfinished
    tech_sheets.record(desk.vault, desk.tools, case, WHOLE)
    page = tech_sheets.page(desk.vault, desk.tools, case)
    assert [one for _, one in page.kept] == [WHOLE, first]
    assert names(page) == []


@pytest.mark.clause("051")
def test_one_that_lacks_its_platform_is_not_kept(desk, case):
    with pytest.raises(TechSheetIncomplete) as refused:
        tech_sheets.record(desk.vault, desk.tools, case, replace(WHOLE, platform=" "))
    assert refused.value.missing == ("tech.platform",)
    assert tech_sheets.page(desk.vault, desk.tools, case).kept == ()


@pytest.mark.clause("051")
def test_a_closed_case_waits_for_nothing(desk, case):
    open_one = desk.vault.cases.get(case)
    assert tech_sheets.waiting(open_one, 0, ())
    assert tech_sheets.waiting(replace(open_one, state=CaseState.CLOSED), 0, ()) == ()


def test_a_case_that_is_shut_is_refused(desk, case):
    case_locks.set_password(desk.vault, desk.clock, case, WORD, recovery=False)
    case_locks.shut(desk.vault, desk.clock, case)
    with pytest.raises(CaseLocked):
        tech_sheets.page(desk.vault, desk.tools, case)


@pytest.mark.clause("051")
def test_a_copy_of_the_record_takes_it_along_when_asked(desk, case):
    tech_sheets.record(desk.vault, desk.tools, case, WHOLE)
    page = record_copies.page(desk.vault, desk.tools, case)
    assert [one for _, one in page.technical] == [WHOLE]
    given = RecordCopy(((1, 0),), Ground.CLIENT, technical=True)
    record_copies.record(desk.vault, desk.tools, case, given)
    ((_, kept),) = record_copies.page(desk.vault, desk.tools, case).kept
    assert kept == given
    before = {"notes": [], "ground": "", "recipient": "", "purpose": "", "reference": ""}
    assert not copy_of(before).technical, "one that was given before there was such a sheet"

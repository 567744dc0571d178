"""Formulations of a case on a real vault: versions, drafts, the trail, a shut case."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from app import bootstrap
from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.entry import EntryKind
from app.domain.errors import CaseLocked, FormulationIncomplete
from app.domain.formulation import Formulation, FormulationPart
from app.services import case_entries, case_locks, formulations

WORD = "竹林 2031 水声"
MADE = Formulation(
    "free", "自由书写", "1", "zh", (FormulationPart("understanding", "怎样理解", "ZEBRA 😀"),)
)


@pytest.fixture
def here(desk):
    desk.tools = replace(desk.tools, formulation_schemes=bootstrap.formulation_schemes())
    return desk


@pytest.mark.clause("085")
def test_each_save_is_a_version_and_takes_the_draft_away(here):
    case = here.case()
    kind = case_entries.draft_kind(EntryKind.FORMULATION)
    here.vault.cases.keep_draft(case, kind, as_json(MADE), here.clock.at)
    assert formulations.page(here.vault, here.tools, case, "en").unfinished == json.loads(
        json.dumps(as_json(MADE))
    )
    first = formulations.record(here.vault, here.tools, case, MADE)
    here.clock.pass_(60)
    later = replace(MADE, goals="睡得好")
    second = formulations.record(here.vault, here.tools, case, later)
    page = formulations.page(here.vault, here.tools, case, "en")
    assert [(one.id, one.made) for one in page.kept] == [(second.id, later), (first.id, MADE)]
    assert (page.unfinished, page.drawn) == ({}, None)
    assert {one.language for one in page.schemes} == {"en"}
    formulations.printed(here.vault, here.tools, case, first.id)
    told = [one.kind for one in here.vault.audit.entries()]
    assert told.count(AuditKind.CASE_FORMULATED) == 2
    assert told[0] is AuditKind.FORMULATION_PRINTED


@pytest.mark.clause("085")
def test_one_that_says_nothing_is_not_stored(here):
    case = here.case()
    with pytest.raises(FormulationIncomplete) as refused:
        formulations.record(here.vault, here.tools, case, Formulation("free"))
    assert refused.value.missing == ("formulation.written",)
    assert here.vault.entries.of_case(case) == []


def test_a_shut_case_shows_none(here):
    case = here.case()
    formulations.record(here.vault, here.tools, case, MADE)
    case_locks.set_password(here.vault, here.clock, case, WORD, recovery=False)
    case_locks.shut(here.vault, here.clock, case)
    with pytest.raises(CaseLocked):
        formulations.page(here.vault, here.tools, case, "zh")

"""The group agreement of a couple on a real vault: begun with their names, asked for at signing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app import bootstrap
from app.domain.client import Profile
from app.domain.consent import ConsentState
from app.domain.errors import SessionNotFormal
from app.domain.intake import CaseType, Intake, Member
from app.services import consents, gate, sheets
from tests import admitted

COUPLE = Profile(name="林晓禾", intake=Intake(kind=CaseType.COUPLE, members=(Member("陈树"),)))


@pytest.mark.clause("108")
def test_a_note_of_a_couple_waits_for_the_agreement_of_both(desk):
    case = desk.case("A", COUPLE)
    note = desk.draft(case, "谈到分工。")
    with pytest.raises(SessionNotFormal) as refused:
        gate.check(desk.vault, note)
    assert "gate.group_agreement" in refused.value.missing
    admitted.admit(desk.vault, desk.clock, note)
    gate.check(desk.vault, note)
    client = desk.vault.clients.of_case(case)
    third = replace(COUPLE.intake, members=(Member("陈树"), Member("陈母")))
    joined = replace(client, profile=replace(client.profile, intake=third))
    with desk.vault.transaction():
        desk.vault.clients.change(joined)
    assert gate.missing(desk.vault, note) == (), "she was not there"
    session = desk.vault.sessions.get(desk.vault.notes.get(note).session_id)
    page = sheets.page(desk.vault, session)
    assert (page.sheet.came, page.people) == (("林晓禾", "陈树"), ("林晓禾", "陈树", "陈母"))
    with desk.vault.transaction():
        three = replace(page.sheet, came=page.people)
        sheets.keep(desk.vault, session, three, desk.clock.now())
    assert [one.name for one in gate.missing(desk.vault, note)] == ["gate.group_agreement"]


@pytest.mark.clause("108")
def test_it_is_said_anew_of_every_session_who_came(desk):
    case = desk.case("A", COUPLE)
    first = desk.draft(case, "谈到分工。")
    admitted.admit(desk.vault, desk.clock, first)
    second = desk.draft(case, "又谈。")
    session = desk.vault.sessions.get(desk.vault.notes.get(second).session_id)
    assert sheets.page(desk.vault, session).sheet.came == ()
    assert "gate.who_came" in {one.name for one in gate.missing(desk.vault, second)}


@pytest.mark.clause("108")
def test_an_agreement_that_was_begun_only_is_none_and_begins_with_their_names(desk):
    tools = bootstrap.tools()
    case = desk.case("A", COUPLE)
    note = desk.draft(case, "谈到分工。")
    made = consents.start_with(desk.vault, tools, case, "group.zh")
    assert made.draft.members == ("林晓禾", "陈树")
    assert made.state is ConsentState.DRAFT
    assert "gate.group_agreement" in {one.name for one in gate.missing(desk.vault, note)}


def test_nothing_else_begins_with_members(desk):
    case = desk.case("A", COUPLE)
    made = consents.start_with(desk.vault, bootstrap.tools(), case, "audio.zh")
    assert made.draft.members == ()

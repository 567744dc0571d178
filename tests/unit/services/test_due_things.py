"""What waits can be put off, but for danger; it comes back by itself (072, 124)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from app import bootstrap
from app.domain.appointment import Which
from app.domain.case import CaseState
from app.domain.due import LONGEST, DueGroup, DueKind, put_off_until
from app.domain.entry import EntryKind
from app.domain.ids import AppointmentId, CaseId, ConsentId, SeriesId, SessionId
from app.domain.measure import Follow, FollowKind
from app.services import client_requests, disclosures, due_things, measures, referrals
from app.services.due_things import Due
from tests.unit.domain.test_disclosure import WHOLE
from tests.unit.domain.test_referral import BARE
from tests.unit.services.test_keeping import ASKED
from tests.unit.services.test_measures import whole

if TYPE_CHECKING:
    from tests.vault.fixtures import Desk

DANGERS = {one for one in DueKind if one.group is DueGroup.DANGER}


def board(desk: Desk):
    return due_things.board(desk.vault, desk.tools).waiting


def one_of(desk, kind):
    waiting = board(desk)
    return next(one for one in (*waiting.now, *(x.due for x in waiting.later)) if one.kind is kind)


@pytest.mark.clause("119")
def test_what_was_put_off_comes_back_on_its_day(desk):
    desk.draft(desk.case(), "没签")
    note = one_of(desk, DueKind.NOTE_UNSIGNED)
    due_things.put_off(desk.vault, desk.tools, note, 3)
    waiting = board(desk)
    assert DueKind.NOTE_UNSIGNED not in {one.kind for one in waiting.now}
    (later,) = waiting.later
    assert later.due.note_id == note.note_id
    assert (later.until - desk.clock.at.date()).days in {3, 4}
    desk.clock.at += timedelta(days=4)
    assert DueKind.NOTE_UNSIGNED in {one.kind for one in board(desk).now}


@pytest.mark.clause("072")
@pytest.mark.clause("124")
def test_danger_is_never_put_off(desk):
    desk.case()
    contact = one_of(desk, DueKind.NO_CONTACT)
    due_things.put_off(desk.vault, desk.tools, contact, 3)
    desk.vault.settings.change_put_off({due_things.key(contact): "2999-01-01"})
    assert DueKind.NO_CONTACT in {one.kind for one in board(desk).now}
    assert board(desk).later == ()


def test_it_can_be_brought_back_and_is_never_put_off_for_longer_than_a_month(desk):
    desk.draft(desk.case(), "没签")
    note = one_of(desk, DueKind.NOTE_UNSIGNED)
    due_things.put_off(desk.vault, desk.tools, note, 400)
    assert (board(desk).later[0].until - desk.clock.at.date()).days <= LONGEST + 1
    due_things.put_off(desk.vault, desk.tools, note, 0)
    assert board(desk).later == ()
    assert desk.vault.settings.put_off() == {}


def test_what_is_over_is_forgotten(desk):
    desk.draft(desk.case(), "没签")
    desk.vault.settings.change_put_off({"gone": "2020-01-01", "stands": "2999-01-01"})
    due_things.put_off(desk.vault, desk.tools, one_of(desk, DueKind.NOTE_UNSIGNED), 1)
    kept = desk.vault.settings.put_off()
    assert "gone" not in kept
    assert len(kept) == 2


@pytest.mark.parametrize("kind", sorted(DANGERS, key=lambda one: one.value))
def test_each_kind_of_danger_stays(desk, kind):
    assert not kind.can_wait
    assert put_off_until("2999-01-01", desk.clock.at.date(), kind) is None


def test_a_day_that_has_come_puts_nothing_off(desk):
    today = desk.clock.at.date()
    assert put_off_until(today.isoformat(), today, DueKind.BACKUP) is None
    assert put_off_until("", today, DueKind.BACKUP) is None
    assert put_off_until("2999-01-01", today, DueKind.BACKUP) is not None


def test_every_kind_stands_in_a_group():
    assert {one.group for one in DueKind} == set(DueGroup)


def test_two_things_are_never_taken_for_each_other(desk):
    slot = desk.clock.at
    things = [
        Due(DueKind.NO_RESULT, which=Which(AppointmentId(1))),
        Due(DueKind.NO_RESULT, which=Which(None, SeriesId(1), slot)),
        Due(DueKind.NO_RESULT, which=Which(None, SeriesId(1), slot + timedelta(days=7))),
        Due(DueKind.ENTRY_BEGUN, entry=EntryKind.SCREEN),
        Due(DueKind.ENTRY_BEGUN, entry=EntryKind.REVIEW),
        Due(DueKind.ENTRY_BEGUN, entry=EntryKind.REVIEW, session_id=SessionId(1)),
        Due(DueKind.CONSENT_STEP, consent_id=ConsentId(1)),
        Due(DueKind.BACKUP),
    ]
    assert len({due_things.key(one) for one in things}) == len(things)
    assert CaseId(1) == 1


@pytest.mark.clause("126")
@pytest.mark.clause("072")
def test_receipts_follow_ups_and_clients_who_are_gone_wait_on_today(desk):
    desk.tools = replace(bootstrap.tools(), clock=desk.clock)
    case = desk.case()
    referrals.record(desk.vault, desk.tools, case, BARE)
    wanted = {DueKind.RECEIPT, DueKind.FOLLOW_UP, DueKind.GONE}
    assert not wanted & {one.kind for one in board(desk).now}
    desk.clock.at += timedelta(days=110)
    found = {one.kind: one for one in board(desk).now}
    assert wanted <= set(found)
    assert {found[one].person.case_id for one in wanted} == {case}
    assert found[DueKind.GONE].reasons[0] == "dropped.silent"


@pytest.mark.clause("110")
@pytest.mark.clause("160")
def test_what_a_disclosure_owes_waits_on_today(desk):
    case = desk.case()
    rushed = replace(WHOLE, urgent=True, alternatives="")
    disclosures.record(desk.vault, desk.tools, case, rushed, [])
    one = one_of(desk, DueKind.DISCLOSURE_OWED)
    assert (one.person.case_id, one.reasons) == (case, ("alternatives",))


@pytest.mark.clause("133")
def test_a_request_waits_on_today_until_it_is_answered_or_its_case_is_shut(desk):
    case, gone = desk.case(), desk.case("B-02")
    for one in (case, gone):
        client_requests.receive(desk.vault, desk.tools, one, ASKED)
    with desk.vault.transaction():
        desk.vault.cases.set_state(gone, CaseState.CLOSED)
    waits = [one for one in board(desk).now if one.kind is DueKind.REQUEST_OPEN]
    assert case in [one.person.case_id for one in waits]
    assert waits[0].reasons == (ASKED.due,)


@pytest.mark.clause("055")
def test_an_answer_on_self_harm_waits_on_today_until_risk_was_looked_at(desk):
    """It cannot be put off; that the client is told what came of it can."""
    case, other = desk.case(), desk.case("B-02")
    made = measures.record(desk.vault, desk.tools, case, whole(desk.tools))
    measures.record(desk.vault, desk.tools, other, whole(desk.tools, (1,) * 8 + (0,)))

    def waits():
        wanted = {DueKind.SELF_HARM_SAID, DueKind.FEEDBACK}
        return {(one.kind, one.person.case_id) for one in board(desk).now if one.kind in wanted}

    feedbacks = {(DueKind.FEEDBACK, case), (DueKind.FEEDBACK, other)}
    assert waits() == {(DueKind.SELF_HARM_SAID, case), *feedbacks}
    due_things.put_off(desk.vault, desk.tools, one_of(desk, DueKind.SELF_HARM_SAID), 3)
    assert (DueKind.SELF_HARM_SAID, case) in waits()
    looked = Follow(made.id, FollowKind.RISK_LOOKED_AT, "2026-05-12", "问过了，没有计划")
    measures.follow(desk.vault, desk.tools, case, looked)
    assert waits() == feedbacks
    with desk.vault.transaction():
        desk.vault.cases.set_state(other, CaseState.CLOSED)
    assert waits() == {(DueKind.FEEDBACK, case)}

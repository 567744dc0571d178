"""How consent stands over all cases, from the states that a vault keeps."""

from __future__ import annotations

import pytest

from app.domain.consent import ConsentState
from app.domain.errors import VaultDamaged
from app.services import consent_board
from app.services.consent_board import ToDo


def stands(desk, tools):
    return [(one.todo, one.person.case_id) for one in consent_board.board(desk.vault, tools).rows]


@pytest.mark.clause("030")
def test_what_was_signed_stands_until_it_is_withdrawn(desk, tools):
    none, signed = desk.case("A"), desk.case("B")
    consent = desk.consent(signed, ConsentState.SIGNED)
    found = consent_board.board(desk.vault, tools)
    assert [(one.todo, one.person.case_id) for one in found.rows] == [
        (ToDo.NONE, none),
        (ToDo.IN_FORCE, signed),
    ]
    assert (found.rows[1].consent_id, found.rows[1].at) == (consent, desk.clock.now())
    desk.vault.consents.step(consent, ConsentState.WITHDRAWN, desk.clock.now())
    assert stands(desk, tools) == [(ToDo.ENDED, signed), (ToDo.NONE, none)]


@pytest.mark.clause("159")
def test_what_was_signed_long_ago_is_to_be_talked_over(desk, tools):
    case = desk.case()
    desk.consent(case, ConsentState.SIGNED)
    desk.clock.pass_(200 * 86_400)
    assert stands(desk, tools) == [(ToDo.RENEW, case)]


@pytest.mark.clause("042")
@pytest.mark.parametrize(
    "state", [ConsentState.DRAFT, ConsentState.PROVIDED, ConsentState.DISCUSSED]
)
def test_what_is_on_its_way_says_at_which_step(desk, tools, state):
    case = desk.case()
    desk.consent(case, state)
    (row,) = consent_board.board(desk.vault, tools).rows
    assert (row.todo, row.due.state) == (ToDo.UNDERWAY, state)


@pytest.mark.promise(11)
def test_beside_damage_nobody_is_said_to_have_no_consent(desk, tools, monkeypatch):
    case = desk.case()
    desk.consent(case, ConsentState.SIGNED)

    def broken(*_args):
        raise VaultDamaged

    monkeypatch.setattr(desk.vault.consents, "states", broken)
    found = consent_board.board(desk.vault, tools)
    assert found.rows == ()
    assert found.hidden


def test_a_signature_that_cannot_be_read_still_counts(desk, tools, monkeypatch):
    case = desk.case()
    desk.consent(case, ConsentState.SIGNED)
    monkeypatch.setattr(desk.vault.consents, "signed", lambda _purpose: [])
    (row,) = consent_board.board(desk.vault, tools).rows
    assert (row.todo, row.consent_id, row.at) == (ToDo.IN_FORCE, None, None)


def test_every_group_is_either_waiting_or_done():
    assert [one for one in ToDo if not one.waits] == [ToDo.IN_FORCE, ToDo.NOT_ASKED]

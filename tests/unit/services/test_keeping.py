"""Keeping, legal holds and the client's requests by the services on a real vault."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.bootstrap import keeping_texts
from app.domain.audit import AuditKind
from app.domain.case import CaseState
from app.domain.client import Place, Profile
from app.domain.client_request import Decision, RequestAnswer, RequestKind
from app.domain.destruction import Ground, Proposal
from app.domain.entry import EntryKind
from app.domain.errors import (
    CaseLocked,
    CaseOnHold,
    HoldIncomplete,
    KeepingIncomplete,
    ProposalIncomplete,
    RequestAnswerIncomplete,
    RequestIncomplete,
)
from app.domain.intake import Intake
from app.domain.practice import Practice
from app.domain.retention import OWN, Keeping, Standing
from app.services import (
    case_entries,
    case_locks,
    cases,
    client_requests,
    destruction,
    holds,
    intakes,
    reflections,
    retention,
)
from app.services.reflections import Writing
from tests.unit.domain.test_client_request import ASKED, GIVEN
from tests.unit.domain.test_legal_hold import END, WHOLE
from tests.vault.fixtures import EARLY, PASSWORD

WORD = "竹林 2031 水声"
LONG = timedelta(days=366 * 11)


@pytest.fixture
def desk(desk):
    desk.tools = replace(desk.tools, keeping_texts=keeping_texts())
    desk.vault.settings.change_practice(
        Practice(counselor="顾维", place=Place("上海", "Asia/Shanghai"))
    )
    return desk


@pytest.fixture
def case(desk):
    return desk.case()


def shut(desk, case):
    case_locks.set_password(desk.vault, desk.clock, case, WORD, recovery=False)
    case_locks.shut(desk.vault, desk.clock, case)


def close(desk, case):
    with desk.vault.transaction():
        desk.vault.cases.set_state(case, CaseState.CLOSED)


def standings(desk):
    found = retention.overview(desk.vault, desk.tools, "zh")
    return [(one.person.case_id, one.standing) for one in found.lines]


def hold(desk, case):
    return holds.place(desk.vault, desk.tools, case, WHOLE).id


class TestKeeping:
    @pytest.mark.clause("015")
    def test_the_overview_says_what_is_due_first(self, desk):
        ongoing, due, held, locked = (desk.case(f"H-{one}") for one in range(4))
        for one in (due, held, locked):
            close(desk, one)
        hold(desk, held)
        shut(desk, locked)
        desk.clock.at += LONG
        fresh = desk.case("H-9")
        close(desk, fresh)
        assert standings(desk) == [
            (due, Standing.DUE),
            (held, Standing.HELD),
            (fresh, Standing.KEPT),
            (ongoing, Standing.ONGOING),
            (locked, Standing.SHUT),
        ]
        assert desk.vault.audit.entries(1)[0].kind is AuditKind.RETENTION_READ

    @pytest.mark.clause("015")
    def test_a_session_and_an_entry_are_a_last_contact_and_what_is_done_about_the_file_is_none(
        self, desk, case
    ):
        close(desk, case)
        until = retention.term_of(desk.vault, desk.vault.cases.get(case)).until
        desk.clock.at += timedelta(days=400)
        hold(desk, case)
        client_requests.receive(desk.vault, desk.tools, case, ASKED)
        assert retention.term_of(desk.vault, desk.vault.cases.get(case)).until == until
        desk.signed(case, "后来又来了一次。")
        later = retention.term_of(desk.vault, desk.vault.cases.get(case)).until
        assert later > until
        desk.clock.at += timedelta(days=400)
        desk.vault.entries.add(case, EntryKind.CONTACT, desk.clock.now(), {})
        assert retention.term_of(desk.vault, desk.vault.cases.get(case)).until > later

    @pytest.mark.clause("015")
    def test_the_practice_chooses_and_a_case_may_be_kept_longer(self, desk, case):
        chosen = Keeping("shenzhen", 10, 3)
        retention.choose(desk.vault, desk.tools, chosen)
        assert desk.vault.audit.entries(1)[0].kind is AuditKind.RETENTION_CHOSEN
        page = retention.page(desk.vault, desk.tools, case, "zh")
        assert (page.keeping, page.usual, page.kept) == (chosen, chosen, ())
        draft = case_entries.draft_kind(EntryKind.RETENTION)
        desk.vault.cases.keep_draft(case, draft, {"years": "1"}, desk.clock.now())
        assert retention.page(desk.vault, desk.tools, case, "zh").unfinished == {"years": "1"}
        own = Keeping(OWN, 20, 5, "诉讼可能")
        retention.choose_for(desk.vault, desk.tools, case, own)
        page = retention.page(desk.vault, desk.tools, case, "zh")
        assert (page.keeping, page.usual) == (own, chosen)
        assert [one for _, one in page.kept] == [own]
        assert not page.unfinished
        (line,) = retention.overview(desk.vault, desk.tools, "zh").lines
        assert (line.keeping, line.own) == (own, True)

    @pytest.mark.clause("015")
    @pytest.mark.clause("155")
    def test_what_is_shorter_than_the_law_or_no_number_is_not_kept(self, desk, case):
        with pytest.raises(KeepingIncomplete) as refused:
            retention.choose(desk.vault, desk.tools, Keeping(years=None))
        assert refused.value.missing == ("keeping.years",)
        retention.choose(desk.vault, desk.tools, Keeping("shenzhen", 10, 3))
        with pytest.raises(KeepingIncomplete) as refused:
            retention.choose_for(desk.vault, desk.tools, case, Keeping(OWN, 5, 3, "短一点"))
        assert refused.value.missing == ("keeping.law",)

    def test_a_case_that_is_shut_is_refused(self, desk, case):
        shut(desk, case)
        with pytest.raises(CaseLocked):
            retention.page(desk.vault, desk.tools, case, "zh")


class TestHolds:
    @pytest.mark.clause("147")
    def test_it_stands_until_it_is_lifted_once(self, desk, case):
        first = hold(desk, case)
        assert desk.vault.audit.entries(1)[0].kind is AuditKind.HOLD_PLACED
        assert holds.standing(desk.vault) == {case: 1}
        ended = replace(END, hold=first)
        holds.lift(desk.vault, desk.tools, case, ended)
        assert holds.standing(desk.vault) == {}
        holds.check_free(desk.vault, case)
        (shown,) = holds.page(desk.vault, desk.tools, case).holds
        assert (shown.hold, shown.lift) == (WHOLE, ended)
        with pytest.raises(KeyError):
            holds.lift(desk.vault, desk.tools, case, ended)

    @pytest.mark.clause("147")
    def test_one_that_lacks_something_is_not_kept(self, desk, case):
        with pytest.raises(HoldIncomplete):
            holds.place(desk.vault, desk.tools, case, replace(WHOLE, number=""))
        with pytest.raises(HoldIncomplete):
            holds.lift(desk.vault, desk.tools, case, replace(END, hold=hold(desk, case), why=""))
        assert holds.standing(desk.vault) == {case: 1}

    @pytest.mark.clause("147")
    def test_a_case_under_it_is_neither_marked_nor_destroyed_even_while_shut(self, desk, case):
        destruction.mark(desk.vault, desk.clock, case, EARLY)
        hold(desk, case)
        shut(desk, case)
        with pytest.raises(CaseOnHold):
            destruction.destroy(desk.vault, desk.clock, case, (PASSWORD, str(case)))
        destruction.unmark(desk.vault, desk.clock, case)
        with pytest.raises(CaseOnHold):
            destruction.mark(desk.vault, desk.clock, case, EARLY)
        assert destruction.prospect(desk.vault, desk.clock, case).holds == 1

    @pytest.mark.clause("147")
    def test_what_is_known_of_the_client_stays_as_it_is(self, desk, case):
        writing, emptied = Writing(case), Writing(case)
        reflections.keep(desk.vault, desk.clock, writing, "只给自己看")
        for words in ("写了又删", ""):
            reflections.keep(desk.vault, desk.clock, emptied, words)
        hold(desk, case)
        known = desk.vault.cases.get(case)
        with pytest.raises(CaseOnHold):
            cases.change_case(desk.vault, desk.clock, known, Profile(name="改名"))
        with pytest.raises(CaseOnHold):
            intakes.change(desk.vault, desk.clock, case, Intake())
        with pytest.raises(CaseOnHold):
            reflections.remove(desk.vault, desk.clock, writing)
        with pytest.raises(CaseOnHold):
            reflections.keep(desk.vault, desk.clock, writing, "")
        reflections.tidy(desk.vault, desk.clock, emptied)
        assert emptied.id is not None
        assert reflections.remove(desk.vault, desk.clock, Writing(case)), "there is none to keep"

    def test_a_case_that_is_shut_is_refused(self, desk, case):
        shut(desk, case)
        with pytest.raises(CaseLocked):
            holds.page(desk.vault, desk.tools, case)


class TestDestruction:
    @pytest.mark.clause("155")
    @pytest.mark.parametrize(
        ("proposal", "missing"),
        [
            (Proposal(), ("proposal.ground", "proposal.weighed")),
            (Proposal(Ground.TERM_OVER), ("proposal.not_over",)),
            (Proposal(Ground.REQUEST), ("proposal.weighed",)),
        ],
    )
    def test_before_its_time_it_goes_only_where_duties_were_weighed(
        self, desk, case, proposal, missing
    ):
        with pytest.raises(ProposalIncomplete) as refused:
            destruction.mark(desk.vault, desk.clock, case, proposal)
        assert refused.value.missing == missing
        assert desk.vault.destructions.marked(case) is None

    @pytest.mark.clause("015")
    def test_once_its_term_is_over_it_goes_and_the_certificate_says_why(self, desk, case):
        close(desk, case)
        desk.clock.at += LONG
        seen = destruction.prospect(desk.vault, desk.clock, case)
        assert seen.over
        destruction.mark(desk.vault, desk.clock, case, Proposal(Ground.TERM_OVER))
        (line,) = retention.overview(desk.vault, desk.tools, "zh").lines
        assert line.marked is not None
        code = desk.vault.cases.get(case).code
        made = destruction.destroy(desk.vault, desk.clock, case, (PASSWORD, code))
        assert made.destruction.ground is Ground.TERM_OVER
        found = retention.overview(desk.vault, desk.tools, "zh")
        assert found.lines == ()
        assert [one.ground for one in found.gone] == [Ground.TERM_OVER]

    @pytest.mark.clause("133")
    @pytest.mark.parametrize("decision", [None, *Decision])
    def test_a_request_that_was_granted_is_known_there(self, desk, case, decision):
        asked = replace(ASKED, kind=RequestKind.DELETE)
        request = client_requests.receive(desk.vault, desk.tools, case, asked)
        if decision is not None:
            made = replace(GIVEN, request=request.id, decision=decision)
            client_requests.answer(desk.vault, desk.tools, case, made)
        seen = destruction.prospect(desk.vault, desk.clock, case)
        assert seen.requested is (decision is Decision.GRANTED)

    def test_of_a_case_that_is_shut_neither_term_nor_request_is_known(self, desk, case):
        shut(desk, case)
        seen = destruction.prospect(desk.vault, desk.clock, case)
        assert (seen.term, seen.over, seen.requested) == (None, False, False)


class TestRequests:
    @pytest.mark.clause("133")
    def test_one_is_received_answered_once_and_printed(self, desk, case):
        request = client_requests.receive(desk.vault, desk.tools, case, ASKED)
        known = desk.vault.cases.get(case)
        assert [one.id for one in client_requests.waiting(desk.vault, known)] == [request.id]
        page = client_requests.page(desk.vault, desk.tools, case)
        assert [one.id for one in page.waiting] == [request.id]
        made = replace(GIVEN, request=request.id)
        client_requests.answer(desk.vault, desk.tools, case, made)
        assert client_requests.waiting(desk.vault, known) == ()
        with pytest.raises(KeyError):
            client_requests.answer(desk.vault, desk.tools, case, made)
        with pytest.raises(KeyError):
            client_requests.answer(desk.vault, desk.tools, case, replace(made, request=99))
        page = client_requests.page(desk.vault, desk.tools, case)
        assert (page.waiting, page.requests[0].answer, page.held) == ((), made, False)
        sheet = client_requests.paper(page, page.requests[0], desk.tools, "zh")
        assert "顾维" in sheet.words()
        client_requests.printed(desk.vault, desk.tools, case)
        assert desk.vault.audit.entries(1)[0].kind is AuditKind.ANSWER_PRINTED

    @pytest.mark.clause("133")
    def test_one_that_lacks_something_is_not_kept(self, desk, case):
        with pytest.raises(RequestIncomplete):
            client_requests.receive(desk.vault, desk.tools, case, replace(ASKED, identity=None))
        request = client_requests.receive(desk.vault, desk.tools, case, ASKED)
        lacking = RequestAnswer(request.id)
        with pytest.raises(RequestAnswerIncomplete):
            client_requests.answer(desk.vault, desk.tools, case, lacking)
        assert len(client_requests.page(desk.vault, desk.tools, case).waiting) == 1

    @pytest.mark.clause("147")
    def test_under_legal_hold_nothing_is_granted_to_be_deleted(self, desk, case):
        hold(desk, case)
        asked = replace(ASKED, kind=RequestKind.DELETE)
        request = client_requests.receive(desk.vault, desk.tools, case, asked)
        made = replace(GIVEN, request=request.id)
        with pytest.raises(RequestAnswerIncomplete) as refused:
            client_requests.answer(desk.vault, desk.tools, case, made)
        assert refused.value.missing == ("answer.held",)
        assert client_requests.page(desk.vault, desk.tools, case).held

    def test_of_a_case_that_is_shut_nothing_waits(self, desk, case):
        client_requests.receive(desk.vault, desk.tools, case, ASKED)
        shut(desk, case)
        assert client_requests.waiting(desk.vault, desk.vault.cases.get(case)) == ()
        with pytest.raises(CaseLocked):
            client_requests.page(desk.vault, desk.tools, case)

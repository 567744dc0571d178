"""What the timeline of a case is made of: words only of what is looked at, and everything else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.appointment import AppointmentState, Booking
from app.domain.audit import AuditKind
from app.domain.case import ServiceMode
from app.domain.consent import ConsentState, DocumentKind
from app.domain.errors import VaultDamaged
from app.domain.ids import NoteId
from app.domain.recurrence import Rule
from app.domain.session import SessionTime
from app.services import appointments, case_events, case_timeline, cases, notes
from app.services.case_events import COMING, CaseEvents
from tests.vault.fixtures import TEMPLATE

AT = datetime(2026, 5, 12, 6, tzinfo=UTC)  # a Tuesday
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


def events(desk, case, now=None):
    page = cases.case_page(desk.vault, desk.clock, case)
    return case_events.case_events(
        desk.vault, case, now or desk.clock.now(), page.consents, page.sessions
    )


def weekly(desk, case, starts_at=AT):
    wanted = Booking(case, starts_at, ServiceMode.ONLINE, zone="Asia/Shanghai", rule=Rule())
    return appointments.book(desk.vault, desk.clock, wanted).which


def noted(desk, case, starts_at):
    return notes.start(desk.vault, desk.clock, case, SessionTime(starts_at), TEMPLATE).id


class TestNotes:
    def test_the_words_of_the_latest_sessions_are_read_and_no_others(self, desk, monkeypatch):
        case = desk.case()
        weeks = (1, 5, 3, 2, 4)  # written down in another order than they were
        ids = {week: noted(desk, case, AT + week * WEEK) for week in weeks}
        read, real = [], desk.vault.notes.get
        monkeypatch.setattr(desk.vault.notes, "get", lambda one: read.append(one) or real(one))
        monkeypatch.setattr(desk.vault.notes, "of_case", pytest.fail)
        found = case_timeline.note_lines(desk.vault, case, 2)
        assert read == [ids[5], ids[4]]
        assert [one.note.id for one in found.read] == [ids[5], ids[4]]
        assert [one.facts.id for one in found.further] == [ids[3], ids[2], ids[1]]
        more = case_timeline.words_of(desk.vault, (ids[3], NoteId(999), ids[2]))
        assert [one.note.id for one in more] == [ids[3], ids[2]]

    def test_the_page_counts_sessions_read_or_not(self, desk):
        case = desk.case()
        for week in range(3):
            noted(desk, case, AT + week * WEEK)
        page = cases.case_page(desk.vault, desk.clock, case, 1)
        assert (len(page.notes), len(page.further), len(page.sessions)) == (1, 2, 3)

    @pytest.mark.promise(11)
    def test_where_one_is_damaged_every_one_is_tried(self, desk, monkeypatch):
        case = desk.case()
        first, second, third = (noted(desk, case, AT + week * WEEK) for week in range(3))
        real = desk.vault.notes.get

        def damaged(note_id):
            if note_id == third:
                raise VaultDamaged
            return real(note_id)

        monkeypatch.setattr(desk.vault.notes, "get", damaged)
        found = case_timeline.note_lines(desk.vault, case, 1)
        assert [one.note.id for one in found.read] == [second, first]
        assert (found.further, found.unread) == ((), (third,))


class TestEvents:
    @pytest.fixture
    def case(self, desk):
        desk.clock.at = AT - DAY
        return desk.case("L-07")

    def test_a_case_in_which_nothing_happened_has_none(self, desk, case):
        assert events(desk, case) == CaseEvents()

    @pytest.mark.clause("081")
    def test_the_next_few_stand_ahead_and_what_was_behind(self, desk, case):
        which = weekly(desk, case)
        desk.clock.at = AT + 2 * WEEK + DAY
        appointments.miss(desk.vault, desk.clock, which)
        appointments.cancel(desk.vault, desk.clock, replace(which, slot=AT + 4 * WEEK))
        found = events(desk, case)
        assert [(one.starts_at - AT) // WEEK for one in found.coming] == [3, 4, 5, 6]
        assert [one.state.standing for one in found.coming].count(True) == COMING
        assert [((one.starts_at - AT) // WEEK, one.state) for one in found.past] == [
            (0, AppointmentState.MISSED),
            (1, AppointmentState.BOOKED),
            (2, AppointmentState.BOOKED),
        ]

    def test_a_series_that_ends_has_no_more(self, desk, case):
        wanted = Booking(
            case, AT, ServiceMode.ONLINE, zone="Asia/Shanghai", rule=replace(Rule(), count=2)
        )
        appointments.book(desk.vault, desk.clock, wanted)
        assert len(events(desk, case).coming) == 2

    @pytest.mark.clause("079")
    def test_a_note_stands_for_its_appointment(self, desk, case):
        weekly(desk, case)
        desk.clock.at = AT + DAY
        assert len(events(desk, case).past) == 1
        noted(desk, case, AT)
        assert events(desk, case).past == ()

    @pytest.mark.clause("082")
    def test_every_change_of_time_is_told(self, desk, case):
        which = weekly(desk, case)
        appointments.move(desk.vault, desk.clock, which, AT + DAY, 50)
        (one,) = events(desk, case).moves
        assert (one.from_at, one.to_at) == (AT, AT + DAY)

    @pytest.mark.clause("113")
    def test_what_left_the_vault_is_told_of_this_case_alone(self, desk, case):
        other = desk.case("N-1")
        for one in (case, other):
            desk.vault.audit.record(AuditKind.SUMMARY_EXPORTED, AT, one)
            desk.vault.audit.record(AuditKind.SUMMARY_PREPARED, AT, one)
        (line,) = events(desk, case).given_out
        assert (line.kind, line.case_id) == (AuditKind.SUMMARY_EXPORTED, case)

    def test_papers_of_consents_are_told_but_not_the_bare_hand(self, desk, case):
        desk.consent(case, ConsentState.SIGNED)
        kinds = [one.kind for one in events(desk, case).documents]
        assert DocumentKind.SIGNED_PDF in kinds
        assert DocumentKind.SIGNATURE not in kinds

    @pytest.mark.promise(11)
    def test_what_damage_hides_is_left_out(self, desk, case, monkeypatch):
        weekly(desk, case)

        def broken(*_args):
            raise VaultDamaged

        for part in ("of_case", "moves_of_case"):
            monkeypatch.setattr(desk.vault.appointments, part, broken)
        monkeypatch.setattr(desk.vault.audit, "page", broken)
        found = case_events.case_events(desk.vault, case, AT)
        assert found == CaseEvents()

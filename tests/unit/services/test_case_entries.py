"""Entries of a case's file, made by the services on a real vault."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app import bootstrap
from app.domain.agreement import Agreement
from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.case import ServiceMode
from app.domain.client import Place, Profile
from app.domain.consent import ConsentState
from app.domain.contact import Began, Contact, Purpose
from app.domain.due import DueKind
from app.domain.entry import CaseEntry, EntryKind
from app.domain.errors import (
    AgreementIncomplete,
    CaseLocked,
    ContactIncomplete,
    FieldInvalid,
    ModeChangeIncomplete,
    ModeChangeUnrecorded,
    ReviewIncomplete,
    ScreenIncomplete,
)
from app.domain.genogram import Genogram
from app.domain.genogram import Person as Relative
from app.domain.ids import EntryId
from app.domain.imported_note import ImportedNote
from app.domain.mode_change import ModeChange
from app.domain.practice import Practice
from app.domain.progress_review import Onward, ProgressReview, StillHelps
from app.domain.questionnaire import Questionnaire, questionnaire_to_mapping
from app.domain.record_copy import Ground, RecordCopy
from app.domain.screen import Suitability, blank_screen
from app.domain.session import SessionTime
from app.services import (
    case_entries,
    case_locks,
    case_reports,
    case_supervisions,
    cases,
    client_requests,
    contacts,
    courses,
    endings,
    follow_ups,
    formulations,
    genograms,
    holds,
    intake_papers,
    intakes,
    measures,
    mode_changes,
    note_imports,
    notes,
    questionnaires,
    reasons,
    record_copies,
    referrals,
    screens,
    tech_sheets,
    today,
)
from tests.vault.fixtures import START, TEMPLATE

DAY = timedelta(days=1)
WORD = "竹林 2031 水声"
CATALOGUES = bootstrap.screen_catalogues()
FACE, ONLINE, GENERAL, REGULAR, CRISIS = ServiceMode


@pytest.fixture
def here(desk):
    """A desk whose tools know the screens."""
    desk.tools = replace(
        desk.tools,
        screens=CATALOGUES,
        crisis_texts=bootstrap.crisis_texts(),
        summary_wordings=bootstrap.summary_wordings(),
    )
    desk.vault.settings.change_practice(
        Practice(contact="专用微信", place=Place("上海", "Asia/Shanghai"))
    )
    return desk


def fine(**more):
    blank = blank_screen(CATALOGUES["zh"])
    asked = tuple(replace(one, answer=False) for one in blank.asked)
    return replace(blank, asked=asked, result=Suitability.SUITABLE, **more)


def change(after, effective=None, **more):
    return ModeChange(CRISIS, after, "继续或等待", "继续", effective, **more)


def hold(desk, case, times=1):
    for _ in range(times):
        notes.start(desk.vault, desk.clock, case, SessionTime(desk.clock.at), TEMPLATE)


class TestScreens:
    @pytest.mark.clause("052")
    def test_one_that_lacks_something_is_not_stored(self, here):
        case = here.case()
        with pytest.raises(ScreenIncomplete) as refused:
            screens.record(here.vault, here.tools, case, blank_screen(CATALOGUES["zh"]))
        assert refused.value.missing == ("screen.answered", "screen.result")
        assert here.vault.entries.of_case(case) == []

    @pytest.mark.clause("155")
    def test_a_new_one_stands_beside_the_old_and_takes_the_draft_away(self, here):
        case = here.case()
        kind = case_entries.draft_kind(EntryKind.SCREEN)
        here.vault.cases.keep_draft(case, kind, {"result": "x"}, here.clock.at)
        # What a summary keeps of its review has a name of its own.
        here.vault.cases.keep_draft(case, "review", {"passages": []}, here.clock.at)
        assert not courses.page(here.vault, here.tools, case).unfinished[EntryKind.REVIEW]
        first = screens.record(here.vault, here.tools, case, fine())
        here.clock.pass_(60)
        second = screens.record(here.vault, here.tools, case, fine(rationale="䶮 😀"))
        page = screens.page(here.vault, here.tools, case, "en")
        assert [one.id for one in page.kept] == [second.id, first.id]
        assert page.kept[0].screen.rationale == "䶮 😀"
        assert page.kept[0].screen.edition == CATALOGUES["zh"].edition
        assert (page.catalogue.language, page.unfinished) == ("en", {})
        told = [one.kind for one in here.vault.audit.entries()]
        assert told.count(AuditKind.SUITABILITY_SCREENED) == 2
        screens.printed(here.vault, here.tools, case, first.id)
        assert here.vault.audit.entries()[0].kind is AuditKind.SCREEN_PRINTED


class TestContacts:
    @pytest.mark.clause("095")
    @pytest.mark.clause("096")
    def test_the_dedicated_channel_is_offered_and_the_newest_comes_first(self, here):
        case = here.case()
        page = contacts.page(here.vault, here.tools, case)
        assert (page.channel, page.kept, page.here.city) == ("专用微信", (), "上海")
        late = Contact(here.clock.at, "专用微信", Purpose.BOOKING, Began.CLIENT)
        early = replace(late, at=here.clock.at - DAY)
        for one in (late, early):
            contacts.record(here.vault, here.tools, case, one)
        assert contacts.page(here.vault, here.tools, case).kept == (late, early)

    def test_without_a_dedicated_channel_the_last_one_is_offered(self, here):
        here.vault.settings.change_practice(Practice())
        case = here.case()
        assert contacts.page(here.vault, here.tools, case).channel == ""
        made = Contact(here.clock.at, "电话", Purpose.BOOKING, Began.COUNSELOR)
        contacts.record(here.vault, here.tools, case, made)
        assert contacts.page(here.vault, here.tools, case).channel == "电话"

    @pytest.mark.clause("095")
    def test_one_without_a_purpose_is_not_logged(self, here):
        with pytest.raises(ContactIncomplete) as refused:
            contacts.record(here.vault, here.tools, here.case(), Contact(here.clock.at, "电话"))
        assert refused.value.missing == ("contact.purpose", "contact.began")


class TestModeChanges:
    @pytest.mark.clause("071")
    def test_it_is_recorded_and_holds(self, here):
        case = here.case()
        hold(here, case, 3)
        made = change(FACE, here.clock.at)
        entry = mode_changes.record(here.vault, here.tools, case, made)
        assert here.vault.cases.get(case).mode is FACE
        assert (entry.value["before"], entry.value["sessions"]) == ("online", 3)
        page = mode_changes.page(here.vault, here.tools, case)
        assert page.kept == (replace(made, before=ONLINE, sessions=3),)
        assert page.case.mode is FACE

    @pytest.mark.clause("071")
    def test_one_that_lacks_something_changes_nothing(self, here):
        case = here.case()
        for lacking in (change(None, here.clock.at), change(ONLINE, here.clock.at), change(FACE)):
            with pytest.raises(ModeChangeIncomplete):
                mode_changes.record(here.vault, here.tools, case, lacking)
        assert here.vault.cases.get(case).mode is ONLINE
        assert here.vault.entries.of_case(case) == []

    @pytest.mark.clause("071")
    def test_a_session_before_the_day_is_held_as_before(self, here):
        case = here.case()
        mode_changes.record(here.vault, here.tools, case, change(FACE, here.clock.at + DAY))
        for away in (0, 1):
            here.clock.at += away * DAY
            hold(here, case)
        modes = [one.mode for one in here.vault.sessions.of_case(case)]
        assert modes == [ONLINE, FACE]

    @pytest.mark.clause("071")
    @pytest.mark.parametrize("begun", ["session", "screen", "consent"])
    def test_once_begun_the_form_changes_no_mode(self, here, begun):
        case = here.case()
        known, profile = here.vault.cases.get(case), Profile(name="禾木")
        moved = cases.change_case(here.vault, here.clock, replace(known, mode=FACE), profile)
        assert moved.mode is FACE
        {
            "session": lambda: hold(here, case),
            "screen": lambda: screens.record(here.vault, here.tools, case, fine()),
            "consent": lambda: here.consent(case, ConsentState.PROVIDED),
        }[begun]()
        with pytest.raises(ModeChangeUnrecorded):
            cases.change_case(here.vault, here.clock, replace(known, mode=ONLINE), profile)
        assert here.vault.cases.get(case).mode is FACE
        cases.change_case(here.vault, here.clock, replace(moved, code="新"), profile)
        assert here.vault.cases.get(case).code == "新"


class TestCourses:
    @pytest.mark.clause("080")
    def test_an_agreement_counts_from_the_last_session_and_is_renewed(self, here):
        case = here.case()
        with pytest.raises(AgreementIncomplete):
            courses.agree(here.vault, here.tools, case, Agreement(0))
        courses.agree(here.vault, here.tools, case, Agreement(2))
        hold(here, case, 2)
        page = courses.page(here.vault, here.tools, case)
        assert [one.name for one in courses.waiting(page.course)] == ["course.last_agreed"]
        courses.agree(here.vault, here.tools, case, Agreement(3, after=99))
        page = courses.page(here.vault, here.tools, case)
        assert (page.course.limit, courses.waiting(page.course)) == (5, ())
        assert [one.count for _, one in page.agreements] == [3, 2]

    @pytest.mark.clause("035")
    @pytest.mark.clause("106")
    def test_a_review_is_due_until_it_is_made(self, here):
        case = here.case()
        hold(here, case, 6)
        no = ProgressReview(StillHelps.NO, "", Onward.IN_PERSON, "谈过")
        with pytest.raises(ReviewIncomplete) as refused:
            courses.review(here.vault, here.tools, case, replace(no, onward=None))
        assert refused.value.missing == ("review.onward",)
        course = courses.course_now(here.vault, here.vault.cases.get(case))
        assert [one.name for one in courses.waiting(course)] == ["course.review_due"]
        courses.review(here.vault, here.tools, case, no)
        page = courses.page(here.vault, here.tools, case)
        assert (page.course.reviewed, courses.waiting(page.course)) == (6, ())
        assert page.reviews[0][1] == replace(no, sessions=6)

    @pytest.mark.clause("035")
    def test_she_says_how_often_for_every_case(self, here):
        case = here.case()
        hold(here, case, 3)
        for wrong in (0, 100):
            with pytest.raises(FieldInvalid):
                courses.choose_every(here.vault, wrong)
        assert courses.page(here.vault, here.tools, case).course.every == 6
        courses.choose_every(here.vault, 3)
        course = courses.page(here.vault, here.tools, case).course
        assert [one.name for one in courses.waiting(course)] == ["course.review_due"]


class TestToday:
    @pytest.mark.clause("035")
    @pytest.mark.clause("071")
    @pytest.mark.clause("080")
    def test_what_waits_in_a_case_waits_on_today(self, here):
        case = here.case()
        courses.agree(here.vault, here.tools, case, Agreement(6))
        mode_changes.record(here.vault, here.tools, case, change(FACE, here.clock.at))
        mode_changes.record(here.vault, here.tools, case, change(REGULAR, here.clock.at))
        hold(here, case, 6)
        wanted = {DueKind.SCREEN_AGAIN, DueKind.AGREED_OVER, DueKind.REVIEW}

        def waits():
            found = today.today(here.vault, here.tools).due
            return {(one.kind, one.number) for one in found if one.kind in wanted}

        assert waits() == {(kind, 6) for kind in wanted}
        screens.record(here.vault, here.tools, case, fine())
        courses.agree(here.vault, here.tools, case, Agreement(4))
        courses.review(here.vault, here.tools, case, ProgressReview(StillHelps.YES))
        assert waits() == set()

    def test_of_a_case_that_is_shut_nothing_is_known(self, here):
        from app.services import case_locks  # noqa: PLC0415 - one test

        case = here.case()
        hold(here, case, 6)
        with here.without_password():
            case_locks.set_password(
                here.vault, here.clock, case, "另一只旧木箱在雨里", recovery=False
            )
        case_locks.shut(here.vault, here.clock, case)
        found = today.today(here.vault, here.tools).due
        assert not [one for one in found if one.kind is DueKind.REVIEW]


PAGES = {
    AuditKind.CONTACTS_READ: lambda here, case: contacts.page(here.vault, here.tools, case),
    AuditKind.COURSE_READ: lambda here, case: courses.page(here.vault, here.tools, case),
    AuditKind.MODE_CHANGES_READ: lambda here, case: mode_changes.page(here.vault, here.tools, case),
    AuditKind.REASONS_READ: lambda here, case: reasons.page(
        here.vault, here.clock, case, EntryKind.IDENTITY_TALK, None
    ),
    AuditKind.TECH_SHEETS_READ: lambda here, case: tech_sheets.page(here.vault, here.tools, case),
    AuditKind.HOLDS_READ: lambda here, case: holds.page(here.vault, here.tools, case),
    AuditKind.REQUESTS_READ: lambda here, case: client_requests.page(here.vault, here.tools, case),
    AuditKind.SCREENS_READ: lambda here, case: screens.page(here.vault, here.tools, case, "zh"),
    AuditKind.FORMULATIONS_READ: lambda here, case: formulations.page(
        here.vault, here.tools, case, "zh"
    ),
    AuditKind.CASE_REPORTS_READ: lambda here, case: case_reports.page(
        here.vault, here.tools, case, "zh"
    ),
    AuditKind.SUPERVISION_READ: lambda here, case: case_supervisions.page(
        here.vault, here.tools, case
    ),
    AuditKind.GENOGRAM_READ: lambda here, case: genograms.page(here.vault, here.tools, case),
    AuditKind.RECORD_COPIES_READ: lambda here, case: record_copies.page(
        here.vault, here.tools, case
    ),
    AuditKind.QUESTIONNAIRES_READ: lambda here, case: questionnaires.answers(
        here.vault, here.clock, case
    ),
    AuditKind.IMPORTED_NOTES_READ: lambda here, case: note_imports.page(
        here.vault, here.clock, case
    ),
    AuditKind.INTAKE_READ: lambda here, case: intakes.page(here.vault, here.clock, case),
    AuditKind.REFERRALS_READ: lambda here, case: referrals.page(here.vault, here.tools, case, "zh"),
    AuditKind.ENDING_READ: lambda here, case: endings.page(here.vault, here.tools, case),
    AuditKind.FOLLOW_UPS_READ: lambda here, case: follow_ups.page(here.vault, here.tools, case),
    AuditKind.MEASURES_READ: lambda here, case: measures.page(here.vault, here.tools, case, "zh"),
}
READ_OF = {
    AuditKind.SUPERVISION_READ: (EntryKind.SUPERVISION, {"feedback": "等一等"}),
    AuditKind.CASE_REPORTS_READ: (EntryKind.CASE_REPORT, {"texts": {"complaint": "睡不着"}}),
    AuditKind.IMPORTED_NOTES_READ: (EntryKind.IMPORTED, as_json(ImportedNote("好", "2024-03-05"))),
    AuditKind.GENOGRAM_READ: (EntryKind.GENOGRAM, as_json(Genogram((Relative(1),)))),
    AuditKind.QUESTIONNAIRES_READ: (
        EntryKind.QUESTIONNAIRE,
        questionnaire_to_mapping(Questionnaire((("颜色", "蓝"),))),
    ),
}
PAPERS = {
    AuditKind.ANSWER_PRINTED: lambda here, case: client_requests.printed(
        here.vault, here.tools, case
    ),
    AuditKind.GENOGRAM_PRINTED: lambda here, case: genograms.printed(here.vault, here.tools, case),
    AuditKind.FORMULATION_PRINTED: lambda here, case: formulations.printed(
        here.vault, here.tools, case, EntryId(1)
    ),
    AuditKind.SCREEN_PRINTED: lambda here, case: screens.printed(
        here.vault, here.tools, case, None
    ),
    AuditKind.RECORD_PRINTED: lambda here, case: record_copies.printed(
        here.vault, here.tools, case, made_up(case)
    ),
    AuditKind.REFERRAL_PRINTED: lambda here, case: referrals.printed(
        here.vault, here.tools, case, EntryId(1)
    ),
    AuditKind.ENDING_PRINTED: lambda here, case: endings.printed(here.vault, here.tools, case),
    AuditKind.INTAKE_FORM_PRINTED: lambda here, case: intake_papers.printed(
        here.vault, here.clock, case
    ),
}


def made_up(case):
    value = as_json(RecordCopy(ground=Ground.CLIENT))
    return CaseEntry(EntryId(1), case, EntryKind.RECORD_COPY, START, value)


class TestPages:
    @pytest.mark.clause("113")
    @pytest.mark.parametrize("kind", PAGES)
    def test_that_it_was_read_goes_to_the_trail_as_what_it_is(self, here, kind):
        case = here.case()
        before = len(here.vault.audit.entries(99))
        PAGES[kind](here, case)
        newest, *rest = here.vault.audit.entries(99)
        assert (newest.kind, newest.case_id, newest.subject) == (kind, case, None)
        assert len(rest) == before

    @pytest.mark.clause("113")
    @pytest.mark.parametrize("kind", READ_OF)
    def test_the_newest_entry_that_was_shown_is_named_by_its_number(self, here, kind):
        case, (what, value) = here.case(), READ_OF[kind]
        first, second = (
            here.vault.entries.add(case, what, here.clock.at, value).id for _ in range(2)
        )
        PAGES[kind](here, case)
        assert here.vault.audit.entries(1)[0].subject == second > first

    @pytest.mark.clause("113")
    @pytest.mark.promise(4)
    @pytest.mark.parametrize("kind", PAPERS)
    def test_a_paper_that_left_on_a_full_disk_is_told_once_there_is_room(self, here, kind):
        case, connection = here.case(), here.vault.connection
        connection.execute("PRAGMA query_only = ON")  # SQLite takes nothing
        PAPERS[kind](here, case)
        assert here.vault.audit.entries(1)[0].kind is AuditKind.CASE_OPENED
        connection.execute("PRAGMA query_only = OFF")
        assert here.vault.audit.catch_up()
        later, line = here.vault.audit.entries(2)
        assert (line.kind, line.case_id) == (kind, case)
        assert later.kind is AuditKind.WRITTEN_LATER

    @pytest.mark.clause("103")
    @pytest.mark.parametrize("page", PAGES.values())
    def test_a_case_that_is_shut_is_refused_and_nothing_was_read(self, here, page):
        case = here.case()
        case_locks.set_password(here.vault, here.clock, case, WORD, recovery=False)
        case_locks.shut(here.vault, here.clock, case)
        before = here.vault.audit.entries(1)
        with pytest.raises(CaseLocked):
            page(here, case)
        assert here.vault.audit.entries(1) == before

"""A copy of the record: on record before it is paper, signed words alone, never a reflection."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app import bootstrap
from app.domain.audit import AuditKind
from app.domain.client import Profile
from app.domain.entry import EntryKind
from app.domain.errors import RecordCopyIncomplete
from app.domain.intake import CaseType, Intake, Member
from app.domain.practice import Practice
from app.domain.record_copy import Ground, RecordCopy
from app.domain.session_sheet import SessionSheet
from app.services import consents, record_copies, reflections
from app.services.reflections import Writing
from reports.protect import pdf_words
from tests import admitted
from ui.record_copy_words import copy_line, sheet

WORD = "斑马札记"


@pytest.fixture
def case(desk):
    desk.vault.settings.change_practice(Practice(counselor="沈知远"))
    desk.tools = replace(bootstrap.tools(), clock=desk.clock)
    case = desk.case("H-017", Profile(name="林晓禾"))
    note = desk.signed(case, "林晓禾说下午下雨。\n\n第二段")
    desk.amend(note, "补记：雨停了")
    desk.draft(case, "草稿里的话")
    reflections.keep(desk.vault, desk.clock, Writing(case), WORD)
    return case


def page(desk, case):
    return record_copies.page(desk.vault, desk.tools, case)


def copy_for(desk, case, ground=Ground.CLIENT, **more):
    chosen = tuple(one for one, _ in page(desk, case).notes)
    return RecordCopy(record_copies.counted(desk.vault, chosen), ground, **more)


def paper(desk, case, copy):
    found = record_copies.given(desk.vault, case, copy)
    made = sheet(page(desk, case), copy, found, "zh")
    return "".join(pdf_words(desk.tools.papers.sheet.render(made))), found


@pytest.mark.clause("151")
def test_only_signed_notes_can_be_chosen_and_none_is_given_by_itself(desk, case):
    shown = page(desk, case)
    assert (len(shown.notes), shown.drafts, shown.kept, shown.released) == (1, 1, (), False)
    with pytest.raises(RecordCopyIncomplete) as refused:
        record_copies.record(desk.vault, desk.tools, case, RecordCopy(ground=Ground.CLIENT))
    assert refused.value.missing == ("copy.chosen",)


@pytest.mark.clause("013")
def test_it_is_on_record_before_it_is_paper_and_so_is_the_paper(desk, case):
    copy = copy_for(desk, case, recipient="本人")
    entry = record_copies.record(desk.vault, desk.tools, case, copy)
    newest = desk.vault.audit.entries()[0]
    assert (newest.kind, newest.subject) == (AuditKind.RECORD_COPIED, entry.id)
    assert page(desk, case).kept == ((desk.clock.at, copy),)
    record_copies.printed(desk.vault, desk.tools, case, entry)
    *held, first = desk.vault.audit.entries()[: len(copy.notes) + 1]
    assert (first.kind, first.subject) == (AuditKind.RECORD_PRINTED, entry.id)
    assert [(one.kind, one.subject) for one in reversed(held)] == [
        (AuditKind.RECORD_HOLDS, note_id) for note_id, _ in copy.notes
    ]
    assert desk.vault.entries.of_case(case, EntryKind.RECORD_COPY) == [entry]
    assert copy_line(copy) == "来访者本人要 · 本人"
    assert copy_line(RecordCopy()) == ""


def test_the_paper_holds_the_note_whole_its_signature_and_digest_and_no_reflection(desk, case):
    copy = copy_for(desk, case)
    words, (given,) = paper(desk, case, copy)
    for said in ("林晓禾说下午下雨。", "第二段", "补记：雨停了", "H-017", "陈咨询师"):
        assert said in words
    digits = given.note.seal.digest.hex()
    assert digits in words.replace(" ", "").replace("\n", "")
    assert WORD not in words
    assert "草稿里的话" not in words


def test_an_amendment_that_came_later_is_not_in_a_copy_from_before(desk, case):
    copy = copy_for(desk, case)
    desk.amend(copy.notes[0][0], "很久以后")
    assert "很久以后" not in paper(desk, case, copy)[0]


def test_numbers_of_drafts_and_of_other_cases_give_nothing(desk, case):
    other = desk.signed(desk.case("B-02"), "别的个案里的话")
    drafts = [one.id for one in desk.vault.notes.facts_of_case(case) if not one.signed]
    copy = RecordCopy(((other, 0), (drafts[0], 0)), Ground.CLIENT)
    assert record_copies.given(desk.vault, case, copy) == ()


@pytest.mark.clause("145")
def test_a_consent_under_way_releases_nothing(desk, case):
    consents.start_with(desk.vault, desk.tools, case, "release.zh")
    assert not page(desk, case).released
    copy = copy_for(desk, case, Ground.CONSENT, recipient="周敏", purpose="转诊")
    with pytest.raises(RecordCopyIncomplete):
        record_copies.record(desk.vault, desk.tools, case, copy)


@pytest.mark.clause("108")
@pytest.mark.parametrize(
    ("kind", "ground", "named"),
    [
        (CaseType.GROUP, Ground.CLIENT, False),
        (CaseType.GROUP, Ground.LAW, False),
        (CaseType.GROUP, Ground.ARCHIVE, True),
        (CaseType.COUPLE, Ground.CLIENT, True),
    ],
)
def test_a_copy_that_leaves_the_practice_names_nobody_of_a_group(desk, case, kind, ground, named):
    people = Intake(kind=kind, members=(Member("陈树"), Member("王芳")))
    ours = desk.case("G-1", Profile(name="林晓禾", intake=people))
    note = desk.draft(ours, "下雨。")
    session = desk.vault.sessions.get(desk.vault.notes.get(note).session_id)
    told = SessionSheet(came=("林晓禾", "陈树"), absent=("王芳",), absence="王芳请了假")
    with desk.vault.transaction():
        desk.vault.entries.save_sheet(session, told, desk.clock.now())
    admitted.sign(desk.vault, desk.clock, note, "沈知远")
    words, _ = paper(desk, ours, copy_for(desk, ours, ground, recipient="某人"))
    assert ("陈树" in words, "王芳" in words) == (named, named)
    assert ("2 人" in words, "1 人" in words) == (not named, not named)

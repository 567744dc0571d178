"""The sheet of a session: what is proposed, what is kept, and that no day is made up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.audit import AuditKind
from app.domain.case import ServiceMode
from app.domain.client import Place, Profile
from app.domain.errors import NoteAlreadySigned
from app.domain.practice import Practice
from app.domain.risk import RiskLevel
from app.domain.session_sheet import IdentityCheck, Opening, SessionSheet, Surroundings
from app.services import cases, gate, notes, sheets

LONDON, HANGZHOU = Place("伦敦", "Europe/London"), Place("杭州", "Asia/Shanghai")
DALI = Place("大理", "Asia/Shanghai")
FULL = SessionSheet(
    client_place=DALI,
    counselor_place=HANGZHOU,
    channel="专用账号 😀䶮𬱖ㄅ\u202e",
    identity=IdentityCheck.WORD,
    mine=frozenset(Surroundings),
    theirs=frozenset(Surroundings),
    third_person=True,
    third_person_who="母亲",
    interrupted=4,
    handling="改打电话",
    opening=frozenset(Opening),
    mood="低落",
    risk=RiskLevel.MIDDLE,
    problem="睡眠",
    complaint="睡不好\n\n 末尾 ",
    danger="无",
    work="倾听",
    referral="无",
    confirmed=True,
    remedy="建议线下评估",
    edition="1",
)


def practice(desk, **said):
    with desk.vault.transaction():
        desk.vault.settings.change_practice(Practice(**said))


def session_of(desk, note_id):
    return desk.vault.sessions.get(desk.vault.notes.get(note_id).session_id)


def save(desk, note_id, sheet):
    body = desk.vault.notes.get(note_id).body
    notes.save_draft(desk.vault, desk.clock, note_id, body, sheet)


def page(desk, note_id):
    return sheets.page(desk.vault, session_of(desk, note_id))


@pytest.mark.clause("064", "083", "131")
def test_a_first_sheet_knows_the_places_and_the_platform(desk):
    practice(desk, platform="视频会议", place=HANGZHOU)
    found = page(desk, desk.draft(desk.case(profile=Profile(place=LONDON)), "甲"))
    expected = SessionSheet(client_place=LONDON, counselor_place=HANGZHOU, channel="视频会议")
    assert found == sheets.SheetPage(expected, kept=False)


@pytest.mark.clause("030", "031")
def test_the_next_sheet_takes_the_usual_and_nothing_that_counts_for_the_day(desk):
    case = desk.case()
    save(desk, desk.draft(case, "甲"), FULL)
    found = page(desk, desk.draft(case, "乙"))
    usual = SessionSheet(client_place=DALI, counselor_place=HANGZHOU, channel=FULL.channel)
    assert found == sheets.SheetPage(usual, kept=False, last_problem="睡眠")


def test_what_is_on_record_of_the_client_goes_before_where_they_were_last(desk):
    case = desk.case(profile=Profile(place=LONDON, counselor_place=HANGZHOU))
    save(desk, desk.draft(case, "甲"), replace(FULL, counselor_place=DALI))
    found = page(desk, desk.draft(case, "乙")).sheet
    assert (found.client_place, found.counselor_place) == (LONDON, HANGZHOU)


def test_who_sits_in_the_room_is_asked_for_one_place(desk):
    practice(desk, platform="视频会议", place=HANGZHOU)
    profile = Profile(place=LONDON)
    mode = ServiceMode.FACE_TO_FACE
    case = cases.open_case(desk.vault, desk.clock, "A", mode, profile).id
    assert page(desk, desk.draft(case, "甲")).sheet == SessionSheet(counselor_place=HANGZHOU)


def test_a_sheet_is_kept_to_the_character_and_told_once_in_the_trail(desk):
    note_id = desk.draft(desk.case(), "甲")
    before = desk.vault.audit.latest(note_id, (AuditKind.NOTE_CHANGED,))
    for sheet in (replace(FULL, mood="起"), FULL):
        save(desk, note_id, sheet)
    assert page(desk, note_id) == sheets.SheetPage(FULL, kept=True)
    assert before is desk.vault.audit.latest(note_id, (AuditKind.NOTE_CHANGED,))
    shown = notes.page(desk.vault, desk.clock, note_id)
    assert shown.sheet.sheet == FULL


def test_saving_the_words_alone_keeps_no_proposal(desk):
    note_id = desk.draft(desk.case(profile=Profile(place=LONDON)), "甲")
    desk.save(note_id, "乙")
    assert desk.vault.entries.sheet(session_of(desk, note_id)).empty
    assert not page(desk, note_id).kept


def test_a_sheet_that_was_emptied_stays_empty(desk):
    note_id = desk.draft(desk.case(profile=Profile(place=LONDON)), "甲")
    save(desk, note_id, SessionSheet(edition="1"))
    assert page(desk, note_id) == sheets.SheetPage(SessionSheet(edition="1"), kept=True)


def test_the_signature_covers_what_was_proposed(desk):
    case = desk.case(profile=Profile(place=LONDON, counselor_place=HANGZHOU))
    note_id = desk.signed(case, "甲")
    kept = desk.vault.entries.sheet(session_of(desk, note_id))
    assert kept.client_place == LONDON
    assert notes.seal_is_right(desk.vault, desk.vault.notes.get(note_id))
    with pytest.raises(NoteAlreadySigned):
        save(desk, note_id, FULL)
    with pytest.raises(NoteAlreadySigned):
        sheets.keep(desk.vault, session_of(desk, note_id), FULL, desk.clock.at)


def test_a_proposal_that_nobody_touched_is_kept_when_it_is_signed(desk):
    case = desk.case(profile=Profile(place=LONDON, counselor_place=HANGZHOU))
    session = session_of(desk, desk.draft(case, "甲"))
    proposed = SessionSheet(client_place=LONDON, counselor_place=HANGZHOU)
    assert sheets.settle(desk.vault, session, desk.clock.at) == proposed
    assert desk.vault.entries.sheet(session) == proposed


def test_nothing_is_proposed_for_a_signed_note_that_never_had_a_sheet(desk, monkeypatch):
    note_id = desk.draft(desk.case(), "甲")
    session = session_of(desk, note_id)
    monkeypatch.setattr(gate, "check", lambda *_: None)
    with desk.without_password():
        notes.sign(desk.vault, desk.clock, note_id, "陈咨询师", "")
    client = desk.vault.clients.of_case(session.case_id)
    desk.vault.clients.change(replace(client, profile=Profile(place=LONDON)))
    assert page(desk, note_id) == sheets.SheetPage(SessionSheet(), kept=False)


@pytest.mark.clause("121")
def test_the_kinds_of_problem_are_hers_to_change(desk):
    ours = sheets.catalogue(desk.vault, desk.tools, "zh").problems
    sheets.change_problem_kinds(desk.vault, [" 论文 ", "", "论文", "签证"])
    assert sheets.catalogue(desk.vault, desk.tools, "zh").problems == ("论文", "签证")
    sheets.change_problem_kinds(desk.vault, [])
    assert sheets.catalogue(desk.vault, desk.tools, "zh").problems == ours
    assert sheets.catalogue(desk.vault, desk.tools, "eo").problems == ours

"""Writing, signing and amending: signed is final, and the chain of digests holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from app.domain.audit import AuditKind
from app.domain.errors import (
    FieldInvalid,
    NoteAlreadySigned,
    NoteEmpty,
    NoteNotSigned,
    SlotHasNote,
    TooManyTries,
    WrongPassword,
)
from app.domain.note import amendment_bytes
from app.domain.session import SessionTime
from app.services import notes
from tests import admitted
from tests.vault.fixtures import PASSWORD, START, TEMPLATE, body


def test_a_note_begins_empty_with_its_session(desk):
    case = desk.case()
    note = notes.start(desk.vault, desk.clock, case, SessionTime(START, 30), TEMPLATE)
    assert note.body.empty
    session = desk.vault.sessions.get(note.session_id)
    assert (session.number, session.minutes) == (1, 30)
    with pytest.raises(FieldInvalid):
        notes.start(desk.vault, desk.clock, case, SessionTime(START, 0), TEMPLATE)
    with pytest.raises(KeyError):
        notes.start(desk.vault, desk.clock, 99, SessionTime(START), TEMPLATE)
    assert len(desk.vault.sessions.of_case(case)) == 1


def test_a_time_that_has_a_note_is_said_and_a_second_is_begun_on_purpose(desk, tools):
    def begin(case, minutes=0, **more):
        when = SessionTime(START + timedelta(minutes=minutes))
        return notes.begin(desk.vault, tools, case, "zh", when=when, **more).id

    case = desk.case()
    first = begin(case)
    for minutes in (0, -49, 49):  # any time in common with the 50 minutes of the first
        with pytest.raises(SlotHasNote) as caught:
            begin(case, minutes)
        assert caught.value.note_id == first
    assert len(desk.vault.sessions.of_case(case)) == 1
    later, second = begin(case, 50), begin(case, again=True)
    assert len({first, later, second}) == 3
    with pytest.raises(SlotHasNote) as caught:
        begin(case)
    assert caught.value.note_id == second  # numbered last
    assert begin(desk.case("另一个"))


@pytest.mark.clause("113")
def test_the_page_shows_the_note_and_the_one_before(desk):
    case = desk.case()
    first, second = desk.signed(case, "一"), desk.draft(case, "二")
    desk.amend(first, "补")
    notes.save_amendment_draft(desk.vault, desk.clock, first, "写着")
    page = notes.page(desk.vault, desk.clock, second)
    assert (page.note.id, page.last.id, page.session.number) == (second, first, 2)
    assert (page.amendments, page.amendment_draft) == ((), "")
    page = notes.page(desk.vault, desk.clock, first)
    assert page.last is None
    assert [one.text for one in page.amendments] == ["补"]
    assert page.amendment_draft == "写着"
    assert desk.vault.audit.entries()[0].kind is AuditKind.NOTE_READ


@pytest.mark.clause("113")
def test_the_note_that_stands_beside_is_in_the_trail_too_once_for_each_opening(desk):
    case = desk.case()
    first, second = desk.signed(case, "一"), desk.draft(case, "二")
    before = len(desk.vault.audit.entries())
    notes.page(desk.vault, desk.clock, second)
    notes.page(desk.vault, desk.clock, second, again=True)
    lines = desk.vault.audit.entries()[: len(desk.vault.audit.entries()) - before]
    assert [(one.kind, one.case_id, one.subject) for one in lines] == [
        (AuditKind.NOTE_READ, case, second),
        (AuditKind.NOTE_READ, case, first),
    ]


def test_a_draft_is_saved_and_says_when(desk):
    note = desk.draft(desk.case(), "一")
    desk.clock.pass_(60)
    when = notes.save_draft(desk.vault, desk.clock, note, body("二"))
    assert when == desk.clock.at == desk.vault.notes.get(note).updated_at
    assert desk.vault.notes.get(note).created_at == START


def test_the_session_of_a_draft_can_be_put_right(desk):
    case = desk.case()
    note = desk.draft(case, "一")
    moved = notes.change_session(
        desk.vault, desk.clock, note, SessionTime(START - timedelta(days=1), 80)
    )
    assert (moved.starts_at, moved.minutes) == (START - timedelta(days=1), 80)
    with pytest.raises(FieldInvalid):
        notes.change_session(desk.vault, desk.clock, note, SessionTime(START, 0))
    with pytest.raises(NoteAlreadySigned):
        notes.change_session(desk.vault, desk.clock, desk.signed(case, "签了"), SessionTime(START))


@pytest.mark.clause("044", "132")
def test_a_note_is_signed_once_and_then_only_amended(desk):
    note = desk.draft(desk.case(), "原文")
    with pytest.raises(NoteNotSigned):
        desk.amend(note, "补")
    with pytest.raises(NoteNotSigned):
        notes.seal_is_right(desk.vault, desk.vault.notes.get(note))
    signed = admitted.sign(desk.vault, desk.clock, note, "陈咨询师", PASSWORD)
    assert (signed.seal.signer, signed.seal.at, signed.seal.previous) == ("陈咨询师", START, b"")
    assert notes.seal_is_right(desk.vault, signed)
    with desk.without_password(), pytest.raises(NoteAlreadySigned):
        notes.sign(desk.vault, desk.clock, note, "陈咨询师", "")
    with pytest.raises(NoteAlreadySigned):
        desk.save(note, "改了")
    assert desk.vault.notes.get(note) == signed
    added = desk.amend(note, "补记")
    assert desk.vault.notes.amendments(note) == [added]
    with pytest.raises(NoteEmpty):
        desk.amend(note, " ")


def test_nothing_cannot_be_signed(desk):
    note = desk.admit(desk.draft(desk.case(), " \n"))
    with desk.without_password(), pytest.raises(NoteEmpty):
        notes.sign(desk.vault, desk.clock, note, "陈", "")
    assert desk.vault.notes.get(note).seal is None


@pytest.mark.promise(22)
@pytest.mark.clause("044")
def test_signing_asks_for_the_password_and_counts_the_wrong_ones(desk):
    note = desk.admit(desk.draft(desk.case(), "原文"))
    for _ in range(3):
        with pytest.raises(WrongPassword):
            notes.sign(desk.vault, desk.clock, note, "陈", "wrong password")
    with pytest.raises(TooManyTries):
        notes.sign(desk.vault, desk.clock, note, "陈", PASSWORD)
    assert desk.vault.notes.get(note).seal is None
    desk.clock.pass_(1)
    assert notes.sign(desk.vault, desk.clock, note, "陈", PASSWORD).seal


TAMPER = [
    "UPDATE notes SET sealed = (SELECT sealed FROM notes WHERE id = 2) WHERE id = 1",
    "UPDATE notes SET signed_at = '2020-01-01T00:00:00.000000+00:00' WHERE id = 1",
    "UPDATE notes SET digest = zeroblob(32) WHERE id = 1",
    "UPDATE notes SET previous = zeroblob(32) WHERE id = 1",
    "UPDATE sessions SET number = 7 WHERE id = 1",
    "UPDATE sessions SET starts_at = '2020-01-01T00:00:00.000000+00:00' WHERE id = 1",
    "UPDATE sessions SET minutes = 1 WHERE id = 1",
    "UPDATE sessions SET mode = 'crisis' WHERE id = 1",
    "UPDATE notes SET session_id = 2 WHERE id = 1",
]


@pytest.mark.clause("132")
@pytest.mark.parametrize("statement", TAMPER)
def test_a_signed_note_that_was_tampered_with_is_noticed(desk, statement):
    vault, case = desk.vault, desk.case()
    note = desk.signed(case, "她说没事")
    desk.draft(case, "她说有事")
    connection = vault.connection
    for name in ("signed_note_is_final", "signed_session_is_final"):
        connection.execute(f"DROP TRIGGER {name}")
    if "sealed" in statement:  # as one who has the case's key would: sealed for the right row
        other = vault.notes._sealed(case, note, body("她说有事"))
        connection.execute("UPDATE notes SET sealed = ? WHERE id = 1", (other,))
    else:
        connection.execute(statement)
    assert not notes.seal_is_right(vault, vault.notes.get(note))


def test_the_signer_is_covered(desk):
    note = desk.vault.notes.get(desk.signed(desk.case(), "原文"))
    other = replace(note, seal=replace(note.seal, signer="别人"))
    assert not notes.seal_is_right(desk.vault, other)


def chain(vault, case):
    """Return (previous, digest) of everything signed in a case, in the order it was signed."""
    seals = {}
    for note in vault.notes.of_case(case):
        seals[note.id, 0] = note.seal
        for one in vault.notes.amendments(note.id):
            seals[note.id, one.id] = one.seal
    turns = vault.connection.execute(
        "SELECT turn, id, 0 FROM notes"
        " UNION ALL SELECT turn, note_id, id FROM amendments ORDER BY 1"
    ).fetchall()
    return [(seals[note, own].previous, seals[note, own].digest) for _, note, own in turns]


@pytest.mark.promise(7)
@pytest.mark.clause("132")
@pytest.mark.parametrize("step", [60, 0, -86_400])
def test_the_chain_holds_whatever_the_clock_does(desk, step):
    """Signed a day earlier each time, each still names the one signed before it."""
    case, other = desk.case("A"), desk.case("B")
    desk.signed(other, "别的个案")
    for number in range(4):
        desk.clock.at += timedelta(seconds=step)
        note = desk.signed(case, f"第{number}篇")
        desk.clock.at += timedelta(seconds=step)
        desk.amend(note, "补")
        assert notes.seal_is_right(desk.vault, desk.vault.notes.get(note))
    desk.vault.connection.execute("DROP TRIGGER signed_note_stays")
    for table in ("indexed", "notes"):
        desk.vault.connection.execute(f"DELETE FROM {table} WHERE case_id = ?", (other,))
    links = chain(desk.vault, case)
    assert links[0][0] == b""
    assert [previous for previous, _ in links[1:]] == [digest for _, digest in links[:-1]]
    assert desk.vault.notes.last_digest(case) == links[-1][1]
    assert len({digest for _, digest in links}) == 8


def test_an_amendments_digest_covers_its_words(desk):
    note = desk.signed(desk.case(), "原文")
    added = desk.amend(note, "补记 \ud800")
    seal = added.seal
    covered = amendment_bytes("补记 \ud800", note, seal.signer, seal.at, seal.previous)
    assert desk.vault.notes.mac(added.case_id, covered) == seal.digest
    assert seal.previous == desk.vault.notes.get(note).seal.digest


def test_what_is_being_added_is_kept_and_says_when(desk):
    note = desk.signed(desk.case(), "原文")
    assert notes.save_amendment_draft(desk.vault, desk.clock, note, "写着") == desk.clock.at
    assert desk.vault.notes.amendment_draft(note) == "写着"


@pytest.mark.clause("132")
def test_signatures_make_one_chain_that_a_missing_or_changed_one_breaks(desk):
    case_id = desk.case()
    first = desk.signed(case_id, "第一篇")
    desk.amend(first, "补一句")
    second = desk.signed(case_id, "第二篇")
    assert notes.signatures_are_right(desk.vault, case_id)
    raw = desk.vault.connection
    kept = raw.execute("SELECT digest, previous FROM notes WHERE id = ?", (second,)).fetchone()
    for trigger in ("signed_note_is_final", "signed_note_stays", "amendment_is_final"):
        raw.execute(f"DROP TRIGGER {trigger}")
    raw.execute("UPDATE notes SET previous = ? WHERE id = ?", (b"x" * 32, second))
    assert not notes.signatures_are_right(desk.vault, case_id)
    raw.execute("UPDATE notes SET previous = ? WHERE id = ?", (kept[1], second))
    assert notes.signatures_are_right(desk.vault, case_id)
    raw.execute("UPDATE amendments SET digest = ?", (b"y" * 32,))
    assert not notes.signatures_are_right(desk.vault, case_id)


@pytest.mark.clause("132")
def test_a_signature_holds_by_whatever_clock_it_was_written(desk):
    case = desk.case()
    desk.clock.at = desk.clock.at.astimezone(ZoneInfo("Asia/Shanghai"))
    note = desk.signed(case, "谈到睡眠。")
    desk.amend(note, "更正")
    assert notes.signatures_are_right(desk.vault, case)


def test_a_case_without_signatures_has_nothing_wrong(desk):
    case_id = desk.case()
    desk.draft(case_id, "草稿")
    assert notes.signatures_are_right(desk.vault, case_id)

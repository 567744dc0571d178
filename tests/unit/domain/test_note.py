"""What a signature covers: every word, once, the same on every machine."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from app.domain.case import ServiceMode
from app.domain.errors import NoteEmpty
from app.domain.length import Length, Unit
from app.domain.note import (
    Note,
    NoteBody,
    NotePart,
    NoteState,
    NoteTemplate,
    Seal,
    TemplatePart,
    amendment_bytes,
    empty_body,
    signed_bytes,
)
from app.domain.session import Session
from app.domain.session_sheet import SessionSheet

AT = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
BODY = NoteBody(
    "session", "1", (NotePart("seen", "看到的", "她笑了"), NotePart("next", "下次", ""))
)


SESSION = Session(7, 1, 1, AT - timedelta(hours=1), 50, ServiceMode.ONLINE)
ABOUT = (SESSION, SessionSheet())


def covered(body=BODY, about=ABOUT, signer="陈咨询师", at=AT, previous=b"\x01"):
    return signed_bytes(body, about, signer, at, previous)


def test_the_text_shows_titles_above_what_was_written():
    assert BODY.text() == "看到的\n她笑了"
    assert NoteBody("free", "1", (NotePart("t", "全文", "一段话"),)).text() == "一段话"


def test_a_template_makes_an_empty_body():
    body = empty_body(NoteTemplate("k", "2", "标题", (TemplatePart("a", "甲", "提示"),)))
    assert body == NoteBody("k", "2", (NotePart("a", "甲", ""),))
    assert body.empty


@pytest.mark.parametrize(
    "other",
    [
        covered(replace(BODY, template="x")),
        covered(replace(BODY, edition="2")),
        covered(NoteBody("session", "1", (NotePart("seen", "看到的", "她笑了 "), BODY.parts[1]))),
        covered(NoteBody("session", "1", (NotePart("seen", "看见的", "她笑了"), BODY.parts[1]))),
        covered(NoteBody("session", "1", BODY.parts[::-1])),
        covered(NoteBody("session", "1", BODY.parts[:1])),
        covered(about=(replace(SESSION, number=2), ABOUT[1])),
        covered(about=(SESSION, SessionSheet(mood="平静"))),
        covered(
            about=(replace(SESSION, starts_at=SESSION.starts_at - timedelta(minutes=1)), ABOUT[1])
        ),
        covered(about=(replace(SESSION, minutes=51), ABOUT[1])),
        covered(about=(replace(SESSION, mode=ServiceMode.FACE_TO_FACE), ABOUT[1])),
        covered(signer="别人"),
        covered(at=AT + timedelta(microseconds=1)),
        covered(previous=b"\x02"),
        amendment_bytes("她笑了", 1, "陈咨询师", AT, b"\x01"),
    ],
)
@pytest.mark.clause("132")
def test_whatever_is_changed_changes_what_was_signed(other):
    assert other != covered()


def test_the_same_moment_in_another_zone_is_the_same_moment():
    elsewhere = SESSION.starts_at.astimezone(timezone(timedelta(hours=8)))
    assert covered(about=(replace(SESSION, starts_at=elsewhere), ABOUT[1])) == covered()


def test_the_bytes_are_canonical():
    assert covered().isascii()
    assert json.loads(covered())["signer"] == "陈咨询师"
    assert covered() == covered()
    assert b"\\ud800" in amendment_bytes("\ud800", 1, "x", AT, b"")


@pytest.mark.parametrize("text", ["", " ", "\n\u3000\t"])
def test_nothing_cannot_be_signed(text):
    with pytest.raises(NoteEmpty):
        covered(NoteBody("session", "1", (NotePart("seen", "看到的", text),)))
    with pytest.raises(NoteEmpty):
        amendment_bytes(text, 1, "x", AT, b"")


def test_an_amendment_is_covered_whole():
    def of(text="补", note=1, signer="x", at=AT, previous=b""):
        return amendment_bytes(text, note, signer, at, previous)

    different = {
        of(),
        of("补充"),
        of(note=2),
        of(signer="y"),
        of(at=AT + timedelta(1)),
        of(previous=b"1"),
    }
    assert len(different) == 6


def test_a_note_is_a_draft_until_it_has_a_seal():
    draft = Note(1, 1, 1, BODY, AT, AT)
    assert draft.state is NoteState.DRAFT
    assert replace(draft, seal=Seal("x", AT, b"1", b"")).state is NoteState.SIGNED


def test_the_length_of_a_note_is_that_of_its_parts_without_their_titles():
    parts = (NotePart("seen", "What was seen", "晓禾来了。"), NotePart("done", "做了的", "好"))
    assert NoteBody("session", "1", parts).length() == Length(6, Unit.CHARACTERS)

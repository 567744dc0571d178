"""Private reflections: kept as they are typed, read, found only when asked for, deleted."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.audit import AuditKind
from app.domain.client import Place, Profile
from app.domain.errors import DiskFull
from app.domain.ids import ReflectionId
from app.services import reflections, search
from app.services.reflections import Writing

ODD = "😀䶮𬱖ㄅ\u202e反移情\u202c\u00a0\ud800\n"


@pytest.fixture
def case(desk):
    return desk.case("H-017", Profile(name="禾木", counselor_place=Place("上海", "Asia/Shanghai")))


def keep(desk, writing, text):
    return reflections.keep(desk.vault, desk.clock, writing, text)


def lines(desk, most=9):
    return [(one.kind, one.subject) for one in desk.vault.audit.entries(most)]


def page(desk, case):
    return reflections.page(desk.vault, desk.clock, case)


def test_it_is_kept_as_it_is_typed_and_the_trail_has_one_line_of_it(desk, case):
    writing = Writing(case)
    before = lines(desk)
    keep(desk, writing, " \n")
    assert (writing.id, lines(desk)) == (None, before)
    for text in ("我", ODD):
        assert keep(desk, writing, text) == desk.clock.at
    assert lines(desk, 2) == [(AuditKind.REFLECTION_STARTED, writing.id), before[0]]
    (kept,) = page(desk, case).kept
    assert (kept.text, kept.session_id) == (ODD, None)
    again = Writing(case, None, kept.id)
    keep(desk, again, "改")
    keep(desk, again, "改了")
    assert lines(desk, 3) == [
        (AuditKind.REFLECTION_CHANGED, writing.id),
        (AuditKind.REFLECTION_READ, None),
        (AuditKind.REFLECTION_STARTED, writing.id),
    ]


def test_looking_where_there_is_none_leaves_no_line(desk, case):
    before = lines(desk)
    shown = page(desk, case)
    assert (shown.kept, shown.name, shown.here.city) == ((), "禾木", "上海")
    assert lines(desk) == before


def test_those_of_a_session_are_told_from_those_of_the_case(desk, case):
    session = desk.vault.notes.get(desk.draft(case, "谈到睡眠")).session_id
    keep(desk, Writing(case, session), "这一次")
    keep(desk, Writing(case), "整个")
    shown = page(desk, case)
    assert [one.text for one in shown.of_session(session)] == ["这一次"]
    assert [one.id for one in shown.sessions] == [session]


def test_one_without_a_word_goes_when_it_is_left(desk, case):
    writing, empty = Writing(case), Writing(case)
    keep(desk, writing, "写了又删")
    reflections.tidy(desk.vault, desk.clock, writing)
    assert len(page(desk, case).kept) == 1
    keep(desk, writing, "")
    for one in (writing, empty):
        reflections.tidy(desk.vault, desk.clock, one)
    reflections.tidy(desk.vault, desk.clock, Writing(case, None, ReflectionId(99)))
    assert page(desk, case).kept == ()
    assert lines(desk, 1)[0][0] is AuditKind.REFLECTION_REMOVED


def test_what_the_disk_refuses_is_begun_anew(desk, case, monkeypatch):
    writing = Writing(case)

    def full(*_words):
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(desk.vault.audit, "record", full)
        with pytest.raises(DiskFull):
            keep(desk, writing, "我")
    assert (writing.id, writing.told) == (None, False)
    keep(desk, writing, "我")
    assert [one.text for one in page(desk, case).kept] == ["我"]


class TestFinding:
    """They stand in no index, and are looked at when somebody asks for them."""

    def test_a_search_does_not_know_them_and_who_asks_finds_them(self, desk, case):
        desk.signed(case, "记录里的反移情")
        desk.clock.at += timedelta(hours=8)
        writing = Writing(case)
        keep(desk, writing, "前面" * 40 + "反移情" + "后面" * 40)
        page_ = search.find(desk.vault, "反移情")
        assert [one.hit.reflection_id for one in page_.found] == [None]
        assert search.count(desk.vault, "反移情") == 1
        assert desk.vault.connection.execute("SELECT count(*) FROM indexed").fetchone()[0] == 1
        (found,) = reflections.find(desk.vault, "反移情")
        hit = found.hit
        assert (hit.reflection_id, found.code, found.name) == (writing.id, "H-017", "禾木")
        assert hit.snippet[hit.start - hit.snippet_start :][:3] == "反移情"
        assert hit.session_at.utcoffset() == timedelta(hours=8)
        assert hit.session_at == desk.clock.at

    def test_at_most_so_many_the_newest_first(self, desk, case):
        for number in range(3):
            keep(desk, Writing(case), f"梦 {number}")
        found = reflections.find(desk.vault, "梦", 2)
        assert [one.hit.snippet for one in found] == ["梦 2", "梦 1"]
        assert reflections.find(desk.vault, "没有") == ()

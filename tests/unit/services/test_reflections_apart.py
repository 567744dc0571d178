"""Attack: a word of a private reflection is looked for in everything that leaves or shows a case.

Each place is made as the program makes it, from a real vault with real printers, and read again.
`Touched` stands where the reflections lie: whoever so much as asks for them is caught.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app import bootstrap
from app.domain.appointment import Booking
from app.domain.calendar_paper import WeekWording
from app.domain.case import ServiceMode
from app.domain.client import EmergencyContact, Profile
from app.domain.review import Decision
from app.domain.summary_use import Detail
from app.services import (
    appointments,
    calendar_exports,
    case_search,
    cases,
    consents,
    destruction,
    exports,
    palette,
    reflections,
    reviews,
    search,
    succession,
    today,
    trail,
    unfinished,
)
from app.services.reflections import Writing
from reports.protect import pdf_words
from reports.week import WeekPaper
from storage.files import FileShelf
from storage.succession import SuccessionFile
from tests.vault.fixtures import EARLY, PASSWORD, START
from ui.case_view import view_case

MARK = "斑马札记"
WEEK = WeekWording(
    "一周", "本周", ("一", "二", "三", "四", "五", "六", "日"), {}, "{0}", "无", "心匣", "zh"
)


class Touched:
    """Fails whoever asks for anything of the reflections."""

    def __getattr__(self, name):
        pytest.fail(f"somebody asked for reflections.{name}")


@pytest.fixture
def practice(desk):
    """A case with a note, a consent, an appointment, and reflections that hold the mark."""
    desk.tools = replace(bootstrap.tools(), clock=desk.clock)
    person = EmergencyContact("禾苗", "妹妹", "13900001111", may_know=True)
    case = desk.case("H-017", Profile(name="林晓禾", emergency=person))
    note = desk.signed(case, "林晓禾说下午下雨，雨停了就走。")
    booking = Booking(case, START + timedelta(days=1), ServiceMode.ONLINE)
    appointments.book(desk.vault, desk.clock, booking)
    session = desk.vault.notes.get(note).session_id
    for about in (session, None):
        reflections.keep(desk.vault, desk.clock, Writing(case, about), f"林晓禾 {MARK}")
    return desk, case, note


@pytest.fixture
def caught(practice, monkeypatch):
    """The same, where whoever touches the reflections is caught."""
    monkeypatch.setattr(practice[0].vault, "reflections", Touched())
    return practice


@pytest.mark.clause("157")
@pytest.mark.promise(35)
def test_not_in_the_deidentified_summary_its_review_or_its_files(caught, tmp_path):
    desk, case, note = caught
    wording = desk.tools.summary_wordings["zh"]
    assert MARK not in repr(exports.choices(desk.vault, case))
    review = reviews.prepare(desk.vault, desk.tools, case, [note], wording)
    assert MARK not in "".join(one.original for one in review.passages)
    request = exports.Request(
        "个体督导",
        "示例",
        "2026-11-22",
        (exports.PDF, exports.DOCX),
        tmp_path,
        unprotected=True,
        looked_at=frozenset(Detail),
    )
    for number, passage in enumerate(review.passages):
        for at in range(len(passage.spans)):
            review = review.decide(number, at, passage.spans[at].decision or Decision.HIDE)
    paths = exports.finish(desk.vault, desk.tools, case, review, (wording, request)).paths
    words = {
        exports.PDF: lambda data: "".join(desk.tools.papers.pdf_words(data)),
        exports.DOCX: lambda data: "".join(desk.tools.papers.docx_words(data)),
    }
    for path in paths:
        said = next(read for ending, read in words.items() if path.suffix.endswith(ending))
        assert MARK not in said(path.read_bytes())
        assert "雨" in said(path.read_bytes())


def test_not_in_what_is_known_to_be_hidden(caught):
    desk, case, _ = caught
    assert MARK not in repr(reviews.register_of(desk.vault, case))


def test_not_on_a_consent_or_its_account(caught):
    desk, case, _ = caught
    made = consents.start_with(desk.vault, desk.tools, case, "online.zh").id
    for data in (
        consents.preview(desk.vault, desk.tools, made),
        consents.record(desk.vault, desk.tools, made),
    ):
        assert MARK not in "".join(pdf_words(data))


@pytest.mark.clause("142")
def test_not_in_a_printed_week_or_an_exported_calendar(caught, tmp_path):
    desk, _, _ = caught
    sheet = calendar_exports.week_sheet(desk.vault, desk.tools, date(2026, 3, 2), WEEK)
    assert MARK not in "".join(pdf_words(WeekPaper().render(sheet)))
    target = tmp_path / "week.ics"
    calendar_exports.export_events(desk.vault, desk.tools, target, START, START + timedelta(days=9))
    assert MARK not in target.read_text("utf-8")


def test_not_in_the_succession_package(caught, tmp_path):
    desk, case, _ = caught
    target, sealer = tmp_path / "package", SuccessionFile()
    succession.keep(desk.vault, frozenset({case}), frozenset({case}), "")
    plan = succession.make(desk.vault, desk.tools, sealer, target).plan
    typed = " ".join(succession.key_groups(plan))
    package = succession.open_package(FileShelf(), sealer, target, typed)
    assert package.clients
    assert MARK not in repr(package) + json.dumps(repr(vars(package)), ensure_ascii=False)


def test_not_on_the_page_of_the_case_its_timeline_today_or_the_palette(caught):
    desk, case, _ = caught
    view = view_case(desk.vault, desk.tools, case)
    shown = (
        view,
        cases.case_page(desk.vault, desk.clock, case),
        cases.listing(desk.vault),
        today.today(desk.vault, desk.tools),
        palette.entries(desk.vault),
        unfinished.every(desk.vault),
        trail.page(desk.vault).lines,
    )
    assert not any(MARK in words for words in map(whole, shown))
    assert "雨停了" in whole(view)


def whole(value, seen=None):
    """Return every word in a value, also those that its `repr` keeps to itself."""
    seen = set() if seen is None else seen
    if isinstance(value, str):
        return value
    if id(value) in seen:
        return ""
    seen.add(id(value))
    if isinstance(value, dict):
        parts = [*value, *value.values()]
    elif isinstance(value, list | tuple | set | frozenset):
        parts = list(value)
    else:
        parts = list(getattr(value, "__dict__", {}).values())
    return "\n".join(whole(one, seen) for one in parts)


def test_not_in_the_search_unless_asked(caught):
    desk, _, _ = caught
    assert search.find(desk.vault, MARK).found == ()
    assert search.count(desk.vault, MARK) == 0
    assert case_search.called(desk.vault, MARK) == ()


def test_those_who_ask_find_them(practice):
    desk, case, _ = practice
    assert len(reflections.find(desk.vault, MARK)) == 2
    assert MARK in whole(reflections.page(desk.vault, desk.clock, case))


def test_a_certificate_of_destruction_counts_them_and_says_no_word(practice):
    desk, case, _ = practice
    destruction.mark(desk.vault, desk.clock, case, EARLY)
    made = destruction.destroy(desk.vault, desk.clock, case, (PASSWORD, "H-017"))
    assert MARK not in whole(made)

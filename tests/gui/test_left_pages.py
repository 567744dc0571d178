"""A page that is left while the disk takes nothing lives on with its words, and is come back to.

The words of the last two seconds are the ones that no save has taken yet.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.note import NoteTemplate, TemplatePart
from app.services import consent_texts, consents
from app.services.case_locks import set_password, shut
from storage.preferences import JsonPreferences
from tests.gui.helpers import buttons, click, said
from tests.gui.test_kept_pages import practice
from ui.page import (
    ToCaseForm,
    ToConsent,
    ToConsentTexts,
    ToFormulation,
    ToIntake,
    ToNewCase,
    ToNote,
    ToNoteTemplates,
    ToReflections,
    ToReport,
    ToSuccession,
    ToSupervision,
    ToToday,
)
from ui.widgets.plain import PlainEdit
from ui.workspace import Workspace

WORDS = "她说的话" * 20_000  # more than the free pages of the database hold
SHORT = "请您转告" * 499  # as long as a letter to a colleague may be; a consent is laid out slowly
MORE = "后来写的"
pytestmark = [pytest.mark.promise(1), pytest.mark.promise(3), pytest.mark.promise(5)]


@pytest.fixture
def at(house, tmp_path, monkeypatch):
    """Show the workspace of a vault; what is refused is tried again at once."""
    for module in (
        "saver",
        "calendar_draft",
        "intake_page",
        "succession_page",
        "case_record",
        "own_page",
    ):
        name = "RETRY_MS" if module == "saver" else "_RETRY_MS"
        monkeypatch.setattr(f"ui.{module}.{name}", 30)
    store = JsonPreferences(tmp_path / "choices" / "preferences.json")
    house.office = replace(house.office, preferences=store)
    house.do(practice("林间"))
    space = house.show(Workspace(house.office))
    yield space
    space.leave()
    house.idle()


def disk(house, *, full):
    def work(vault):
        pages = vault.connection.execute("PRAGMA page_count").fetchone()[0]
        most = pages if full else 1_000_000
        vault.connection.execute(f"PRAGMA max_page_count = {most}").fetchone()

    house.do(work)


def shown(house, at, to):
    at.go(to)
    house.idle()
    if said_of(at, "写补记"):
        click(house, at, "写补记")
    house.qtbot.waitUntil(lambda: bool(boxes(at)) and at.page.isVisible())
    house.idle()
    return at.page


def said_of(at, word):
    return [one for one in buttons(at.page, word) if one.isEnabled()]


def boxes(at):
    found = at.page.findChildren(PlainEdit)
    return [one for one in found if one.isVisible() and one.isEnabled() and not one.isReadOnly()]


def write(at, text):
    """Write into the first box, as an input method does: in one go."""
    box = boxes(at)[0]
    box.setFocus()
    box.selectAll()
    box.insertPlainText(text)
    return box


PLACES = {
    "note": lambda case, note: ToNote(note),
    "amendment": lambda case, note: ToNote(note),
    "reflection": lambda case, note: ToReflections(case),
    "formulation": lambda case, note: ToFormulation(case),
    "case report": lambda case, note: ToReport(case),
    "supervision": lambda case, note: ToSupervision(case),
    "intake": lambda case, note: ToIntake(case),
    "form of the case": lambda case, note: ToCaseForm(case),
    "succession": lambda case, note: ToSuccession(),
    "new case": lambda case, note: ToNewCase(),
    "consent": lambda case, note: ToConsent(1),
}


@pytest.fixture
def open_at(house, at):
    """Show a page with a box to write into."""

    def show(kind):
        case = house.case()
        note = house.note(case, signed=kind == "amendment")
        form = house.tools.consent_templates["online.zh"]
        house.do(lambda vault: consents.start(vault, house.tools, case.id, form))
        to = PLACES[kind](case.id, note.id)
        return shown(house, at, to), to

    return show


@pytest.mark.parametrize("kind", PLACES)
def test_words_of_the_last_moment_are_come_back_to_and_kept_once_there_is_room(
    house, at, open_at, kind
):
    page, to = open_at(kind)
    words = SHORT if kind in {"succession", "consent"} else WORDS
    disk(house, full=True)
    write(at, words)
    at.go(ToToday())
    house.idle()
    assert page in at._leaving
    house.qtbot.waitUntil(lambda: "刚才那一页还没有存上，正在重试。" in said(at))
    at.go(to)
    house.idle()
    assert at.page is page
    assert boxes(at)[0].toPlainText() == words
    write(at, MORE)
    disk(house, full=False)
    at.go(ToToday())
    house.qtbot.waitUntil(lambda: not at._leaving)
    house.idle()
    again = shown(house, at, to)
    assert again is not page
    assert boxes(at)[0].toPlainText() == MORE


@pytest.mark.parametrize("kind", PLACES)
def test_what_was_left_is_kept_without_coming_back(house, at, open_at, kind):
    page, to = open_at(kind)
    words = SHORT if kind in {"succession", "consent"} else WORDS
    disk(house, full=True)
    write(at, words)
    at.go(ToToday())
    house.qtbot.waitUntil(lambda: "刚才那一页还没有存上，正在重试。" in said(at))
    disk(house, full=False)
    house.qtbot.waitUntil(lambda: page not in at._leaving)
    house.idle()
    shown(house, at, to)
    assert boxes(at)[0].toPlainText() == words


@pytest.mark.parametrize("to", [ToNoteTemplates(), ToConsentTexts()], ids=["template", "text"])
def test_what_she_words_herself_is_kept_once_there_is_room(house, at, to):
    at.go(to)
    house.idle()
    at.page._open(
        NoteTemplate("", "1", "", (TemplatePart("", ""),))
        if to == ToNoteTemplates()
        else consent_texts.begin(house.tools, "online.zh")
    )
    page = at.page
    page.form.title.line.setText("伴侣" * 4000)
    if to == ToNoteTemplates():
        page.form.lines[0].title.line.setText("看到的")
    disk(house, full=True)
    at.go(ToToday())
    house.idle()
    house.qtbot.waitUntil(lambda: "刚才那一页还没有存上，正在重试。" in said(at))
    at.go(to)
    house.idle()
    assert at.page is page
    typed = page.form.title.text()
    at.go(ToToday())
    house.idle()
    disk(house, full=False)
    house.qtbot.waitUntil(lambda: page not in at._leaving)

    def kept(vault):
        found = (vault.settings.note_templates(), vault.settings.consent_texts())
        return [one.title for one in found[to == ToConsentTexts()]]

    assert house.do(kept) == [typed]


def test_a_time_that_cannot_be_kept_keeps_nothing_else_back(house, at):
    case = house.case()
    page = shown(house, at, ToIntake(case.id))
    for wrong in ("不是时间", "2020年5月1日 10:00"):
        page.parts.asked.line.setText("2026年5月12日 14:50")
        page.parts.answered.line.setText(wrong)
        page.parts.seeks.set_text(f"睡不着{wrong}")
        page.parts.changed.emit()
        house.qtbot.waitUntil(lambda: page.kept_words.text().startswith("有一格还没有存"))
        intake = house.do(lambda vault: vault.clients.of_case(case.id).profile.intake)
        assert intake.request.seeks == f"睡不着{wrong}"
        assert intake.request.answered_at is None
    page.parts.seeks.set_text("离开时写的")
    at.go(ToToday())
    house.idle()
    intake = house.do(lambda vault: vault.clients.of_case(case.id).profile.intake)
    assert intake.request.seeks == "离开时写的"


def test_a_case_that_was_shut_meanwhile_keeps_no_words_on_a_page(house, at):
    """No save will ever be taken; what stays hidden in memory would be words of a shut case."""
    case = house.case()
    word = "案子的密码够长了"
    house.do(lambda vault: set_password(vault, house.clock, case.id, word, recovery=False))
    page = shown(house, at, ToReflections(case.id))
    house.do(lambda vault: shut(vault, house.clock, case.id))
    write(at, MORE)
    at.go(ToToday())
    house.idle()
    assert page not in at._leaving


def test_what_waits_for_a_case_goes_with_it(house, at, open_at):
    """No retry may come to a case that is gone; what waits for another stays."""
    first, _ = open_at("note")
    case = first.case_in_hand()
    other = house.case("C-2").id
    disk(house, full=True)
    write(at, WORDS)
    second = shown(house, at, ToReflections(other))
    write(at, WORDS)
    at.go(ToToday())
    house.idle()
    assert at._leaving == [first, second]
    at.page.gone.emit(case)
    assert at._leaving == [second]
    at.page.gone.emit(other)
    assert at._leaving == []
    disk(house, full=False)

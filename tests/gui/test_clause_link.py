"""From a refusal to the clause it comes from, told in the help: for every clause cited anywhere."""

from __future__ import annotations

import inspect
import re
import tomllib
from dataclasses import MISSING, fields

import pytest
from PySide6.QtWidgets import QPushButton

from app import bootstrap
from app.domain import errors
from app.domain.due import DueKind
from app.domain.rule import clauses_of
from resources import resource
from tests.gui.helpers import buttons, click, said, the_one
from tests.gui.test_entry_pages import opened, record
from tests.gui.test_practice_page import clinic
from tests.gui.test_practice_page import show as practice_page
from tests.house.guidance import read_clauses
from tests.house.rules import rules
from ui import gate_words, translation
from ui.clause_link import ClauseLink, refusal_banner, to_clauses
from ui.entry_words import rule_words
from ui.help_page import HelpScreen
from ui.help_topics import CLAUSES, clause, topics
from ui.mode_change_page import ModeChangeScreen
from ui.note_missing import MissingPanel
from ui.notes import NoteScreen
from ui.page import Page, ToHelp
from ui.screen_page import ScreenScreen
from ui.tech_page import TechScreen

__all__ = ["clinic"]
pytestmark = pytest.mark.clause("001")
LANGUAGES = ("zh", "en")
NUMBER = re.compile(r'"(\d{3})"')


def refusals():
    """Return every refusal of the guidance, by its clause."""
    found = vars(errors).values()
    kinds = [one for one in found if inspect.isclass(one) and issubclass(one, errors.Refusal)]
    return [one for one in kinds if getattr(one, "clause", "")]


def cited():
    """Return every clause that rules, refusals, reminders, screens and texts name."""
    named = {one for rule in rules().values() for one in rule.clauses}
    named |= {one.clause for one in refusals()}
    named |= {one.clause for one in DueKind if one.clause}
    for path in resource("").rglob("*.toml"):
        for listed in re.findall(r"clauses\s*=\s*\[([^\]]*)\]", path.read_text("utf-8")):
            named |= set(NUMBER.findall(listed))
    return sorted(named)


def test_what_is_cited_is_known_to_be_much():
    """Look that the walk itself finds what it is to walk over."""
    assert len(cited()) > 100
    assert {"001", "052", "104", "161"} - set(cited()) == {"001"}
    assert len(refusals()) > 20
    assert bootstrap.screen_catalogues()["zh"].items[0].clauses[0] in cited()


@pytest.mark.clause("028", "033", "059", "063", "065")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_clause_of_the_guidance_is_told_in_a_sentence(language):
    for one in read_clauses():
        told = clause(language, one.number)
        assert told.name
        assert f"{one.number}" in told.paragraph
        words = told.paragraph.partition("：" if language == "zh" else ": ")[2]
        assert len(words) > (3 if language == "zh" else 12), one.number
        assert words.endswith(("。", "."))


def test_it_is_told_as_the_list_has_it():
    gists = tomllib.loads(resource("guidance/clauses.toml").read_text("utf-8"))["clause"]

    def bare(text):
        return re.sub(r"[\W_]", "", text)

    for one in gists:
        assert bare(one["gist"]) in bare(clause("zh", one["number"]).paragraph), one["number"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_opens_at_every_clause_that_is_cited(house, qapp, language):
    translation.install(qapp, language)
    page = house.show(HelpScreen(house.office))
    titles = {one.key: one.text for one in topics(language)}
    for number in cited():
        page._open(to_clauses([number]))
        told = clause(language, number)
        assert page.here() == ToHelp(CLAUSES, clauses=(number,))
        assert page.text.textCursor().block().text().strip() == told.paragraph, number
        assert told.paragraph in page.text.marks()
    assert titles[CLAUSES]


@pytest.mark.parametrize("number", ["005", "104", "161"])
def test_the_clause_is_in_sight_when_the_page_is_shown(house, number):
    page = house.show(HelpScreen(house.office, to_clauses([number])), 1280)
    page.resize(1280, 800)
    house.qtbot.waitUntil(lambda: page.text.cursorRect().top() >= 0)
    assert page.text.cursorRect().bottom() < page.text.viewport().height()
    bar = page.text.verticalScrollBar()
    if bar.value() < bar.maximum():
        assert page.text.cursorRect().top() < page.text.viewport().height() / 2


def test_what_the_gate_cites_is_what_the_help_calls_it(house):
    """A sentence of the gate names clauses of its own rule and no others."""
    del house  # for the language
    for name, words in gate_words.WORDS.items():
        known = " ".join(clause("zh", one).name for one in rules()[name].clauses)
        for one in gate_words.rule_words(name).clause.split("，"):
            document = one.strip()[:1] if one.strip().startswith("问") else one.strip()[:2]
            assert document in known, f"{name}: {one}"
        assert words.clause


def test_each_thing_that_a_signature_lacks_leads_to_its_clause(house):
    note = house.note(house.case(), "谈到睡眠。")
    screen = house.show(NoteScreen(house.office, note.id))
    went = []
    screen.wanted.connect(went.append)
    house.qtbot.waitUntil(lambda: bool(buttons(screen, "签署")))
    click(house, screen, "签署")
    (panel,) = screen.findChildren(MissingPanel)
    house.qtbot.waitUntil(panel.isVisible)
    links = [one for one in panel.findChildren(ClauseLink) if one.isVisible()]
    shown = panel._shown.rules[: len(links)]
    assert [one.numbers for one in links] == [one.clauses for one in shown]
    assert len(links) > 2
    for link, rule in zip(links, shown, strict=True):
        link.setFocus()
        house.qtbot.keyClick(link, " ")
        assert went[-1] == ToHelp(CLAUSES, clauses=rule.clauses)


def test_a_clause_of_the_questions_and_answers_keeps_its_ampersand(house):
    link = ClauseLink(said="Q&A 7")
    house.show(link)
    assert link.text() == "Q&&A 7", "one alone would be eaten, as a letter to press"
    assert link.accessibleName() == "看条文：Q&A 7"


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        (ScreenScreen, "screen.answered"),
        (ModeChangeScreen, "mode_change.another"),
        (TechScreen, "tech.platform"),
    ],
)
def test_a_form_that_is_refused_leads_to_the_clauses(house, kind, rule):
    page = opened(house, kind, house.case())
    assert not page.findChildren(ClauseLink)
    record(house, page)
    house.qtbot.waitUntil(lambda: rule_words(rule) in said(page))
    link = the_one(lambda: [one for one in page.findChildren(ClauseLink) if one.isVisible()])
    assert set(clauses_of([rule])) <= set(link.numbers)
    link.click()
    assert page.went == [ToHelp(CLAUSES, clauses=link.numbers)]


def test_a_record_of_the_practice_that_is_refused_leads_to_the_clauses(clinic):
    page = practice_page(clinic, "training")
    page.wanted.connect(page.went.append)
    click(clinic, page, "记一次培训")
    click(clinic, page, "存好")
    clinic.qtbot.waitUntil(lambda: "请选这次培训是关于什么的" in said(page))
    link = the_one(lambda: [one for one in page.findChildren(ClauseLink) if one.isVisible()])
    assert link.numbers == ("019", "048", "070", "037", "068", "025", "118")
    link.click()
    assert page.went == [ToHelp(CLAUSES, clauses=link.numbers)]


@pytest.mark.parametrize("kind", refusals(), ids=lambda one: one.__name__)
def test_every_refusal_of_the_guidance_as_a_banner_leads_to_its_clause(house, kind):
    known = {"int": 1, "str": "signed"}
    needed = {one.name: one for one in fields(kind) if one.default is MISSING}
    refusal = kind(**{name: known.get(one.type, ()) for name, one in needed.items()})
    page = Page(house.office)
    banner = refusal_banner(refusal)
    banner.setParent(page)
    went = []
    page.wanted.connect(went.append)
    link = the_one(
        lambda: [one for one in banner.findChildren(QPushButton) if one.text() == "看条文"]
    )
    assert link.accessibleDescription() == clause("zh", refusal.clause).name
    link.click()
    assert went == [ToHelp(CLAUSES, clauses=(refusal.clause,))]
    page.deleteLater()


def test_a_refusal_that_is_none_of_the_guidance_names_no_clause(house):
    del house  # for the language
    banner = refusal_banner(errors.DiskFull())
    assert banner.clause.isHidden()

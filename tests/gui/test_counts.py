"""English counts as English does: one note, two notes. Chinese needs no catalogue for it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.domain import errors
from app.domain.client import Profile
from app.domain.complaint import Complaint, Fault
from app.domain.recurrence import Rule
from tests.gui.helpers import NOW
from tools.i18n import update
from ui import translation
from ui.calendar_words import rule_words
from ui.cases import CasesScreen
from ui.complaints import sentences
from ui.consent_blanks import Blanks
from ui.messages import message
from ui.widgets.label import Label
from ui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Iterator

# The number may stand beside a word that English does not change.
SAME_FOR_MANY = {
    "还有 %n 处待填，印出来标明是草稿：{0}",
    "还有 %n 条。",
    "新的 %n 份",
    "导入 %n 份",
    "导入过的 %n 份",
    "导入过、之后又改的 %n 份",
    "和别的行相同的 %n 份",
    "和别的相同的 %n 份",
    "%n 份读不了",
    "；%n 份还没有日子",
    "还有 %n 份",
}


@pytest.fixture
def english(qapp) -> Iterator[None]:
    translation.install(qapp, "en")
    yield
    translation.install(qapp, "zh")


def damaged(pages: int) -> str:
    return sentences([Complaint(Fault.PAGE, number) for number in range(1, pages + 1)])[0]


@pytest.mark.parametrize(
    ("say", "one", "two"),
    [
        (lambda n: message(errors.SpansUndecided(n)).what, "1 place still", "2 places still"),
        (lambda n: message(errors.LeakFound(n)).what, "1 name or detail", "2 names or details"),
        (
            lambda n: message(errors.LeakFound(n, "purpose")).what,
            "1 registered name or detail.",
            "2 registered names or details.",
        ),
        (
            lambda n: message(errors.LeakFound(n, "word")).what,
            "1 registered name in the original is",
            "2 registered names in the original are",
        ),
        (lambda n: rule_words(Rule(weekdays=(1,), count=n)), ", 1 time", ", 2 times"),
        (damaged, "1 damaged page in the database: 1.", "2 damaged pages in the database: 1, 2."),
    ],
)
def test_one_and_two(english, say, one, two):
    assert one in say(1)
    assert two in say(2)
    assert two not in say(1)


def test_the_empty_places_of_a_form_are_counted(qtbot, english):
    blanks = Blanks()
    qtbot.addWidget(blanks)
    for missing, said in (
        (["name"], "1 still to fill in. It prints as a line for the client to fill in by pen: "),
        (["name", "fee"], "2 still to fill in. They print as lines for the client to fill in"),
    ):
        blanks.show_missing(missing, ["name", "fee"])
        assert any(one.text().startswith(said) for one in blanks.findChildren(Label))


@pytest.mark.parametrize("entry", [one for one in update.entries() if one.counts], ids=str)
def test_every_text_that_counts_says_its_number(qapp, entry):
    """In Chinese without any catalogue, in English in the form of the number."""
    translation.install(qapp, "zh")
    assert qapp.translate(entry.context, entry.source, "", 3) == entry.source.replace(
        "%n", "3"
    ).replace("%Ln", "3")
    translation.install(qapp, "en")
    one, two = (qapp.translate(entry.context, entry.source, "", n) for n in (1, 2))
    translation.install(qapp, "zh")
    assert "1" in one
    assert "2" in two
    assert (one.replace("1", "2") == two) == (entry.source in SAME_FOR_MANY)


def test_the_list_of_cases_counts_their_notes(house, english):
    once, twice = house.case("A-1", Profile()), house.case("A-2", Profile())
    house.note(once)
    house.note(twice)
    house.note(twice, "又谈到睡眠。", starts_at=NOW + timedelta(days=7))
    screen = house.show(CasesScreen(house.office, None))
    model = screen.list.rows.model()
    said = [
        model.data(model.index(at, 0), Qt.ItemDataRole.AccessibleTextRole)
        for at in range(model.rowCount())
    ]
    assert sorted(one.rpartition(", ")[2] for one in said) == ["1 note", "2 notes"]


def test_the_head_of_a_case_counts_its_sessions(house, english):
    case = house.case()
    for weeks, said in ((0, "1 session"), (1, "2 sessions")):
        house.note(case, starts_at=NOW + timedelta(weeks=weeks))
        screen = house.show(CasesScreen(house.office, case.id))
        assert said in {one.accessibleName() for one in screen.findChildren(Painted)}

"""No word is cut in letters twice as large, nor is the usual one said, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QScrollArea

from tests.screens import lengths, terms
from tests.screens.catalogue import SCREENS, Screen, show
from ui import translation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.screens.stage import Stage

pytestmark = pytest.mark.screens
NAMES = [str(one) for one in SCREENS]


@pytest.fixture(scope="module")
def larger_letters(staged: Callable[..., Stage]) -> Iterator[Stage]:
    translation.call("caller")
    yield staged(language="en", scale=2.0)
    translation.call("client")


@pytest.mark.parametrize("screen", SCREENS, ids=NAMES)
def test_letters_twice_as_large_are_not_cut_and_say_the_chosen_word(
    larger_letters: Stage, screen: Screen
) -> None:
    larger_letters.show()
    shown = show(larger_letters, screen)
    found = [f"usual word: {one}" for one in terms.usual(larger_letters, screen, shown)]
    found += lengths.still_cut(larger_letters, shown)
    larger_letters.hide()
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "name",
    [
        "refused",
        "case",
        "case-shut",
        "case-list",
        "note-writing",
        "note-signed",
        "note-amending",
        "consent-filling",
        "consent-pads",
        "consent-paper",
        "consent-signed",
    ],
)
def test_case_note_and_consent_in_large_letters_scroll_by_one_bar(
    larger_letters: Stage, name: str
) -> None:
    larger_letters.show()
    shown = show(larger_letters, next(one for one in SCREENS if one.name == name))
    twice = lengths.scrolled_twice(shown)
    sideways = [
        type(one.widget()).__name__
        for one in shown.findChildren(QScrollArea)
        if one.isVisible() and one.horizontalScrollBar().maximum() > 0
    ]
    larger_letters.hide()
    assert not twice, twice
    assert not sideways, sideways


def test_the_other_word_is_said(larger_letters: Stage) -> None:
    """The check of the usual word is not blind."""
    larger_letters.show()
    said = terms.chosen_is_said(larger_letters)
    larger_letters.hide()
    assert said

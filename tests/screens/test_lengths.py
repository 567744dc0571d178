"""In dark, everything stands out, and longer words than English has are not cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.screens import colours, lengths, pseudo
from tests.screens.catalogue import SCREENS, Screen, show
from ui.cases import CasesScreen
from ui.unlock import DoorScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.screens.stage import Stage

pytestmark = pytest.mark.screens
NAMES = [str(one) for one in SCREENS]


@pytest.fixture(scope="module")
def longer_words(staged: Callable[..., Stage]) -> Stage:
    stage = staged(language="en", theme="dark")
    stage.speak_longer()
    return stage


@pytest.mark.parametrize("screen", SCREENS, ids=NAMES)
def test_words_40_percent_longer_stand_out_and_are_not_cut(
    longer_words: Stage, screen: Screen
) -> None:
    """Words by 4.5 to 1, frames by 3 to 1, in dark; no word cut."""
    longer_words.show()
    shown = show(longer_words, screen)
    found = [f"stands out: {one}" for one in colours.faint(shown)]
    found += lengths.still_cut(longer_words, shown, lambda words: pseudo.OPEN in words)
    longer_words.hide()
    assert not found, "\n".join(found)


def test_a_cut_word_would_be_found(staged: Callable[..., Stage]) -> None:
    """The door's button, squeezed by hand."""
    stage = staged(language="zh")
    shown = show(stage, SCREENS[0])
    assert not lengths.cut(shown)
    door = stage.shell.centralWidget()
    assert isinstance(door, DoorScreen)
    door.open_button.setFixedWidth(20)
    stage.settle()
    found = lengths.cut(shown)
    stage.hide()
    assert len(found) == 1
    assert "打开" in found[0]


def test_a_hint_that_reaches_into_the_glass_would_be_found(staged: Callable[..., Stage]) -> None:
    """The field above the cases, as wide as its hint and not as what stands before it."""
    stage = staged(language="en")
    shown = show(stage, next(one for one in SCREENS if one.name == "case-list"))
    assert not lengths.cut(shown)
    page = stage.page
    assert isinstance(page, CasesScreen)
    line = page.list.narrowing
    line.setFixedWidth(line.fontMetrics().horizontalAdvance(line.placeholderText()) + 24)
    found = lengths.cut(shown)
    stage.hide()
    assert len(found) == 1
    assert line.placeholderText() in found[0]

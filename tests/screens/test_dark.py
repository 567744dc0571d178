"""Every screen in dark, with another word for the people one sees: one walk, two checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.screens import colours, terms
from tests.screens.catalogue import SCREENS, Screen, show
from ui import translation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.screens.stage import Stage

pytestmark = [pytest.mark.screens, pytest.mark.no_cover]


@pytest.fixture(scope="module")
def stage(staged: Callable[..., Stage]) -> Iterator[Stage]:
    translation.call("caller")
    yield staged(theme="dark")
    translation.call("client")


@pytest.fixture
def clean(stage: Stage) -> Iterator[None]:
    """Leave no window open behind a check."""
    yield
    stage.hide()


@pytest.mark.parametrize("screen", SCREENS, ids=[str(one) for one in SCREENS])
def test_it_stands_out_and_no_usual_word_is_said(stage: Stage, clean: None, screen: Screen) -> None:
    """Words by 4.5 to 1, frames by 3 to 1; and the word that was chosen, nowhere the usual one."""
    stage.show()
    shown = show(stage, screen)
    found = [f"usual word: {one}" for one in terms.usual(stage, screen, shown)]
    found += [f"stands out: {one}" for one in colours.faint(shown)]
    assert not found, "\n".join(found)


def test_the_other_word_is_said(stage: Stage, clean: None) -> None:
    """The check is not blind."""
    stage.show()
    assert terms.chosen_is_said(stage)

"""Who calls the people she sees otherwise reads that word on every screen, in English too.

In Chinese, test_dark.py walks through the screens with the other word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.screens import terms
from tests.screens.catalogue import SCREENS, Screen, show
from ui import translation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.screens.stage import Stage

pytestmark = [pytest.mark.screens, pytest.mark.no_cover]


@pytest.fixture(scope="module")
def stage(staged: Callable[..., Stage]) -> Iterator[Stage]:
    translation.call("caller")
    yield staged(language="en")
    translation.call("client")


@pytest.fixture
def clean(stage: Stage) -> Iterator[None]:
    """Leave no window open behind a check."""
    yield
    stage.hide()


@pytest.mark.parametrize("screen", SCREENS, ids=[str(one) for one in SCREENS])
def test_no_screen_says_the_usual_word(stage: Stage, clean: None, screen: Screen) -> None:
    stage.show()
    found = terms.usual(stage, screen, show(stage, screen))
    assert not found, "\n".join(found)


def test_the_other_word_is_said(stage: Stage, clean: None) -> None:
    """The check is not blind."""
    stage.show()
    assert terms.chosen_is_said(stage)

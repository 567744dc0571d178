"""Every screen can be read by eyes, by ears and with the keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tests.screens import colours, order
from tests.screens.catalogue import SCREENS, Screen, show

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.screens.stage import Stage

# What they walk through is reached by the tests of its own: here no line is counted anew.
pytestmark = [pytest.mark.screens, pytest.mark.no_cover]
NAMES = [str(one) for one in SCREENS]


@pytest.fixture(scope="module", params=["light", "dark"])
def themed(request: pytest.FixtureRequest, staged: Callable[..., Stage]) -> Stage:
    return staged(theme=request.param)


@pytest.fixture(scope="module")
def stage(staged: Callable[..., Stage]) -> Stage:
    return staged()


@pytest.fixture
def clean(request: pytest.FixtureRequest) -> Iterator[None]:
    """Leave no window open behind a check."""
    yield
    for name in ("themed", "stage"):
        if name in request.fixturenames:
            request.getfixturevalue(name).hide()


@pytest.mark.parametrize("screen", SCREENS, ids=NAMES)
def test_every_word_and_frame_stands_out(themed: Stage, clean: None, screen: Screen) -> None:
    """Words by 4.5 to 1 against what is painted behind them, frames of fields by 3 to 1."""
    themed.show()
    shown = show(themed, screen)
    assert len(list(colours.readings(shown))) > 2
    found = [*colours.faint_words(shown), *colours.faint_edges(shown)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("screen", SCREENS, ids=NAMES)
def test_a_screen_reader_can_say_every_part(stage: Stage, clean: None, screen: Screen) -> None:
    """A name and a role for everything one can act on, and no two alike."""
    stage.show()
    shown = show(stage, screen)
    found = [*order.nameless(shown), *order.alike(shown)]
    tree = order.tree(shown)
    assert not found, "\n".join([*found, *tree])
    said = "\n".join(tree)
    for part in order.actable(shown):
        assert repr(part.accessibleName())[1:-1] in said, order.called(part)


@pytest.mark.parametrize("screen", SCREENS, ids=NAMES)
def test_no_picture_shows_a_folder_of_this_computer(
    stage: Stage, clean: None, screen: Screen
) -> None:
    """Pictures go to others; the folders in them are those of nobody."""
    stage.show()
    shown = show(stage, screen)
    tree = "\n".join(order.tree(shown))
    lines = [one.text() for one in shown.findChildren(QLineEdit)]
    words = "\n".join([tree, *lines, *(one.text() for one in shown.findChildren(QLabel))])
    assert str(stage.practice.folder) not in words
    assert str(stage.practice.folder.parent) not in words


@pytest.mark.parametrize("screen", SCREENS, ids=NAMES)
def test_the_keyboard_reaches_everything(stage: Stage, clean: None, screen: Screen) -> None:
    """Tab reaches every part, as one reads, shows where it is, and is never lost or trapped."""
    stage.show()
    shown = show(stage, screen)
    walked = order.walk(stage, shown)
    found = [*walked.wrong, *order.missed(shown, walked.parts), *order.unreachable(shown)]
    if not isinstance(shown, QFileDialog):  # Qt's own, with its own order
        found += order.order(shown, walked.parts)
    assert not found, "\n".join(found)


class _Bad(QWidget):
    """A window in which everything is wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(300, 200)
        lines = QVBoxLayout(self)
        pale = QLabel("看不清")
        pale.setStyleSheet("color: #999999; background: #aaaaaa")
        self.first, self.second, self.mouse = QPushButton("好"), QPushButton("好"), QPushButton("")
        for part in (pale, self.first, self.second, self.mouse):
            lines.addWidget(part)
        for part in (self.first, self.second):
            part.setAccessibleName("好")


def test_what_is_wrong_would_be_found(stage: Stage, clean: None, qapp: QApplication) -> None:
    """None of these checks is blind."""
    show(stage, SCREENS[0])
    bad = _Bad()
    bad.show()
    bad.activateWindow()
    bad.first.setFocus()
    assert len(colours.faint_words(bad)) == 1
    assert order.alike(bad) == ["2 are called Button “好”"]
    assert order.nameless(bad) == ["QPushButton “” has no name"]
    QWidget.setTabOrder(bad.second, bad.first)
    walked = order.walk(stage, bad)
    assert order.order(bad, walked.parts)
    bad.mouse.setFocusPolicy(bad.mouse.focusPolicy().NoFocus)
    assert order.unreachable(bad) == ["QPushButton “”"]
    bad.close()
    bad.deleteLater()
    stage.settle()
    assert qapp.topLevelWidgets()

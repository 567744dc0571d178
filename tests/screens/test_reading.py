"""Every screen can be read by eyes, by ears and with the keyboard alone, in the word chosen.

Walking through all screens takes long: what can be looked at on one walk is. Here they are
Chinese and light, test_lengths.py has them in longer words and dark, test_large_letters.py in
English and in large letters.
"""

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

from tests.screens import colours, order, terms
from tests.screens.catalogue import SCREENS, Screen, show
from ui import translation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.screens.stage import Stage

pytestmark = pytest.mark.screens
NAMES = [str(one) for one in SCREENS]


@pytest.fixture(scope="module")
def stage(staged: Callable[..., Stage]) -> Iterator[Stage]:
    translation.call("caller")
    yield staged()
    translation.call("client")


@pytest.fixture
def clean(stage: Stage) -> Iterator[None]:
    """Leave no window open behind a check."""
    yield
    stage.hide()


@pytest.mark.parametrize("screen", SCREENS, ids=NAMES)
def test_eyes_ears_and_keyboard_reach_everything(stage: Stage, clean: None, screen: Screen) -> None:
    """One walk, five checks; each says its name before what it found."""
    stage.show()
    shown = show(stage, screen)
    told = {"_usual_word": terms.usual(stage, screen, shown)}
    told |= {check.__name__: check(stage, shown) for check in _CHECKS}
    found = [f"{name[1:]}: {one}" for name, wrong in told.items() for one in wrong]
    assert not found, "\n".join(found)


def _stands_out(_stage: Stage, shown: QWidget) -> list[str]:
    """Words by 4.5 to 1 against what is painted behind them, frames of fields by 3 to 1."""
    return colours.faint(shown)


def _a_screen_reader_can_say_it(_stage: Stage, shown: QWidget) -> list[str]:
    """A name and a role for everything one can act on, and no two alike."""
    found = [*order.nameless(shown), *order.alike(shown)]
    tree = order.tree(shown)
    said = "\n".join(tree)
    found += [
        f"{order.called(part)} is not in the tree"
        for part in order.actable(shown)
        if repr(part.accessibleName())[1:-1] not in said
    ]
    return [*found, *tree] if found else []


def _shows_no_folder_of_this_computer(stage: Stage, shown: QWidget) -> list[str]:
    """Pictures go to others; the folders in them are those of nobody."""
    lines = [one.text() for one in shown.findChildren(QLineEdit)]
    words = [*order.tree(shown), *lines, *(one.text() for one in shown.findChildren(QLabel))]
    folder = stage.practice.folder
    return [one for one in words if str(folder) in one or str(folder.parent) in one]


def _the_keyboard_reaches_it(stage: Stage, shown: QWidget) -> list[str]:
    """Tab reaches every part, as one reads, shows where it is, and is never lost or trapped."""
    walked = order.walk(stage, shown)
    found = [*walked.wrong, *order.missed(shown, walked.parts), *order.unreachable(shown)]
    if not isinstance(shown, QFileDialog):  # Qt's own, with its own order
        found += order.order(shown, walked.parts)
    return found


# The keyboard comes last: it moves what the others look at.
_CHECKS = (
    _stands_out,
    _a_screen_reader_can_say_it,
    _shows_no_folder_of_this_computer,
    _the_keyboard_reaches_it,
)


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
    assert len(colours.faint_words(colours.readings(bad))) == 1
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


def test_the_other_word_is_said(stage: Stage, clean: None) -> None:
    """The check of the usual word is not blind."""
    stage.show()
    assert terms.chosen_is_said(stage)

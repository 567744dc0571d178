"""Finds the usual word for the people one sees, where another word was chosen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from app import bootstrap
from app.domain.consent_template import texts_of
from tests.screens.catalogue import SCREENS, Screen, show
from ui.help_topics import CLAUSES, topics

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.screens.stage import Stage

_USUAL: Final = {"zh": re.compile("来访者"), "en": re.compile(r"\bclients?\b", re.IGNORECASE)}
# The settings name all three words, and so does the list of those who speak in a note; Qt calls
# what we paint ourselves a client of the window.
_NAMED: Final = {"来访者", "Client", "client"}


def usual(stage: Stage, screen: Screen, shown: QWidget) -> list[str]:
    """Return the texts of a screen that say the usual word where nobody wrote it."""
    word = _USUAL[stage.language]
    kept = sorted((one for one in _written(screen, stage.language) if word.search(one)), key=len)
    return sorted({one for one in said(shown) if _left(one, word, kept[::-1])})


def chosen_is_said(stage: Stage) -> bool:
    """Say whether the case's page names the person in the word that was chosen."""
    form = next(one for one in SCREENS if str(one) == "case-form")
    words = set(said(show(stage, form)))
    return {"zh": "求助者所在城市", "en": "Caller's city"}[stage.language] in words


def _written(screen: Screen, language: str) -> Iterator[str]:
    """What stays: a word in a drawing, the guidance's own words, and consents made before."""
    yield "带大来访者"  # somebody wrote it beside the grandmother
    if str(screen).startswith("help"):
        yield from next(one.paragraphs() for one in topics(language) if one.key == CLAUSES)
    if str(screen).startswith("consent-"):
        for form in bootstrap.consent_templates().values():
            yield from (form.signature_of(one) for one in form.signers)
            for text in (*texts_of(form), *form.facts.values()):
                yield from re.split(r"\{[a-z_]+\}", text)


def said(shown: QWidget) -> Iterator[str]:
    """Every word that one sees or hears in the windows that are open, and in their menus."""
    for window in {shown.window(), *QApplication.topLevelWidgets()}:
        if not window.isVisible():
            continue
        yield window.windowTitle()
        for part in (window, *window.findChildren(QWidget)):
            if shiboken6.isValid(part) and part.isVisible():
                yield from _of(part)
        for menu in window.findChildren(QMenu):
            yield from (action.text() for action in menu.actions())


def _of(part: QWidget) -> Iterator[str]:
    yield from (part.accessibleName(), part.accessibleDescription(), part.toolTip())
    if isinstance(part, QLabel | QAbstractButton):
        yield part.text()
    if isinstance(part, QLineEdit | QTextEdit | QPlainTextEdit):
        yield part.placeholderText()
    if isinstance(part, QTextEdit | QPlainTextEdit):
        yield from part.toPlainText().split("\n")
    if isinstance(part, QAbstractItemView) and part.model() is not None:
        model = part.model()
        for number in range(model.rowCount()):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                yield str(model.index(number, 0).data(role) or "")


def _left(text: str, usual: re.Pattern[str], kept: list[str]) -> bool:
    """Return whether a text says the usual word where nobody wrote it."""
    if text in _NAMED:
        return False
    for one in kept:
        text = text.replace(one, "")
    return usual.search(text) is not None

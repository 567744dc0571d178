"""Pictures beside those of the screens: what stands over a page, below its fold, or larger.

The record alone takes them; the checks of tests/screens walk the screens of catalogue.py.
"""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from tests.screens.catalogue import ELSEWHERE, TODAY, Screen
from ui import privacy
from ui.calendar_page import CalendarScreen
from ui.cases import CasesScreen
from ui.consents import ConsentScreen
from ui.example_strip import ExampleStrip
from ui.notes import NoteScreen
from ui.page import (
    ToCalendar,
    ToCases,
    ToConsent,
    ToExport,
    ToNote,
    ToReflections,
    ToSettings,
    ToToday,
)
from ui.settings import SettingsScreen

if TYPE_CHECKING:
    from app.ports import Example
    from tests.screens.stage import Stage
    from ui.page import Destination


def _go(stage: Stage, destination: Destination) -> None:
    stage.unlock("full")
    stage.go(destination)


def _case(stage: Stage) -> CasesScreen:
    _go(stage, ToCases(stage.practice.cases[0]))
    page = stage.page
    assert isinstance(page, CasesScreen)
    return page


def _note(stage: Stage, *, signed: bool = False) -> NoteScreen:
    _go(stage, ToNote(stage.practice.signed if signed else stage.practice.draft))
    page = stage.page
    assert isinstance(page, NoteScreen)
    return page


def _palette(stage: Stage) -> None:
    _case(stage)
    stage.workspace.open_palette()
    stage.settle()


def _private_case(stage: Stage) -> None:
    _case(stage)
    stage.workspace.toggle_privacy()
    stage.settle()


def _private_note(stage: Stage) -> None:
    _note(stage, signed=True)
    stage.workspace.toggle_privacy()
    stage.settle()


def _private_reflections(stage: Stage) -> None:
    _go(stage, ToReflections(stage.practice.cases[0]))
    stage.workspace.toggle_privacy()
    stage.settle()


def _tour(stage: Stage) -> None:
    _go(stage, ToToday())
    stage.workspace.start_tour()
    stage.settle()


def _alone(stage: Stage) -> None:
    _note(stage)._turn_alone()
    stage.settle()


def _finding(stage: Stage) -> None:
    page = _note(stage, signed=True)
    page._open_find()
    page._find.begin("妈")
    stage.settle()


def _case_menu(stage: Stage) -> None:
    page = _case(stage)
    page.sheet.head.form_button.setFocus()
    page.sheet.head.form_button.click()
    stage.settle()


def _print_menu(stage: Stage) -> None:
    _go(stage, ToCalendar("week", TODAY))
    page = stage.page
    assert isinstance(page, CalendarScreen)
    page.bar.out.setFocus()
    page.bar.out.click()
    stage.settle()


def _paper(stage: Stage) -> None:
    _go(stage, ToConsent(stage.practice.agreed))
    page = stage.page
    assert isinstance(page, ConsentScreen)
    page._ask_where()
    page.save_panel.path.set_text(f"{ELSEWHERE}/同意书-0001.pdf")
    stage.settle()


def _toast(stage: Stage) -> None:
    _go(stage, ToCases())
    words = "The empty case was removed." if stage.language == "en" else "空个案已移除。"
    stage.workspace._offer_undo(words, lambda: None)
    stage.settle()


def _settings(stage: Stage, part: float) -> None:
    """Scroll the settings down by a part of their whole length."""
    _go(stage, ToSettings())
    page = stage.page
    assert isinstance(page, SettingsScreen)
    bar = page._area.verticalScrollBar()
    bar.setValue(round(bar.maximum() * part))
    stage.settle()


def _example(stage: Stage) -> None:
    _go(stage, ToToday())
    invented = SimpleNamespace(found=lambda _vault: None)
    stage.workspace.show_example(cast("Example", invented))
    stage.settle()


def rest(stage: Stage) -> None:
    """Take away what a picture left that the page would keep."""
    stage.dismiss()
    workspace = stage.workspace
    if privacy.on():
        workspace.toggle_privacy()
    workspace.commander.close()
    workspace._end_tour()
    workspace._toaster.dismiss()
    for strip in workspace.findChildren(ExampleStrip):
        strip.hide()
        strip.deleteLater()
    stage.go(ToCases())


PICTURES: tuple[Screen, ...] = (
    Screen("palette", _palette),
    Screen("privacy-case", _private_case),
    Screen("privacy-note", _private_note),
    Screen("privacy-reflections", _private_reflections),
    Screen("tour", _tour),
    Screen("note-alone", _alone),
    Screen("note-find", _finding),
    Screen("menu-case", _case_menu),
    Screen("menu-print", _print_menu),
    Screen("paper", _paper),
    Screen("toast", _toast),
    Screen("settings-middle", partial(_settings, part=0.4)),
    Screen("settings-end", partial(_settings, part=1.0)),
    Screen("example", _example),
)


# In letters of twice the size.
def _large_note(stage: Stage) -> None:
    """The note that is being written."""
    _note(stage)


def _large_consent(stage: Stage) -> None:
    """The consent that is being filled in."""
    _go(stage, ToConsent(stage.practice.filling))


LARGE: tuple[Screen, ...] = (
    Screen("large-today", lambda stage: _go(stage, ToToday())),
    Screen("large-cases", lambda stage: _go(stage, ToCases())),
    Screen("large-case", lambda stage: _go(stage, ToCases(stage.practice.cases[0]))),
    Screen("large-note", _large_note),
    Screen("large-consent", _large_consent),
    Screen("large-calendar", lambda stage: _go(stage, ToCalendar("week", TODAY))),
    Screen("large-settings", lambda stage: _go(stage, ToSettings())),
    Screen("large-review", lambda stage: _go(stage, ToExport(stage.practice.cases[0]))),
)

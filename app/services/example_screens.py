"""The suitability screens of the invented practice, and its one change of the service mode."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from app.domain.mode_change import ModeChange
from app.domain.screen import SCREENED, Suitability, blank_screen
from app.services import mode_changes, screens

if TYPE_CHECKING:
    from app.domain.case import Case, ServiceMode
    from app.ports import OpenVault
    from app.services.tools import Tools

_CHANGE: Final = {
    "zh": ("继续单次来电，或改为约好时间的热线咨询", "来访者愿意每周约好时间谈"),
    "en": ("Going on with single calls, or agreed times", "The client prefers an agreed hour"),
}


def screen_case(vault: OpenVault, tools: Tools, case: Case, language: str) -> None:
    """Screen a case of the example for remote work: nothing speaks against it."""
    if case.mode not in SCREENED:
        return
    blank = blank_screen(tools.screens[language])
    asked = tuple(replace(one, answer=False) for one in blank.asked)
    made = replace(blank, asked=asked, result=Suitability.SUITABLE)
    screens.record(vault, tools, case.id, made)


def change_mode(vault: OpenVault, tools: Tools, case: Case, what: tuple[ServiceMode, str]) -> None:
    """Record in a language that a case of the example goes on in another mode, and screen it."""
    mode, language = what
    options, decision = _CHANGE[language]
    now = tools.clock.now()
    made = ModeChange(case.mode, mode, options, decision, now)
    mode_changes.record(vault, tools, case.id, made)
    screen_case(vault, tools, replace(case, mode=mode), language)

"""The suitability screens of the invented practice, and its one change of the service mode."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.mode_change import ModeChange
from app.domain.screen import SCREENED, Suitability, blank_screen
from app.services import mode_changes, screens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.case import Case, ServiceMode
    from app.ports import OpenVault
    from app.services.tools import Tools


def screen_case(vault: OpenVault, tools: Tools, case: Case, language: str) -> None:
    """Screen a case of the example for remote work: nothing speaks against it."""
    if case.mode not in SCREENED:
        return
    blank = blank_screen(tools.screens[language])
    asked = tuple(replace(one, answer=False) for one in blank.asked)
    made = replace(blank, asked=asked, result=Suitability.SUITABLE)
    screens.record(vault, tools, case.id, made)


def change_mode(
    vault: OpenVault, tools: Tools, case: Case, what: tuple[ServiceMode, Mapping[str, str], str]
) -> None:
    """Record in a language that a case of the example goes on in another mode, and screen it."""
    mode, said, language = what
    now = tools.clock.now()
    made = ModeChange(case.mode, mode, said["change_options"], said["change_decision"], now)
    mode_changes.record(vault, tools, case.id, made)
    screen_case(vault, tools, replace(case, mode=mode), language)

"""The suitability screens of a case."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.entry import EntryKind
from app.domain.errors import ScreenIncomplete
from app.domain.rule import Step
from app.domain.screen import SCREEN, screen_of
from app.services import case_entries, gate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.case import Case
    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId, EntryId
    from app.domain.practice import Practice
    from app.domain.screen import Screen, ScreenCatalogue
    from app.ports import OpenVault
    from app.services.tools import Tools


@dataclass(frozen=True)
class KeptScreen:
    """A screen as it stands in the file."""

    id: EntryId
    at: datetime
    screen: Screen = field(repr=False)


@dataclass(frozen=True)
class ScreenPage:
    """What the page of the screens shows; `kept` has the newest first, `unfinished` raw words.

    `unsigned` says that the case has no consent yet in which its notes can be signed.
    """

    case: Case
    practice: Practice = field(repr=False)
    catalogue: ScreenCatalogue
    kept: tuple[KeptScreen, ...] = field(repr=False)
    unfinished: Mapping[str, Any] = field(repr=False)
    now: datetime
    unsigned: bool = False


def kept(entry: CaseEntry) -> KeptScreen:
    """Return the screen of an entry."""
    return KeptScreen(entry.id, entry.at, screen_of(entry.value))


def page(vault: OpenVault, tools: Tools, case_id: CaseId, language: str) -> ScreenPage:
    """Return what the page of the screens shows; the items are those of `language`.

    Raises `CaseLocked` where the case is shut.
    """
    case = case_entries.open_case(vault, case_id)
    entries = vault.entries.of_case(case_id, EntryKind.SCREEN)
    found = [kept(one) for one in entries]
    now = tools.clock.now()
    case_entries.was_read(vault, tools.clock, case_id, AuditKind.SCREENS_READ, entries)
    return ScreenPage(
        case,
        vault.settings.practice(),
        tools.screens[language],
        tuple(reversed(found)),
        case_entries.unfinished(vault, case_id, EntryKind.SCREEN),
        now,
        any(one.step is Step.CONSENT for one in gate.ahead(vault, tools.clock, case_id)),
    )


def record(vault: OpenVault, tools: Tools, case_id: CaseId, screen: Screen) -> CaseEntry:
    """Store a screen for good; raise `ScreenIncomplete` where a rule is not met (clause 052)."""
    missing = SCREEN.lacks(screen)
    if missing:
        raise ScreenIncomplete(missing)
    what = (EntryKind.SCREEN, AuditKind.SUITABILITY_SCREENED)
    return case_entries.enter(vault, tools.clock, case_id, what, as_json(screen))


def printed(vault: OpenVault, tools: Tools, case_id: CaseId, entry_id: EntryId | None) -> None:
    """Write that a screen was printed or exported, or an empty sheet of it."""
    vault.audit.record_or_hold(AuditKind.SCREEN_PRINTED, tools.clock.now(), case_id, entry_id)

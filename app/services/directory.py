"""Whom to call on a hard day: the list of the practice, and its paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.domain import directory
from app.domain.audit import AuditKind
from app.domain.paper_day import said_day
from app.domain.practice_record import Resource
from app.services import catalogues
from app.services.beside import readable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.sheet import Sheet
    from app.ports import OpenVault
    from app.services.tools import Tools

RESOURCE_SHEET = "resources"
"""The key of the paper among those of the practice."""


def kept(vault: OpenVault) -> tuple[Resource, ...]:
    """Return whom she wrote down to call."""
    return tuple(one.record for one in vault.practice.all() if isinstance(one.record, Resource))


def shown(vault: OpenVault, tools: Tools, language: str) -> tuple[Resource, ...]:
    """Return whom to call: her list, or that of the program where she has none (027, 130).

    Where damage hides hers, that of the program stands in: there is always somebody to call.
    """
    none: tuple[Resource, ...] = ()
    return directory.shown(readable(lambda: kept(vault), none), tools.crisis_texts[language])


def offered(mine: Iterable[Resource], tools: Tools, language: str) -> tuple[Resource, ...]:
    """Return what the program knows and was not taken over into her list in this edition."""
    text = tools.crisis_texts.get(language)
    return () if text is None else directory.offered(mine, text)


def adopt(vault: OpenVault, tools: Tools, language: str) -> None:
    """Take over what the program knows, each with its edition; she changes it as any other."""
    now = tools.clock.now()
    with vault.transaction():
        for one in offered(kept(vault), tools, language):
            made = vault.practice.add(one, now)
            vault.audit.record(AuditKind.PRACTICE_RECORDED, now, subject=made.id)


def sheet(vault: OpenVault, tools: Tools, language: str) -> Sheet:
    """Return the list of whom to call as a paper (危机资源单)."""
    text = catalogues.worded(vault, tools).crisis_texts[language]
    day = partial(said_day, language=language)
    return directory.resource_sheet(kept(vault), text, day)

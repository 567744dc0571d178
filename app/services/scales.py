"""The scales that can be answered: those that are shipped, and those that the counselor made."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from app.domain.audit import AuditKind
from app.domain.errors import ScaleIncomplete
from app.domain.own_scale import OWN_SCALE, scale_from, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.own_scale import ScaleWords
    from app.domain.scale import Scale
    from app.ports import OpenVault
    from app.services.tools import Tools

_OWN: Final = "own-"
NEW: Final = ""
"""The key of a scale that is not kept yet."""


@dataclass(frozen=True)
class ScalesPage:
    """What the page of the scales shows; `begun` is what is written and not kept, by key."""

    shipped: tuple[Scale, ...]
    own: tuple[Scale, ...]
    begun: Mapping[str, Mapping[str, str]] = field(default_factory=dict, repr=False)


def page(vault: OpenVault, tools: Tools) -> ScalesPage:
    """Return what the page of the scales shows; the shipped ones in every language."""
    return ScalesPage(tools.scales, own(vault), vault.settings.scales_begun())


def own(vault: OpenVault) -> tuple[Scale, ...]:
    """Return the last edition of each scale that the counselor made and still uses."""
    last = {one.key: one for one in vault.settings.scales()}
    return tuple(one for one in last.values() if not one.retired)


def in_use(vault: OpenVault, tools: Tools, language: str) -> tuple[Scale, ...]:
    """Return the scales that can be answered now: the shipped ones of a language, then her own."""
    shipped = [one for one in tools.scales if one.language == language]
    return (*sorted(shipped, key=lambda one: one.order), *own(vault))


def keep(vault: OpenVault, tools: Tools, key: str, words: ScaleWords, language: str) -> Scale:
    """Store a scale, or the next edition of the one that `key` names, and return it.

    One that says the same as its last edition makes no other. Raises `ScaleIncomplete` where a
    rule is not met.
    """
    missing = OWN_SCALE.lacks(words)
    if missing:
        raise ScaleIncomplete(missing)
    known = vault.settings.scales()
    before = [one for one in known if one.key == key and key]
    if before and not before[-1].retired and words_of(before[-1]) == words:
        vault.settings.keep_scale_begun(key, {})
        return before[-1]
    edition = int(before[-1].edition) + 1 if before else 1
    made = scale_from(words, key or _new_key(known), edition, language)
    with vault.transaction():
        vault.settings.change_scales([*known, made])
        vault.settings.keep_scale_begun(key, {})
        vault.audit.record(AuditKind.SCALE_MADE, tools.clock.now())
    return made


def retire(vault: OpenVault, tools: Tools, key: str, *, retired: bool = True) -> None:
    """Use a scale no more, or again; what was answered in it stays as it is."""
    with vault.transaction():
        known = vault.settings.scales()
        vault.settings.change_scales(
            [replace(one, retired=retired) if one.key == key else one for one in known]
        )
        vault.audit.record(AuditKind.SCALE_MADE, tools.clock.now())


def keep_begun(vault: OpenVault, key: str, words: Mapping[str, str]) -> None:
    """Keep what is written of a scale, byte for byte; no words keep nothing."""
    vault.settings.keep_scale_begun(key, words)


def printed(vault: OpenVault, tools: Tools) -> None:
    """Write that an empty scale was printed or exported."""
    vault.audit.record_or_hold(AuditKind.SCALE_PRINTED, tools.clock.now())


def _new_key(known: tuple[Scale, ...]) -> str:
    numbers = [int(one.key.removeprefix(_OWN)) for one in known]
    return f"{_OWN}{max(numbers, default=0) + 1}"

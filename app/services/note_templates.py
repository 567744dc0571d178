"""The forms for notes: those shipped, those the counselor made, and the one she usually takes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from app.domain.case import ServiceMode
from app.domain.note_template import checked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.domain.note import NoteTemplate, TemplatePart
    from app.ports import OpenVault
    from app.services.tools import Tools

OWN: Final = "own."
STANDARD: Final = "structured"
_ORDER: Final = (STANDARD, "soap", "dap", "birp", "intake", "firstaid", "crisis", "free")
CRISIS: Final = ("crisis", "firstaid")
FIRST: Final = ("intake",)


def every(vault: OpenVault, tools: Tools) -> dict[str, NoteTemplate]:
    """Return all templates by key: those made here first, then those shipped."""
    return {one.key: one for one in vault.settings.note_templates()} | dict(tools.note_templates)


def fitting(mode: ServiceMode, number: int) -> tuple[str, ...]:
    """Return the kinds that fit the `number`th session of a way of service best (086, 125)."""
    crisis = CRISIS if mode is ServiceMode.CRISIS else ()
    return (*crisis, *(FIRST if number == 1 else ()))


def in_language(
    templates: Mapping[str, NoteTemplate], language: str, fit: tuple[str, ...] = ()
) -> dict[str, NoteTemplate]:
    """Return `templates`: the kinds of `fit` in `language` first, then her own, then that language.

    Those in another language stand last.
    """

    def rank(one: NoteTemplate) -> tuple[int, bool, bool, int]:
        kind = one.key.split(".", 1)[0]
        place = _ORDER.index(kind) if kind in _ORDER else len(_ORDER)
        fits = kind in fit and one.language == language
        best = fit.index(kind) if fits else len(fit)
        return best, not is_own(one.key), one.language != language, place

    return {one.key: one for one in sorted(templates.values(), key=rank)}


def is_own(key: str) -> bool:
    """Return whether the counselor made the template of this key."""
    return key.startswith(OWN)


def usual(vault: OpenVault, tools: Tools, language: str) -> NoteTemplate:
    """Return the template in which a new note begins: as chosen, else the structured one."""
    found = every(vault, tools)
    wanted = (vault.settings.usual_note_template(), f"{STANDARD}.{language}", STANDARD)
    return next((found[key] for key in wanted if key in found), next(iter(found.values())))


def choose_usual(vault: OpenVault, key: str) -> None:
    """Begin new notes in the template of this key from now on."""
    with vault.transaction():
        vault.settings.choose_usual_note_template(key)


def keep(vault: OpenVault, tools: Tools, template: NoteTemplate) -> NoteTemplate:
    """Store a template made here, new where its key is empty, and return it as stored.

    Raises `FieldInvalid` without a title or with a section that has none. A section called like
    one that is shipped gets its key: so a plan stands above the next note, whatever the template,
    and words stay in their section when the template of a note is changed. A changed template gets
    a new edition; notes begun before keep the sections they were begun with.
    """
    own = list(vault.settings.note_templates())
    whole = checked(template)
    parts = _keyed(whole.parts, tools.note_templates.values())
    keys = [one.key for one in own]
    if whole.key in keys:
        at = keys.index(whole.key)
        kept = replace(whole, parts=parts, edition=str(int(own[at].edition) + 1))
        own[at] = kept
    else:
        kept = replace(whole, parts=parts, key=_new_key(keys), edition="1")
        own.append(kept)
    with vault.transaction():
        vault.settings.change_note_templates(own)
    return kept


def remove(vault: OpenVault, key: str) -> NoteTemplate | None:
    """Take a template away and return it; notes written in it stay as they are."""
    own = vault.settings.note_templates()
    gone = next((one for one in own if one.key == key), None)
    with vault.transaction():
        vault.settings.change_note_templates([one for one in own if one.key != key])
    return gone


def put_back(vault: OpenVault, template: NoteTemplate) -> None:
    """Put a template back that was taken away."""
    own = [one for one in vault.settings.note_templates() if one.key != template.key]
    with vault.transaction():
        vault.settings.change_note_templates([*own, template])


def _new_key(taken: list[str]) -> str:
    """Return a key that no template has or, as far as is known, had."""
    numbers = [int(key.removeprefix(OWN)) for key in taken]
    return f"{OWN}{max(numbers, default=0) + 1}"


def _keyed(
    parts: Iterable[TemplatePart], shipped: Iterable[NoteTemplate]
) -> tuple[TemplatePart, ...]:
    """Return the sections under keys that follow their titles, each key once."""
    known = {part.title: part.key for template in shipped for part in template.parts}
    made: list[TemplatePart] = []
    for part in parts:
        key = known.get(part.title, f"{OWN}{part.title}")
        taken = {one.key for one in made}
        number = 2
        while key in taken:
            key = f"{OWN}{part.title}.{number}"
            number += 1
        made.append(replace(part, key=key))
    return tuple(made)

"""How far consents under way have come: the one to go on with, and what it hands to another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from app.domain.blank import is_blank
from app.domain.consent import ConsentState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.consent import Consent, ConsentDraft, ConsentTemplate
    from app.domain.consent_purpose import Purpose

_ORDER: Final = tuple(ConsentState)
_OF_A_LANGUAGE: Final = frozenset({"time_difference"})


def number(consent: Consent) -> str:
    """Return the number that stands on the form; it says nothing about anybody."""
    return f"{consent.case_id:04d}-{consent.id:04d}"


def under_way(found: Iterable[Consent], purpose: Purpose) -> tuple[Consent, ...]:
    """Return the consents for a purpose that are not final, the furthest first.

    Of two that have come equally far the newer one comes first.
    """
    open_now = [one for one in found if one.purpose is purpose and not one.final]
    return tuple(sorted(open_now, key=lambda one: (_ORDER.index(one.state), one.id), reverse=True))


def handed_on(
    first: ConsentDraft,
    to: ConsentDraft,
    text: ConsentTemplate,
    *,
    same: bool,
    called: bool = True,
) -> ConsentDraft:
    """Return a new draft in a text with what was filled into the one begun before it.

    `same` says that both are in one language: what was worded in the other one is not handed on,
    nor are its answers who may see what, which are words of the form. `called` says that both call
    the client by the same word.
    """
    minor = first.minor and text.minor is not None
    places = {*text.facts, *(text.minor.facts if text.minor is not None else ())}
    facts = {
        key: said
        for key, said in first.facts.items()
        if key in places and not is_blank(said) and ((same and called) or key not in _OF_A_LANGUAGE)
    }
    filled = replace(to, facts={**to.facts, **facts}, minor=to.minor or minor)
    if same and [row.role for row in first.access] == list(text.roles):
        filled = replace(filled, access=first.access)
    if first.template == to.template:
        filled = replace(filled, scope=first.scope, months=first.months)
    return filled

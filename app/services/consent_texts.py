"""The consent texts: those shipped, those the counselor made, and which of them fit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from app.domain.consent_purpose import Purpose
from app.domain.consent_wording import check_wording, settled
from app.domain.errors import ConsentTextIncomplete, FieldInvalid

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.domain.case import ServiceMode
    from app.domain.consent_text import ConsentTemplate
    from app.ports import OpenVault
    from app.services.tools import Tools

OWN: Final = "own."
MONTHS: Final = (1, 3, 6)
"""After how many months a consent may be gone through again (clause 159)."""


@dataclass(frozen=True)
class ConsentOffer:
    """A text that can be chosen for a consent, and whether it is written for the case."""

    key: str
    title: str
    language: str
    fits: bool
    purpose: Purpose = Purpose.SERVICE
    own: bool = False


def every(vault: OpenVault, tools: Tools) -> dict[str, ConsentTemplate]:
    """Return all texts by key: those made here first, then those shipped."""
    own = {one.key: one for one in vault.settings.consent_texts()}
    return own | dict(tools.consent_templates)


def is_own(key: str) -> bool:
    """Return whether the counselor made the text of this key."""
    return key.startswith(OWN)


def offers(
    texts: Mapping[str, ConsentTemplate],
    mode: ServiceMode,
    *,
    separate: bool = False,
    language: str = "zh",
) -> tuple[ConsentOffer, ...]:
    """Return what can be chosen of these texts, the fitting ones first (clause 036).

    Those of the counselor's own come before those shipped; of two languages the one of
    the window, `language`, comes first. `separate` asks for the short forms that stand beside
    the consent to the service, in the order of their purposes.
    """
    order = list(Purpose)
    found = [
        ConsentOffer(
            one.key,
            one.title,
            one.language,
            separate or one.fits(mode),
            one.purpose,
            own=is_own(one.key),
        )
        for one in texts.values()
        if one.purpose.separate is separate
    ]
    return tuple(
        sorted(
            found,
            key=lambda one: (
                not one.fits,
                order.index(one.purpose),
                not one.own,
                one.language != language,
                one.key,
            ),
        )
    )


def begin(tools: Tools, key: str) -> ConsentTemplate:
    """Return a text to be worded anew, made from a shipped one; it is kept by `keep`."""
    return replace(tools.consent_templates[key], key="", base=key)


def keep(vault: OpenVault, tools: Tools, text: ConsentTemplate) -> ConsentTemplate:
    """Store a text made here, new where its key is empty, and return it as stored.

    Raises `FieldInvalid` without a title and `ConsentTextIncomplete` where a required section is
    gone or emptied, a place of one is lost, or something stands in it that nothing fills (039). A
    changed text gets a new edition: consents begun before keep the words they were begun with, and
    signed ones are due to be asked for anew (042, 159).
    """
    base = tools.consent_templates[text.base]
    check_wording(text, base)
    own = list(vault.settings.consent_texts())
    keys = [one.key for one in own]
    whole = settled(replace(text, title=text.title.strip()), base)
    if whole.key in keys:
        at = keys.index(whole.key)
        if _same_words(own[at], whole):
            return own[at]
        kept = replace(whole, edition=_edition(base, _number(own[at]) + 1))
        own[at] = kept
    else:
        kept = replace(whole, key=_new_key(keys), edition=_edition(base, 1))
        own.append(kept)
    with vault.transaction():
        vault.settings.change_consent_texts(own)
        vault.settings.change_consent_text_begun(None)
    return kept


def keep_or_wait(vault: OpenVault, tools: Tools, text: ConsentTemplate) -> None:
    """Store a text made here, or, where it may not be kept, what is written of it to go on with."""
    try:
        keep(vault, tools, text)
    except (ConsentTextIncomplete, FieldInvalid):
        with vault.transaction():
            vault.settings.change_consent_text_begun(text)


def remove(vault: OpenVault, key: str) -> ConsentTemplate | None:
    """Take a text away and return it; consents made of it keep their words."""
    own = vault.settings.consent_texts()
    gone = next((one for one in own if one.key == key), None)
    with vault.transaction():
        vault.settings.change_consent_texts([one for one in own if one.key != key])
        vault.settings.change_consent_text_begun(None)
    return gone


def put_back(vault: OpenVault, text: ConsentTemplate) -> None:
    """Put a text back that was taken away."""
    own = [one for one in vault.settings.consent_texts() if one.key != text.key]
    with vault.transaction():
        vault.settings.change_consent_texts([*own, text])


def choose_months(vault: OpenVault, months: int) -> None:
    """Go through consents again after so many months from now on (clause 159)."""
    with vault.transaction():
        vault.settings.change_renewal_months(months)


def editions(texts: Mapping[str, ConsentTemplate]) -> dict[str, str]:
    """Return the edition of each text by its key."""
    return {key: one.edition for key, one in texts.items()}


def _same_words(one: ConsentTemplate, other: ConsentTemplate) -> bool:
    """Return whether two editions say the same."""
    return replace(one, edition="") == replace(other, edition="")


def _edition(base: ConsentTemplate, number: int) -> str:
    """Return what an edition of a text of one's own is called: its number, and what it is made of.

    The number stands first, so that it is still there where an edition is said in short.
    """
    said = base.labels.get("own_edition", "{number} ({edition})")
    return said.replace("{number}", str(number)).replace("{edition}", base.edition)


def _number(text: ConsentTemplate) -> int:
    """Return which edition of its own a text is."""
    digits = "".join(sign if sign.isdigit() else " " for sign in text.short_edition).split()
    return int(digits[0])


def _new_key(taken: Iterable[str]) -> str:
    """Return a key that no text has or, as far as is known, had."""
    numbers = [int(key.removeprefix(OWN)) for key in taken]
    return f"{OWN}{max(numbers, default=0) + 1}"

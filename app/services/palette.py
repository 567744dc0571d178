"""What the command palette reaches: every case, by each way its name can be typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.domain.consent import ConsentState
from app.domain.consent_progress import under_way
from app.domain.consent_purpose import Purpose
from app.services import cases, consent_texts, consents, names

if TYPE_CHECKING:
    from app.domain.case import ServiceMode
    from app.domain.consent import Consent
    from app.domain.ids import CaseId
    from app.domain.rank import Spelt
    from app.ports import OpenVault
    from app.services.tools import Tools

_OVER = (ConsentState.WITHDRAWN, ConsentState.EXPIRED)


@dataclass(frozen=True)
class CaseEntry:
    """A case as the palette finds it; one that is shut by its number."""

    case_id: CaseId
    code: str = field(repr=False)
    name: str = field(repr=False)
    mode: ServiceMode
    spelt: Spelt = field(repr=False)
    shut: bool = False


def entries(vault: OpenVault) -> list[CaseEntry]:
    """Return every case in the order of the names, with the ways to type it."""
    found = []
    for case in vault.cases.all():
        name = cases.known_profile(vault, case).name
        words = names.spelt(name, case.code, person=True) if name else names.spelt(case.code)
        found.append(CaseEntry(case.id, case.code, name, case.mode, words, case.shut))
    return sorted(found, key=lambda one: names.key(one.name, one.code))


def consent(vault: OpenVault, tools: Tools, case_id: CaseId, language: str = "zh") -> Consent:
    """Return the consent to the service of a case to go on with, else a new one.

    Of those under way it is the one that has come furthest, else the newest that is not over. A
    new one is written in the text that fits the case's way of service (clause 036), in `language`
    where there is one.
    """
    found = vault.consents.of_case(case_id)
    for one in (*under_way(found, Purpose.SERVICE), *found):
        if one.state not in _OVER and not one.purpose.separate:
            return one
    texts = consent_texts.every(vault, tools)
    offers = consent_texts.offers(texts, vault.cases.get(case_id).mode, language=language)
    template = texts[offers[0].key]
    return consents.start(vault, tools, case_id, template)

"""The agreement of a couple, a family or a group: the one under way, or a new one (clause 108)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.consent_progress import under_way
from app.domain.consent_purpose import Purpose
from app.services import consent_texts, consents

if TYPE_CHECKING:
    from app.domain.ids import CaseId, ConsentId
    from app.ports import OpenVault
    from app.services.tools import Tools


def to_sign(vault: OpenVault, tools: Tools, case_id: CaseId, language: str) -> ConsentId:
    """Return the group agreement that is to be signed next; it is begun where none is under way.

    A new one is in the counselor's own text where she made one, else in that of `language`.
    """
    begun = under_way(vault.consents.of_case(case_id), Purpose.GROUP)
    if begun:
        return begun[0].id
    texts, mode = consent_texts.every(vault, tools), vault.cases.get(case_id).mode
    every = consent_texts.offers(texts, mode, separate=True)
    offers = [one for one in every if one.purpose is Purpose.GROUP]
    first = next((one for one in offers if one.own or one.language == language), offers[0])
    return consents.start(vault, tools, case_id, texts[first.key]).id

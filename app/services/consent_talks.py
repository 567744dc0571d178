"""The discussion before a consent, and what the client read alone; and the talk months later."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from app.domain.audit import AuditKind
from app.domain.consent import ConsentState, DocumentKind, check_advance
from app.domain.consent_evidence import SelfRead, check_self_read
from app.domain.consent_talk import check_talk, talk_from_mapping, talk_to_mapping
from app.domain.entry import EntryKind
from app.domain.errors import ConsentFinal

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.consent import Consent
    from app.domain.consent_talk import Discussion
    from app.domain.ids import ConsentId
    from app.ports import OpenVault
    from app.services.tools import Tools

TALKING: Final = frozenset({ConsentState.DRAFT, ConsentState.PROVIDED, ConsentState.READ})
"""Until which state what is discussed may still be written."""


@dataclass(frozen=True)
class TalkAgain:
    """One time that a signed consent was talked over again (clause 159)."""

    at: datetime
    talk: Discussion = field(repr=False)


def keep(vault: OpenVault, consent_id: ConsentId, talk: Discussion) -> Consent:
    """Store what was discussed so far and return the consent.

    Once the step 已讨论 is recorded, what it speaks of does not change. Raises `ConsentFinal` then,
    unless it is the same: only how consent came about is still being written.
    """
    consent = vault.consents.get(consent_id)
    if consent.talk == talk:
        return consent
    if consent.state not in TALKING and replace(consent.talk, process=talk.process) != talk:
        raise ConsentFinal
    with vault.transaction():
        vault.consents.keep_talk(consent_id, talk)
    return replace(consent, talk=talk)


def read_alone(
    vault: OpenVault, tools: Tools, consent_id: ConsentId, read: SelfRead, picture: bytes | None
) -> Consent:
    """Record that the client read the form alone (自助已阅, clause 087), and take that step.

    A picture of the screen is cleaned as a scan is. It opens nothing by itself: the discussion, the
    confirmation and the signature follow. Raises `EvidenceIncomplete`, `NotAnImage`,
    `PictureTooLarge`, and what `check_advance` does.
    """
    consent, now = vault.consents.get(consent_id), tools.clock.now()
    check_advance(consent, vault.consents.wording(consent_id), ConsentState.READ)
    check_self_read(read, now, picture=picture is not None)
    cleaned = None if picture is None else tools.papers.clean_picture(picture)
    with vault.transaction():
        if cleaned is not None:
            data, media_type = cleaned
            vault.consents.add_document(consent_id, DocumentKind.SELF_READ, media_type, data, now)
        vault.consents.keep_self_read(consent_id, read)
        vault.consents.step(consent_id, ConsentState.READ, now)
        vault.audit.record(AuditKind.CONSENT_STEP, now, consent.case_id, consent_id)
    return vault.consents.get(consent_id)


def talk_again(vault: OpenVault, tools: Tools, consent_id: ConsentId, talk: Discussion) -> None:
    """Record that a signed consent was talked over again: its points, and the client's own words.

    It is an entry of the case, final when made; the signed consent does not change. Raises
    `ConsentNotDiscussed` as the step 已讨论 does (clauses 088, 159).
    """
    consent = vault.consents.get(consent_id)
    check_talk(vault.consents.wording(consent_id).talk, talk)
    now = tools.clock.now()
    value = {"consent": consent_id, "talk": talk_to_mapping(talk)}
    with vault.transaction():
        vault.entries.add(consent.case_id, EntryKind.CONSENT_TALK, now, value)
        vault.audit.record(AuditKind.CONSENT_TALKED_OVER, now, consent.case_id, consent_id)


def talks_again(vault: OpenVault, consent: Consent) -> tuple[TalkAgain, ...]:
    """Return the times that a signed consent was talked over again, oldest first."""
    return tuple(
        TalkAgain(one.at, talk_from_mapping(one.value["talk"]))
        for one in vault.entries.of_case(consent.case_id, EntryKind.CONSENT_TALK)
        if one.value["consent"] == consent.id
    )

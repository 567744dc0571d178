"""Seal a signed consent with a keyed digest, and say whether it is still as it was signed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.audit import AuditKind
from app.domain.consent import Consent, ConsentSeal, ConsentState
from app.domain.consent_purpose import ends_at
from app.domain.consent_seal import ends_rightly, signed_bytes
from app.domain.errors import ConsentAltered, VaultDamaged

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.consent_evidence import Evidence
    from app.domain.ids import CaseId, ConsentId
    from app.ports import OpenVault

_EVERY_LINE = 2**62


def sign(vault: OpenVault, consent_id: ConsentId, now: datetime, evidence: Evidence) -> None:
    """Sign a consent whose documents are stored, inside the transaction of the signing."""
    before = vault.consents.get(consent_id)
    mode = vault.cases.get(before.case_id).mode
    signed = replace(
        before,
        state=ConsentState.SIGNED,
        steps=(*before.steps, (ConsentState.SIGNED, now)),
        method=evidence.method,
        archive=evidence.archive,
        evidence=evidence,
        mode=mode,
        ends_at=ends_at(now, before.draft.months),
    )
    seal = ConsentSeal(now, evidence, mode, signed.ends_at, _digest(vault, signed))
    vault.consents.sign(consent_id, seal)
    vault.audit.record(AuditKind.CONSENT_SIGNED, now, before.case_id, consent_id)


def check(vault: OpenVault, consent: Consent) -> None:
    """Raise `ConsentAltered` unless a signed consent is as it was signed."""
    if not (ends_rightly(consent) and _digest(vault, consent) == consent.digest):
        raise ConsentAltered


def altered_cases(vault: OpenVault) -> list[CaseId]:
    """Return the cases in which a consent that was signed is gone, or not as it was signed.

    The trail names the consents that were signed: one that is gone, or a draft again, is missed.
    That is all that can be said of a case that is shut.
    """
    signed: dict[int | None, set[int | None]] = {}
    for line in vault.audit.entries(_EVERY_LINE):
        if line.kind is AuditKind.CONSENT_SIGNED:
            signed.setdefault(line.case_id, set()).add(line.subject)
    final: dict[CaseId, set[ConsentId]] = {}
    for case_id, consent_id, state in vault.consents.states():
        if state.final:
            final.setdefault(case_id, set()).add(consent_id)
    found = []
    for case in vault.cases.all():
        whole = final.get(case.id, set()) if case.shut else _whole(vault, case.id)
        if whole != signed.get(case.id, set()):
            found.append(case.id)
    return found


def _whole(vault: OpenVault, case_id: CaseId) -> set[ConsentId] | None:
    """Return the signed consents of a case; None when one cannot be read or was altered."""
    try:
        final = [one for one in vault.consents.of_case(case_id) if one.final]
        for one in final:
            check(vault, one)
    except (ConsentAltered, VaultDamaged, ValueError):
        return None
    return {one.id for one in final}


def _digest(vault: OpenVault, consent: Consent) -> bytes:
    """Return the keyed digest of a signed consent as it stands in the vault."""
    documents = [
        (one, vault.consents.document_bytes(one.id)) for one in vault.consents.documents(consent.id)
    ]
    covered = signed_bytes(consent, vault.consents.wording(consent.id), documents)
    return vault.consents.mac(consent.case_id, covered)

"""What the digest of a signed consent covers."""

from __future__ import annotations

import json
from datetime import UTC
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from app.domain.consent import Consent, ConsentState
from app.domain.consent_evidence import evidence_to_mapping, self_read_to_mapping
from app.domain.consent_talk import talk_to_mapping
from app.domain.consent_template import to_raw

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from app.domain.consent import ConsentDocument, ConsentTemplate

_ENDS = (ConsentState.WITHDRAWN, ConsentState.EXPIRED)


def signed_bytes(
    consent: Consent,
    template: ConsentTemplate,
    documents: Sequence[tuple[ConsentDocument, bytes]],
) -> bytes:
    """Return the canonical bytes that the digest of a signed consent covers (clauses 042, 132).

    Every word of the text and of what was filled in and discussed, how it was signed, what proves
    it and where the paper is, for which service and how long, every step up to the signature with
    its time, and every document: none can be changed, taken out or put in. Canonical JSON (sorted
    keys, ASCII), the same on every machine.
    """
    draft = consent.draft
    value = {
        "kind": "consent",
        "consent": consent.id,
        "case": consent.case_id,
        "template": to_raw(template),
        "purpose": consent.purpose.value,
        "mode": consent.mode.value if consent.mode else "",
        "ends_at": _when(consent.ends_at) if consent.ends_at else "",
        "facts": dict(draft.facts),
        "access": [[row.role, row.records, row.recordings] for row in draft.access],
        "choices": [list(draft.scope), draft.months, draft.minor, list(draft.members)],
        "talk": talk_to_mapping(consent.talk),
        "method": consent.method.value if consent.method else "",
        "evidence": evidence_to_mapping(consent.evidence) if consent.evidence else {},
        "self_read": self_read_to_mapping(consent.self_read),
        "steps": [[state.value, _when(at)] for state, at in _until_signed(consent)],
        "documents": [_covered(document, data) for document, data in documents],
    }
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")


def ends_rightly(consent: Consent) -> bool:
    """Return whether nothing follows the signature but one end, and the state says the same."""
    after = consent.steps[len(_until_signed(consent)) :]
    if not after:
        return consent.state is ConsentState.SIGNED
    return len(after) == 1 and after[0][0] in _ENDS and consent.state is after[0][0]


def _until_signed(consent: Consent) -> tuple[tuple[ConsentState, datetime], ...]:
    """Return the steps up to the signature."""
    states = [state for state, _ in consent.steps]
    end = states.index(ConsentState.SIGNED) + 1 if ConsentState.SIGNED in states else 0
    return consent.steps[:end]


def _covered(document: ConsentDocument, data: bytes) -> list[Any]:
    """Return what is covered of one document."""
    digest = sha256(data).hexdigest()
    return [document.id, document.kind.value, document.media_type, _when(document.at), digest]


def _when(at: datetime) -> str:
    """Return a time as the vault keeps it."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")

"""Consents, their steps and their documents as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.case import ServiceMode
from app.domain.consent import (
    AccessRow,
    Consent,
    ConsentDocument,
    ConsentDraft,
    ConsentState,
    DocumentKind,
    SignedConsent,
    SigningMethod,
)
from app.domain.consent_evidence import (
    evidence_from_mapping,
    evidence_to_mapping,
    self_read_from_mapping,
    self_read_to_mapping,
)
from app.domain.consent_purpose import Purpose
from app.domain.consent_talk import talk_from_mapping, talk_to_mapping
from app.domain.consent_template import from_raw, to_raw
from app.domain.errors import ConsentFinal
from app.domain.ids import CaseId, ConsentId, DocumentId
from storage import times
from storage.database import Row, next_id

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.consent import ConsentSeal, ConsentTemplate
    from app.domain.consent_evidence import SelfRead
    from app.domain.consent_talk import Discussion
    from storage.case_keys import CaseKeys

_COLUMNS = "id, case_id, template, edition, state, method, sealed, digest, purpose, mode, ends_at"
_WORDING = "consents.wording"
_DOCUMENT = "id, consent_id, kind, media_type, size, at"


class ConsentRows:
    """The `Consents` of a vault."""

    def __init__(self, connection: Any, case_keys: CaseKeys) -> None:  # noqa: ANN401
        self._connection = connection
        self._keys = case_keys

    def add(
        self, case_id: CaseId, draft: ConsentDraft, template: ConsentTemplate, at: datetime
    ) -> Consent:
        """Store a new consent in state draft, with the words of the edition it is made of."""
        consent_id = ConsentId(next_id(self._connection, "consents"))
        self._connection.execute(
            "INSERT INTO consents (id, case_id, purpose, template, edition, state, wording, sealed)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                consent_id,
                case_id,
                template.purpose.value,
                draft.template,
                draft.edition,
                ConsentState.DRAFT.value,
                self._keys.seal_json(_WORDING, case_id, consent_id, to_raw(template)),
                self._keys.seal_json("consents", case_id, consent_id, _words(draft)),
            ),
        )
        self._add_step(consent_id, ConsentState.DRAFT, at)
        return self.get(consent_id)

    def get(self, consent_id: ConsentId) -> Consent:
        """Return the consent; KeyError when there is none."""
        row = self._connection.execute(
            f"SELECT {_COLUMNS} FROM consents WHERE id = ?",  # noqa: S608 - a constant
            (consent_id,),
        ).fetchone()
        if row is None:
            raise KeyError(consent_id)
        return self._consent(row)

    def wording(self, consent_id: ConsentId) -> ConsentTemplate:
        """Return the words that a consent is made of; KeyError when there is none."""
        row = self._connection.execute(
            "SELECT case_id, wording FROM consents WHERE id = ?", (consent_id,)
        ).fetchone()
        if row is None:
            raise KeyError(consent_id)
        return from_raw(self._keys.unseal_json(_WORDING, CaseId(row[0]), consent_id, row[1]))

    def of_case(self, case_id: CaseId) -> list[Consent]:
        """Return the consents of a case, newest first."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM consents WHERE case_id = ? ORDER BY id DESC",  # noqa: S608
            (case_id,),
        ).fetchall()
        return [self._consent(row) for row in rows]

    def states(
        self, purpose: Purpose | None = None
    ) -> list[tuple[CaseId, ConsentId, ConsentState]]:
        """Return how every consent stands, or those of a purpose, without words, oldest first."""
        wanted = {one.value for one in Purpose} if purpose is None else {purpose.value}
        rows = self._connection.execute(
            "SELECT case_id, id, state, purpose FROM consents ORDER BY id"
        )
        return [
            (CaseId(row[0]), ConsentId(row[1]), ConsentState(row[2]))
            for row in rows
            if row[3] in wanted
        ]

    def signed(self, purpose: Purpose) -> list[SignedConsent]:
        """Return what is known, without its words, of every consent that is signed, oldest first.

        One that was withdrawn is none of them.
        """
        rows = self._connection.execute(
            "SELECT case_id, consents.id, template, edition, mode, ends_at, MAX(consent_steps.at)"
            " FROM consents JOIN consent_steps ON consent_id = consents.id"
            " AND consent_steps.state = consents.state"
            " WHERE consents.state = 'signed' AND purpose = ?"
            " GROUP BY consents.id ORDER BY consents.id",
            (purpose.value,),
        )
        return [
            SignedConsent(
                CaseId(row[0]),
                ConsentId(row[1]),
                row[2],
                row[3],
                times.from_text(row[6]),
                ServiceMode(row[4]) if row[4] else None,
                times.from_text(row[5]) if row[5] else None,
            )
            for row in rows
        ]

    def change(self, consent_id: ConsentId, draft: ConsentDraft) -> None:
        """Replace what was filled in; raise `ConsentFinal` once signed."""
        self._rewrite(consent_id, _words(draft))

    def keep_talk(self, consent_id: ConsentId, talk: Discussion) -> None:
        """Replace what was discussed; raise `ConsentFinal` once signed."""
        self._rewrite(consent_id, {"talk": talk_to_mapping(talk)})

    def keep_self_read(self, consent_id: ConsentId, read: SelfRead) -> None:
        """Store when the client read the form alone; raise `ConsentFinal` once signed."""
        self._rewrite(consent_id, {"self_read": self_read_to_mapping(read)})

    def step(self, consent_id: ConsentId, state: ConsentState, at: datetime) -> None:
        """Record that the consent reached `state`, any but signed."""
        self._add_step(consent_id, state, at)
        self._connection.execute(
            "UPDATE consents SET state = ? WHERE id = ?", (state.value, consent_id)
        )

    def sign(self, consent_id: ConsentId, seal: ConsentSeal) -> None:
        """Make a consent with its documents final."""
        self._rewrite(consent_id, evidence_to_mapping(seal.evidence))
        self._add_step(consent_id, ConsentState.SIGNED, seal.at)  # nothing is added afterwards
        self._connection.execute(
            "UPDATE consents SET state = ?, method = ?, digest = ?, mode = ?, ends_at = ?"
            " WHERE id = ?",
            (
                ConsentState.SIGNED.value,
                seal.evidence.method.value,
                seal.digest,
                seal.mode.value,
                times.to_text(seal.ends_at) if seal.ends_at else None,
                consent_id,
            ),
        )

    def add_document(
        self, consent_id: ConsentId, kind: DocumentKind, media_type: str, data: bytes, at: datetime
    ) -> ConsentDocument:
        """Store bytes that never change again."""
        case_id = self.get(consent_id).case_id
        new = DocumentId(next_id(self._connection, "documents"))
        self._connection.execute(
            "INSERT INTO documents (id, case_id, consent_id, kind, media_type, size, at, sealed)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                new,
                case_id,
                consent_id,
                kind.value,
                media_type,
                len(data),
                times.to_text(at),
                self._keys.seal("documents", case_id, new, data),
            ),
        )
        return ConsentDocument(new, consent_id, kind, media_type, len(data), at)

    def documents(self, consent_id: ConsentId) -> list[ConsentDocument]:
        """Return what documents a consent has, oldest first."""
        rows = self._connection.execute(
            f"SELECT {_DOCUMENT} FROM documents WHERE consent_id = ? ORDER BY id",  # noqa: S608
            (consent_id,),
        )
        return [
            ConsentDocument(
                DocumentId(row[0]),
                ConsentId(row[1]),
                DocumentKind(row[2]),
                row[3],
                row[4],
                times.from_text(row[5]),
            )
            for row in rows
        ]

    def document_bytes(self, document_id: DocumentId) -> bytes:
        """Return the bytes of a document; KeyError when there is none."""
        row = self._connection.execute(
            "SELECT case_id, sealed FROM documents WHERE id = ?", (document_id,)
        ).fetchone()
        if row is None:
            raise KeyError(document_id)
        return self._keys.unseal("documents", CaseId(row[0]), document_id, row[1])

    def consent_of_document(self, document_id: DocumentId) -> ConsentId:
        """Return which consent a document belongs to; KeyError when there is none."""
        row = self._connection.execute(
            "SELECT consent_id FROM documents WHERE id = ?", (document_id,)
        ).fetchone()
        if row is None:
            raise KeyError(document_id)
        return ConsentId(row[0])

    def mac(self, case_id: CaseId, data: bytes) -> bytes:
        """Return HMAC-SHA-256 of `data` under a subkey of the case's key."""
        return self._keys.mac(case_id, data)

    def _add_step(self, consent_id: ConsentId, state: ConsentState, at: datetime) -> None:
        """Write down when a state was reached."""
        self._connection.execute(
            "INSERT INTO consent_steps (consent_id, state, at) VALUES (?, ?, ?)",
            (consent_id, state.value, times.to_text(at)),
        )

    def _rewrite(self, consent_id: ConsentId, words: Mapping[str, Any]) -> None:
        """Put words of a consent in place of those it had; raise `ConsentFinal` once signed."""
        row = self._connection.execute(
            "SELECT case_id, sealed, state FROM consents WHERE id = ?", (consent_id,)
        ).fetchone()
        if row is None:
            raise KeyError(consent_id)
        if ConsentState(row[2]).final:
            raise ConsentFinal
        case_id = CaseId(row[0])
        kept = self._keys.unseal_json("consents", case_id, consent_id, row[1])
        sealed = self._keys.seal_json("consents", case_id, consent_id, {**kept, **words})
        self._connection.execute(
            "UPDATE consents SET sealed = ? WHERE id = ?", (sealed, consent_id)
        )

    def _consent(self, row: Row) -> Consent:
        """Return the consent that a row holds."""
        consent_id, case_id = ConsentId(row[0]), CaseId(row[1])
        words = self._keys.unseal_json("consents", case_id, consent_id, row[6])
        steps = self._connection.execute(
            "SELECT state, at FROM consent_steps WHERE consent_id = ? ORDER BY id", (consent_id,)
        )
        method = SigningMethod(row[5]) if row[5] else None
        return Consent(
            consent_id,
            case_id,
            _draft(row[2], row[3], words),
            ConsentState(row[4]),
            tuple((ConsentState(one[0]), times.from_text(one[1])) for one in steps),
            method,
            words.get("archive", ""),
            bytes(row[7] or b""),
            purpose=Purpose(row[8]),
            talk=talk_from_mapping(words.get("talk", {})),
            evidence=evidence_from_mapping(method, words) if method else None,
            self_read=self_read_from_mapping(words.get("self_read", {})),
            mode=ServiceMode(row[9]) if row[9] else None,
            ends_at=times.from_text(row[10]) if row[10] else None,
        )


def _words(draft: ConsentDraft) -> dict[str, Any]:
    """Return what was filled into a consent, as JSON takes it."""
    return {
        "facts": dict(draft.facts),
        "access": [[row.role, row.records, row.recordings] for row in draft.access],
        "scope": list(draft.scope),
        "months": draft.months,
        "minor": draft.minor,
        "members": list(draft.members),
    }


def _draft(template: str, edition: str, words: Mapping[str, Any]) -> ConsentDraft:
    """Return what was filled into a consent."""
    return ConsentDraft(
        template,
        edition,
        words["facts"],
        tuple(AccessRow(*one) for one in words["access"]),
        tuple(words.get("scope", ())),
        words.get("months", 0),
        minor=words.get("minor", False),
        members=tuple(words.get("members", ())),
    )

"""Consents, their steps and their documents as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.consent import (
    AccessRow,
    Consent,
    ConsentDocument,
    ConsentDraft,
    ConsentState,
    DocumentKind,
    SigningMethod,
)
from app.domain.consent_template import from_raw, to_raw
from app.domain.errors import ConsentFinal
from app.domain.ids import CaseId, ConsentId, DocumentId
from storage import times
from storage.database import Row, next_id

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.consent import ConsentSeal, ConsentTemplate
    from storage.case_keys import CaseKeys

_COLUMNS = "id, case_id, template, edition, state, method, sealed, digest"
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
            "INSERT INTO consents (id, case_id, template, edition, state, wording, sealed)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                consent_id,
                case_id,
                draft.template,
                draft.edition,
                ConsentState.DRAFT.value,
                self._keys.seal_json(_WORDING, case_id, consent_id, to_raw(template)),
                self._sealed(case_id, consent_id, draft, ""),
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

    def states(self) -> list[tuple[CaseId, ConsentId, ConsentState]]:
        """Return how every consent stands, without its words, oldest first."""
        rows = self._connection.execute("SELECT case_id, id, state FROM consents ORDER BY id")
        return [(CaseId(row[0]), ConsentId(row[1]), ConsentState(row[2])) for row in rows]

    def change(self, consent_id: ConsentId, draft: ConsentDraft) -> None:
        """Replace what was filled in; raise `ConsentFinal` once signed."""
        consent = self.get(consent_id)
        if consent.final:
            raise ConsentFinal
        sealed = self._sealed(consent.case_id, consent_id, draft, consent.archive)
        self._connection.execute(
            "UPDATE consents SET sealed = ? WHERE id = ?", (sealed, consent_id)
        )

    def step(self, consent_id: ConsentId, state: ConsentState, at: datetime) -> None:
        """Record that the consent reached `state`, any but signed."""
        self._add_step(consent_id, state, at)
        self._connection.execute(
            "UPDATE consents SET state = ? WHERE id = ?", (state.value, consent_id)
        )

    def sign(self, consent_id: ConsentId, seal: ConsentSeal) -> None:
        """Make a consent with its documents final."""
        consent = self.get(consent_id)
        sealed = self._sealed(consent.case_id, consent_id, consent.draft, seal.archive)
        self._add_step(consent_id, ConsentState.SIGNED, seal.at)  # nothing is added afterwards
        self._connection.execute(
            "UPDATE consents SET state = ?, method = ?, digest = ?, sealed = ? WHERE id = ?",
            (ConsentState.SIGNED.value, seal.method.value, seal.digest, sealed, consent_id),
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

    def _sealed(
        self, case_id: CaseId, consent_id: ConsentId, draft: ConsentDraft, archive: str
    ) -> bytes:
        """Return the words of a consent sealed for its row."""
        value = {
            "facts": dict(draft.facts),
            "access": [[row.role, row.records, row.recordings] for row in draft.access],
            "archive": archive,
        }
        return self._keys.seal_json("consents", case_id, consent_id, value)

    def _consent(self, row: Row) -> Consent:
        """Return the consent that a row holds."""
        consent_id, case_id = ConsentId(row[0]), CaseId(row[1])
        words = self._keys.unseal_json("consents", case_id, consent_id, row[6])
        access = tuple(AccessRow(*one) for one in words["access"])
        steps = self._connection.execute(
            "SELECT state, at FROM consent_steps WHERE consent_id = ? ORDER BY id", (consent_id,)
        )
        return Consent(
            consent_id,
            case_id,
            ConsentDraft(row[2], row[3], words["facts"], access),
            ConsentState(row[4]),
            tuple((ConsentState(one[0]), times.from_text(one[1])) for one in steps),
            SigningMethod(row[5]) if row[5] else None,
            words["archive"],
            bytes(row[7] or b""),
        )

"""Clients as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.as_json import as_json
from app.domain.client import Client, Profile, profile_from_mapping
from app.domain.ids import CaseId, ClientId
from storage.database import next_id

if TYPE_CHECKING:
    from storage.case_keys import CaseKeys


class ClientRows:
    """The `Clients` of a vault."""

    def __init__(self, connection: Any, case_keys: CaseKeys) -> None:  # noqa: ANN401
        self._connection = connection
        self._keys = case_keys

    def add(self, case_id: CaseId, profile: Profile) -> Client:
        """Store a client in a case."""
        client_id = ClientId(next_id(self._connection, "clients"))
        sealed = self._keys.seal_json("clients", case_id, client_id, as_json(profile))
        self._connection.execute(
            "INSERT INTO clients (id, case_id, sealed) VALUES (?, ?, ?)",
            (client_id, case_id, sealed),
        )
        return Client(client_id, case_id, profile)

    def of_case(self, case_id: CaseId) -> Client:
        """Return the client of a case; KeyError when there is none."""
        row = self._connection.execute(
            "SELECT id, sealed FROM clients WHERE case_id = ? ORDER BY id", (case_id,)
        ).fetchone()
        if row is None:
            raise KeyError(case_id)
        if not row[1]:  # what a salvage stood in for, the case being shut
            return Client(ClientId(row[0]), case_id, Profile())
        words = self._keys.unseal_json("clients", case_id, row[0], row[1])
        return Client(ClientId(row[0]), case_id, profile_from_mapping(words))

    def remove_of_case(self, case_id: CaseId) -> None:
        """Remove the client of a case that is being removed."""
        self._connection.execute("DELETE FROM clients WHERE case_id = ?", (case_id,))

    def change(self, client: Client) -> None:
        """Store the changed profile."""
        sealed = self._keys.seal_json("clients", client.case_id, client.id, as_json(client.profile))
        self._connection.execute("UPDATE clients SET sealed = ? WHERE id = ?", (sealed, client.id))

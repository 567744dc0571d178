"""The rows of an open vault as other programs read them: plain values, words, files by their names.

They are read in one moment, on a connection of their own, away from the vault's thread: whoever
writes meanwhile changes nothing of what is read.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from app.domain.case import shut_code
from app.domain.ids import CaseId
from app.domain.readable import Left
from storage import database, keys, readable_tables
from storage.case_form import CaseFormRow
from storage.case_keys import CaseKeys
from storage.readable_seals import CONSENTS, Seals
from storage.readable_tables import FORM, STEPS, How, Table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.ports import Lease

Plain = dict[str, Any]
RIGHT: Final = "seal_is_right"
"""Whether the program found a signature as it was signed, at the time of the export."""
_SIGNED: Final = frozenset({"notes", "amendments", CONSENTS})


@dataclass
class Secrets:
    """What opens the words of the cases of a vault that are not shut; `end` overwrites it."""

    lease: Lease
    wrapping: bytearray = field(repr=False)
    form: bytearray = field(repr=False)
    opened: dict[int, bytearray] = field(repr=False)

    def end(self) -> None:
        """Overwrite every key."""
        self.lease.end()
        for one in (self.wrapping, self.form, *self.opened.values()):
            keys.wipe(one)


class Rows:
    """The rows of one moment; `shut` are the cases whose words cannot be read."""

    def __init__(self, connection: Any, secrets: Secrets) -> None:  # noqa: ANN401
        self.connection = connection
        self.keys = CaseKeys(connection, bytes(secrets.wrapping))
        for case_id, key in secrets.opened.items():
            self.keys.hold(CaseId(case_id), bytes(key))
        self._form = CaseFormRow(connection, bytes(secrets.form))
        self._seals = Seals(connection, self.keys)
        self.shut = frozenset(int(one) for one in self.keys.shut())
        self.locked = tuple(int(one) for one in self.keys.opened())

    def cases(self) -> list[int]:
        """Return the numbers of the cases that are not shut."""
        found = self.connection.execute("SELECT id FROM cases ORDER BY id")
        return [row[0] for row in found if row[0] not in self.shut]

    def left(self) -> list[Left]:
        """Return the cases that are shut: what is in them is not exported."""
        return [Left("case", one, shut_code(CaseId(one))) for one in sorted(self.shut)]

    def of(self, table: Table, case_id: int | None = None) -> Iterator[Plain]:
        """Yield the rows of a table, of all cases that are not shut, or of one."""
        # The bytes of files are asked for one by one, when it is their turn.
        files = {How.FILE, How.SEALED_FILE}
        names = ", ".join("1" if one.how in files else f'"{one.name}"' for one in table.columns)
        said = ""
        values: tuple[int, ...] = ()
        if case_id is not None:
            owner = table.owner or "case_id"
            of_case = "SELECT id FROM consents WHERE case_id = ?"
            said = f' WHERE "{owner}" = ?'
            said = f" WHERE consent_id IN ({of_case})" if table.name == STEPS else said
            values = (case_id,)
        found = self.connection.execute(
            f'SELECT {names} FROM "{table.name}"{said} ORDER BY "{table.order}"',  # noqa: S608
            values,
        )
        for row in found:
            if made := self._row(table, row):
                yield made

    def bytes_of(self, table: Table) -> Iterator[tuple[Plain, bytes]]:
        """Yield what a table holds of files: the row, and the bytes."""
        column = next(one for one in table.columns if one.how in {How.FILE, How.SEALED_FILE})
        for row in self.of(table):
            (data,) = self.connection.execute(
                f'SELECT "{column.name}" FROM "{table.name}" WHERE id = ?',  # noqa: S608
                (row["id"],),
            ).fetchone()
            if column.how is How.SEALED_FILE:
                data = self.keys.unseal(table.name, CaseId(row["case_id"]), row["id"], data)
            yield row, bytes(data)

    def numbers(self) -> dict[str, int]:
        """Return the last number that was given in each table: none is ever given again."""
        found = self.connection.execute("SELECT name, seq FROM sqlite_sequence ORDER BY name")
        exported = {one.name for one in readable_tables.TABLES}
        return {name: seq for name, seq in found if name in exported}

    def close(self) -> None:
        """Overwrite the keys and let go of the database."""
        self.keys.forget()
        self._form.forget()
        self.connection.close()

    def _row(self, table: Table, row: database.Row) -> Plain:
        """Return a row as it goes out; nothing for one of a shut case, or of this vault alone."""
        values = dict(zip((one.name for one in table.columns), row, strict=True))
        if self._stays(table, values):
            return {}
        made: Plain = {}
        for column in table.columns:
            value = values[column.name]
            if column.how is How.KEY or value == b"":
                continue
            made[column.title] = None if value is None else self._value(table, column, values)
        if table.name in _SIGNED and values["digest"] is not None:
            made[RIGHT] = self._seals.is_right(table.name, values["id"])
        return made

    def _stays(self, table: Table, values: Plain) -> bool:
        """Return whether a row is none that goes out."""
        if table.name == readable_tables.SETTINGS:
            return values["key"] in readable_tables.OF_THIS_VAULT
        if table.name == STEPS and self.shut:
            asked = "SELECT case_id FROM consents WHERE id = ?"
            row = self.connection.execute(asked, (values["consent_id"],)).fetchone()
            return row[0] in self.shut
        return bool(table.owner) and values[table.owner] in self.shut

    def _value(self, table: Table, column: readable_tables.Column, values: Plain) -> Any:  # noqa: ANN401
        """Return what a column says."""
        value = values[column.name]
        match column.how:
            case How.PLAIN:
                return value
            case How.JSON:
                return json.loads(value)
            case How.HEX:
                return value.hex()
            case How.FILE | How.SEALED_FILE:
                return readable_tables.file_name(table.name, values["id"], values["media_type"])
            case _:
                return self._words(table, column, values)

    def _words(self, table: Table, column: readable_tables.Column, values: Plain) -> Any:  # noqa: ANN401
        """Return words that were sealed."""
        if table.name == FORM:
            return self._form.words()
        case_id, number = CaseId(values[table.owner]), values[table.bound]
        place = column.sealed_for
        if table.name == readable_tables.DRAFTS:
            place = f"{place}/{values['kind']}"
        data = self.keys.unseal(place, case_id, number, values[column.name])
        if column.how is How.SEALED_TEXT:
            return data.decode("utf-8", "surrogatepass")
        return json.loads(data)


@contextmanager
def reading(path: Path, secrets: Secrets) -> Iterator[Rows]:
    """Give the rows of a database as they are now, and until the end."""
    connection = database.connect(path, bytes(secrets.lease.raw_key))
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("BEGIN")
        rows = Rows(connection, secrets)  # its first question begins the moment
    except BaseException:
        connection.close()
        raise
    try:
        yield rows
    finally:
        rows.close()


def line(row: Plain) -> bytes:
    """Return a row as a line of JSON, its letters as they are but where UTF-8 has none for them."""
    try:
        return json.dumps(row, ensure_ascii=False).encode("utf-8") + b"\n"
    except UnicodeEncodeError:  # half of a letter, from a paste
        return json.dumps(row).encode("ascii") + b"\n"

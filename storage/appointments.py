"""Appointments as rows: series, the slots of them to which something happened, and single ones.

Times are UTC beside the zone in whose wall time they were agreed on; place and remark lie under the
case's key. Rows are written in whole: an undo puts them back as they were.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from app.domain.appointment import LONGEST_MINUTES, Appointment, AppointmentState, Move, Series
from app.domain.case import ServiceMode
from app.domain.errors import CaseLocked, VaultDamaged
from app.domain.ids import AppointmentId, CaseId, SeriesId, SessionId
from app.domain.recurrence import rule_from_text
from app.ports import CaseAppointments
from storage import times
from storage.database import next_id

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.appointment import Booking
    from storage.case_keys import CaseKeys
    from storage.database import Row

_SERIES: Final = "appointment_series"
_SINGLE: Final = "appointments"
_MOVES: Final = "appointment_moves"
_SERIES_COLUMNS: Final = "id, case_id, starts_at, ends_at, minutes, zone, mode, rule, sealed"
_COLUMNS: Final = (
    "id, case_id, series_id, slot, starts_at, minutes, zone, mode, state, moves, session_id, sealed"
)
_MOVE_COLUMNS: Final = "id, case_id, from_at, to_at, at, following"
# In this order they are put back, in the other one taken away: each row after what it points to.
_TABLES: Final = {_SERIES: _SERIES_COLUMNS, _SINGLE: _COLUMNS, _MOVES: _MOVE_COLUMNS}


class AppointmentRows:
    """The `Appointments` of a vault."""

    def __init__(self, connection: Any, case_keys: CaseKeys) -> None:  # noqa: ANN401
        self._connection = connection
        self._keys = case_keys

    def add_series(self, booking: Booking) -> Series:
        """Store an appointment that comes again; ValueError without a rule."""
        if booking.rule is None:
            raise ValueError("a series needs a rule")
        series = Series(
            SeriesId(next_id(self._connection, _SERIES)),
            booking.case_id,
            booking.starts_at,
            booking.minutes,
            booking.zone,
            booking.mode,
            booking.rule,
            booking.place,
            booking.remark,
        )
        self._put(_SERIES, self._series_row(series))
        return series

    def change_series(self, series: Series) -> None:
        """Store the changed series."""
        self._replace(_SERIES, self._series_row(series))

    def series(self, series_id: SeriesId) -> Series:
        """Return the series; KeyError when there is none."""
        row = self._connection.execute(
            f"SELECT {_SERIES_COLUMNS} FROM {_SERIES} WHERE id = ?",  # noqa: S608 - constants
            (series_id,),
        ).fetchone()
        if row is None:
            raise KeyError(series_id)
        return self._series(row)

    def series_between(self, begin: datetime, end: datetime) -> list[Series]:
        """Return the series that run at any time between `begin` and `end`."""
        rows = self._connection.execute(
            f"SELECT {_SERIES_COLUMNS} FROM {_SERIES}"  # noqa: S608 - constants
            " WHERE starts_at < ? AND (ends_at IS NULL OR ends_at >= ?) ORDER BY id",
            (times.to_text(end), times.to_text(_day_before(begin))),
        )
        return [self._series(row, among=True) for row in rows.fetchall()]

    def series_of_case(self, case_id: CaseId) -> list[Series]:
        """Return the series of a case, oldest first."""
        rows = self._connection.execute(
            f"SELECT {_SERIES_COLUMNS} FROM {_SERIES} WHERE case_id = ? ORDER BY id",  # noqa: S608
            (case_id,),
        )
        return [self._series(row, among=True) for row in rows.fetchall()]

    def add(self, appointment: Appointment) -> Appointment:
        """Store an appointment and return it with its id."""
        number = next_id(self._connection, _SINGLE)
        row = self._row(appointment, number)
        self._put(_SINGLE, row)
        return self._appointment(row)

    def change(self, appointment: Appointment) -> None:
        """Store the changed appointment; ValueError for one that was never stored."""
        if appointment.id is None:
            raise ValueError("not stored yet")
        self._replace(_SINGLE, self._row(appointment, appointment.id))

    def get(self, appointment_id: AppointmentId) -> Appointment:
        """Return the appointment; KeyError when there is none."""
        found = self._found("id = ?", (appointment_id,), among=False)
        if not found:
            raise KeyError(appointment_id)
        return found[0]

    def at_slot(self, series_id: SeriesId, slot: datetime) -> Appointment | None:
        """Return what is stored for a slot of a series, or None."""
        found = self._found("series_id = ? AND slot = ?", (series_id, times.to_text(slot)))
        return found[0] if found else None

    def between(self, begin: datetime, end: datetime) -> list[Appointment]:
        """Return the stored appointments any of which lies between `begin` and `end`."""
        found = self._found(
            "starts_at < ? AND starts_at > ?",
            (times.to_text(end), times.to_text(_day_before(begin))),
        )
        return [one for one in found if one.overlaps(begin, end)]

    def one_by_one(self) -> tuple[list[Appointment], bool]:
        """Return every stored appointment that can be read, and whether any cannot.

        What was removed in the midst of damage counts as not readable: nothing there tells them
        apart. Raises `VaultDamaged` where not even the numbers are known.
        """
        found, unread = [], False
        for number in range(1, next_id(self._connection, _SINGLE)):
            try:
                found += self._found("id = ?", (number,))
            except VaultDamaged:
                unread = True
        return found, unread

    def taken(self, begin: datetime, end: datetime) -> set[tuple[SeriesId, datetime]]:
        """Return the slots from `begin` to before `end` that have a row of their own."""
        rows = self._connection.execute(
            "SELECT series_id, slot FROM appointments WHERE slot >= ? AND slot < ?",
            (times.to_text(begin), times.to_text(end)),
        )
        return {(SeriesId(row[0]), times.from_text(row[1])) for row in rows}

    def of_case(self, case_id: CaseId) -> list[Appointment]:
        """Return the stored appointments of a case in order of time."""
        return self._found("case_id = ?", (case_id,))

    def missed(self) -> list[tuple[CaseId, datetime]]:
        """Return when which case had a time that was missed, in their order; no word is read."""
        rows = self._connection.execute(
            "SELECT case_id, starts_at FROM appointments WHERE state = ? ORDER BY starts_at",
            (AppointmentState.MISSED.value,),
        )
        return [(CaseId(row[0]), times.from_text(row[1])) for row in rows]

    def linked(self, begin: datetime, end: datetime) -> set[SessionId]:
        """Return which sessions that began between `begin` and `end` keep an appointment."""
        rows = self._connection.execute(
            "SELECT session_id FROM appointments JOIN sessions ON sessions.id = session_id"
            " WHERE sessions.starts_at >= ? AND sessions.starts_at < ?",
            (times.to_text(begin), times.to_text(end)),
        )
        return {SessionId(row[0]) for row in rows}

    def record_move(self, move: Move) -> None:
        """Store that a time was changed."""
        self._put(
            _MOVES,
            (
                next_id(self._connection, _MOVES),
                move.case_id,
                times.to_text(move.from_at),
                times.to_text(move.to_at),
                times.to_text(move.at),
                int(move.following),
            ),
        )

    def moves_of_case(self, case_id: CaseId) -> list[Move]:
        """Return every change of time of a case, oldest first."""
        return [
            Move(
                CaseId(row[1]),
                times.from_text(row[2]),
                times.from_text(row[3]),
                times.from_text(row[4]),
                bool(row[5]),
            )
            for row in self._rows_of(_MOVES, case_id)
        ]

    def remember(self, case_id: CaseId) -> CaseAppointments:
        """Return everything that a case has in the calendar, its words still sealed."""
        return CaseAppointments(case_id, {one: self._rows_of(one, case_id) for one in _TABLES})

    def restore(self, before: CaseAppointments) -> None:
        """Put back what a case had; what it has now goes."""
        for table in reversed(_TABLES):
            self._connection.execute(
                f"DELETE FROM {table} WHERE case_id = ?",  # noqa: S608 - a constant
                (before.case_id,),
            )
        for table in _TABLES:
            for row in before.rows[table]:
                self._put(table, row)

    def _found(
        self, condition: str, values: tuple[object, ...], *, among: bool = True
    ) -> list[Appointment]:
        """Return the stored appointments that meet a condition, in order of time."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM {_SINGLE} WHERE {condition} ORDER BY starts_at, id",  # noqa: S608
            values,
        )
        return [self._appointment(row, among=among) for row in rows.fetchall()]

    def _rows_of(self, table: str, case_id: CaseId) -> tuple[Row, ...]:
        """Return the rows of a case in one of the three tables."""
        return tuple(
            self._connection.execute(
                f"SELECT {_TABLES[table]} FROM {table} WHERE case_id = ? ORDER BY id",  # noqa: S608
                (case_id,),
            ).fetchall()
        )

    def _put(self, table: str, row: Row) -> None:
        """Insert a whole row."""
        marks = ", ".join("?" * len(row))
        self._connection.execute(
            f"INSERT INTO {table} ({_TABLES[table]}) VALUES ({marks})",  # noqa: S608 - constants
            row,
        )

    def _replace(self, table: str, row: Row) -> None:
        """Write every column of the row with this id anew."""
        columns = _TABLES[table].split(", ")[1:]
        sets = ", ".join(f"{one} = ?" for one in columns)
        self._connection.execute(
            f"UPDATE {table} SET {sets} WHERE id = ?",  # noqa: S608 - constants
            (*row[1:], row[0]),
        )

    def _series_row(self, series: Series) -> Row:
        """Return a series as a row."""
        last = series.ends_at()
        words = {"place": series.place, "remark": series.remark}
        return (
            series.id,
            series.case_id,
            times.to_text(series.starts_at),
            times.to_text(last) if last else None,
            series.minutes,
            series.zone,
            series.mode.value,
            series.rule.text(),
            self._keys.seal_json(_SERIES, series.case_id, series.id, words),
        )

    def _row(self, one: Appointment, number: int) -> Row:
        """Return an appointment as a row."""
        words = {"place": one.place, "remark": one.remark}
        return (
            number,
            one.case_id,
            one.series_id,
            times.to_text(one.slot) if one.slot else None,
            times.to_text(one.starts_at),
            one.minutes,
            one.zone,
            one.mode.value,
            one.state.value,
            one.moves,
            one.session_id,
            self._keys.seal_json(_SINGLE, one.case_id, number, words),
        )

    def _series(self, row: Row, *, among: bool = False) -> Series:
        """Return the series that a row holds."""
        case_id = CaseId(row[1])
        words = self._words(_SERIES, case_id, row[0], row[8], among=among)
        return Series(
            SeriesId(row[0]),
            case_id,
            times.from_text(row[2]),
            row[4],
            row[5],
            ServiceMode(row[6]),
            rule_from_text(row[7]),
            words["place"],
            words["remark"],
        )

    def _words(
        self, table: str, case_id: CaseId, number: int, sealed: bytes, *, among: bool
    ) -> dict[str, str]:
        """Return place and remark; of a case that is shut only the times are known.

        Damage is raised where one appointment is asked for; among others it costs only its words.
        They cannot be stored back empty: whatever is stored needs the case's key, and nothing is
        written any more once damage was met. All rows are fetched before: it may end the cursor.
        """
        nothing = {"place": "", "remark": ""}
        try:
            kept: dict[str, str] = self._keys.unseal_json(table, case_id, number, sealed)
        except CaseLocked:
            return nothing
        except VaultDamaged:
            if not among:
                raise
            return nothing
        return kept

    def _appointment(self, row: Row, *, among: bool = False) -> Appointment:
        """Return the appointment that a row holds."""
        case_id = CaseId(row[1])
        words = self._words(_SINGLE, case_id, row[0], row[11], among=among)
        return Appointment(
            case_id,
            times.from_text(row[4]),
            row[5],
            row[6],
            ServiceMode(row[7]),
            AppointmentState(row[8]),
            AppointmentId(row[0]),
            None if row[2] is None else SeriesId(row[2]),
            None if row[3] is None else times.from_text(row[3]),
            row[9],
            None if row[10] is None else SessionId(row[10]),
            words["place"],
            words["remark"],
        )


def _day_before(at: datetime) -> datetime:
    """Return when the longest appointment that still reaches `at` began."""
    return at - timedelta(minutes=LONGEST_MINUTES)

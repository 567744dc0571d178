"""Let the calendar leave: a week on paper, events as a file; codes only (clause 142)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from app.domain.appointment import AppointmentState
from app.domain.audit import AuditKind
from app.domain.calendar_paper import CalendarEvent, WeekDay, WeekEntry, WeekSheet
from app.domain.errors import CaseLocked, NothingChosen
from app.domain.local_time import wall
from app.domain.recurrence import instant
from app.services import agenda

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from app.domain.calendar_paper import WeekWording
    from app.domain.ids import CaseId
    from app.ports import OpenVault
    from app.services.agenda import Line
    from app.services.tools import Tools

_LONG_UID = 16


def week_sheet(
    vault: OpenVault, tools: Tools, monday: date, wording: WeekWording, *, names: bool = False
) -> WeekSheet:
    """Return the week that begins on `monday`, by the counselor's clock; with `names` if asked."""
    zone = vault.settings.practice().place.time_zone
    days: list[WeekDay] = []
    printed: list[CaseId] = []
    for number, heading in enumerate(wording.days):
        begin = _midnight(monday + timedelta(days=number), zone)
        end = _midnight(monday + timedelta(days=number + 1), zone)
        lines = agenda.between(vault, tools.clock, begin, end).lines
        shown = [
            one
            for one in lines
            if one.appointment.state is not AppointmentState.CANCELLED
            and one.appointment.starts_at >= begin
        ]
        entries = [_entry(one, zone, wording, names=names) for one in shown]
        days.append(WeekDay(heading, tuple(entries)))
        printed += [one.person.case_id for one in shown]
    return WeekSheet(
        wording.title,
        wording.subtitle,
        tuple(days),
        wording.empty,
        wording.foot,
        wording.language,
        tuple(dict.fromkeys(printed)),
    )


def print_week(vault: OpenVault, tools: Tools, path: Path, sheet: WeekSheet) -> None:
    """Write a week as a PDF, and into the trail that it was printed, and with which cases."""
    data = tools.papers.week.render(sheet)
    now = tools.clock.now()
    with vault.transaction():
        vault.audit.record(AuditKind.WEEK_PRINTED, now)
        for case_id in sheet.cases:
            vault.audit.record(AuditKind.WEEK_HOLDS, now, case_id)
        tools.shelf.write(path, data)


@dataclass(frozen=True)
class EventsWritten:
    """How many appointments were written, and how many not: their cases are shut."""

    written: int
    left_out: int


def export_events(
    vault: OpenVault, tools: Tools, path: Path, begin: datetime, end: datetime
) -> EventsWritten:
    """Write the appointments from `begin` to before `end` as `.ics`; return how many.

    Each stands under its case's code; no name, place or remark is in the file. A cancelled one is
    told as cancelled, so that another calendar takes it away. Those of a case that is shut are left
    out: neither its code nor the name of an event, made with its key, can be known. Raises
    `NothingChosen` for none, `CaseLocked` where every case is shut.
    """
    found = agenda.between(vault, tools.clock, begin, end).lines
    if not found:
        raise NothingChosen
    lines = [one for one in found if not one.person.shut]
    if not lines:
        raise CaseLocked(found[0].person.case_id)
    events = [_event(vault, one) for one in lines]
    now = tools.clock.now()
    data = tools.papers.events.render(events, now)
    with vault.transaction():
        vault.audit.record(AuditKind.CALENDAR_EXPORTED, now)
        for case_id in dict.fromkeys(one.person.case_id for one in lines):
            vault.audit.record(AuditKind.CALENDAR_HOLDS, now, case_id)
        tools.shelf.write(path, data)
    return EventsWritten(len(events), len(found) - len(events))


def _event(vault: OpenVault, line: Line) -> CalendarEvent:
    """Return an appointment as an event.

    Its name is an HMAC under the case's key: the same at each export, and telling nothing.
    """
    one = line.appointment
    origin = (
        f"{one.series_id}/{one.slot.isoformat()}" if one.slot is not None else f"single/{one.id}"
    )
    uid = vault.notes.mac(one.case_id, f"calendar/{origin}".encode())[:_LONG_UID].hex()
    gone = one.state is AppointmentState.CANCELLED
    return CalendarEvent(
        f"{uid}@xinxia", one.starts_at, one.minutes, line.person.code, one.moves + gone, gone
    )


def _entry(line: Line, zone: str, wording: WeekWording, *, names: bool) -> WeekEntry:
    """Return an appointment as a line of the sheet."""
    one, person = line.appointment, line.person
    begin, end = wall(one.starts_at, zone), wall(one.ends_at, zone)
    more = [wording.modes.get(one.mode.value, "")]
    if person.there.time_zone:
        there = wall(one.starts_at, person.there.time_zone)
        if there.utcoffset() != begin.utcoffset():
            more.append(wording.there.format(f"{there:%H:%M}"))
    who = f"{person.code}  {person.name}" if names and person.name else person.code
    return WeekEntry(f"{begin:%H:%M}–{end:%H:%M}", who, "  ".join(one for one in more if one))


def _midnight(day: date, zone: str) -> datetime:
    """Return when a day begins by the clock of `zone`."""
    return instant(datetime.combine(day, time()), zone)

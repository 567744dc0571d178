"""The figures of a year (年度统计): counted over all cases, told without names (119, 134)."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from app.domain.age import born
from app.domain.appointment import AppointmentState
from app.domain.audit import AuditKind
from app.domain.case import CaseState, ServiceMode
from app.domain.entry import EntryKind
from app.domain.intake import CaseType
from app.domain.local_time import wall
from app.domain.practice import Practice
from app.domain.recurrence import instant
from app.domain.session_sheet import SessionSheet
from app.domain.year_figures import AGES, UNKNOWN, YearFigures, age_band, counted, published
from app.services import sheets, year_ends
from app.services.beside import Beside
from app.services.cases import known_cases, known_profile
from app.services.year_ends import YearSpan

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from app.domain.appointment import Appointment
    from app.domain.case import Case
    from app.domain.client import Profile
    from app.domain.data_table import DataTable
    from app.domain.ids import CaseId
    from app.domain.session import Session
    from app.domain.year_figures import Tally
    from app.ports import OpenVault, TablePrinter
    from app.services.tools import Tools

_MISSED: Final = (AppointmentState.MISSED, AppointmentState.CANCELLED)
_MODES: Final = tuple(one.value for one in ServiceMode)
OTHER: Final = "other"
"""Stands for a kind of problem that she typed herself: it may tell more than a kind."""


def years(vault: OpenVault, tools: Tools) -> tuple[int, ...]:
    """Return the years in which anything can be counted, the newest first."""
    beside = Beside()
    zone = beside.part(vault.settings.practice, Practice()).place.time_zone
    known, _ = known_cases(vault)
    last = wall(tools.clock.now(), zone).year
    first = min((wall(one.opened_at, zone).year for one in known), default=last)
    held = beside.part(vault.sessions.first, None)
    first = first if held is None else min(first, wall(held, zone).year)
    return tuple(range(last, first - 1, -1))


def figures(vault: OpenVault, tools: Tools, year: int, language: str = "zh") -> YearFigures:
    """Return what was done in a year by the practice's clock; small cells share a number.

    A case counts where it had a session in the year. Of one that is shut, or damaged, only what
    lies outside its words is counted; the rest is `UNKNOWN`.
    """
    beside = Beside()
    zone = beside.part(vault.settings.practice, Practice()).place.time_zone
    begin, end = (instant(datetime(one, 1, 1), zone) for one in (year, year + 1))  # noqa: DTZ001
    nothing: list[Session] = []
    held = beside.part(lambda: vault.sessions.between(begin, end), nothing)
    last = {one.case_id: one for one in held}
    known, unread = known_cases(vault)
    cases = {one.id: one for one in known}
    seen = {one: cases.get(one) for one in last}
    profiles = {one: _profile(vault, case, beside) for one, case in seen.items()}
    tables = (
        _of_cases(seen, begin),
        counted("sessions", _by_mode(held), _MODES),
        _appointments(vault, begin, end, beside),
        _grouped("formats", {one: _format(of) for one, of in profiles.items()},
                 (*(kind.value for kind in CaseType), UNKNOWN)),
        _grouped("ages", {one: _band(of, last[one], zone) for one, of in profiles.items()}, AGES),
        _problems(
            {one: _problem(vault, case, last[one], beside) for one, case in seen.items()},
            *_words(vault, tools, language, beside),
        ),
        _grouped("endings", {one: _ending(case) for one, case in seen.items()},
                 ("going on", "closed", UNKNOWN)),
        *year_ends.tables(vault, YearSpan(year, begin, end, zone), cases, beside),
        _declined(vault, begin, end, beside),
    )  # fmt: skip
    hidden = bool(unread) or beside.hidden
    return YearFigures(year, tuple(published(one) for one in tables), hidden)


def given_out(vault: OpenVault, tools: Tools) -> None:
    """Write into the trail that the figures of a year were printed or exported."""
    vault.audit.record_or_hold(AuditKind.STATISTICS_PRINTED, tools.clock.now())


def export(
    vault: OpenVault, tools: Tools, path: Path, table: DataTable, printer: TablePrinter
) -> None:
    """Write figures as a file for a spreadsheet, and into the trail that they were."""
    data = printer.render(table)
    with vault.transaction():
        vault.audit.record(AuditKind.STATISTICS_PRINTED, tools.clock.now())
        tools.shelf.write(path, data)


def _grouped(key: str, of: Mapping[CaseId, str], order: tuple[str, ...]) -> Tally:
    """Return a table that counts every case once, under what it is."""
    found: dict[str, list[int]] = defaultdict(list)
    for case_id, what in of.items():
        found[what].append(case_id)
    return counted(key, found, order)


def _of_cases(seen: Mapping[CaseId, Case | None], begin: datetime) -> Tally:
    """Return how many cases were begun in the year, and how many went on from before."""
    when = {
        one: UNKNOWN if case is None else "new" if case.opened_at >= begin else "before"
        for one, case in seen.items()
    }
    return _grouped("cases", when, ("new", "before", UNKNOWN))


def _by_mode(held: list[Session]) -> dict[str, list[int]]:
    """Return the case of every session by its way of service."""
    found: dict[str, list[int]] = defaultdict(list)
    for one in held:
        found[one.mode.value].append(one.case_id)
    return found


def _appointments(vault: OpenVault, begin: datetime, end: datetime, beside: Beside) -> Tally:
    """Return how many appointments came to nothing.

    Those that were held stand as sessions in a table of their own: here too, put together with the
    few that were missed, they would say by the difference how few those are (clause 134).
    """
    found: dict[str, list[int]] = {}
    nothing: list[Appointment] = []
    stored = beside.part(lambda: vault.appointments.between(begin, end), nothing)
    for state in _MISSED:
        of = (one for one in stored if one.state is state and begin <= one.starts_at < end)
        found[state.value] = [one.case_id for one in of]
    return counted("appointments", found, tuple(one.value for one in _MISSED))


def _profile(vault: OpenVault, case: Case | None, beside: Beside) -> Profile | None:
    """Return what is known of a client; None where a password or damage hides it."""
    if case is None or case.shut:
        return None
    return beside.part(lambda: known_profile(vault, case), None)


def _format(profile: Profile | None) -> str:
    return UNKNOWN if profile is None else profile.intake.kind.value


def _band(profile: Profile | None, last: Session, zone: str) -> str:
    """Return the age band of a client at the last session of the year."""
    day = None if profile is None else born(profile.birth_date)
    return age_band(None if day is None else _years(day, wall(last.starts_at, zone).date()))


def _years(day: date, on: date) -> int:
    return on.year - day.year - ((on.month, on.day) < (day.month, day.day))


def _words(
    vault: OpenVault, tools: Tools, language: str, beside: Beside
) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the kinds of problem in their order, and every kind that is no word of one case."""
    nothing: tuple[str, ...] = ()
    words = beside.part(lambda: sheets.catalogue(vault, tools, language).problems, nothing)
    shipped = (word for one in tools.sheet_catalogues.values() for word in one.problems)
    return words, frozenset((*shipped, *words))


def _problem(vault: OpenVault, case: Case | None, session: Session, beside: Beside) -> str:
    """Return the kind of problem on the sheet of a session, nothing where it says none."""
    if case is None or case.shut:
        return ""
    sheet = beside.part(lambda: vault.entries.sheet(session), SessionSheet())
    return sheet.problem.strip()


def _problems(of: Mapping[CaseId, str], words: tuple[str, ...], every: frozenset[str]) -> Tally:
    """Return the cases by the kind of problem on the sheet of their last session of the year."""
    found = {one: said if said in every else OTHER if said else UNKNOWN for one, said in of.items()}
    used = set(found.values())
    more = sorted(used - {*words, OTHER, UNKNOWN})
    return _grouped(
        "problems", found, (*(one for one in words if one in used), *more, OTHER, UNKNOWN)
    )


def _ending(case: Case | None) -> str:
    if case is None:
        return UNKNOWN
    return "closed" if case.state is CaseState.CLOSED else "going on"


def _declined(vault: OpenVault, begin: datetime, end: datetime, beside: Beside) -> Tally:
    """Return how many who asked were not taken on in the year."""
    never: dict[CaseId, datetime] = {}
    made = beside.part(lambda: vault.entries.latest(EntryKind.DECLINE), never)
    cases = [one for one, at in made.items() if begin <= at < end]
    return counted("declined", {"declined": cases}, ("declined",))

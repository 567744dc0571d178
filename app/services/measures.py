"""The measures of a case: scales as they were answered, and what was done about them since."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.entry import EntryKind
from app.domain.errors import MeasureIncomplete
from app.domain.local_time import wall
from app.domain.measure import FOLLOW, MEASURE, kept_measures, risk_last_seen, waiting_in
from app.domain.mode_change import mode_change_of
from app.domain.risk import RiskLevel
from app.domain.risk_assessment import risk_of
from app.services import case_entries, scales
from app.services.beside import readable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date, datetime

    from app.domain.case import Case, ServiceMode
    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId, EntryId
    from app.domain.measure import Follow, KeptMeasure, Measure
    from app.domain.practice import Practice
    from app.domain.scale import Scale
    from app.ports import OpenVault
    from app.services.tools import Tools

_WRITTEN = (EntryKind.MEASURE, EntryKind.MEASURE_FOLLOW)
_GRAVE = {RiskLevel.MIDDLE, RiskLevel.HIGH}


@dataclass(frozen=True)
class Happening:
    """What happened on a day: a session by its number, a new way of service, or a risk."""

    on: date
    what: int | ServiceMode | RiskLevel


@dataclass(frozen=True)
class MeasurePage:
    """What the page of the measures shows; `kept` are by day, the oldest first.

    `scales` are those that can be answered now, `risk_seen` is when risk was last looked at,
    `unfinished` are raw words by kind.
    """

    case: Case
    practice: Practice = field(repr=False)
    scales: tuple[Scale, ...]
    kept: tuple[KeptMeasure, ...] = field(repr=False)
    happenings: tuple[Happening, ...]
    unfinished: Mapping[EntryKind, Mapping[str, Any]] = field(repr=False)
    now: datetime
    risk_seen: datetime | None = None

    @property
    def zone(self) -> str:
        """By whose clock days are said."""
        return self.practice.place.time_zone

    @property
    def waits(self) -> tuple[str, ...]:
        """The names of the rules that wait."""
        return waiting_in(self.kept, self.risk_seen)


def page(vault: OpenVault, tools: Tools, case_id: CaseId, language: str) -> MeasurePage:
    """Return what the page of the measures shows; the scales are those of `language`.

    Raises `CaseLocked` where the case is shut.
    """
    case = case_entries.open_case(vault, case_id)
    practice, now = vault.settings.practice(), tools.clock.now()
    entries = vault.entries.of_case(case_id)
    kept = [one for one in entries if one.kind is EntryKind.MEASURE]
    case_entries.was_read(vault, tools.clock, case_id, AuditKind.MEASURES_READ, kept)
    return MeasurePage(
        case,
        practice,
        scales.in_use(vault, tools, language),
        kept_measures(entries),
        tuple(dict.fromkeys(_happenings(vault, case_id, entries, practice.place.time_zone))),
        {kind: case_entries.unfinished(vault, case_id, kind) for kind in _WRITTEN},
        now,
        risk_last_seen(entries),
    )


def record(vault: OpenVault, tools: Tools, case_id: CaseId, made: Measure) -> CaseEntry:
    """Store a measure for good; raise `MeasureIncomplete` where a rule is not met (clause 055)."""
    missing = MEASURE.lacks(made)
    if missing:
        raise MeasureIncomplete(missing)
    what = (EntryKind.MEASURE, AuditKind.MEASURE_TAKEN)
    return case_entries.enter(vault, tools.clock, case_id, what, as_json(made))


def follow(vault: OpenVault, tools: Tools, case_id: CaseId, made: Follow) -> CaseEntry:
    """Store that something was done about a measure of this case.

    Raises `MeasureIncomplete` where a rule is not met, KeyError where the case has no such measure.
    """
    missing = FOLLOW.lacks(made)
    if missing:
        raise MeasureIncomplete(missing)
    known = {one.id for one in vault.entries.of_case(case_id, EntryKind.MEASURE)}
    if made.measure not in known:
        raise KeyError(made.measure)
    what = (EntryKind.MEASURE_FOLLOW, AuditKind.MEASURE_FOLLOWED)
    return case_entries.enter(vault, tools.clock, case_id, what, as_json(made))


def printed(vault: OpenVault, tools: Tools, case_id: CaseId, entry_id: EntryId | None) -> None:
    """Write that a measure was printed or exported, or the chart of a scale."""
    vault.audit.record_or_hold(AuditKind.MEASURE_PRINTED, tools.clock.now(), case_id, entry_id)


def _happenings(
    vault: OpenVault, case_id: CaseId, entries: Sequence[CaseEntry], zone: str
) -> Iterator[Happening]:
    """Yield sessions, changes of mode and grave risks; what damage hides is left out."""
    for session in vault.sessions.of_case(case_id):
        on = wall(session.starts_at, zone).date()
        yield Happening(on, session.number)
        sheet = readable(lambda session=session: vault.entries.sheet(session), None)  # type: ignore[misc]
        if sheet is not None and sheet.risk in _GRAVE:
            yield Happening(on, sheet.risk)
    for entry in entries:
        at, what = _told(entry)
        if what is not None:
            yield Happening(wall(at, zone).date(), what)


def _told(entry: CaseEntry) -> tuple[datetime, ServiceMode | RiskLevel | None]:
    """Return when an entry changed the mode or found a grave risk, and which; else None."""
    if entry.kind is EntryKind.MODE_CHANGE:
        change = mode_change_of(entry.value)
        return change.effective or entry.at, change.after
    level = risk_of(entry.value).level if entry.kind is EntryKind.RISK else None
    return entry.at, level if level in _GRAVE else None

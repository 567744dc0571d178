"""The case reports of a case: versions, and what the record already says for each section."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from app.domain.age import born
from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.case_report import SECTIONS, CaseReport, is_empty, report_of
from app.domain.entry import EntryKind
from app.domain.errors import ReportEmpty
from app.domain.formulation import formulation_of
from app.domain.measure import measure_of
from app.domain.risk_assessment import risk_of
from app.services import case_entries

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date, datetime

    from app.domain.case import Case
    from app.domain.client import Profile
    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.ports import OpenVault
    from app.services.tools import Tools

_TOLD: Final = ("topics", "intervention", "plan", "assessment", "response", "complaint", "text")
_SENTENCES: Final = re.compile("[^。！？!?\n]+[。！？!?]?")
_FEW: Final = 2


@dataclass(frozen=True)
class KeptReport:
    """A version as it stands in the file."""

    at: datetime
    made: CaseReport = field(repr=False)


@dataclass(frozen=True)
class ReportPage:
    """What the page of the report shows; `kept` has the newest first.

    `sections` are key, title and hint.
    """

    case: Case
    sections: Sequence[Mapping[str, str]]
    kept: tuple[KeptReport, ...] = field(repr=False)
    unfinished: Mapping[str, Any] = field(repr=False)
    zone: str = ""


def page(vault: OpenVault, tools: Tools, case_id: CaseId, language: str) -> ReportPage:
    """Return what the page of the report shows, in `language`; raise `CaseLocked` if it is shut."""
    case = case_entries.open_case(vault, case_id)
    found = vault.entries.of_case(case_id, EntryKind.CASE_REPORT)
    case_entries.was_read(vault, tools.clock, case_id, AuditKind.CASE_REPORTS_READ, found)
    return ReportPage(
        case,
        tools.summary_wordings[language].sections,
        tuple(KeptReport(one.at, report_of(one.value)) for one in found[::-1]),
        case_entries.unfinished(vault, case_id, EntryKind.CASE_REPORT),
        case_entries.here(vault, case_id).time_zone,
    )


def record(vault: OpenVault, tools: Tools, case_id: CaseId, made: CaseReport) -> CaseEntry:
    """Store a version for good; raise `ReportEmpty` where nothing is written."""
    if is_empty(made):
        raise ReportEmpty
    what = (EntryKind.CASE_REPORT, AuditKind.CASE_REPORTED)
    return case_entries.enter(vault, tools.clock, case_id, what, as_json(made))


def latest(vault: OpenVault, case_id: CaseId) -> CaseReport:
    """Return the version that was saved last; an empty one where there is none."""
    found = vault.entries.of_case(case_id, EntryKind.CASE_REPORT)
    return report_of(found[-1].value) if found else CaseReport()


def drafted(vault: OpenVault, tools: Tools, case_id: CaseId, language: str) -> dict[str, str]:
    """Return what the fields of the record say for each section; nothing is thought up.

    Names and days stand in it as they were entered: the report is de-identified after it is
    written, and before it leaves.
    """
    said = tools.summary_wordings[language].lines
    profile = vault.clients.of_case(case_id).profile
    entries = vault.entries.of_case(case_id)
    today = tools.clock.now().date()
    found = {
        **_asked(profile, said, today),
        "assessment": _lines(*_assessed(entries, said)),
        **_understood(entries, said),
        "process": _lines(*_process(vault, case_id, said)),
    }
    count = len(vault.sessions.of_case(case_id))
    held = said["sessions"].format(count) if count else ""
    found["source"] = _lines(found["source"], held)
    return {key: found[key] for key in SECTIONS if found.get(key, "").strip()}


def _lines(*words: str) -> str:
    return "\n".join(one for one in words if one.strip())


def _line(said: Mapping[str, str], key: str, words: str) -> str:
    """Return a line with `words` in it, nothing where there are none."""
    return said[key].format(words.strip()) if words.strip() else ""


def _asked(profile: Profile, said: Mapping[str, str], today: date) -> dict[str, str]:
    """Return what was asked at the beginning."""
    intake = profile.intake
    day = born(profile.birth_date)
    age = None if day is None else _years(day, today)
    people = [one.relation.strip() for one in profile.people if one.relation.strip()]
    return {
        "client": _lines(
            said["age"].format(age) if age is not None else "",
            _line(said, "culture", intake.culture),
        ),
        "source": _line(said, "source", intake.request.source),
        "complaint": _lines(
            intake.request.seeks.strip(), _line(said, "expects", intake.request.expects)
        ),
        "family": _line(said, "people", said["and"].join(dict.fromkeys(people))),
        "history": _lines(
            _line(said, "hospital", intake.medical.hospital),
            _line(said, "diagnosis", intake.medical.diagnosis),
            _line(said, "medication", intake.medical.medication),
            _line(said, "earlier", intake.earlier),
        ),
    }


def _years(day: date, today: date) -> int:
    """Return how old somebody born on `day` is."""
    return today.year - day.year - ((today.month, today.day) < (day.month, day.day))


def _assessed(entries: Sequence[CaseEntry], said: Mapping[str, str]) -> Iterator[str]:
    """Yield every measure in its order, then what the last risk assessment stands on."""
    for entry in entries:
        if entry.kind is EntryKind.MEASURE:
            one = measure_of(entry.value)
            band = one.band
            total = str(one.score.total) + (f" {band.text}" if band is not None else "")
            yield said["measure"].format(one.scale.name, one.on, total)
    risks = [entry for entry in entries if entry.kind is EntryKind.RISK]
    if risks:
        yield _line(said, "risk", risk_of(risks[-1].value).basis)


def _understood(entries: Sequence[CaseEntry], said: Mapping[str, str]) -> dict[str, str]:
    """Return the last formulation, its goals and methods."""
    found = [entry for entry in entries if entry.kind is EntryKind.FORMULATION]
    if not found:
        return {}
    made = formulation_of(found[-1].value)
    parts = [f"{one.title}\n{one.text.strip()}" for one in made.parts if one.text.strip()]
    return {
        "formulation": "\n\n".join(parts),
        "goals": _lines(_line(said, "goals", made.goals), _line(said, "methods", made.methods)),
    }


def _process(vault: OpenVault, case_id: CaseId, said: Mapping[str, str]) -> Iterator[str]:
    """Yield for each session the first sentences of what was done in it."""
    numbers = {one.id: one.number for one in vault.sessions.of_case(case_id)}
    for note in vault.notes.of_case(case_id):
        parts = {part.key: part.text.strip() for part in note.body.parts if part.text.strip()}
        told = next((parts[key] for key in _TOLD if key in parts), "")
        told = told or next(iter(parts.values()), "")
        if told:
            first = "".join(_SENTENCES.findall(told)[:_FEW]).strip()
            yield said["session"].format(numbers[note.session_id], first)

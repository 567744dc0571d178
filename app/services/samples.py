"""Samples of signed notes (记录抽查): drawn, looked through, ended for good (clause 119)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from app.domain.audit import AuditKind
from app.domain.errors import SampleIncomplete
from app.domain.local_time import wall
from app.domain.practice_record import PracticeEntry
from app.domain.record_sample import SAMPLE, RecordSample, SampleFacts, draw
from app.domain.recurrence import instant
from app.services import agenda, practice
from app.services.beside import readable

if TYPE_CHECKING:
    from app.domain.ids import CaseId, PracticeEntryId
    from app.domain.record_sample import SampleItem, SampleList
    from app.ports import OpenVault, SignedFacts
    from app.services.agenda import Person
    from app.services.tools import Tools

_DAY: Final = timedelta(days=1)
_SEED_BYTES: Final = 8
_STANDARD: Final = "zh"


@dataclass(frozen=True)
class SampledNote:
    """A note of a sample; one whose case was destroyed since has no `person`."""

    id: int
    person: Person | None = None
    number: int = 0
    at: datetime | None = None

    @property
    def there(self) -> bool:
        """Whether it can be looked at now: it is there, and its case is not shut."""
        return self.person is not None and not self.person.shut


@dataclass(frozen=True)
class KeptSample:
    """A sample with its notes as they are known now."""

    entry_id: PracticeEntryId
    sample: RecordSample = field(repr=False)
    notes: tuple[SampledNote, ...]

    def present(self) -> tuple[int, ...]:
        """Return the notes that are still there; of others nothing can be asked."""
        return tuple(one.id for one in self.notes if one.person is not None)


@dataclass(frozen=True)
class SamplesPage:
    """What the page shows: the samples, the newest first, and what is looked for."""

    today: date
    zone: str
    items: tuple[SampleItem, ...]
    edition: str
    kept: tuple[KeptSample, ...]


def page(vault: OpenVault, tools: Tools, language: str) -> SamplesPage:
    """Return every sample, the newest first."""
    zone = practice.zone(vault)
    wanted = _list(tools, language)
    today = wall(tools.clock.now(), zone).date()
    entries = [one for one in vault.practice.all() if isinstance(one.record, RecordSample)]
    kept = tuple(_kept(vault, one) for one in reversed(entries))
    return SamplesPage(today, zone, wanted.items, wanted.edition, kept)


def draw_notes(  # noqa: PLR0913 - the seed by keyword
    vault: OpenVault, tools: Tools, begin: date, end: date, count: int, *, seed: str = ""
) -> PracticeEntry | None:
    """Draw signed notes of sessions from `begin` to `end`, both within; None where there is none.

    Those of cases that are shut are not drawn: nobody could look at them. The seed is made by
    chance unless one is given, and kept; so is every draw, looked through or not.
    """
    zone, now = practice.zone(vault), tools.clock.now()
    found = vault.notes.signed(_midnight(begin, zone), _midnight(end + _DAY, zone))
    shut: dict[CaseId, bool] = {}
    for one in found:
        if one.case_id not in shut:
            shut[one.case_id] = agenda.person_beside(vault, one.case_id).shut
    seed = seed or secrets.token_hex(_SEED_BYTES)
    notes = draw(seed, (int(one.id) for one in found if not shut[one.case_id]), count)
    if not notes:
        return None
    made = RecordSample(
        day=wall(now, zone).date().isoformat(),
        begin=begin.isoformat(),
        end=end.isoformat(),
        seed=seed,
        asked=count,
        edition=_list(tools, _STANDARD).edition,
        notes=notes,
    )
    with vault.transaction():
        kept = vault.practice.add(made, now)
        vault.audit.record(AuditKind.SAMPLE_DRAWN, now, subject=kept.id)
    return kept


def keep(
    vault: OpenVault, tools: Tools, entry_id: PracticeEntryId, answers: RecordSample
) -> datetime:
    """Keep what was found so far; what was drawn stays, and an ended sample as it is."""
    now = tools.clock.now()
    with vault.transaction():
        entry = vault.practice.get(entry_id)
        kept = _sample(entry)
        if not kept.done:
            changed = replace(kept, answers=answers.answers, found=answers.found)
            vault.practice.change(PracticeEntry(entry_id, now, changed))
    return now


def end(vault: OpenVault, tools: Tools, entry_id: PracticeEntryId) -> None:
    """End a sample for good; raise `SampleIncomplete` where a rule is not met (clause 119)."""
    now = tools.clock.now()
    entry = vault.practice.get(entry_id)
    sample, present = _sample(entry), _kept(vault, entry).present()
    items = tuple(one.key for one in _list(tools, _STANDARD).items)
    if missing := SAMPLE.lacks(SampleFacts(sample, present, items)):
        raise SampleIncomplete(missing)
    day = wall(now, practice.zone(vault)).date().isoformat()
    with vault.transaction():
        vault.practice.change(PracticeEntry(entry_id, now, replace(sample, done=day)))
        vault.audit.record(AuditKind.SAMPLE_CLOSED, now, subject=entry_id)


def printed(vault: OpenVault, tools: Tools, entry_id: PracticeEntryId) -> None:
    """Write into the trail that a sample was printed or saved."""
    vault.audit.record_or_hold(AuditKind.SAMPLE_PRINTED, tools.clock.now(), subject=entry_id)


def _list(tools: Tools, language: str) -> SampleList:
    return tools.sample_lists.get(language, tools.sample_lists[_STANDARD])


def _sample(entry: PracticeEntry) -> RecordSample:
    """Return the sample of a record; raise KeyError where it is something else."""
    if not isinstance(entry.record, RecordSample):
        raise KeyError(entry.id)
    return entry.record


def _midnight(day: date, zone: str) -> datetime:
    return instant(datetime.combine(day, datetime.min.time()), zone)


def _kept(vault: OpenVault, entry: PracticeEntry) -> KeptSample:
    """Return a sample with what is known of its notes now."""
    sample = _sample(entry)
    zone = practice.zone(vault)
    begin, last = date.fromisoformat(sample.begin), date.fromisoformat(sample.end)
    around = (
        _midnight(begin, zone) - _DAY,
        _midnight(last + 2 * _DAY, zone),
    )  # whatever the zone was
    nothing: list[SignedFacts] = []
    found = readable(lambda: vault.notes.signed(*around), nothing)
    known = {int(one.id): one for one in found}
    notes = [_note(vault, one, known) for one in sample.notes]
    return KeptSample(entry.id, sample, tuple(notes))


def _note(vault: OpenVault, number: int, known: dict[int, SignedFacts]) -> SampledNote:
    """Return a note of a sample, by who it is of."""
    facts = known.get(number)
    if facts is None:
        return SampledNote(number)
    return SampledNote(number, agenda.person_beside(vault, facts.case_id), facts.number, facts.at)
